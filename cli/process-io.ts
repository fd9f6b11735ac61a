/** The real world for the command: this process's streams, and Ctrl-C as an abort. */
import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import type { Io } from './io.ts';
import { langOf, texts } from './texts.ts';

/** A signal to the whole process group reaches us twice: by itself, and passed on by the process that started us. */
const ECHO_MS = 500;

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(`${question} `);
  } finally {
    terminal.close();
  }
}

/** The first Ctrl-C (or SIGTERM) aborts, and whoever runs cancels and stops in order; the second ends the process at once. */
export function processIo(): Io {
  const controller = new AbortController();
  let firstMs = 0;
  const interrupt = (exitCode: number) => (): void => {
    if (controller.signal.aborted) {
      if (performance.now() - firstMs > ECHO_MS) process.exit(exitCode);
      return;
    }
    firstMs = performance.now();
    process.stderr.write(`\n${texts[langOf(process.env)].interrupted}\n`);
    controller.abort();
  };
  process.on('SIGINT', interrupt(130));
  process.on('SIGTERM', interrupt(143));
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    ...(process.stdin.isTTY ? { ask } : {}),
    input: () => text(process.stdin),
    signal: controller.signal,
    now: () => performance.now(),
  };
}

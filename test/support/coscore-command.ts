/** The `coscore` command as a user runs it: its own process, its exit code, what it prints. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

const entry = resolve(import.meta.dirname, '../../cli/main.ts');

/** @param env beside this process's own */
export async function coscore(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  const child = spawn(process.execPath, [entry, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LANG: 'C.UTF-8', ...env },
  });
  const collect = async (stream: NodeJS.ReadableStream): Promise<string> => {
    let text = '';
    stream.setEncoding('utf8');
    for await (const chunk of stream) text += String(chunk);
    return text;
  };
  const exit = new Promise<number>((done, fail) => child.once('error', fail).once('close', (code) => done(code ?? -1)));
  const [stdout, stderr, exitCode] = await Promise.all([collect(child.stdout), collect(child.stderr), exit]);
  return { exitCode, stdout, stderr };
}

/** The error that `--json` reports as its last line. */
export function reportedError({ stdout }: CommandResult): {
  readonly code: string;
  readonly exitCode: number;
  readonly detail: string;
  readonly next: string;
  readonly params: Readonly<Record<string, string | number>>;
} {
  const last = stdout.trim().split('\n').at(-1) ?? '';
  const { event, error } = JSON.parse(last) as { event: string; error: ReturnType<typeof reportedError> };
  if (event !== 'error') throw new Error(`the last line tells no error but ${event}`);
  return error;
}

/** What the command takes from the world around it, so that tests can give it another one. */
import type { Lang, Texts } from './texts.ts';

export interface Output {
  write(text: string): unknown;
}

export interface Io {
  /** Results. */
  readonly stdout: Output;
  /** Progress, and errors when they are text. */
  readonly stderr: Output & Partial<NodeJS.WriteStream>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Asks the person in front of the terminal; absent where nobody can answer. */
  readonly ask?: (question: string) => Promise<string>;
  /** Everything on standard input. */
  readonly input?: () => Promise<string>;
  /** Aborts at the first Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

/** One run of the command. */
export interface Context {
  readonly io: Io;
  readonly lang: Lang;
  readonly texts: Texts;
  readonly json: boolean;
}

export function printLine(output: Output, line: string): void {
  output.write(`${line}\n`);
}

/** One object, one line: what `--json` prints. */
export function printJson(context: Context, value: unknown): void {
  printLine(context.io.stdout, JSON.stringify(value));
}

/** A line for a person: on stderr, so that stdout holds results only, and not at all under `--json`. */
export function note(context: Context, line: string): void {
  if (!context.json) printLine(context.io.stderr, line);
}

export function resolveOnAbort(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** One daemon of a lab as a child process: started, awaited, watched, stopped. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import { z } from 'zod';
import { RemoteError } from '../remote-error.ts';
import { labDatabase } from './lab-database.ts';

/** The one line that a daemon prints when it can be talked to. */
const readySchema = z.looseObject({
  event: z.literal('ready'),
  socket: z.string(),
  fingerprint: z.string(),
  certificatePem: z.string(),
  /** host:port; of coordinators only. */
  address: z.string().optional(),
  /** host:port where peers reach a member directly. */
  direct: z.string().optional(),
});
export type Ready = z.infer<typeof readySchema>;

/** The one line that it prints instead when it cannot run. */
const failedSchema = z.looseObject({ event: z.literal('failed'), code: z.string(), message: z.string() });

export interface DaemonOptions {
  readonly id: string;
  /** Path of its main file. */
  readonly main: string;
  readonly home: string;
  readonly args?: readonly string[];
  readonly signal?: AbortSignal;
}

/** The first start makes a database; four at once on two slow cores take a while. */
const START_TIMEOUT_MS = 180_000;
const STOP_TIMEOUT_MS = 15_000;
const LOG_TAIL_LINES = 12;
const STDERR_LIMIT = 8192;

const parentWatch = fileURLToPath(new URL('./parent-watch.mjs', import.meta.url));

export class DaemonProcess {
  readonly id: string;
  readonly home: string;
  readonly pid: number;
  /** Resolves when the process has ended, with its exit code or the signal's name. Never rejects. */
  readonly exited: Promise<number | string>;
  #running = true;
  readonly #child: ChildProcess;
  #stderr = '';

  private constructor(options: DaemonOptions, child: ChildProcess) {
    this.id = options.id;
    this.home = options.home;
    this.pid = child.pid ?? 0;
    this.#child = child;
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-STDERR_LIMIT);
    });
    // Writing to the stdin of a process that has just died is no news.
    child.stdin?.on('error', () => undefined);
    this.exited = new Promise((resolve) => {
      // 'close' and not 'exit': what the process said last has been read by then.
      child.once('close', (code, signal) => resolve(code ?? signal ?? 1));
      child.once('error', (error) => {
        this.#stderr += error.message;
        resolve(1);
      });
    }).then((how) => {
      this.#running = false;
      return how as number | string;
    });
  }

  get running(): boolean {
    return this.#running;
  }

  /**
   * @throws RemoteError with the daemon's own reason; NodeError `daemon-not-running` with the end of its log when it ends
   * before it is ready without one, or takes too long
   */
  static async start(options: DaemonOptions): Promise<{ readonly process: DaemonProcess; readonly ready: Ready }> {
    // The daemons of a lab share one machine: with V8's usual four collector threads each, they mostly wait for each other.
    const child = spawn(
      process.execPath,
      [
        '--v8-pool-size=1',
        '--import',
        parentWatch,
        options.main,
        '--home',
        options.home,
        '--id',
        options.id,
        ...(options.args ?? []),
      ],
      // Its own process group: Ctrl-C reaches us alone, and we stop the daemons in order.
      {
        stdio: ['pipe', 'pipe', 'pipe'],
        detached: process.platform !== 'win32',
        env: throwAwayEnvironment(options.home),
      },
    );
    const daemon = new DaemonProcess(options, child);
    try {
      return { process: daemon, ready: await daemon.#untilReady(options.signal) };
    } catch (error) {
      await daemon.kill();
      throw error;
    }
  }

  async #untilReady(signal: AbortSignal | undefined): Promise<Ready> {
    const aborted = Promise.withResolvers<never>();
    const abort = (): void => aborted.reject(new NodeError('job-cancelled', 'cancelled while the lab was starting'));
    if (signal?.aborted === true) abort();
    signal?.addEventListener('abort', abort, { once: true });
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => late.reject(new Error(`not ready within ${START_TIMEOUT_MS / 1000} s`)),
      START_TIMEOUT_MS,
    );
    try {
      return await Promise.race([
        this.#readyLine(),
        aborted.promise,
        late.promise,
        this.exited.then((how) => Promise.reject(new Error(`it ended (${how})`))),
      ]);
    } catch (cause) {
      if (cause instanceof NodeError || cause instanceof RemoteError) throw cause;
      throw await this.failure(`did not start: ${(cause as Error).message}`);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  }

  async #readyLine(): Promise<Ready> {
    const lines = createInterface({ input: this.#child.stdout! });
    for await (const line of lines) {
      const said = jsonOf(line);
      const failed = failedSchema.safeParse(said);
      if (failed.success) {
        const { code, message } = failed.data;
        throw new RemoteError(code, `node ${this.id} did not start: ${message}`, { id: this.id, home: this.home });
      }
      const ready = readySchema.safeParse(said);
      if (!ready.success) continue;
      // Reads on, so that the pipe never fills.
      this.#child.stdout!.resume();
      return ready.data;
    }
    // The output ended, so the process did: its exit tells more than we could.
    return new Promise<never>(() => undefined);
  }

  /** An error about this daemon with the end of its log. */
  async failure(what: string, code: 'daemon-not-running' | 'party-away' = 'daemon-not-running'): Promise<NodeError> {
    const tail = await this.#logTail();
    return new NodeError(code, `node ${this.id} ${what}${tail === '' ? '' : `\n${tail}`}`, {
      params: { home: this.home, id: this.id, party: this.id },
    });
  }

  async #logTail(): Promise<string> {
    const log = await readFile(join(this.home, 'node.log'), 'utf8').catch(() => '');
    const text = this.#stderr.trim() === '' ? log : this.#stderr;
    return text.trim().split('\n').slice(-LOG_TAIL_LINES).join('\n');
  }

  /** Asks it to end, and ends it when it does not. */
  async stop(): Promise<void> {
    if (!this.#running) return;
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await this.exited;
    clearTimeout(timer);
  }

  /** Ends it at once, as a power cut would. */
  async kill(): Promise<void> {
    if (this.#running) this.#child.kill('SIGKILL');
    await this.exited;
  }
}

/** A lab's nodes are throw-away: they must meet neither the database nor the passphrase of a real one. */
function throwAwayEnvironment(home: string): NodeJS.ProcessEnv {
  return { ...process.env, ...labDatabase(home), COSCORE_PASSPHRASE: undefined };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

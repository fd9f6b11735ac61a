/**
 * The embedded engine in a thread of its own. PostgreSQL's WebAssembly module and its glue make every full garbage
 * collection of their thread take 50 to 200 ms, and training on large arrays collects often: beside the engine, a joint
 * scorecard took twice the time (bench scorecard).
 */
import { Worker } from 'node:worker_threads';

export interface EngineRequest {
  readonly id: number;
  /** Absent: close. */
  readonly sql?: string;
  readonly params?: unknown[];
}

export interface EngineResult {
  readonly rows: unknown[];
  readonly affectedRows?: number | undefined;
  readonly command?: string | undefined;
}

export interface EngineFailure {
  /** The engine left without an Error: Emscripten throws its exit status. */
  readonly exit: boolean;
  readonly name: string;
  readonly message: string;
  readonly code?: unknown;
  readonly severity?: unknown;
  readonly cause?: EngineFailure;
}

/** To the request of the same id; -1 is the start. */
export interface EngineAnswer {
  readonly id: number;
  readonly result?: EngineResult;
  readonly failure?: EngineFailure;
}

/** What kysely's dialect needs of an engine. */
export interface Engine {
  readonly closed: boolean;
  query(sql: string, params: unknown[]): Promise<EngineResult>;
  close(): Promise<void>;
}

function thrown({ exit, name, message, code, severity, cause }: EngineFailure): unknown {
  if (exit) return message;
  const error = new Error(message, cause === undefined ? undefined : { cause: thrown(cause) });
  error.name = name;
  return Object.assign(error, code === undefined ? {} : { code }, severity === undefined ? {} : { severity });
}

/** Named so that the dialect sees an engine that is past answering. */
function ended(code: number): Error {
  return Object.assign(new Error(`the embedded database's thread ended (${code}); start the node again`), {
    severity: 'FATAL',
  });
}

interface Waiting {
  readonly resolve: (result: EngineResult | undefined) => void;
  readonly reject: (reason: unknown) => void;
}

class WorkerEngine implements Engine {
  closed = false;
  /** Why no answer will come any more. */
  #dead: { readonly reason: unknown } | undefined;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', ({ id, result, failure }: EngineAnswer) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (failure === undefined) waiting?.resolve(result);
      else waiting?.reject(thrown(failure));
    });
    const end = (reason: unknown): void => {
      this.#dead ??= { reason };
      for (const waiting of this.#waiting.values()) waiting.reject(reason);
      this.#waiting.clear();
    };
    worker.on('error', end);
    worker.on('exit', (code) => end(ended(code)));
  }

  wait(id: number): Promise<EngineResult | undefined> {
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #ask(request: Omit<EngineRequest, 'id'>): Promise<EngineResult | undefined> {
    if (this.#dead !== undefined) return Promise.reject(this.#dead.reason as Error);
    const id = ++this.#last;
    const answer = this.wait(id);
    this.#worker.postMessage({ id, ...request } satisfies EngineRequest);
    return answer;
  }

  async query(sql: string, params: unknown[]): Promise<EngineResult> {
    return (await this.#ask({ sql, params })) ?? { rows: [] };
  }

  /** Ends the thread as a crash would. */
  async kill(): Promise<void> {
    await this.#worker.terminate();
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    if (this.#dead === undefined) await this.#ask({});
    await this.#worker.terminate();
  }
}

/** Opens the cluster in `dir` in a thread of its own. @throws as `openPglite`. */
export async function openPgliteThread(dir: string): Promise<WorkerEngine> {
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData: { dir } });
  const engine = new WorkerEngine(worker);
  try {
    await engine.wait(-1);
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return engine;
}

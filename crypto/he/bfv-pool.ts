/** BFV on worker threads, so that a node's own thread stays free for its connections, or on the calling thread. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { CryptoError } from '../errors.ts';
import { BfvColumns, type MaskedProduct } from './bfv-columns.ts';
import { BfvKey } from './bfv-key.ts';
import type { BfvReply, BfvTask } from './bfv-worker.ts';

export type { MaskedProduct };

/** The vector's side: one key pair at a time, see BfvKey. */
export interface BfvKeyHolder {
  /** Makes a fresh key pair and destroys the last one. @returns wire bytes of its public half. */
  renew(): Promise<Uint8Array>;
  encrypt(values: BigUint64Array): Promise<Uint8Array>;
  decryptSum(reply: Uint8Array): Promise<number>;
  /** Destroys the last key. */
  close(): Promise<void>;
}

/** The matrix's side: see BfvColumns. */
export interface BfvMatrix {
  /** @throws CryptoError `bad-length`; `bad-ciphertext`. */
  use(publicKey: Uint8Array): Promise<void>;
  take(cipher: Uint8Array): Promise<void>;
  finish(column: number): Promise<MaskedProduct>;
  close(): Promise<void>;
}

export interface BfvEngine {
  /** A place for key pairs, without one yet. */
  keys(): BfvKeyHolder;
  /** @param columns [d][n] signed. @throws CryptoError `bad-length`. */
  matrix(columns: readonly (Int16Array | Int32Array)[]): Promise<BfvMatrix>;
}

// The packaged build holds JavaScript beside this file, the checkout TypeScript.
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './bfv-worker.ts' : './bfv-worker.js', import.meta.url);

/** A thread with a state of its own. */
class Thread {
  readonly #pool = new Piscina({
    filename: fileURLToPath(WORKER),
    minThreads: 1,
    maxThreads: 1,
    concurrentTasksPerWorker: 1,
    // Its state lives in it: it must not be replaced while it is idle.
    idleTimeout: Number.POSITIVE_INFINITY,
  });

  constructor() {
    // What goes wrong with a task rejects its own `run`; a task that ends while the pool closes has nobody waiting.
    this.#pool.on('error', () => undefined);
  }

  async run<T>(name: string, id: number, input?: unknown): Promise<T> {
    const task: BfvTask<unknown> = { id, input };
    const reply = (await this.#pool.run(task, { name })) as BfvReply<T>;
    if (reply.kind === 'refused') throw new CryptoError(reply.code, reply.message);
    return reply.value;
  }

  end(): Promise<void> {
    return this.#pool.destroy();
  }
}

/** Threads that live as long as anybody has a key or a matrix on them: to start one takes half a second. */
class Threads {
  readonly #count: number;
  #running: readonly Thread[] = [];
  #objects = 0;
  #next = 0;

  constructor(count: number) {
    this.#count = count;
  }

  /** @returns every thread, the one that was not first for longest first, and a number for a new object. */
  enter(): { readonly id: number; readonly threads: readonly Thread[] } {
    if (this.#objects++ === 0) this.#running = Array.from({ length: this.#count }, () => new Thread());
    const id = this.#next++;
    const first = id % this.#count;
    return { id, threads: [...this.#running.slice(first), ...this.#running.slice(0, first)] };
  }

  async leave(id: number, used: readonly Thread[]): Promise<void> {
    // A thread that is gone has nothing left to destroy.
    await Promise.allSettled(used.map((thread) => thread.run('destroy', id)));
    if (--this.#objects > 0) return;
    const ending = this.#running;
    this.#running = [];
    await Promise.all(ending.map((thread) => thread.end()));
  }
}

/** @param count threads in all; the cores available to this process by default. */
export function bfvThreads(count: number = availableParallelism()): BfvEngine {
  const pool = new Threads(count);
  return {
    keys() {
      const { id, threads } = pool.enter();
      const thread = threads[0]!;
      return {
        renew: () => thread.run('makeKey', id),
        // A view's whole buffer would be cloned, so a part of a vector is copied first.
        encrypt: (values) => thread.run('encrypt', id, values.slice()),
        decryptSum: (reply) => thread.run('decryptSum', id, new Uint8Array(reply)),
        close: () => pool.leave(id, [thread]),
      };
    },
    async matrix(columns) {
      const { id, threads } = pool.enter();
      const share = Math.max(1, Math.ceil(columns.length / threads.length));
      const used = threads.slice(0, Math.max(1, Math.ceil(columns.length / share)));
      const close = (): Promise<void> => pool.leave(id, used);
      const all = async (work: (thread: Thread, i: number) => Promise<unknown>): Promise<void> => {
        await Promise.all(used.map(work));
      };
      try {
        await all((thread, i) => thread.run('openColumns', id, columns.slice(i * share, (i + 1) * share)));
      } catch (error) {
        await close();
        throw error;
      }
      return {
        use: (publicKey) => {
          const copy = new Uint8Array(publicKey);
          return all((thread) => thread.run('use', id, copy));
        },
        take: (cipher) => {
          const copy = new Uint8Array(cipher);
          return all((thread) => thread.run('take', id, copy));
        },
        finish: (column) => used[Math.floor(column / share)]!.run('finish', id, column % share),
        close,
      };
    },
  };
}

/** The threads of this process, shared by all its jobs. */
export const sharedBfv: BfvEngine = bfvThreads();

/** The same on the calling thread. */
export const inlineBfv: BfvEngine = {
  keys() {
    let key: BfvKey | undefined;
    return {
      async renew() {
        const next = await BfvKey.generate();
        key?.destroy();
        key = next;
        return key.publicKey;
      },
      encrypt: async (values) => key!.encrypt(values),
      decryptSum: async (reply) => key!.decryptSum(reply),
      async close() {
        key?.destroy();
        key = undefined;
      },
    };
  },
  async matrix(columns) {
    const own = await BfvColumns.open(columns);
    return {
      use: async (publicKey) => own.use(publicKey),
      take: async (cipher) => own.take(cipher),
      finish: async (column) => own.finish(column),
      close: async () => own.destroy(),
    };
  },
};

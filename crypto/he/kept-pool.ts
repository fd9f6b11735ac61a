/** Kept ciphertexts in parts, each on a thread of its own that rows come to once, or all on the calling thread. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { CryptoError } from '../errors.ts';
import type { PartialSums } from './additive-ops.ts';
import type { AdditivePublicKey } from './additive-scheme.ts';
import { keptOps, type FinishTask, type KeptOps } from './kept-ops.ts';
import type { KeptCall, KeptReply } from './kept-worker.ts';

/** One part: calls are carried out in the order they are made. */
export interface KeptPart {
  reset(rows: number): Promise<void>;
  load(ciphertexts: Uint8Array): Promise<void>;
  begin(cells: number): Promise<void>;
  add(task: Parameters<KeptOps['add']>[0]): Promise<void>;
  finish(task: FinishTask): Promise<PartialSums>;
  close(): Promise<void>;
}

// The packaged build holds JavaScript beside this file, the checkout TypeScript.
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './kept-worker.ts' : './kept-worker.js', import.meta.url);

/** @param threads the cores available to this process by default. */
export function threadParts(key: AdditivePublicKey, threads = availableParallelism()): readonly KeptPart[] {
  return Array.from({ length: threads }, () => threadPart(key));
}

/** @throws CryptoError `out-of-range` for a key that cannot be one. */
export function inlinePart(key: AdditivePublicKey): KeptPart {
  const ops = keptOps(key);
  const later = async <T>(work: () => T): Promise<T> => await Promise.resolve().then(work);
  return {
    reset: (rows) => later(() => ops.reset(rows)),
    load: (ciphertexts) => later(() => ops.load(ciphertexts)),
    begin: (cells) => later(() => ops.begin(cells)),
    add: (task) => later(() => ops.add(task)),
    finish: (task) => later(() => ops.finish(task)),
    close: () => Promise.resolve(),
  };
}

/** A plain thread, not one of Piscina's: its messages come in the order they were sent, which a pool's need not. */
function threadPart(key: AdditivePublicKey): KeptPart {
  const worker = new Worker(WORKER, { workerData: key });
  const waiting: { resolve(value: unknown): void; reject(cause: unknown): void }[] = [];
  let ended: unknown;
  const end = (cause: unknown): void => {
    ended ??= cause;
    for (const { reject } of waiting.splice(0)) reject(ended);
  };
  worker.on('error', end);
  worker.on('exit', () => end(new Error('a thread of kept ciphertexts has ended')));
  worker.on('message', (reply: KeptReply) => {
    const { resolve, reject } = waiting.shift()!;
    switch (reply.kind) {
      case 'done':
        return resolve(reply.value);
      case 'refused':
        return reject(new CryptoError(reply.code, reply.message));
      case 'failed':
        return reject(new Error(reply.message));
    }
  });
  const run = <T>(call: KeptCall, taken: ArrayBuffer[] = []): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (ended !== undefined) return reject(ended as Error);
      waiting.push({ resolve: resolve as (value: unknown) => void, reject });
      worker.postMessage(call, taken);
    });
  return {
    reset: (rows) => run({ name: 'reset', input: rows }),
    load(ciphertexts) {
      const copy = new Uint8Array(ciphertexts); // a view of a network read would take its whole buffer along
      return run({ name: 'load', input: copy }, [copy.buffer]);
    },
    begin: (cells) => run({ name: 'begin', input: cells }),
    add: (task) => run({ name: 'add', input: task }),
    finish: (task) => run({ name: 'finish', input: task }),
    close: async () => void (await worker.terminate()),
  };
}

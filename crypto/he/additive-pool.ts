/** Additive encryption on worker threads, or on the calling thread where a column is too small to pay for them. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { CryptoError } from '../errors.ts';
import type { Csprng } from '../rng.ts';
import type { Secret } from '../secret.ts';
import { privateOps, publicOps, type AdditivePrivateKey, type PrivateOps, type PublicOps } from './additive-ops.ts';
import type { AdditivePublicKey } from './additive-scheme.ts';
import type { AdditiveReply, AdditiveWorkerData } from './additive-worker.ts';

/** The same operations, each answered when a thread has done it. */
type OnThreads<Ops> = {
  readonly [Name in keyof Ops]: Ops[Name] extends (input: infer Input) => infer Output
    ? (input: Input) => Promise<Output>
    : never;
};

interface Engine {
  /** How many batches run at once; callers keep a few more waiting. */
  readonly threads: number;
  /** Ends the threads, and with them the only other copies of a key; batches under way reject. */
  close(): Promise<void>;
}

export type PrivateEngine = OnThreads<PrivateOps> & Engine;
export type PublicEngine = OnThreads<PublicOps> & Engine;

export interface EngineOptions {
  /** How many obfuscators are expected: only a matter of speed. */
  readonly uses: number;
  /** Worker threads; the cores available to this process by default. */
  readonly threads?: number;
}

/** The key holder's engine. Its threads draw from the system's generator. */
export function privatePool(key: Secret<AdditivePrivateKey>, options: EngineOptions): PrivateEngine {
  const { run, ...engine } = pool('private', key.reveal(), options);
  return {
    ...engine,
    obfuscators: (count) => run('obfuscators', count),
    encrypt: (task) => run('encrypt', task, task.obfuscators),
    decrypt: (ciphertexts) => run('decrypt', new Uint8Array(ciphertexts)),
  };
}

/** Everybody else's engine. */
export function publicPool(key: AdditivePublicKey, options: EngineOptions): PublicEngine {
  const { run, ...engine } = pool('public', key, options);
  return {
    ...engine,
    obfuscators: (count) => run('obfuscators', count),
    // Cloning a view to a thread clones all of its buffer, so a batch that is part of a network read is copied first.
    sum: (task) => run('sum', { ...task, ciphertexts: new Uint8Array(task.ciphertexts) }),
    pack: (task) => run('pack', { ...task, sums: new Uint8Array(task.sums) }, task.obfuscators),
  };
}

/**
 * One-time material moves to the thread that uses it: a clone would leave copies, here and on its way, that nobody overwrites.
 * @throws CryptoError `bad-length` for a view of a part of a buffer, because all of the buffer would go.
 */
function moved({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  if (!(buffer instanceof ArrayBuffer) || buffer.byteLength !== byteLength) {
    throw new CryptoError('bad-length', 'obfuscators for a thread are not in a buffer of their own');
  }
  return [buffer];
}

/** The key holder's operations on the calling thread. */
export function inlinePrivate(key: Secret<AdditivePrivateKey>, csprng: Csprng, uses: number): PrivateEngine {
  const ops = privateOps(key.reveal(), csprng, uses);
  return {
    ...inline,
    obfuscators: (count) => later(() => ops.obfuscators(count)),
    encrypt: (task) => later(() => ops.encrypt(task)),
    decrypt: (ciphertexts) => later(() => ops.decrypt(ciphertexts)),
  };
}

/** Everybody else's operations on the calling thread. @throws CryptoError `out-of-range` for a key that cannot be one. */
export function inlinePublic(key: AdditivePublicKey, csprng: Csprng, uses: number): PublicEngine {
  const ops = publicOps(key, csprng, uses);
  return {
    ...inline,
    obfuscators: (count) => later(() => ops.obfuscators(count)),
    sum: (task) => later(() => ops.sum(task)),
    pack: (task) => later(() => ops.pack(task)),
  };
}

const inline: Engine = { threads: 1, close: () => Promise.resolve() };

/** A failure becomes a rejection, as it is from a thread. */
async function later<T>(work: () => T): Promise<T> {
  return await Promise.resolve().then(work);
}

// The packaged build holds JavaScript beside this file, the checkout TypeScript.
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './additive-worker.ts' : './additive-worker.js',
  import.meta.url,
);

type Side = AdditiveWorkerData['side'];
type KeyOf<S extends Side> = Extract<AdditiveWorkerData, { side: S }>['key'];

function pool<S extends Side>(
  side: S,
  key: KeyOf<S>,
  { uses, threads = availableParallelism() }: EngineOptions,
): Engine & { run<T>(name: string, task: unknown, once?: Uint8Array): Promise<T> } {
  const workers = new Piscina({
    filename: fileURLToPath(WORKER),
    minThreads: threads,
    maxThreads: threads,
    workerData: { side, key, uses: Math.ceil(uses / threads) },
  });
  // A batch that ends while the pool is being closed has nobody waiting for it, which Piscina tells by this event; without a
  // listener it would end the process. What goes wrong with a batch rejects its own `run`.
  workers.on('error', () => undefined);
  return {
    threads,
    async run<T>(name: string, task: unknown, once?: Uint8Array): Promise<T> {
      const transferList = once === undefined ? [] : moved(once);
      const reply = (await workers.run(task, { name, transferList })) as AdditiveReply<T>;
      switch (reply.kind) {
        case 'done':
          return reply.value;
        case 'refused':
          throw new CryptoError(reply.code, reply.message);
      }
    },
    close: () => workers.destroy(),
  };
}

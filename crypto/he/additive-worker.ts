/** Thread entry of additive-pool.ts: one batch a call. Errors cross as codes, because a structured clone drops their class. */
import { Piscina, transferableSymbol, valueSymbol } from 'piscina';
import { CryptoError, type CryptoErrorCode } from '../errors.ts';
import { systemCsprng } from '../rng.ts';
import {
  privateOps,
  publicOps,
  type AdditivePrivateKey,
  type EncryptTask,
  type PackTask,
  type PartialSums,
  type SumTask,
} from './additive-ops.ts';
import type { AdditivePublicKey } from './additive-scheme.ts';

export type AdditiveWorkerData =
  | { readonly side: 'private'; readonly key: AdditivePrivateKey; readonly uses: number }
  | { readonly side: 'public'; readonly key: AdditivePublicKey; readonly uses: number };

export type AdditiveReply<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly code: CryptoErrorCode; readonly message: string };

type Bytes = Uint8Array<ArrayBuffer>;

const data = Piscina.workerData as AdditiveWorkerData;
const own =
  data.side === 'private'
    ? { side: data.side, ops: privateOps(data.key, systemCsprng, data.uses) }
    : { side: data.side, ops: publicOps(data.key, systemCsprng, data.uses) };

/** Moved to who asked, so that this thread keeps no copy. */
export function obfuscators(count: number): object {
  const reply = guarded(() => own.ops.obfuscators(count));
  const buffers = reply.kind === 'done' ? [reply.value.buffer] : [];
  return Piscina.move({ [transferableSymbol]: buffers, [valueSymbol]: reply });
}

export function encrypt(task: EncryptTask): AdditiveReply<Bytes> {
  return guarded(() => holder().encrypt(task));
}

export function decrypt(ciphertexts: Uint8Array): AdditiveReply<bigint[]> {
  return guarded(() => holder().decrypt(ciphertexts));
}

export function sum(task: SumTask): AdditiveReply<PartialSums> {
  return guarded(() => evaluator().sum(task));
}

export function pack(task: PackTask): AdditiveReply<Bytes> {
  return guarded(() => evaluator().pack(task));
}

function holder(): ReturnType<typeof privateOps> {
  if (own.side !== 'private') throw new Error('this thread has no private key');
  return own.ops;
}

function evaluator(): ReturnType<typeof publicOps> {
  if (own.side !== 'public') throw new Error('this thread holds a private key and sums nothing');
  return own.ops;
}

function guarded<T>(work: () => T): AdditiveReply<T> {
  try {
    return { kind: 'done', value: work() };
  } catch (error) {
    if (error instanceof CryptoError) return { kind: 'refused', code: error.code, message: error.message };
    throw error;
  }
}

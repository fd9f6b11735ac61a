/** Thread entry of bfv-pool.ts: keys and parts of matrices by number. Errors cross as codes, because their class is lost. */
import { CryptoError, type CryptoErrorCode } from '../errors.ts';
import { BfvColumns, type MaskedProduct } from './bfv-columns.ts';
import { BfvKey } from './bfv-key.ts';

export type BfvReply<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly code: CryptoErrorCode; readonly message: string };

/** A call on the object of that number. */
export interface BfvTask<T> {
  readonly id: number;
  readonly input: T;
}

const keys = new Map<number, BfvKey>();
const matrices = new Map<number, BfvColumns>();

/** In the place of the key of that number, if there is one. @returns the public key's wire bytes. */
export const makeKey = ({ id }: BfvTask<undefined>): Promise<BfvReply<Uint8Array>> =>
  guarded(async () => {
    const key = await BfvKey.generate();
    keys.get(id)?.destroy();
    keys.set(id, key);
    return key.publicKey;
  });

export const encrypt = ({ id, input }: BfvTask<BigUint64Array>): Promise<BfvReply<Uint8Array>> =>
  guarded(() => keys.get(id)!.encrypt(input));

export const decryptSum = ({ id, input }: BfvTask<Uint8Array>): Promise<BfvReply<number>> =>
  guarded(() => keys.get(id)!.decryptSum(input));

export const openColumns = ({ id, input }: BfvTask<readonly (Int16Array | Int32Array)[]>): Promise<BfvReply<void>> =>
  guarded(async () => void matrices.set(id, await BfvColumns.open(input)));

export const use = ({ id, input }: BfvTask<Uint8Array>): Promise<BfvReply<void>> =>
  guarded(() => matrices.get(id)!.use(input));

export const take = ({ id, input }: BfvTask<Uint8Array>): Promise<BfvReply<void>> =>
  guarded(() => matrices.get(id)!.take(input));

export const finish = ({ id, input }: BfvTask<number>): Promise<BfvReply<MaskedProduct>> =>
  guarded(() => matrices.get(id)!.finish(input));

/** SEAL wipes secret keys that are deleted, not memory that is dropped. */
export const destroy = ({ id }: BfvTask<undefined>): Promise<BfvReply<void>> =>
  guarded(() => {
    keys.get(id)?.destroy();
    matrices.get(id)?.destroy();
    keys.delete(id);
    matrices.delete(id);
  });

async function guarded<T>(work: () => T | Promise<T>): Promise<BfvReply<T>> {
  try {
    return { kind: 'done', value: await work() };
  } catch (error) {
    if (error instanceof CryptoError) return { kind: 'refused', code: error.code, message: error.message };
    throw error;
  }
}

/** Thread entry of psi-pool.ts: one batch a call. Errors cross as codes, because a structured clone drops their class. */
import { CryptoError, type CryptoErrorCode } from '../errors.ts';
import type { PackedIds } from '../packed-ids.ts';
import { hashToPoints, maskPoints } from './psi-curve.ts';

export interface BlindTask {
  readonly dst: string;
  readonly scalar: Uint8Array;
  readonly ids: PackedIds;
}

export interface MaskTask {
  readonly scalar: Uint8Array;
  /** [n x 32] */
  readonly points: Uint8Array;
}

export type PsiReply =
  | { readonly kind: 'points'; readonly points: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'refused'; readonly code: CryptoErrorCode; readonly message: string };

export function blind(task: BlindTask): PsiReply {
  return guarded(() => maskPoints(task.scalar, hashToPoints(task.dst, task.ids)));
}

export function mask(task: MaskTask): PsiReply {
  return guarded(() => maskPoints(task.scalar, task.points));
}

function guarded(work: () => Uint8Array<ArrayBuffer>): PsiReply {
  try {
    return { kind: 'points', points: work() };
  } catch (error) {
    if (error instanceof CryptoError) return { kind: 'refused', code: error.code, message: error.message };
    throw error;
  }
}

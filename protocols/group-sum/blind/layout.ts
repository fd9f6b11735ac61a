/** Mathematics of blind group-sum that both ends share: which group, ciphertext and digit a sum has. No messages here. */
import { NO_GROUP } from '@coscore/crypto/he/additive-ops.ts';
import { pairLayout, type PairBits, type PairLayout } from '@coscore/crypto/he/packing.ts';
import { CryptoError } from '@coscore/crypto';
import { ProtocolError } from '../../errors.ts';
import { MAX_ROWS } from '../../helper/dealer.ts';
import { MAX_BINS } from '../options.ts';
import type { SlotLayout } from '../core.ts';

/** Rows in one message: 256 kB at 2048 bits, about 0.3 s of one core at the label party. */
export const ROWS_A_BATCH = 1024;
/** Packed ciphertexts in one message: some 30 ms of one core at either end. */
export const SUMS_A_BATCH = 8;

/** First item and end of every batch. */
export function batches(count: number, perBatch: number): { readonly from: number; readonly to: number }[] {
  return Array.from({ length: Math.ceil(count / perBatch) }, (_, i) => ({
    from: i * perBatch,
    to: Math.min(count, (i + 1) * perBatch),
  }));
}

/** How the groups of all features are numbered: feature by feature, node by node, bin by bin. */
export interface GroupPlan {
  readonly bins: readonly number[];
  readonly nodes: number;
  /** [features + 1] first group of each feature; the last is how many there are. */
  readonly first: readonly number[];
  readonly groups: number;
}

/** @throws ProtocolError `out-of-range` for a number of bins that cannot be. */
export function planGroups(bins: readonly number[], nodes: number): GroupPlan {
  const first = [0];
  for (const count of bins) {
    if (!Number.isInteger(count) || count < 1 || count > MAX_BINS) {
      throw new ProtocolError('out-of-range', `a feature must have 1 to ${MAX_BINS} bins, not ${count}`);
    }
    first.push(first.at(-1)! + nodes * count);
  }
  const groups = first.at(-1)!;
  if (groups > MAX_ROWS) throw new ProtocolError('out-of-range', `${groups} groups are more than ${MAX_ROWS}`);
  return { bins, nodes, first, groups };
}

/** @throws ProtocolError `overflow`, `out-of-range`. */
export function pairLayoutFor(rows: number, bits: PairBits, payloadBits: number): PairLayout {
  try {
    return pairLayout(rows, bits, payloadBits);
  } catch (cause) {
    if (!(cause instanceof CryptoError)) throw cause;
    const code = cause.code === 'overflow' ? 'overflow' : 'out-of-range';
    throw new ProtocolError(code, cause.message, { cause, params: { rows } });
  }
}

/** Rows of all nodes together: the padding of a public number of slots is for a helper's eyes, and there is none. */
export function rowsIn(layout: SlotLayout): number {
  return layout.nodeStart[layout.nodes]!;
}

/**
 * [features x (to - from)] group of every slot in `from .. to`.
 * @param codes [features][n] below the feature's bins: the caller has checked.
 */
export function groupsOf(
  codes: readonly Uint16Array[],
  plan: GroupPlan,
  layout: SlotLayout,
  from: number,
  to: number,
): Uint32Array<ArrayBuffer> {
  const groups = new Uint32Array(codes.length * (to - from)).fill(NO_GROUP);
  codes.forEach((column, feature) => {
    const at = feature * (to - from) - from;
    for (let node = 0; node < layout.nodes; node++) {
      const base = plan.first[feature]! + node * plan.bins[feature]!;
      const end = Math.min(to, layout.nodeStart[node + 1]!);
      for (let slot = Math.max(from, layout.nodeStart[node]!); slot < end; slot++) {
        groups[at + slot] = base + column[layout.rowOf[slot]!]!;
      }
    }
  });
  return groups;
}

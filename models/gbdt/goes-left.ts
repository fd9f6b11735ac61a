/** From a choice among the bins that hold rows to a split of all bins. */
import { groupEnds } from './join-bins.ts';
import type { NodeColumn } from './best-split.ts';

interface Cut {
  /** Bins that hold rows, the missing one aside; the first `cut` of them go left. */
  readonly order: readonly number[];
  readonly cut: number;
  readonly missingLeft: boolean;
}

/**
 * Bins that hold no rows in the node follow the next one that does, trailing ones the previous; so joined bins stay
 * together. A missing bin without rows goes left, which is where a missing bin that was joined to the first group is.
 * @returns [bins] 1: rows of this bin go left.
 */
export function rebuildGoesLeft({ feature }: NodeColumn, { order, cut, missingLeft }: Cut): Uint8Array {
  const apart = feature.ordered ? feature.missingBin : -1;
  const held = new Uint8Array(feature.bins);
  const left = new Uint8Array(feature.bins);
  order.forEach((bin, i) => {
    held[bin] = 1;
    left[bin] = i < cut ? 1 : 0;
  });
  const last = order.reduce((most, bin) => Math.max(most, bin), 0);
  for (let bin = feature.bins - 1; bin > last; bin--) if (bin !== apart) left[bin] = left[last]!;
  for (let bin = last - 1, next = last; bin >= 0; bin--) {
    if (bin === apart) continue;
    if (held[bin] === 1) next = bin;
    else left[bin] = left[next]!;
  }
  if (apart >= 0) left[apart] = missingLeft ? 1 : 0;
  return left;
}

/** Joins bins in place: all that a group holds moves to its last bin. @param columns each with the bins from `at` on. */
export function moveToEnds(
  columns: readonly (Uint32Array | Float64Array)[],
  at: number,
  ends: Uint8Array,
  missingBin: number,
): void {
  const to = groupEnds(ends, missingBin);
  for (let bin = 0; bin < to.length; bin++) {
    const end = to[bin]!;
    if (end === bin) continue;
    for (const cells of columns) {
      cells[at + end]! += cells[at + bin]!;
      cells[at + bin] = 0;
    }
  }
}

/** Which rows and columns a tree looks at. */
import type { Derivatives } from './derivatives.ts';
import { below, rowWords, uniform, type TreeRng } from './random.ts';

/**
 * Each training row with probability `share`, whatever its label: every party learns the draw.
 * @param training [rows] 1: training row; absent: all. @param keys as in `rowWords`. @returns [rows], or absent for all rows.
 */
export function drawRows(
  rows: number,
  training: Uint8Array | undefined,
  share: number,
  rng: TreeRng,
  keys?: Uint32Array,
): Uint8Array | undefined {
  if (share >= 1) return training;
  const active = new Uint8Array(rows);
  const words = rowWords(rng, rows, keys);
  const limit = share * 2 ** 32;
  for (let row = 0; row < rows; row++) active[row] = words[row]! < limit && training?.[row] !== 0 ? 1 : 0;
  return active;
}

/** `share` of the features, at least one if there is any. @returns ascending. */
export function drawColumns(features: number, share: number, rng: TreeRng): number[] {
  const all = Array.from({ length: features }, (_, i) => i);
  const count = features === 0 ? 0 : Math.max(1, Math.round(features * share));
  if (count === features) return all;
  for (let i = 0; i < count; i++) {
    const j = i + below(rng, features - i);
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all.slice(0, count).sort((a, b) => a - b);
}

/**
 * Gradient-based one-side sampling (Ke et al. 2017, algorithm 2): keeps the `top` share of rows by |g|, and of the others
 * `other` (of all), made (1 - top) / other times heavier; the rest get no derivatives. Only the label party knows which.
 * @param active [rows] 1: the row is part of the tree; absent: all. @param keys as in `rowWords`.
 */
export function oneSideSample(
  exact: Derivatives,
  active: Uint8Array | undefined,
  { top, other }: { readonly top: number; readonly other: number },
  rng: TreeRng,
  keys?: Uint32Array,
): Derivatives {
  const { g, h } = exact;
  const n = g.length;
  const sizes = new Float64Array(n);
  let rows = 0;
  for (let row = 0; row < n; row++) if (active?.[row] !== 0) sizes[rows++] = Math.abs(g[row]!);
  if (rows === 0) return exact;
  const sorted = sizes.subarray(0, rows).sort();
  const kept = Math.round(rows * top);
  const threshold = kept === 0 ? Infinity : sorted[rows - kept]!;
  // Rows at the threshold itself: the first ones of them, as many as are left.
  let atThreshold = kept;
  for (let i = rows - 1; i >= 0 && sorted[i]! > threshold; i--) atThreshold--;
  let left = rows - kept;
  let draws = Math.min(left, Math.round(rows * other));
  const heavier = (1 - top) / other;
  const out = { g: new Float64Array(n), h: new Float64Array(n), gMost: 0, hMost: 0 };
  const order = keys === undefined ? undefined : inverse(keys);
  for (let i = 0; i < n; i++) {
    const row = order === undefined ? i : order[i]!;
    if (active?.[row] === 0) continue;
    const size = Math.abs(g[row]!);
    let weight = 0;
    if (size > threshold || (size === threshold && atThreshold-- > 0)) weight = 1;
    else {
      // Selection sampling (Knuth, TAOCP 2, 3.4.2, algorithm S): exactly `draws` of the rows left.
      if (uniform(rng) * left < draws) {
        weight = heavier;
        draws--;
      }
      left--;
    }
    out.g[row] = g[row]! * weight;
    out.h[row] = h[row]! * weight;
    out.gMost = Math.max(out.gMost, size * weight);
    out.hMost = Math.max(out.hMost, h[row]! * weight);
  }
  return out;
}

function inverse(keys: Uint32Array): Uint32Array {
  const order = new Uint32Array(keys.length);
  keys.forEach((key, row) => (order[key] = row));
  return order;
}

/**
 * What is drawn over rows follows their ids, not their order: an alignment draws the order anew, and the same data shall give
 * the same forest.
 */
import { seededRng } from '@coscore/models/data/rng.ts';

/** [rows] place of each row when they stand by id. @param ids [rows] normalised, unique. */
export function rowKeys(ids: readonly string[]): Uint32Array {
  const order = Uint32Array.from(ids, (_, row) => row).sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
  const keys = new Uint32Array(ids.length);
  order.forEach((row, place) => (keys[row] = place));
  return keys;
}

/**
 * Training rows that no tree is grown on and that decide when to stop; drawn without a look at labels.
 * @param train [rows] 1 = training row. @param keys [rows] a permutation. @returns [rows] 1 = held out.
 */
export function drawHoldout(train: Uint8Array, keys: Uint32Array, share: number, seed: number): Uint8Array {
  const byKey = new Uint32Array(train.length);
  keys.forEach((key, row) => (byKey[key] = row));
  const rows = byKey.filter((row) => train[row] === 1);
  const held = new Uint8Array(train.length);
  const rng = seededRng(seed);
  const count = Math.round(share * rows.length);
  for (let i = 0; i < count; i++) {
    const pick = i + rng.below(rows.length - i);
    held[rows[pick]!] = 1;
    rows[pick] = rows[i]!;
  }
  return held;
}

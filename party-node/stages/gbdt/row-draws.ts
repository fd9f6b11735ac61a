/**
 * What is drawn over rows follows their ids, not their order: an alignment draws the order anew, and the same data shall give
 * the same forest.
 *
 * Feature parties see which rows are drawn, tree by tree, and the seed is in the recipe. If rows were drawn by their rank by
 * id, enough trees would give the rank of every row: with `join: left`, of ids too that a feature party does not hold. So
 * rows are drawn in an order that the label party alone can know, made as its split is.
 */
import { seededRng } from '@coscore/models/data/rng.ts';
import { privateDraw, type SplitTable } from '../private-split.ts';

/** [rows] place of each row in the label party's own order; the same for the same rows in any order. */
export function rowKeys(table: SplitTable, seed: number): Uint32Array {
  const { order, rng } = privateDraw(table, 'forest rows', seed);
  // Fisher and Yates.
  for (let i = order.length - 1; i > 0; i--) {
    const other = rng.below(i + 1);
    [order[i], order[other]] = [order[other]!, order[i]!];
  }
  const keys = new Uint32Array(order.length);
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

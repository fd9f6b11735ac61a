/**
 * Applicants as a forest sees them: every owner says for each of its splits which rows go left, and who has the trees follows
 * them to their leaves. No value, bin or threshold of an owner is needed.
 */
import { encodeColumn, type BinSpec } from '../binning/spec.ts';
import type { Column } from '../data/frame.ts';
import type { Forest, SplitRecord } from '../gbdt/forest.ts';
import type { ForestExplainer } from '../gbdt/shap-rows.ts';

/** [records][ceil(rows / 8)] one bit a row, least significant first: 1 goes left. */
export type SplitSides = Uint8Array;

export const sideBytes = (rows: number): number => (rows + 7) >> 3;

/**
 * @param records in the order that `Split.record` counts. @param bins [features] of each feature.
 * @param columns [features] the rows' columns, of the same kind as in training; absent for a feature without a record.
 * @throws RangeError when a column that is needed is absent or of another kind.
 */
export function splitSides(
  records: readonly SplitRecord[],
  bins: readonly (readonly BinSpec[])[],
  columns: readonly (Column | undefined)[],
  rows: number,
): SplitSides {
  const bytes = sideBytes(rows);
  const sides = new Uint8Array(records.length * bytes);
  const codes = new Map<number, Uint16Array>();
  const codesOf = (feature: number): Uint16Array => {
    let found = codes.get(feature);
    if (found !== undefined) return found;
    const column = columns[feature];
    if (column === undefined) throw new RangeError(`feature ${feature} of a forest has no column`);
    found = encodeColumn(column, bins[feature]!);
    codes.set(feature, found);
    return found;
  };
  records.forEach(({ feature, goesLeft }, record) => {
    const of = codesOf(feature);
    const at = record * bytes;
    for (let row = 0; row < rows; row++) if (goesLeft[of[row]!] === 1) sides[at + (row >> 3)]! |= 1 << (row & 7);
  });
  return sides;
}

type SidesOf = ReadonlyMap<string, SplitSides>;

function goesLeft(sides: SidesOf, bytes: number, row: number): (owner: string, record: number) => boolean {
  return (owner, record) => {
    const byte = sides.get(owner)?.[record * bytes + (row >> 3)];
    if (byte === undefined) throw new RangeError(`${owner} did not say which side rows take at its split ${record}`);
    return ((byte >> (row & 7)) & 1) === 1;
  };
}

/** @param sides by owner. @returns [rows] raw score: log odds for `binary`. @throws RangeError when an owner's are too few. */
export function forestScores(forest: Forest, sides: SidesOf, rows: number): Float64Array {
  const bytes = sideBytes(rows);
  return Float64Array.from({ length: rows }, (_, row) => {
    const left = goesLeft(sides, bytes, row);
    let score = forest.baseScore;
    for (const { nodes } of forest.trees) {
      let node = nodes[0]!;
      while (node.kind === 'split') node = nodes[left(node.owner, node.record) ? node.left : node.right]!;
      score += node.value;
    }
    return score;
  });
}

/** @returns [columns of the explainer] what each adds to one row's raw score. @throws RangeError as `forestScores`. */
export function explainForestRow(explainer: ForestExplainer, sides: SidesOf, rows: number, row: number): Float64Array {
  return explainer.explain(goesLeft(sides, sideBytes(rows), row));
}

/**
 * Whole points that add up to a whole total: each is one of the two next to its exact value, the larger where most of it is
 * cut off otherwise (the largest-remainder method). @param exact points that add up to about `total`.
 */
export function wholePoints(exact: Float64Array, total: number): Int32Array {
  const points = Int32Array.from(exact, Math.floor);
  const left = total - points.reduce((sum, value) => sum + value, 0);
  const order = Array.from(exact.keys()).sort((a, b) => exact[b]! - points[b]! - (exact[a]! - points[a]!) || a - b);
  for (let i = 0; i < left; i++) points[order[i % order.length]!]!++;
  for (let i = 0; i > left; i--) points[order.at((i - 1) % order.length)!]!--;
  return points;
}

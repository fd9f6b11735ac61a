/**
 * Applicants as a scorecard sees them: each cell falls into a bin of training, each final bin has its whole points, and the
 * points of all features of all parties add up to the score (credit.md, "Scaling").
 */
import { encodeColumn, type BinSpec } from '../binning/spec.ts';
import type { Column } from '../data/frame.ts';

/** What the owner of a column keeps of it. */
export interface ScorecardFeature {
  readonly name: string;
  readonly kind: Column['kind'];
  /** [fine bins] */
  readonly bins: readonly BinSpec[];
  /** [fine bins] final bin of each. */
  readonly map: Uint16Array;
  /** [final bins] whole points. */
  readonly points: Int32Array;
}

export interface RowPoints {
  /** [rows] whole points. */
  readonly points: Int32Array;
  /** Rows with a level that training had not seen, or kept no bin of its own for; they count as "other". */
  readonly unseen: number;
}

/**
 * @param column of the same kind as in training; missing cells take the bin that holds missing values.
 * @throws RangeError when the column is of the other kind.
 */
export function rowPoints(feature: ScorecardFeature, column: Column): RowPoints {
  const codes = encodeColumn(column, feature.bins);
  const points = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row++) points[row] = feature.points[feature.map[codes[row]!]!]!;
  return { points, unseen: unseenRows(feature.bins, column) };
}

/** Rows with a level that training had not seen, or kept no bin of its own for. */
export function unseenRows(bins: readonly BinSpec[], column: Column): number {
  if (column.kind === 'number') return 0;
  const known = new Set(bins.flatMap((bin) => (bin.kind === 'levels' ? bin.levels : [])));
  const unseen = column.levels.map((level) => !known.has(level));
  return column.codes.reduce((count, code) => count + Number(code >= 0 && unseen[code]!), 0);
}

/** Adds in place. */
export function addPoints(total: Int32Array, part: Int32Array): void {
  for (let row = 0; row < total.length; row++) total[row] = total[row]! + part[row]!;
}

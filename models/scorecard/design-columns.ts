/** The kinds of column a design has, and how they are made from bins or raw values. */
import type { BinnedColumn } from '../binning/fine-bins.ts';
import type { Column } from '../data/frame.ts';
import { ModelError } from '../errors.ts';

export type DesignColumn =
  /** values[codes[i]] at row i. */
  | {
      readonly kind: 'coded';
      readonly name: string;
      /** [rows] */
      readonly codes: Uint8Array | Uint16Array;
      /** [bins] */
      readonly values: Float64Array;
    }
  | { readonly kind: 'dense'; readonly name: string; /** [rows] */ readonly values: Float64Array }
  | { readonly kind: 'intercept'; readonly name: string };

/** Standardised raw columns are clipped here: the fixed-point bounds of training need |x| <= 4. */
const RAW_LIMIT = 4;

/**
 * @param map [fine bins] final bin of each. @param values [final bins] what stands for a bin, |value| <= 4.
 */
export function codedColumn(binned: BinnedColumn, map: Uint16Array, values: Float64Array): DesignColumn {
  const codes = values.length <= 256 ? new Uint8Array(binned.codes.length) : new Uint16Array(binned.codes.length);
  for (let row = 0; row < codes.length; row++) codes[row] = map[binned.codes[row]!]!;
  return { kind: 'coded', name: binned.name, codes, values };
}

export interface Standardisation {
  readonly mean: number;
  readonly deviation: number;
}

/**
 * A raw number column with mean 0 and standard deviation 1 over its training rows, clipped to +-4; missing values get
 * the mean.
 * @param train [rows] 1 = training row.
 * @returns undefined in place of a column that is constant over the training rows.
 * @throws ModelError `category-needs-woe`.
 */
export function rawColumn(
  column: Column,
  train: Uint8Array,
): { readonly column: DesignColumn; readonly standardisation: Standardisation } | undefined {
  if (column.kind === 'category') {
    throw new ModelError(
      'category-needs-woe',
      `column ${column.name} is a category and has no number of its own; use woe: true or drop it`,
      { params: { column: column.name } },
    );
  }
  const standardisation = moments(column.values, train);
  if (!(standardisation.deviation > 1e-12 * Math.max(1, Math.abs(standardisation.mean)))) return undefined;
  const values = column.values.map((x) => standardise(x, standardisation));
  return { column: { kind: 'dense', name: column.name, values }, standardisation };
}

/** One raw value as the design sees it. */
function standardise(x: number, { mean, deviation }: Standardisation): number {
  if (Number.isNaN(x)) return 0;
  return Math.min(RAW_LIMIT, Math.max(-RAW_LIMIT, (x - mean) / deviation));
}

/** Two passes: a sum of squares alone would cancel on a column far from zero. */
function moments(values: Float64Array, train: Uint8Array): Standardisation {
  let n = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    if (train[i] === 0 || Number.isNaN(values[i]!)) continue;
    n++;
    sum += values[i]!;
  }
  const mean = n === 0 ? 0 : sum / n;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    if (train[i] === 1 && !Number.isNaN(values[i]!)) squares += (values[i]! - mean) ** 2;
  }
  return { mean, deviation: n === 0 ? 0 : Math.sqrt(squares / n) };
}

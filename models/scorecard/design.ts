/**
 * One party's columns as a matrix. A WoE column is one code a cell and a short table of values, so a matrix of n rows
 * and d columns takes n * d bytes, X w is table look-ups and X^T e is sums by bin.
 */
import type { DesignColumn } from './design-columns.ts';
import { correlationOf, gram } from './gram.ts';
import { leverages } from './leverage.ts';
import { ModelError } from '../errors.ts';

/** Fraction bits of fixed-point columns: |x| <= 4 takes 15 of the 16 bits. */
export const FRACTION_BITS = 12;

export class DesignMatrix {
  readonly rows: number;
  readonly columns: readonly DesignColumn[];
  /** Index of the intercept, or -1. */
  readonly intercept: number;

  /** @throws RangeError when columns differ in length. */
  constructor(rows: number, columns: readonly DesignColumn[]) {
    for (const column of columns) {
      const length =
        column.kind === 'coded' ? column.codes.length : column.kind === 'dense' ? column.values.length : rows;
      if (length !== rows) throw new RangeError(`column ${column.name} has ${length} rows, not ${rows}`);
    }
    this.rows = rows;
    this.columns = columns;
    this.intercept = columns.findIndex((column) => column.kind === 'intercept');
  }

  get names(): readonly string[] {
    return this.columns.map((column) => column.name);
  }

  /** The same columns at other rows, in that order. */
  takeRows(rows: Uint32Array): DesignMatrix {
    return new DesignMatrix(
      rows.length,
      this.columns.map((column) => takeColumnRows(column, rows)),
    );
  }

  /** Some of the columns, in the order given. */
  takeColumns(picked: readonly number[]): DesignMatrix {
    return new DesignMatrix(
      this.rows,
      picked.map((j) => this.columns[j]!),
    );
  }

  /** X w. @param weights [columns] @returns [rows], into `out` when given. */
  times(weights: Float64Array, out: Float64Array = new Float64Array(this.rows)): Float64Array {
    out.fill(0);
    this.columns.forEach((column, j) => addColumn(column, weights[j]!, out));
    return out;
  }

  /** X^T e. @param e [rows] @returns [columns] */
  transposeTimes(e: Float64Array): Float64Array {
    return Float64Array.from(this.columns, (column) => columnDot(column, e));
  }

  /** [columns] mean of x^2. */
  secondMoments(): Float64Array {
    return Float64Array.from(this.columns, (column) => meanSquare(column, this.rows));
  }

  /**
   * Column j as fixed point, round(x * 2^fractionBits).
   * @throws RangeError when a value does not fit 16 bits (WoE and clipped columns always do).
   */
  fixedColumn(j: number, fractionBits = FRACTION_BITS): Int16Array {
    return fixedPoint(this.#dense(j), fractionBits);
  }

  /** Column j with mean 0 and standard deviation 1 (population); all zero when it is constant. */
  standardisedColumn(j: number): Float64Array {
    const x = this.#dense(j);
    let sum = 0;
    let squares = 0;
    for (const value of x) sum += value;
    const mean = sum / x.length;
    for (const value of x) squares += (value - mean) ** 2;
    const deviation = Math.sqrt(squares / x.length);
    if (!(deviation > 1e-12)) return x.fill(0);
    return x.map((value) => (value - mean) / deviation);
  }

  /** [columns x columns] row-major Pearson correlation; a constant column has 0 with all others, 1 with itself. */
  correlation(): Float64Array {
    return correlationOf(this);
  }

  /** X^T diag(v) X, row-major. @param v [rows]; absent: ones. */
  gram(v?: Float64Array): Float64Array {
    return gram(this, v);
  }

  /** Largest leverage x_i^T (X^T X)^-1 x_i of any row, an intercept included whether or not this party holds it. */
  maxLeverage(): number {
    return leverages(this.intercept >= 0 ? this : new DesignMatrix(this.rows, [INTERCEPT, ...this.columns])).max;
  }

  #dense(j: number): Float64Array {
    const x = new Float64Array(this.rows);
    addColumn(this.columns[j]!, 1, x);
    return x;
  }
}

export const INTERCEPT: DesignColumn = { kind: 'intercept', name: '(intercept)' };

/**
 * A column that isolates rows lets its owner read their labels out of the gradient, so its node refuses to train on it.
 * @param design training rows only.
 * @throws ModelError `leverage-too-high`, with numbers only.
 */
export function checkLeverage(design: DesignMatrix, maxLeverage: number): number {
  const found = design.maxLeverage();
  if (found > maxLeverage) {
    throw new ModelError(
      'leverage-too-high',
      `a row has leverage ${found.toFixed(3)} in a design of ${design.columns.length} columns; at most ${maxLeverage} is allowed. ` +
        'Use fewer or larger bins, or drop the columns that single rows out',
      { params: { leverage: Number(found.toFixed(3)), limit: maxLeverage, columns: design.columns.length } },
    );
  }
  return found;
}

/** round(x * 2^fractionBits) in 16 bits. @throws RangeError when a value does not fit. */
function fixedPoint(values: Float64Array, fractionBits: number): Int16Array {
  const scale = 2 ** fractionBits;
  const fixed = new Int16Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const rounded = Math.round(values[i]! * scale);
    if (!(rounded >= -32768 && rounded <= 32767)) {
      throw new RangeError(`a value does not fit 16 bits at ${fractionBits} fraction bits`);
    }
    fixed[i] = rounded;
  }
  return fixed;
}

function addColumn(column: DesignColumn, weight: number, z: Float64Array): void {
  switch (column.kind) {
    case 'coded': {
      const { codes } = column;
      const table = column.values.map((value) => value * weight);
      for (let i = 0; i < z.length; i++) z[i]! += table[codes[i]!]!;
      return;
    }
    case 'dense': {
      const { values } = column;
      for (let i = 0; i < z.length; i++) z[i]! += values[i]! * weight;
      return;
    }
    case 'intercept':
      for (let i = 0; i < z.length; i++) z[i]! += weight;
  }
}

function columnDot(column: DesignColumn, e: Float64Array): number {
  let total = 0;
  switch (column.kind) {
    case 'coded': {
      const sums = sumsByCode(column.codes, column.values.length, e);
      for (let bin = 0; bin < sums.length; bin++) total += sums[bin]! * column.values[bin]!;
      return total;
    }
    case 'dense':
      for (let i = 0; i < e.length; i++) total += column.values[i]! * e[i]!;
      return total;
    case 'intercept':
      for (let i = 0; i < e.length; i++) total += e[i]!;
      return total;
  }
}

function sumsByCode(codes: Uint8Array | Uint16Array, bins: number, e: Float64Array): Float64Array {
  const sums = new Float64Array(bins);
  for (let i = 0; i < e.length; i++) sums[codes[i]!]! += e[i]!;
  return sums;
}

function meanSquare(column: DesignColumn, rows: number): number {
  if (column.kind === 'intercept') return 1;
  let total = 0;
  if (column.kind === 'dense') for (const value of column.values) total += value * value;
  else for (const code of column.codes) total += column.values[code]! ** 2;
  return rows === 0 ? 0 : total / rows;
}

function takeColumnRows(column: DesignColumn, rows: Uint32Array): DesignColumn {
  switch (column.kind) {
    case 'coded': {
      const codes = column.codes instanceof Uint8Array ? new Uint8Array(rows.length) : new Uint16Array(rows.length);
      for (let i = 0; i < rows.length; i++) codes[i] = column.codes[rows[i]!]!;
      return { ...column, codes };
    }
    case 'dense':
      return { ...column, values: Float64Array.from(rows, (row) => column.values[row]!) };
    case 'intercept':
      return column;
  }
}

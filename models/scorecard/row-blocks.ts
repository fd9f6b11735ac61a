/** A design unpacked a few rows at a time, for the sums of products that table look-ups cannot do. */
import type { DesignColumn } from './design-columns.ts';

/** Rows of a block: a column's part stays in the first-level cache. */
export const BLOCK_ROWS = 1024;

export interface Blocks {
  readonly rows: number;
  readonly columns: readonly DesignColumn[];
}

/**
 * Calls `visit` with rows [from, from + count).
 * `x` is [columns x BLOCK_ROWS], column j at j * BLOCK_ROWS, and is overwritten between calls.
 */
export function forEachBlock(design: Blocks, visit: (x: Float64Array, from: number, count: number) => void): void {
  const x = new Float64Array(design.columns.length * BLOCK_ROWS);
  for (let from = 0; from < design.rows; from += BLOCK_ROWS) {
    const count = Math.min(BLOCK_ROWS, design.rows - from);
    design.columns.forEach((column, j) => fill(column, from, x.subarray(j * BLOCK_ROWS, j * BLOCK_ROWS + count)));
    visit(x, from, count);
  }
}

function fill(column: DesignColumn, from: number, out: Float64Array): void {
  switch (column.kind) {
    case 'coded':
      for (let i = 0; i < out.length; i++) out[i] = column.values[column.codes[from + i]!]!;
      return;
    case 'dense':
      out.set(column.values.subarray(from, from + out.length));
      return;
    case 'intercept':
      out.fill(1);
  }
}

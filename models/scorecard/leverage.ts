/** Leverage h_i = x_i^T (X^T X)^-1 x_i (Hoaglin and Welsch 1978): 1 for a row that a column isolates, d/n on average. */
import { gram } from './gram.ts';
import { decompose, forwardSolve } from './linear-algebra.ts';
import { BLOCK_ROWS, forEachBlock, type Blocks } from './row-blocks.ts';

/** @returns the largest leverage and the rank of the design. */
export function leverages(design: Blocks): { readonly max: number; readonly rank: number } {
  const d = design.columns.length;
  const factor = decompose(gram(design), d);
  let max = 0;
  const row = new Float64Array(d);
  forEachBlock(design, (x, _from, count) => {
    for (let r = 0; r < count; r++) {
      for (let j = 0; j < d; j++) row[j] = x[j * BLOCK_ROWS + r]!;
      forwardSolve(factor, row);
      let leverage = 0;
      for (let j = 0; j < d; j++) leverage += row[j]! * row[j]!;
      if (leverage > max) max = leverage;
    }
  });
  let rank = 0;
  for (let j = 0; j < d; j++) if (factor[j * d + j] !== 0) rank++;
  return { max, rank };
}

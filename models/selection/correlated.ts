/** Multivariate screens, from the correlation matrix of all parties' kept columns. */
import { decompose, inverseDiagonal } from '../scorecard/linear-algebra.ts';

export interface CorrelatedColumns {
  /** [d] information value of each column; ties go to the earlier column. */
  readonly iv: readonly number[];
  /** [d x d] row-major. */
  readonly correlation: Float64Array;
}

/**
 * Greedy, strongest first: a column stays when its absolute correlation with every stronger one that stayed is at most
 * `limit`.
 * @returns indices of the columns to drop, ascending.
 */
export function dropCorrelated({ iv, correlation }: CorrelatedColumns, limit: number): number[] {
  const d = iv.length;
  const kept: number[] = [];
  const dropped: number[] = [];
  for (const column of byStrength(iv)) {
    const clash = kept.some((other) => Math.abs(correlation[column * d + other]!) > limit);
    (clash ? dropped : kept).push(column);
  }
  return dropped.sort((a, b) => a - b);
}

/**
 * Drops the column of highest variance inflation factor (ties: the weaker) until all are below `limit`.
 * @returns indices of the columns to drop, ascending.
 */
export function dropInflated({ iv, correlation }: CorrelatedColumns, limit: number): number[] {
  let kept = byStrength(iv);
  const dropped: number[] = [];
  while (kept.length > 1) {
    const vif = varianceInflation(submatrix(correlation, iv.length, kept), kept.length);
    let worst = 0;
    vif.forEach((value, i) => {
      if (value >= vif[worst]!) worst = i;
    });
    if (vif[worst]! < limit) break;
    dropped.push(kept[worst]!);
    kept = kept.filter((_, i) => i !== worst);
  }
  return dropped.sort((a, b) => a - b);
}

/**
 * Diagonal of the inverse correlation matrix; Infinity for a column that the ones before it determine.
 * @param correlation [d x d] row-major.
 */
export function varianceInflation(correlation: Float64Array, d: number): Float64Array {
  const factor = decompose(correlation, d);
  const vif = inverseDiagonal(factor, d);
  for (let j = 0; j < d; j++) if (factor[j * d + j] === 0) vif[j] = Infinity;
  return vif;
}

function byStrength(iv: readonly number[]): number[] {
  return iv.map((_, column) => column).sort((a, b) => iv[b]! - iv[a]! || a - b);
}

/** [k x k] of the rows and columns picked. */
export function submatrix(matrix: Float64Array, d: number, picked: readonly number[]): Float64Array {
  return Float64Array.from(picked.flatMap((row) => picked.map((column) => matrix[row * d + column]!)));
}

/** X^T V X and what follows from it. */
import { BLOCK_ROWS, forEachBlock, type Blocks } from './row-blocks.ts';

/** @param v [rows] row weights; absent: ones. @returns [d x d] row-major, both triangles. */
export function gram(design: Blocks, v?: Float64Array): Float64Array {
  const d = design.columns.length;
  const out = new Float64Array(d * d);
  const weighted = new Float64Array(BLOCK_ROWS);
  forEachBlock(design, (x, from, count) => {
    for (let i = 0; i < d; i++) {
      const xi = i * BLOCK_ROWS;
      for (let r = 0; r < count; r++) weighted[r] = v === undefined ? x[xi + r]! : x[xi + r]! * v[from + r]!;
      for (let j = 0; j <= i; j++) out[i * d + j]! += blockDot(weighted, x, j * BLOCK_ROWS, count);
    }
  });
  for (let i = 0; i < d; i++) for (let j = 0; j < i; j++) out[j * d + i] = out[i * d + j]!;
  return out;
}

/** Four running sums, so that an addition need not wait for the one before it. */
function blockDot(a: Float64Array, x: Float64Array, at: number, count: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let r = 0;
  for (; r + 3 < count; r += 4) {
    s0 += a[r]! * x[at + r]!;
    s1 += a[r + 1]! * x[at + r + 1]!;
    s2 += a[r + 2]! * x[at + r + 2]!;
    s3 += a[r + 3]! * x[at + r + 3]!;
  }
  for (; r < count; r++) s0 += a[r]! * x[at + r]!;
  return s0 + s1 + (s2 + s3);
}

/** [d] */
function columnMeans(design: Blocks): Float64Array {
  const sums = new Float64Array(design.columns.length);
  forEachBlock(design, (x, _from, count) => {
    for (let j = 0; j < sums.length; j++) {
      for (let r = 0; r < count; r++) sums[j]! += x[j * BLOCK_ROWS + r]!;
    }
  });
  return sums.map((sum) => sum / design.rows);
}

/** [d x d] Pearson correlation; a constant column has 0 with all others and 1 with itself. */
export function correlationOf(design: Blocks): Float64Array {
  const d = design.columns.length;
  const products = gram(design);
  const means = columnMeans(design);
  const covariance = (i: number, j: number): number => products[i * d + j]! / design.rows - means[i]! * means[j]!;
  const deviations = Float64Array.from(means, (_, j) => Math.sqrt(Math.max(0, covariance(j, j))));
  const out = new Float64Array(d * d);
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < d; j++) {
      const scale = deviations[i]! * deviations[j]!;
      if (i === j) out[i * d + j] = 1;
      else if (scale > 1e-12) out[i * d + j] = Math.min(1, Math.max(-1, covariance(i, j) / scale));
    }
  }
  return out;
}

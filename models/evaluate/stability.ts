/**
 * Population stability (credit.md): PSI = sum (a - e) ln(a / e). Without any shift it is about (1/n + 1/m) chi2(B - 1)
 * (Yurdakul and Naranjo 2020), so beside the usual 0.1 and 0.25 stands the value that chance alone exceeds in 5%.
 */
import { chiSquareQuantile } from './special.ts';

export interface Stability {
  readonly psi: number;
  /** What chance alone stays below with probability 0.95 at these sample sizes. */
  readonly threshold: number;
}

/**
 * @param expected [bins] rows of the reference sample. @param actual [bins] rows of the other.
 * An empty cell counts half a row. @throws RangeError when lengths differ or a sample is empty.
 */
export function stabilityOf(expected: Float64Array, actual: Float64Array): Stability {
  const n = sum(expected);
  const m = sum(actual);
  if (expected.length !== actual.length || n === 0 || m === 0) {
    throw new RangeError('stability compares two samples with rows over the same bins');
  }
  let psi = 0;
  let bins = 0;
  for (let bin = 0; bin < expected.length; bin++) {
    if (expected[bin] === 0 && actual[bin] === 0) continue;
    bins++;
    const e = Math.max(expected[bin]!, 0.5) / n;
    const a = Math.max(actual[bin]!, 0.5) / m;
    psi += (a - e) * Math.log(a / e);
  }
  return { psi, threshold: bins < 2 ? 0 : (1 / n + 1 / m) * chiSquareQuantile(0.05, bins - 1) };
}

/** Stability of a score over the deciles of the reference sample; ties collapse. */
export function scoreStability(reference: Float64Array, other: Float64Array): Stability {
  const sorted = reference.slice().sort();
  const edges: number[] = [];
  for (let k = 1; k < 10; k++) {
    const edge = sorted[Math.floor((k * sorted.length) / 10)]!;
    if (edge > (edges.at(-1) ?? sorted[0]!)) edges.push(edge);
  }
  return stabilityOf(countsBetween(reference, edges), countsBetween(other, edges));
}

function countsBetween(values: Float64Array, edges: readonly number[]): Float64Array {
  const counts = new Float64Array(edges.length + 1);
  for (const value of values) {
    let bin = 0;
    while (bin < edges.length && value >= edges[bin]!) bin++;
    counts[bin]!++;
  }
  return counts;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

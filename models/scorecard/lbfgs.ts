/**
 * Vector-free L-BFGS (Chen, Wang and Zhou, NIPS 2014, algorithms 3 and 4): the two-loop recursion on coefficients of a
 * basis instead of on vectors. It needs only the basis's inner products, so no party sees another's vectors.
 */

/** Least curvature s y / s s that is taken at its word (Li and Fukushima 2001); below it is rounding, not shape. */
const CAUTION = 1e-4;

/** Basis: s_1..s_m (steps), y_1..y_m (changes of gradient), g (gradient); oldest pair first. */
export interface Basis {
  readonly pairs: number;
  /** [(2m+1) x (2m+1)] inner products, row-major. */
  readonly gram: Float64Array;
}

export function basisSize(pairs: number): number {
  return 2 * pairs + 1;
}

export function inner({ gram, pairs }: Basis, a: number, b: number): number {
  return gram[a * basisSize(pairs) + b]!;
}

/**
 * Coefficients of -H g on the basis, H the inverse Hessian that the usable pairs approximate. A pair without
 * curvature would make H indefinite or huge, so it is passed over. Without a usable pair: -startScale * g.
 * @returns [2m+1]
 */
export function direction(basis: Basis, startScale: number): Float64Array {
  const m = basis.pairs;
  const g = 2 * m;
  const delta = new Float64Array(basisSize(m));
  delta[g] = -1;
  const usable = usablePairs(basis);
  if (usable.length === 0) {
    delta[g] = -startScale;
    return delta;
  }
  const alpha = new Float64Array(m);
  for (const i of usable.toReversed()) {
    alpha[i] = combine(basis, delta, i) / inner(basis, i, m + i);
    delta[m + i]! -= alpha[i]!;
  }
  const newest = usable.at(-1)!;
  const scale = inner(basis, newest, m + newest) / inner(basis, m + newest, m + newest);
  for (let j = 0; j < delta.length; j++) delta[j]! *= scale;
  for (const i of usable) {
    const beta = combine(basis, delta, m + i) / inner(basis, i, m + i);
    delta[i]! += alpha[i]! - beta;
  }
  return delta;
}

/** Inner product of basis vector `b` with the combination `delta`. */
export function combine(basis: Basis, delta: Float64Array, b: number): number {
  let total = 0;
  for (let j = 0; j < delta.length; j++) total += delta[j]! * inner(basis, j, b);
  return total;
}

/** Length of the combination `delta`. */
export function lengthOf(basis: Basis, delta: Float64Array): number {
  let total = 0;
  for (let j = 0; j < delta.length; j++) total += delta[j]! * combine(basis, delta, j);
  return Math.sqrt(Math.max(0, total));
}

function usablePairs(basis: Basis): number[] {
  const m = basis.pairs;
  const usable: number[] = [];
  for (let i = 0; i < m; i++) {
    const sy = inner(basis, i, m + i);
    if (sy > CAUTION * inner(basis, i, i)) usable.push(i);
  }
  return usable;
}

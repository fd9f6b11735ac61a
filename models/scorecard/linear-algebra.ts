/** Small dense symmetric systems, row-major (Golub and Van Loan, Matrix Computations, 4.2). */

/** A pivot this small beside its diagonal means that the columns before it determine the column. */
const DEPENDENT = 1e-10;

/**
 * Cholesky factor L with A = L L^T, lower triangle filled. A column that depends on those before it gets a zero column,
 * so solves project it away instead of dividing by rounding noise.
 * @param a [d x d] symmetric, positive semi-definite. @returns [d x d]
 */
export function decompose(a: Float64Array, d: number): Float64Array {
  const l = new Float64Array(d * d);
  for (let j = 0; j < d; j++) {
    let pivot = a[j * d + j]!;
    for (let k = 0; k < j; k++) pivot -= l[j * d + k]! ** 2;
    if (!(pivot > DEPENDENT * a[j * d + j]!)) continue;
    const root = Math.sqrt(pivot);
    l[j * d + j] = root;
    for (let i = j + 1; i < d; i++) {
      let dot = a[i * d + j]!;
      for (let k = 0; k < j; k++) dot -= l[i * d + k]! * l[j * d + k]!;
      l[i * d + j] = dot / root;
    }
  }
  return l;
}

/** In place: x becomes L^-1 x (0 in dependent columns). */
export function forwardSolve(l: Float64Array, x: Float64Array): Float64Array {
  const d = x.length;
  for (let i = 0; i < d; i++) {
    const pivot = l[i * d + i]!;
    let value = x[i]!;
    for (let k = 0; k < i; k++) value -= l[i * d + k]! * x[k]!;
    x[i] = pivot === 0 ? 0 : value / pivot;
  }
  return x;
}

/** @returns x with A x = b, where `l` is the factor of A; b is kept. */
export function solve(l: Float64Array, b: Float64Array): Float64Array {
  const d = b.length;
  const x = forwardSolve(l, b.slice());
  for (let i = d - 1; i >= 0; i--) {
    const pivot = l[i * d + i]!;
    let value = x[i]!;
    for (let k = i + 1; k < d; k++) value -= l[k * d + i]! * x[k]!;
    x[i] = pivot === 0 ? 0 : value / pivot;
  }
  return x;
}

/** [d] diagonal of A^-1, where `l` is the factor of A. */
export function inverseDiagonal(l: Float64Array, d: number): Float64Array {
  const diagonal = new Float64Array(d);
  for (let j = 0; j < d; j++) {
    const unit = new Float64Array(d);
    unit[j] = 1;
    diagonal[j] = solve(l, unit)[j]!;
  }
  return diagonal;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!;
  return total;
}

// Real numbers to fixed point in Z_2^64 and back.

/**
 * out[i] = round(x[i] * scale), halves to even; scale is a power of two, so the product is exact.
 * @returns how many x are not finite or above `bound` in magnitude; those are written as 0.
 */
export function encodeFixed(x: usize, out: usize, n: u32, scale: f64, bound: f64): u32 {
  let refused: u32 = 0;
  for (let i: u32 = 0; i < n; i++) {
    const value: f64 = load<f64>(x + ((<usize>i) << 3));
    if (abs<f64>(value) <= bound) {
      store<i64>(out + ((<usize>i) << 3), <i64>nearest<f64>(value * scale));
    } else {
      refused++;
      store<i64>(out + ((<usize>i) << 3), 0);
    }
  }
  return refused;
}

/** out[i] = x[i] / scale with x read as signed; rounded once, to the nearest double. */
export function decodeFixed(x: usize, out: usize, n: u32, inverseScale: f64): void {
  for (let i: u32 = 0; i < n; i++) {
    store<f64>(out + ((<usize>i) << 3), <f64>load<i64>(x + ((<usize>i) << 3)) * inverseScale);
  }
}

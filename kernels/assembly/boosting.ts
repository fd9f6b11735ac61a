// Derivatives of losses over rows, their totals, and their rounding to whole numbers. Two rows at a time.

/** 1.5 x 2^52: adding it rounds to a whole number, and leaves that in the low bits. */
const ROUNDER: f64 = 6755399441055744;

function all(x: f64): v128 {
  return f64x2.splat(x);
}

function linear(a: v128, b: f64, c: f64): v128 {
  return f64x2.add(f64x2.mul(a, all(b)), all(c));
}

/**
 * e^x for |x| <= 708, farther out e^(+-708): x = n ln 2 + r, |r| <= ln 2 / 2, and the Taylor series of e^r to r^13, whose rest
 * is below 1e-17 (terms in pairs, then in fours: Estrin). Errors are below 1e-15, and the same on every machine.
 */
function exponential(x: v128): v128 {
  const held: v128 = f64x2.min(f64x2.max(x, all(-708)), all(708));
  const shifted: v128 = linear(held, 1.4426950408889634, ROUNDER);
  const n: v128 = f64x2.sub(shifted, all(ROUNDER));
  const r: v128 = f64x2.sub(
    f64x2.sub(held, f64x2.mul(n, all(0.6931471803691238))),
    f64x2.mul(n, all(1.9082149292705877e-10)),
  );
  const r2: v128 = f64x2.mul(r, r);
  const r4: v128 = f64x2.mul(r2, r2);
  const r8: v128 = f64x2.mul(r4, r4);
  const a: v128 = f64x2.add(linear(r, 1, 1), f64x2.mul(r2, linear(r, 1.0 / 6, 1.0 / 2)));
  const b: v128 = f64x2.add(linear(r, 1.0 / 120, 1.0 / 24), f64x2.mul(r2, linear(r, 1.0 / 5040, 1.0 / 720)));
  const c: v128 = f64x2.add(
    linear(r, 1.0 / 362880, 1.0 / 40320),
    f64x2.mul(r2, linear(r, 1.0 / 39916800, 1.0 / 3628800)),
  );
  const d: v128 = linear(r, 1.0 / 6227020800, 1.0 / 479001600);
  const series: v128 = f64x2.add(f64x2.add(a, f64x2.mul(r4, b)), f64x2.mul(r8, f64x2.add(c, f64x2.mul(r4, d))));
  const power: v128 = i64x2.shl(i64x2.add(shifted, i64x2.splat(1023)), 52);
  return f64x2.mul(series, power);
}

/** log(1 + e) for 0 <= e <= 1: 2 atanh(e / (2 + e)) by its series to s^33, whose rest is below 1e-17. */
function logOnePlus(e: v128): v128 {
  const s: v128 = f64x2.div(e, f64x2.add(e, all(2)));
  const q: v128 = f64x2.mul(s, s);
  const q2: v128 = f64x2.mul(q, q);
  const q4: v128 = f64x2.mul(q2, q2);
  const q8: v128 = f64x2.mul(q4, q4);
  const a: v128 = f64x2.add(linear(q, 1.0 / 3, 1), f64x2.mul(q2, linear(q, 1.0 / 7, 1.0 / 5)));
  const b: v128 = f64x2.add(linear(q, 1.0 / 11, 1.0 / 9), f64x2.mul(q2, linear(q, 1.0 / 15, 1.0 / 13)));
  const c: v128 = f64x2.add(linear(q, 1.0 / 19, 1.0 / 17), f64x2.mul(q2, linear(q, 1.0 / 23, 1.0 / 21)));
  const d: v128 = f64x2.add(linear(q, 1.0 / 27, 1.0 / 25), f64x2.mul(q2, linear(q, 1.0 / 31, 1.0 / 29)));
  const low: v128 = f64x2.add(a, f64x2.mul(q4, b));
  const high: v128 = f64x2.add(f64x2.add(c, f64x2.mul(q4, d)), f64x2.mul(q8, all(1.0 / 33)));
  return f64x2.mul(f64x2.mul(s, all(2)), f64x2.add(low, f64x2.mul(q8, high)));
}

/**
 * g and h of the loss at `scores`; all f64, n even (what is left over weighs 0).
 * @param logistic 1: labels 0 or 1 and log odds; 0: squared error @param most f64x2 x 2, in and out: the largest |g| and h.
 */
export function derivatives(
  logistic: u32,
  scores: usize,
  labels: usize,
  weights: usize,
  n: u32,
  g: usize,
  h: usize,
  most: usize,
): void {
  let gMost: v128 = v128.load(most);
  let hMost: v128 = v128.load(most, 16);
  for (let i: usize = 0, end: usize = (<usize>n) << 3; i < end; i += 16) {
    const x: v128 = v128.load(scores + i);
    const y: v128 = v128.load(labels + i);
    const w: v128 = v128.load(weights + i);
    let slope: v128;
    let curve: v128;
    if (logistic) {
      const p: v128 = f64x2.div(all(1), f64x2.add(all(1), exponential(f64x2.neg(x))));
      slope = f64x2.mul(f64x2.sub(p, y), w);
      curve = f64x2.mul(f64x2.mul(p, f64x2.sub(all(1), p)), w);
    } else {
      slope = f64x2.mul(f64x2.sub(x, y), w);
      curve = w;
    }
    gMost = f64x2.pmax(gMost, f64x2.abs(slope));
    hMost = f64x2.pmax(hMost, curve);
    v128.store(g + i, slope);
    v128.store(h + i, curve);
  }
  v128.store(most, gMost);
  v128.store(most, hMost, 16);
}

/**
 * Adds the weighted loss of every row to `totals` (f64x2 x 2): in whole parts of 2^-20, and what that leaves in whole parts of
 * 2^-50. Sums of whole numbers below 2^53 do not depend on the order of rows.
 */
export function addLosses(logistic: u32, scores: usize, labels: usize, weights: usize, n: u32, totals: usize): void {
  let coarse: v128 = v128.load(totals);
  let fine: v128 = v128.load(totals, 16);
  for (let i: usize = 0, end: usize = (<usize>n) << 3; i < end; i += 16) {
    const x: v128 = v128.load(scores + i);
    const y: v128 = v128.load(labels + i);
    const w: v128 = v128.load(weights + i);
    let loss: v128;
    if (logistic) {
      // log(1 + e^x) - y x, without overflow.
      const tail: v128 = logOnePlus(exponential(f64x2.neg(f64x2.abs(x))));
      loss = f64x2.add(f64x2.max(x, all(0)), f64x2.sub(tail, f64x2.mul(y, x)));
    } else {
      const off: v128 = f64x2.sub(x, y);
      loss = f64x2.mul(f64x2.mul(off, off), all(0.5));
    }
    const scaled: v128 = f64x2.mul(f64x2.mul(loss, w), all(1048576));
    const whole: v128 = f64x2.nearest(scaled);
    coarse = f64x2.add(coarse, whole);
    fine = f64x2.add(fine, f64x2.nearest(f64x2.mul(f64x2.sub(scaled, whole), all(1073741824))));
  }
  v128.store(totals, coarse);
  v128.store(totals, fine, 16);
}

/**
 * floor(x scale + u) of both, u from the halves of one word a row; a row without derivatives stays without.
 * @param words u32 @param gOut i32 @param hOut u32, both at most `gMost` and `hMost` @param sums i64 x 2, added to.
 */
export function roundPairs(
  g: usize,
  h: usize,
  words: usize,
  n: u32,
  gScale: f64,
  hScale: f64,
  gMost: f64,
  hMost: f64,
  gOut: usize,
  hOut: usize,
  sums: usize,
): void {
  let gSum: i64 = load<i64>(sums);
  let hSum: i64 = load<i64>(sums, 8);
  const scales: v128 = f64x2.replace_lane(all(gScale), 1, hScale);
  const most: v128 = f64x2.replace_lane(all(gMost), 1, hMost);
  for (let i: usize = 0; i < <usize>n; i++) {
    // g and h of a row side by side, and their parts of its word as numbers.
    const both: v128 = v128.load64_lane(h + (i << 3), v128.load64_zero(g + (i << 3)), 1);
    const word: u32 = load<u32>(words + (i << 2));
    const halves: v128 = i32x4.replace_lane(i32x4.splat(<i32>(word >> 16)), 1, <i32>(word & 0xffff));
    const uniform: v128 = f64x2.mul(f64x2.convert_low_i32x4_s(halves), all(1.0 / 65536));
    const rounded: v128 = f64x2.pmin(f64x2.floor(f64x2.add(f64x2.mul(both, scales), uniform)), most);
    // Below 2^31 by the limits, so the signed conversion suits both.
    const numbers: v128 = i32x4.trunc_sat_f64x2_s_zero(v128.and(rounded, f64x2.ne(both, all(0))));
    const a: i32 = i32x4.extract_lane(numbers, 0);
    const b: i32 = i32x4.extract_lane(numbers, 1);
    store<i32>(gOut + (i << 2), a);
    store<i32>(hOut + (i << 2), b);
    gSum += <i64>a;
    hSum += <i64>b;
  }
  store<i64>(sums, gSum);
  store<i64>(sums, hSum, 8);
}

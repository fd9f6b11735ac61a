// Sines and cosines of multiples of an angle that is an integer mod 2^30 (a full turn). Only IEEE 754 operations of WASM,
// so that two machines always make the same integers out of the same public angle.

const TURN_BITS: u32 = 30;
const FINE_BITS: u32 = 15;
const FINE: u32 = 1 << FINE_BITS;
const COARSE: u32 = 1 << (TURN_BITS - FINE_BITS);
// Adding 1.5 * 2^52 leaves round(x), halves to even, in the low bits of the double.
const ROUNDER: f64 = 6755399441055744.0;

let table: usize = 0;

/** @param at (2^15 + 2^15) * 16 bytes that stay ours: cos, sin of coarse angles, then of fine ones. */
export function initAngles(at: usize): void {
  table = at;
  for (let i: u32 = 0; i < COARSE; i++) storeAngle(at + ((<usize>i) << 4), <f64>i / <f64>COARSE);
  const fine: usize = at + ((<usize>COARSE) << 4);
  for (let i: u32 = 0; i < FINE; i++) storeAngle(fine + ((<usize>i) << 4), <f64>i / <f64>(1 << TURN_BITS));
}

function storeAngle(at: usize, turns: f64): void {
  const angle: f64 = 2.0 * Math.PI * turns;
  store<f64>(at, Math.cos(angle));
  store<f64>(at, Math.sin(angle), 8);
}

/** (cos, sin) of 2 pi m / 2^30. */
function unit(m: u32): v128 {
  const coarse: v128 = v128.load(table + ((<usize>(m >> FINE_BITS)) << 4));
  const fine: v128 = v128.load(table + ((<usize>(COARSE + (m & (FINE - 1)))) << 4));
  return turn(coarse, fine);
}

/** The complex product of (re, im) pairs. */
function turn(a: v128, b: v128): v128 {
  const re: v128 = v128.shuffle<f64>(b, b, 0, 0);
  const im: v128 = v128.shuffle<f64>(b, b, 1, 1);
  const swapped: v128 = v128.shuffle<f64>(a, a, 1, 0);
  const cross: v128 = f64x2.mul(swapped, im);
  const signed: v128 = v128.xor(cross, i64x2(0x8000000000000000, 0));
  return f64x2.add(f64x2.mul(a, re), signed);
}

function rounded(x: v128): v128 {
  const rounder: v128 = f64x2.splat(ROUNDER);
  return i64x2.sub(f64x2.add(x, rounder), rounder);
}

/**
 * out[i][k] = (round(scale cos(k a_i)), round(scale sin(k a_i))) - mask[i][k] mod 2^64, k = 1..terms, a_i = 2 pi r_i / 2^30.
 * @param out [n x terms x 2]; may be `mask`.
 */
export function harmonicsLess(r: usize, n: u32, terms: u32, scale: f64, mask: usize, out: usize): void {
  const scales: v128 = f64x2.splat(scale);
  let at: usize = 0;
  for (let i: u32 = 0; i < n; i++) {
    const step: v128 = unit(load<u32>(r + ((<usize>i) << 2)));
    let harmonic: v128 = step;
    for (let k: u32 = 0; k < terms; k++) {
      const value: v128 = rounded(f64x2.mul(harmonic, scales));
      v128.store(out + at, i64x2.sub(value, v128.load(mask + at)));
      harmonic = turn(harmonic, step);
      at += 16;
    }
  }
}

/**
 * out[i] = constant + round(N_i / 2^shift) mod 2^64 with the integer
 * N_i = sum_k round(c_k sin(k b_i)) C[i][k] - round(c_k cos(k b_i)) S[i][k], b_i = 2 pi m_i / 2^30: with (C, S) = (cos, sin)
 * of k a_i that is the sum of c_k sin(k (b_i - a_i)). Shares count as integers, from 0 on, or from -2^64 on if `negative`.
 * N_i has up to 96 bits: products with the shares' upper and lower halves are summed apart, each below 2^63.
 * @param coefficients [terms] already scaled, absolute sum below 2^30. @param shares [n x terms x 2]. @param shift 0 to 32.
 */
export function sumHarmonics(
  m: usize,
  n: u32,
  terms: u32,
  coefficients: usize,
  shares: usize,
  negative: u32,
  shift: u32,
  constant: u64,
  out: usize,
): void {
  const lower: v128 = i64x2.splat(0xffffffff);
  const half: i64 = shift > 0 ? (<i64>1) << (shift - 1) : 0;
  let at: usize = 0;
  for (let i: u32 = 0; i < n; i++) {
    const step: v128 = unit(load<u32>(m + ((<usize>i) << 2)));
    // (sin, -cos) is the angle a quarter turn back: it starts at (0, -1) and turns by the same step.
    let harmonic: v128 = turn(f64x2(0.0, -1.0), step);
    let high: v128 = i64x2.splat(0);
    let low: v128 = i64x2.splat(0);
    let weights: v128 = i64x2.splat(0);
    for (let k: u32 = 0; k < terms; k++) {
      const weight: v128 = rounded(f64x2.mul(harmonic, v128.load_splat<u64>(coefficients + ((<usize>k) << 3))));
      const share: v128 = v128.load(shares + at);
      high = i64x2.add(high, i64x2.mul(weight, i64x2.shr_u(share, 32)));
      low = i64x2.add(low, i64x2.mul(weight, v128.and(share, lower)));
      weights = i64x2.add(weights, weight);
      harmonic = turn(harmonic, step);
      at += 16;
    }
    let sum: i64 = (lanes(high) << (32 - shift)) + ((lanes(low) + half) >> shift);
    if (negative && shift > 0) sum -= lanes(weights) << (64 - shift);
    store<u64>(out + ((<usize>i) << 3), constant + <u64>sum);
  }
}

function lanes(x: v128): i64 {
  return i64x2.extract_lane(x, 0) + i64x2.extract_lane(x, 1);
}

/** Deterministic on every machine, unlike the host's own. */
export function sine(x: f64): f64 {
  return Math.sin(x);
}

/** Deterministic on every machine, unlike the host's own. */
export function exponential(x: f64): f64 {
  return Math.exp(x);
}

/**
 * Mathematics of the shared sigmoid: the series, its coefficients, and logits as angles.
 *
 * The sigmoid less 1/2 is odd; on [-12, 12] it is close to a short sine series of period 32, and a sine series can be
 * evaluated on a masked angle: sin(k(m - r)) = sin(km) cos(kr) - cos(km) sin(kr), linear in what the mask's dealer shares.
 * The period leaves a gap of 8 beyond +-12 that the series may fill as it likes, which is why it converges so fast.
 */
import { exponential, sine, TURN_BITS } from '@coscore/kernels';
import type { Csprng } from '@coscore/crypto';
import { wordsOf } from '@coscore/crypto/ring/bytes.ts';
import { ProtocolError } from '../errors.ts';

/** z is known to 2^-25. */
export const LOGIT_FRACTION_BITS = 25;
/** Of the dealt sines and cosines: at most 2^24, so that shares of one fail to wrap with probability 2^-40 only. */
export const TABLE_FRACTION_BITS = 24;
/** Of the public factors, coefficient times sine or cosine of the opened angle. */
export const COEFFICIENT_FRACTION_BITS = 28;
/** Of the result: what the ring has room for beside a sum over rows (crypto/ring/fixed-point.ts). */
export const SIGMOID_FRACTION_BITS = 28;
/** Bits that the sum of products has more than the result; each party drops them from its share, which costs one step. */
export const DROPPED_BITS = TABLE_FRACTION_BITS + COEFFICIENT_FRACTION_BITS - SIGMOID_FRACTION_BITS;
/** The series holds for |z| up to this. */
export const LOGIT_BOUND = 12;
/** Period of the series in z: 2^5, so that a period is 2^30 steps of z, a full turn of the kernels' angles. */
export const PERIOD = 2 ** (TURN_BITS - LOGIT_FRACTION_BITS);
export const MAX_TERMS = 32;

/** Encoded logits and their shares are residues of this. */
export const LOGIT_MODULUS = 2 ** TURN_BITS;

const TURN_MASK = LOGIT_MODULUS - 1;
/** Bytes of tables in one message or one draw from a seed. */
const BLOCK_BYTES = 1 << 17;

/** Rows of one block of tables of `terms` harmonics; both ends and the helper cut alike. */
export function rowsPerBlock(terms: number): number {
  return Math.floor(BLOCK_BYTES / (terms * 16));
}

/**
 * Logits in steps of 2^-25, mod 2^30; the parties' encodings add up to the encoding of the sum, within half a step each.
 * @param z [n] @param bound largest |z|; the bounds of all parties must add up to at most LOGIT_BOUND.
 * @returns [n] below 2^30. @throws ProtocolError `overflow` with the count of values above the bound or not finite.
 */
export function encodeLogit(z: Float64Array, bound: number = LOGIT_BOUND): Uint32Array<ArrayBuffer> {
  const out = new Uint32Array(z.length);
  let refused = 0;
  for (let i = 0; i < z.length; i++) {
    const value = z[i]!;
    if (!(Math.abs(value) <= bound)) refused++;
    out[i] = Math.round(value * 2 ** LOGIT_FRACTION_BITS) & TURN_MASK;
  }
  if (refused > 0) {
    throw new ProtocolError('overflow', `${refused} of ${z.length} logits are not finite or above ${bound}`, {
      params: { values: refused },
    });
  }
  return out;
}

/** [n] the sum of two encoded logits, or of two shares of one, mod 2^30. */
export function addLogits(a: Uint32Array, b: Uint32Array): Uint32Array<ArrayBuffer> {
  if (a.length !== b.length) throw new ProtocolError('wrong-size', `logits of ${a.length} and ${b.length} rows`);
  const out = new Uint32Array(a.length);
  for (let i = 0; i < a.length; i++) out[i] = (a[i]! + b[i]!) & TURN_MASK;
  return out;
}

/** Two additive shares of encoded logits, each alone uniform. @param z [n] below 2^30. @returns [n] each. */
export function shareLogit(z: Uint32Array, csprng: Csprng): readonly [Uint32Array, Uint32Array] {
  const one = maskedAngles(csprng.bytes(z.length * 4));
  const other = new Uint32Array(z.length);
  for (let i = 0; i < z.length; i++) other[i] = (z[i]! - one[i]!) & TURN_MASK;
  return [one, other];
}

/** [n] uniform angles from 4 n uniform bytes. 2^30 divides 2^32: cutting bits off is exact. */
export function maskedAngles(bytes: Uint8Array): Uint32Array<ArrayBuffer> {
  const out = wordsOf(bytes);
  for (let i = 0; i < out.length; i++) out[i] = out[i]! & TURN_MASK;
  return out;
}

/** Whether every entry is an angle. */
export function areAngles(values: Uint32Array): boolean {
  let bits = 0;
  for (let i = 0; i < values.length; i++) bits |= values[i]!;
  return (bits & ~TURN_MASK) === 0;
}

/**
 * c_k of sigmoid(z) ~ 1/2 + sum_k c_k sin(2 pi k z / 32) by least squares on [-12, 12]: Householder QR on an even grid.
 * Only +, -, *, /, sqrt and the kernels' own sine and exponential, so that both ends compute the same bits.
 * @param terms K, 1 to 32. @returns [K]; maximal error 3.0e-3 (K = 8), 2.2e-4 (12), 1.6e-5 (16).
 */
export function sigmoidSeries(terms: number): Float64Array<ArrayBuffer> {
  const GRID = 1200;
  const rows = GRID + 1;
  const columns = Array.from({ length: terms }, () => new Float64Array(rows));
  const rest = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const z = (LOGIT_BOUND * i) / GRID;
    // Both sides are odd: the negative half adds nothing.
    for (let k = 1; k <= terms; k++) columns[k - 1]![i] = sine((2 * Math.PI * k * z) / PERIOD);
    rest[i] = 1 / (1 + exponential(-z)) - 0.5;
  }
  return leastSquares(columns, rest);
}

/** Minimises |columns c - rest|; both are overwritten. @param columns [K][rows], K at most rows. */
function leastSquares(columns: readonly Float64Array[], rest: Float64Array): Float64Array<ArrayBuffer> {
  const terms = columns.length;
  const diagonal = new Float64Array(terms);
  for (let k = 0; k < terms; k++) {
    // The reflection that sends column k, below row k, to a multiple of the first unit vector.
    const v = columns[k]!.subarray(k);
    const norm = Math.sqrt(dot(v, v));
    const alpha = v[0]! > 0 ? -norm : norm;
    diagonal[k] = alpha;
    v[0]! -= alpha;
    const scale = 2 / dot(v, v);
    for (const other of [...columns.slice(k + 1), rest]) {
      const tail = other.subarray(k);
      const factor = scale * dot(v, tail);
      for (let i = 0; i < v.length; i++) tail[i]! -= factor * v[i]!;
    }
  }
  const c = new Float64Array(terms);
  for (let k = terms - 1; k >= 0; k--) {
    let sum = rest[k]!;
    for (let j = k + 1; j < terms; j++) sum -= columns[j]![k]! * c[j]!;
    c[k] = sum / diagonal[k]!;
  }
  return c;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

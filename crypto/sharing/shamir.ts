/**
 * Shamir's secret sharing (CACM 22(11), 1979), byte by byte over GF(2^8) with the AES polynomial x^8 + x^4 + x^3 + x + 1
 * (FIPS 197, 4.2). `threshold` shares give the secret; fewer say nothing about it.
 *
 * Timing: field operations have no branch and no table look-up on secret bytes; JavaScript promises no more than that.
 */
import { CryptoError } from '../errors.ts';
import type { Csprng } from '../rng.ts';

export interface Share {
  /** Where the polynomials were evaluated, 1 to 255; public. */
  readonly x: number;
  /** As long as the secret. */
  readonly bytes: Uint8Array;
}

/**
 * @param xs distinct evaluation points, 1 to 255, one a holder.
 * @param threshold 1 to xs.length shares that reconstruct.
 * @returns one share for each of `xs`, in that order.
 * @throws CryptoError `out-of-range`.
 */
export function splitSecret(secret: Uint8Array, xs: readonly number[], threshold: number, rng: Csprng): Share[] {
  checkPoints(xs);
  if (!Number.isInteger(threshold) || threshold < 1 || threshold > xs.length) {
    throw new CryptoError('out-of-range', `a threshold of ${threshold} does not fit ${xs.length} shares`);
  }
  const coefficients = [secret, ...Array.from({ length: threshold - 1 }, () => rng.bytes(secret.length))];
  return xs.map((x) => ({ x, bytes: Uint8Array.from(secret, (_, at) => evaluate(coefficients, at, x)) }));
}

/** Horner's rule at byte `at`. */
function evaluate(coefficients: readonly Uint8Array[], at: number, x: number): number {
  let y = 0;
  for (let degree = coefficients.length - 1; degree >= 0; degree--) y = multiply(y, x) ^ coefficients[degree]![at]!;
  return y;
}

/**
 * Lagrange interpolation at 0. With fewer shares than the threshold, or a wrong one, the result is another secret: the
 * caller knows the threshold and has something to check the result against.
 * @throws CryptoError `out-of-range` for repeated or impossible points; `bad-length` for shares of different lengths.
 */
export function combineShares(shares: readonly Share[]): Uint8Array {
  const xs = shares.map((share) => share.x);
  checkPoints(xs);
  const length = shares[0]!.bytes.length;
  const secret = new Uint8Array(length);
  for (const { x, bytes } of shares) {
    if (bytes.length !== length) throw new CryptoError('bad-length', `shares of ${bytes.length} and ${length} bytes`);
    let weight = 1; // product of x_j / (x_j - x); minus is xor here
    for (const other of xs) if (other !== x) weight = multiply(weight, multiply(other, invert(other ^ x)));
    for (let at = 0; at < length; at++) secret[at]! ^= multiply(weight, bytes[at]!);
  }
  return secret;
}

function checkPoints(xs: readonly number[]): void {
  const valid = xs.every((x) => Number.isInteger(x) && x >= 1 && x <= 255);
  if (xs.length === 0 || !valid || new Set(xs).size !== xs.length) {
    throw new CryptoError('out-of-range', 'shares need distinct points from 1 to 255');
  }
}

/** a * b in GF(2^8). */
export function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 0; bit < 8; bit++) {
    product ^= a & -((b >> bit) & 1);
    a = (a << 1) ^ (0x11b & -((a >> 7) & 1));
  }
  return product;
}

/** a^254, the inverse of a (0 for 0). */
function invert(a: number): number {
  let result = 1;
  for (let bit = 7; bit >= 0; bit--) {
    result = multiply(result, result);
    if ((254 >> bit) & 1) result = multiply(result, a);
  }
  return result;
}

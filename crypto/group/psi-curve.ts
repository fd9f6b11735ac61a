/**
 * The group of ECDH-PSI: prime-order points of Curve25519, by u-coordinate (32 bytes, little-endian, canonical).
 *
 * Hashing: P(id) = u of ed25519_from_uniform(SHA-512(dst | id)[0..31]): Elligator 2 (RFC 9380, 6.7.1) with the cofactor
 * cleared, so always on the curve and of prime order. A raw hash used as a u-coordinate would lie on the quadratic twist
 * for about half of all ids, and that is a public bit of the id.
 * Masking: X25519 (RFC 7748, 5), which commutes: X(a, X(b, P)) = X(b, X(a, P)). Scalars are clamped, so they are multiples
 * of 8: small-order components vanish, on the curve and on its twist, which is itself secure.
 *
 * Timing: libsodium's hashing and scalar multiplication are constant time. The change of coordinates runs on BigInt, whose
 * time depends a little on the party's own hashed ids; no scalar goes through it. Word order: little-endian hosts, as Node
 * has on every platform that sodium-native is built for.
 */
import sodium from 'sodium-native';
import { CryptoError } from '../errors.ts';
import { packedAt, packedCount, type PackedIds } from '../packed-ids.ts';
import type { Csprng } from '../rng.ts';

const POINT_BYTES = 32;
const SCALAR_BYTES = 32;

const P = 2n ** 255n - 19n;

/** A fresh secret scalar; X25519 clamps it where it is used. */
export function randomScalar(rng: Csprng): Uint8Array {
  return Uint8Array.from(rng.bytes(SCALAR_BYTES));
}

/**
 * @param dst domain separation, the same at every party.
 * @returns [n x 32] points.
 * @throws CryptoError `bad-point` if an id maps to the neutral element (never seen: probability 2^-250).
 */
export function hashToPoints(dst: string, ids: PackedIds): Uint8Array<ArrayBuffer> {
  const n = packedCount(ids);
  const prefix = Buffer.from(dst, 'utf8');
  const digest = new Uint8Array(64);
  const uniform = digest.subarray(0, 32);
  const points = new Uint8Array(n * POINT_BYTES);
  let input = new Uint8Array(prefix.length + 64);
  input.set(prefix);
  for (let i = 0; i < n; i++) {
    const id = packedAt(ids, i);
    const length = prefix.length + id.length;
    if (length > input.length) {
      input = new Uint8Array(length * 2);
      input.set(prefix);
    }
    input.set(id, prefix.length);
    sodium.crypto_hash_sha512(digest, input.subarray(0, length));
    sodium.crypto_core_ed25519_from_uniform(points.subarray(i * POINT_BYTES, (i + 1) * POINT_BYTES), uniform);
  }
  edwardsToMontgomery(points);
  return points;
}

/**
 * X25519 of every point by one scalar.
 * @param points [n x 32]
 * @returns [n x 32], in the same order.
 * @throws CryptoError `bad-length`; `bad-point` for a u-coordinate of 2^255 - 19 or above, or a point of low order.
 */
export function maskPoints(scalar: Uint8Array, points: Uint8Array): Uint8Array<ArrayBuffer> {
  if (scalar.length !== SCALAR_BYTES)
    throw new CryptoError('bad-length', `a scalar has 32 bytes, not ${scalar.length}`);
  if (points.length % POINT_BYTES !== 0) {
    throw new CryptoError('bad-length', `${points.length} bytes are not a whole number of 32-byte points`);
  }
  const out = new Uint8Array(points.length);
  for (let at = 0; at < points.length; at += POINT_BYTES) {
    const point = points.subarray(at, at + POINT_BYTES);
    if (!isCanonical(point))
      throw new CryptoError('bad-point', `point ${at / POINT_BYTES} is not a reduced u-coordinate`);
    try {
      sodium.crypto_scalarmult(out.subarray(at, at + POINT_BYTES), scalar, point);
    } catch {
      throw new CryptoError('bad-point', `point ${at / POINT_BYTES} has low order`);
    }
  }
  return out;
}

/** Two encodings of one point would let a peer count an id twice, so only the reduced one is taken. */
function isCanonical(u: Uint8Array): boolean {
  if (u[31]! !== 0x7f) return u[31]! < 0x7f;
  for (let i = 30; i > 0; i--) if (u[i] !== 0xff) return true;
  return u[0]! < 0xed;
}

/**
 * In place: compressed Edwards points to u = (1 + y) / (1 - y) mod p (RFC 7748, 4.1), all quotients by one inversion
 * (Montgomery's trick). The same values as libsodium's conversion, which spends 70 us a point proving again that a
 * cofactor-cleared point has prime order.
 */
function edwardsToMontgomery(points: Uint8Array<ArrayBuffer>): void {
  const words = new BigUint64Array(points.buffer, points.byteOffset, points.length / 8);
  const n = points.length / POINT_BYTES;
  const y = new Array<bigint>(n);
  const running = new Array<bigint>(n);
  let product = 1n;
  for (let i = 0; i < n; i++) {
    const w = i * 4;
    const top = words[w + 3]! & 0x7fff_ffff_ffff_ffffn;
    y[i] = words[w]! | (words[w + 1]! << 64n) | (words[w + 2]! << 128n) | (top << 192n);
    if (y[i] === 1n) throw new CryptoError('bad-point', 'an id maps to the neutral element');
    running[i] = product;
    product = (product * (P + 1n - y[i]!)) % P;
  }
  let inverse = power(product, P - 2n);
  for (let i = n - 1; i >= 0; i--) {
    const denominator = P + 1n - y[i]!;
    const u = (((inverse * running[i]!) % P) * (1n + y[i]!)) % P;
    inverse = (inverse * denominator) % P;
    for (let k = 0; k < 4; k++) words[i * 4 + k] = BigInt.asUintN(64, u >> BigInt(64 * k));
  }
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let square = base, e = exponent; e > 0n; e >>= 1n, square = (square * square) % P) {
    if (e & 1n) result = (result * square) % P;
  }
  return result;
}

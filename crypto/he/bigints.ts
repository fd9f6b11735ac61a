/**
 * Whole numbers of thousands of bits as `bigint`, and as fixed-width bytes at the border (big-endian, as I2OSP of RFC 8017).
 * Timing: V8's arithmetic and the exponentiation here depend on the values. Whoever holds a key runs this on its own machine;
 * no peer sees finer times than a message's.
 */
import { CryptoError } from '../errors.ts';
import type { Csprng } from '../rng.ts';

/** The number in big-endian bytes; 0 for none. */
export function fromBytes(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n;
  return BigInt(`0x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`);
}

/** Writes `value` to `out` in all of its bytes. @throws CryptoError `out-of-range` when it is negative or does not fit. */
export function writeBytes(value: bigint, out: Uint8Array): void {
  const digits = out.length * 2;
  const hex = value === 0n ? '' : value.toString(16); // 0 fits no bytes at all
  if (value < 0n || hex.length > digits) {
    throw new CryptoError('out-of-range', `a number does not fit ${out.length} bytes`);
  }
  Buffer.from(out.buffer, out.byteOffset, out.byteLength).write(hex.padStart(digits, '0'), 'hex');
}

/** [width] @throws CryptoError `out-of-range`. */
export function toBytes(value: bigint, width: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(width);
  writeBytes(value, out);
  return out;
}

/** Bits of a number that is not negative; 0 for 0. */
export function bitLength(value: bigint): number {
  if (value === 0n) return 0;
  const hex = value.toString(16); // a quarter as long as the bits, and that much faster
  return hex.length * 4 - Math.clz32(Number.parseInt(hex[0]!, 16)) + 28;
}

/** The residue in [0, modulus). */
export function mod(value: bigint, modulus: bigint): bigint {
  const r = value % modulus;
  return r < 0n ? r + modulus : r;
}

const WINDOW_BITS = 4;

/** base^exponent mod modulus, by fixed windows of four bits. @param exponent not negative. */
export function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const powers: bigint[] = [1n % modulus];
  for (let i = 1; i < 1 << WINDOW_BITS; i++) powers.push((powers[i - 1]! * base) % modulus);
  let result = powers[0]!;
  for (const digit of exponent.toString(1 << WINDOW_BITS)) {
    for (let i = 0; i < WINDOW_BITS; i++) result = (result * result) % modulus;
    const d = Number.parseInt(digit, 1 << WINDOW_BITS);
    if (d > 0) result = (result * powers[d]!) % modulus;
  }
  return result;
}

export function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** @throws CryptoError `out-of-range` when there is no inverse. */
export function modInverse(value: bigint, modulus: bigint): bigint {
  let [r0, r1] = [modulus, mod(value, modulus)];
  let [t0, t1] = [0n, 1n];
  while (r1 !== 0n) {
    const q = r0 / r1;
    [r0, r1] = [r1, r0 - q * r1];
    [t0, t1] = [t1, t0 - q * t1];
  }
  if (r0 !== 1n) throw new CryptoError('out-of-range', 'a number has no inverse to its modulus');
  return mod(t0, modulus);
}

/** Uniform in [0, 2^bits). */
export function randomBits(csprng: Csprng, bits: number): bigint {
  const bytes = csprng.bytes(Math.ceil(bits / 8));
  return fromBytes(bytes) >> BigInt(bytes.length * 8 - bits);
}

/** Uniform in [from, bound), by rejection: a remainder would prefer small numbers. */
export function randomBelow(csprng: Csprng, bound: bigint, from = 0n): bigint {
  const bits = bitLength(bound - 1n);
  for (;;) {
    const candidate = randomBits(csprng, bits);
    if (candidate >= from && candidate < bound) return candidate;
  }
}

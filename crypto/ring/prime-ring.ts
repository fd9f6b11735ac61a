/**
 * Residues of the prime t that BFV ciphertexts carry: fixed point, shares and sums in Z_t.
 *
 * t is the 50-bit prime that SEAL picks for batching 8192 slots (t = 1 mod 16384; crypto/he/bfv-context.ts checks that it
 * still does). Residues travel in `BigUint64Array` like those mod 2^64, but no element ever becomes a BigInt: t < 2^53, so a
 * double holds a residue, and a sum of eight of them, exactly.
 *
 * Overflow. Reduction mod t is a ring homomorphism, so only final results need a bound: a residue read as signed is the true
 * integer y exactly when |y| < t / 2. The assertions check that on public bounds or on the caller's own columns.
 */
import { dotFixedColumns, type FixedColumn } from '@coscore/kernels';
import { CryptoError } from '../errors.ts';
import type { FixedPoint } from './fixed-point.ts';

export const PRIME = 1_125_899_906_826_241;

const HALF = (PRIME - 1) / 2;
const WORD = 2 ** 32;
/** Bits above the 50 of t in the high word of a drawn 64-bit number. */
const DRAW_MASK = 2 ** 18 - 1;

/** Anything that gives uniform bytes: a Csprng, or the common stream of two parties. */
export interface ByteSource {
  bytes(length: number): Uint8Array;
}

type Values = BigUint64Array;

const wordsIn = (values: Values): Uint32Array => new Uint32Array(values.buffer, values.byteOffset, values.length * 2);

/** [n] residues of exact integers. @param valueAt in (-t, t). */
function build(length: number, valueAt: (i: number) => number): BigUint64Array<ArrayBuffer> {
  const out = new BigUint64Array(length);
  const words = wordsIn(out);
  for (let i = 0; i < length; i++) {
    const value = valueAt(i);
    const residue = value < 0 ? value + PRIME : value;
    const high = Math.floor(residue / WORD);
    words[2 * i] = residue - high * WORD;
    words[2 * i + 1] = high;
  }
  return out;
}

const at = (words: Uint32Array, i: number): number => words[2 * i]! + words[2 * i + 1]! * WORD;

/** Whether every entry is below t: what a peer's residues must pass. */
export function arePrimeResidues(values: Values): boolean {
  const words = wordsIn(values);
  for (let i = 0; i < values.length; i++) if (at(words, i) >= PRIME) return false;
  return true;
}

/**
 * @param values [n] @returns [n] residues of round(x 2^fractionBits).
 * @throws CryptoError `overflow` with the count of values that are not finite or above the bound.
 */
export function encodePrime(values: Float64Array, format: FixedPoint): BigUint64Array<ArrayBuffer> {
  const scale = 2 ** format.fractionBits;
  if (!(format.bound * scale + 0.5 < HALF)) {
    throw new CryptoError('overflow', `values up to ${format.bound} at ${format.fractionBits} bits exceed t / 2`);
  }
  const refused = values.reduce((count, value) => count + Number(!(Math.abs(value) <= format.bound)), 0);
  if (refused > 0) {
    throw new CryptoError('overflow', `${refused} of ${values.length} values are not finite or above ${format.bound}`);
  }
  return build(values.length, (i) => Math.round(values[i]! * scale));
}

/** [n] residues of a signed column, as it is. */
export function columnPrime(column: FixedColumn): BigUint64Array<ArrayBuffer> {
  return build(column.length, (i) => column[i]!);
}

/** [n] the residues read as signed, over 2^fractionBits; exact. */
export function decodePrime(residues: Values, fractionBits: number): Float64Array<ArrayBuffer> {
  const words = wordsIn(residues);
  const scale = 2 ** -fractionBits;
  return Float64Array.from({ length: residues.length }, (_, i) => {
    const residue = at(words, i);
    return (residue > HALF ? residue - PRIME : residue) * scale;
  });
}

/** [n] a + b mod t. @throws RangeError on different lengths. */
export function addPrime(a: Values, b: Values): BigUint64Array<ArrayBuffer> {
  const [x, y] = pair(a, b);
  return build(a.length, (i) => at(x, i) + at(y, i) - PRIME);
}

/** [n] a - b mod t. @throws RangeError on different lengths. */
export function subtractPrime(a: Values, b: Values): BigUint64Array<ArrayBuffer> {
  const [x, y] = pair(a, b);
  return build(a.length, (i) => at(x, i) - at(y, i));
}

function pair(a: Values, b: Values): [Uint32Array, Uint32Array] {
  if (a.length !== b.length) throw new RangeError(`residues of ${a.length} and ${b.length} entries`);
  return [wordsIn(a), wordsIn(b)];
}

/** The sum of all entries mod t, a residue. */
export function sumPrime(values: Values): number {
  const words = wordsIn(values);
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    total += at(words, i);
    if (total >= PRIME) total -= PRIME;
  }
  return total;
}

/** [n] from residues that are doubles, each in [0, t). */
export function primeResidues(values: readonly number[]): BigUint64Array<ArrayBuffer> {
  return build(values.length, (i) => values[i]!);
}

/** [n] uniform mod t: 50 bits each, rejected at or above t (one in 2^36 is). */
export function uniformPrime(source: ByteSource, length: number): BigUint64Array<ArrayBuffer> {
  const out = new BigUint64Array(length);
  const words = wordsIn(out);
  for (let filled = 0; filled < length;) {
    const drawn = new Uint32Array(new Uint8Array(source.bytes((length - filled) * 8)).buffer);
    for (let i = 0; i < drawn.length; i += 2) {
      const high = drawn[i + 1]! & DRAW_MASK;
      if (drawn[i]! + high * WORD >= PRIME) continue;
      words[2 * filled] = drawn[i]!;
      words[2 * filled + 1] = high;
      filled++;
    }
  }
  return out;
}

/** Low and high parts of a residue: each dot product below then stays far under 2^63 (n < 2^22 at 16-bit columns). */
const SPLIT_BITS = 25;
const SPLIT = 2 ** SPLIT_BITS;

/**
 * [d] sum_i columns[c][i] * vector[i] mod t, on this machine.
 * @param columns [d][n] signed, at most 16 bits. @param vector [n] residues. @throws RangeError on different lengths.
 */
export function dotFixedColumnsPrime(columns: readonly Int16Array[], vector: Values): BigUint64Array<ArrayBuffer> {
  if (vector.length >= 2 ** 22) throw new RangeError(`a dot product of ${vector.length} residues is too long`);
  const words = wordsIn(vector);
  const part = (of: (residue: number) => number): BigUint64Array => build(vector.length, (i) => of(at(words, i)));
  const low = dotFixedColumns(
    columns,
    part((residue) => residue % SPLIT),
  );
  const high = dotFixedColumns(
    columns,
    part((residue) => Math.floor(residue / SPLIT)),
  );
  const t = BigInt(PRIME);
  return BigUint64Array.from(columns, (_, c) => {
    const sum = (BigInt.asIntN(64, low[c]!) + (BigInt.asIntN(64, high[c]!) << BigInt(SPLIT_BITS))) % t;
    return sum < 0n ? sum + t : sum;
  });
}

/**
 * protocols.md: max_j sum_i |x_ij| times the largest |u_i| stays below t / 2, so the opened product is the true one.
 * @param columns [d][n] signed fixed point. @param largest of |u_i|, an integer.
 * @throws CryptoError `overflow` with the number of rows and columns.
 */
export function assertPrimeProductFits(columns: readonly (Int16Array | Int32Array)[], largest: number): void {
  for (const column of columns) {
    let total = 0;
    for (let i = 0; i < column.length; i++) total += Math.abs(column[i]!);
    // Both factors are integers in doubles; the product rounds by less than 2^-52 of itself.
    if (!(total * largest < HALF * (1 - 2 ** -40))) {
      throw new CryptoError(
        'overflow',
        `a product over ${column.length} rows can exceed t / 2, half the plaintext space`,
      );
    }
  }
}

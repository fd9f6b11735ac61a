/**
 * Fixed point in Z_2^64: a real x is the residue of round(x * 2^f), negative numbers in two's complement.
 *
 * Overflow. Reduction mod 2^64 is a ring homomorphism, so any chain of additions and multiplications, on residues or on
 * additive shares of them, gives the residue of the true integer result y, whatever wraps on the way. Reading a residue as
 * signed returns y itself exactly when -2^63 <= y < 2^63. So only final results need a bound:
 *   one value:            |y| <= b 2^f + 1/2
 *   a sum of n values:    |y| <= n (b 2^f + 1/2)
 *   a sum of n products:  |y| <= n (b 2^f + 1/2) (b' 2^f' + 1/2), at f + f' fraction bits
 * The assertions below check these on public bounds, before any value is encoded; encoding checks the bounds on the values.
 */
import { decodeFixed, encodeFixed } from '@coscore/kernels';
import { CryptoError } from '../errors.ts';

/** A public bound on the magnitude of every value, and its scale. */
export interface FixedPoint {
  /** Bits after the point. */
  readonly fractionBits: number;
  /** Largest |x|, before scaling. */
  readonly bound: number;
}

const LIMIT = 2 ** 63;

/**
 * @param values [n]
 * @returns [n] residues mod 2^64, each within half a step of 2^-fractionBits.
 * @throws CryptoError `overflow` with the count of values that are not finite or above the bound.
 */
export function encodeFixedPoint(values: Float64Array, format: FixedPoint): BigUint64Array<ArrayBuffer> {
  assertSumFits(1, format);
  const { residues, refused } = encodeFixed(values, format.fractionBits, format.bound);
  if (refused > 0) {
    throw new CryptoError('overflow', `${refused} of ${values.length} values are not finite or above ${format.bound}`);
  }
  return residues;
}

/** [n] doubles, rounded once: 53 bits of the residue's signed value survive. */
export function decodeFixedPoint(residues: BigUint64Array, fractionBits: number): Float64Array<ArrayBuffer> {
  return decodeFixed(residues, fractionBits);
}

/** @throws CryptoError `overflow` unless the sum of `terms` such values always fits. */
export function assertSumFits(terms: number, format: FixedPoint): void {
  assertBelowLimit(terms * steps(format), `a sum of ${terms} values up to ${format.bound}`);
}

/** @throws CryptoError `overflow` unless the sum of `terms` such products always fits. */
export function assertProductSumFits(terms: number, left: FixedPoint, right: FixedPoint): void {
  assertBelowLimit(
    terms * steps(left) * steps(right),
    `a sum of ${terms} products up to ${left.bound} x ${right.bound} at ${left.fractionBits + right.fractionBits} fraction bits`,
  );
}

/** Largest magnitude of an encoded value, in steps of 2^-fractionBits. */
function steps({ bound, fractionBits }: FixedPoint): number {
  if (!(bound >= 0) || !Number.isInteger(fractionBits) || fractionBits < 0 || fractionBits > 62) {
    throw new CryptoError('out-of-range', `no fixed-point format: bound ${bound}, ${fractionBits} fraction bits`);
  }
  return bound * 2 ** fractionBits + 0.5;
}

function assertBelowLimit(magnitude: number, what: string): void {
  // A double rounds by less than 2^-50 of itself: the margin keeps the comparison on the safe side.
  if (!(magnitude < LIMIT * (1 - 2 ** -40))) throw new CryptoError('overflow', `${what} can exceed 2^63`);
}

/**
 * Harmonics of angles that are integers mod 2^30 (a full turn). The integers made from a public angle are the same on every
 * machine: the host's own Math.sin promises no such thing, and two ends that differ by one would not add up.
 */
import { place, read, residueCount, sameLength, wasm, write, type Residues } from './memory.ts';

/** A full turn of an angle. */
export const TURN_BITS = 30;

/**
 * round(2^fractionBits cos(k a_i)), round(2^fractionBits sin(k a_i)) minus a mask, mod 2^64; a_i = 2 pi r_i / 2^30.
 * @param r [n] below 2^30 @param mask [n x terms x 2] @param out [n x terms x 2]; may be `mask`.
 * @returns out: row-major, cosine first.
 */
export function harmonicsLess(
  r: Uint32Array,
  terms: number,
  fractionBits: number,
  mask: Residues,
  out: BigUint64Array<ArrayBuffer> = new BigUint64Array(r.length * terms * 2),
): BigUint64Array<ArrayBuffer> {
  const n = r.length;
  sameLength(n * terms * 2, residueCount(mask), 'the mask');
  sameLength(n * terms * 2, out.length, 'the result');
  const [pr, pm] = place(n * 4, out.byteLength) as [number, number];
  write(pr, r);
  write(pm, mask);
  wasm.harmonicsLess(pr, n, terms, 2 ** fractionBits, pm, pm);
  read(pm, out);
  return out;
}

export interface SumHarmonicsOptions {
  /**
   * Shares are residues mod 2^64. As integers, two of a small value add up to it only when one of them counts from 0 and the
   * other from -2^64; true at the other. (Wrong where no wrap was due: for |value| < 2^b with probability below 2^(b - 64).)
   */
  readonly negative: boolean;
  /** Fraction bits that the result has less than coefficients and shares together, 0 to 32. */
  readonly shift: number;
  /** Added to the result. */
  readonly constant: bigint;
}

/**
 * Linear in the shares: constant + round(2^-shift sum_k round(c_k sin(k b_i)) C_ik - round(c_k cos(k b_i)) S_ik) mod 2^64,
 * b_i = 2 pi m_i / 2^30. With C, S = cos, sin of k a_i this is the sum of c_k sin(k (b_i - a_i)). The sum is one of
 * integers, and shifted as one: two shares' results add up to the result of the sum within one step.
 * @param m [n] below 2^30 @param coefficients [terms] scaled to integers' size, absolute sum below 2^30
 * @param shares [n x terms x 2] of (C, S) @param out [n] is written.
 */
export function sumHarmonics(
  m: Uint32Array,
  coefficients: Float64Array,
  shares: Residues,
  { negative, shift, constant }: SumHarmonicsOptions,
  out: BigUint64Array,
): void {
  const n = m.length;
  sameLength(n * coefficients.length * 2, residueCount(shares), 'the shares');
  sameLength(n, out.length, 'the result');
  if (!(Number.isInteger(shift) && shift >= 0 && shift <= 32)) throw new RangeError(`a shift by ${shift}, not 0 to 32`);
  const size = coefficients.reduce((sum, c) => sum + Math.abs(c), 0);
  if (!(size < 2 ** 30)) throw new RangeError('coefficients that add up to 2^30 or more');
  const [pm, pc, ps, po] = place(n * 4, coefficients.byteLength, shares.byteLength, n * 8) as [
    number,
    number,
    number,
    number,
  ];
  write(pm, m);
  write(pc, coefficients);
  write(ps, shares);
  wasm.sumHarmonics(pm, n, coefficients.length, pc, ps, negative ? 1 : 0, shift, constant, po);
  read(po, out);
}

/** sin x, the same on every machine. */
export const sine = (x: number): number => wasm.sine(x);

/** e^x, the same on every machine. */
export const exponential = (x: number): number => wasm.exponential(x);

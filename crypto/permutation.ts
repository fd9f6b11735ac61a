/**
 * Uniform permutations: Fisher-Yates (Knuth, TAOCP vol. 2, 3.4.2, algorithm P) with indexes drawn by rejection.
 *
 * The draw is fixed so that two ends (and the kernel that draws it) agree: for i = n-1 down to 1 take little-endian 32-bit words from
 * the stream, keep the low ceil(log2(i + 1)) bits, throw the word away while that is above i. No remainder is ever taken,
 * because `word % (i + 1)` prefers small indexes.
 */
import { inverted, shuffled } from '@coscore/kernels';
import { erase } from './erase.ts';
import { CryptoError } from './errors.ts';
import type { Prg } from './prg.ts';

/**
 * @param prg consumed past what the draw needs: give it a stream that nothing else reads.
 * @param n rows, at most 2^32 - 1.
 * @returns [n] every number of 0..n-1 once.
 * @throws CryptoError `out-of-range`.
 */
export function uniformPermutation(prg: Prg, n: number): Uint32Array<ArrayBuffer> {
  if (!Number.isInteger(n) || n < 0 || n > 0xffff_ffff) {
    throw new CryptoError('out-of-range', `a permutation has 0 to 2^32 - 1 entries, not ${n}`);
  }
  let drawn = new Uint32Array(0);
  const order = shuffled(n, (count) => {
    erase(drawn);
    return (drawn = littleEndianWords(prg, count));
  });
  erase(drawn);
  return order;
}

/** [n] `inverse[p[i]] = i`. The caller vouches that `p` is a permutation. */
export function invertPermutation(p: Uint32Array): Uint32Array<ArrayBuffer> {
  return inverted(p);
}

/** Little-endian as the host is: the kernels refuse to load on any other. */
function littleEndianWords(prg: Prg, count: number): Uint32Array<ArrayBuffer> {
  return new Uint32Array(prg.bytes(count * 4).buffer);
}

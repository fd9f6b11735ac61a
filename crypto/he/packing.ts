/**
 * Two sums a slot and many slots a plaintext: which digits of a packed number are whose, and why they never touch.
 *
 * A row carries a pair (g, h), |g| < 2^bg and 0 <= h < 2^bh; a slot holds the sums (G, H) of at most n rows. With sg, sh the bits
 * of n (2^bg - 1) and n (2^bh - 1): |G| < 2^sg and 0 <= H < 2^sh. A slot is two digits, H at the bottom:
 *
 *   slot = H + G 2^wh,   wh = sh + 2,   wg = sg + 1 + 2,   w = wh + wg
 *
 * and a plaintext is M = sum_k slot_k 2^(k w) for k < S = floor((payload - 1) / w).
 * No overflow: |slot| < 2^sh + 2^(sg + wh) <= 2^(wh - 2) + 2^(w - 3) < 2^(w - 2), so |M| < 2^(S w - 1) <= 2^(payload - 2), which
 * the plaintext space holds with its sign. Unique: with every H in [0, 2^wh) and every G in [-2^(wg-1), 2^(wg-1)) the digits of
 * M are those of one number only. The two bits above sh and sg are guards: an honest sum leaves them empty (equal to the
 * sign), so a decryption that is none is refused with all but a chance of 2^(-4 S) on top of its empty high bits.
 */
import { CryptoError } from '../errors.ts';
import { bitLength, mod } from './bigints.ts';

const GUARD_BITS = 2;
/** Sums come back as doubles in typed arrays of 32-bit values. */
const MOST_SUM_BITS = { g: 31, h: 32 } as const;

/** Public bounds on one row's pair, in bits of its magnitude: 1 to 31. */
export interface PairBits {
  readonly g: number;
  readonly h: number;
}

export interface PairLayout {
  /** Bits that a sum of g, and of h, never exceeds in magnitude. */
  readonly sumBits: PairBits;
  readonly gBits: number;
  readonly hBits: number;
  readonly slotBits: number;
  readonly slots: number;
}

/**
 * @param rows most rows in one sum. @param payload bits of the plaintext space that may be used.
 * @throws CryptoError `out-of-range` for bits that are none; `overflow` when n rows of them can sum to 2^31 (g) or 2^32 (h).
 */
export function pairLayout(rows: number, bits: PairBits, payload: number): PairLayout {
  const sumBits = { g: bitsOfSum(rows, bits.g, MOST_SUM_BITS.g), h: bitsOfSum(rows, bits.h, MOST_SUM_BITS.h) };
  const hBits = sumBits.h + GUARD_BITS;
  const gBits = sumBits.g + 1 + GUARD_BITS;
  const slotBits = gBits + hBits;
  return { sumBits, gBits, hBits, slotBits, slots: Math.floor((payload - 1) / slotBits) };
}

/** The largest bounds that `rows` rows can have. */
export function widestBits(rows: number): PairBits {
  return { g: widest(rows, MOST_SUM_BITS.g), h: widest(rows, MOST_SUM_BITS.h) };
}

/** A row's pair as a plaintext. */
export function pairValue(g: number, h: number, layout: PairLayout): bigint {
  return BigInt(h) + (BigInt(g) << BigInt(layout.hBits));
}

/** The number that holds these slots, the first at the bottom. */
export function packSlots(values: readonly bigint[], layout: PairLayout): bigint {
  return values.reduceRight((packed, value) => (packed << BigInt(layout.slotBits)) + value, 0n);
}

export interface SlotSums {
  /** [slots] */
  readonly g: Float64Array;
  /** [slots] */
  readonly h: Float64Array;
}

/**
 * The digits of a decryption.
 * @param packed signed. @param slots how many are used, at most the layout's.
 * @throws CryptoError `bad-ciphertext` when a digit is outside its range, or something is left above the last slot.
 */
export function unpackSlots(packed: bigint, slots: number, layout: PairLayout): SlotSums {
  const { gBits, hBits, sumBits } = layout;
  const [g, h] = [new Float64Array(slots), new Float64Array(slots)];
  const [gBase, hBase] = [1n << BigInt(gBits), 1n << BigInt(hBits)];
  let fits = true;
  for (let slot = 0; slot < slots; slot++) {
    const low = mod(packed, hBase);
    packed = (packed - low) >> BigInt(hBits);
    const residue = mod(packed, gBase);
    const high = residue >= gBase >> 1n ? residue - gBase : residue;
    packed = (packed - high) >> BigInt(gBits);
    fits &&= bitLength(low) <= sumBits.h && bitLength(high < 0n ? -high : high) <= sumBits.g;
    [g[slot], h[slot]] = [Number(high), Number(low)];
  }
  // One answer for every way of being wrong.
  if (!fits || packed !== 0n) throw new CryptoError('bad-ciphertext', 'a decryption is not of the form agreed');
  return { g, h };
}

function bitsOfSum(rows: number, bits: number, most: number): number {
  if (!Number.isInteger(bits) || bits < 1 || bits > 32 || !Number.isSafeInteger(rows) || rows < 1) {
    throw new CryptoError('out-of-range', `no packing for ${rows} rows of ${bits} bits`);
  }
  const largest = rows * (2 ** bits - 1);
  if (!(largest < 2 ** most)) {
    throw new CryptoError('overflow', `${rows} rows of ${bits} bits can sum to 2^${most}: quantise to fewer bits`);
  }
  return bitLength(BigInt(largest));
}

function widest(rows: number, most: number): number {
  let bits = 1;
  while (bits < most && rows * (2 ** (bits + 1) - 1) < 2 ** most) bits++;
  return bits;
}

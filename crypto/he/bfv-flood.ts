/**
 * Noise flooding: hides what a product's noise would tell the holder of the key about the other side's matrix
 * (protocols/mat-vec/protocol.md, "Flooding"). An integer uniform in [-2^114, 2^114) is added to every coefficient of c0.
 */
import { erase } from '../erase.ts';
import type { Csprng } from '../rng.ts';
import { DATA_PRIMES, SLOTS } from './bfv-context.ts';

/** Of the flooding noise's bound. */
export const FLOOD_BITS = 114;
/** 115 uniform bits: 14 bytes and three bits of a fifteenth. */
const BYTES = 15;
const TOP_MASK = 7;

const WORD = 2 ** 32;

/**
 * Adds the noise in place.
 * @param residues bytes of c0: [4 moduli][8192] uint64 little-endian, at any alignment.
 */
export function flood(residues: Uint8Array, rng: Csprng): void {
  const random = rng.bytes(SLOTS * BYTES);
  for (let i = 0; i < SLOTS; i++) random[i * BYTES]! &= TOP_MASK;
  const view = new DataView(residues.buffer, residues.byteOffset, residues.byteLength);
  DATA_PRIMES.forEach((prime, m) => addNoise(view, m * SLOTS * 8, prime, random));
  erase(random);
}

/** Adds (r - 2^114) mod p to each residue. Horner over bytes: below 2 p 256 + 255 < 2^53, so doubles are exact. */
function addNoise(view: DataView, start: number, prime: number, random: Uint8Array): void {
  // A little less than 1/p: the quotient is never too large, and too small by one at most, so the rest stays in [0, 2p).
  const inverse = (1 / prime) * (1 - 2 ** -51);
  const offset = prime - Number((1n << BigInt(FLOOD_BITS)) % BigInt(prime));
  for (let i = 0; i < SLOTS; i++) {
    let rest = 0;
    for (let b = i * BYTES; b < (i + 1) * BYTES; b++) {
      rest = rest * 256 + random[b]!;
      rest -= Math.floor(rest * inverse) * prime;
    }
    const at = start + i * 8;
    // Below 4 p < 2^46.
    const sum = (rest + offset + view.getUint32(at, true) + view.getUint32(at + 4, true) * WORD) % prime;
    const high = Math.floor(sum / WORD);
    view.setUint32(at, sum - high * WORD, true);
    view.setUint32(at + 4, high, true);
  }
}

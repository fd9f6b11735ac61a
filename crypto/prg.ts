/**
 * Pseudorandom generator: AES-256-CTR (NIST SP 800-38A) under a key derived from a 32-byte seed with HKDF-SHA-256
 * (RFC 5869), one key a label, so that streams of different labels are independent.
 */
import { createCipheriv, hkdfSync } from 'node:crypto';
import { erase } from './erase.ts';
import { CryptoError } from './errors.ts';

export const SEED_BYTES = 32;

/** A stream of pseudorandom bytes: the same seed and label always give the same stream. */
export interface Prg {
  /** The next `length` bytes of the stream. */
  bytes(length: number): Uint8Array<ArrayBuffer>;
  /** The next `length` uniform residues mod 2^64. */
  u64(length: number): BigUint64Array<ArrayBuffer>;
}

const ZEROES = new Uint8Array(1 << 20);

/** @param seed 32 bytes. @throws CryptoError `bad-length`. */
export function prg(seed: Uint8Array, label: string): Prg {
  if (seed.length !== SEED_BYTES)
    throw new CryptoError('bad-length', `a seed has ${SEED_BYTES} bytes, not ${seed.length}`);
  const key = new Uint8Array(hkdfSync('sha256', seed, new Uint8Array(0), `coscore prg ${label}`, 32));
  const cipher = createCipheriv('aes-256-ctr', key, new Uint8Array(16));
  const bytes = (length: number): Uint8Array<ArrayBuffer> => {
    if (length <= ZEROES.length) {
      const made = cipher.update(ZEROES.subarray(0, length));
      // Without a copy where it has a buffer to itself.
      return new Uint8Array(made.byteLength === made.buffer.byteLength ? made.buffer : made);
    }
    const out = new Uint8Array(length);
    for (let at = 0; at < length; at += ZEROES.length) {
      const chunk = cipher.update(ZEROES.subarray(0, Math.min(ZEROES.length, length - at)));
      out.set(chunk, at);
      erase(chunk);
    }
    return out;
  };
  return { bytes, u64: (length) => new BigUint64Array(bytes(length * 8).buffer) };
}

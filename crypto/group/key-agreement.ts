/** X25519 key agreement (RFC 7748, 6.1) with 32-byte keys derived by HKDF-SHA-256 (RFC 5869). */
import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import sodium from 'sodium-native';
import { CryptoError } from '../errors.ts';
import type { Csprng } from '../rng.ts';

export const KEY_BYTES = 32;
const GCM_TAG_BYTES = 16;

export interface KeyPair {
  readonly secretKey: Uint8Array;
  readonly publicKey: Uint8Array;
}

export function generateKeyPair(rng: Csprng): KeyPair {
  const secretKey = Uint8Array.from(rng.bytes(KEY_BYTES));
  return { secretKey, publicKey: publicKeyOf(secretKey) };
}

export function publicKeyOf(secretKey: Uint8Array): Uint8Array {
  const publicKey = new Uint8Array(KEY_BYTES);
  sodium.crypto_scalarmult_base(publicKey, secretKey);
  return publicKey;
}

/**
 * The same 32 bytes at both ends for the same `info`; other `info`, independent bytes. Both public keys enter, in byte order.
 * @throws CryptoError `bad-length`; `bad-point` when the peer's key has low order.
 */
export function agreeKey(own: KeyPair, peerPublicKey: Uint8Array, info: string): Uint8Array {
  if (peerPublicKey.length !== KEY_BYTES) {
    throw new CryptoError('bad-length', `a public key has 32 bytes, not ${peerPublicKey.length}`);
  }
  const shared = new Uint8Array(KEY_BYTES);
  try {
    sodium.crypto_scalarmult(shared, own.secretKey, peerPublicKey);
  } catch {
    throw new CryptoError('bad-point', 'a public key has low order');
  }
  const salt = Buffer.concat([own.publicKey, peerPublicKey].sort(Buffer.compare));
  const key = new Uint8Array(hkdfSync('sha256', shared, salt, info, KEY_BYTES));
  shared.fill(0);
  return key;
}

/**
 * AES-256-GCM under a key that encrypts exactly one message, so that the nonce may be zero.
 * @returns 16 bytes longer than `plaintext`.
 */
export function sealOnce(key: Uint8Array, plaintext: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, new Uint8Array(12));
  return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** @returns undefined unless `sealed` was made by sealOnce under this key. */
export function openOnce(key: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
  if (sealed.length < GCM_TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, new Uint8Array(12));
  decipher.setAuthTag(sealed.subarray(sealed.length - GCM_TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -GCM_TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
}

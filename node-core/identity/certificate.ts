/**
 * Reading certificates: self-signed X.509 (RFC 5280) over Ed25519 keys (RFC 8410), as self-signed.ts makes them. Nobody trusts
 * what a certificate says: peers pin the SHA-256 of its public key (the RFC 7469 pin), which both owners compare by words.
 */
import { createHash, type KeyObject, X509Certificate } from 'node:crypto';
import { NodeError } from '../errors/node-error.ts';

/** @param certificate PEM text, or DER as TLS gives it. @throws NodeError `manifest-invalid` when it cannot be read. */
export function readCertificate(certificate: string | Uint8Array): X509Certificate {
  try {
    return new X509Certificate(certificate);
  } catch (cause) {
    throw new NodeError('manifest-invalid', 'a certificate cannot be read', { cause });
  }
}

/**
 * SHA-256 of the certificate's SubjectPublicKeyInfo, 64 lower-case hex digits.
 * @throws NodeError `manifest-invalid` when the certificate cannot be read.
 */
export function fingerprintOfCertificate(certificate: string | Uint8Array): string {
  return fingerprintOfKey(readCertificate(certificate).publicKey);
}

export function fingerprintOfKey(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

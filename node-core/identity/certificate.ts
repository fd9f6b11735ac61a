/**
 * Self-signed X.509 certificates (RFC 5280) over Ed25519 keys (RFC 8410). Nobody trusts what a certificate says: peers pin
 * the SHA-256 of its public key (the RFC 7469 pin), which both owners compare by words.
 */
import 'reflect-metadata';
import { createHash, type KeyObject, X509Certificate } from 'node:crypto';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { NodeError } from '../errors/node-error.ts';

const ED25519 = { name: 'Ed25519' } as const;
const DAY_MS = 86_400_000;
/** RFC 5280 4.1.2.5: "no well-defined expiration". What expires is the signed manifest, never the pin. */
const NO_EXPIRY = new Date('9999-12-31T23:59:59Z');

/**
 * @param serial positive serial number, hex.
 * @param now clock; the certificate starts a day earlier, for peers whose clock is slow.
 */
export async function selfSignedCertificate(
  id: string,
  keys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject },
  serial: string,
  now: Date,
): Promise<string> {
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serial,
    name: [{ CN: [id] }],
    notBefore: new Date(now.getTime() - DAY_MS),
    notAfter: NO_EXPIRY,
    signingAlgorithm: ED25519,
    keys: {
      privateKey: keys.privateKey.toCryptoKey(ED25519, false, ['sign']),
      publicKey: keys.publicKey.toCryptoKey(ED25519, true, ['verify']),
    },
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth, ExtendedKeyUsage.clientAuth]),
      new SubjectAlternativeNameExtension([{ type: 'dns', value: id }]),
    ],
  });
  return `${certificate.toString('pem')}\n`;
}

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

/**
 * Making a self-signed certificate. Apart from reading one (certificate.ts), because it takes a library of 200 modules, which
 * a node needs once in its life.
 */
import 'reflect-metadata';
import type { KeyObject } from 'node:crypto';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

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

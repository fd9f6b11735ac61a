/**
 * Who a node is: one Ed25519 key pair (RFC 8032) that it makes itself, used for TLS and, in a separate domain, for signing
 * manifests and audit heads. There is no authority to ask; peers pin the fingerprint.
 */
import { createPrivateKey, createPublicKey, type KeyObject, sign as signRaw, verify as verifyRaw } from 'node:crypto';
import { Secret } from '@coscore/crypto/secret.ts';
import { systemCsprng, type Csprng } from '@coscore/crypto/rng.ts';
import { NodeError } from '../errors/node-error.ts';
import { fingerprintOfKey, readCertificate } from './certificate.ts';
import { NODE_ID_PATTERN } from './ids.ts';

export { fingerprintOfCertificate } from './certificate.ts';

/** What a TLS socket needs; the one place where the private key is a plain string. Never log it. */
export interface TransportIdentity {
  readonly id: string;
  readonly certificatePem: string;
  readonly privateKeyPem: string;
  /** Lower-case hex SHA-256 of the public key (SPKI). */
  readonly fingerprint: string;
}

export class Identity {
  readonly id: string;
  readonly certificatePem: string;
  readonly privateKeyPem: Secret<string>;
  readonly publicKey: KeyObject;
  /** Lower-case hex SHA-256 of the public key (SPKI). */
  readonly fingerprint: string;

  /** @throws NodeError `fingerprint-mismatch` when the certificate is for another key. */
  constructor(id: string, certificatePem: string, privateKeyPem: Secret<string>) {
    this.id = id;
    this.certificatePem = certificatePem;
    this.privateKeyPem = privateKeyPem;
    this.publicKey = createPublicKey(createPrivateKey(privateKeyPem.reveal()));
    this.fingerprint = fingerprintOfKey(this.publicKey);
    if (fingerprintOfKey(readCertificate(certificatePem).publicKey) !== this.fingerprint) {
      throw new NodeError(
        'fingerprint-mismatch',
        `the certificate of ${id} is for another key than the private key beside it`,
        {
          params: { party: id },
        },
      );
    }
  }

  forTls(): TransportIdentity {
    return {
      id: this.id,
      certificatePem: this.certificatePem,
      privateKeyPem: this.privateKeyPem.reveal(),
      fingerprint: this.fingerprint,
    };
  }
}

/** PKCS #8 wrapping of a raw Ed25519 seed (RFC 8410, section 7): everything before the 32 bytes. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * A new key pair and its self-signed certificate.
 * @param id the node's name, see `NODE_ID_PATTERN`.
 * @throws NodeError `recipe-invalid` when the name is not one.
 */
export async function createIdentity(
  id: string,
  csprng: Csprng = systemCsprng,
  now: Date = new Date(),
): Promise<Identity> {
  if (!NODE_ID_PATTERN.test(id)) {
    throw new NodeError(
      'recipe-invalid',
      'the name of a node has 1 to 63 ASCII letters, digits, dots, dashes or underscores and starts with a letter or digit',
      { params: { length: id.length } },
    );
  }
  const { selfSignedCertificate } = await import('./self-signed.ts');
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_PREFIX, csprng.bytes(32)]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(privateKey);
  const serial = Buffer.from(csprng.bytes(16));
  serial[0] = (serial[0]! & 0x3f) | 0x40; // positive and of constant length in DER
  const certificatePem = await selfSignedCertificate(id, { privateKey, publicKey }, serial.toString('hex'), now);
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  return new Identity(id, certificatePem, new Secret(pem.toString()));
}

/** The same key signs TLS handshakes (RFC 8446, 4.4.3: 64 spaces first), so our own messages start otherwise. */
const SIGNATURE_DOMAIN = Buffer.from('coscore signature v1\0');

/** Ed25519 signature, 64 bytes. The bytes should name what they are (a manifest, an audit head), so that none passes for another. */
export function sign(identity: Identity, bytes: Uint8Array): Uint8Array {
  return signRaw(null, Buffer.concat([SIGNATURE_DOMAIN, bytes]), identity.privateKeyPem.reveal());
}

/**
 * Whether `signature` over `bytes` was made by the key of this certificate.
 * @throws NodeError `manifest-invalid` when the certificate cannot be read.
 */
export function verify(certificatePem: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  const key = readCertificate(certificatePem).publicKey;
  if (key.asymmetricKeyType !== 'ed25519' || signature.length !== 64) return false;
  return verifyRaw(null, Buffer.concat([SIGNATURE_DOMAIN, bytes]), key, signature);
}

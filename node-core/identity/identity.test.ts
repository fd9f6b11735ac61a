import { createHash, createPublicKey, X509Certificate } from 'node:crypto';
import { connect, createServer, type TLSSocket } from 'node:tls';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import type { Csprng } from '@coscore/crypto/rng.ts';
import { Secret } from '@coscore/crypto/secret.ts';
import { describe, expect, it } from 'vitest';
import { createIdentity, fingerprintOfCertificate, Identity, sign, verify } from './identity.ts';
import { fingerprintWords } from './words.ts';

/** RFC 8032, 7.1, test 1. */
const RFC8032_SEED = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
const RFC8032_PUBLIC = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';

/** Gives the seed first and zeroes after: for a known key. */
function fixedCsprng(seedHex: string): Csprng {
  const seed = Buffer.from(seedHex, 'hex');
  return { kind: 'csprng', bytes: (length) => (length === 32 ? seed : new Uint8Array(length)) };
}

describe('createIdentity', () => {
  it('makes the RFC 8032 key from its seed', async () => {
    const { publicKey } = await createIdentity('bank', fixedCsprng(RFC8032_SEED));
    expect(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex')).toBe(RFC8032_PUBLIC);
  });

  it('fingerprints the SubjectPublicKeyInfo', async () => {
    const identity = await createIdentity('bank');
    const spki = createPublicKey(identity.certificatePem).export({ type: 'spki', format: 'der' });
    expect(identity.fingerprint).toBe(createHash('sha256').update(spki).digest('hex'));
    expect(fingerprintOfCertificate(new X509Certificate(identity.certificatePem).raw)).toBe(identity.fingerprint);
  });

  it('makes a certificate that verifies itself, names the node and does not run out', async () => {
    const { certificatePem } = await createIdentity('tax-bureau');
    const certificate = new X509Certificate(certificatePem);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.subject).toBe('CN=tax-bureau');
    expect(certificate.ca).toBe(false);
    expect(certificate.validToDate.getUTCFullYear()).toBe(9999);
    expect(certificate.validFromDate.getTime()).toBeLessThan(Date.now() - 3_600_000);
  });

  it.each(['', 'a b', '银行', '-x', 'x'.repeat(64), 'a/b', 'a\nb'])('refuses the name %j', async (id) => {
    await expect(createIdentity(id)).rejects.toMatchObject({ code: 'recipe-invalid' });
  });

  it('never shows its private key', async () => {
    const identity = await createIdentity('bank');
    const secret = identity.privateKeyPem.reveal().split('\n')[1]!;
    expect(identity.forTls().privateKeyPem).toContain(secret);
    expect(inspect(identity, { depth: 9 }) + JSON.stringify(identity)).not.toContain(secret);
  });

  it('refuses a certificate of another key', async () => {
    const [a, b] = await Promise.all([createIdentity('a'), createIdentity('b')]);
    expect(() => new Identity('a', b.certificatePem, new Secret(a.privateKeyPem.reveal()))).toThrow(
      expect.objectContaining({ code: 'fingerprint-mismatch' }),
    );
  });
});

describe('TLS 1.3 with self-made certificates', () => {
  it('authenticates both ends', async () => {
    const [a, b] = await Promise.all([createIdentity('bank'), createIdentity('tax')]);
    const server = createServer({
      key: a.forTls().privateKeyPem,
      cert: a.certificatePem,
      ca: [b.certificatePem],
      requestCert: true,
      rejectUnauthorized: true,
      minVersion: 'TLSv1.3',
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const accepted = once(server, 'secureConnection') as Promise<[TLSSocket]>;
    const client = connect({
      host: '127.0.0.1',
      port: (server.address() as AddressInfo).port,
      servername: 'bank',
      key: b.forTls().privateKeyPem,
      cert: b.certificatePem,
      ca: [a.certificatePem],
      minVersion: 'TLSv1.3',
    });
    await once(client, 'secureConnect');
    const [socket] = await accepted;
    expect(client.getProtocol()).toBe('TLSv1.3');
    expect(fingerprintOfCertificate(client.getPeerCertificate().raw)).toBe(a.fingerprint);
    expect(fingerprintOfCertificate(socket.getPeerCertificate().raw)).toBe(b.fingerprint);
    client.destroy();
    socket.destroy();
    server.close();
  });
});

describe('sign and verify', () => {
  const message = Buffer.from('manifest\n{}');

  it('accepts the signer and nobody else, this message and no other', async () => {
    const [a, b] = await Promise.all([createIdentity('a'), createIdentity('b')]);
    const signature = sign(a, message);
    expect(signature).toHaveLength(64);
    expect(verify(a.certificatePem, message, signature)).toBe(true);
    expect(verify(b.certificatePem, message, signature)).toBe(false);
    expect(verify(a.certificatePem, Buffer.from('manifest\n{ }'), signature)).toBe(false);
    expect(verify(a.certificatePem, message, signature.subarray(1))).toBe(false);
  });

  it('signs in a domain of its own, apart from TLS', async () => {
    const a = await createIdentity('a');
    const { verify: verifyRaw } = await import('node:crypto');
    expect(verifyRaw(null, message, a.publicKey, sign(a, message))).toBe(false);
  });

  it('names a certificate that cannot be read', () => {
    expect(() => verify('not a certificate', message, new Uint8Array(64))).toThrow(
      expect.objectContaining({ code: 'manifest-invalid' }),
    );
  });
});

describe('fingerprintWords', () => {
  it('is BIP-39 of the first 132 bits', () => {
    expect(fingerprintWords('0'.repeat(64), 'en')).toEqual(Array<string>(12).fill('abandon'));
    expect(fingerprintWords('f'.repeat(64), 'en')).toEqual(Array<string>(12).fill('zoo'));
    // 00000000001 00000000010 ... : words number 1 and 2 of the list, counted from 0.
    expect(fingerprintWords(`002004${'0'.repeat(58)}`, 'en').slice(0, 3)).toEqual(['ability', 'ability', 'abandon']);
    expect(fingerprintWords('0'.repeat(64), 'zh')).toEqual(Array<string>(12).fill('的'));
  });

  it('ignores what comes after bit 132 and nothing before', () => {
    const base = fingerprintWords('0'.repeat(64), 'en').join();
    expect(fingerprintWords(`${'0'.repeat(33)}1${'0'.repeat(30)}`, 'en').join()).toBe(base);
    expect(fingerprintWords(`${'0'.repeat(32)}1${'0'.repeat(31)}`, 'en').join()).not.toBe(base);
  });

  it('refuses what is no fingerprint', () => {
    expect(() => fingerprintWords('abc', 'en')).toThrow(expect.objectContaining({ code: 'fingerprint-mismatch' }));
  });
});

/**
 * A node's key on disk: one JSON file that only its owner may read, the private key inside sealed with a passphrase
 * (scrypt, RFC 7914, N = 2^17, r = 8, p = 1: 128 MiB and about 0.4 s a guess; then AES-256-GCM) or, when the owner says so,
 * plain. The rest of the file is authenticated with the sealed key.
 */
import { createCipheriv, createDecipheriv, scrypt } from 'node:crypto';
import { link, open, readFile, stat, unlink } from 'node:fs/promises';
import { promisify } from 'node:util';
import { systemCsprng, type Csprng } from '@coscore/crypto/rng.ts';
import { Secret } from '@coscore/crypto/secret.ts';
import { z } from 'zod';
import { NodeError } from '../errors/node-error.ts';
import { canonicalJson } from '../manifest/canonical.ts';
import { createIdentity, Identity } from './identity.ts';
import { nodeIdSchema } from './ids.ts';

/** `key-file` leaves protection to the file's permissions; it must be asked for by name. */
export type KeyProtection =
  { readonly kind: 'key-file' } | { readonly kind: 'passphrase'; readonly passphrase: Secret<string> };

const SCRYPT = { N: 2 ** 17, r: 8, p: 1 } as const;
const SCRYPT_MAX_MEMORY = 256 * 2 ** 20;
const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);

const envelopeSchema = z.strictObject({
  version: z.literal(1),
  id: nodeIdSchema,
  certificatePem: z.string(),
  key: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('key-file'), privateKeyPem: z.string() }),
    z.strictObject({
      kind: z.literal('passphrase'),
      kdf: z.literal('scrypt-2^17-8-1'),
      cipher: z.literal('aes-256-gcm'),
      salt: base64.length(24),
      nonce: base64.length(16),
      tag: base64.length(24),
      sealed: base64,
    }),
  ]),
});

type Envelope = z.infer<typeof envelopeSchema>;
type SealedKey = Extract<Envelope['key'], { kind: 'passphrase' }>;

const deriveKey = promisify<string, Uint8Array, number, object, Buffer>(scrypt);

async function keyOf(passphrase: Secret<string>, salt: Uint8Array): Promise<Buffer> {
  return deriveKey(passphrase.reveal().normalize('NFKC'), salt, 32, { ...SCRYPT, maxmem: SCRYPT_MAX_MEMORY });
}

function associatedData(id: string, certificatePem: string): Buffer {
  return Buffer.from(canonicalJson({ version: 1, id, certificatePem }));
}

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const fromBase64 = (text: string): Buffer => Buffer.from(text, 'base64');

async function seal(identity: Identity, passphrase: Secret<string>, csprng: Csprng): Promise<SealedKey> {
  if (passphrase.reveal() === '') throw new NodeError('key-locked', 'an empty passphrase protects nothing');
  const salt = csprng.bytes(16);
  const nonce = csprng.bytes(12);
  const cipher = createCipheriv('aes-256-gcm', await keyOf(passphrase, salt), nonce);
  cipher.setAAD(associatedData(identity.id, identity.certificatePem));
  const sealed = Buffer.concat([cipher.update(identity.privateKeyPem.reveal(), 'utf8'), cipher.final()]);
  return {
    kind: 'passphrase',
    kdf: 'scrypt-2^17-8-1',
    cipher: 'aes-256-gcm',
    salt: toBase64(salt),
    nonce: toBase64(nonce),
    tag: toBase64(cipher.getAuthTag()),
    sealed: toBase64(sealed),
  };
}

async function unseal(envelope: Envelope, key: SealedKey, passphrase: Secret<string>): Promise<Secret<string>> {
  const derived = await keyOf(passphrase, fromBase64(key.salt));
  const decipher = createDecipheriv('aes-256-gcm', derived, fromBase64(key.nonce), { authTagLength: 16 });
  decipher.setAAD(associatedData(envelope.id, envelope.certificatePem));
  decipher.setAuthTag(fromBase64(key.tag));
  try {
    return new Secret(decipher.update(fromBase64(key.sealed), undefined, 'utf8') + decipher.final('utf8'));
  } catch {
    throw new NodeError('key-locked', 'the passphrase does not open the key, or the key file was changed');
  }
}

async function openKey(envelope: Envelope, passphrase: Secret<string> | undefined): Promise<Secret<string>> {
  const { key } = envelope;
  switch (key.kind) {
    case 'key-file':
      // Whoever gives a passphrase believes that the key is encrypted.
      if (passphrase !== undefined)
        throw new NodeError('key-locked', 'the key is not encrypted, so no passphrase opens it');
      return new Secret(key.privateKeyPem);
    case 'passphrase':
      if (passphrase === undefined)
        throw new NodeError('key-locked', 'the key is encrypted and no passphrase was given');
      return unseal(envelope, key, passphrase);
  }
}

function errnoOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/**
 * Writes the key to a new file, 0600, on disk when it returns.
 * @throws NodeError `state-unwritable` when the file is there already: a key is never overwritten. `key-locked` for an
 * empty passphrase.
 */
export async function saveIdentity(
  path: string,
  identity: Identity,
  protection: KeyProtection,
  csprng: Csprng = systemCsprng,
): Promise<void> {
  const key: Envelope['key'] =
    protection.kind === 'key-file'
      ? { kind: 'key-file', privateKeyPem: identity.privateKeyPem.reveal() }
      : await seal(identity, protection.passphrase, csprng);
  const envelope: Envelope = { version: 1, id: identity.id, certificatePem: identity.certificatePem, key };
  const temporary = `${path}.${Buffer.from(csprng.bytes(6)).toString('hex')}`;
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(envelope, null, 2)}\n`);
    await file.sync();
    await link(temporary, path); // unlike rename it fails when the name is taken
  } catch (cause) {
    if (errnoOf(cause) !== 'EEXIST') throw cause;
    throw new NodeError('state-unwritable', `there is a key in ${path} already; it is never overwritten`, {
      cause,
      params: { file: path },
    });
  } finally {
    await file.close();
    await unlink(temporary);
  }
}

/** Group and others may do nothing with it, and it is ours. */
async function checkPermissions(path: string): Promise<void> {
  const { mode, uid } = await stat(path);
  const own = process.getuid === undefined || process.getuid() === uid;
  if ((mode & 0o077) !== 0 || !own) {
    throw new NodeError('key-permissions', `${path} may be read by others (mode ${(mode & 0o777).toString(8)})`, {
      params: { file: path },
    });
  }
}

async function readEnvelope(path: string): Promise<Envelope> {
  let text: string;
  try {
    await checkPermissions(path);
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof NodeError) throw cause;
    throw new NodeError('key-missing', `there is no readable key in ${path}`, { cause, params: { file: path } });
  }
  try {
    return envelopeSchema.parse(JSON.parse(text));
  } catch {
    // No cause: a parser quotes what it read, and this may be a key.
    throw new NodeError('key-missing', `${path} is not a key file that this version can read`, {
      params: { file: path },
    });
  }
}

/**
 * @param passphrase for an encrypted key, and only for one.
 * @throws NodeError `key-missing`, `key-permissions`, `key-locked`, `fingerprint-mismatch`.
 */
export async function loadIdentity(path: string, passphrase?: Secret<string>): Promise<Identity> {
  const envelope = await readEnvelope(path);
  return new Identity(envelope.id, envelope.certificatePem, await openKey(envelope, passphrase));
}

/**
 * The identity in `path`, made on the first call.
 * @throws NodeError as `loadIdentity` and `saveIdentity`; `fingerprint-mismatch` when the file is another node's.
 */
export async function openIdentity(path: string, id: string, protection: KeyProtection): Promise<Identity> {
  const passphrase = protection.kind === 'passphrase' ? protection.passphrase : undefined;
  let found: Identity;
  try {
    found = await loadIdentity(path, passphrase);
  } catch (error) {
    const absent = error instanceof NodeError && error.code === 'key-missing' && errnoOf(error.cause) === 'ENOENT';
    if (!absent) throw error;
    found = await createIdentity(id);
    await saveIdentity(path, found, protection);
  }
  if (found.id !== id) {
    throw new NodeError('fingerprint-mismatch', `the key in ${path} is of ${found.id}, not of ${id}`, {
      params: { party: id },
    });
  }
  return found;
}

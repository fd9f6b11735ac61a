/** Signing a manifest, and checking that every party did. */
import { z } from 'zod';
import { NodeError } from '../errors/node-error.ts';
import { fingerprintOfCertificate, sign, verify, type Identity } from '../identity/identity.ts';
import { canonicalJson, digestOf } from './canonical.ts';
import { manifestSchema, type Manifest, type ManifestParty } from './manifest.ts';

export interface SignedManifest {
  readonly manifest: Manifest;
  /** Base64 Ed25519 signature by party id. */
  readonly signatures: Readonly<Record<string, string>>;
}

const signaturesSchema = z.record(
  z.string(),
  z.string().regex(/^[A-Za-z0-9+/]{86}==$/, 'a signature is 64 bytes in base64'),
);

/** Lower-case hex SHA-256 of the canonical manifest: the project's name everywhere else. */
export function manifestDigest(manifest: Manifest): string {
  return digestOf(manifest);
}

function signedBytes(manifest: Manifest): Buffer {
  return Buffer.from(`manifest\n${canonicalJson(manifest)}`);
}

function firstIssue(error: z.ZodError): NodeError {
  const issue = error.issues[0];
  const field = issue?.path.join('.') ?? '';
  return new NodeError(
    'manifest-invalid',
    `the manifest is not valid${field === '' ? '' : ` at ${field}`}: ${issue?.message ?? ''}`,
    {
      params: { field, problems: error.issues.length },
    },
  );
}

/** @throws NodeError `manifest-invalid` naming the first field that is wrong. */
export function parseManifest(value: unknown): Manifest {
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success) throw firstIssue(parsed.error);
  return parsed.data;
}

/**
 * This party's signature, base64.
 * @throws NodeError `party-not-allowed` when the identity is not a party of it; `fingerprint-mismatch` when the manifest
 * names another key for it.
 */
export function signManifest(manifest: Manifest, identity: Identity): string {
  const party = manifest.parties.find(({ id }) => id === identity.id);
  if (party === undefined) {
    throw new NodeError('party-not-allowed', `${identity.id} is not a party of ${manifest.project}`, {
      params: { party: identity.id },
    });
  }
  if (party.fingerprint !== identity.fingerprint) throw otherKey(party.id);
  return Buffer.from(sign(identity, signedBytes(manifest))).toString('base64');
}

function otherKey(party: string): NodeError {
  return new NodeError('fingerprint-mismatch', `the manifest names another key for ${party}`, { params: { party } });
}

function checkSignature(party: ManifestParty, bytes: Uint8Array, signature: string | undefined): void {
  if (fingerprintOfCertificate(party.certificatePem) !== party.fingerprint) throw otherKey(party.id);
  const params = { party: party.id };
  if (signature === undefined)
    throw new NodeError('manifest-unsigned', `${party.id} has not signed the manifest`, { params });
  if (!verify(party.certificatePem, bytes, Buffer.from(signature, 'base64'))) {
    throw new NodeError('manifest-tampered', `the signature of ${party.id} is not for this manifest`, { params });
  }
}

/**
 * Checks a manifest from anywhere: its form, that each party's certificate is for the key it names, and that each signed
 * exactly this text.
 * @throws NodeError `manifest-invalid`, `fingerprint-mismatch`, `manifest-unsigned`, `manifest-tampered`.
 */
export function verifySignedManifest(signed: {
  readonly manifest: unknown;
  readonly signatures: unknown;
}): SignedManifest {
  const manifest = parseManifest(signed.manifest);
  const signatures = signaturesSchema.safeParse(signed.signatures);
  if (!signatures.success) throw firstIssue(signatures.error);
  const bytes = signedBytes(manifest);
  for (const party of manifest.parties) {
    const own = Object.hasOwn(signatures.data, party.id) ? signatures.data[party.id] : undefined;
    checkSignature(party, bytes, own);
  }
  return { manifest, signatures: signatures.data };
}

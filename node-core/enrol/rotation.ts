/** A node's new key, introduced by its old one: what is signed, and how it is checked. */
import { sign, verify, type Identity } from '../identity/identity.ts';
import { canonicalJson } from '../manifest/canonical.ts';

/** Fingerprints, so that the statement is good for one step of one node at one coordinator. */
export interface RotationStatement {
  readonly node: string;
  readonly from: string;
  readonly to: string;
  readonly coordinator: string;
}

function statementBytes({ node, from, to, coordinator }: RotationStatement): Buffer {
  return Buffer.from(`key rotation\n${canonicalJson({ node, from, to, coordinator })}`);
}

/** @param old the identity that is still enrolled. @returns 64 bytes. */
export function signRotation(old: Identity, to: string, coordinator: string): Uint8Array {
  return sign(old, statementBytes({ node: old.id, from: old.fingerprint, to, coordinator }));
}

/** @param certificatePem of the key that is enrolled now. */
export function verifyRotation(certificatePem: string, statement: RotationStatement, signature: Uint8Array): boolean {
  return verify(certificatePem, statementBytes(statement), signature);
}

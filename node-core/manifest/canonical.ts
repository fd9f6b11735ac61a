/** JSON Canonicalization Scheme (RFC 8785): one spelling for a value, so that its digest means something. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { NodeError } from '../errors/node-error.ts';

/** @throws NodeError `manifest-invalid` when the value has no JSON form (undefined, a function, NaN, a cycle). */
export function canonicalJson(value: unknown): string {
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch (cause) {
    throw new NodeError('manifest-invalid', 'a value to be signed has no JSON form', { cause });
  }
  if (text === undefined) throw new NodeError('manifest-invalid', 'a value to be signed has no JSON form');
  return text;
}

/** Lower-case hex SHA-256 of the canonical JSON. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

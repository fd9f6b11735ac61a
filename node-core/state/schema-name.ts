/** Where a node's tables lie in a PostgreSQL database that several nodes share: a schema of its own. */
import { createHash } from 'node:crypto';
import { NodeError } from '../errors/node-error.ts';

/** PostgreSQL cuts longer identifiers without a word (NAMEDATALEN - 1), which could make two names one. */
const IDENTIFIER_BYTES = 63;
const PREFIX = 'coscore_';
const SCHEMA_PATTERN = /^[A-Za-z_][A-Za-z0-9_.-]{0,62}$/;
const RESERVED: ReadonlySet<string> = new Set(['public', 'information_schema']);

/** @param nodeId matches `NODE_ID_PATTERN`. @returns a name that no other node id has. */
export function schemaNameOf(nodeId: string): string {
  const name = PREFIX + nodeId;
  if (name.length <= IDENTIFIER_BYTES) return name;
  const digest = createHash('sha256').update(nodeId).digest('hex').slice(0, 16);
  return `${name.slice(0, IDENTIFIER_BYTES - digest.length - 1)}_${digest}`;
}

/** @throws NodeError `engine-unavailable` for a name that is none, or is PostgreSQL's own. */
export function checkSchemaName(name: string): string {
  if (!SCHEMA_PATTERN.test(name) || name.startsWith('pg_') || RESERVED.has(name)) {
    throw new NodeError(
      'engine-unavailable',
      'COSCORE_DATABASE_SCHEMA is not the name of a schema of its own: 1 to 63 letters, digits, _ . -, first a letter or _',
      { params: { engine: 'postgres' } },
    );
  }
  return name;
}

/** A quoted identifier. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

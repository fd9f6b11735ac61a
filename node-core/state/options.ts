/** Which database a node keeps its state in, from its environment. Nothing here falls back to another one. */
import { Secret } from '@coscore/crypto/secret.ts';
import { NodeError } from '../errors/node-error.ts';
import { checkSchemaName, schemaNameOf } from './schema-name.ts';

export type StateOptions =
  /** Embedded, in the node's own folder. */
  | { readonly engine: 'pglite' }
  /** PostgreSQL 15 or newer; the URL may hold a password. */
  | { readonly engine: 'postgres'; readonly url: Secret<string>; readonly schema: string };

const URL_PATTERN = /^postgres(ql)?:\/\//;

/**
 * `COSCORE_DATABASE_URL` (postgres://...) chooses PostgreSQL, its absence the embedded engine. `COSCORE_DATABASE_SCHEMA`
 * names the schema where the node's own name would not do: two nodes of one name in one database.
 * @param nodeId who the schema is named after.
 * @throws NodeError `engine-unavailable` for a URL or schema that is none. The URL is not quoted: it may hold a password.
 */
export function stateOptions(env: Readonly<Record<string, string | undefined>>, nodeId: string): StateOptions {
  const url = env['COSCORE_DATABASE_URL'];
  if (url === undefined) return { engine: 'pglite' };
  if (!URL_PATTERN.test(url)) {
    throw new NodeError(
      'engine-unavailable',
      'COSCORE_DATABASE_URL is set and is no postgres:// URL; correct it, or unset it to keep state in the embedded engine',
      { params: { engine: 'postgres' } },
    );
  }
  const schema = env['COSCORE_DATABASE_SCHEMA'];
  return {
    engine: 'postgres',
    url: new Secret(url),
    schema: schema === undefined ? schemaNameOf(nodeId) : checkSchemaName(schema),
  };
}

/** Where a table's rows are: a file, or a PostgreSQL server that its owner runs. */
import { Secret } from '@coscore/crypto/secret.ts';
import { DataError } from './errors.ts';

/** What is read there: a table or view by name, or one SELECT that the owner wrote. */
export type PostgresSelection = { readonly table: string } | { readonly query: string };

export interface PostgresSource {
  readonly kind: 'postgres';
  /** Environment variable of the node's process that the URL came from, for messages. */
  readonly urlEnv: string;
  /** postgres://..., with the password. */
  readonly url: Secret<string>;
  readonly selection: PostgresSelection;
}

/** A path is a CSV or Parquet file. */
export type DataSource = string | PostgresSource;

/** How a dataset is registered: without any secret. */
export interface PostgresReference {
  readonly urlEnv: string;
  readonly table?: string | undefined;
  readonly query?: string | undefined;
}

/**
 * @param env of the node's process: the URL is never kept anywhere else.
 * @throws DataError `secret-missing`; `source-refused` when neither or both of table and query are named.
 */
export function postgresSource(
  { urlEnv, table, query }: PostgresReference,
  env: Readonly<Record<string, string | undefined>>,
): PostgresSource {
  const url = env[urlEnv];
  if (url === undefined || url === '') {
    const message = `the environment variable ${urlEnv} is not set in this node's process; set it and start the node again`;
    throw new DataError('secret-missing', message, { variable: urlEnv });
  }
  const source = { kind: 'postgres', urlEnv, url: new Secret(url) } as const;
  if (table !== undefined && query === undefined) return { ...source, selection: { table } };
  if (query !== undefined && table === undefined) return { ...source, selection: { query } };
  const reason = 'name either a table or a query';
  throw new DataError('source-refused', reason, { source: urlEnv, reason });
}

/** For messages: a table's name, or that it is a query, which may hold values. */
export const selectionName = (selection: PostgresSelection): string =>
  'table' in selection ? selection.table : 'the query';

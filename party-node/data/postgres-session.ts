/** One reading of a PostgreSQL source: a connection in a read-only transaction that sees one moment, closed whatever happens. */
import pg from 'pg';
import { reasonOf } from '@coscore/node-core/state/postgres-errors.ts';
import { type PostgresSource, selectionName } from './data-source.ts';
import { DataError } from './errors.ts';
import { physicalOf, type TypeFacts } from './postgres-types.ts';
import type { SourceColumn } from './columns.ts';
import { identifier } from './sql.ts';

const CONNECT_TIMEOUT_MS = 10_000;

/** One moment for all statements, nothing written; texts of dates and numbers that do not depend on the server's settings. */
const BEGIN = [
  'begin isolation level repeatable read read only',
  "set local datestyle = 'ISO, YMD'",
  "set local intervalstyle = 'iso_8601'",
  "set local timezone = 'UTC'",
  'set local extra_float_digits = 1',
  "set local lock_timeout = '30s'",
].join('; ');

/** Everything as PostgreSQL writes it. */
export const asText = { getTypeParser: () => (text: string) => text } as unknown as NonNullable<
  pg.ClientConfig['types']
>;

/** What an owner can mend, by SQLSTATE (PostgreSQL appendix A); messages of the server may quote values of rows. */
const REFUSALS: Readonly<Record<string, string>> = {
  '42P01': 'a table in it does not exist, or its schema is not named',
  '42703': 'a column in it does not exist',
  '42883': 'a function or operator in it does not exist',
  '42601': 'it is not one SELECT statement: there is a syntax error',
  '42501': 'this user may not read it',
  '25006': 'it writes; only reading is allowed',
  '55P03': 'another session holds a lock on it',
  '57014': 'the server stopped it (statement_timeout)',
  '22012': 'it divides by zero',
  '22P02': 'a value in it does not have the type it is cast to',
  '22003': 'a value in it is out of range',
  '40001': 'it changed while it was read; try again',
};

/** Classes of SQLSTATE and codes of the network that are about the way there. */
const isConnection = (code: string): boolean => /^(08|28|3D|53|57P|E|[A-Z]{5,})/.test(code) && code !== '57014';

/** @returns DataError `source-unreachable` or `source-refused`. */
function sourceError(error: unknown, source: PostgresSource, where: string): unknown {
  if (error instanceof DataError || !(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const name = selectionName(source.selection);
  if (code === '' || isConnection(code)) {
    const reason = reasonOf(error);
    return new DataError('source-unreachable', `PostgreSQL at ${where} (${source.urlEnv}) cannot be read: ${reason}`, {
      source: source.urlEnv,
      reason,
    });
  }
  return refused(source, REFUSALS[code] ?? `the server refuses it (SQLSTATE ${code})`, name);
}

export function refused(source: PostgresSource, reason: string, name = selectionName(source.selection)): DataError {
  const message = `${name} cannot be read by ${source.urlEnv}: ${reason}`;
  return new DataError('source-refused', message, { source: source.urlEnv, reason });
}

/** @throws DataError `source-unreachable`, `source-refused`; the signal's reason when aborted. */
export async function withPostgres<T>(
  source: PostgresSource,
  signal: AbortSignal | undefined,
  use: (client: pg.Client) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const client = clientOf(source);
  const where = `${client.host}:${client.port}/${client.database ?? ''}`;
  // The library's socket is its own; closing it is the only way to leave a statement that runs.
  const abort = (): void =>
    void (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  // A connection that is lost fails the statement that waits; without a listener it would end the process as well.
  client.on('error', () => undefined);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    await client.connect();
    await client.query(BEGIN);
    return await use(client);
  } catch (error) {
    signal?.throwIfAborted();
    throw sourceError(error, source, where);
  } finally {
    signal?.removeEventListener('abort', abort);
    await client.end().catch(() => undefined);
  }
}

function clientOf(source: PostgresSource): pg.Client {
  try {
    const url = source.url.reveal();
    if (!/^postgres(ql)?:\/\//.test(url)) throw new Error('no postgres URL');
    return new pg.Client({
      connectionString: url,
      application_name: 'coscore data',
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
      types: asText,
    });
  } catch {
    // No cause: the parser's message quotes the URL.
    const reason = 'it holds no URL like postgres://USER:PASSWORD@HOST:PORT/DATABASE';
    throw new DataError('source-unreachable', `${source.urlEnv} cannot be used: ${reason}`, {
      source: source.urlEnv,
      reason,
    });
  }
}

/** What follows FROM: the table under the name that the server itself gives it, or the owner's query. */
export async function fromClause(client: pg.Client, source: PostgresSource): Promise<string> {
  const { selection } = source;
  // The line break ends a comment on the query's last line.
  if ('query' in selection) return `(${selection.query.trim().replace(/;+$/, '')}\n) as t`;
  const { rows } = await client
    .query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.oid = to_regclass($1) and c.relkind in ('r', 'p', 'v', 'm', 'f')`,
      [selection.table],
    )
    .catch((error: unknown) => {
      // What is no name at all is none of a table either.
      if ((error as { code?: unknown }).code === '42602') return { rows: [] };
      throw error;
    });
  if (rows[0] === undefined) {
    throw refused(source, 'there is no such table or view; name its schema too, and quote names with capitals');
  }
  return `${rows[0].name} as t`;
}

/** A column of the source; `field` is what DuckDB will call it once it is spooled. */
export interface PostgresColumn extends SourceColumn {
  readonly oid: number;
}

/** The columns without a row of them. @throws DataError `source-refused` for a query without columns, or with two of one name. */
export async function describe(
  client: pg.Client,
  source: PostgresSource,
  from: string,
): Promise<readonly PostgresColumn[]> {
  // A parameter makes it the extended protocol, which takes one statement only: a query cannot end its transaction.
  const { fields } = await client.query(`select * from ${from} limit $1`, [0]);
  if (fields.length === 0) throw refused(source, 'it has no columns');
  const names = fields.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw refused(source, `two of its columns are named ${twice}; rename one`);
  const { rows } = await client.query<{ oid: string; name: string; kind: string; category: string }>(
    `select oid::text, format_type(oid, null) as name, typtype::text as kind, typcategory::text as category
       from pg_type where oid = any($1::oid[])`,
    [fields.map(({ dataTypeID }) => dataTypeID)],
  );
  const types = new Map(rows.map((row): [number, TypeFacts] => [Number(row.oid), { ...row, oid: Number(row.oid) }]));
  return fields.map(({ name, dataTypeID: oid }) => {
    const facts = types.get(oid) ?? { oid, name: `type ${oid}`, kind: '', category: '' };
    return { name, oid, sql: identifier(name), physical: physicalOf(facts), declared: facts.name };
  });
}

/**
 * From a PostgreSQL source to a private file that DuckDB reads like a CSV. Rows come through a cursor, a few hundred in
 * memory at a time, in the order of their ids, so that reading the same rows again gives the same file and digest.
 */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type pg from 'pg';
import Cursor from 'pg-cursor';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import { isDiskFull } from '@coscore/node-core/state/errors.ts';
import type { Relation, SourceColumn } from './columns.ts';
import { MAX_RECORD_BYTES } from './csv-scanner.ts';
import { type PostgresSource, selectionName } from './data-source.ts';
import { DataError } from './errors.ts';
import { type ColumnChoice, pickColumns } from './plan.ts';
import { asText, describe, fromClause, type PostgresColumn, refused, withPostgres } from './postgres-session.ts';
import { duckExpression, numericText } from './postgres-types.ts';
import { identifier, text } from './sql.ts';

export interface Spooled {
  /** Every column of the source, in its order; only those asked for are in the file. */
  readonly columns: readonly SourceColumn[];
  /** Columns of the file. */
  readonly width: number;
  readonly rows: number;
  /** A field holds a line end. */
  readonly quotedLineEnds: boolean;
  /** SHA-256 of the columns' names and types and of every row, in the order of their ids. */
  readonly digest: string;
}

const ROWS_AT_ONCE = 500;

/**
 * Writes the columns that `choice` needs to the new file `path`.
 * @throws DataError `source-unreachable`, `source-refused`, `column-missing`, `file-empty`; NodeError `disk-full`; the
 * signal's reason when aborted.
 */
export function spoolPostgres(
  source: PostgresSource,
  choice: ColumnChoice & { readonly signal?: AbortSignal | undefined },
  path: string,
): Promise<Spooled> {
  return withPostgres(source, choice.signal, async (client) => {
    const from = await fromClause(client, source);
    const all = await describe(client, source, from);
    const { id, label, features, side } = pickColumns(all, choice);
    const needed = new Set([id, label, ...features, ...side].map((column) => column?.name));
    const read = all.filter(({ name, physical }) => needed.has(name) && physical !== 'other');
    const order = id === undefined ? '' : ` order by ${id.sql}::text collate "C"`;
    const list = read.length === 0 ? '1' : read.map(({ name }) => identifier(name)).join(', ');
    const statement = `select ${list} from ${from}${order}`;
    const content = await writeRows(client, source, statement, read, path, choice.signal);
    const columns = all.map((column): SourceColumn => {
      const at = read.indexOf(column);
      return at < 0 ? column : { ...column, sql: duckExpression(`c${at}`, column.physical) };
    });
    return { columns, width: Math.max(1, read.length), ...content };
  });
}

async function writeRows(
  client: pg.Client,
  source: PostgresSource,
  statement: string,
  read: readonly PostgresColumn[],
  path: string,
  signal: AbortSignal | undefined,
): Promise<Pick<Spooled, 'rows' | 'quotedLineEnds' | 'digest'>> {
  const oids = read.map(({ oid }) => oid);
  const digest = createHash('sha256').update(JSON.stringify(read.map(({ name, declared }) => [name, declared])));
  const cursor = client.query(new Cursor<(string | null)[]>(statement, [], { rowMode: 'array', types: asText }));
  const file = await open(path, 'wx', 0o600);
  let rows = 0;
  let quotedLineEnds = false;
  try {
    // DuckDB takes its line end from the first in the file, so a plain line comes first.
    await file.appendFile(`${oids.length === 0 ? 'c0' : oids.map((_, i) => `c${i}`).join(',')}\n`);
    for (;;) {
      const batch = await cursor.read(ROWS_AT_ONCE);
      signal?.throwIfAborted();
      if (batch.length === 0) break;
      const lines = batch.map((row) => recordOf(row, oids));
      const long = lines.find(
        (line) => line.length > MAX_RECORD_BYTES / 4 && Buffer.byteLength(line) > MAX_RECORD_BYTES,
      );
      if (long !== undefined) throw refused(source, `a row of it is longer than ${MAX_RECORD_BYTES} bytes`);
      quotedLineEnds ||= lines.some((line) => line.indexOf('\n') < line.length - 1 || line.includes('\r'));
      const chunk = lines.join('');
      digest.update(chunk);
      await file.appendFile(chunk);
      rows += batch.length;
    }
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    throw new NodeError('disk-full', 'no space is left to read a table from PostgreSQL', { cause: error });
  } finally {
    await file.close();
  }
  if (rows === 0) {
    const name = selectionName(source.selection);
    throw new DataError('file-empty', `${name} has columns and no rows`, { file: name });
  }
  return { rows, quotedLineEnds, digest: digest.digest('hex') };
}

/** Every field in quotes; NULL and the empty text are one, as in any CSV: no value. */
function recordOf(row: readonly (string | null)[], oids: readonly number[]): string {
  let line = '';
  for (let i = 0; i < row.length; i++) {
    const value = row[i];
    line += i === 0 ? '"' : ',"';
    if (value !== null && value !== undefined) {
      line += value.includes('"') ? value.replaceAll('"', '""') : numericText(oids[i] ?? 0, value);
    }
    line += '"';
  }
  return `${line}\n`;
}

/** The spooled file for DuckDB. */
export function spoolRelation({ columns, width, quotedLineEnds }: Spooled, file: string): Relation {
  const fields = Array.from({ length: width }, (_, i) => `c${i}: 'VARCHAR'`);
  const options = [
    'auto_detect = false',
    'strict_mode = true',
    'null_padding = false',
    'header = true',
    `delim = ','`,
    `quote = '"'`,
    `escape = '"'`,
    `parallel = ${!quotedLineEnds}`,
    `columns = {${fields.join(', ')}}`,
  ];
  return { from: `read_csv(${text(file)}, ${options.join(', ')})`, columns };
}

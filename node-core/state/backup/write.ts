/** Writing a backup: one snapshot of every table, whatever the node does meanwhile. */
import { createHash } from 'node:crypto';
import { link, open, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CompiledQuery, type Kysely, sql } from 'kysely';
import { NodeError } from '../../errors/node-error.ts';
import { stateError } from '../errors.ts';
import { applied } from '../migrations.ts';
import type { State } from '../open.ts';
import type { Tables } from '../schema.ts';
import { type BackupHeader, type BackupTable, line } from './format.ts';
import { backedUpTables, holdsBytes, selectList, toText } from './tables.ts';

/** Rows fetched at once; parts of artefacts have up to 1 MiB each. */
const ROWS_AT_ONCE = 500;
const PARTS_AT_ONCE = 8;

export interface BackupWritten {
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly at: string;
}

export type BackupFacts = Pick<BackupHeader, 'id' | 'software' | 'node' | 'key'>;

/**
 * Writes a new file, 0600, whole and on disk when it returns. The node's other statements wait meanwhile: both engines
 * have one connection.
 * @throws NodeError `state-not-empty` when the file is there already; `disk-full`, `state-unwritable`.
 */
export async function writeBackup(state: State, file: string, facts: BackupFacts, at: Date): Promise<BackupWritten> {
  const partial = `${file}.partial`;
  try {
    const handle = await open(partial, 'wx', 0o600);
    try {
      const written = await writeSnapshot(state, facts, at, (text) => handle.appendFile(text));
      await handle.sync();
      await link(partial, file); // unlike rename it fails when the name is taken
      return { file, ...written };
    } finally {
      await handle.close();
      await unlink(partial);
      await syncFolder(file);
    }
  } catch (cause) {
    throw (cause as NodeJS.ErrnoException).code === 'EEXIST' ? taken(file, cause) : stateError(cause, file);
  }
}

async function syncFolder(file: string): Promise<void> {
  const folder = await open(dirname(file), 'r');
  await folder.sync().finally(() => folder.close());
}

function taken(file: string, cause: unknown): NodeError {
  const message = `there is a file ${file} (or ${file}.partial) already; a backup is never written over another`;
  return new NodeError('state-not-empty', message, { cause, params: { directory: file } });
}

function writeSnapshot(
  state: State,
  facts: BackupFacts,
  at: Date,
  write: (text: string) => Promise<void>,
): Promise<Omit<BackupWritten, 'file'>> {
  const digest = createHash('sha256');
  let bytes = 0;
  let count = 0;
  const put = async (text: string): Promise<void> => {
    digest.update(text);
    bytes += Buffer.byteLength(text);
    await write(text);
  };
  return state.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (db) => {
      await put(line(await headerOf(db, facts, at)));
      for (const table of await backedUpTables(db)) {
        await put(line(table));
        for await (const rows of rowsOf(db, table)) {
          count += rows.length;
          await put(rows.map((row) => line(row)).join(''));
        }
      }
      const sha256 = digest.digest('hex');
      await write(line({ end: true, rows: count, sha256 }));
      return { rows: count, bytes, sha256, at: at.toISOString() };
    });
}

async function headerOf(db: Kysely<Tables>, facts: BackupFacts, at: Date): Promise<BackupHeader> {
  const migrations = [...(await applied(db))];
  return { format: 'coscore-state', version: 1, at: at.toISOString(), migrations, ...facts };
}

/** Batches of rows through a cursor of the transaction. */
async function* rowsOf(
  db: Kysely<Tables>,
  table: BackupTable,
): AsyncGenerator<readonly (readonly (string | null)[])[]> {
  const batch = holdsBytes(table) ? PARTS_AT_ONCE : ROWS_AT_ONCE;
  const query = `declare backup no scroll cursor for select ${selectList(table)} from "${table.table}"`;
  await db.executeQuery(CompiledQuery.raw(query));
  for (;;) {
    const { rows } = await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(`fetch ${batch} from backup`));
    if (rows.length === 0) break;
    yield rows.map((row) => table.columns.map(([name]) => toText(row[name])));
  }
  await sql`close backup`.execute(db);
}

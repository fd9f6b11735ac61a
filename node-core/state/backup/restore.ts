/** Restoring a backup into an empty state: all of it or nothing, and with it the mark that this node has gone back in time. */
import { CompiledQuery, type Kysely } from 'kysely';
import { NodeError } from '../../errors/node-error.ts';
import { checkKnown, migrate, migrations, migrateTo } from '../migrations.ts';
import { openState, type State } from '../open.ts';
import type { StateOptions } from '../options.ts';
import { quoted } from '../schema-name.ts';
import type { Tables } from '../schema.ts';
import { markRestored } from './after-restore.ts';
import { type BackupRow, type BackupTable, invalid } from './format.ts';
import { readBackup, verifyBackup } from './read.ts';
import { backedUpTables, fromText, tablesOf } from './tables.ts';

export interface Restored {
  readonly id: string;
  /** When the backup was made. */
  readonly at: string;
  readonly rows: number;
  /** Jobs that were not over then, and are now. */
  readonly jobsEnded: number;
}

/**
 * @param dir the folder of the state, which need not be there.
 * @throws NodeError `backup-invalid`, `state-newer`, `state-not-empty`, and as `openState`. Nothing is kept then.
 */
export async function restoreBackup(file: string, dir: string, options: StateOptions, now: Date): Promise<Restored> {
  const header = await verifyBackup(file);
  checkKnown(header.migrations, file);
  const state = await openState(dir, options);
  try {
    await requireEmpty(state);
    await goBackTo(state, header.migrations);
    const result = await state.db.transaction().execute(async (db) => {
      const rows = await insertAll(db, file);
      const jobsEnded = await markRestored(db, header, now);
      return { id: header.id, at: header.at, rows, jobsEnded };
    });
    await migrate(state.db, state.where, state.schema);
    return result;
  } finally {
    await state.close();
  }
}

async function requireEmpty(state: State): Promise<void> {
  for (const { table } of await tablesOf(state.db)) {
    const { rows } = await state.db.executeQuery(CompiledQuery.raw(`select 1 from ${quoted(table)} limit 1`));
    if (rows.length === 0) continue;
    throw new NodeError('state-not-empty', `there is state already in ${state.where}; a backup never joins another`, {
      params: { directory: state.where },
    });
  }
}

/** An older version's rows go into that version's tables, and the migrations since then run over them. */
async function goBackTo(state: State, wanted: readonly string[]): Promise<void> {
  const names = Object.keys(migrations).sort();
  if (wanted.length === names.length) return;
  await state.db.transaction().execute(async (db) => {
    const tables = [...(await tablesOf(db)).map(({ table }) => table), 'kysely_migration', 'kysely_migration_lock'];
    await db.executeQuery(CompiledQuery.raw(`drop table ${tables.map(quoted).join(', ')} cascade`));
  });
  await migrateTo(state.db, state.schema, [...wanted].sort().at(-1)!);
}

async function insertAll(db: Kysely<Tables>, file: string): Promise<number> {
  const known = new Map((await backedUpTables(db)).map((table) => [table.table, table]));
  let insert: ((row: BackupRow) => Promise<void>) | undefined;
  let rows = 0;
  for await (const part of readBackup(file)) {
    if (part.kind === 'table') insert = inserter(db, file, part.table, known.get(part.table.table));
    if (part.kind !== 'row') continue;
    await insert?.(part.row);
    rows++;
  }
  return rows;
}

function inserter(
  db: Kysely<Tables>,
  file: string,
  { table, columns }: BackupTable,
  own: BackupTable | undefined,
): (row: BackupRow) => Promise<void> {
  const types = new Map(own?.columns);
  const strange = own === undefined ? table : columns.find(([name, type]) => types.get(name) !== type)?.[0];
  if (strange !== undefined) throw invalid(file, `this version has no ${strange} like the one in it`);
  const names = columns.map(([name]) => quoted(name)).join(', ');
  const values = columns.map(([, type], i) => `$${i + 1}::${type}`).join(', ');
  const statement = `insert into ${quoted(table)} (${names}) values (${values})`;
  return async (row) => {
    const parameters = row.map((value, i) => fromText(value, columns[i]![1]));
    await db.executeQuery(CompiledQuery.raw(statement, parameters));
  };
}

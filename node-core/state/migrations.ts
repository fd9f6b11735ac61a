/** How the tables came to be. A released migration never changes; a new one is added under the next number. */
import { Migrator, sql, type Kysely, type Migration } from 'kysely';
import { NodeError } from '../errors/node-error.ts';
import type { Tables } from './schema.ts';

const start: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('meta')
      .addColumn('key', 'text', (c) => c.primaryKey())
      .addColumn('value', 'json', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('enrolled')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('certificate', 'text', (c) => c.notNull())
      .addColumn('fingerprint', 'text', (c) => c.notNull().unique())
      .addColumn('address', 'text')
      .execute();
    await db.schema
      .createTable('datasets')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('definition', 'json', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('projects')
      .addColumn('digest', 'text', (c) => c.primaryKey())
      .addColumn('manifest', 'json', (c) => c.notNull())
      .addColumn('signatures', 'json', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('reason', 'text')
      .addColumn('runs_used', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('created_at', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('jobs')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('project', 'text', (c) => c.notNull())
      .addColumn('recipe', 'json', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('error', 'json')
      .addColumn('progress', 'json')
      .addColumn('attempt', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('finished_at', 'text')
      .execute();
    await db.schema
      .createTable('artefacts')
      .addColumn('job', 'text', (c) => c.notNull())
      .addColumn('stage', 'text', (c) => c.notNull())
      .addColumn('attempt', 'integer', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('part', 'integer', (c) => c.notNull())
      .addColumn('bytes', 'bytea', (c) => c.notNull())
      .addPrimaryKeyConstraint('artefacts_key', ['job', 'stage', 'attempt', 'name', 'part'])
      .execute();
    // Artefacts are packed numbers: trying to compress them only costs time.
    await sql`alter table artefacts alter column bytes set storage external`.execute(db);
    await db.schema
      .createTable('material')
      .addColumn('session', 'text', (c) => c.notNull())
      .addColumn('peer', 'text', (c) => c.notNull())
      .addColumn('protocol', 'text', (c) => c.notNull())
      .addColumn('mark', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('material_key', ['session', 'peer', 'protocol'])
      .execute();
    await db.schema
      .createTable('audit')
      .addColumn('seq', 'bigint', (c) => c.primaryKey())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('event', 'text', (c) => c.notNull())
      .addColumn('details', 'text', (c) => c.notNull())
      .addColumn('previous', 'text', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.notNull())
      .execute();
  },
};

const modelsAndBatches: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const table of ['models', 'batches']) {
      await db.schema
        .createTable(table)
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('document', 'json', (c) => c.notNull())
        .addColumn('created_at', 'text', (c) => c.notNull())
        .execute();
    }
  },
};

const pool: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('pool')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('project', 'text', (c) => c.notNull())
      .addColumn('peer', 'text', (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('helper', 'text', (c) => c.notNull())
      .addColumn('slots', 'integer', (c) => c.notNull())
      .addColumn('features', 'integer', (c) => c.notNull())
      .addColumn('columns', 'integer', (c) => c.notNull())
      .addColumn('bytes', 'bigint', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('made_at', 'text', (c) => c.notNull())
      .execute();
  },
};

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-start': start,
  '0002-models-and-batches': modelsAndBatches,
  '0003-pool': pool,
};

/** Names of the migrations this database has seen, oldest first; none for a new one. */
export async function applied(db: Kysely<Tables>): Promise<readonly string[]> {
  const { rows: found } = await sql<{
    there: boolean;
  }>`select to_regclass('kysely_migration') is not null as there`.execute(db);
  if (found[0]?.there !== true) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map((row) => row.name);
}

/** @throws NodeError `state-newer` when `seen` names a migration that this program does not have. */
export function checkKnown(seen: readonly string[], where: string): void {
  const unknown = seen.filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length === 0) return;
  throw new NodeError('state-newer', `the state in ${where} was written by a newer Coscore (${unknown.join(', ')})`, {
    params: { directory: where, migrations: unknown.length },
  });
}

/**
 * Brings the tables up to this program.
 * @param schema where they are. Named, because kysely would take another node's table of migrations in the same database for ours.
 * @throws NodeError `state-newer` when a later version of Coscore wrote them.
 */
export async function migrate(db: Kysely<Tables>, where: string, schema = 'public'): Promise<void> {
  const seen = await applied(db);
  checkKnown(seen, where);
  if (seen.length === Object.keys(migrations).length) return;
  await migrateTo(db, schema, Object.keys(migrations).sort().at(-1)!);
}

/** Brings the tables up to one migration and no further. */
export async function migrateTo(db: Kysely<Tables>, schema: string, name: string): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve({ ...migrations }) };
  const { error } = await new Migrator({ db, provider, migrationTableSchema: schema }).migrateTo(name);
  if (error !== undefined) throw error;
}

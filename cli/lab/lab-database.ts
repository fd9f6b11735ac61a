/**
 * Where the nodes of a lab keep their state: in their own folders, unless COSCORE_LAB_DATABASE_URL names a PostgreSQL to
 * try. A name of its own, so that a lab that is started beside a real node never meets the real node's database.
 */
import { createHash } from 'node:crypto';

/** Of one node of one lab, by its folder: started again there, it finds its state. */
export function labSchema(home: string): string {
  return `coscore_lab_${createHash('sha256').update(home).digest('hex').slice(0, 24)}`;
}

/** What a node's process gets, instead of whatever a real node would. */
export function labDatabase(home: string): Readonly<Record<string, string | undefined>> {
  const url = process.env['COSCORE_LAB_DATABASE_URL'];
  return { COSCORE_DATABASE_URL: url, COSCORE_DATABASE_SCHEMA: url === undefined ? undefined : labSchema(home) };
}

/** Removes the schemas of nodes that have ended. @throws NodeError `state-locked` while one runs, `database-unreachable` */
export async function dropLabDatabases(homes: readonly string[]): Promise<void> {
  // Loaded where it is used: a node's state takes hundreds of modules, which no other command needs.
  const { dropPostgresSchema, stateOptions } = await import('@coscore/node-core/state/index.ts');
  for (const home of homes) {
    const options = stateOptions(labDatabase(home), 'lab');
    if (options.engine === 'postgres') await dropPostgresSchema(options.url, options.schema);
  }
}

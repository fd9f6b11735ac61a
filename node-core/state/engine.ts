/** The engines that state can stand on. Each gives a kysely dialect on one connection; nothing above sees which it is. */
import { join } from 'node:path';
import { PostgresDialect, type Dialect } from 'kysely';
import type { NodeError } from '../errors/node-error.ts';
import { ensureCluster } from './cluster.ts';
import type { StateOptions } from './options.ts';
import { pgliteDialect } from './pglite-dialect.ts';
import { openPgliteThread } from './pglite-client.ts';
import { openPostgres } from './postgres-engine.ts';

export interface OpenedEngine {
  readonly dialect: Dialect;
  /** The schema that the tables are in. */
  readonly schema: string;
  /** Where the state is, for messages. */
  readonly where: string;
  /** Resolves when the database went away though nobody closed it. */
  readonly lost: Promise<NodeError>;
}

/**
 * @param dir the folder of the node's state. @param explain turns an engine's error into ours.
 * @throws NodeError as `openPostgres`; what the embedded engine says when it does not start.
 */
export async function openEngine(
  dir: string,
  options: StateOptions,
  explain: (error: unknown) => unknown,
): Promise<OpenedEngine> {
  switch (options.engine) {
    case 'pglite': {
      const path = join(dir, 'pg');
      await ensureCluster(path);
      const dialect = pgliteDialect(await openPgliteThread(path), explain);
      // An embedded engine that dies fails every later statement; there is no lock to lose with it.
      return { dialect, schema: 'public', where: dir, lost: new Promise(() => undefined) };
    }
    case 'postgres': {
      const { url, schema } = options;
      const pool = await openPostgres(url, schema, explain);
      const where = `schema ${schema} of ${pool.where}`;
      return { dialect: new PostgresDialect({ pool }), schema, where, lost: pool.lost };
    }
  }
}

/** Opening a node's state: lock, engine, tables, in this order, and everything undone when one of them fails. */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { Kysely } from 'kysely';
import { AuditLog } from '../audit/log.ts';
import type { NodeError } from '../errors/node-error.ts';
import { ArtefactTable } from './artefacts.ts';
import { DatasetTable } from './datasets.ts';
import { DocumentTable } from './documents.ts';
import { EnrolledTable } from './enrolled.ts';
import { openEngine } from './engine.ts';
import { checkMarker, writeMarker } from './engine-marker.ts';
import { stateError } from './errors.ts';
import { JobTable } from './jobs.ts';
import { lockDirectory } from './lock.ts';
import { MaterialTable } from './material.ts';
import { MetaTable } from './meta.ts';
import { migrate } from './migrations.ts';
import type { StateOptions } from './options.ts';
import { PoolTable } from './pool.ts';
import { ProjectTable } from './projects.ts';
import type { Tables } from './schema.ts';

export interface StatePlace {
  /** The folder, with what is not in the database. */
  readonly dir: string;
  /** The database schema of the tables. */
  readonly schema: string;
  /** Where the tables are, for messages. */
  readonly where: string;
  readonly lost: Promise<NodeError>;
  readonly release: () => void;
}

export class State {
  readonly dir: string;
  readonly schema: string;
  readonly where: string;
  /** Resolves when the database, and with it the lock, is gone though nobody closed it: the node must stop. */
  readonly lost: Promise<NodeError>;
  readonly db: Kysely<Tables>;
  readonly meta: MetaTable;
  readonly enrolled: EnrolledTable;
  readonly datasets: DatasetTable;
  readonly projects: ProjectTable;
  readonly jobs: JobTable;
  readonly artefacts: ArtefactTable;
  readonly material: MaterialTable;
  readonly pool: PoolTable;
  readonly models: DocumentTable;
  readonly batches: DocumentTable;
  readonly audit: AuditLog;
  readonly #release: () => void;

  constructor(db: Kysely<Tables>, place: StatePlace) {
    this.dir = place.dir;
    this.schema = place.schema;
    this.where = place.where;
    this.lost = place.lost;
    this.db = db;
    this.meta = new MetaTable(db);
    this.enrolled = new EnrolledTable(db);
    this.datasets = new DatasetTable(db);
    this.projects = new ProjectTable(db);
    this.jobs = new JobTable(db);
    this.artefacts = new ArtefactTable(db);
    this.material = new MaterialTable(db);
    this.pool = new PoolTable(db);
    this.models = new DocumentTable(db, 'models');
    this.batches = new DocumentTable(db, 'batches');
    this.audit = new AuditLog(db);
    this.#release = place.release;
  }

  /** Waits for what is under way, closes the engine, then lets go of the directory. */
  async close(): Promise<void> {
    try {
      await this.db.destroy();
    } finally {
      this.#release();
    }
  }
}

/**
 * Opens the state of the folder `dir`, making it (owner only) when there is none. The folder's lock comes first, whatever
 * the database: it also keeps a second process off the sockets and keys beside it.
 * @throws NodeError `state-locked`, `state-unwritable`, `state-newer`, `engine-unavailable`, `engine-changed`,
 * `database-unreachable`, `disk-full`.
 */
export async function openState(dir: string, options: StateOptions): Promise<State> {
  const home = resolve(dir);
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const lock = lockDirectory(home);
    try {
      checkMarker(home, options);
      const place = options.engine === 'pglite' ? home : `PostgreSQL schema ${options.schema}`;
      const { dialect, schema, where, lost } = await openEngine(home, options, (error) => stateError(error, place));
      const db = new Kysely<Tables>({ dialect });
      try {
        await migrate(db, where, schema);
        writeMarker(home, options);
      } catch (error) {
        await db.destroy();
        throw error;
      }
      return new State(db, { dir: home, schema, where, lost, release: () => lock.release() });
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw stateError(error, home);
  }
}

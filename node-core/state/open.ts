/** Opening a node's state: lock, engine, tables, in this order, and everything undone when one of them fails. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Kysely } from 'kysely';
import { AuditLog } from '../audit/log.ts';
import { ArtefactTable } from './artefacts.ts';
import { DatasetTable } from './datasets.ts';
import { EnrolledTable } from './enrolled.ts';
import { openEngine } from './engine.ts';
import { stateError } from './errors.ts';
import { JobTable } from './jobs.ts';
import { lockDirectory } from './lock.ts';
import { MaterialTable } from './material.ts';
import { MetaTable } from './meta.ts';
import { migrate } from './migrations.ts';
import { ProjectTable } from './projects.ts';
import type { Tables } from './schema.ts';

export class State {
  readonly dir: string;
  readonly db: Kysely<Tables>;
  readonly meta: MetaTable;
  readonly enrolled: EnrolledTable;
  readonly datasets: DatasetTable;
  readonly projects: ProjectTable;
  readonly jobs: JobTable;
  readonly artefacts: ArtefactTable;
  readonly material: MaterialTable;
  readonly audit: AuditLog;
  readonly #release: () => void;

  constructor(dir: string, db: Kysely<Tables>, release: () => void) {
    this.dir = dir;
    this.db = db;
    this.meta = new MetaTable(db);
    this.enrolled = new EnrolledTable(db);
    this.datasets = new DatasetTable(db);
    this.projects = new ProjectTable(db);
    this.jobs = new JobTable(db);
    this.artefacts = new ArtefactTable(db);
    this.material = new MaterialTable(db);
    this.audit = new AuditLog(db);
    this.#release = release;
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

export interface StateOptions {
  /** `pglite`, embedded. Anything else is refused by name. */
  readonly engine: string;
}

/**
 * Opens the state in `dir`, making it (owner only) when there is none.
 * @throws NodeError `state-locked`, `state-unwritable`, `state-newer`, `engine-unavailable`, `disk-full`.
 */
export async function openState(dir: string, options: StateOptions): Promise<State> {
  const home = resolve(dir);
  const openEngineIn = openEngine(options.engine);
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const lock = lockDirectory(home);
    try {
      const dialect = await openEngineIn(join(home, 'pg'), (error) => stateError(error, home));
      const db = new Kysely<Tables>({ dialect });
      try {
        await migrate(db, home);
      } catch (error) {
        await db.destroy();
        throw error;
      }
      return new State(home, db, () => lock.release());
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw stateError(error, home);
  }
}

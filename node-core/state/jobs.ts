/** Jobs as this node sees them. */
import { ProtocolError } from '@coscore/protocols/errors.ts';
import type { Kysely } from 'kysely';
import { NodeError } from '../errors/node-error.ts';
import { useRun } from './projects.ts';
import type { Tables } from './schema.ts';

export const jobStates = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];
/** How a job can end. */
export type JobEnd = Extract<JobState, 'succeeded' | 'failed' | 'cancelled'>;

export interface StoredJob {
  readonly id: string;
  /** Manifest digest. */
  readonly project: string;
  readonly recipe: unknown;
  readonly state: JobState;
  readonly error?: unknown;
  readonly progress?: unknown;
  /** Attempts begun; the session of an attempt is `${id}/${attempt}` and never used twice. */
  readonly attempt: number;
  readonly createdAt: string;
  readonly finishedAt?: string;
}

export type NewJob = Pick<StoredJob, 'id' | 'project' | 'recipe' | 'createdAt'>;

type Row = Omit<Tables['jobs'], 'recipe' | 'error' | 'progress' | 'attempt'> & {
  recipe: unknown;
  error: unknown;
  progress: unknown;
  attempt: number;
};

function jobOf(row: Row): StoredJob {
  return {
    id: row.id,
    project: row.project,
    recipe: row.recipe,
    state: row.state as JobState,
    ...(row.error === null ? {} : { error: row.error }),
    ...(row.progress === null ? {} : { progress: row.progress }),
    attempt: row.attempt,
    createdAt: row.created_at,
    ...(row.finished_at === null ? {} : { finishedAt: row.finished_at }),
  };
}

function jobUnknown(id: string): NodeError {
  return new NodeError('job-unknown', `this node knows no job ${id}`, { params: { job: id } });
}

async function insert(db: Kysely<Tables>, { id, project, recipe, createdAt }: NewJob): Promise<StoredJob> {
  const row = await db
    .insertInto('jobs')
    .values({ id, project, recipe: JSON.stringify(recipe), state: 'queued', created_at: createdAt })
    .returningAll()
    .executeTakeFirstOrThrow();
  return jobOf(row);
}

type Changes = Partial<{ state: JobState; error: string | null; progress: string; finished_at: string }>;

export class JobTable {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** A new job, `queued`. An id is used once: a second one fails. */
  create(job: NewJob): Promise<StoredJob> {
    return insert(this.#db, job);
  }

  /**
   * As `create`, and one run of its project with it: a crash leaves both or neither, so that a job is never counted twice.
   * @throws NodeError `runs-exhausted`; `manifest-unsigned` when this node never saw the project.
   */
  createRun(job: NewJob): Promise<StoredJob> {
    return this.#db.transaction().execute(async (db) => {
      await useRun(db, job.project);
      return insert(db, job);
    });
  }

  async get(id: string): Promise<StoredJob | undefined> {
    const row = await this.#db.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? undefined : jobOf(row);
  }

  /** @throws NodeError `job-unknown`. */
  async require(id: string): Promise<StoredJob> {
    const found = await this.get(id);
    if (found === undefined) throw jobUnknown(id);
    return found;
  }

  /** Oldest first; of all states when none is named. */
  async list(...states: readonly JobState[]): Promise<readonly StoredJob[]> {
    const all = this.#db.selectFrom('jobs').selectAll().orderBy('created_at').orderBy('id');
    return (await (states.length === 0 ? all : all.where('state', 'in', states)).execute()).map(jobOf);
  }

  /**
   * Begins an attempt: `running`, under a number on disk before anything of it is sent. Numbers may be skipped, never
   * repeated: the session is named after them, and one-time material is numbered inside it.
   * @throws NodeError `job-unknown`; ProtocolError `replayed` when this or a later attempt was begun before.
   */
  async beginAttempt(id: string, attempt: number): Promise<void> {
    const row = await this.#db
      .updateTable('jobs')
      .set({ state: 'running', attempt, error: null, finished_at: null })
      .where('id', '=', id)
      .where('attempt', '<', attempt)
      .returning('attempt')
      .executeTakeFirst();
    if (row !== undefined) return;
    const { attempt: last } = await this.require(id);
    throw new ProtocolError('replayed', `attempt ${attempt} of job ${id} comes after attempt ${last}`, {
      params: { job: id, attempt, last },
    });
  }

  /** @throws NodeError `job-unknown`. */
  async setProgress(id: string, progress: unknown): Promise<void> {
    await this.#change(id, { progress: JSON.stringify(progress) });
  }

  /** @throws NodeError `job-unknown`. */
  async finish(id: string, state: JobEnd, finishedAt: string, error?: unknown): Promise<StoredJob> {
    const text = error === undefined ? null : JSON.stringify(error);
    return this.#change(id, { state, finished_at: finishedAt, error: text });
  }

  async #change(id: string, changes: Changes): Promise<StoredJob> {
    const row = await this.#db.updateTable('jobs').set(changes).where('id', '=', id).returningAll().executeTakeFirst();
    if (row === undefined) throw jobUnknown(id);
    return jobOf(row);
  }
}

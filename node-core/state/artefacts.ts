/** What the stages of a job leave behind, by (job, stage, attempt, name). */
import type { ExpressionBuilder, ExpressionWrapper, Kysely, SqlBool } from 'kysely';
import type { Tables } from './schema.ts';

export interface ArtefactKey {
  readonly job: string;
  readonly stage: string;
  readonly attempt: number;
  readonly name: string;
}

/** The embedded engine keeps the memory of its largest row for good, so large artefacts are stored in parts. */
const PART_BYTES = 1 << 20;

type Where = ExpressionBuilder<Tables, 'artefacts'>;

const has =
  ({ job, stage, attempt, name }: ArtefactKey) =>
  (where: Where): ExpressionWrapper<Tables, 'artefacts', SqlBool> =>
    where.and({ job, stage, attempt, name });

export class ArtefactTable {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /**
   * Writes it whole or not at all; writing the same key again replaces it, so that a stage can be repeated.
   * @param instead removed in the same moment: what this one replaces under another key.
   */
  async put(key: ArtefactKey, bytes: Uint8Array, instead: readonly ArtefactKey[] = []): Promise<void> {
    const { job, stage, attempt, name } = key;
    await this.#db.transaction().execute(async (db) => {
      for (const gone of [key, ...instead]) await db.deleteFrom('artefacts').where(has(gone)).execute();
      // An empty artefact is one empty part.
      for (let part = 0; part === 0 || part * PART_BYTES < bytes.length; part++) {
        const slice = bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES);
        await db.insertInto('artefacts').values({ job, stage, attempt, name, part, bytes: slice }).execute();
      }
    });
  }

  async get(key: ArtefactKey): Promise<Uint8Array | undefined> {
    return this.#db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (db) => {
        const all = db.selectFrom('artefacts').where(has(key));
        const sizes = await all
          .select((e) => e.fn<number>('octet_length', ['bytes']).as('size'))
          .orderBy('part')
          .execute();
        if (sizes.length === 0) return undefined;
        const whole = new Uint8Array(sizes.reduce((sum, { size }) => sum + size, 0));
        for (let part = 0, at = 0; part < sizes.length; part++) {
          const { bytes } = await all.select('bytes').where('part', '=', part).executeTakeFirstOrThrow();
          whole.set(bytes, at);
          at += bytes.length;
        }
        return whole;
      });
  }

  /** The artefact of that name which the newest attempt wrote. */
  async latest({ job, stage, name }: Omit<ArtefactKey, 'attempt'>): Promise<Uint8Array | undefined> {
    const { attempt } = await this.#db
      .selectFrom('artefacts')
      .where((where) => where.and({ job, stage, name }))
      .select((e) => e.fn.max('attempt').as('attempt'))
      .executeTakeFirstOrThrow();
    // SQL's max of no rows is null, which its type does not say.
    return (attempt as number | null) === null ? undefined : this.get({ job, stage, attempt, name });
  }

  /** In order of attempt, stage and name. */
  async list(job: string): Promise<readonly ArtefactKey[]> {
    return this.#db
      .selectFrom('artefacts')
      .select(['job', 'stage', 'attempt', 'name'])
      .where('job', '=', job)
      .where('part', '=', 0)
      .orderBy('attempt')
      .orderBy('stage')
      .orderBy('name')
      .execute();
  }

  /** All of them or none. */
  async remove(keys: readonly ArtefactKey[]): Promise<void> {
    await this.#db.transaction().execute(async (db) => {
      for (const key of keys) await db.deleteFrom('artefacts').where(has(key)).execute();
    });
  }

  async removeJob(job: string): Promise<void> {
    await this.#db.deleteFrom('artefacts').where('job', '=', job).execute();
  }
}

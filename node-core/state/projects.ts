/** Projects by manifest digest: what was proposed, who signed, how many runs are used. */
import { sql, type Kysely } from 'kysely';
import { NodeError } from '../errors/node-error.ts';
import { manifestDigest, parseManifest } from '../manifest/signing.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { Tables } from './schema.ts';

/** `approved`: signed here, other signatures outstanding; `active`: signed by all; `revoked`: a party withdrew since. */
export const projectStates = ['proposed', 'approved', 'active', 'rejected', 'revoked'] as const;
export type ProjectState = (typeof projectStates)[number];

export interface Project {
  readonly digest: string;
  readonly manifest: Manifest;
  /** Base64 by party id; checked with `verifySignedManifest`, never trusted as it is stored. */
  readonly signatures: Readonly<Record<string, string>>;
  readonly state: ProjectState;
  readonly reason?: string;
  readonly runsUsed: number;
  readonly createdAt: string;
}

type Row = Omit<Tables['projects'], 'manifest' | 'signatures' | 'runs_used'> & {
  manifest: unknown;
  signatures: unknown;
  runs_used: number;
};

function projectOf(row: Row): Project {
  return {
    digest: row.digest,
    manifest: parseManifest(row.manifest),
    signatures: row.signatures as Record<string, string>,
    state: row.state as ProjectState,
    ...(row.reason === null ? {} : { reason: row.reason }),
    runsUsed: row.runs_used,
    createdAt: row.created_at,
  };
}

function unknownProject(digest: string): NodeError {
  return new NodeError('manifest-unsigned', `this node knows no project ${digest.slice(0, 12)}`, {
    params: { project: digest },
  });
}

export class ProjectTable {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** Keeps a proposed manifest; one that is already known stays as it is. */
  async propose(manifest: Manifest, createdAt: string): Promise<Project> {
    const digest = manifestDigest(manifest);
    await this.#db
      .insertInto('projects')
      .values({
        digest,
        manifest: JSON.stringify(manifest),
        signatures: '{}',
        state: 'proposed',
        reason: null,
        created_at: createdAt,
      })
      .onConflict((conflict) => conflict.column('digest').doNothing())
      .execute();
    return this.require(digest);
  }

  async get(digest: string): Promise<Project | undefined> {
    const row = await this.#db.selectFrom('projects').selectAll().where('digest', '=', digest).executeTakeFirst();
    return row === undefined ? undefined : projectOf(row);
  }

  /** @throws NodeError `manifest-unsigned` when this node never saw it. */
  async require(digest: string): Promise<Project> {
    const found = await this.get(digest);
    if (found === undefined) throw unknownProject(digest);
    return found;
  }

  /** Oldest first. */
  async list(): Promise<readonly Project[]> {
    return (await this.#db.selectFrom('projects').selectAll().orderBy('created_at').orderBy('digest').execute()).map(
      projectOf,
    );
  }

  /** Without their manifests, which may be large. */
  async digests(state: ProjectState): Promise<readonly string[]> {
    const rows = await this.#db.selectFrom('projects').select('digest').where('state', '=', state).execute();
    return rows.map(({ digest }) => digest);
  }

  /** Adds signatures to those already there. @throws NodeError `manifest-unsigned` when this node never saw the project. */
  async addSignatures(digest: string, signatures: Readonly<Record<string, string>>): Promise<Project> {
    return this.#db.transaction().execute(async (db) => {
      const row = await db
        .selectFrom('projects')
        .select('signatures')
        .where('digest', '=', digest)
        .forUpdate()
        .executeTakeFirst();
      if (row === undefined) throw unknownProject(digest);
      const all = { ...(row.signatures as Record<string, string>), ...signatures };
      const changed = await db
        .updateTable('projects')
        .set({ signatures: JSON.stringify(all) })
        .where('digest', '=', digest)
        .returningAll()
        .executeTakeFirstOrThrow();
      return projectOf(changed);
    });
  }

  /** @throws NodeError `manifest-unsigned` when this node never saw the project. */
  async setState(digest: string, state: ProjectState, reason?: string): Promise<Project> {
    const row = await this.#db
      .updateTable('projects')
      .set({ state, reason: reason ?? null })
      .where('digest', '=', digest)
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) throw unknownProject(digest);
    return projectOf(row);
  }

  /**
   * As `setState`, in one statement and only out of the named states: a revocation that came while the caller looked at
   * the project stays.
   * @returns undefined when the project is in none of them, or this node never saw it; nothing has changed then.
   */
  async moveState(
    digest: string,
    from: readonly ProjectState[],
    to: ProjectState,
    reason?: string,
  ): Promise<Project | undefined> {
    const row = await this.#db
      .updateTable('projects')
      .set({ state: to, reason: reason ?? null })
      .where('digest', '=', digest)
      .where('state', 'in', from)
      .returningAll()
      .executeTakeFirst();
    return row === undefined ? undefined : projectOf(row);
  }
}

/**
 * Counts one run in a single statement, so that two jobs cannot share the last one.
 * @param db a transaction in which the job is created too, so that neither is on disk without the other.
 * @throws NodeError `runs-exhausted`; `manifest-unsigned` when this node never saw the project.
 */
export async function useRun(db: Kysely<Tables>, digest: string): Promise<void> {
  const { manifest } = await new ProjectTable(db).require(digest);
  const row = await db
    .updateTable('projects')
    .set({ runs_used: sql<number>`runs_used + 1` })
    .where('digest', '=', digest)
    .where('runs_used', '<', manifest.runs)
    .returning('runs_used')
    .executeTakeFirst();
  if (row !== undefined) return;
  throw new NodeError('runs-exhausted', `all ${manifest.runs} runs of ${manifest.project} are used`, {
    params: { runs: manifest.runs },
  });
}

/**
 * Batches of dealt material that a node keeps for a later job: what each is for and whether it may still be used. The secret
 * part is not here but in a file of the node's folder: databases keep deleted rows in their pages and logs, and what was used
 * must be gone. For the same reason, and because a restored row would offer used material again, no backup holds this table.
 */
import type { Kysely } from 'kysely';
import { ProtocolError } from '@coscore/protocols/errors.ts';
import type { Tables } from './schema.ts';

/** What a batch was dealt for; it fits nothing else. */
export interface PoolKey {
  /** Digest of the manifest. */
  readonly project: string;
  readonly peer: string;
  /** Fingerprint of who dealt it. */
  readonly helper: string;
  /** Rows of a column. */
  readonly slots: number;
  /** Features of a column. */
  readonly features: number;
}

export interface PoolBatch extends PoolKey {
  readonly id: string;
  /** Of this node. */
  readonly role: 'label' | 'feature';
  readonly columns: number;
  /** Of the file. */
  readonly bytes: number;
  readonly state: 'ready' | 'claimed';
  /** ISO 8601 in UTC. */
  readonly madeAt: string;
}

function batchOf({ made_at: madeAt, role, state, ...row }: Tables['pool']): PoolBatch {
  return { ...row, role: role as PoolBatch['role'], state: state as PoolBatch['state'], madeAt };
}

export class PoolTable {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** A batch of which all is on disk. @throws what the database says of an id that is there already. */
  async add({ madeAt, ...batch }: Omit<PoolBatch, 'state'>): Promise<void> {
    await this.#db
      .insertInto('pool')
      .values({ ...batch, state: 'ready', made_at: madeAt })
      .execute();
  }

  /** Oldest first. */
  async list(project?: string): Promise<readonly PoolBatch[]> {
    const all = this.#db.selectFrom('pool').selectAll().orderBy('made_at').orderBy('id');
    return (await (project === undefined ? all : all.where('project', '=', project)).execute()).map(batchOf);
  }

  /** Those that fit and nobody has claimed, oldest first. */
  async ready({ project, peer, helper, slots, features }: PoolKey): Promise<readonly PoolBatch[]> {
    const rows = await this.#db
      .selectFrom('pool')
      .selectAll()
      .where((where) => where.and({ project, peer, helper, slots, features, state: 'ready' }))
      .orderBy('made_at')
      .orderBy('id')
      .execute();
    return rows.map(batchOf);
  }

  /**
   * Takes all of them, for one use each: on disk when it returns, as `MaterialLedger.claim` promises. Nothing makes a claimed
   * batch ready again.
   * @throws ProtocolError `material-reused` when one of them is claimed or gone; then none is taken.
   */
  async claim(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#db.transaction().execute(async (db) => {
      // One statement: of two claims at once for the same batch exactly one gets its row back.
      const taken = await db
        .updateTable('pool')
        .set({ state: 'claimed' })
        .where('id', 'in', [...new Set(ids)])
        .where('state', '=', 'ready')
        .returning('id')
        .execute();
      if (taken.length !== ids.length) throw usedBefore(ids.length - taken.length, ids.length);
    });
  }

  /** Takes one if it is ready. @returns whether it was. */
  async take(id: string): Promise<boolean> {
    const taken = await this.#db
      .updateTable('pool')
      .set({ state: 'claimed' })
      .where((where) => where.and({ id, state: 'ready' }))
      .returning('id')
      .execute();
    return taken.length > 0;
  }

  async remove(id: string): Promise<void> {
    await this.#db.deleteFrom('pool').where('id', '=', id).execute();
  }
}

function usedBefore(missing: number, asked: number): ProtocolError {
  return new ProtocolError('material-reused', `${missing} of ${asked} batches dealt ahead were used or wiped before`, {
    params: { batches: missing },
  });
}

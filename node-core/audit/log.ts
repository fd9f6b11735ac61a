/** The audit log on this node's state. Entries are only ever added. */
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Tables } from '../state/schema.ts';
import {
  GENESIS,
  nextEntry,
  verifyChain,
  type AuditDetails,
  type AuditEntry,
  type AuditEvent,
  type ChainHead,
} from './chain.ts';
import { canonicalJson } from '../manifest/canonical.ts';

function entryOf(row: Selectable<Tables['audit']>): AuditEntry {
  return { ...row, event: row.event as AuditEvent, details: JSON.parse(row.details) as AuditDetails };
}

async function headOf(db: Kysely<Tables> | Transaction<Tables>): Promise<ChainHead> {
  const row = await db.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return row ?? GENESIS;
}

export class AuditLog {
  readonly #db: Kysely<Tables>;
  /** Appends in turn, so that two never read the same head. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** Adds an entry; on disk when it returns. Entries keep the order of the calls. */
  append(event: AuditEvent, details: AuditDetails, at: Date): Promise<AuditEntry> {
    const appended = this.#last.then(() => this.#append(event, details, at));
    this.#last = appended.catch(() => undefined); // the caller gets the failure; the next append does not
    return appended;
  }

  async #append(event: AuditEvent, details: AuditDetails, at: Date): Promise<AuditEntry> {
    return this.#db.transaction().execute(async (db) => {
      const entry = nextEntry(await headOf(db), at.toISOString(), event, details);
      await db
        .insertInto('audit')
        .values({ ...entry, details: canonicalJson(details) })
        .execute();
      return entry;
    });
  }

  /** `GENESIS` when there is no entry. */
  async head(): Promise<ChainHead> {
    await this.#last;
    return headOf(this.#db);
  }

  /** Oldest first. @param after leaves out entries up to this seq. @param limit at most so many. */
  async list(options: { readonly after?: number; readonly limit?: number } = {}): Promise<readonly AuditEntry[]> {
    const all = this.#db
      .selectFrom('audit')
      .selectAll()
      .where('seq', '>', options.after ?? 0)
      .orderBy('seq');
    return (await (options.limit === undefined ? all : all.limit(options.limit)).execute()).map(entryOf);
  }

  /** Checks the whole log. @throws NodeError `audit-broken` with the first `seq` that does not fit. */
  async verify(heads: readonly ChainHead[] = []): Promise<ChainHead> {
    return verifyChain(await this.list(), heads);
  }
}

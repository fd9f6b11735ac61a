/** Documents by id, in the order in which they came: model manifests of a registry, scoring batches of a party. */
import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';

export type DocumentKind = 'models' | 'batches';

export interface StoredDocument {
  readonly id: string;
  /** As it was put; the caller checks its form. */
  readonly document: unknown;
  readonly createdAt: string;
}

export class DocumentTable {
  readonly #db: Kysely<Tables>;
  readonly #kind: DocumentKind;

  constructor(db: Kysely<Tables>, kind: DocumentKind) {
    this.#db = db;
    this.#kind = kind;
  }

  /** A new document, or another version of one; when it was first put does not change. */
  async put(id: string, document: unknown, createdAt: string): Promise<void> {
    const text = JSON.stringify(document);
    await this.#db
      .insertInto(this.#kind)
      .values({ id, document: text, created_at: createdAt })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ document: text }))
      .execute();
  }

  async get(id: string): Promise<StoredDocument | undefined> {
    const row = await this.#db.selectFrom(this.#kind).selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? undefined : { id: row.id, document: row.document, createdAt: row.created_at };
  }

  /** Oldest first. */
  async list(): Promise<readonly StoredDocument[]> {
    const rows = await this.#db.selectFrom(this.#kind).selectAll().orderBy('created_at').orderBy('id').execute();
    return rows.map((row) => ({ id: row.id, document: row.document, createdAt: row.created_at }));
  }
}

/** Data sets that this node's owner registered. What a definition holds is the party node's business; it never leaves. */
import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';

export interface StoredDataset {
  readonly name: string;
  /** As it was put; the caller checks its form. */
  readonly definition: unknown;
}

export class DatasetTable {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** @returns false, changing nothing, when the name is taken. */
  async add(name: string, definition: unknown): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await this.#db
      .insertInto('datasets')
      .values({ name, definition: JSON.stringify(definition) })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }

  async get(name: string): Promise<StoredDataset | undefined> {
    return this.#db.selectFrom('datasets').selectAll().where('name', '=', name).executeTakeFirst();
  }

  /** In order of name. */
  async list(): Promise<readonly StoredDataset[]> {
    return this.#db.selectFrom('datasets').selectAll().orderBy('name').execute();
  }

  /** @returns whether there was one. */
  async remove(name: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db.deleteFrom('datasets').where('name', '=', name).executeTakeFirst();
    return numDeletedRows > 0n;
  }
}

/** Small facts about this node: a JSON value by key. */
import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';

export class MetaTable {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** The value as it was put; the caller checks its form. Undefined when there is none. */
  async get(key: string): Promise<unknown> {
    const row = await this.#db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst();
    return row?.value;
  }

  async put(key: string, value: unknown): Promise<void> {
    const text = JSON.stringify(value);
    await this.#db
      .insertInto('meta')
      .values({ key, value: text })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text }))
      .execute();
  }

  /** Keeps the first value ever put under a key. @returns the value that is there, in one statement: of two at once one wins. */
  async putOnce(key: string, value: unknown): Promise<unknown> {
    await this.#db
      .insertInto('meta')
      .values({ key, value: JSON.stringify(value) })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
    return this.get(key);
  }

  async remove(key: string): Promise<void> {
    await this.#db.deleteFrom('meta').where('key', '=', key).execute();
  }
}

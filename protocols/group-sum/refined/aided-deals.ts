/**
 * Material of coming columns, unpacked while the current one is worked on, each used once. It comes out of deals of many columns:
 * first what was dealt before this use, then one deal for all that is left. Both ends have the same deals in the same order.
 */
import { erase } from '@coscore/crypto/erase.ts';
import { ProtocolError } from '../../errors.ts';
import type { Deal } from '../../helper/deal.ts';
import type { PooledDeal } from './types.ts';

export interface DealsAheadOptions<T> {
  /** Columns that may come. */
  readonly columns: number;
  /** Columns beyond the current one that are made ready. */
  readonly ahead: number;
  /** Deals from before, used first. */
  readonly pooled: readonly PooledDeal[];
  /** Opens the deal of `columns` columns, all that the others do not have. Called at once, and only where some are left. */
  open(columns: number): Promise<Deal>;
  /** Unpacks a column of a deal, in order; stops early when `isWanted` says no. It wipes what it has when it throws. */
  prepare(deal: Deal, column: number, isWanted: () => boolean): Promise<T>;
  /** Wipes material that no column used. */
  erase(material: T): void;
}

export class DealsAhead<T> {
  /**
   * Rejects when deals cannot go on. For who waits for the other end meanwhile: that end may be waiting for the helper, which
   * waits for our half of a deal. To be raced once, not in a loop: every race stays with it.
   */
  readonly failed: Promise<never>;
  readonly #options: DealsAheadOptions<T>;
  readonly #ready = new Map<number, PromiseWithResolvers<T>>();
  readonly #loop: Promise<void>;
  #current = 0;
  /** Why no further column comes. */
  #failure: { readonly cause: unknown } | undefined;
  #stopped = false;
  #wake: () => void = () => undefined;

  constructor(options: DealsAheadOptions<T>) {
    this.#options = options;
    this.#loop = this.#run();
    this.failed = this.#loop.then(() => new Promise<never>(() => undefined));
    this.failed.catch(() => undefined); // take() and finish() throw it too
  }

  /** The material of the next column, once. @throws ProtocolError `out-of-range`; `cancelled` after `wipe`; what deals throw. */
  async take(column: number): Promise<T> {
    if (column >= this.#options.columns) {
      throw new ProtocolError('out-of-range', `column ${column} of ${this.#options.columns} was not agreed`);
    }
    if (this.#stopped) throw wiped();
    this.#current = column + 1;
    this.#wake();
    const material = await this.#slot(column).promise;
    // Wiped between its coming and now: it is erased as well, and must mask nothing.
    if (!this.#ready.delete(column)) throw wiped();
    return material;
  }

  /** Closes the deals, and wipes what nobody used. @throws what they throw. */
  async finish(): Promise<void> {
    this.wipe();
    await this.#loop;
  }

  /** Wipes what was made ready and nobody takes any more; who waits for it is told. */
  wipe(): void {
    this.#stopped = true;
    this.#wake();
    for (const { promise, reject } of this.#ready.values()) {
      promise.then(this.#options.erase, () => undefined);
      reject(wiped());
    }
    this.#ready.clear();
  }

  #slot(column: number): PromiseWithResolvers<T> {
    let slot = this.#ready.get(column);
    if (slot === undefined) {
      slot = Promise.withResolvers<T>();
      slot.promise.catch(() => undefined); // nobody may be waiting yet
      if (this.#failure !== undefined) slot.reject(this.#failure.cause);
      this.#ready.set(column, slot);
    }
    return slot;
  }

  async #run(): Promise<void> {
    const { columns, pooled, open } = this.#options;
    const before = pooled.reduce((sum, deal) => sum + deal.columns, 0);
    let column = 0;
    try {
      // Asked for at once: the helper makes it while what is here is used.
      const fresh = before < columns ? open(columns - before) : undefined;
      fresh?.catch(() => undefined); // awaited in its turn
      for (const { deal, columns: many } of pooled)
        column = await this.#unpack(deal, column, Math.min(columns, column + many));
      if (fresh !== undefined) await this.#unpack(await fresh, column, columns);
    } catch (error) {
      // Columns that are ready stay so; who waits for one that is not, or asks for it later, is told.
      this.#failure = { cause: error };
      for (const { reject } of this.#ready.values()) reject(error);
      throw error;
    }
  }

  /** @returns the column after the deal's last. */
  async #unpack(deal: Deal, from: number, to: number): Promise<number> {
    try {
      for (let column = from; column < to; column++) {
        while (!this.#stopped && column >= this.#current + this.#options.ahead) {
          await new Promise<void>((resolve) => (this.#wake = resolve));
        }
        if (this.#stopped) break;
        const material = await this.#options.prepare(deal, column - from, () => !this.#stopped);
        if (this.#stopped) this.#options.erase(material);
        else this.#slot(column).resolve(material);
      }
      await deal.close();
      return to;
    } finally {
      // All columns of the deal follow from it, those that were used and wiped among them.
      erase(deal.seed);
    }
  }
}

function wiped(): ProtocolError {
  return new ProtocolError('cancelled', 'what was dealt for coming columns has been wiped');
}

/**
 * Deals of coming columns, opened and unpacked while the current one is worked on: one deal a column, each used once. How many
 * stand ready follows from numbers that both ends know; the order is the same at both, which is what pairs them at the helper.
 */
import { ProtocolError } from '../../errors.ts';
import { openDeal, type Deal, type DealOptions } from '../../helper/deal.ts';
import type { Session } from '../../transport.ts';

export interface DealsAheadOptions<T> {
  /** Columns that may come. */
  readonly columns: number;
  /** Columns beyond the current one that are made ready. */
  readonly ahead: number;
  deal(column: number): DealOptions;
  /** Unpacks a deal; stops early when `isWanted` says no. It wipes what it has when it throws. */
  prepare(deal: Deal, isWanted: () => boolean): Promise<T>;
  /** Wipes material that no column used. */
  erase(material: T): void;
}

export class DealsAhead<T> {
  /**
   * Rejects when deals cannot go on. For who waits for the other end meanwhile: that end may be waiting for the helper, which
   * waits for our half of a deal. To be raced once, not in a loop: every race stays with it.
   */
  readonly failed: Promise<never>;
  readonly #session: Session;
  readonly #options: DealsAheadOptions<T>;
  readonly #ready = new Map<number, PromiseWithResolvers<T>>();
  readonly #loop: Promise<void>;
  #opened = 0;
  #current = 0;
  #stopped = false;
  #wake: () => void = () => undefined;

  constructor(session: Session, options: DealsAheadOptions<T>) {
    this.#session = session;
    this.#options = options;
    this.#loop = this.#run();
    this.failed = this.#loop.then(() => new Promise<never>(() => undefined));
    this.failed.catch(() => undefined); // take() and finish() throw it too
  }

  /** Columns whose deals this end has asked for. */
  get opened(): number {
    return this.#opened;
  }

  /** The material of the next column, once. @throws ProtocolError `out-of-range`; `cancelled` after `stop`; what deals throw. */
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

  /** Asks for no more on its own. To be called before the two ends tell each other what they opened. */
  stop(): void {
    this.#stopped = true;
    this.#wake();
  }

  /** Opens what only the other end opened, so that the helper is left with no half of a deal, and wipes what nobody used. */
  async finish(openedThere: number): Promise<void> {
    this.stop();
    if (openedThere > this.#options.columns) {
      throw new ProtocolError('out-of-range', `${openedThere} deals opened for ${this.#options.columns} columns`);
    }
    while (this.#opened < openedThere) await (await this.#open()).close();
    await this.#loop;
    this.wipe();
  }

  /** Wipes what was made ready and nobody takes any more; who waits for it is told. */
  wipe(): void {
    this.stop();
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
      this.#ready.set(column, slot);
    }
    return slot;
  }

  #open(): Promise<Deal> {
    return openDeal(this.#session, this.#options.deal(this.#opened++));
  }

  #mayOpen(): boolean {
    return !this.#stopped && this.#opened < Math.min(this.#options.columns, this.#current + this.#options.ahead);
  }

  async #run(): Promise<void> {
    const { columns } = this.#options;
    let column = 0;
    // The next deal is under way while this one is unpacked: a turn to the helper must not stand between two columns.
    const coming: Promise<Deal>[] = [];
    try {
      for (;;) {
        while (coming.length < 2 && this.#mayOpen()) {
          const deal = this.#open();
          deal.catch(() => undefined); // awaited in its turn
          coming.push(deal);
        }
        const next = coming.shift();
        if (next === undefined) {
          if (this.#stopped || this.#opened >= columns) return;
          await new Promise<void>((resolve) => (this.#wake = resolve));
          continue;
        }
        await this.#unpack(await next, column);
        column++;
      }
    } catch (error) {
      this.#slot(column).reject(error);
      throw error;
    }
  }

  async #unpack(deal: Deal, column: number): Promise<void> {
    if (this.#stopped) {
      await deal.close();
      return;
    }
    const material = await this.#options.prepare(deal, () => !this.#stopped);
    if (this.#stopped) this.#options.erase(material);
    else this.#slot(column).resolve(material);
    await deal.close();
  }
}

function wiped(): ProtocolError {
  return new ProtocolError('cancelled', 'what was dealt for coming columns has been wiped');
}

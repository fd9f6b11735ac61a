/**
 * Obfuscators made ahead, each handed out once: a ciphertext under an obfuscator that another one has shows their difference
 * to anybody. They stay in memory and die with the process, so a resumed job cannot meet one again.
 */
import { erase } from '../erase.ts';
import { CryptoError } from '../errors.ts';

/** 64 batches of 512 2048-bit ciphertexts are 8 MB. */
const MOST_AHEAD = 64;

export interface PoolLimits {
  /** Batches made ahead, at most: what they take in memory. 64 by default. */
  readonly ahead?: number;
  /** Batches made at once, at most: whatever else the engine is asked for waits behind these. No limit by default. */
  readonly atOnce?: number;
}

export class ObfuscatorPool {
  /** Undefined once closed: it leads to the engine, and that to the key. */
  #make: ((count: number) => Promise<Uint8Array<ArrayBuffer>>) | undefined;
  readonly #width: number;
  readonly #batch: number;
  readonly #limits: Required<PoolLimits>;
  #underWay = 0;
  readonly #ready: Promise<Uint8Array<ArrayBuffer>>[] = [];
  /** What is still to be begun of what was ordered. */
  #ordered = 0;
  #rest: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #turn: Promise<unknown> = Promise.resolve();

  /**
   * @param make draws fresh ones, [count x width] bytes; batches may run at the same time.
   * @param batch how many to make at once.
   */
  constructor(
    make: (count: number) => Promise<Uint8Array<ArrayBuffer>>,
    width: number,
    batch: number,
    { ahead = MOST_AHEAD, atOnce = Infinity }: PoolLimits = {},
  ) {
    this.#make = make;
    this.#width = width;
    this.#batch = batch;
    this.#limits = { ahead, atOnce };
  }

  /** Begins to make so many more, as far ahead as memory should go; none once closed. */
  order(count: number): void {
    if (this.#make === undefined) return;
    this.#ordered += count;
    this.#fill();
  }

  /**
   * The next `count`, in turn with other takers; what was not ordered is made now.
   * @returns [count x width] bytes that nobody else has or gets.
   * @throws CryptoError `out-of-range` once closed.
   */
  take(count: number): Promise<Uint8Array<ArrayBuffer>> {
    const taken = this.#turn.then(() => this.#gather(count));
    this.#turn = taken.catch(() => undefined);
    return taken;
  }

  /** Overwrites what is left and lets go of what makes them. */
  close(): void {
    this.#make = undefined;
    this.#ordered = 0;
    erase(this.#rest);
    for (const batch of this.#ready.splice(0)) batch.then(erase, () => undefined);
  }

  async #gather(count: number): Promise<Uint8Array<ArrayBuffer>> {
    const out = new Uint8Array(count * this.#width);
    try {
      for (let at = 0; at < out.length;) {
        if (this.#rest.length === 0) this.#rest = await this.#next(out.length - at);
        const part = this.#rest.subarray(0, out.length - at);
        out.set(part, at);
        at += part.length;
        const left = this.#rest.slice(part.length);
        erase(this.#rest);
        this.#rest = left;
      }
      return out;
    } catch (cause) {
      erase(out); // a part of it may have been gathered
      throw cause;
    }
  }

  async #next(bytes: number): Promise<Uint8Array<ArrayBuffer>> {
    this.#checkOpen();
    if (this.#ready.length === 0 && this.#ordered === 0) this.order(Math.ceil(bytes / this.#width));
    if (this.#ready.length === 0) this.#begin(this.#make!); // all that are under way are others' already
    const next = this.#ready.shift()!;
    this.#fill();
    const batch = await next;
    try {
      this.#checkOpen(); // it may have been closed meanwhile, without a sight of this batch
    } catch (cause) {
      erase(batch);
      throw cause;
    }
    return batch;
  }

  #checkOpen(): void {
    if (this.#make === undefined) throw new CryptoError('out-of-range', 'the pool of obfuscators is closed');
  }

  #fill(): void {
    const make = this.#make;
    const { ahead, atOnce } = this.#limits;
    while (make !== undefined && this.#ordered > 0 && this.#ready.length < ahead && this.#underWay < atOnce) {
      this.#begin(make);
    }
  }

  #begin(make: (count: number) => Promise<Uint8Array<ArrayBuffer>>): void {
    const count = Math.min(this.#batch, this.#ordered);
    this.#ordered -= count;
    this.#underWay++;
    const batch = make(count);
    const ended = (): void => {
      this.#underWay--;
      this.#fill();
    };
    batch.then(ended, ended); // a failure is told to whoever takes it
    this.#ready.push(batch);
  }
}

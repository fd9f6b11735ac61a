/**
 * Ciphertexts of a column kept by who cannot read them, and added by group as often as groups change: blind group-sum over a
 * partition that gets finer. Batches are numbered as they come; batch b stays with part b mod the number of parts.
 */
import { erase } from '../erase.ts';
import type { Csprng } from '../rng.ts';
import { addPartialSums, ciphertextsToBytes, type PartialSums } from './additive-ops.ts';
import { inlinePublic, publicPool, type PublicEngine } from './additive-pool.ts';
import { additiveGroup, type AdditiveGroup, type AdditivePublicKey } from './additive-scheme.ts';
import { inlinePart, threadParts, type KeptPart } from './kept-pool.ts';
import { ObfuscatorPool } from './obfuscator-pool.ts';
import type { PairLayout } from './packing.ts';

/** Obfuscators expected of a use: only a matter of speed. */
const USES = 16_384;
/** Packed ciphertexts at once: some milliseconds of a core. */
const SUMS_A_BATCH = 8;
/** Batches that wait at a part: more would only hold memory. */
const MOST_WAITING = 3;

export interface KeptOptions {
  /** On the calling thread: for columns too small to pay for threads. */
  readonly inline: boolean;
  readonly rng: Csprng;
  /** Worker threads; the available cores by default. */
  readonly threads?: number;
}

export interface SumsTask {
  readonly cells: number;
  /** [ways x cells] groups that a cell is a part of, or NO_GROUP. */
  readonly margins: Uint32Array;
  readonly groups: number;
  readonly layout: PairLayout;
}

/** Sums under way. */
export interface KeptSums {
  /** Adds the ciphertexts of a batch to their cells; answers when another may come. @param ids [sets x rows] */
  add(batch: number, ids: Uint32Array<ArrayBuffer>): Promise<void>;
  /** Several sums a ciphertext, freshly obfuscated. @returns [ceil(groups / slots) x ciphertextBytes] */
  packed(): Promise<Uint8Array<ArrayBuffer>>;
}

interface Batch {
  readonly part: KeptPart;
  /** Its first row at its part. */
  readonly first: number;
  readonly rows: number;
}

export class KeptCiphertexts {
  readonly #engine: PublicEngine;
  readonly #group: AdditiveGroup;
  readonly #obfuscators: ObfuscatorPool;
  readonly #parts: readonly KeptPart[];
  readonly #waiting = new Map<KeptPart, Promise<void>[]>();
  #batches: Batch[] = [];
  /** Obfuscators ordered and not yet taken. */
  #ahead = 0;

  /** @throws CryptoError `out-of-range` for a key that cannot be one. */
  constructor(key: AdditivePublicKey, { inline, rng, threads }: KeptOptions) {
    this.#group = additiveGroup(key);
    this.#engine = inline
      ? inlinePublic(key, rng, USES)
      : publicPool(key, { uses: USES, ...(threads === undefined ? {} : { threads }) });
    this.#parts = inline ? [inlinePart(key)] : threadParts(key, threads);
    const atOnce = this.#engine.threads + 1; // what is packed waits behind them
    const { ciphertextBytes } = this.#group;
    this.#obfuscators = new ObfuscatorPool(this.#engine.obfuscators, ciphertextBytes, SUMS_A_BATCH, { atOnce });
  }

  /** Among how many parts the rows are shared: every part multiplies its own cells into groups. */
  get parts(): number {
    return this.#parts.length;
  }

  /** Forgets the column and makes room for another. @param rows of every batch but the last. */
  async reset(rows: number, rowsABatch: number): Promise<void> {
    this.#batches = [];
    const batches = Math.ceil(Math.ceil(rows / rowsABatch) / this.parts);
    await Promise.all(this.#parts.map((part) => part.reset(Math.min(rows, batches * rowsABatch))));
  }

  /** Keeps the next batch; answers when another may come. @param ciphertexts [rows x ciphertextBytes] */
  async load(ciphertexts: Uint8Array): Promise<void> {
    const index = this.#batches.length;
    const part = this.#parts[index % this.parts]!;
    const before = this.#batches[index - this.parts];
    const first = before === undefined ? 0 : before.first + before.rows;
    this.#batches.push({ part, first, rows: ciphertexts.length / this.#group.ciphertextBytes });
    await this.#wait(part, part.load(ciphertexts));
  }

  /** Makes obfuscators ahead, up to so many. */
  prepare(count: number): void {
    const more = Math.max(0, count - this.#ahead);
    this.#ahead += more;
    this.#obfuscators.order(more);
  }

  sums({ cells, margins, groups, layout }: SumsTask): KeptSums {
    const count = Math.ceil(groups / layout.slots);
    this.prepare(count);
    this.#ahead -= count;
    const begun = this.#parts.map((part) => this.#wait(part, part.begin(cells)));
    return {
      add: async (batch, ids) => {
        const { part, first, rows } = this.#batches[batch]!;
        await this.#wait(part, part.add({ first, rows, ids }));
      },
      packed: async () => {
        await Promise.all(begun);
        const partial = await Promise.all(this.#parts.map((part) => part.finish({ margins, groups })));
        await Promise.all([...this.#waiting.values()].flat());
        return this.#pack(this.#totals(partial, groups), count, layout);
      },
    };
  }

  async close(): Promise<void> {
    this.#batches = [];
    this.#obfuscators.close();
    await Promise.all([this.#engine.close(), ...this.#parts.map((part) => part.close())]);
  }

  #totals(partial: readonly PartialSums[], groups: number): bigint[] {
    const totals = new Array<bigint>(groups).fill(1n);
    for (const part of partial) addPartialSums(totals, part, this.#group);
    return totals;
  }

  async #pack(totals: readonly bigint[], count: number, layout: PairLayout): Promise<Uint8Array<ArrayBuffer>> {
    const { ciphertextBytes: width } = this.#group;
    const out = new Uint8Array(count * width);
    const starts = Array.from({ length: Math.ceil(count / SUMS_A_BATCH) }, (_, i) => i * SUMS_A_BATCH);
    await Promise.all(
      starts.map(async (from) => {
        const to = Math.min(count, from + SUMS_A_BATCH);
        const sums = ciphertextsToBytes(totals.slice(from * layout.slots, to * layout.slots), this.#group);
        const obfuscators = await this.#obfuscators.take(to - from);
        try {
          out.set(await this.#engine.pack({ sums, layout, obfuscators }), from * width);
        } finally {
          erase(obfuscators);
        }
      }),
    );
    return out;
  }

  /** Holds the caller back while the part has enough to do. */
  async #wait(part: KeptPart, work: Promise<void>): Promise<void> {
    work.catch(() => undefined); // told to whoever waits for it next
    const waiting = this.#waiting.get(part) ?? [];
    this.#waiting.set(part, waiting);
    waiting.push(work);
    if (waiting.length > MOST_WAITING) await waiting.shift();
  }
}

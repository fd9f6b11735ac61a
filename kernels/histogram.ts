/**
 * Binned columns kept in WASM memory, their rows in order of the nodes they are in: what a tree's histograms are summed from.
 * Each has an instance of its own, so columns are copied in once. About (2 features + 18) bytes a row, below 4 GB.
 */
import { kernelModule, sameLength } from './memory.ts';

interface Exports {
  readonly memory: WebAssembly.Memory;
  heapBase(): number;
  sumRows8(
    codes: number,
    stride: number,
    features: number,
    pairs: number,
    order: number,
    from: number,
    to: number,
    bins: number,
    binStride: number,
  ): void;
  sumSome8: SumSome;
  sumSome16: SumSome;
  pairUp(g: number, h: number, n: number, pairs: number): void;
  orderRows(active: number, n: number, order: number, spare: number): number;
  markRight(
    codes: number,
    wide: number,
    order: number,
    from: number,
    to: number,
    goesLeft: number,
    right: number,
  ): void;
  partRows(order: number, from: number, to: number, right: number, spare: number): number;
}

type SumSome = (
  codes: number,
  stride: number,
  which: number,
  count: number,
  pairs: number,
  order: number,
  from: number,
  to: number,
  bins: number,
  binStride: number,
) => void;

const PAGE = 65536;
const NARROW = 256;

/** [features x bins] four words a cell: sum of h (unsigned), sum of g, rows, 0; sums mod 2^64 as one. Good until the next sum. */
export type BinSums = Int32Array;

/** Places of rows in the order of nodes: [from, to). */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

export class BinnedRows {
  readonly rows: number;
  readonly features: number;
  /** Bins of the feature that has most: the row length of all sums. */
  readonly bins: number;
  readonly #wasm: Exports;
  readonly #wide: boolean;
  readonly #stride: number;
  readonly #at: {
    readonly codes: number;
    readonly byColumn: number;
    readonly pairs: number;
    readonly order: number;
    readonly spare: number;
    readonly right: number;
    readonly table: number;
    readonly which: number;
    readonly active: number;
    readonly bins: number;
  };

  /**
   * @param codes [features][rows] each below its number of bins. @param bins [features] 1..65536.
   * @throws RangeError when lengths differ or the memory does not suffice.
   */
  constructor(rows: number, codes: readonly Uint16Array[], bins: readonly number[]) {
    sameLength(codes.length, bins.length, 'bins');
    for (const column of codes) sameLength(rows, column.length, 'a column of codes');
    this.rows = rows;
    this.features = codes.length;
    this.bins = bins.reduce((most, count) => Math.max(most, count), 1);
    this.#wide = this.bins > NARROW;
    // Whole words a row: eight codes are loaded at once.
    this.#stride = this.#wide ? this.features * 2 : (this.features + 7) & ~7;
    this.#wasm = new WebAssembly.Instance(kernelModule).exports as unknown as Exports;
    let end = align(this.#wasm.heapBase());
    const take = (bytes: number): number => {
      const at = end;
      end = align(end + bytes);
      return at;
    };
    const cells = this.features * this.bins;
    const cellBytes = this.#wide ? 2 : 1;
    this.#at = {
      // Row by row for sums, column by column for routing: each way once is cheaper than either way for both.
      codes: take(rows * this.#stride),
      byColumn: take(cellBytes * rows * this.features + 1),
      pairs: take(rows * 8),
      order: take(rows * 4),
      spare: take(rows * 4 + 4),
      right: take((rows >> 3) + 1),
      table: take(this.bins),
      which: take(this.features * 4),
      active: take(rows),
      bins: take(cells * 16),
    };
    const missing = end - this.#wasm.memory.buffer.byteLength;
    if (end >= 2 ** 32) throw new RangeError(`${rows} rows of ${this.features} binned columns exceed 4 GB`);
    if (missing > 0) this.#wasm.memory.grow(Math.ceil(missing / PAGE));
    this.#fillRows(codes);
    codes.forEach((column, feature) => this.#columnView(feature).set(column));
  }

  #columnView(feature: number): Uint8Array | Uint16Array {
    const { buffer } = this.#wasm.memory;
    return this.#wide
      ? new Uint16Array(buffer, this.#columnAt(feature), this.rows)
      : new Uint8Array(buffer, this.#columnAt(feature), this.rows);
  }

  #columnAt(feature: number): number {
    return this.#at.byColumn + feature * this.rows * (this.#wide ? 2 : 1);
  }

  #fillRows(codes: readonly Uint16Array[]): void {
    const bytes = new Uint8Array(this.#wasm.memory.buffer, this.#at.codes, this.rows * this.#stride);
    const wide = new Uint16Array(this.#wasm.memory.buffer, this.#at.codes, this.#wide ? bytes.length / 2 : 0);
    const [cells, stride] = this.#wide ? [wide, this.features] : [bytes, this.#stride];
    // A block of rows at a time, so that lines are written while they are near.
    for (let start = 0; start < this.rows; start += 256) {
      const end = Math.min(this.rows, start + 256);
      codes.forEach((column, feature) => {
        for (let row = start; row < end; row++) cells[row * stride + feature] = column[row]!;
      });
    }
  }

  /**
   * All rows in order, the active ones first.
   * @param g [rows] @param h [rows] @param active [rows] 0 or 1; absent: all. @returns how many are active.
   */
  start(g: Int32Array, h: Uint32Array, active: Uint8Array | undefined): number {
    const { rows } = this;
    sameLength(rows, g.length, 'gradients');
    sameLength(rows, h.length, 'hessians');
    if (active !== undefined) sameLength(rows, active.length, 'active rows');
    const { buffer } = this.#wasm.memory;
    const { active: flags, order, spare, pairs } = this.#at;
    new Int32Array(buffer, spare, rows).set(g);
    new Uint32Array(buffer, order, rows).set(h);
    this.#wasm.pairUp(spare, order, rows, pairs);
    const isActive = new Uint8Array(buffer, flags, rows);
    if (active === undefined) isActive.fill(1);
    else isActive.set(active);
    return this.#wasm.orderRows(flags, rows, order, spare);
  }

  /** Sums of the rows in a range, by code. @param which features, ascending. @returns [which x bins]. */
  sum(range: RowRange, which: readonly number[]): BinSums {
    const { codes, pairs, order, bins } = this.#at;
    const { buffer } = this.#wasm.memory;
    const sums = new Int32Array(buffer, bins, which.length * this.bins * 4).fill(0);
    if (!this.#wide && which.length === this.features) {
      this.#wasm.sumRows8(codes, this.#stride, this.features, pairs, order, range.from, range.to, bins, this.bins);
    } else {
      const width = this.#wide ? 2 : 1;
      new Uint32Array(buffer, this.#at.which, which.length).set(which.map((i) => i * width));
      const sum = this.#wide ? this.#wasm.sumSome16 : this.#wasm.sumSome8;
      const n = which.length;
      sum(codes, this.#stride, this.#at.which, n, pairs, order, range.from, range.to, bins, this.bins);
    }
    return sums;
  }

  /** Clears all bits. */
  clearRight(): void {
    new Uint8Array(this.#wasm.memory.buffer, this.#at.right, (this.rows >> 3) + 1).fill(0);
  }

  /** Sets the bits of those rows in a range that do not go left. @param goesLeft [bins of the feature]. */
  markRight(range: RowRange, feature: number, goesLeft: Uint8Array): void {
    new Uint8Array(this.#wasm.memory.buffer, this.#at.table, goesLeft.length).set(goesLeft);
    const { order, table, right } = this.#at;
    const wide = this.#wide ? 1 : 0;
    this.#wasm.markRight(this.#columnAt(feature), wide, order, range.from, range.to, table, right);
  }

  /** [ceil(rows / 8)] a copy of the bits. */
  right(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#wasm.memory.buffer, this.#at.right, (this.rows + 7) >> 3).slice();
  }

  /** @param bits [ceil(rows / 8)] */
  setRight(bits: Uint8Array): void {
    sameLength((this.rows + 7) >> 3, bits.length, 'the bits');
    new Uint8Array(this.#wasm.memory.buffer, this.#at.right, bits.length).set(bits);
  }

  /** Parts a range by the bits, order kept. @returns the two ranges, left and right. */
  part(range: RowRange): readonly [RowRange, RowRange] {
    const { order, right, spare } = this.#at;
    const middle = range.from + this.#wasm.partRows(order, range.from, range.to, right, spare);
    return [
      { from: range.from, to: middle },
      { from: middle, to: range.to },
    ];
  }
}

function align(address: number): number {
  return Math.ceil(address / 64) * 64;
}

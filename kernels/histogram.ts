/**
 * Binned columns kept in WASM memory, their rows in order of the nodes they are in: what a tree's histograms are summed from.
 * Each has an instance of its own, so columns are copied in once. About (2 features + 17) bytes a row, below 4 GB.
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
  partSums(bins: number, n: number, pairs: number, rows: number): void;
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
  advanceRows(nodes: number, n: number, right: number, next: number, active: number, counts: number): void;
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

export interface BinSums {
  /** [features x bins] rows. */
  readonly counts: Uint32Array<ArrayBuffer>;
  /** [features x bins] sums of pairs mod 2^64: low word, high word. */
  readonly pairs: Uint32Array<ArrayBuffer>;
}

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
    readonly bins: number;
    readonly parted: number;
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
      bins: take(cells * 16),
      parted: take(cells * 12),
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

  /** @param g [rows] @param h [rows] @param order [rows] every row once, in the order of the first ranges. */
  start(g: Int32Array, h: Uint32Array, order: Uint32Array): void {
    sameLength(this.rows, g.length, 'gradients');
    sameLength(this.rows, h.length, 'hessians');
    sameLength(this.rows, order.length, 'the order of rows');
    const { buffer } = this.#wasm.memory;
    const words = new Int32Array(buffer, this.#at.pairs, this.rows * 2);
    for (let row = 0; row < this.rows; row++) {
      words[row * 2] = h[row]!;
      words[row * 2 + 1] = g[row]!;
    }
    new Uint32Array(buffer, this.#at.order, this.rows).set(order);
  }

  /** Sums of the rows in a range, by code. @param which features, ascending. */
  sum(range: RowRange, which: readonly number[]): BinSums {
    const { codes, pairs, order, bins, parted } = this.#at;
    const cells = which.length * this.bins;
    new Uint8Array(this.#wasm.memory.buffer, bins, cells * 16).fill(0);
    if (!this.#wide && which.length === this.features) {
      this.#wasm.sumRows8(codes, this.#stride, this.features, pairs, order, range.from, range.to, bins, this.bins);
    } else {
      const width = this.#wide ? 2 : 1;
      new Uint32Array(this.#wasm.memory.buffer, this.#at.which, which.length).set(which.map((i) => i * width));
      const sum = this.#wide ? this.#wasm.sumSome16 : this.#wasm.sumSome8;
      const n = which.length;
      sum(codes, this.#stride, this.#at.which, n, pairs, order, range.from, range.to, bins, this.bins);
    }
    this.#wasm.partSums(bins, cells, parted, parted + cells * 8);
    const { buffer } = this.#wasm.memory;
    return {
      pairs: new Uint32Array(buffer, parted, cells * 2).slice(),
      counts: new Uint32Array(buffer, parted + cells * 8, cells).slice(),
    };
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

/** Which node of a tree every row is in. Has an instance of its own; about 3 bytes a row. */
export class RowNodes {
  readonly rows: number;
  readonly #wasm: Exports;
  readonly #nodes: number;
  readonly #right: number;
  readonly #active: number;
  readonly #tables: number;
  #counted = false;

  constructor(rows: number) {
    this.rows = rows;
    this.#wasm = new WebAssembly.Instance(kernelModule).exports as unknown as Exports;
    this.#nodes = align(this.#wasm.heapBase());
    this.#right = align(this.#nodes + rows * 2);
    this.#active = align(this.#right + (rows >> 3) + 1);
    this.#tables = align(this.#active + rows);
    this.#reach(this.#tables);
  }

  #reach(end: number): void {
    const missing = end - this.#wasm.memory.buffer.byteLength;
    if (missing > 0) this.#wasm.memory.grow(Math.ceil(missing / PAGE));
  }

  /** All rows into node 0. @param active [rows] 0 or 1: which are counted; absent: all. */
  start(active: Uint8Array | undefined): void {
    const { buffer } = this.#wasm.memory;
    new Uint16Array(buffer, this.#nodes, this.rows).fill(0);
    this.#counted = active !== undefined;
    if (active === undefined) return;
    sameLength(this.rows, active.length, 'active rows');
    new Uint8Array(buffer, this.#active, this.rows).set(active);
  }

  /**
   * @param next [nodes x 2] where a row of each node goes with bit 0 and 1: nodes below next.length / 2.
   * @param right [ceil(rows / 8)] bits. @returns [nodes] active rows of each node after.
   */
  advance(next: Uint16Array, right: Uint8Array): Uint32Array<ArrayBuffer> {
    sameLength((this.rows + 7) >> 3, right.length, 'the bits');
    const nodes = next.length / 2;
    const counts = align(this.#tables + next.byteLength);
    this.#reach(counts + nodes * 4);
    const { buffer } = this.#wasm.memory;
    new Uint16Array(buffer, this.#tables, next.length).set(next);
    new Uint8Array(buffer, this.#right, right.length).set(right);
    new Uint32Array(buffer, counts, nodes).fill(0);
    const active = this.#counted ? this.#active : 0;
    this.#wasm.advanceRows(this.#nodes, this.rows, this.#right, this.#tables, active, counts);
    return new Uint32Array(buffer, counts, nodes).slice();
  }

  /** [rows] a view of every row's node, good until the next call. */
  nodes(): Uint16Array {
    return new Uint16Array(this.#wasm.memory.buffer, this.#nodes, this.rows);
  }
}

function align(address: number): number {
  return Math.ceil(address / 64) * 64;
}

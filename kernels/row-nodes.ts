/**
 * Which node of a tree every row is in, and which way rows go by binned columns. Each has an instance of its own, so columns are
 * copied in once: about (features + 3) bytes a row, twice the first where a column has more than 256 bins.
 */
import { kernelModule, sameLength } from './memory.ts';

interface Exports {
  readonly memory: WebAssembly.Memory;
  heapBase(): number;
  advanceRows(nodes: number, n: number, right: number, next: number, active: number, counts: number, odd: number): void;
  routeRows(nodes: number, n: number, sides: number, wide: number, out: number): void;
  strayRows(nodes: number, n: number, right: number, open: number): number;
}

const PAGE = 65536;
const NARROW = 256;

/** How the rows of one node part by a column. */
export interface NodeSides {
  readonly node: number;
  /** Index into the columns. */
  readonly feature: number;
  /** [bins] 0: rows of this bin go right. */
  readonly goesLeft: Uint8Array;
}

export interface RoutingColumns {
  /** [features][rows] each below its number of bins. */
  readonly codes: readonly Uint16Array[];
  /** [features] 1..65536. */
  readonly bins: readonly number[];
}

export class RowNodes {
  readonly rows: number;
  readonly #wasm: Exports;
  readonly #nodes: number;
  readonly #right: number;
  readonly #active: number;
  readonly #columns: number;
  readonly #columnBytes: number;
  readonly #wide: boolean;
  readonly #bins: number;
  readonly #tables: number;
  #counted = false;

  /** @param columns to route by; absent: it is only told which way rows go. @throws RangeError when lengths differ. */
  constructor(rows: number, { codes, bins }: RoutingColumns = { codes: [], bins: [] }) {
    sameLength(codes.length, bins.length, 'bins');
    for (const column of codes) sameLength(rows, column.length, 'a column of codes');
    this.rows = rows;
    this.#wasm = new WebAssembly.Instance(kernelModule).exports as unknown as Exports;
    this.#bins = bins.reduce((most, count) => Math.max(most, count), 1);
    this.#wide = this.#bins > NARROW;
    this.#columnBytes = rows * (this.#wide ? 2 : 1);
    this.#nodes = align(this.#wasm.heapBase());
    this.#right = align(this.#nodes + rows * 2);
    this.#active = align(this.#right + (rows >> 3) + 1);
    this.#columns = align(this.#active + rows);
    this.#tables = align(this.#columns + this.#columnBytes * codes.length + 1);
    this.#reach(this.#tables);
    const { buffer } = this.#wasm.memory;
    codes.forEach((column, feature) => {
      const at = this.#columns + feature * this.#columnBytes;
      (this.#wide ? new Uint16Array(buffer, at, rows) : new Uint8Array(buffer, at, rows)).set(column);
    });
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
    const nodes = next.length / 2;
    const even = align(this.#tables + next.byteLength);
    const odd = even + nodes * 4;
    this.#reach(odd + nodes * 4);
    const { buffer } = this.#wasm.memory;
    new Uint16Array(buffer, this.#tables, next.length).set(next);
    this.#setRight(right);
    new Uint32Array(buffer, even, nodes * 2).fill(0);
    const active = this.#counted ? this.#active : 0;
    this.#wasm.advanceRows(this.#nodes, this.rows, this.#right, this.#tables, active, even, odd);
    const counts = new Uint32Array(buffer, even, nodes).slice();
    new Uint32Array(buffer, odd, nodes).forEach((count, node) => (counts[node]! += count));
    return counts;
  }

  /** @param nodes how many there are. @returns [ceil(rows / 8)] bits: rows that go right; 0 in nodes that have no sides. */
  route(sides: readonly NodeSides[], nodes: number): Uint8Array<ArrayBuffer> {
    const out = new Uint8Array((this.rows + 7) >> 3);
    if (sides.length === 0) return out;
    // One table in which no bin goes right, for all other nodes.
    const tables = align(this.#tables + nodes * 8);
    this.#reach(tables + (sides.length + 1) * this.#bins);
    const { buffer } = this.#wasm.memory;
    new Uint8Array(buffer, tables, (sides.length + 1) * this.#bins).fill(0);
    const sideOf = new Uint32Array(buffer, this.#tables, nodes * 2);
    for (let node = 0; node < nodes; node++) {
      sideOf[node * 2] = this.#columns;
      sideOf[node * 2 + 1] = tables;
    }
    sides.forEach(({ node, feature, goesLeft }, i) => {
      const table = tables + (i + 1) * this.#bins;
      new Uint8Array(buffer, table, goesLeft.length).set(goesLeft.map((left) => (left === 0 ? 1 : 0)));
      sideOf[node * 2] = this.#columns + feature * this.#columnBytes;
      sideOf[node * 2 + 1] = table;
    });
    this.#wasm.routeRows(this.#nodes, this.rows, this.#tables, this.#wide ? 1 : 0, this.#right);
    out.set(new Uint8Array(buffer, this.#right, out.length));
    return out;
  }

  /** @param open [nodes] 1 where rows may go right. @returns how many bits are 1 elsewhere, also beyond the rows. */
  strays(right: Uint8Array, open: Uint8Array): number {
    this.#reach(this.#tables + open.length);
    new Uint8Array(this.#wasm.memory.buffer, this.#tables, open.length).set(open);
    this.#setRight(right);
    return this.#wasm.strayRows(this.#nodes, this.rows, this.#right, this.#tables);
  }

  #setRight(right: Uint8Array): void {
    sameLength((this.rows + 7) >> 3, right.length, 'the bits');
    new Uint8Array(this.#wasm.memory.buffer, this.#right, right.length).set(right);
  }

  /** [rows] a view of every row's node, good until the next call. */
  nodes(): Uint16Array {
    return new Uint16Array(this.#wasm.memory.buffer, this.#nodes, this.rows);
  }
}

function align(address: number): number {
  return Math.ceil(address / 64) * 64;
}

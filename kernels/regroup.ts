/**
 * Sums of masked columns over groups that become finer step by step: the kernels of refined group-sum. Arrays stay in WASM
 * memory over the steps, about 14 bytes a position. Callers vouch for their own numbers; what a peer sent is counted.
 */
import { Arena, type Cell, CellPool } from './arena.ts';
import { sameLength } from './memory.ts';

/** What a step does to live nodes: [2 x (live nodes + 1)] by node * 2 + bit: next node, slot << 16, bit 31: the bit may be 1. */
export type NextTable = Uint32Array;

/** Sums by (slot, bin) that still stand in the arena: good until its next call. */
export interface GroupedSums {
  /** [slots x bins] positions in each group. */
  counts(): Uint32Array<ArrayBuffer>;
  /** @param at [slots x bins] the bin at which each is shown. @param sums [slots x bins] residues, added to. @returns their counts. */
  join(at: Uint16Array, sums: BigUint64Array): Uint32Array<ArrayBuffer>;
}

/** Memory for PartitionedRows of at most `rows` rows, used again by the next. */
export function rowsPool(rows: number): CellPool {
  return new CellPool(words(rows) * 16);
}

/** The rows that count, in the partition that both ends know. */
export class PartitionedRows {
  readonly rows: number;
  readonly #pool: CellPool;
  readonly #cell: Cell;
  readonly #arena: Arena;
  readonly #live: number;
  readonly #table: number;
  readonly #rowOf: number;
  readonly #values: number;
  #isErased = false;

  /** @param rowOf [m] row of each counted row; absent: all `rows` in order. @param values [m] residues to total by node. */
  constructor(pool: CellPool, rows: number, rowOf: Uint32Array | undefined, values: BigUint64Array | undefined) {
    this.rows = rows;
    this.#pool = pool;
    this.#cell = pool.take();
    this.#arena = this.#cell.arena;
    this.#values = this.#cell.at;
    this.#live = this.#values + words(rows) * 8;
    this.#table = this.#live + words(rows) * 2;
    this.#rowOf = rowOf === undefined ? 0 : this.#table + words(rows) * 2;
    if (rowOf !== undefined) this.#arena.write(this.#rowOf, rowOf);
    if (values !== undefined) this.#arena.write(this.#values, values);
  }

  /** Overwrites everything. May be called twice. */
  erase(): void {
    if (!this.#isErased) this.#pool.give(this.#cell);
    this.#isErased = true;
  }

  /** @param right bits by row, as many as the highest row needs. */
  advance(right: Uint8Array, next: NextTable): void {
    if (this.#isErased) throw new RangeError('rows are used after they were erased');
    const [bits, entries] = this.#arena.work(right.length, next.byteLength) as [number, number];
    this.#arena.write(bits, right);
    this.#arena.write(entries, next);
    this.#arena.kernels.regroupRows(this.#live, this.#rowOf, bits, this.rows, entries, this.#table);
  }

  /** Of the last step: [slots] of the rows, slot << 1 | bit; what is beyond the rows is `padding` << 1. */
  table(slots: number, padding: number): Uint8Array | Uint16Array {
    const table = new Uint16Array(slots).fill(padding << 1);
    this.#arena.read(this.#table, table.subarray(0, this.rows));
    // Narrow where that holds them: random reads of it are faster.
    return padding < 128 ? new Uint8Array(table) : table;
  }

  /** Of the last step: residues and rows of each of `slots` slots, as (sum, count) pairs. */
  totals(slots: number): BigUint64Array<ArrayBuffer> {
    const totals = new BigUint64Array((slots + 1) * 2);
    const [acc] = this.#arena.work(totals.byteLength) as [number];
    this.#arena.clear(acc, totals.byteLength);
    this.#arena.kernels.sumRows(this.#table, this.#values, this.rows, acc);
    this.#arena.read(acc, totals);
    return totals.subarray(0, slots * 2);
  }
}

abstract class AnonymousColumn {
  readonly slots: number;
  protected readonly arena: Arena;
  readonly #pool: CellPool;
  #cell: Cell | undefined;

  constructor(pool: CellPool, slots: number) {
    this.slots = slots;
    this.#pool = pool;
    this.#cell = pool.take();
    this.arena = this.#cell.arena;
  }

  protected get at(): number {
    if (this.#cell === undefined) throw new RangeError('a column is used after it was erased');
    return this.#cell.at;
  }

  /** Overwrites everything. May be called twice. */
  erase(): void {
    if (this.#cell !== undefined) this.#pool.give(this.#cell);
    this.#cell = undefined;
  }
}

/** Cells for columns of `slots` positions. */
export function ownerPool(slots: number, arenaBytes?: number): CellPool {
  return new CellPool(words(slots) * 14, arenaBytes);
}

/** One feature at its owner: where each anonymous position comes from, its bin, and its residue under the other end's mask. */
export class OwnerColumn extends AnonymousColumn {
  get #u(): number {
    return this.at;
  }
  get #rho(): number {
    return this.at + words(this.slots) * 8;
  }
  get #codes(): number {
    return this.at + words(this.slots) * 12;
  }

  /** @param rho [slots] */
  setOrder(rho: Uint32Array): void {
    sameLength(this.slots, rho.length, 'the order');
    this.arena.write(this.#rho, rho);
  }

  /** @param residues bytes from position `from` on. */
  setMasked(from: number, residues: Uint8Array): void {
    this.arena.write(this.#u + from * 8, residues);
  }

  /**
   * @param codes [rows] @param rowOf [m] row of each counted row, the same array for all columns; absent: all in order.
   * @param padding the code of positions beyond them.
   * @returns [slots] codes in anonymous order, packed to `width` bits.
   */
  begin(codes: Uint16Array, rowOf: Uint32Array | undefined, padding: number, width: number): Uint8Array<ArrayBuffer> {
    const { arena } = this;
    const { kernels } = arena;
    const packed = new Uint8Array(Math.ceil((this.slots * width) / 8));
    const counted = rowOf?.length ?? codes.length;
    const rows = rowOf === undefined ? 0 : arena.resident('rows', rowOf);
    const [from, to, picked] = arena.work(codes.byteLength, packed.length + 8, counted * 2) as [number, number, number];
    arena.write(from, codes);
    if (rowOf !== undefined) kernels.countedCodes(from, rows, counted, picked);
    kernels.selectCodes(this.#rho, rowOf === undefined ? from : picked, counted, padding, this.slots, this.#codes);
    kernels.packCodes(this.#codes, this.slots, width, to);
    arena.read(to, packed);
    return packed;
  }

  /** Adds a column in the order of the rows that count. @param column bytes of [m] residues, the same array for all columns. */
  add(column: Uint8Array): void {
    const { arena } = this;
    const at = arena.resident('column', column);
    arena.kernels.addSelected(this.#rho, at, column.length / 8, this.slots, this.#u);
  }

  /** All positions but padding in one slot. */
  sumAll(bins: number): GroupedSums {
    return allSums(this.arena, this.#codes, this.#u, this.slots, bins);
  }

  /** @param table [slots] as PartitionedRows gives it, the same array for all columns. @param measured number of slots summed. */
  regroup(
    table: Uint8Array | Uint16Array,
    measured: number,
    bins: number,
  ): GroupedSums & { readonly bits: Uint8Array<ArrayBuffer> } {
    const { arena } = this;
    const groups = (measured + 1) * bins + 1;
    const bits = new Uint8Array(Math.ceil(this.slots / 8));
    const at = arena.resident('table', table);
    const [to, acc, rest] = arena.work(words(this.slots), groups * 32, measured * bins * 14 + 64) as [
      number,
      number,
      number,
    ];
    arena.clear(acc, groups * 32);
    const kernel = table instanceof Uint8Array ? arena.kernels.regroupOwner8 : arena.kernels.regroupOwner16;
    kernel(this.#rho, at, this.#codes, this.#u, this.slots, bins, to, acc, groups);
    arena.read(to, bits);
    return { bits, ...groupedSums(arena, acc, groups, rest, measured, bins) };
  }
}

/** Cells for columns of `slots` positions. */
export function maskPool(slots: number): CellPool {
  return new CellPool(words(slots) * 12);
}

/** The same feature at the other end: each anonymous position's mask, bin and node. */
export class MaskColumn extends AnonymousColumn {
  get #s(): number {
    return this.at;
  }
  get #codes(): number {
    return this.at + words(this.slots) * 8;
  }
  get #live(): number {
    return this.at + words(this.slots) * 10;
  }

  /** @param masks residues from position `from` on. */
  setMasks(from: number, masks: BigUint64Array): void {
    this.arena.write(this.#s + from * 8, masks);
  }

  /**
   * @param packed [slots] codes of `width` bits; the code `bins` stands for padding.
   * @returns what of the peer's numbers cannot be: codes above `bins`, and how many were padding.
   */
  begin(packed: Uint8Array, width: number, bins: number): { readonly refused: number; readonly padding: number } {
    const [from] = this.arena.work(packed.length + 8) as [number];
    this.arena.write(from, packed);
    const found = this.arena.kernels.unpackCodes(from, this.slots, width, bins, this.#codes, this.#live);
    return { refused: Number(BigInt.asUintN(32, found >> 32n)), padding: Number(BigInt.asUintN(32, found)) };
  }

  /** All positions but padding in one slot. */
  sumAll(bins: number): GroupedSums {
    return allSums(this.arena, this.#codes, this.#s, this.slots, bins);
  }

  /** @param bits [ceil(slots / 8)] @returns also how many bits are 1 where nothing splits. */
  regroup(
    bits: Uint8Array,
    next: NextTable,
    measured: number,
    bins: number,
  ): GroupedSums & { readonly refused: number } {
    const { arena } = this;
    const groups = (measured + 1) * bins + 1;
    const [from, table, acc, rest] = arena.work(
      words(this.slots),
      next.byteLength,
      groups * 32,
      measured * bins * 14 + 64,
    ) as [number, number, number, number];
    arena.clear(from + Math.floor(bits.length / 8) * 8, 8);
    arena.write(from, bits);
    arena.write(table, next);
    arena.clear(acc, groups * 32);
    const refused = arena.kernels.regroupAnonymous(
      this.#live,
      from,
      table,
      this.#codes,
      this.#s,
      this.slots,
      bins,
      acc,
      groups,
    );
    return { refused, ...groupedSums(arena, acc, groups, rest, measured, bins) };
  }
}

/** @param codes below `bins`, or `bins` for padding. */
function allSums(arena: Arena, codes: number, values: number, slots: number, bins: number): GroupedSums {
  const groups = bins + 1;
  const [acc, rest] = arena.work(groups * 32, bins * 14 + 64) as [number, number];
  arena.clear(acc, groups * 32);
  arena.kernels.sumByCode(codes, values, slots, acc, groups);
  return groupedSums(arena, acc, groups, rest, 1, bins);
}

function groupedSums(
  arena: Arena,
  acc: number,
  groups: number,
  rest: number,
  measured: number,
  bins: number,
): GroupedSums {
  const size = measured * bins;
  return {
    counts() {
      const halves = arena.words(acc, groups * 8);
      const counts = new Uint32Array(size);
      for (let i = 0; i < size; i++) counts[i] = halves[i * 4 + 2]! + halves[(groups + i) * 4 + 2]!;
      return counts;
    },
    join(at, sums) {
      sameLength(size, at.length, 'the joined bins');
      sameLength(size, sums.length, 'the sums');
      const counts = new Uint32Array(size);
      // The widest first: all stay aligned.
      const [pSums, pCounts, pAt] = [rest, rest + size * 8, rest + size * 12];
      arena.write(pSums, sums);
      arena.clear(pCounts, size * 4);
      arena.write(pAt, at);
      arena.kernels.joinGroups(acc, groups, measured, bins, pAt, pSums, pCounts);
      arena.read(pSums, sums);
      arena.read(pCounts, counts);
      return counts;
    },
  };
}

/** Whole words of 64 positions, so that a word of bits never runs over. */
function words(slots: number): number {
  return Math.ceil(slots / 64) * 64;
}

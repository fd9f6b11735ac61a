/**
 * Columns that stay in WASM memory over many calls, in instances of their own: equal cells, handed out and taken back, and one
 * working area an instance. An instance is filled up before the next is made; none moves a cell once it is handed out.
 */
import { kernelModule } from './memory.ts';

export interface RegroupKernels {
  readonly memory: WebAssembly.Memory;
  heapBase(): number;
  regroupRows(live: number, rowOf: number, right: number, m: number, next: number, table: number): void;
  sumRows(table: number, values: number, m: number, acc: number): void;
  countedCodes(codes: number, rowOf: number, m: number, out: number): void;
  selectCodes(rho: number, codes: number, m: number, padding: number, slots: number, out: number): void;
  addSelected(rho: number, column: number, m: number, slots: number, u: number): void;
  packCodes(codes: number, n: number, width: number, out: number): void;
  unpackCodes(packed: number, n: number, width: number, bins: number, out: number, live: number): bigint;
  regroupOwner8(
    rho: number,
    table: number,
    codes: number,
    u: number,
    slots: number,
    bins: number,
    bits: number,
    acc: number,
    groups: number,
  ): void;
  regroupOwner16(
    rho: number,
    table: number,
    codes: number,
    u: number,
    slots: number,
    bins: number,
    bits: number,
    acc: number,
    groups: number,
  ): void;
  sumByCode(codes: number, values: number, slots: number, acc: number, groups: number): void;
  regroupAnonymous(
    live: number,
    bits: number,
    next: number,
    codes: number,
    s: number,
    slots: number,
    bins: number,
    acc: number,
    groups: number,
  ): number;
  joinGroups(acc: number, groups: number, rows: number, bins: number, at: number, sums: number, counts: number): void;
}

const PAGE = 65536;
/** Grown by at least so much: every growth makes the collector look at all memory anew. */
const GROWTH_PAGES = 512;
const MOST_PAGES = 65536;
/** A memory holds about this much, or one cell: far below the 4 GB that an address reaches. */
const ARENA_BYTES = 2 ** 30;

export class Arena {
  readonly kernels: RegroupKernels;
  #view: Uint8Array;
  #top: number;
  #work = 0;
  #workBytes = 0;
  readonly #resident = new Map<string, { at: number; bytes: number; holds: ArrayBufferView }>();

  constructor() {
    this.kernels = new WebAssembly.Instance(kernelModule).exports as unknown as RegroupKernels;
    this.#view = new Uint8Array(this.kernels.memory.buffer);
    this.#top = aligned(this.kernels.heapBase());
  }

  get bytes(): number {
    return this.#top;
  }

  /** A block for good, zeroed. @throws RangeError beyond 4 GB. */
  allocate(bytes: number): number {
    const at = this.#top;
    this.#top = aligned(at + bytes);
    const missing = Math.ceil((this.#top - this.#view.length) / PAGE);
    if (missing > 0) {
      const left = MOST_PAGES - this.#view.length / PAGE;
      this.kernels.memory.grow(Math.max(missing, Math.min(GROWTH_PAGES, left)));
      this.#view = new Uint8Array(this.kernels.memory.buffer);
    }
    return at;
  }

  /** Addresses of 16-byte aligned blocks in the working area, good until the next call. */
  work(...sizes: readonly number[]): number[] {
    const bytes = sizes.reduce((sum, size) => aligned(sum + size), 0);
    if (bytes > this.#workBytes) {
      this.#workBytes = bytes * 2;
      this.#work = this.allocate(this.#workBytes);
    }
    let end = this.#work;
    return sizes.map((size) => {
      const at = end;
      end = aligned(end + size);
      return at;
    });
  }

  /** The address of a copy of `data`, which must not change while it is passed here: copied when another array was the last. */
  resident(name: string, data: ArrayBufferView): number {
    let block = this.#resident.get(name);
    if (block?.holds === data) return block.at;
    const fits = block !== undefined && block.bytes >= data.byteLength;
    block = {
      at: fits ? block!.at : this.allocate(data.byteLength),
      bytes: fits ? block!.bytes : data.byteLength,
      holds: data,
    };
    this.#resident.set(name, block);
    this.write(block.at, data);
    return block.at;
  }

  write(at: number, from: ArrayBufferView): void {
    this.#view.set(new Uint8Array(from.buffer, from.byteOffset, from.byteLength), at);
  }

  read(at: number, into: ArrayBufferView): void {
    new Uint8Array(into.buffer, into.byteOffset, into.byteLength).set(this.#view.subarray(at, at + into.byteLength));
  }

  /** A view, good until the next call. @param at a multiple of 4. */
  words(at: number, count: number): Uint32Array {
    return new Uint32Array(this.#view.buffer, at, count);
  }

  clear(at: number, bytes: number): void {
    this.#view.fill(0, at, at + bytes);
  }
}

export interface Cell {
  readonly arena: Arena;
  readonly at: number;
}

export class CellPool {
  readonly #cellBytes: number;
  readonly #arenaBytes: number;
  readonly #free: Cell[] = [];
  #arena: Arena | undefined;

  /** @param arenaBytes what an instance may hold before the next is made. */
  constructor(cellBytes: number, arenaBytes: number = ARENA_BYTES) {
    this.#cellBytes = cellBytes;
    this.#arenaBytes = arenaBytes;
  }

  take(): Cell {
    const free = this.#free.pop();
    if (free !== undefined) return free;
    if (this.#arena === undefined || this.#arena.bytes + this.#cellBytes > this.#arenaBytes) this.#arena = new Arena();
    return { arena: this.#arena, at: this.#arena.allocate(this.#cellBytes) };
  }

  /** Overwrites it first: what it held was secret and used once. */
  give(cell: Cell): void {
    cell.arena.clear(cell.at, this.#cellBytes);
    this.#free.push(cell);
  }
}

function aligned(address: number): number {
  return Math.ceil(address / 16) * 16;
}

/**
 * Ciphertexts of a column that stay, in the form that they are multiplied in, while their groups change. Plain functions over
 * one part of the rows: kept-ciphertexts.ts runs them on threads or here.
 *
 * Rows are multiplied into cells, and cells into groups: where a cell is a pair of bins of two features, a row costs one
 * multiplication for both, and every cell two.
 */
import { NO_GROUP, writeUnits, type PartialSums } from './additive-ops.ts';
import { additiveGroup, type AdditiveGroup, type AdditivePublicKey } from './additive-scheme.ts';
import { numbersModulo, type Numbers } from './numbers.ts';

export interface FinishTask {
  /** [ways x cells] groups that a cell belongs to, or NO_GROUP. */
  readonly margins: Uint32Array;
  readonly groups: number;
}

export interface KeptOps {
  /** Forgets the rows and makes room for others: at most so many. */
  reset(rows: number): void;
  /** Keeps more rows. @param ciphertexts [rows x ciphertextBytes] @throws CryptoError `bad-ciphertext`. */
  load(ciphertexts: Uint8Array): void;
  /** Starts sums over so many cells. */
  begin(cells: number): void;
  /** Multiplies rows `first ..` of those kept into their cells. @param ids [sets x rows] a cell, or NO_GROUP. */
  add(task: { readonly first: number; readonly rows: number; readonly ids: Uint32Array }): void;
  /** Multiplies cells into groups and ends the sums. */
  finish(task: FinishTask): PartialSums;
}

export function keptOps(key: AdditivePublicKey): KeptOps {
  return new Kept(additiveGroup(key));
}

class Kept implements KeptOps {
  readonly #group: AdditiveGroup;
  readonly #numbers: Numbers;
  readonly #empty: number;
  #rows = 0;
  #room = 0;
  #values = 0;
  #sums: { readonly mark: number; readonly all: number; readonly present: Uint8Array } | undefined;

  constructor(group: AdditiveGroup) {
    this.#group = group;
    this.#numbers = numbersModulo(group.modulus);
    this.#empty = this.#numbers.mark;
  }

  reset(rows: number): void {
    this.#sums = undefined;
    this.#rows = 0;
    if (rows > this.#room) {
      this.#numbers.release(this.#empty);
      this.#values = this.#numbers.allocate(rows);
      this.#room = rows;
    } else if (this.#room > 0) this.#numbers.release(this.#values + this.#room * this.#numbers.numberBytes);
  }

  load(ciphertexts: Uint8Array): void {
    const rows = ciphertexts.length / this.#group.ciphertextBytes;
    writeUnits(this.#numbers, this.#at(this.#rows), ciphertexts, this.#group);
    this.#rows += rows;
  }

  begin(cells: number): void {
    const { mark } = this.#numbers;
    this.#sums = { mark, all: this.#numbers.allocate(cells), present: new Uint8Array(cells) };
  }

  add({ first, rows, ids }: { readonly first: number; readonly rows: number; readonly ids: Uint32Array }): void {
    const { all, present } = this.#open();
    if (first + rows > this.#rows) throw new RangeError(`rows ${first} to ${first + rows} of ${this.#rows} kept`);
    this.#numbers.multiplyGroups(this.#at(first), ids, rows, NO_GROUP, all, present);
  }

  finish({ margins, groups }: FinishTask): PartialSums {
    const { mark, all, present } = this.#open();
    const numbers = this.#numbers;
    const cells = present.length;
    const ids = margins.map((to, i) => (present[i % cells] === 1 ? to : NO_GROUP));
    const sums = numbers.allocate(groups);
    const there = new Uint8Array(groups);
    if (cells > 0) numbers.multiplyGroups(all, ids, cells, NO_GROUP, sums, there);
    const found = Uint32Array.from([...there.keys()].filter((to) => there[to] === 1));
    const { ciphertextBytes: width } = this.#group;
    const out = new Uint8Array(found.length * width);
    found.forEach((to, i) => out.set(numbers.read(sums + to * numbers.numberBytes), i * width));
    numbers.release(mark);
    this.#sums = undefined;
    return { groups: found, sums: out };
  }

  #open(): { readonly mark: number; readonly all: number; readonly present: Uint8Array } {
    if (this.#sums === undefined) throw new RangeError('no sums are under way');
    return this.#sums;
  }

  #at(row: number): number {
    return this.#values + row * this.#numbers.numberBytes;
  }
}

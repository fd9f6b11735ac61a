/** Which node of the tree under way every row is in: the same at every party, as all of them see every split's rows. */
import type { NodeSplit } from '@coscore/models/gbdt/histogram-source.ts';
import { ProtocolError } from '@coscore/protocols';

/** Node ids are uint16 on the wire; a tree of the largest depth stays far below. */
export const MAX_NODES = 0xffff;

/** How one feature's rows part under a split of its owner. */
export interface RoutedSplit extends NodeSplit {
  /** [rows] bin of every row. */
  readonly codes: Uint16Array;
  /** [bins] 1: rows of this bin go left. */
  readonly goesLeft: Uint8Array;
}

export class RowPartition {
  readonly rows: number;
  /** [rows] */
  readonly #nodeOf: Uint16Array;
  #leaves = new Set<number>([0]);
  #nodes = 1;

  constructor(rows: number) {
    this.rows = rows;
    this.#nodeOf = new Uint16Array(rows);
  }

  /** All rows in node 0. */
  restart(): void {
    this.#nodeOf.fill(0);
    this.#leaves = new Set([0]);
    this.#nodes = 1;
  }

  /** @returns [ceil(rows / 8)] bits, least significant first: rows that go right, 0 outside the nodes of `splits`. */
  route(splits: readonly RoutedSplit[]): Uint8Array {
    const bits = new Uint8Array(Math.ceil(this.rows / 8));
    if (splits.length === 0) return bits;
    const splitOf = this.#table(splits);
    const nodeOf = this.#nodeOf;
    const codesOf = splits.map(({ codes }) => codes);
    const leftOf = splits.map(({ goesLeft }) => goesLeft);
    for (let row = 0; row < nodeOf.length; row++) {
      const index = splitOf[nodeOf[row]!]!;
      if (index === 0) continue;
      if (leftOf[index - 1]![codesOf[index - 1]![row]!] === 0) bits[row >> 3]! |= 1 << (row & 7);
    }
    return bits;
  }

  /**
   * What a peer can get wrong about a step.
   * @throws ProtocolError `out-of-range` when a node is not there to be split, or a child's id is taken.
   */
  check(splits: readonly NodeSplit[], from: string): void {
    const taken = new Set<number>();
    for (const { node, left, right } of splits) {
      const fresh = [left, right].every((id) => id >= this.#nodes && id <= MAX_NODES && !taken.has(id));
      if (!this.#leaves.has(node) || taken.has(node) || left === right || !fresh)
        throw new ProtocolError('out-of-range', `${from} splits a node of the tree that cannot be split so`);
      for (const id of [node, left, right]) taken.add(id);
    }
  }

  /** @throws ProtocolError `wrong-size`; `out-of-range` for a row that goes right in a node that none of `splits` is of. */
  checkBits(right: Uint8Array, splits: readonly NodeSplit[], from: string): void {
    const bytes = Math.ceil(this.rows / 8);
    if (right.length !== bytes)
      throw new ProtocolError('wrong-size', `${from} sent ${right.length} bytes of rows' sides where ${bytes} were agreed`); // prettier-ignore
    const splitOf = this.#table(splits);
    let stray = 0;
    for (let at = 0; at < bytes; at++) {
      let byte = right[at]!;
      while (byte !== 0) {
        const row = at * 8 + 31 - Math.clz32(byte & -byte);
        byte &= byte - 1;
        if (row >= this.rows || splitOf[this.#nodeOf[row]!] === 0) stray++;
      }
    }
    if (stray > 0)
      throw new ProtocolError('out-of-range', `${from} sends ${stray} rows right in nodes that it does not split`);
  }

  /** Moves the rows of every split. The caller has checked both. */
  apply(splits: readonly NodeSplit[], right: Uint8Array): void {
    if (splits.length === 0) return;
    // [nodes x 2] where a row of the node comes to, by its bit.
    const next = Uint16Array.from({ length: this.#nodes * 2 }, (_, i) => i >> 1);
    for (const { node, left, right: other } of splits) {
      next[node * 2] = left;
      next[node * 2 + 1] = other;
    }
    const nodeOf = this.#nodeOf;
    for (let row = 0; row < nodeOf.length; row++)
      nodeOf[row] = next[nodeOf[row]! * 2 + ((right[row >> 3]! >> (row & 7)) & 1)]!;
    for (const { node, left, right: other } of splits) {
      this.#leaves.delete(node);
      this.#leaves.add(left).add(other);
      this.#nodes = Math.max(this.#nodes, left + 1, other + 1);
    }
  }

  /** The fewest rows that any of these nodes holds. @param active [rows] 1: the row counts; absent: all do. */
  fewest(nodes: readonly number[], active: Uint8Array | undefined): number {
    const counts = new Uint32Array(this.#nodes);
    const nodeOf = this.#nodeOf;
    if (active === undefined) for (let row = 0; row < nodeOf.length; row++) counts[nodeOf[row]!]!++;
    else for (let row = 0; row < nodeOf.length; row++) counts[nodeOf[row]!]! += active[row]!;
    return nodes.reduce((least, node) => Math.min(least, counts[node]!), Infinity);
  }

  /** No more is asked of these nodes. */
  finish(nodes: readonly number[]): void {
    for (const node of nodes) this.#leaves.delete(node);
  }

  /** [nodes] place of the node's split among `splits`, from 1; 0 for a node that is not split. */
  #table(splits: readonly NodeSplit[]): Uint16Array {
    const table = new Uint16Array(this.#nodes);
    splits.forEach(({ node }, i) => (table[node] = i + 1));
    return table;
  }
}

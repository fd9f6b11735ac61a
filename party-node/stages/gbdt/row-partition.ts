/** Which node of the tree under way every row is in: the same at every party, as all of them see every split's rows. */
import { RowNodes, type NodeSides, type RoutingColumns } from '@coscore/models/gbdt/row-nodes.ts';
import type { NodeSplit } from '@coscore/models/gbdt/histogram-source.ts';
import { ProtocolError } from '@coscore/protocols';

/** Node ids are uint16 on the wire; a tree of the largest depth stays far below. */
export const MAX_NODES = 0xffff;

export class RowPartition {
  readonly rows: number;
  readonly #nodeOf: RowNodes;
  #leaves = new Set<number>([0]);
  #nodes = 1;
  /** [nodes] rows that count. */
  #counts = new Uint32Array(1);

  /** @param columns own ones, to route by. */
  constructor(rows: number, columns?: RoutingColumns) {
    this.rows = rows;
    this.#nodeOf = new RowNodes(rows, columns);
    this.restart(undefined);
  }

  /** All rows in node 0. @param active [rows] 1: the row counts; absent: all do. */
  restart(active: Uint8Array | undefined): void {
    this.#nodeOf.start(active);
    this.#leaves = new Set([0]);
    this.#nodes = 1;
    let count = this.rows;
    if (active !== undefined) for (let row = (count = 0); row < active.length; row++) count += active[row]!;
    this.#counts = Uint32Array.of(count);
  }

  /** @returns [ceil(rows / 8)] bits, least significant first: rows that go right, 0 outside the nodes of `splits`. */
  route(splits: readonly NodeSides[]): Uint8Array {
    return this.#nodeOf.route(splits, this.#nodes);
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
    const open = new Uint8Array(this.#nodes);
    for (const { node } of splits) open[node] = 1;
    const stray = this.#nodeOf.strays(right, open);
    if (stray > 0)
      throw new ProtocolError('out-of-range', `${from} sends ${stray} rows right in nodes that it does not split`);
  }

  /** Moves the rows of every split. The caller has checked both. */
  apply(splits: readonly NodeSplit[], right: Uint8Array): void {
    if (splits.length === 0) return;
    for (const { node, left, right: other } of splits) {
      this.#leaves.delete(node);
      this.#leaves.add(left).add(other);
      this.#nodes = Math.max(this.#nodes, left + 1, other + 1);
    }
    // [nodes x 2] where a row of the node comes to, by its bit.
    const next = Uint16Array.from({ length: this.#nodes * 2 }, (_, i) => i >> 1);
    for (const { node, left, right: other } of splits) {
      next[node * 2] = left;
      next[node * 2 + 1] = other;
    }
    this.#counts = this.#nodeOf.advance(next, right);
  }

  /** The fewest counting rows that any of these nodes holds. */
  fewest(nodes: readonly number[]): number {
    return nodes.reduce((least, node) => Math.min(least, this.#counts[node]!), Infinity);
  }

  /** No more is asked of these nodes. */
  finish(nodes: readonly number[]): void {
    for (const node of nodes) this.#leaves.delete(node);
  }
}

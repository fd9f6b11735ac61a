/** Which node every row is in, step by step: the same at both ends of blind refined group-sum. No messages here. */
import { ProtocolError } from '../../errors.ts';
import type { Refinement } from './types.ts';

/** Of a row that counts in nothing that can still be asked for. */
export const NOWHERE = -1;

/** Node ids are below this. */
const MAX_NODES = 2 ** 16;

export class RefinedNodes {
  /** [n] */
  readonly nodeOf: Int32Array<ArrayBuffer>;
  /** Rows of every node that can still be refined. */
  readonly rows = new Map<number, number>();
  readonly #used = new Set([0]);
  readonly #left = new Int32Array(MAX_NODES);
  readonly #right = new Int32Array(MAX_NODES);

  /** @param active [n] 1: the row counts; absent: every row. @throws ProtocolError `wrong-size`, `out-of-range` for no row. */
  constructor(n: number, active: Uint8Array | undefined) {
    if (active !== undefined && active.length !== n) {
      throw new ProtocolError('wrong-size', `${active.length} rows say whether they count, not ${n}`);
    }
    this.nodeOf = Int32Array.from({ length: n }, (_, row) => (active === undefined || active[row] === 1 ? 0 : NOWHERE));
    const counting = this.nodeOf.reduce((count, node) => count + (node === 0 ? 1 : 0), 0);
    if (counting === 0) throw new ProtocolError('out-of-range', 'group-sum over 0 rows');
    this.rows.set(0, counting);
  }

  /**
   * Parts the split nodes' rows.
   * @returns [measured] the node that each measured one was part of, and the other part of it.
   * @throws ProtocolError `wrong-size`, `out-of-range` for a step that is none.
   */
  apply({ splits, right, measure }: Refinement): readonly { readonly parent: number; readonly sibling: number }[] {
    if (right.length !== Math.ceil(this.nodeOf.length / 8)) {
      throw new ProtocolError('wrong-size', `a step parts ${right.length * 8} rows, not ${this.nodeOf.length}`);
    }
    const origin = new Map<number, { parent: number; sibling: number }>();
    const wanted = new Set(measure);
    if (wanted.size !== measure.length) throw wrongStep();
    const split = new Set<number>();
    for (const { node, left, right: other } of splits) {
      if (split.has(node)) throw wrongStep();
      split.add(node);
      for (const child of [left, other]) {
        if (!Number.isInteger(child) || child < 0 || child >= MAX_NODES || this.#used.has(child)) throw wrongStep();
        this.#used.add(child);
      }
      const asked = [left, other].filter((child) => wanted.has(child)).length;
      const followed = this.rows.delete(node);
      if (asked > 1 || (asked === 1 && !followed)) throw wrongStep();
      // Nothing finer can be asked of the rows of a split of which no child is measured.
      this.#left[node] = asked === 0 ? NOWHERE : left;
      this.#right[node] = asked === 0 ? NOWHERE : other;
      origin.set(left, { parent: node, sibling: other });
      origin.set(other, { parent: node, sibling: left });
      if (asked > 0) this.rows.set(left, 0).set(other, 0);
    }
    const origins = measure.map((node) => {
      const from = origin.get(node);
      if (from === undefined) throw wrongStep();
      return from;
    });
    if (split.size > 0) this.#part(split, right);
    return origins;
  }

  #part(split: ReadonlySet<number>, right: Uint8Array): void {
    const { nodeOf } = this;
    const parts = new Uint8Array(MAX_NODES);
    const rows = new Uint32Array(MAX_NODES);
    for (const node of split) parts[node] = 1;
    for (let row = 0; row < nodeOf.length; row++) {
      const node = nodeOf[row]!;
      if (node === NOWHERE || parts[node] === 0) continue;
      const child = ((right[row >> 3]! >> (row & 7)) & 1) === 1 ? this.#right[node]! : this.#left[node]!;
      nodeOf[row] = child;
      if (child !== NOWHERE) rows[child]!++;
    }
    for (const node of this.rows.keys()) if (rows[node]! > 0) this.rows.set(node, rows[node]!);
  }
}

/** @returns [n] of packed bits, least significant first; undefined when there are none. */
export function bitsToRows(bits: Uint8Array, n: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: n }, (_, row) => (bits[row >> 3]! >> (row & 7)) & 1);
}

/** @returns [ceil(n / 8)] */
export function rowsToBits(rows: Uint8Array): Uint8Array<ArrayBuffer> {
  const bits = new Uint8Array(Math.ceil(rows.length / 8));
  rows.forEach((row, i) => (bits[i >> 3]! |= (row & 1) << (i & 7)));
  return bits;
}

/**
 * The bin at which every bin's rows stand once joined: the last of its group, for the missing bin its own or that of the first.
 * @param ends [bins] 1: the last bin of a group. @returns [bins]
 * @throws ProtocolError `out-of-range` when a bin is in no group.
 */
export function groupOfBin(ends: Uint8Array, missingBin: number): Uint16Array<ArrayBuffer> {
  const at = new Uint16Array(ends.length);
  let next = -1;
  for (let bin = ends.length - 1; bin >= 0; bin--) {
    if (bin === missingBin) continue;
    if (ends[bin] === 1) next = bin;
    if (next < 0) throw new ProtocolError('out-of-range', 'a bin is part of no joined bins');
    at[bin] = next;
  }
  if (missingBin >= 0) {
    if (ends[missingBin] !== 1 && next < 0) {
      throw new ProtocolError('out-of-range', 'a bin of missing values is part of no joined bins');
    }
    at[missingBin] = ends[missingBin] === 1 ? missingBin : next;
  }
  return at;
}

function wrongStep(): ProtocolError {
  return new ProtocolError('out-of-range', 'a step splits or measures nodes that it cannot');
}

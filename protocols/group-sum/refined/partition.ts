/** The partition that both ends of refined group-sum know, and how a step moves rows and positions in it. No messages here. */
import { ProtocolError } from '../../errors.ts';
import type { Refinement, RefinedSplit } from './types.ts';

/** Node ids are below this; live nodes are at most half as many. */
export const MAX_NODES = 65536;

export const ROOT = 0;

/** A measured child and where it comes from. */
export interface MeasuredChild {
  readonly node: number;
  readonly parent: number;
  readonly sibling: number;
}

/** A step, ready for the kernels. */
export interface PartitionStep {
  /** [measured] in the step's order. */
  readonly measured: readonly MeasuredChild[];
  /**
   * [2 x (live nodes + 1)] by live * 2 + bit: next live, slot << 16, bit 31 where the bit may be 1. The last live one is dead.
   * Empty when nothing is measured: positions stay where they are.
   */
  readonly next: Uint32Array;
}

/**
 * Live nodes are those whose rows are still followed: node 0, then children of followed splits. They are numbered 0, 1, ... anew
 * after every step, and whatever is not followed is in the dead one after the last.
 */
export class Partition {
  #live: readonly number[] = [ROOT];
  readonly #used = new Set<number>([ROOT]);
  /** Split without being followed, and still numbered, because no table has gone over the positions since. */
  readonly #finished = new Set<number>();

  /** Everything measured as one node: the step before the first. */
  start(): PartitionStep {
    return {
      measured: [],
      next: Uint32Array.of(entry(0, 0, false), entry(0, 0, false), entry(1, 1, false), entry(1, 1, false)),
    };
  }

  /** @throws ProtocolError `out-of-range` for a step that does not fit the partition; nothing has changed then. */
  advance({ splits, measure }: Refinement): PartitionStep {
    const position = new Map(this.#live.map((node, index) => [node, index]));
    const slotOf = new Map(measure.map((node, slot) => [node, slot]));
    if (slotOf.size !== measure.length) throw new ProtocolError('out-of-range', 'a node is measured twice');
    const followed = new Map<number, RefinedSplit>();
    const born = new Set<number>();
    const gone = new Set<number>();
    const measured: MeasuredChild[] = [];
    for (const split of splits) {
      const { node, left, right } = split;
      const at = position.get(node);
      if (gone.has(node) || this.#finished.has(node))
        throw new ProtocolError('out-of-range', `node ${node} is split twice`);
      gone.add(node);
      for (const child of [left, right]) {
        if (!Number.isInteger(child) || child < 0 || child >= MAX_NODES || this.#used.has(child) || born.has(child)) {
          throw new ProtocolError('out-of-range', `node ${node} is split into ${child}, which is no new node`);
        }
        born.add(child);
      }
      const slots = [slotOf.get(left), slotOf.get(right)];
      if (slots[0] === undefined && slots[1] === undefined) continue;
      if (slots[0] !== undefined && slots[1] !== undefined) {
        throw new ProtocolError('out-of-range', `both children of node ${node} are measured`);
      }
      if (at === undefined) throw new ProtocolError('out-of-range', `node ${node} is not one whose rows are followed`);
      followed.set(node, split);
      measured[(slots[0] ?? slots[1])!] =
        slots[0] === undefined
          ? { node: right, parent: node, sibling: left }
          : { node: left, parent: node, sibling: right };
    }
    if (followed.size !== measure.length) {
      throw new ProtocolError('out-of-range', 'a node is measured that is no child of a split');
    }
    for (const node of born) this.#used.add(node);
    if (measure.length === 0) {
      for (const node of gone) this.#finished.add(node);
      return { measured, next: new Uint32Array(0) };
    }
    const live = this.#live.flatMap((node) => {
      const split = followed.get(node);
      return split === undefined
        ? gone.has(node) || this.#finished.has(node)
          ? []
          : [node]
        : [split.left, split.right];
    });
    const nextOf = new Map(live.map((node, index) => [node, index]));
    const [dead, dump] = [live.length, measure.length];
    const next = new Uint32Array((this.#live.length + 1) * 2).fill(entry(dead, dump, false));
    this.#live.forEach((node, index) => {
      const split = followed.get(node);
      const stays = nextOf.get(node);
      if (stays !== undefined) next.fill(entry(stays, dump, false), index * 2, index * 2 + 2);
      if (split === undefined) return;
      next[index * 2] = entry(nextOf.get(split.left)!, slotOf.get(split.left) ?? dump, true);
      next[index * 2 + 1] = entry(nextOf.get(split.right)!, slotOf.get(split.right) ?? dump, true);
    });
    this.#live = live;
    return { measured, next };
  }
}

/** `mayBeOne` stands in both entries of a split: a bit of either value moves along it. */
function entry(next: number, slot: number, mayBeOne: boolean): number {
  return (next | (slot << 16) | (mayBeOne ? 0x8000_0000 : 0)) >>> 0;
}

/**
 * The bin at which each bin's rows and sums are shown: the last of its group.
 * @param ends [nodes x bins] 1: last bin of a group. @returns [nodes x bins]; undefined when the ends close no group for a bin.
 */
export function shownAt(ends: Uint8Array, nodes: number, bins: number, missingBin: number): Uint16Array | undefined {
  const at = new Uint16Array(nodes * bins);
  for (let node = 0; node < nodes; node++) {
    const base = node * bins;
    let next = -1;
    for (let bin = bins - 1; bin >= 0; bin--) {
      if (bin === missingBin) continue;
      if (ends[base + bin] === 1) next = bin;
      if (next < 0) return undefined;
      at[base + bin] = next;
    }
    if (missingBin < 0) continue;
    if (ends[base + missingBin] === 1) next = missingBin;
    if (next < 0) return undefined;
    at[base + missingBin] = next;
  }
  return at;
}

/** Whether the groups of a child are unions of its parent's: what `child` ends, `parent` ends. Both [bins]. */
export function coarser(child: Uint8Array, parent: Uint8Array): boolean {
  return child.every((end, bin) => end <= parent[bin]!);
}

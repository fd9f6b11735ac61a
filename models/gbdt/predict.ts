/** Raw scores from a forest in parts: the label party's trees and every owner's answers for its splits. */
import type { Forest, SplitRecord } from './forest.ts';

/** [records of the owner] 1: the row goes left; bit i is (bits[i >> 3] >> (i & 7)) & 1. */
export type SplitBits = Uint8Array;

/**
 * An owner's answers for one row.
 * @param codes [features] bin code of the row. @returns [ceil(records / 8)]
 */
export function splitBits(records: readonly SplitRecord[], codes: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  const bits = new Uint8Array((records.length + 7) >> 3);
  records.forEach(({ feature, goesLeft }, record) => {
    if (goesLeft[codes[feature]!] === 1) bits[record >> 3]! |= 1 << (record & 7);
  });
  return bits;
}

/**
 * @param bits by owner, of one row.
 * @returns raw score: log odds for `binary`. @throws RangeError when an owner's bits are absent or too few.
 */
export function scoreRow(forest: Forest, bits: ReadonlyMap<string, SplitBits>): number {
  let score = forest.baseScore;
  for (const { nodes } of forest.trees) {
    let node = nodes[0]!;
    while (node.kind === 'split') {
      const byte = bits.get(node.owner)?.[node.record >> 3];
      if (byte === undefined) throw new RangeError(`${node.owner} gave no answer for split ${node.record}`);
      node = nodes[((byte >> (node.record & 7)) & 1) === 1 ? node.left : node.right]!;
    }
    score += node.value;
  }
  return score;
}

/** Records of each owner that a forest uses, ascending: those of dropped trees are not among them. */
export function usedRecords(forest: Forest): Map<string, number[]> {
  const used = new Map<string, number[]>();
  for (const { nodes } of forest.trees) {
    for (const node of nodes) {
      if (node.kind !== 'split') continue;
      const records = used.get(node.owner);
      if (records === undefined) used.set(node.owner, [node.record]);
      else records.push(node.record);
    }
  }
  for (const records of used.values()) records.sort((a, b) => a - b);
  return used;
}

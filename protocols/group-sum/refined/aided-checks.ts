/** What the label party can hold a feature party's sums against: its own column and the partition. Cheap, and one refusal each. */
import { ProtocolError } from '../../errors.ts';
import type { GroupSums } from '../core.ts';
import type { RefinedColumn } from './types.ts';

interface Range {
  readonly least: number;
  readonly most: number;
}

/** Least and most of any counted row: a sum of so many rows lies between so many times them. */
export interface PairRange {
  readonly g: Range;
  readonly h: Range;
}

export function rangeOf({ g, h }: RefinedColumn): PairRange {
  return { g: rangeIn(g), h: rangeIn(h) };
}

function rangeIn(values: Int32Array | Uint32Array): Range {
  let [least, most] = [Infinity, -Infinity];
  // By index: an iterator over either kind of array costs ten times as much.
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, most };
}

/** Own totals of measured nodes. */
export interface NodeTotals {
  readonly rows: Uint32Array;
  readonly g: Float64Array;
  readonly h: Float64Array;
}

/** @param pairs [2 x nodes] (sum, count) as PartitionedRows.totals gives them. */
export function totalsOf(pairs: BigUint64Array): NodeTotals {
  const nodes = pairs.length / 2;
  const words = new Uint32Array(pairs.buffer, pairs.byteOffset, nodes * 4);
  const signed = new Int32Array(pairs.buffer, pairs.byteOffset, nodes * 4);
  const totals = { rows: new Uint32Array(nodes), g: new Float64Array(nodes), h: new Float64Array(nodes) };
  for (let node = 0; node < nodes; node++) {
    totals.h[node] = words[node * 4]!;
    totals.g[node] = signed[node * 4 + 1]!;
    totals.rows[node] = words[node * 4 + 2]!;
  }
  return totals;
}

/** @param sums [groups] packed pairs. */
export function unpacked(counts: Uint32Array, sums: BigUint64Array): GroupSums {
  const groups = counts.length;
  const words = new Uint32Array(sums.buffer, sums.byteOffset, groups * 2);
  const signed = new Int32Array(sums.buffer, sums.byteOffset, groups * 2);
  const g = new Float64Array(groups);
  const h = new Float64Array(groups);
  for (let i = 0; i < groups; i++) {
    h[i] = words[i * 2]!;
    g[i] = signed[i * 2 + 1]!;
  }
  return { counts, g, h };
}

/**
 * Every sum is one that as many rows can have, and each node's add up to our own total.
 * @throws ProtocolError `out-of-range`.
 */
export function checkSums(shown: GroupSums, bins: number, totals: NodeTotals, range: PairRange, from: string): void {
  const { counts, g, h } = shown;
  for (let node = 0; node < totals.rows.length; node++) {
    let [rows, sumG, sumH] = [0, 0, 0];
    for (let i = node * bins; i < (node + 1) * bins; i++) {
      const count = counts[i]!;
      if (!within(g[i]!, count, range.g) || !within(h[i]!, count, range.h)) {
        throw new ProtocolError('out-of-range', `a bin sum of ${from} is none that its ${count} rows can have`);
      }
      rows += count;
      sumG += g[i]!;
      sumH += h[i]!;
    }
    if (rows !== totals.rows[node]) {
      throw new ProtocolError('out-of-range', `the bits of ${from} put ${rows} rows in a node of ${totals.rows[node]}`);
    }
    if (sumG !== totals.g[node] || sumH !== totals.h[node]) {
      throw new ProtocolError('out-of-range', `the bin sums of ${from} do not add up to the column`);
    }
  }
}

function within(sum: number, count: number, { least, most }: Range): boolean {
  return count === 0 ? sum === 0 : sum >= count * least && sum <= count * most;
}

/** Mathematics of group-sum that both ends share: slots, groups, and the packed pair. No messages here. */
import { ProtocolError } from '../errors.ts';

/** Rows partitioned into nodes, known to both ends. Only `slots` is known to the helper. */
export interface NodePartition {
  /** A public number, at least the rows of all nodes together; what is left over is padding. */
  readonly slots: number;
  /** [nodes] the rows of each node; no row twice. */
  readonly rows: readonly Int32Array[];
}

/** One feature's sums; all [nodes x bins], row-major. */
export interface GroupSums {
  readonly counts: Uint32Array;
  readonly g: Float64Array;
  readonly h: Float64Array;
}

/** Where every slot's row comes from. */
export interface SlotLayout {
  readonly slots: number;
  readonly nodes: number;
  /** [slots] row of each slot, or -1 for padding. */
  readonly rowOf: Int32Array;
  /** [nodes + 1] first slot of each node; the last is where the padding starts. */
  readonly nodeStart: Uint32Array;
}

/** @param n rows. Without a partition every row is in the one node. @throws ProtocolError `out-of-range`, `wrong-size`. */
export function layOut(n: number, partition: NodePartition | undefined): SlotLayout {
  if (partition === undefined) {
    const rowOf = new Int32Array(n);
    for (let row = 0; row < n; row++) rowOf[row] = row;
    return { slots: n, nodes: 1, rowOf, nodeStart: Uint32Array.of(0, n) };
  }
  const { slots, rows } = partition;
  const nodeStart = new Uint32Array(rows.length + 1);
  rows.forEach((node, i) => (nodeStart[i + 1] = nodeStart[i]! + node.length));
  const used = nodeStart[rows.length]!;
  if (used > slots) throw new ProtocolError('wrong-size', `${used} rows of nodes do not fit ${slots} slots`);
  const rowOf = new Int32Array(slots).fill(-1);
  const seen = new Uint8Array(n);
  rows.forEach((node, i) => rowOf.set(node, nodeStart[i]!));
  for (let slot = 0; slot < used; slot++) {
    const row = rowOf[slot]!;
    if (row < 0 || row >= n || seen[row] === 1)
      throw new ProtocolError('out-of-range', 'the nodes do not partition rows');
    seen[row] = 1;
  }
  return { slots, nodes: rows.length, rowOf, nodeStart };
}

/** [slots] the column in slot order, 0 in the padding. @param column [n] residues. */
export function inSlots(column: BigUint64Array, layout: SlotLayout): BigUint64Array<ArrayBuffer> {
  const words = new Uint32Array(column.buffer, column.byteOffset, column.length * 2);
  const out = new Uint32Array(layout.slots * 2);
  layout.rowOf.forEach((row, slot) => {
    if (row < 0) return;
    out[slot * 2] = words[row * 2]!;
    out[slot * 2 + 1] = words[row * 2 + 1]!;
  });
  return new BigUint64Array(out.buffer);
}

export interface Grouping {
  /** [slots] node * bins + code; nodes * bins in the padding. */
  readonly groups: Uint32Array;
  /** [nodes * bins] slots in each group. */
  readonly counts: Uint32Array<ArrayBuffer>;
}

/** @param codes [n] below `bins`: the caller has checked. */
export function groupSlots(codes: Uint16Array, bins: number, layout: SlotLayout): Grouping {
  const nGroups = layout.nodes * bins;
  const groups = new Uint32Array(layout.slots).fill(nGroups);
  const counts = new Uint32Array(nGroups);
  for (let node = 0; node < layout.nodes; node++) {
    for (let slot = layout.nodeStart[node]!; slot < layout.nodeStart[node + 1]!; slot++) {
      const group = node * bins + codes[layout.rowOf[slot]!]!;
      groups[slot] = group;
      counts[group]!++;
    }
  }
  return { groups, counts };
}

/** [groups + 1] first place of each group when slots are ordered by group. */
export function offsetsOf(counts: Uint32Array): Uint32Array<ArrayBuffer> {
  const offsets = new Uint32Array(counts.length + 1);
  counts.forEach((count, group) => (offsets[group + 1] = offsets[group]! + count));
  return offsets;
}

/** Whether each node's bins hold exactly its rows. @param counts [nodes x bins]. */
export function countsFit(counts: Uint32Array, bins: number, layout: SlotLayout): boolean {
  for (let node = 0; node < layout.nodes; node++) {
    let sum = 0;
    for (let bin = 0; bin < bins; bin++) sum += counts[node * bins + bin]!;
    if (sum !== layout.nodeStart[node + 1]! - layout.nodeStart[node]!) return false;
  }
  return true;
}

/**
 * One residue for the two private numbers of a row: g signed in the high 32 bits, h in the low 32, no offsets.
 * A sum of packed pairs is the packed pair of the sums, as long as the sum of h stays below 2^32 (else it carries into g)
 * and that of |g| below 2^31. With b-bit values: n (2^b - 1) below those, which is asserted here.
 * @param g [n] @param h [n]. @throws ProtocolError `overflow` with n and b; `wrong-size`.
 */
export function packPairs(g: Int32Array, h: Uint32Array): BigUint64Array<ArrayBuffer> {
  const n = g.length;
  if (h.length !== n) throw new ProtocolError('wrong-size', `${n} gradients and ${h.length} hessians`);
  let gBits = 0;
  let hBits = 0;
  for (let i = 0; i < n; i++) {
    gBits |= Math.abs(g[i]!);
    hBits |= h[i]!;
  }
  assertSumFits(n, gBits >>> 0, 31, 'gradient');
  assertSumFits(n, hBits >>> 0, 32, 'hessian');
  const words = new Uint32Array(n * 2);
  for (let i = 0; i < n; i++) {
    words[i * 2] = h[i]!;
    words[i * 2 + 1] = g[i]!;
  }
  return new BigUint64Array(words.buffer);
}

/** @param bits the bitwise or of all magnitudes: as long as the longest of them. */
function assertSumFits(n: number, bits: number, limitBits: number, what: string): void {
  const length = 32 - Math.clz32(bits);
  if (n * (2 ** length - 1) < 2 ** limitBits) return;
  throw new ProtocolError(
    'overflow',
    `${n} rows of a ${length}-bit ${what} can sum to 2^${limitBits}: quantise to fewer bits`,
    {
      params: { rows: n, bits: length },
    },
  );
}

/** The two sums in each residue. */
export function unpackPairs(packed: BigUint64Array): { readonly g: Float64Array; readonly h: Float64Array } {
  const low = new Uint32Array(packed.buffer, packed.byteOffset, packed.length * 2);
  const high = new Int32Array(packed.buffer, packed.byteOffset, packed.length * 2);
  const g = Float64Array.from({ length: packed.length }, (_, i) => high[i * 2 + 1]!);
  const h = Float64Array.from({ length: packed.length }, (_, i) => low[i * 2]!);
  return { g, h };
}

/**
 * Permutations, gathers, sums over segments and bit packing. Random access needs whole columns in WASM memory: about
 * 20 bytes a row. Indexes are not range-checked here: the caller vouches for them (`unpackBits` counts those a peer sent).
 */
import { clear, place, read, residueCount, sameLength, wasm, write, type Residues } from './memory.ts';

const CHUNK_WORDS = 1 << 14;

/**
 * Fisher-Yates with rejection; the draw of crypto/permutation.ts.
 * @param words gives the next `count` uniform 32-bit words; called as often as rejection asks.
 * @returns [n] every number of 0..n-1 once.
 */
export function shuffled(n: number, words: (count: number) => Uint32Array): Uint32Array<ArrayBuffer> {
  const [to, from] = place(n * 4, CHUNK_WORDS * 4) as [number, number];
  wasm.identity(to, n);
  for (let i = n - 1; i > 0;) {
    const drawn = words(CHUNK_WORDS);
    sameLength(CHUNK_WORDS, drawn.length, 'the drawn chunk');
    write(from, drawn);
    i = wasm.shuffle(to, i, from, CHUNK_WORDS);
  }
  const out = new Uint32Array(n);
  read(to, out);
  return out;
}

/** [n] out[p[i]] = i, of a permutation `p`. */
export function inverted(p: Uint32Array): Uint32Array<ArrayBuffer> {
  const out = new Uint32Array(p.length);
  const [from, to] = place(p.byteLength, p.byteLength) as [number, number];
  write(from, p);
  wasm.invert(from, to, p.length);
  read(to, out);
  return out;
}

/** [m] values[index[j]] - less[j] mod 2^64. @param values [n] @param index [m] below n @param less [m]. */
export function gatherLess(values: Residues, index: Uint32Array, less: Residues): BigUint64Array<ArrayBuffer> {
  return gathered(values, index, less, wasm.gatherLess);
}

/** [m] values[index[j]] + more[j] mod 2^64. @param values [n] @param index [m] below n @param more [m]. */
export function gatherMore(values: Residues, index: Uint32Array, more: Residues): BigUint64Array<ArrayBuffer> {
  return gathered(values, index, more, wasm.gatherMore);
}

function gathered(
  values: Residues,
  index: Uint32Array,
  operand: Residues,
  kernel: (values: number, index: number, out: number, n: number) => void,
): BigUint64Array<ArrayBuffer> {
  const m = index.length;
  sameLength(m, residueCount(operand), 'the operand');
  const out = new BigUint64Array(m);
  const [pv, pi, po] = place(values.byteLength, m * 4, m * 8) as [number, number, number];
  write(pv, values);
  write(pi, index);
  write(po, operand);
  kernel(pv, pi, po, m);
  read(po, out);
  return out;
}

/**
 * Positions sorted by group, stable.
 * @param groups [n] below offsets.length - 1 @param positions [n] @param offsets [nGroups + 1] first place of each group.
 * @returns [n]
 */
export function sortedByGroup(
  groups: Uint32Array,
  positions: Uint32Array,
  offsets: Uint32Array,
): Uint32Array<ArrayBuffer> {
  const n = groups.length;
  sameLength(n, positions.length, 'positions');
  const out = new Uint32Array(n);
  const [pg, pp, po, to] = place(n * 4, n * 4, offsets.byteLength, n * 4) as [number, number, number, number];
  write(pg, groups);
  write(pp, positions);
  write(po, offsets);
  wasm.scatterByGroup(pg, pp, po, to, n);
  read(to, out);
  return out;
}

/**
 * [nGroups] sums mod 2^64 of values[index[j]] over offsets[g] <= j < offsets[g + 1].
 * @param values [n] @param index entries below n @param offsets [nGroups + 1] ascending, the last at most index.length.
 */
export function segmentSums(values: Residues, index: Uint32Array, offsets: Uint32Array): BigUint64Array<ArrayBuffer> {
  const groups = offsets.length - 1;
  const out = new BigUint64Array(groups);
  const [pv, pi, po, ps] = place(values.byteLength, index.byteLength, offsets.byteLength, groups * 8) as [
    number,
    number,
    number,
    number,
  ];
  write(pv, values);
  write(pi, index);
  write(po, offsets);
  wasm.segmentSums(pv, pi, po, groups, ps);
  read(ps, out);
  return out;
}

/** Bits that hold every number below `limit`; at least 1. */
export function bitsFor(limit: number): number {
  return Math.max(1, 32 - Math.clz32(limit - 1));
}

/** Bytes of `n` values of `width` bits. */
export function packedBytes(n: number, width: number): number {
  return Math.ceil((n * width) / 8);
}

/** Each value's low `width` (1..32) bits, least significant first. @returns [packedBytes(n, width)] */
export function packBits(values: Uint32Array, width: number): Uint8Array<ArrayBuffer> {
  const bytes = packedBytes(values.length, width);
  const out = new Uint8Array(bytes);
  const [from, to] = place(values.byteLength, bytes + 8) as [number, number];
  write(from, values);
  wasm.packBits(from, values.length, width, to);
  read(to, out);
  return out;
}

/**
 * @param limit values must be below it.
 * @returns [n] and how many are not below `limit`. @throws RangeError when `packed` is not packedBytes(n, width) long.
 */
export function unpackBits(
  packed: Uint8Array,
  n: number,
  width: number,
  limit: number,
): { readonly values: Uint32Array<ArrayBuffer>; readonly refused: number } {
  sameLength(packedBytes(n, width), packed.length, 'the packed column');
  const values = new Uint32Array(n);
  const [from, to] = place(packed.length + 8, n * 4) as [number, number];
  write(from, packed);
  clear(from + packed.length, 8);
  const refused = wasm.unpackBits(from, n, width, to, limit);
  read(to, values);
  return { values, refused };
}

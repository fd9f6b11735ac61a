/** Arithmetic mod 2^64 on columns. `BigUint64Array` is a container only: no element ever becomes a BigInt. */
import { clear, place, read, residueCount, residueSlice, sameLength, wasm, write, type Residues } from './memory.ts';

/** Entries copied at once by the streaming kernels: 64 kB of residues stay in the cache. */
const CHUNK = 8192;

/** A fixed-point column, signed. */
export type FixedColumn = Int16Array | Int32Array;

/** [n] a + b mod 2^64. @throws RangeError on different lengths. */
export function addResidues(a: Residues, b: Residues): BigUint64Array<ArrayBuffer> {
  return pairwise(a, b, wasm.addResidues);
}

/** [n] a - b mod 2^64. @throws RangeError on different lengths. */
export function subtractResidues(a: Residues, b: Residues): BigUint64Array<ArrayBuffer> {
  return pairwise(a, b, wasm.subtractResidues);
}

type Pairwise = (a: number, b: number, out: number, n: number) => void;

function pairwise(a: Residues, b: Residues, kernel: Pairwise): BigUint64Array<ArrayBuffer> {
  const n = residueCount(a);
  sameLength(n, residueCount(b), 'the second operand');
  const out = new BigUint64Array(n);
  const [pa, pb] = place(CHUNK * 8, CHUNK * 8) as [number, number];
  for (let at = 0; at < n; at += CHUNK) {
    const count = Math.min(CHUNK, n - at);
    write(pa, residueSlice(a, at, count));
    write(pb, residueSlice(b, at, count));
    kernel(pa, pb, pa, count);
    read(pa, out.subarray(at, at + count));
  }
  return out;
}

/** [n] x - a mod 2^64 of a signed column `x`. @throws RangeError on different lengths. */
export function subtractFromColumn(x: FixedColumn, a: Residues): BigUint64Array<ArrayBuffer> {
  const n = x.length;
  sameLength(n, residueCount(a), 'the mask');
  const out = new BigUint64Array(n);
  const kernel = x instanceof Int16Array ? wasm.subtractFromI16 : wasm.subtractFromI32;
  const [px, pa] = place(CHUNK * 4, CHUNK * 8) as [number, number];
  for (let at = 0; at < n; at += CHUNK) {
    const count = Math.min(CHUNK, n - at);
    write(px, x.subarray(at, at + count));
    write(pa, residueSlice(a, at, count));
    kernel(px, pa, pa, count);
    read(pa, out.subarray(at, at + count));
  }
  return out;
}

/**
 * Every column times every vector: adds sum_i columns[c][i] * vectors[p][i] mod 2^64 to into[p * columns + c].
 * @param columns [d][n] @param vectors [products][n] @param into [products x d], row-major; a new zero one by default.
 * @throws RangeError on different lengths.
 */
export function dotColumns(
  columns: readonly Residues[],
  vectors: readonly Residues[],
  into: BigUint64Array<ArrayBuffer> = new BigUint64Array(columns.length * vectors.length),
): BigUint64Array<ArrayBuffer> {
  const d = columns.length;
  const products = vectors.length;
  sameLength(d * products, into.length, 'the result');
  if (d === 0 || products === 0) return into;
  const n = residueCount(columns[0]!);
  for (const column of columns) sameLength(n, residueCount(column), 'a column');
  for (const vector of vectors) sameLength(n, residueCount(vector), 'a vector');
  const chunk = Math.max(256, Math.min(CHUNK, Math.floor(2 ** 18 / Math.max(d, products))));
  const [pm, pv, acc] = place(d * chunk * 8, products * chunk * 8, d * products * 8) as [number, number, number];
  write(acc, into);
  for (let at = 0; at < n; at += chunk) {
    const count = Math.min(chunk, n - at);
    columns.forEach((column, c) => write(pm + c * count * 8, residueSlice(column, at, count)));
    vectors.forEach((vector, p) => write(pv + p * count * 8, residueSlice(vector, at, count)));
    wasm.dotU64(pm, d, pv, products, count, acc);
  }
  read(acc, into);
  return into;
}

/**
 * [d] sum_i columns[c][i] * vector[i] mod 2^64 of signed columns.
 * @param columns [d][n] @param vector [n]. @throws RangeError on different lengths.
 */
export function dotFixedColumns(columns: readonly FixedColumn[], vector: Residues): BigUint64Array<ArrayBuffer> {
  const d = columns.length;
  const n = residueCount(vector);
  for (const column of columns) sameLength(n, column.length, 'a column');
  const out = new BigUint64Array(d);
  const [px, pv, acc] = place(CHUNK * 4, CHUNK * 8, d * 8) as [number, number, number];
  clear(acc, d * 8);
  for (let at = 0; at < n; at += CHUNK) {
    const count = Math.min(CHUNK, n - at);
    write(pv, residueSlice(vector, at, count));
    columns.forEach((column, c) => {
      write(px, column.subarray(at, at + count));
      (column instanceof Int16Array ? wasm.dotI16 : wasm.dotI32)(px, pv, count, acc + c * 8);
    });
  }
  read(acc, out);
  return out;
}

/** [1] the sum of all entries mod 2^64. */
export function sumResidues(values: Residues): BigUint64Array<ArrayBuffer> {
  const n = residueCount(values);
  const out = new BigUint64Array(1);
  const [pv, acc] = place(CHUNK * 8, 8) as [number, number];
  clear(acc, 8);
  for (let at = 0; at < n; at += CHUNK) {
    const count = Math.min(CHUNK, n - at);
    write(pv, residueSlice(values, at, count));
    wasm.sumResidues(pv, count, acc);
  }
  read(acc, out);
  return out;
}

/** [n] a signed column as residues mod 2^64. */
export function columnResidues(x: FixedColumn): BigUint64Array<ArrayBuffer> {
  return subtractFromColumn(x, new BigUint64Array(x.length));
}

/**
 * The WASM instance and its scratch memory. Callers hold ordinary typed arrays: data is copied in and out, chunk by chunk
 * where a kernel streams, so growing the memory never detaches a view that anybody keeps.
 *
 * One instance a thread. Its scratch is overwritten by the next call; it is not wiped.
 */
import { readFileSync } from 'node:fs';

/** Residues mod 2^64, little-endian: as an array, or as the bytes a message carried (any alignment). */
export type Residues = BigUint64Array | Uint8Array;

interface Exports {
  readonly memory: WebAssembly.Memory;
  heapBase(): number;
  addResidues(a: number, b: number, out: number, n: number): void;
  subtractResidues(a: number, b: number, out: number, n: number): void;
  subtractFromI16(x: number, a: number, out: number, n: number): void;
  subtractFromI32(x: number, a: number, out: number, n: number): void;
  dotU64(matrix: number, columns: number, vectors: number, products: number, n: number, acc: number): void;
  dotI16(x: number, v: number, n: number, acc: number): void;
  dotI32(x: number, v: number, n: number, acc: number): void;
  sumResidues(v: number, n: number, acc: number): void;
  encodeFixed(x: number, out: number, n: number, scale: number, bound: number): number;
  decodeFixed(x: number, out: number, n: number, inverseScale: number): void;
  identity(out: number, n: number): void;
  shuffle(out: number, from: number, words: number, count: number): number;
  invert(index: number, out: number, n: number): void;
  gatherLess(values: number, index: number, out: number, n: number): void;
  gatherMore(values: number, index: number, out: number, n: number): void;
  scatterByGroup(group: number, position: number, next: number, out: number, n: number): void;
  segmentSums(values: number, index: number, offsets: number, groups: number, sums: number): void;
  packBits(values: number, n: number, width: number, out: number): void;
  unpackBits(packed: number, n: number, width: number, out: number, limit: number): number;
  initAngles(at: number): void;
  harmonicsLess(r: number, n: number, terms: number, scale: number, mask: number, out: number): void;
  sumHarmonics(
    m: number,
    n: number,
    terms: number,
    coefficients: number,
    shares: number,
    negative: number,
    shift: number,
    constant: bigint,
    out: number,
  ): void;
  derivatives(
    logistic: number,
    scores: number,
    labels: number,
    weights: number,
    n: number,
    g: number,
    h: number,
    most: number,
  ): void;
  addLosses(logistic: number, scores: number, labels: number, weights: number, n: number, totals: number): void;
  roundPairs(
    g: number,
    h: number,
    words: number,
    n: number,
    gScale: number,
    hScale: number,
    gMost: number,
    hMost: number,
    gOut: number,
    hOut: number,
    sums: number,
  ): void;
  sine(x: number): number;
  exponential(x: number): number;
}

if (new Uint8Array(new Uint32Array([1]).buffer)[0] !== 1) {
  throw new Error('Coscore needs a little-endian machine: its typed arrays are its wire format');
}

/** For whoever keeps data in an instance of their own. */
export const kernelModule = new WebAssembly.Module(readFileSync(new URL('./generated/kernels.wasm', import.meta.url)));
const instance = new WebAssembly.Instance(kernelModule);
export const wasm = instance.exports as unknown as Exports;

const PAGE = 65536;
const ANGLE_TABLE_BYTES = (2 ** 15 + 2 ** 15) * 16;
const angleTable = align(wasm.heapBase());
const scratch = align(angleTable + ANGLE_TABLE_BYTES);
let view = new Uint8Array(0);

grow(scratch);
wasm.initAngles(angleTable);

function align(address: number): number {
  return (address + 15) & ~15;
}

function grow(end: number): void {
  const missing = end - wasm.memory.buffer.byteLength;
  if (missing > 0) wasm.memory.grow(Math.ceil(missing / PAGE));
  view = new Uint8Array(wasm.memory.buffer);
}

/** Addresses of 16-byte aligned blocks of the given bytes, good until the next call. @throws RangeError beyond 4 GB. */
export function place(...sizes: readonly number[]): number[] {
  let end = scratch;
  const addresses = sizes.map((size) => {
    const at = end;
    end = align(end + size);
    return at;
  });
  if (end > view.length) grow(end);
  return addresses;
}

export function write(address: number, from: ArrayBufferView): void {
  view.set(new Uint8Array(from.buffer, from.byteOffset, from.byteLength), address);
}

export function read(address: number, into: ArrayBufferView): void {
  new Uint8Array(into.buffer, into.byteOffset, into.byteLength).set(view.subarray(address, address + into.byteLength));
}

export function clear(address: number, bytes: number): void {
  view.fill(0, address, address + bytes);
}

/** How many residues. @throws RangeError when the bytes are no whole number of them. */
export function residueCount(values: Residues): number {
  if (values.byteLength % 8 !== 0) throw new RangeError(`${values.byteLength} bytes are no whole number of residues`);
  return values.byteLength / 8;
}

/** A view of `count` residues from `start`. */
export function residueSlice(values: Residues, start: number, count: number): Residues {
  return values instanceof Uint8Array
    ? values.subarray(start * 8, (start + count) * 8)
    : values.subarray(start, start + count);
}

/** @throws RangeError: a caller's mistake, never a peer's (peers' lengths are checked before). */
export function sameLength(expected: number, actual: number, what: string): void {
  if (expected !== actual) throw new RangeError(`${what} has ${actual} entries, not ${expected}`);
}

/**
 * Modular multiplication of numbers of thousands of bits in a WASM memory of their own: assembly/modular.ts. What lies there
 * goes with the object; nothing of it is in the memory that other kernels share.
 *
 * Numbers stand at addresses, in Montgomery's form: x R mod N, below 2 N.
 */
import { kernelModule } from './memory.ts';

interface Exports {
  readonly memory: WebAssembly.Memory;
  heapBase(): number;
  fusedMultiplyAdd(): number;
  multiplyModular(a: number, b: number, out: number, m: number, k: number): void;
  squareModular(a: number, out: number, times: number, m: number, k: number): void;
  multiplyGroups(
    values: number,
    ids: number,
    sets: number,
    rows: number,
    none: number,
    all: number,
    present: number,
    m: number,
    k: number,
  ): void;
  limbsFromBytes(bytes: number, width: number, out: number, k: number): void;
  bytesFromLimbs(limbs: number, k: number, out: number, width: number): void;
}

const PAGE = 65536;
const ADDRESSES = 2 ** 32;
const LIMB_BITS = 51n;
const MASK = (1n << LIMB_BITS) - 1n;

/** Whether this processor has what the kernel stands on: a multiply-add that rounds once. */
export const hasModular =
  (new WebAssembly.Instance(kernelModule).exports as unknown as Exports).fusedMultiplyAdd() === 1;

export class ModularNumbers {
  /** Bytes of a number at its border, big-endian. */
  readonly width: number;
  /** Bytes that a number takes here: what addresses of neighbours differ by. */
  readonly numberBytes: number;
  /** Address of 1. */
  readonly one: number;
  readonly #kernels: Exports;
  readonly #limbs: number;
  readonly #modulus: number;
  readonly #plainOne: number;
  readonly #squareOfR: number;
  readonly #bytes: number;
  readonly #work: number;
  #view: Uint8Array;
  #top: number;

  /** @param modulus odd. @throws RangeError on a processor without `hasModular`. */
  constructor(modulus: bigint) {
    if (!hasModular) throw new RangeError('this processor has no fused multiply-add');
    const bits = modulus.toString(2).length;
    this.#limbs = 2 * Math.ceil((bits + 2) / (2 * Number(LIMB_BITS))); // 4 N < R
    this.numberBytes = this.#limbs * 8;
    this.width = Math.ceil(bits / 8);
    this.#kernels = new WebAssembly.Instance(kernelModule).exports as unknown as Exports;
    this.#view = new Uint8Array(this.#kernels.memory.buffer);
    this.#top = (this.#kernels.heapBase() + 15) & ~15;
    this.#bytes = this.allocateBytes(this.width);
    this.#modulus = this.allocateBytes(this.numberBytes * 2 + 8);
    [this.#plainOne, this.#squareOfR, this.one] = [this.allocate(1), this.allocate(1), this.allocate(1)];
    this.#work = this.allocate(1);
    this.#put(this.#modulus, modulus);
    new DataView(this.#kernels.memory.buffer).setBigUint64(
      this.#modulus + this.numberBytes * 2,
      negativeInverse(modulus),
      true,
    );
    this.#put(this.#plainOne, 1n);
    this.#put(this.#squareOfR, (1n << (2n * LIMB_BITS * BigInt(this.#limbs))) % modulus);
    this.multiply(this.#plainOne, this.#squareOfR, this.one);
  }

  /** Room for `count` numbers. @throws RangeError beyond 4 GB. */
  allocate(count: number): number {
    return this.allocateBytes(count * this.numberBytes);
  }

  /** Zeroed. @throws RangeError beyond 4 GB. */
  allocateBytes(bytes: number): number {
    const at = this.#top;
    const top = Math.ceil((at + bytes) / 16) * 16; // `&` would make it negative from 2 GB on
    if (top > ADDRESSES) throw new RangeError('more than 4 GB of numbers');
    this.#top = top;
    const missing = this.#top - this.#view.length;
    if (missing > 0) this.#kernels.memory.grow(Math.ceil(missing / PAGE));
    this.#view = new Uint8Array(this.#kernels.memory.buffer);
    return at;
  }

  /** How much is in use, for `release`. */
  get mark(): number {
    return this.#top;
  }

  /** Gives back, zeroed, all that was allocated since the mark. */
  release(mark: number): void {
    this.#view.fill(0, mark, this.#top);
    this.#top = mark;
  }

  /** @param bytes [width] below the modulus, big-endian: the caller has checked. */
  write(at: number, bytes: Uint8Array): void {
    this.#view.set(bytes, this.#bytes);
    this.#kernels.limbsFromBytes(this.#bytes, bytes.length, at, this.#limbs);
    this.multiply(at, this.#squareOfR, at);
  }

  /** @returns [width] the number, below the modulus when it is a unit. */
  read(at: number): Uint8Array<ArrayBuffer> {
    this.multiply(at, this.#plainOne, this.#work);
    this.#kernels.bytesFromLimbs(this.#work, this.#limbs, this.#bytes, this.width);
    return this.#view.slice(this.#bytes, this.#bytes + this.width);
  }

  /** `out` may be `a` or `b`. */
  multiply(a: number, b: number, out: number): void {
    this.#kernels.multiplyModular(a, b, out, this.#modulus, this.#limbs);
  }

  /** a^(2^times). */
  square(a: number, out: number, times: number): void {
    this.#kernels.squareModular(a, out, times, this.#modulus, this.#limbs);
  }

  copy(from: number, to: number, count = 1): void {
    this.#view.copyWithin(to, from, from + count * this.numberBytes);
  }

  /**
   * Products by group: all[ids[s][row]] *= values[row], for ids that are not `none`.
   * @param values address of [rows]. @param ids [sets x rows] below the groups, or `none`. @param all address of [groups].
   * @param present [groups] 1 where something is; kept up to date.
   */
  multiplyGroups(values: number, ids: Uint32Array, rows: number, none: number, all: number, present: Uint8Array): void {
    const mark = this.#top;
    const [idsAt, presentAt] = [this.allocateBytes(ids.byteLength), this.allocateBytes(present.length)];
    this.#view.set(new Uint8Array(ids.buffer, ids.byteOffset, ids.byteLength), idsAt);
    this.#view.set(present, presentAt);
    const sets = ids.length / rows;
    this.#kernels.multiplyGroups(values, idsAt, sets, rows, none, all, presentAt, this.#modulus, this.#limbs);
    present.set(this.#view.subarray(presentAt, presentAt + present.length));
    this.release(mark);
  }

  #put(at: number, value: bigint): void {
    const limbs = new Float64Array(this.#kernels.memory.buffer, at, this.#limbs);
    for (let i = 0; i < this.#limbs; i++) limbs[i] = Number((value >> (LIMB_BITS * BigInt(i))) & MASK);
  }
}

/** -1 / modulus mod 2^51, by Newton's iteration: each turn doubles the bits that are right. */
function negativeInverse(modulus: bigint): bigint {
  let inverse = 1n;
  for (let turn = 0; turn < 6; turn++) inverse = (inverse * (2n - modulus * inverse)) & MASK;
  return -inverse & MASK;
}

/**
 * Numbers modulo one modulus at addresses, multiplied in bulk: in WASM where the processor has what its kernel stands on
 * (kernels/modular.ts), as `bigint` elsewhere and for short moduli. Both give the same numbers.
 */
import { hasModular, ModularNumbers } from '@coscore/kernels';
import { bitLength, fromBytes, toBytes } from './bigints.ts';

export interface Numbers {
  /** Bytes of a number at the border, big-endian. */
  readonly width: number;
  /** What addresses of neighbours differ by. */
  readonly numberBytes: number;
  /** Address of 1. */
  readonly one: number;
  readonly mark: number;
  /** @throws RangeError beyond what memory there is. */
  allocate(count: number): number;
  /** Gives back all that was allocated since the mark. */
  release(mark: number): void;
  /** @param bytes [width] below the modulus: the caller has checked. */
  write(at: number, bytes: Uint8Array): void;
  /** @returns [width] */
  read(at: number): Uint8Array<ArrayBuffer>;
  /** `out` may be `a` or `b`. */
  multiply(a: number, b: number, out: number): void;
  /** a^(2^times). */
  square(a: number, out: number, times: number): void;
  copy(from: number, to: number): void;
  /**
   * all[ids[s][row]] *= values[row], for ids that are not `none`.
   * @param values address of [rows]. @param ids [sets x rows]. @param all address of [groups].
   * @param present [groups] 1 where something is; kept up to date.
   */
  multiplyGroups(values: number, ids: Uint32Array, rows: number, none: number, all: number, present: Uint8Array): void;
}

/** Below this the border costs more than the kernel saves. */
const KERNEL_FROM_BITS = 512;

export function numbersModulo(modulus: bigint): Numbers {
  const kernel = hasModular && modulus % 2n === 1n && bitLength(modulus) >= KERNEL_FROM_BITS;
  return kernel ? new ModularNumbers(modulus) : new BigIntNumbers(modulus);
}

export class BigIntNumbers implements Numbers {
  readonly width: number;
  readonly numberBytes = 1;
  readonly one = 0;
  readonly #modulus: bigint;
  readonly #values: bigint[];

  constructor(modulus: bigint) {
    this.#modulus = modulus;
    this.width = Math.ceil(bitLength(modulus) / 8);
    this.#values = [1n % modulus];
  }

  get mark(): number {
    return this.#values.length;
  }

  allocate(count: number): number {
    const at = this.#values.length;
    for (let i = 0; i < count; i++) this.#values.push(0n);
    return at;
  }

  release(mark: number): void {
    this.#values.length = mark;
  }

  write(at: number, bytes: Uint8Array): void {
    this.#values[at] = fromBytes(bytes);
  }

  read(at: number): Uint8Array<ArrayBuffer> {
    return toBytes(this.#values[at]!, this.width);
  }

  multiply(a: number, b: number, out: number): void {
    this.#values[out] = (this.#values[a]! * this.#values[b]!) % this.#modulus;
  }

  square(a: number, out: number, times: number): void {
    let value = this.#values[a]!;
    for (let i = 0; i < times; i++) value = (value * value) % this.#modulus;
    this.#values[out] = value;
  }

  copy(from: number, to: number): void {
    this.#values[to] = this.#values[from]!;
  }

  multiplyGroups(values: number, ids: Uint32Array, rows: number, none: number, all: number, present: Uint8Array): void {
    ids.forEach((id, i) => {
      if (id === none) return;
      if (present[id] === 1) this.multiply(all + id, values + (i % rows), all + id);
      else this.copy(values + (i % rows), all + id);
      present[id] = 1;
    });
  }
}

const WINDOW_BITS = 4;

/** base^exponent for one exponent and many bases, by fixed windows. @param exponent not negative. */
export function power(numbers: Numbers, base: number, exponent: bigint, out: number): void {
  const { mark, numberBytes } = numbers;
  const powers = numbers.allocate(1 << WINDOW_BITS);
  numbers.copy(numbers.one, powers);
  for (let i = 1; i < 1 << WINDOW_BITS; i++) {
    numbers.multiply(powers + (i - 1) * numberBytes, base, powers + i * numberBytes);
  }
  numbers.copy(numbers.one, out);
  for (const digit of exponent.toString(1 << WINDOW_BITS)) {
    numbers.square(out, out, WINDOW_BITS);
    const d = Number.parseInt(digit, 1 << WINDOW_BITS);
    if (d > 0) numbers.multiply(out, powers + d * numberBytes, out);
  }
  numbers.release(mark);
}

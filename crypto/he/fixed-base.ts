/**
 * Many powers of one base: a table of base^(d 2^(w i)) for every window i and digit d turns a power into one multiplication a
 * window, with no squarings (Brickell, Gordon, McCurley, Wilson, EUROCRYPT 1992).
 */
import { CryptoError } from '../errors.ts';
import { bitLength, fromBytes, toBytes } from './bigints.ts';
import { numbersModulo, type Numbers } from './numbers.ts';

/** Wider windows hardly save multiplications, and fill the processor's caches. */
const MAX_WINDOW = 10;

/** What the tables of one thread may take. */
export const TABLE_BYTES = 32 * 2 ** 20;

/** Of one entry beyond its digits, in WASM or as a BigInt, at most. */
const ENTRY_OVERHEAD_BYTES = 24;
/** Bits that 8 bytes of an entry hold: limbs of 51 bits, an even number of them. */
const LIMB_BITS = 51;

export interface TableShape {
  /** Bits of the longest exponent. */
  readonly exponentBits: number;
  /** Bits of the modulus, and so of an entry. */
  readonly modulusBits: number;
  /** How many powers are expected. */
  readonly uses: number;
  readonly maxBytes: number;
}

/** Bytes of a table with that window. */
export function tableBytes({ exponentBits, modulusBits }: TableShape, window: number): number {
  const entries = Math.ceil(exponentBits / window) * (2 ** window - 1);
  return entries * (Math.ceil(modulusBits / LIMB_BITS) * 8 + ENTRY_OVERHEAD_BYTES);
}

/** The window that makes building the table and `uses` powers cheapest together, of those whose table is small enough. */
export function windowFor(shape: TableShape): number {
  let best = 1;
  let least = Infinity;
  for (let window = 1; window <= MAX_WINDOW && tableBytes(shape, window) <= shape.maxBytes; window++) {
    const multiplications = Math.ceil(shape.exponentBits / window) * (2 ** window - 1 + shape.uses);
    if (multiplications < least) [best, least] = [window, multiplications];
  }
  return best;
}

export class FixedBase {
  readonly #numbers: Numbers;
  readonly #window: number;
  readonly #exponentBits: number;
  /** Address of [windows][2^window - 1] powers, of digit d at d - 1. */
  readonly #table: number;
  readonly #result: number;

  /**
   * @param exponentBits bits of the longest exponent.
   * @param uses how many powers are expected: only a matter of speed.
   * @param maxBytes most that the table may take.
   */
  constructor(base: bigint, modulus: bigint, exponentBits: number, uses: number, maxBytes = TABLE_BYTES) {
    const window = windowFor({ exponentBits, modulusBits: bitLength(modulus), uses, maxBytes });
    const numbers = numbersModulo(modulus);
    const { numberBytes } = numbers;
    this.#numbers = numbers;
    this.#window = window;
    this.#exponentBits = exponentBits;
    this.#result = numbers.allocate(1);
    const digits = 2 ** window - 1;
    const windows = Math.ceil(exponentBits / window);
    this.#table = numbers.allocate(windows * digits);
    const unit = numbers.allocate(1);
    numbers.write(unit, toBytes(base % modulus, numbers.width));
    for (let i = 0; i < windows; i++) {
      const row = this.#table + i * digits * numberBytes;
      numbers.copy(unit, row);
      for (let d = 1; d < digits; d++) numbers.multiply(row + (d - 1) * numberBytes, unit, row + d * numberBytes);
      numbers.multiply(row + (digits - 1) * numberBytes, unit, unit);
    }
  }

  /** base^exponent. @throws CryptoError `out-of-range` for an exponent that is negative or too long. */
  pow(exponent: bigint): bigint {
    return fromBytes(this.powBytes(exponent));
  }

  /** The same, [bytes of the modulus] big-endian. */
  powBytes(exponent: bigint): Uint8Array<ArrayBuffer> {
    if (exponent < 0n || exponent >> BigInt(this.#exponentBits) !== 0n) {
      throw new CryptoError('out-of-range', `an exponent is not of ${this.#exponentBits} bits`);
    }
    const numbers = this.#numbers;
    const { numberBytes } = numbers;
    const digits = 2 ** this.#window - 1;
    // Two bytes more than a digit may reach.
    const bytes = toBytes(exponent, Math.ceil(this.#exponentBits / 8) + 2).reverse();
    let row = this.#table;
    let started = false;
    for (let bit = 0; bit < this.#exponentBits; bit += this.#window) {
      const at = bit >> 3;
      const three = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);
      const digit = (three >> (bit & 7)) & digits;
      if (digit > 0) {
        const entry = row + (digit - 1) * numberBytes;
        if (started) numbers.multiply(this.#result, entry, this.#result);
        else numbers.copy(entry, this.#result);
        started = true;
      }
      row += digits * numberBytes;
    }
    return numbers.read(started ? this.#result : numbers.one);
  }
}

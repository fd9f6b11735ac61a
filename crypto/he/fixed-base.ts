/**
 * Many powers of one base: a table of base^(d 2^(w i)) for every window i and digit d turns a power into one multiplication a
 * window, with no squarings (Brickell, Gordon, McCurley, Wilson, EUROCRYPT 1992).
 */
import { CryptoError } from '../errors.ts';
import { bitLength } from './bigints.ts';

/** Wider windows hardly save multiplications, and fill the processor's caches. */
const MAX_WINDOW = 10;

/** What the tables of one thread may take. */
export const TABLE_BYTES = 32 * 2 ** 20;

/** Of one entry beyond its digits: V8's header of a BigInt and the array's pointer. */
const ENTRY_OVERHEAD_BYTES = 24;

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
  return entries * (Math.ceil(modulusBits / 64) * 8 + ENTRY_OVERHEAD_BYTES);
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
  readonly #modulus: bigint;
  readonly #window: bigint;
  readonly #exponentBits: number;
  /** [windows][2^window - 1] power of digit d at d - 1. */
  readonly #table: readonly (readonly bigint[])[];

  /**
   * @param exponentBits bits of the longest exponent.
   * @param uses how many powers are expected: only a matter of speed.
   * @param maxBytes most that the table may take.
   */
  constructor(base: bigint, modulus: bigint, exponentBits: number, uses: number, maxBytes = TABLE_BYTES) {
    const window = windowFor({ exponentBits, modulusBits: bitLength(modulus), uses, maxBytes });
    this.#modulus = modulus;
    this.#window = BigInt(window);
    this.#exponentBits = exponentBits;
    const table: bigint[][] = [];
    let unit = base % modulus;
    for (let i = 0; i < Math.ceil(exponentBits / window); i++) {
      const row = [unit];
      for (let digit = 2; digit < 2 ** window; digit++) row.push((row[digit - 2]! * unit) % modulus);
      table.push(row);
      unit = (row.at(-1)! * unit) % modulus;
    }
    this.#table = table;
  }

  /** base^exponent. @throws CryptoError `out-of-range` for an exponent that is negative or too long. */
  pow(exponent: bigint): bigint {
    if (exponent < 0n || exponent >> BigInt(this.#exponentBits) !== 0n) {
      throw new CryptoError('out-of-range', `an exponent is not of ${this.#exponentBits} bits`);
    }
    const mask = (1n << this.#window) - 1n;
    let result = 1n % this.#modulus;
    for (const row of this.#table) {
      const digit = Number(exponent & mask);
      exponent >>= this.#window;
      if (digit > 0) result = (result * row[digit - 1]!) % this.#modulus;
    }
    return result;
  }
}

import { checkPrimeSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prg } from '../prg.ts';
import {
  addPrime,
  arePrimeResidues,
  assertPrimeProductFits,
  columnPrime,
  decodePrime,
  dotFixedColumnsPrime,
  encodePrime,
  PRIME,
  primeResidues,
  subtractPrime,
  sumPrime,
  uniformPrime,
} from './prime-ring.ts';

const T = BigInt(PRIME);
const mod = (value: bigint): bigint => ((value % T) + T) % T;

/** Residues with their edges. */
const residues = (length: number): fc.Arbitrary<BigUint64Array> =>
  fc
    .array(fc.oneof(fc.bigInt(0n, T - 1n), fc.constantFrom(0n, 1n, 2n ** 32n, T / 2n, T - 1n)), {
      minLength: length,
      maxLength: length,
    })
    .map((values) => BigUint64Array.from(values));
const pairs = fc.integer({ min: 1, max: 30 }).chain((n) => fc.tuple(residues(n), residues(n)));

describe('residues mod t', () => {
  it('t is a prime of 50 bits that batches 8192 slots', () => {
    expect(PRIME.toString(2)).toHaveLength(50);
    expect(PRIME % 16384).toBe(1);
    expect(checkPrimeSync(BigInt(PRIME))).toBe(true);
  });

  it('adds, subtracts and sums as big integers do', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        expect(addPrime(a, b)).toEqual(a.map((value, i) => mod(value + b[i]!)));
        expect(subtractPrime(a, b)).toEqual(a.map((value, i) => mod(value - b[i]!)));
        expect(BigInt(sumPrime(a))).toBe(mod(a.reduce((sum, value) => sum + value, 0n)));
      }),
    );
    expect(() => addPrime(new BigUint64Array(2), new BigUint64Array(3))).toThrow(RangeError);
  });

  it('multiplies signed columns as big integers do', () => {
    const cases = fc.integer({ min: 1, max: 40 }).chain((n) =>
      fc.tuple(
        fc.array(fc.int16Array({ minLength: n, maxLength: n }) as fc.Arbitrary<Int16Array<ArrayBuffer>>, {
          minLength: 1,
          maxLength: 3,
        }),
        residues(n),
      ),
    );
    fc.assert(
      fc.property(cases, ([columns, u]) => {
        const want = columns.map((x) => mod(u.reduce((sum, value, i) => sum + value * BigInt(x[i]!), 0n)));
        expect([...dotFixedColumnsPrime(columns, u)]).toEqual(want);
      }),
    );
  });

  it('reads back what it encodes, within half a step', () => {
    const format = { fractionBits: 14, bound: 3.5 };
    fc.assert(
      fc.property(fc.float64Array({ min: -3.5, max: 3.5, noNaN: true, maxLength: 20 }), (values) => {
        const read = decodePrime(encodePrime(values, format), 14);
        read.forEach((value, i) => expect(Math.abs(value - values[i]!)).toBeLessThanOrEqual(2 ** -15));
      }),
    );
    expect([...columnPrime(new Int16Array([-1, 5]))]).toEqual([T - 1n, 5n]);
    expect([...primeResidues([0, PRIME - 1])]).toEqual([0n, T - 1n]);
  });

  it('refuses values above the bound, with their count only', () => {
    expect(() => encodePrime(new Float64Array([4, NaN, 1]), { fractionBits: 14, bound: 3.5 })).toThrow(
      expect.objectContaining({ code: 'overflow', message: '2 of 3 values are not finite or above 3.5' }),
    );
    expect(() => encodePrime(new Float64Array(1), { fractionBits: 48, bound: 3.5 })).toThrow(
      expect.objectContaining({ code: 'overflow' }),
    );
  });

  it('tells residues from other numbers', () => {
    expect(arePrimeResidues(new BigUint64Array([0n, T - 1n]))).toBe(true);
    expect(arePrimeResidues(new BigUint64Array([0n, T]))).toBe(false);
    expect(arePrimeResidues(new BigUint64Array([2n ** 64n - 1n]))).toBe(false);
  });

  it('draws uniformly below t, never by reduction', () => {
    const drawn = uniformPrime(prg(new Uint8Array(32).fill(1), 'uniform'), 64_000);
    expect(arePrimeResidues(drawn)).toBe(true);
    const counts = new Float64Array(64);
    for (const value of drawn) counts[Math.floor((Number(value) / PRIME) * 64)]!++;
    const statistic = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(statistic).toBeLessThan(63 + 8 * Math.sqrt(126));
  });

  it('draws again in place of a number from t up', () => {
    const words = new BigUint64Array([T, 2n ** 50n - 1n, (5n << 50n) + 7n, 9n]);
    const bytes = new Uint8Array(words.buffer);
    let at = 0;
    const source = { bytes: (length: number) => bytes.slice(at, (at += length)) };
    expect([...uniformPrime(source, 2)]).toEqual([7n, 9n]);
  });

  it('admits the scorecard’s gradient at 2^20 rows of |x| <= 4 and little more', () => {
    const largest = 3.5 * 2 ** 14 + 5;
    const column = (rows: number): Int16Array => new Int16Array(rows).fill(4 * 2 ** 11);
    expect(() => assertPrimeProductFits([column(2 ** 20)], largest)).not.toThrow();
    expect(() => assertPrimeProductFits([column(1.2 * 2 ** 20)], largest)).toThrow(
      expect.objectContaining({ code: 'overflow' }),
    );
  });
});

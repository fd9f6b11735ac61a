import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBytes, modPow, toBytes } from './bigints.ts';
import { BigIntNumbers, numbersModulo, power, type Numbers } from './numbers.ts';

const M = (1n << 700n) - 1_241n;

describe.each<[string, () => Numbers]>([
  ['in WASM, where it can be', () => numbersModulo(M)],
  ['as bigint', () => new BigIntNumbers(M)],
])('numbers %s', (_, make) => {
  it('multiply, square and group as residues do', () => {
    const numbers = make();
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: M - 1n }),
        fc.bigInt({ min: 0n, max: M - 1n }),
        fc.nat(6),
        (a, b, times) => {
          const { mark, numberBytes } = numbers;
          const at = numbers.allocate(4);
          const [x, y, all] = [at, at + numberBytes, at + 2 * numberBytes];
          numbers.write(x, toBytes(a, numbers.width));
          numbers.write(y, toBytes(b, numbers.width));
          const present = new Uint8Array(2);
          numbers.multiplyGroups(x, Uint32Array.of(1, 1, 9, 1), 2, 9, all, present);
          expect([...present]).toEqual([0, 1]);
          expect(fromBytes(numbers.read(all + numberBytes)) % M).toBe((a * b * b) % M);
          numbers.multiply(x, y, y);
          expect(fromBytes(numbers.read(y)) % M).toBe((a * b) % M);
          numbers.square(x, x, times);
          expect(fromBytes(numbers.read(x)) % M).toBe(modPow(a, 1n << BigInt(times), M));
          numbers.release(mark);
        },
      ),
    );
  });

  it('have powers', () => {
    const numbers = make();
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: M - 1n }), fc.bigInt({ min: 0n, max: M }), (base, exponent) => {
        const { mark } = numbers;
        const at = numbers.allocate(1);
        numbers.write(at, toBytes(base, numbers.width));
        power(numbers, at, exponent, at);
        expect(fromBytes(numbers.read(at)) % M).toBe(modPow(base, exponent, M));
        numbers.release(mark);
      }),
      { numRuns: 20 },
    );
  });
});

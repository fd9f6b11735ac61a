import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasModular, ModularNumbers } from './modular.ts';

const big = (bits: number): fc.Arbitrary<bigint> => fc.bigInt({ min: 0n, max: (1n << BigInt(bits)) - 1n });
const modulus = fc
  .constantFrom(64, 683, 1366, 2048, 3072)
  .chain((bits) => fc.tuple(fc.constant(bits), big(bits)))
  .map(([bits, x]) => x | 1n | (1n << BigInt(bits - 1)));
/** Limbs of nothing but ones and zeros are where carries go furthest. */
const extreme = fc.array(fc.constantFrom(0n, 1n, (1n << 51n) - 1n, 1n << 50n), { minLength: 60, maxLength: 60 });
const value = fc.oneof(
  big(3072),
  extreme.map((limbs) => limbs.reduce((all, limb) => (all << 51n) | limb)),
  fc.constantFrom(-1n, 0n, 1n),
);

function bytes(x: bigint, width: number): Uint8Array {
  return Uint8Array.from(Buffer.from(x.toString(16).padStart(width * 2, '0'), 'hex'));
}

const read = (numbers: ModularNumbers, at: number): bigint =>
  BigInt(`0x${Buffer.from(numbers.read(at)).toString('hex')}`);

describe.skipIf(!hasModular)('modular multiplication in WASM', () => {
  it('gives what whole numbers give, however long the chain', () => {
    fc.assert(
      fc.property(modulus, fc.array(value, { minLength: 2, maxLength: 5 }), (m, values) => {
        const numbers = new ModularNumbers(m);
        const [at, all] = [numbers.allocate(1), numbers.allocate(1)];
        const residues = values.map((x) => ((x % m) + m) % m);
        numbers.copy(numbers.one, all);
        for (const x of residues) {
          numbers.write(at, bytes(x, numbers.width));
          numbers.multiply(all, at, all);
        }
        const product = residues.reduce((done, x) => (done * x) % m, 1n);
        expect(read(numbers, all) % m).toBe(product);
        numbers.square(all, at, 3);
        expect(read(numbers, at) % m).toBe(product ** 8n % m);
        numbers.multiply(all, all, all);
        expect(read(numbers, all) % m).toBe((product * product) % m);
      }),
      { numRuns: 200 },
    );
  });

  it('multiplies by group, and knows what was there', () => {
    const m = (1n << 520n) - 9n;
    const numbers = new ModularNumbers(m);
    const values = numbers.allocate(4);
    [2n, 3n, 5n, 7n].forEach((x, i) => numbers.write(values + i * numbers.numberBytes, bytes(x, numbers.width)));
    const all = numbers.allocate(3);
    const present = new Uint8Array(3);
    numbers.multiplyGroups(values, Uint32Array.of(0, 0, 9, 2, 2, 9, 9, 2), 4, 9, all, present);
    expect([...present]).toEqual([1, 0, 1]);
    numbers.multiplyGroups(values, Uint32Array.of(2, 9, 9, 9), 4, 9, all, present);
    expect(read(numbers, all)).toBe(6n);
    expect(read(numbers, all + 2 * numbers.numberBytes)).toBe(7n * 2n * 7n * 2n);
  });

  it('gives memory back zeroed', () => {
    const numbers = new ModularNumbers((1n << 600n) - 1n);
    const { mark } = numbers;
    const at = numbers.allocate(1);
    numbers.copy(numbers.one, at);
    numbers.release(mark);
    expect(numbers.allocate(1)).toBe(at);
    expect(read(numbers, at)).toBe(0n);
  });
});

import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { systemCsprng, type Csprng } from '../rng.ts';
import { combineShares, multiply, splitSecret } from './shamir.ts';

describe('GF(2^8)', () => {
  it('multiplies as FIPS 197, section 4.2', () => {
    expect(multiply(0x57, 0x83)).toBe(0xc1);
    expect(multiply(0x57, 0x13)).toBe(0xfe);
  });

  it('is a field: a product is commutative, distributes, and is zero only for a zero factor', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(byte, byte, byte, (a, b, c) => {
        expect(multiply(a, b)).toBe(multiply(b, a));
        expect(multiply(a, b ^ c)).toBe(multiply(a, b) ^ multiply(a, c));
        expect(multiply(a, b) === 0).toBe(a === 0 || b === 0);
      }),
    );
  });
});

describe('splitSecret', () => {
  it('evaluates the polynomial: 42 + 57 x at x = 83 is 42 xor c1 (FIPS 197 product)', () => {
    const slope: Csprng = { kind: 'csprng', bytes: () => Uint8Array.of(0x57) };
    expect(splitSecret(Uint8Array.of(0x42), [0x83, 1], 2, slope)).toEqual([
      { x: 0x83, bytes: Uint8Array.of(0x42 ^ 0xc1) },
      { x: 1, bytes: Uint8Array.of(0x42 ^ 0x57) },
    ]);
  });

  it('is undone by any threshold shares, and not by fewer', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.integer({ min: 2, max: 8 }).chain((k) => fc.tuple(fc.constant(k), fc.integer({ min: 2, max: k }))),
        fc.integer(),
        (secret, [k, threshold], start) => {
          const xs = Array.from({ length: k }, (_, i) => i + 1);
          const shares = splitSecret(secret, xs, threshold, systemCsprng);
          const from = Math.abs(start) % k;
          const turned = [...shares.slice(from), ...shares.slice(0, from)];
          expect([...combineShares(turned.slice(0, threshold))]).toEqual([...secret]);
          expect([...combineShares(turned.slice(0, threshold - 1))]).not.toEqual([...secret]);
        },
      ),
    );
  });

  it('leaves every secret possible to fewer than threshold shares: one share of two takes each value once', () => {
    const values = new Set<number>();
    for (let slope = 0; slope < 256; slope++) {
      const rng: Csprng = { kind: 'csprng', bytes: () => Uint8Array.of(slope) };
      values.add(splitSecret(Uint8Array.of(0x99), [5, 6], 2, rng)[0]!.bytes[0]!);
    }
    expect(values.size).toBe(256);
  });

  it.each([
    ['the point zero', [0, 1], 2],
    ['a point twice', [1, 1], 2],
    ['a point above 255', [1, 256], 2],
    ['no points', [], 1],
    ['a threshold above the shares', [1, 2], 3],
    ['a threshold of zero', [1, 2], 0],
  ])('refuses %s', (_, xs, threshold) => {
    expect(() => splitSecret(Uint8Array.of(1), xs, threshold, systemCsprng)).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
  });

  it('refuses shares that do not belong together', () => {
    const [a, b] = [{ x: 1, bytes: Uint8Array.of(1) }, { x: 2, bytes: Uint8Array.of(1, 2) }]; // prettier-ignore
    expect(() => combineShares([a, b])).toThrow(expect.objectContaining({ code: 'bad-length' }));
    expect(() => combineShares([a, a])).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });
});

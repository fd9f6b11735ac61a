import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemCsprng, type Csprng } from '../rng.ts';
import { bitLength, fromBytes, gcd, mod, modInverse, modPow, randomBelow, toBytes } from './bigints.ts';
import { FixedBase, TABLE_BYTES, tableBytes, windowFor } from './fixed-base.ts';

const big = fc.bigInt({ min: 0n, max: 2n ** 300n });
const modulus = fc.bigInt({ min: 2n, max: 2n ** 300n });

describe('bytes', () => {
  it('come back as the number they were, in the width asked for', () => {
    fc.assert(
      fc.property(big, fc.nat(20), (x, more) => {
        const width = Math.ceil(bitLength(x) / 8) + more;
        const bytes = toBytes(x, width);
        expect(bytes).toHaveLength(width);
        expect(fromBytes(bytes)).toBe(x);
      }),
    );
  });

  it('are big-endian, and refused when too few', () => {
    expect(toBytes(0x0102n, 4)).toEqual(Uint8Array.of(0, 0, 1, 2));
    expect(() => toBytes(256n, 1)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
    expect(() => toBytes(-1n, 4)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });
});

describe('arithmetic', () => {
  it('modPow is repeated multiplication, and a table gives the same', () => {
    fc.assert(
      fc.property(big, fc.nat(500), modulus, (base, exponent, m) => {
        let expected = 1n % m;
        for (let i = 0; i < exponent; i++) expected = (expected * base) % m;
        expect(modPow(base, BigInt(exponent), m)).toBe(expected);
        expect(new FixedBase(base, m, 9, exponent).pow(BigInt(exponent))).toBe(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('inverses are inverses, or refused', () => {
    fc.assert(
      fc.property(big, modulus, (x, m) => {
        if (gcd(x, m) === 1n) expect(mod(modInverse(x, m) * x, m)).toBe(1n % m);
        else expect(() => modInverse(x, m)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
      }),
    );
  });

  it('a table refuses exponents that it was not made for', () => {
    const table = new FixedBase(3n, 1009n, 20, 5);
    expect(table.pow(2n ** 20n - 1n)).toBe(modPow(3n, 2n ** 20n - 1n, 1009n));
    for (const exponent of [2n ** 20n, -1n]) expect(() => table.pow(exponent)).toThrow(/20 bits/);
  });

  it('windows grow with use', () => {
    const shape = { exponentBits: 2112, modulusBits: 2048, maxBytes: TABLE_BYTES };
    expect(windowFor({ ...shape, uses: 1 })).toBeLessThan(windowFor({ ...shape, uses: 100 }));
    expect(windowFor({ ...shape, exponentBits: 682, modulusBits: 1366, uses: 1e6 })).toBe(10);
  });

  it.each([
    ["the key holder's, Okamoto-Uchiyama", { exponentBits: 682, modulusBits: 1366, maxBytes: TABLE_BYTES }],
    ["the key holder's, Paillier, each of two", { exponentBits: 1535, modulusBits: 3072, maxBytes: TABLE_BYTES / 2 }],
    ["others', Okamoto-Uchiyama", { exponentBits: 2112, modulusBits: 2048, maxBytes: TABLE_BYTES }],
    ["others', Paillier", { exponentBits: 3136, modulusBits: 6144, maxBytes: TABLE_BYTES }],
  ])('tables stay within their memory however often they are used: %s', (_, sized) => {
    const shape = { ...sized, uses: 1e9 };
    const window = windowFor(shape);
    expect(tableBytes(shape, window)).toBeLessThanOrEqual(shape.maxBytes);
    if (window < 10) expect(tableBytes(shape, window + 1)).toBeGreaterThan(shape.maxBytes);
  });
});

describe('randomBelow', () => {
  it('throws candidates away instead of reducing them', () => {
    const bytes = [[0xff], [0x85], [0x03]];
    const rng: Csprng = { kind: 'csprng', bytes: () => Uint8Array.from(bytes.shift()!) };
    // Bound 5 takes three bits from the top: 7 and 4 are candidates, 7 is refused.
    expect(randomBelow(rng, 5n)).toBe(4n);
    expect(bytes).toHaveLength(1);
  });

  it('covers its range and nothing else', () => {
    const seen = new Set(Array.from({ length: 400 }, () => randomBelow(systemCsprng, 7n, 2n)));
    expect([...seen].sort()).toEqual([2n, 3n, 4n, 5n, 6n]);
  });
});

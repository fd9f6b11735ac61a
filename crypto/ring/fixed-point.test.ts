import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addResidues, dotColumns, subtractResidues } from '@coscore/kernels';
import { prg } from '../prg.ts';
import { bytesOf, residuesOf, wordsOf } from './bytes.ts';
import { assertProductSumFits, assertSumFits, decodeFixedPoint, encodeFixedPoint } from './fixed-point.ts';

const X = { fractionBits: 12, bound: 4 };
const E = { fractionBits: 28, bound: 1.001 };

describe('fixed point in Z_2^64', () => {
  it('survives sharing, products and sums whose shares wrap', () => {
    const values = fc
      .integer({ min: 1, max: 200 })
      .chain((n) =>
        fc.tuple(
          fc.float64Array({ min: -4, max: 4, noNaN: true, minLength: n, maxLength: n }),
          fc.float64Array({ min: -1, max: 1, noNaN: true, minLength: n, maxLength: n }),
        ),
      );
    fc.assert(
      fc.property(values, ([x, e]) => {
        const residues = encodeFixedPoint(e, E);
        const share = prg(new Uint8Array(32).fill(7), 'share').u64(e.length);
        const column = [encodeFixedPoint(x, X)];
        const total = addResidues(dotColumns(column, [share]), dotColumns(column, [subtractResidues(residues, share)]));
        const want = x.reduce((sum, v, i) => sum + v * e[i]!, 0);
        expect(Math.abs(decodeFixedPoint(total, 40)[0]! - want)).toBeLessThan(x.length * (2 ** -13 + 2 ** -26));
      }),
    );
  });

  it('refuses values above the bound, with their count only', () => {
    expect(() => encodeFixedPoint(new Float64Array([4.1, NaN, 3]), X)).toThrow(
      expect.objectContaining({ code: 'overflow', message: '2 of 3 values are not finite or above 4' }),
    );
  });

  it('admits the scorecard’s gradient up to its published number of rows and not far beyond', () => {
    expect(() => assertProductSumFits(2 ** 20, X, E)).not.toThrow();
    expect(() => assertProductSumFits(2 ** 21 - 3000, X, E)).not.toThrow();
    expect(() => assertProductSumFits(2 ** 21, X, E)).toThrow(expect.objectContaining({ code: 'overflow' }));
  });

  it('draws the line of a plain sum at 2^63', () => {
    expect(() => assertSumFits(2 ** 20, { fractionBits: 42, bound: 1.9 })).not.toThrow();
    expect(() => assertSumFits(2 ** 20, { fractionBits: 42, bound: 2 })).toThrow(
      expect.objectContaining({ code: 'overflow' }),
    );
    expect(() => assertSumFits(1, { fractionBits: 63, bound: 0.1 })).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
    expect(() => assertSumFits(1, { fractionBits: 1, bound: NaN })).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
  });
});

it('reads numbers from unaligned bytes', () => {
  const bytes = new Uint8Array(17);
  bytes.set(bytesOf(new BigUint64Array([2n ** 64n - 2n, 3n])), 1);
  expect([...residuesOf(bytes.subarray(1))]).toEqual([2n ** 64n - 2n, 3n]);
  // A decoded message is made of Buffers, whose `slice` does not copy.
  expect([...residuesOf(Buffer.from(bytes.buffer, 9, 8))]).toEqual([3n]);
  expect([...wordsOf(Buffer.from(bytes.buffer, 9, 8))]).toEqual([3, 0]);
  expect([...wordsOf(bytes.subarray(1, 9))]).toEqual([0xffff_fffe, 0xffff_ffff]);
});

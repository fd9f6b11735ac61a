import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CategoryColumn, Column, NumericColumn } from '../data/frame.ts';
import { fineBins, type BinnedColumn } from './fine-bins.ts';
import { holdsMissing, labelBin } from './spec.ts';

const number = (values: number[]): NumericColumn => ({ kind: 'number', name: 'x', values: Float64Array.from(values) });
const ones = (rows: number): Uint8Array => new Uint8Array(rows).fill(1);
const bin = (column: Column, options: { train?: Uint8Array; bins?: number; rare?: number; minRows?: number } = {}) => {
  const rows = column.kind === 'number' ? column.values.length : column.codes.length;
  return fineBins(column, { train: ones(rows), bins: 10, rare: 0.01, minRows: 1, ...options });
};
const category = (texts: (string | null)[]): CategoryColumn => {
  const levels = [...new Set(texts)].filter((text) => text !== null);
  return {
    kind: 'category',
    name: 'x',
    codes: Int32Array.from(texts, (text) => (text === null ? -1 : levels.indexOf(text))),
    levels,
  };
};
const repeat = <T>(value: T, times: number): T[] => new Array<T>(times).fill(value);
const rowsIn = ({ codes, bins }: BinnedColumn, train: Uint8Array): number[] =>
  bins.map((_, code) => codes.reduce((sum, each, row) => sum + (each === code ? train[row]! : 0), 0));

describe('numbers', () => {
  it('cuts at the quantiles', () => {
    const binned = bin(number(Array.from({ length: 100 }, (_, i) => i)), { bins: 4 });
    expect(binned.bins.map(labelBin)).toEqual([
      expect.stringContaining('[-inf, 25)'),
      '[25, 50)',
      '[50, 75)',
      '[75, inf)',
    ]);
    expect(rowsIn(binned, ones(100))).toEqual([25, 25, 25, 25]);
  });

  it('collapses ties, and cuts a value that fills a quantile off from its tail', () => {
    const binned = bin(number([...repeat(0, 92), 1, 2, 3, 4, 5, 6, 7, 8]));
    expect(rowsIn(binned, ones(100))).toEqual([92, 8]);
    expect(binned.bins.map(labelBin)[1]).toBe('[1, inf)');
  });

  it('looks at training rows only, and codes every row', () => {
    const binned = bin(number([1, 2, 3, 4, 900, -900]), { train: Uint8Array.of(1, 1, 1, 1, 0, 0), bins: 2 });
    expect([...binned.codes]).toEqual([0, 0, 1, 1, 1, 0]);
    expect(binned.bins.map(labelBin)[1]).toBe('[3, inf)');
  });

  it('keeps missing values apart when there are enough of them, else with the most populated bin', () => {
    const values = [...repeat(1, 30), ...repeat(2, 50), ...repeat(NaN, 20)];
    const own = bin(number(values), { minRows: 20 });
    expect(own.missingBin).toBe(2);
    const joined = bin(number(values), { minRows: 21 });
    expect(joined.missingBin).toBe(-1);
    expect(joined.bins.findIndex(holdsMissing)).toBe(1);
    expect(joined.bins.map(labelBin)[1]).toBe('[2, inf) | missing');
  });

  it('has a place for missing values that only scoring will see', () => {
    expect(bin(number([1, 2, 3])).bins.findIndex(holdsMissing)).toBeGreaterThanOrEqual(0);
  });

  it('is one bin when every value is missing', () => {
    const binned = bin(number(repeat(NaN, 60)), { minRows: 50 });
    expect(binned.bins).toHaveLength(1);
    expect(binned.missingBin).toBe(-1);
  });

  it('no bin of any column is below the floor, and order is kept', () => {
    const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: false }), fc.constant(NaN));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, fc.boolean()), { minLength: 1, maxLength: 150 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 40 }),
        (rows, bins, minRows) => {
          const column = number(rows.map(([x]) => x));
          const train = Uint8Array.from(rows, ([, trained]) => Number(trained));
          const binned = bin(column, { train, bins, minRows });
          if (binned.bins.length > 1)
            for (const count of rowsIn(binned, train)) expect(count).toBeGreaterThanOrEqual(minRows);
          expect(binned.bins.length).toBeLessThanOrEqual(bins + 1);
          const present = [...column.values.keys()].filter((row) => !Number.isNaN(column.values[row]!));
          present.sort((a, b) => column.values[a]! - column.values[b]!);
          for (let i = 1; i < present.length; i++)
            expect(binned.codes[present[i]!]!).toBeGreaterThanOrEqual(binned.codes[present[i - 1]!]!);
        },
      ),
    );
  });
});

describe('categories', () => {
  it('keeps frequent levels by name and sends rare ones to other', () => {
    const binned = bin(category([...repeat('south', 60), ...repeat('north', 30), 'x', 'y', 'z', ...repeat('w', 7)]), {
      rare: 0.08,
    });
    expect(binned.bins.map(labelBin)).toEqual(['north', 'south | missing', 'other']);
    expect(binned.ordered).toBe(false);
  });

  it('joins other to the most populated bin when it is below the floor', () => {
    const binned = bin(category([...repeat('a', 60), ...repeat('b', 30), 'x']), { minRows: 5 });
    expect(binned.bins.map(labelBin)).toEqual(['a | other | missing', 'b']);
  });

  it('codes a level that only the test rows have as other', () => {
    const column = category([...repeat('a', 10), ...repeat('b', 8), ...repeat('rare', 3), 'unseen']);
    const binned = bin(column, { train: Uint8Array.from({ length: 22 }, (_, row) => Number(row < 21)), rare: 0.2 });
    expect(labelBin(binned.bins[binned.codes[21]!]!)).toBe('other');
  });

  it('no bin is below the floor', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e')), { minLength: 1, maxLength: 100 }),
        fc.integer({ min: 1, max: 30 }),
        (texts, minRows) => {
          const binned = bin(category(texts), { minRows });
          if (binned.bins.length > 1)
            for (const count of rowsIn(binned, ones(texts.length))) expect(count).toBeGreaterThanOrEqual(minRows);
        },
      ),
    );
  });
});

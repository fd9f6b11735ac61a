import { describe, expect, it } from 'vitest';
import { encodeColumn, labelBin, mergeSpecs, type BinSpec } from './spec.ts';

const intervals: BinSpec[] = [
  { kind: 'interval', to: 1.5, missing: false },
  { kind: 'interval', from: 1.5, to: 3, missing: true },
  { kind: 'interval', from: 3, missing: false },
];
const levels: BinSpec[] = [
  { kind: 'levels', levels: ['A', 'B'], other: false, missing: false },
  { kind: 'levels', levels: [], other: true, missing: false },
  { kind: 'missing' },
];

describe('labelBin', () => {
  it('writes half-open intervals, levels and missing', () => {
    expect(intervals.map(labelBin)).toEqual(['[-inf, 1.5)', '[1.5, 3) | missing', '[3, inf)']);
    expect(levels.map(labelBin)).toEqual(['A | B', 'other', 'missing']);
  });

  it('never rounds an edge to another number', () => {
    expect(labelBin({ kind: 'interval', from: 0.1 + 0.2, to: 12345678.5, missing: false })).toBe(
      '[0.30000000000000004, 12345678.5)',
    );
  });
});

describe('encodeColumn', () => {
  it('puts an edge into the interval that it opens', () => {
    const values = Float64Array.of(-Infinity, 1.4999, 1.5, 3, 1e9, NaN);
    expect([...encodeColumn({ kind: 'number', name: 'x', values }, intervals)]).toEqual([0, 0, 1, 2, 2, 1]);
  });

  it('sends unseen levels to other', () => {
    const column = {
      kind: 'category',
      name: 'x',
      codes: Int32Array.of(0, 1, 2, -1),
      levels: ['B', 'new', 'A'],
    } as const;
    expect([...encodeColumn(column, levels)]).toEqual([0, 1, 0, 2]);
  });

  it('refuses a scheme of the other kind or without a place for missing values', () => {
    const column = { kind: 'number', name: 'x', values: Float64Array.of(1) } as const;
    expect(() => encodeColumn(column, levels)).toThrow(RangeError);
    expect(() => encodeColumn(column, intervals.slice(2))).toThrow(/no place for missing/);
  });
});

describe('mergeSpecs', () => {
  it('joins neighbouring intervals, and levels in any order', () => {
    expect(mergeSpecs(intervals, Uint16Array.of(0, 0, 1)).map(labelBin)).toEqual(['[-inf, 3) | missing', '[3, inf)']);
    expect(mergeSpecs(levels, Uint16Array.of(1, 0, 1)).map(labelBin)).toEqual(['other', 'A | B | missing']);
  });

  it('refuses to join intervals that do not touch', () => {
    expect(() => mergeSpecs(intervals, Uint16Array.of(0, 1, 0))).toThrow(RangeError);
  });
});

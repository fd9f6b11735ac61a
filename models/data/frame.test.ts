import { expect, it } from 'vitest';
import { takeRows, type Frame } from './frame.ts';

const frame: Frame = {
  rows: 3,
  columns: [
    { kind: 'number', name: 'turnover', values: Float64Array.of(1.5, NaN, 3) },
    { kind: 'category', name: 'region', codes: Int32Array.of(1, 0, -1), levels: ['east', 'west'] },
  ],
};

it('reorders and repeats rows, and makes unmatched rows missing', () => {
  const taken = takeRows(frame, Int32Array.of(2, -1, 0, 0));
  expect(taken.rows).toBe(4);
  expect(taken.columns.map((column) => (column.kind === 'number' ? [...column.values] : [...column.codes]))).toEqual([
    [3, NaN, 1.5, 1.5],
    [-1, -1, 1, 1],
  ]);
});

it('refuses row numbers outside the frame', () => {
  expect(() => takeRows(frame, Int32Array.of(3))).toThrow(RangeError);
  expect(() => takeRows(frame, Int32Array.of(-2))).toThrow(RangeError);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fineBins } from '../binning/fine-bins.ts';
import type { CategoryColumn, NumericColumn } from '../data/frame.ts';
import { rowPoints, type ScorecardFeature } from './row-points.ts';

const number = (values: readonly number[]): NumericColumn => ({
  kind: 'number',
  name: 'x',
  values: Float64Array.from(values),
});
const category = (levels: readonly string[], codes: readonly number[]): CategoryColumn => ({
  kind: 'category',
  name: 'c',
  levels,
  codes: Int32Array.from(codes),
});

const income: ScorecardFeature = {
  name: 'x',
  kind: 'number',
  bins: [
    { kind: 'interval', to: 10, missing: false },
    { kind: 'interval', from: 10, to: 20, missing: false },
    { kind: 'interval', from: 20, missing: false },
    { kind: 'missing' },
  ],
  map: Uint16Array.of(0, 0, 1, 2),
  points: Int32Array.of(-7, 12, 3),
};
const region: ScorecardFeature = {
  name: 'c',
  kind: 'category',
  bins: [
    { kind: 'levels', levels: ['north'], other: false, missing: true },
    { kind: 'levels', levels: ['south'], other: true, missing: false },
  ],
  map: Uint16Array.of(0, 1),
  points: Int32Array.of(5, -5),
};

describe('rowPoints', () => {
  it('gives a number the points of its interval, closed on the left, and a missing one those of its bin', () => {
    expect([...rowPoints(income, number([-1e300, 9.999, 10, 19.999, 20, Infinity, NaN])).points]).toEqual([
      -7, -7, -7, -7, 12, 12, 3,
    ]);
  });

  it('counts levels that training had not seen, and gives them those of "other"', () => {
    const { points, unseen } = rowPoints(region, category(['south', 'west', 'north'], [0, 1, 2, -1, 1]));
    expect([...points]).toEqual([-5, -5, 5, 5, -5]);
    expect(unseen).toBe(2);
  });

  it('gives the rows of training the bins that training gave them, whatever order the levels come in', () => {
    const cells = fc.array(fc.integer({ min: -1, max: 5 }), { minLength: 40, maxLength: 80 });
    fc.assert(
      fc.property(cells, (codes) => {
        const levels = ['a', 'b', 'c', 'd', 'e', 'f'];
        const train = new Uint8Array(codes.length).fill(1);
        const binned = fineBins(category(levels, codes), { train, bins: 5, rare: 0.05, minRows: 2 });
        const feature: ScorecardFeature = {
          name: 'c',
          kind: 'category',
          bins: binned.bins,
          map: Uint16Array.from(binned.bins, (_, i) => i),
          points: Int32Array.from(binned.bins, (_, i) => 10 * i),
        };
        const turned = category(
          [...levels].reverse(),
          codes.map((code) => (code < 0 ? -1 : 5 - code)),
        );
        expect([...rowPoints(feature, turned).points]).toEqual([...binned.codes].map((code) => 10 * code));
      }),
    );
  });

  it('refuses a column of another kind', () => {
    expect(() => rowPoints(income, category(['10'], [0]))).toThrowError(RangeError);
  });
});

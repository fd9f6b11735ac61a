import { describe, expect, it } from 'vitest';
import { dropCorrelated, dropInflated, varianceInflation } from './correlated.ts';

const matrix = (...rows: number[][]): Float64Array => Float64Array.from(rows.flat());

describe('dropCorrelated', () => {
  it('keeps the higher IV of a pair, and then what only the dropped one clashed with', () => {
    const correlation = matrix([1, 0.9, 0.1], [0.9, 1, 0.9], [0.1, 0.9, 1]);
    expect(dropCorrelated({ iv: [0.3, 0.2, 0.1], correlation }, 0.7)).toEqual([1]);
    expect(dropCorrelated({ iv: [0.1, 0.2, 0.1], correlation }, 0.7)).toEqual([0, 2]);
  });

  it('counts negative correlation, and keeps a pair at the limit', () => {
    expect(dropCorrelated({ iv: [0.1, 0.2], correlation: matrix([1, -0.8], [-0.8, 1]) }, 0.7)).toEqual([0]);
    expect(dropCorrelated({ iv: [0.1, 0.2], correlation: matrix([1, 0.7], [0.7, 1]) }, 0.7)).toEqual([]);
  });

  it('keeps the earlier column on equal IV', () => {
    expect(dropCorrelated({ iv: [0.2, 0.2], correlation: matrix([1, 1], [1, 1]) }, 0.7)).toEqual([1]);
  });
});

describe('dropInflated', () => {
  it('is 1 / (1 - r^2) for two columns', () => {
    const vif = varianceInflation(matrix([1, 0.6], [0.6, 1]), 2);
    expect(vif[0]).toBeCloseTo(1 / 0.64, 12);
    expect(vif[1]).toBeCloseTo(1 / 0.64, 12);
  });

  it('drops the weakest of columns that determine each other', () => {
    const r = 1 / Math.sqrt(2);
    // The third is the sum of the first two, which are independent.
    const correlation = matrix([1, 0, r], [0, 1, r], [r, r, 1]);
    expect(dropInflated({ iv: [0.3, 0.2, 0.1], correlation }, 10)).toEqual([2]);
    expect(dropInflated({ iv: [0.1, 0.2, 0.3], correlation }, 10)).toEqual([0]);
  });

  it('leaves independent columns alone', () => {
    expect(dropInflated({ iv: [0.1, 0.2], correlation: matrix([1, 0], [0, 1]) }, 10)).toEqual([]);
  });
});

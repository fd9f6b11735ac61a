import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BinSpec } from '../binning/spec.ts';
import type { Column } from '../data/frame.ts';
import type { Forest, SplitRecord } from '../gbdt/forest.ts';
import { ForestExplainer } from '../gbdt/shap-rows.ts';
import { explainForestRow, forestScores, splitSides, wholePoints } from './forest-rows.ts';

const income: readonly BinSpec[] = [
  { kind: 'interval', to: 10, missing: false },
  { kind: 'interval', from: 10, to: 20, missing: false },
  { kind: 'interval', from: 20, missing: false },
  { kind: 'missing' },
];
const sector: readonly BinSpec[] = [
  { kind: 'levels', levels: ['a', 'b'], other: false, missing: false },
  { kind: 'levels', levels: ['c'], other: true, missing: true },
];
const records: readonly SplitRecord[] = [
  { feature: 0, goesLeft: Uint8Array.of(1, 0, 0, 1) },
  { feature: 1, goesLeft: Uint8Array.of(0, 1) },
];
const columns: readonly Column[] = [
  { kind: 'number', name: 'income', values: Float64Array.of(5, 15, NaN, 25, 9, 10, 30, 0, 11) },
  {
    kind: 'category',
    name: 'sector',
    codes: Int32Array.of(0, 1, 2, -1, 3, 0, 0, 0, 2),
    levels: ['a', 'b', 'c', 'new'],
  },
];
const leaf = (value: number, rows: number) => ({ kind: 'leaf', value, rows, hessian: rows }) as const;
/** By income at the root, then by sector on the right. */
const forest: Forest = {
  objective: 'binary',
  baseScore: -1,
  trees: [
    {
      nodes: [
        {
          kind: 'split',
          owner: 'tax',
          record: 0,
          feature: 0,
          gain: 1,
          left: 1,
          right: 2,
          rows: 10,
          hessian: 10,
          value: 0,
        },
        leaf(0.5, 4),
        {
          kind: 'split',
          owner: 'tax',
          record: 1,
          feature: 1,
          gain: 1,
          left: 3,
          right: 4,
          rows: 6,
          hessian: 6,
          value: 0,
        },
        leaf(-0.25, 2),
        leaf(0.125, 4),
      ],
    },
  ],
};

describe('forestScores', () => {
  const sides = new Map([['tax', splitSides(records, [income, sector], columns, 9)]]);

  it('follows every row to its leaf: missing values, levels without a bin of their own, more rows than a byte has bits', () => {
    expect(Array.from(forestScores(forest, sides, 9))).toEqual(
      [0.5, 0.125, 0.5, -0.25, 0.5, 0.125, 0.125, 0.5, -0.25].map((value) => value - 1),
    );
  });

  it('is explained by contributions that add up to it', () => {
    const scores = forestScores(forest, sides, 9);
    const explainer = new ForestExplainer(forest);
    expect(explainer.expected).toBeCloseTo(-1 + (4 * 0.5 + 2 * -0.25 + 4 * 0.125) / 10, 12);
    scores.forEach((score, row) => {
      const values = explainForestRow(explainer, sides, 9, row);
      expect(values.reduce((sum, value) => sum + value, explainer.expected)).toBeCloseTo(score, 12);
    });
  });

  it('refuses rows whose side nobody said', () => {
    const short = new Map([['tax', sides.get('tax')!.subarray(0, 2)]]);
    expect(() => forestScores(forest, short, 9)).toThrow(RangeError);
    expect(() => forestScores(forest, new Map(), 9)).toThrow(/tax/);
  });

  it('needs only the columns that are split by', () => {
    const [first] = records;
    const all = splitSides([first!], [income, sector], columns, 9);
    expect(splitSides([first!], [income, sector], [columns[0]], 9)).toEqual(all);
    expect(() => splitSides(records, [income, sector], [columns[0]], 9)).toThrow(/feature 1/);
    expect(() => splitSides([first!], [income, sector], [columns[1]], 9)).toThrow(RangeError);
  });
});

describe('wholePoints', () => {
  it('adds up to the total, each part within one of its exact value', () => {
    const parts = fc.array(fc.double({ min: -500, max: 500, noNaN: true }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(parts, (exact) => {
        const total = Math.round(exact.reduce((sum, value) => sum + value, 0)) + 0;
        const points = wholePoints(Float64Array.from(exact), total);
        expect(points.reduce((sum, value) => sum + value, 0)).toBe(total);
        points.forEach((value, i) => expect(Math.abs(value - exact[i]!)).toBeLessThanOrEqual(1 + 1e-9));
      }),
    );
  });

  it('gives the point that is left to the part that lost most', () => {
    expect(Array.from(wholePoints(Float64Array.of(1.2, 1.7, 1.1), 4))).toEqual([1, 2, 1]);
  });
});

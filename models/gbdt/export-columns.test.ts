import { describe, expect, it } from 'vitest';
import type { BinSpec } from '../binning/spec.ts';
import { assembleForest, describeColumns, type ExportedOwner } from './export-columns.ts';
import { exportLightgbm, largestBelow } from './export-lightgbm.ts';
import type { Forest, Split, SplitRecord } from './forest.ts';

const intervals: BinSpec[] = [
  { kind: 'interval', to: 1, missing: false },
  { kind: 'interval', from: 1, to: 2, missing: false },
  { kind: 'interval', from: 2, missing: true },
];
const levels: BinSpec[] = [
  { kind: 'levels', levels: ['A', 'B'], other: false, missing: false },
  { kind: 'levels', levels: ['C'], other: true, missing: false },
  { kind: 'missing' },
];
const split: Split = {
  ...{ kind: 'split', owner: 'bank', record: 0, feature: 0, gain: 1, left: 1, right: 2 },
  ...{ rows: 2, hessian: 1, value: 0 },
};
const leaf = { kind: 'leaf', value: 1, rows: 1, hessian: 1 } as const;
const forest: Forest = { objective: 'binary', baseScore: 0.5, trees: [{ nodes: [split, leaf, leaf] }] };
const owner = (bins: BinSpec[], ...goesLeft: number[]): ReadonlyMap<string, ExportedOwner> => {
  const records: SplitRecord[] = [{ feature: 0, goesLeft: Uint8Array.from(goesLeft) }];
  return new Map([['bank', { features: [{ name: 'x', bins }], records }]]);
};
const testOf = (bins: BinSpec[], ...goesLeft: number[]) =>
  assembleForest(forest, owner(bins, ...goesLeft)).testOf(split);

describe('a split outside its owner', () => {
  it('is one threshold on a number', () => {
    expect(testOf(intervals, 1, 1, 0)).toEqual({ kind: 'below', column: 0, threshold: 2, missingLeft: false });
    expect(testOf(intervals, 1, 1, 1)).toEqual({ kind: 'below', column: 0, threshold: Infinity, missingLeft: true });
    expect(testOf(intervals, 0, 0, 0)).toEqual({ kind: 'below', column: 0, threshold: -Infinity, missingLeft: false });
  });

  it('never has the code of missing values among its members', () => {
    expect(testOf(levels, 1, 0, 0)).toEqual({ kind: 'member', column: 0, codes: [0], membersLeft: true });
    expect(testOf(levels, 1, 0, 1)).toEqual({ kind: 'member', column: 0, codes: [1], membersLeft: false });
  });

  it.each([
    ['intervals out of their order', owner(intervals, 0, 1, 0), 'beyond one that goes right'],
    ['another number of bins', owner(intervals, 1, 0), 'not of the feature'],
    ['no such owner', new Map(), 'did not hand over'],
    ['no such record', new Map([['bank', { features: [{ name: 'x', bins: intervals }], records: [] }]]), 'hand over'],
  ])('is refused with %s', (_, owners, message) => {
    expect(() => exportLightgbm(forest, owners as ReadonlyMap<string, ExportedOwner>)).toThrow(message);
  });
});

it('names columns so that no reader trips over them, and says what codes mean', () => {
  const owners = new Map<string, ExportedOwner>([
    ['bank', { features: [{ name: 'a b', bins: intervals }, { name: 'a:b', bins: levels }], records: [] }], // prettier-ignore
  ]);
  const { columns } = assembleForest({ ...forest, trees: [] }, owners);
  expect(describeColumns(columns)).toEqual([
    { name: 'bank.a_b', party: 'bank', column: 'a b', kind: 'number' },
    {
      ...{ name: 'bank.a_b_2', party: 'bank', column: 'a:b', kind: 'category' },
      ...{ codes: { A: 0, B: 0, C: 1 }, other: 1, missing: 2 },
    },
  ]);
});

it.each([1, -1, 0, 5e-324, -5e-324, 0.1, 1e300])('no double lies between %d and the one below it', (x) => {
  const below = largestBelow(x);
  expect(below).toBeLessThan(x);
  const between = below + (x - below) / 2;
  expect(between === below || between === x).toBe(true);
});

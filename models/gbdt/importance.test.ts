import { expect, it } from 'vitest';
import type { Forest, TreeNode } from './forest.ts';
import { featureImportance } from './importance.ts';

const leaf: TreeNode = { kind: 'leaf', value: 0, rows: 1, hessian: 1 };
const stump = (owner: string, feature: number, gain: number): { nodes: TreeNode[] } => ({
  nodes: [
    { kind: 'split', owner, feature, gain, record: 0, left: 1, right: 2, rows: 2, hessian: 2, value: 0 },
    leaf,
    leaf,
  ],
});
const forest: Forest = {
  objective: 'binary',
  baseScore: 0,
  trees: [stump('tax', 1, 3), stump('bank', 0, 4), stump('tax', 1, 2), { nodes: [leaf] }],
};

it('sums gain and counts splits by owner and column, largest first, unused columns last', () => {
  const names = new Map([
    ['bank', ['income']],
    ['tax', ['region', 'turnover']],
  ]);
  expect(featureImportance(forest, names)).toEqual([
    { party: 'tax', feature: 'turnover', gain: 5, splits: 2 },
    { party: 'bank', feature: 'income', gain: 4, splits: 1 },
    { party: 'tax', feature: 'region', gain: 0, splits: 0 },
  ]);
});

it('refuses a split on a column that nobody published', () => {
  expect(() => featureImportance(forest, new Map([['bank', ['income']]]))).toThrow('tax has no feature number 1');
});

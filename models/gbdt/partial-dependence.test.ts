import { describe, expect, it } from 'vitest';
import type { Forest, SplitRecord } from './forest.ts';
import { partialDependence } from './partial-dependence.ts';
import { randomForest } from './small-forests.test-helper.ts';

const leaf = (value: number, rows: number) => ({ kind: 'leaf', value, rows, hessian: 1 }) as const;
const split = { kind: 'split', gain: 1, hessian: 1, value: 0 } as const;

describe('partial dependence', () => {
  it('follows the column where it is asked and weighs by rows where another is', () => {
    const forest: Forest = {
      objective: 'binary',
      baseScore: 1,
      trees: [
        {
          nodes: [
            { ...split, owner: 'tax', feature: 0, record: 0, rows: 10, left: 1, right: 4 },
            { ...split, owner: 'bank', feature: 2, record: 0, rows: 4, left: 2, right: 3 },
            leaf(1, 2),
            leaf(2, 2),
            leaf(5, 6),
          ],
        },
      ],
    };
    const records: SplitRecord[] = [{ feature: 2, goesLeft: Uint8Array.of(1, 0, 0) }];
    const scores = partialDependence(forest, records, { owner: 'bank', feature: 2, bins: 3 });
    expect([...scores]).toEqual([1 + 0.4 * 1 + 0.6 * 5, 1 + 0.4 * 2 + 0.6 * 5, 1 + 0.4 * 2 + 0.6 * 5]);
  });

  it('is flat for a column that no split asks', () => {
    const { forest } = randomForest(5, { trees: 3, depth: 3, features: 2 });
    const scores = partialDependence(forest, [], { owner: 'nobody', feature: 0, bins: 4 });
    expect(new Set(scores).size).toBe(1);
  });

  it('refuses records that do not cover the column', () => {
    const forest: Forest = {
      objective: 'binary',
      baseScore: 0,
      trees: [
        {
          nodes: [
            { ...split, owner: 'bank', feature: 0, record: 0, rows: 2, left: 1, right: 2 },
            leaf(1, 1),
            leaf(2, 1),
          ],
        },
      ],
    };
    expect(() => partialDependence(forest, [], { owner: 'bank', feature: 0, bins: 2 })).toThrow(RangeError);
  });
});

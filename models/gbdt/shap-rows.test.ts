import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRng } from '../data/rng.ts';
import { explainRow } from './shap-reference.test-helper.ts';
import type { GoesLeft } from './shap-rows.ts';
import { ForestExplainer } from './shap-rows.ts';
import { randomForest } from './small-forests.test-helper.ts';

const shapes = fc.record({
  trees: fc.integer({ min: 0, max: 4 }),
  depth: fc.integer({ min: 0, max: 6 }),
  features: fc.integer({ min: 1, max: 3 }),
});

function randomSides(seed: number): GoesLeft {
  const rng = seededRng(seed);
  const drawn = new Map<string, boolean>();
  return (owner, record) => {
    const key = `${owner} ${record}`;
    const known = drawn.get(key) ?? rng.below(2) === 1;
    drawn.set(key, known);
    return known;
  };
}

describe('ForestExplainer', () => {
  it('gives the values of explainRow, row after row', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), shapes, (seed, shape) => {
        const { forest } = randomForest(seed, shape);
        const explainer = new ForestExplainer(forest);
        for (let row = 0; row < 4; row++) {
          const goesLeft = randomSides(seed + row);
          const { expected, contributions } = explainRow(forest, goesLeft);
          expect(explainer.expected).toBeCloseTo(expected, 9);
          const values = explainer.explain(goesLeft);
          const byColumn = new Map(contributions.map(({ owner, feature, value }) => [`${owner} ${feature}`, value]));
          expect(explainer.columns).toHaveLength(byColumn.size);
          explainer.columns.forEach(({ owner, feature }, i) => {
            expect(values[i]).toBeCloseTo(byColumn.get(`${owner} ${feature}`)!, 9);
          });
        }
      }),
      { numRuns: 200 },
    );
  });
});

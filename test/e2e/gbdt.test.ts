/** Boosted trees on real processes: both data sets and both profiles come to the forest of the pooled table, bit for bit. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ForestReport } from '@coscore/models/evaluate/report.ts';
import { recipeSchema, type Recipe } from '@coscore/node-core/recipe/index.ts';
import { pooledForest, type PooledForest } from '../support/forest-oracle.ts';
import { exampleRecipe, realData } from '../support/real-data.ts';
import { type RecipeInput, startLab, type RunningLab } from '../support/running-lab.ts';

const credit = realData('default-credit');
const sba = realData('sba');

/** What a joint report says of the forest itself, beside what the oracle's forest says. */
function expectSameForest({ forest, metrics, rowsAligned }: ForestReport, oracle: PooledForest): void {
  expect(rowsAligned).toBe(oracle.rows);
  expect(metrics.train).toEqual(oracle.evaluation.train.metrics);
  expect(metrics.test).toEqual(oracle.evaluation.test!.metrics);
  expect(forest.baseRaw).toBe(oracle.forest.baseScore);
  expect(forest.trees).toBe(oracle.forest.trees.length);
  expect(forest.curve.map(({ trainLoss }) => trainLoss)).toEqual(oracle.curve.map(({ training }) => training));
  const splits = oracle.forest.trees.flatMap(({ nodes }) => nodes.filter((node) => node.kind === 'split'));
  for (const party of new Set(splits.map(({ owner }) => owner))) {
    const shown = forest.importance.filter((one) => one.party === party).reduce((sum, one) => sum + one.splits, 0);
    expect(shown, party).toBe(splits.filter(({ owner }) => owner === party).length);
  }
}

async function runForest(lab: RunningLab, recipe: Recipe): Promise<ForestReport> {
  const { report } = await lab.finish(recipe);
  return report as unknown as ForestReport;
}

describe.skipIf(!credit.present)('default-credit', () => {
  let running: RunningLab | undefined;
  let recipe: Recipe;
  beforeAll(async () => {
    recipe = await exampleRecipe('default-credit-trees');
    running = await startLab(recipe, credit.dir);
  }, 120_000);
  afterAll(() => running?.close());

  it('aided: 50 trees of depth 5', { timeout: 240_000 }, async () => {
    const [report, oracle] = [await runForest(running!, recipe), await pooledForest(recipe, credit.dir)];
    expectSameForest(report, oracle);
    expect(report.profile).toBe('aided');
    // About 0.782 by LightGBM on the pooled table with the same settings.
    expect(Math.abs(report.metrics.test!.auc - 0.782)).toBeLessThan(0.005);
    expect(report.labelPartyAlone.test!.auc).toBeLessThan(report.metrics.test!.auc - 0.03);
  });

  it('blind: a small forest', { timeout: 240_000 }, async () => {
    const changes: RecipeInput = { ...recipe, profile: 'blind', model: { kind: 'gbdt', trees: 2, depth: 3, seed: 7 } };
    const blind = recipeSchema.parse(changes);
    const [report, oracle] = [await runForest(running!, blind), await pooledForest(blind, credit.dir)];
    expectSameForest(report, oracle);
    expect(report.profile).toBe('blind');
  });
});

describe.skipIf(!sba.present)('sba', () => {
  let running: RunningLab | undefined;
  let recipe: Recipe;
  beforeAll(async () => {
    const example = await exampleRecipe('sba-trees');
    const model = { kind: 'gbdt', trees: 40, depth: 4, learningRate: 0.2, earlyStopping: { rounds: 5 }, seed: 7 };
    recipe = recipeSchema.parse({ ...example, model });
    running = await startLab(recipe, sba.dir);
  }, 120_000);
  afterAll(() => running?.close());

  it('aided: three parties, categories, missing values, early stopping', { timeout: 240_000 }, async () => {
    const [report, oracle] = [await runForest(running!, recipe), await pooledForest(recipe, sba.dir)];
    expectSameForest(report, oracle);
    expect(report.metrics.test!.auc).toBeGreaterThan(0.74);
    expect(report.labelPartyAlone.test!.auc).toBeLessThan(report.metrics.test!.auc - 0.02);
    expect(report.forest.exportable).toBe(true);
  });
});

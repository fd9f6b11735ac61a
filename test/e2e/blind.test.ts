/** The scorecard in the blind profile: no helper, homomorphic encryption alone, the same figures. */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { recipeSchema, type Recipe } from '@coscore/node-core/recipe/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUC_TOLERANCE, BRIER_TOLERANCE, brierOf, expectBlind } from '../support/blind-scorecard.ts';
import { binningError, pooled, testAuc, type Pooled } from '../support/oracle.ts';
import { startLab, type Finished, type RunningLab } from '../support/running-lab.ts';
import { writeSmallEconomy, type SmallEconomy } from '../support/small-economy.ts';

describe('a blind scorecard of three parties', () => {
  let economy: SmallEconomy;
  let running: RunningLab | undefined;
  let first: Finished;
  let withHelper: Finished;
  let oracle: Pooled;
  const parties = ['bank', 'tax', 'registry'];

  const recipeOf = (profile: Recipe['profile']): Recipe =>
    recipeSchema.parse({
      name: 'small-economy',
      profile,
      parties: {
        bank: { role: 'label', data: 'bank.csv', id: 'firm_id', label: 'defaulted', drop: ['year'] },
        tax: { role: 'feature', data: 'tax.csv', id: 'firm_id' },
        registry: { role: 'feature', data: 'registry.csv', id: 'firm_id' },
      },
      split: { test: 0.3, seed: 7, stratify: true },
      features: { bins: 10, merge: 'none', select: { iv: 0.01, correlation: 0.7 } },
      model: { kind: 'scorecard', l2: 0.001, iterations: 30 },
      policy: { shareContributions: 'feature' },
    });

  beforeAll(async () => {
    economy = await writeSmallEconomy(await mkdtemp(join(tmpdir(), 'cs-data-')), 3000);
    const blind = recipeOf('blind');
    running = await startLab(blind, economy.dir);
    first = await running.finish(blind);
    withHelper = await running.finish(recipeOf('aided'));
    oracle = await pooled(blind, economy.dir);
  }, 400_000);
  afterAll(async () => {
    await running?.close();
    await rm(economy.dir, { recursive: true, force: true });
  });

  it('ran blind, by its own transcript', () => {
    expectBlind(first, parties);
  });

  it('has the exact bins, WoE, IV and selection of the pooled table', () => {
    expect(first.report.rowsAligned).toBe(oracle.rows);
    expect(binningError(first.report, oracle)).toBeLessThan(1e-9);
    const kept = ({ report }: Finished): unknown =>
      report.features.map(({ party, name, dropped }) => [party, name, dropped]);
    expect(kept(first)).toEqual(kept(withHelper));
    expect(first.report.features.some(({ dropped }) => dropped !== undefined)).toBe(true);
  });

  it('ranks as the pooled model does, and is calibrated as the aided one is', () => {
    expect(Math.abs(first.report.metrics.test!.auc - testAuc(oracle))).toBeLessThan(AUC_TOLERANCE);
    expect(Math.abs(brierOf(first) / brierOf(withHelper) - 1)).toBeLessThan(BRIER_TOLERANCE);
  });
});

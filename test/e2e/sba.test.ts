/** SBA loans between a bank, a registry and a platform: alignment in both profiles, and what the joint model gains. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recipeSchema } from '@coscore/node-core/recipe/index.ts';
import { binningError, coefficientError, pooled, testAuc } from '../support/oracle.ts';
import { realData } from '../support/real-data.ts';
import { startLab, type RunningLab } from '../support/running-lab.ts';

const { dir, present } = realData('sba');
const COMMON_ROWS = 15_668;

/** As the first issue has it: its figures are of these types and columns. */
const types = { zip3: 'category', naics_sector: 'category', urban_rural: 'category' } as const;
const recipe = recipeSchema.parse({
  name: 'sba',
  profile: 'aided',
  parties: {
    bank: { role: 'label', data: 'bank.csv', id: 'loan_id', label: 'defaulted', drop: ['approval_fy'] },
    registry: { role: 'feature', data: 'registry.csv', id: 'loan_id', types },
    platform: { role: 'feature', data: 'platform.csv', id: 'loan_id' },
  },
  split: { test: 0.3, seed: 7, stratify: true },
  features: { bins: 10, minShare: 0.05, merge: 'none', rare: 0.01 },
  model: { kind: 'scorecard', l2: 0.001, iterations: 30 },
  policy: { shareContributions: 'feature' },
});

describe.skipIf(!present)('sba', () => {
  let running: RunningLab | undefined;

  beforeAll(async () => {
    running = await startLab(recipe, dir);
  }, 240_000);
  afterAll(() => running?.close());

  it('aligned and trained under aided equals the oracle, and beats the bank alone', { timeout: 120_000 }, async () => {
    const { report } = await running!.finish(recipe);
    const oracle = await pooled(recipe, dir);
    expect(report.profile).toBe('aided');
    expect(report.rowsAligned).toBe(COMMON_ROWS);
    expect(oracle.rows).toBe(COMMON_ROWS);
    const joint = report.metrics.test!.auc;
    expect(Math.abs(joint - testAuc(oracle))).toBeLessThan(0.002);
    // The first issue has 0.717 against 0.684. Over seeds of the split the joint AUC has a standard deviation of about 0.01
    // and the bank's alone, on few columns and without selection, of 0.016 around 0.66.
    const alone = report.labelPartyAlone.test!.auc;
    expect(Math.abs(joint - 0.717)).toBeLessThan(0.025);
    expect(Math.abs(alone - 0.67)).toBeLessThan(0.05);
    expect(joint - alone).toBeGreaterThan(0.02);
    expect(coefficientError(report, oracle)).toBeLessThan(1e-2);
    expect(binningError(report, oracle)).toBeLessThan(1e-9);
  });

  it('aligned under blind finds the same rows', { timeout: 120_000 }, async () => {
    const blind = recipeSchema.parse({ ...recipe, profile: 'blind', model: { kind: 'align' } });
    const { id } = await running!.lab.run(await running!.sign(blind), { recipe: blind });
    const path = join(running!.home, 'align.json');
    await running!.lab.labelParty.client.saveReport(id, 'report.json', path);
    const report = JSON.parse(await readFile(path, 'utf8')) as object;
    expect(report).toMatchObject({ profile: 'blind', rowsAligned: COMMON_ROWS });
  });
});

/** A short version of `npm run bench -- chaos`: a few kills at random moments, and every job comes out right. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recipeSchema } from '@coscore/node-core/recipe/index.ts';
import { expect, it } from 'vitest';
import { chaos } from '../support/chaos.ts';
import { startLab } from '../support/running-lab.ts';
import { writeSmallEconomy } from '../support/small-economy.ts';

it('processes killed at random moments leave the right model behind', { timeout: 300_000 }, async () => {
  const { dir } = await writeSmallEconomy(await mkdtemp(join(tmpdir(), 'cs-data-')), 2000);
  const recipe = recipeSchema.parse({
    name: 'chaos',
    profile: 'aided',
    parties: {
      bank: { role: 'label', data: 'bank.csv', id: 'firm_id', label: 'defaulted', drop: ['year'] },
      tax: { role: 'feature', data: 'tax.csv', id: 'firm_id' },
    },
    split: { test: 0.3, seed: 7 },
    features: { bins: 10 },
    model: { kind: 'scorecard', l2: 0.001, iterations: 30 },
    policy: { shareContributions: 'feature' },
  });
  const running = await startLab(recipe, dir);
  try {
    const result = await chaos({ running, recipe, kills: 4, seed: 5, everyMs: 3000, tolerance: 1e-6 });
    expect(result.jobs.map(({ outcome, code }) => code ?? outcome)).toEqual(result.jobs.map(() => 'right'));
    expect(Object.values(result.kills).reduce((sum, kills) => sum + kills, 0)).toBe(4);
    expect(result.crashes).toEqual([]);
    // A blow that hit nothing shows nothing: some job had to be begun again.
    expect(Math.max(...result.jobs.map(({ attempts }) => attempts))).toBeGreaterThan(1);
  } finally {
    await running.close();
    await rm(dir, { recursive: true, force: true });
  }
});

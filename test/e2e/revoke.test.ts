/** A party withdraws while a job runs: everything of the project stops, everywhere, and stays stopped. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recipeSchema, type Recipe } from '@coscore/node-core/recipe/index.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually, startLab, type RunningLab } from '../support/running-lab.ts';
import { writeSmallEconomy } from '../support/small-economy.ts';

const recipe: Recipe = recipeSchema.parse({
  name: 'revoke',
  profile: 'aided',
  parties: {
    bank: { role: 'label', data: 'bank.csv', id: 'firm_id', label: 'defaulted', drop: ['year'] },
    tax: { role: 'feature', data: 'tax.csv', id: 'firm_id', drop: ['sector'] },
  },
  split: { test: 0.3, seed: 7 },
  features: { bins: 10, merge: 'none' },
  // Longer than it takes to withdraw.
  model: { kind: 'scorecard', iterations: 500, tolerance: 0 },
});
let running: RunningLab;
let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'cs-data-'));
  await writeSmallEconomy(dir, 2500);
  running = await startLab(recipe, dir);
}, 240_000);
afterAll(async () => {
  await running?.close();
  await rm(dir, { recursive: true, force: true });
});

it('stops the running job everywhere, is written down by all, and lets nothing start again', async () => {
  const { coordinator, parties } = running.lab;
  const tax = parties.get('tax')!.client;
  const project = await running.sign(recipe);
  const other = await running.sign(recipe);
  const job = await coordinator.client.startJob(project, recipe);
  for await (const { parties: progress = {} } of coordinator.client.watchJob(job))
    if (Object.values(progress).every(({ stage }) => stage === 'train')) break;

  await tax.revoke(project, 'audit finding 7');

  const over = await eventually('the job is over', async () => {
    const view = await coordinator.client.job(job);
    return view.finishedAt === undefined ? undefined : view;
  });
  expect(over.state).not.toBe('succeeded');
  for (const id of ['bank', 'tax']) {
    const node = parties.get(id)!.client;
    await eventually(`${id} runs nothing of it`, async () =>
      (await node.job(job)).finishedAt === undefined ? undefined : true,
    );
    const view = await eventually(`${id} knows that it is revoked`, async () =>
      (await node.projects()).find(({ digest, state }) => digest === project && state === 'revoked'),
    );
    expect(view.reason).toBe('tax: audit finding 7');
    expect(await running.entries(id, 'revoked-manifest', { project })).toMatchObject([
      { details: { by: 'tax', reason: 'audit finding 7' } },
    ]);
  }
  expect(await coordinator.client.project(project)).toMatchObject({ state: 'revoked', reason: 'tax: audit finding 7' });
  const written = (await coordinator.client.audit()).filter(({ event }) => event === 'revoked-manifest');
  expect(written).toMatchObject([{ details: { project, by: 'tax' } }]);

  // Nothing can be begun, gone on with or signed under it any more, and the other project is untouched.
  const refused = { code: 'project-revoked' };
  await expect(coordinator.client.startJob(project, recipe)).rejects.toMatchObject(refused);
  await expect(coordinator.client.resumeJob(job)).rejects.toHaveProperty(
    'code',
    expect.stringMatching(/^(project-revoked|job-not-resumable)$/),
  );
  await expect(tax.approve(project)).rejects.toMatchObject(refused);
  expect(await coordinator.client.project(other)).toMatchObject({ state: 'active' });
}, 240_000);

/** Jobs that survive: processes killed in the middle, parties away, limits of patience, and two jobs side by side. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Recipe } from '@coscore/node-core/recipe/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobView } from 'coscore/daemon-views.ts';
import { COORDINATOR } from 'coscore/lab/lab.ts';
import type { Report } from '@coscore/models/evaluate/report.ts';
import { coscore } from '../support/coscore-command.ts';
import { eventually, matches, startLab, type RunningLab } from '../support/running-lab.ts';
import { smallRecipe, writeSmallEconomy, type SmallEconomy } from '../support/small-economy.ts';

const FIRMS = 3000;
/** "Scorecard coefficients after a resume within 1e-6 of the undisturbed run." */
const TOLERANCE = 1e-6;
/** Starting a killed node again takes seconds of its own. */
const LONG_MS = 180_000;
const parties = ['bank', 'tax', 'registry'] as const;

let economy: SmallEconomy;
let running: RunningLab;
let undisturbed: Report;

const recipeOf = (changes: Parameters<typeof smallRecipe>[1] = {}): Recipe =>
  smallRecipe(parties, {
    name: 'resume',
    model: { kind: 'scorecard', l2: 0.001, iterations: 30, tolerance: 0 },
    helper: 'dealer',
    ...changes,
  });

beforeAll(async () => {
  economy = await writeSmallEconomy(await mkdtemp(join(tmpdir(), 'cs-data-')), FIRMS);
  running = await startLab(recipeOf(), economy.dir, { direct: true });
  undisturbed = (await running.finish(recipeOf())).report;
}, 240_000);

afterAll(async () => {
  await running?.close();
  await rm(economy.dir, { recursive: true, force: true });
});

const view = (job: string): Promise<JobView> => running.lab.coordinator.client.job(job);

/** Starts the recipe under a project of its own, which connects everybody directly or nobody. @returns the job's id */
async function start(recipe = recipeOf(), direct = false): Promise<string> {
  return running.lab.coordinator.client.startJob(await running.sign(recipe, { direct }), recipe);
}

/** Waits until the bank has trained so many iterations. */
async function trained(job: string, iterations: number): Promise<void> {
  await eventually(`${job} trains`, async () => {
    const { state, parties: progress } = await view(job);
    expect(['running', 'waiting', 'queued']).toContain(state);
    const bank = progress!['bank']!;
    return bank.stage === 'train' && bank.done >= iterations ? true : undefined;
  });
}

const inState = (job: string, state: JobView['state']): Promise<JobView> =>
  eventually(`${job} is ${state}`, async () => {
    // A coordinator that is just being started again does not answer yet.
    const found = await view(job).catch(() => undefined);
    if (found !== undefined && found.state !== state)
      expect(['running', 'waiting', 'queued', 'failed']).toContain(found.state);
    return found?.state === state ? found : undefined;
  });

async function reportOf(job: string): Promise<Report> {
  const path = join(running.home, `${job}.json`);
  await running.lab.labelParty.client.saveReport(job, 'report.json', path);
  return JSON.parse(await readFile(path, 'utf8')) as Report;
}

function largestDifference(report: Report): number {
  const weights = ({ coefficients }: Report): [string, number][] =>
    Object.entries(coefficients).flatMap(([party, list]) =>
      list.map(({ name, value }): [string, number] => [`${party}.${name}`, value]),
    );
  const expected = new Map(weights(undisturbed));
  const found = weights(report);
  expect(found.map(([name]) => name).sort()).toEqual([...expected.keys()].sort());
  return Math.max(...found.map(([name, value]) => Math.abs(value - expected.get(name)!)));
}

/** The job succeeds without hand, in a later attempt, with the model of the undisturbed run. */
async function expectRight(job: string, attempts = 2): Promise<void> {
  const final = await inState(job, 'succeeded');
  expect(final.attempt).toBe(attempts);
  const report = await reportOf(job);
  expect(largestDifference(report)).toBeLessThan(TOLERANCE);
  // Logits travel in steps of 1/32: where one lies on a step's edge, two firms may change places.
  expect(report.metrics.test!.auc).toBeCloseTo(undisturbed.metrics.test!.auc, 4);
  for (const party of parties) await running.entries(party, 'job-finished', { job, state: 'succeeded' });
}

describe('a process killed during training and started again', { timeout: LONG_MS }, () => {
  it.each([
    ['tax', 'directly'],
    ['bank', 'through the coordinator'],
    [COORDINATOR, 'through the coordinator'],
    ['dealer', 'directly'],
  ])('%s, connected %s: the job goes on by itself to the same model', async (victim, way) => {
    const direct = way === 'directly';
    const job = await start(recipeOf(), direct);
    await trained(job, 3);
    // Three parties and the dealer, every two of them.
    expect((await view(job)).direct?.length ?? 0).toBe(direct ? 6 : 0);
    await running.lab.kill(victim);
    await running.lab.restart(victim);
    await expectRight(job);
    for (const party of parties) {
      const log = await running.audit(party);
      const attempts = log
        .filter((entry) => matches(entry, 'job-started', { job }))
        .map(({ details }) => details['attempt']);
      expect(attempts).toEqual([1, 2]);
    }
  });
});

describe('two jobs at once', { timeout: LONG_MS }, () => {
  it('do not disturb each other: one is cancelled, the other comes out right', async () => {
    const [one, other] = [await start(), await start(recipeOf({ name: 'resume-other' }))];
    await Promise.all([trained(one, 2), trained(other, 2)]);
    await running.lab.coordinator.client.cancelJob(one);
    expect(await inState(other, 'succeeded')).toMatchObject({ attempt: 1 });
    expect(await view(one)).toMatchObject({ state: 'cancelled' });
    expect(largestDifference(await reportOf(other))).toBeLessThan(TOLERANCE);
  });

  it('both survive the loss of a party that is in both', async () => {
    const jobs = [await start(), await start(recipeOf({ name: 'resume-other' }))];
    await Promise.all(jobs.map((job) => trained(job, 2)));
    await running.lab.kill('registry');
    await running.lab.restart('registry');
    for (const job of jobs) await expectRight(job);
  });
});

describe('a party that is away', { timeout: LONG_MS }, () => {
  it('at the start makes the job wait, which says for whom; it begins when the party is there', async () => {
    await running.lab.kill('tax');
    await eventually('tax is away', async () => {
      const { parties: nodes } = await running.lab.coordinator.client.status();
      return nodes.find(({ id }) => id === 'tax')!.connected ? undefined : true;
    });
    const project = running.lab.restart('tax').then(() => running.sign(recipeOf()));
    const digest = await project;
    await running.lab.kill('tax');
    const job = await eventually('a job that waits', async () => {
      const { parties: nodes } = await running.lab.coordinator.client.status();
      if (nodes.find(({ id }) => id === 'tax')!.connected) return undefined;
      return running.lab.coordinator.client.startJob(digest, recipeOf());
    });
    expect(await view(job)).toMatchObject({ state: 'waiting', waitingFor: ['tax'], attempt: 0 });
    const shown = await coscore(['job', 'show', job, '--home', running.lab.coordinator.home]);
    expect(shown.stdout).toMatch(/waiting.*tax/s);
    await running.lab.restart('tax');
    await expectRight(job, 1);
  });

  it('for longer than the recipe waits ends the job with an error that says what to do, and a resume by hand goes on', async () => {
    const job = await start(recipeOf({ waitMinutes: 0 }));
    await trained(job, 2);
    await running.lab.kill('tax');
    const failed = await inState(job, 'failed');
    expect(failed.error).toMatchObject({ code: 'party-away', party: 'tax' });
    expect(failed.error!.message).toContain('resume');
    await running.lab.restart('tax');
    await running.lab.allConnected();
    await running.lab.coordinator.client.resumeJob(job);
    const final = await inState(job, 'succeeded');
    expect(final.attempt).toBeGreaterThan(1);
    expect(largestDifference(await reportOf(job))).toBeLessThan(TOLERANCE);
    await expect(running.lab.coordinator.client.resumeJob(job)).rejects.toMatchObject({ code: 'job-not-resumable' });
  });
});

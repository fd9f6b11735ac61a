/**
 * Whole jobs under every fault that fast-check thinks of (see faults.ts). What must hold: the model is the undisturbed one, or
 * the job ends with an error that has a name; and nothing that may be used once is used twice. `COSCORE_SIM_RUNS=50` looks
 * fifty times as long. A plan that once failed stays in `regressions`.
 */
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '@coscore/models/evaluate/report.ts';
import { catalogue } from '@coscore/node-core/errors/catalogue.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HELPER_ID, MemoryProject } from '../support/memory-project.ts';
import { writeSmallEconomy } from '../support/small-economy.ts';
import { brokenPlans, type Plan, survivablePlans } from './faults.ts';
import { simulateJob, type Simulated } from './world.ts';

const RUNS = Number(process.env['COSCORE_SIM_RUNS'] ?? 1);
const SEED = Number(process.env['COSCORE_SIM_SEED'] ?? 4);
/** Of the coefficients: what the rounding of freshly dealt tables does on five hundred rows and the coarse series. */
const TOLERANCE = 2e-3;

/** Plans that failed once, and why. */
const regressions: readonly (readonly [why: string, plan: Plan])[] = [
  ['a session that is cancelled gives its work a reason with a name', [[{ kind: 'drop', at: 19 }]]],
];

const parties = ['bank', 'tax'];
let data: string;
let project: MemoryProject;
let undisturbed: Simulated;
let jobs = 0;
let attempts = 0;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'cs-sim-'));
  await writeSmallEconomy(data, 700);
  project = await MemoryProject.open(
    {
      name: 'simulated',
      profile: 'aided',
      parties: {
        bank: { role: 'label', data: 'bank.csv', id: 'firm_id', label: 'defaulted', columns: ['age', 'loan'] },
        tax: { role: 'feature', data: 'tax.csv', id: 'firm_id', columns: ['turnover', 'margin', 'sector'] },
      },
      features: { bins: 5, merge: 'none', select: { iv: 0.001, correlation: 0.99 } },
      model: { kind: 'scorecard', iterations: 5 },
    },
    data,
  );
  undisturbed = await simulateJob(project, 'undisturbed', []);
}, 120_000);

afterAll(async () => {
  await project?.close();
  if (data !== undefined) await rm(data, { recursive: true, force: true });
});

/** What of a report must not depend on what happened on the way. */
function modelOf({ rowsAligned, features, metrics, coefficients }: Report): object {
  return {
    rowsAligned,
    features,
    rows: [metrics.train.rows, metrics.test?.rows],
    names: Object.entries(coefficients).map(([party, own]) => [party, own.map(({ name }) => name)]),
  };
}

function expectSameModel(report: Report): void {
  const right = undisturbed.report!;
  expect(modelOf(report)).toEqual(modelOf(right));
  expect(Math.abs(report.intercept - right.intercept)).toBeLessThan(TOLERANCE);
  for (const [party, own] of Object.entries(right.coefficients)) {
    for (const [j, { value }] of own.entries())
      expect(Math.abs(report.coefficients[party]![j]!.value - value), party).toBeLessThan(TOLERANCE);
  }
}

/** Kinds whose content no two attempts may share: there, the same bytes mean the same mask. */
const MASKED = /^(align-tags|align-points|group-sum-delta|mat-vec-masked|shared-sigmoid-masked|logit-share)$/;

function expectNothingUsedTwice(job: string, { attempts }: Simulated): void {
  const marks = new Map<string, number>();
  for (const { session, by, peer, protocol, upTo } of project.material.filter((claim) =>
    claim.session.startsWith(`${job}/`),
  )) {
    const key = `${session} ${by} ${peer} ${protocol}`;
    expect(upTo, key).toBeGreaterThan(marks.get(key) ?? -1);
    marks.set(key, upTo);
  }
  const seen = new Map<string, number>();
  for (const [i, { transcript }] of attempts.entries()) {
    for (const { kind, body } of transcript) {
      if (!MASKED.test(kind) || body.length < 64) continue;
      const digest = createHash('sha256').update(body).digest('hex');
      expect(seen.get(digest) ?? i, `${kind} of two attempts`).toBe(i);
      seen.set(digest, i);
    }
  }
}

async function simulated(plan: Plan): Promise<readonly [job: string, ended: Simulated]> {
  const job = `job${++jobs}`;
  return [job, await simulateJob(project, job, plan, undisturbed.lengths)];
}

async function mustSucceed(plan: Plan): Promise<void> {
  const [job, ended] = await simulated(plan);
  attempts += ended.attempts.length;
  expect(ended.job.error).toBeUndefined();
  expectSameModel(ended.report!);
  expect(project.material.some((claim) => claim.session.startsWith(`${job}/`))).toBe(true);
  expectNothingUsedTwice(job, ended);
}

async function mustNotBeWrong(plan: Plan): Promise<string> {
  const [job, ended] = await simulated(plan);
  expectNothingUsedTwice(job, ended);
  if (ended.report !== undefined) {
    expectSameModel(ended.report);
    return 'succeeded';
  }
  const code = ended.job.error?.code ?? '';
  expect(catalogue.has(code), code).toBe(true);
  return code;
}

describe('a simulated job', () => {
  it('comes to a model when nothing happens', () => {
    expect(undisturbed.job).toMatchObject({ state: 'succeeded', attempt: 1 });
    expect(undisturbed.report!.features.some(({ party, selected }) => party === 'tax' && selected)).toBe(true);
  });

  it(
    'comes to the same model through crashes, slowness and lost reports',
    async () => {
      await fc.assert(fc.asyncProperty(survivablePlans([...parties, HELPER_ID]), mustSucceed), {
        numRuns: 8 * RUNS,
        seed: SEED,
      });
      // The faults did strike: most jobs took more than one attempt.
      expect(attempts).toBeGreaterThan(12 * RUNS);
    },
    240_000 * RUNS,
  );

  it(
    'comes to the same model or a named error when messages are lost, doubled or exchanged',
    async () => {
      const codes = new Set<string>();
      await fc.assert(
        fc.asyncProperty(brokenPlans, async (plan) => {
          codes.add(await mustNotBeWrong(plan));
        }),
        { numRuns: 8 * RUNS, seed: SEED },
      );
      // The faults did strike: not every job got through.
      expect(codes.size).toBeGreaterThan(1);
    },
    240_000 * RUNS,
  );

  it('control: another model, and material used twice, are noticed', () => {
    const { report } = undisturbed;
    const intercept = report!.intercept + 2 * TOLERANCE;
    expect(() => expectSameModel({ ...report!, intercept })).toThrow();
    expect(() => expectSameModel({ ...report!, rowsAligned: 1 })).toThrow();
    const [attempt] = undisturbed.attempts;
    expect(() => expectNothingUsedTwice('undisturbed', { ...undisturbed, attempts: [attempt!, attempt!] })).toThrow();
    expect(() => expectNothingUsedTwice('undisturbed', undisturbed)).not.toThrow();
  });

  it.each(regressions)('does not again: %s', async (_, plan) => {
    await mustNotBeWrong(plan);
  });
});

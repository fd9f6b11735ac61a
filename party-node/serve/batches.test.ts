import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeError, type State } from '@coscore/node-core';
import type { Manifest } from '@coscore/node-core/manifest/index.ts';
import { type Sample, sample, signedBy } from '@coscore/node-core/manifest/sample.test-helper.ts';
import { type Recipe, recipeSchema } from '@coscore/node-core/recipe/index.ts';
import { openState } from '@coscore/node-core/state/index.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Batches, type BatchesOptions, type BegunJob } from './batches.ts';
import type { Scores } from './score-job.ts';

const PROJECT = 'd'.repeat(64);
const NOTHING = '00000000-0000-4000-8000-000000000000';
const scores: Scores = {
  scores: Float64Array.of(600),
  probabilities: Float64Array.of(0.02),
  contributions: [],
  scored: 1,
  unseen: 0,
};

let s: Sample;
let folder: string;
let state: State;
let models = 0;
let model: string;
/** What the coordinator was asked. */
let asked: Recipe[];
let begun: Map<string, BegunJob>;
let manifest: Manifest;
let revoked: boolean;
let away: boolean;
let batches: Batches;
let file: string;

const recipe = recipeSchema.parse({
  name: 'sme',
  profile: 'aided',
  parties: {
    bank: { role: 'label', data: 'bank.csv', id: 'uscc', label: 'defaulted' },
    tax: { role: 'feature', data: 'tax.csv', id: 'uscc' },
  },
  policy: { minIntersection: 300 },
});

beforeAll(async () => {
  s = await sample();
  folder = mkdtempSync(join(tmpdir(), 'cs-batches-'));
  state = await openState(join(folder, 'state'), { engine: 'pglite' });
  file = join(folder, 'applicants.csv');
  writeFileSync(file, 'uscc\nA\n');
}, 60_000);
afterAll(async () => {
  await state.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(changes: Partial<BatchesOptions> = {}): Batches {
  return new Batches({
    home: folder,
    identity: s.bank,
    state,
    projects: {
      active: () => {
        if (revoked) throw new NodeError('project-revoked', 'tax: over', { params: { project: PROJECT } });
        const signed = signedBy(manifest, s.bank, s.tax);
        return Promise.resolve({ signed, runsUsed: 3 });
      },
    },
    job: (id) => begun.get(id),
    request: (_project, wanted) => {
      if (away) throw new NodeError('coordinator-unreachable', 'not connected');
      asked.push(wanted);
    },
    repeat: (_project, wanted) => void asked.push(wanted),
    ...changes,
  });
}

async function trained(
  id: string,
  trainedBy: unknown = recipe,
  end: 'succeeded' | 'failed' = 'succeeded',
): Promise<void> {
  await state.jobs.create({ id, project: PROJECT, recipe: trainedBy, createdAt: '2026-01-01T00:00:00Z' });
  await state.jobs.finish(id, end, '2026-01-01T00:01:00Z');
}

beforeEach(async () => {
  model = `model-${++models}`;
  await trained(model);
  asked = [];
  begun = new Map();
  revoked = false;
  away = false;
  manifest = { ...s.manifest, models: ['scorecard', 'score'], policy: { ...s.manifest.policy, serveQuota: 50 } };
  batches = open();
});

const ask = async (): Promise<string> => (await batches.ask(model, file)).id;
const answer = (batch: string, job: string): Promise<void> => batches.answered({ batch, job, code: '', message: '' });

describe('asking for scores', () => {
  it('asks for the recipe of the model, for as few common rows as were signed', async () => {
    const { id, state: at } = await batches.ask(model, file);
    expect(at).toBe('asked');
    const { minIntersection, serveQuota } = manifest.policy;
    expect(asked).toEqual([
      {
        ...recipe,
        model: { kind: 'score', model, batch: id },
        policy: { ...recipe.policy, minIntersection, serveQuota },
      },
    ]);
  });

  it.each<[string, string, () => void | Promise<void>]>([
    ['a file that is not there', 'file-not-found', () => void (file = join(folder, 'none.csv'))],
    ['a folder', 'file-unreadable', () => void (file = folder)],
    ['a model that nobody trained', 'model-unknown', () => void (model = 'nothing')],
    ['a job that failed', 'model-unknown', () => trained((model = `failed-${models}`), recipe, 'failed')],
    [
      'a job that only aligned',
      'model-unknown',
      () => trained((model = `aligned-${models}`), { ...recipe, model: { kind: 'align' } }),
    ],
    ['a revoked project', 'project-revoked', () => void (revoked = true)],
    [
      'a policy without scoring',
      'serve-quota-exceeded',
      () => void (manifest = { ...manifest, policy: s.manifest.policy }),
    ],
    ['a manifest without scoring', 'model-not-allowed', () => void (manifest = { ...manifest, models: ['scorecard'] })],
    ['a feature party', 'party-not-allowed', () => void (batches = open({ identity: s.tax }))],
    [
      'an expired manifest',
      'manifest-expired',
      () => void (manifest = { ...manifest, expires: '2020-01-01T00:00:00Z' }),
    ],
  ])('refuses %s: %s', async (_what, code, change) => {
    const before = file;
    await change();
    await expect(batches.ask(model, file)).rejects.toMatchObject({ code });
    expect(asked).toEqual([]);
    file = before;
  });

  it('has failed when the coordinator is not connected', async () => {
    away = true;
    await expect(batches.ask(model, file)).rejects.toMatchObject({ code: 'coordinator-unreachable' });
    expect(batches.list()).toMatchObject([{ state: 'failed', error: { code: 'coordinator-unreachable' } }]);
  });

  it('asks again on a new connection for what was not answered, and only for that', async () => {
    const [open1, answered] = [await ask(), await ask()];
    await answer(answered, 'job-1');
    asked = [];
    await batches.askAgain();
    expect(asked.map((wanted) => wanted.model)).toEqual([{ kind: 'score', model, batch: open1 }]);
    revoked = true;
    await batches.askAgain();
    expect(batches.show(open1)).toMatchObject({ state: 'failed', error: { code: 'project-revoked' } });
  });
});

describe('a batch', () => {
  it('goes from asked over waiting and running to scored', async () => {
    const id = await ask();
    await answer(id, 'job-1');
    expect(batches.show(id).state).toBe('waiting');
    expect(batches.awaited()).toEqual(['job-1']);
    begun.set('job-1', { state: 'running' });
    expect(await batches.begin(id, model, 'job-1')).toMatchObject({ file });
    expect(batches.show(id).state).toBe('running');
    expect(batches.awaited()).toEqual([]);
    begun.set('job-1', { state: 'interrupted' });
    expect(batches.show(id).state).toBe('waiting');
    expect(() => batches.file(id)).toThrow(expect.objectContaining({ code: 'report-not-here' }) as Error);
    await batches.finish(id, 'uscc', ['A'], scores);
    expect(batches.show(id)).toMatchObject({ state: 'scored', result: { applicants: 1, scored: 1, unseen: 0 } });
    expect(readFileSync(batches.file(id), 'utf8')).toBe('uscc,score,probability\nA,600,0.020000\n');
    rmSync(batches.file(id));
    expect(() => batches.file(id)).toThrow(expect.objectContaining({ code: 'report-not-here' }) as Error);
  });

  it('is not scored by a file that has changed since, and is by the same file put back', async () => {
    const changing = join(folder, 'changing.csv');
    writeFileSync(changing, 'uscc\nA\n');
    const { id } = await batches.ask(model, changing);
    await batches.begin(id, model, 'job-7');
    writeFileSync(changing, 'uscc\nB\n');
    // Another process: what was asked about is on disk.
    const next = open();
    await next.load();
    await expect(next.begin(id, model, 'job-7')).rejects.toMatchObject({ code: 'data-changed' });
    rmSync(changing);
    await expect(next.begin(id, model, 'job-7')).rejects.toMatchObject({ code: 'file-not-found' });
    writeFileSync(changing, 'uscc\nA\n');
    expect(await next.begin(id, model, 'job-7')).toMatchObject({ file: changing });
  });

  it('may be begun before the coordinator’s answer arrives, by one job', async () => {
    const id = await ask();
    await batches.begin(id, model, 'job-1');
    await answer(id, 'job-2');
    expect(batches.show(id).job).toBe('job-1');
    const unknown = { code: 'job-unknown' };
    await expect(batches.begin(id, model, 'job-2')).rejects.toMatchObject(unknown);
    await expect(batches.begin(id, 'another-model', 'job-1')).rejects.toMatchObject(unknown);
    await expect(batches.begin(NOTHING, model, 'job-1')).rejects.toMatchObject(unknown);
    expect(() => batches.show(NOTHING)).toThrow(expect.objectContaining(unknown) as Error);
  });

  it('fails by the coordinator’s word, which is text from outside', async () => {
    const [named, strange] = [await ask(), await ask()];
    await batches.answered({ batch: named, job: '', code: 'project-revoked', message: 'gone\u001b[2J' });
    await batches.answered({ batch: strange, job: '../etc', code: 'made-up', message: 'x'.repeat(1000) });
    await answer(NOTHING, 'job-1');
    expect(batches.show(named)).toMatchObject({
      state: 'failed',
      error: { code: 'project-revoked', message: 'gone [2J' },
    });
    const { error } = batches.show(strange);
    expect(error!.code).toBe('job-failed');
    expect(error!.message).toHaveLength(300);
  });

  it('fails with a job that ended before this node began it', async () => {
    const id = await ask();
    await answer(id, 'job-1');
    await batches.over('job-1', 'failed', 'tax was away for 30 minutes');
    expect(batches.show(id)).toMatchObject({
      state: 'failed',
      error: { code: 'job-failed', message: 'tax was away for 30 minutes' },
    });
  });

  it('takes the reason from the job where this node has begun it', async () => {
    const id = await ask();
    await answer(id, 'job-1');
    const error = { code: 'intersection-too-small', message: 'fewer', params: {} };
    begun.set('job-1', { state: 'failed', error });
    await batches.over('job-1', 'failed', 'bank stopped');
    expect(batches.show(id)).toMatchObject({ state: 'failed', error });
    await batches.begin(id, model, 'job-1');
    begun.set('job-1', { state: 'running' });
    expect(batches.show(id).state).toBe('running');
  });
});

describe('after another process', () => {
  it('is as it was', async () => {
    const [first, second] = [await ask(), await ask()];
    await answer(first, 'job-1');
    await batches.finish(first, 'uscc', ['A'], scores);
    const next = open();
    await next.load();
    expect(next.show(first).state).toBe('scored');
    expect(next.show(second).state).toBe('asked');
    expect(existsSync(next.file(first))).toBe(true);
  });

  it('that came out of a backup, what was under way has failed, clearly and for good', async () => {
    const [done, lost, waiting, running] = [await ask(), await ask(), await ask(), await ask()];
    await batches.finish(done, 'uscc', ['A'], scores);
    await answer(waiting, 'job-2');
    await answer(running, 'job-3');
    const restored = { code: 'state-restored', message: 'restored', params: {} };
    begun.set('job-3', { state: 'failed', error: restored });
    const next = open();
    await next.load(new Date().toISOString());
    expect(next.show(done).state).toBe('scored');
    for (const id of [lost, waiting, running])
      expect(next.show(id)).toMatchObject({ state: 'failed', error: { code: 'state-restored' } });
    await expect(next.begin(lost, model, 'job-9')).rejects.toMatchObject({ code: 'state-restored' });
    asked = [];
    await next.askAgain();
    expect(asked).toEqual([]);
    // What is asked for afterwards is not touched by the next start.
    const { id: later } = await next.ask(model, file);
    const third = open();
    await third.load('2026-01-01T00:00:00.000Z');
    expect(third.show(later).state).toBe('asked');
  });
});

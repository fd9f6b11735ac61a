/** Jobs on a real state: writes that fail, waiting across a restart, nodes and coordinators that have forgotten something. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { NodeError, openState, type State } from '@coscore/node-core';
import { manifestDigest } from '@coscore/node-core/manifest/index.ts';
import { sample, type Sample } from '@coscore/node-core/manifest/sample.test-helper.ts';
import type { CoordinatorEndpoint } from '@coscore/node-core/transport/index.ts';
import { wire } from '@coscore/proto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Attendance } from './control.ts';
import { isOver } from './job.ts';
import { Jobs, type JobView } from './jobs.ts';
import type { Project } from './projects.ts';
import { Registry } from './registry.ts';

const log = pino({ level: 'silent' });
const recipe = {
  name: 'r',
  profile: 'blind',
  waitMinutes: 1,
  parties: {
    bank: { role: 'label', data: 'b.csv', id: 'uscc', label: 'defaulted' },
    tax: { role: 'feature', data: 't.csv', id: 'uscc' },
  },
  model: { kind: 'scorecard' },
};

let folder: string;
let state: State;
let base: Sample;
let project: Project;
let jobs: Jobs;
const present = new Set<string>();
const sent: string[] = [];
const broken: unknown[] = [];
let auditFails = false;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cs-jobs-'));
  state = await openState(join(folder, 'state'), { engine: 'pglite' });
  base = await sample();
  const manifest = { ...base.manifest, profile: 'blind' as const };
  project = { digest: manifestDigest(manifest), state: 'active', manifest, signatures: {} };
  await state.projects.propose(manifest, new Date().toISOString());
}, 60_000);
afterAll(async () => {
  await state?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  present.clear();
  sent.length = broken.length = 0;
  auditFails = false;
  jobs = fresh();
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const job of jobs.list()) await jobs.cancel(job.id, 'the test is over');
  jobs.close();
});

function fresh(): Jobs {
  const attendance = {
    has: (party: string) => present.has(party),
    send(party: string, order: Uint8Array) {
      const { job, over } = wire.Order.decode(order);
      sent.push(job ? `${party} ${job.attempt}` : `${party} ${over?.state}`);
      return true;
    },
  };
  return new Jobs({
    identity: base.coordinator,
    state,
    log,
    attendance: attendance as unknown as Attendance,
    endpoint: () => ({ relayed: () => [] }) as unknown as CoordinatorEndpoint,
    project: () => project,
    registry: new Registry(state, log),
    record: async (event, details) => {
      if (auditFails) await full();
      await state.audit.append(event, details, new Date());
    },
    changed: () => undefined,
    broken: (error) => void broken.push(error),
  });
}

async function restart(): Promise<void> {
  jobs.close();
  jobs = fresh();
  await jobs.load();
}

async function attend(...parties: readonly string[]): Promise<void> {
  for (const party of parties) {
    present.add(party);
    await jobs.attended(party);
  }
}

/** Waits for what timers and the disk lead to; the test's own timeout says that it never came. */
async function until(id: string, holds: (job: JobView) => boolean): Promise<JobView> {
  while (!holds(jobs.show(id))) await sleep(5);
  return jobs.show(id);
}

const PATIENCE = { timeout: 20_000 };
const ordersTo = (party: string): readonly string[] => sent.filter((order) => order.startsWith(`${party} `));

async function running(): Promise<string> {
  present.add('bank').add('tax');
  const before = ordersTo('tax').length;
  const id = await jobs.start(project.digest, recipe);
  await vi.waitFor(() => expect(ordersTo('tax')).toHaveLength(before + 1), PATIENCE);
  return id;
}

const full = (): Promise<never> => Promise.reject(new NodeError('disk-full', 'no space is left'));

describe('a write that fails', () => {
  it('stops the process, and no other write; the next process goes on with the job', async () => {
    const [id, other] = [await running(), await running()];
    await jobs.finished('bank', { job: id, attempt: 1 });
    vi.spyOn(state.jobs, 'setProgress').mockImplementationOnce(full);
    await expect(jobs.finished('tax', { job: id, attempt: 1 })).rejects.toMatchObject({ code: 'disk-full' });
    expect(broken).toMatchObject([{ code: 'disk-full' }]);
    expect(sent).not.toContain('bank succeeded');
    // The queue of writes is not poisoned by it.
    await jobs.cancel(other, 'enough');
    expect((await state.jobs.get(other))?.state).toBe('cancelled');
    expect((await state.jobs.get(id))?.state).toBe('running');
    present.clear();
    await restart();
    expect(jobs.show(id)).toMatchObject({ state: 'waiting', attempt: 1 });
    await attend('bank', 'tax');
    await until(id, ({ attempt, open }) => open && attempt === 2);
    for (const party of ['bank', 'tax']) await jobs.finished(party, { job: id, attempt: 2 });
    expect((await state.jobs.get(id))?.state).toBe('succeeded');
  });

  it('of the registry, the audit log or the number of an attempt stops it as well', async () => {
    const id = await running();
    auditFails = true;
    await expect(jobs.cancel(id, 'enough')).rejects.toMatchObject({ code: 'disk-full' });
    auditFails = false;
    expect(broken).toMatchObject([{ code: 'disk-full' }]);
    vi.spyOn(state.jobs, 'beginAttempt').mockImplementationOnce(full);
    await jobs.start(project.digest, recipe);
    await vi.waitFor(() => expect(broken).toHaveLength(2), PATIENCE);
  });
});

describe('a job that waits', () => {
  it('for all of its parties has its time measured from when the coordinator came back', async () => {
    const id = await jobs.start(project.digest, recipe);
    const long = new Date(Date.now() - 3_600_000).toISOString();
    await state.jobs.setProgress(id, { ...jobs.show(id), since: long });
    await restart();
    expect(jobs.show(id).waitingFor).toEqual(['bank', 'tax']);
    expect(Date.parse(jobs.show(id).since!)).toBeGreaterThan(Date.parse(long) + 1_800_000);
    await attend('bank');
    await sleep(50);
    expect(jobs.show(id)).toMatchObject({ state: 'waiting', waitingFor: ['tax'] });
  });

  it('and whose parties never come back after a restart fails when the time is over', async () => {
    const id = await jobs.start(project.digest, recipe);
    jobs.close();
    jobs = fresh();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    try {
      await jobs.load();
      vi.advanceTimersByTime(59_000);
      expect(isOver(jobs.show(id))).toBe(false);
      vi.advanceTimersByTime(2000);
    } finally {
      vi.useRealTimers();
    }
    expect(await until(id, isOver)).toMatchObject({ state: 'failed', error: { code: 'party-away' } });
    await vi.waitFor(() => expect(ordersTo('tax')).toEqual(['tax failed']), PATIENCE);
  });
});

describe('who has forgotten', () => {
  it('an attempt it took part in is not given that attempt again, but the next one', async () => {
    const id = await running();
    await jobs.progress('tax', { job: id, attempt: 1, stage: 'align', done: 1, total: 2, unit: 'rows' });
    await jobs.hello('tax', { jobs: [] });
    expect(jobs.show(id)).toMatchObject({ open: false, lastError: { code: 'job-interrupted', party: 'tax' } });
    await vi.waitFor(() => expect(ordersTo('tax')).toEqual(['tax 1', 'tax 2']), PATIENCE);
  });

  it('nothing, because the order never came, is given it again', async () => {
    const id = await running();
    await jobs.hello('tax', { jobs: [] });
    expect(jobs.show(id)).toMatchObject({ open: true, attempt: 1 });
    expect(ordersTo('tax')).toEqual(['tax 1', 'tax 1']);
  });

  it('attempts that its nodes know, goes on counting from theirs, also when they come at once', async () => {
    const id = await running();
    const hello = { jobs: [{ job: id, attempt: 5, state: 'interrupted' }] };
    await Promise.all(['bank', 'tax'].map((party) => jobs.hello(party, hello)));
    expect(broken).toEqual([]);
    await until(id, ({ attempt, open }) => open && attempt === 6);
  });
});

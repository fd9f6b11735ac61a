/** Jobs at a party on a real state, without a network: what an attempt does before its session opens. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { AuditLog, NodeError, openState, type State } from '@coscore/node-core';
import { type Manifest, manifestDigest } from '@coscore/node-core/manifest/index.ts';
import { type Sample, sample, signedBy } from '@coscore/node-core/manifest/sample.test-helper.ts';
import type { NodeEndpoint, NodeSessionOptions } from '@coscore/node-core/transport/index.ts';
import { ProtocolError, type PartyId } from '@coscore/protocols';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Datasets } from './datasets.ts';
import { Jobs } from './jobs.ts';
import { MaterialPool } from './pool/material-pool.ts';
import { Projects } from './projects.ts';

const AT = '2029-01-01T00:00:00.000Z';
let folder: string;
let state: State;
let s: Sample;
let made = 0;
let digest: string;
let jobs: Jobs;
let projects: Projects;
let sessions: NodeSessionOptions[];
let failed: string[];
let broken: unknown[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cs-jobs-'));
  state = await openState(join(folder, 'state'), { engine: 'pglite' });
  s = await sample();
}, 60_000);
afterAll(async () => {
  await state.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = (): Jobs => {
  const audit = new AuditLog(state.db);
  const datasets = new Datasets(state, audit, () => undefined);
  projects = new Projects(s.tax, state, audit, datasets, { signature: () => undefined, rejection: () => undefined });
  const endpoint = {
    session: (options: NodeSessionOptions) => {
      sessions.push(options);
      return Promise.reject(new NodeError('coordinator-unreachable', 'there is no network here'));
    },
  };
  return new Jobs({
    home: folder,
    identity: s.tax,
    state,
    audit,
    datasets,
    projects,
    log: pino({ level: 'silent' }),
    endpoint: () => endpoint as unknown as NodeEndpoint,
    broken: (error) => broken.push(error),
    pool: new MaterialPool({ home: folder, state, audit, limitBytes: 0 }),
    reports: {
      progress: () => undefined,
      finished: () => undefined,
      failed: (_at, { code }) => failed.push(code),
    },
    serving: {
      batches: { begin: unasked, finish: unasked },
      quota: { book: unasked },
      projectOf: unasked,
    },
  });
};
const unasked = (): never => {
  throw new Error('nobody scores here');
};

beforeEach(async () => {
  [sessions, failed, broken] = [[], [], []];
  const manifest: Manifest = { ...s.manifest, models: ['align'], purpose: `purpose ${++made}` };
  ({ digest } = await state.projects.propose(manifest, AT));
  expect(digest).toBe(manifestDigest(manifest));
  await state.projects.addSignatures(digest, signedBy(manifest, s.bank, s.tax).signatures);
  await state.projects.setState(digest, 'active');
  jobs = open();
});

const run = (job: string, attempt = 1): Promise<void> =>
  jobs.run({ job, attempt, project: digest, recipe, role: 'party' });
const recipe = JSON.stringify({
  name: 'r',
  profile: 'aided',
  parties: {
    bank: { role: 'label', data: 'b.csv', id: 'uscc', label: 'defaulted' },
    tax: { role: 'feature', data: 't.csv', id: 'uscc' },
  },
  model: { kind: 'align' },
});
const runsUsed = async (): Promise<number> => (await state.projects.require(digest)).runsUsed;

describe('a revocation', () => {
  it('that comes before the job is listed keeps it from opening a session', async () => {
    const create = state.jobs.createRun.bind(state.jobs);
    const between = vi.spyOn(state.jobs, 'createRun').mockImplementationOnce(async (job) => {
      await projects.revoke(digest, 'over');
      // As the daemon does afterwards; it finds nothing to stop.
      expect(jobs.list().filter(({ project }) => project === digest)).toEqual([]);
      return create(job);
    });
    await run(`revoked-${made}`);
    between.mockRestore();
    expect(sessions).toEqual([]);
    expect(failed).toEqual(['project-revoked']);
    expect(jobs.show(`revoked-${made}`)).toMatchObject({ state: 'failed', error: { code: 'project-revoked' } });
  });

  it('is all that keeps it: without one the session is asked for', async () => {
    await run(`open-${made}`);
    expect(sessions).toHaveLength(1);
    expect(failed).toEqual(['coordinator-unreachable']);
  });
});

describe('a run', () => {
  it('is counted once, however often the job is attempted', async () => {
    await run(`once-${made}`);
    await run(`once-${made}`, 2);
    expect(sessions).toHaveLength(2);
    expect(await runsUsed()).toBe(1);
  });

  it('is counted once when the node died right after counting it', async () => {
    const job = `died-${made}`;
    // A process that ends here has counted and written down, both or neither.
    const between = vi.spyOn(state.jobs, 'beginAttempt').mockRejectedValueOnce(new Error('killed'));
    await run(job);
    between.mockRestore();
    expect(await runsUsed()).toBe(1);
    jobs = open();
    await jobs.load();
    await run(job);
    await run(job, 2);
    expect(await runsUsed()).toBe(1);
  });

  it('beyond the last is refused, and leaves no job', async () => {
    for (const n of [1, 2, 3, 4]) await run(`many-${made}-${n}`);
    expect(failed.at(-1)).toBe('runs-exhausted');
    expect(await state.jobs.get(`many-${made}-4`)).toBeUndefined();
    expect(await runsUsed()).toBe(3);
  });
});

it('a violation that cannot be written down is no reason to go on', async () => {
  await run(`violated-${made}`);
  const lost = new Error('the disk is full');
  const append = vi.spyOn(AuditLog.prototype, 'append').mockRejectedValueOnce(lost);
  sessions[0]!.onViolation!({ peer: 'bank' as PartyId, error: new ProtocolError('malformed', 'odd') });
  await vi.waitFor(() => expect(broken).toEqual([lost]), { timeout: 20_000 });
  append.mockRestore();
});

describe('an order for a job that is over', () => {
  it('is refused, and answered with how it ended: its coordinator has forgotten that', async () => {
    const job = `over-${made}`;
    await run(job);
    await jobs.over(job, 'cancelled', 'enough');
    failed.length = 0;
    // Also one with a number that was used before.
    for (const attempt of [1, 2]) await run(job, attempt);
    expect(failed).toEqual(['job-cancelled', 'job-cancelled']);
    expect(sessions).toHaveLength(1);
  });
});

describe('the word that a job is over', () => {
  it('ends an attempt that lost its peers before it heard it, and was still closing', async () => {
    const job = `late-${made}`;
    const attempt = run(job);
    // The session fails for a reason that another attempt would mend; the word comes before the attempt is put away.
    while (jobs.list().find(({ id }) => id === job)?.state !== 'interrupted') await jobs.changed.next();
    await jobs.over(job, 'cancelled', 'enough');
    await attempt;
    expect(jobs.show(job)).toMatchObject({ state: 'cancelled', error: { code: 'job-cancelled' } });
  });

  it('is not lost when the node dies before it has written how the job ended', async () => {
    const job = `cut-${made}`;
    await run(job);
    await state.jobs.setProgress(job, { ...jobs.show(job), settled: 'cancelled' });
    jobs = open();
    await jobs.load();
    expect(jobs.show(job)).toMatchObject({ state: 'cancelled', error: { code: 'job-cancelled' } });
  });
});

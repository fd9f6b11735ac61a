/** A separate helper: whose helper it is willing to be, and which attempts it takes. Without a network it loses every one. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { AuditLog, NodeError, openState, type Identity, type State } from '@coscore/node-core';
import { createIdentity } from '@coscore/node-core/identity/index.ts';
import { manifestDigest, type Manifest, type SignedManifest } from '@coscore/node-core/manifest/index.ts';
import { notReached } from '@coscore/node-core/transport/direct/failures.ts';
import { sample, signedBy, type Sample } from '@coscore/node-core/manifest/sample.test-helper.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { HelperJobs, type HelperError, type HelperOrder } from './helper-jobs.ts';

let folder: string;
let state: State;
let helper: Identity;
let base: Sample;
let jobs: HelperJobs;
const failures: { readonly job: string; readonly attempt: number; readonly code: string; readonly message: string }[] =
  [];
let network: NodeError = new NodeError('coordinator-unreachable', 'there is no network here');

const fresh = (): HelperJobs =>
  new HelperJobs({
    identity: helper,
    state,
    audit: new AuditLog(state.db),
    log: pino({ level: 'silent' }),
    endpoint: () => {
      throw network;
    },
    broken: (error) => {
      throw error;
    },
    finished: () => undefined,
    failed: (at, { code, message }: HelperError) => failures.push({ ...at, code, message }),
  });

const project = (changes: Partial<Manifest> = {}): SignedManifest => {
  const manifest = { ...base.manifest, helper: { id: helper.id, fingerprint: helper.fingerprint }, ...changes };
  return signedBy(manifest, base.bank, base.tax);
};

const recipe = JSON.stringify({
  name: 'r',
  profile: 'aided',
  parties: {
    bank: { role: 'label', data: 'b.csv', id: 'uscc', label: 'defaulted' },
    tax: { role: 'feature', data: 't.csv', id: 'uscc' },
  },
});
const order = (job: string, attempt: number, changes: Partial<HelperOrder> = {}): HelperOrder => ({
  job,
  attempt,
  project: manifestDigest(project().manifest),
  recipe,
  role: 'helper',
  ...changes,
});
const failed = (job: string): readonly string[] =>
  failures.filter((failure) => failure.job === job).map(({ attempt, code }) => `${attempt} ${code}`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cs-helper-'));
  state = await openState(join(folder, 'state'), { engine: 'pglite' });
  helper = await createIdentity('dealer');
  base = await sample();
  jobs = fresh();
  await jobs.activated(project());
}, 60_000);
afterAll(async () => {
  await state?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a project', () => {
  it('is refused that names another helper, or another key for this one', async () => {
    const { coordinator, bank } = base;
    for (const other of [
      { id: coordinator.id, fingerprint: coordinator.fingerprint },
      { id: helper.id, fingerprint: 'ab'.repeat(32) },
      { id: 'other', fingerprint: helper.fingerprint },
    ])
      await expect(jobs.activated(project({ helper: other }))).rejects.toMatchObject({ code: 'party-not-allowed' });
    // A data party as helper would see what the dealt randomness hides: that is no manifest at all.
    const party = { id: bank.id, fingerprint: bank.fingerprint };
    await expect(jobs.activated(project({ helper: party }))).rejects.toMatchObject({ code: 'manifest-invalid' });
  });

  it('is refused that not all have signed', async () => {
    const { manifest } = project({ purpose: 'half-signed' });
    await expect(jobs.activated(signedBy(manifest, base.bank))).rejects.toMatchObject({ code: 'manifest-unsigned' });
  });
});

describe('an order', () => {
  it('outside what was signed is refused and reported, and nothing is kept of it', async () => {
    await jobs.run(order('as-party', 1, { role: 'party' }));
    await jobs.run(order('unknown', 1, { project: 'cd'.repeat(32) }));
    await jobs.run(order('no-recipe', 1, { recipe: '{' }));
    expect(failed('as-party')).toEqual(['1 party-not-allowed']);
    expect(failed('unknown')).toEqual(['1 manifest-unsigned']);
    expect(failed('no-recipe')).toEqual(['1 recipe-invalid']);
    expect(jobs.list()).toEqual([]);
  });

  it('for a later attempt is followed, for the same or an earlier one is not', async () => {
    for (const attempt of [1, 1, 3, 2, 3]) await jobs.run(order('again', attempt));
    expect(failed('again')).toEqual(['1 coordinator-unreachable', '3 coordinator-unreachable']);
    expect(jobs.show('again')).toMatchObject({ state: 'interrupted', attempt: 3 });
    const refused = (await new AuditLog(state.db).list()).filter(
      ({ event, details }) => event === 'refused' && details['job'] === 'again',
    );
    expect(refused.map(({ details }) => details['code'])).toEqual(['replayed', 'replayed', 'replayed']);
  });

  it('is remembered by the next process, which tells of it until it hears the end', async () => {
    jobs = fresh();
    await jobs.load();
    expect(jobs.unsettled()).toMatchObject([{ id: 'again', attempt: 3, state: 'interrupted' }]);
    await jobs.run(order('again', 3));
    expect(failed('again')).toHaveLength(2);
    await jobs.over('again', 'cancelled');
    expect(jobs.show('again')).toMatchObject({ state: 'cancelled', settled: 'cancelled' });
    expect(jobs.unsettled()).toEqual([]);
    await jobs.run(order('again', 4));
    expect(failed('again')).toHaveLength(2);
  });

  it('ends with the word that came while its attempt, which had lost the parties, was closing', async () => {
    const attempt = jobs.run(order('closing', 1));
    while (jobs.list().find(({ id }) => id === 'closing')?.state !== 'interrupted') await jobs.changed.next();
    await jobs.over('closing', 'cancelled');
    await attempt;
    expect(jobs.show('closing')).toMatchObject({ state: 'cancelled', settled: 'cancelled' });
  });

  it('follows a job that failed for all and was resumed', async () => {
    await jobs.run(order('resumed', 1));
    await jobs.over('resumed', 'failed');
    expect(jobs.show('resumed')).toMatchObject({ state: 'failed', settled: 'failed' });
    await jobs.run(order('resumed', 3));
    expect(failed('resumed')).toHaveLength(2);
    expect(jobs.unsettled()).toMatchObject([{ id: 'resumed', attempt: 3 }]);
  });

  it('that finds a peer nowhere tells the others so, and why only its owner', async () => {
    const before = network;
    network = notReached('tax', 'tax:1', new Error('connect ECONNREFUSED 10.1.2.3:1'));
    await jobs.run(order('direct', 1));
    network = before;
    expect(failed('direct')).toEqual(['1 direct-unreachable']);
    expect(jobs.show('direct').error?.message).toContain('10.1.2.3');
    const told = [...failures, ...jobs.unsettled().map(({ id, error }) => ({ job: id, ...error }))];
    const messages = told.filter(({ job }) => job === 'direct').map(({ message }) => message);
    expect(messages).toHaveLength(2);
    for (const message of messages) expect(message).toMatch(/^tax cannot be reached at tax:1, .* names for it: /);
    await jobs.over('direct', 'failed');
  });

  it('whose project is revoked before the job is listed deals nothing', async () => {
    const withdrawn = project({ purpose: 'withdrawn meanwhile' });
    await jobs.activated(withdrawn);
    const digest = manifestDigest(withdrawn.manifest);
    const create = state.jobs.create.bind(state.jobs);
    const between = vi.spyOn(state.jobs, 'create').mockImplementationOnce(async (job) => {
      await jobs.revoked(digest, 'the bank withdrew');
      return create(job);
    });
    await jobs.run(order('between', 1, { project: digest }));
    between.mockRestore();
    // Not `coordinator-unreachable`: it did not come to asking for a session.
    expect(failed('between')).toEqual(['1 project-revoked']);
    await jobs.activated(withdrawn);
    expect((await state.projects.require(digest)).state).toBe('revoked');
  });

  it('under a revoked project is refused', async () => {
    await jobs.revoked(manifestDigest(project().manifest), 'the bank withdrew');
    await jobs.run(order('late', 1));
    expect(failed('late')).toEqual(['1 project-revoked']);
  });
});

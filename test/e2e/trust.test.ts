/** What an honest pair of nodes refuses, survives and writes down; with an honest coordinator in a process of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DaemonProcess } from 'coscore/lab/daemon-process.ts';
import { isOver, type JobView } from 'coscore/daemon-views.ts';
import { verifyChain, verifyCounterSignature, type AuditEntry } from '@coscore/node-core/audit/index.ts';
import { createIdentity } from '@coscore/node-core/identity/index.ts';
import { recipeSchema, type Recipe } from '@coscore/node-core/recipe/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coscore } from '../support/coscore-command.ts';
import { eventually, matches, startLab, type RecipeInput, type RunningLab } from '../support/running-lab.ts';
import { writeSmallEconomy } from '../support/small-economy.ts';

const base: RecipeInput = {
  name: 'trust',
  profile: 'aided',
  parties: {
    bank: { role: 'label', data: 'bank.csv', id: 'firm_id', label: 'defaulted', drop: ['year'] },
    tax: { role: 'feature', data: 'tax.csv', id: 'firm_id', drop: ['sector'] },
  },
  split: { test: 0.3, seed: 7 },
  features: { bins: 10, merge: 'none' },
  model: { kind: 'scorecard' },
};
const recipeOf = (changes: Partial<RecipeInput> = {}): Recipe => recipeSchema.parse({ ...base, ...changes });
const recipe = recipeOf();
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

/** Starts a job and holds the feature party's process in the middle of its training. @returns its id, and what lets go */
async function training(): Promise<{ readonly job: string; readonly letGo: () => void }> {
  const { client } = running.lab.coordinator;
  const { pid } = running.lab.parties.get('tax')!.process;
  const long = recipeOf({ model: { kind: 'scorecard', iterations: 100, tolerance: 0 } });
  const job = await client.startJob(await running.sign(long), long);
  for await (const { parties = {}, state, error } of client.watchJob(job)) {
    if (state !== 'running' && state !== 'queued')
      throw new Error(`the job is ${state}: ${error?.code} ${error?.message}`);
    if (Object.values(parties).every(({ stage }) => stage === 'train')) break;
  }
  process.kill(pid, 'SIGSTOP');
  return { job, letGo: () => process.kill(pid, 'SIGCONT') };
}

const over = (party: string, job: string): Promise<JobView> =>
  eventually(`${party} has ended ${job}`, async () => {
    const view = await running.lab.parties.get(party)!.client.job(job);
    return isOver(view) ? view : undefined;
  });

describe('a job outside the signed manifest', () => {
  let project: string;
  beforeAll(async () => {
    project = await running.sign(recipe);
  });

  const { bank, tax } = recipe.parties;
  const outside: readonly (readonly [what: string, code: string, changes: Partial<RecipeInput>])[] = [
    [
      'a column that its owner withheld',
      'column-not-allowed',
      { parties: { bank: bank!, tax: { ...tax!, drop: [], columns: ['sector'] } } },
    ],
    [
      'a column of the label party',
      'column-not-allowed',
      { parties: { bank: { ...bank!, drop: [], columns: ['year'] }, tax: tax! } },
    ],
    ['a split by a column that was not signed', 'column-not-allowed', { split: { column: 'year', train: '<=1999' } }],
    ['another kind of model', 'model-not-allowed', { model: { kind: 'logistic' } }],
    ['another trust profile', 'profile-not-allowed', { profile: 'blind', model: { kind: 'align' } }],
    ['more disclosure', 'policy-not-allowed', { policy: { shareContributions: 'feature' } }],
    ['smaller bins', 'policy-not-allowed', { policy: { minRowsPerBin: 5 } }],
    ['raw columns', 'policy-not-allowed', { features: { woe: false }, policy: { allowRawColumns: true } }],
    ['another join', 'policy-not-allowed', { join: 'left' }],
    [
      'another party in the place of one that signed',
      'party-not-allowed',
      { parties: { bank: bank!, registry: { role: 'feature', data: 'registry.csv', id: 'firm_id' } } },
    ],
    [
      'a party in another role',
      'party-not-allowed',
      {
        parties: {
          bank: { role: 'feature', data: 'bank.csv', id: 'firm_id', drop: ['year', 'defaulted'] },
          tax: { role: 'label', data: 'tax.csv', id: 'firm_id', label: 'sector' },
        },
      },
    ],
  ];

  it.each(outside)('that asks for %s is refused by both nodes, and written down', async (_what, code, changes) => {
    const job = await running.outcome(project, recipeOf(changes));
    expect(job).toMatchObject({ state: 'failed', error: { code } });
    for (const party of ['bank', 'tax']) {
      const [entry] = await running.entries(party, 'refused', { job: job.id });
      expect(entry!.details).toMatchObject({ code, project });
      // Nothing ran: the node never knew this job.
      await expect(running.lab.parties.get(party)!.client.job(job.id)).rejects.toMatchObject({ code: 'job-unknown' });
    }
  });

  it('cost none of its runs', async () => {
    const projects = (await running.lab.parties.get('tax')!.client.projects()) as readonly {
      digest: string;
      runsUsed?: number;
    }[];
    expect(projects.find(({ digest }) => digest === project)?.runsUsed).toBe(0);
  });
});

describe('a project that allows no job any more', () => {
  const align = recipeOf({ model: { kind: 'align' } });

  it('because its runs are used: runs-exhausted', async () => {
    const project = await running.sign(align, { runs: 1 });
    expect(await running.outcome(project, align)).toMatchObject({ state: 'succeeded' });
    const second = await running.outcome(project, align);
    expect(second).toMatchObject({ state: 'failed', error: { code: 'runs-exhausted' } });
    for (const party of ['bank', 'tax'])
      await running.entries(party, 'refused', { job: second.id, code: 'runs-exhausted' });
  });

  it('because its first run fixed other bins or another split: policy-not-allowed', async () => {
    const first = recipeOf({});
    const project = await running.sign(first, { runs: 3 });
    expect(await running.outcome(project, first)).toMatchObject({ state: 'succeeded' });
    const others = [
      { ...first, features: { ...first.features, bins: first.features.bins + 1 } },
      { ...first, split: { test: 0.3, seed: 8, stratify: true } },
    ];
    for (const other of others) {
      const job = await running.outcome(project, other);
      expect(job).toMatchObject({ state: 'failed', error: { code: 'policy-not-allowed' } });
      await running.entries('tax', 'refused', { job: job.id, code: 'policy-not-allowed' });
    }
  });

  it('because it has expired: manifest-expired', async () => {
    // However slow the machine is, all have signed before that.
    const before = Date.now();
    await running.sign(align);
    const expires = new Date(Date.now() + 1000 + 4 * (Date.now() - before));
    const project = await running.sign(align, { expires: expires.toISOString() });
    await sleep(Math.max(0, expires.getTime() - Date.now()) + 50);
    const job = await running.outcome(project, align);
    expect(job).toMatchObject({ state: 'failed', error: { code: 'manifest-expired' } });
    for (const party of ['bank', 'tax'])
      await running.entries(party, 'refused', { job: job.id, code: 'manifest-expired' });
  });
});

describe('the coordinator', () => {
  it('does not start what is not signed by all', async () => {
    const { client } = running.lab.coordinator;
    const parties = Object.entries(recipe.parties).map(([id, { role }]) => ({ id, role, dataset: 'trust' }));
    const digest = await client.propose({
      project: 'half-signed',
      profile: 'aided',
      parties,
      models: ['scorecard'],
      join: 'inner',
      policy: recipe.policy,
      purpose: 'one signature is missing',
      expires: new Date(Date.now() + 60_000).toISOString(),
      runs: 1,
    });
    const { client: bank } = running.lab.parties.get('bank')!;
    await eventually('the proposal', async () => (await bank.projects()).find((project) => project.digest === digest));
    await bank.approve(digest);
    await expect(client.startJob(digest, recipe)).rejects.toMatchObject({ code: 'manifest-unsigned' });
  });

  it('keeps a name to its first key', async () => {
    const { certificatePem } = await createIdentity('tax');
    await expect(running.lab.coordinator.client.enrol({ id: 'tax', certificatePem })).rejects.toMatchObject({
      code: 'fingerprint-mismatch',
    });
  });
});

describe('a second daemon on the folder of a running one', () => {
  it('is refused with state-locked, and the first goes on', async () => {
    const { home, client } = running.lab.parties.get('bank')!;
    const main = resolve(import.meta.dirname, '../../party-node/main.ts');
    await expect(DaemonProcess.start({ id: 'bank', main, home })).rejects.toMatchObject({ code: 'state-locked' });
    expect((await client.status()).coordinator?.state).toBe('connected');
  });
});

describe('the audit logs after a job', () => {
  let job: string;
  const logs: Record<string, readonly AuditEntry[]> = {};
  beforeAll(async () => {
    job = (await running.finish(recipe)).job;
    for (const party of ['bank', 'tax']) {
      await running.entries(party, 'job-finished', { job, state: 'succeeded' });
      logs[party] = await running.audit(party);
    }
  });

  it('are whole chains that hold what was agreed, sent, received and learned', () => {
    for (const log of Object.values(logs)) {
      verifyChain(log);
      const events = log.filter(({ details }) => details['job'] === job).map(({ event }) => event);
      for (const event of ['job-started', 'sent', 'received', 'learned', 'counter-signed', 'job-finished']) {
        expect(events).toContain(event);
      }
    }
  });

  it('agree on every message that crossed: what one sent, the other received', () => {
    type Crossed = readonly { peer: string; kind: string; sha256: string; messages: number; bytes: number }[];
    const crossed = (party: string, event: 'sent' | 'received', peer: string): string[] => {
      const last = new Map<string, string>();
      for (const { event: found, details } of logs[party]!) {
        if (found !== event || details['job'] !== job) continue;
        for (const { kind, sha256, messages, bytes, peer: at } of details['messages'] as unknown as Crossed)
          if (at === peer) last.set(kind, `${kind} ${messages} ${bytes} ${sha256}`);
      }
      return [...last.values()].sort();
    };
    const fromBank = crossed('bank', 'sent', 'tax').filter(
      (line) => !line.startsWith('audit-head') && !line.startsWith('counter-'),
    );
    expect(fromBank.length).toBeGreaterThan(3);
    expect(crossed('tax', 'received', 'bank')).toEqual(expect.arrayContaining(fromBank));
  });

  it('are signed by each other, so that a cut or rewritten end shows', () => {
    for (const [party, peer] of [
      ['bank', 'tax'],
      ['tax', 'bank'],
    ] as const) {
      const log = logs[party]!;
      const { seq, hash, by, signature } = log.find((entry) => matches(entry, 'counter-signed', { job }))!.details as {
        seq: number;
        hash: string;
        by: string;
        signature: string;
      };
      expect(by).toBe(peer);
      const node = running.lab.parties.get(party)!.ready.fingerprint;
      const signer = running.lab.parties.get(peer)!.ready;
      const signed = { head: { node, job, seq, hash }, by: signer.fingerprint, signature };
      expect(verifyCounterSignature(signer.certificatePem, signed)).toBe(true);
      expect(verifyCounterSignature(running.lab.parties.get(party)!.ready.certificatePem, signed)).toBe(false);
      verifyChain(log, [{ seq, hash }]);
      // The peer wrote down which head it signed.
      expect(logs[peer]!.some((entry) => matches(entry, 'counter-signed', { job, peerSeq: seq, peerHash: hash }))).toBe(
        true,
      );
      expect(() => verifyChain(log.slice(0, seq - 1), [{ seq, hash }])).toThrow(
        expect.objectContaining({ code: 'audit-broken' }),
      );
      const changed = log.map((entry) => (entry.seq === 2 ? { ...entry, details: { ...entry.details, x: 1 } } : entry));
      expect(() => verifyChain(changed)).toThrow(expect.objectContaining({ code: 'audit-broken' }));
    }
  });
});

describe('a running job', () => {
  it('is cancelled from the command line; every node ends it and says so', async () => {
    const { job, letGo } = await training();
    const cancelled = await coscore(['job', 'cancel', job, '--home', running.lab.coordinator.home]);
    letGo();
    expect(cancelled).toMatchObject({ exitCode: 0 });
    expect(await running.lab.coordinator.client.job(job)).toMatchObject({ state: 'cancelled' });
    for (const party of ['bank', 'tax']) {
      expect(await over(party, job)).toMatchObject({ state: 'cancelled', error: { code: 'job-cancelled' } });
      await running.entries(party, 'job-finished', { job, state: 'cancelled' });
    }
    const watched = await coscore(['job', 'watch', job, '--home', running.lab.coordinator.home]);
    expect(watched.exitCode).not.toBe(0);
    expect(watched.stderr).toContain('job-cancelled');
  });

  it('can be stopped by any party’s owner', async () => {
    const { job, letGo } = await training();
    await running.lab.parties.get('bank')!.client.cancelJob(job);
    letGo();
    expect(await over('bank', job)).toMatchObject({ state: 'cancelled', error: { code: 'job-cancelled' } });
    // The other may see the session end before it hears why.
    expect(['job-cancelled', 'peer-lost']).toContain((await over('tax', job)).error!.code);
    const view = await eventually('the coordinator knows', async () => {
      const found = await running.lab.coordinator.client.job(job);
      return isOver(found) ? found : undefined;
    });
    expect(view.error).toMatchObject({ code: 'job-cancelled', party: 'bank' });
  });

  it('waits for a party whose process died; it comes back with its state, and the job goes on', async () => {
    const before = await running.audit('tax');
    const { job } = await training();
    await running.lab.kill('tax');
    const waiting = await eventually('the job waits', async () => {
      const found = await running.lab.coordinator.client.job(job);
      return found.state === 'waiting' ? found : undefined;
    });
    expect(waiting.waitingFor).toEqual(['tax']);

    await running.lab.restart('tax');
    await running.entries('tax', 'job-interrupted', { job, attempt: 1, code: 'job-interrupted' });
    const final = await eventually('the job is over', async () => {
      const found = await running.lab.coordinator.client.job(job);
      return isOver(found) ? found : undefined;
    });
    expect(final).toMatchObject({ state: 'succeeded', attempt: 2 });
    await running.entries('bank', 'job-finished', { job, state: 'succeeded', attempt: 2 });
    verifyChain(await running.audit('tax'), [{ seq: before.length, hash: before.at(-1)!.hash }]);
  });
});

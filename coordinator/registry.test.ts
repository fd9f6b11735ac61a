import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { State } from '@coscore/node-core';
import type { ModelManifest } from '@coscore/node-core/registry/index.ts';
import { openState } from '@coscore/node-core/state/index.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Registry } from './registry.ts';

const PROJECT = 'd'.repeat(64);
const SHARDS = { bank: 'a'.repeat(64), tax: 'b'.repeat(64) } as const;
const metrics = { auc: 0.8, ks: 0.4, gini: 0.6, brier: 0.1 };

const manifestOf = (id: string, changes: Partial<ModelManifest> = {}): ModelManifest => ({
  version: 1,
  id,
  project: PROJECT,
  name: 'sme',
  kind: 'scorecard',
  profile: 'aided',
  recipe: 'c'.repeat(64),
  createdAt: '2026-01-01T00:00:00.000Z',
  coscore: '0.1.0',
  metrics: { train: metrics },
  parties: [
    { id: 'bank', role: 'label', features: 2, shard: SHARDS.bank },
    { id: 'tax', role: 'feature', features: 3, shard: SHARDS.tax },
    { id: 'registry', role: 'feature', features: 0, shard: null },
  ],
  ...changes,
});

let folder: string;
let state: State;
let registry: Registry;
let jobs = 0;
let job: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cs-registry-'));
  state = await openState(folder, { engine: 'pglite' });
}, 60_000);
afterAll(async () => {
  await state.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  registry = new Registry(state, pino({ enabled: false }));
  job = `job-${++jobs}`;
});

const claim = (party: string, shard: string | null, manifest?: unknown): void =>
  registry.claim(job, party, JSON.stringify({ shard, ...(manifest === undefined ? {} : { manifest }) }));
const claimAll = (manifest: unknown = manifestOf(job)): void => {
  claim('tax', SHARDS.tax);
  claim('registry', null);
  claim('bank', SHARDS.bank, manifest);
};

describe('a model on which all agree', () => {
  it('is registered, and still there for the next process', async () => {
    claimAll();
    expect(await registry.settle(job, PROJECT, true)).toEqual(manifestOf(job));
    const next = new Registry(state, pino({ enabled: false }));
    expect(await next.show(job)).toEqual(manifestOf(job));
    expect((await next.list()).map(({ id }) => id)).toContain(job);
  });

  it('is registered once when the job ends twice', async () => {
    claimAll();
    await registry.settle(job, PROJECT, true);
    claimAll();
    await registry.settle(job, PROJECT, true);
    expect((await registry.list()).filter(({ id }) => id === job)).toHaveLength(1);
  });

  it('is taken from the last word of each party', async () => {
    claim('tax', 'e'.repeat(64));
    claimAll();
    expect(await registry.settle(job, PROJECT, true)).toBeDefined();
  });
});

describe('no model is registered', () => {
  const refused = async (succeeded = true): Promise<void> => {
    expect(await registry.settle(job, PROJECT, succeeded)).toBeUndefined();
    await expect(registry.show(job)).rejects.toMatchObject({ code: 'model-unknown' });
  };

  it('when the job failed', async () => {
    claimAll();
    await refused(false);
  });

  it('when a party has another shard than the label party says', async () => {
    claimAll();
    claim('tax', 'e'.repeat(64));
    await refused();
  });

  it('when a party is said to have no shard and has one', async () => {
    claimAll();
    claim('registry', 'e'.repeat(64));
    await refused();
  });

  it('when a party has said nothing', async () => {
    claim('tax', SHARDS.tax);
    claim('bank', SHARDS.bank, manifestOf(job));
    await refused();
  });

  it('when the manifest leaves out a party that has a shard', async () => {
    const { parties } = manifestOf(job);
    claimAll(manifestOf(job, { parties: parties.filter(({ id }) => id !== 'registry') }));
    await refused();
  });

  it('when a feature party writes the manifest', async () => {
    claim('bank', SHARDS.bank);
    claim('registry', null);
    claim('tax', SHARDS.tax, manifestOf(job));
    await refused();
  });

  it.each([
    ['another job', { id: 'elsewhere' }],
    ['another project', { project: 'f'.repeat(64) }],
  ])('when the manifest is of %s', async (_what, changes) => {
    claimAll(manifestOf(job, changes));
    await refused();
  });

  it.each([
    ['no JSON', 'weights: 0.3'],
    ['weights in it', JSON.stringify({ shard: SHARDS.bank, manifest: { ...manifestOf('x'), weights: [0.3] } })],
    ['a digest that is none', JSON.stringify({ shard: 'abc' })],
  ])('from a claim with %s', async (_what, text) => {
    claim('tax', SHARDS.tax);
    claim('registry', null);
    registry.claim(job, 'bank', text);
    await refused();
  });

  it('from claims that were settled before', async () => {
    claimAll();
    await registry.settle(job, PROJECT, false);
    await refused();
  });
});

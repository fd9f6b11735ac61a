import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Sample, sample } from '@coscore/node-core/manifest/sample.test-helper.ts';
import { recipeSchema } from '@coscore/node-core/recipe/index.ts';
import { modelClaimSchema } from '@coscore/node-core/registry/index.ts';
import { sampleReport } from '../report/fixtures/sample-report.ts';
import { keepManifest, loadManifest, modelClaim, modelManifest, type ModelFacts, shardDigests } from './claim.ts';

const NOW = new Date('2026-02-03T04:05:06Z');
const [BANK, TAX] = ['a'.repeat(64), 'b'.repeat(64)];
let s: Sample;
beforeAll(async () => {
  s = await sample();
});

const facts = (changes: Partial<ModelFacts> = {}): ModelFacts => ({
  job: 'job-1',
  project: 'd'.repeat(64),
  recipe: recipeSchema.parse({
    name: 'sme',
    profile: 'aided',
    parties: {
      bank: { role: 'label', data: 'x', id: 'uscc', label: 'defaulted' },
      tax: { role: 'feature', data: 'x', id: 'uscc' },
    },
  }),
  manifest: s.manifest,
  report: sampleReport(),
  shards: new Map([
    ['bank', { features: 2, digest: BANK }],
    ['tax', { features: 1, digest: TAX }],
  ]),
  now: NOW,
  ...changes,
});

/** What an artefact table does, by stage and name. */
function memory(): Parameters<typeof keepManifest>[0] & Parameters<typeof modelClaim>[0] {
  const kept = new Map<string, Uint8Array>();
  return {
    put: ({ job, stage, name }, bytes) => Promise.resolve(void kept.set(`${job}/${stage}/${name}`, bytes)),
    latest: ({ job, stage, name }) => Promise.resolve(kept.get(`${job}/${stage}/${name}`)),
  };
}

describe('the manifest of a model', () => {
  it('holds digests and figures of the report, and nothing of the model itself', () => {
    const report = sampleReport();
    const made = modelManifest(facts())!;
    expect(made).toMatchObject({ id: 'job-1', kind: 'scorecard', createdAt: NOW.toISOString() });
    expect(made.metrics.train.auc).toBe(report.evaluation.train.metrics.auc);
    expect(made.parties).toEqual([
      { id: 'bank', role: 'label', features: 2, shard: BANK },
      { id: 'tax', role: 'feature', features: 1, shard: TAX },
    ]);
    const text = JSON.stringify(made);
    for (const { name } of report.features) expect(text).not.toContain(`"${name}"`);
    expect(Object.keys(made).sort()).toEqual(
      [
        'version',
        'id',
        'project',
        'name',
        'kind',
        'profile',
        'recipe',
        'createdAt',
        'coscore',
        'metrics',
        'parties',
      ].sort(),
    );
  });

  it('has no shard for a party without a column', () => {
    const made = modelManifest(facts({ shards: new Map([['bank', { features: 2, digest: BANK }]]) }))!;
    expect(made.parties[1]).toMatchObject({ features: 0, shard: null });
    expect([...shardDigests(made)]).toEqual([['bank', BANK]]);
  });

  it('names the recipe by its digest: another recipe has another', () => {
    const { recipe } = facts();
    const changed = modelManifest(facts({ recipe: { ...recipe, waitMinutes: 7 } }))!;
    expect(changed.recipe).not.toBe(modelManifest(facts())!.recipe);
  });

  it('is none for a job that makes no model', () => {
    const { recipe } = facts();
    expect(modelManifest(facts({ recipe: { ...recipe, model: { kind: 'align' } } }))).toBeUndefined();
  });
});

describe('what a node says at the end', () => {
  it('is its shard’s digest, and the manifest where it wrote one', async () => {
    const artefacts = memory();
    const shard = Buffer.from('{"features":[]}');
    await artefacts.put({ job: 'job-1', stage: 'train', attempt: 1, name: 'shard' }, shard);
    const made = modelManifest(facts())!;
    await keepManifest(artefacts, { job: 'job-1', attempt: 1 }, made);
    const claim = await modelClaim(artefacts, 'job-1');
    expect(claim).toEqual({ shard: createHash('sha256').update(shard).digest('hex'), manifest: made });
    expect(modelClaimSchema.parse(JSON.parse(JSON.stringify(claim)))).toEqual(claim);
    expect(await loadManifest(artefacts, 'job-1')).toEqual(made);
  });

  it('is that it has none', async () => {
    expect(await modelClaim(memory(), 'job-1')).toEqual({ shard: null });
  });
});

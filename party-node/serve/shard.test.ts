import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { loadShard } from './shard.ts';

const MODEL = 'job-1';
const store = (shard: unknown): Parameters<typeof loadShard>[0] => ({
  latest: ({ job, stage, name }) =>
    Promise.resolve(
      job === MODEL && stage === 'train' && name === 'shard' ? Buffer.from(JSON.stringify(shard)) : undefined,
    ),
});
const turnover = {
  name: 'turnover',
  weight: 0.8,
  coefficient: 0.9,
  bins: [
    { kind: 'interval', to: 10, missing: false },
    { kind: 'interval', from: 10, missing: false },
    { kind: 'missing' },
  ],
  map: [0, 1, 1],
  woe: [0.2, -0.3],
  points: [12, -4],
};

describe('loadShard', () => {
  it('gives what scoring takes, and the digest of what is stored', async () => {
    const stored = { salt: '00', features: [turnover], scaling: { offset: 600, factor: 28 } };
    const shard = await loadShard(store(stored), MODEL);
    expect(shard!.digest).toBe(createHash('sha256').update(JSON.stringify(stored)).digest('hex'));
    expect(shard!.features).toEqual([
      {
        name: 'turnover',
        kind: 'number',
        bins: turnover.bins,
        map: Uint16Array.from(turnover.map),
        points: Int32Array.from(turnover.points),
      },
    ]);
    expect(shard).toMatchObject({ scaling: { offset: 600, factor: 28 } });
  });

  it('knows a category by its levels', async () => {
    const bins = [
      { kind: 'levels', levels: ['a'], other: false, missing: true },
      { kind: 'levels', levels: [], other: true, missing: false },
    ];
    const shard = await loadShard(store({ features: [{ ...turnover, bins, map: [0, 1] }] }), MODEL);
    expect(shard!.features[0]).toMatchObject({ kind: 'category' });
  });

  it('is undefined for a party without a column in the model', async () => {
    expect(await loadShard(store({}), 'job-2')).toBeUndefined();
  });

  it.each([
    ['raw columns', { name: 'turnover', weight: 1, standardisation: { mean: 0, deviation: 1 } }],
    ['a map of another length', { ...turnover, map: [0, 1] }],
    ['no points', { ...turnover, points: undefined }],
  ])('refuses a model on %s', async (_what, feature) => {
    await expect(loadShard(store({ features: [feature] }), MODEL)).rejects.toMatchObject({
      code: 'model-not-scorable',
      params: { model: MODEL },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { exportFiles } from './export-files.ts';
import { exportModel } from './export-model.ts';
import type { LabelShard, OwnerShard } from './stages/gbdt/shard.ts';

const label: LabelShard = {
  kind: 'gbdt',
  features: [
    {
      name: 'age',
      splits: 1,
      bins: [
        { kind: 'interval', to: 30.5, missing: false },
        { kind: 'interval', from: 30.5, missing: false },
      ],
    },
  ],
  records: [{ feature: 0, left: '10' }],
  forest: {
    objective: 'binary',
    baseScore: -2,
    trees: [
      {
        nodes: [
          {
            kind: 'split',
            owner: 'bank',
            record: 0,
            feature: 0,
            gain: 5,
            left: 1,
            right: 2,
            rows: 90,
            hessian: 9,
            value: 0,
          },
          {
            kind: 'split',
            owner: 'tax',
            record: 0,
            feature: 0,
            gain: 3,
            left: 3,
            right: 4,
            rows: 50,
            hessian: 5,
            value: 0,
          },
          { kind: 'leaf', value: 0.25, rows: 40, hessian: 4 },
          { kind: 'leaf', value: -0.5, rows: 25, hessian: 2 },
          { kind: 'leaf', value: 0.75, rows: 25, hessian: 3 },
        ],
      },
    ],
  },
  offered: { tax: ['sector'] },
  scaling: { offset: 487, factor: 28.85 },
};
const tax: OwnerShard = {
  kind: 'gbdt',
  sums: 12,
  features: [
    {
      name: 'sector',
      splits: 1,
      bins: [
        { kind: 'levels', levels: ['farming'], other: false, missing: false },
        { kind: 'levels', levels: ['retail', 'trade'], other: true, missing: true },
      ],
    },
  ],
  records: [{ feature: 0, left: '10' }],
  salt: '0'.repeat(64),
};

const stored = (parts: Readonly<Record<string, unknown>>): Parameters<typeof exportModel>[0] => ({
  latest: ({ job, stage, name }) =>
    Promise.resolve(
      job === 'j1' && stage === 'train' && parts[name] !== undefined
        ? Buffer.from(JSON.stringify(parts[name]))
        : undefined,
    ),
});

describe('exportModel', () => {
  it('puts the parts of all owners together', async () => {
    const files = await exportModel(stored({ shard: label, 'part/tax': tax }), 'bank', 'j1');
    expect(Object.keys(files)).toEqual([...exportFiles]);
    const text = Buffer.from(files['forest.lightgbm.txt']).toString();
    expect(text).toContain('feature_names=bank.age tax.sector');
    expect(text).toContain('threshold=30.4999');
    expect(files['forest.onnx'].length).toBeGreaterThan(100);
    expect(JSON.parse(Buffer.from(files['columns.json']).toString())).toMatchObject({
      job: 'j1',
      objective: 'binary',
      score: { offset: 487, factor: 28.85 },
      columns: [
        { name: 'bank.age', kind: 'number' },
        { name: 'tax.sector', kind: 'category', codes: { farming: 0, retail: 1, trade: 1 }, other: 1 },
      ],
    });
  });

  const scorecard = { features: [{ name: 'age', coefficient: 1 }] };
  it.each([
    ['a part that its owner kept', { shard: label }, /tax keeps its thresholds/],
    ['a part that is none', { shard: label, 'part/tax': { kind: 'gbdt' } }, /tax keeps its thresholds/],
    ['a scorecard', { shard: scorecard }, /no forest/],
    ['the part of a feature party', { shard: tax }, /only the label party/],
    ['nothing', {}, /no forest/],
    [
      'a part without its split',
      { shard: label, 'part/tax': { ...tax, records: [] } },
      /did not hand over its split 0/,
    ],
  ])('refuses %s', async (_what, parts, why) => {
    const refused = exportModel(stored(parts), 'bank', 'j1');
    await expect(refused).rejects.toMatchObject({ code: 'model-not-exportable', params: { job: 'j1' } });
    await expect(refused).rejects.toThrow(why);
  });
});

import { describe, expect, it } from 'vitest';
import type { Manifest } from '@coscore/node-core/manifest/index.ts';
import { parseRecipe } from '@coscore/node-core/recipe/index.ts';
import type { DatasetProfile } from '../daemon-views.ts';
import { differences, offeredColumns, projectRequestOf, type LabFacts } from './expectation.ts';

const recipe = parseRecipe(
  `name: two
profile: aided
parties:
  bank: { role: label, data: bank.csv, id: id, label: y, drop: [year] }
  shop: { role: feature, data: shop.csv, id: key, columns: [a] }
`,
  'two.yaml',
);

const profileOf = (...names: string[]): DatasetProfile =>
  ({
    rows: 10,
    columns: names.map((name) => ({ name, type: name === 'day' ? 'unsupported' : 'number' })),
  }) as unknown as DatasetProfile;

const facts: LabFacts = {
  coordinator: { id: 'coordinator', fingerprint: 'c0' },
  helper: { id: 'coordinator', fingerprint: 'c0' },
  fingerprints: { bank: 'b0', shop: 's0' },
  addresses: {},
  profiles: { bank: profileOf('id', 'y', 'year', 'x1', 'x2', 'day'), shop: profileOf('key', 'a', 'b') },
};
const asked = projectRequestOf(recipe, { purpose: 'test', expires: new Date('2030-01-01T00:00:00Z'), runs: 1 });

const column = (name: string) => ({ name, type: 'number' as const });
const manifest: Manifest = {
  version: 1,
  project: 'two',
  profile: 'aided',
  coordinator: facts.coordinator,
  parties: [
    {
      id: 'bank',
      role: 'label',
      fingerprint: 'b0',
      certificatePem: 'pem',
      dataset: { name: 'two', rowsRounded: 10, id: 'id', label: 'y', columns: [column('x2'), column('x1')] },
    },
    {
      id: 'shop',
      role: 'feature',
      fingerprint: 's0',
      certificatePem: 'pem',
      dataset: { name: 'two', rowsRounded: 10, id: 'key', columns: [column('a')] },
    },
  ],
  models: ['scorecard'],
  join: 'inner',
  policy: recipe.policy,
  purpose: 'test',
  expires: '2030-01-01T00:00:00.000Z',
  runs: 1,
};
const [bank, shop] = manifest.parties as [Manifest['parties'][number], Manifest['parties'][number]];

describe('offeredColumns', () => {
  it('is all but id, label, dropped and unsupported columns, or those named', () => {
    expect(offeredColumns(recipe.parties['bank']!, facts.profiles['bank']!)).toEqual(['x1', 'x2']);
    expect(offeredColumns(recipe.parties['shop']!, facts.profiles['shop']!)).toEqual(['a']);
  });
});

describe('differences', () => {
  it('finds none in what the recipe asks, whatever the order of columns', () => {
    expect(differences(manifest, asked, recipe, facts)).toEqual([]);
  });

  const other = { id: 'x', fingerprint: 'ff' };
  const wrong: readonly (readonly [string, Manifest, RegExp])[] = [
    ['another profile', { ...manifest, profile: 'blind' }, /^profile is "blind", asked for "aided"$/],
    ['another policy', { ...manifest, policy: { ...recipe.policy, allowRawColumns: true } }, /^policy/],
    ['another model', { ...manifest, models: ['scorecard', 'gbdt'] }, /^models/],
    ['more runs', { ...manifest, runs: 2 }, /^runs is 2, asked for 1$/],
    ['a later expiry', { ...manifest, expires: '2031-01-01T00:00:00.000Z' }, /^expires/],
    ['another coordinator', { ...manifest, coordinator: other }, /^coordinator/],
    ['a helper that nobody asked for', { ...manifest, helper: other }, /^helper/],
    [
      'another key for a party',
      { ...manifest, parties: [bank, { ...shop, fingerprint: 'ff' }] },
      /^fingerprint of shop is "ff"/,
    ],
    [
      'an address that nobody asked for',
      { ...manifest, parties: [bank, { ...shop, address: 'elsewhere:1' }] },
      /^address of shop is "elsewhere:1"/,
    ],
    ['a party too many', { ...manifest, parties: [bank, shop, { ...shop, id: 'spy' }] }, /^parties is .*spy/],
    ['a party too few', { ...manifest, parties: [bank] }, /^parties/],
    ['another role', { ...manifest, parties: [bank, { ...shop, role: 'label' }] }, /^role of shop/],
    [
      'a column more',
      { ...manifest, parties: [bank, { ...shop, dataset: { ...shop.dataset, columns: [column('a'), column('b')] } }] },
      /^columns of shop/,
    ],
    [
      'a split column that nobody asked for',
      { ...manifest, parties: [{ ...bank, dataset: { ...bank.dataset, split: 'year' } }, shop] },
      /^split column of bank is "year"/,
    ],
    [
      'another label',
      { ...manifest, parties: [{ ...bank, dataset: { ...bank.dataset, label: 'x1' } }, shop] },
      /^label of bank/,
    ],
  ];
  it.each(wrong)('finds %s', (_what, changed, words) => {
    const found = differences(changed, asked, recipe, facts);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(words);
  });

  it('finds columns of a table that was never profiled', () => {
    expect(differences(manifest, asked, recipe, { ...facts, profiles: {} })).toHaveLength(2);
  });
});

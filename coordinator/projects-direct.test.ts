/** Which addresses a proposal names: those of nodes that listen, where direct connections were asked for. */
import { manifestDigest } from '@coscore/node-core/manifest/index.ts';
import { sample, type Sample } from '@coscore/node-core/manifest/sample.test-helper.ts';
import { beforeAll, expect, it } from 'vitest';
import { draftManifest, projectRequestSchema, type Enrolled, type Roster } from './projects.ts';

const DEALER: Enrolled = { id: 'dealer', role: 'helper', certificatePem: '', fingerprint: 'd'.repeat(64) };
let s: Sample;
beforeAll(async () => void (s = await sample()));

function draft(listening: Readonly<Record<string, string>>, changes: object) {
  const { project, profile, parties, models, join, purpose, expires, runs } = s.manifest;
  const request = projectRequestSchema.parse({
    ...{ project, profile, models, join, purpose, expires, runs },
    parties: parties.map(({ id, role, dataset }) => ({ id, role, dataset: dataset.name })),
    ...changes,
  });
  const roster: Roster = {
    enrolled: (id) => (id === 'dealer' ? DEALER : enrolled(s.manifest.parties.find((party) => party.id === id)!)),
    dataset: (id) => parties.find((party) => party.id === id)!.dataset,
    address: (id) => listening[id],
  };
  return draftManifest(request, s.manifest.coordinator, roster);
}

const enrolled = ({ id, fingerprint, certificatePem }: Sample['manifest']['parties'][number]): Enrolled => ({
  id,
  role: 'party',
  fingerprint,
  certificatePem,
});
const addressesIn = (manifest: Sample['manifest']): unknown => [
  ...manifest.parties.map(({ address }) => address),
  manifest.helper?.address,
];
const all = { bank: 'bank.example.org:1', tax: 'tax.example.org:2', dealer: 'dealer.example.org:3' };

it('names none where none were asked for, though nodes listen: a manifest as it was before there were any', () => {
  expect(addressesIn(draft(all, {}))).toEqual([undefined, undefined, undefined]);
  expect(manifestDigest(draft(all, {}))).toBe(manifestDigest(draft({}, { direct: false })));
});

it('names those of the parties and the separate helper that listen', () => {
  const own = draft(all, { direct: true, helper: 'dealer' });
  expect(addressesIn(own)).toEqual([all.bank, all.tax, all.dealer]);
  expect(addressesIn(draft({ tax: all.tax, dealer: all.dealer }, { direct: true, helper: 'dealer' }))).toEqual([
    undefined,
    all.tax,
    all.dealer,
  ]);
  // The coordinator as helper is at the end of its tunnels anyway.
  expect(addressesIn(draft({ ...all, coordinator: 'hub:1' }, { direct: true }))).toEqual([
    all.bank,
    all.tax,
    undefined,
  ]);
});

it.each([
  [{}, 'no node of this project listens'],
  [{ tax: all.tax }, 'only tax listens'],
])('refuses to propose direct connections that nobody could make: %j', (listening, words) => {
  expect(() => draft(listening, { direct: true })).toThrow(
    expect.objectContaining({ code: 'recipe-invalid', message: expect.stringContaining(words) as string }) as Error,
  );
});

import { manifestDigest } from '@coscore/node-core/manifest/index.ts';
import { type Sample, sample } from '@coscore/node-core/manifest/sample.test-helper.ts';
import { recipeSchema } from '@coscore/node-core/recipe/index.ts';
import { wire } from '@coscore/proto';
import { type PartyId, send } from '@coscore/protocols';
import { memoryNetwork } from '@coscore/protocols/memory-network.ts';
import { beforeAll, expect, it } from 'vitest';
import type { JobContext } from '../context.ts';
import {
  loadEarlierForest,
  loadEarlierPart,
  mustHaveSameBins,
  serveEarlier,
  stateOfEarlier,
} from './earlier-forest.ts';
import { type OwnerShard, ownPart } from './shard.ts';

const [BANK, TAX] = ['bank', 'tax'] as [PartyId, PartyId];
const bins = [
  { kind: 'interval', to: 1.5, missing: false },
  { kind: 'interval', from: 1.5, missing: true },
] as const;
const part: OwnerShard = {
  ...ownPart([{ name: 'turnover', bins }], [{ feature: 0, goesLeft: Uint8Array.of(1, 0) }]),
  salt: 'a'.repeat(64),
  sums: 12,
};

let s: Sample;
beforeAll(async () => {
  s = await sample();
});

type Input = Parameters<typeof loadEarlierPart>[0];

const inputWith = (stored: object | undefined, project?: string): Input =>
  ({
    manifest: s.manifest,
    recipe: recipeSchema.parse({
      name: 'more',
      profile: 'aided',
      parties: {
        bank: { role: 'label', data: 'x', id: 'id', label: 'bad' },
        tax: { role: 'feature', data: 'x', id: 'id' },
      },
      model: { kind: 'gbdt', warmStart: 'job-1' },
    }),
    serving: { projectOf: () => Promise.resolve(project ?? manifestDigest(s.manifest)) },
    artefacts: {
      latest: ({ stage }: { stage: string }) =>
        Promise.resolve(stored === undefined || stage !== 'train' ? undefined : Buffer.from(JSON.stringify(stored))),
    },
  }) as unknown as Input;

it('takes a part of the same project, with the sums that it has cost', async () => {
  expect(await loadEarlierPart(inputWith(part))).toMatchObject({ model: 'job-1', shard: { sums: 12 } });
  const { recipe, ...rest } = inputWith(part);
  const anew = recipeSchema.parse({ ...recipe, model: { kind: 'gbdt' } });
  expect(await loadEarlierPart({ ...rest, recipe: anew })).toBeUndefined();
});

it.each<[string, () => Promise<unknown>, string]>([
  ['of another project', () => loadEarlierPart(inputWith(part, 'f'.repeat(64))), 'model-unknown'],
  ['that is not here', () => loadEarlierPart(inputWith(undefined)), 'model-unknown'],
  ['that is no forest', () => loadEarlierPart(inputWith({ features: [] })), 'warm-start-unfit'],
  // The label party has the trees, and an entry in the registry when the job was done.
  ['that is not whole', () => loadEarlierForest(inputWith(part)), 'model-unknown'],
])('refuses a model %s', async (_which, load, code) => {
  await expect(load()).rejects.toMatchObject({ code, params: { model: 'job-1' } });
});

it.each([
  ['other edges', [{ name: 'turnover', bins: [{ ...bins[0], to: 1.25 }, bins[1]] }]],
  ['another column', [{ name: 'margin', bins }]],
  ['one more', [{ name: 'turnover', bins }, { name: 'margin', bins }]], // prettier-ignore
])('refuses bins with %s', async (_what, binned) => {
  const earlier = (await loadEarlierPart(inputWith(part)))!;
  const columns = { features: [], codes: [], constant: [] };
  const now = (own: object): Parameters<typeof mustHaveSameBins>[1] => ({ ...columns, binned: own }) as never;
  mustHaveSameBins(earlier, now([{ name: 'turnover', bins }]));
  expect(() => mustHaveSameBins(earlier, now(binned))).toThrow(expect.objectContaining({ code: 'warm-start-unfit' }));
});

it('asks nobody who offers other columns than the earlier forest has of it', async () => {
  const forest = { objective: 'binary', baseScore: -1, trees: [] };
  const earlier = {
    model: 'job-1',
    shard: { forest, records: [], offered: { tax: ['turnover'] } },
    digests: new Map(),
  };
  const state = (...names: string[]): Promise<unknown> => {
    const network = memoryNetwork('job/1');
    const context = { self: BANK, labelParty: BANK, session: network.session(BANK) } as unknown as JobContext;
    const offered = new Map([[TAX, names.map((feature) => ({ feature, bins: 2, ordered: true, missingBin: -1 }))]]);
    return stateOfEarlier(context, earlier as never, { codes: [] } as never, offered, 3);
  };
  expect(await state('turnover')).toMatchObject({ scores: Float64Array.of(-1, -1, -1) });
  for (const names of [[], ['margin'], ['turnover', 'margin']])
    await expect(state(...names)).rejects.toMatchObject({ code: 'warm-start-unfit', params: { model: 'job-1' } });
});

it('answers only for the part that the label party counts on', async () => {
  const earlier = (await loadEarlierPart(inputWith(part)))!;
  const columns = { binned: [], features: [], codes: [Uint16Array.of(0, 1, 1)], constant: [] };
  const asked = async (digest: string): Promise<void> => {
    const network = memoryNetwork('job/1');
    const context = { self: TAX, labelParty: BANK, session: network.session(TAX) } as unknown as JobContext;
    const channel = network.session(BANK).channel(TAX, 'train');
    await send(channel, 'forest-earlier', wire.JobForestEarlier, { shardDigest: Buffer.from(digest, 'hex') });
    await send(channel, 'forest-reach', wire.JobForestReach, {});
    await serveEarlier(context, earlier, columns);
  };
  await asked(earlier.shard.digest);
  await expect(asked('0'.repeat(64))).rejects.toMatchObject({ code: 'model-unknown' });
});

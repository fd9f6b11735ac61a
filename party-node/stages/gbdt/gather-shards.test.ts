import type { Forest } from '@coscore/models/gbdt/forest.ts';
import { canonicalJson } from '@coscore/node-core/manifest/index.ts';
import { recipeSchema } from '@coscore/node-core/recipe/index.ts';
import { wire } from '@coscore/proto';
import { receive, send, type PartyId } from '@coscore/protocols';
import { memoryNetwork } from '@coscore/protocols/memory-network.ts';
import { describe, expect, it } from 'vitest';
import type { JobContext } from '../context.ts';
import { gatherShards, type OwnerPart, packParts, unpackParts } from './gather-shards.ts';
import { type OwnerShard, ownPart, shardDigest } from './shard.ts';

const [BANK, TAX] = ['bank', 'tax'] as [PartyId, PartyId];
const offered = new Map([[TAX, [{ feature: 'turnover', bins: 3, ordered: true, missingBin: -1 }]]]);
const leaf = { kind: 'leaf', value: 0, rows: 10, hessian: 1 } as const;
const forest: Forest = {
  objective: 'binary',
  baseScore: 0,
  trees: [
    {
      nodes: [
        {
          kind: 'split',
          owner: TAX,
          record: 0,
          feature: 0,
          gain: 1,
          left: 1,
          right: 2,
          rows: 20,
          hessian: 2,
          value: 0,
        },
        leaf,
        leaf,
      ],
    },
  ],
};
const bins = [
  { kind: 'interval', to: 1, missing: false },
  { kind: 'interval', from: 1, to: 2, missing: false },
  { kind: 'interval', from: 2, missing: true },
] as const;
const records = [{ feature: 0, goesLeft: Uint8Array.of(1, 0, 0) }];
const shard: OwnerShard = { ...ownPart([{ name: 'turnover', bins }], records), salt: 'a'.repeat(64), sums: 12 };

interface Answer {
  readonly digest: Uint8Array;
  readonly shard: Uint8Array;
}
const answerWith = (part: object): Answer => ({
  digest: shardDigest(part),
  shard: Buffer.from(canonicalJson(part)),
});

async function gather(answer: Answer, allowExport: boolean): Promise<OwnerPart> {
  const network = memoryNetwork('job/1');
  const recipe = recipeSchema.parse({
    name: 'forest',
    profile: 'aided',
    parties: {
      bank: { role: 'label', data: 'x', id: 'id', label: 'bad' },
      tax: { role: 'feature', data: 'x', id: 'id' },
    },
    model: { kind: 'gbdt' },
    policy: { allowExport },
  });
  const context = { recipe, self: BANK, labelParty: BANK, featureParties: [TAX], session: network.session(BANK) };
  const channel = network.session(TAX).channel(BANK, 'evaluate');
  const [parts, end] = await Promise.all([
    gatherShards(context as unknown as JobContext, offered, {
      forest,
      asked: new Map(allowExport ? [[TAX, records]] : []),
    }),
    receive<wire.JobForestEnd>(channel, 'forest-end', wire.JobForestEnd).then(async (message) => {
      await send(channel, 'forest-shard', wire.JobForestShard, answer);
      return message;
    }),
  ]);
  expect(end).toMatchObject({ trees: 1, records: 1 });
  return parts.get(TAX)!;
}

describe('the parts of a forest at the label party', () => {
  const digest = shardDigest(shard);
  const hex = digest.toString('hex');

  it('are digests, where not all have signed for more', async () => {
    expect(await gather({ digest, shard: new Uint8Array(0) }, false)).toEqual({ digest: hex });
    await expect(gather(answerWith(shard), false)).rejects.toMatchObject({ code: 'malformed' });
    await expect(gather({ digest: digest.subarray(1), shard: new Uint8Array(0) }, false)).rejects.toMatchObject({
      code: 'wrong-size',
    });
  });

  it('are whole where all have, and come back from a checkpoint', async () => {
    const part = await gather(answerWith(shard), true);
    expect(part).toEqual({ digest: hex, shard });
    const parts = new Map([[TAX, part]]);
    expect(unpackParts(packParts(parts))).toEqual(parts);
  });

  it.each([
    ['of another digest', { ...answerWith(shard), digest: shardDigest({}) }, 'parameter-mismatch'],
    ['that is no JSON', { digest, shard: Buffer.from('{') }, 'malformed'],
    ['that is not there', { digest, shard: new Uint8Array(0) }, 'malformed'],
    ['with a key too many', answerWith({ ...shard, more: 1 }), 'malformed'],
    ['without its split', answerWith({ ...shard, records: [] }), 'parameter-mismatch'],
    [
      'with a split the other way round',
      answerWith({ ...shard, records: [{ feature: 0, left: '011' }] }),
      'parameter-mismatch',
    ],
    [
      'with another split of its column',
      answerWith({ ...shard, records: [{ feature: 0, left: '110' }] }),
      'parameter-mismatch',
    ],
    [
      'with a split of other bins',
      answerWith({ ...shard, records: [{ feature: 0, left: '10' }] }),
      'parameter-mismatch',
    ],
    [
      'with a split of another column',
      answerWith({ ...shard, records: [{ feature: 1, left: '100' }] }),
      'parameter-mismatch',
    ],
    [
      'with another column',
      answerWith({ ...shard, features: [{ ...shard.features[0], name: 'margin' }] }),
      'parameter-mismatch',
    ],
  ])('are refused %s', async (_what, answer, code) => {
    await expect(gather(answer, true)).rejects.toMatchObject({ code });
  });
});

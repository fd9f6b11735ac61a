/** The end of a forest at the label party: every owner says by digest what it keeps, and shows it where all signed for that. */
import { type Forest, type SplitRecord, usedRecords } from '@coscore/models/gbdt/forest.ts';
import type { TreeFeature } from '@coscore/models/gbdt/histogram-source.ts';
import { canonicalJson } from '@coscore/node-core/manifest/index.ts';
import { wire } from '@coscore/proto';
import { ProtocolError, receive, send, type PartyId } from '@coscore/protocols';
import type { Stored } from '../checkpoint-codec.ts';
import type { JobContext } from '../context.ts';
import type { Offered } from './columns.ts';
import type { JointForest } from './joint-forest.ts';
import { type OwnerShard, ownerShardSchema, shardDigest, shardFault } from './shard.ts';

export interface OwnerPart {
  /** SHA-256 of the shard that the owner keeps, hex. */
  readonly digest: string;
  /** Where policy says allowExport. */
  readonly shard?: OwnerShard;
}

/** Records of each party that are in the model: those up to the last that a tree uses. */
export function recordCounts(forest: Forest): ReadonlyMap<string, number> {
  return new Map([...usedRecords(forest)].map(([party, records]) => [party, records.at(-1)! + 1]));
}

/**
 * @param before trees of an earlier forest that this one went on from.
 * @throws ProtocolError for a shard that is not what was asked for, in any of its splits.
 */
export async function gatherShards(
  context: JobContext,
  offered: Offered,
  { forest, asked }: Pick<JointForest, 'forest' | 'asked'>,
  before = 0,
): Promise<ReadonlyMap<PartyId, OwnerPart>> {
  const counts = recordCounts(forest);
  const gathered = [...offered].map(async ([party, features]): Promise<[PartyId, OwnerPart]> => {
    const channel = context.session.channel(party, 'evaluate');
    const records = counts.get(party) ?? 0;
    await send(channel, 'forest-end', wire.JobForestEnd, { trees: forest.trees.length - before, records });
    const message = await receive<wire.JobForestShard>(channel, 'forest-shard', wire.JobForestShard);
    return [
      party,
      checkedPart(
        message,
        party,
        features,
        (asked.get(party) ?? []).slice(0, records),
        context.recipe.policy.allowExport,
      ),
    ];
  });
  return new Map(await Promise.all(gathered));
}

function checkedPart(
  { digest, shard }: wire.JobForestShard,
  party: PartyId,
  features: readonly TreeFeature[],
  asked: readonly SplitRecord[],
  shown: boolean,
): OwnerPart {
  if (digest.length !== 32)
    throw new ProtocolError('wrong-size', `the shard digest of ${party} has ${digest.length} bytes, not 32`);
  const hex = Buffer.from(digest).toString('hex');
  if (!shown) {
    if (shard.length > 0)
      throw new ProtocolError('malformed', `${party} shows its part of the forest, which the policy hides`);
    return { digest: hex };
  }
  const parsed = ownerShardSchema.safeParse(jsonOf(shard, party));
  if (!parsed.success) throw new ProtocolError('malformed', `${party} shows a part of the forest that is none`);
  const fault = shardFault(parsed.data, features, asked);
  if (fault !== undefined) throw new ProtocolError('parameter-mismatch', `the part of the forest of ${party} ${fault}`);
  if (!shardDigest(parsed.data).equals(digest))
    throw new ProtocolError('parameter-mismatch', `${party} shows another part of the forest than it keeps`);
  return { digest: hex, shard: parsed.data };
}

function jsonOf(bytes: Uint8Array, party: PartyId): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString()) as unknown;
  } catch (cause) {
    throw new ProtocolError('malformed', `${party} shows a part of the forest that is no JSON`, { cause });
  }
}

export function packParts(parts: ReadonlyMap<PartyId, OwnerPart>): Stored {
  return [...parts].map(([party, { digest, shard }]) => [
    party,
    { digest, ...(shard === undefined ? {} : { shard: canonicalJson(shard) }) },
  ]);
}

export function unpackParts(stored: Stored): ReadonlyMap<PartyId, OwnerPart> {
  const parts = stored as unknown as readonly [PartyId, { readonly digest: string; readonly shard?: string }][];
  return new Map(
    parts.map(([party, { digest, shard }]) => [
      party,
      { digest, ...(shard === undefined ? {} : { shard: JSON.parse(shard) as OwnerShard }) },
    ]),
  );
}

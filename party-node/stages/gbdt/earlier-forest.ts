/**
 * Warm start: a forest goes on from an earlier one of the same project. Its trees and splits become the first ones of the new
 * forest, which is complete by itself. The earlier trees' raw scores of the common rows are found anew (earlier-scores.ts): k
 * trees and then m more are, bit for bit, what the plaintext trainer comes to when it goes on from its own k.
 */
import { createHash } from 'node:crypto';
import type { SplitRecord } from '@coscore/models/gbdt/forest.ts';
import { MAX_TREES } from '@coscore/models/gbdt/options.ts';
import type { ForestState } from '@coscore/models/gbdt/train-forest.ts';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import { canonicalJson, manifestDigest } from '@coscore/node-core/manifest/index.ts';
import { wire } from '@coscore/proto';
import { type PartyId, receive, send } from '@coscore/protocols';
import { loadManifest, shardDigests } from '../../serve/claim.ts';
import { type ForestLabelShard, type ForestShard, readForestShard } from '../../serve/forest-shard.ts';
import type { JobContext } from '../context.ts';
import type { JobInput } from '../run-job.ts';
import type { ForestColumns, Offered } from './columns.ts';
import { answerForEarlier, earlierScores } from './earlier-scores.ts';
import { gbdtModel } from './forest-options.ts';
import { recordCounts } from './gather-shards.ts';
import { ownerShardSchema, ownPart, recordsOf, SHOWN_PART } from './shard.ts';

/** What this party has of the model that `warmStart` names. */
export interface EarlierPart<Shard extends ForestShard = ForestShard> {
  readonly model: string;
  readonly shard: Shard;
}

/** The same at the label party. */
export interface EarlierForest extends EarlierPart<ForestLabelShard> {
  /** Digest of each feature party's part, lower-case hex. */
  readonly digests: ReadonlyMap<string, string>;
  /** Splits by others' columns, where policy says allowExport. */
  readonly asked: ReadonlyMap<PartyId, readonly SplitRecord[]>;
}

type Input = Pick<JobInput, 'artefacts' | 'serving' | 'manifest' | 'recipe'>;

/** @returns undefined without `warmStart`. @throws NodeError `model-unknown`; `warm-start-unfit` for another kind of model. */
export async function loadEarlierPart(input: Input): Promise<EarlierPart | undefined> {
  const { warmStart: model } = gbdtModel(input.recipe);
  if (model === undefined) return undefined;
  const ours = (await input.serving.projectOf(model)) === manifestDigest(input.manifest);
  const bytes = ours ? await input.artefacts.latest({ job: model, stage: 'train', name: 'shard' }) : undefined;
  if (bytes === undefined) throw unknownModel(model);
  const stored = JSON.parse(Buffer.from(bytes).toString()) as { readonly kind?: unknown };
  if (stored.kind !== 'gbdt') throw unfit(model, 'it is no forest');
  return { model, shard: readForestShard(stored, createHash('sha256').update(bytes).digest('hex')) };
}

/** At the label party. @throws NodeError as `loadEarlierPart`; `warm-start-unfit` for a forest that cannot be gone on from. */
export async function loadEarlierForest(input: Input): Promise<EarlierForest | undefined> {
  const part = await loadEarlierPart(input);
  if (part === undefined) return undefined;
  const { model, shard } = part;
  const registered = await loadManifest(input.artefacts, model);
  if (registered === undefined || !isWhole(shard)) throw unknownModel(model);
  const { objective, trees } = gbdtModel(input.recipe);
  const { forest } = shard;
  if (forest.objective !== objective)
    throw unfit(model, `it was trained with objective: ${forest.objective}, and this recipe says ${objective}`);
  if (forest.trees.length + trees > MAX_TREES) throw unfit(model, `a forest has at most ${MAX_TREES} trees`);
  const asked = input.recipe.policy.allowExport ? await shownSplits(input, model, Object.keys(shard.offered)) : new Map<PartyId, readonly SplitRecord[]>(); // prettier-ignore
  return { model, shard, digests: shardDigests(registered), asked };
}

const isWhole = (shard: ForestShard): shard is ForestLabelShard => 'forest' in shard;

async function shownSplits(
  { artefacts }: Input,
  model: string,
  owners: readonly string[],
): Promise<ReadonlyMap<PartyId, readonly SplitRecord[]>> {
  const shown = owners.map(async (party): Promise<[PartyId, readonly SplitRecord[]]> => {
    const bytes = await artefacts.latest({ job: model, stage: 'train', name: `${SHOWN_PART}${party}` });
    if (bytes === undefined)
      throw unfit(model, `it was trained without policy.allowExport, so what ${party} hands over could not be checked`);
    return [party as PartyId, recordsOf(ownerShardSchema.parse(JSON.parse(Buffer.from(bytes).toString())))];
  });
  return new Map(await Promise.all(shown));
}

/** Splits count bins by number: another binning would give them another meaning. @throws NodeError `warm-start-unfit`. */
export function mustHaveSameBins({ model, shard }: EarlierPart, { binned }: ForestColumns): void {
  const text = (features: ForestShard['features']): string =>
    canonicalJson(features.map(({ name, bins }) => ({ name, bins: bins.map((bin) => ({ ...bin })) })));
  if (text(shard.features) === text(ownPart(binned, []).features)) return;
  throw unfit(model, 'the columns of this node, or the bins that its data now falls into, are not those of that model');
}

/**
 * At the label party: the state in which the earlier forest left off, over the common rows as they are now.
 * @throws NodeError `warm-start-unfit` when an owner offers other columns than that forest has of it; ProtocolError.
 */
export async function stateOfEarlier(
  context: JobContext,
  { model, shard, digests }: EarlierForest,
  { codes }: ForestColumns,
  offered: Offered,
  rows: number,
): Promise<ForestState> {
  const { session, self } = context;
  const { forest, records } = shard;
  // Else nobody would say where its rows go, or another column would be shown as the one that splits.
  for (const [party, columns] of offered)
    if (canonicalJson(columns.map(({ feature }) => feature)) !== canonicalJson([...(shard.offered[party] ?? [])]))
      throw unfit(model, `${party} offers other columns than that model has of it`);
  // Nobody answers who has no columns: there is no split to answer for.
  const owners = [...offered].filter(([, columns]) => columns.length > 0).map(([party]) => party);
  await Promise.all(
    owners.map((party) =>
      send(session.channel(party, 'train'), 'forest-earlier', wire.JobForestEarlier, {
        shardDigest: Buffer.from(digests.get(party) ?? '', 'hex'),
      }),
    ),
  );
  const scores = await earlierScores(context, forest, { records, codes }, owners, rows);
  return { ...forest, scores, records: { [self]: 0, ...Object.fromEntries(recordCounts(forest)) }, curve: [] };
}

/** At an owner. @throws NodeError `model-unknown`; ProtocolError. */
export async function serveEarlier(
  context: JobContext,
  { model, shard }: EarlierPart,
  { codes }: ForestColumns,
): Promise<void> {
  const { session, labelParty } = context;
  const { shardDigest } = await receive<wire.JobForestEarlier>(session.channel(labelParty, 'train'), 'forest-earlier', wire.JobForestEarlier); // prettier-ignore
  if (Buffer.from(shardDigest).toString('hex') !== shard.digest)
    throw new NodeError(
      'model-unknown',
      `${labelParty} counts on another part of model ${model} than this node has; it may have been restored`,
      { params: { model } },
    );
  await answerForEarlier(context, { records: shard.records, codes });
}

function unknownModel(model: string): NodeError {
  return new NodeError(
    'model-unknown',
    `model.warmStart: this node keeps no part of a finished model ${model} of this project`,
    { params: { model } },
  );
}

function unfit(model: string, why: string): NodeError {
  return new NodeError('warm-start-unfit', `model.warmStart: model ${model} cannot be gone on from: ${why}`, {
    params: { model },
  });
}

/** A feature party's side of a forest, stage by stage. Its counterpart is label-forest.ts. */
import { systemCsprng } from '@coscore/crypto';
import type { SplitRecord } from '@coscore/models/gbdt/forest.ts';
import { joinBins } from '@coscore/models/gbdt/join-bins.ts';
import { canonicalJson } from '@coscore/node-core/manifest/index.ts';
import { wire } from '@coscore/proto';
import { ProtocolError, receive, send } from '@coscore/protocols';
import type { AlignedTable } from '../aligned-table.ts';
import { encodeCheckpoint, type Stored } from '../checkpoint-codec.ts';
import type { JobContext } from '../context.ts';
import type { Stages } from '../stages.ts';
import { type ForestColumns, forestColumns, offerStage } from './columns.ts';
import { type EarlierPart, mustHaveSameBins, serveEarlier } from './earlier-forest.ts';
import { gbdtModel, grownRows, wantedAtMost } from './forest-options.ts';
import { packRecords, unpackRecords } from './kept-forest.ts';
import { serveSums } from './joint-sums.ts';
import { type OwnerShard, ownPart, shardDigest } from './shard.ts';
import { type KeptSplits, SplitOwner } from './split-owner.ts';
import { ToldAhead } from './told-ahead.ts';

/** @param train [rows] 1 = training row. @param earlier with `warmStart`. @returns what this party keeps of the model. */
export async function runForestAtFeatureParty(
  context: JobContext,
  stages: Stages,
  table: AlignedTable,
  train: Uint8Array,
  earlier: EarlierPart | undefined,
): Promise<OwnerShard> {
  const columns = forestColumns(context.recipe, table.frame, train);
  if (earlier !== undefined) mustHaveSameBins(earlier, columns);
  await stages.keep('binning', offerStage(context, columns));
  const { kept, salt } = await stages.keep('train', {
    make: async () => ({
      kept: await growOwnPart(context, stages, { columns, table, train, earlier }),
      // Drawn with the splits, so that a repeated evaluation gives the same shard.
      salt: Buffer.from(systemCsprng.bytes(32)).toString('hex'),
    }),
    pack: ({ kept, salt }) => ({ kept: packKept(kept), salt }),
    unpack(stored) {
      const { kept, salt } = stored as { readonly kept: Stored; readonly salt: string };
      return { kept: unpackKept(kept, columns), salt };
    },
    same: ({ kept }) => encodeCheckpoint(new Uint8Array(32), packRecords(kept.records)),
  });
  return stages.keep('evaluate', {
    make: () => exchangeShard(context, columns, kept, salt),
    pack: (shard) => canonicalJson(shard),
    unpack: (stored) => JSON.parse(stored as string) as OwnerShard,
  });
}

const packKept = ({ records, ...rest }: KeptSplits): Stored => ({ ...rest, records: packRecords(records) });

function unpackKept(stored: Stored, { features }: ForestColumns): KeptSplits {
  const { records, ...rest } = stored as unknown as Omit<KeptSplits, 'records'> & { readonly records: Stored };
  return { ...rest, records: unpackRecords(records, features) };
}

interface OwnSetup {
  readonly columns: ForestColumns;
  readonly table: AlignedTable;
  /** [rows] 1 = training row. */
  readonly train: Uint8Array;
  readonly earlier: EarlierPart | undefined;
}

async function growOwnPart(
  context: JobContext,
  stages: Stages,
  { columns, table, train, earlier }: OwnSetup,
): Promise<KeptSplits> {
  const { recipe, labelParty } = context;
  const { places } = table;
  const { features, codes } = columns;
  // Nothing to split by: nobody asks, and the others' states are none of this party's.
  if (features.length === 0) return { trees: 0, records: [], equations: 0 };
  const stored = await stages.resumedIteration();
  const from = stored === undefined ? await splitsOfEarlier(context, earlier, columns) : unpackKept(stored, columns);
  const model = gbdtModel(recipe);
  const { depth, trees, rowSample } = model;
  const { maxTreeEquations, minRowsPerNodeBin } = recipe.policy;
  const maxEquations = maxTreeEquations === 'off' ? undefined : maxTreeEquations;
  const told = Math.max(await stages.told(), from?.equations ?? 0);
  let writing: Promise<void> | undefined;
  let failure: { readonly cause: unknown } | undefined;
  const owner = new SplitOwner({
    labelParty,
    features,
    codes,
    rows: train.length,
    depth,
    trees,
    train,
    grown: grownRows(
      model,
      train.reduce((sum, bit) => sum + bit, 0),
    ),
    rowSample,
    wantedAtMost: wantedAtMost(model, features.length),
    leastRows: minRowsPerNodeBin,
    from,
    told,
    maxEquations,
    onKeep(kept) {
      if (failure !== undefined) throw failure.cause;
      // One that is still being written is enough to go on from.
      if (writing !== undefined) return;
      writing = stages.keepIteration(kept.trees, packKept(kept)).then(
        () => {
          writing = undefined;
        },
        (cause: unknown) => {
          failure = { cause };
          writing = undefined;
        },
      );
    },
  });
  const handler = new ToldAhead(owner, { stages, features, train, places, rowSample, maxEquations, told });
  try {
    await serveSums(context, { features, codes, train, trees: trees - (from?.trees ?? 0), handler, joinBins: owner.counting(joinBins(minRowsPerNodeBin)) }); // prettier-ignore
  } catch (cause) {
    // The reason it failed for is the one to tell, also when this fails too.
    await handler.settle().catch(() => undefined);
    throw cause;
  } finally {
    // The next attempt must not find a state that this one still writes.
    await writing;
  }
  await handler.settle();
  // Set while the last state was written.
  const late = failure as { readonly cause: unknown } | undefined;
  if (late !== undefined) throw late.cause;
  return owner.kept;
}

/** What the earlier forest has of this party, when the label party has been told where its rows go. No tree of this job yet. */
async function splitsOfEarlier(
  context: JobContext,
  earlier: EarlierPart | undefined,
  columns: ForestColumns,
): Promise<KeptSplits | undefined> {
  if (earlier === undefined) return undefined;
  await serveEarlier(context, earlier, columns);
  return { trees: 0, records: earlier.shard.records, equations: earlier.shard.sums ?? 0 };
}

/** Keeps the part that is in the model, and shows of it what policy allows. */
async function exchangeShard(
  { session, labelParty, recipe }: JobContext,
  { binned }: ForestColumns,
  kept: KeptSplits,
  salt: string,
): Promise<OwnerShard> {
  const channel = session.channel(labelParty, 'evaluate');
  const { trees, records } = await receive<wire.JobForestEnd>(channel, 'forest-end', wire.JobForestEnd);
  if (trees > gbdtModel(recipe).trees || records > kept.records.length)
    throw new ProtocolError('out-of-range', `${labelParty} counts ${records} splits of this node, which has ${kept.records.length}`); // prettier-ignore
  const own = ownPart(binned, kept.records.slice(0, records) satisfies readonly SplitRecord[]);
  const shard = { ...own, salt, sums: kept.equations };
  await send(channel, 'forest-shard', wire.JobForestShard, {
    digest: shardDigest(shard),
    shard: recipe.policy.allowExport ? Buffer.from(canonicalJson(shard)) : new Uint8Array(0),
  });
  return shard;
}

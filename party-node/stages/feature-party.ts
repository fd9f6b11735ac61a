/** A feature party's side of a scorecard, stage by stage. Its counterpart is label-party.ts. */
import { createHash } from 'node:crypto';
import { systemCsprng } from '@coscore/crypto';
import { rowsWhere } from '@coscore/models/evaluate/evaluate.ts';
import type { DesignColumn, Standardisation } from '@coscore/models/scorecard/design-columns.ts';
import { checkLeverage, DesignMatrix } from '@coscore/models/scorecard/design.ts';
import { featurePoints, scalingOf } from '@coscore/models/scorecard/points.ts';
import { canonicalJson } from '@coscore/node-core/manifest/index.ts';
import { wire } from '@coscore/proto';
import { ProtocolError, receive, send, type PartyId } from '@coscore/protocols';
import { LOGIT_BOUND } from '@coscore/protocols/shared-sigmoid/index.ts';
import type { AlignedTable } from './aligned-table.ts';
import { toBytes } from './bytes.ts';
import { encodeCheckpoint, type Stored } from './checkpoint-codec.ts';
import { contribute } from './contributions.ts';
import { type JobContext, dataParties } from './context.ts';
import { correlationAtFeatureParty, selectsByCorrelation } from './correlations.ts';
import { binAtFeatureParty, type OwnFeature } from './feature-binning.ts';
import { binOwnColumns, rawOwnColumns } from './features.ts';
import { packFeatures, unpackFeatures } from './kept-binning.ts';
import { fitJointly, type JointFit, packFit } from './kept-training.ts';
import { modelOptions } from './model-options.ts';
import { type KeptColumns, packColumns, sameSelection, unpackColumns } from './selection.ts';
import type { KeptStage, Stages } from './stages.ts';

/** What this party keeps of the joint model: everything it takes to score its own columns again. */
export interface FeatureShard {
  readonly salt: string;
  readonly features: readonly object[];
}

export interface FeaturePartyModel {
  /** Absent when none of its columns stayed. */
  readonly shard?: FeatureShard;
  readonly clippedRows: number;
}

type Own = Pick<OwnFeature, 'column'> & Partial<OwnFeature> & { readonly standardisation?: Standardisation };

export async function runFeatureParty(
  context: JobContext,
  stages: Stages,
  table: AlignedTable,
  train: Uint8Array,
): Promise<FeaturePartyModel> {
  const rows = rowsWhere(train, 1);
  const own = await stages.keep('binning', offerStage(context, table, train, rows));
  const selection = await stages.keep('select', {
    make: () => awaitSelection(context, own, train, rows),
    pack: packColumns,
    unpack: unpackColumns,
    same: ({ names, columns }) => sameSelection(names, columns),
  });
  const kept = selection.names.map((name) => own.find(({ column }) => column.name === name)!);
  const design = new DesignMatrix(
    train.length,
    kept.map(({ column }) => column),
  );
  const part = await stages.keep('train', {
    make: async () => ({
      joint: kept.length === 0 ? undefined : await fitOwnPart(context, stages, design.takeRows(rows), selection),
      // Drawn with the fit, so that a repeated evaluation gives the same shard.
      salt: Buffer.from(systemCsprng.bytes(32)).toString('hex'),
    }),
    pack: ({ joint, salt }) => ({ salt, ...(joint === undefined ? {} : { joint: packFit(joint) }) }),
    unpack: (stored) => stored as unknown as { readonly joint: JointFit | undefined; readonly salt: string },
  });
  return stages.keep('evaluate', {
    async make() {
      const { joint, salt } = part;
      await contribute(context, design, joint?.fit.weights ?? new Float64Array(0));
      if (joint === undefined) return { clippedRows: 0 };
      return { shard: await exchangeShard(context, kept, joint.fit.weights, salt), clippedRows: joint.clippedRows };
    },
    pack: ({ shard, clippedRows }) => ({
      clippedRows,
      ...(shard === undefined ? {} : { shard: canonicalJson(shard) }),
    }),
    unpack(stored) {
      const { shard, clippedRows } = stored as { readonly shard?: string; readonly clippedRows: number };
      return { clippedRows, ...(shard === undefined ? {} : { shard: JSON.parse(shard) as FeatureShard }) };
    },
  });
}

/** The columns that this party may bring in, and what it was told of them. */
function offerStage(
  context: JobContext,
  table: AlignedTable,
  train: Uint8Array,
  rows: Uint32Array,
): KeptStage<readonly Own[]> {
  const { recipe, session, labelParty } = context;
  if (recipe.features.woe) {
    const binned = binOwnColumns(recipe, table.frame, train);
    const pack = (own: readonly Own[]): Stored => packFeatures(own as readonly OwnFeature[]);
    return {
      make: () => binAtFeatureParty(context, binned, rows),
      pack,
      unpack: (stored) => unpackFeatures(binned, stored),
      same: (own) => encodeCheckpoint(new Uint8Array(32), pack(own)),
    };
  }
  const { columns, standardisations, constant } = rawOwnColumns(recipe, table.frame, train);
  const own = columns.map((column: DesignColumn) => ({ column, standardisation: standardisations.get(column.name)! }));
  return {
    async make() {
      await send(session.channel(labelParty, 'binning'), 'offering', wire.JobOffering, {
        features: columns.map(({ name }) => ({ name, ordered: true, bins: 1, missingBinPlusOne: 0 })),
        dropped: constant.map((name) => ({ name, reason: 'constant' })),
      });
      return own;
    },
    // Raw columns are told nothing: they follow from the own rows and the split.
    pack: () => null,
    unpack: () => own,
  };
}

interface Selection extends KeptColumns {
  readonly kept: readonly Own[];
}

async function awaitSelection(
  context: JobContext,
  own: readonly Own[],
  train: Uint8Array,
  rows: Uint32Array,
): Promise<Selection> {
  if (selectsByCorrelation(context)) {
    const { kept, columns } = await receiveColumns(context, own, 'candidates');
    const design = new DesignMatrix(
      train.length,
      kept.map(({ column }) => column),
    ).takeRows(rows);
    await correlationAtFeatureParty(context, design, columns);
  }
  return receiveColumns(context, own, 'selection');
}

async function receiveColumns(
  context: JobContext,
  own: readonly Own[],
  kind: 'candidates' | 'selection',
): Promise<Selection> {
  const { labelParty, self } = context;
  const { names, parties, logitBound } = await receive<wire.JobSelection>(
    context.session.channel(labelParty, 'select'),
    kind,
    wire.JobSelection,
  );
  const byName = new Map(own.map((feature) => [feature.column.name, feature]));
  const kept = names.map((name) => {
    const feature = byName.get(name);
    if (feature === undefined || !byName.delete(name))
      throw new ProtocolError('malformed', `${labelParty} selects a column that this node did not offer, or one twice`);
    return feature;
  });
  const columns = new Map(parties.map(({ party, columns }) => [party as PartyId, columns ?? 0]));
  const expected = dataParties(context);
  if (
    columns.size !== expected.length ||
    expected.some((party) => !columns.has(party)) ||
    columns.get(self) !== kept.length
  ) {
    throw new ProtocolError('parameter-mismatch', `${labelParty} counts other columns than it names`);
  }
  for (const [party, count] of columns) {
    // The label party has the intercept besides.
    const most = (context.columns.get(party)?.size ?? 0) + Number(party === labelParty);
    if (count > most)
      throw new ProtocolError(
        'out-of-range',
        `${labelParty} counts ${count} columns of ${party}, which signed for ${most}`,
      );
  }
  await compareWithOthers(context, kind, columns);
  if (kept.length > 0 && kind === 'selection' && !(logitBound > 0 && logitBound <= LOGIT_BOUND)) {
    throw new ProtocolError(
      'out-of-range',
      `${labelParty} sets a bound of ${logitBound} on this node's part of the logit`,
    );
  }
  return { kept, names, columns, logitBound };
}

/** The label party must tell all feature parties the same: told that it is alone, a party would hide nothing of its part. */
async function compareWithOthers(
  context: JobContext,
  kind: string,
  columns: ReadonlyMap<PartyId, number>,
): Promise<void> {
  const digest = createHash('sha256')
    .update(canonicalJson([...columns]))
    .digest();
  const others = context.featureParties.filter((party) => party !== context.self);
  await Promise.all(
    others.map(async (party) => {
      const channel = context.session.channel(party, 'select');
      await send(channel, `${kind}-digest`, wire.JobTerms, { digest });
      const theirs = await receive<wire.JobTerms>(channel, `${kind}-digest`, wire.JobTerms);
      if (!digest.equals(theirs.digest)) {
        throw new ProtocolError(
          'parameter-mismatch',
          `${context.labelParty} told ${party} another selection than this node`,
        );
      }
    }),
  );
}

async function fitOwnPart(
  context: JobContext,
  stages: Stages,
  design: DesignMatrix,
  { columns, logitBound }: KeptColumns,
): Promise<JointFit> {
  checkLeverage(design, context.recipe.policy.maxLeverage);
  return fitJointly(context, stages, { design, columns, logitBound });
}

/** Turns own weights into points, keeps the shard, and shows of it what policy allows. */
async function exchangeShard(
  context: JobContext,
  kept: readonly Own[],
  weights: Float64Array,
  salt: string,
): Promise<FeatureShard> {
  const { recipe, session, labelParty } = context;
  const channel = session.channel(labelParty, 'evaluate');
  const { slope, intercept, features: count } = await receive<wire.JobScaling>(channel, 'scaling', wire.JobScaling);
  const basis = {
    scaling: scalingOf(modelOptions(recipe)),
    platt: { slope, intercept },
    intercept: 0,
    features: count,
  };
  const features = kept.map(({ column, binned, map, iv, standardisation }, j) => {
    const points = column.kind === 'coded' ? featurePoints(weights[j]!, column.values, basis) : undefined;
    return {
      name: column.name,
      weight: weights[j]!,
      coefficient: weights[j]! * slope,
      column,
      binned,
      map,
      iv,
      standardisation,
      points,
    };
  });
  // Salted: the label party knows nearly all of it, and could test guesses of the rest against a bare digest.
  const shard: FeatureShard = {
    salt,
    features: features.map(describeFeature),
  };
  const digest = createHash('sha256').update(canonicalJson(shard)).digest();
  const shown = recipe.policy.shareContributions === 'feature' ? features : [];
  await send(channel, 'shard', wire.JobShard, {
    digest,
    features: shown.map(({ name, coefficient, points }) => ({
      name,
      coefficient,
      points: toBytes(points?.points ?? new Int32Array(0)),
    })),
  });
  return shard;
}

function describeFeature({
  name,
  weight,
  coefficient,
  column,
  binned,
  map,
  standardisation,
  points,
}: {
  name: string;
  weight: number;
  coefficient: number;
  column: DesignColumn;
  binned: OwnFeature['binned'] | undefined;
  map: Uint16Array | undefined;
  standardisation: Standardisation | undefined;
  points: { points: Int32Array } | undefined;
}): object {
  return {
    name,
    weight,
    coefficient,
    ...(binned === undefined ? {} : { bins: binned.bins, map: Array.from(map ?? []) }),
    ...(column.kind === 'coded' ? { woe: Array.from(column.values) } : {}),
    ...(standardisation === undefined ? {} : { standardisation }),
    ...(points === undefined ? {} : { points: Array.from(points.points) }),
  };
}

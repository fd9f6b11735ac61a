/** The label party's side of a scorecard, stage by stage. Its counterpart is feature-party.ts. */
import { designWoe } from '@coscore/models/binning/decide-bins.ts';
import { evaluateSamples, rowsWhere } from '@coscore/models/evaluate/evaluate.ts';
import type { BinnedColumn } from '@coscore/models/binning/fine-bins.ts';
import { codedColumn, type DesignColumn } from '@coscore/models/scorecard/design-columns.ts';
import { checkLeverage, DesignMatrix, INTERCEPT } from '@coscore/models/scorecard/design.ts';
import { type Platt, refitPlatt } from '@coscore/models/scorecard/platt.ts';
import { featurePoints, scalingOf } from '@coscore/models/scorecard/points.ts';
import { selectFeatures } from '@coscore/models/scorecard/candidates.ts';
import type { LinearFit } from '@coscore/models/scorecard/train-linear.ts';
import { wire } from '@coscore/proto';
import { ProtocolError, receive, send, type PartyId } from '@coscore/protocols';
import type { AlignedTable } from './aligned-table.ts';
import { i32 } from './bytes.ts';
import { encodeCheckpoint, type Stored } from './checkpoint-codec.ts';
import { contributionsAtLabelParty } from './contributions.ts';
import { type JobContext, dataParties } from './context.ts';
import { correlationAtLabelParty } from './correlations.ts';
import { binOwnColumns, type RawColumns, rawOwnColumns } from './features.ts';
import { packCandidates, unpackCandidates } from './kept-binning.ts';
import { fitJointly, packFit, unpackFit } from './kept-training.ts';
import { type Candidate, binAtLabelParty, rawAtLabelParty } from './label-binning.ts';
import { logitBounds } from './logit-bounds.ts';
import { modelOptions } from './model-options.ts';
import type { LabelPartyModel, OwnModelFeature, RemoteShard } from './model.ts';
import { type LabelSelection, packSelection, sameSelection, unpackSelection } from './selection.ts';
import type { KeptStage, Stages } from './stages.ts';

export async function runLabelParty(
  context: JobContext,
  stages: Stages,
  table: AlignedTable,
  train: Uint8Array,
): Promise<LabelPartyModel> {
  const labels = table.labels!;
  const rows = rowsWhere(train, 1);
  const own = ownColumns(context, table, train);
  const candidates = await stages.keep('binning', candidateStage(context, own, labels, train));
  const designs = own.designs(candidates);
  const selection = await stages.keep('select', {
    make: () => select(context, candidates, designs, labels, train),
    pack: (result) => packSelection(candidates, result),
    unpack: (stored) => unpackSelection(candidates, stored),
    same: ({ selected, columns }) => sameSelection(selected.kept.map(({ party, name }) => `${party}.${name}`), columns), // prettier-ignore
  });
  const { selected, columns, bounds } = selection;
  const ownKept = selected.kept.filter(({ party }) => party === context.self);
  const design = new DesignMatrix(train.length, [INTERCEPT, ...ownKept.map(({ name }) => designs.get(name)!)]);
  const { fit, clippedRows } = await stages.keep('train', {
    make() {
      const trained = design.takeRows(rows);
      checkLeverage(trained, context.recipe.policy.maxLeverage);
      const ownLabels = Uint8Array.from(rows, (row) => labels[row]!);
      return fitJointly(context, stages, { design: trained, labels: ownLabels, columns, logitBound: bounds.get(context.self)! }); // prettier-ignore
    },
    pack: packFit,
    unpack: unpackFit,
  });
  const z = design.times(fit.weights);
  const { parts, shards } = await stages.keep('evaluate', {
    async make() {
      const parts = await contributionsAtLabelParty(context, z.length);
      const platt = refit(added(z, parts), labels, rows);
      return { parts, shards: await exchangeScaling(context, selected.kept, fit.weights[0]!, platt) };
    },
    pack: ({ parts, shards }) => ({ parts, shards: [...shards].map(([party, shard]) => [party, packShard(shard)]) }),
    unpack(stored) {
      const { parts, shards } = stored as unknown as StoredEvaluation;
      return { parts, shards: new Map(shards) };
    },
  });
  const joint = added(z, parts);
  const platt = refit(joint, labels, rows);
  const logits = joint.map((value) => platt.slope * value + platt.intercept);
  const scaling = scalingOf(modelOptions(context.recipe));
  return {
    candidates,
    selected,
    own: ownKept.map((candidate, j) =>
      ownModelFeature(context, candidate, own, designs, fit, j + 1, platt, selected.kept.length),
    ),
    shards,
    fit,
    clippedRows,
    platt,
    scaling,
    logits,
    evaluation: evaluateSamples(labels, logits, train, scaling),
  };
}

const added = (z: Float64Array, parts: Float64Array): Float64Array => z.map((value, i) => value + parts[i]!);

/** On the training rows. @param z [rows] joint logits. */
function refit(z: Float64Array, labels: Uint8Array, rows: Uint32Array): Platt {
  return refitPlatt(
    Float64Array.from(rows, (row) => z[row]!),
    Uint8Array.from(rows, (row) => labels[row]!),
  );
}

interface StoredEvaluation {
  /** [rows] sum of the other parties' parts of the logit. */
  readonly parts: Float64Array;
  readonly shards: readonly (readonly [PartyId, RemoteShard])[];
}

const packShard = ({ digest, features }: RemoteShard): Stored => ({
  digest,
  features: features.map((one) => ({ ...one })),
});

/** The label party's own columns, which follow from its rows and the split alone. */
interface OwnColumns {
  /** Empty where the recipe wants raw columns. */
  readonly binned: readonly BinnedColumn[];
  readonly raw?: RawColumns;
  /** As they stand in the design, by name. @param candidates with the decisions on them. */
  designs(candidates: readonly Candidate[]): ReadonlyMap<string, DesignColumn>;
}

function ownColumns({ recipe }: JobContext, table: AlignedTable, train: Uint8Array): OwnColumns {
  if (!recipe.features.woe) {
    const raw = rawOwnColumns(recipe, table.frame, train);
    return { binned: [], raw, designs: () => new Map(raw.columns.map((column) => [column.name, column])) };
  }
  const binned = binOwnColumns(recipe, table.frame, train);
  return {
    binned,
    designs: (candidates) =>
      new Map(
        binned.map((column, i) => {
          const { map, woe } = candidates[i]!.decision!;
          return [column.name, codedColumn(column, map, designWoe(woe))];
        }),
      ),
  };
}

function candidateStage(
  context: JobContext,
  { binned, raw }: OwnColumns,
  labels: Uint8Array,
  train: Uint8Array,
): KeptStage<readonly Candidate[]> {
  return {
    make: () =>
      raw === undefined
        ? binAtLabelParty(context, binned, labels, train)
        : rawAtLabelParty(
            context,
            raw.columns.map(({ name }) => name),
            raw.constant,
          ),
    pack: packCandidates,
    unpack: (stored) => unpackCandidates(binned, stored),
    same: (candidates) => encodeCheckpoint(new Uint8Array(32), packCandidates(candidates)),
  };
}

/** Screens, then correlation across parties where the recipe asks for it; every owner hears which of its columns stay. */
async function select(
  context: JobContext,
  candidates: readonly Candidate[],
  own: ReadonlyMap<string, DesignColumn>,
  labels: Uint8Array,
  train: Uint8Array,
): Promise<LabelSelection> {
  const rows = rowsWhere(train, 1);
  const correlate = async (screened: readonly Candidate[]): Promise<Float64Array> => {
    await tellColumns(context, 'candidates', screened);
    const names = screened.filter(({ party }) => party === context.self).map(({ name }) => name);
    const design = new DesignMatrix(
      train.length,
      names.map((name) => own.get(name)!),
    ).takeRows(rows);
    return correlationAtLabelParty(context, design, columnsByParty(context, screened, 0));
  };
  const selected = await selectFeatures(candidates, context.recipe.features.select, correlate);
  const badRate = rows.reduce((sum, row) => sum + labels[row]!, 0) / rows.length;
  const bounds = logitBounds(selected.kept, dataParties(context), context.labelParty, badRate);
  await tellColumns(context, 'selection', selected.kept, bounds);
  return { selected, columns: columnsByParty(context, selected.kept), bounds };
}

/** Sends each feature party the names of its columns in `chosen`, and how many everybody has. */
async function tellColumns(
  context: JobContext,
  kind: 'candidates' | 'selection',
  chosen: readonly Candidate[],
  bounds?: ReadonlyMap<PartyId, number>,
): Promise<void> {
  const counts = columnsByParty(context, chosen, kind === 'candidates' ? 0 : 1);
  const parties = [...counts].map(([party, columns]) => ({ party, columns }));
  await Promise.all(
    context.featureParties.map((party) => {
      const names = chosen.filter((candidate) => candidate.party === party).map(({ name }) => name);
      return send(context.session.channel(party, 'select'), kind, wire.JobSelection, {
        names,
        parties,
        logitBound: bounds?.get(party) ?? 0,
      });
    }),
  );
}

/** Columns of every party among the chosen. @param intercept columns that the label party has beside them. */
function columnsByParty(
  context: JobContext,
  chosen: readonly Candidate[],
  intercept = 1,
): ReadonlyMap<PartyId, number> {
  const count = (party: PartyId): number => chosen.filter((candidate) => candidate.party === party).length;
  return new Map(
    dataParties(context).map((party) => [party, count(party) + (party === context.labelParty ? intercept : 0)]),
  );
}

/** Tells every party in the model the refit scale, and takes what it may show of its part. */
async function exchangeScaling(
  context: JobContext,
  kept: readonly Candidate[],
  intercept: number,
  platt: Platt,
): Promise<ReadonlyMap<PartyId, RemoteShard>> {
  const scaling = { slope: platt.slope, intercept: platt.slope * intercept + platt.intercept, features: kept.length };
  const shards = context.featureParties.map(async (party): Promise<[PartyId, RemoteShard][]> => {
    const theirs = kept.filter((candidate) => candidate.party === party);
    if (theirs.length === 0) return [];
    const channel = context.session.channel(party, 'evaluate');
    await send(channel, 'scaling', wire.JobScaling, scaling);
    return [[party, checkShard(await receive<wire.JobShard>(channel, 'shard', wire.JobShard), party, theirs)]];
  });
  return new Map((await Promise.all(shards)).flat());
}

/** @param kept the features of this party in the model: it may show these and no others, with a point a bin. */
function checkShard({ digest, features }: wire.JobShard, party: PartyId, kept: readonly Candidate[]): RemoteShard {
  if (digest.length !== 32)
    throw new ProtocolError('wrong-size', `the shard digest of ${party} has ${digest.length} bytes, not 32`);
  const bins = new Map(kept.map(({ name, decision }) => [name, decision?.counts.length ?? 0]));
  return {
    digest: Buffer.from(digest).toString('hex'),
    features: features.map(({ name, coefficient, points }) => {
      const expected = bins.get(name ?? '');
      if (expected === undefined)
        throw new ProtocolError('malformed', `${party} shows a feature that is not in the model`);
      return {
        name: name ?? '',
        coefficient: finite(coefficient ?? NaN, party),
        points: i32(points ?? new Uint8Array(0), expected, `the points of ${party}`),
      };
    }),
  };
}

function finite(value: number, party: PartyId): number {
  if (!Number.isFinite(value)) throw new ProtocolError('out-of-range', `${party} sent a number that is not finite`);
  return value;
}

function ownModelFeature(
  context: JobContext,
  { name, binned, decision }: Candidate,
  own: OwnColumns,
  designs: ReadonlyMap<string, DesignColumn>,
  fit: LinearFit,
  j: number,
  platt: Platt,
  features: number,
): OwnModelFeature {
  const weight = fit.weights[j]!;
  const column = designs.get(name)!;
  const basis = { scaling: scalingOf(modelOptions(context.recipe)), platt, intercept: fit.weights[0]!, features };
  const points = column.kind === 'coded' ? featurePoints(weight, column.values, basis) : undefined;
  const standardisation = own.raw?.standardisations.get(name);
  return {
    name,
    column,
    weight,
    coefficient: weight * platt.slope,
    ...(binned === undefined || decision === undefined ? {} : { bins: binned.bins, map: decision.map }),
    ...(standardisation === undefined ? {} : { standardisation }),
    ...(points === undefined ? {} : { points }),
  };
}

/** The label party's side of a scorecard, stage by stage. Its counterpart is feature-party.ts. */
import { designWoe } from '@coscore/models/binning/decide-bins.ts';
import { evaluateSamples, rowsWhere } from '@coscore/models/evaluate/evaluate.ts';
import { codedColumn, type DesignColumn } from '@coscore/models/scorecard/design-columns.ts';
import { checkLeverage, DesignMatrix, INTERCEPT } from '@coscore/models/scorecard/design.ts';
import { type Platt, refitPlatt } from '@coscore/models/scorecard/platt.ts';
import { featurePoints, scalingOf } from '@coscore/models/scorecard/points.ts';
import { type Selected, selectFeatures } from '@coscore/models/scorecard/candidates.ts';
import { type LinearFit, trainLinear } from '@coscore/models/scorecard/train-linear.ts';
import { wire } from '@coscore/proto';
import { ProtocolError, receive, send, type PartyId } from '@coscore/protocols';
import type { AlignedTable } from './aligned-table.ts';
import { i32 } from './bytes.ts';
import { contributionsAtLabelParty } from './contributions.ts';
import { type JobContext, dataParties, type StageClock } from './context.ts';
import { correlationAtLabelParty } from './correlations.ts';
import { binOwnColumns, rawOwnColumns } from './features.ts';
import { type Candidate, binAtLabelParty, rawAtLabelParty } from './label-binning.ts';
import { openRemoteLinearSource } from './linear-source.ts';
import { logitBounds } from './logit-bounds.ts';
import { modelOptions, trainerOptions } from './model-options.ts';
import type { LabelPartyModel, OwnModelFeature, RemoteShard } from './model.ts';

export async function runLabelParty(
  context: JobContext,
  clock: StageClock,
  table: AlignedTable,
  train: Uint8Array,
): Promise<LabelPartyModel> {
  const labels = table.labels!;
  const { candidates, own } = await clock.run('binning', () => makeCandidates(context, table, train));
  const { selected, bounds } = await clock.run('select', () => select(context, candidates, own, labels, train));
  const kept = selected.kept;
  const columns = columnsByParty(context, kept);
  const ownKept = kept.filter(({ party }) => party === context.self);
  const design = new DesignMatrix(train.length, [INTERCEPT, ...ownKept.map(({ name }) => own.get(name)!.column)]);
  const rows = rowsWhere(train, 1);
  const { fit, clippedRows } = await clock.run('train', () =>
    fitJointly(context, design.takeRows(rows), labels, rows, { columns, logitBound: bounds.get(context.self)! }),
  );
  return clock.run('evaluate', async () => {
    const z = design.times(fit.weights);
    const parts = await contributionsAtLabelParty(context, z.length);
    for (let i = 0; i < z.length; i++) z[i]! += parts[i]!;
    const platt = refitPlatt(
      Float64Array.from(rows, (row) => z[row]!),
      Uint8Array.from(rows, (row) => labels[row]!),
    );
    const logits = z.map((value) => platt.slope * value + platt.intercept);
    const shards = await exchangeScaling(context, kept, fit.weights[0]!, platt);
    const scaling = scalingOf(modelOptions(context.recipe));
    return {
      candidates,
      selected,
      own: ownKept.map(({ name }, j) => ownModelFeature(context, own.get(name)!, fit, j + 1, platt, kept.length)),
      shards,
      fit,
      clippedRows,
      platt,
      scaling,
      logits,
      evaluation: evaluateSamples(labels, logits, train, scaling),
    };
  });
}

interface OwnColumn {
  readonly column: DesignColumn;
}

async function makeCandidates(
  context: JobContext,
  table: AlignedTable,
  train: Uint8Array,
): Promise<{ candidates: readonly Candidate[]; own: ReadonlyMap<string, OwnColumn> }> {
  const { recipe } = context;
  if (!recipe.features.woe) {
    const { columns, constant } = rawOwnColumns(recipe, table.frame, train);
    const candidates = await rawAtLabelParty(
      context,
      columns.map(({ name }) => name),
      constant,
    );
    return { candidates, own: new Map(columns.map((column) => [column.name, { column }])) };
  }
  const binned = binOwnColumns(recipe, table.frame, train);
  const candidates = await binAtLabelParty(context, binned, table.labels!, train);
  const own = binned.map((column, i): [string, OwnColumn] => {
    const { map, woe } = candidates[i]!.decision!;
    return [column.name, { column: codedColumn(column, map, designWoe(woe)) }];
  });
  return { candidates, own: new Map(own) };
}

/** Screens, then correlation across parties where the recipe asks for it; every owner hears which of its columns stay. */
async function select(
  context: JobContext,
  candidates: readonly Candidate[],
  own: ReadonlyMap<string, OwnColumn>,
  labels: Uint8Array,
  train: Uint8Array,
): Promise<{ selected: Selected<Candidate>; bounds: ReadonlyMap<PartyId, number> }> {
  const rows = rowsWhere(train, 1);
  const correlate = async (screened: readonly Candidate[]): Promise<Float64Array> => {
    await tellColumns(context, 'candidates', screened);
    const names = screened.filter(({ party }) => party === context.self).map(({ name }) => name);
    const design = new DesignMatrix(
      train.length,
      names.map((name) => own.get(name)!.column),
    ).takeRows(rows);
    return correlationAtLabelParty(context, design, columnsByParty(context, screened, 0));
  };
  const selected = await selectFeatures(candidates, context.recipe.features.select, correlate);
  const badRate = rows.reduce((sum, row) => sum + labels[row]!, 0) / rows.length;
  const bounds = logitBounds(selected.kept, dataParties(context), context.labelParty, badRate);
  await tellColumns(context, 'selection', selected.kept, bounds);
  return { selected, bounds };
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

async function fitJointly(
  context: JobContext,
  design: DesignMatrix,
  labels: Uint8Array,
  rows: Uint32Array,
  { columns, logitBound }: { readonly columns: ReadonlyMap<PartyId, number>; readonly logitBound: number },
): Promise<{ fit: LinearFit; clippedRows: number }> {
  const { recipe } = context;
  checkLeverage(design, recipe.policy.maxLeverage);
  const options = trainerOptions(context);
  const source = await openRemoteLinearSource(context, {
    design,
    labels: Uint8Array.from(rows, (row) => labels[row]!),
    columns,
    logitBound,
    iterations: options.iterations,
  });
  const fit = await trainLinear(source, options);
  await source.close();
  return { fit, clippedRows: source.clippedRows };
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
  { column }: OwnColumn,
  fit: LinearFit,
  j: number,
  platt: Platt,
  features: number,
): OwnModelFeature {
  const weight = fit.weights[j]!;
  const basis = { scaling: scalingOf(modelOptions(context.recipe)), platt, intercept: fit.weights[0]!, features };
  const points = column.kind === 'coded' ? featurePoints(weight, column.values, basis) : undefined;
  return {
    name: column.name,
    column,
    weight,
    coefficient: weight * platt.slope,
    ...(points === undefined ? {} : { points }),
  };
}

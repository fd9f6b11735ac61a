/** One attempt of one job at one party: every stage in order, the audit log after each, the heads counter-signed at the end. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Report } from '@coscore/models/evaluate/report.ts';
import { ModelError } from '@coscore/models/errors.ts';
import { evaluateSamples } from '@coscore/models/evaluate/evaluate.ts';
import { type PlaintextInput, type PlaintextResult, trainInPlaintext } from '@coscore/models/scorecard/plaintext.ts';
import { scalingOf } from '@coscore/models/scorecard/points.ts';
import { checkSample } from '@coscore/models/scorecard/sample.ts';
import type { Identity, State } from '@coscore/node-core';
import type { AuditLog } from '@coscore/node-core/audit/index.ts';
import { helperOf, manifestDigest, type Manifest } from '@coscore/node-core/manifest/index.ts';
import type { Recipe } from '@coscore/node-core/recipe/index.ts';
import type { NetworkSession } from '@coscore/node-core/transport/index.ts';
import type { PartyId, Progress } from '@coscore/protocols';
import { finishDeals } from '@coscore/protocols/helper/index.ts';
import { columnsOffered } from '../columns-offered.ts';
import type { Datasets } from '../datasets.ts';
import type { MaterialPool } from '../pool/material-pool.ts';
import type { ModelPart } from '../serve/claim.ts';
import { runScoring, type Serving } from '../serve/run-scoring.ts';
import type { TrafficAudit } from '../traffic-audit.ts';
import { alignStage, type AlignedTable, loadOwnTable, splitStage } from './aligned-table.ts';
import { agreeTerms, termsOf } from './agree-terms.ts';
import { alignmentReport } from './alignment-report.ts';
import { buildReport } from './build-report.ts';
import { Checkpoints, type CheckpointStore } from './checkpoints.ts';
import { exchangeAuditHeads } from './counter-sign.ts';
import { dataParties, type JobContext } from './context.ts';
import { StageCosts } from './costs.ts';
import { runFeatureParty } from './feature-party.ts';
import { finishAtLabelParty, keepShard, writeLearned } from './finish-job.ts';
import { offersNothing } from './gbdt/columns.ts';
import { dealAhead } from './gbdt/deal-ahead.ts';
import { forestAtFeatureParty, forestAtLabelParty } from './gbdt/index.ts';
import { runLabelParty } from './label-party.ts';
import type { LabelPartyModel } from './model.ts';
import { featureOptions, modelOptions } from './model-options.ts';
import { agreeOnResumePoint, type ResumePoint } from './resume-point.ts';
import { selectedColumns } from './selection.ts';
import { Stages } from './stages.ts';
import { identifyTable, type TableIdentity } from './table-digest.ts';
import { gatherTraffic, ownTraffic, sendTraffic } from './traffic.ts';

export interface JobInput {
  readonly job: string;
  readonly attempt: number;
  readonly recipe: Recipe;
  readonly manifest: Manifest;
  readonly identity: Identity;
  readonly session: NetworkSession;
  readonly datasets: Pick<Datasets, 'open' | 'tempDir'>;
  readonly audit: AuditLog;
  /** Survives a crash: what an earlier attempt finished is taken from here. */
  readonly artefacts: CheckpointStore & Pick<State['artefacts'], 'latest'>;
  /** Material dealt ahead of this job, or by it. */
  readonly pool?: MaterialPool | undefined;
  /** What a job needs that scores applicants. */
  readonly serving: Serving;
  readonly traffic: TrafficAudit;
  readonly reportFolder: string;
  readonly log: Logger;
  readonly progress: (progress: Progress) => void;
  /** Told where this attempt goes on, once the parties have agreed; no stages at the first one. */
  readonly resumed?: ((point: ResumePoint) => void) | undefined;
}

/**
 * Runs the attempt to its end. A further attempt of the same job, with a higher number, goes on where all parties had come
 * to; a party that had finished takes part in what the others still need.
 * @throws DataError, also `data-changed`; ModelError; NodeError; ProtocolError.
 */
export async function runJob(input: JobInput): Promise<void> {
  const { recipe, manifest, session } = input;
  const context = contextOf(input);
  const stages = new Stages({
    costs: new StageCosts(session, input.attempt),
    enter: (stage) => {
      input.progress({ stage, done: 0, total: 0, unit: '' });
      input.log.info({ event: 'stage', job: input.job, attempt: input.attempt, stage }, stage);
    },
    leave: (stage) => input.traffic.write(stage),
  });
  try {
    if (recipe.model.kind === 'score') await runScoring(input, context, stages, recipe.model);
    else await build(input, context, stages);
    // What crossed outside of any stage, so that two parties' logs add up to the same.
    await input.traffic.write('closing');
  } catch (cause) {
    // An attempt that failed has sent what it has sent. The reason it failed for is the one to tell, also when this fails too.
    await input.traffic.write('unfinished').catch(() => undefined);
    throw cause;
  }
  await exchangeAuditHeads(context, manifest, input.identity, input.audit);
  if (context.helper !== undefined) await finishDeals(session, context.helper);
}

/** Everything that ends in a model, or stops after alignment. */
async function build(input: JobInput, context: JobContext, stages: Stages): Promise<void> {
  const { own, identity } = await stages.run('load', async () => {
    await agreeTerms(context, manifestDigest(input.manifest));
    const own = await load(input, context);
    const identity = identifyTable(own);
    stages.goOnFrom(await checkpointsFor(input, context, identity));
    return { own, identity };
  });
  const table = await stages.keep('align', alignStage(context, own, identity));
  const run: Run = { input, context, stages, table };
  const { kind } = context.recipe.model;
  if (kind === 'align') await finishAlignment(run);
  else if (kind === 'gbdt') await forest(run);
  else if (context.self === context.labelParty) await labelParty(run);
  else await featureParty(run);
}

/** Looks at what is kept, and agrees with the others where to go on. */
async function checkpointsFor(
  { job, attempt, artefacts, manifest, log, resumed }: JobInput,
  context: JobContext,
  { digest }: TableIdentity,
): Promise<Checkpoints> {
  const terms = termsOf({ project: manifestDigest(manifest), job, recipe: context.recipe });
  const checkpoints = await Checkpoints.open(artefacts, { job, attempt }, { terms, data: digest });
  const columns = selectedColumns(await checkpoints.peek('select'));
  // Trees are grown right after binning, and by everybody who has a column that can split.
  const trees = context.recipe.model.kind === 'gbdt';
  const idle = trees && context.self !== context.labelParty && offersNothing(await checkpoints.peek('binning'));
  const trains = (party: PartyId): boolean => trees || (columns.get(party) ?? 0) > 0;
  const point = await agreeOnResumePoint(context, checkpoints.marks, trains, trees ? 'binning' : 'select', idle);
  await checkpoints.resumeAt(point);
  const { stages, iteration } = point;
  const last = stages.at(-1);
  if (last !== undefined) {
    const at = iteration === undefined ? last.stage : `${last.stage}, step ${iteration.iteration} of training`;
    log.info({ event: 'resumed', job, attempt, stage: last.stage, iteration: iteration?.iteration ?? 0 }, `goes on after ${at}`); // prettier-ignore
  }
  resumed?.(point);
  return checkpoints;
}

/** The same recipe on the label party's own columns; where it has none worth keeping, everybody gets the same score. */
async function trainAlone(input: PlaintextInput): Promise<Pick<PlaintextResult, 'evaluation'>> {
  try {
    return await trainInPlaintext(input);
  } catch (error) {
    if (!(error instanceof ModelError && error.code === 'no-features-left')) throw error;
    const { labels, train, model } = input;
    const { rows, bads } = checkSample(labels, train);
    const logits = new Float64Array(labels.length).fill(Math.log(bads / (rows - bads)));
    return { evaluation: evaluateSamples(labels, logits, train, scalingOf(model)) };
  }
}

interface Run {
  readonly input: JobInput;
  readonly context: JobContext;
  readonly stages: Stages;
  readonly table: AlignedTable;
}

function contextOf(input: JobInput): JobContext {
  const { job, attempt, recipe, manifest, identity, session, progress, pool: store } = input;
  const helper = helperOf(manifest);
  const parties = (role: 'label' | 'feature'): PartyId[] =>
    manifest.parties.filter((party) => party.role === role).map(({ id }) => id as PartyId);
  return {
    job,
    attempt,
    recipe,
    self: identity.id as PartyId,
    labelParty: parties('label')[0]!,
    featureParties: parties('feature'),
    columns: new Map(
      manifest.parties.map(({ id, dataset }) => [id as PartyId, new Set(dataset.columns.map(({ name }) => name))]),
    ),
    helper: helper?.id as PartyId | undefined,
    pool:
      store === undefined || helper === undefined
        ? undefined
        : { store, project: manifestDigest(manifest), helper: helper.fingerprint },
    session,
    progress,
  };
}

async function load(
  { recipe, manifest, datasets, session }: JobInput,
  context: JobContext,
): ReturnType<typeof loadOwnTable> {
  const party = manifest.parties.find(({ id }) => id === context.self)!;
  const dataset = await datasets.open(party.dataset.name);
  const asked = recipe.parties[context.self]!;
  const columns = asked.columns ?? columnsOffered(manifest, context.self, asked.drop);
  return loadOwnTable(context, manifest, dataset, columns, { tempDir: datasets.tempDir, signal: session.signal });
}

async function forest({ input, context, stages, table }: Run): Promise<void> {
  const train = await stages.keep('split', splitStage(context, table));
  const { recipe, self, labelParty } = context;
  const grow = self === labelParty ? forestAtLabelParty : forestAtFeatureParty;
  await (recipe.dealAhead === undefined ? grow : dealAhead)({ input, context, stages, table, train });
}

async function labelParty({ input, context, stages, table }: Run): Promise<void> {
  const train = await stages.keep('split', splitStage(context, table));
  const model = await runLabelParty(context, stages, table, train);
  const ownDigest = await keepShard(input, labelShard(model));
  const traffic = await gatherTraffic(context, ownTraffic(context, stages.costs, table.ownRows, model.clippedRows));
  const alone = await stages.run('baseline', () =>
    trainAlone({
      parties: [{ party: context.self, role: 'label', frame: table.frame }],
      labels: table.labels!,
      train,
      features: featureOptions(context.recipe),
      model: modelOptions(context.recipe),
      policy: context.recipe.policy,
    }),
  );
  const { manifest } = input;
  const make = (): Report =>
    buildReport({
      context,
      manifest,
      project: manifestDigest(manifest),
      rowsAligned: table.frame.rows,
      train,
      model,
      alone,
      ownDigest,
      traffic,
      costs: stages.costs.stages,
      now: new Date(),
    });
  await finishAtLabelParty(input, stages, make, () => partsOf(context, model, ownDigest));
}

function partsOf(
  context: JobContext,
  { selected, shards }: LabelPartyModel,
  ownDigest: string,
): ReadonlyMap<PartyId, ModelPart> {
  const featuresOf = (party: PartyId): number => selected.kept.filter((kept) => kept.party === party).length;
  return new Map(
    dataParties(context).map((party): [PartyId, ModelPart] => {
      const digest = party === context.labelParty ? ownDigest : (shards.get(party)?.digest ?? null);
      return [party, { features: featuresOf(party), digest }];
    }),
  );
}

async function featureParty({ input, context, stages, table }: Run): Promise<void> {
  const train = await stages.keep('split', splitStage(context, table));
  const model = await runFeatureParty(context, stages, table, train);
  if (model.shard !== undefined) await keepShard(input, model.shard);
  await sendTraffic(context, ownTraffic(context, stages.costs, table.ownRows, model.clippedRows));
  await writeLearned(input, ['align', 'split', 'binning', 'select', 'train', 'evaluate']);
}

/** The job was to align only: how many rows there are together, and what it took to find out. */
async function finishAlignment({ input, context, stages, table }: Run): Promise<void> {
  const own = ownTraffic(context, stages.costs, table.ownRows, 0);
  if (context.self !== context.labelParty) return sendTraffic(context, own);
  const traffic = await gatherTraffic(context, own);
  const report = alignmentReport(context, input.manifest, table.frame.rows, traffic, stages.costs.stages);
  await mkdir(input.reportFolder, { recursive: true, mode: 0o700 });
  await writeFile(join(input.reportFolder, 'report.json'), JSON.stringify(report, null, 2), { mode: 0o600 });
}

function labelShard({ own, fit, platt, scaling }: LabelPartyModel): object {
  const features = own.map(({ name, weight, coefficient, column, bins, map, standardisation, points }) => ({
    name,
    weight,
    coefficient,
    ...(bins === undefined || map === undefined ? {} : { bins, map: Array.from(map) }),
    ...(standardisation === undefined ? {} : { standardisation }),
    ...(column.kind === 'coded' ? { woe: Array.from(column.values) } : {}),
    ...(points === undefined ? {} : { points: Array.from(points.points) }),
  }));
  // The scale turns points back into probabilities.
  return { features, intercept: fit.weights[0], platt, scaling: { offset: scaling.offset, factor: scaling.factor } };
}

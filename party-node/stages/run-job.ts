/** One attempt of one job at one party: every stage in order, the audit log after each, the heads counter-signed at the end. */
import { createHash } from 'node:crypto';
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
import { canonicalJson, helperOf, manifestDigest, type Manifest } from '@coscore/node-core/manifest/index.ts';
import type { Recipe } from '@coscore/node-core/recipe/index.ts';
import type { NetworkSession } from '@coscore/node-core/transport/index.ts';
import type { PartyId, Progress } from '@coscore/protocols';
import { finishDeals } from '@coscore/protocols/helper/index.ts';
import { columnsOffered } from '../columns-offered.ts';
import type { Datasets } from '../datasets.ts';
import { renderReportHtml } from '../report/html.ts';
import { writeReportXlsx } from '../report/xlsx.ts';
import type { TrafficAudit } from '../traffic-audit.ts';
import {
  alignTable,
  type AlignedTable,
  loadOwnTable,
  splitAtFeatureParty,
  splitAtLabelParty,
} from './aligned-table.ts';
import { agreeTerms } from './agree-terms.ts';
import { alignmentReport } from './alignment-report.ts';
import { buildReport } from './build-report.ts';
import { exchangeAuditHeads } from './counter-sign.ts';
import { type JobContext, StageClock } from './context.ts';
import { runFeatureParty } from './feature-party.ts';
import { runLabelParty } from './label-party.ts';
import type { LabelPartyModel } from './model.ts';
import { featureOptions, modelOptions } from './model-options.ts';
import { gatherTraffic, ownTraffic, sendTraffic, StageTraffic } from './traffic.ts';

export interface JobInput {
  readonly job: string;
  readonly attempt: number;
  readonly recipe: Recipe;
  readonly manifest: Manifest;
  readonly identity: Identity;
  readonly session: NetworkSession;
  readonly datasets: Datasets;
  readonly audit: AuditLog;
  readonly artefacts: State['artefacts'];
  readonly traffic: TrafficAudit;
  readonly reportFolder: string;
  readonly log: Logger;
  readonly progress: (progress: Progress) => void;
}

export async function runJob(input: JobInput): Promise<void> {
  const { recipe, manifest, session } = input;
  const context = contextOf(input);
  const booked = new StageTraffic(session, context.helper);
  const clock = new StageClock(
    (stage) => {
      input.progress({ stage, done: 0, total: 0, unit: '' });
      input.log.info({ event: 'stage', job: input.job, stage }, stage);
    },
    async (stage) => {
      booked.book(stage);
      await input.traffic.write(stage);
    },
  );
  const own = await clock.run('load', async () => {
    await agreeTerms(context, manifestDigest(manifest));
    return load(input, context);
  });
  const table = await clock.run('align', () => alignTable(context, own));
  const run: Run = { input, context, clock, booked, table };
  if (recipe.model.kind === 'align') await finishAlignment(run);
  else if (context.self === context.labelParty) await labelParty(run);
  else await featureParty(run);
  await exchangeAuditHeads(context, manifest, input.identity, input.audit);
  if (context.helper !== undefined) await finishDeals(session, context.helper);
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
  readonly clock: StageClock;
  readonly booked: StageTraffic;
  readonly table: AlignedTable;
}

function contextOf({ job, attempt, recipe, manifest, identity, session, progress }: JobInput): JobContext {
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
    helper: helperOf(manifest)?.id as PartyId | undefined,
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

async function labelParty({ input, context, clock, booked, table }: Run): Promise<void> {
  const train = await clock.run('split', () => splitAtLabelParty(context, table));
  const model = await runLabelParty(context, clock, table, train);
  const ownDigest = await keepShard(input, labelShard(model));
  const traffic = await gatherTraffic(context, ownTraffic(input.session, booked, table.ownRows, model.clippedRows));
  const alone = await clock.run('baseline', () =>
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
  const make = (timings: typeof clock.timings): Report =>
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
      timings,
      now: new Date(),
    });
  // Drawn once to know how long that takes, and once more to say so.
  await clock.run('report', () => writeReports(input.reportFolder, make(clock.timings)));
  const report = make(clock.timings);
  await writeReports(input.reportFolder, report);
  await writeLearned(
    input,
    report.learned.filter(({ party }) => party === context.self).map(({ what }) => what),
  );
}

async function featureParty({ input, context, clock, booked, table }: Run): Promise<void> {
  const train = await clock.run('split', () => splitAtFeatureParty(context, table));
  const model = await runFeatureParty(context, clock, table, train);
  if (model.shard !== undefined) await keepShard(input, model.shard);
  await sendTraffic(context, ownTraffic(input.session, booked, table.ownRows, model.clippedRows));
  await writeLearned(input, ['align', 'split', 'binning', 'select', 'train', 'evaluate']);
}

/** The job was to align only: how many rows there are together, and what it took to find out. */
async function finishAlignment({ input, context, clock, booked, table }: Run): Promise<void> {
  const own = ownTraffic(input.session, booked, table.ownRows, 0);
  if (context.self !== context.labelParty) return sendTraffic(context, own);
  const traffic = await gatherTraffic(context, own);
  const report = alignmentReport(context, input.manifest, table.frame.rows, traffic, clock.timings);
  await mkdir(input.reportFolder, { recursive: true, mode: 0o700 });
  await writeFile(join(input.reportFolder, 'report.json'), JSON.stringify(report, null, 2), { mode: 0o600 });
}

/** Each party keeps its own part of the model; the others only ever see its digest. @returns that digest, hex. */
async function keepShard({ job, attempt, artefacts }: JobInput, shard: object): Promise<string> {
  const text = canonicalJson(shard);
  await artefacts.put({ job, stage: 'train', attempt, name: 'shard' }, Buffer.from(text));
  return createHash('sha256').update(text).digest('hex');
}

function labelShard({ own, fit, platt }: LabelPartyModel): object {
  const features = own.map(({ name, weight, coefficient, column, points }) => ({
    name,
    weight,
    coefficient,
    ...(column.kind === 'coded' ? { woe: Array.from(column.values) } : {}),
    ...(points === undefined ? {} : { points: Array.from(points.points) }),
  }));
  return { features, intercept: fit.weights[0], platt };
}

async function writeReports(folder: string, report: Report): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, 'report.json'), JSON.stringify(report, null, 2), { mode: 0o600 });
  await writeFile(join(folder, 'report.html'), renderReportHtml(report), { mode: 0o600 });
  await writeReportXlsx(report, join(folder, 'report.xlsx'));
}

async function writeLearned({ audit, job }: JobInput, what: readonly string[]): Promise<void> {
  await audit.append('learned', { job, what }, new Date());
}

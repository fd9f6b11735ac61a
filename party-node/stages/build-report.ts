/** The report of a finished scorecard: what the label party knows, put together; what it does not know is not in it. */
import { createHash } from 'node:crypto';
import type { BinDecision } from '@coscore/models/binning/decide-bins.ts';
import { type LeakContext, learnedTable } from '@coscore/models/evaluate/leaks.ts';
import type { Learned, Report, ReportFeature, ReportLink, ReportStage } from '@coscore/models/evaluate/report.ts';
import { anonymousLabels, ownLabels, reportBins } from '@coscore/models/evaluate/report-bins.ts';
import { rowsWhere } from '@coscore/models/evaluate/evaluate.ts';
import { scoreStability } from '@coscore/models/evaluate/stability.ts';
import type { PlaintextResult } from '@coscore/models/scorecard/plaintext.ts';
import { scoreOf } from '@coscore/models/scorecard/points.ts';
import { canonicalJson, directPair, directPairs, helperOf, type Manifest } from '@coscore/node-core/manifest/index.ts';
import { COSCORE_VERSION } from '@coscore/node-core/daemon/version.ts';
import type { PartyId } from '@coscore/protocols';
import { dataParties, type JobContext, type StageName, stageNames } from './context.ts';
import { selectsByCorrelation } from './correlations.ts';
import type { StageCost } from './costs.ts';
import type { LabelPartyModel, OwnModelFeature } from './model.ts';
import type { Candidate } from './label-binning.ts';
import type { PartyTraffic } from './traffic.ts';

export interface ReportInput {
  readonly context: JobContext;
  readonly manifest: Manifest;
  readonly project: string;
  readonly rowsAligned: number;
  /** [rows] 1 = training row. */
  readonly train: Uint8Array;
  readonly model: LabelPartyModel;
  readonly alone: Pick<PlaintextResult, 'evaluation'>;
  readonly ownDigest: string;
  readonly traffic: ReadonlyMap<PartyId, PartyTraffic>;
  readonly costs: ReadonlyMap<StageName, StageCost>;
  readonly now: Date;
}

export function buildReport(input: ReportInput): Report {
  const { context, manifest, model, alone, traffic, train } = input;
  const { recipe, self } = context;
  const { evaluation, selected, fit, platt, scaling } = model;
  const profile = traffic.get(self)!.profile;
  const helper = helperOf(manifest)?.id;
  return {
    version: 1,
    name: recipe.name,
    job: context.job,
    createdAt: input.now.toISOString(),
    coscoreVersion: COSCORE_VERSION,
    profile,
    ...(helper === undefined ? {} : { helper }),
    labelParty: context.labelParty,
    rowsAligned: input.rowsAligned,
    parties: Object.fromEntries(dataParties(context).map((party) => [party, partySummary(input, party)])),
    metrics: { train: evaluation.train.metrics, ...(evaluation.test && { test: evaluation.test.metrics }) },
    evaluation,
    labelPartyAlone: {
      train: alone.evaluation.train.metrics,
      ...(alone.evaluation.test && { test: alone.evaluation.test.metrics }),
    },
    labelPartyAloneRoc: {
      train: alone.evaluation.train.roc,
      ...(alone.evaluation.test && { test: alone.evaluation.test.roc }),
    },
    features: model.candidates.map((candidate) => reportFeature(input, candidate)),
    ...(selected.correlation === undefined
      ? {}
      : { correlation: { names: selected.correlation.names, values: Array.from(selected.correlation.values) } }),
    coefficients: coefficients(model, context),
    intercept: platt.slope * fit.weights[0]! + platt.intercept,
    scaling: {
      baseScore: scaling.baseScore,
      baseOdds: scaling.baseOdds,
      pdo: scaling.pdo,
      largestRoundingError: roundingError(model),
    },
    ...stability(model, train),
    platt: { slope: platt.slope, intercept: platt.intercept },
    training: { iterations: fit.iterations, gradientNorm: fit.gradientNorm, converged: fit.converged },
    attempts: context.attempt,
    stages: stageTable(input),
    links: linkTable(traffic, manifest),
    learned: learned(input),
    recipe,
    model: modelId({ ...input, others: model.shards }),
    warnings: warnings(input),
  };
}

function partySummary({ manifest, traffic, model }: ReportInput, party: PartyId): Report['parties'][string] {
  const mine = model.candidates.filter((candidate) => candidate.party === party);
  const offered = manifest.parties.find(({ id }) => id === party)!;
  return {
    role: offered.role,
    // Another party's exact row count is its own business: it reports two digits.
    rows: traffic.get(party)!.rows,
    features: mine.length,
    selected: mine.filter((candidate) => model.selected.kept.includes(candidate)).length,
  };
}

function reportFeature({ context, model }: ReportInput, candidate: Candidate): ReportFeature {
  const { party, name, iv, decision } = candidate;
  const dropped = model.selected.dropped.get(candidate);
  return {
    party,
    name,
    iv,
    selected: dropped === undefined,
    ...(dropped === undefined ? {} : { dropped }),
    bins:
      decision === undefined
        ? []
        : party === context.self
          ? ownBins(model, candidate, decision)
          : reportBins(decision, anonymousLabels(decision), remotePoints(model, party, name)),
  };
}

function ownBins(model: LabelPartyModel, { name, binned }: Candidate, decision: BinDecision): ReportFeature['bins'] {
  const points = model.own.find((own) => own.name === name)?.points?.points;
  return reportBins(decision, ownLabels(binned!.bins, decision), points);
}

function remotePoints(model: LabelPartyModel, party: PartyId, name: string): Int32Array | undefined {
  const points = model.shards.get(party)?.features.find((feature) => feature.name === name)?.points;
  return points === undefined || points.length === 0 ? undefined : points;
}

function coefficients(model: LabelPartyModel, { self }: JobContext): Report['coefficients'] {
  const own = model.own.map(({ name, coefficient }: OwnModelFeature) => ({ name, value: coefficient }));
  const others = [...model.shards].map(([party, { features }]): [string, { name: string; value: number }[]] => [
    party,
    features.map(({ name, coefficient }) => ({ name, value: coefficient })),
  ]);
  return Object.fromEntries([[self, own], ...others]);
}

/** A point a bin is off by at most a half; of other parties' columns that is all this party may know. */
function roundingError({ own, selected }: LabelPartyModel): number {
  const others = selected.kept.length - own.length;
  return own.reduce((sum, { points }) => sum + (points?.roundingError ?? 0), others / 2);
}

export function stability(
  { logits, scaling }: Pick<LabelPartyModel, 'logits' | 'scaling'>,
  train: Uint8Array,
): Pick<Report, 'scorePsi'> {
  const test = rowsWhere(train, 0);
  if (test.length === 0) return {};
  const scores = (rows: Uint32Array): Float64Array => Float64Array.from(rows, (row) => scoreOf(logits[row]!, scaling));
  return { scorePsi: scoreStability(scores(rowsWhere(train, 1)), scores(test)) };
}

export function stageTable({ costs, traffic }: Pick<ReportInput, 'costs' | 'traffic'>): ReportStage[] {
  return stageNames.flatMap((name) => {
    const cost = costs.get(name);
    if (cost === undefined) return [];
    let bytes = 0;
    for (const { stages } of traffic.values()) {
      const counted = stages.get(name);
      bytes += (counted?.sent ?? 0) + (counted?.fromHelper ?? 0);
    }
    return [{ name, seconds: cost.seconds, bytes, attempt: cost.attempt }];
  });
}

/** Each link once: what a party sent, and what the helper sent it as it was received. */
export function linkTable(traffic: ReadonlyMap<PartyId, PartyTraffic>, manifest: Manifest): ReportLink[] {
  const helper = helperOf(manifest)?.id;
  return [...traffic].flatMap(([party, { links }]) =>
    links.flatMap(({ peer, sentBytes, sentMessages, receivedBytes, receivedMessages }) => {
      const way = directPair(manifest, party, peer) === undefined ? {} : ({ direct: true } as const);
      return [
        { from: party, to: peer, bytes: sentBytes, messages: sentMessages, ...way },
        ...(peer === helper
          ? [{ from: peer, to: party, bytes: receivedBytes, messages: receivedMessages, ...way }]
          : []),
      ];
    }),
  );
}

function learned(input: ReportInput): readonly Learned[] {
  const { context, model } = input;
  const { recipe } = context;
  return learnedTable({
    ...leakBasis(input),
    model: recipe.model.kind === 'logistic' ? 'logistic' : 'scorecard',
    correlation: selectsByCorrelation(context),
    raw: !recipe.features.woe,
    trainingParties: [context.labelParty, ...model.shards.keys()],
  });
}

/** What the leak table of any model follows from. */
export function leakBasis({ context, manifest, traffic }: Pick<ReportInput, 'context' | 'manifest' | 'traffic'>) {
  const { recipe } = context;
  const { split } = recipe;
  const helper = helperOf(manifest)?.id;
  return {
    profile: traffic.get(context.self)!.profile,
    labelParty: context.labelParty,
    featureParties: [...context.featureParties],
    ...(helper === undefined ? {} : { helper }),
    coordinator: manifest.coordinator.id,
    direct: directPairs(manifest),
    join: recipe.join,
    policy: recipe.policy,
    split: 'column' in split ? 'column' : split.test === 0 ? 'none' : 'random',
  } satisfies Partial<LeakContext>;
}

/** Names the model by everything that made it: the agreement, the recipe, and the digest of every party's shard. */
export function modelId({
  project,
  context,
  ownDigest,
  others,
}: Pick<ReportInput, 'project' | 'context' | 'ownDigest'> & {
  readonly others: ReadonlyMap<PartyId, { readonly digest: string }>;
}): Report['model'] {
  const shards = Object.fromEntries([
    [context.self, ownDigest],
    ...[...others].map(([party, { digest }]) => [party, digest]),
  ]);
  const digest = createHash('sha256')
    .update(canonicalJson({ project, recipe: context.recipe, shards }))
    .digest('hex');
  return { id: digest.slice(0, 16), digest };
}

function warnings({ model, traffic, train }: ReportInput): Report['warnings'] {
  const rows = rowsWhere(train, 1).length;
  const clipped = [...traffic.values()].reduce((sum, { clippedRows }) => sum + clippedRows, 0);
  return [
    ...(model.fit.converged
      ? []
      : [
          {
            en: `Training stopped after ${model.fit.iterations} iterations before its gradient was small enough (${model.fit.gradientNorm.toExponential(1)}); more iterations may change the coefficients slightly.`,
            zh: `训练在 ${model.fit.iterations} 次迭代后停止，梯度尚未足够小（${model.fit.gradientNorm.toExponential(1)}）；增加迭代次数可能使系数略有变化。`,
          },
        ]),
    ...(clipped > rows / 1000
      ? [
          {
            en: `${clipped} partial logits of ${rows} training rows were clipped to their bound; extreme rows count less than they should.`,
            zh: `${rows} 个训练样本中有 ${clipped} 个部分对数几率被截断到上界；极端样本的影响小于其应有的影响。`,
          },
        ]
      : []),
  ];
}

/**
 * The scorecard with every column in one place: the oracle of the federated trainer, the label party's model alone, and
 * the baseline of the benchmarks. It is the same recipe from the same pieces, with local sources only: feature parties'
 * columns carry the 2-decimal WoE that they would be told, and their parts of the logit are rounded as they would be.
 */
import type { BinnedColumn } from '../binning/fine-bins.ts';
import type { BinDecision } from '../binning/decide-bins.ts';
import { evaluateSamples, rowsWhere, type SampleEvaluations } from '../evaluate/evaluate.ts';
import { scoreStability, type Stability } from '../evaluate/stability.ts';
import { defaultModel, type FeatureOptions, type ModelOptions, type PolicyOptions } from '../options.ts';
import type { DropReason } from '../selection/screen.ts';
import {
  makeCandidates,
  localCorrelation,
  selectFeatures,
  type Candidate,
  type Correlation,
  type PlaintextParty,
  type PlaintextStage,
} from './candidates.ts';
import { DesignMatrix, INTERCEPT } from './design.ts';
import { LocalLinearSource } from './local-linear.ts';
import { coefficientTest } from './newton.ts';
import { refitPlatt, roundContribution, type Platt } from './platt.ts';
import { featurePoints, largestRoundingError, scalingOf, scoreOf, type FeaturePoints, type Scaling } from './points.ts';
import { checkRawAllowed, checkSample } from './sample.ts';
import { trainLinear, type LinearFit } from './train-linear.ts';

export interface PlaintextInput {
  readonly parties: readonly PlaintextParty[];
  /** [rows] 1 = bad. */
  readonly labels: Uint8Array;
  /** [rows] 1 = training row. */
  readonly train: Uint8Array;
  readonly features: FeatureOptions;
  readonly model: ModelOptions;
  readonly policy: Pick<PolicyOptions, 'minRowsPerBin' | 'allowRawColumns' | 'shareWoe'>;
  /** Also gives standard errors and p; possible because every column is here. */
  readonly tests?: boolean | undefined;
  /** Called as each stage starts. */
  readonly onStage?: ((stage: PlaintextStage) => void) | undefined;
}

export interface PlaintextFeature {
  readonly party: string;
  readonly name: string;
  /** 0 for raw columns. */
  readonly iv: number;
  readonly dropped?: DropReason;
  /** Both absent for raw columns. */
  readonly binned?: BinnedColumn;
  readonly decision?: BinDecision;
  /** For features in the model: before the refit, and what it amounts to after it (slope * weight). */
  readonly weight?: number;
  readonly coefficient?: number;
  /** Of `coefficient`, where asked for. */
  readonly standardError?: number;
  readonly p?: number;
  readonly points?: FeaturePoints;
}

export interface PlaintextResult {
  readonly features: readonly PlaintextFeature[];
  readonly fit: LinearFit;
  /** Before the refit. */
  readonly intercept: number;
  readonly platt: Platt;
  readonly scaling: Scaling;
  readonly largestRoundingError: number;
  /** [rows] final log odds of bad, and the score. */
  readonly logits: Float64Array;
  readonly scores: Float64Array;
  readonly evaluation: SampleEvaluations;
  readonly scorePsi?: Stability;
  /** Over the selected columns, where selection needed it. */
  readonly correlation?: Correlation;
}

/** @throws ModelError; RangeError when parties' rows differ in number. */
export async function trainInPlaintext(input: PlaintextInput): Promise<PlaintextResult> {
  const { parties, labels, train, features, model, policy, onStage } = input;
  for (const { party, frame } of parties) {
    if (frame.rows !== labels.length)
      throw new RangeError(`${party} has ${frame.rows} rows for ${labels.length} labels`);
  }
  checkSample(labels, train);
  checkRawAllowed(features, policy);
  const candidates = parties.flatMap((party) => makeCandidates(party, { labels, train, features, policy, onStage }));
  onStage?.('select');
  const { kept, dropped, correlation } = await selectFeatures(candidates, features.select, localCorrelation(train));

  onStage?.('train');
  const rows = rowsWhere(train, 1);
  const design = new DesignMatrix(labels.length, [INTERCEPT, ...kept.map((candidate) => candidate.column)]);
  const trainDesign = design.takeRows(rows);
  const trainLabels = Uint8Array.from(rows, (row) => labels[row]!);
  const fit = await trainLinear(new LocalLinearSource(trainDesign, trainLabels), {
    l2: model.l2,
    iterations: model.iterations,
    tolerance: model.tolerance ?? defaultModel.tolerance,
    signs: model.signs,
  });

  onStage?.('refit');
  const z = jointLogit(parties, kept, fit.weights, labels.length);
  const platt = refitPlatt(
    Float64Array.from(rows, (row) => z[row]!),
    trainLabels,
  );
  const logits = z.map((part) => platt.slope * part + platt.intercept);
  const scaling = scalingOf(model);
  const basis = { scaling, platt, intercept: fit.weights[0]!, features: kept.length };
  const points = kept.map(({ column }, j) =>
    column.kind === 'coded' ? featurePoints(fit.weights[j + 1]!, column.values, basis) : undefined,
  );
  const tests = input.tests === true ? coefficientTest(trainDesign, fit.weights, model.l2) : undefined;

  onStage?.('evaluate');
  const evaluation = evaluateSamples(labels, logits, train, scaling);
  const scores = logits.map((logit) => scoreOf(logit, scaling));
  return {
    features: candidates.map((candidate) => {
      const j = kept.indexOf(candidate);
      const base = describeCandidate(candidate, dropped.get(candidate));
      if (j < 0) return base;
      const weight = fit.weights[j + 1]!;
      return {
        ...base,
        ...(model.signs === 'positive' && weight === 0 ? { dropped: 'sign' as const } : {}),
        weight,
        coefficient: platt.slope * weight,
        ...(points[j] === undefined ? {} : { points: points[j] }),
        ...(tests === undefined
          ? {}
          : { standardError: Math.abs(platt.slope) * tests.standardErrors[j + 1]!, p: tests.p[j + 1]! }),
      };
    }),
    fit,
    intercept: fit.weights[0]!,
    platt,
    scaling,
    largestRoundingError: largestRoundingError(points.filter((entry) => entry !== undefined)),
    logits,
    scores,
    evaluation,
    ...stabilityBetween(scores, train),
    ...(correlation === undefined ? {} : { correlation }),
  };
}

/** Parts of the logit added up as the protocol would: feature parties' rounded, the label party's as they are. */
function jointLogit(
  parties: readonly PlaintextParty[],
  kept: readonly Candidate[],
  weights: Float64Array,
  rows: number,
): Float64Array {
  const z = new Float64Array(rows).fill(weights[0]!);
  for (const { party, role } of parties) {
    const own = Array.from(kept.keys()).filter((j) => kept[j]!.party === party);
    const part = new DesignMatrix(
      rows,
      own.map((j) => kept[j]!.column),
    ).times(Float64Array.from(own, (j) => weights[j + 1]!));
    const given = role === 'feature' ? roundContribution(part) : part;
    for (let row = 0; row < rows; row++) z[row]! += given[row]!;
  }
  return z;
}

function describeCandidate(candidate: Candidate, dropped: DropReason | undefined): PlaintextFeature {
  const { party, name, iv, binned, decision } = candidate;
  return {
    party,
    name,
    iv,
    ...(dropped === undefined ? {} : { dropped }),
    ...(binned === undefined ? {} : { binned }),
    ...(decision === undefined ? {} : { decision }),
  };
}

function stabilityBetween(scores: Float64Array, train: Uint8Array): { readonly scorePsi?: Stability } {
  const test = rowsWhere(train, 0);
  if (test.length === 0) return {};
  const pick = (rows: Uint32Array): Float64Array => Float64Array.from(rows, (row) => scores[row]!);
  return { scorePsi: scoreStability(pick(rowsWhere(train, 1)), pick(test)) };
}

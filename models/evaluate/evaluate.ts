/** Everything the report says about how well a sample is scored. */
import { scoreOf, type Scaling } from '../scorecard/points.ts';
import { bandWidthOf, calibrationOf, distributionOf, gainsOf } from './gains.ts';
import { scoreLevels } from './levels.ts';
import { curvesOf, metricsOf } from './metrics.ts';
import type { Evaluation } from './report.ts';

export interface EvaluateInput {
  /** [rows] 1 = bad. */
  readonly labels: Uint8Array;
  /** [rows] final log odds of bad. */
  readonly logits: Float64Array;
  readonly scaling: Scaling;
  /** Whether the model was fitted on these rows. */
  readonly sample: 'train' | 'test';
  /** Width of the score bands; absent: a round one that fits. Give the training sample's to line up with it. */
  readonly bandWidth?: number | undefined;
}

/** @throws ModelError `too-few-bads` when the sample has one class only. */
export function evaluate({ labels, logits, scaling, sample, bandWidth }: EvaluateInput): Evaluation {
  const levels = scoreLevels(labels, logits);
  const scoreAt = (logit: number): number => scoreOf(logit, scaling);
  return {
    metrics: metricsOf(levels),
    ...curvesOf(levels, scoreAt),
    gains: gainsOf(levels, scoreAt),
    ...calibrationOf(levels, sample),
    scoreDistribution: distributionOf(levels, scoreAt, bandWidth ?? bandWidthOf(levels, scoreAt)),
  };
}

export interface SampleEvaluations {
  readonly train: Evaluation;
  readonly test?: Evaluation;
}

/**
 * Both samples, in comparable bands; no test without test rows.
 * @param labels [rows] @param logits [rows] @param train [rows] 1 = training row.
 */
export function evaluateSamples(
  labels: Uint8Array,
  logits: Float64Array,
  train: Uint8Array,
  scaling: Scaling,
): SampleEvaluations {
  const rows = { train: rowsWhere(train, 1), test: rowsWhere(train, 0) };
  const pick = (at: Uint32Array): { labels: Uint8Array; logits: Float64Array } => ({
    labels: Uint8Array.from(at, (row) => labels[row]!),
    logits: Float64Array.from(at, (row) => logits[row]!),
  });
  const fitted = evaluate({ ...pick(rows.train), scaling, sample: 'train' });
  if (rows.test.length === 0) return { train: fitted };
  const [band] = fitted.scoreDistribution;
  const bandWidth = band!.to - band!.from;
  return { train: fitted, test: evaluate({ ...pick(rows.test), scaling, sample: 'test', bandWidth }) };
}

/** Row numbers whose mask has this value, ascending. */
export function rowsWhere(mask: Uint8Array, value: 0 | 1): Uint32Array {
  const rows = new Uint32Array(mask.length);
  let count = 0;
  for (let row = 0; row < mask.length; row++) if (mask[row] === value) rows[count++] = row;
  return rows.subarray(0, count);
}

/**
 * Points (credit.md, "Scaling"): B = PDO / ln 2, A = S0 - B ln(odds0), score = A + B ln((1-p)/p). A bin's points are
 * -B * beta * WoE plus its share of A - B * beta0; the points of all bins of an applicant add up to the score.
 */
import { defaultModel, type ModelOptions } from '../options.ts';
import type { Platt } from './platt.ts';

export interface Scaling {
  readonly baseScore: number;
  readonly baseOdds: number;
  readonly pdo: number;
  /** A: the score at even odds. */
  readonly offset: number;
  /** B: points per unit of log odds. */
  readonly factor: number;
}

export function scalingOf(model: ModelOptions): Scaling {
  const { baseScore = defaultModel.baseScore, baseOdds = defaultModel.baseOdds, pdo = defaultModel.pdo } = model;
  const factor = pdo / Math.LN2;
  return { baseScore, baseOdds, pdo, offset: baseScore - factor * Math.log(baseOdds), factor };
}

/** @param logit log odds of bad. */
export function scoreOf(logit: number, { offset, factor }: Scaling): number {
  return offset - factor * logit;
}

export interface FeaturePoints {
  /** [bins] whole points. */
  readonly points: Int32Array;
  /** Largest |rounded - exact| of a bin, at most 0.5. */
  readonly roundingError: number;
}

/** What every party needs to give points to its own bins; no one's weights are in it. */
export interface PointsBasis {
  readonly scaling: Scaling;
  readonly platt: Platt;
  /** The joint model's intercept before the refit. */
  readonly intercept: number;
  /** Features of all parties in the model, at least 1. */
  readonly features: number;
}

/** @param weight before the refit. @param woe [bins] the design's values. */
export function featurePoints(weight: number, woe: Float64Array, basis: PointsBasis): FeaturePoints {
  const { scaling, platt } = basis;
  const beta0 = platt.slope * basis.intercept + platt.intercept;
  const share = scoreOf(beta0, scaling) / basis.features;
  const points = new Int32Array(woe.length);
  let roundingError = 0;
  woe.forEach((value, bin) => {
    const exact = share - scaling.factor * platt.slope * weight * value;
    points[bin] = Math.round(exact);
    roundingError = Math.max(roundingError, Math.abs(points[bin]! - exact));
  });
  return { points, roundingError };
}

/** The most that a score can be off by rounding: every feature at its worst bin at once. */
export function largestRoundingError(features: readonly FeaturePoints[]): number {
  return features.reduce((sum, feature) => sum + feature.roundingError, 0);
}

/**
 * What a forest's raw score says of a row. With `binary` loss it is the log odds of being bad. With `squared` loss it is the
 * predicted label itself, a linear probability: it may leave (0, 1), as LightGBM's `regression` does, and is held inside only
 * where a probability or points are made of it.
 */
import type { Forest } from './forest.ts';

/** A linear probability is held between this and 1 less this: log odds of about 7 either way. */
export const LEAST_PROBABILITY = 0.001;

/** Log odds per unit of raw score that is cut off: rows keep their order, and no score moves by a tenth of a point. */
const BEYOND = 1e-3;

/** Far below what two scores differ by. */
const NEAR = 1e-9;

/** Log odds of being bad; strictly increasing in the raw score. */
export function logOddsOf(objective: Forest['objective'], raw: number): number {
  if (objective === 'binary') return raw;
  const held = Math.min(Math.max(raw, LEAST_PROBABILITY), 1 - LEAST_PROBABILITY);
  return Math.log(held / (1 - held)) + BEYOND * (raw - held);
}

/** @param scores [rows] raw. @returns [rows] */
export function logOddsOfAll(objective: Forest['objective'], scores: Float64Array): Float64Array {
  return objective === 'binary' ? scores : scores.map((raw) => logOddsOf(objective, raw));
}

/**
 * Log odds per unit of raw score on the way from one raw score to another: parts of the difference of raw scores, times this,
 * are parts of the difference of log odds. 1 for `binary`.
 */
export function logOddsSlope(objective: Forest['objective'], from: number, to: number): number {
  if (objective === 'binary') return 1;
  const [a, b] = Math.abs(to - from) < NEAR ? [from - NEAR, from + NEAR] : [from, to];
  return (logOddsOf(objective, b) - logOddsOf(objective, a)) / (b - a);
}

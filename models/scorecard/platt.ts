/**
 * The last step of training: the label party refits slope and intercept of the joint logit on its labels (Platt 1999,
 * without his smoothed targets: bank samples are large). It undoes whatever scale the private arithmetic left behind.
 */
import { DesignMatrix, INTERCEPT } from './design.ts';
import { fitNewton } from './newton.ts';

/** What a feature party contributes is rounded to 1/32: unrounded, the label party could decode its exact bins. */
export const CONTRIBUTION_STEP = 1 / 32;

/** Keeps the slope finite where the logit separates the classes; far below any effect on a real sample. */
const RIDGE = 1e-9;

export interface Platt {
  readonly slope: number;
  readonly intercept: number;
}

/** @param z [rows] a party's part of the logit. @returns [rows] the nearest multiples of 1/32. */
export function roundContribution(z: Float64Array): Float64Array {
  return z.map((part) => Math.round(part / CONTRIBUTION_STEP) * CONTRIBUTION_STEP);
}

/**
 * @param z [rows] joint logit of the training rows. @param labels [rows] 1 = bad.
 * A constant z has no slope to fit: it keeps slope 1.
 */
export function refitPlatt(z: Float64Array, labels: Uint8Array): Platt {
  const column = new DesignMatrix(z.length, [INTERCEPT, { kind: 'dense', name: 'z', values: z }]);
  if (z.every((part) => part === z[0])) {
    const bads = labels.reduce((sum, label) => sum + label, 0);
    return { slope: 1, intercept: Math.log(bads / (labels.length - bads)) - (z[0] ?? 0) };
  }
  const { weights } = fitNewton(column, labels, { l2: RIDGE });
  return { slope: weights[1]!, intercept: weights[0]! };
}

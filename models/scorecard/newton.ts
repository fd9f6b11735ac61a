/**
 * Newton's method for penalised logistic regression (iteratively reweighted least squares; McCullagh and Nelder 1989),
 * and the standard errors that its Hessian gives. It needs all columns in one place: a party's own block of the Hessian
 * would leave out what its columns share with the others', and its errors would be too small, so none are given there.
 */
import { ModelError } from '../errors.ts';
import { upperGamma } from '../evaluate/special.ts';
import { decompose, dot, inverseDiagonal, solve } from './linear-algebra.ts';
import type { DesignMatrix } from './design.ts';
import { sigmoid } from './local-linear.ts';

export interface NewtonFit {
  /** [columns] */
  readonly weights: Float64Array;
  readonly iterations: number;
  readonly gradientNorm: number;
}

const MAX_ITERATIONS = 50;

/**
 * @param design training rows. @param labels [rows] 1 = bad.
 * @throws ModelError `diverged` when the gradient does not vanish (separable classes without a penalty).
 */
export function fitNewton(
  design: DesignMatrix,
  labels: Uint8Array,
  { l2, tolerance = 1e-10 }: { readonly l2: number; readonly tolerance?: number },
): NewtonFit {
  let weights = new Float64Array(design.columns.length);
  let at = evaluateAt(design, labels, weights, l2);
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
    const gradientNorm = Math.sqrt(dot(at.gradient, at.gradient));
    if (gradientNorm <= tolerance) return { weights, iterations: iteration, gradientNorm };
    const step = solve(decompose(hessian(design, at.probabilities, l2), weights.length), at.gradient);
    const moved = descend(design, labels, weights, at, step, l2);
    if (moved === undefined) return settle(weights, iteration, gradientNorm);
    ({ weights, at } = moved);
  }
  return settle(weights, MAX_ITERATIONS, Math.sqrt(dot(at.gradient, at.gradient)));
}

/** No smaller objective can be told from this one in floating point: an optimum, if the gradient agrees. */
function settle(weights: Float64Array<ArrayBuffer>, iterations: number, gradientNorm: number): NewtonFit {
  if (gradientNorm <= 1e-6) return { weights, iterations, gradientNorm };
  throw new ModelError(
    'diverged',
    `Newton's method stopped at a gradient of ${gradientNorm.toPrecision(3)}; raise l2`,
    {
      params: { iteration: iterations },
    },
  );
}

interface Point {
  readonly objective: number;
  readonly gradient: Float64Array;
  readonly probabilities: Float64Array;
}

function evaluateAt(design: DesignMatrix, labels: Uint8Array, weights: Float64Array, l2: number): Point {
  const z = design.times(weights);
  const n = design.rows;
  const residual = new Float64Array(n);
  let loss = 0;
  for (let i = 0; i < n; i++) {
    loss += Math.max(z[i]!, 0) + Math.log1p(Math.exp(-Math.abs(z[i]!))) - z[i]! * labels[i]!;
    z[i] = sigmoid(z[i]!);
    residual[i] = z[i]! - labels[i]!;
  }
  const penalised = weights.map((w, j) => (j === design.intercept ? 0 : w));
  const gradient = design.transposeTimes(residual).map((sum, j) => sum / n + l2 * penalised[j]!);
  return { objective: loss / n + (l2 / 2) * dot(penalised, penalised), gradient, probabilities: z };
}

function descend(
  design: DesignMatrix,
  labels: Uint8Array,
  weights: Float64Array,
  from: Point,
  step: Float64Array,
  l2: number,
): { weights: Float64Array<ArrayBuffer>; at: Point } | undefined {
  for (let length = 1; length > 1e-6; length /= 2) {
    const moved = Float64Array.from(weights, (w, j) => w - length * step[j]!);
    const at = evaluateAt(design, labels, moved, l2);
    if (at.objective < from.objective || dot(at.gradient, at.gradient) < 0.25 * dot(from.gradient, from.gradient)) {
      return { weights: moved, at };
    }
  }
  return undefined;
}

/** X^T diag(p (1 - p)) X / n + l2, the intercept unpenalised; row-major. */
function hessian(design: DesignMatrix, probabilities: Float64Array, l2: number): Float64Array {
  const d = design.columns.length;
  const h = design.gram(probabilities.map((p) => p * (1 - p)));
  for (let i = 0; i < h.length; i++) h[i]! /= design.rows;
  for (let j = 0; j < d; j++) if (j !== design.intercept) h[j * d + j]! += l2;
  return h;
}

export interface CoefficientTest {
  /** [columns] */
  readonly standardErrors: Float64Array;
  /** [columns] two-sided, 2 Phi(-|w / SE|). */
  readonly p: Float64Array;
}

/** @param weights at or near the optimum of the same design, labels and l2. */
export function coefficientTest(design: DesignMatrix, weights: Float64Array, l2: number): CoefficientTest {
  const probabilities = design.times(weights).map(sigmoid);
  const factor = decompose(hessian(design, probabilities, l2), weights.length);
  const variances = inverseDiagonal(factor, weights.length);
  const standardErrors = variances.map((variance) => Math.sqrt(variance / design.rows));
  const p = standardErrors.map((error, j) => twoSidedP(weights[j]! / error));
  return { standardErrors, p };
}

/** 2 Phi(-|z|) = Q(1/2, z^2/2). */
export function twoSidedP(z: number): number {
  return Number.isNaN(z) ? 1 : upperGamma(0.5, (z * z) / 2);
}

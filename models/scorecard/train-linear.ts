/**
 * Logistic regression by vector-free L-BFGS (lbfgs.ts), one program for every party: each holds its own columns and
 * weights, and what is global crosses through the source, one gradient and one sum of inner products an iteration.
 * Objective: mean logistic loss + l2/2 |w|^2 without the intercept.
 *
 * All parties branch on totals that all of them hold, bit for bit, so they stay in step. The trainer works in
 * u = w sqrt(mean x^2 + 4 l2), and keeps its basis at unit scale by norms it knows already, so that totals summed in fixed
 * point lose nothing near the optimum.
 */
import { ModelError } from '../errors.ts';
import type { LinearSource } from '../sources.ts';
import { basisSize, combine, direction, inner, lengthOf, type Basis } from './lbfgs.ts';
import { dot } from './linear-algebra.ts';

export const HISTORY = 10;

/** A step is taken back when its end slopes up this much of what its start sloped down. */
const OVERSHOOT = 0.9;

/** A noisy gradient that has not got smaller by a tenth for so many iterations will not. */
const PATIENCE = 10;

/** A gradient this many times the first one is no longer on the way to an optimum. */
const DIVERGED = 1e3;

export interface TrainLinearOptions {
  readonly l2: number;
  /** Gradients at most, at least 1. */
  readonly iterations: number;
  /** Stop when the gradient's Euclidean norm over all parties is at most this. */
  readonly tolerance: number;
  /** `positive` keeps weights, the intercept aside, at zero or above (projected; Bertsekas 1982). Default `free`. */
  readonly signs?: 'free' | 'positive' | undefined;
  /** Called after each iteration; `state` resumes there. What it returns is awaited before the next begins. */
  readonly onIteration?: ((event: LinearIteration) => void | Promise<void>) | undefined;
  readonly resumeFrom?: LinearState | undefined;
}

export interface LinearIteration {
  /** Counts from 0. */
  readonly iteration: number;
  readonly gradientNorm: number;
  readonly state: LinearState;
}

/** Where one party stands before iteration `iteration`; its vectors are its own secrets. */
export interface LinearState {
  readonly iteration: number;
  /** [columns] */
  readonly weights: Float64Array;
  /** Pairs of scaled steps and changes of gradient, oldest first, each [columns]. */
  readonly steps: readonly Float64Array[];
  readonly changes: readonly Float64Array[];
  /** The gradient before the last step, and that step, both scaled to `u`; absent before the first. */
  readonly last?: { readonly gradient: Float64Array; readonly step: Float64Array; readonly stepNorm: number };
  /** Norms over all parties at the last iteration (1 before the first): scaled to `u`, and plain. */
  readonly scaledNorm: number;
  readonly gradientNorm: number;
  /** The first plain norm; 0 before it is known. */
  readonly firstNorm: number;
  /** The least plain norm so far, and for how many iterations it has been the least. */
  readonly leastNorm: number;
  readonly sinceLeast: number;
  /** The arithmetic can tell no smaller gradient. */
  readonly settled?: boolean;
  /** Training ended here. */
  readonly converged?: boolean;
}

/** Whether nothing is left to do from this state on. */
export function trainingEnded({ converged, iteration }: LinearState, iterations: number): boolean {
  return converged === true || iteration >= iterations;
}

export interface LinearFit {
  /** [columns] own slice of the joint weights. */
  readonly weights: Float64Array;
  /** Gradients taken. */
  readonly iterations: number;
  /** At the last gradient. */
  readonly gradientNorm: number;
  /** Whether `gradientNorm` is within the tolerance, or as small as the source's arithmetic can tell. */
  readonly converged: boolean;
}

/** @throws ModelError `diverged`. */
export async function trainLinear(source: LinearSource, options: TrainLinearOptions): Promise<LinearFit> {
  const scaling = source.secondMoments.map((m, j) => Math.sqrt(m + (j === source.intercept ? 0 : 4 * options.l2)) || 1);
  let state = options.resumeFrom ?? startState(source.columns);
  const finestFrom = Math.max(0, ...(source.arithmeticChangesAt ?? []));
  while (!trainingEnded(state, options.iterations)) {
    const next = await iterate(source, options, scaling, state);
    // Rough arithmetic finds its own optimum, which is not the one that is wanted.
    const finest = next.iteration > finestFrom;
    const converged = finest && (next.gradientNorm <= options.tolerance || next.settled === true);
    state = converged ? { ...next, converged } : next;
    await options.onIteration?.({ iteration: state.iteration - 1, gradientNorm: state.gradientNorm, state });
  }
  const { weights, iteration, gradientNorm, converged } = state;
  return { weights, iterations: iteration, gradientNorm, converged: converged === true };
}

function startState(columns: number): LinearState {
  return {
    iteration: 0,
    weights: new Float64Array(columns),
    steps: [],
    changes: [],
    scaledNorm: 1,
    gradientNorm: 1,
    firstNorm: 0,
    leastNorm: Infinity,
    sinceLeast: 0,
  };
}

/** One gradient, one sum over the parties, one step. */
async function iterate(
  source: LinearSource,
  options: TrainLinearOptions,
  scaling: Float64Array,
  state: LinearState,
): Promise<LinearState> {
  const loss = await source.gradient(state.weights, state.iteration);
  const plain = loss.map((g, j) => g + (j === source.intercept ? 0 : options.l2 * state.weights[j]!));
  const gradient = plain.map((g, j) => g / scaling[j]!);
  const changed = source.arithmeticChangesAt?.includes(state.iteration) === true;
  const last = changed ? undefined : state.last;
  const { scaled, norm } = unitOf(state, changed);
  const { steps, changes } = extendHistory(state, last, gradient);

  const free = freeWeights(source, options, state.weights, plain);
  const vectors = [...steps, ...changes, gradient.map((g) => g / scaled)].map((v) => v.map((x, j) => x * free[j]!));
  const totals = await source.sumOverParties(partialProducts(vectors, plain, free, norm));
  const basis = basisFrom(totals, steps.length);
  const scaledNorm = Math.sqrt(Math.max(0, inner(basis, 2 * steps.length, 2 * steps.length))) * scaled;
  const gradientNorm = Math.sqrt(Math.max(0, totals.at(-1)!)) * norm;
  const firstNorm = state.firstNorm || gradientNorm;
  refuseDivergence(gradientNorm, firstNorm, state.iteration);

  // Other arithmetic, other least: what the rough one reached says nothing of the exact one.
  const smaller = changed || gradientNorm < 0.9 * state.leastNorm;
  const next = {
    iteration: state.iteration + 1,
    steps,
    changes,
    scaledNorm,
    gradientNorm,
    firstNorm,
    leastNorm: smaller ? gradientNorm : state.leastNorm,
    sinceLeast: smaller ? 0 : state.sinceLeast + 1,
  };
  if (gradientNorm <= options.tolerance || scaledNorm === 0) return { ...next, weights: state.weights };
  const { resolution = 0 } = source;
  if (resolution > 0 && next.sinceLeast >= PATIENCE) return { ...next, weights: state.weights, settled: true };
  const delta = stepOn(basis, source.totalColumns, scaled, last?.stepNorm);
  const stepNorm = lengthOf(basis, delta);
  // Divided by such a step, the noise of two gradients would pass for curvature.
  if (stepNorm <= resolution) return { ...next, weights: state.weights, settled: true };
  const wanted = combination(vectors, delta, source.columns);
  const weights = state.weights.map((w, j) => bounded(w + wanted[j]! / scaling[j]!, j, source, options));
  const step = weights.map((w, j) => (w - state.weights[j]!) * scaling[j]!);
  return { ...next, weights, last: { gradient, step, stepNorm } };
}

/**
 * Norms that the gradient is measured in: the last ones, so that it stays near unit scale. Where rough arithmetic has come to
 * its own optimum they say nothing of the exact one's gradient, which can be a million times as large.
 */
function unitOf({ scaledNorm, gradientNorm }: LinearState, changed: boolean): { scaled: number; norm: number } {
  return changed ? { scaled: 1, norm: 1 } : { scaled: scaledNorm || 1, norm: gradientNorm || 1 };
}

/** Adds the last step's pair, both divided by the step's length, which leaves the approximation as it is. */
function extendHistory(
  { steps, changes }: LinearState,
  last: LinearState['last'],
  gradient: Float64Array,
): { steps: readonly Float64Array[]; changes: readonly Float64Array[] } {
  if (last === undefined || last.stepNorm === 0) return { steps, changes };
  const step = last.step.map((s) => s / last.stepNorm);
  const change = gradient.map((g, j) => (g - last.gradient[j]!) / last.stepNorm);
  return { steps: [...steps, step].slice(-HISTORY), changes: [...changes, change].slice(-HISTORY) };
}

/** Upper triangle of the basis's inner products, then the plain gradient's square over the free weights. */
function partialProducts(
  vectors: readonly Float64Array[],
  plain: Float64Array,
  free: Float64Array,
  previousNorm: number,
): Float64Array {
  const products: number[] = [];
  vectors.forEach((a, i) => {
    for (let j = i; j < vectors.length; j++) products.push(dot(a, vectors[j]!));
  });
  let square = 0;
  plain.forEach((g, j) => (square += free[j]! * (g / previousNorm) ** 2));
  return Float64Array.from([...products, square]);
}

function basisFrom(totals: Float64Array, pairs: number): Basis {
  const size = basisSize(pairs);
  const gram = new Float64Array(size * size);
  let at = 0;
  for (let i = 0; i < size; i++) {
    for (let j = i; j < size; j++) gram[i * size + j] = gram[j * size + i] = totals[at++]!;
  }
  return { pairs, gram };
}

/**
 * Coefficients of the next step. The start is scaled by min(1, 8/d): in u the Hessian of d columns is at most d/4, reached
 * when they all move together, so 8/d is the longest step that cannot climb (unscaled, 115 correlated columns reach
 * |z| = 33). A last step that overshot is taken back to where the slope along it vanishes, judged by its two ends; its
 * pair stays, so the next direction knows better.
 */
function stepOn(basis: Basis, totalColumns: number, scaledNorm: number, stepNorm: number | undefined): Float64Array {
  const back = takeBack(basis, scaledNorm, stepNorm);
  if (back !== undefined) return back;
  const gradient = 2 * basis.pairs;
  const start = Math.min(1, 8 / totalColumns);
  const delta = direction(basis, start);
  // Rounding alone can turn a descent direction around; the plain gradient never can.
  const chosen = combine(basis, delta, gradient) < 0 ? delta : delta.map((_, j) => (j === gradient ? -start : 0));
  return chosen.map((coefficient) => coefficient * scaledNorm);
}

function takeBack(basis: Basis, scaledNorm: number, stepNorm: number | undefined): Float64Array | undefined {
  const newest = basis.pairs - 1;
  if (stepNorm === undefined || newest < 0) return undefined;
  const rise = inner(basis, newest, 2 * basis.pairs) * scaledNorm;
  const bend = inner(basis, newest, basis.pairs + newest);
  const fall = rise - bend * stepNorm;
  if (!(fall < 0 && rise > -OVERSHOOT * fall)) return undefined;
  const back = new Float64Array(basisSize(basis.pairs));
  back[newest] = -rise / bend;
  return back;
}

function combination(vectors: readonly Float64Array[], delta: Float64Array, columns: number): Float64Array {
  const out = new Float64Array(columns);
  vectors.forEach((vector, b) => {
    for (let j = 0; j < columns; j++) out[j]! += delta[b]! * vector[j]!;
  });
  return out;
}

/** [columns] 1, or 0 for a weight at its bound that the gradient would push beyond it. */
function freeWeights(
  source: LinearSource,
  options: TrainLinearOptions,
  weights: Float64Array,
  gradient: Float64Array,
): Float64Array {
  return weights.map((w, j) => (isBounded(j, source, options) && w <= 0 && gradient[j]! > 0 ? 0 : 1));
}

function bounded(w: number, j: number, source: LinearSource, options: TrainLinearOptions): number {
  return isBounded(j, source, options) ? Math.max(0, w) : w;
}

function isBounded(j: number, source: LinearSource, { signs }: TrainLinearOptions): boolean {
  return signs === 'positive' && j !== source.intercept;
}

function refuseDivergence(norm: number, first: number, iteration: number): void {
  if (Number.isFinite(norm) && norm <= DIVERGED * first) return;
  throw new ModelError(
    'diverged',
    `the gradient's norm is ${norm.toPrecision(3)} at iteration ${iteration}, from ${first.toPrecision(3)} at the start. ` +
      'Raise l2, or drop columns that repeat each other',
    { params: { iteration } },
  );
}

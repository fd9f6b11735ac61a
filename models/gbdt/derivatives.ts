/** Derivatives of the loss at the raw scores, and their rounding to whole numbers. Nothing here depends on the order of rows. */
import { lossDerivatives, totalLoss, roundPairs, type Derivatives, type Loss } from '@coscore/kernels';
import type { GradientPairs } from './histogram-source.ts';
import type { GbdtOptions } from './options.ts';
import { rowWords, type TreeRng } from './random.ts';

export type { Derivatives } from '@coscore/kernels';

/** What the rows are to be fitted to; all [rows]. */
export interface Targets {
  /** 1 = bad, 0 = good for `binary`; any number for `squared`. */
  readonly labels: ArrayLike<number>;
  /** Not negative; absent: 1 each. */
  readonly weights: ArrayLike<number> | undefined;
}

/** The same in the form that costs nothing to use again. */
export function targetsOf({ labels, weights }: Targets): { labels: Float64Array; weights: Float64Array | undefined } {
  const floats = (values: ArrayLike<number>): Float64Array =>
    values instanceof Float64Array ? values : new Float64Array(values);
  return { labels: floats(labels), weights: weights === undefined ? undefined : floats(weights) };
}

const losses: Record<GbdtOptions['objective'], Loss> = { binary: 'logistic', squared: 'squared' };

/** @param rows where to look, [rows] 1: yes; absent: everywhere. @param into room for them; absent: made. */
export function derivativesAt(
  objective: GbdtOptions['objective'],
  scores: Float64Array,
  targets: Targets,
  rows: Uint8Array | undefined,
  into?: Pick<Derivatives, 'g' | 'h'>,
): Derivatives {
  return lossDerivatives(losses[objective], { scores, ...targetsOf(targets), which: rows }, into);
}

/** Best constant score of some rows: log odds, or the mean. @throws RangeError when no row has weight. */
export function bestConstant(
  objective: GbdtOptions['objective'],
  { labels, weights }: Targets,
  rows: Uint8Array | undefined,
): number {
  const [weighted, all] = [new OrderlessSum(), new OrderlessSum()];
  for (let row = 0; row < labels.length; row++) {
    if (rows !== undefined && rows[row] === 0) continue;
    const weight = weights === undefined ? 1 : weights[row]!;
    weighted.add(labels[row]! * weight);
    all.add(weight);
  }
  const [sum, total] = [weighted.value(), all.value()];
  if (!(total > 0)) throw new RangeError('no training row has weight');
  return objective === 'binary' ? Math.log(sum / (total - sum)) : sum / total;
}

/** A sum in whole parts of 2^-20 and then of 2^-50, so that it does not depend on the order of what is added. */
class OrderlessSum {
  #whole = 0;
  #rest = 0;

  add(value: number): void {
    const scaled = value * 2 ** 20;
    const whole = Math.floor(scaled);
    this.#whole += whole;
    this.#rest += Math.floor((scaled - whole) * 2 ** 30);
  }

  value(): number {
    return (this.#whole + this.#rest * 2 ** -30) * 2 ** -20;
  }
}

/** Weighted mean loss: logistic, or half the squared error. @returns NaN when no row has weight. */
export function meanLoss(
  objective: GbdtOptions['objective'],
  scores: Float64Array,
  targets: Targets,
  rows: Uint8Array | undefined,
): number {
  const all = targetsOf(targets);
  return totalLoss(losses[objective], { scores, ...all, which: rows }) / totalWeight(all.weights, rows, scores.length);
}

function totalWeight(weights: Float64Array | undefined, which: Uint8Array | undefined, rows: number): number {
  if (weights === undefined && which === undefined) return rows;
  const sum = new OrderlessSum();
  for (let row = 0; row < rows; row++) if (which?.[row] !== 0) sum.add(weights?.[row] ?? 1);
  return sum.value();
}

/** Whole numbers and what one of them is worth. */
export interface Quantised {
  readonly pairs: GradientPairs;
  readonly gStep: number;
  readonly hStep: number;
  /** Sums over all rows, in steps. */
  readonly g: number;
  readonly h: number;
}

/**
 * Stochastic rounding (Shi et al. 2022, "Quantized Training of GBDT"): floor(x + u) with uniform u, so sums are right in
 * expectation. Magnitudes stay below 2^(bits - 1) for g and 2^bits for h, and low enough that rows x magnitude keeps within
 * a packed pair's halves, 2^31 and 2^32 (protocols/group-sum/core.ts). @param keys as in `rowWords`.
 */
export function quantise(derivatives: Derivatives, bits: number, rng: TreeRng, keys?: Uint32Array): Quantised {
  const { g, gMost, hMost } = derivatives;
  const rows = g.length;
  const most = derivativeBits(bits, rows);
  const limits = { g: 2 ** most.g - 1, h: 2 ** most.h - 1 };
  const scales = { g: gMost > 0 ? limits.g / gMost : 1, h: hMost > 0 ? limits.h / hMost : 1 };
  const rounded = roundPairs(derivatives, rowWords(rng, rows, keys), scales, limits);
  return {
    pairs: { g: rounded.g, h: rounded.h },
    gStep: 1 / scales.g,
    hStep: 1 / scales.h,
    g: rounded.gSum,
    h: rounded.hSum,
  };
}

/**
 * Bits of the magnitudes of derivatives, one of g's being its sign: as many as asked for, and as sums over all rows leave room
 * for. Public: how sealed pairs are packed follows from it.
 */
export function derivativeBits(bits: number, rows: number): { readonly g: number; readonly h: number } {
  return { g: Math.min(bits - 1, bitsWithin(31, rows)), h: Math.min(bits, bitsWithin(32, rows)) };
}

/** Most b with n (2^b - 1) < 2^limit. */
function bitsWithin(limit: number, n: number): number {
  let bits = limit - 1;
  while (n * (2 ** bits - 1) >= 2 ** limit) bits--;
  return bits;
}

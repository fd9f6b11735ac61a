/**
 * The best split of a node from its histograms (Chen and Guestrin 2016, "XGBoost", eq. 7, without the factor 1/2, as its code
 * and LightGBM's have it). Ties: the first source, its first feature, the lowest bin, missing values left.
 */
import type { TreeFeature } from './histogram-source.ts';
import { rebuildGoesLeft } from './goes-left.ts';

/** Sums of one node over one feature: bins from `at` on. */
export interface NodeColumn {
  /** Index of the source. */
  readonly source: number;
  /** Index into the source's features. */
  readonly index: number;
  readonly feature: TreeFeature;
  readonly monotone: -1 | 0 | 1;
  readonly counts: Uint32Array;
  readonly g: Float64Array;
  readonly h: Float64Array;
  readonly at: number;
  readonly ends: Uint8Array | undefined;
}

/** Totals of a node, derivatives in quantised steps. */
export interface NodeTotals {
  readonly rows: number;
  readonly g: number;
  readonly h: number;
  /** Bounds of the node's value, from monotone splits above. */
  readonly lower: number;
  readonly upper: number;
}

export interface SplitRule {
  readonly lambda: number;
  readonly gamma: number;
  readonly minChildWeight: number;
  readonly minRowsPerLeaf: number;
  /** Worth of one quantised step. */
  readonly gStep: number;
  readonly hStep: number;
}

export interface SplitChoice {
  readonly source: number;
  readonly index: number;
  readonly gain: number;
  /** [bins] 1: rows of this bin go left. */
  readonly goesLeft: Uint8Array;
  readonly left: NodeTotals;
  readonly right: NodeTotals;
}

/** LightGBM's `cat_smooth`: a category's ratio of derivatives counts for less when it has little weight. */
export const CATEGORY_SMOOTH = 10;

/** A gain must stand out of what rounding of doubles makes of two large equal terms. */
const ROUNDING = 1e-12;

/** A leaf's value before the learning rate: -G / (H + lambda) within the node's bounds. */
export function leafValue(node: NodeTotals, rule: SplitRule): number {
  const weight = node.h * rule.hStep + rule.lambda;
  const value = weight > 0 ? (-node.g * rule.gStep) / weight : 0;
  return Math.min(Math.max(value, node.lower), node.upper) + 0;
}

interface Best {
  gain: number;
  column: NodeColumn | undefined;
  /** Bins that go left among those that hold rows, in their order: the first `cut`, and the missing bin if `missingLeft`. */
  cut: number;
  missingLeft: boolean;
  rows: number;
  g: number;
  h: number;
}

/** @returns absent when no split gains enough. */
export function bestSplit(columns: readonly NodeColumn[], node: NodeTotals, rule: SplitRule): SplitChoice | undefined {
  const own = reduction(node.g * rule.gStep, node.h * rule.hStep, node, rule.lambda);
  const floor = Math.max(rule.gamma, ROUNDING * own);
  const best: Best = {
    gain: floor,
    column: undefined,
    cut: 0,
    missingLeft: true,
    rows: 0,
    g: 0,
    h: 0,
  };
  for (const column of columns) scan(column, node, rule, own, best);
  if (best.column === undefined) return undefined;
  const { column } = best;
  const left = { rows: best.rows, g: best.g, h: best.h, lower: node.lower, upper: node.upper };
  const right = { ...left, rows: node.rows - left.rows, g: node.g - left.g, h: node.h - left.h };
  const order = column.feature.ordered ? heldInOrder(column) : heldByRatio(column, rule);
  const onlyMissing = !best.missingLeft && best.cut === order.length;
  const [boundedLeft, boundedRight] = onlyMissing ? [left, right] : boundChildren(column, left, right, rule);
  const goesLeft = rebuildGoesLeft(column, { ...best, order });
  const choice = { source: column.source, index: column.index, gain: best.gain };
  // Categories come sorted by their risk: told as they are, every split would tell its owner which side is the riskier.
  if (!column.feature.ordered && goesLeft[0] === 0)
    return { ...choice, goesLeft: goesLeft.map((bit) => 1 - bit), left: boundedRight, right: boundedLeft };
  return { ...choice, goesLeft, left: boundedLeft, right: boundedRight };
}

/** How much the best value within bounds reduces twice the loss: G^2 / (H + lambda) when no bound is met. */
function reduction(g: number, h: number, bounds: NodeTotals, lambda: number): number {
  const weight = h + lambda;
  if (!(weight > 0)) return 0;
  const value = -g / weight;
  if (value >= bounds.lower && value <= bounds.upper) return (g * g) / weight;
  const held = value < bounds.lower ? bounds.lower : bounds.upper;
  return -(2 * g * held + weight * held * held);
}

function scan(column: NodeColumn, node: NodeTotals, rule: SplitRule, own: number, best: Best): void {
  const { counts, g, h, at, feature } = column;
  const { gStep, hStep, lambda, minRowsPerLeaf, minChildWeight } = rule;
  const { lower, upper } = node;
  const isFree = lower === -Infinity && upper === Infinity && column.monotone === 0;
  // Ordered bins are gone over where they stand: an array of those that hold rows would cost more than all else.
  const order = feature.ordered ? undefined : heldByRatio(column, rule);
  const apart = feature.ordered ? feature.missingBin : -1;
  const missing = apart >= 0 ? at + apart : -1;
  const missingRows = missing < 0 ? 0 : counts[missing]!;
  let last = (order?.length ?? feature.bins) - 1;
  if (order === undefined) while (last >= 0 && (last === apart || counts[at + last] === 0)) last--;
  let [cut, rows, gSum, hSum] = [0, 0, 0, 0];
  for (let k = 0; k <= last; k++) {
    const bin = at + (order === undefined ? k : order[k]!);
    const held = counts[bin]!;
    if (held === 0 || bin === missing) continue;
    cut++;
    rows += held;
    gSum += g[bin]!;
    hSum += h[bin]!;
    // All other rows against the missing ones is one split, with these on the right.
    const onlyMissing = k === last;
    if (onlyMissing && missingRows === 0) break;
    for (let side = onlyMissing ? 1 : 0; side < (missingRows > 0 ? 2 : 1); side++) {
      const withMissing = side === 0 && missingRows > 0;
      const leftRows = withMissing ? rows + missingRows : rows;
      if (leftRows < minRowsPerLeaf || node.rows - leftRows < minRowsPerLeaf) continue;
      const leftG = withMissing ? gSum + g[missing]! : gSum;
      const leftH = withMissing ? hSum + h[missing]! : hSum;
      const lg = leftG * gStep;
      const lh = leftH * hStep;
      const rg = (node.g - leftG) * gStep;
      const rh = (node.h - leftH) * hStep;
      if (lh < minChildWeight || rh < minChildWeight) continue;
      let gain: number;
      if (!isFree) {
        gain = reduction(lg, lh, node, lambda) + reduction(rg, rh, node, lambda) - own;
        if (column.monotone !== 0 && !onlyMissing) {
          const [a, b] = [valueWithin(lg, lh, node, lambda), valueWithin(rg, rh, node, lambda)];
          if (column.monotone > 0 ? a > b : a < b) continue;
        }
      } else {
        const lw = lh + lambda;
        const rw = rh + lambda;
        gain = (lw > 0 ? (lg * lg) / lw : 0) + (rw > 0 ? (rg * rg) / rw : 0) - own;
      }
      if (!(gain > best.gain)) continue;
      best.gain = gain;
      best.column = column;
      best.cut = cut;
      best.missingLeft = missingRows === 0 || withMissing;
      best.rows = leftRows;
      best.g = leftG;
      best.h = leftH;
    }
  }
}

function valueWithin(g: number, h: number, bounds: NodeTotals, lambda: number): number {
  const weight = h + lambda;
  const value = weight > 0 ? -g / weight : 0;
  return Math.min(Math.max(value, bounds.lower), bounds.upper);
}

/** Bins that hold rows, in their order, the missing bin aside. */
function heldInOrder({ counts, at, feature }: NodeColumn): number[] {
  const held: number[] = [];
  for (let bin = 0; bin < feature.bins; bin++) {
    if (bin !== feature.missingBin && counts[at + bin]! > 0) held.push(bin);
  }
  return held;
}

/** Categories that hold rows, by g / (h + smooth): the best of all partitions is among its prefixes (Fisher 1958). */
function heldByRatio({ counts, g, h, at, feature }: NodeColumn, { gStep, hStep }: SplitRule): number[] {
  const held: number[] = [];
  const ratio = new Float64Array(feature.bins);
  for (let bin = 0; bin < feature.bins; bin++) {
    if (counts[at + bin] === 0) continue;
    held.push(bin);
    ratio[bin] = (g[at + bin]! * gStep) / (h[at + bin]! * hStep + CATEGORY_SMOOTH);
  }
  return held.sort((a, b) => ratio[a]! - ratio[b]! || a - b);
}

/** Bounds of the children: the middle of their values parts them (LightGBM's "basic" method of monotone constraints). */
function boundChildren(
  column: NodeColumn,
  left: NodeTotals,
  right: NodeTotals,
  rule: SplitRule,
): readonly [NodeTotals, NodeTotals] {
  if (column.monotone === 0) return [left, right];
  const middle = (leafValue(left, rule) + leafValue(right, rule)) / 2;
  return column.monotone > 0
    ? [
        { ...left, upper: middle },
        { ...right, lower: middle },
      ]
    : [
        { ...left, lower: middle },
        { ...right, upper: middle },
      ];
}

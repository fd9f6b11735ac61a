/**
 * The label party joins fine bins into final ones. Of other parties' columns it sees counts only, never a value or an edge.
 *
 * In every mode, `none` included, a final bin of another party's column holds at least `minShare` of the training rows, 5 goods and 5 bads; only
 * then may its WoE go back to the column's owner (protocols.md, "WoE and IV").
 */
import type { MergeRule } from '../options.ts';
import type { FeatureHistogram } from '../sources.ts';
import { badRate, chiMerge, enforceFloor, meets, smallest, unite, type BinGroup, type Floor } from './groups.ts';
import { monotoneMerge, type Totals } from './monotone.ts';
import { optimalIv } from './optimal-iv.ts';
import { publishWoe, WOE_LIMIT, woeTable } from './woe.ts';

export const MIN_GOODS = 5;
export const MIN_BADS = 5;

/** Chi-square, 1 degree of freedom, at p = 0.1. */
const CHI_THRESHOLD = 2.705543454095404;

export interface DecideOptions {
  readonly merge: MergeRule;
  /** Most final bins, the one of missing values aside; not used by `none`. */
  readonly maxBins: number;
  /** Least share of the training rows in a final bin, 0..1. */
  readonly minShare: number;
  /** The label party's own column: nothing of it is told to anybody, so that `none` can leave every bin as it is. */
  readonly own?: boolean;
}

export interface BinDecision {
  readonly feature: string;
  /** [fine bins] final bin of each. Intervals keep their order, categories go by bad rate, missing values come last. */
  readonly map: Uint16Array;
  /** Final bin that holds nothing but missing values, or -1. */
  readonly missingBin: number;
  /** [final bins] training rows. */
  readonly counts: Float64Array;
  /** [final bins] bad training rows. */
  readonly bads: Float64Array;
  /** [final bins] exact; never leaves the label party. */
  readonly woe: Float64Array;
  /** [final bins] each bin's part of `iv`. */
  readonly ivParts: Float64Array;
  readonly iv: number;
  /** [final bins] to 2 decimals, for the column's owner; absent when a bin is below the floor. */
  readonly publishedWoe?: Float64Array;
}

export function decideBins(histogram: FeatureHistogram, options: DecideOptions): BinDecision {
  const { counts, bads, missingBin } = histogram;
  const fine: BinGroup[] = Array.from(counts, (rows, bin) => ({ fine: [bin], rows, bads: bads[bin]! }));
  const all = fine.reduce(unite, { fine: [], rows: 0, bads: 0 });
  const totals: Totals = { goods: all.rows - all.bads, bads: all.bads };
  const floor: Floor = { rows: options.minShare * all.rows, goods: MIN_GOODS, bads: MIN_BADS };
  const overall = badRate(all, 0);

  const present = fine.filter((_, bin) => bin !== missingBin);
  // A stable sort: levels of equal rate stay in the order of their bins.
  const sequence = histogram.ordered ? present : present.sort((a, b) => badRate(a, overall) - badRate(b, overall));
  const merged = mergeSequence(sequence, histogram.ordered, { ...options, floor, totals, overall });
  const asTheyAre = options.merge === 'none' && options.own === true;
  const groups = asTheyAre ? fine : placeMissing(merged, fine[missingBin], floor, overall);
  return describe(histogram, groups, floor);
}

interface MergeContext extends DecideOptions {
  readonly floor: Floor;
  readonly totals: Totals;
  readonly overall: number;
}

function mergeSequence(sequence: readonly BinGroup[], ordered: boolean, context: MergeContext): BinGroup[] {
  const { merge, maxBins, floor, totals, overall } = context;
  if (merge === 'iv') return optimalIv(sequence, { floor, maxBins }, totals);
  const safe = enforceFloor(sequence, floor, overall);
  switch (merge) {
    case 'none':
      return safe;
    case 'chi':
      return chiMerge(safe, { threshold: CHI_THRESHOLD, maxBins });
    case 'monotone':
      // Categories are in order of bad rate already: what is left is to join those that do not differ.
      if (!ordered) return chiMerge(safe, { threshold: CHI_THRESHOLD, maxBins });
      return monotoneMerge(safe, maxBins, totals);
  }
}

/** Missing values keep their own bin when it meets the floor, and otherwise join the bin nearest in bad rate. */
function placeMissing(
  groups: readonly BinGroup[],
  missing: BinGroup | undefined,
  floor: Floor,
  overall: number,
): BinGroup[] {
  if (missing === undefined) return [...groups];
  // The bins of present values may be one that fails: then nothing can be told apart, and all is one bin.
  if (groups.length === 1 && !meets(groups[0]!, floor)) return [unite(groups[0]!, missing)];
  if (groups.length === 0 || meets(missing, floor)) return [...groups, missing];
  const rate = badRate(missing, overall);
  const nearest = smallest(groups, (group) => Math.abs(badRate(group, overall) - rate));
  return groups.map((group, i) => (i === nearest ? unite(group, missing) : group));
}

function describe(histogram: FeatureHistogram, groups: readonly BinGroup[], floor: Floor): BinDecision {
  const map = new Uint16Array(histogram.counts.length);
  groups.forEach((group, bin) => group.fine.forEach((fine) => (map[fine] = bin)));
  const counts = Float64Array.from(groups, (group) => group.rows);
  const bads = Float64Array.from(groups, (group) => group.bads);
  const { woe, ivParts, iv } = woeTable(counts, bads);
  const publishable = groups.every((group) => meets(group, floor));
  const missingBin = groups.findIndex(({ fine }) => fine.length === 1 && fine[0] === histogram.missingBin);
  const decision = { feature: histogram.feature, map, missingBin, counts, bads, woe, ivParts, iv };
  return publishable ? { ...decision, publishedWoe: publishWoe(woe) } : decision;
}

/**
 * The values that stand for a column in the design: what its owner was told, or the exact WoE at the label party;
 * clipped to +-WOE_LIMIT either way.
 * @param woe [final bins]
 */
export function designWoe(woe: Float64Array): Float64Array {
  return woe.map((value) => Math.min(WOE_LIMIT, Math.max(-WOE_LIMIT, value)));
}

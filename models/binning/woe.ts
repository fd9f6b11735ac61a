/**
 * Weight of evidence and information value (credit.md). WoE = ln((bad_i / bad) / (good_i / good)): higher is riskier,
 * so scorecard coefficients come out positive. A bin with no bads or no goods counts half a row more of each.
 */

/** Design values are clipped here, so that the fixed-point bounds of training hold (protocols.md, |x| <= 4). */
export const WOE_LIMIT = 4;

export interface WoeTable {
  /** [bins] exact. */
  readonly woe: Float64Array;
  /** [bins] each bin's part of the information value. */
  readonly ivParts: Float64Array;
  readonly iv: number;
}

/**
 * @param counts [bins] rows. @param bads [bins] bad rows, bads[i] <= counts[i].
 * An empty bin, or a column without bads or without goods, carries no evidence: WoE 0.
 */
export function woeTable(counts: Float64Array, bads: Float64Array): WoeTable {
  const totalBads = sum(bads);
  const totalGoods = sum(counts) - totalBads;
  const woe = new Float64Array(counts.length);
  const ivParts = new Float64Array(counts.length);
  for (let bin = 0; bin < counts.length; bin++) {
    const shares = evidence(counts[bin]!, bads[bin]!, totalGoods, totalBads);
    woe[bin] = shares.woe;
    ivParts[bin] = shares.iv;
  }
  return { woe, ivParts, iv: sum(ivParts) };
}

/** WoE and part of the information value of one bin. */
export function evidence(
  count: number,
  bad: number,
  totalGoods: number,
  totalBads: number,
): { readonly woe: number; readonly iv: number } {
  if (count === 0 || totalBads === 0 || totalGoods === 0) return { woe: 0, iv: 0 };
  const extra = bad === 0 || bad === count ? 0.5 : 0;
  const badShare = (bad + extra) / totalBads;
  const goodShare = (count - bad + extra) / totalGoods;
  const woe = Math.log(badShare / goodShare);
  return { woe, iv: (badShare - goodShare) * woe };
}

/** What a feature party is told: 2 decimals, enough to transform, too coarse to solve for exact counts. */
export function publishWoe(woe: Float64Array): Float64Array {
  // Adding 0 turns -0 into 0, so that equal tables are equal bytes.
  return woe.map((value) => Math.round(value * 100) / 100 + 0);
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

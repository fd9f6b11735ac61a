/**
 * Good and bad rows at each distinct score, riskiest first. Everything that depends on order (AUC, KS, gains, curves) is
 * a walk over this, exact with ties. Goods and bads are sorted apart and merged, so no row needs an index.
 */
import { ModelError } from '../errors.ts';

export interface ScoreLevels {
  /** [levels] logit of bad, strictly descending. */
  readonly logits: Float64Array;
  /** [levels] */
  readonly goods: Float64Array;
  readonly bads: Float64Array;
  readonly totalGoods: number;
  readonly totalBads: number;
}

/**
 * @param labels [rows] 1 = bad. @param logits [rows] finite.
 * @throws ModelError `too-few-bads` when a class is empty: no measure of separation is defined then.
 */
export function scoreLevels(labels: Uint8Array, logits: Float64Array): ScoreLevels {
  const bads = sortedWhere(labels, logits, 1);
  const goods = sortedWhere(labels, logits, 0);
  if (bads.length === 0 || goods.length === 0) {
    throw new ModelError(
      'too-few-bads',
      `a sample of ${labels.length} rows with ${bads.length} bads cannot be evaluated; both classes are needed`,
      { params: { rows: labels.length, bads: bads.length } },
    );
  }
  return mergeLevels(goods, bads);
}

function sortedWhere(labels: Uint8Array, logits: Float64Array, label: number): Float64Array {
  const picked = new Float64Array(logits.length);
  let count = 0;
  for (let i = 0; i < logits.length; i++) if (labels[i] === label) picked[count++] = logits[i]!;
  return picked.subarray(0, count).sort();
}

/** @param goods ascending. @param bads ascending. */
function mergeLevels(goods: Float64Array, bads: Float64Array): ScoreLevels {
  const most = goods.length + bads.length;
  const out = { logits: new Float64Array(most), goods: new Float64Array(most), bads: new Float64Array(most) };
  let level = 0;
  let g = goods.length - 1;
  let b = bads.length - 1;
  while (g >= 0 || b >= 0) {
    const logit = Math.max(g >= 0 ? goods[g]! : -Infinity, b >= 0 ? bads[b]! : -Infinity);
    out.logits[level] = logit;
    for (; g >= 0 && goods[g] === logit; g--) out.goods[level]!++;
    for (; b >= 0 && bads[b] === logit; b--) out.bads[level]!++;
    level++;
  }
  return {
    logits: out.logits.subarray(0, level),
    goods: out.goods.subarray(0, level),
    bads: out.bads.subarray(0, level),
    totalGoods: goods.length,
    totalBads: bads.length,
  };
}

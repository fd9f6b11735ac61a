/** Separation and accuracy, exact over all thresholds (Hand and Till 2001; Davis and Goadrich 2006; Brier 1950). */
import { sigmoid } from '../scorecard/local-linear.ts';
import type { ScoreLevels } from './levels.ts';
import type { CurvePoint, Evaluation, Metrics } from './report.ts';

const MAX_CURVE_POINTS = 400;

export function metricsOf(levels: ScoreLevels): Metrics {
  const { totalGoods, totalBads } = levels;
  let [badsAbove, goodsAbove, auc, ks, prAuc, squares] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < levels.logits.length; i++) {
    const goods = levels.goods[i]!;
    const bads = levels.bads[i]!;
    const p = sigmoid(levels.logits[i]!);
    // A good below a bad is ordered right; a tie counts half.
    auc += goods * (badsAbove + bads / 2);
    badsAbove += bads;
    goodsAbove += goods;
    ks = Math.max(ks, badsAbove / totalBads - goodsAbove / totalGoods);
    prAuc += (bads / totalBads) * (badsAbove / (badsAbove + goodsAbove));
    squares += bads * (1 - p) ** 2 + goods * p ** 2;
  }
  auc /= totalGoods * totalBads;
  const rows = totalGoods + totalBads;
  return { auc, gini: 2 * auc - 1, ks, prAuc, brier: squares / rows, rows, bads: totalBads };
}

export interface Curves {
  readonly roc: readonly CurvePoint[];
  readonly ksCurve: Evaluation['ksCurve'];
}

/** ROC and KS curves, thinned to MAX_CURVE_POINTS; the ends and the level of KS are kept. */
export function curvesOf(levels: ScoreLevels, scoreAt: (logit: number) => number): Curves {
  const roc: CurvePoint[] = [{ x: 0, y: 0 }];
  const ksCurve: { score: number; goods: number; bads: number }[] = [];
  const keep = levelsToKeep(levels);
  let [bads, goods] = [0, 0];
  for (let i = 0; i < levels.logits.length; i++) {
    bads += levels.bads[i]! / levels.totalBads;
    goods += levels.goods[i]! / levels.totalGoods;
    if (!keep.has(i)) continue;
    const [x, y] = [Math.min(1, goods), Math.min(1, bads)];
    roc.push({ x, y });
    ksCurve.push({ score: scoreAt(levels.logits[i]!), goods: x, bads: y });
  }
  return { roc, ksCurve };
}

function levelsToKeep(levels: ScoreLevels): ReadonlySet<number> {
  const count = levels.logits.length;
  // Room for the start of the ROC and the level of KS.
  const room = MAX_CURVE_POINTS - 2;
  const keep = new Set<number>();
  for (let k = 1; k <= Math.min(room, count); k++) keep.add(Math.ceil((k * count) / Math.min(room, count)) - 1);
  let [bads, goods, most, at] = [0, 0, -Infinity, 0];
  for (let i = 0; i < count; i++) {
    bads += levels.bads[i]! / levels.totalBads;
    goods += levels.goods[i]! / levels.totalGoods;
    if (bads - goods > most) [most, at] = [bads - goods, i];
  }
  return keep.add(at);
}

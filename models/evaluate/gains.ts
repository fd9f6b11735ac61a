/** Tables over groups of the score: gains and calibration by decile, and the distribution over equal bands. */
import { sigmoid } from '../scorecard/local-linear.ts';
import type { ScoreLevels } from './levels.ts';
import type { CalibrationBin, Evaluation, GainsRow } from './report.ts';
import { chiSquareSurvival } from './special.ts';

const DECILES = 10;

/** A tenth of the rows, riskiest first; rows of equal score stay together, so tenths differ in size under ties. */
interface ScoreGroup {
  readonly decile: number;
  readonly highestLogit: number;
  lowestLogit: number;
  goods: number;
  bads: number;
  expectedBads: number;
}

/** Each level goes where its middle row falls; a decile that gets none is left out. */
function riskDeciles(levels: ScoreLevels): readonly Readonly<ScoreGroup>[] {
  const rows = levels.totalGoods + levels.totalBads;
  const groups: ScoreGroup[] = [];
  let above = 0;
  for (let i = 0; i < levels.logits.length; i++) {
    const goods = levels.goods[i]!;
    const bads = levels.bads[i]!;
    const logit = levels.logits[i]!;
    const decile = 1 + Math.min(DECILES - 1, Math.floor((DECILES * (above + (goods + bads) / 2)) / rows));
    above += goods + bads;
    let group = groups.at(-1);
    if (group?.decile !== decile) {
      group = { decile, highestLogit: logit, lowestLogit: logit, goods: 0, bads: 0, expectedBads: 0 };
      groups.push(group);
    }
    group.lowestLogit = logit;
    group.goods += goods;
    group.bads += bads;
    group.expectedBads += (goods + bads) * sigmoid(logit);
  }
  return groups;
}

export function gainsOf(levels: ScoreLevels, scoreAt: (logit: number) => number): GainsRow[] {
  const { totalGoods, totalBads } = levels;
  const overall = totalBads / (totalGoods + totalBads);
  let [goodsAbove, badsAbove] = [0, 0];
  return riskDeciles(levels).map(({ decile, highestLogit, lowestLogit, goods, bads }) => {
    goodsAbove += goods;
    badsAbove += bads;
    const cumulativeRows = goodsAbove + badsAbove;
    const cumulativeBadRate = badsAbove / cumulativeRows;
    return {
      decile,
      minScore: scoreAt(highestLogit),
      maxScore: scoreAt(lowestLogit),
      rows: goods + bads,
      goods,
      bads,
      badRate: bads / (goods + bads),
      cumulativeBadShare: badsAbove / totalBads,
      cumulativeGoodShare: goodsAbove / totalGoods,
      cumulativeRows,
      cumulativeBadRate,
      ks: badsAbove / totalBads - goodsAbove / totalGoods,
      lift: cumulativeBadRate / overall,
    };
  });
}

/**
 * Reliability by decile and the Hosmer-Lemeshow test (1980): g - 2 degrees of freedom on the sample that was fitted, g on
 * a fresh one.
 */
export function calibrationOf(
  levels: ScoreLevels,
  sample: 'train' | 'test',
): { readonly calibration: CalibrationBin[]; readonly hosmerLemeshow: Evaluation['hosmerLemeshow'] } {
  const groups = riskDeciles(levels);
  let chi2 = 0;
  const calibration = groups.map(({ goods, bads, expectedBads }) => {
    const rows = goods + bads;
    const variance = expectedBads * (1 - expectedBads / rows);
    if (variance > 0) chi2 += (bads - expectedBads) ** 2 / variance;
    return { predicted: expectedBads / rows, observed: bads / rows, rows };
  });
  const df = Math.max(0, sample === 'train' ? groups.length - 2 : groups.length);
  return { calibration, hosmerLemeshow: { chi2, df, p: chiSquareSurvival(chi2, df) } };
}

const MAX_BANDS = 25;

/** A round width (1, 2 or 5 times a power of ten) that cuts the scores into at most 25 bands. */
export function bandWidthOf(levels: ScoreLevels, scoreAt: (logit: number) => number): number {
  const span = scoreAt(levels.logits.at(-1)!) - scoreAt(levels.logits[0]!);
  for (let power = 1; ; power *= 10) {
    for (const step of [1, 2, 5]) if (span / (step * power) <= MAX_BANDS - 1) return step * power;
  }
}

/** Bands start at multiples of `width`, so samples cut with the same width line up. */
export function distributionOf(
  levels: ScoreLevels,
  scoreAt: (logit: number) => number,
  width: number,
): Evaluation['scoreDistribution'] {
  const bands = new Map<number, { goods: number; bads: number }>();
  levels.logits.forEach((logit, i) => {
    const band = Math.floor(scoreAt(logit) / width);
    const cell = bands.get(band) ?? { goods: 0, bads: 0 };
    bands.set(band, { goods: cell.goods + levels.goods[i]!, bads: cell.bads + levels.bads[i]! });
  });
  const order = [...bands.keys()].sort((a, b) => a - b);
  const first = order[0]!;
  return Array.from({ length: order.at(-1)! - first + 1 }, (_, i) => ({
    from: (first + i) * width,
    to: (first + i + 1) * width,
    ...(bands.get(first + i) ?? { goods: 0, bads: 0 }),
  }));
}

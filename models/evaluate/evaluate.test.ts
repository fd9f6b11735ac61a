import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scalingOf } from '../scorecard/points.ts';
import { evaluate, evaluateSamples, rowsWhere } from './evaluate.ts';
import { scoreLevels } from './levels.ts';
import { metricsOf } from './metrics.ts';
import { chiSquareQuantile, chiSquareSurvival, logGamma, upperGamma } from './special.ts';
import { scoreStability, stabilityOf } from './stability.ts';

interface MetricsVector {
  readonly labels: number[];
  readonly logits: number[];
  readonly auc: number;
  readonly ks: number;
  readonly prAuc: number;
  readonly brier: number;
}
const vectors = JSON.parse(
  readFileSync(new URL('../../test/vectors/models-vectors.json', import.meta.url), 'utf8'),
) as {
  metrics: MetricsVector[];
  upperGamma: [number, number, number][];
  chiSquareQuantile: [number, number, number][];
};
const scaling = scalingOf({ kind: 'scorecard', l2: 0, iterations: 1 });
const sample = fc
  .array(
    fc.tuple(fc.boolean(), fc.oneof(fc.integer({ min: -4, max: 4 }), fc.double({ min: -20, max: 20, noNaN: true }))),
    {
      minLength: 2,
      maxLength: 80,
    },
  )
  .filter((rows) => new Set(rows.map(([bad]) => bad)).size === 2)
  .map((rows) => ({
    labels: Uint8Array.from(rows, ([bad]) => Number(bad)),
    logits: Float64Array.from(rows, ([, logit]) => logit),
  }));

describe('metrics', () => {
  it.each(vectors.metrics.map((vector, i) => [i === 0 ? 'distinct' : 'tied', vector] as const))(
    'scikit-learn, %s scores',
    (_, { labels, logits, auc, ks, prAuc, brier }) => {
      const metrics = metricsOf(scoreLevels(Uint8Array.from(labels), Float64Array.from(logits)));
      expect(metrics.auc).toBeCloseTo(auc, 12);
      expect(metrics.gini).toBeCloseTo(2 * auc - 1, 12);
      expect(metrics.ks).toBeCloseTo(ks, 12);
      expect(metrics.prAuc).toBeCloseTo(prAuc, 12);
      expect(metrics.brier).toBeCloseTo(brier, 12);
    },
  );

  it('AUC is the share of pairs ordered right, ties half', () => {
    fc.assert(
      fc.property(sample, ({ labels, logits }) => {
        let [right, pairs] = [0, 0];
        labels.forEach((bad, i) =>
          labels.forEach((other, j) => {
            if (bad === 0 || other === 1) return;
            pairs++;
            right += logits[i]! > logits[j]! ? 1 : logits[i] === logits[j] ? 0.5 : 0;
          }),
        );
        expect(metricsOf(scoreLevels(labels, logits)).auc).toBeCloseTo(right / pairs, 10);
      }),
    );
  });

  it('KS is zero for a score that ranks the wrong way round', () => {
    expect(metricsOf(scoreLevels(Uint8Array.of(1, 0), Float64Array.of(-1, 1))).ks).toBe(0);
  });

  it('refuses a sample of one class', () => {
    expect(() => scoreLevels(new Uint8Array(5), new Float64Array(5))).toThrowError(
      expect.objectContaining({ code: 'too-few-bads' }),
    );
  });
});

describe('tables', () => {
  it('gains, calibration and distribution each hold every row once', () => {
    fc.assert(
      fc.property(sample, ({ labels, logits }) => {
        const { gains, calibration, scoreDistribution, metrics } = evaluate({
          labels,
          logits,
          scaling,
          sample: 'train',
        });
        const last = gains.at(-1)!;
        expect(last.cumulativeRows).toBe(labels.length);
        expect(last.cumulativeBadShare).toBeCloseTo(1, 12);
        expect(last.cumulativeGoodShare).toBeCloseTo(1, 12);
        expect(last.lift).toBeCloseTo(1, 12);
        expect(calibration.reduce((sum, group) => sum + group.rows, 0)).toBe(labels.length);
        expect(scoreDistribution.reduce((sum, band) => sum + band.bads, 0)).toBe(metrics.bads);
        expect(scoreDistribution.reduce((sum, band) => sum + band.goods, 0)).toBe(metrics.rows - metrics.bads);
        expect(scoreDistribution.length).toBeLessThanOrEqual(25);
        for (let i = 1; i < gains.length; i++)
          expect(gains[i]!.minScore).toBeGreaterThanOrEqual(gains[i - 1]!.maxScore);
      }),
    );
  });

  it('curves stay within 400 points, keep both ends and the KS', () => {
    const rows = 5000;
    const labels = Uint8Array.from({ length: rows }, (_, i) => Number((i * 7919) % rows < i / 2));
    const logits = Float64Array.from({ length: rows }, (_, i) => i / 500 - 5);
    const { roc, ksCurve, metrics } = evaluate({ labels, logits, scaling, sample: 'test' });
    expect(roc.length).toBeLessThanOrEqual(400);
    expect(roc[0]).toEqual({ x: 0, y: 0 });
    expect(roc.at(-1)!.x).toBeCloseTo(1, 12);
    expect(roc.at(-1)!.y).toBeCloseTo(1, 12);
    expect(Math.max(...ksCurve.map(({ goods, bads }) => bads - goods))).toBeCloseTo(metrics.ks, 9);
  });

  it('a score that tells the truth is calibrated; one that doubles the odds is not', () => {
    const rows = 20_000;
    const logits = Float64Array.from({ length: rows }, (_, i) => -2 + (i % 1000) / 500);
    // Exactly the expected share of bads among rows of about equal score.
    const labels = Uint8Array.from(logits, (logit, i) =>
      Number((Math.floor(i / 1000) + 0.5) / 20 < 1 / (1 + Math.exp(-logit))),
    );
    const good = evaluate({ labels, logits, scaling, sample: 'test' }).hosmerLemeshow;
    expect(good.df).toBe(10);
    expect(good.p).toBeGreaterThan(0.05);
    const off = evaluate({ labels, logits: logits.map((logit) => logit + Math.LN2), scaling, sample: 'test' });
    expect(off.hosmerLemeshow.p).toBeLessThan(1e-6);
  });

  it('train and test fall into the same bands', () => {
    const labels = Uint8Array.from({ length: 400 }, (_, i) => i % 2);
    const logits = Float64Array.from({ length: 400 }, (_, i) => Math.sin(i) * (i < 300 ? 3 : 4));
    const train = Uint8Array.from({ length: 400 }, (_, i) => Number(i < 300));
    const { train: fitted, test } = evaluateSamples(labels, logits, train, scaling);
    const width = fitted.scoreDistribution[0]!.to - fitted.scoreDistribution[0]!.from;
    for (const { from, to } of test!.scoreDistribution) {
      expect(to - from).toBeCloseTo(width, 9);
      expect(from % width).toBeCloseTo(0, 9);
    }
    expect(evaluateSamples(labels, logits, new Uint8Array(400).fill(1), scaling).test).toBeUndefined();
  });

  it('rowsWhere lists rows in order', () => {
    expect([...rowsWhere(Uint8Array.of(1, 0, 1), 1)]).toEqual([0, 2]);
  });
});

describe('special functions', () => {
  it.each(vectors.upperGamma)('SciPy: Q(%d, %d)', (a, x, expected) => {
    expect(Math.abs(upperGamma(a, x) - expected)).toBeLessThan(1e-13 + 1e-10 * expected);
  });

  it.each(vectors.chiSquareQuantile)('SciPy: chi-square isf(%d, %d)', (p, df, expected) => {
    expect(chiSquareQuantile(p, df)).toBeCloseTo(expected, 8);
    expect(chiSquareSurvival(expected, df)).toBeCloseTo(p, 12);
  });

  it('ln Gamma of integers is ln of factorials', () => {
    expect(logGamma(1)).toBeCloseTo(0, 12);
    expect(logGamma(11)).toBeCloseTo(Math.log(3628800), 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12);
  });
});

describe('stability', () => {
  it('is sum (a - e) ln(a / e)', () => {
    const { psi } = stabilityOf(Float64Array.of(50, 50), Float64Array.of(60, 40));
    expect(psi).toBeCloseTo(0.1 * Math.log(0.6 / 0.5) - 0.1 * Math.log(0.4 / 0.5), 12);
  });

  it('has a threshold that falls with the sample size', () => {
    const threshold = (rows: number): number =>
      stabilityOf(Float64Array.of(rows, rows), Float64Array.of(rows, rows)).threshold;
    expect(threshold(50)).toBeCloseTo((2 / 100) * chiSquareQuantile(0.05, 1), 12);
    expect(threshold(5000)).toBeCloseTo(threshold(50) / 100, 12);
  });

  it('is zero for equal scores and large for moved ones', () => {
    const scores = Float64Array.from({ length: 1000 }, (_, i) => 500 + (i % 200));
    expect(scoreStability(scores, scores).psi).toBe(0);
    expect(
      scoreStability(
        scores,
        scores.map((score) => score + 50),
      ).psi,
    ).toBeGreaterThan(0.25);
  });

  it('refuses samples without rows', () => {
    expect(() => stabilityOf(Float64Array.of(0), Float64Array.of(1))).toThrow(RangeError);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DesignMatrix, INTERCEPT } from './design.ts';
import { coefficientTest, fitNewton, twoSidedP } from './newton.ts';
import { refitPlatt, roundContribution } from './platt.ts';
import { featurePoints, scalingOf, scoreOf } from './points.ts';

const { logistic } = JSON.parse(
  readFileSync(new URL('../../test/vectors/models-vectors.json', import.meta.url), 'utf8'),
) as {
  logistic: { l2: number; x: number[][]; labels: number[]; weights: number[]; standardErrors: number[]; p: number[] }[];
};

describe('fitNewton', () => {
  it.each(logistic.map((vector) => [vector.x[0]!.length, vector] as const))(
    'scikit-learn: weights, standard errors and p with %d columns',
    (d, { l2, x, labels, weights, standardErrors, p }) => {
      const columns = Array.from({ length: d }, (_, j) => ({
        kind: 'dense' as const,
        name: `x${j}`,
        values: Float64Array.from(x, (row) => row[j]!),
      }));
      const design = new DesignMatrix(x.length, [INTERCEPT, ...columns]);
      const fit = fitNewton(design, Uint8Array.from(labels), { l2 });
      fit.weights.forEach((weight, j) => expect(weight).toBeCloseTo(weights[j]!, 5));
      const test = coefficientTest(design, fit.weights, l2);
      test.standardErrors.forEach((error, j) => expect(error).toBeCloseTo(standardErrors[j]!, 5));
      test.p.forEach((value, j) => expect(value).toBeCloseTo(p[j]!, 5));
    },
  );

  it('stays finite where a column separates the classes and a penalty holds it', () => {
    const values = Float64Array.from({ length: 20 }, (_, i) => i - 9.5);
    const design = new DesignMatrix(20, [INTERCEPT, { kind: 'dense', name: 'x', values }]);
    const labels = Uint8Array.from(values, (x) => Number(x > 0));
    const fit = fitNewton(design, labels, { l2: 0.01 });
    expect(fit.weights[1]).toBeGreaterThan(0);
    expect(fit.gradientNorm).toBeLessThan(1e-9);
  });

  it('two-sided p of the usual quantiles', () => {
    expect(twoSidedP(1.959963984540054)).toBeCloseTo(0.05, 12);
    expect(twoSidedP(-2.5758293035489004)).toBeCloseTo(0.01, 12);
    expect(twoSidedP(0)).toBe(1);
  });
});

describe('Platt refit', () => {
  const rows = 4000;
  const z = Float64Array.from({ length: rows }, (_, i) => ((i % 200) - 100) / 50);
  const labels = Uint8Array.from(z, (part, i) =>
    Number((Math.floor(i / 200) + 0.5) / 20 < 1 / (1 + Math.exp(-(2 * part - 1)))),
  );

  it('finds slope and intercept, whatever scale the logit came in', () => {
    const platt = refitPlatt(z, labels);
    // 20 rows a value cannot show rates finer than 1/20, which steepens the slope a little.
    expect(Math.abs(platt.slope - 2)).toBeLessThan(0.1);
    expect(Math.abs(platt.intercept + 1)).toBeLessThan(0.1);
    const scaled = refitPlatt(
      z.map((part) => part / 4 + 3),
      labels,
    );
    expect(scaled.slope).toBeCloseTo(4 * platt.slope, 4);
    expect(scaled.intercept).toBeCloseTo(platt.intercept - 12 * platt.slope, 4);
  });

  it('keeps slope 1 for a constant logit and meets the bad rate', () => {
    const { slope, intercept } = refitPlatt(new Float64Array(10).fill(2), Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    expect(slope).toBe(1);
    expect(intercept + 2).toBeCloseTo(Math.log(1 / 9), 12);
  });

  it('rounds contributions to 1/32', () => {
    expect([...roundContribution(Float64Array.of(0.016, 0.015, -0.5))]).toEqual([0.03125, 0, -0.5]);
  });
});

describe('points', () => {
  const scaling = scalingOf({ kind: 'scorecard', l2: 0, iterations: 1 });

  it('600 at 50:1, 20 points double the odds', () => {
    expect(scoreOf(-Math.log(50), scaling)).toBeCloseTo(600, 9);
    expect(scoreOf(-Math.log(100), scaling)).toBeCloseTo(620, 9);
    const other = scalingOf({ kind: 'scorecard', l2: 0, iterations: 1, baseScore: 500, baseOdds: 20, pdo: 40 });
    expect(scoreOf(-Math.log(10), other)).toBeCloseTo(460, 9);
  });

  it('of all features add up to the score, within the rounding error told', () => {
    const platt = { slope: 1.1, intercept: -0.2 };
    const basis = { scaling, platt, intercept: -1.3, features: 2 };
    const a = featurePoints(0.9, Float64Array.of(-0.4, 0.8), basis);
    const b = featurePoints(0.5, Float64Array.of(1.2), basis);
    const logit = 1.1 * (-1.3 + 0.9 * 0.8 + 0.5 * 1.2) - 0.2;
    const error = Math.abs(a.points[1]! + b.points[0]! - scoreOf(logit, scaling));
    expect(error).toBeLessThanOrEqual(a.roundingError + b.roundingError + 1e-9);
    expect(a.roundingError).toBeLessThanOrEqual(0.5);
    expect(a.points[0]).toBeGreaterThan(a.points[1]!);
  });
});

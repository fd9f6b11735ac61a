import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LEAST_PROBABILITY, logOddsOf, logOddsOfAll, logOddsSlope } from './raw-score.ts';

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const raws = fc.double({ min: -2, max: 3, noNaN: true });

it('takes the raw score of logistic loss as it is', () => {
  expect(logOddsOf('binary', -3.25)).toBe(-3.25);
  expect(logOddsSlope('binary', -1, 2)).toBe(1);
  expect(logOddsOfAll('binary', Float64Array.of(1, 2))).toEqual(Float64Array.of(1, 2));
});

it('takes the raw score of squared loss as a probability, held inside (0, 1)', () => {
  for (const p of [LEAST_PROBABILITY, 0.2, 0.5, 0.9, 1 - LEAST_PROBABILITY])
    expect(sigmoid(logOddsOf('squared', p))).toBeCloseTo(p, 12);
  expect(sigmoid(logOddsOf('squared', -0.4))).toBeCloseTo(LEAST_PROBABILITY, 5);
  expect(sigmoid(logOddsOf('squared', 1.4))).toBeCloseTo(1 - LEAST_PROBABILITY, 5);
});

it('keeps the order of rows, also of those that are held', () => {
  fc.assert(
    fc.property(raws, raws, (a, b) => {
      fc.pre(Math.abs(a - b) > 1e-9);
      expect(Math.sign(logOddsOf('squared', a) - logOddsOf('squared', b))).toBe(Math.sign(a - b));
    }),
  );
});

it('shares a difference of log odds out in proportion to raw scores', () => {
  fc.assert(
    fc.property(raws, raws, fc.double({ min: -1, max: 1, noNaN: true }), (from, to, part) => {
      const slope = logOddsSlope('squared', from, to);
      expect(slope).toBeGreaterThan(0);
      const whole = logOddsOf('squared', to) - logOddsOf('squared', from);
      expect(part * slope + (to - from - part) * slope).toBeCloseTo(whole, 5);
    }),
  );
});

import { expect, it } from 'vitest';
import { decideBins } from '../binning/decide-bins.ts';
import type { BinSpec } from '../binning/spec.ts';
import { anonymousLabels, ownLabels, reportBins } from './report-bins.ts';

const fine: BinSpec[] = [
  { kind: 'interval', to: 2, missing: false },
  { kind: 'interval', from: 2, to: 5, missing: true },
  { kind: 'interval', from: 5, missing: false },
];
const decision = decideBins(
  {
    feature: 'x',
    ordered: true,
    missingBin: -1,
    counts: Float64Array.of(100, 4, 96),
    bads: Float64Array.of(10, 1, 40),
  },
  { merge: 'none', maxBins: 8, minShare: 0.05 },
);

it('names the owner’s bins and numbers the others’', () => {
  expect(ownLabels(fine, decision)).toEqual(['[-inf, 5) | missing', '[5, inf)']);
  expect(anonymousLabels(decision)).toEqual(['bin 1', 'bin 2']);
});

it('shows points only where they are given, and adds up to the IV', () => {
  const bins = reportBins(decision, anonymousLabels(decision), Int32Array.of(30, 12));
  expect(bins.map(({ rows, bads, points }) => [rows, bads, points])).toEqual([
    [104, 11, 30],
    [96, 40, 12],
  ]);
  expect(bins.reduce((sum, bin) => sum + bin.iv, 0)).toBeCloseTo(decision.iv, 12);
  expect(bins.reduce((sum, bin) => sum + bin.share, 0)).toBeCloseTo(1, 12);
  expect(reportBins(decision, anonymousLabels(decision))[0]).not.toHaveProperty('points');
});

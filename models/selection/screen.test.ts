import { expect, it } from 'vitest';
import { decideBins } from '../binning/decide-bins.ts';
import type { SelectOptions } from '../options.ts';
import type { FeatureHistogram } from '../sources.ts';
import { screenFeature } from './screen.ts';

const screen = (
  counts: number[],
  bads: number[],
  select: SelectOptions | undefined,
  missingBin = -1,
): string | undefined => {
  const histogram: FeatureHistogram = {
    feature: 'x',
    ordered: true,
    missingBin,
    counts: Float64Array.from(counts),
    bads: Float64Array.from(bads),
  };
  return screenFeature(histogram, decideBins(histogram, { merge: 'none', maxBins: 8, minShare: 0.01 }), select);
};

it('drops a feature of one bin whatever is set', () => {
  expect(screen([1000], [100], undefined)).toBe('constant');
  expect(screen([996, 4], [100, 1], undefined)).toBe('constant');
});

it('applies only the limits that are set', () => {
  expect(screen([500, 500], [100, 101], undefined)).toBeUndefined();
  expect(screen([500, 500], [100, 101], {})).toBeUndefined();
  expect(screen([500, 500], [100, 101], { iv: 0.02 })).toBe('iv');
  expect(screen([500, 500], [100, 300], { iv: 0.02 })).toBeUndefined();
  expect(screen([970, 30], [100, 10], { oneValue: 0.95 })).toBe('one-value');
  expect(screen([30, 970], [10, 100], { missing: 0.95 }, 1)).toBe('missing');
});

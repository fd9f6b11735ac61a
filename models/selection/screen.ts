/** Univariate screens, from bin counts alone, so that they serve a party's own columns and anonymous ones alike. */
import type { BinDecision } from '../binning/decide-bins.ts';
import type { ReportFeature } from '../evaluate/report.ts';
import type { SelectOptions } from '../options.ts';
import type { FeatureHistogram } from '../sources.ts';

export type DropReason = NonNullable<ReportFeature['dropped']>;

/**
 * Why a feature goes, or undefined. A feature whose final bins are one bin says nothing and goes in any case; the other
 * limits apply only when they are set. One value is judged by the fullest fine bin: a value with more than a bin's share
 * of the rows fills a fine bin of its own.
 */
export function screenFeature(
  histogram: FeatureHistogram,
  decision: BinDecision,
  select: SelectOptions | undefined,
): DropReason | undefined {
  if (decision.counts.length < 2) return 'constant';
  if (select === undefined) return undefined;
  const rows = histogram.counts.reduce((sum, count) => sum + count, 0);
  const missing = histogram.missingBin < 0 ? 0 : histogram.counts[histogram.missingBin]! / rows;
  const fullest = histogram.counts.reduce((most, count) => Math.max(most, count), 0) / rows;
  if (select.missing !== undefined && missing > select.missing) return 'missing';
  if (select.oneValue !== undefined && fullest > select.oneValue) return 'one-value';
  if (select.iv !== undefined && decision.iv < select.iv) return 'iv';
  return undefined;
}

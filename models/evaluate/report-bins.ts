/** A feature's final bins as the report shows them. */
import type { BinDecision } from '../binning/decide-bins.ts';
import { labelBin, mergeSpecs, type BinSpec } from '../binning/spec.ts';
import type { ReportBin } from './report.ts';

/** Labels of final bins, for their owner. @param fine the column's fine bins. */
export function ownLabels(fine: readonly BinSpec[], decision: BinDecision): string[] {
  return mergeSpecs(fine, decision.map).map(labelBin);
}

/** Labels of another party's final bins: numbers only. */
export function anonymousLabels(decision: BinDecision): string[] {
  return Array.from(decision.counts, (_, bin) => `bin ${bin + 1}`);
}

/** @param labels [final bins] @param points [final bins] where policy lets the reader see them. */
export function reportBins(decision: BinDecision, labels: readonly string[], points?: ArrayLike<number>): ReportBin[] {
  const rows = decision.counts.reduce((sum, count) => sum + count, 0);
  return labels.map((label, bin) => {
    const count = decision.counts[bin]!;
    const bads = decision.bads[bin]!;
    const shown = points?.[bin];
    return {
      label,
      rows: count,
      bads,
      badRate: count === 0 ? 0 : bads / count,
      share: rows === 0 ? 0 : count / rows,
      woe: decision.woe[bin]!,
      iv: decision.ivParts[bin]!,
      ...(shown === undefined ? {} : { points: shown }),
    };
  });
}

/** Figures that the report shows but `report.json` does not hold: they follow from what is there. */
import type {
  AnyReport,
  GainsRow,
  Metrics,
  Report,
  ReportBase,
  ReportBin,
  ReportFeature,
} from '@coscore/models/evaluate/report.ts';

/** The figures to judge by: the test rows when there are any. */
export function headline(report: ReportBase): { sample: 'test' | 'train'; joint: Metrics; alone: Metrics } {
  const joint = report.metrics.test;
  const alone = report.labelPartyAlone.test;
  if (joint !== undefined && alone !== undefined) return { sample: 'test', joint, alone };
  return { sample: 'train', joint: report.metrics.train, alone: report.labelPartyAlone.train };
}

/**
 * Half width of the 95% interval of an AUC (Hanley & McNeil, Radiology 1982, eq. 1 with the exponential approximation).
 * NaN when a class is empty.
 */
export function aucHalfWidth({ auc, rows, bads }: Metrics): number {
  const goods = rows - bads;
  const q1 = auc / (2 - auc);
  const q2 = (2 * auc * auc) / (1 + auc);
  const variance = (auc * (1 - auc) + (bads - 1) * (q1 - auc * auc) + (goods - 1) * (q2 - auc * auc)) / (bads * goods);
  return bads > 0 && goods > 0 ? 1.96 * Math.sqrt(Math.max(0, variance)) : Number.NaN;
}

/** What happens when every application with a score at or above `cutOff` is approved. */
export interface StrategyRow {
  readonly cutOff: number;
  /** Share of all rows approved. */
  readonly approvalRate: number;
  /** Bad rate among the approved. */
  readonly badRate: number;
  /** Bad rate of the band that this cut-off admits and the next higher one would not. */
  readonly marginalBadRate: number;
  /** Share of all bads turned away. */
  readonly badsAvoided: number;
  /** Share of all goods turned away. */
  readonly goodsLost: number;
}

/** One row for each score decile, the most cautious cut-off first. Empty when the gains table is. */
export function strategyTable(gains: readonly GainsRow[]): StrategyRow[] {
  const safestFirst = gains.toSorted((a, b) => b.decile - a.decile);
  const rows = sum(gains, (row) => row.rows);
  const bads = sum(gains, (row) => row.bads);
  const goods = rows - bads;
  let approved = 0;
  let approvedBads = 0;
  return safestFirst.map((band) => {
    approved += band.rows;
    approvedBads += band.bads;
    return {
      cutOff: band.minScore,
      approvalRate: approved / rows,
      badRate: approvedBads / approved,
      marginalBadRate: band.bads / band.rows,
      badsAvoided: (bads - approvedBads) / bads,
      goodsLost: (goods - (approved - approvedBads)) / goods,
    };
  });
}

export type IvBand = 'useless' | 'weak' | 'medium' | 'strong' | 'suspicious';

/** Bands of credit.md. */
export function ivBand(iv: number): IvBand {
  if (iv < 0.02) return 'useless';
  if (iv < 0.1) return 'weak';
  if (iv < 0.3) return 'medium';
  return iv <= 0.5 ? 'strong' : 'suspicious';
}

export type PsiBand = 'stable' | 'moving' | 'shifted';

/** Bands of credit.md. A shift that chance explains (`threshold`, for this sample size) is no shift. */
export function psiBand({ psi, threshold }: { readonly psi: number; readonly threshold: number }): PsiBand {
  if (psi < 0.1 || psi <= threshold) return 'stable';
  return psi < 0.25 ? 'moving' : 'shifted';
}

/** The label party first, then the others as the report lists them. */
export function partiesOf(report: ReportBase): string[] {
  const others = Object.keys(report.parties).filter((party) => party !== report.labelParty);
  return [report.labelParty, ...others];
}

/** What the page is called. */
export function titleOf(report: AnyReport): 'title' | 'titleForest' {
  return report.kind === 'forest' ? 'titleForest' : 'title';
}

/** Highest IV first; ties keep their order. */
export function featuresByIv(report: Report): ReportFeature[] {
  return report.features.toSorted((a, b) => b.iv - a.iv);
}

/**
 * What the reader may see of a bin. Another party's bins are numbered here too, whatever the label says, so that a
 * mistake further up cannot print a cut point that its owner kept to itself.
 */
export function binName(
  report: ReportBase,
  feature: ReportFeature,
  bin: ReportBin,
  index: number,
): { kind: 'own'; label: string } | { kind: 'number'; number: number } | { kind: 'missing' } | { kind: 'other' } {
  if (bin.label === 'missing') return { kind: 'missing' };
  if (feature.party !== report.labelParty) return { kind: 'number', number: index + 1 };
  return bin.label === 'other' ? { kind: 'other' } : { kind: 'own', label: bin.label };
}

export function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

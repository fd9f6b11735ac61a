/** The charts of one report by the id that the page's containers carry. */
import type { Report } from '@coscore/models/evaluate/report.ts';
import { partiesOf } from '../derive.ts';
import { texts } from '../texts.ts';
import { correlationChart, ivChart, woeChart } from './features.ts';
import { type ChartOption, type ChartTextKey, partyColour } from './option.ts';
import { calibrationChart, distributionChart, gainsChart, ksChart, rocChart, strategyChart } from './performance.ts';

/** What client.js reads: options, and the words in them. */
export interface ChartData {
  readonly charts: Readonly<Record<string, ChartOption>>;
  readonly texts: Readonly<Record<string, { readonly en: string; readonly zh: string }>>;
  readonly title: { readonly en: string; readonly zh: string };
}

export function chartData(report: Report): ChartData {
  const shown = report.evaluation.test ?? report.evaluation.train;
  const order = partiesOf(report);
  const charts: Record<string, ChartOption> = {
    roc: rocChart(report),
    ks: ksChart(shown),
    gains: gainsChart(shown.gains),
    calibration: calibrationChart(shown),
    distribution: distributionChart(shown),
    strategy: strategyChart(shown.gains),
    iv: ivChart(report),
  };
  report.features.forEach((feature, i) => {
    if (feature.selected && feature.bins.length > 0) {
      charts[`woe-${i}`] = woeChart(report, feature, partyColour(order.indexOf(feature.party)));
    }
  });
  if (hasCorrelation(report)) charts['correlation'] = correlationChart(report.correlation);
  return { charts, texts: wordsOf(charts), title: texts.title };
}

export function hasCorrelation(
  report: Report,
): report is Report & { readonly correlation: NonNullable<Report['correlation']> } {
  return report.correlation !== undefined && report.correlation.names.length > 1;
}

function wordsOf(value: unknown, found: Record<string, { en: string; zh: string }> = {}): typeof found {
  if (typeof value !== 'object' || value === null) return found;
  if ('$t' in value) found[value.$t as ChartTextKey] = texts[value.$t as ChartTextKey];
  else for (const inner of Object.values(value)) wordsOf(inner, found);
  return found;
}

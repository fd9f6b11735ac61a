/** The charts of one report by the id that the page's containers carry. */
import type { AnyReport, ForestReport, Report } from '@coscore/models/evaluate/report.ts';
import { partiesOf, titleOf } from '../derive.ts';
import { texts } from '../texts.ts';
import { dependenceChart, importanceChart, learningCurveChart } from './forest.ts';
import { correlationChart, ivChart, woeChart } from './features.ts';
import { type ChartOption, type ChartTextKey, partyColour } from './option.ts';
import { calibrationChart, distributionChart, gainsChart, ksChart, rocChart, strategyChart } from './performance.ts';

/** What client.js reads: options, and the words in them. */
export interface ChartData {
  readonly charts: Readonly<Record<string, ChartOption>>;
  readonly texts: Readonly<Record<string, { readonly en: string; readonly zh: string }>>;
  readonly title: { readonly en: string; readonly zh: string };
}

export function chartData(report: AnyReport): ChartData {
  const shown = report.evaluation.test ?? report.evaluation.train;
  const charts: Record<string, ChartOption> = {
    roc: rocChart(report),
    ks: ksChart(shown),
    gains: gainsChart(shown.gains),
    calibration: calibrationChart(shown),
    distribution: distributionChart(shown),
    strategy: strategyChart(shown.gains),
    ...(report.kind === 'forest' ? forestCharts(report) : columnCharts(report)),
  };
  return { charts, texts: wordsOf(charts), title: texts[titleOf(report)] };
}

function forestCharts(report: ForestReport): Record<string, ChartOption> {
  const { importance, partialDependence } = report.forest;
  return {
    ...(importance.some(({ splits }) => splits > 0) ? { importance: importanceChart(report) } : {}),
    'learning-curve': learningCurveChart(report),
    ...Object.fromEntries(
      partialDependence.map((entry, i) => [`dependence-${i}`, dependenceChart(entry, partyColour(0))]),
    ),
  };
}

function columnCharts(report: Report): Record<string, ChartOption> {
  const order = partiesOf(report);
  const charts: Record<string, ChartOption> = { iv: ivChart(report) };
  report.features.forEach((feature, i) => {
    if (feature.selected && feature.bins.length > 0) {
      charts[`woe-${i}`] = woeChart(report, feature, partyColour(order.indexOf(feature.party)));
    }
  });
  if (hasCorrelation(report)) charts['correlation'] = correlationChart(report.correlation);
  return charts;
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

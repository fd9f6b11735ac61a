/** Charts of a forest: importance by owner, learning curve, partial dependence. */
import type { ForestCurvePoint, ForestReport, PartialDependence } from '@coscore/models/evaluate/report.ts';
import { partiesOf, sum } from '../derive.ts';
import {
  axis,
  chartName,
  type ChartOption,
  chartText,
  type ChartTextKey,
  colours,
  format,
  grid,
  legend,
  type OptionValue,
  partyColour,
} from './option.ts';

/** More bars than this cannot be told apart; the table beside the chart has them all. */
export const IMPORTANCE_CHART_ROWS = 30;
/** A wider screen has no more pixels to show them with. */
const CURVE_POINTS = 400;

/** One series a party, stacked, so that each bar has its owner's colour and the legend names the owners. */
export function importanceChart(report: ForestReport): ChartOption {
  const { importance } = report.forest;
  const total = Math.max(
    sum(importance, ({ gain }) => gain),
    Number.MIN_VALUE,
  );
  // Horizontal bars are drawn from the bottom up.
  const shown = importance
    .filter(({ splits }) => splits > 0)
    .slice(0, IMPORTANCE_CHART_ROWS)
    .reverse();
  return {
    grid: { left: 190, right: 48, top: 44, bottom: 48 },
    legend,
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: format('percent1') },
    xAxis: axis('value', chartText('chartGainShare'), {
      axisLabel: { formatter: format('percent'), color: colours.ink, fontSize: 11 },
    }),
    yAxis: {
      type: 'category',
      data: shown.map(({ feature }) => chartName(feature, 26)),
      axisLabel: { color: colours.ink, fontSize: 12, width: 170, overflow: 'truncate', interval: 0 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.soft } },
    },
    series: partiesOf(report).map((party, i) => ({
      type: 'bar',
      stack: 'gain',
      name: chartName(party),
      itemStyle: { color: partyColour(i) },
      barWidth: '64%',
      data: shown.map((entry) => (entry.party === party ? entry.gain / total : null)),
    })),
  };
}

export function learningCurveChart({ forest }: ForestReport): ChartOption {
  const points = thinned(forest.curve);
  const first = forest.curve[0]?.tree ?? 1;
  const line = (
    name: ChartTextKey,
    colour: string,
    of: (point: ForestCurvePoint) => number | undefined,
    extra: ChartOption = {},
  ): ChartOption[] => {
    const data = points.flatMap((point) => {
      const loss = of(point);
      return loss === undefined ? [] : [[point.tree, loss]];
    });
    if (data.length === 0) return [];
    const style = { lineStyle: { width: 2.2, color: colour }, itemStyle: { color: colour } };
    return [{ type: 'line', name: chartText(name), data, showSymbol: data.length === 1, ...style, ...extra }];
  };
  return {
    grid: { ...grid, left: 74 },
    legend,
    tooltip: {
      trigger: 'axis',
      valueFormatter: format('number4'),
      axisPointer: { label: { formatter: format('integer') } },
    },
    xAxis: axis('value', chartText('chartTree'), {
      min: first,
      max: Math.max(first + 1, forest.curve.at(-1)?.tree ?? 0),
      minInterval: 1,
    }),
    yAxis: axis('value', chartText('chartLoss'), { scale: true, nameGap: 54 }),
    series: [
      ...line('chartLossTrain', colours.jointLight, (point) => point.trainLoss, kept(forest)),
      ...line('chartLossHeldOut', colours.goods, (point) => point.heldOutLoss),
      ...line('chartLossTest', colours.joint, (point) => point.testLoss),
    ],
  };
}

/** Where the forest was cut off, if it was. */
function kept({ trees, curve }: ForestReport['forest']): ChartOption {
  if (trees >= (curve.at(-1)?.tree ?? 0)) return {};
  return {
    markLine: {
      symbol: 'none',
      silent: true,
      lineStyle: { color: colours.soft, type: 'dashed' },
      label: { formatter: chartText('chartBestTree'), color: colours.soft, fontSize: 11 },
      data: [{ xAxis: trees }],
    },
  };
}

function thinned(curve: readonly ForestCurvePoint[]): readonly ForestCurvePoint[] {
  const step = Math.ceil(curve.length / CURVE_POINTS);
  return curve.filter((_, i) => i % step === 0 || i === curve.length - 1);
}

/** Bars: share of training rows; line: raw score. Missing values stand apart: no line leads to them. */
export function dependenceChart({ bins }: PartialDependence, colour: string): ChartOption {
  const labels = bins.map(({ label }) => binLabel(label));
  const total = Math.max(
    1,
    sum(bins, ({ rows }) => rows),
  );
  const widest = Math.max(...labels.map((label) => (typeof label === 'string' ? label.length : 7)));
  const crowded = widest * labels.length > 56;
  const line = (missing: boolean): ChartOption => ({
    type: missing ? 'scatter' : 'line',
    yAxisIndex: 1,
    name: chartText('chartRaw'),
    data: bins.map((bin) => ((bin.label === 'missing') === missing ? bin.raw : null)),
    itemStyle: { color: colour },
    symbol: 'circle',
    symbolSize: bins.length > 16 ? 4 : 7,
    ...(missing ? {} : { lineStyle: { color: colour, width: 2.2 } }),
  });
  return {
    grid: { left: 52, right: 56, top: 36, bottom: crowded ? 56 : 30 },
    legend: { ...legend, itemGap: 16 },
    tooltip: { trigger: 'axis', formatter: format('woe') },
    xAxis: {
      type: 'category',
      data: labels,
      axisLabel: {
        color: colours.ink,
        fontSize: 11,
        rotate: crowded ? 30 : 0,
        width: 96,
        overflow: 'truncate',
        hideOverlap: true,
        ...(crowded ? {} : { interval: 0 }),
      },
      axisTick: { alignWithLabel: true },
    },
    yAxis: [
      axis('value', '', {
        axisLabel: { formatter: format('percent'), fontSize: 11 },
        splitLine: { show: false },
        min: 0,
      }),
      axis('value', '', { axisLabel: { fontSize: 11 }, scale: true }),
    ],
    series: [
      {
        type: 'bar',
        name: chartText('chartShare'),
        data: bins.map(({ rows }) => rows / total),
        itemStyle: { color: '#c9d4df' },
        barWidth: '62%',
      },
      line(false),
      line(true),
    ],
  };
}

function binLabel(label: string): OptionValue {
  if (label === 'missing') return chartText('chartMissing');
  return label === 'other' ? chartText('chartOther') : chartName(label, 22);
}

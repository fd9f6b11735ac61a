/** Charts of columns: information value, weight of evidence, correlation. */
import type { Report, ReportFeature } from '@coscore/models/evaluate/report.ts';
import { binName, featuresByIv, partiesOf } from '../derive.ts';
import {
  axis,
  chartName,
  type ChartOption,
  chartText,
  colours,
  format,
  legend,
  type OptionValue,
  partyColour,
} from './option.ts';

/** More bars than this cannot be told apart; the table beside the chart has them all. */
export const IV_CHART_ROWS = 30;

/** One series a party, stacked, so that each bar has its owner's colour and the legend names the owners. */
export function ivChart(report: Report): ChartOption {
  // Horizontal bars are drawn from the bottom up.
  const shown = featuresByIv(report).slice(0, IV_CHART_ROWS).reverse();
  const series = partiesOf(report).map((party, i) => ({
    type: 'bar',
    stack: 'iv',
    name: chartName(party),
    itemStyle: { color: partyColour(i) },
    barWidth: '64%',
    data: shown.map((feature) => (feature.party === party ? feature.iv : null)),
    ...(i === 0 ? { markLine: bands(shown) } : {}),
  }));
  return {
    grid: { left: 190, right: 48, top: 44, bottom: 48 },
    legend,
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: format('number3') },
    xAxis: axis('value', chartText('chartIv')),
    yAxis: {
      type: 'category',
      data: shown.map((feature) => chartName(feature.name, 26)),
      axisLabel: { color: colours.ink, fontSize: 12, width: 170, overflow: 'truncate', interval: 0 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.soft } },
    },
    series,
  };
}

function bands(shown: readonly ReportFeature[]): ChartOption {
  const highest = Math.max(0.02, ...shown.map((feature) => feature.iv));
  return {
    symbol: 'none',
    silent: true,
    label: { position: 'end', color: colours.soft, fontSize: 11, formatter: '{b}' },
    lineStyle: { color: '#9aa5b1', type: 'dashed' },
    data: [0.02, 0.1, 0.3, 0.5]
      .filter((limit) => limit <= highest * 1.05)
      .map((limit) => ({ xAxis: limit, name: String(limit) })),
  };
}

/** Bars: share of training rows; line: WoE. Missing values stand apart: no line leads to them. */
export function woeChart(report: Report, feature: ReportFeature, colour: string): ChartOption {
  const labels = feature.bins.map((_, i) => binLabel(report, feature, i));
  const widest = Math.max(...labels.map((label) => (typeof label === 'string' ? label.length : 7)));
  const line = (missing: boolean): ChartOption => ({
    type: missing ? 'scatter' : 'line',
    yAxisIndex: 1,
    name: chartText('chartWoe'),
    data: feature.bins.map((bin) => ((bin.label === 'missing') === missing ? bin.woe : null)),
    itemStyle: { color: colour },
    symbol: 'circle',
    symbolSize: 7,
  });
  return {
    grid: { left: 52, right: 52, top: 36, bottom: widest * labels.length > 56 ? 56 : 30 },
    legend: { ...legend, itemGap: 16 },
    tooltip: { trigger: 'axis', formatter: format('woe') },
    xAxis: {
      type: 'category',
      data: labels,
      axisLabel: {
        color: colours.ink,
        fontSize: 11,
        rotate: widest * labels.length > 56 ? 30 : 0,
        width: 96,
        overflow: 'truncate',
        interval: 0,
      },
      axisTick: { alignWithLabel: true },
    },
    yAxis: [
      axis('value', '', {
        axisLabel: { formatter: format('percent'), fontSize: 11 },
        splitLine: { show: false },
        min: 0,
      }),
      axis('value', '', { axisLabel: { fontSize: 11 } }),
    ],
    series: [
      {
        type: 'bar',
        name: chartText('chartShare'),
        data: feature.bins.map((bin) => bin.share),
        itemStyle: { color: '#c9d4df' },
        barWidth: '62%',
      },
      {
        ...line(false),
        lineStyle: { color: colour, width: 2.2 },
        markLine: {
          symbol: 'none',
          silent: true,
          label: { show: false },
          lineStyle: { color: '#9aa5b1', type: 'dashed' },
          data: [{ yAxis: 0 }],
        },
      },
      line(true),
    ],
  };
}

function binLabel(report: Report, feature: ReportFeature, index: number): OptionValue {
  const bin = feature.bins[index];
  if (bin === undefined) return '';
  const name = binName(report, feature, bin, index);
  switch (name.kind) {
    case 'own':
      return chartName(name.label, 22);
    case 'number':
      return String(name.number);
    case 'missing':
      return chartText('chartMissing');
    case 'other':
      return chartText('chartOther');
  }
}

/** @param correlation `values` is [names x names], row-major. */
export function correlationChart({ names, values }: NonNullable<Report['correlation']>): ChartOption {
  const labels = names.map((name) => chartName(name, 22));
  const size = names.length;
  const cells = values.map((value, i) => [i % size, Math.floor(i / size), Math.round(value * 1000) / 1000]);
  const small = size > 16;
  const label = { color: colours.ink, fontSize: small ? 9 : 11, width: 140, overflow: 'truncate', interval: 0 };
  return {
    grid: { left: 160, right: 24, top: 16, bottom: 170 },
    tooltip: { trigger: 'item', formatter: format('cell') },
    xAxis: { type: 'category', data: labels, axisLabel: { ...label, rotate: 60 }, splitArea: { show: false } },
    yAxis: { type: 'category', data: labels, inverse: true, axisLabel: label },
    visualMap: {
      min: -1,
      max: 1,
      calculable: false,
      orient: 'horizontal',
      left: 'center',
      bottom: 0,
      itemHeight: 220,
      text: ['+1', '−1'],
      inRange: { color: ['#2b6ca3', '#a9c9e2', '#ffffff', '#e9b7a5', '#b3382c'] },
    },
    series: [
      {
        type: 'heatmap',
        name: chartText('chartCorrelation'),
        data: cells,
        label: { show: size <= 18, formatter: format('short'), fontSize: size <= 12 ? 11 : 10 },
        itemStyle: { borderColor: '#ffffff', borderWidth: 1 },
      },
    ],
  };
}

/** Charts of how well the score ranks and predicts. Shapes: at most 400 points a curve, thinned by the evaluation. */
import type { CurvePoint, Evaluation, GainsRow, ReportBase } from '@coscore/models/evaluate/report.ts';
import { strategyTable, sum } from '../derive.ts';
import { axis, type ChartOption, type ChartTextKey, chartText, colours, format, grid, legend } from './option.ts';

function curve(name: ChartTextKey, points: readonly CurvePoint[], colour: string, dashed = false): ChartOption {
  return {
    type: 'line',
    name: chartText(name),
    data: points.map(({ x, y }) => [x, y]),
    showSymbol: false,
    lineStyle: { width: dashed ? 1.5 : 2.2, type: dashed ? 'dashed' : 'solid', color: colour },
    itemStyle: { color: colour },
  };
}

const unit: ChartOption = {
  min: 0,
  max: 1,
  axisLabel: { formatter: format('percent'), color: colours.ink, fontSize: 11 },
};
const diagonal = [
  { x: 0, y: 0 },
  { x: 1, y: 1 },
];

export function rocChart({ evaluation, labelPartyAloneRoc: alone }: ReportBase): ChartOption {
  const series = [
    ...(evaluation.test ? [curve('chartJointTest', evaluation.test.roc, colours.joint)] : []),
    curve('chartJointTrain', evaluation.train.roc, colours.jointLight, evaluation.test !== undefined),
    ...(alone?.test ? [curve('chartAloneTest', alone.test, colours.alone)] : []),
    ...(alone && !alone.test ? [curve('chartAloneTrain', alone.train, colours.alone)] : []),
    { ...curve('chartChance', diagonal, '#9aa5b1', true), silent: true, tooltip: { show: false } },
  ];
  return {
    grid,
    legend,
    tooltip: {
      trigger: 'axis',
      valueFormatter: format('percent1'),
      axisPointer: { label: { formatter: format('axisPercent') } },
    },
    xAxis: axis('value', chartText('chartFpr'), unit),
    yAxis: axis('value', chartText('chartTpr'), { ...unit, nameGap: 42 }),
    series,
  };
}

/** The curve is thinned, so its widest gap only places the mark; the figure beside it is the exact one. */
export function ksChart({ ksCurve, metrics }: Evaluation): ChartOption {
  const widest = ksCurve.reduce((best, point, i) => (gap(point) > gap(ksCurve[best]) ? i : best), 0);
  const at = ksCurve[widest];
  const mark =
    at === undefined
      ? []
      : [[{ coord: [at.score, at.goods], name: `KS ${metrics.ks.toFixed(3)}` }, { coord: [at.score, at.bads] }]];
  const points = (of: 'goods' | 'bads'): CurvePoint[] => ksCurve.map((point) => ({ x: point.score, y: point[of] }));
  return {
    grid,
    legend,
    tooltip: {
      trigger: 'axis',
      valueFormatter: format('percent1'),
      axisPointer: { label: { formatter: format('integer') } },
    },
    xAxis: axis('value', chartText('chartScore'), { scale: true }),
    yAxis: axis('value', chartText('chartCumulative'), { ...unit, nameGap: 42 }),
    series: [
      curve('chartGoods', points('goods'), colours.goods),
      {
        ...curve('chartBads', points('bads'), colours.bads),
        markLine: {
          symbol: 'none',
          silent: true,
          label: {
            formatter: '{b}',
            position: 'middle',
            color: colours.ink,
            fontWeight: 'bold',
            backgroundColor: '#ffffffd0',
            padding: [2, 4],
            rotate: 0,
          },
          lineStyle: { color: colours.ink, type: 'solid', width: 1.5 },
          data: mark,
        },
      },
    ],
  };
}

function gap(point: { readonly goods: number; readonly bads: number } | undefined): number {
  return point === undefined ? 0 : Math.abs(point.bads - point.goods);
}

export function gainsChart(gains: readonly GainsRow[]): ChartOption {
  return {
    grid: { ...grid, right: 62 },
    legend,
    tooltip: { trigger: 'axis', valueFormatter: format('percent1') },
    xAxis: axis('category', chartText('chartDecile'), { data: gains.map((row) => String(row.decile)) }),
    yAxis: [
      axis('value', chartText('chartBadRate'), { axisLabel: { formatter: format('percent') }, nameGap: 42 }),
      axis('value', chartText('chartCapture'), { ...unit, nameGap: 42, splitLine: { show: false } }),
    ],
    series: [
      {
        type: 'bar',
        name: chartText('chartBadRate'),
        data: gains.map((row) => row.badRate),
        itemStyle: { color: colours.bads },
        barWidth: '58%',
      },
      {
        ...curve('chartCapture', [], colours.joint),
        yAxisIndex: 1,
        data: gains.map((row) => row.cumulativeBadShare),
        showSymbol: true,
      },
    ],
  };
}

export function calibrationChart({ calibration }: Evaluation): ChartOption {
  const highest = Math.max(0.01, ...calibration.flatMap((bin) => [bin.predicted, bin.observed]));
  const step = highest > 0.2 ? 0.1 : 0.05;
  const end = Math.min(1, step * Math.ceil((highest * 1.02) / step));
  const rows = Math.max(1, ...calibration.map((bin) => bin.rows));
  const scale = { min: 0, max: end, axisLabel: { formatter: format('percent') } };
  return {
    grid,
    legend,
    tooltip: { trigger: 'item', valueFormatter: format('percent1') },
    xAxis: axis('value', chartText('chartPredicted'), scale),
    yAxis: axis('value', chartText('chartObserved'), { ...scale, nameGap: 42 }),
    series: [
      {
        type: 'scatter',
        name: chartText('chartObserved'),
        data: calibration.map((bin) => ({
          value: [bin.predicted, bin.observed],
          symbolSize: 7 + 7 * Math.sqrt(bin.rows / rows),
        })),
        itemStyle: { color: colours.joint },
      },
      {
        ...curve(
          'chartPerfect',
          [
            { x: 0, y: 0 },
            { x: end, y: end },
          ],
          '#9aa5b1',
          true,
        ),
        silent: true,
      },
    ],
  };
}

/** Goods and bads each as shares of their own total: otherwise the few bads cannot be seen. */
export function distributionChart({ scoreDistribution: bands }: Evaluation): ChartOption {
  const shares = (of: 'goods' | 'bads'): number[] => {
    const total = Math.max(
      1,
      sum(bands, (band) => band[of]),
    );
    return bands.map((band) => band[of] / total);
  };
  const bars = (name: ChartTextKey, of: 'goods' | 'bads'): ChartOption => ({
    type: 'bar',
    name: chartText(name),
    data: shares(of),
    itemStyle: { color: colours[of] },
    barGap: '0%',
    barCategoryGap: '18%',
  });
  return {
    grid,
    legend,
    tooltip: { trigger: 'axis', valueFormatter: format('percent1') },
    xAxis: axis('category', chartText('chartScore'), {
      data: bands.map((band) => `${Math.round(band.from)}–${Math.round(band.to)}`),
      nameGap: 34,
    }),
    yAxis: axis('value', chartText('chartShareOfClass'), { axisLabel: { formatter: format('percent') }, nameGap: 42 }),
    series: [bars('chartGoods', 'goods'), bars('chartBads', 'bads')],
  };
}

export function strategyChart(gains: readonly GainsRow[]): ChartOption {
  const rows = strategyTable(gains);
  const points = (of: 'badRate' | 'marginalBadRate'): CurvePoint[] =>
    rows.map((row) => ({ x: row.approvalRate, y: row[of] }));
  return {
    grid,
    legend,
    tooltip: {
      trigger: 'axis',
      valueFormatter: format('percent1'),
      axisPointer: { label: { formatter: format('axisPercent') } },
    },
    xAxis: axis('value', chartText('chartApproval'), unit),
    yAxis: axis('value', chartText('chartBadRate'), { axisLabel: { formatter: format('percent') }, nameGap: 42 }),
    series: [
      { ...curve('chartApprovedBadRate', points('badRate'), colours.joint), showSymbol: true },
      { ...curve('chartMarginalBadRate', points('marginalBadRate'), colours.bads, true), showSymbol: true },
    ],
  };
}

/** Sheets about the whole: summary, data, performance, gains, strategy, stability. */
import type ExcelJS from 'exceljs';
import type {
  AnyReport,
  Evaluation,
  ForestReport,
  Metrics,
  Report,
  ReportBase,
} from '@coscore/models/evaluate/report.ts';
import { headline, partiesOf, strategyTable, sum } from '../derive.ts';
import { roleKey } from '../sections/privacy.ts';
import { type TextKey, texts } from '../texts.ts';
import { addSheet, bilingual, formats, type Value, words } from './sheet.ts';

interface Item {
  readonly name: TextKey;
  readonly value: Value;
  readonly format?: keyof typeof formats;
}

export function summarySheet(workbook: ExcelJS.Workbook, report: AnyReport): void {
  const items = [
    ...identity(report),
    ...figures(report),
    ...scaleItems(report),
    ...(report.kind === 'forest' ? forestItems(report) : trainingItems(report)),
  ];
  const warnings = report.warnings.map((text): Item => ({ name: 'itemWarning', value: bilingual(text) }));
  const sheet = addSheet<Item>(
    workbook,
    'sheetSummary',
    [
      { head: 'colItem', width: 44, value: (item) => words(item.name) },
      { head: 'colValue', width: 72, value: (item) => item.value },
    ],
    [...items, ...warnings],
  );
  items.forEach((item, i) => {
    const value = sheet.getCell(i + 2, 2);
    value.alignment = { horizontal: 'left', wrapText: true };
    if (item.format !== undefined) value.numFmt = formats[item.format];
  });
}

function identity(report: ReportBase): Item[] {
  const created = new Date(report.createdAt);
  const valid = !Number.isNaN(created.getTime());
  return [
    { name: 'itemReport', value: report.name },
    { name: 'job', value: report.job },
    { name: 'created', value: valid ? created : report.createdAt, ...(valid ? { format: 'date' as const } : {}) },
    { name: 'software', value: `Coscore ${report.coscoreVersion}` },
    { name: 'itemProfile', value: report.profile },
    ...(report.helper === undefined ? [] : [{ name: 'itemHelper' as const, value: report.helper }]),
    { name: 'itemLabelParty', value: report.labelParty },
    { name: 'itemRowsAligned', value: report.rowsAligned, format: 'integer' },
    { name: 'modelId', value: report.model.id },
    { name: 'digest', value: report.model.digest },
  ];
}

function figures(report: ReportBase): Item[] {
  const { joint, alone } = headline(report);
  const { hosmerLemeshow } = report.evaluation.test ?? report.evaluation.train;
  return [
    { name: 'itemGain', value: joint.auc - alone.auc, format: 'decimal4' },
    { name: 'itemHlChi2', value: hosmerLemeshow.chi2, format: 'decimal2' },
    { name: 'itemHlDf', value: hosmerLemeshow.df },
    { name: 'colP', value: hosmerLemeshow.p, format: 'decimal4' },
    ...(report.scorePsi === undefined
      ? []
      : ([
          { name: 'itemScorePsi', value: report.scorePsi.psi, format: 'decimal6' },
          { name: 'itemPsiThreshold', value: report.scorePsi.threshold, format: 'decimal6' },
        ] as const)),
  ];
}

function scaleItems({ scaling }: ReportBase): Item[] {
  return [
    { name: 'itemBaseScore', value: scaling.baseScore },
    { name: 'itemBaseOdds', value: scaling.baseOdds },
    { name: 'itemPdo', value: scaling.pdo },
  ];
}

function forestItems({ forest }: ForestReport): Item[] {
  return [
    { name: 'itemTrees', value: forest.trees, format: 'integer' },
    { name: 'itemTreesGrown', value: forest.grown, format: 'integer' },
    { name: 'itemLeaves', value: forest.leaves, format: 'integer' },
    { name: 'itemObjective', value: forest.objective },
    ...(forest.earlier === undefined ? [] : [{ name: 'itemEarlier', value: forest.earlier.model } as const]),
    { name: 'itemBaseRaw', value: forest.baseRaw, format: 'decimal6' },
    { name: 'itemExportable', value: forest.exportable },
  ];
}

function trainingItems({ scaling, platt, training, intercept }: Report): Item[] {
  return [
    { name: 'itemRounding', value: scaling.largestRoundingError, format: 'decimal2' },
    { name: 'intercept', value: intercept, format: 'decimal6' },
    { name: 'itemPlattSlope', value: platt.slope, format: 'decimal6' },
    { name: 'itemPlattIntercept', value: platt.intercept, format: 'decimal6' },
    { name: 'itemIterations', value: training.iterations },
    { name: 'itemGradientNorm', value: training.gradientNorm, format: 'scientific' },
    { name: 'itemConverged', value: training.converged },
  ];
}

export function dataSheet(workbook: ExcelJS.Workbook, report: ReportBase): void {
  addSheet(
    workbook,
    'sheetData',
    [
      { head: 'colParty', width: 28, value: (party) => party },
      { head: 'colRole', width: 26, value: (party) => words(roleKey(report, party)) },
      { head: 'colRows', format: 'integer', value: (party) => report.parties[party]?.rows },
      { head: 'colOffered', format: 'integer', value: (party) => report.parties[party]?.features },
      { head: 'colSelected', format: 'integer', value: (party) => report.parties[party]?.selected },
    ],
    partiesOf(report),
  );
}

interface MetricsRow extends Metrics {
  readonly sample: TextKey;
  readonly model: string;
}

export function performanceSheet(workbook: ExcelJS.Workbook, report: ReportBase): void {
  const { en, zh } = texts.aloneModel;
  const alone = bilingual({
    en: en.replace('{party}', () => report.labelParty),
    zh: zh.replace('{party}', () => report.labelParty),
  });
  const rows: MetricsRow[] = [];
  for (const sample of ['train', 'test'] as const) {
    const joint = report.metrics[sample];
    const single = report.labelPartyAlone[sample];
    if (joint !== undefined) rows.push({ ...joint, sample, model: words('jointModel') });
    if (single !== undefined) rows.push({ ...single, sample, model: alone });
  }
  addSheet<MetricsRow>(
    workbook,
    'sheetPerformance',
    [
      { head: 'colSample', width: 18, value: (row) => words(row.sample) },
      { head: 'colModel', width: 34, value: (row) => row.model },
      { head: 'colAuc', format: 'decimal4', value: (row) => row.auc },
      { head: 'colKs', format: 'decimal4', value: (row) => row.ks },
      { head: 'colGini', format: 'decimal4', value: (row) => row.gini },
      { head: 'colPrAuc', format: 'decimal4', value: (row) => row.prAuc },
      { head: 'colBrier', format: 'decimal4', value: (row) => row.brier },
      { head: 'colRows', format: 'integer', value: (row) => row.rows },
      { head: 'colBads', format: 'integer', value: (row) => row.bads },
      { head: 'colBadRate', format: 'percent', value: (row) => row.bads / row.rows },
    ],
    rows,
  );
}

/** Each sample's evaluation that there is, the training rows first. */
function samples(report: ReportBase): (readonly [TextKey, Evaluation])[] {
  const { train, test } = report.evaluation;
  return [['train', train], ...(test === undefined ? [] : ([['test', test]] as const))];
}

export function gainsSheet(workbook: ExcelJS.Workbook, report: ReportBase): void {
  addSheet(
    workbook,
    'sheetGains',
    [
      { head: 'colSample', width: 18, value: (row) => words(row.sample) },
      { head: 'colDecile', value: (row) => row.decile },
      { head: 'colMinScore', format: 'integer', value: (row) => row.minScore },
      { head: 'colMaxScore', format: 'integer', value: (row) => row.maxScore },
      { head: 'colRows', format: 'integer', value: (row) => row.rows },
      { head: 'colGoods', format: 'integer', value: (row) => row.goods },
      { head: 'colBads', format: 'integer', value: (row) => row.bads },
      { head: 'colBadRate', format: 'percent', value: (row) => row.badRate },
      { head: 'colCumRows', format: 'integer', value: (row) => row.cumulativeRows },
      { head: 'colCumBads', format: 'percent', value: (row) => row.cumulativeBadShare },
      { head: 'colCumGoods', format: 'percent', value: (row) => row.cumulativeGoodShare },
      { head: 'colCumBadRate', format: 'percent', value: (row) => row.cumulativeBadRate },
      { head: 'colKs', format: 'decimal4', value: (row) => row.ks },
      { head: 'colLift', format: 'decimal2', value: (row) => row.lift },
    ],
    samples(report).flatMap(([sample, { gains }]) => gains.map((row) => ({ sample, ...row }))),
  );
}

export function strategySheet(workbook: ExcelJS.Workbook, report: ReportBase): void {
  addSheet(
    workbook,
    'sheetStrategy',
    [
      { head: 'colSample', width: 18, value: (row) => words(row.sample) },
      { head: 'colCutOff', format: 'integer', value: (row) => row.cutOff },
      { head: 'colApproval', format: 'percent', value: (row) => row.approvalRate },
      { head: 'colApprovedBadRate', width: 24, format: 'percent', value: (row) => row.badRate },
      { head: 'colMarginalBadRate', width: 24, format: 'percent', value: (row) => row.marginalBadRate },
      { head: 'colBadsAvoided', width: 24, format: 'percent', value: (row) => row.badsAvoided },
      { head: 'colGoodsLost', width: 24, format: 'percent', value: (row) => row.goodsLost },
    ],
    samples(report).flatMap(([sample, { gains }]) => strategyTable(gains).map((row) => ({ sample, ...row }))),
  );
}

/** The bands of the score distribution side by side; the PSI itself, on its own bins, is in the summary. */
export function stabilitySheet(workbook: ExcelJS.Workbook, report: ReportBase): void {
  const { train, test } = report.evaluation;
  const share = (bands: Evaluation['scoreDistribution'], i: number): number | undefined => {
    const band = bands[i];
    return band && (band.goods + band.bads) / sum(bands, ({ goods, bads }) => goods + bads);
  };
  const counterpart = (band: Evaluation['scoreDistribution'][number]): number =>
    test?.scoreDistribution.findIndex(({ from, to }) => from === band.from && to === band.to) ?? -1;
  addSheet(
    workbook,
    'sheetPsi',
    [
      { head: 'colFrom2', format: 'integer', value: (row) => row.from },
      { head: 'colTo2', format: 'integer', value: (row) => row.to },
      { head: 'colTrainShare', width: 22, format: 'percent', value: (row) => row.train },
      { head: 'colTestShare', width: 22, format: 'percent', value: (row) => row.test },
      {
        head: 'colChange',
        format: 'percent',
        value: (row) => (row.train === undefined || row.test === undefined ? undefined : row.test - row.train),
      },
    ],
    train.scoreDistribution.map((band, i) => ({
      from: band.from,
      to: band.to,
      train: share(train.scoreDistribution, i),
      test: test === undefined ? undefined : share(test.scoreDistribution, counterpart(band)),
    })),
  );
}

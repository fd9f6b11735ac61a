/** Sheets about columns: coefficients, correlation, WoE, scorecard, information value. */
import type ExcelJS from 'exceljs';
import type { Report, ReportBin, ReportFeature } from '@coscore/models/evaluate/report.ts';
import { binName, featuresByIv, partiesOf } from '../derive.ts';
import { ivText, statusKey } from '../sections/features.ts';
import { addSheet, bilingual, type SheetColumn, words } from './sheet.ts';
import { texts } from '../texts.ts';

export function coefficientsSheet(workbook: ExcelJS.Workbook, report: Report): void {
  const rows = partiesOf(report).flatMap((party) =>
    (report.coefficients[party] ?? []).map((coefficient) => ({ party, ...coefficient })),
  );
  addSheet<{ party?: string; name: string; value: number; standardError?: number; p?: number }>(
    workbook,
    'sheetCoefficients',
    [
      { head: 'colFeature', width: 34, value: (row) => row.name },
      { head: 'colParty', width: 24, value: (row) => row.party },
      { head: 'colCoefficient', format: 'decimal6', value: (row) => row.value },
      { head: 'colStdError', format: 'decimal6', value: (row) => row.standardError },
      { head: 'colP', format: 'decimal4', value: (row) => row.p },
    ],
    [{ name: words('intercept'), value: report.intercept }, ...rows],
  );
}

/** Nothing when the report has no matrix: an empty sheet would read as no correlation. */
export function correlationSheet(workbook: ExcelJS.Workbook, report: Report): void {
  if (report.correlation === undefined) return;
  const { names, values } = report.correlation;
  const columns = names.map((name, j): SheetColumn<string> => ({
    head: { name },
    width: 14,
    format: 'decimal4',
    value: (_, i) => values[i * names.length + j],
  }));
  const sheet = addSheet<string>(
    workbook,
    'sheetCorrelation',
    [{ head: 'colFeature', width: 34, value: (name) => name }, ...columns],
    names,
  );
  const last = sheet.getCell(names.length + 1, names.length + 1).address;
  sheet.addConditionalFormatting({
    ref: `B2:${last}`,
    rules: [
      {
        type: 'colorScale',
        priority: 1,
        cfvo: [
          { type: 'num', value: -1 },
          { type: 'num', value: 0 },
          { type: 'num', value: 1 },
        ],
        color: [{ argb: 'FF2B6CA3' }, { argb: 'FFFFFFFF' }, { argb: 'FFB3382C' }],
      },
    ],
  });
}

interface BinRow {
  readonly feature: ReportFeature;
  readonly bin: ReportBin;
  readonly label: string;
}

function binRows(report: Report, features: readonly ReportFeature[]): BinRow[] {
  return features.flatMap((feature) =>
    feature.bins.map((bin, i) => ({ feature, bin, label: binLabel(report, feature, bin, i) })),
  );
}

function binLabel(report: Report, feature: ReportFeature, bin: ReportBin, index: number): string {
  const name = binName(report, feature, bin, index);
  switch (name.kind) {
    case 'own':
      return name.label;
    case 'number': {
      const { en, zh } = texts.binNumber;
      return bilingual({ en: en.replace('{n}', String(name.number)), zh: zh.replace('{n}', String(name.number)) });
    }
    case 'missing':
      return words('missing');
    case 'other':
      return words('other');
  }
}

const binColumns: readonly SheetColumn<BinRow>[] = [
  { head: 'colFeature', width: 34, value: ({ feature }) => feature.name },
  { head: 'colParty', width: 24, value: ({ feature }) => feature.party },
  { head: 'colBin', width: 26, value: ({ label }) => label },
];

export function woeSheet(workbook: ExcelJS.Workbook, report: Report): void {
  addSheet<BinRow>(
    workbook,
    'sheetWoe',
    [
      ...binColumns,
      { head: 'colRows', format: 'integer', value: ({ bin }) => bin.rows },
      { head: 'colBads', format: 'integer', value: ({ bin }) => bin.bads },
      { head: 'colBadRate', format: 'percent', value: ({ bin }) => bin.badRate },
      { head: 'colShare', format: 'percent', value: ({ bin }) => bin.share },
      { head: 'colWoe', width: 22, format: 'decimal6', value: ({ bin }) => bin.woe },
      { head: 'colBinIv', format: 'decimal6', value: ({ bin }) => bin.iv },
    ],
    binRows(report, report.features),
  );
}

export function scorecardSheet(workbook: ExcelJS.Workbook, report: Report): void {
  const selected = report.features.filter((feature) => feature.selected);
  addSheet<BinRow>(
    workbook,
    'sheetScorecard',
    [
      ...binColumns,
      { head: 'colWoe', width: 22, format: 'decimal4', value: ({ bin }) => bin.woe },
      { head: 'colPoints', width: 24, format: 'integer', value: ({ bin }) => bin.points ?? words('withheld') },
    ],
    binRows(report, selected),
  );
}

export function ivSheet(workbook: ExcelJS.Workbook, report: Report): void {
  addSheet(
    workbook,
    'sheetIv',
    [
      { head: 'colFeature', width: 34, value: (feature) => feature.name },
      { head: 'colParty', width: 24, value: (feature) => feature.party },
      { head: 'colIv', format: 'decimal6', value: (feature) => feature.iv },
      { head: 'colBand', width: 34, value: (feature) => words(ivText(feature.iv)) },
      { head: 'colBins', value: (feature) => feature.bins.length },
      { head: 'colSelected', value: (feature) => feature.selected },
      { head: 'colStatus', width: 58, value: (feature) => words(statusKey(feature)) },
    ],
    featuresByIv(report),
  );
}

/** Sheets of a forest: importance, learning curve, partial dependence. */
import type ExcelJS from 'exceljs';
import type { ForestReport } from '@coscore/models/evaluate/report.ts';
import { sum } from '../derive.ts';
import { addSheet, words } from './sheet.ts';

export function importanceSheet(workbook: ExcelJS.Workbook, { forest }: ForestReport): void {
  const total = sum(forest.importance, ({ gain }) => gain);
  addSheet(
    workbook,
    'sheetImportance',
    [
      { head: 'colFeature', width: 34, value: ({ feature }) => feature },
      { head: 'colParty', width: 24, value: ({ party }) => party },
      { head: 'colGain', format: 'decimal4', value: ({ gain }) => gain },
      {
        head: 'colGainShare',
        width: 22,
        format: 'percent',
        value: ({ gain }) => (total === 0 ? undefined : gain / total),
      },
      { head: 'colSplits', width: 18, format: 'integer', value: ({ splits }) => splits },
    ],
    forest.importance,
  );
}

export function curveSheet(workbook: ExcelJS.Workbook, { forest }: ForestReport): void {
  addSheet(
    workbook,
    'sheetCurve',
    [
      { head: 'colTree', format: 'integer', value: ({ tree }) => tree },
      { head: 'colTrainLoss', width: 30, format: 'decimal6', value: ({ trainLoss }) => trainLoss },
      { head: 'colHeldOutLoss', width: 32, format: 'decimal6', value: ({ heldOutLoss }) => heldOutLoss },
      { head: 'colTestLoss', width: 30, format: 'decimal6', value: ({ testLoss }) => testLoss },
    ],
    forest.curve,
  );
}

/** Nothing when the label party has no column in the forest: an empty sheet would read as no dependence. */
export function dependenceSheet(workbook: ExcelJS.Workbook, { forest }: ForestReport): void {
  if (forest.partialDependence.length === 0) return;
  addSheet(
    workbook,
    'sheetDependence',
    [
      { head: 'colFeature', width: 34, value: ({ feature }) => feature },
      { head: 'colBin', width: 26, value: ({ label }) => binName(label) },
      { head: 'colRows', format: 'integer', value: ({ rows }) => rows },
      { head: 'colRaw', width: 22, format: 'decimal6', value: ({ raw }) => raw },
    ],
    forest.partialDependence.flatMap(({ feature, bins }) => bins.map((bin) => ({ feature, ...bin }))),
  );
}

function binName(label: string): string {
  return label === 'missing' || label === 'other' ? words(label) : label;
}

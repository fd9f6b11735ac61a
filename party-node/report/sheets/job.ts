/** Sheets about the run: time, traffic, and what each party learned. */
import type ExcelJS from 'exceljs';
import type { ReportBase } from '@coscore/models/evaluate/report.ts';
import { isTextKey, type TextKey } from '../texts.ts';
import { addSheet, words } from './sheet.ts';

interface RunRow {
  readonly kind: TextKey;
  readonly from?: string;
  readonly to?: string;
  readonly attempt?: number;
  readonly seconds?: number;
  readonly bytes?: number;
  readonly messages?: number;
}

export function trafficSheet(workbook: ExcelJS.Workbook, report: ReportBase): void {
  const stages = report.stages.map(({ name, seconds, attempt = 1 }): RunRow => ({
    kind: 'colStage',
    from: stage(name),
    seconds,
    attempt,
  }));
  const links = report.links.map(({ direct, ...link }): RunRow => ({
    kind: 'trafficTitle',
    ...link,
    to: direct === true ? `${link.to} (${words('linkDirect')})` : link.to,
  }));
  addSheet<RunRow>(
    workbook,
    'sheetTraffic',
    [
      { head: 'colItem', width: 46, value: (row) => words(row.kind) },
      { head: 'colFrom', width: 34, value: (row) => row.from },
      { head: 'colTo', width: 24, value: (row) => row.to },
      { head: 'colSeconds', format: 'decimal2', value: (row) => row.seconds },
      { head: 'colBytes', width: 18, format: 'integer', value: (row) => row.bytes },
      { head: 'colMessages', width: 18, format: 'integer', value: (row) => row.messages },
      { head: 'colAttempt', width: 14, format: 'integer', value: (row) => row.attempt },
    ],
    [...stages, ...links],
  );
}

function stage(name: string): string {
  const key = `stage_${name}`;
  return isTextKey(key) ? words(key) : name;
}

export function learnedSheet(workbook: ExcelJS.Workbook, report: ReportBase): void {
  const sheet = addSheet(
    workbook,
    'sheetLearned',
    [
      { head: 'colParty', width: 24, value: (line) => line.party },
      { head: 'colStage', width: 32, value: (line) => stage(line.stage) },
      { head: 'colLearned', width: 90, value: (line) => line.en },
      { head: 'colLearnedZh', width: 80, value: (line) => line.zh },
      { head: 'colKey', width: 30, value: (line) => line.what },
    ],
    report.learned,
  );
  for (const column of [3, 4]) sheet.getColumn(column).alignment = { wrapText: true, vertical: 'top' };
}

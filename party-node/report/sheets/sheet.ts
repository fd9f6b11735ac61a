/** How every sheet of the workbook looks: bilingual header row, frozen and filtered, numbers as numbers. */
import type ExcelJS from 'exceljs';
import { cleanText } from '../markup.ts';
import { type Text, type TextKey, texts } from '../texts.ts';

export type Value = string | number | boolean | Date | undefined;

export const formats = {
  integer: '#,##0',
  decimal2: '0.00',
  decimal4: '0.0000',
  decimal6: '0.000000',
  percent: '0.00%',
  scientific: '0.00E+00',
  date: 'yyyy-mm-dd hh:mm',
} as const;

export interface SheetColumn<Row> {
  readonly head: TextKey | { readonly name: string };
  /** In characters. */
  readonly width?: number;
  readonly format?: keyof typeof formats;
  readonly value: (row: Row, index: number) => Value;
}

/** `English / 中文`, or once when both say the same. */
export function bilingual(text: Text): string {
  return text.en === text.zh ? text.en : `${text.en} / ${text.zh}`;
}

export function words(key: TextKey): string {
  return bilingual(texts[key]);
}

/** @param title its two names, at most 31 characters together, which is what a sheet's name may have */
export function addSheet<Row>(
  workbook: ExcelJS.Workbook,
  title: TextKey,
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
): ExcelJS.Worksheet {
  const sheet = workbook.addWorksheet(`${texts[title].en} ${texts[title].zh}`, {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }],
  });
  sheet.columns = columns.map((column, i) => ({ key: String(i), width: column.width ?? 16 }));
  const header = sheet.addRow(columns.map(({ head }) => (typeof head === 'string' ? words(head) : text(head.name))));
  header.font = { bold: true, color: { argb: 'FFFFFFFF' } };
  header.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF12395B' } };
  header.alignment = { vertical: 'middle', wrapText: true };
  header.height = 32;
  rows.forEach((row, i) => {
    const cells = sheet.addRow(columns.map((column) => cell(column.value(row, i))));
    columns.forEach((column, j) => {
      if (column.format !== undefined) cells.getCell(j + 1).numFmt = formats[column.format];
    });
  });
  if (rows.length > 0)
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } };
  return sheet;
}

/** A workbook cannot hold NaN or infinity; a value that does not exist is an empty cell, not a zero. */
function cell(value: Value): string | number | boolean | Date | null {
  if (value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' ? text(value) : value;
}

/** Names come from other parties. A string cell is never a formula; what is left is characters that break the XML. */
function text(value: string): string {
  return cleanText(value).slice(0, 32_767);
}

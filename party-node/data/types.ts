/** Which type each column is read as, from what the file declares, what its cells look like and what the user says. */
import type { ColumnCounts, ColumnType, SourceColumn } from './columns.ts';
import { DataError } from './errors.ts';

/** More levels than about this many are names or notes, not a category. */
export const MAX_LEVELS = 65_536;

/** A column that is nearly all numbers is a number column with something wrong in it, unless it has few levels. */
const NEARLY_ALL = 0.95;
const FEW_LEVELS = 100;

/** Calendar dates, with or without a time, the year first or last. */
const DATE =
  /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}年\d{1,2}月(\d{1,2}日)?)([T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?(Z|[+-]\d{2}:?\d{2}))?)?$/;

/** Whether the first pass has to look at the cells of this column. */
export function needsCounts({ physical }: SourceColumn, wanted: ColumnType | undefined): boolean {
  return physical === 'untyped' || physical === 'text' || (wanted === 'category' && physical !== 'other');
}

/**
 * @param counts of the column's cells when `needsCounts` said so.
 * @returns the type to read as, or why the column cannot be used.
 */
export function chooseType(
  column: SourceColumn,
  wanted: ColumnType | undefined,
  counts: ColumnCounts | undefined,
): ColumnType | DataError {
  const type = declaredType(column, wanted, counts);
  if (type === 'category' && counts && counts.distinct > MAX_LEVELS) {
    const why = `it has more than ${MAX_LEVELS} different values, too many for a category`;
    return unsupported(column.name, 'text', 0, why);
  }
  return type;
}

function declaredType(
  { name, physical, declared }: SourceColumn,
  wanted: ColumnType | undefined,
  counts: ColumnCounts | undefined,
): ColumnType | DataError {
  switch (physical) {
    case 'untyped':
    case 'text':
      if (wanted === 'number' && counts && counts.words > 0) {
        return unsupported(name, 'text', counts.words, `${counts.words} of its cells are not numbers`);
      }
      return wanted ?? (physical === 'text' || !counts ? 'category' : inferType(name, counts));
    case 'integer':
    case 'real':
      return wanted ?? 'number';
    case 'boolean':
      return wanted ?? 'category';
    case 'time':
      return wanted === 'category' ? wanted : unsupported(name, declared, 0, `it holds ${declared} values`);
    case 'other':
      return unsupported(name, declared, 0, `it holds ${declared} values`);
  }
}

function inferType(name: string, { numbers, words, codes, distinct }: ColumnCounts): ColumnType | DataError {
  if (codes > 0) return 'category';
  if (words === 0) return 'number';
  if (distinct > FEW_LEVELS && numbers >= NEARLY_ALL * (numbers + words)) {
    return unsupported(name, 'mixed', words, `all but ${words} of its ${numbers + words} cells are numbers`);
  }
  return 'category';
}

/** A category whose every level is a date is a date column that nobody typed. */
export function checkDates(
  name: string,
  wanted: ColumnType | undefined,
  levels: readonly string[],
): DataError | undefined {
  if (wanted !== undefined || levels.length === 0 || !levels.every((level) => DATE.test(level))) return undefined;
  return unsupported(name, 'date', 0, 'it holds dates');
}

function unsupported(column: string, type: string, count: number, why: string): DataError {
  const message = `column ${column} cannot be used: ${why}; add it to drop, clean it, or say its type under types`;
  return new DataError('column-unsupported-type', message, { column, type, count });
}

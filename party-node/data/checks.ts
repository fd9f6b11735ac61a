/** What a model cannot be built on, worst first. */
import { DataError } from './errors.ts';
import type { RawColumn, RawTable } from './load-table.ts';

/** WoE of a bin is shared only from 5 goods and 5 bads on, so a label with fewer of either can give no feature at all. */
export const MIN_PER_CLASS = 5;

/** Everything wrong with a table, in the order in which it should be mended. Empty when it can be used. */
export function findProblems(
  table: RawTable,
  names: { id?: string | undefined; label?: string | undefined },
): DataError[] {
  const problems: DataError[] = [];
  if (table.idProblem) problems.push(table.idProblem);
  else if (table.ids && names.id !== undefined) problems.push(...idProblems(table.ids, names.id));
  if (table.label && names.label !== undefined) problems.push(...labelProblems(table.label.counts, names.label));
  for (const raw of [...table.columns, ...table.side]) {
    if ('error' in raw) problems.push(raw.error);
    else if (raw.infinite > 0) problems.push(notFinite(raw.name, raw.infinite));
  }
  problems.push(...constantColumns(table.columns));
  return problems;
}

function idProblems(ids: { missing: number; duplicates(): number }, column: string): DataError[] {
  const problems: DataError[] = [];
  if (ids.missing > 0) {
    const message = `${ids.missing} rows have no id in column ${column}; remove them or fill them`;
    problems.push(new DataError('ids-missing', message, { column, count: ids.missing }));
  }
  const count = ids.duplicates();
  if (count > 0) {
    const message = `${count} rows repeat an id of column ${column}; keep one row for each id`;
    problems.push(new DataError('ids-duplicate', message, { column, count }));
  }
  return problems;
}

function labelProblems([goods, bads, others]: readonly [number, number, number], column: string): DataError[] {
  if (others > 0) {
    const message = `${others} rows of label ${column} are neither 0 (good) nor 1 (bad); recode or remove them`;
    return [new DataError('label-not-binary', message, { column, count: others })];
  }
  if (Math.min(goods, bads) >= MIN_PER_CLASS) return [];
  const message = `label ${column} has ${bads} bad and ${goods} good rows; a model needs at least ${MIN_PER_CLASS} of each`;
  return [new DataError('label-too-few-bads', message, { column, goods, bads, needed: MIN_PER_CLASS })];
}

function notFinite(column: string, count: number): DataError {
  const message = `column ${column} has ${count} infinite numbers; leave the cells empty or cap them`;
  return new DataError('column-not-finite', message, { column, count });
}

function constantColumns(columns: readonly RawColumn[]): DataError[] {
  const names = columns.filter(isConstant).map((raw) => raw.name);
  if (names.length === 0) return [];
  const list = names.join(', ');
  const message = `${names.length === 1 ? 'column' : 'columns'} ${list} hold one value only; add to drop: [${list}]`;
  return [new DataError('column-constant', message, { column: names[0]!, columns: list, count: names.length })];
}

/** One value and nothing missing, or nothing but missing. One value and some missing can still tell rows apart. */
function isConstant(raw: RawColumn): boolean {
  if ('error' in raw || raw.infinite > 0) return false;
  const { column, missing } = raw;
  switch (column.kind) {
    case 'category':
      return column.levels.length === 0 || (column.levels.length === 1 && missing === 0);
    case 'number':
      return missing === column.values.length || (missing === 0 && column.values.every((v) => v === column.values[0]));
  }
}

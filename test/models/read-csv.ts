/** A reader for the clean CSV files of the reference data (no line breaks in cells). For tests only: nodes use DuckDB. */
import { readFileSync } from 'node:fs';
import type { Column, Frame } from '@coscore/models/data/frame.ts';

export interface CsvTable {
  readonly ids: readonly string[];
  readonly frame: Frame;
}

export interface CsvOptions {
  readonly id: string;
  /** Columns to leave out. */
  readonly drop?: readonly string[];
  /** Columns to read as categories; so is any with a value that is not a number. */
  readonly categories?: readonly string[];
}

export function readCsv(path: string, { id, drop = [], categories = [] }: CsvOptions): CsvTable {
  const [head, ...lines] = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/);
  const names = cellsOf(head!);
  const cells = lines.map(cellsOf);
  const columns = names.flatMap((name, at): Column[] => {
    if (name === id || drop.includes(name)) return [];
    return [
      columnOf(
        name,
        cells.map((row) => row[at]!),
        categories.includes(name),
      ),
    ];
  });
  const at = names.indexOf(id);
  return { ids: cells.map((row) => row[at]!), frame: { rows: lines.length, columns } };
}

function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  return line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((cell) => cell.replace(/^"(.*)"$/, '$1'));
}

function columnOf(name: string, texts: readonly string[], category: boolean): Column {
  const values = Float64Array.from(texts, (text) => (text === '' ? NaN : Number(text)));
  if (!category && texts.every((text, i) => text === '' || !Number.isNaN(values[i]!)))
    return { kind: 'number', name, values };
  const levels = [...new Set(texts)].filter((text) => text !== '').sort();
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  return { kind: 'category', name, codes: Int32Array.from(texts, (text) => codeOf.get(text) ?? -1), levels };
}

/** For each table the row numbers of the ids that all tables have, in the first table's order. */
export function joinRows(tables: readonly CsvTable[]): Int32Array[] {
  const rowOf = tables.map((table) => new Map(table.ids.map((id, row) => [id, row])));
  const common = tables[0]!.ids.filter((id) => rowOf.every((rows) => rows.has(id)));
  return rowOf.map((rows) => Int32Array.from(common, (id) => rows.get(id)!));
}

/** A 0/1 column as labels. */
export function labelsOf(table: CsvTable, name: string): Uint8Array {
  const column = table.frame.columns.find((each) => each.name === name);
  if (column?.kind !== 'number') throw new Error(`no number column ${name}`);
  return Uint8Array.from(column.values);
}

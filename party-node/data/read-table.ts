/** A party's file as a table that models can use, or the first reason why it is not one. */
import type { Column, Frame } from '@coscore/models/data/frame.ts';
import { findProblems } from './checks.ts';
import type { DataSource } from './data-source.ts';
import { type LoadOptions, loadTable, type RawColumn, type TableSource } from './load-table.ts';

export interface ReadTableOptions extends LoadOptions {
  readonly id: string;
}

export interface LoadedTable {
  readonly rows: number;
  /** [rows] as in the file (leading zeros, case and spaces kept), each once, none missing. */
  readonly ids: readonly string[];
  /** [rows] 0 good, 1 bad; there when a label was asked for. */
  readonly labels?: Uint8Array;
  /** Every column finite or missing, none constant. */
  readonly frame: Frame;
  /** The `side` columns, in the order asked for. */
  readonly side: readonly Column[];
  readonly source: TableSource;
}

/**
 * Reads a CSV (UTF-8, GB18030, UTF-16 with a byte order mark) or Parquet file, or a PostgreSQL table or query. Empty cells and `MISSING_TEXTS` are
 * missing. Without `types`: numbers are numbers unless a leading zero makes them codes; other text and booleans are
 * categories; dates are refused.
 * @throws DataError, any code but `dataset-*`; NodeError `engine-unavailable`, `disk-full`; the signal's reason.
 */
export async function readTable(source: DataSource, options: ReadTableOptions): Promise<LoadedTable> {
  const table = await loadTable(source, options);
  const [problem] = findProblems(table, options);
  if (problem) throw problem;
  return {
    rows: table.rows,
    ids: table.ids!.ids,
    ...(table.label ? { labels: table.label.labels } : {}),
    frame: { rows: table.rows, columns: table.columns.map(usable) },
    side: table.side.map(usable),
    source: table.source,
  };
}

function usable(raw: RawColumn): Column {
  if ('error' in raw) throw raw.error;
  return raw.column;
}

/** What an owner sees of a file before offering it, and the little of it that is published. */
import type { Column } from '@coscore/models/data/frame.ts';
import { findProblems } from './checks.ts';
import type { ColumnType } from './columns.ts';
import type { DataSource } from './data-source.ts';
import type { DataErrorCode } from './errors.ts';
import { type LoadOptions, loadTable, type RawColumn, type TableSource } from './load-table.ts';

/** Quantiles of a number column: Hyndman and Fan's type 7, as in R and NumPy. */
export const PROFILE_QUANTILES = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99] as const;

export type ColumnProfile =
  | {
      readonly type: 'number';
      readonly name: string;
      readonly missing: number;
      /** Exact, missing not counted. */
      readonly distinct: number;
      readonly min: number | null;
      readonly max: number | null;
      readonly mean: number | null;
      /** [PROFILE_QUANTILES], empty when every value is missing. */
      readonly quantiles: readonly number[];
    }
  | {
      readonly type: 'category';
      readonly name: string;
      readonly missing: number;
      readonly distinct: number;
      /** Rows of the commonest level, as a share of those not missing. */
      readonly topShare: number | null;
    }
  | { readonly type: 'unsupported'; readonly name: string };

export interface TableProfile {
  readonly source: TableSource;
  readonly rows: number;
  /** There when an id was named. */
  readonly id?: { readonly name: string; readonly missing: number; readonly duplicates: number };
  /** There when a label was named. */
  readonly label?: { readonly name: string; readonly goods: number; readonly bads: number; readonly others: number };
  readonly columns: readonly ColumnProfile[];
  /** All that keeps the file from being used, in the order in which to mend it. */
  readonly problems: readonly {
    readonly code: DataErrorCode;
    readonly message: string;
    readonly params: Readonly<Record<string, string | number>>;
  }[];
}

/** What others may see of a dataset: names, types, a rounded row count; no value, no count of values. */
export interface PublishedSchema {
  /** Rounded to two significant digits. */
  readonly rowsAbout: number;
  readonly columns: readonly { readonly name: string; readonly type: 'id' | 'label' | ColumnType }[];
}

/**
 * Profiles a table for its owner. What is wrong with its contents is listed under `problems`; a source that cannot be
 * read at all throws.
 * @throws as `loadTable`.
 */
export async function profileTable(source: DataSource, options: LoadOptions): Promise<TableProfile> {
  const table = await loadTable(source, options);
  const problems = findProblems(table, options).map(({ code, message, params }) => ({ code, message, params }));
  const { ids, label } = table;
  return {
    source: table.source,
    rows: table.rows,
    ...(ids && options.id !== undefined
      ? { id: { name: options.id, missing: ids.missing, duplicates: ids.duplicates() } }
      : {}),
    ...(label && options.label !== undefined
      ? { label: { name: options.label, goods: label.counts[0], bads: label.counts[1], others: label.counts[2] } }
      : {}),
    columns: table.columns.map(profileColumn),
    problems,
  };
}

/** The part of a profile that may leave the node. Columns that cannot be used are left out. */
export function publishedSchema(profile: TableProfile): PublishedSchema {
  const roles = [
    ...(profile.id ? [{ name: profile.id.name, type: 'id' as const }] : []),
    ...(profile.label ? [{ name: profile.label.name, type: 'label' as const }] : []),
  ];
  const columns = profile.columns.flatMap(({ name, type }) => (type === 'unsupported' ? [] : [{ name, type }]));
  return { rowsAbout: Number(profile.rows.toPrecision(2)), columns: [...roles, ...columns] };
}

function profileColumn(raw: RawColumn): ColumnProfile {
  if ('error' in raw) return { type: 'unsupported', name: raw.name };
  return { name: raw.name, missing: raw.missing, ...describe(raw.column) };
}

type Described<T> = T extends ColumnProfile ? Omit<T, 'name' | 'missing'> : never;

function describe(column: Column): Described<Exclude<ColumnProfile, { type: 'unsupported' }>> {
  switch (column.kind) {
    case 'number':
      return describeNumbers(column.values);
    case 'category': {
      const counts = new Float64Array(column.levels.length);
      for (const code of column.codes) if (code >= 0) counts[code]!++;
      const present = counts.reduce((sum, count) => sum + count, 0);
      const topShare = present === 0 ? null : Math.max(...counts) / present;
      return { type: 'category', distinct: column.levels.length, topShare };
    }
  }
}

function describeNumbers(values: Float64Array): Described<Extract<ColumnProfile, { type: 'number' }>> {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const n = sorted.length;
  if (n === 0) return { type: 'number', distinct: 0, min: null, max: null, mean: null, quantiles: [] };
  let distinct = 1;
  let sum = sorted[0]!;
  for (let i = 1; i < n; i++) {
    if (sorted[i] !== sorted[i - 1]) distinct++;
    sum += sorted[i]!;
  }
  const quantiles = PROFILE_QUANTILES.map((p) => quantile(sorted, p));
  return { type: 'number', distinct, min: sorted[0]!, max: sorted[n - 1]!, mean: sum / n, quantiles };
}

/** @param sorted ascending, at least one. @param p in [0, 1]. */
function quantile(sorted: Float64Array, p: number): number {
  const at = (sorted.length - 1) * p;
  const low = sorted[Math.floor(at)]!;
  const high = sorted[Math.ceil(at)]!;
  return low === high ? low : low + (high - low) * (at - Math.floor(at));
}

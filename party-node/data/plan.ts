/** Before a table is read: which of its columns, each as what. */
import { type ColumnCounts, type ColumnType, countKinds, type Relation, type SourceColumn } from './columns.ts';
import type { Engine } from './engine.ts';
import { DataError } from './errors.ts';
import { chooseType, needsCounts } from './types.ts';

export interface ColumnChoice {
  /** Column of the id, read as text. */
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  /** Columns to read, id and label left out; default: all but id, label, `drop` and `side`. */
  readonly columns?: readonly string[] | undefined;
  readonly types?: Readonly<Record<string, ColumnType>> | undefined;
  readonly drop?: readonly string[] | undefined;
  /** Columns read beside the frame (say, the year to split on); they may be in `drop` too. */
  readonly side?: readonly string[] | undefined;
}

export interface ColumnPlan {
  readonly column: SourceColumn;
  readonly wanted: ColumnType | undefined;
  /** What to read it as, or why it cannot be. */
  readonly type: ColumnType | DataError;
}

export interface TablePlan {
  readonly rows: number;
  readonly id: SourceColumn | undefined;
  /** Why the id column cannot be one, by its type. */
  readonly idProblem: DataError | undefined;
  readonly label: SourceColumn | undefined;
  /** In the order of `columns`, else of the file. */
  readonly features: readonly ColumnPlan[];
  readonly side: readonly ColumnPlan[];
}

/**
 * Looks at every cell once and decides.
 * @throws DataError `column-missing` for any name in `choice` that the file lacks; as `Engine.rows`.
 */
export async function planTable(engine: Engine, relation: Relation, choice: ColumnChoice): Promise<TablePlan> {
  const picked = pickColumns(relation.columns, choice);
  const { id, label, features, side } = picked;
  const wanted = ({ name }: SourceColumn): ColumnType | undefined =>
    choice.types && Object.hasOwn(choice.types, name) ? choice.types[name] : undefined;
  const asked = new Set([...features, ...side].filter((column) => needsCounts(column, wanted(column))));
  if (id?.physical === 'real') asked.add(id);
  const { rows, counts } = await countKinds(engine, relation, [...asked]);
  const plan = (column: SourceColumn): ColumnPlan => {
    const type = chooseType(column, wanted(column), counts.get(column.name));
    return { column, wanted: wanted(column), type };
  };
  return {
    rows,
    id,
    idProblem: id && idProblem(id, counts.get(id.name)),
    label,
    features: features.map(plan),
    side: side.map(plan),
  };
}

/** Ids are texts or whole numbers: a date, a list or a rounded number matches nobody's. */
function idProblem(
  { name, physical, declared }: SourceColumn,
  counts: ColumnCounts | undefined,
): DataError | undefined {
  const inexact = counts?.words ?? 0;
  if (physical === 'untyped' || physical === 'text' || physical === 'integer') return undefined;
  if (physical === 'real' && inexact === 0) return undefined;
  const why = inexact > 0 ? `${inexact} of its cells are not whole numbers below 2^53` : `it holds ${declared} values`;
  const params = { column: name, type: declared, count: inexact };
  return new DataError('column-unsupported-type', `column ${name} cannot be the id: ${why}; store it as text`, params);
}

/** The columns that a choice names, found. */
export interface PickedColumns {
  readonly id: SourceColumn | undefined;
  readonly label: SourceColumn | undefined;
  readonly features: readonly SourceColumn[];
  readonly side: readonly SourceColumn[];
}

/** @throws DataError `column-missing` for any name in `choice` that is not among `all`. */
export function pickColumns(
  all: readonly SourceColumn[],
  { id, label, columns, types = {}, drop = [], side = [] }: ColumnChoice,
): PickedColumns {
  const byName = new Map(all.map((column) => [column.name, column]));
  const find = (name: string): SourceColumn => {
    const column = byName.get(name);
    if (!column) throw missingColumn(name, all);
    return column;
  };
  for (const name of [...Object.keys(types), ...drop]) find(name);
  const apart = new Set([id, label, ...drop, ...side]);
  // A label among the features would be a perfect and useless model.
  const offered = columns?.filter((name) => name !== id && name !== label);
  return {
    id: id === undefined ? undefined : find(id),
    label: label === undefined ? undefined : find(label),
    features: offered ? offered.map(find) : all.filter((column) => !apart.has(column.name)),
    side: side.map(find),
  };
}

/** Column names listed in an error. */
const LISTED = 60;

function missingColumn(column: string, all: readonly SourceColumn[]): DataError {
  // A file without a header has its first row there, which is data and must not be shown.
  if (all.filter(({ name }) => Number.isFinite(Number(name))).length * 2 >= all.length) {
    const message = `there is no column ${column}, and the first line looks like data; the file needs a header line`;
    return new DataError('column-missing', message, { column, columns: '' });
  }
  const names = all.slice(0, LISTED).map(({ name }) => name);
  const columns = names.join(', ') + (all.length > LISTED ? `, and ${all.length - LISTED} more` : '');
  return new DataError('column-missing', `there is no column ${column}; the file has: ${columns}`, { column, columns });
}

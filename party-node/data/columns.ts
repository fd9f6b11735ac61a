/** What a file's columns are, physically, and what a reading makes of each. */
import type { PlainCsv } from './csv-file.ts';
import type { Engine } from './engine.ts';
import { identifier, isCode, isMissing, labelInText, numberInText, text, textOfNumber } from './sql.ts';

/** The two types a model knows. */
export type ColumnType = 'number' | 'category';

/** How DuckDB holds a column, as far as reading it differs; `untyped` is a CSV's text, which may spell anything. */
export type PhysicalType = 'untyped' | 'text' | 'integer' | 'real' | 'boolean' | 'time' | 'other';

export interface SourceColumn {
  readonly name: string;
  /** Identifier inside the relation, quoted. */
  readonly sql: string;
  readonly physical: PhysicalType;
  /** As DuckDB names it, for messages. */
  readonly declared: string;
}

/** A table DuckDB can select from. */
export interface Relation {
  /** What follows FROM. */
  readonly from: string;
  readonly columns: readonly SourceColumn[];
}

/** A CSV as text columns c0, c1, ...: nothing about it is left for DuckDB to guess but its line ends. */
export function csvRelation(csv: PlainCsv, file: string): Relation {
  const { names, delimiter } = csv.header;
  const columns = names.map((name, i): SourceColumn => ({ name, sql: `c${i}`, physical: 'untyped', declared: 'text' }));
  const options = [
    'auto_detect = false',
    'strict_mode = true',
    'null_padding = false',
    'header = true',
    `delim = ${text(delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    `parallel = ${!csv.quotedLineEnds}`,
    `columns = {${columns.map((column) => `${column.sql}: 'VARCHAR'`).join(', ')}}`,
  ];
  return { from: `read_csv(${text(file)}, ${options.join(', ')})`, columns };
}

/** A Parquet file with the types it declares. */
export async function parquetRelation(engine: Engine, file: string): Promise<Relation> {
  const from = `read_parquet(${text(file)})`;
  const described = await engine.rows(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${from})`);
  const columns = described.map((row): SourceColumn => {
    const name = String(row['column_name']);
    const declared = String(row['column_type']);
    return { name, sql: identifier(name), physical: physicalType(declared), declared };
  });
  return { from, columns };
}

function physicalType(declared: string): PhysicalType {
  if (declared.endsWith('[]') || /^(STRUCT|MAP|UNION|LIST)/.test(declared)) return 'other';
  if (/^(VARCHAR|ENUM|UUID)/.test(declared)) return 'text';
  if (/^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/.test(declared)) return 'integer';
  if (/^(FLOAT|DOUBLE|DECIMAL)/.test(declared)) return 'real';
  if (declared === 'BOOLEAN') return 'boolean';
  if (/^(DATE|TIME)/.test(declared)) return 'time';
  return 'other';
}

const holdsText = (physical: PhysicalType): boolean => physical === 'untyped' || physical === 'text';

/** A column as text, as it stands; whole numbers without a decimal point. */
const rawText = ({ sql, physical }: SourceColumn): string =>
  physical === 'real' ? textOfNumber(sql) : physical === 'untyped' ? sql : `CAST(${sql} AS VARCHAR)`;

/** A column as text, NULL where there is no value. */
function asText(column: SourceColumn): string {
  const raw = rawText(column);
  return holdsText(column.physical) ? `CASE WHEN ${isMissing(raw)} THEN NULL ELSE ${raw} END` : raw;
}

/** Expressions of the reading passes. */
export const reading = {
  /** VARCHAR, NULL is missing. */
  id: asText,
  /** UTINYINT: 0, 1 or 2. */
  label: (column: SourceColumn): string => labelInText(`coalesce(CAST(${column.sql} AS VARCHAR), '')`),
  /** DOUBLE without NULL: NaN is missing. */
  number: ({ sql, physical }: SourceColumn): string =>
    `coalesce(${holdsText(physical) ? numberInText(`${sql}::VARCHAR`) : `CAST(${sql} AS DOUBLE)`}, 'nan'::DOUBLE)`,
  /** INTEGER without NULL: position in the enum type that `createEnum` declared, -1 for NULL. */
  code: (column: SourceColumn, enumType: string): string =>
    `coalesce(enum_code(CAST(${rawText(column)} AS ${enumType}))::INTEGER, -1)`,
} as const;

/** What the first pass counts in a column. */
export interface ColumnCounts {
  /** Cells that are numbers (infinite ones too). */
  readonly numbers: number;
  /** Cells that hold something else. */
  readonly words: number;
  /** Cells that are codes with a leading zero. */
  readonly codes: number;
  /** Different values, approximately (HyperLogLog). */
  readonly distinct: number;
}

/**
 * Counts rows and, in the columns asked for, what their cells are. In number columns, words are the cells that are not
 * whole numbers below 2^53 (an id must be one).
 */
export async function countKinds(
  engine: Engine,
  relation: Relation,
  asked: readonly SourceColumn[],
): Promise<{ rows: number; counts: ReadonlyMap<string, ColumnCounts> }> {
  const kinds = asked.map(kindCounts);
  const inner = ['1 AS one', ...kinds.flatMap((kind) => kind.inner)];
  const outer = ['count(*) AS n', ...kinds.flatMap((kind) => kind.outer)];
  const [row] = await engine.rows(`SELECT ${outer.join(', ')} FROM (SELECT ${inner.join(', ')} FROM ${relation.from})`);
  const at = (name: string): number => Number(row?.[name] ?? 0);
  const counts = asked.map((column, i): [string, ColumnCounts] => [
    column.name,
    { numbers: at(`numbers${i}`), words: at(`words${i}`), codes: at(`codes${i}`), distinct: at(`distinct${i}`) },
  ]);
  return { rows: at('n'), counts: new Map(counts) };
}

/** Columns of the inner and the outer select that count column `i`; what is not counted reads as zero. */
function kindCounts({ sql, physical }: SourceColumn, i: number): { inner: string[]; outer: string[] } {
  if (holdsText(physical)) {
    const isNumber = `(v${i} IS NOT NULL AND NOT isnan(v${i}))`;
    return {
      inner: [`${sql}::VARCHAR AS t${i}`, `${numberInText(`${sql}::VARCHAR`)} AS v${i}`],
      outer: [
        `count_if(${isNumber}) AS numbers${i}`,
        `count_if(CASE WHEN ${isNumber} THEN false ELSE NOT ${isMissing(`t${i}`)} END) AS words${i}`,
        `count_if(${isCode(`t${i}`)}) AS codes${i}`,
        `approx_count_distinct(t${i}) AS distinct${i}`,
      ],
    };
  }
  const outer = [`approx_count_distinct(v${i}) AS distinct${i}`];
  if (physical !== 'integer' && physical !== 'real') return { inner: [`${sql} AS v${i}`], outer };
  const inexact = `v${i} <> trunc(v${i}) OR abs(v${i}) >= 9007199254740992`;
  return {
    inner: [`CAST(${sql} AS DOUBLE) AS v${i}`],
    outer: [...outer, `count(v${i}) AS numbers${i}`, `count_if(${inexact}) AS words${i}`],
  };
}

/** Different texts of each column as they stand in the file, NULL aside, in no order. */
export async function distinctTexts(
  engine: Engine,
  relation: Relation,
  columns: readonly SourceColumn[],
): Promise<readonly (readonly string[])[]> {
  if (columns.length === 0) return [];
  const lists = columns.map((column, i) => `list(DISTINCT ${rawText(column)}) AS l${i}`);
  const [row] = await engine.rows(`SELECT ${lists.join(', ')} FROM ${relation.from}`);
  return columns.map((_, i) => ((row?.[`l${i}`] ?? []) as (string | null)[]).filter((value) => value !== null));
}

/** Declares an enum type whose positions are those of `texts` (at least one). */
export async function createEnum(engine: Engine, name: string, texts: readonly string[]): Promise<void> {
  await engine.rows(`CREATE TYPE ${name} AS ENUM (${texts.map(text).join(', ')})`);
}

/** Ids a batch; a batch crosses from DuckDB as one text, ten times faster than as many short ones (measured). */
const ID_BATCH = 16_384;

/** Ids in row order, batch by batch; null where there is none. */
export async function streamIds(
  engine: Engine,
  relation: Relation,
  column: SourceColumn,
  onBatch: (ids: readonly (string | null)[]) => void,
): Promise<void> {
  const numbered = `SELECT ${reading.id(column)} AS id, row_number() OVER () - 1 AS place FROM ${relation.from}`;
  const batches =
    `SELECT to_json(list(id ORDER BY place))::VARCHAR FROM (${numbered}) ` +
    `GROUP BY place // ${ID_BATCH} ORDER BY place // ${ID_BATCH}`;
  await engine.stream(batches, (chunk) => {
    const vector = chunk.getColumnVector(0);
    for (let i = 0; i < vector.itemCount; i++) onBatch(JSON.parse(vector.getItem(i) as string) as (string | null)[]);
  });
}

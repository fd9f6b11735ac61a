/** One reading of a file into typed arrays, with what is wrong with its contents returned rather than thrown. */
import type { DuckDBDataChunk } from '@duckdb/node-api';
import type { Column } from '@coscore/models/data/frame.ts';
import {
  createEnum,
  csvRelation,
  distinctTexts,
  parquetRelation,
  reading,
  type Relation,
  type SourceColumn,
  streamIds,
} from './columns.ts';
import { openCsv } from './csv-file.ts';
import type { Delimiter } from './csv-header.ts';
import { type DataSource, type PostgresSource, selectionName } from './data-source.ts';
import { type Engine, type EngineLimits, withEngine, withWorkspace } from './engine.ts';
import { DataError } from './errors.ts';
import { type ColumnChoice, type ColumnPlan, planTable, type TablePlan } from './plan.ts';
import { CategorySink, IdList, LabelSink, NumberSink, type Sink } from './sinks.ts';
import { spoolPostgres, spoolRelation } from './postgres-spool.ts';
import { type CsvEncoding, openSource, type SourceFile } from './source-file.ts';
import { checkDates } from './types.ts';

export interface LoadOptions extends ColumnChoice, EngineLimits {
  /** Default: found from the byte order mark and the bytes. CSV only. */
  readonly encoding?: CsvEncoding | undefined;
  /** Default: the likeliest in the header. CSV only. */
  readonly delimiter?: Delimiter | undefined;
}

/** Where a table came from, as found. */
export interface TableSource {
  /** Name of the file or table; of a query only that it is one. */
  readonly file: string;
  readonly format: 'csv' | 'parquet' | 'postgres';
  /** CSV only. */
  readonly encoding: CsvEncoding | undefined;
  readonly delimiter: Delimiter | undefined;
  /** PostgreSQL only: SHA-256 of what was read, its rows in the order of their ids. */
  readonly digest?: string;
}

/** A column as read, or why it could not be; `infinite` cells are still in its values. */
export type RawColumn =
  | { readonly name: string; readonly column: Column; readonly missing: number; readonly infinite: number }
  | { readonly name: string; readonly error: DataError };

export interface RawTable {
  readonly rows: number;
  readonly source: TableSource;
  readonly ids: IdList | undefined;
  readonly idProblem: DataError | undefined;
  readonly label: LabelSink | undefined;
  /** In the order of `columns`, else of the file. */
  readonly columns: readonly RawColumn[];
  readonly side: readonly RawColumn[];
}

/**
 * @throws DataError `file-*`, `source-*`, `encoding-unknown`, `column-missing`; NodeError `engine-unavailable`,
 * `disk-full`; the signal's reason when aborted.
 */
export async function loadTable(source: DataSource, options: LoadOptions): Promise<RawTable> {
  try {
    if (typeof source !== 'string') return await loadPostgres(source, options);
    return await loadSource(await openSource(source), options);
  } catch (error) {
    // An abort surfaces as whatever was interrupted; the caller knows its own reason.
    options.signal?.throwIfAborted();
    throw error;
  }
}

function loadSource(source: SourceFile, options: LoadOptions): Promise<RawTable> {
  return withWorkspace(options.tempDir, async (workspace) => {
    if (source.format === 'parquet') {
      return withEngine(workspace, source.path, options, async (engine, file) => {
        const relation = await describeParquet(engine, file, source);
        const plan = await planTable(engine, relation, options);
        const found = { file: source.name, format: source.format, encoding: undefined, delimiter: undefined };
        return { source: found, ...(await readPlanned(engine, relation, source, plan)) };
      });
    }
    const csv = await openCsv(source, { ...options, copyTo: `${workspace}/plain.csv` });
    return withEngine(workspace, csv.path, options, async (engine, file) => {
      const relation = csvRelation(csv, file);
      const plan = await planTable(engine, relation, options);
      if (csv.rows !== plan.rows) throw unreadable(source, `DuckDB finds ${plan.rows} rows, the file has ${csv.rows}`);
      const { encoding, header } = csv;
      const found = { file: source.name, format: source.format, encoding, delimiter: header.delimiter };
      return { source: found, ...(await readPlanned(engine, relation, source, plan)) };
    });
  });
}

function loadPostgres(source: PostgresSource, options: LoadOptions): Promise<RawTable> {
  const name = selectionName(source.selection);
  return withWorkspace(options.tempDir, async (workspace) => {
    const path = `${workspace}/rows.csv`;
    const spooled = await spoolPostgres(source, options, path);
    return withEngine(workspace, path, options, async (engine, file) => {
      const relation = spoolRelation(spooled, file);
      const plan = await planTable(engine, relation, options);
      if (spooled.rows !== plan.rows) {
        throw unreadable({ name }, `DuckDB finds ${plan.rows} rows, the server sent ${spooled.rows}`);
      }
      const { digest } = spooled;
      const found = { file: name, format: 'postgres', encoding: undefined, delimiter: undefined, digest } as const;
      return { source: found, ...(await readPlanned(engine, relation, { name }, plan)) };
    });
  });
}

async function describeParquet(engine: Engine, file: string, source: SourceFile): Promise<Relation> {
  try {
    return await parquetRelation(engine, file);
  } catch (error) {
    // The first look found Parquet's marks; what lies between them is damaged.
    if ((error as { code?: unknown }).code !== 'engine-unavailable') throw error;
    throw unreadable(source, 'its Parquet metadata is damaged');
  }
}

async function readPlanned(
  engine: Engine,
  relation: Relation,
  source: Named,
  plan: TablePlan,
): Promise<Omit<RawTable, 'source'>> {
  const { rows, id, label } = plan;
  if (rows === 0) throw new DataError('file-empty', `${source.name} has columns and no rows`, { file: source.name });
  const reads: Read[] = [];
  const labels = label && addRead(reads, reading.label(label), new LabelSink(rows));
  const results = await planReads(engine, relation, [...plan.features, ...plan.side], rows, reads);
  await fill(engine, relation, reads, rows, source);
  const ids = id && !plan.idProblem ? new IdList() : undefined;
  if (ids && id) await streamIds(engine, relation, id, (batch) => ids.add(batch));
  if (ids && ids.ids.length !== rows) throw changed(source);
  const columns = results.map((result) => result());
  const count = plan.features.length;
  return {
    rows,
    ids,
    idProblem: plan.idProblem,
    label: labels,
    columns: columns.slice(0, count),
    side: columns.slice(count),
  };
}

/** An expression and where its vectors go. */
interface Read {
  readonly sql: string;
  readonly sink: Sink;
}

function addRead<S extends Sink>(reads: Read[], sql: string, sink: S): S {
  reads.push({ sql, sink });
  return sink;
}

/** Adds a read for every usable column; the functions returned give the columns once the reads are done. */
async function planReads(
  engine: Engine,
  relation: Relation,
  plans: readonly ColumnPlan[],
  rows: number,
  reads: Read[],
): Promise<readonly (() => RawColumn)[]> {
  const categories = plans.filter((plan) => plan.type === 'category').map((plan) => plan.column);
  const texts = await distinctTexts(engine, relation, categories);
  const results: (() => RawColumn)[] = [];
  for (const { column, wanted, type } of plans) {
    const { name } = column;
    if (type === 'number') {
      const sink = addRead(reads, reading.number(column), new NumberSink(rows));
      results.push(() => ({ name, column: sink.column(name), missing: sink.missing, infinite: sink.infinite }));
    } else if (type === 'category') {
      const own = texts[categories.indexOf(column)]!;
      const sink = new CategorySink(rows, own);
      const error = checkDates(name, wanted, sink.levels);
      if (!error) addRead(reads, await codeExpression(engine, column, own, results.length), sink);
      results.push(() => (error ? { name, error } : { ...taken(name, sink), infinite: 0 }));
    } else {
      results.push(() => ({ name, error: type }));
    }
  }
  return results;
}

const taken = (name: string, sink: CategorySink): { name: string; column: Column; missing: number } => ({
  name,
  column: sink.column(name),
  missing: sink.missing,
});

/** An enum type needs a value, so a column of nothing but NULL has none. */
async function codeExpression(
  engine: Engine,
  column: SourceColumn,
  texts: readonly string[],
  index: number,
): Promise<string> {
  if (texts.length === 0) return '-1::INTEGER';
  await createEnum(engine, `texts_${index}`, texts);
  return reading.code(column, `texts_${index}`);
}

/** Streams every read at once, a chunk of rows in memory at a time. */
async function fill(
  engine: Engine,
  relation: Relation,
  reads: readonly Read[],
  rows: number,
  source: Named,
): Promise<void> {
  if (reads.length === 0) return;
  let offset = 0;
  const take = (chunk: DuckDBDataChunk): void => {
    if (offset + chunk.rowCount > rows) throw changed(source);
    reads.forEach((read, i) => read.sink.add(chunk.getColumnVector(i), offset));
    offset += chunk.rowCount;
  };
  await engine.stream(`SELECT ${reads.map((read) => read.sql).join(', ')} FROM ${relation.from}`, take);
  if (offset !== rows) throw changed(source);
}

type Named = Pick<SourceFile, 'name'>;

const unreadable = (source: Named, reason: string): DataError =>
  new DataError('file-unreadable', `cannot read ${source.name}: ${reason}`, { file: source.name, reason });

const changed = (source: Named): DataError => unreadable(source, 'it changed while it was being read');

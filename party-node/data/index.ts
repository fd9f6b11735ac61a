export { MIN_PER_CLASS } from './checks.ts';
export type { ColumnType } from './columns.ts';
export type { Delimiter } from './csv-header.ts';
export {
  type DataSource,
  type PostgresReference,
  type PostgresSelection,
  type PostgresSource,
  postgresSource,
} from './data-source.ts';
export { DataError, dataErrorCodes, type DataErrorCode } from './errors.ts';
export type { LoadOptions, TableSource } from './load-table.ts';
export {
  type ColumnProfile,
  PROFILE_QUANTILES,
  profileTable,
  type PublishedSchema,
  publishedSchema,
  type TableProfile,
} from './profile.ts';
export { type LoadedTable, readTable, type ReadTableOptions } from './read-table.ts';
export type { CsvEncoding } from './source-file.ts';
export { MISSING_TEXTS } from './sql.ts';
export { MAX_LEVELS } from './types.ts';

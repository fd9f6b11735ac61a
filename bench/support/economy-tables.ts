/** Generated tables of any size for benches: a label party and a feature party over the same ids, written by DuckDB. */
import { DuckDBInstance } from '@duckdb/node-api';
import { join } from 'node:path';

export interface TableShape {
  readonly rows: number;
  /** Columns of each of the two parties. */
  readonly columns: number;
}

/** Standard normal numbers that depend on row and column only (Box-Muller on a hash). */
const normal = (column: number): string => {
  const uniform = (salt: number): string =>
    `((hash(i * 1000003 + ${salt}) % 9007199254740992) + 1) / 9007199254740993.0`;
  return `sqrt(-2 * ln(${uniform(column * 2)})) * cos(2 * pi() * ${uniform(column * 2 + 1)})`;
};

/** Writes `label.parquet` (id, y, a0..) and `feature.parquet` (id, b0..); about a fifth of the rows are bad. */
export async function writeTables(
  dir: string,
  { rows, columns }: TableShape,
): Promise<{ label: string; feature: string }> {
  const names = Array.from({ length: 2 * columns }, (_, j) => (j < columns ? `a${j}` : `b${j - columns}`));
  const values = names.map((name, j) => `CAST(${normal(j)} AS DOUBLE) AS ${name}`);
  const logit = names
    .map((name, j) => `${(Math.cos(j * 1.7) * 0.8).toFixed(4)} * ${name} / sqrt(${columns})`)
    .join(' + ');
  const paths = { label: join(dir, 'label.parquet'), feature: join(dir, 'feature.parquet') };
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  try {
    await connection.run(`CREATE TABLE drawn AS SELECT i AS id, ${values.join(', ')} FROM range(${rows}) t(i)`);
    const chance = `((hash(id * 7919 + 13) % 1000000007) / 1000000007.0)`;
    const label = `CAST(${chance} < 1 / (1 + exp(1.5 - (${logit}))) AS INTEGER) AS y`;
    const own = (prefix: string): string => names.filter((name) => name.startsWith(prefix)).join(', ');
    await connection.run(`COPY (SELECT id, ${label}, ${own('a')} FROM drawn) TO '${paths.label}' (FORMAT parquet)`);
    await connection.run(`COPY (SELECT id, ${own('b')} FROM drawn) TO '${paths.feature}' (FORMAT parquet)`);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  return paths;
}

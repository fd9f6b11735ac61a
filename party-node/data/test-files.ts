/** Real files in a temporary folder, for the tests of this package. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect } from 'vitest';
import type { Column } from '@coscore/models/data/frame.ts';
import { DataError, type DataErrorCode } from './errors.ts';
import type { LoadedTable } from './read-table.ts';

export interface TestFolder {
  readonly dir: string;
  /** Writes a file and returns its path. */
  write(name: string, content: string | Uint8Array): Promise<string>;
  /** Runs `COPY (query) TO name (FORMAT parquet)`. */
  parquet(name: string, query: string): Promise<string>;
  remove(): Promise<void>;
}

export async function testFolder(): Promise<TestFolder> {
  const dir = await mkdtemp(join(tmpdir(), 'coscore-test-'));
  return {
    dir,
    write: async (name, content) => {
      await writeFile(join(dir, name), content);
      return join(dir, name);
    },
    parquet: async (name, query) => {
      const instance = await DuckDBInstance.create(':memory:');
      const connection = await instance.connect();
      await connection.run(`COPY (${query}) TO '${join(dir, name)}' (FORMAT parquet)`);
      connection.closeSync();
      instance.closeSync();
      return join(dir, name);
    },
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}

/** A label that passes: six bad rows, then good ones. */
export const labelOf = (row: number): number => (row < 6 ? 1 : 0);

/** A CSV of `rows` rows with a good id and label, and one more column made by `cell`. */
export function csvWith(cell: (row: number) => string, rows = 20, header = 'id,y,x'): string {
  const lines = Array.from({ length: rows }, (_, i) => `a${i},${labelOf(i)},${cell(i)}`);
  return [header, ...lines, ''].join('\n');
}

/** The error of a promise that has to fail with this code; its message must not quote any of `secrets`. */
export async function refusal(
  promise: Promise<unknown>,
  code: DataErrorCode,
  secrets: readonly string[] = [],
): Promise<DataError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DataError);
  const refused = error as DataError;
  expect(refused.code).toBe(code);
  for (const secret of secrets) {
    expect(refused.message).not.toContain(secret);
    expect(JSON.stringify(refused.params)).not.toContain(secret);
  }
  return refused;
}

export function column(table: LoadedTable, name: string): Column {
  const found = table.frame.columns.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no column ${name}`);
  return found;
}

/** Values of a column as written: a number, a level, or null. */
export function cells(table: LoadedTable, name: string): (number | string | null)[] {
  const found = column(table, name);
  switch (found.kind) {
    case 'number':
      return Array.from(found.values, (value) => (Number.isNaN(value) ? null : value));
    case 'category':
      return Array.from(found.codes, (code) => (code < 0 ? null : found.levels[code]!));
  }
}

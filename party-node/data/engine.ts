/**
 * DuckDB, shut in: it sees one file and one private folder, loads no extension, reaches no network and keeps to a
 * memory limit. What users type (paths, column names) never reaches it as a pattern, a URL or SQL.
 */
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBDataChunk, DuckDBResult } from '@duckdb/node-api';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import { text } from './sql.ts';

export interface EngineLimits {
  /** Where private temporary folders are made; a node names one on its own disk. Default: the system's. */
  readonly tempDir?: string | undefined;
  /** Megabytes DuckDB may hold; what is read into typed arrays is not counted. Default 512. */
  readonly memoryMb?: number | undefined;
  /** Default 2. */
  readonly threads?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Engine {
  /** All rows of a small result. @throws NodeError `engine-unavailable`. */
  rows(sql: string): Promise<Record<string, unknown>[]>;
  /** Chunks in row order, one in memory at a time. */
  stream(sql: string, onChunk: (chunk: DuckDBDataChunk) => void): Promise<void>;
}

/** A private folder for one reading, removed afterwards whatever happens. */
export async function withWorkspace<T>(tempDir: string | undefined, use: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tempDir ?? tmpdir(), 'coscore-data-'));
  try {
    return await use(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/**
 * Opens an engine that may read `path` under the name it is given inside `workspace`, and nothing else.
 * @throws NodeError `engine-unavailable`; the signal's reason when aborted.
 */
export async function withEngine<T>(
  workspace: string,
  path: string,
  limits: EngineLimits,
  use: (engine: Engine, file: string) => Promise<T>,
): Promise<T> {
  const { signal } = limits;
  signal?.throwIfAborted();
  // The user's own file name may hold * ? [ which DuckDB would expand; the link's name does not.
  const file = join(workspace, 'input');
  await symlink(path, file);
  const { DuckDBInstance } = await import('@duckdb/node-api').catch((cause: unknown) => {
    throw new NodeError('engine-unavailable', 'DuckDB does not load on this machine; install again', { cause });
  });
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(limits.threads ?? 2),
    memory_limit: `${limits.memoryMb ?? 512}MB`,
    temp_directory: join(workspace, 'spill'),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
  });
  const connection = await instance.connect();
  const interrupt = (): void => connection.interrupt();
  signal?.addEventListener('abort', interrupt, { once: true });
  try {
    await connection.run(`SET allowed_paths = [${text(file)}]`);
    await connection.run(`SET allowed_directories = [${text(join(workspace, 'spill'))}]`);
    await connection.run('SET enable_external_access = false');
    await connection.run('SET lock_configuration = true');
    return await use(engineOn(connection, signal), file);
  } finally {
    signal?.removeEventListener('abort', interrupt);
    connection.closeSync();
    instance.closeSync();
  }
}

function engineOn(connection: DuckDBConnection, signal: AbortSignal | undefined): Engine {
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    signal?.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      signal?.throwIfAborted();
      throw engineError(error);
    }
  };
  return {
    rows: (sql) => guarded(async () => (await connection.runAndReadAll(sql)).getRowObjectsJS()),
    stream: async (sql, onChunk) => {
      const result: DuckDBResult = await guarded(() => connection.stream(sql));
      for (;;) {
        const chunk = await guarded(() => result.fetchChunk());
        if (!chunk || chunk.rowCount === 0) return;
        onChunk(chunk);
      }
    },
  };
}

/** DuckDB's messages quote rows of the file, so only their kind is kept and they are never a `cause`. */
function engineError(error: unknown): NodeError {
  const kind =
    error instanceof Error ? (/^[A-Z][A-Za-z -]{2,40} Error/.exec(error.message)?.[0] ?? error.name) : 'error';
  return new NodeError('engine-unavailable', `DuckDB could not read the file (${kind})`, { params: { kind } });
}

/** Kysely on the embedded PostgreSQL: its own compiler and introspection for PostgreSQL, one connection, taken in turn. */
import {
  CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type { Engine } from './pglite-client.ts';

const CHANGES: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

/** PostgreSQL's own words for "this process is finished" (elog.h). */
const FATAL: ReadonlySet<unknown> = new Set(['FATAL', 'PANIC']);

/** Whether the engine is past answering: PostgreSQL gave up, or its WebAssembly module crashed or left. */
function endsEngine(error: unknown): boolean {
  if (error instanceof Error && error.name === 'RuntimeError') return true; // WebAssembly.RuntimeError
  if (!(error instanceof Error)) return true; // Emscripten throws its exit status, which is no Error
  return 'severity' in error && FATAL.has(error.severity);
}

/** PGlite hangs the query's values on its errors; they would end up in a log. */
function withoutValues(error: unknown): unknown {
  if (error instanceof Error && 'params' in error) delete error.params;
  return error;
}

class PgliteConnection implements DatabaseConnection {
  readonly #engine: Engine;
  readonly #explain: (error: unknown) => unknown;
  /** The failure that ended the engine. In a server PostgreSQL would restart; here only the next start recovers. */
  #ended: { readonly reason: unknown } | undefined;

  constructor(engine: Engine, explain: (error: unknown) => unknown) {
    this.#engine = engine;
    this.#explain = explain;
  }

  get ended(): boolean {
    return this.#ended !== undefined;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#ended !== undefined) throw this.#ended.reason;
    try {
      const { rows, affectedRows, command } = await this.#engine.query(query.sql, [...query.parameters]);
      if (command === undefined || !CHANGES.has(command)) return { rows: rows as R[] };
      return { rows: rows as R[], numAffectedRows: BigInt(affectedRows ?? 0) };
    } catch (error) {
      const reason = this.#explain(withoutValues(error));
      if (endsEngine(error)) this.#ended = { reason };
      throw reason;
    }
  }

  /** @throws Error always: one shared connection has no cursors. */
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    await Promise.resolve();
    throw new Error('the embedded engine does not stream rows; read them in pages');
  }
}

class PgliteDriver implements Driver {
  readonly #engine: Engine;
  readonly #connection: PgliteConnection;
  /** Resolves when the connection is free. */
  #turn: Promise<void> = Promise.resolve();
  #release: () => void = () => undefined;

  constructor(engine: Engine, explain: (error: unknown) => unknown) {
    this.#engine = engine;
    this.#connection = new PgliteConnection(engine, explain);
  }

  async init(): Promise<void> {
    await Promise.resolve();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#turn;
    let release = (): void => undefined;
    this.#turn = new Promise((resolve) => (release = resolve));
    await before;
    this.#release = release;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#release();
    await Promise.resolve();
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const level = settings.isolationLevel === undefined ? '' : ` isolation level ${settings.isolationLevel}`;
    await connection.executeQuery(CompiledQuery.raw(`begin${level}`));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // Nothing is left to roll back in an engine that is gone; recovery at the next start does it.
    if (!this.#connection.ended) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {
    await this.#turn;
    if (!this.#engine.closed && !this.#connection.ended) await this.#engine.close();
  }
}

/** @param explain turns an engine's error into ours; its result is thrown. */
export function pgliteDialect(engine: Engine, explain: (error: unknown) => unknown): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PgliteDriver(engine, explain),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
  };
}

/**
 * The one connection that a node's state stands on in PostgreSQL. Its advisory lock keeps every other node off the schema,
 * and every statement goes over this same connection: when the server or the network takes it away, the lock and the
 * ability to write end at the same instant, so that two nodes can never both use a mark. It is never opened again by
 * itself; the node stops, and its next start reads what is really there.
 */
import pg from 'pg';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { Secret } from '@coscore/crypto/secret.ts';
import { NodeError } from '../errors/node-error.ts';
import { unreachable, withoutRow } from './postgres-errors.ts';

const CONNECT_TIMEOUT_MS = 10_000;
/** No statement of a node's state moves more than about 1 MiB; one that takes this long will not be answered any more. */
const STATEMENT_LIMIT_MS = 120_000;
/** An idle connection is tried this often, so that a server that has vanished is noticed before the next job. */
const HEARTBEAT_MS = 15_000;

/** Integers of 64 bits as numbers where they fit, else bigint: what the embedded engine gives. */
const INT8 = 20;
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid !== INT8) return pg.types.getTypeParser(oid, format as 'text') as (text: string) => unknown;
    return (text: string): unknown => {
      const value = Number(text);
      return Number.isSafeInteger(value) ? value : BigInt(text);
    };
  },
} as unknown as NonNullable<pg.ClientConfig['types']>;

/** Said first on the connection, whatever the server's defaults: durability of every commit, quick notice of a dead node. */
const SETTINGS = [
  'set synchronous_commit = on',
  'set tcp_keepalives_idle = 30',
  'set tcp_keepalives_interval = 10',
  'set tcp_keepalives_count = 3',
  'set statement_timeout = 0',
  'set idle_in_transaction_session_timeout = 0',
].join('; ');

export class PostgresConnection implements PostgresPool {
  /** host:port/database, for messages. */
  readonly where: string;
  /** Resolves with the reason when the connection is gone though nobody closed it; else never. */
  readonly lost: Promise<NodeError>;
  readonly #client: pg.Client;
  readonly #explain: (error: unknown) => unknown;
  readonly #heartbeat: NodeJS.Timeout;
  #lose: (error: NodeError) => void = () => undefined;
  #dead: NodeError | undefined;
  #closing = false;
  #lastAnswer = Date.now();
  /** Resolves when the connection is free. */
  #turn: Promise<void> = Promise.resolve();

  private constructor(client: pg.Client, where: string, explain: (error: unknown) => unknown) {
    this.#client = client;
    this.#explain = explain;
    this.where = where;
    this.lost = new Promise((resolve) => (this.#lose = resolve));
    client.on('error', (error) => this.#end(error));
    client.on('end', () => this.#end(new Error('Connection terminated')));
    this.#heartbeat = setInterval(() => this.#beat(), HEARTBEAT_MS).unref();
  }

  /** @throws NodeError `database-unreachable`, `engine-unavailable` for a URL that cannot be read. */
  static async open(
    url: Secret<string>,
    applicationName: string,
    explain: (error: unknown) => unknown,
  ): Promise<PostgresConnection> {
    const client = clientOf(url, applicationName);
    const where = `${client.host}:${client.port}/${client.database ?? ''}`;
    try {
      await client.connect();
    } catch (error) {
      void client.end().catch(() => undefined);
      throw unreachable(where, error);
    }
    const connection = new PostgresConnection(client, where, explain);
    await connection.#ask(SETTINGS, []);
    return connection;
  }

  #end(error: unknown): void {
    if (this.#dead !== undefined) return;
    this.#dead = unreachable(this.where, error, '; this node stops, because another may now take its lock');
    clearInterval(this.#heartbeat);
    if (!this.#closing) this.#lose(this.#dead);
  }

  #beat(): void {
    if (Date.now() - this.#lastAnswer < HEARTBEAT_MS) return;
    this.#ask('select 1', []).catch(() => undefined); // a connection that is gone has said so by `lost`
  }

  async #ask<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    if (this.#dead !== undefined) throw this.#dead;
    // Destroying the socket makes the library fail every statement that waits, this one too.
    const timer = setTimeout(() => {
      this.#end(new Error('timeout'));
      socketOf(this.#client).destroy();
    }, STATEMENT_LIMIT_MS).unref();
    try {
      const asked: Promise<unknown> =
        parameters.length === 0 ? this.#client.query(sql) : this.#client.query(sql, [...parameters]);
      const result = (await asked) as PostgresQueryResult<R>;
      this.#lastAnswer = Date.now();
      return result;
    } catch (error) {
      if (this.#dead !== undefined) throw this.#dead;
      throw this.#explain(withoutRow(error));
    } finally {
      clearTimeout(timer);
    }
  }

  /** All rows of one statement, outside of kysely and of turns: for use before anybody else has the connection. */
  async rows<R>(sql: string, parameters: readonly unknown[] = []): Promise<readonly R[]> {
    return (await this.#ask<R>(sql, parameters)).rows;
  }

  /** Taken in turn, like the embedded engine's one connection. */
  async connect(): Promise<PostgresPoolClient> {
    const before = this.#turn;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#turn = promise;
    await before;
    const query = (sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<unknown>> =>
      this.#ask(sql, parameters);
    return { query, release: resolve } as unknown as PostgresPoolClient;
  }

  /** Waits for what is under way. The server frees the lock. */
  async end(): Promise<void> {
    await this.#turn;
    await this.close();
  }

  async close(): Promise<void> {
    this.#closing = true;
    clearInterval(this.#heartbeat);
    if (this.#dead === undefined) await this.#client.end();
  }
}

function clientOf(url: Secret<string>, applicationName: string): pg.Client {
  try {
    return new pg.Client({
      connectionString: url.reveal(),
      application_name: applicationName,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: HEARTBEAT_MS,
      types,
    });
  } catch {
    // No cause: the parser's message quotes the URL.
    throw new NodeError(
      'engine-unavailable',
      'COSCORE_DATABASE_URL cannot be read; write postgres://USER:PASSWORD@HOST:PORT/DATABASE',
      {
        params: { engine: 'postgres' },
      },
    );
  }
}

/** The library keeps its socket to itself. */
function socketOf(client: pg.Client): { destroy(): void } {
  return (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream;
}

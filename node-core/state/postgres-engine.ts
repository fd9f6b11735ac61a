/** A node's schema in a PostgreSQL server: is the server fit, is the schema ours alone, then its name is all that is seen. */
import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Secret } from '@coscore/crypto/secret.ts';
import { NodeError } from '../errors/node-error.ts';
import { PostgresConnection } from './postgres-connection.ts';
import { quoted } from './schema-name.ts';

/** server_version_num of 15.0. */
const OLDEST_VERSION = 150_000;
/** A node that was killed a moment ago leaves its lock to the server, which notices within milliseconds. */
const LOCK_WAIT_MS = 3_000;
const LOCK_POLL_MS = 100;

export interface ServerFacts {
  readonly version: string;
  readonly number: number;
  readonly encoding: string;
  readonly fsync: string;
  readonly standby: boolean;
}

/**
 * Opens the schema for this process alone, making it when there is none.
 * @throws NodeError `database-unreachable`, `engine-unavailable` (version, encoding, durability), `state-locked`,
 * `state-unwritable`.
 */
export async function openPostgres(
  url: Secret<string>,
  schema: string,
  explain: (error: unknown) => unknown,
): Promise<PostgresConnection> {
  const connection = await PostgresConnection.open(url, `coscore ${hostname()} ${process.pid}`.slice(0, 63), explain);
  try {
    await checkServer(connection);
    await lockSchema(connection, schema);
    const there = await connection.rows('select 1 from pg_namespace where nspname = $1', [schema]);
    if (there.length === 0) await connection.rows(`create schema ${quoted(schema)}`);
    await connection.rows(`set search_path = ${quoted(schema)}`);
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function checkServer(connection: PostgresConnection): Promise<void> {
  const [facts] = await connection.rows<ServerFacts>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
            current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
            pg_is_in_recovery() as standby`,
  );
  const problem = facts === undefined ? 'it does not say what it is' : unfit(facts);
  if (problem === undefined) return;
  throw new NodeError('engine-unavailable', `PostgreSQL at ${connection.where} cannot keep state: ${problem}`, {
    params: { engine: 'postgres', where: connection.where },
  });
}

/** Why a server cannot keep state, or undefined when it can. */
export function unfit({ version, number, encoding, fsync, standby }: ServerFacts): string | undefined {
  if (number < OLDEST_VERSION) return `it is version ${version}; use 15 or newer`;
  if (encoding !== 'UTF8') return `its database is in ${encoding}; create one with encoding UTF8`;
  // A mark of one-time material that a power cut takes back would be used again.
  if (fsync !== 'on') return 'its fsync is off; turn it on';
  if (standby) return 'it is a standby; name the primary';
  return undefined;
}

/** 64 bits that stand for the schema; advisory locks are a database's own. */
export function lockKey(schema: string): bigint {
  return createHash('sha256').update(`coscore state ${schema}`).digest().readBigInt64BE(0);
}

/** @throws NodeError `state-locked`, saying who has it as far as the server tells. */
async function lockSchema(connection: PostgresConnection, schema: string): Promise<void> {
  const key = lockKey(schema).toString();
  const deadline = Date.now() + LOCK_WAIT_MS;
  for (;;) {
    const [row] = await connection.rows<{ locked: boolean }>('select pg_try_advisory_lock($1::bigint) as locked', [
      key,
    ]);
    if (row?.locked === true) return;
    if (Date.now() > deadline) break;
    await sleep(LOCK_POLL_MS);
  }
  const directory = `schema ${schema} of ${connection.where}`;
  const holder = await holderOf(connection, key);
  throw new NodeError('state-locked', `another process is using the state in ${directory}${holder}`, {
    params: { directory },
  });
}

async function holderOf(connection: PostgresConnection, key: string): Promise<string> {
  const [row] = await connection.rows<{ name: string | null; address: string | null; since: string | null }>(
    `select a.application_name as name, a.client_addr::text as address, a.backend_start::text as since
       from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.granted and l.database = (select oid from pg_database where datname = current_database())
        and ((l.classid::bigint << 32) | l.objid::bigint) = $1::bigint and l.objsubid = 1`,
    [key],
  );
  if (row === undefined || row.name === null) return '';
  return `: ${row.name}, connected from ${row.address ?? 'its own machine'} since ${row.since ?? 'some time ago'}`;
}

/** Removes a schema with all its tables: only for states that were made to be thrown away. @throws NodeError `state-locked`. */
export async function dropPostgresSchema(url: Secret<string>, schema: string): Promise<void> {
  const connection = await PostgresConnection.open(url, 'coscore', (error) => error);
  try {
    await lockSchema(connection, schema);
    await connection.rows(`drop schema if exists ${quoted(schema)} cascade`);
  } finally {
    await connection.close();
  }
}

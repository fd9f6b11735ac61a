/** What only a real server can show; the rest of the state's tests run on both engines. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { Secret } from '@coscore/crypto/secret.ts';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresForTests, testDatabaseUrl } from './engines.test-helper.ts';
import { openState, type State } from './open.ts';
import { lockKey } from './postgres-engine.ts';

const engine = postgresForTests();

describe.skipIf(!engine.available)('PostgreSQL', () => {
  const root = mkdtempSync(join(tmpdir(), 'coscore-postgres-'));
  const url = new URL(testDatabaseUrl ?? 'postgres://none');
  const changed = (change: (copy: URL) => void): Secret<string> => {
    const copy = new URL(url);
    change(copy);
    return new Secret(copy.href);
  };
  const opening = (home: string, at: Secret<string>): Promise<State> =>
    openState(join(root, home), { engine: 'postgres', url: at, schema: 'coscore_test_refused' });
  let admin: pg.Client;

  beforeAll(async () => {
    admin = new pg.Client({ connectionString: url.href });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await engine.clean();
    rmSync(root, { recursive: true, force: true });
  });

  it('gives a schema to one process only, whatever its folder, and says who has it', async () => {
    const first = await openState(join(root, 'a'), engine.options('shared'));
    await expect(openState(join(root, 'b'), engine.options('shared'))).rejects.toMatchObject({
      code: 'state-locked',
      message: expect.stringContaining(`${process.pid}`) as string,
    });
    await first.close();
    await (await openState(join(root, 'b'), engine.options('shared'))).close();
  });

  it('keeps two nodes of one database apart', async () => {
    const [bank, tax] = await Promise.all([
      openState(join(root, 'bank'), engine.options('bank')),
      openState(join(root, 'tax'), engine.options('tax')),
    ]);
    await bank.meta.put('who', 'bank');
    await bank.material.claim('s', 'tax', 'p', 7);
    expect(await tax.meta.get('who')).toBeUndefined();
    await tax.material.claim('s', 'tax', 'p', 0);
    await Promise.all([bank.close(), tax.close()]);
  });

  it('is over for a node whose connection is taken away, and free for the next', async () => {
    const state = await openState(join(root, 'cut'), engine.options('cut'));
    await state.material.claim('s', 'tax', 'p', 1);
    const { schema } = engine.options('cut') as { schema: string };
    const { rowCount } = await admin.query(
      `select pg_terminate_backend(pid) from pg_locks
        where locktype = 'advisory' and ((classid::bigint << 32) | objid::bigint) = $1`,
      [lockKey(schema).toString()],
    );
    expect(rowCount).toBe(1);
    expect(await state.lost).toMatchObject({ code: 'database-unreachable' });
    await expect(state.material.claim('s', 'tax', 'p', 2)).rejects.toMatchObject({ code: 'database-unreachable' });
    await state.close();
    const next = await openState(join(root, 'cut'), engine.options('cut'));
    expect(await next.material.list('s')).toMatchObject([{ mark: 1 }]);
    await next.close();
  });

  it('gives the embedded engine’s types', async () => {
    const state = await openState(join(root, 'types'), engine.options('types'));
    const { rows } = await sql`
      select 9007199254740991::bigint as safe, 9007199254740993::bigint as big, 1::int as small, 0.5::float8 as half,
             '{"n":[1,null,"银行"]}'::json as json, '\\x00ff10'::bytea as bytes, null::text as none, count(*) as n`.execute(
      state.db,
    );
    expect(rows).toEqual([
      {
        safe: 9007199254740991,
        big: 9007199254740993n,
        small: 1,
        half: 0.5,
        json: { n: [1, null, '银行'] },
        bytes: Buffer.from([0, 255, 16]),
        none: null,
        n: 1,
      },
    ]);
    await state.close();
  });

  it('says what is wrong with the way to the server, without the password', async () => {
    const password = 'not-the-password-91';
    const ways: [Secret<string>, RegExp][] = [
      [changed((copy) => (copy.password = password)), /password is wrong/],
      [changed((copy) => (copy.port = '1')), /nothing listens/],
      [changed((copy) => (copy.pathname = '/nowhere')), /no such database/],
      [changed((copy) => copy.searchParams.set('sslmode', 'verify-full')), /does not speak TLS/],
    ];
    for (const [way, reason] of ways) {
      const error: unknown = await opening('refused', way).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ name: 'NodeError', code: 'database-unreachable' });
      expect(String(error)).toMatch(reason);
      expect(inspect(error, { depth: 9 })).not.toContain(password);
      expect(inspect(error, { depth: 9 })).not.toContain(url.password);
    }
    const unreadable = new Secret(`postgres://u:${password}@host:port:port/%E0%A4%A`);
    const error: unknown = await opening('refused', unreadable).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'engine-unavailable' });
    expect(inspect(error, { depth: 9 })).not.toContain(password);
  });

  it('refuses a user who may not make a schema', async () => {
    const user = `coscore_test_user_${process.pid}`;
    await admin.query(`create role ${user} login password 'x'`);
    try {
      const as = changed((copy) => {
        copy.username = user;
        copy.password = 'x';
      });
      await expect(opening('powerless', as)).rejects.toMatchObject({ code: 'state-unwritable' });
    } finally {
      await admin.query(`drop role ${user}`);
    }
  });

  it('does not carry a row’s values in its errors', async () => {
    const state = await openState(join(root, 'quiet'), engine.options('quiet'));
    const job = { id: 'tell-nobody', project: 'p', recipe: {}, createdAt: '' };
    await state.jobs.create(job);
    const error: unknown = await state.jobs.create(job).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: '23505' });
    expect(inspect(error, { depth: 9 })).not.toContain('tell-nobody');
    await state.close();
  });
});

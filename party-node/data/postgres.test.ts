/** Reading from a real server: COSCORE_TEST_DATABASE_URL names one whose user may make schemas; else skipped, visibly. */
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { inspect } from 'node:util';
import { Secret } from '@coscore/crypto/secret.ts';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PostgresReference, type PostgresSelection, type PostgresSource, postgresSource } from './data-source.ts';
import { type DataErrorCode } from './errors.ts';
import { profileTable } from './profile.ts';
import { readTable, type ReadTableOptions } from './read-table.ts';
import { cells, csvWith, labelOf, refusal, type TestFolder, testFolder } from './test-files.ts';

const testUrl = process.env['COSCORE_TEST_DATABASE_URL'];

describe('postgresSource', () => {
  it('takes the URL from the node’s own environment, and keeps it to itself', () => {
    const source = postgresSource({ urlEnv: 'TAX_DB', table: 'tax.firms' }, { TAX_DB: 'postgres://u:tell-nobody@h/d' });
    expect(inspect(source, { depth: 9 }) + JSON.stringify(source)).not.toContain('tell-nobody');
    const missing = (reference: PostgresReference, env: Record<string, string>) => async (): Promise<unknown> => {
      await Promise.resolve();
      return postgresSource(reference, env);
    };
    return Promise.all([
      refusal(missing({ urlEnv: 'TAX_DB', table: 't' }, {})(), 'secret-missing'),
      refusal(missing({ urlEnv: 'TAX_DB', table: 't' }, { TAX_DB: '' })(), 'secret-missing'),
      refusal(missing({ urlEnv: 'TAX_DB' }, { TAX_DB: 'x' })(), 'source-refused'),
      refusal(missing({ urlEnv: 'TAX_DB', table: 't', query: 'q' }, { TAX_DB: 'x' })(), 'source-refused'),
    ]);
  });
});

describe.skipIf(testUrl === undefined)('a PostgreSQL source', () => {
  const schema = `coscore_data_${randomBytes(4).toString('hex')}`;
  let admin: pg.Client;
  let folder: TestFolder;

  beforeAll(async () => {
    folder = await testFolder();
    admin = new pg.Client({ connectionString: testUrl });
    await admin.connect();
    await admin.query(`create schema ${schema}; set search_path = ${schema}`);
  });
  afterAll(async () => {
    await admin.query(`drop schema ${schema} cascade`);
    await admin.end();
    await folder.remove();
  });

  const source = (selection: PostgresSelection, url = testUrl!): PostgresSource => ({
    kind: 'postgres',
    urlEnv: 'TAX_DB',
    url: new Secret(url),
    selection,
  });
  const table = (name: string): PostgresSource => source({ table: `${schema}.${name}` });
  const query = (text: string): PostgresSource => source({ query: text });
  const read = (from: PostgresSource, options: Partial<ReadTableOptions> = {}): ReturnType<typeof readTable> =>
    readTable(from, { id: 'id', tempDir: folder.dir, ...options });

  it('reads every usable type, NULL as missing', async () => {
    await admin.query(`create type grade as enum ('low', 'high')`);
    await admin.query(`create domain share as numeric(5,4)`);
    await admin.query(
      `create table kinds (id text, small smallint, big bigint, dec numeric(12,2), real real, double float8, flag boolean,
         word text, padded char(4), enumerated grade, share share, uid uuid, day date, moment timestamptz, list int[], doc jsonb)`,
    );
    await admin.query(
      `insert into kinds values
        ('b', 1, 5000000000, 1.25, 0.5, 1e-300, true, 'a,"x"', 'ab', 'low', 0.5, '00000000-0000-0000-0000-000000000001', '2020-01-01', '2020-01-01 12:00+00', '{1}', '{}'),
        ('a', null, 2, 2.50, 'nan', 3.5, false, E'two\\nlines', 'cd', 'high', null, null, '2020-01-02', null, null, null),
        ('c', 3, null, null, 1, null, null, null, null, null, 0.25, null, null, null, null, null)`,
    );
    const drop = ['day', 'moment', 'list', 'doc'];
    const loaded = await read(table('kinds'), { drop });
    expect(loaded.ids).toEqual(['a', 'b', 'c']);
    expect(Object.fromEntries(loaded.frame.columns.map(({ name }) => [name, cells(loaded, name)]))).toEqual({
      small: [null, 1, 3],
      big: [2, 5e9, null],
      dec: [2.5, 1.25, null],
      real: [null, 0.5, 1],
      double: [3.5, 1e-300, null],
      flag: ['false', 'true', null],
      word: ['two\nlines', 'a,"x"', null],
      padded: ['cd', 'ab', null],
      enumerated: ['high', 'low', null],
      share: [null, 0.5, 0.25],
      uid: [null, '00000000-0000-0000-0000-000000000001', null],
    });
    expect(loaded.source).toMatchObject({ file: `${schema}.kinds`, format: 'postgres', encoding: undefined });
    expect(loaded.source.digest).toMatch(/^[0-9a-f]{64}$/);
    const profile = await profileTable(table('kinds'), { id: 'id', tempDir: folder.dir });
    expect(profile.problems.map(({ code, params }) => [code, params['column']])).toEqual(
      drop.map((name) => ['column-unsupported-type', name]),
    );
    const told = await read(table('kinds'), { columns: ['day', 'big'], types: { day: 'category', big: 'category' } });
    expect(cells(told, 'day')).toEqual(['2020-01-02', '2020-01-01', null]);
    expect(cells(told, 'big')).toEqual(['2', '5000000000', null]);
  });

  it('reads a table as the CSV of it, label, split column and all', async () => {
    const rows = 3_000;
    await admin.query(
      `create table same as select 'k' || lpad(i::text, 5, '0') as id, (i % 7 = 0)::int as y, i % 5 + 1990 as year,
         case when i % 11 = 0 then null else i * 0.37 end as x, 'level ' || i % 13 as c from generate_series(0, ${rows - 1}) i
       order by md5(i::text)`,
    );
    const lines = Array.from({ length: rows }, (_, i) =>
      [
        `k${String(i).padStart(5, '0')}`,
        i % 7 === 0 ? 1 : 0,
        (i % 5) + 1990,
        i % 11 === 0 ? '' : (i * 37) / 100,
        `level ${i % 13}`,
      ].join(','),
    );
    const path = await folder.write('same.csv', ['id,y,year,x,c', ...lines, ''].join('\n'));
    const options = { id: 'id', label: 'y', drop: ['year'], side: ['year'] };
    const [own, other] = await Promise.all([readTable(path, options), read(table('same'), options)]);
    expect(other.ids).toEqual(own.ids);
    expect(other.labels).toEqual(own.labels);
    expect(other.frame).toEqual(own.frame);
    expect(other.side).toEqual(own.side);
  });

  it('gives the same digest for the same rows, another for others, whatever their place', async () => {
    await admin.query(`create table moving as select i::text as id, i % 3 as a, i as b from generate_series(1, 50) i`);
    const digest = async (columns?: readonly string[]): Promise<string | undefined> =>
      (await read(table('moving'), columns === undefined ? {} : { columns })).source.digest;
    const first = await digest();
    await admin.query(`update moving set b = b`); // new versions of the rows, in other places
    expect(await digest()).toBe(first);
    expect(await digest(['a'])).not.toBe(first);
    await admin.query(`update moving set b = 0 where id = '7'`);
    expect(await digest()).not.toBe(first);
  });

  it('runs a query, with joins, comments and a semicolon', async () => {
    await admin.query(`create table firms (id int, region text); create table paid (firm int, amount numeric)`);
    await admin.query(
      `insert into firms values (1, '华东'), (2, 'it''s'); insert into paid values (1, 2), (1, 3), (2, 9)`,
    );
    const text = `select f.id, f.region, sum(p.amount) as "Total paid" -- by firm
      from ${schema}.firms f join ${schema}.paid p on p.firm = f.id group by 1, 2; -- done`;
    const loaded = await read(query(text.replace('; -- done', ' ;')));
    expect(loaded.ids).toEqual(['1', '2']);
    expect(cells(loaded, 'region')).toEqual(['华东', "it's"]);
    expect(cells(loaded, 'Total paid')).toEqual([5, 9]);
    expect((await read(query(`${text.slice(0, text.indexOf('; --'))} -- last`))).rows).toBe(2);
  });

  it('takes names that need quotes, and folds those that do not', async () => {
    await admin.query(`create table "Odd ""T" (id text, "x""; drop table y; --" int, "大写" int)`);
    await admin.query(`insert into "Odd ""T" values ('1', 1, 1), ('2', 2, 3)`);
    const odd = await read(source({ table: `${schema}."Odd ""T"` }));
    expect(cells(odd, 'x"; drop table y; --')).toEqual([1, 2]);
    expect(cells(odd, '大写')).toEqual([1, 3]);
    expect((await read(source({ table: `${schema.toUpperCase()}.FIRMS` }))).rows).toBe(2);
  });

  it('keeps many rows in order, in bounded batches, and leaves nothing behind', async () => {
    await admin.query(
      `create table many as select 'k' || lpad(i::text, 8, '0') as id, i as n, 'l' || i % 11 as c from generate_series(1, 60000) i`,
    );
    const loaded = await read(table('many'));
    expect(loaded.rows).toBe(60_000);
    const n = loaded.frame.columns[0]!;
    if (n.kind !== 'number') throw new Error('wrong type');
    expect(n.values.every((value, i) => value === i + 1)).toBe(true);
    expect(readdirSync(folder.dir).filter((name) => name.startsWith('coscore-data-'))).toEqual([]);
  });

  it.each<[string, string, DataErrorCode, string[]]>([
    ['repeated ids', `select * from (values ('secret', 1), ('secret', 2)) v(id, x)`, 'ids-duplicate', ['secret']],
    ['ids that are missing', `select * from (values ('a', 1), (null, 2)) v(id, x)`, 'ids-missing', []],
    ['rounded ids', `select * from (values (1.5, 1), (2, 2)) v(id, x)`, 'column-unsupported-type', ['1.5']],
    ['a column that is not there', `select 1 as other, 2 as x`, 'column-missing', []],
    ['infinite numbers', `select * from (values (1, 'infinity'::float8), (2, 2)) v(id, x)`, 'column-not-finite', []],
    ['numbers no double holds', `select * from (values (1, 1e400), (2, 2)) v(id, x)`, 'column-not-finite', []],
    ['one value', `select * from (values (1, 7), (2, 7)) v(id, x)`, 'column-constant', []],
    ['no rows', `select 1 as id, 2 as x where false`, 'file-empty', []],
    ['two columns of one name', `select 1 as id, 2 as x, 3 as x`, 'source-refused', []],
    ['no columns', `select`, 'source-refused', []],
    ['a syntax error', `selec 'secret'`, 'source-refused', ['secret']],
    ['an unknown column', `select secret from pg_class`, 'source-refused', ['secret']],
    ['a value that breaks a cast', `select 'secret'::int as id`, 'source-refused', ['secret']],
    [
      'too long a row',
      `select i as id, repeat('x', 2000000 + i) as x from generate_series(1, 2) i`,
      'source-refused',
      [],
    ],
  ])('refuses %s', async (_, text, code, secrets) => {
    await refusal(read(query(text)), code, secrets);
  });

  it('refuses a label that is none, as with files', async () => {
    const values = Array.from({ length: 20 }, (_, i) => `('a${i}', ${i === 9 ? 3 : labelOf(i)}, ${i})`).join(',');
    await refusal(read(query(`select * from (values ${values}) v(id, y, x)`), { label: 'y' }), 'label-not-binary');
    await refusal(
      readTable(await folder.write('label.csv', csvWith((i) => `${i}`).replace('a9,0', 'a9,3')), {
        id: 'id',
        label: 'y',
      }),
      'label-not-binary',
    );
  });

  it('refuses to write', async () => {
    await admin.query(
      `create function ${schema}.sly() returns int language sql as 'insert into ${schema}.firms values (3) returning id'`,
    );
    const error = await refusal(read(query(`select ${schema}.sly() as id, 1 as x`)), 'source-refused');
    expect(error.message).toMatch(/it writes/);
    const { rows } = await admin.query(`select count(*)::int as n from ${schema}.firms`);
    expect(rows).toEqual([{ n: 2 }]);
  });

  it('refuses a second statement, and does not run it', async () => {
    const sly = `select 1 as id) as t; commit; create table ${schema}.pwned (x int); select * from (select 1 as id`;
    await refusal(read(query(sly)), 'source-refused');
    const { rows } = await admin.query(`select to_regclass('${schema}.pwned') is null as none`);
    expect(rows).toEqual([{ none: true }]);
  });

  it('refuses what is not there or may not be read, without the password', async () => {
    const bad = (change: (url: URL) => void): string => {
      const url = new URL(testUrl!);
      change(url);
      return url.href;
    };
    const secret = 'wrong-91';
    await refusal(read(table('nothing')), 'source-refused');
    await refusal(read(source({ table: 'a.b.c.d' })), 'source-refused');
    await refusal(read(source({ table: `x'; drop schema ${schema}` })), 'source-refused');
    await refusal(
      read(
        source(
          { table: 't' },
          bad((url) => (url.password = secret)),
        ),
      ),
      'source-unreachable',
      [secret],
    );
    await refusal(
      read(
        source(
          { table: 't' },
          bad((url) => (url.port = '1')),
        ),
      ),
      'source-unreachable',
    );
    await refusal(read(source({ table: 't' }, `mysql://u:${secret}@h/d`)), 'source-unreachable', [secret]);
    await refusal(read(source({ table: 't' }, `postgres://u:${secret}@h:x:y/%E0%A4%A`)), 'source-unreachable', [
      secret,
    ]);
    const user = `coscore_reader_${process.pid}`;
    await admin.query(`create role ${user} login password 'x'; grant usage on schema ${schema} to ${user}`);
    const as = bad((url) => {
      url.username = user;
      url.password = 'x';
    });
    const error = await refusal(read(source({ table: `${schema}.firms` }, as)), 'source-refused');
    expect(error.message).toMatch(/may not read it/);
    await admin.query(`drop owned by ${user}; drop role ${user}`);
  });

  it('stops when told to, also while the server works', async () => {
    const reason = new Error('enough');
    await expect(read(table('many'), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const reading = read(query(`select i as id, i as x from generate_series(1, 3) i, pg_sleep(600)`), {
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(reason), 200);
    await expect(reading).rejects.toBe(reason);
  });
});

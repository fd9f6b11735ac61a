/**
 * Real nodes whose state is in PostgreSQL, one of which reads its table from there too: the same model as from files, a
 * backup of a node that runs, and a node that stops when its database is taken away. Needs COSCORE_TEST_DATABASE_URL.
 */
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { labSchema } from 'coscore/lab/lab-database.ts';
import { openState } from '@coscore/node-core/state/index.ts';
import { restoreNode } from '@coscore/node-core/state/backup/index.ts';
import { recipeSchema } from '@coscore/node-core/recipe/index.ts';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLab, type Finished, type RunningLab } from '../support/running-lab.ts';
import { writeSmallEconomy } from '../support/small-economy.ts';

const testUrl = process.env['COSCORE_TEST_DATABASE_URL'];
const PASSWORD = testUrl === undefined ? '' : new URL(testUrl).password;
const FIRMS = 2000;

const recipe = recipeSchema.parse({
  name: 'on-postgres',
  profile: 'aided',
  parties: {
    bank: { role: 'label', data: 'bank.csv', id: 'firm_id', label: 'defaulted', drop: ['year'] },
    tax: { role: 'feature', data: 'tax.csv', id: 'firm_id' },
  },
  split: { test: 0.3, seed: 7, stratify: true },
  features: { bins: 10 },
  model: { kind: 'scorecard', l2: 0.001, iterations: 20 },
});

describe.skipIf(testUrl === undefined)('nodes on PostgreSQL', () => {
  const schema = `coscore_e2e_${process.pid}`;
  let dir: string;
  let running: RunningLab;
  let admin: pg.Client;
  let fromFile: Finished;
  const homes = (): string[] => [running.lab.coordinator, ...running.lab.parties.values()].map(({ home }) => home);
  const schemas = async (): Promise<number> => {
    const { rows } = await admin.query<{ n: number }>(
      'select count(*)::int as n from pg_namespace where nspname = any($1)',
      [homes().map(labSchema)],
    );
    return rows[0]!.n;
  };

  beforeAll(async () => {
    process.env['COSCORE_LAB_DATABASE_URL'] = testUrl;
    process.env['TAX_DB'] = testUrl;
    dir = await mkdtemp(join(tmpdir(), 'cs-pg-'));
    await writeSmallEconomy(dir, FIRMS);
    admin = new pg.Client({ connectionString: testUrl });
    await admin.connect();
    running = await startLab(recipe, dir);
    fromFile = await running.finish(recipe);
  }, 240_000);
  afterAll(async () => {
    await running.lab.stop();
    expect(await schemas()).toBe(3);
    await running.lab.removeState();
    expect(await schemas()).toBe(0);
    await admin.query(`drop schema if exists ${schema} cascade`);
    await admin.end();
    await rm(dir, { recursive: true, force: true });
    delete process.env['COSCORE_LAB_DATABASE_URL'];
    delete process.env['TAX_DB'];
  });

  it('keep nothing of it in their folders', async () => {
    expect(await schemas()).toBe(3);
    for (const home of homes()) {
      await expect(stat(join(home, 'state/pg'))).rejects.toMatchObject({ code: 'ENOENT' });
      expect(await readFile(join(home, 'node.log'), 'utf8')).not.toContain(PASSWORD);
    }
  });

  it('give from a table the model that they give from its file', async () => {
    const [header, ...lines] = (await readFile(join(dir, 'tax.csv'), 'utf8')).trim().split('\n');
    const names = header!.split(',');
    const type = (name: string): string => (name === 'firm_id' || name === 'sector' ? 'text' : 'numeric');
    await admin.query(`create schema ${schema}`);
    await admin.query(`create table ${schema}.firms (${names.map((name) => `${name} ${type(name)}`).join(', ')})`);
    const rows = lines.map((line) =>
      Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell === '' ? null : cell])),
    );
    await admin.query(`insert into ${schema}.firms select * from json_populate_recordset(null::${schema}.firms, $1)`, [
      JSON.stringify(rows),
    ]);
    const { client } = running.lab.parties.get('tax')!;
    await client.removeDataset(recipe.name);
    const profile = await client.addDataset({
      name: recipe.name,
      postgres: { urlEnv: 'TAX_DB', table: `${schema}.firms` },
      id: 'firm_id',
      drop: [],
      types: {},
    });
    expect(profile).toMatchObject({ rows: lines.length, source: { format: 'postgres' }, problems: [] });
    expect(JSON.stringify(await client.datasets())).not.toContain(PASSWORD);
    const { report } = await running.finish(recipe);
    expect(report.rowsAligned).toBe(fromFile.report.rowsAligned);
    expect(report.features).toEqual(fromFile.report.features);
    expect(report.metrics.test!.auc).toBeCloseTo(fromFile.report.metrics.test!.auc, 3);
  });

  it('are backed up while they run, into a file that the embedded engine takes', async () => {
    const { client } = running.lab.parties.get('bank')!;
    const file = join(dir, 'bank.backup');
    const log = await running.audit('bank');
    const written = await client.backUp({ file });
    expect(await readFile(file, 'utf8')).not.toContain(PASSWORD);
    const restored = await restoreNode(join(dir, 'bank'), file, () => ({ engine: 'pglite' }));
    expect(restored).toMatchObject({ id: 'bank', rows: written.rows, jobsEnded: 0 });
    const state = await openState(join(dir, 'bank/state'), { engine: 'pglite' });
    expect((await state.audit.list()).slice(0, log.length)).toEqual(log);
    await state.audit.verify(log);
    expect(await state.jobs.get(fromFile.job)).toMatchObject({ state: 'succeeded' });
    await state.close();
  });

  it('stop when their database is taken away, and go on when started again', async () => {
    const { process: node, home } = running.lab.node('tax');
    const before = await running.audit('tax');
    const { rows } = await admin.query<{ pid: number }>(
      `select pid from pg_stat_activity where application_name = 'coscore ' || $1`,
      [`${(await import('node:os')).hostname()} ${node.pid}`.slice(0, 55)],
    );
    expect(rows).toHaveLength(1);
    await admin.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
    expect(await node.exited).toBe(7);
    expect(await readFile(join(home, 'node.log'), 'utf8')).toContain('database-lost');
    await running.lab.restart('tax');
    expect((await running.audit('tax')).slice(0, before.length)).toEqual(before);
  });
});

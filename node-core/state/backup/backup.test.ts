import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '@coscore/crypto/secret.ts';
import { type Kysely, type Migration, sql } from 'kysely';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIdentity } from '../../identity/identity.ts';
import { loadIdentity, saveIdentity } from '../../identity/keystore.ts';
import { sample } from '../../manifest/sample.test-helper.ts';
import { testEngines } from '../engines.test-helper.ts';
import { migrations } from '../migrations.ts';
import { openState, type State } from '../open.ts';
import { restoresOf } from './after-restore.ts';
import { backUpNode, restoreNode } from './node-backup.ts';
import { tablesOf } from './tables.ts';

const AT = '2029-01-01T00:00:00.000Z';
const engines = testEngines();
/** For what does not depend on the engine: a server opens a state in milliseconds. */
const quick = engines.findLast((engine) => engine.available)!;
let root: string;
let homes = 0;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'coscore-backup-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
afterAll(async () => {
  for (const engine of engines) if (engine.available) await engine.clean();
});

const software = '1.2.3';

/** A home with a key and state in which every table has rows, of every kind of value. */
async function filled(engine: (typeof engines)[number]): Promise<{ home: string; state: State }> {
  const home = join(root, 'from');
  mkdirSync(join(home, 'identity'), { recursive: true });
  await saveIdentity(join(home, 'identity/key.json'), await createIdentity('bank'), { kind: 'key-file' });
  writeFileSync(join(home, 'node.json'), '{"kind":"party","id":"bank"}');
  const state = await openState(join(home, 'state'), engine.options(`backup${homes++}`));
  const { manifest } = await sample();
  const tax = await createIdentity('tax');
  await state.meta.put('odd', { text: 'a\u2028b\nc"\\银行🏦', numbers: [1e-9, null] });
  await state.enrolled.put({ id: 'tax', role: 'party', certificatePem: tax.certificatePem });
  await state.datasets.add('firms', { path: '/x.csv' });
  await state.projects.propose(manifest, AT);
  for (const id of ['over', 'running', 'queued', 'failed']) {
    await state.jobs.create({ id, project: 'p', recipe: { name: id }, createdAt: AT });
    if (id !== 'queued') await state.jobs.beginAttempt(id, 3);
    if (id !== 'queued') await state.jobs.setProgress(id, { id, state: 'running', kept: true });
  }
  await state.jobs.finish('over', 'succeeded', AT);
  await state.jobs.setProgress('failed', { id: 'failed', state: 'failed', finishedAt: AT });
  await state.jobs.finish('failed', 'failed', AT, { code: 'peer-timeout' });
  await state.artefacts.put({ job: 'over', stage: 's', attempt: 1, name: 'empty' }, new Uint8Array(0));
  const big = Uint8Array.from({ length: 2_100_000 }, (_, i) => (i * 31) & 0xff);
  await state.artefacts.put({ job: 'over', stage: 's', attempt: 1, name: 'big' }, big);
  await sql`insert into material select 'job/' || i, 'tax', 'mat-vec', i from generate_series(0, 599) i`.execute(
    state.db,
  );
  await state.material.claim('job/1', 'tax', 'mat-vec', Number.MAX_SAFE_INTEGER);
  await state.audit.append('job-started', { job: 'running', 名: '值' }, new Date(AT));
  return { home, state };
}

/** A row of made-up values in every table that has none: also in those that later migrations make. */
async function fillTheRest(state: State): Promise<void> {
  const byType = (type: string): string =>
    type === 'bytea' ? `'\\x00ff'` : type === 'json' ? `'{"a": 1}'` : type === 'text' ? `'银行'` : '7';
  for (const { table, columns } of await tablesOf(state.db)) {
    if ((await dump(state, table)).length > 0) continue;
    const values = columns.map(([, type]) => sql.raw(byType(type)));
    await sql`insert into ${sql.table(table)} values (${sql.join(values)})`.execute(state.db);
  }
}

/** Every row of a table as text, in an order of its own. */
async function dump(state: State, table: string): Promise<readonly unknown[]> {
  const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t order by 1`.execute(
    state.db,
  );
  return rows;
}

describe.each(engines.flatMap((from) => engines.map((to) => ({ name: `${from.name} to ${to.name}`, from, to }))))(
  'a backup, $name',
  ({ from, to }) => {
    it.skipIf(!from.available || !to.available)('gives back every table, with nothing left to go on', async () => {
      const { home, state } = await filled(from);
      await fillTheRest(state);
      const file = join(root, 'backup');
      const written = await backUpNode(state, { home, file, withKeys: false, software });
      expect(statSync(file).mode & 0o777).toBe(0o600);
      // Material that is used once must not come back.
      expect(readFileSync(file, 'utf8')).not.toContain('"pool"');
      expect(written.rows).toBeGreaterThan(600);
      const before = new Map<string, readonly unknown[]>();
      for (const { table } of await tablesOf(state.db)) {
        before.set(table, await dump(state, table));
        expect(before.get(table), table).not.toHaveLength(0);
      }
      const log = await state.audit.list();
      await state.close();

      const options = to.options(`backup${homes++}`);
      const restored = await restoreNode(join(root, 'to'), file, (id) => {
        expect(id).toBe('bank');
        return options;
      });
      expect(restored).toMatchObject({ id: 'bank', rows: written.rows, jobsEnded: 3, withKeys: false });
      expect(JSON.parse(readFileSync(join(root, 'to/node.json'), 'utf8'))).toEqual({ kind: 'party', id: 'bank' });
      const again = await openState(join(root, 'to', 'state'), options);
      for (const [table, rows] of before)
        if (!['jobs', 'meta', 'audit', 'pool'].includes(table)) expect(await dump(again, table), table).toEqual(rows);
      expect(before.get('pool')).toHaveLength(1);
      expect(await again.pool.list()).toEqual([]);
      expect(await again.meta.get('odd')).toEqual({ text: 'a\u2028b\nc"\\银行🏦', numbers: [1e-9, null] });
      expect((await again.audit.list()).slice(0, log.length)).toEqual(log);
      expect((await again.audit.list()).at(-1)).toMatchObject({ event: 'state-restored', details: { jobsEnded: 3 } });
      await again.audit.verify(log);
      expect(await again.jobs.get('over')).toMatchObject({ state: 'succeeded', progress: { state: 'running' } });
      const error = { code: 'state-restored', party: 'bank' };
      expect(await again.jobs.get('queued')).toMatchObject({ state: 'failed', error });
      expect(await again.jobs.get('running')).toMatchObject({
        state: 'failed',
        attempt: 3,
        error,
        progress: { kept: true, state: 'failed', error },
      });
      expect(await again.jobs.get('running')).toHaveProperty('progress.finishedAt', expect.any(String));
      // Its owner could have resumed it. When it failed stays known.
      expect(await again.jobs.get('failed')).toMatchObject({
        state: 'failed',
        error,
        finishedAt: AT,
        progress: { error, finishedAt: AT },
      });
      expect(await restoresOf(again.meta)).toMatchObject({ count: 1, backupAt: written.at });
      await expect(again.material.claim('job/1', 'tax', 'mat-vec', 5)).rejects.toMatchObject({
        code: 'material-reused',
      });
      await again.close();
    });
  },
);

describe('restoring', () => {
  const engine = quick;

  it('counts how often, across backups of restored states', async () => {
    const { home, state } = await filled(engine);
    await backUpNode(state, { home, file: join(root, '1'), withKeys: false, software });
    await state.close();
    for (const round of [1, 2]) {
      const options = engine.options(`backup${homes++}`);
      const next = join(root, `home${round}`);
      await restoreNode(next, join(root, `${round}`), () => options);
      const restored = await openState(join(next, 'state'), options);
      expect(await restoresOf(restored.meta)).toMatchObject({ count: round });
      await backUpNode(restored, { home, file: join(root, `${round + 1}`), withKeys: false, software });
      await restored.close();
    }
  });

  it('refuses a state that is not empty, and leaves it as it was', async () => {
    const { home, state } = await filled(engine);
    const file = join(root, 'backup');
    await backUpNode(state, { home, file, withKeys: false, software });
    await state.close();
    const options = engine.options(`backup${homes++}`);
    const other = await openState(join(root, 'to/state'), options);
    await other.meta.put('mine', 1);
    await expect(restoreNode(join(root, 'to'), file, () => options)).rejects.toMatchObject({ code: 'state-locked' });
    await other.close();
    await expect(restoreNode(join(root, 'to'), file, () => options)).rejects.toMatchObject({ code: 'state-not-empty' });
    const after = await openState(join(root, 'to/state'), options);
    expect(await after.meta.get('mine')).toBe(1);
    expect(await after.jobs.list()).toEqual([]);
    await after.close();
  });
});

it('of an earlier version goes into that version’s tables, and then through the migrations since', async () => {
  const engine = quick;
  const { home, state } = await filled(engine);
  const file = join(root, 'backup');
  await backUpNode(state, { home, file, withKeys: false, software });
  await state.close();
  const later: Migration = {
    async up(db: Kysely<unknown>) {
      await sql`alter table datasets add column source text`.execute(db);
      await sql`update datasets set source = definition->>'path'`.execute(db);
      await sql`alter table datasets alter column source set not null`.execute(db);
    },
  };
  const known = migrations as Record<string, Migration>;
  known['9999-later'] = later;
  try {
    const options = engine.options(`backup${homes++}`);
    await restoreNode(join(root, 'to'), file, () => options);
    const after = await openState(join(root, 'to/state'), options);
    expect(await after.datasets.list()).toEqual([{ name: 'firms', definition: { path: '/x.csv' }, source: '/x.csv' }]);
    await after.close();
  } finally {
    delete known['9999-later'];
  }
});

describe('a backup file', () => {
  const engine = quick;

  async function made(): Promise<string> {
    const { home, state } = await filled(engine);
    const file = join(root, 'backup');
    await backUpNode(state, { home, file, withKeys: false, software });
    await expect(backUpNode(state, { home, file, withKeys: false, software })).rejects.toMatchObject({
      code: 'state-not-empty',
    });
    expect(existsSync(`${file}.partial`)).toBe(false);
    await state.close();
    return file;
  }

  it('is refused whole when a byte is changed, a line is gone, or it is cut or longer', async () => {
    const text = readFileSync(await made(), 'utf8');
    const lines = text.split('\n');
    const at = lines.findIndex((line) => line.includes('"job/7"'));
    const variants: Record<string, string> = {
      changed: text.replace('"job/7"', '"job/8"'),
      missing: lines.toSpliced(at, 1).join('\n'),
      doubled: lines.toSpliced(at, 0, lines[at]!).join('\n'),
      cut: text.slice(0, -100),
      longer: `${text}["x"]\n`,
      other: '{"format":"else"}\n',
      newer: text.replace('"version":1', '"version":2'),
      noJson: `hello\n${text}`,
      empty: '',
    };
    for (const [name, content] of Object.entries(variants)) {
      const file = join(root, name);
      writeFileSync(file, content);
      const restoring = restoreNode(join(root, 'to'), file, () => engine.options('x'));
      await expect(restoring, name).rejects.toMatchObject({ code: 'backup-invalid' });
    }
    expect(existsSync(join(root, 'to/state'))).toBe(false);
    await expect(restoreNode(join(root, 'to'), join(root, 'nowhere'), () => engine.options('x'))).rejects.toMatchObject(
      {
        code: 'backup-invalid',
      },
    );
  });

  it('of a newer Coscore is refused', async () => {
    const { home, state } = await filled(engine);
    await sql`insert into kysely_migration (name, timestamp) values ('0999-later', ${AT})`.execute(state.db);
    const file = join(root, 'backup');
    await backUpNode(state, { home, file, withKeys: false, software });
    await state.close();
    await expect(restoreNode(join(root, 'to'), file, () => engine.options('x'))).rejects.toMatchObject({
      code: 'state-newer',
    });
  });

  it('carries the key only when it is sealed and asked for, and never over another', async () => {
    const { home, state } = await filled(engine);
    const backup = (file: string): Promise<unknown> =>
      backUpNode(state, { home, file: join(root, file), withKeys: true, software });
    await expect(backup('plain')).rejects.toMatchObject({ code: 'key-not-sealed' });
    rmSync(join(home, 'identity/key.json'));
    await expect(backup('none')).rejects.toMatchObject({ code: 'key-missing' });
    const passphrase = new Secret('correct horse battery staple');
    const identity = await createIdentity('bank');
    await saveIdentity(join(home, 'identity/key.json'), identity, { kind: 'passphrase', passphrase });
    await backup('sealed');
    await state.close();
    expect(readFileSync(join(root, 'sealed'), 'utf8')).not.toContain('PRIVATE KEY');

    const options = engine.options(`backup${homes++}`);
    const to = join(root, 'to');
    await restoreNode(to, join(root, 'sealed'), () => options);
    const path = join(to, 'identity/key.json');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect((await loadIdentity(path, passphrase)).fingerprint).toBe(identity.fingerprint);
    await expect(restoreNode(to, join(root, 'sealed'), () => engine.options('x'))).rejects.toMatchObject({
      code: 'state-not-empty',
    });
  });

  it('is not restored into another node’s folder', async () => {
    const file = await made();
    const to = join(root, 'to');
    mkdirSync(join(to, 'identity'), { recursive: true });
    await saveIdentity(join(to, 'identity/key.json'), await createIdentity('tax'), { kind: 'key-file' });
    await expect(restoreNode(to, file, () => engine.options('x'))).rejects.toMatchObject({
      code: 'fingerprint-mismatch',
    });
    expect(existsSync(join(to, 'state'))).toBe(false);
  });
});

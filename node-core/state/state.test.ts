import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PartyId, SessionId } from '@coscore/protocols/transport.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextEntry } from '../audit/chain.ts';
import { createIdentity } from '../identity/identity.ts';
import { sample } from '../manifest/sample.test-helper.ts';
import { manifestDigest } from '../manifest/signing.ts';
import { testEngines } from './engines.test-helper.ts';
import { ledgerFor } from './material.ts';
import { openState, type State } from './open.ts';

const AT = '2029-01-01T00:00:00.000Z';

for (const engine of testEngines()) {
  describe.skipIf(!engine.available)(`state on ${engine.name}`, () => {
    const root = mkdtempSync(join(tmpdir(), 'coscore-state-'));
    const open = (name: string): Promise<State> => openState(join(root, name), engine.options(name));
    let state: State;

    beforeAll(async () => {
      state = await open('main');
    });
    afterAll(async () => {
      await state.close();
      await engine.clean();
      rmSync(root, { recursive: true, force: true });
    });

    describe('openState', () => {
      it('makes a directory for its owner only', () => {
        expect(statSync(join(root, 'main')).mode & 0o777).toBe(0o700);
      });

      it('refuses a directory that is in use, by name', async () => {
        await expect(open('main')).rejects.toMatchObject({
          code: 'state-locked',
          params: { directory: join(root, 'main') },
        });
      });

      it('refuses a path it cannot write', async () => {
        const file = join(root, 'file');
        writeFileSync(file, '');
        await expect(openState(join(file, 'state'), engine.options('no'))).rejects.toMatchObject({
          code: 'state-unwritable',
        });
        await expect(openState(file, engine.options('no'))).rejects.toMatchObject({ code: 'state-unwritable' });
      });

      it.skipIf(process.getuid?.() === 0)('refuses a directory without write permission', async () => {
        const dir = mkdtempSync(join(root, 'read-only-'));
        chmodSync(dir, 0o500);
        await expect(openState(dir, engine.options('no'))).rejects.toMatchObject({ code: 'state-unwritable' });
      });

      it('keeps what was written, and refuses what a newer version wrote', async () => {
        const first = await open('newer');
        await first.meta.put('name', { zh: '银行', n: [1, 2.5, null] });
        await first.close();
        const second = await open('newer');
        expect(await second.meta.get('name')).toEqual({ zh: '银行', n: [1, 2.5, null] });
        await sql`insert into kysely_migration (name, timestamp) values ('0999-later', ${AT})`.execute(second.db);
        await second.close();
        await expect(open('newer')).rejects.toMatchObject({ code: 'state-newer' });
        // Refused does not mean locked.
        await expect(open('newer')).rejects.toMatchObject({ code: 'state-newer' });
      });

      it('runs the engine with every commit synced to disk', async () => {
        const { rows } = await sql<{ name: string; setting: string }>`
      select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'wal_sync_method') order by name`.execute(
          state.db,
        );
        const settings = rows.map((row) => row.setting);
        expect(settings.slice(0, 2)).toEqual(['on', 'on']);
        // In WebAssembly fdatasync, the server's default, does nothing.
        if (engine.name === 'pglite') expect(settings[2]).toBe('fsync');
      });
    });

    describe('a process that is killed', () => {
      it('frees the lock and loses nothing that was acknowledged', async () => {
        const dir = join(root, 'killed');
        const options = engine.options('killed');
        const child = spawn(process.execPath, [join(import.meta.dirname, 'hold-state.test-helper.ts'), dir], {
          stdio: ['ignore', 'pipe', 'inherit'],
          env: { ...process.env, ...engine.env('killed') },
        });
        let acknowledged = -1;
        for await (const line of createInterface({ input: child.stdout })) {
          if (line === 'open') await expect(openState(dir, options)).rejects.toMatchObject({ code: 'state-locked' });
          else acknowledged = Number(line);
          if (acknowledged === 40) child.kill('SIGKILL');
        }
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
        const after = await openState(dir, options);
        const [mark] = await after.material.list('job/1');
        expect(acknowledged).toBeGreaterThanOrEqual(40);
        expect(mark?.mark).toBeGreaterThanOrEqual(acknowledged);
        await expect(after.material.claim('job/1', 'tax', 'mat-vec', acknowledged)).rejects.toMatchObject({
          code: 'material-reused',
        });
        await after.close();
      });
    });

    describe('material', () => {
      it('refuses an index at or under its mark, for each session, peer and protocol apart', async () => {
        const ledger = ledgerFor(state, 'j/1' as SessionId);
        const [tax, bank] = ['tax', 'bank'] as PartyId[];
        await ledger.claim(tax!, 'group-sum', 4);
        for (const upTo of [0, 3, 4]) {
          await expect(ledger.claim(tax!, 'group-sum', upTo)).rejects.toMatchObject({
            name: 'ProtocolError',
            code: 'material-reused',
          });
        }
        await ledger.claim(tax!, 'group-sum', 5);
        await ledger.claim(tax!, 'mat-vec', 0);
        await ledger.claim(bank!, 'group-sum', 0);
        await ledgerFor(state, 'j/2' as SessionId).claim(tax!, 'group-sum', 0);
        expect(await state.material.list('j/1')).toEqual([
          { peer: 'bank', protocol: 'group-sum', mark: 0 },
          { peer: 'tax', protocol: 'group-sum', mark: 5 },
          { peer: 'tax', protocol: 'mat-vec', mark: 0 },
        ]);
      });

      it('gives an index to one of many that ask at once', async () => {
        const asked = await Promise.allSettled(
          Array.from({ length: 20 }, () => state.material.claim('race', 'tax', 'p', 7)),
        );
        expect(asked.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
      });

      it('carries marks up to 2^53 - 1 and refuses other numbers', async () => {
        await state.material.claim('big', 'tax', 'p', Number.MAX_SAFE_INTEGER);
        expect((await state.material.list('big'))[0]?.mark).toBe(Number.MAX_SAFE_INTEGER);
        for (const bad of [-1, 0.5, NaN, 2 ** 53]) {
          await expect(state.material.claim('big', 'tax', 'q', bad)).rejects.toMatchObject({ code: 'out-of-range' });
        }
      });
    });

    describe('batches dealt ahead', () => {
      const key = { project: 'p', peer: 'tax', helper: 'h', slots: 2 ** 24, features: 4096 };
      const batch = (id: string): Parameters<State['pool']['add']>[0] => ({
        ...{ ...key, id, role: 'label', columns: 10, bytes: 3e9, madeAt: AT },
      });

      it('are ready for what they were dealt for, until one claims them', async () => {
        for (const id of ['b', 'a', 'c']) await state.pool.add(batch(id));
        await expect(state.pool.add(batch('a'))).rejects.toThrow();
        expect((await state.pool.ready(key)).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
        for (const other of [{ project: 'q' }, { peer: 'x' }, { helper: 'x' }, { slots: 1 }, { features: 1 }])
          expect(await state.pool.ready({ ...key, ...other })).toEqual([]);
        const asked = await Promise.allSettled([state.pool.claim(['a', 'b']), state.pool.claim(['b', 'c'])]);
        expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        expect(asked.find(({ status }) => status === 'rejected')).toMatchObject({
          reason: { code: 'material-reused' },
        });
        // All or none: what was asked for with a used one is still ready.
        expect(await state.pool.ready(key)).toHaveLength(1);
        expect(await state.pool.take('b')).toBe(false);
        expect(await state.pool.list()).toContainEqual({ ...batch('b'), state: 'claimed' });
        await state.pool.remove('b');
        await expect(state.pool.claim(['b'])).rejects.toMatchObject({ code: 'material-reused' });
        expect(await state.pool.list('p')).toHaveLength(2);
      });
    });

    describe('artefacts', () => {
      const key = { job: 'j', stage: 'align', attempt: 1, name: 'rows' };
      const patterned = (length: number): Uint8Array =>
        Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 8)) & 0xff);

      it.each([0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 2_500_000])(
        'come back as they were, %i bytes',
        async (length) => {
          await state.artefacts.put(key, patterned(length));
          expect(Buffer.compare((await state.artefacts.get(key))!, patterned(length))).toBe(0);
        },
      );

      it('are replaced whole, listed and removed', async () => {
        await state.artefacts.put(key, patterned(3_000_000));
        await state.artefacts.put(key, patterned(10));
        await state.artefacts.put({ ...key, attempt: 2 }, patterned(20));
        expect(await state.artefacts.get(key)).toHaveLength(10);
        expect(await state.artefacts.latest(key)).toHaveLength(20);
        expect(await state.artefacts.list('j')).toEqual([key, { ...key, attempt: 2 }]);
        await state.artefacts.removeJob('j');
        expect(await state.artefacts.get(key)).toBeUndefined();
        expect(await state.artefacts.latest(key)).toBeUndefined();
      });
    });

    describe('enrolled peers', () => {
      it('keep their key; a name and a key belong together', async () => {
        const [tax, other] = await Promise.all([createIdentity('tax'), createIdentity('tax')]);
        const peer = { id: 'tax', role: 'feature', certificatePem: tax.certificatePem };
        expect(await state.enrolled.put(peer)).toEqual({ ...peer, fingerprint: tax.fingerprint });
        expect(await state.enrolled.put({ ...peer, address: 'tax:4000' })).toMatchObject({ address: 'tax:4000' });
        await expect(state.enrolled.put({ ...peer, certificatePem: other.certificatePem })).rejects.toMatchObject({
          code: 'fingerprint-mismatch',
        });
        await expect(state.enrolled.put({ ...peer, id: 'tax2' })).rejects.toMatchObject({
          code: 'fingerprint-mismatch',
        });
        await expect(state.enrolled.put({ ...peer, certificatePem: 'x' })).rejects.toMatchObject({
          code: 'manifest-invalid',
        });
        expect(await state.enrolled.list()).toHaveLength(1);
        expect(await state.enrolled.remove('tax')).toBe(true);
        expect(await state.enrolled.remove('tax')).toBe(false);
        expect(await state.enrolled.put({ ...peer, certificatePem: other.certificatePem })).toMatchObject({
          fingerprint: other.fingerprint,
        });
      });
    });

    describe('datasets', () => {
      it('have one definition a name', async () => {
        expect(await state.datasets.add('firms', { path: '/x.csv' })).toBe(true);
        expect(await state.datasets.add('firms', { path: '/y.csv' })).toBe(false);
        expect(await state.datasets.get('firms')).toEqual({ name: 'firms', definition: { path: '/x.csv' } });
        expect(await state.datasets.remove('firms')).toBe(true);
        expect(await state.datasets.list()).toEqual([]);
      });
    });

    describe('projects', () => {
      it('go from proposed to active and count their runs', async () => {
        const { manifest } = await sample();
        const digest = manifestDigest(manifest);
        expect(await state.projects.propose(manifest, AT)).toMatchObject({
          digest,
          manifest,
          state: 'proposed',
          runsUsed: 0,
          signatures: {},
        });
        await Promise.all([
          state.projects.addSignatures(digest, { bank: 'a' }),
          state.projects.addSignatures(digest, { tax: 'b' }),
        ]);
        await state.projects.setState(digest, 'active');
        expect(await state.projects.propose(manifest, AT)).toMatchObject({
          state: 'active',
          signatures: { bank: 'a', tax: 'b' },
        });
        const run = (id: string): Promise<unknown> =>
          state.jobs.createRun({ id, project: digest, recipe: {}, createdAt: AT });
        const runs = await Promise.allSettled(['run1', 'run2', 'run3', 'run4', 'run5'].map(run));
        expect(runs.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
        expect(runs.at(-1)).toMatchObject({ reason: { code: 'runs-exhausted' } });
        expect((await state.projects.require(digest)).runsUsed).toBe(3);
        // Of what was refused there is no job.
        const written = (await state.jobs.list()).filter(({ id }) => id.startsWith('run'));
        expect(written).toHaveLength(3);
        for (const { id } of written) await state.jobs.finish(id, 'failed', AT);
        expect(await state.projects.setState(digest, 'rejected', 'not our purpose')).toMatchObject({
          reason: 'not our purpose',
        });
        expect(await state.projects.list()).toHaveLength(1);
      });

      it('count no run whose job was not written down', async () => {
        const { manifest } = await sample();
        const counted = { ...manifest, purpose: 'counted once' };
        const { digest } = await state.projects.propose(counted, AT);
        const job = { id: 'counted', project: digest, recipe: {}, createdAt: AT };
        await state.jobs.createRun(job);
        await expect(state.jobs.createRun(job)).rejects.toThrow();
        expect((await state.projects.require(digest)).runsUsed).toBe(1);
        await state.jobs.finish(job.id, 'failed', AT);
      });

      it('move only out of the states that the caller looked for', async () => {
        const { manifest } = await sample();
        const { digest } = await state.projects.propose({ ...manifest, purpose: 'revoked meanwhile' }, AT);
        expect(await state.projects.moveState(digest, ['proposed'], 'approved')).toMatchObject({ state: 'approved' });
        const [revoked] = await Promise.all([
          state.projects.moveState(digest, ['approved', 'active'], 'revoked', 'tax: over'),
          state.projects.moveState(digest, ['approved'], 'active'),
        ]);
        expect(revoked).toMatchObject({ state: 'revoked' });
        expect(await state.projects.moveState(digest, ['approved'], 'active')).toBeUndefined();
        expect(await state.projects.require(digest)).toMatchObject({ state: 'revoked', reason: 'tax: over' });
        expect(await state.projects.moveState('f'.repeat(64), ['proposed'], 'approved')).toBeUndefined();
      });

      it('are unknown until proposed', async () => {
        const unknown = 'e'.repeat(64);
        expect(await state.projects.get(unknown)).toBeUndefined();
        const asks = [
          state.jobs.createRun({ id: 'none', project: unknown, recipe: {}, createdAt: AT }),
          state.projects.addSignatures(unknown, {}),
          state.projects.setState(unknown, 'active'),
        ];
        for (const result of await Promise.allSettled(asks))
          expect(result).toMatchObject({ reason: { code: 'manifest-unsigned' } });
      });
    });

    describe('jobs', () => {
      it('begin attempts, keep progress and end', async () => {
        const created = await state.jobs.create({ id: 'job1', project: 'p', recipe: { name: 'x' }, createdAt: AT });
        expect(created).toEqual({
          id: 'job1',
          project: 'p',
          recipe: { name: 'x' },
          state: 'queued',
          attempt: 0,
          createdAt: AT,
        });
        await state.jobs.beginAttempt('job1', 1);
        await state.jobs.beginAttempt('job1', 3);
        for (const attempt of [1, 2, 3])
          await expect(state.jobs.beginAttempt('job1', attempt)).rejects.toMatchObject({ code: 'replayed' });
        await state.jobs.setProgress('job1', { stage: 'align', done: 3 });
        expect(await state.jobs.list('queued', 'running')).toMatchObject([
          { id: 'job1', state: 'running', progress: { done: 3 } },
        ]);
        const error = { code: 'peer-lost', params: { party: 'tax' } };
        expect(await state.jobs.finish('job1', 'failed', AT, error)).toMatchObject({
          state: 'failed',
          error,
          finishedAt: AT,
        });
        expect(await state.jobs.list('queued', 'running')).toEqual([]);
        expect((await state.jobs.list()).map(({ id }) => id)).toContain('job1');
      });

      it('have an id that is used once, and are unknown otherwise', async () => {
        await expect(state.jobs.create({ id: 'job1', project: 'p', recipe: {}, createdAt: AT })).rejects.toThrow(
          /duplicate key/,
        );
        const asks = [
          state.jobs.beginAttempt('no', 1),
          state.jobs.setProgress('no', 1),
          state.jobs.finish('no', 'failed', AT),
          state.jobs.require('no'),
        ];
        for (const result of await Promise.allSettled(asks))
          expect(result).toMatchObject({ reason: { code: 'job-unknown' } });
      });
    });

    describe('a failing query', () => {
      it('does not carry its values into the error, nor stop the next query', async () => {
        const failing = state.jobs.create({
          id: 'job1',
          project: 'p',
          recipe: { secret: 'tell-nobody' },
          createdAt: AT,
        });
        const error: unknown = await failing.catch((thrown: unknown) => thrown);
        expect(error).not.toHaveProperty('params');
        expect(await state.jobs.get('job1')).toBeDefined();
      });

      it('rolls its transaction back', async () => {
        const before = await state.audit.head();
        const failing = state.db.transaction().execute(async (db) => {
          const entry = nextEntry(before, AT, 'sent', {});
          await db
            .insertInto('audit')
            .values({ ...entry, details: '{}' })
            .execute();
          throw new Error('changed my mind');
        });
        await expect(failing).rejects.toThrow('changed my mind');
        expect(await state.audit.head()).toEqual(before);
      });
    });

    describe('audit log', () => {
      it('keeps the order of the calls and a whole chain', async () => {
        const { seq } = await state.audit.head();
        await Promise.all(
          Array.from({ length: 10 }, (_, i) =>
            state.audit.append('sent', { i, kind: 'masked-points', 名: '值' }, new Date(AT)),
          ),
        );
        const entries = await state.audit.list({ after: seq, limit: 10 });
        expect(entries.map((entry) => entry.details['i'])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        expect(await state.audit.verify()).toEqual(await state.audit.head());
      });

      it('finds what was changed behind its back', async () => {
        const entry = await state.audit.append('refused', { code: 'column-not-allowed', columns: 1 }, new Date(AT));
        await sql`update audit set details = replace(details, 'column', 'nothing') where seq = ${entry.seq}`.execute(
          state.db,
        );
        await expect(state.audit.verify()).rejects.toMatchObject({ code: 'audit-broken', params: { seq: entry.seq } });
        await sql`delete from audit where seq = ${entry.seq}`.execute(state.db);
        await state.audit.verify();
        await expect(state.audit.verify([entry])).rejects.toMatchObject({
          code: 'audit-broken',
          params: { seq: entry.seq },
        });
      });

      it('goes on after an append that failed', async () => {
        const { seq } = await state.audit.head();
        await expect(state.audit.append('sent', { n: NaN }, new Date(AT))).rejects.toMatchObject({
          code: 'manifest-invalid',
        });
        expect((await state.audit.append('sent', {}, new Date(AT))).seq).toBe(seq + 1);
      });
    });
  });
}

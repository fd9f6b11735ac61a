import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemCsprng } from '@coscore/crypto';
import { manifestDigest, openState, type PoolBatch, type PoolKey, type State } from '@coscore/node-core';
import { sample } from '@coscore/node-core/manifest/sample.test-helper.ts';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { MaterialPool } from './material-pool.ts';
import { poolLimit } from './pool-limit.ts';

const SIZES = { slots: 50, features: 2 };
const COLUMNS = 3;
const FILE_BYTES = 32 + SIZES.slots * SIZES.features * COLUMNS * 8;
const AT = '2029-01-01T00:00:00.000Z';

const folder = mkdtempSync(join(tmpdir(), 'cs-pool-'));
const pool = (): MaterialPool => new MaterialPool({ home: folder, state, audit: state.audit, limitBytes: 1e6 });
const path = (id: string): string => join(folder, 'pool', id);
let state: State;
let key: PoolKey;
let store: MaterialPool;
let made = 0;

beforeAll(async () => {
  state = await openState(join(folder, 'state'), { engine: 'pglite' });
  const { manifest } = await sample();
  await state.projects.propose(manifest, AT);
  const project = manifestDigest(manifest);
  await state.projects.setState(project, 'active');
  key = { project, peer: 'bank', helper: 'h'.repeat(64), ...SIZES };
});
afterAll(async () => {
  await state.close();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => {
  vi.restoreAllMocks();
});
beforeEach(async () => {
  store = pool();
  await store.sweep();
  for (const { project } of await store.list()) await store.wipe(project, 'owner');
});

/** A batch whose residues are all of them `fill`. */
async function add(into: MaterialPool, fill: number, of: PoolKey = key): Promise<PoolBatch> {
  const id = `job.1.tax.${made++}`;
  const writer = await into.create(
    { ...of, id, role: 'feature', columns: COLUMNS, bytes: FILE_BYTES },
    systemCsprng.bytes(32),
  );
  for (let i = 0; i < SIZES.features * COLUMNS; i++) await writer.write(new Uint8Array(SIZES.slots * 8).fill(fill));
  await writer.keep();
  return (await into.list()).find((batch) => batch.id === id)!;
}

describe('a batch', () => {
  it('is a file for its owner alone, ready once it is whole, and comes back as it was written', async () => {
    const batch = await add(store, 7);
    expect(statSync(path(batch.id)).mode & 0o777).toBe(0o600);
    expect(statSync(path(batch.id)).size).toBe(FILE_BYTES);
    const seed = new Uint8Array(readFileSync(path(batch.id)).subarray(0, 32));
    expect(await store.ready(key)).toEqual([batch]);
    expect(await store.ready({ ...key, slots: 51 })).toEqual([]);
    const claimed = await store.claim([batch], 'used');
    const { deal, columns } = claimed.deals[0]!;
    expect(columns).toBe(COLUMNS);
    expect(new Uint8Array(deal.seed)).toEqual(seed);
    for (let index = 0; index < 6; index++) expect(await deal.receive(index, 50)).toEqual(new Uint8Array(400).fill(7));
    await expect(deal.receive(6, 50)).rejects.toMatchObject({ code: 'wrong-round' });
    await claimed.wipe();
    expect(existsSync(path(batch.id))).toBe(false);
    expect(await store.list()).toEqual([]);
  });

  it('is read in its order and in its blocks only', async () => {
    const { deals, wipe } = await claimedOne();
    await expect(deals[0]!.deal.receive(1, 50)).rejects.toMatchObject({ code: 'wrong-round' });
    await wipe();
    const other = await claimedOne();
    await expect(other.deals[0]!.deal.receive(0, 49)).rejects.toMatchObject({ code: 'wrong-size' });
    await other.wipe();
  });

  it('gives nothing any more once it is closed', async () => {
    const { deals, wipe } = await claimedOne();
    const { deal } = deals[0]!;
    await deal.close();
    expect(() => deal.prg('rho 0/0')).toThrow();
    await expect(deal.receive(0, 50)).rejects.toThrow();
    await wipe();
  });

  async function claimedOne(): Promise<{
    deals: Awaited<ReturnType<MaterialPool['claim']>>['deals'];
    wipe(): Promise<void>;
  }> {
    const claimed = await store.claim([await add(store, 1)], 'job');
    return { deals: claimed.deals, wipe: () => claimed.wipe() };
  }

  it('that is not as it was written is refused, and wiped', async () => {
    const batch = await add(store, 1);
    truncateSync(path(batch.id), FILE_BYTES - 1);
    await expect(store.claim([batch], 'job')).rejects.toMatchObject({ code: 'wrong-size' });
    expect(existsSync(path(batch.id))).toBe(false);
    expect(await store.list()).toEqual([]);
  });

  it('is handed out once, to one of two that ask at once, and with all of what was asked for or none', async () => {
    const [one, two] = [await add(store, 1), await add(store, 2)];
    const asked = await Promise.allSettled([store.claim([one], 'a'), store.claim([one], 'b')]);
    expect(asked.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(asked.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'material-reused' } });
    await expect(store.claim([two, one], 'c')).rejects.toMatchObject({ code: 'material-reused' });
    await expect(store.claim([two, two], 'c')).rejects.toMatchObject({ code: 'material-reused' });
    expect(await store.ready(key)).toEqual([two]);
  });
});

/** Of what `open` of node:fs/promises gives. */
async function handlePrototype(): Promise<FileHandle> {
  const handle = await open(import.meta.filename, 'r');
  await handle.close();
  return Object.getPrototypeOf(handle) as FileHandle;
}

describe('the pool of a node that died', () => {
  it('has lost what was claimed, half written or without its other half, and nothing else', async () => {
    const [claimed, ready, fileless] = [await add(store, 1), await add(store, 2), await add(store, 3)];
    await store.claim([claimed], 'job');
    rmSync(path(fileless.id));
    const half = { ...key, id: 'job.1.tax.half', role: 'feature', columns: 1, bytes: 832 } as const;
    const writer = await store.create(half, new Uint8Array(32));
    await writer.write(new Uint8Array(100));
    const files = readdirSync(join(folder, 'pool'));
    expect(files).toEqual(expect.arrayContaining([claimed.id, ready.id, half.id]));
    // A running node leaves alone what it is at.
    await store.sweep();
    expect(readdirSync(join(folder, 'pool')).toSorted()).toEqual([claimed.id, ready.id, half.id].toSorted());
    const again = pool();
    await again.sweep();
    expect(await again.list()).toEqual([ready]);
    expect(readdirSync(join(folder, 'pool'))).toEqual([ready.id]);
    await expect(again.claim([claimed], 'job')).rejects.toMatchObject({ code: 'material-reused' });
    await writer.discard();
  });

  it('never hands out again what it handed out before, whatever happens in between', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('add' as const) }),
      fc.record({ kind: fc.constant('claim' as const), which: fc.nat(9), wipe: fc.boolean() }),
      fc.record({ kind: fc.constant('die' as const) }),
      fc.record({ kind: fc.constant('forget' as const), which: fc.nat(9) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        let node = pool();
        const [known, handedOut]: [PoolBatch[], Set<string>] = [[], new Set()];
        for (const now of steps) {
          if (now.kind === 'add') known.push(await add(node, 1));
          else if (now.kind === 'die') {
            node = pool();
            await node.sweep();
          } else {
            const batch = known[now.which % Math.max(1, known.length)];
            if (batch === undefined) continue;
            if (now.kind === 'forget') await node.forget([batch]);
            else {
              const got = await node.claim([batch], 'job').catch(() => undefined);
              if (got === undefined) continue;
              expect(handedOut).not.toContain(batch.id);
              handedOut.add(batch.id);
              if (now.wipe) await got.wipe();
            }
          }
        }
        const last = pool();
        await last.sweep();
        for (const { id, project } of await last.list()) {
          expect(handedOut).not.toContain(id);
          await last.wipe(project, 'owner');
        }
        expect(readdirSync(join(folder, 'pool'))).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});

describe('a pool', () => {
  it('is bounded per project, what is being written included', async () => {
    await add(store, 1);
    expect(await store.room(key.project)).toBe(1e6 - FILE_BYTES);
    const large = { ...key, id: 'large', role: 'feature', columns: 1, bytes: 995_000 } as const;
    const writer = await store.create(large, new Uint8Array(32));
    expect(await store.room(key.project)).toBe(1e6 - FILE_BYTES - 995_000);
    await expect(
      add(store, 2)
        .then(() => add(store, 3))
        .then(() => add(store, 4)),
    ).rejects.toMatchObject({
      code: 'pool-full',
      params: { limit: 1 },
    });
    await writer.discard();
    expect(existsSync(path('large'))).toBe(false);
    await add(store, 4);
    expect(await store.room('another project')).toBe(1e6);
  });

  it('leaves no part of a batch that found the disk full', async () => {
    const batch = { ...key, id: 'full', role: 'feature', columns: 1, bytes: 832 } as const;
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    const handles = await handlePrototype();
    vi.spyOn(handles, 'writeFile').mockRejectedValueOnce(full);
    await expect(store.create(batch, new Uint8Array(32))).rejects.toMatchObject({ code: 'disk-full' });
    expect(readdirSync(join(folder, 'pool'))).toEqual([]);
    const writer = await store.create(batch, new Uint8Array(32));
    vi.spyOn(handles, 'writeFile').mockRejectedValueOnce(full);
    await expect(writer.write(new Uint8Array(400))).rejects.toMatchObject({ code: 'disk-full' });
    await writer.discard();
    expect(readdirSync(join(folder, 'pool'))).toEqual([]);
    expect(await store.list()).toEqual([]);
    expect(await store.room(key.project)).toBe(1e6);
  });

  it('is wiped with its project: revoked, expired, or by the owner; what a job is using the job wipes', async () => {
    const [used, kept] = [await add(store, 1), await add(store, 2)];
    const claimed = await store.claim([used], 'job');
    expect(await store.wipe(key.project, 'project-ended')).toBe(1);
    expect(existsSync(path(kept.id))).toBe(false);
    expect((await store.list()).map(({ id }) => id)).toEqual([used.id]);
    await claimed.wipe();
    await add(store, 3);
    await store.sweep(new Date('2199-01-01'));
    expect(await store.list()).toEqual([]);
    await add(store, 4);
    await state.projects.setState(key.project, 'revoked', 'over');
    await store.sweep();
    expect(await store.list()).toEqual([]);
    expect(readdirSync(join(folder, 'pool'))).toEqual([]);
    await state.projects.setState(key.project, 'active');
    const wiped = (await state.audit.list()).filter(({ event }) => event === 'wiped-ahead');
    expect(wiped.at(-1)?.details).toMatchObject({ project: key.project, batches: 1, why: 'project-ended' });
  });

  it('offers no batch whose file is gone, and has the next sweep wipe its row', async () => {
    const [gone, kept] = [await add(store, 1), await add(store, 2)];
    rmSync(path(gone.id));
    expect(await store.ready(key)).toEqual([kept]);
    await store.sweep();
    expect(await store.list()).toEqual([kept]);
  });

  it('follows no link, and leaves folders in it alone', async () => {
    const own = join(folder, 'key');
    writeFileSync(own, 'not to be read, nor overwritten');
    mkdirSync(path('lost+found'), { recursive: true });
    symlinkSync(own, path('link'));
    await store.sweep();
    expect(readdirSync(join(folder, 'pool'))).toEqual(['lost+found']);
    const batch = await add(store, 1);
    rmSync(path(batch.id));
    symlinkSync(own, path(batch.id));
    await expect(store.claim([batch], 'job')).rejects.toMatchObject({ code: 'ELOOP' });
    expect(readdirSync(join(folder, 'pool'))).toEqual(['lost+found']);
    expect(readFileSync(own, 'utf8')).toBe('not to be read, nor overwritten');
    rmSync(path('lost+found'), { recursive: true });
  });

  it('wipes what it was about to hand out when it cannot say so in the log, and what it could not wipe, later', async () => {
    const append = vi.fn().mockRejectedValueOnce(new Error('the log is full')).mockResolvedValue(undefined);
    const unlogged = new MaterialPool({ home: folder, state, audit: { append }, limitBytes: 1e6 });
    const batch = await add(unlogged, 1);
    await expect(unlogged.claim([batch], 'job')).rejects.toThrow('the log is full');
    expect(existsSync(path(batch.id))).toBe(false);
    expect(await unlogged.list()).toEqual([]);
    const other = await add(unlogged, 2);
    const claimed = await unlogged.claim([other], 'job');
    vi.spyOn(state.pool, 'remove').mockRejectedValueOnce(new Error('the database is away'));
    await expect(claimed.wipe()).rejects.toThrow('the database is away');
    await expect(unlogged.claim([other], 'job')).rejects.toMatchObject({ code: 'material-reused' });
    await unlogged.sweep();
    expect(await unlogged.list()).toEqual([]);
  });

  it('removes files that nobody knows', async () => {
    mkdirSync(join(folder, 'pool'), { recursive: true });
    writeFileSync(path('stranger'), 'x');
    await store.sweep();
    expect(readdirSync(join(folder, 'pool'))).toEqual([]);
  });
});

describe('COSCORE_POOL_MB', () => {
  it('is a whole number of megabytes, 2000 when it is not set', () => {
    expect(poolLimit({})).toBe(2e9);
    expect(poolLimit({ COSCORE_POOL_MB: '50' })).toBe(50e6);
    expect(poolLimit({ COSCORE_POOL_MB: '0' })).toBe(0);
    for (const bad of ['-1', '1.5', '2 GB', 'x'])
      expect(() => poolLimit({ COSCORE_POOL_MB: bad }), bad).toThrow('COSCORE_POOL_MB');
  });
});

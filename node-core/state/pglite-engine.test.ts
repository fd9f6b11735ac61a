import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';

const synced = vi.hoisted(() => ({ calls: 0 }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  return {
    ...fs,
    fsyncSync: (descriptor: number) => {
      synced.calls++;
      fs.fsyncSync(descriptor);
    },
  };
});

const { ensureCluster } = await import('./cluster.ts');
const { openPglite } = await import('./pglite-engine.ts');

it('syncs the write-ahead log to the disk at every commit', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'coscore-engine-'));
  await ensureCluster(join(dir, 'pg'));
  const engine = await openPglite(join(dir, 'pg'));
  const before = synced.calls;
  for (let mark = 0; mark < 5; mark++) {
    await engine.query('insert into material (session, peer, protocol, mark) values ($1, $2, $3, $4)', [
      `s${mark}`,
      'p',
      'q',
      mark,
    ]);
  }
  expect(synced.calls - before).toBeGreaterThanOrEqual(5);
  await engine.close();
  rmSync(dir, { recursive: true });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ensureCluster } from './cluster.ts';
import { openState } from './index.ts';
import { openPgliteThread } from './pglite-client.ts';

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'coscore-thread-'));
  folders.push(made);
  return made;
};
afterEach(() => folders.splice(0).forEach((made) => rmSync(made, { recursive: true, force: true })));

/** The path of a cluster: a copy, not one that the engine makes for seconds. */
async function cluster(): Promise<string> {
  const dir = join(folder(), 'pg');
  await ensureCluster(dir);
  return dir;
}

describe('the engine in a thread', () => {
  it('answers, and says what PostgreSQL says of a wrong statement', async () => {
    const engine = await openPgliteThread(await cluster());
    expect((await engine.query('select 1 + $1::int as sum', [2])).rows).toEqual([{ sum: 3 }]);
    await expect(engine.query('select * from nowhere', [])).rejects.toMatchObject({ code: '42P01' });
    await engine.close();
  });

  it('refuses at once after it has gone, instead of never answering', async () => {
    const engine = await openPgliteThread(await cluster());
    const pending = engine.query('select pg_sleep(0.2)', []);
    await engine.kill();
    await expect(pending).rejects.toThrow(/thread ended/);
    await expect(engine.query('select 1', [])).rejects.toMatchObject({ severity: 'FATAL' });
    await engine.close();
  });
});

describe('a value that is put once', () => {
  it('stays the first, also of two at the same time', async () => {
    const state = await openState(folder(), { engine: 'pglite' });
    const seen = await Promise.all(['a', 'b', 'c'].map((value) => state.meta.putOnce('terms', value)));
    expect(new Set(seen)).toEqual(new Set(['a']));
    expect(await state.meta.putOnce('terms', 'd')).toBe('a');
    await state.close();
  });
});

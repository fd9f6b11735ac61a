import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIdentity } from '@coscore/node-core';
import { saveIdentity } from '@coscore/node-core/identity/keystore.ts';
import { openState } from '@coscore/node-core/state/index.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeDaemon } from '../fixtures/fake-daemon.ts';
import { jsonLines, runCli } from '../fixtures/run-cli.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'coscore-state-cli-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function stoppedNode(): Promise<string> {
  const home = join(root, 'bank');
  mkdirSync(join(home, 'identity'), { recursive: true });
  await saveIdentity(join(home, 'identity/key.json'), await createIdentity('bank'), { kind: 'key-file' });
  const state = await openState(join(home, 'state'), { engine: 'pglite' });
  await state.meta.put('fact', 7);
  await state.close();
  return home;
}

describe('state', () => {
  it('backs up a node that is stopped, and restores it into a new folder', async () => {
    const home = await stoppedNode();
    const file = join(root, 'bank.backup');
    const backup = await runCli(['state', 'backup', '--home', home, '--out', file, '--json']);
    expect(backup).toMatchObject({ exitCode: 0 });
    expect(jsonLines(backup.stdout)).toMatchObject([{ file, rows: 1 }]);

    const again = await runCli(['state', 'backup', '--home', home, '--out', file]);
    expect(again.stderr).toContain('error[state-not-empty]');
    const sealed = await runCli(['state', 'backup', '--home', home, '--out', `${file}2`, '--with-keys']);
    expect(sealed.stderr).toContain('error[key-not-sealed]');
    expect(existsSync(`${file}2`)).toBe(false);

    const to = join(root, 'new');
    const restored = await runCli(['state', 'restore', '--home', to, '--in', file]);
    expect(restored).toMatchObject({ exitCode: 0 });
    expect(restored.stdout).toContain('Node bank is as it was at ');
    expect(restored.stderr).toContain(join(to, 'identity'));
    const state = await openState(join(to, 'state'), { engine: 'pglite' });
    expect(await state.meta.get('fact')).toBe(7);
    await state.close();

    const onto = await runCli(['state', 'restore', '--home', to, '--in', file]);
    expect(onto).toMatchObject({ exitCode: 7 });
    expect(onto.stderr).toContain('error[state-not-empty]');
  });

  it('asks a node that runs to write the file itself', async () => {
    const written = { file: '/b', rows: 12345, bytes: 9, sha256: 'abc', at: 'now' };
    const daemon = await fakeDaemon({ 'POST /state/backup': { body: written } });
    const file = join(root, 'b');
    const { stdout } = await runCli(['state', 'backup', '--home', daemon.home, '--out', file, '--with-keys']);
    expect(stdout).toContain('/b: 12,345 rows.');
    expect(daemon.requests).toEqual([{ request: 'POST /state/backup', body: { file, withKeys: true } }]);
    await daemon.close();
  });

  it('does not take a folder without a node for one', async () => {
    const { exitCode, stderr } = await runCli([
      'state',
      'backup',
      '--home',
      join(root, 'no'),
      '--out',
      join(root, 'b'),
    ]);
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain('error[key-missing]');
    expect(existsSync(join(root, 'no'))).toBe(false);
  });

  it('says what is wrong with a file that is no backup', async () => {
    const words = ['state', 'restore', '--home', join(root, 'to'), '--in', join(import.meta.dirname, 'state.ts')];
    const { exitCode, stderr } = await runCli(words);
    expect(exitCode).toBe(7);
    expect(stderr).toContain('error[backup-invalid]');
    expect(stderr).not.toContain(readFileSync(words.at(-1)!, 'utf8').split('\n')[0]);
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '@coscore/crypto/secret.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIdentity } from '../identity/index.ts';
import { openState, type State } from '../state/index.ts';
import { adoptHome } from './adopt.ts';
import { findNodeFile, homeIdentity, initHome, readNodeFile, writeNodeFile, type MemberFile } from './node-file.ts';

let home: string;
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'cs-home-'))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

const plain = { kind: 'key-file' } as const;
const file: MemberFile = { version: 1, kind: 'party', id: 'bank' };

describe('initHome', () => {
  it('makes a key and a file that only the owner can read, once', async () => {
    const identity = await initHome(home, file, plain);
    expect(await readNodeFile(home, 'party')).toEqual(file);
    expect((await homeIdentity(home, plain)).fingerprint).toBe(identity.fingerprint);
    for (const path of ['node.json', 'identity/key.json']) expect(statSync(join(home, path)).mode & 0o077).toBe(0);
    const key = readFileSync(join(home, 'identity/key.json'), 'utf8');
    await expect(initHome(home, file, plain)).rejects.toMatchObject({ code: 'home-initialised' });
    expect(readFileSync(join(home, 'identity/key.json'), 'utf8')).toBe(key);
  });

  it('encrypts the key where a passphrase is given', async () => {
    const protection = { kind: 'passphrase', passphrase: new Secret('three words here') } as const;
    const identity = await initHome(home, file, protection);
    const line = identity.privateKeyPem.reveal().split('\n')[1]!;
    expect(readFileSync(join(home, 'identity/key.json'), 'utf8')).not.toContain(line);
    await expect(homeIdentity(home, plain)).rejects.toMatchObject({ code: 'key-locked' });
    expect((await homeIdentity(home, protection)).fingerprint).toBe(identity.fingerprint);
  });

  it('leaves nothing behind for a name that is none', async () => {
    await expect(initHome(home, { ...file, id: 'a b' }, plain)).rejects.toMatchObject({ code: 'recipe-invalid' });
    expect(readdirSync(home)).toEqual([]);
  });
});

describe('readNodeFile', () => {
  it('tells an empty folder, another kind of node, and a file that is none', async () => {
    expect(await findNodeFile(home)).toBeUndefined();
    await expect(readNodeFile(home, 'party')).rejects.toMatchObject({ code: 'home-missing' });
    await writeNodeFile(home, file);
    await expect(readNodeFile(home, 'coordinator')).rejects.toThrow('is of the party bank, not of a coordinator');
    writeFileSync(join(home, 'node.json'), '{"version":2}');
    await expect(findNodeFile(home)).rejects.toMatchObject({ code: 'home-missing' });
  });
});

describe('adoptHome', () => {
  const withState = async (use: (state: State) => Promise<void>): Promise<void> => {
    const state = await openState(join(home, 'state'), { engine: 'pglite' });
    await use(state).finally(() => state.close());
  };
  const joined = async (id: string, address: string): Promise<MemberFile['coordinator']> => {
    const { fingerprint, certificatePem } = await createIdentity(id);
    return { id, address, fingerprint, certificatePem };
  };

  it('takes over a coordinator, another one, another key of this node, and writes each down once', async () => {
    await withState(async (state) => {
      const events = async (): Promise<string[]> => (await state.audit.list()).map(({ event }) => event);
      const [first, second] = [await createIdentity('bank'), await createIdentity('bank')];
      const adopt = (identity: typeof first): Promise<string | undefined> =>
        adoptHome(home, identity, state, state.audit);
      expect(await adopt(first)).toBeUndefined();
      expect(await events()).toEqual([]);

      const one = await joined('north', '127.0.0.1:1');
      await writeNodeFile(home, { ...file, coordinator: one });
      for (let again = 0; again < 2; again++) await adopt(first);
      expect(await events()).toEqual(['peer-enrolled']);
      expect(await state.enrolled.list()).toMatchObject([{ id: 'north', role: 'coordinator', address: '127.0.0.1:1' }]);

      await writeNodeFile(home, { ...file, coordinator: await joined('south', '127.0.0.1:2') });
      await adopt(first);
      expect(await state.enrolled.list()).toMatchObject([{ id: 'south', address: '127.0.0.1:2' }]);
      expect((await events()).slice(1)).toEqual(['peer-removed', 'peer-enrolled']);

      expect(await adopt(second)).toBe(first.fingerprint);
      expect(await adopt(second)).toBeUndefined();
      expect((await events()).slice(3)).toEqual(['key-rotated']);
    });
  });
});

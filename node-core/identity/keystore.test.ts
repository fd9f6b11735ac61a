import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { Secret } from '@coscore/crypto/secret.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIdentity, sign, verify, type Identity } from './identity.ts';
import { loadIdentity, openIdentity, saveIdentity } from './keystore.ts';

const dir = mkdtempSync(join(tmpdir(), 'coscore-keystore-'));
const passphrase = new Secret('七个橘子 on a table');
let identity: Identity;
let secretLine: string;

beforeAll(async () => {
  identity = await createIdentity('bank');
  secretLine = identity.privateKeyPem.reveal().split('\n')[1]!;
  await saveIdentity(join(dir, 'sealed.json'), identity, { kind: 'passphrase', passphrase });
  await saveIdentity(join(dir, 'plain.json'), identity, { kind: 'key-file' });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** A copy of a stored key with one thing changed. */
function changed(name: string, from: string, change: (text: string) => string): string {
  const path = join(dir, name);
  writeFileSync(path, change(readFileSync(join(dir, from), 'utf8')), { mode: 0o600 });
  return path;
}

describe('a key with a passphrase', () => {
  it('comes back whole', async () => {
    const found = await loadIdentity(join(dir, 'sealed.json'), passphrase);
    expect(found.fingerprint).toBe(identity.fingerprint);
    expect(verify(identity.certificatePem, Buffer.from('x'), sign(found, Buffer.from('x')))).toBe(true);
  });

  it('is not in the file', () => {
    expect(readFileSync(join(dir, 'sealed.json'), 'utf8')).not.toContain(secretLine);
  });

  it.each([
    ['another passphrase', new Secret('seven oranges')],
    ['no passphrase', undefined],
  ])('stays shut with %s', async (_what, given) => {
    await expect(loadIdentity(join(dir, 'sealed.json'), given)).rejects.toMatchObject({ code: 'key-locked' });
  });

  it('stays shut when the rest of the file was changed', async () => {
    const path = changed('renamed.json', 'sealed.json', (text) => text.replace('"bank"', '"tank"'));
    await expect(loadIdentity(path, passphrase)).rejects.toMatchObject({ code: 'key-locked' });
  });

  it('refuses an empty passphrase', async () => {
    const protection = { kind: 'passphrase', passphrase: new Secret('') } as const;
    await expect(saveIdentity(join(dir, 'empty.json'), identity, protection)).rejects.toMatchObject({
      code: 'key-locked',
    });
  });
});

describe('a plain key file', () => {
  it('is for its owner only and comes back whole', async () => {
    expect(statSync(join(dir, 'plain.json')).mode & 0o777).toBe(0o600);
    expect((await loadIdentity(join(dir, 'plain.json'))).fingerprint).toBe(identity.fingerprint);
  });

  it('does not pretend to be encrypted', async () => {
    await expect(loadIdentity(join(dir, 'plain.json'), passphrase)).rejects.toMatchObject({ code: 'key-locked' });
  });

  it.each([0o640, 0o604, 0o620, 0o601])('is refused at mode %o', async (mode) => {
    const path = changed(`mode-${mode}.json`, 'plain.json', (text) => text);
    chmodSync(path, mode);
    await expect(loadIdentity(path)).rejects.toMatchObject({ code: 'key-permissions' });
  });

  it('is never overwritten', async () => {
    const path = join(dir, 'plain.json');
    const before = readFileSync(path, 'utf8');
    const other = await createIdentity('bank');
    await expect(saveIdentity(path, other, { kind: 'key-file' })).rejects.toMatchObject({ code: 'state-unwritable' });
    expect(readFileSync(path, 'utf8')).toBe(before);
    expect(readdirSync(dir).filter((name) => name.startsWith('plain.json.'))).toEqual([]);
  });
});

describe('what is not a key', () => {
  it('is missing', async () => {
    await expect(loadIdentity(join(dir, 'none.json'))).rejects.toMatchObject({ code: 'key-missing' });
  });

  it.each([
    ['truncated', (text: string) => text.slice(0, -30)],
    ['of a later version', (text: string) => text.replace('"version": 1', '"version": 2')],
    ['with an unknown field', (text: string) => text.replace('"version": 1', '"version": 1, "extra": 0')],
  ])('%s is refused without quoting it', async (what, change) => {
    const error: unknown = await loadIdentity(changed(`${what}.json`, 'plain.json', change)).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: 'key-missing' });
    expect(inspect(error, { depth: 9 })).not.toContain(secretLine);
  });
});

describe('openIdentity', () => {
  it('makes a key once and finds it again', async () => {
    const path = join(dir, 'opened.json');
    const first = await openIdentity(path, 'tax', { kind: 'key-file' });
    const second = await openIdentity(path, 'tax', { kind: 'key-file' });
    expect(second.fingerprint).toBe(first.fingerprint);
  });

  it('refuses the key of another node', async () => {
    await expect(openIdentity(join(dir, 'plain.json'), 'tax', { kind: 'key-file' })).rejects.toMatchObject({
      code: 'fingerprint-mismatch',
    });
  });

  it('does not make a new key beside one it cannot open', async () => {
    const path = changed('open-mode.json', 'plain.json', (text) => text);
    chmodSync(path, 0o644);
    await expect(openIdentity(path, 'bank', { kind: 'key-file' })).rejects.toMatchObject({ code: 'key-permissions' });
  });
});

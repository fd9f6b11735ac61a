import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '@coscore/crypto/secret.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NODE_ID_PATTERN } from '../identity/ids.ts';
import { checkMarker, readMarker, writeMarker } from './engine-marker.ts';
import { stateOptions, type StateOptions } from './options.ts';
import { reasonOf, unreachable } from './postgres-errors.ts';
import { unfit } from './postgres-engine.ts';
import { schemaNameOf } from './schema-name.ts';

const SECRET = 'tell-nobody';

describe('stateOptions', () => {
  it('is embedded unless a URL is set, and never falls back', () => {
    expect(stateOptions({}, 'bank')).toEqual({ engine: 'pglite' });
    for (const url of ['', 'pglite', 'mysql://x', `http://a:${SECRET}@b/c`]) {
      const refused = (): unknown => stateOptions({ COSCORE_DATABASE_URL: url }, 'bank');
      expect(refused).toThrow(expect.objectContaining({ code: 'engine-unavailable' }) as Error);
      expect(refused).not.toThrow(SECRET);
    }
  });

  it('names a schema after the node, or as it is told', () => {
    const env = { COSCORE_DATABASE_URL: `postgres://a:${SECRET}@db/c` };
    expect(stateOptions(env, 'bank')).toMatchObject({ engine: 'postgres', schema: 'coscore_bank' });
    expect(JSON.stringify(stateOptions(env, 'bank'))).not.toContain(SECRET);
    expect(stateOptions({ ...env, COSCORE_DATABASE_SCHEMA: 'branch_7' }, 'bank')).toMatchObject({ schema: 'branch_7' });
    for (const schema of ['', 'public', 'pg_own', 'a"b', 'x'.repeat(64)]) {
      expect(() => stateOptions({ ...env, COSCORE_DATABASE_SCHEMA: schema }, 'bank')).toThrow(
        expect.objectContaining({ code: 'engine-unavailable' }) as Error,
      );
    }
  });

  it('gives two nodes two schemas that PostgreSQL does not cut', () => {
    const id = fc.stringMatching(NODE_ID_PATTERN);
    const long = fc.stringMatching(/^[a-z]{60}[a-c]{0,3}$/);
    fc.assert(
      fc.property(fc.oneof(id, long), fc.oneof(id, long), (a, b) => {
        expect(schemaNameOf(a).length).toBeLessThanOrEqual(63);
        expect(schemaNameOf(a) === schemaNameOf(b)).toBe(a === b);
      }),
    );
  });
});

describe('the marker of a folder', () => {
  let dir: string;
  const postgres = (schema: string): StateOptions => ({ engine: 'postgres', url: new Secret('postgres://x'), schema });
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'coscore-marker-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('keeps a node from taking another database for its own', () => {
    checkMarker(dir, postgres('coscore_bank'));
    writeMarker(dir, postgres('coscore_bank'));
    writeMarker(dir, { engine: 'pglite' });
    expect(readMarker(dir)).toEqual({ engine: 'postgres', schema: 'coscore_bank' });
    checkMarker(dir, postgres('coscore_bank'));
    for (const other of [{ engine: 'pglite' } as const, postgres('coscore_tax')]) {
      expect(() => checkMarker(dir, other)).toThrow(expect.objectContaining({ code: 'engine-changed' }) as Error);
    }
  });

  it('knows a folder from before there were markers by its cluster', () => {
    mkdirSync(join(dir, 'pg'));
    checkMarker(dir, { engine: 'pglite' });
    expect(() => checkMarker(dir, postgres('coscore_bank'))).toThrow(
      expect.objectContaining({ code: 'engine-changed' }) as Error,
    );
  });

  it('is refused when it is damaged', () => {
    writeFileSync(join(dir, 'engine.json'), '{"engine":');
    expect(() => checkMarker(dir, { engine: 'pglite' })).toThrow(
      expect.objectContaining({ code: 'state-unwritable' }) as Error,
    );
  });
});

describe('a server', () => {
  const good = { version: '15.4', number: 150_004, encoding: 'UTF8', fsync: 'on', standby: false };

  it.each([
    ['is too old', { number: 140_012, version: '14.12' }, /version 14.12; use 15/],
    ['is in another encoding', { encoding: 'SQL_ASCII' }, /encoding UTF8/],
    ['does not sync', { fsync: 'off' }, /fsync is off/],
    ['only follows another', { standby: true }, /primary/],
  ])('that %s cannot keep state', (_, fact, reason) => {
    expect(unfit(good)).toBeUndefined();
    expect(unfit({ ...good, ...fact })).toMatch(reason);
  });
});

describe('a failure to connect', () => {
  it.each([
    ['28P01', /password is wrong/],
    ['3D000', /no such database/],
    ['ECONNREFUSED', /nothing listens/],
    ['XX123', /code XX123/],
  ])('%s is told by its code', (code, reason) => {
    const error = Object.assign(new Error(SECRET), { code });
    expect(reasonOf(error)).toMatch(reason);
    expect(reasonOf(new AggregateError([error]))).toMatch(reason);
    expect(unreachable('db:5432/c', error).message).not.toContain(SECRET);
  });

  it('without a code says no more than that', () => {
    expect(reasonOf(new Error(SECRET))).toBe('the connection failed');
    expect(reasonOf(SECRET)).toBe('the connection failed');
  });
});

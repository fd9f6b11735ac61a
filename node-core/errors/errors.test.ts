import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { CryptoError, type CryptoErrorCode } from '@coscore/crypto/errors.ts';
import { modelErrorCodes } from '@coscore/models/errors.ts';
import { DataError, dataErrorCodes } from '@coscore/party-node/data/errors.ts';
import { ProtocolError, type ProtocolErrorCode } from '@coscore/protocols/errors.ts';
import { describe, expect, it } from 'vitest';
import { catalogue, describeError, exitCodes } from './catalogue.ts';
import { dataTexts } from './catalogue/data.ts';
import { modelTexts } from './catalogue/model.ts';
import { NodeError, nodeErrorCodes } from './node-error.ts';

/** These two unions exist only as types, so a code added there fails to compile here. */
const protocolCodes: Readonly<Record<ProtocolErrorCode | CryptoErrorCode, true>> = {
  'bad-ciphertext': true,
  'bad-length': true,
  'bad-point': true,
  'duplicate-ids': true,
  'intersection-too-small': true,
  'material-reused': true,
  'out-of-range': true,
  'parameter-mismatch': true,
  'peer-lost': true,
  'profile-unavailable': true,
  'wrong-round': true,
  'wrong-size': true,
  cancelled: true,
  malformed: true,
  overflow: true,
  'share-accident': true,
  replayed: true,
};
const docs = resolve(import.meta.dirname, '../../docs/errors');

describe('catalogue', () => {
  it('has these codes and exit codes, which scripts rely on', () => {
    expect(Object.fromEntries([...catalogue].map(([code, entry]) => [code, entry.exitCode]))).toMatchSnapshot();
  });

  it('has every code of every package, and none that nobody throws', () => {
    const thrown = [
      ...nodeErrorCodes,
      ...dataErrorCodes,
      ...modelErrorCodes,
      ...Object.keys(protocolCodes),
      'unexpected',
    ];
    expect([...catalogue.keys()]).toEqual([...new Set(thrown)].sort());
    expect(Object.keys(dataTexts).sort()).toEqual([...dataErrorCodes].sort());
    expect(Object.keys(modelTexts).sort()).toEqual([...modelErrorCodes].sort());
  });

  it('is frozen', () => {
    for (const entry of catalogue.values())
      for (const part of [entry, entry.en, entry.zh]) expect(Object.isFrozen(part)).toBe(true);
  });

  it.each([...catalogue.values()])('$code has both texts, an exit code of its group and a page', (entry) => {
    expect(entry.exitCode).toBe(exitCodes[entry.group]);
    expect(entry.en.title + entry.en.next).toMatch(/^[\x20-\x7e’]+$/);
    expect(entry.zh.title).toMatch(/\p{Script=Han}/u);
    expect(entry.zh.next).toMatch(/\p{Script=Han}.*。$/u);
    expect(entry.en.title).not.toMatch(/\.$/);
    expect(entry.en.next).toMatch(/\.$/);
    const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
    expect(placeholders(entry.zh.title + entry.zh.next)).toEqual(placeholders(entry.en.title + entry.en.next));
    expect(existsSync(resolve(docs, `${entry.code}.md`))).toBe(true);
  });

  it('has no page too many', () => {
    const pages = readdirSync(docs).filter((name) => name !== 'README.md');
    expect(pages.map((name) => name.replace(/\.md$/, '')).sort()).toEqual([...catalogue.keys()]);
  });
});

describe('describeError', () => {
  it('fills the title from the params', () => {
    const error = new DataError('column-constant', 'the column fax has one value', { column: 'fax' });
    expect(describeError(error, 'en')).toMatchObject({
      code: 'column-constant',
      exitCode: 3,
      title: 'The column fax has one single value',
      detail: 'the column fax has one value',
      docs: 'docs/errors/column-constant.md',
    });
    expect(describeError(error, 'zh').title).toBe('列 fax 只有一个取值');
    expect(describeError(new DataError('column-constant', 'x'), 'en').title).toBe('The column … has one single value');
  });

  it('finds the named error among the causes', () => {
    const inner = new ProtocolError('peer-lost', 'tax went away');
    const outer = new Error('stage failed', { cause: new Error('deeper', { cause: inner }) });
    expect(describeError(outer, 'en')).toMatchObject({ code: 'peer-lost', exitCode: 5, detail: 'tax went away' });
  });

  it('looks behind a wrapper, but keeps it when nothing is behind', () => {
    const cause = new NodeError('column-not-allowed', 'one column');
    expect(describeError(new NodeError('job-failed', 'the job failed', { cause }), 'en')).toMatchObject({
      code: 'column-not-allowed',
      exitCode: 4,
    });
    expect(describeError(new NodeError('job-failed', 'the job failed'), 'en').code).toBe('job-failed');
  });

  it.each([
    ['cancelled', 8, new DOMException('stop', 'AbortError')],
    ['cancelled', 8, AbortSignal.abort().reason as unknown],
    ['disk-full', 7, Object.assign(new Error('write'), { code: 'ENOSPC' })],
    ['out-of-range', 5, new CryptoError('out-of-range', 'x')],
    ['state-locked', 7, { code: 'state-locked', message: 'as a daemon sends it', params: { directory: '/x' } }],
    ['unexpected', 1, new TypeError('x is not a function')],
    ['unexpected', 1, Object.assign(new Error('x'), { code: 'constructor' })],
    ['unexpected', 1, 'a string'],
    ['unexpected', 1, undefined],
    ['unexpected', 1, null],
  ])('is %s (exit %i)', (code, exitCode, error) => {
    expect(describeError(error, 'en')).toMatchObject({ code, exitCode });
  });

  it('ends on causes that go round', () => {
    const a = new Error('a');
    a.cause = a;
    expect(describeError(a, 'en').code).toBe('unexpected');
  });
});

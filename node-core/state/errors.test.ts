import { describe, expect, it } from 'vitest';
import { NodeError } from '../errors/node-error.ts';
import { stateError } from './errors.ts';

const withCode = (code: string): Error => Object.assign(new Error('failed'), { code });

describe('stateError', () => {
  it.each([
    ['disk-full', withCode('53100')],
    ['disk-full', withCode('ENOSPC')],
    [
      'disk-full',
      new Error('start failed', { cause: new Error('could not write to file "pg_wal/x": No space left on device') }),
    ],
    ['state-unwritable', withCode('EACCES')],
    ['state-unwritable', withCode('EROFS')],
    ['state-unwritable', withCode('ENOTDIR')],
  ])('is %s', (code, error) => {
    expect(stateError(error, '/home/node')).toMatchObject({
      name: 'NodeError',
      code,
      cause: error,
      params: { directory: '/home/node' },
    });
  });

  it('leaves what it has no name for, and what has one', () => {
    const unique = withCode('23505');
    expect(stateError(unique, '/x')).toBe(unique);
    const named = new NodeError('state-locked', 'x');
    expect(stateError(named, '/x')).toBe(named);
  });
});

import { format, inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Secret } from './secret.ts';

describe('Secret', () => {
  const hidden = 'correct horse battery staple';
  const secret = new Secret(hidden);

  it('gives its value only to reveal', () => {
    expect(secret.reveal()).toBe(hidden);
  });

  it.each([
    ['JSON', JSON.stringify({ nested: [secret] })],
    ['String', String(secret)],
    ['template', `${secret}`],
    ['inspect', inspect({ deep: { secret } }, { depth: null, showHidden: true })],
    ['format', format('%s %o %j', secret, secret, secret)],
    ['keys', Object.keys(secret).join() + JSON.stringify(Object.entries(secret))],
    ['spread', JSON.stringify({ ...secret })],
    ['error', new Error('x', { cause: secret }).stack + inspect(new Error('x', { cause: secret }))],
  ])('stays hidden in %s', (_how, text) => {
    expect(text).not.toContain('horse');
  });
});

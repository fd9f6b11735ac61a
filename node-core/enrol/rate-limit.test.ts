import { expect, it } from 'vitest';
import { RateLimit } from './rate-limit.ts';

it('lets an address try so often, and again after a while, without touching others', () => {
  let now = 0;
  const limit = new RateLimit({ perAddress: 3, overall: 100 }, () => now);
  const tries = (address: string, times: number): boolean[] =>
    Array.from({ length: times }, () => limit.allows(address));
  expect(tries('a', 4)).toEqual([true, true, true, false]);
  expect(tries('b', 3)).toEqual([true, true, true]);
  now += 20_000; // a third of a minute gives one back
  expect(tries('a', 2)).toEqual([true, false]);
  now += 600_000;
  expect(tries('a', 4)).toEqual([true, true, true, false]);
});

it('bounds all addresses together, and what one was refused costs the others nothing', () => {
  const limit = new RateLimit({ perAddress: 2, overall: 5 }, () => 0);
  for (let i = 0; i < 50; i++) limit.allows('loud');
  expect([limit.allows('b'), limit.allows('c'), limit.allows('d'), limit.allows('e')]).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

it('does not grow without end', () => {
  const limit = new RateLimit({ perAddress: 2, overall: 1e9 }, () => 0);
  for (let i = 0; i < 25_000; i++) expect(limit.allows(`2001:db8::${i}`)).toBe(true);
});

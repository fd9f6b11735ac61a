import { expect, it } from 'vitest';
import { Crowd } from './crowd.ts';

it('takes in so many of one name and so many altogether, and as many again as have left', () => {
  const crowd = new Crowd(2, 3);
  const first = crowd.enter('a');
  expect([crowd.enter('a'), crowd.enter('a')]).toEqual([expect.any(Function), undefined]);
  expect([crowd.enter('b'), crowd.enter('c')]).toEqual([expect.any(Function), undefined]);
  first?.();
  first?.();
  expect([crowd.enter('c'), crowd.enter('a')]).toEqual([expect.any(Function), undefined]);
});

import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Attempts, Superseded } from './attempts.ts';

const untilStopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

it('ends an earlier attempt of a job before the later one starts, and leaves other jobs alone', async () => {
  const attempts = new Attempts();
  const log: string[] = [];
  const body =
    (name: string) =>
    async ({ stop }: { readonly stop: AbortController }): Promise<void> => {
      log.push(`${name} starts`);
      await untilStopped(stop.signal);
      await Promise.resolve();
      log.push(`${name} ends: ${stop.signal.reason instanceof Superseded ? 'superseded' : 'stopped'}`);
    };
  const other = attempts.run('b', 1, body('b1'));
  const first = attempts.run('a', 1, body('a1'));
  await turn();
  const second = attempts.run('a', 2, body('a2'));
  await first;
  expect(attempts.running('a')?.attempt).toBe(2);
  expect(attempts.running('b')?.stop.signal.aborted).toBe(false);
  await turn();
  await attempts.stopAll((job) => new Error(`${job} stops`));
  await Promise.all([other, second]);
  expect(log).toEqual([
    'b1 starts',
    'a1 starts',
    'a1 ends: superseded',
    'a2 starts',
    'b1 ends: stopped',
    'a2 ends: stopped',
  ]);
  expect(attempts.running('a')).toBeUndefined();
});

it('never starts an attempt that was replaced while it waited', async () => {
  const attempts = new Attempts();
  const started: number[] = [];
  const slowEnds = Promise.withResolvers<void>();
  const slow = attempts.run('a', 1, () => slowEnds.promise);
  await turn();
  const skipped = attempts.run('a', 2, () => Promise.resolve(void started.push(2)));
  const last = attempts.run('a', 3, () => Promise.resolve(void started.push(3)));
  slowEnds.resolve();
  await Promise.all([slow, skipped, last]);
  expect(started).toEqual([3]);
});

it('frees the job when an attempt throws', async () => {
  const attempts = new Attempts();
  await expect(attempts.run('a', 1, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  let ran = false;
  await attempts.run('a', 2, () => Promise.resolve(void (ran = true)));
  expect(ran).toBe(true);
});

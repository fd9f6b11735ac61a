import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { State } from '@coscore/node-core';
import { openState } from '@coscore/node-core/state/index.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ServeQuota } from './quota.ts';

const QUOTA = 100;
const NOON = new Date('2026-03-01T12:00:00Z');
const EXCEEDED = { code: 'serve-quota-exceeded' };
const first = (job: string): { job: string; attempt: number } => ({ job, attempt: 1 });
let folder: string;
let state: State;
let projects = 0;
let project: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cs-quota-'));
  state = await openState(folder, { engine: 'pglite' });
}, 60_000);
afterAll(async () => {
  await state.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => (project = `project-${++projects}`));

it('lets jobs have the quota together, and not one row more', async () => {
  const quota = new ServeQuota(state.meta);
  await quota.book(project, first('a'), 60, QUOTA, NOON);
  await expect(quota.book(project, first('b'), 41, QUOTA, NOON)).rejects.toMatchObject({
    ...EXCEEDED,
    params: { rows: 41, quota: QUOTA, used: 60 },
  });
  // What was refused was not booked.
  await quota.book(project, first('b'), 40, QUOTA, NOON);
  await expect(quota.book(project, first('c'), 1, QUOTA, NOON)).rejects.toMatchObject(EXCEEDED);
});

it('books every attempt of a job, in another process too: beginning anew wins no rows', async () => {
  await new ServeQuota(state.meta).book(project, first('a'), 40, QUOTA, NOON);
  const next = new ServeQuota(state.meta);
  await next.book(project, { job: 'a', attempt: 2 }, 40, QUOTA, NOON);
  await expect(next.book(project, { job: 'a', attempt: 3 }, 40, QUOTA, NOON)).rejects.toMatchObject({
    ...EXCEEDED,
    params: { rows: 40, quota: QUOTA, used: 80 },
  });
  // A later and smaller attempt does not give back what an earlier one has shown.
  await next.book(project, { job: 'a', attempt: 4 }, 1, QUOTA, NOON);
  await expect(next.book(project, first('b'), 20, QUOTA, NOON)).rejects.toMatchObject(EXCEEDED);
});

it('begins anew with the day in UTC, and for every project', async () => {
  const quota = new ServeQuota(state.meta);
  const [last, next] = [new Date('2026-03-01T23:59:59.999Z'), new Date('2026-03-02T00:00:00Z')];
  await quota.book(project, first('a'), QUOTA, QUOTA, last);
  await expect(quota.book(project, first('b'), 1, QUOTA, last)).rejects.toMatchObject(EXCEEDED);
  await quota.book(project, first('b'), QUOTA, QUOTA, next);
  await quota.book(`${project}-other`, first('b'), QUOTA, QUOTA, last);
});

it('lets no two bookings at once have the same rows', async () => {
  const quota = new ServeQuota(state.meta);
  const asked = Array.from({ length: 8 }, (_, i) => quota.book(project, first(`job-${i}`), 30, QUOTA, NOON));
  const settled = await Promise.allSettled(asked);
  expect(settled.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    ...Array.from({ length: 5 }, () => 'rejected'),
  ]);
});

it('refuses everything under a policy without scoring', async () => {
  await expect(new ServeQuota(state.meta).book(project, first('a'), 1, 0, NOON)).rejects.toMatchObject(EXCEEDED);
});

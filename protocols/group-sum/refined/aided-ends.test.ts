import { CellPool } from '@coscore/kernels/arena.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HELPER, type Role, simulate } from '../../helper/simulate.ts';
import { memoryNetwork } from '../../memory-network.ts';
import type { Session } from '../../transport.ts';
import { bank, feature, generator, label, type Plan, tax } from './aided.test-helper.ts';
import { openRefinedAsLabel } from './index.ts';
import type { RefinedSums } from './types.ts';

const n = 40;
const draw = generator(3);
const column = { g: new Int32Array(n), h: new Uint32Array(n).fill(1), wanted: [0], steps: [] };
const plan: Plan = {
  n,
  features: [{ bins: 3, missingBin: -1 }],
  codes: [Uint16Array.from({ length: n }, () => draw(3))],
  floor: 1,
  columns: [column, column, column],
};
const opening = { wanted: [0], active: undefined };

/** Cells of dealt material, and of rows, that were handed out and not overwritten since. */
const held = new Set<unknown>();

beforeEach(() => {
  const { take, give } = CellPool.prototype;
  vi.spyOn(CellPool.prototype, 'take').mockImplementation(function (this: CellPool) {
    const cell = take.call(this);
    held.add(cell);
    return cell;
  });
  vi.spyOn(CellPool.prototype, 'give').mockImplementation(function (this: CellPool, cell) {
    held.delete(cell);
    give.call(this, cell);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  held.clear();
});

const open = (session: Session): Promise<RefinedSums> =>
  openRefinedAsLabel(session, {
    ...{ profile: 'aided', instance: 'trees', helper: HELPER, featureParty: tax },
    ...{ n, features: plan.features, columns: 3 },
  });

/** Far above what a busy machine needs. */
const PATIENCE = { timeout: 20_000 };

/** Deals of coming columns stand ready on both sides. */
async function dealtAhead(): Promise<void> {
  await vi.waitFor(() => expect(held.size).toBeGreaterThan(4), PATIENCE);
}

it('wipes what was dealt ahead when its caller gives up', async () => {
  const failing: Role = async (session) => {
    const sums = await open(session);
    try {
      await sums.start(column, opening);
      await dealtAhead();
      throw new Error('the trainer failed');
    } finally {
      sums.abandon();
    }
  };
  const { failure } = await simulate(memoryNetwork('job/1'), { bank: failing, tax: feature(plan) });
  expect(failure).toMatchObject({ message: 'the trainer failed' });
  await vi.waitFor(() => expect(held.size).toBe(0), PATIENCE);
});

it('masks nothing with material that was wiped while a column waited for it', async () => {
  const network = memoryNetwork('job/1');
  const failing: Role = async (session) => {
    const sums = await open(session);
    const starting = sums.start(column, opening);
    sums.abandon();
    await expect(starting).rejects.toMatchObject({ code: 'cancelled' });
    await expect(sums.start(column, opening)).rejects.toMatchObject({ code: 'wrong-round' });
    await sums.close();
    throw new Error('the trainer failed');
  };
  const { failure } = await simulate(network, { bank: failing, tax: feature(plan) });
  expect(failure).toMatchObject({ message: 'the trainer failed' });
  expect(network.transcript.filter(({ kind }) => kind === 'group-sum-refine')).toEqual([]);
  await vi.waitFor(() => expect(held.size).toBe(0), PATIENCE);
});

it('wipes at both ends when the feature party fails at a step', async () => {
  const asking: Role = async (session) => {
    const sums = await open(session);
    try {
      await sums.start(column, opening);
      await dealtAhead();
      // The plan has no such step.
      await sums.step(Uint8Array.of(0, 0), () => ({ splits: [], right: new Uint8Array(5), measure: [] }));
    } finally {
      sums.abandon();
    }
  };
  const { outcomes } = await simulate(memoryNetwork('job/1'), { bank: asking, tax: feature(plan) });
  expect(outcomes['tax']).toMatchObject({ status: 'rejected' });
  await vi.waitFor(() => expect(held.size).toBe(0), PATIENCE);
});

it.each([bank, tax])('fails at both ends, none waiting, when %s cannot claim what is dealt', async (which) => {
  const unclaimed =
    (role: Role): Role =>
    (session) =>
      role({
        ...session,
        material: {
          async claim(peer, name, upTo) {
            if (name.includes('/trees/')) throw new Error('the disk is full');
            await session.material.claim(peer, name, upTo);
          },
        },
      });
  const roles = { bank: label(plan), tax: feature(plan) };
  const { failure, outcomes } = await simulate(memoryNetwork('job/1'), { ...roles, [which]: unclaimed(roles[which as 'bank' | 'tax']) }); // prettier-ignore
  expect(failure).toMatchObject({ message: 'the disk is full' });
  for (const party of ['bank', 'tax']) expect(outcomes[party]).toMatchObject({ status: 'rejected' });
  await vi.waitFor(() => expect(held.size).toBe(0), PATIENCE);
});

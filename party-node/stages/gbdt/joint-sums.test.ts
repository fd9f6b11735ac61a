import { recipeSchema } from '@coscore/node-core/recipe/index.ts';
import type { PartyId } from '@coscore/protocols';
import { CellPool } from '@coscore/kernels/arena.ts';
import { HELPER, simulate } from '@coscore/protocols/helper/simulate.ts';
import { memoryNetwork } from '@coscore/protocols/memory-network.ts';
import { afterEach, expect, it, vi } from 'vitest';
import type { JobContext } from '../context.ts';
import { openSums, serveSums } from './joint-sums.ts';

const [BANK, TAX] = ['bank', 'tax'] as [PartyId, PartyId];
const ROWS = 40;
const features = [{ feature: 'turnover', bins: 2, ordered: true, missingBin: -1 }];
const train = new Uint8Array(ROWS).fill(1);
const recipe = recipeSchema.parse({
  name: 'forest',
  profile: 'aided',
  parties: {
    bank: { role: 'label', data: 'x', id: 'id', label: 'bad' },
    tax: { role: 'feature', data: 'x', id: 'id' },
  },
  model: { kind: 'gbdt' },
});

/** Far above what a busy machine needs. */
const PATIENCE = { timeout: 20_000 };

afterEach(() => {
  vi.restoreAllMocks();
});

it('leaves nothing of what was dealt ahead when training fails elsewhere', async () => {
  const held = new Set<unknown>();
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
  const common = { recipe, labelParty: BANK, featureParties: [TAX], helper: HELPER };
  const { failure } = await simulate(memoryNetwork('job/1'), {
    async bank(session) {
      const context = { ...common, self: BANK, session } as unknown as JobContext;
      const sums = await openSums(context, new Map([[TAX, features]]), train, 3);
      try {
        await vi.waitFor(() => expect(held.size).toBeGreaterThan(4), PATIENCE);
        throw new Error('the trainer failed');
      } finally {
        await sums.destroy();
      }
    },
    tax: (session) =>
      serveSums({ ...common, self: TAX, session } as unknown as JobContext, {
        ...{ features, codes: [new Uint16Array(ROWS)], train, trees: 3 },
        handler: {
          started: () => undefined,
          asked: (note) => note,
          stepped: () => {
            throw new Error('no step is due');
          },
        },
        joinBins: (child) => new Uint8Array(child.length).fill(1),
      }),
  });
  expect(failure).toMatchObject({ message: 'the trainer failed' });
  await vi.waitFor(() => expect(held.size).toBe(0), PATIENCE);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deal } from '../../helper/deal.ts';
import { DealsAhead } from './aided-deals.ts';

/** A deal that gives nothing but its name and its seed. */
const dealOf = (): Deal => ({
  seed: new Uint8Array(32).fill(1),
  prg: () => {
    throw new Error('nothing is drawn here');
  },
  receive: () => Promise.reject(new Error('nothing is received here')),
  close: () => Promise.resolve(),
});

interface Use {
  readonly deal: Deal;
  readonly column: number;
}

const never = (): Promise<Deal> => Promise.reject(new Error('nothing more is dealt'));
const nothing = (): void => undefined;

describe('columns of deals', () => {
  it('are each of one deal and one place in it, used once: those from before in their order, then the fresh ones', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        sizes,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 4 }),
        fc.nat(12),
        async (before, columns, ahead, used) => {
          // prettier-ignore
          const pooled = before.map((many) => ({ deal: dealOf(), columns: many }));
          const fresh = dealOf();
          const asked: number[] = [];
          const deals = new DealsAhead<Use>({
            ...{ columns, ahead, pooled, erase: nothing },
            open: (many) => Promise.resolve((asked.push(many), fresh)),
            prepare: (deal, column) => Promise.resolve({ deal, column }),
          });
          const due = pooled.flatMap(({ deal, columns: many }) => Array.from({ length: many }, (_, column) => ({ deal, column }))); // prettier-ignore
          const left = columns - due.length;
          for (let column = 0; column < Math.min(used, columns); column++) {
            const taken = await deals.take(column);
            const wanted = due[column] ?? { deal: fresh, column: column - due.length };
            expect(taken.deal).toBe(wanted.deal);
            expect(taken.column).toBe(wanted.column);
          }
          await deals.finish();
          expect(asked).toEqual(left > 0 ? [left] : []);
          // What all of them follow from is gone, of deals that nobody came to as well.
          const done = [...pooled.map(({ deal }) => deal), ...(left > 0 ? [fresh] : [])];
          expect(done.map(({ seed }) => seed.length)).toEqual(done.map(() => 0));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('fail for whoever waits for one, or asks for one later, at whichever column of its deal it happened', async () => {
    const broken = new Error('the disk is gone');
    const deal = dealOf();
    const deals = new DealsAhead<Use>({
      ...{ columns: 5, ahead: 1, pooled: [{ deal, columns: 5 }], open: never, erase: nothing },
      prepare: (of, column) => (column === 2 ? Promise.reject(broken) : Promise.resolve({ deal: of, column })),
    });
    expect((await deals.take(0)).column).toBe(0);
    expect((await deals.take(1)).column).toBe(1);
    await expect(deals.take(2)).rejects.toBe(broken);
    await expect(deals.take(3)).rejects.toBe(broken);
    await expect(deals.failed).rejects.toBe(broken);
    await expect(deals.finish()).rejects.toBe(broken);
    expect(deal.seed).toHaveLength(0);
  });
});

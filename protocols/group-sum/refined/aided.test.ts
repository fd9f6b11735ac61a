import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wire } from '@coscore/proto';
import { HELPER, resultOf, type Role, seededCsprng, simulate } from '../../helper/simulate.ts';
import { memoryNetwork } from '../../memory-network.ts';
import { bank, expected, feature, generator, label, randomSteps, tax, type Plan } from './aided.test-helper.ts';
import { openColumns, type PooledDeal } from './index.ts';

/** One row, empty bins, rows that do not count, padding, missing bins, joined bins, finished nodes all occur. */
const plans: fc.Arbitrary<Plan> = fc
  .record({
    n: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 60, max: 400 })),
    seed: fc.nat(),
    bins: fc.array(fc.constantFrom(1, 2, 3, 7, 32, 300), { minLength: 1, maxLength: 4 }),
    columns: fc.integer({ min: 1, max: 3 }),
    steps: fc.integer({ min: 0, max: 5 }),
    floor: fc.constantFrom(1, 3, 20),
    sampled: fc.boolean(),
    picked: fc.boolean(),
  })
  .map(({ n, seed, bins, columns, steps, floor, sampled, picked }) => {
    const draw = generator(seed);
    const features = bins.map((count) => ({ bins: count, missingBin: draw(2) === 0 ? -1 : draw(count) }));
    const codes = bins.map((count) => Uint16Array.from({ length: n }, () => draw(1 + draw(count))));
    const limit = Math.floor(2 ** 30 / n / 2);
    return {
      n,
      features,
      codes,
      floor,
      sizes: picked ? {} : { aheadBytes: 1 },
      columns: Array.from({ length: columns }, () => {
        const active = Uint8Array.from({ length: n }, () => draw(2));
        active[draw(n)] = 1;
        const wanted = features.map((_, f) => f).filter((f) => !picked || f === 0 || draw(2) === 0);
        return {
          g: Int32Array.from({ length: n }, () => draw(limit) - draw(limit)),
          h: Uint32Array.from({ length: n }, () => draw(limit)),
          wanted,
          ...(sampled ? { active } : {}),
          steps: randomSteps(n, steps, draw),
        };
      }),
    };
  });

describe('refined group-sum, aided', () => {
  it('equals plain sums over any partitions, steps, joined bins and counted rows', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const run = await simulate(memoryNetwork('job/1'), { bank: label(plan), tax: feature(plan) }, seededCsprng(1));
        expect(resultOf(run, 'bank')).toEqual(expected(plan));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('uses columns that were dealt before, and then fresh ones', async () => {
    const draw = generator(4);
    const n = 70;
    const columns = Array.from({ length: 4 }, () => ({
      g: Int32Array.from({ length: n }, () => draw(99)),
      h: Uint32Array.from({ length: n }, () => draw(99)),
      wanted: [0, 1],
      steps: randomSteps(n, 2, draw),
    }));
    const features = [3, 5].map((bins) => ({ bins, missingBin: -1 }));
    const codes = [3, 5].map((bins) => Uint16Array.from({ length: n }, () => draw(bins)));
    const plan: Plan = { n, features, codes, floor: 1, columns };
    /** Two deals, of which the first has two columns. */
    const withPool =
      (role: (pooled: readonly PooledDeal[]) => Role): Role =>
      async (session) => {
        const pooled: PooledDeal[] = [];
        for (const columns of [2, 1]) {
          const options = { helper: HELPER, instance: `before/${columns}`, parties: [bank, tax] as const };
          const deal = await openColumns(session, options, { slots: n, features: 2, columns });
          pooled.push({ columns, deal });
        }
        return role(pooled)(session);
      };
    const network = memoryNetwork('job/1');
    const roles = {
      bank: withPool((pooled) => label({ ...plan, pooled })),
      tax: withPool((pooled) => feature({ ...plan, pooled })),
    };
    expect(resultOf(await simulate(network, roles), 'bank')).toEqual(expected(plan));
    const dealt = network.transcript.filter(({ kind }) => kind === 'dealt');
    const items = (name: string): number[] =>
      dealt
        .filter(({ topic, body }) => topic.includes(name) && !wire.HelperDealt.decode(body).end)
        .map(({ body }) => wire.HelperDealt.decode(body).index);
    expect([items('before/2'), items('before/1'), items('trees')]).toEqual([
      [0, 1, 2, 3],
      [0, 1],
      [0, 1],
    ]);
  });
});

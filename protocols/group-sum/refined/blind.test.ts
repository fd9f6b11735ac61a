import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_GROUP } from '@coscore/crypto/he/additive-ops.ts';
import { memoryNetwork } from '../../memory-network.ts';
import { planCells } from './blind-cells.ts';
import { apart, inPairs, levels, refinedOracle, runRefined, type RefinedCase } from './blind-in-memory.test-helper.ts';

const cases: fc.Arbitrary<RefinedCase> = fc
  .record({
    n: fc.integer({ min: 1, max: 40 }),
    features: fc.integer({ min: 1, max: 3 }),
    depth: fc.nat(3),
    salt: fc.nat(9),
    pairs: fc.boolean(),
    sampled: fc.boolean(),
    trees: fc.integer({ min: 1, max: 2 }),
  })
  .chain(({ n, features, depth, salt, pairs, sampled, trees }) =>
    fc
      .record({
        g: fc.int32Array({ min: -2047, max: 2047, minLength: n, maxLength: n }),
        h: fc.uint32Array({ max: 4095, minLength: n, maxLength: n }),
        bins: fc.array(fc.constantFrom(1, 2, 7, 33), { minLength: features, maxLength: features }),
        missing: fc.array(fc.boolean(), { minLength: features, maxLength: features }),
        wanted: fc.subarray([...Array(features).keys()], { minLength: 1 }),
      })
      .map(({ g, h, bins, missing, wanted }) => {
        const active = sampled ? Uint8Array.from({ length: n }, (_, row) => Number(row % 3 !== 1)) : undefined;
        const tree = (k: number) => ({
          column: { g: g.map((x) => (k === 0 ? x : -x)), h },
          opening: { wanted: k === 0 ? wanted : [...bins.keys()], active },
          steps: levels(n, depth, salt + k),
        });
        return {
          n,
          bins,
          missing: missing.map((there, f) => (there && bins[f]! > 1 ? bins[f]! - 1 : -1)),
          codes: bins.map((count, f) =>
            Uint16Array.from({ length: n }, (_, row) => (row * (salt + f) + (salt >> 1)) % count),
          ),
          trees: Array.from({ length: trees }, (_, k) => tree(k)),
          joinBins: pairs ? inPairs : apart,
        };
      }),
  );

describe('blind refined group-sum', () => {
  it('equals the plaintext sums at every step', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (c) => {
        const { sums, failure } = await runRefined(c, memoryNetwork('job/1'));
        expect(failure).toBeUndefined();
        expect(sums).toEqual(refinedOracle(c));
      }),
      { numRuns: 15 },
    );
  });

  it('on threads, in several batches, over two columns', { timeout: 60_000 }, async () => {
    const n = 3100;
    const features = 5;
    const c: RefinedCase = {
      n,
      bins: [32, 3, 9, 2, 32],
      codes: [32, 3, 9, 2, 32].map((bins, f) =>
        Uint16Array.from({ length: n }, (_, row) => (row * (f + 7) + (row >> 3)) % bins),
      ),
      trees: [0, 1].map((k) => ({
        column: {
          g: Int32Array.from({ length: n }, (_, row) => ((row * 7919 + k) % 4095) - 2047),
          h: Uint32Array.from({ length: n }, (_, row) => (row * 104_729 + k) % 4096),
        },
        opening: {
          wanted: [...Array(features).keys()].slice(k),
          active: k === 0 ? undefined : Uint8Array.from({ length: n }, (_, row) => Number(row % 5 !== 0)),
        },
        steps: levels(n, 3, k),
      })),
      joinBins: inPairs,
    };
    expect((await runRefined(c)).sums).toEqual(refinedOracle(c));
  });
});

describe('cells', () => {
  it('hold every row of a node once a set, and all margins of the features', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 400 }),
        fc.nat(30),
        (bins, nodes, rows, salt) => {
          const counts = Array.from({ length: nodes }, (_, i) => rows >> i);
          let number = 0;
          // Some bins hold no rows; neighbours are joined here and there.
          const groupOf = bins.map((count) =>
            Int32Array.from({ length: nodes * count }, (_, i) => {
              if (i % count > 0 && (i * 7 + salt) % 5 === 0) return -1;
              return number++;
            }),
          );
          const plan = planCells({ rows: counts, bins, groupOf, parts: 2 });
          counts.forEach((count, node) => {
            const sets = plan.nodes[node]!;
            expect(sets.flatMap(({ members }) => members.map(({ feature }) => feature)).sort()).toEqual(
              count === 0 ? [] : [...bins.keys()],
            );
            for (let row = 0; row < Math.min(count, 20); row++) {
              const code = (f: number): number => {
                const there = [...Array(bins[f]!).keys()].filter((bin) => groupOf[f]![node * bins[f]! + bin]! >= 0);
                return there[(row * (f + 3) + salt) % there.length]!;
              };
              for (const { first, members } of sets) {
                const cell = members.reduce((sum, { feature, step }) => sum + step[code(feature)]!, first);
                const ways = plan.margins.length / plan.cells;
                const into = Array.from({ length: ways }, (_, way) => plan.margins[way * plan.cells + cell]!);
                expect(into.filter((group) => group !== NO_GROUP).sort()).toEqual(
                  members.map(({ feature }) => groupOf[feature]![node * bins[feature]! + code(feature)]!).sort(),
                );
              }
            }
          });
        },
      ),
    );
  });

  it('join features where that saves multiplications, and only there', () => {
    const groupOf = [0, 1, 2, 3].map((f) => Int32Array.from({ length: 32 }, (_, bin) => f * 32 + bin));
    const bins = [32, 32, 32, 32];
    expect(planCells({ rows: [30_000], bins, groupOf, parts: 2 }).nodes[0]).toHaveLength(2);
    expect(planCells({ rows: [1000], bins, groupOf, parts: 2 }).nodes[0]).toHaveLength(4);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MergeRule } from '../options.ts';
import type { FeatureHistogram } from '../sources.ts';
import { decideBins, designWoe, MIN_BADS, MIN_GOODS, type DecideOptions } from './decide-bins.ts';
import { optimalIv } from './optimal-iv.ts';
import { informationValue } from './monotone.ts';
import { meets, unite, type BinGroup } from './groups.ts';
import { publishWoe, woeTable } from './woe.ts';

const rules: MergeRule[] = ['none', 'monotone', 'chi', 'iv'];
const options = (merge: MergeRule, extra: Partial<DecideOptions> = {}): DecideOptions => ({
  merge,
  maxBins: 8,
  minShare: 0.05,
  ...extra,
});
const histogram = (cells: [rows: number, bads: number][], extra: Partial<FeatureHistogram> = {}): FeatureHistogram => ({
  feature: 'x',
  ordered: true,
  missingBin: -1,
  counts: Float64Array.from(cells, ([rows]) => rows),
  bads: Float64Array.from(cells, ([, bads]) => bads),
  ...extra,
});
const cell = fc.tuple(fc.nat(300), fc.nat(300)).map(([a, b]): [number, number] => [Math.max(a, b), Math.min(a, b)]);
const anyHistogram = fc
  .tuple(fc.array(cell, { minLength: 1, maxLength: 25 }), fc.boolean(), fc.boolean())
  .map(([cells, ordered, missing]) => histogram(cells, { ordered, missingBin: missing ? cells.length - 1 : -1 }));
const rates = ({ counts, bads }: { counts: Float64Array; bads: Float64Array }): number[] =>
  [...counts].map((rows, i) => bads[i]! / rows);

describe('every rule', () => {
  it('covers each fine bin once and adds up', () => {
    fc.assert(
      fc.property(anyHistogram, fc.constantFrom(...rules), (fine, merge) => {
        const decision = decideBins(fine, options(merge));
        const sums = new Float64Array(decision.counts.length);
        const bads = new Float64Array(decision.counts.length);
        decision.map.forEach((bin, i) => {
          sums[bin]! += fine.counts[i]!;
          bads[bin]! += fine.bads[i]!;
        });
        expect(decision.counts).toEqual(sums);
        expect(decision.bads).toEqual(bads);
      }),
    );
  });

  it('publishes WoE only where each bin has its share of rows, 5 goods and 5 bads, and otherwise ends at one bin', () => {
    fc.assert(
      fc.property(anyHistogram, fc.constantFrom(...rules), (fine, merge) => {
        const decision = decideBins(fine, options(merge));
        const floor = 0.05 * fine.counts.reduce((sum, rows) => sum + rows, 0);
        const safe = [...decision.counts].every((rows, bin) => {
          const bads = decision.bads[bin]!;
          return rows >= floor && bads >= MIN_BADS && rows - bads >= MIN_GOODS;
        });
        expect(decision.publishedWoe !== undefined).toBe(safe);
        if (!safe) expect(decision.counts).toHaveLength(1);
      }),
    );
  });

  it('merges only neighbouring intervals', () => {
    fc.assert(
      fc.property(anyHistogram, fc.constantFrom(...rules), (fine, merge) => {
        if (!fine.ordered) return;
        const { map } = decideBins(fine, options(merge));
        const present = [...map].filter((_, i) => i !== fine.missingBin);
        for (let i = 1; i < present.length; i++) expect(present[i]! - present[i - 1]!).toBeOneOf([0, 1]);
      }),
    );
  });

  it('keeps to the most bins, missing aside', () => {
    fc.assert(
      fc.property(anyHistogram, fc.constantFrom<MergeRule>('monotone', 'chi', 'iv'), (fine, merge) => {
        const decision = decideBins(fine, options(merge, { maxBins: 3, minShare: 0.01 }));
        expect(decision.counts.length - (decision.missingBin >= 0 ? 1 : 0)).toBeLessThanOrEqual(3);
      }),
    );
  });
});

describe('none', () => {
  it('leaves safe bins as they are', () => {
    expect([
      ...decideBins(
        histogram([
          [100, 10],
          [100, 30],
          [100, 20],
        ]),
        options('none'),
      ).map,
    ]).toEqual([0, 1, 2]);
  });

  it('leaves every bin of an own column as it is, empty and missing ones too', () => {
    const histogram = {
      feature: 'x',
      ordered: true,
      missingBin: 3,
      counts: Float64Array.of(500, 3, 0, 7),
      bads: Float64Array.of(50, 3, 0, 0),
    };
    const decision = decideBins(histogram, { merge: 'none', maxBins: 8, minShare: 0.05, own: true });
    expect([...decision.map]).toEqual([0, 1, 2, 3]);
    expect(decision.publishedWoe).toBeUndefined();
    expect(decision.woe.every((value) => Number.isFinite(value))).toBe(true);
  });

  it('joins a bin below the floor to the neighbour nearer in bad rate', () => {
    const fine = histogram([
      [500, 50],
      [20, 8],
      [500, 200],
    ]);
    expect([...decideBins(fine, options('none')).map]).toEqual([0, 1, 1]);
  });

  it('gives missing values their own bin last, or the bin nearest in bad rate', () => {
    const own = decideBins(
      histogram(
        [
          [100, 10],
          [100, 50],
          [100, 20],
        ],
        { missingBin: 2 },
      ),
      options('none'),
    );
    expect([own.missingBin, ...own.map]).toEqual([2, 0, 1, 2]);
    const joined = decideBins(
      histogram(
        [
          [100, 10],
          [100, 50],
          [9, 5],
        ],
        { missingBin: 2 },
      ),
      options('none'),
    );
    expect([joined.missingBin, ...joined.map]).toEqual([-1, 0, 1, 1]);
  });

  it('joins categories across their order', () => {
    const fine = histogram(
      [
        [500, 50],
        [500, 400],
        [20, 3],
      ],
      { ordered: false },
    );
    expect([...decideBins(fine, options('none')).map]).toEqual([0, 1, 0]);
  });
});

describe('monotone', () => {
  const turnsOf = (values: number[]): number => {
    const signs = values.slice(1).map((value, i) => Math.sign(value - values[i]!));
    return signs.slice(1).filter((sign, i) => sign !== signs[i]).length;
  };

  it('rises, falls or turns once', () => {
    fc.assert(
      fc.property(anyHistogram, (fine) => {
        if (!fine.ordered) return;
        const decision = decideBins(fine, options('monotone', { maxBins: 5 }));
        const joinedMissing = fine.missingBin >= 0 && decision.missingBin < 0;
        // Missing values that joined a bin for lack of rows may move its rate.
        if (joinedMissing) return;
        const intervals = rates(decision).filter((_, bin) => bin !== decision.missingBin);
        expect(turnsOf(intervals)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('finds a plain direction through noise', () => {
    const fine = histogram([
      [100, 10],
      [100, 14],
      [100, 12],
      [100, 30],
      [100, 28],
      [100, 50],
    ]);
    expect([...decideBins(fine, options('monotone')).map]).toEqual([0, 1, 1, 2, 2, 3]);
  });

  it('takes one turn where it pays', () => {
    const fine = histogram([
      [100, 50],
      [100, 20],
      [100, 10],
      [100, 25],
      [100, 55],
    ]);
    expect([...decideBins(fine, options('monotone')).map]).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('chi', () => {
  it('joins what does not differ at p 0.1 and keeps what does', () => {
    const fine = histogram([
      [1000, 100],
      [1000, 102],
      [1000, 200],
      [1000, 205],
    ]);
    expect([...decideBins(fine, options('chi')).map]).toEqual([0, 0, 1, 1]);
  });
});

describe('iv', () => {
  it('is the best partition: brute force over all cuts', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 4 }), (cells, maxBins) => {
        const groups: BinGroup[] = cells.map(([rows, bads], i) => ({ fine: [i], rows, bads }));
        const all = groups.reduce(unite);
        const totals = { goods: all.rows - all.bads, bads: all.bads };
        const floor = { rows: 0.1 * all.rows, goods: 5, bads: 5 };
        let best = -Infinity;
        for (let cuts = 0; cuts < 1 << (groups.length - 1); cuts++) {
          const parts: BinGroup[] = [];
          groups.forEach((group, i) => {
            if (i > 0 && !(cuts & (1 << (i - 1)))) parts.push(unite(parts.pop()!, group));
            else parts.push(group);
          });
          if (parts.length <= maxBins && parts.every((part) => meets(part, floor)))
            best = Math.max(best, informationValue(parts, totals));
        }
        const found = optimalIv(groups, { floor, maxBins }, totals);
        if (best === -Infinity) expect(found).toHaveLength(1);
        else expect(informationValue(found, totals)).toBeCloseTo(best, 9);
      }),
    );
  });
});

describe('WoE', () => {
  it('is ln((bad_i/bad)/(good_i/good)), higher for riskier bins', () => {
    const { woe, iv } = woeTable(Float64Array.of(100, 100), Float64Array.of(10, 30));
    expect([...woe]).toEqual([Math.log(10 / 40 / (90 / 160)), Math.log(30 / 40 / (70 / 160))]);
    expect(iv).toBeCloseTo((10 / 40 - 90 / 160) * woe[0]! + (30 / 40 - 70 / 160) * woe[1]!, 12);
  });

  it('adds half a row to both counts of a bin without bads or goods', () => {
    const { woe } = woeTable(Float64Array.of(10, 90), Float64Array.of(0, 20));
    expect(woe[0]).toBeCloseTo(Math.log(0.5 / 20 / (10.5 / 80)), 12);
    expect(woe[1]).toBeCloseTo(Math.log(20 / 20 / (70 / 80)), 12);
  });

  it('says nothing of an empty bin or a sample of one class', () => {
    expect([...woeTable(Float64Array.of(0, 10), Float64Array.of(0, 5)).woe][0]).toBe(0);
    expect(woeTable(Float64Array.of(4, 6), Float64Array.of(0, 0)).iv).toBe(0);
  });

  it('is published to 2 decimals, and clipped in the design', () => {
    expect([...publishWoe(Float64Array.of(0.126, -0.001, -1.555))]).toEqual([0.13, 0, -1.55]);
    expect([...designWoe(Float64Array.of(-9, 0.5, 5))]).toEqual([-4, 0.5, 4]);
  });
});

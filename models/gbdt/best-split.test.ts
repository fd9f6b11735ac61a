import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bestSplit,
  CATEGORY_SMOOTH,
  leafValue,
  type NodeColumn,
  type NodeTotals,
  type SplitRule,
} from './best-split.ts';

const rule: SplitRule = { lambda: 1, gamma: 0, minChildWeight: 1e-3, minRowsPerLeaf: 1, gStep: 0.01, hStep: 0.01 };

interface Bin {
  readonly rows: number;
  readonly g: number;
  readonly h: number;
}

const empty: Bin = { rows: 0, g: 0, h: 0 };
const bin = fc.oneof(
  { weight: 1, arbitrary: fc.constant(empty) },
  {
    weight: 4,
    // Small whole numbers, so that equal gains are frequent.
    arbitrary: fc.record({
      rows: fc.integer({ min: 1, max: 4 }),
      g: fc.integer({ min: -40, max: 40 }),
      h: fc.integer({ min: 0, max: 30 }),
    }),
  },
);

function column(bins: readonly Bin[], missingBin: number, ordered = true, source = 0, index = 0): NodeColumn {
  return {
    source,
    index,
    feature: { feature: 'x', bins: bins.length, ordered, missingBin },
    monotone: 0,
    counts: Uint32Array.from(bins, ({ rows }) => rows),
    g: Float64Array.from(bins, ({ g }) => g),
    h: Float64Array.from(bins, ({ h }) => h),
    at: 0,
    ends: undefined,
  };
}

function totals(bins: readonly Bin[]): NodeTotals {
  const sum = (of: (bin: Bin) => number): number => bins.reduce((total, bin) => total + of(bin), 0);
  return {
    rows: sum(({ rows }) => rows),
    g: sum(({ g }) => g),
    h: sum(({ h }) => h),
    lower: -Infinity,
    upper: Infinity,
  };
}

function gain(left: NodeTotals, right: NodeTotals, { gStep, hStep, lambda }: SplitRule): number {
  const score = (g: number, h: number): number =>
    h * hStep + lambda > 0 ? (g * gStep) ** 2 / (h * hStep + lambda) : 0;
  return score(left.g, left.h) + score(right.g, right.h) - score(left.g + right.g, left.h + right.h);
}

/** Tries every threshold in the order of ties: lowest bin, missing values left. */
function exhaustive(
  bins: readonly Bin[],
  missingBin: number,
  limits: SplitRule,
): { gain: number; left: Bin } | undefined {
  let best: { gain: number; left: Bin } | undefined;
  for (let cut = 0; cut < bins.length; cut++) {
    for (const missingLeft of [true, false]) {
      const left = totals(bins.filter((_, i) => (i === missingBin ? missingLeft : i <= cut)));
      const all = totals(bins);
      const right = { ...all, rows: all.rows - left.rows, g: all.g - left.g, h: all.h - left.h };
      if (left.rows < limits.minRowsPerLeaf || right.rows < limits.minRowsPerLeaf) continue;
      if (Math.min(left.h, right.h) * limits.hStep < limits.minChildWeight) continue;
      const gained = gain(left, right, limits);
      if (gained > Math.max(limits.gamma, 1e-11) && (best === undefined || gained > best.gain + 1e-11)) {
        best = { gain: gained, left: { rows: left.rows, g: left.g, h: left.h } };
      }
    }
  }
  return best;
}

describe('best split', () => {
  it('is what an exhaustive search finds: thresholds, missing values both ways, constant columns, one row', () => {
    const nodes = fc
      .array(bin, { minLength: 1, maxLength: 7 })
      .chain((bins) =>
        fc.record({ bins: fc.constant(bins), missingBin: fc.integer({ min: -1, max: bins.length - 1 }) }),
      );
    const limits = fc.record({
      minRowsPerLeaf: fc.constantFrom(1, 3),
      minChildWeight: fc.constantFrom(1e-3, 0.2),
      gamma: fc.constantFrom(0, 0.05),
      lambda: fc.constantFrom(0.5, 1),
    });
    fc.assert(
      fc.property(nodes, limits, ({ bins, missingBin }, limit) => {
        const limited = { ...rule, ...limit };
        const found = bestSplit([column(bins, missingBin)], totals(bins), limited);
        const expected = exhaustive(bins, missingBin, limited);
        expect(found?.gain ?? 0).toBeCloseTo(expected?.gain ?? 0, 9);
        if (found === undefined) return;
        // What it says of the left child is what its bins hold.
        const left = totals(bins.filter((_, i) => found.goesLeft[i] === 1));
        expect(found.left).toMatchObject({ rows: left.rows, g: left.g, h: left.h });
      }),
      { numRuns: 500 },
    );
  });

  it('takes, of equal gains, the first source, feature and bin, and missing values left', () => {
    const one: Bin = { rows: 5, g: 10, h: 5 };
    const other: Bin = { rows: 5, g: -10, h: 5 };
    const bins = [one, empty, other, empty];
    const columns = [1, 0].flatMap((s) => [0, 1].map((i) => column(bins, -1, true, 1 - s, i)));
    expect(bestSplit(columns, totals(bins), rule)).toMatchObject({ source: 0, index: 0 });
    const even = [one, { rows: 5, g: 0, h: 0 }, other];
    expect([...bestSplit([column(even, -1)], totals(even), { ...rule, minChildWeight: 0 })!.goesLeft]).toEqual([
      1, 0, 0,
    ]);
    expect([...bestSplit([column(even, 1)], totals(even), { ...rule, minChildWeight: 0 })!.goesLeft]).toEqual([
      1, 1, 0,
    ]);
  });

  it('sends bins without rows with the next that has some, trailing ones with the last, an empty missing bin left', () => {
    const one: Bin = { rows: 5, g: 10, h: 5 };
    const other: Bin = { rows: 5, g: -10, h: 5 };
    const bins = [empty, one, empty, other, empty, empty];
    expect([...bestSplit([column(bins, 5)], totals(bins), rule)!.goesLeft]).toEqual([1, 1, 0, 0, 0, 1]);
  });

  it('parts missing values from all others', () => {
    const bins: Bin[] = [
      { rows: 5, g: 5, h: 5 },
      { rows: 5, g: 5, h: 5 },
      { rows: 5, g: -10, h: 5 },
    ];
    expect([...bestSplit([column(bins, 2)], totals(bins), rule)!.goesLeft]).toEqual([1, 1, 0]);
  });

  it('finds nothing in a constant column, in all missing values, in one row', () => {
    const one: Bin = { rows: 9, g: 5, h: 5 };
    expect(bestSplit([column([one], -1)], totals([one]), rule)).toBeUndefined();
    expect(bestSplit([column([empty, one], 1)], totals([one]), rule)).toBeUndefined();
    expect(bestSplit([column([{ ...one, rows: 1 }, empty], 1)], totals([{ ...one, rows: 1 }]), rule)).toBeUndefined();
    expect(bestSplit([], totals([one]), rule)).toBeUndefined();
  });

  it('orders categories by g / (h + smooth) and takes the best prefix', () => {
    fc.assert(
      fc.property(fc.array(bin, { minLength: 1, maxLength: 7 }), (bins) => {
        const found = bestSplit([column(bins, -1, false)], totals(bins), rule);
        const ratio = ({ g, h }: Bin): number => (g * rule.gStep) / (h * rule.hStep + CATEGORY_SMOOTH);
        const sorted = bins.filter(({ rows }) => rows > 0).sort((a, b) => ratio(a) - ratio(b));
        const expected = exhaustive(sorted, -1, rule);
        expect(found?.gain ?? 0).toBeCloseTo(expected?.gain ?? 0, 9);
        if (found === undefined) return;
        const left = totals(bins.filter((_, i) => found.goesLeft[i] === 1));
        expect(found.left).toMatchObject({ rows: left.rows, g: left.g, h: left.h });
      }),
    );
  });

  it('keeps values in order along a monotone feature, and within bounds from above', () => {
    fc.assert(
      fc.property(fc.array(bin, { minLength: 2, maxLength: 7 }), fc.constantFrom(-1, 1), (bins, direction) => {
        const bounded = { ...totals(bins), lower: -0.05, upper: 0.08 };
        const found = bestSplit([{ ...column(bins, -1), monotone: direction as -1 | 1 }], bounded, rule);
        if (found === undefined) return;
        const [left, right] = [leafValue(found.left, rule), leafValue(found.right, rule)];
        expect((right - left) * direction).toBeGreaterThanOrEqual(0);
        expect(Math.min(left, right)).toBeGreaterThanOrEqual(-0.05);
        expect(Math.max(left, right)).toBeLessThanOrEqual(0.08);
        // Whatever splits follow, the children stay on their side.
        const [low, high] = direction > 0 ? [found.left, found.right] : [found.right, found.left];
        expect(low.upper).toBeLessThanOrEqual(high.lower);
      }),
    );
  });
});

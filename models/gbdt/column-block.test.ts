import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ColumnBlock } from './column-block.ts';
import type { FeatureSums, TreeFeature, TreeStep } from './histogram-source.ts';
import { joinBins } from './join-bins.ts';
import { columnsOf, subtract } from './node-columns.ts';
import { sampleOf, sourcesOf } from './random-forest.test-helper.ts';
import { seededRng } from '../data/rng.ts';

const ROWS = 300;
const sample = sampleOf(ROWS, 2);
const { features, codes } = sample.shards[0]!;
const wanted = [0, 1, 2, 3];

/** Sums by looking at every row. */
function direct(
  nodeOf: ArrayLike<number>,
  node: number,
  feature: number,
  active: Uint8Array,
  pairs: Pairs,
): number[][] {
  const { bins } = features[feature]!;
  const sums = [0, 1, 2].map(() => new Array<number>(bins).fill(0));
  for (let row = 0; row < ROWS; row++) {
    if (nodeOf[row] !== node || active[row] === 0) continue;
    const bin = codes[feature]![row]!;
    [1, pairs.g[row]!, pairs.h[row]!].forEach((value, i) => (sums[i]![bin]! += value));
  }
  return sums;
}

interface Pairs {
  readonly g: Int32Array;
  readonly h: Uint32Array;
}

function pairsOf(seed: number): Pairs {
  const rng = seededRng(seed);
  return {
    g: Int32Array.from({ length: ROWS }, () => rng.below(4000) - 2000),
    h: Uint32Array.from({ length: ROWS }, () => rng.below(4096)),
  };
}

function columns(sums: readonly FeatureSums[]) {
  const [source] = sourcesOf(sample);
  return columnsOf([{ source: source!, wanted, monotone: new Int8Array(4) }], [sums], 0, 1);
}

const numbers = (sums: FeatureSums) => [[...sums.counts], [...sums.g], [...sums.h]];

it('sums of measured nodes are those of their active rows, and bits those of all rows', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), fc.boolean(), (seed, measureLeft) => {
      const rng = seededRng(seed);
      const pairs = pairsOf(seed);
      const active = Uint8Array.from({ length: ROWS }, () => (rng.below(4) > 0 ? 1 : 0));
      const block = new ColumnBlock({ features, codes, rows: ROWS });
      const nodeOf = new Array<number>(ROWS).fill(0);
      const check = (sums: readonly FeatureSums[], node: number): void =>
        wanted.forEach((feature, i) => expect(numbers(sums[i]!)).toEqual(direct(nodeOf, node, feature, active, pairs)));
      check(block.startTree(pairs, wanted, active), 0);
      for (const [node, left, right] of [
        [0, 1, 2],
        [1, 3, 4],
        [4, 5, 6],
      ] as const) {
        const feature = rng.below(4);
        const goesLeft = Uint8Array.from({ length: features[feature]!.bins }, () => rng.below(2));
        const bits = block.route([{ node, left, right, feature, goesLeft }]);
        for (let row = 0; row < ROWS; row++) {
          const goes = nodeOf[row] === node && goesLeft[codes[feature]![row]!] === 0;
          expect((bits[row >> 3]! >> (row & 7)) & 1).toBe(goes ? 1 : 0);
          if (nodeOf[row] === node) nodeOf[row] = goes ? right : left;
        }
        const measured = measureLeft ? left : right;
        check(block.refine({ splits: [{ node, left, right }], measure: [measured] }, bits), measured);
      }
    }),
    { numRuns: 30 },
  );
});

it.each([0, 25])('a sibling by subtraction is the sibling measured, at a floor of %i rows', (floor) => {
  for (let seed = 0; seed < 20; seed++) {
    const rng = seededRng(seed);
    const pairs = pairsOf(seed);
    const blocks = [0, 1].map(() => new ColumnBlock({ features, codes, rows: ROWS, joinBins: joinBins(floor) }));
    const [root] = blocks.map((block) => columns(block.startTree(pairs, wanted, undefined)));
    const feature = [0, 1, 2][rng.below(3)]!;
    const goesLeft = Uint8Array.from({ length: features[feature]!.bins }, () => rng.below(2));
    const splits = [{ node: 0, left: 1, right: 2 }];
    const bits = blocks[0]!.route([{ ...splits[0]!, feature, goesLeft }]);
    const steps: TreeStep[] = [
      { splits, measure: [1] },
      { splits, measure: [2] },
    ];
    const [left, right] = blocks.map((block, i) => columns(block.refine(steps[i]!, bits)));
    const subtracted = subtract(root!, left!);
    const plain = (side: typeof right) =>
      side!.map(({ counts, g, h, at, feature: { bins } }) => [counts, g, h].map((x) => [...x.slice(at, at + bins)]));
    expect(plain(subtracted as typeof right)).toEqual(plain(right));
  }
});

it('refuses nodes that hold no rows, and sums of what is no child of the step', () => {
  const block = new ColumnBlock({ features, codes, rows: ROWS });
  block.startTree(pairsOf(1), wanted, undefined);
  const bits = new Uint8Array((ROWS + 7) >> 3);
  expect(() => block.route([{ node: 3, left: 4, right: 5, feature: 0, goesLeft: new Uint8Array(8) }])).toThrow(
    RangeError,
  );
  expect(() => block.refine({ splits: [{ node: 0, left: 1, right: 2 }], measure: [3] }, bits)).toThrow(RangeError);
  expect(() => block.refine({ splits: [{ node: 0, left: 1, right: 2 }], measure: [] }, new Uint8Array(1))).toThrow(
    RangeError,
  );
});

it('takes columns that some feature has 300 bins of', () => {
  const wide: TreeFeature = { feature: 'wide', bins: 300, ordered: true, missingBin: -1 };
  const code = Uint16Array.from({ length: 10 }, (_, row) => row * 30);
  const block = new ColumnBlock({ features: [wide], codes: [code], rows: 10 });
  const g = Int32Array.from(code, (bin) => -bin);
  const [sums] = block.startTree({ g, h: new Uint32Array(10).fill(1) }, [0], undefined);
  code.forEach((bin) => expect([sums!.counts[bin], sums!.g[bin], sums!.h[bin]]).toEqual([1, -bin + 0, 1]));
});

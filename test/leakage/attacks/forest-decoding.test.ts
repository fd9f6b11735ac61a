/**
 * What the label party can make of a forest that it helped to grow, by the book. It chose every split by another party's bin
 * numbers and is told on which side every row goes, so each split on a row's path narrows down the row's bin. Nothing prevents
 * this: it is what `forest.bins` in the leak catalogue says, and what `maxTreeEquations` and fewer trees bound. The sums of
 * each node, which this leaves alone, narrow bins down further.
 */
import { seededRng } from '@coscore/models/data/rng.ts';
import { localSource } from '@coscore/models/gbdt/local-source.ts';
import { defaultGbdt } from '@coscore/models/gbdt/options.ts';
import type { Forest, SplitRecord } from '@coscore/models/gbdt/forest.ts';
import { trainForest } from '@coscore/models/gbdt/train-forest.ts';
import { beforeAll, describe, expect, it } from 'vitest';

const ROWS = 3000;
const BINS = 16;
const COLUMNS = 4;

const rng = seededRng(12);
const column = (): Uint16Array => Uint16Array.from({ length: ROWS }, () => rng.below(BINS));
const own = [column(), column()];
const theirs = Array.from({ length: COLUMNS }, column);
const labels = Uint8Array.from({ length: ROWS }, (_, row) => {
  const risk = [...own, ...theirs].reduce((sum, codes, i) => sum + Math.sin(i + codes[row]! / 3), 0);
  return rng.next() < 1 / (1 + Math.exp(1 - risk)) ? 1 : 0;
});

interface Told {
  readonly forest: Forest;
  /** What the other party's splits mean in bin numbers: the label party sent them. */
  readonly records: readonly SplitRecord[];
}

/** Every source gives the same forest bit for bit, so plain columns do. */
async function grown(trees: number): Promise<Told> {
  const features = (codes: readonly Uint16Array[], party: string) =>
    codes.map((_, i) => ({ feature: `${party}${i}`, bins: BINS, ordered: true, missingBin: -1 }));
  const source = (party: string, codes: readonly Uint16Array[]) =>
    localSource({ party, features: features(codes, party), codes, rows: ROWS });
  const [mine, other] = [source('bank', own), source('tax', theirs)];
  const options = { ...defaultGbdt, trees, depth: 4 };
  const { forest } = await trainForest({ sources: [mine, other], labels, options });
  const records = mine.records;
  walk = (split, row) =>
    (split.owner === 'bank' ? records : other.records)[split.record]!.goesLeft[
      (split.owner === 'bank' ? own : theirs)[split.feature]![row]!
    ] === 1;
  return { forest, records: other.records };
}

/** On which side a row goes: the label party's own column, or the bit that it is told. */
let walk: (
  split: { readonly owner: string; readonly record: number; readonly feature: number },
  row: number,
) => boolean;

/** [columns][rows] bit b: the row may be in bin b, by the sides that the label party was told. */
function candidates({ forest, records }: Told): Uint32Array[] {
  const open = Array.from({ length: COLUMNS }, () => new Uint32Array(ROWS).fill(2 ** BINS - 1));
  for (const { nodes } of forest.trees) {
    for (let row = 0; row < ROWS; row++) {
      let node = nodes[0]!;
      while (node.kind === 'split') {
        const left = walk(node, row);
        if (node.owner === 'tax') {
          const { feature, goesLeft } = records[node.record]!;
          let side = 0;
          goesLeft.forEach((bit, bin) => (side |= (bit === 1) === left ? 1 << bin : 0));
          open[feature]![row]! &= side;
        }
        node = nodes[left ? node.left : node.right]!;
      }
    }
  }
  return open;
}

const size = (set: number): number => set.toString(2).replaceAll('0', '').length;

/** Share of (row, column) whose bin is known, and the mean number of bins left. */
function found(told: Told): { readonly known: number; readonly left: number; readonly wrong: number } {
  const sizes = candidates(told).flatMap((open, i) =>
    [...open].map((set, row) => ({ size: size(set), right: ((set >> theirs[i]![row]!) & 1) === 1 })),
  );
  return {
    known: sizes.filter((one) => one.size === 1).length / sizes.length,
    left: sizes.reduce((sum, one) => sum + one.size, 0) / sizes.length,
    wrong: sizes.filter((one) => !one.right).length,
  };
}

describe('the sides of a forest’s splits', () => {
  const results = new Map<number, ReturnType<typeof found>>();

  beforeAll(async () => {
    for (const trees of [1, 10, 100]) results.set(trees, found(await grown(trees)));
  });

  it('name the bin of most rows in the columns that trees use', () => {
    expect(results.get(100)!.known).toBeGreaterThan(0.5);
    expect(results.get(100)!.wrong).toBe(0);
  });

  it('say the less the fewer trees there are', () => {
    const [one, ten, hundred] = [1, 10, 100].map((trees) => results.get(trees)!);
    expect(one!.known).toBeLessThan(0.01);
    expect(one!.left).toBeGreaterThan(BINS / 2);
    expect(ten!.known).toBeLessThan(hundred!.known);
    expect(ten!.left).toBeGreaterThan(hundred!.left);
  });
});

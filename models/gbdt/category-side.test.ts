import { describe, expect, it } from 'vitest';
import { seededRng } from '../data/rng.ts';
import { bestSplit, type NodeColumn } from './best-split.ts';

const rule = { lambda: 1, gamma: 0, minChildWeight: 0, minRowsPerLeaf: 1, gStep: 1, hStep: 1 };

describe('what the owner of a category is told of a split', () => {
  it('is the same for labels and their opposites: not which side is the riskier', () => {
    const rng = seededRng(5);
    for (let run = 0; run < 200; run++) {
      const bins = 2 + rng.below(9);
      const counts = Uint32Array.from({ length: bins }, () => rng.below(4) * 10);
      counts[rng.below(bins)] = 30;
      const g = Float64Array.from(counts, (rows) => (rows === 0 ? 0 : rows * (rng.next() - 0.5)));
      const h = Float64Array.from(counts, (rows) => rows * 0.2);
      const told = (sign: number): readonly number[] | undefined => {
        const feature = { feature: 'sector', bins, ordered: false, missingBin: -1 };
        const column: NodeColumn = {
          source: 0,
          index: 0,
          feature,
          monotone: 0,
          counts,
          g: g.map((one) => sign * one),
          h,
          at: 0,
          ends: undefined,
        };
        const total = (of: ArrayLike<number>): number => Array.from(of).reduce((sum, one) => sum + one, 0);
        const node = { rows: total(counts), g: sign * total(g), h: total(h), lower: -Infinity, upper: Infinity };
        const choice = bestSplit([column], node, rule);
        if (choice === undefined) return undefined;
        expect(choice.goesLeft[0]).toBe(1);
        expect(choice.left.rows + choice.right.rows).toBe(node.rows);
        const left = Array.from(counts).reduce((sum, rows, bin) => sum + (choice.goesLeft[bin] === 1 ? rows : 0), 0);
        expect(choice.left.rows).toBe(left);
        return [...choice.goesLeft].filter((_, bin) => counts[bin]! > 0);
      };
      expect(told(1)).toEqual(told(-1));
    }
  });
});

import { drawRows } from '@coscore/models/gbdt/sampling.ts';
import { rowWords, treeRng } from '@coscore/models/gbdt/random.ts';
import { takeRows } from '@coscore/models/data/frame.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SplitTable } from '../private-split.ts';
import { drawHoldout, rowKeys } from './row-draws.ts';

const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 60 });

/** Values and labels that belong to the id. */
function tableOf(ids: readonly string[], shift = 0): SplitTable {
  const numbers = Float64Array.from(ids, (id) => id.charCodeAt(0) * 131 + id.length + shift);
  return {
    ids,
    labels: Uint8Array.from(numbers, (value) => Number(value % 3 === 0)),
    frame: { rows: ids.length, columns: [{ kind: 'number', name: 'loan', values: numbers }] },
  };
}

const trainOf = (ids: readonly string[]): Uint8Array => Uint8Array.from(ids, (id) => Number(id.charCodeAt(0) % 4 > 0));
const countOf = (bits: Uint8Array): number => bits.reduce((sum, bit) => sum + bit, 0);

describe('what is drawn over rows', () => {
  it('follows their ids and not their order', () => {
    fc.assert(
      fc.property(names, fc.nat(1000), (ids, seed) => {
        const heldOut = (table: SplitTable): string[] => {
          const held = drawHoldout(trainOf(table.ids), rowKeys(table, seed), 0.3, seed);
          return table.ids.filter((_, row) => held[row] === 1).sort();
        };
        const table = tableOf(ids);
        const backwards = Int32Array.from(ids.keys()).reverse();
        const turned = {
          ids: ids.toReversed(),
          labels: table.labels.toReversed(),
          frame: takeRows(table.frame, backwards),
        };
        expect(heldOut(turned)).toEqual(heldOut(table));
        expect(heldOut(table)).toHaveLength(Math.round(0.3 * countOf(trainOf(ids))));
      }),
      // Each makes two keys, which is dear by design.
      { numRuns: 12 },
    );
  });

  it('holds out training rows only, and others with another seed', () => {
    const table = tableOf(Array.from({ length: 100 }, (_, i) => `f${i}`));
    const train = Uint8Array.from(table.ids, (_, row) => Number(row < 70));
    const held = drawHoldout(train, rowKeys(table, 1), 0.2, 1);
    expect(countOf(held)).toBe(14);
    expect(held.slice(70).includes(1)).toBe(false);
    expect(drawHoldout(train, rowKeys(table, 2), 0.2, 2)).not.toEqual(held);
  });
});

describe('a feature party that sees which rows each tree draws', () => {
  const [ROWS, TREES, SHARE, SEED] = [1500, 60, 0.8, 5];
  const ids = Array.from({ length: ROWS }, (_, i) => `FIRM-${String((i * 977) % 10_007).padStart(6, '0')}`);
  const byId = [...ids.keys()].sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
  const ranks = new Uint32Array(ROWS);
  byId.forEach((row, rank) => (ranks[row] = rank));

  /** Rows whose rank by id it names: it repeats all draws from the public seed, and looks each row's draws up in them. */
  function named(keys: Uint32Array): number {
    const repeated = Array.from({ length: TREES }, (_, tree) => rowWords(treeRng(SEED, tree, 'rows'), ROWS, undefined));
    const placeOf = new Map<string, number>();
    for (let place = 0; place < ROWS; place++)
      placeOf.set(repeated.map((words) => Number(words[place]! < SHARE * 2 ** 32)).join(''), place);
    const seen = Array.from({ length: TREES }, (_, tree) =>
      drawRows(ROWS, undefined, SHARE, treeRng(SEED, tree, 'rows'), keys)!,
    );
    return ids.filter((_, row) => placeOf.get(seen.map((active) => active[row]).join('')) === ranks[row]).length;
  }

  it('would read the rank of ids that it does not hold from draws in the order of ids', () => {
    expect(named(ranks)).toBeGreaterThan(0.9 * ROWS);
  });

  it('reads no rank from the draws as they are', () => {
    // By chance a random permutation leaves one place as it was.
    expect(named(rowKeys(tableOf(ids), SEED))).toBeLessThan(8);
  });

  it('cannot make the order from the ids and the seed', () => {
    expect(rowKeys(tableOf(ids, 1), SEED)).not.toEqual(rowKeys(tableOf(ids), SEED));
    expect(rowKeys(tableOf(ids), SEED)).toEqual(rowKeys(tableOf(ids), SEED));
  });
});

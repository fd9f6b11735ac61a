import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupEnds, joinBins } from './join-bins.ts';

const FLOOR = 20;
const join = joinBins(FLOOR);

function grouped(ends: Uint8Array, missingBin: number, rows: ArrayLike<number>): number[] {
  const out = new Array<number>(ends.length).fill(0);
  groupEnds(ends, missingBin).forEach((end, bin) => (out[end]! += rows[bin]!));
  return out;
}

/** A parent's rows by bin and how they part, with a missing bin anywhere or none. */
const nodes = fc.integer({ min: 1, max: 8 }).chain((bins) =>
  fc.record({
    left: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 })), { minLength: bins, maxLength: bins }),
    right: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 })), { minLength: bins, maxLength: bins }),
    missingBin: fc.integer({ min: -1, max: bins - 1 }),
  }),
);

describe('join-bins', () => {
  it('shows of both children only empty groups and groups of at least the floor, unless a node is one group', () => {
    fc.assert(
      fc.property(nodes, ({ left, right, missingBin }) => {
        const parent = Uint32Array.from(left, (rows, bin) => rows + right[bin]!);
        const parentEnds = join(parent, undefined, undefined, missingBin);
        const ends = join(Uint32Array.from(left), Uint32Array.from(right), parentEnds, missingBin);
        expect(join(Uint32Array.from(right), Uint32Array.from(left), parentEnds, missingBin)).toEqual(ends);
        const groups = new Set(groupEnds(ends, missingBin)).size;
        for (const rows of [grouped(ends, missingBin, left), grouped(ends, missingBin, right)]) {
          if (groups > 1) for (const count of rows) expect(count === 0 || count >= FLOOR).toBe(true);
        }
      }),
    );
  });

  it("gives unions of the parent's groups", () => {
    fc.assert(
      fc.property(nodes, ({ left, right, missingBin }) => {
        const parent = Uint32Array.from(left, (rows, bin) => rows + right[bin]!);
        const parentEnds = join(parent, undefined, undefined, missingBin);
        const ends = join(Uint32Array.from(left), Uint32Array.from(right), parentEnds, missingBin);
        const coarse = groupEnds(ends, missingBin);
        groupEnds(parentEnds, missingBin).forEach((end, bin) => expect(coarse[bin]).toBe(coarse[end]));
      }),
    );
  });

  it('joins nothing without a floor', () => {
    expect(joinBins(0)(Uint32Array.of(1, 0, 3), undefined, undefined, 2)).toEqual(Uint8Array.of(1, 1, 1));
  });

  it.each([
    ['neighbours up to the floor', [10, 10, 30], undefined, -1, [0, 1, 1]],
    ['a leftover with the group before', [30, 25, 5], undefined, -1, [1, 0, 1]],
    ['a small missing bin with the first group', [25, 30, 3], undefined, 2, [1, 1, 0]],
    ['no missing bin of enough rows', [25, 30, 20], undefined, 2, [1, 1, 1]],
    ['no bin that one child does not hold', [25, 0, 30], [0, 40, 30], -1, [1, 1, 1]],
    ['what is too small in the sibling only', [25, 30, 40], [30, 5, 40], -1, [1, 0, 1]],
    ['a leftover as far back as it takes', [30, 0, 5], [0, 30, 0], -1, [0, 0, 1]],
    ['all, the missing bin too, when the rest is too small', [5, 5, 100], undefined, 2, [0, 1, 0]],
  ])('joins %s', (_, child, sibling, missingBin, ends) => {
    const other = sibling === undefined ? undefined : Uint32Array.from(sibling);
    expect([...join(Uint32Array.from(child), other, undefined, missingBin)]).toEqual(ends);
  });

  it('refuses ends that close no group', () => {
    expect(() => groupEnds(Uint8Array.of(1, 0), -1)).toThrow(RangeError);
    expect(() => groupEnds(Uint8Array.of(0), 0)).toThrow(RangeError);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowNodes } from './row-nodes.ts';

describe('row nodes', () => {
  it('lead every row on, and count the active ones', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.boolean(),
        fc.uint8Array({ minLength: 38, maxLength: 38 }),
        (rows, sampled, noise) => {
          const nodes = new RowNodes(rows);
          const active = sampled ? Uint8Array.from({ length: rows }, (_, row) => (row % 3 === 0 ? 0 : 1)) : undefined;
          nodes.start(active);
          const expected = new Array<number>(rows).fill(0);
          const steps = [Uint16Array.of(1, 2, 1, 1, 2, 2), Uint16Array.of(0, 0, 3, 4, 2, 2, 3, 3, 4, 4)];
          for (const next of steps) {
            const right = noise.slice(0, (rows + 7) >> 3);
            const counts = nodes.advance(next, right);
            const counted = new Array<number>(next.length / 2).fill(0);
            for (let row = 0; row < rows; row++) {
              expected[row] = next[expected[row]! * 2 + ((right[row >> 3]! >> (row & 7)) & 1)]!;
              counted[expected[row]!]! += active?.[row] ?? 1;
            }
            expect([...counts]).toEqual(counted);
            expect([...nodes.nodes()]).toEqual(expected);
          }
          nodes.start(undefined);
          expect(nodes.nodes().every((node) => node === 0)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('route rows by columns of either width, and count bits where none may be', () => {
    const rowsAndBins = fc.record({
      rows: fc.integer({ min: 1, max: 200 }),
      bins: fc.array(fc.constantFrom(1, 3, 40, 256, 300), { minLength: 1, maxLength: 4 }),
      noise: fc.infiniteStream(fc.nat({ max: 2 ** 20 })),
    });
    fc.assert(
      fc.property(rowsAndBins, ({ rows, bins, noise }) => {
        const below = (limit: number): number => noise.next().value! % limit;
        const codes = bins.map((count) => Uint16Array.from({ length: rows }, () => below(count)));
        const nodes = new RowNodes(rows, { codes, bins });
        nodes.start(undefined);
        const first = Uint8Array.from({ length: (rows + 7) >> 3 }, () => below(256));
        nodes.advance(Uint16Array.of(1, 2, 1, 1, 2, 2), first);
        const nodeOf = [...nodes.nodes()];
        const sides = [2, 1]
          .filter(() => below(3) > 0)
          .map((node) => {
            const feature = below(bins.length);
            return { node, feature, goesLeft: Uint8Array.from({ length: bins[feature]! }, () => below(2)) };
          });
        const goesRight = nodeOf.map((node, row) => {
          const side = sides.find((one) => one.node === node);
          return side !== undefined && side.goesLeft[codes[side.feature]![row]!] === 0;
        });
        const bits = nodes.route(sides, 3);
        expect(bits.length).toBe((rows + 7) >> 3);
        expect(nodeOf.map((_, row) => ((bits[row >> 3]! >> (row & 7)) & 1) === 1)).toEqual(goesRight);
        expect([...nodes.nodes()], 'nothing has moved').toEqual(nodeOf);

        const isOpen = Uint8Array.from({ length: 3 }, () => below(2));
        const strays = [...first.keys()].flatMap((at) =>
          [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => {
            const node = nodeOf[at * 8 + bit];
            return ((first[at]! >> bit) & 1) === 1 && (node === undefined || isOpen[node] === 0);
          }),
        );
        expect(nodes.strays(first, isOpen)).toBe(strays.length);
      }),
      { numRuns: 60 },
    );
  });

  it('refuse columns and bits of other lengths', () => {
    expect(() => new RowNodes(3, { codes: [new Uint16Array(2)], bins: [4] })).toThrow(RangeError);
    expect(() => new RowNodes(3, { codes: [new Uint16Array(3)], bins: [] })).toThrow(RangeError);
    expect(() => new RowNodes(3).advance(Uint16Array.of(0, 0), new Uint8Array(2))).toThrow(RangeError);
    expect(() => new RowNodes(3).strays(new Uint8Array(2), Uint8Array.of(1))).toThrow(RangeError);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BinnedRows, RowNodes } from './histogram.ts';

interface Case {
  readonly rows: number;
  readonly bins: readonly number[];
  readonly codes: readonly Uint16Array[];
  readonly g: Int32Array;
  readonly h: Uint32Array;
}

/** Columns of up to 300 bins, more than eight of them, and pairs as large as sums allow. */
const cases = fc
  .record({
    rows: fc.integer({ min: 1, max: 700 }),
    bins: fc.array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constant(256)), { minLength: 1, maxLength: 19 }),
    wide: fc.boolean(),
    seed: fc.integer({ min: 1, max: 2 ** 30 }),
  })
  .map(({ rows, bins, wide, seed }): Case => {
    let state = seed;
    const below = (limit: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * limit);
    };
    const all = wide ? [...bins, 300] : bins;
    const codes = all.map((count) => Uint16Array.from({ length: rows }, () => below(count)));
    const g = Int32Array.from({ length: rows }, () => below(4095) - 2047);
    return { rows, bins: all, codes, g, h: Uint32Array.from({ length: rows }, () => below(4096)) };
  });

const identity = (rows: number): Uint32Array => Uint32Array.from({ length: rows }, (_, row) => row);

function expectSums(
  columns: BinnedRows,
  { bins, codes, g, h }: Case,
  which: readonly number[],
  rows: readonly number[],
) {
  return (range: { from: number; to: number }): void => {
    const { counts, pairs } = columns.sum(range, which);
    const signed = new Int32Array(pairs.buffer);
    which.forEach((feature, i) => {
      const expected = Array.from({ length: bins[feature]! }, () => [0, 0, 0]);
      for (const row of rows) {
        const cell = expected[codes[feature]![row]!]!;
        [1, g[row]!, h[row]!].forEach((value, k) => (cell[k]! += value));
      }
      expected.forEach((cell, bin) => {
        const at = i * columns.bins + bin;
        expect([counts[at], signed[at * 2 + 1], pairs[at * 2]]).toEqual(cell);
      });
    });
  };
}

describe('binned rows', () => {
  it('sums the rows of every range by code: all features, some of them, u8 and u16 codes', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 9 }), (one, every) => {
        const { rows, bins, codes, g, h } = one;
        const columns = new BinnedRows(rows, codes, bins);
        columns.start(g, h, identity(rows));
        const whole = { from: 0, to: rows };
        const all = [...bins.keys()];
        expectSums(columns, one, all, [...identity(rows)])(whole);
        // Rows of the right part are far apart when `every` is large.
        const goesLeft = Uint8Array.from({ length: bins[0]! }, (_, bin) => (bin % every === 0 ? 0 : 1));
        columns.clearRight();
        columns.markRight(whole, 0, goesLeft);
        const bits = columns.right();
        const isRight = (row: number): boolean => ((bits[row >> 3]! >> (row & 7)) & 1) === 1;
        for (let row = 0; row < rows; row++) expect(isRight(row)).toBe(goesLeft[codes[0]![row]!] === 0);
        const [left, right] = columns.part(whole);
        const some = all.filter((feature) => feature % 2 === 0);
        expectSums(
          columns,
          one,
          some,
          [...identity(rows)].filter((row) => !isRight(row)),
        )(left);
        expectSums(columns, one, all, [...identity(rows)].filter(isRight))(right);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps marks of other ranges, and takes bits from outside', () => {
    const codes = Uint16Array.from({ length: 20 }, (_, row) => row % 4);
    const columns = new BinnedRows(20, [codes], [4]);
    columns.start(new Int32Array(20), new Uint32Array(20), identity(20));
    columns.clearRight();
    columns.markRight({ from: 0, to: 4 }, 0, Uint8Array.of(1, 0, 1, 1));
    columns.markRight({ from: 8, to: 12 }, 0, Uint8Array.of(0, 1, 1, 1));
    expect([...columns.right()]).toEqual([0b10, 0b1, 0]);
    columns.setRight(Uint8Array.of(0b1010_1010, 0, 0));
    const [left, right] = columns.part({ from: 0, to: 8 });
    expect([left, right]).toEqual([
      { from: 0, to: 4 },
      { from: 4, to: 8 },
    ]);
    expect([...columns.sum(right, [0]).counts]).toEqual([0, 2, 0, 2]);
  });

  it('refuses columns of other lengths', () => {
    expect(() => new BinnedRows(3, [new Uint16Array(2)], [4])).toThrow(RangeError);
    expect(() => new BinnedRows(3, [new Uint16Array(3)], [])).toThrow(RangeError);
    const columns = new BinnedRows(3, [new Uint16Array(3)], [1]);
    expect(() => columns.start(new Int32Array(2), new Uint32Array(3), identity(3))).toThrow(RangeError);
    expect(() => columns.setRight(new Uint8Array(2))).toThrow(RangeError);
  });
});

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
});

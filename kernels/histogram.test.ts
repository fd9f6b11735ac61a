import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BinnedRows } from './histogram.ts';

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
    const sums = columns.sum(range, which);
    which.forEach((feature, i) => {
      const expected = Array.from({ length: bins[feature]! }, () => [0, 0, 0]);
      for (const row of rows) {
        const cell = expected[codes[feature]![row]!]!;
        [1, g[row]!, h[row]!].forEach((value, k) => (cell[k]! += value));
      }
      expected.forEach((cell, bin) => {
        const at = (i * columns.bins + bin) * 4;
        expect([sums[at + 2], sums[at + 1], sums[at]! >>> 0]).toEqual(cell);
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
        expect(columns.start(g, h, undefined)).toBe(rows);
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

  it('puts active rows first, each part in order', () => {
    const codes = Uint16Array.from({ length: 11 }, (_, row) => row);
    const columns = new BinnedRows(11, [codes], [11]);
    const g = Int32Array.from({ length: 11 }, (_, row) => -row);
    const h = Uint32Array.from({ length: 11 }, (_, row) => 100 + row);
    expect(
      columns.start(
        g,
        h,
        Uint8Array.from({ length: 11 }, (_, row) => (row % 3 === 1 ? 1 : 0)),
      ),
    ).toBe(4);
    const rowsIn = (from: number, to: number): number[] =>
      Array.from({ length: to - from }, (_, i) => {
        const cells = columns.sum({ from: from + i, to: from + i + 1 }, [0]);
        const row = codes.find((code) => cells[code * 4 + 2] === 1)!;
        expect([...cells.subarray(row * 4, row * 4 + 2)]).toEqual([100 + row, 0 - row]);
        return row;
      });
    expect(rowsIn(0, 4)).toEqual([1, 4, 7, 10]);
    expect(rowsIn(4, 11)).toEqual([0, 2, 3, 5, 6, 8, 9]);
  });

  it('keeps marks of other ranges, and takes bits from outside', () => {
    const codes = Uint16Array.from({ length: 20 }, (_, row) => row % 4);
    const columns = new BinnedRows(20, [codes], [4]);
    columns.start(new Int32Array(20), new Uint32Array(20), undefined);
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
    expect([...columns.sum(right, [0])].filter((_, i) => i % 4 === 2)).toEqual([0, 2, 0, 2]);
  });

  it('refuses columns of other lengths', () => {
    expect(() => new BinnedRows(3, [new Uint16Array(2)], [4])).toThrow(RangeError);
    expect(() => new BinnedRows(3, [new Uint16Array(3)], [])).toThrow(RangeError);
    const columns = new BinnedRows(3, [new Uint16Array(3)], [1]);
    expect(() => columns.start(new Int32Array(2), new Uint32Array(3), undefined)).toThrow(RangeError);
    expect(() => columns.start(new Int32Array(3), new Uint32Array(3), new Uint8Array(2))).toThrow(RangeError);
    expect(() => columns.setRight(new Uint8Array(2))).toThrow(RangeError);
  });
});

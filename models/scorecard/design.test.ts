import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLeverage, DesignMatrix, INTERCEPT } from './design.ts';
import { rawColumn, type DesignColumn } from './design-columns.ts';
import { decompose, inverseDiagonal, solve } from './linear-algebra.ts';

const coded = (codes: number[], values: number[]): DesignColumn => ({
  kind: 'coded',
  name: 'c',
  codes: Uint8Array.from(codes),
  values: Float64Array.from(values),
});
const dense = (values: number[]): DesignColumn => ({ kind: 'dense', name: 'x', values: Float64Array.from(values) });
const anyDesign = fc.integer({ min: 1, max: 40 }).chain((rows) =>
  fc
    .array(
      fc.oneof(
        fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: rows, maxLength: rows }).map(dense),
        fc.array(fc.nat(3), { minLength: rows, maxLength: rows }).map((codes) => coded(codes, [-1, 0.25, 0.5, 2])),
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((columns) => new DesignMatrix(rows, [INTERCEPT, ...columns])),
);
const rowsOf = (design: DesignMatrix): number[][] =>
  Array.from({ length: design.rows }, (_, i) =>
    design.columns.map((column) =>
      column.kind === 'intercept' ? 1 : column.kind === 'dense' ? column.values[i]! : column.values[column.codes[i]!]!,
    ),
  );

describe('DesignMatrix equals the matrix it stands for', () => {
  it('X w, X^T e, X^T V X', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        const x = rowsOf(design);
        const w = Float64Array.from(design.columns, (_, j) => 0.3 * j - 0.5);
        const e = Float64Array.from(x, (_, i) => Math.cos(i));
        design.times(w).forEach((z, i) =>
          expect(z).toBeCloseTo(
            x[i]!.reduce((sum, value, j) => sum + value * w[j]!, 0),
            9,
          ),
        );
        design.transposeTimes(e).forEach((g, j) =>
          expect(g).toBeCloseTo(
            x.reduce((sum, row, i) => sum + row[j]! * e[i]!, 0),
            9,
          ),
        );
        const gram = design.gram(e);
        const d = w.length;
        for (let i = 0; i < d; i++) {
          for (let j = 0; j < d; j++) {
            expect(gram[i * d + j]).toBeCloseTo(
              x.reduce((sum, row, r) => sum + row[i]! * row[j]! * e[r]!, 0),
              8,
            );
          }
        }
      }),
    );
  });

  it('block by block as in one piece, beyond a block of rows', () => {
    const rows = 2500;
    const design = new DesignMatrix(rows, [INTERCEPT, dense(Array.from({ length: rows }, (_, i) => (i % 7) - 3))]);
    expect(design.gram()[0]).toBe(rows);
    expect(design.gram()[3]).toBeCloseTo(
      rowsOf(design).reduce((sum, row) => sum + row[1]! ** 2, 0),
      6,
    );
  });

  it('takes rows and columns', () => {
    const design = new DesignMatrix(3, [coded([0, 1, 0], [1, 2]), dense([5, 6, 7]), INTERCEPT]);
    expect(rowsOf(design.takeRows(Uint32Array.of(2, 1)))).toEqual([
      [1, 7, 1],
      [2, 6, 1],
    ]);
    expect(rowsOf(design.takeColumns([2, 0]))).toEqual([
      [1, 1],
      [1, 2],
      [1, 1],
    ]);
    expect(design.intercept).toBe(2);
    expect([...design.secondMoments()]).toEqual([2, (25 + 36 + 49) / 3, 1]);
  });

  it('refuses columns of different lengths', () => {
    expect(() => new DesignMatrix(2, [dense([1])])).toThrow(RangeError);
  });
});

describe('fixed point', () => {
  it('rounds to 2^-12', () => {
    expect([...new DesignMatrix(3, [dense([0, 1, -3.99999])]).fixedColumn(0)]).toEqual([0, 4096, -16384]);
  });

  it('refuses what does not fit 16 bits instead of wrapping', () => {
    expect(() => new DesignMatrix(1, [dense([8])]).fixedColumn(0)).toThrow(RangeError);
    expect(() => new DesignMatrix(1, [dense([NaN])]).fixedColumn(0)).toThrow(RangeError);
  });
});

describe('correlation', () => {
  it('is the mean product of standardised columns', () => {
    const design = new DesignMatrix(5, [dense([1, 2, 3, 4, 9]), dense([2, 1, 4, 3, 5]), dense([7, 7, 7, 7, 7])]);
    const [a, b, constant] = [0, 1, 2].map((j) => design.standardisedColumn(j));
    const correlation = design.correlation();
    expect(correlation[1]).toBeCloseTo(a!.reduce((sum, value, i) => sum + value * b![i]!, 0) / 5, 12);
    expect([...correlation.subarray(6)]).toEqual([0, 0, 1]);
    expect([...constant!]).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('leverage', () => {
  it('is 1 for a row that a column isolates, and adds up to the rank', () => {
    const isolating = new DesignMatrix(100, [dense(Array.from({ length: 100 }, (_, i) => Number(i === 42)))]);
    expect(isolating.maxLeverage()).toBeCloseTo(1, 9);
    const groups = new DesignMatrix(100, [
      coded(
        Array.from({ length: 100 }, (_, i) => i % 4),
        [0, 0, 0, 1],
      ),
    ]);
    expect(groups.maxLeverage()).toBeCloseTo(1 / 25, 9);
  });

  it('is not fooled by repeated columns', () => {
    const column = dense(Array.from({ length: 50 }, (_, i) => Math.sin(i)));
    const once = new DesignMatrix(50, [column]).maxLeverage();
    expect(new DesignMatrix(50, [column, column]).maxLeverage()).toBeCloseTo(once, 6);
  });

  it('refuses with numbers only', () => {
    const design = new DesignMatrix(100, [dense(Array.from({ length: 100 }, (_, i) => Number(i === 42)))]);
    expect(() => checkLeverage(design, 0.2)).toThrowError(
      expect.objectContaining({ code: 'leverage-too-high', params: { leverage: 1, limit: 0.2, columns: 1 } }),
    );
    expect(checkLeverage(design, 1.1)).toBeCloseTo(1, 9);
  });
});

describe('raw columns', () => {
  const train = Uint8Array.of(1, 1, 1, 0, 0);

  it('are standardised on training rows, clipped to 4, missing at the mean', () => {
    const values = Float64Array.of(1, 2, 3, NaN, 1e6);
    const { column } = rawColumn({ kind: 'number', name: 'x', values }, train)!;
    const z = Math.sqrt(1.5);
    expect([...(column as { values: Float64Array }).values]).toEqual(
      [-z, 0, z, 0, 4].map((v) => expect.closeTo(v, 12) as number),
    );
  });

  it('are left out when constant in training, and refused for categories', () => {
    expect(rawColumn({ kind: 'number', name: 'x', values: Float64Array.of(5, 5, 5, 1, 2) }, train)).toBeUndefined();
    const category = { kind: 'category', name: 'x', codes: new Int32Array(5), levels: ['a'] } as const;
    expect(() => rawColumn(category, train)).toThrowError(expect.objectContaining({ code: 'category-needs-woe' }));
  });
});

describe('linear algebra', () => {
  it('solves and inverts a positive definite system', () => {
    const a = Float64Array.of(4, 2, 0.5, 2, 3, 1, 0.5, 1, 2);
    const factor = decompose(a, 3);
    const x = solve(factor, Float64Array.of(1, -2, 3));
    for (let i = 0; i < 3; i++) {
      expect(a[i * 3]! * x[0]! + a[i * 3 + 1]! * x[1]! + a[i * 3 + 2]! * x[2]!).toBeCloseTo([1, -2, 3][i]!, 12);
    }
    expect(inverseDiagonal(factor, 3)[0]).toBeCloseTo((3 * 2 - 1) / 13.25, 12);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitByColumn, splitRows } from './split.ts';

const count = (mask: Uint8Array): number => mask.reduce((sum, bit) => sum + bit, 0);

describe('splitRows', () => {
  it('takes exactly the test share from each class when stratified', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { maxLength: 200 }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.nat(),
        (bits, test, seed) => {
          const labels = Uint8Array.from(bits, Number);
          const train = splitRows({ labels, test, seed, stratify: true });
          for (const label of [0, 1]) {
            const total = labels.filter((each) => each === label).length;
            const tested = labels.filter((each, row) => each === label && train[row] === 0).length;
            expect(tested).toBe(Math.round(total * test));
          }
        },
      ),
    );
  });

  it('trains on every row at test 0', () => {
    expect(count(splitRows({ labels: new Uint8Array(10), test: 0, seed: 1, stratify: false }))).toBe(10);
  });

  it('gives the same split for a seed, and another for another', () => {
    const labels = Uint8Array.from({ length: 100 }, (_, row) => row % 4 && 1);
    const split = (seed: number): string => splitRows({ labels, test: 0.3, seed, stratify: true }).join('');
    expect(split(7)).toBe(split(7));
    expect(split(7)).not.toBe(split(8));
  });

  it('refuses a test share that leaves nothing to train on', () => {
    expect(() => splitRows({ labels: new Uint8Array(3), test: 1, seed: 1, stratify: false })).toThrow(RangeError);
  });
});

describe('splitByColumn', () => {
  const year = { kind: 'number', name: 'year', values: Float64Array.of(1996, 1997, 1998, NaN) } as const;
  const region = {
    kind: 'category',
    name: 'region',
    codes: Int32Array.of(0, 1, -1),
    levels: ['east', 'west'],
  } as const;

  it.each([
    ['<=1997', [1, 1, 0, 0]],
    ['< 1997', [1, 0, 0, 0]],
    ['>1997', [0, 0, 1, 0]],
    ['>=1997', [0, 1, 1, 0]],
    ['=1997', [0, 1, 0, 0]],
    ['!=1997', [1, 0, 1, 0]],
  ])('%s on a number; a missing value is tested on', (rule, expected) => {
    expect([...splitByColumn(year, rule)]).toEqual(expected);
  });

  it('compares categories for equality only', () => {
    expect([...splitByColumn(region, '=west')]).toEqual([0, 1, 0]);
    expect([...splitByColumn(region, '!= west')]).toEqual([1, 0, 0]);
    expect(() => splitByColumn(region, '<west')).toThrow(/only = and != can compare/);
  });

  it('says what is wrong with a rule', () => {
    expect(() => splitByColumn(year, 'before 1997')).toThrow(/not a comparison/);
    expect(() => splitByColumn(year, '<=soon')).toThrow(/"soon" is not/);
  });
});

import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { editDistance, nearest } from './suggest.ts';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['abc', '', 3],
    ['kitten', 'sitting', 3],
    ['lable', 'label', 1],
    ['merge', 'merge', 0],
  ])('of %s and %s is %i', (a, b, distance) => expect(editDistance(a, b)).toBe(distance));

  it('is symmetric, and zero only for equal words', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

describe('nearest', () => {
  it('finds slips and ignores case', () => expect(nearest('MaxBin', ['bins', 'maxBins', 'merge'])).toBe('maxBins'));
  it('finds nothing when nothing is near', () => expect(nearest('temperature', ['bins', 'merge'])).toBeUndefined());
});

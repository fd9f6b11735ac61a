import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawHoldout, rowKeys } from './row-draws.ts';

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 60 });

describe('what is drawn over rows', () => {
  it('follows their ids and not their order', () => {
    fc.assert(
      fc.property(ids, fc.nat(1000), (names, seed) => {
        const train = (of: readonly string[]): Uint8Array =>
          Uint8Array.from(of, (id) => Number(id.charCodeAt(0) % 4 > 0));
        const heldOut = (of: readonly string[]): string[] => {
          const held = drawHoldout(train(of), rowKeys(of), 0.3, seed);
          return of.filter((_, row) => held[row] === 1).sort();
        };
        expect(heldOut(names.toReversed())).toEqual(heldOut(names));
        expect(heldOut(names)).toHaveLength(Math.round(0.3 * train(names).reduce((sum, bit) => sum + bit, 0)));
      }),
    );
  });

  it('holds out training rows only, and others with another seed', () => {
    const names = Array.from({ length: 100 }, (_, i) => `f${i}`);
    const train = Uint8Array.from(names, (_, row) => Number(row < 70));
    const held = drawHoldout(train, rowKeys(names), 0.2, 1);
    expect(held.reduce((sum, bit) => sum + bit, 0)).toBe(14);
    expect(held.slice(70).includes(1)).toBe(false);
    expect(drawHoldout(train, rowKeys(names), 0.2, 2)).not.toEqual(held);
  });
});

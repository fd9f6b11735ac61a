import { describe, expect, it } from 'vitest';
import { decodeNote, encodeNote, type ForestNote } from './notes.ts';

const BINS = 300;
const features = [{ feature: 'turnover', bins: BINS, ordered: true, missingBin: -1 }];

/** A note on so many splits by the receiver's column, of nodes whose ids take more or fewer bytes. */
function noteOn(splits: number, firstNode: number): ForestNote {
  const own = Array.from({ length: splits }, (_, i) => ({
    node: firstNode + i,
    left: 40_000 + i * 2,
    right: 40_001 + i * 2,
    feature: 0,
    goesLeft: Uint8Array.from({ length: BINS }, (_, bin) => Number(bin < 7)),
  }));
  return { tree: 3, own, step: undefined, keep: false, records: 5 };
}

describe('a note with room for more', () => {
  it.each([1, 2, 3, 9, 60])('is as long with 0 as with %i splits, and says the same', (most) => {
    const lengths = new Set<number>();
    for (const [splits, firstNode] of [
      [0, 0],
      [1, 0],
      [1, 5000],
      [most, 0],
      [most, 20_000],
    ] as const) {
      // prettier-ignore
      const note = noteOn(splits, firstNode);
      const bytes = encodeNote(note, { splits: most, bins: BINS });
      lengths.add(bytes.length);
      expect(decodeNote(bytes, features, 'bank')).toEqual(note);
      expect(bytes.length).toBeGreaterThan(encodeNote(noteOn(most, 20_000)).length);
    }
    expect(lengths.size).toBe(1);
  });

  it('fills any gap', () => {
    // Columns of other widths leave gaps of other sizes.
    for (let bins = 2; bins < 2500; bins += 8) {
      const room = { splits: 1, bins };
      expect(encodeNote(noteOn(0, 0), room).length - encodeNote(noteOn(0, 0)).length).toBeGreaterThan(bins / 8);
    }
  });

  it('refuses more splits than there is room for', () => {
    expect(() => encodeNote(noteOn(3, 20_000), { splits: 2, bins: BINS })).toThrow(RangeError);
  });
});

import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { invertPermutation, uniformPermutation } from './permutation.ts';
import { prg } from './prg.ts';

const counting = Uint8Array.from({ length: 32 }, (_, i) => i);
const stream = (label: string): ReturnType<typeof prg> => prg(counting, label);

describe('uniformPermutation', () => {
  it('is the pinned one (seed 00..1f, label "order")', () => {
    expect([...uniformPermutation(stream('order'), 10)]).toEqual([2, 4, 6, 0, 7, 3, 9, 1, 8, 5]);
  });

  it('draws by rejection on masked little-endian words, never by remainder', () => {
    // Words 3, 1, 0, 0 at n = 3: i = 2 rejects 3 and takes 1; i = 1 takes 0.
    const words = new Uint32Array(1 << 14);
    words.set([3, 1, 0]);
    const fixed = { bytes: (n: number) => new Uint8Array(words.buffer.slice(0, n)), u64: () => new BigUint64Array(0) };
    expect([...uniformPermutation(fixed, 3)]).toEqual([2, 0, 1]);
  });

  it('holds every number once, over several chunks of the stream', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (n) => {
        const p = uniformPermutation(stream(`n${n}`), n);
        const seen = new Uint8Array(n);
        for (const value of p) seen[value]!++;
        return p.length === n && seen.every((count) => count === 1);
      }),
      { numRuns: 20 },
    );
  });

  it('gives each of the 24 orders of 4 about equally often', () => {
    const counts = new Map<string, number>();
    const draws = 12_000;
    for (let d = 0; d < draws; d++) {
      const key = uniformPermutation(stream(`draw ${d}`), 4).join();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const expected = draws / 24;
    const chi2 = [...counts.values()].reduce((sum, c) => sum + (c - expected) ** 2 / expected, 0);
    expect(counts.size).toBe(24);
    expect(chi2).toBeLessThan(49.7); // 23 degrees of freedom, p = 0.001; the seeds are fixed, so this never varies
  });

  it('refuses lengths that are no lengths', () => {
    for (const n of [-1, 1.5, 2 ** 32]) {
      expect(() => uniformPermutation(stream('x'), n)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
    }
  });

  it('is undone by its inverse', () => {
    const p = uniformPermutation(stream('inverse'), 1000);
    const inverse = invertPermutation(p);
    expect([...p].map((value) => inverse[value])).toEqual([...p].map((_, i) => i));
  });
});

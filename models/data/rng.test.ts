import { expect, it } from 'vitest';
import { seededRng, splitMix64, xoshiro128 } from './rng.ts';

it('xoshiro128** 1.1: reference output of its authors for state 1, 2, 3, 4', () => {
  const { u32 } = xoshiro128(Uint32Array.of(1, 2, 3, 4));
  const expected = [
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ];
  expect(expected.map(() => u32())).toEqual(expected);
});

it('SplitMix64: reference output for seed 1234567', () => {
  const words = splitMix64(1234567n, 4);
  const u64 = [0, 2].map((i) => BigInt(words[i]!) | (BigInt(words[i + 1]!) << 32n));
  expect(u64).toEqual([6457827717110365317n, 3203168211198807973n]);
});

it('is reproducible, and differs between seeds', () => {
  const draw = (seed: number): number[] => {
    const rng = seededRng(seed);
    return Array.from({ length: 5 }, () => rng.next());
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

it('draws every residue about equally often', () => {
  const rng = seededRng(1);
  const counts = [0, 0, 0];
  for (let i = 0; i < 30_000; i++) counts[rng.below(3)]!++;
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

it('refuses seeds and bounds outside their range', () => {
  expect(() => seededRng(-1)).toThrow(RangeError);
  expect(() => seededRng(1.5)).toThrow(RangeError);
  expect(() => seededRng(1).below(0)).toThrow(RangeError);
  expect(() => xoshiro128(new Uint32Array(4))).toThrow(RangeError);
});

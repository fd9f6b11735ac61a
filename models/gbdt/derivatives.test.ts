import { expect, it } from 'vitest';
import { bestConstant, derivativesAt, meanLoss, quantise } from './derivatives.ts';
import { treeRng } from './random.ts';
import { drawColumns, drawRows, oneSideSample } from './sampling.ts';

const rng = () => treeRng(1, 2, 'rounding');

it.each(['binary', 'squared'] as const)('derivatives of the %s loss are those of its differences', (objective) => {
  const targets = { labels: [0, 1, 1], weights: [1, 2, 0.5] };
  const scores = Float64Array.of(0.3, -1.2, 2);
  const { g, h } = derivativesAt(objective, scores, targets, undefined);
  const total = (change: number, row: number): number =>
    meanLoss(
      objective,
      scores.map((s, i) => (i === row ? s + change : s)),
      targets,
      undefined,
    ) * 3.5;
  scores.forEach((_, row) => {
    expect(g[row]).toBeCloseTo((total(1e-5, row) - total(-1e-5, row)) / 2e-5, 6);
    expect(h[row]).toBeCloseTo((total(1e-3, row) - 2 * total(0, row) + total(-1e-3, row)) / 1e-6, 5);
  });
  const constant = bestConstant(objective, targets, undefined);
  const at = (x: number): number => meanLoss(objective, new Float64Array(3).fill(x), targets, undefined);
  expect(at(constant)).toBeLessThan(Math.min(at(constant + 1e-3), at(constant - 1e-3)));
});

it('loss does not overflow at large scores', () => {
  const targets = { labels: [0, 1], weights: undefined };
  expect(meanLoss('binary', Float64Array.of(800, -800), targets, undefined)).toBe(800);
});

it('quantised derivatives keep their bits, and are right on the average', () => {
  const n = 20_000;
  const derivatives = { g: new Float64Array(n).fill(0.3), h: new Float64Array(n).fill(0.1), gMost: 1, hMost: 0.25 };
  derivatives.g[0] = -1;
  derivatives.h[0] = 0.25;
  const { pairs, gStep, hStep, g, h } = quantise(derivatives, 12, rng());
  expect(pairs.g[0]).toBe(-2047);
  expect(pairs.h[0]).toBe(4095);
  expect(new Set(pairs.g.subarray(1)).size).toBe(2);
  expect(Math.abs((g * gStep + 1) / (n - 1) - 0.3)).toBeLessThan(5 * gStep * Math.sqrt(0.25 / n));
  expect(Math.abs((h * hStep - 0.25) / (n - 1) - 0.1)).toBeLessThan(5 * hStep * Math.sqrt(0.25 / n));
  expect(g).toBe(pairs.g.reduce((sum, x) => sum + x, 0));
  expect(h).toBe(pairs.h.reduce((sum, x) => sum + x, 0));
});

it('takes fewer bits where sums of so many rows could overflow, and keeps left-out rows at zero', () => {
  const n = 3000;
  const derivatives = { g: new Float64Array(n).fill(1), h: new Float64Array(n).fill(1), gMost: 1, hMost: 1 };
  derivatives.g[5] = derivatives.h[5] = 0;
  const { pairs } = quantise(derivatives, 24, rng());
  expect(pairs.g.reduce((most, x) => Math.max(most, x)) * n).toBeLessThan(2 ** 31);
  expect(pairs.h.reduce((most, x) => Math.max(most, x)) * n).toBeLessThan(2 ** 32);
  expect([pairs.g[5], pairs.h[5]]).toEqual([0, 0]);
});

it('streams are xoshiro128**, one by one or in blocks', () => {
  const words = new Uint32Array(5);
  rng().fill(words);
  const single = rng();
  expect([...words]).toEqual(Array.from(words, () => single.u32()));
});

it('streams differ by seed, tree and purpose, and repeat', () => {
  const first = (seed: number, tree: number, stream: 'rows' | 'columns'): number => treeRng(seed, tree, stream).u32();
  const all = [first(1, 0, 'rows'), first(2, 0, 'rows'), first(1, 1, 'rows'), first(1, 0, 'columns')];
  expect(new Set(all).size).toBe(4);
  expect(first(1, 0, 'rows')).toBe(all[0]);
});

it('draws training rows and columns only', () => {
  const training = Uint8Array.from({ length: 1000 }, (_, row) => row % 2);
  const active = drawRows(1000, training, 0.3, rng())!;
  expect(active.every((bit, row) => bit <= training[row]!)).toBe(true);
  expect(Math.abs(active.reduce((sum, bit) => sum + bit, 0) - 150)).toBeLessThan(50);
  expect(drawRows(1000, training, 1, rng())).toBe(training);
  expect(drawColumns(0, 0.5, rng())).toEqual([]);
  expect(drawColumns(3, 0.01, rng())).toHaveLength(1);
  const drawn = drawColumns(20, 0.5, rng());
  expect(drawn).toEqual([...new Set(drawn)].sort((a, b) => a - b));
  expect(drawn).toHaveLength(10);
});

it('one-side sampling keeps the largest, draws of the rest, and leaves idle rows alone', () => {
  const n = 1000;
  const derivatives = {
    g: Float64Array.from({ length: n }, (_, i) => (i % 7 === 0 ? -1 : 0.1)),
    h: new Float64Array(n).fill(1),
    gMost: 1,
    hMost: 1,
  };
  const active = Uint8Array.from({ length: n }, (_, i) => (i < 900 ? 1 : 0));
  const { g, h } = oneSideSample(derivatives, active, { top: 0.1, other: 0.2 }, rng());
  const rows = (of: (i: number) => boolean): number => g.filter((_, i) => of(i)).length;
  expect(rows((i) => h[i] === 1)).toBe(90);
  expect(rows((i) => h[i] === 1 && g[i] === -1)).toBe(90);
  expect(rows((i) => h[i] === (1 - 0.1) / 0.2)).toBe(180);
  expect(rows((i) => i >= 900 && (h[i] !== 0 || g[i] !== 0))).toBe(0);
});

import { describe, expect, it } from 'vitest';
import { lossDerivatives, roundPairs, totalLoss, type LossRows } from './boosting.ts';

const n = 10_007;
const scores = Float64Array.from({ length: n }, (_, i) => ((i * 7919) % n) / 100 - 50);
const labels = Float64Array.from({ length: n }, (_, i) => (i % 3 === 0 ? 1 : 0));
const weights = Float64Array.from({ length: n }, (_, i) => (i % 5) / 2);
const which = Uint8Array.from({ length: n }, (_, i) => (i % 4 === 0 ? 0 : 1));

/** Row by row with the host's own functions. */
function direct(loss: 'logistic' | 'squared', rows: LossRows) {
  const out = { g: new Float64Array(n), h: new Float64Array(n), loss: 0 };
  for (let i = 0; i < n; i++) {
    if (rows.which?.[i] === 0) continue;
    const [x, y, w] = [rows.scores[i]!, rows.labels[i]!, rows.weights?.[i] ?? 1];
    const p = 1 / (1 + Math.exp(-x));
    out.g[i] = w * (loss === 'logistic' ? p - y : x - y);
    out.h[i] = w * (loss === 'logistic' ? p * (1 - p) : 1);
    out.loss +=
      w * (loss === 'logistic' ? Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))) - y * x : (x - y) ** 2 / 2);
  }
  return out;
}

describe.each(['logistic', 'squared'] as const)('%s loss', (loss) => {
  it.each<[string, Partial<LossRows>]>([
    ['all rows', {}],
    ['weighted rows', { weights }],
    ['some rows, weighted', { weights, which }],
  ])('derivatives and totals are those of the formulas, %s', (_, some) => {
    const rows = { scores, labels, weights: undefined, which: undefined, ...some };
    const expected = direct(loss, rows);
    const { g, h, gMost, hMost } = lossDerivatives(loss, rows);
    for (let i = 0; i < n; i++) {
      // 1 - p near 1 loses digits in any arithmetic: the error is absolute.
      expect(Math.abs(g[i]! - expected.g[i]!)).toBeLessThan(1e-14);
      expect(Math.abs(h[i]! - expected.h[i]!)).toBeLessThan(1e-14);
    }
    expect(gMost).toBe(g.reduce((most, x) => Math.max(most, Math.abs(x)), 0));
    expect(hMost).toBe(h.reduce((most, x) => Math.max(most, x), 0));
    expect(totalLoss(loss, rows) / expected.loss).toBeCloseTo(1, 12);
  });
});

it('totals do not depend on the order of rows', () => {
  const order = Array.from({ length: n }, (_, i) => (i * 31) % n);
  const moved = (values: Float64Array): Float64Array => Float64Array.from(order, (i) => values[i]!);
  const rows = { scores, labels, weights: weights.map((w) => w / 3), which: undefined };
  const other = { scores: moved(scores), labels: moved(labels), weights: moved(rows.weights), which: undefined };
  expect(totalLoss('logistic', other)).toEqual(totalLoss('logistic', rows));
});

it('extreme scores have finite losses and derivatives', () => {
  const rows = {
    scores: Float64Array.of(1e5, -1e5, 800),
    labels: Float64Array.of(1, 0, 0),
    weights: undefined,
    which: undefined,
  };
  expect(totalLoss('logistic', rows)).toBeCloseTo(800, 9);
  const { g, h } = lossDerivatives('logistic', rows);
  expect([...g].map((x) => Math.round(x * 1e9) / 1e9 + 0)).toEqual([0, 0, 1]);
  for (const x of h) expect(x).toBeGreaterThanOrEqual(0);
});

it('rounds down with a uniform addend, to at most the limits', () => {
  const words = Uint32Array.from({ length: n }, (_, i) => Math.imul(i, 2654435761) >>> 0);
  const g = scores.map((x) => x / 50);
  const h = weights;
  const rounded = roundPairs({ g, h }, words, { g: 100, h: 50 }, { g: 100, h: 90 });
  for (let i = 0; i < n; i++) {
    const [a, b] = [(words[i]! >>> 16) / 65536, (words[i]! & 0xffff) / 65536];
    const some = g[i] !== 0 || h[i] !== 0;
    expect(rounded.g[i]).toBe(some ? Math.min(100, Math.floor(g[i]! * 100 + a)) : 0);
    expect(rounded.h[i]).toBe(some ? Math.min(90, Math.floor(h[i]! * 50 + b)) : 0);
  }
  expect(rounded.gSum).toBe(rounded.g.reduce((sum, x) => sum + x, 0));
  expect(rounded.hSum).toBe(rounded.h.reduce((sum, x) => sum + x, 0));
});

it('refuses columns of other lengths', () => {
  const rows = { scores, labels: labels.slice(1), weights: undefined, which: undefined };
  expect(() => totalLoss('logistic', rows)).toThrow(RangeError);
  expect(() => roundPairs({ g: scores, h: scores }, new Uint32Array(3), { g: 1, h: 1 }, { g: 1, h: 1 })).toThrow(
    RangeError,
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packSlots, pairLayout, pairValue, unpackSlots, widestBits, type PairLayout } from './packing.ts';

const layouts = fc
  .record({
    rows: fc.integer({ min: 1, max: 2 ** 20 }),
    g: fc.integer({ min: 1, max: 11 }),
    h: fc.integer({ min: 1, max: 11 }),
    payload: fc.constantFrom(600, 2900),
  })
  .map(({ rows, g, h, payload }) => ({ rows, bits: { g, h }, layout: pairLayout(rows, { g, h }, payload) }));

const magnitude = (x: bigint): bigint => (x < 0n ? -x : x);

describe('packed slots', () => {
  it('come back, also when every sum is as large as it can be, and fill no more than the payload', () => {
    fc.assert(
      fc.property(
        layouts,
        fc.array(fc.tuple(fc.constantFrom(-1, 0, 1), fc.constantFrom(0, 1), fc.double())),
        (c, shape) => {
          const { rows, bits, layout } = c;
          const used = shape.slice(0, layout.slots);
          const fraction = (x: number): number => (Number.isFinite(x) ? Math.abs(x) % 1 : 1);
          const g = used.map(([sign, , x]) =>
            Math.round(sign * rows * (2 ** bits.g - 1) * (x === 0 ? 1 : fraction(x))),
          );
          const h = used.map(([, there, x]) =>
            Math.round(there * rows * (2 ** bits.h - 1) * (x === 0 ? 1 : fraction(x))),
          );
          const packed = packSlots(
            g.map((x, i) => pairValue(x, h[i]!, layout)),
            layout,
          );
          expect(magnitude(packed) < 1n << BigInt(c.layout.slots * layout.slotBits)).toBe(true);
          const sums = unpackSlots(packed, used.length, layout);
          expect([...sums.g].map((x) => x + 0)).toEqual(g.map((x) => x + 0));
          expect([...sums.h]).toEqual(h);
        },
      ),
    );
  });

  it('add up without touching: all slots at both extremes', () => {
    const layout = pairLayout(1000, { g: 3, h: 4 }, 600);
    for (const [g, h] of [
      [7000, 15_000],
      [-7000, 0],
      [-7000, 15_000],
    ] as const) {
      const row = packSlots(new Array<bigint>(layout.slots).fill(pairValue(g / 1000, h / 1000, layout)), layout);
      const sums = unpackSlots(row * 1000n, layout.slots, layout);
      expect(new Set(sums.g)).toEqual(new Set([g]));
      expect(new Set(sums.h)).toEqual(new Set([h]));
      expect(magnitude(row * 1000n) < 2n ** 598n).toBe(true);
    }
  });

  it('hold 17 pairs of a label and a count for 30,000 rows in 600 bits', () => {
    expect(pairLayout(30_000, { g: 1, h: 1 }, 600)).toMatchObject({ slots: 17, slotBits: 35 });
  });

  it('refuse bounds that n rows can exceed, and bits that are none', () => {
    expect(() => pairLayout(1_048_832, { g: 11, h: 12 }, 600)).not.toThrow();
    expect(() => pairLayout(1_048_833, { g: 11, h: 12 }, 600)).toThrow(expect.objectContaining({ code: 'overflow' }));
    expect(() => pairLayout(1, { g: 32, h: 1 }, 600)).toThrow(expect.objectContaining({ code: 'overflow' }));
    for (const bits of [
      { g: 0, h: 1 },
      { g: 1, h: 1.5 },
      { g: 1, h: 33 },
    ]) {
      expect(() => pairLayout(1, bits, 600)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
    }
  });

  it.each([1, 2, 1000, 2 ** 20])('widest bounds for %i rows are the widest', (rows) => {
    const bits = widestBits(rows);
    expect(() => pairLayout(rows, bits, 600)).not.toThrow();
    expect(() => pairLayout(rows, { ...bits, g: bits.g + 1 }, 600)).toThrow();
    if (bits.h < 32) expect(() => pairLayout(rows, { ...bits, h: bits.h + 1 }, 600)).toThrow();
  });
});

describe('a decryption that is no packing is refused', () => {
  const layout: PairLayout = pairLayout(100, { g: 1, h: 1 }, 600);
  const honest = packSlots([pairValue(3, 50, layout), pairValue(-4, 60, layout)], layout);

  it.each([
    ['something above the last slot', honest + (1n << BigInt(2 * layout.slotBits))],
    ['a plaintext above the payload', 1n << 650n],
    ['a negative one', -(1n << 650n)],
    ['a first sum in its guard bits', pairValue(2 ** layout.sumBits.g, 0, layout)],
    ['a negative one in its guard bits', pairValue(-(2 ** layout.sumBits.g), 0, layout)],
    ['a second sum in its guard bits', pairValue(0, 2 ** layout.sumBits.h, layout)],
    ['a negative second sum', -1n],
  ])('%s', (_, packed) => {
    expect(() => unpackSlots(packed, 2, layout)).toThrow(expect.objectContaining({ code: 'bad-ciphertext' }));
  });

  it('and the honest one is not', () => {
    expect(unpackSlots(honest, 2, layout)).toEqual({ g: Float64Array.of(3, -4), h: Float64Array.of(50, 60) });
  });
});

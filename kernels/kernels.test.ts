import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addResidues,
  bitsFor,
  decodeFixed,
  dotColumns,
  dotFixedColumns,
  encodeFixed,
  exponential,
  gatherLess,
  gatherMore,
  harmonicsLess,
  inverted,
  packBits,
  packedBytes,
  segmentSums,
  shuffled,
  sine,
  sortedByGroup,
  subtractFromColumn,
  subtractResidues,
  sumHarmonics,
  sumResidues,
  TURN_BITS,
  unpackBits,
} from './index.ts';

const MOD = 2n ** 64n;
const mod = (x: bigint): bigint => ((x % MOD) + MOD) % MOD;
/** Two equally long arrays, now and then longer than one chunk of the streaming kernels. */
const pair = fc
  .tuple(fc.bigUint64Array({ minLength: 1, maxLength: 40 }), fc.integer(), fc.constantFrom(1, 1, 1, 700))
  .map(([a, salt, repeat]) => {
    const long = new BigUint64Array(a.length * repeat);
    for (let i = 0; i < long.length; i++) long[i] = a[i % a.length]! * BigInt(i + 1);
    return [long, long.map((x, i) => x * 6364136223846793005n + BigInt(salt) * BigInt(i))] as const;
  });

describe('ring', () => {
  it('adds, subtracts and sums as BigInt does', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(addResidues(a, b)).toEqual(a.map((x, i) => x + b[i]!));
        expect(subtractResidues(a, b)).toEqual(a.map((x, i) => x - b[i]!));
        expect(sumResidues(a)[0]).toBe(mod(a.reduce((sum, x) => sum + x, 0n)));
      }),
    );
  });

  it('takes residues as unaligned bytes', () => {
    const a = new BigUint64Array([1n, 2n ** 63n, 5n]);
    const bytes = new Uint8Array(25);
    bytes.set(new Uint8Array(a.buffer), 1);
    expect(addResidues(bytes.subarray(1), a)).toEqual(new BigUint64Array([2n, 0n, 10n]));
    expect(() => addResidues(bytes, a)).toThrow(RangeError);
  });

  it('multiplies columns by vectors and adds to what is there', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const dot = (x: BigUint64Array, y: BigUint64Array): bigint => mod(x.reduce((sum, v, i) => sum + v * y[i]!, 0n));
        const got = dotColumns([a, b], [b, a, a], new BigUint64Array([1n, 2n, 3n, 4n, 5n, 6n]));
        const want = [dot(a, b), dot(b, b), dot(a, a), dot(b, a), dot(a, a), dot(b, a)];
        expect([...got]).toEqual(want.map((x, i) => mod(x + BigInt(i + 1))));
      }),
      { numRuns: 30 },
    );
    expect(dotColumns([], [new BigUint64Array(3)])).toHaveLength(0);
    expect(() => dotColumns([new BigUint64Array(2)], [new BigUint64Array(3)])).toThrow(RangeError);
  });

  it('handles more columns than one block of scratch', () => {
    const columns = Array.from({ length: 1500 }, (_, j) => new BigUint64Array(700).map((_, i) => BigInt(i * j)));
    const ones = new BigUint64Array(700).fill(1n);
    expect([...dotColumns(columns, [ones])]).toEqual(columns.map((_, j) => BigInt((j * 700 * 699) / 2)));
  });

  it('works with signed 16 and 32-bit columns at their extremes', () => {
    fc.assert(
      fc.property(pair, fc.boolean(), ([a, b], wide) => {
        const x = wide ? new Int32Array(a.length) : new Int16Array(a.length);
        for (let i = 0; i < x.length; i++) x[i] = Number(BigInt.asIntN(wide ? 32 : 16, a[i]!));
        x[0] = wide ? -(2 ** 31) : -(2 ** 15);
        expect(subtractFromColumn(x, b)).toEqual(b.map((v, i) => BigInt(x[i]!) - v));
        let want = 0n;
        for (let i = 0; i < x.length; i++) want += BigInt(x[i]!) * b[i]!;
        expect([...dotFixedColumns([x, x] as Int16Array[], b)]).toEqual([mod(want), mod(want)]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('fixed point', () => {
  it('rounds to the nearest, halves to even, and comes back', () => {
    const x = new Float64Array([0, -0, 1.5, -1.5, 0.5, -0.5, 2.5, 3.25, -1e6]);
    const { residues, refused } = encodeFixed(x, 0, 1e6);
    expect(refused).toBe(0);
    expect([...decodeFixed(residues, 0)]).toEqual([0, 0, 2, -2, 0, 0, 2, 3, -1e6]);
  });

  it('errs by at most half a step, and refuses what is out of bounds', () => {
    fc.assert(
      fc.property(
        fc.float64Array({ min: -1000, max: 1000, noNaN: true }),
        fc.integer({ min: 0, max: 40 }),
        (x, bits) => {
          const back = decodeFixed(encodeFixed(x, bits, 1000).residues, bits);
          x.forEach((value, i) => expect(Math.abs(value - back[i]!)).toBeLessThanOrEqual(2 ** -(bits + 1)));
        },
      ),
    );
    const bad = new Float64Array([NaN, Infinity, -Infinity, 8.000001, -9, 8, -8]);
    const { residues, refused } = encodeFixed(bad, 20, 8);
    expect(refused).toBe(5);
    expect([...decodeFixed(residues, 20)]).toEqual([0, 0, 0, 0, 0, 8, -8]);
    expect(() => encodeFixed(bad, 60, 8)).toThrow(RangeError);
  });
});

describe('indexes', () => {
  const index = fc.integer({ min: 1, max: 300 }).chain((n) =>
    fc.record({
      n: fc.constant(n),
      values: fc.bigUint64Array({ minLength: n, maxLength: n }),
      mask: fc.bigUint64Array({ minLength: n, maxLength: n }),
      index: fc.array(fc.nat(n - 1), { minLength: n, maxLength: n }).map((a) => Uint32Array.from(a)),
    }),
  );

  it('gathers', () => {
    fc.assert(
      fc.property(index, ({ values, mask, index: at }) => {
        expect(gatherLess(values, at, mask)).toEqual(mask.map((m, j) => values[at[j]!]! - m));
        expect(gatherMore(values, at, mask)).toEqual(mask.map((m, j) => values[at[j]!]! + m));
      }),
    );
  });

  it('shuffles: every draw is a permutation, and rejection draws again', () => {
    let calls = 0;
    let state = 1;
    const words = (count: number): Uint32Array => {
      calls++;
      return Uint32Array.from({ length: count }, () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0));
    };
    for (const n of [0, 1, 2, 3, 1000, 20_000]) {
      const p = shuffled(n, words);
      expect([...p].sort((a, b) => a - b)).toEqual([...Array(n).keys()]);
      const inverse = inverted(p);
      p.forEach((x, i) => expect(inverse[x]).toBe(i));
    }
    expect(calls).toBeGreaterThan(4);
    // i = 2 draws 2 bits: 3 is rejected, then 0 swaps; i = 1 draws 1 bit: 1 stays.
    const fixed = new Uint32Array(1 << 14);
    fixed.set([3, 7, 4, 1]);
    expect([...shuffled(3, () => fixed)]).toEqual([2, 1, 0]);
  });

  it('sorts stably by group and sums the segments, empty ones too', () => {
    fc.assert(
      fc.property(index, fc.integer({ min: 1, max: 9 }), ({ n, values, index: at }, nGroups) => {
        const groups = at.map((x) => x % nGroups);
        const offsets = new Uint32Array(nGroups + 1);
        groups.forEach((g) => offsets[g + 1]!++);
        for (let g = 0; g < nGroups; g++) offsets[g + 1]! += offsets[g]!;
        const rows = Uint32Array.from({ length: n }, (_, i) => i);
        const sorted = sortedByGroup(groups, rows, offsets);
        expect([...sorted]).toEqual([...rows].sort((a, b) => groups[a]! - groups[b]! || a - b));
        const want = new BigUint64Array(nGroups);
        groups.forEach((g, i) => (want[g] = want[g]! + values[i]!));
        expect(segmentSums(values, sorted, offsets)).toEqual(want);
      }),
    );
  });

  it('packs to whole bits and back, counting what is out of range', () => {
    fc.assert(
      fc.property(fc.uint32Array({ maxLength: 200 }), fc.integer({ min: 1, max: 32 }), (values, width) => {
        const low = values.map((v) => (width === 32 ? v : v & (2 ** width - 1)));
        const packed = packBits(low, width);
        expect(packed).toHaveLength(Math.ceil((values.length * width) / 8));
        const limit = Math.floor(2 ** width / 2);
        const back = unpackBits(packed, values.length, width, limit);
        expect(back.values).toEqual(low);
        expect(back.refused).toBe(low.filter((v) => v >= limit).length);
      }),
    );
    expect([bitsFor(1), bitsFor(2), bitsFor(3), bitsFor(256), bitsFor(257)]).toEqual([1, 1, 2, 8, 9]);
    expect(() => unpackBits(new Uint8Array(3), 2, 3, 8)).toThrow(RangeError);
    expect(packedBytes(2, 3)).toBe(1);
  });

  it('keeps callers’ arrays whole while its memory grows', () => {
    const small = addResidues(new BigUint64Array([1n]), new BigUint64Array([2n]));
    const n = 1 << 20;
    const rows = Uint32Array.from({ length: n }, (_, i) => n - 1 - i);
    const values = new BigUint64Array(n).map((_, i) => BigInt(i));
    const out = gatherMore(values, rows, values);
    expect(out.every((x) => x === BigInt(n - 1))).toBe(true);
    expect(small[0]).toBe(3n);
  });
});

describe('angles', () => {
  const turn = 2 ** TURN_BITS;
  const angles = fc
    .uint32Array({ maxLength: 30, max: turn - 1 })
    .map((r) => Uint32Array.from([0, turn - 1, turn / 4, ...r]));

  it('gives rounded cosines and sines of multiples', () => {
    fc.assert(
      fc.property(angles, fc.integer({ min: 1, max: 16 }), (r, terms) => {
        const out = new BigInt64Array(harmonicsLess(r, terms, 14, new BigUint64Array(r.length * terms * 2)).buffer);
        r.forEach((m, i) => {
          for (let k = 1; k <= terms; k++) {
            const at = (i * terms + k - 1) * 2;
            const angle = (2 * Math.PI * ((k * m) % turn)) / turn;
            expect(Math.abs(Number(out[at]!) - Math.cos(angle) * 2 ** 14)).toBeLessThanOrEqual(0.5 + 1e-8);
            expect(Math.abs(Number(out[at + 1]!) - Math.sin(angle) * 2 ** 14)).toBeLessThanOrEqual(0.5 + 1e-8);
          }
        });
      }),
    );
  });

  const signed = (x: bigint): bigint => BigInt.asIntN(64, x);

  it.each([
    { tableBits: 14, factorBits: 14, shift: 0, tolerance: 4e-4 },
    { tableBits: 24, factorBits: 26, shift: 22, tolerance: 4e-7 },
    { tableBits: 26, factorBits: 26, shift: 32, tolerance: 5e-6 },
  ])('is the series of the difference, in two shares: %o', ({ tableBits, factorBits, shift, tolerance }) => {
    fc.assert(
      fc.property(angles, fc.bigUint64Array({ minLength: 1, maxLength: 9 }), (r, noise) => {
        const terms = 3;
        const c = [0.7, -0.2, 0.05];
        const coefficients = Float64Array.from(c, (x) => x * 2 ** factorBits);
        // Away from both ends, where a share would not wrap as it should.
        const inner = (x: bigint): bigint => (1n << 40n) + (BigInt.asUintN(64, x) % ((1n << 64n) - (1n << 41n)));
        const one = new BigUint64Array(r.length * terms * 2).map((_, i) =>
          inner(noise[i % noise.length]! * BigInt(i + 1)),
        );
        const two = harmonicsLess(r, terms, tableBits, one);
        const m = r.map((x, i) => (x + i * 1_234_567) % turn);
        const [a, b] = [new BigUint64Array(r.length), new BigUint64Array(r.length)];
        const bits = tableBits + factorBits - shift;
        sumHarmonics(m, coefficients, one, { negative: false, shift, constant: 1n << BigInt(bits - 1) }, a);
        sumHarmonics(m, coefficients, new Uint8Array(two.buffer), { negative: true, shift, constant: 0n }, b);
        const got = decodeFixed(addResidues(a, b), bits);
        r.forEach((x, i) => {
          const angle = (2 * Math.PI * (m[i]! - x)) / turn;
          const want = 0.5 + c.reduce((sum, ck, k) => sum + ck * Math.sin((k + 1) * angle), 0);
          expect(Math.abs(got[i]! - want)).toBeLessThan(tolerance);
        });
      }),
    );
  });

  it('sums shares as integers, whatever they are', () => {
    const shares = fc.array(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(shares, fc.integer({ min: 0, max: 32 }), fc.boolean(), (values, shift, negative) => {
        // At angle 0 the factors are those of -S: 0 and -c_k.
        const c = [2 ** 26, -(2 ** 20), 12_345, -1];
        const out = new BigUint64Array(1);
        const options = { negative, shift, constant: 0n };
        sumHarmonics(new Uint32Array([0]), Float64Array.from(c), BigUint64Array.from(values), options, out);
        const less = negative ? 1n << 64n : 0n;
        const sum = c.reduce((total, ck, k) => total - BigInt(ck) * (values[2 * k + 1]! - less), 0n);
        const half = shift === 0 ? 0n : 1n << BigInt(shift - 1);
        expect(signed(out[0]!)).toBe(signed((sum + half) >> BigInt(shift)));
      }),
    );
  });

  it('refuses what could pass 64 bits on the way', () => {
    const sum = (shift: number, c: number): void =>
      sumHarmonics(new Uint32Array(1), Float64Array.of(c), new BigUint64Array(2), { negative: false, shift, constant: 0n }, new BigUint64Array(1)); // prettier-ignore
    expect(() => sum(33, 1)).toThrow(RangeError);
    expect(() => sum(22, 2 ** 30)).toThrow(RangeError);
    expect(() => sum(22, NaN)).toThrow(RangeError);
  });

  it('has its own sine and exponential, of full precision', () => {
    fc.assert(
      fc.property(fc.double({ min: -40, max: 40, noNaN: true }), (x) => {
        expect(Math.abs(sine(x) - Math.sin(x))).toBeLessThan(1e-15);
        expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(1e-15);
      }),
    );
    // Pinned bits: another engine must give the same ones.
    expect([sine(0.5), exponential(-7.25)]).toEqual([0.479425538604203, 0.000710174388842549]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellPool } from './arena.ts';
import { maskPool, MaskColumn, OwnerColumn, ownerPool, PartitionedRows, rowsPool } from './regroup.ts';

/** Rows in live nodes that part in two; a random half of the children measured. */
const cases = fc
  .record({
    rows: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 60, max: 300 })),
    padding: fc.integer({ min: 0, max: 70 }),
    bins: fc.constantFrom(1, 2, 31, 32, 300),
    live: fc.constantFrom(1, 5, 200),
    seed: fc.nat(),
  })
  .map((c) => {
    let state = c.seed + 1;
    const draw = (limit: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * limit);
    };
    const slots = c.rows + c.padding;
    // Many groups are slow to compare.
    const bins = c.live > 5 ? Math.min(c.bins, 7) : c.bins;
    const rho = Uint32Array.from({ length: slots }, (_, x) => x);
    for (let x = slots - 1; x > 0; x--) {
      const y = draw(x + 1);
      [rho[x], rho[y]] = [rho[y]!, rho[x]!];
    }
    const residues = (n: number): BigUint64Array =>
      BigUint64Array.from({ length: n }, () => (BigInt(draw(2 ** 32)) << 32n) | BigInt(draw(2 ** 32)));
    return {
      ...c,
      bins,
      slots,
      rho,
      draw,
      codes: Uint16Array.from({ length: c.rows }, () => draw(bins)),
      masked: residues(slots),
      column: residues(c.rows),
      masks: residues(slots),
    };
  });

describe('columns regrouped in memory of their own', () => {
  it('equal plain sums at both ends, step after step', () => {
    fc.assert(
      fc.property(cases, ({ rows, slots, bins, live, rho, draw, codes, masked, column, masks }) => {
        const width = 16;
        // Two columns in instances of their own, which share what is the same for all.
        const pool = ownerPool(slots, 1);
        const [owner, twin] = [new OwnerColumn(pool, slots), new OwnerColumn(pool, slots)];
        const mask = new MaskColumn(maskPool(slots), slots);
        const part = new PartitionedRows(rowsPool(slots), rows, undefined, column);
        for (const one of [owner, twin]) {
          one.setOrder(rho);
          one.setMasked(0, new Uint8Array(masked.buffer));
        }
        mask.setMasks(0, masks);
        const packed = owner.begin(codes, undefined, bins, width);
        expect(mask.begin(packed, width, bins)).toEqual({ refused: 0, padding: slots - rows });
        // The twin's rows are some of more, in another order.
        const rowOf = Uint32Array.from({ length: rows }, (_, j) => (rows - j) * 2);
        const among = new Uint16Array(rows * 2 + 1);
        codes.forEach((code, j) => (among[rowOf[j]!] = code));
        expect(twin.begin(among, rowOf, bins, width)).toEqual(packed);
        const added = new Uint8Array(column.buffer);
        owner.add(added);
        twin.add(added);

        const codeAt = (x: number): number => (rho[x]! < rows ? codes[rho[x]!]! : bins);
        const u = masked.map((value, x) => BigInt.asUintN(64, value + (rho[x]! < rows ? column[rho[x]!]! : 0n)));
        const nodeOf = new Int32Array(rows);
        const expected = (values: BigUint64Array, slotOf: (row: number) => number, measured: number) => {
          const sums = new BigUint64Array(measured * bins);
          const counts = new Uint32Array(measured * bins);
          for (let x = 0; x < slots; x++) {
            const slot = rho[x]! < rows ? slotOf(rho[x]!) : measured;
            if (slot === measured) continue;
            sums[slot * bins + codeAt(x)]! += values[x]!;
            counts[slot * bins + codeAt(x)]!++;
          }
          return { sums, counts };
        };
        const asTheyAre = (measured: number): Uint16Array =>
          Uint16Array.from({ length: measured * bins }, (_, i) => i % bins);
        const check = (
          groups: ReturnType<OwnerColumn['sumAll']>,
          values: BigUint64Array,
          slotOf: (row: number) => number,
          measured: number,
        ): void => {
          const want = expected(values, slotOf, measured);
          const sums = new BigUint64Array(measured * bins);
          expect(groups.counts()).toEqual(want.counts);
          expect(groups.join(asTheyAre(measured), sums)).toEqual(want.counts);
          expect(sums).toEqual(want.sums);
        };
        check(owner.sumAll(bins), u, () => 0, 1);
        check(mask.sumAll(bins), masks, () => 0, 1);

        let [nodes, dead] = [1, 1];
        for (let step = 0; step < 2; step++) {
          // Each live node goes to two of `live` next ones; some of those are measured.
          const measured = Math.max(1, Math.floor(live * 0.8));
          const next = new Uint32Array((dead + 1) * 2);
          for (let i = 0; i < nodes * 2; i++) {
            const to = draw(live);
            next[i] = (to | ((to < measured ? to : measured) << 16) | 0x8000_0000) >>> 0;
          }
          next.fill((live | (measured << 16)) >>> 0, dead * 2);
          const right = Uint8Array.from({ length: Math.ceil(rows / 8) }, () => draw(256));
          part.advance(right, next);
          for (let row = 0; row < rows; row++) {
            nodeOf[row] = next[nodeOf[row]! * 2 + ((right[row >> 3]! >> (row & 7)) & 1)]! & 0xffff;
          }
          const slotOf = (row: number): number => Math.min(nodeOf[row]!, measured);
          const totals = part.totals(measured);
          const table = part.table(slots, measured);
          expect(table).toBeInstanceOf(measured < 128 ? Uint8Array : Uint16Array);
          const done = owner.regroup(table, measured, bins);
          check(done, u, slotOf, measured);
          check(twin.regroup(table, measured, bins), u, slotOf, measured);
          const there = mask.regroup(done.bits, next, measured, bins);
          expect(there.refused).toBe(0);
          check(there, masks, slotOf, measured);
          const own = new BigUint64Array(measured * 2);
          for (let row = 0; row < rows; row++) {
            if (slotOf(row) === measured) continue;
            own[slotOf(row) * 2]! += column[row]!;
            own[slotOf(row) * 2 + 1]!++;
          }
          expect(totals).toEqual(own);
          nodes = dead = live;
        }
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('counts bits that move what nothing moves, and codes that are no bins', () => {
    const mask = new MaskColumn(maskPool(10), 10);
    expect(mask.begin(new Uint8Array(10).fill(0x97), 4, 8)).toEqual({ refused: 5, padding: 0 });
    expect(mask.begin(new Uint8Array(5).fill(0x38), 4, 8)).toEqual({ refused: 0, padding: 5 });
    // Live 0 may not move; the last byte has 6 bits beyond the 10 positions.
    const still = Uint32Array.of(0, 0, 1 | (1 << 16), 1 | (1 << 16));
    expect(mask.regroup(Uint8Array.of(0, 0), still, 1, 8).refused).toBe(0);
    expect(mask.regroup(Uint8Array.of(0b101, 0), still, 1, 8).refused).toBe(2);
    expect(mask.regroup(Uint8Array.of(0, 0b1111_1100), still, 1, 8).refused).toBe(6);
  });
});

describe('cells', () => {
  it('are overwritten when they are given back, and then handed out again', () => {
    const pool = new CellPool(32);
    const [one, other] = [pool.take(), pool.take()];
    expect(one.at).not.toBe(other.at);
    const held = new Uint8Array(32);
    one.arena.write(one.at, held.fill(7));
    other.arena.write(other.at, held.fill(9));
    pool.give(one);
    const again = pool.take();
    expect(again).toBe(one);
    again.arena.read(again.at, held);
    expect(held).toEqual(new Uint8Array(32));
    other.arena.read(other.at, held);
    expect(held).toEqual(new Uint8Array(32).fill(9));
  });

  it('refuse use after they were erased', () => {
    const column = new OwnerColumn(ownerPool(4), 4);
    column.erase();
    column.erase();
    expect(() => column.setOrder(new Uint32Array(4))).toThrow(RangeError);
  });
});

/**
 * A feature party gets one gradient a column: a sum over all rows of column times error. A column that is zero everywhere but
 * at one firm turns that sum into the firm's error, whose sign is its label. What stands in the way is the smallest bin, and
 * for columns without bins the leverage of the design; with either off, the attack reads every label it asks for.
 */
import { decodeFixedPoint, encodeFixedPoint } from '@coscore/crypto/ring/fixed-point.ts';
import { fineBins } from '@coscore/models/binning/fine-bins.ts';
import { seededRng } from '@coscore/models/data/rng.ts';
import type { DesignColumn } from '@coscore/models/scorecard/design-columns.ts';
import { checkLeverage, DesignMatrix } from '@coscore/models/scorecard/design.ts';
import { defaultPolicy } from '@coscore/node-core/manifest/index.ts';
import type { PartyId } from '@coscore/protocols';
import { HELPER, resultOf, seededCsprng, simulate } from '@coscore/protocols/helper/simulate.ts';
import { memoryNetwork } from '@coscore/protocols/memory-network.ts';
import { openMatVecOwner, openMatVecPeer } from '@coscore/protocols/mat-vec/index.ts';
import { describe, expect, it } from 'vitest';

const ROWS = 600;
const VICTIMS = [3, 99, 250, 301, 302, 477, 599];
const COLUMN_BITS = 12;
const ERROR_BITS = 28;
/** Guards off. */
const ANY_LEVERAGE = Infinity;

const rng = seededRng(5);
const labels = Uint8Array.from({ length: ROWS }, () => (rng.next() < 0.3 ? 1 : 0));

const indicator = (name: string, rows: ReadonlySet<number>): DesignColumn => ({
  kind: 'coded',
  name,
  codes: Uint8Array.from({ length: ROWS }, (_, row) => (rows.has(row) ? 1 : 0)),
  values: Float64Array.of(0, 1),
});

/** One column a victim, alone in it. */
const isolating = VICTIMS.map((victim) => indicator(`only ${victim}`, new Set([victim])));

/** Two columns a victim, each over hundreds of rows; they differ in the victim. */
const differing = VICTIMS.flatMap((victim, i) => {
  const crowd = new Set(Array.from({ length: ROWS / 2 }, (_, k) => (k * 7 + i * 31) % ROWS));
  crowd.delete(victim);
  return [indicator(`crowd ${i}`, crowd), indicator(`crowd ${i} and one`, new Set([...crowd, victim]))];
});

/** The gradients of the first iteration, where every logit is 0; as the stage does it: first the guard, then mat-vec. */
async function gradients(columns: readonly DesignColumn[], maxLeverage: number): Promise<Float64Array> {
  const design = new DesignMatrix(ROWS, columns);
  checkLeverage(design, maxLeverage);
  const common = { profile: 'aided', instance: 'train', helper: HELPER, products: 1, open: 'owner' } as const;
  const [bank, tax] = ['bank', 'tax'] as [PartyId, PartyId];
  const simulation = await simulate(
    memoryNetwork('job/1'),
    {
      async tax(session) {
        const own = columns.map((_, j) => design.fixedColumn(j, COLUMN_BITS));
        const matrix = await openMatVecOwner(session, { ...common, peer: bank, columns: own });
        const product = await matrix.multiply();
        await matrix.close();
        return decodeFixedPoint(product, COLUMN_BITS + ERROR_BITS);
      },
      async bank(session) {
        const matrix = await openMatVecPeer(session, { ...common, peer: tax, rows: ROWS, columns: columns.length });
        const errors = Float64Array.from(labels, (label) => 0.5 - label);
        await matrix.multiply(encodeFixedPoint(errors, { fractionBits: ERROR_BITS, bound: 1 }));
        await matrix.close();
      },
    },
    seededCsprng(1),
  );
  return resultOf(simulation, 'tax');
}

const stolen = (errors: readonly number[]): number =>
  VICTIMS.filter((victim, i) => (errors[i]! < 0 ? 1 : 0) === labels[victim]).length;

describe('columns that isolate rows', () => {
  it('are refused before a byte leaves', async () => {
    const attack = gradients(isolating, defaultPolicy.maxLeverage);
    await expect(attack).rejects.toMatchObject({ code: 'leverage-too-high', params: { leverage: 1 } });
  });

  it('are refused as pairs that only together isolate', async () => {
    const attack = gradients(differing, defaultPolicy.maxLeverage);
    await expect(attack).rejects.toMatchObject({ code: 'leverage-too-high' });
  });

  it('control: with the guard off, each column is a label', async () => {
    expect(stolen([...(await gradients(isolating, ANY_LEVERAGE))])).toBe(VICTIMS.length);
  });

  it('control: with the guard off, each pair is a label', async () => {
    const sums = await gradients(differing, ANY_LEVERAGE);
    expect(stolen(VICTIMS.map((_, i) => sums[2 * i + 1]! - sums[2 * i]!))).toBe(VICTIMS.length);
  });

  it('lets ordinary columns pass', async () => {
    const thirds = [0, 1].map((third) =>
      indicator(`third ${third}`, new Set(Array.from({ length: ROWS / 3 }, (_, k) => 3 * k + third))),
    );
    await expect(gradients(thirds, defaultPolicy.maxLeverage)).resolves.toHaveLength(2);
  });
});

describe('bins that isolate rows', () => {
  const spread = seededRng(6);
  const values = Float64Array.from({ length: ROWS }, () => Math.floor(spread.next() * 10));
  const victim = VICTIMS[0]!;
  values[victim] = 1e6;
  const levels = ['common', 'rare'];
  const columns = [
    { kind: 'number', name: 'turnover', values },
    { kind: 'category', name: 'sector', levels, codes: Int32Array.from(values, (value) => (value === 1e6 ? 1 : 0)) },
  ] as const;
  const crowd = (minRows: number, column: (typeof columns)[number]): number => {
    const train = new Uint8Array(ROWS).fill(1);
    const { codes } = fineBins(column, { train, bins: ROWS, rare: 0, minRows });
    return codes.filter((code) => code === codes[victim]).length;
  };

  it.each(columns)('hold many rows, of a $kind too', (column) => {
    expect(crowd(defaultPolicy.minRowsPerBin, column)).toBeGreaterThanOrEqual(defaultPolicy.minRowsPerBin);
  });

  it.each(columns)('control: without a floor the victim of a $kind is alone', (column) => {
    expect(crowd(1, column)).toBe(1);
  });
});

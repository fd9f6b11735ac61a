/**
 * Blind training minimises the loss of the sigmoid's tangent, which is quadratic: its optimum solves
 * `(X'X / 4 + n l2) w = X'(y - 1/2)`. The label party was told the correlation of every pair of columns (`select.correlation`)
 * and how many rows and bads each bin holds (`binning.counts`), and it gave the WoE; X'X and X'y follow. So it can compute
 * everybody's coefficients without a message of training, which the line `train.coefficients` says.
 */
import { seededRng } from '@coscore/models/data/rng.ts';
import { DesignMatrix, INTERCEPT } from '@coscore/models/scorecard/design.ts';
import type { DesignColumn } from '@coscore/models/scorecard/design-columns.ts';
import { trainLinear } from '@coscore/models/scorecard/train-linear.ts';
import type { JobContext } from '@coscore/party-node/stages/context.ts';
import { correlationAtFeatureParty, correlationAtLabelParty } from '@coscore/party-node/stages/correlations.ts';
import { openRemoteLinearSource } from '@coscore/party-node/stages/linear-source.ts';
import type { PartyId } from '@coscore/protocols';
import { memoryNetwork } from '@coscore/protocols/memory-network.ts';
import { beforeAll, describe, expect, it } from 'vitest';

const ROWS = 1500;
const L2 = 1e-3;
const bank = 'bank' as PartyId;
const tax = 'tax' as PartyId;
const WOE = Float64Array.of(-1.2, -0.3, 0.4, 1.1);

const rng = seededRng(5);
/** Columns of different parties tell much of the same thing, as good and bad firms do. */
const shared = Float64Array.from({ length: ROWS }, () => rng.next());
const coded = (name: string): Extract<DesignColumn, { kind: 'coded' }> => ({
  kind: 'coded',
  name,
  codes: Uint8Array.from(shared, (u) => Math.floor(4 * (0.6 * u + 0.4 * rng.next()))),
  values: WOE,
});
const own = { bank: [coded('loan')], tax: [coded('turnover'), coded('filings')] };
const labels = Uint8Array.from({ length: ROWS }, (_, row) => {
  const z = 0.9 * WOE[own.tax[0]!.codes[row]!]! + 0.5 * WOE[own.bank[0]!.codes[row]!]! - 0.5;
  return Number(rng.next() < 1 / (1 + Math.exp(-z)));
});

const network = memoryNetwork('job/1');
const contextOf = (self: PartyId): JobContext =>
  ({
    session: network.session(self),
    self,
    labelParty: bank,
    featureParties: [tax],
    helper: undefined,
    recipe: { profile: 'blind' },
  }) as unknown as JobContext;

async function coefficients(self: PartyId): Promise<readonly number[]> {
  const design = new DesignMatrix(ROWS, self === bank ? [INTERCEPT, ...own.bank] : own.tax);
  const source = await openRemoteLinearSource(contextOf(self), {
    design,
    ...(self === bank ? { labels } : {}),
    columns: new Map([
      [bank, 2],
      [tax, 2],
    ]),
    logitBound: 6,
    iterations: 20,
    from: 0,
  });
  const { weights } = await trainLinear(source, { l2: L2, iterations: 20, tolerance: 1e-5 });
  await source.close();
  return [...weights];
}

/** What the label party holds of a column after binning: rows and bads by bin, and the WoE that it gave. */
interface Counted {
  readonly mean: number;
  readonly deviation: number;
  /** Sum of the WoE of the bads. */
  readonly bads: number;
}

function counted({ codes }: Extract<DesignColumn, { kind: 'coded' }>): Counted {
  const rows = new Float64Array(WOE.length);
  const bads = new Float64Array(WOE.length);
  codes.forEach((bin, row) => {
    rows[bin]!++;
    bads[bin]! += labels[row]!;
  });
  const sum = (by: Float64Array, of: (value: number) => number): number =>
    by.reduce((total, count, bin) => total + count * of(WOE[bin]!), 0);
  const mean = sum(rows, (value) => value) / ROWS;
  return {
    mean,
    deviation: Math.sqrt(sum(rows, (value) => (value - mean) ** 2) / ROWS),
    bads: sum(bads, (value) => value),
  };
}

/** @param correlation [d x d] row-major. @returns [1 + d] the intercept first. */
function solved(columns: readonly Counted[], correlation: Float64Array): readonly number[] {
  const d = columns.length;
  const totalBads = labels.reduce((sum, y) => sum + y, 0);
  // The first row and column are the intercept's: a column of ones.
  const all: readonly Counted[] = [{ mean: 1, deviation: 0, bads: totalBads }, ...columns];
  const related = (i: number, j: number): number => (i === 0 || j === 0 ? 0 : correlation[(i - 1) * d + j - 1]!);
  const system = all.map((a, i) => [
    ...all.map(
      (b, j) =>
        (ROWS * (a.mean * b.mean + related(i, j) * a.deviation * b.deviation)) / 4 + (i === j && i > 0 ? ROWS * L2 : 0),
    ),
    a.bads - (ROWS * a.mean) / 2,
  ]);
  for (let i = 0; i <= d; i++) {
    for (let k = 0; k <= d; k++) {
      if (k === i) continue;
      const factor = system[k]![i]! / system[i]![i]!;
      for (let j = i; j <= d + 1; j++) system[k]![j]! -= factor * system[i]![j]!;
    }
  }
  return system.map((row, i) => row[d + 1]! / row[i]!);
}

const farthest = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((value, j) => Math.abs(value - b[j]!)));

describe('counts and correlations', () => {
  let trained: readonly number[];
  let correlation: Float64Array;
  const counts = [...own.bank, ...own.tax].map(counted);

  beforeAll(async () => {
    const columns = new Map([
      [bank, 1],
      [tax, 2],
    ]);
    [correlation] = await Promise.all([
      correlationAtLabelParty(contextOf(bank), new DesignMatrix(ROWS, own.bank), columns),
      correlationAtFeatureParty(contextOf(tax), new DesignMatrix(ROWS, own.tax), columns),
    ]);
    trained = (await Promise.all([bank, tax].map(coefficients))).flat();
  }, 120_000);

  it('give the label party every coefficient of blind training', () => {
    expect(farthest(solved(counts, correlation), trained)).toBeLessThan(1e-3);
  });

  it('control: without the correlations of columns at different parties they are wrong', () => {
    const d = counts.length;
    const within = correlation.map((value, at) => (at < d === (at % d === 0) ? value : 0));
    expect(farthest(solved(counts, within), trained)).toBeGreaterThan(0.05);
  });
});

/** What each party of the aided profile sees. Coins are fixed, so nothing here can flicker. */
import { describe, expect, it } from 'vitest';
import { wire } from '@coscore/proto';
import { bytesOf } from '@coscore/crypto/ring/bytes.ts';
import { HELPER, resultOf, seededCsprng, simulate } from '../../helper/simulate.ts';
import { BYTE_CHI_SQUARE_LIMIT, byteChiSquare, shapeOf } from '../../helper/transcript.ts';
import { memoryNetwork, type TranscriptEntry } from '../../memory-network.ts';
import { packPairs } from '../core.ts';
import { feature, generator, label, randomSteps, type Plan } from './aided.test-helper.ts';

async function transcriptOf(plan: Plan, seed: number): Promise<readonly TranscriptEntry[]> {
  const network = memoryNetwork('job/1');
  const run = await simulate(network, { bank: label(plan), tax: feature(plan) }, seededCsprng(seed));
  resultOf(run, 'bank');
  return network.transcript;
}

describe('the feature party and the helper', () => {
  const n = 512;
  const draw = generator(8);
  const steps = randomSteps(n, 4, draw);
  const codes = [0, 1].map(() => Uint16Array.from({ length: n }, () => draw(5)));
  /** The same partitions, whatever the labels. */
  const secret = (k: number): Plan => ({
    n,
    features: [5, 5].map((bins) => ({ bins, missingBin: -1 })),
    codes,
    floor: 5,
    columns: [0, 1].map(() => ({
      g: Int32Array.from({ length: n }, (_, i) => (k === 0 ? 0 : ((i * 37) % 1000) - 300)),
      h: Uint32Array.from({ length: n }, (_, i) => (k === 0 ? 0 : 1 + (i % 3))),
      wanted: [0, 1],
      steps,
    })),
  });
  const received = (transcript: readonly TranscriptEntry[], to: string): Map<string, Uint8Array[]> => {
    const kinds = new Map<string, Uint8Array[]>();
    for (const { to: receiver, kind, body } of transcript) {
      if (receiver === to) kinds.set(kind, [...(kinds.get(kind) ?? []), body]);
    }
    return kinds;
  };
  const withoutDelta = (body: Uint8Array): string => {
    const message = wire.GroupSumRefineCall.decode(body);
    return Buffer.from(wire.GroupSumRefineCall.encode({ ...message, delta: new Uint8Array(0) }).finish()).toString(
      'hex',
    );
  };

  it('see messages of a shape that does not depend on labels', async () => {
    expect(shapeOf(await transcriptOf(secret(0), 3))).toEqual(shapeOf(await transcriptOf(secret(1), 3)));
  });

  it('the feature party sees the same turns, and masks that are uniform', async () => {
    const [zero, other] = [await transcriptOf(secret(0), 3), await transcriptOf(secret(1), 4)].map((t) =>
      received(t, 'tax'),
    );
    const calls = [zero!, other!].map((kinds) => kinds.get('group-sum-refine')!);
    expect(calls[0]!.map(withoutDelta)).toEqual(calls[1]!.map(withoutDelta));
    for (const [k, kinds] of [zero!, other!].entries()) {
      const deltas = calls[k]!.map((body) => wire.GroupSumRefineCall.decode(body).delta);
      const dealt = kinds.get('dealt')!.map((body) => wire.HelperDealt.decode(body).residues);
      const masks = Buffer.concat([...deltas, ...dealt]);
      expect(masks.length).toBe(n * 8 * (2 + 4));
      expect(byteChiSquare(masks)).toBeLessThan(BYTE_CHI_SQUARE_LIMIT);
    }
    const bare = packPairs(secret(1).columns[0]!.g, secret(1).columns[0]!.h);
    expect(byteChiSquare(bytesOf(bare))).toBeGreaterThan(BYTE_CHI_SQUARE_LIMIT);
  });

  it('the helper sees the same for any secret, codes included', async () => {
    const atHelper = async (plan: Plan): Promise<string[]> =>
      (await transcriptOf(plan, 3))
        .filter(({ to }) => to === HELPER)
        .map(({ from, topic, body }) => `${from} ${topic} ${Buffer.from(body).toString('hex')}`)
        .sort();
    const elsewhere = { ...secret(1), codes: codes.map((column) => column.toReversed()) };
    expect(await atHelper(secret(0))).toEqual(await atHelper(elsewhere));
  });
});

describe('the label party', () => {
  // Six rows in two bins, parted in two: of (bin, child) there are 2, 1, 1, 2. All orders of these are to be equally likely,
  // whatever rows they are.
  const right = 0b011010;
  const plan = (codes: readonly number[]): Plan => ({
    n: 6,
    features: [{ bins: 2, missingBin: -1 }],
    codes: [Uint16Array.from(codes)],
    floor: 1,
    columns: [
      {
        g: new Int32Array(6),
        h: new Uint32Array(6),
        wanted: [0],
        steps: [{ splits: [{ node: 0, left: 1, right: 2 }], right: Uint8Array.of(right), measure: [2] }],
      },
    ],
  });
  /** How often each order of (bin, child) is seen, over many coins. */
  const ordersOf = async (codes: readonly number[], runs: number): Promise<Map<string, number>> => {
    const orders = new Map<string, number>();
    for (let seed = 0; seed < runs; seed++) {
      const replies = (await transcriptOf(plan(codes), seed))
        .filter(({ kind }) => kind === 'group-sum-refined')
        .map(({ body }) => wire.GroupSumRefineReply.decode(body).positions);
      const [bins, bits] = [replies[0]![0]!, replies[2]![0]!];
      const order = [0, 1, 2, 3, 4, 5].map((x) => ((bins >> x) & 1) * 2 + ((bits >> x) & 1)).join('');
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    return orders;
  };

  it.each([{ codes: [0, 0, 0, 1, 1, 1] }, { codes: [1, 1, 0, 1, 0, 0] }])(
    'sees every order of bins and bits alike: $codes',
    async ({ codes }) => {
      const runs = 250;
      const orders = await ordersOf(codes, runs);
      // One multiset, the same for both: the counts of (bin, node), which it is to learn.
      expect([...new Set([...orders.keys()].map((order) => [...order].sort().join('')))]).toEqual(['001233']);
      const counts = [2, 1, 1, 2];
      const possible = 180;
      // By place and value: each position holds each (bin, child) as often as its share says.
      const seen = new Float64Array(6 * 4);
      for (const [order, times] of orders) [...order].forEach((value, x) => (seen[x * 4 + Number(value)]! += times));
      let chi = 0;
      for (let x = 0; x < 6; x++) {
        counts.forEach((count, value) => {
          const due = (runs * count) / 6;
          chi += (seen[x * 4 + value]! - due) ** 2 / due;
        });
      }
      // 15 degrees of freedom: mean 15, standard deviation 5.5.
      expect(chi).toBeLessThan(15 + 6 * 5.5);
      // Of 180 orders as many runs find most; a fixed order would be one.
      expect(orders.size).toBeGreaterThan(possible / 2);
    },
    60_000,
  );

  it('sees nothing of rows that were split for good', async () => {
    const last = plan([0, 1, 0, 1, 0, 1]);
    const [column] = last.columns;
    const steps = [{ ...column!.steps[0]!, measure: [] }];
    const transcript = await transcriptOf({ ...last, columns: [{ ...column!, steps }] }, 1);
    const replies = transcript.filter(({ kind }) => kind === 'group-sum-refined');
    expect(wire.GroupSumRefineReply.decode(replies[2]!.body).positions).toHaveLength(0);
  });
});

import { describe, expect, it } from 'vitest';
import { prg } from '@coscore/crypto';
import { decodePrime } from '@coscore/crypto/ring/prime-ring.ts';
import { DesignMatrix, INTERCEPT } from '@coscore/models/scorecard/design.ts';
import { trainLinear } from '@coscore/models/scorecard/train-linear.ts';
import type { PartyId, Session } from '@coscore/protocols';
import { memoryNetwork } from '@coscore/protocols/memory-network.ts';
import type { JobContext } from './context.ts';
import { openRemoteLinearSource } from './linear-source.ts';
import { openLogitShares } from './logit-shares.ts';
import { primeRing } from './share-ring.ts';

const bank = 'bank' as PartyId;
const tax = 'tax' as PartyId;
const court = 'court' as PartyId;
const N = 600;

const words = new Uint32Array(prg(new Uint8Array(32).fill(9), 'data').bytes(N * 4 * 8).buffer);
const uniform = (i: number, j: number): number => words[i * 8 + j]! / 2 ** 32;
const column = (name: string, j: number) => {
  const codes = Uint8Array.from({ length: N }, (_, i) => Math.floor(uniform(i, j) * 4));
  return { kind: 'coded' as const, name, codes, values: Float64Array.of(-1.2, -0.3, 0.4, 1.1) };
};
const columns: Readonly<Record<string, ReturnType<typeof column>[]>> = {
  bank: [column('loan', 0)],
  tax: [column('turnover', 1), column('filings', 2)],
  court: [column('cases', 3)],
};
const labels = Uint8Array.from({ length: N }, (_, i) => {
  const z = ['loan', 'turnover', 'cases'].reduce((sum, _name, j) => {
    const { codes, values } = column('', [0, 1, 3][j]!);
    return sum + values[codes[i]!]!;
  }, -0.8);
  return Number(uniform(i, 5) < 1 / (1 + Math.exp(-z)));
});

const designOf = (party: PartyId): DesignMatrix =>
  new DesignMatrix(N, party === bank ? [INTERCEPT, ...columns[party]!] : columns[party]!);

/** Weights of every party after training together in `blind`. */
async function train(parties: readonly PartyId[]): Promise<readonly (readonly number[])[]> {
  const network = memoryNetwork('job/1');
  const role = async (self: PartyId): Promise<readonly number[]> => {
    const session: Session = network.session(self);
    const context = {
      session,
      self,
      labelParty: bank,
      featureParties: parties.slice(1),
      helper: undefined,
      recipe: { profile: 'blind' },
    } as unknown as JobContext;
    const source = await openRemoteLinearSource(context, {
      design: designOf(self),
      ...(self === bank ? { labels } : {}),
      columns: new Map(parties.map((party) => [party, designOf(party).columns.length])),
      logitBound: 12 / parties.length,
      iterations: 20,
      from: 0,
    });
    const { weights, converged } = await trainLinear(source, { l2: 1e-3, iterations: 20, tolerance: 1e-5 });
    await source.close();
    expect(converged).toBe(true);
    return [...weights];
  };
  return Promise.all(parties.map(role));
}

/** Weights of the same quadratic loss, solved by hand: (X^T X / 4 + n l2) w = X^T (y - 1/2), the intercept unpenalised. */
function oracle(parties: readonly PartyId[]): number[] {
  const x = parties.flatMap((party) =>
    designOf(party).columns.map((_, j) =>
      designOf(party).times(Float64Array.from({ length: designOf(party).columns.length }, (_w, k) => Number(k === j))),
    ),
  );
  const d = x.length;
  const a = x.map((u, i) =>
    x.map((v, j) => u.reduce((sum, value, r) => sum + value * v[r]!, 0) / 4 + (i === j && i > 0 ? N * 1e-3 : 0)),
  );
  const b = x.map((u) => u.reduce((sum, value, r) => sum + value * (labels[r]! - 0.5), 0));
  for (let i = 0; i < d; i++) {
    for (let k = i + 1; k < d; k++) {
      const factor = a[k]![i]! / a[i]![i]!;
      for (let j = i; j < d; j++) a[k]![j]! -= factor * a[i]![j]!;
      b[k]! -= factor * b[i]!;
    }
  }
  const w = new Array<number>(d).fill(0);
  for (let i = d - 1; i >= 0; i--) {
    w[i] = (b[i]! - w.reduce((sum, value, j) => sum + (j > i ? a[i]![j]! * value : 0), 0)) / a[i]![i]!;
  }
  return w;
}

describe('blind training', () => {
  it('finds the optimum of the tangent loss, with the very same weights whatever its randomness', async () => {
    const [first, second] = [await train([bank, tax]), await train([bank, tax])];
    expect(first).toEqual(second);
    const want = oracle([bank, tax]);
    first.flat().forEach((weight, j) => expect(Math.abs(weight - want[j]!)).toBeLessThan(1e-3));
  }, 120_000);

  it('does so with a party that holds no share', async () => {
    const weights = (await train([bank, tax, court])).flat();
    const want = oracle([bank, tax, court]);
    weights.forEach((weight, j) => expect(Math.abs(weight - want[j]!)).toBeLessThan(1e-3));
  }, 120_000);
});

describe('logits shared mod t', () => {
  const parties = ['bank', 'tax', 'court', 'grid', 'post'] as PartyId[];
  const team = { label: bank, first: tax, others: parties.slice(2) };
  const own = (party: PartyId): BigUint64Array =>
    BigUint64Array.of(...[1n, 2n].map((v) => v * BigInt(parties.indexOf(party) + 1)));

  it('add up over L and C, and no other part shows', async () => {
    const network = memoryNetwork('job/1');
    const shares = await Promise.all(parties.map((party) => openLogitShares(network.session(party), team, primeRing)));
    const first = await Promise.all(shares.map((share, i) => share.share(own(parties[i]!), 0)));
    expect([...decodePrime(primeRing.add(first[0]!, first[1]!), 0)]).toEqual([15, 30]);
    const seen = network.transcript.filter(({ kind }) => kind === 'logit-share').map(({ body }) => Buffer.from(body));
    expect(seen).toHaveLength(3);
    for (const body of seen)
      for (const value of [1n, 2n, 3n, 4n, 5n].flatMap((k) => [k, 2n * k]))
        expect(body.includes(Buffer.from(BigUint64Array.of(value, 2n * value).buffer))).toBe(false);
  });

  it('refuses a share that is no residue, and one of another iteration', async () => {
    const two = { label: bank, first: tax, others: [court] };
    for (const [change, code] of [
      [(body: Uint8Array) => body.fill(0xff, body.length - 8), 'out-of-range'],
      [(body: Uint8Array) => body, 'replayed'],
    ] as const) {
      const network = memoryNetwork('job/1', {
        tamper: (entry) =>
          entry.kind === 'logit-share' ? [{ ...entry, body: change(new Uint8Array(entry.body)) }] : [entry],
      });
      const [label, , other] = await Promise.all(
        [bank, tax, court].map((party) => openLogitShares(network.session(party), two, primeRing)),
      );
      await other!.share(own(court), 0);
      await expect(label!.share(own(bank), code === 'replayed' ? 1 : 0)).rejects.toMatchObject({ code });
    }
  });
});

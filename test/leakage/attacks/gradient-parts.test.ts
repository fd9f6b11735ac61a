/**
 * In blind training a party without a share (D) gets its gradient in two parts: its columns times L's share of the residual,
 * and times C's. Both hold D's own part of the logits under a mask that D drew itself, so where D is the only such party it can
 * take the mask out of either. What is left must say nothing but the sum: else D has its columns times L's residual, labels
 * and all, and times C's part of the score, which are sums over rows of two other parties' data that it was never to see.
 */
import {
  addPrime,
  decodePrime,
  dotFixedColumnsPrime,
  encodePrime,
  subtractPrime,
} from '@coscore/crypto/ring/prime-ring.ts';
import { seededRng } from '@coscore/models/data/rng.ts';
import { DesignMatrix, INTERCEPT } from '@coscore/models/scorecard/design.ts';
import type { DesignColumn } from '@coscore/models/scorecard/design-columns.ts';
import { openBlindResiduals } from '@coscore/party-node/stages/blind-residuals.ts';
import type { JobContext } from '@coscore/party-node/stages/context.ts';
import type { RemoteLinearSetup } from '@coscore/party-node/stages/linear-source.ts';
import { openLogitShares } from '@coscore/party-node/stages/logit-shares.ts';
import { fixedColumns, openGradientProducts } from '@coscore/party-node/stages/residual-products.ts';
import { primeRing } from '@coscore/party-node/stages/share-ring.ts';
import { wire } from '@coscore/proto';
import type { PartyId } from '@coscore/protocols';
import { type MemoryNetwork, memoryNetwork } from '@coscore/protocols/memory-network.ts';
import { beforeAll, describe, expect, it } from 'vitest';

const ROWS = 300;
const bank = 'bank' as PartyId;
const tax = 'tax' as PartyId;
const court = 'court' as PartyId;
const parties = [bank, tax, court];
const team = { label: bank, first: tax, others: [court] };
/** As of a training that was resumed. */
const ITERATIONS = [7, 8];

const rng = seededRng(21);
const coded = (name: string): DesignColumn => ({
  kind: 'coded',
  name,
  codes: Uint8Array.from({ length: ROWS }, () => rng.below(4)),
  values: Float64Array.of(-1.2, -0.3, 0.4, 1.1),
});
const designs = new Map([
  [bank, new DesignMatrix(ROWS, [INTERCEPT, coded('loan')])],
  [tax, new DesignMatrix(ROWS, [coded('turnover'), coded('filings')])],
  [court, new DesignMatrix(ROWS, [coded('cases'), coded('liens')])],
]);
const labels = Uint8Array.from({ length: ROWS }, () => Number(rng.next() < 0.4));
const logits = new Map(parties.map((party) => [party, designs.get(party)!.times(Float64Array.of(0.4, -0.7))]));
const quarter = (party: PartyId): Float64Array => logits.get(party)!.map((z) => z / 4);

const contextOf = (network: MemoryNetwork, self: PartyId): JobContext =>
  ({
    session: network.session(self),
    self,
    labelParty: bank,
    featureParties: [tax, court],
    helper: undefined,
    recipe: { profile: 'blind' },
  }) as unknown as JobContext;

const setupOf = (self: PartyId): RemoteLinearSetup => ({
  design: designs.get(self)!,
  ...(self === bank ? { labels } : {}),
  columns: new Map(parties.map((party) => [party, 2])),
  logitBound: 4,
  iterations: 9,
  from: 7,
});

type Holder = (network: MemoryNetwork, self: PartyId) => Promise<void>;

const asBuilt: Holder = async (network, self) => {
  const residuals = await openBlindResiduals(contextOf(network, self), setupOf(self), team);
  for (const iteration of ITERATIONS) await residuals.gradientSums(logits.get(self)!, iteration);
  await residuals.close();
};

const RESIDUAL = { fractionBits: 14, bound: 1 };

/** A holder whose share is what it got, its own part, and the labels: no more. */
const withoutMask: Holder = async (network, self) => {
  const context = contextOf(network, self);
  const [shares, products] = await Promise.all([
    openLogitShares(context.session, team, primeRing),
    openGradientProducts(context, setupOf(self), team, fixedColumns(designs.get(self)!, 11)),
  ]);
  const constant = encodePrime(
    Float64Array.from(labels, (y) => (self === bank ? 0.5 - y : 0)),
    RESIDUAL,
  );
  for (const iteration of ITERATIONS) {
    const share = await shares.share(encodePrime(quarter(self), RESIDUAL), iteration);
    await products.multiply(addPrime(share, constant));
  }
  await products.close();
};

interface Parts {
  /** [2] what D has of L's share, without what it put there itself. */
  readonly fromLabel: Float64Array;
  readonly fromFirst: Float64Array;
  /** [2] */
  readonly gradient: Float64Array;
}

/** D keeps to the protocol, and looks at what it gets. @returns an iteration each */
async function seenByCourt(holder: Holder): Promise<readonly Parts[]> {
  const network = memoryNetwork('job/1');
  const [, , seen] = await Promise.all([holder(network, bank), holder(network, tax), curious(network)]);
  return seen;
}

async function curious(network: MemoryNetwork): Promise<Parts[]> {
  const context = contextOf(network, court);
  const columns = fixedColumns(designs.get(court)!, 11);
  const [shares, products] = await Promise.all([
    openLogitShares(context.session, team, primeRing),
    openGradientProducts(context, setupOf(court), team, columns),
  ]);
  const own = encodePrime(quarter(court), RESIDUAL);
  const seen: Parts[] = [];
  for (const iteration of ITERATIONS) {
    await shares.share(own, iteration);
    const [fromLabel, fromFirst] = await products.multiply(undefined);
    const sent = network.transcript.filter(({ kind }) => kind === 'logit-share').at(-1)!;
    const hidden = primeRing.read(wire.JobLogitShare.decode(sent.body).values, ROWS, 'the logit share');
    const without = (part: BigUint64Array, put: BigUint64Array): Float64Array =>
      decodePrime(subtractPrime(part, dotFixedColumnsPrime(columns, put)), 25);
    seen.push({
      fromLabel: without(fromLabel!, hidden),
      fromFirst: without(fromFirst!, subtractPrime(own, hidden)),
      gradient: decodePrime(addPrime(fromLabel!, fromFirst!), 25),
    });
  }
  await products.close();
  return seen;
}

const times = (u: Float64Array): Float64Array => designs.get(court)!.transposeTimes(u);
const ofLabel = times(quarter(bank).map((z, row) => z + 0.5 - labels[row]!));
const ofFirst = times(quarter(tax));
const apart = (a: Float64Array, b: Float64Array): number => Math.max(...a.map((value, j) => Math.abs(value - b[j]!)));

describe('the two parts of a gradient', () => {
  let runs: readonly Parts[];

  beforeAll(async () => {
    runs = [...(await seenByCourt(asBuilt)), ...(await seenByCourt(asBuilt))];
  }, 60_000);

  it('add up to what the party may know', () => {
    const own = times(quarter(court));
    const truth = ofLabel.map((value, j) => value + ofFirst[j]! + own[j]!);
    for (const { gradient } of runs) expect(apart(gradient, truth)).toBeLessThan(0.05);
  });

  it('say nothing of the label party’s residual or of another party’s score', () => {
    // Uniform up to 2^24: nearer than 1 by accident once in ten million.
    for (const { fromLabel, fromFirst } of runs) {
      expect(apart(fromLabel, ofLabel)).toBeGreaterThan(1);
      expect(apart(fromFirst, ofFirst)).toBeGreaterThan(1);
    }
  });

  it('are others in every iteration and in every run of the same inputs', () => {
    for (const [k, one] of runs.entries())
      for (const other of runs.slice(k + 1)) {
        expect(apart(one.fromLabel, other.fromLabel)).toBeGreaterThan(1);
        expect(apart(one.fromFirst, other.fromFirst)).toBeGreaterThan(1);
      }
  });

  it('control: without a mask between the two holders they are two parties’ sums, apart', async () => {
    for (const { fromLabel, fromFirst } of await seenByCourt(withoutMask)) {
      expect(apart(fromLabel, ofLabel)).toBeLessThan(0.05);
      expect(apart(fromFirst, ofFirst)).toBeLessThan(0.05);
    }
  }, 60_000);
});

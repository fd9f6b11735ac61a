import { describe, expect, it } from 'vitest';
import { recipeSchema } from '@coscore/node-core/recipe/index.ts';
import type { PartyId } from '@coscore/protocols';
import type { GroupSums } from '@coscore/protocols/group-sum/index.ts';
import { finishDeals, serveHelper } from '@coscore/protocols/helper/index.ts';
import { memoryNetwork } from '@coscore/protocols/memory-network.ts';
import { openBinSums, sumOwnBins } from './bin-sums.ts';
import type { JobContext } from './context.ts';

const bank = 'bank' as PartyId;
const tax = 'tax' as PartyId;
const park = 'park' as PartyId;
const helper = 'coordinator' as PartyId;

const labels = Uint8Array.of(1, 0, 0, 1, 1, 0);
const codes = new Map([
  [tax, [Uint16Array.of(0, 1, 1, 2, 0, 2), Uint16Array.of(0, 0, 0, 1, 1, 1)]],
  [park, [Uint16Array.of(1, 1, 0, 0, 0, 0)]],
]);
const bins = new Map([
  [tax, [3, 2]],
  [park, [2]],
]);
const expected = new Map([
  [
    tax,
    [
      [2, 0, 1],
      [1, 2],
    ],
  ],
  [park, [[2, 1]]],
]);

function rowsIn(party: PartyId, feature: number): number[] {
  const rows = new Array<number>(bins.get(party)![feature]!).fill(0);
  for (const code of codes.get(party)![feature]!) rows[code]!++;
  return rows;
}

function contexts(more: object): (self: PartyId) => JobContext {
  const network = memoryNetwork('job/1');
  const source = { data: 'x.csv', id: 'id' };
  const recipe = recipeSchema.parse({
    name: 'bins',
    parties: {
      bank: { role: 'label', label: 'y', ...source },
      tax: { role: 'feature', ...source },
      park: { role: 'feature', ...source },
    },
    ...more,
  });
  return (self) => ({
    job: 'job',
    attempt: 1,
    recipe,
    self,
    labelParty: bank,
    featureParties: [tax, park],
    columns: new Map(),
    helper: recipe.profile === 'aided' ? helper : undefined,
    session: network.session(self),
    progress: () => undefined,
  });
}

describe('bads and rows by bin', () => {
  it.each([
    ['aided', { profile: 'aided' }],
    ['blind, which asks no helper', { profile: 'blind' }],
    ['blind with Paillier', { profile: 'blind', additive: 'paillier' }],
  ])('%s', { timeout: 60_000 }, async (_, more) => {
    const contextOf = contexts(more);
    const checked: string[] = [];
    const finish = async ({ session, helper: dealer }: JobContext): Promise<void> => {
      if (dealer !== undefined) await finishDeals(session, dealer);
    };
    const atLabel = async (): Promise<readonly (readonly GroupSums[])[]> => {
      const context = contextOf(bank);
      const sums = openBinSums(context, labels);
      const check =
        (party: PartyId) =>
        (feature: number, counts: Uint32Array): void => {
          expect([...counts]).toEqual(rowsIn(party, feature));
          checked.push(`${party} ${feature}`);
        };
      const both = await Promise.all([sums.of(tax, 2, check(tax)), sums.of(park, 1, check(park))]);
      expect(checked.sort()).toEqual(['park 0', 'tax 0', 'tax 1']);
      await sums.close();
      await finish(context);
      return both;
    };
    const atFeature = async (party: PartyId): Promise<void> => {
      const context = contextOf(party);
      await sumOwnBins(context, codes.get(party)!, bins.get(party)!);
      await finish(context);
    };
    const dealer = contextOf(bank).helper;
    const [[left, right]] = await Promise.all([
      atLabel(),
      atFeature(tax),
      atFeature(park),
      dealer === undefined ? undefined : serveHelper(contextOf(dealer).session, { parties: [bank, tax, park] }),
    ]);
    for (const [party, got] of [
      [tax, left],
      [park, right],
    ] as const) {
      expect(got?.map(({ g }) => [...g])).toEqual(expected.get(party));
      for (const { h, counts } of got ?? []) expect([...h]).toEqual([...counts]);
    }
  });
});

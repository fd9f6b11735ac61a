/** Formulas against what real roles send: a forest grown over the memory network, every byte counted. */
import { derivativeBits } from '@coscore/models/gbdt/derivatives.ts';
import { GRADIENT_BITS } from '../stages/gbdt/forest-options.ts';
import { describe, expect, it } from 'vitest';
import { localSource } from '@coscore/models/gbdt/local-source.ts';
import { defaultGbdt } from '@coscore/models/gbdt/options.ts';
import { trainForest } from '@coscore/models/gbdt/train-forest.ts';
import { GroupSumKey } from '@coscore/protocols/group-sum/index.ts';
import {
  openRefinedAsLabel,
  SealedColumns,
  serveRefinedAsFeature,
} from '@coscore/protocols/group-sum/refined/index.ts';
import { finishDeals, serveHelper } from '@coscore/protocols/helper/index.ts';
import { memoryNetwork } from '@coscore/protocols/memory-network.ts';
import type { PartyId, Session } from '@coscore/protocols';
import { RemoteForestSource } from '../stages/gbdt/remote-source.ts';
import { SplitOwner } from '../stages/gbdt/split-owner.ts';
import { exchangesOf, treeLinks, type PlanProfile } from './bytes.ts';
import { stepsOf, type PlanShape } from './shape.ts';

const BANK = 'bank' as PartyId;
const HELPER = 'helper' as PartyId;

interface Sizes {
  readonly rows: number;
  readonly columns: number;
  readonly owners: readonly PartyId[];
  readonly bins: number;
  readonly trees: number;
  readonly depth: number;
  readonly leaves: number;
}

const shapeOf = ({ rows, columns, owners, bins, trees, depth, leaves }: Sizes): PlanShape => ({
  rows,
  counted: rows,
  label: { party: BANK, bins: new Array<number>(columns).fill(bins) },
  features: owners.map((party) => ({ party, bins: new Array<number>(columns).fill(bins) })),
  coordinator: 'coordinator',
  helper: HELPER,
  trees,
  depth,
  leaves,
  columnSample: 1,
  additive: 'okamoto-uchiyama',
});

/** Bytes and messages of each link, of all trees. */
async function sent(sizes: Sizes, profile: PlanProfile): Promise<Map<string, { bytes: number; messages: number }>> {
  const { rows, columns, owners, bins, trees, depth, leaves } = sizes;
  const network = memoryNetwork('plan/1');
  const codesOf = (party: number): Uint16Array[] =>
    Array.from({ length: columns }, (_, f) =>
      Uint16Array.from(
        { length: rows },
        (_row, i) => (Math.imul(i + 1, 2654435761 + 97 * (party * columns + f)) >>> 8) % bins,
      ),
    );
  const features = Array.from({ length: columns }, (_, f) => ({
    feature: `x${f}`,
    bins,
    ordered: true,
    missingBin: -1,
  }));
  const shared = { instance: 'forest', n: rows, features } as const;
  const aided = { profile: 'aided', helper: HELPER, columns: trees } as const;
  const label = async (session: Session): Promise<void> => {
    const key =
      profile === 'blind' ? await GroupSumKey.open({ scheme: 'okamoto-uchiyama', rows: rows * trees }) : undefined;
    const sealed =
      key === undefined
        ? undefined
        : new SealedColumns(key, { readers: owners.length, bits: derivativeBits(GRADIENT_BITS, rows) });
    const opened = await Promise.all(
      owners.map((featureParty) =>
        openRefinedAsLabel(
          session,
          sealed === undefined
            ? { ...shared, ...aided, featureParty }
            : { ...shared, profile: 'blind', sealed, featureParty },
        ),
      ),
    );
    const remotes = opened.map(
      (sums, i) => new RemoteForestSource({ party: owners[i]!, features, sums, rows, trees: 0 }),
    );
    const labels = Uint8Array.from({ length: rows }, (_, i) => (Math.imul(i + 7, 2246822519) >>> 9) % 2);
    await trainForest({
      sources: [localSource({ party: BANK, features, codes: codesOf(0), rows }), ...remotes],
      labels,
      options: { ...defaultGbdt, trees, depth, leaves, minRowsPerLeaf: 1, minChildWeight: 0, lambda: 0 },
    });
    await Promise.all(opened.map((sums) => sums.close()));
    await key?.destroy();
    if (profile === 'aided') await finishDeals(session, HELPER);
  };
  const feature = async (session: Session, party: number): Promise<void> => {
    const codes = codesOf(party + 1);
    const train = new Uint8Array(rows).fill(1);
    const owner = new SplitOwner({
      labelParty: BANK,
      features,
      codes,
      rows,
      depth,
      trees,
      train,
      grown: rows,
      rowSample: 1,
      leastRows: 1,
      onKeep: () => undefined,
    });
    const own = {
      ...shared,
      labelParty: BANK,
      codes,
      joinBins: (child: Uint32Array) => new Uint8Array(child.length).fill(1),
    };
    await serveRefinedAsFeature(
      session,
      profile === 'aided' ? { ...own, ...aided } : { ...own, profile: 'blind', scheme: 'okamoto-uchiyama' },
      owner,
    );
    if (profile === 'aided') await finishDeals(session, HELPER);
  };
  await Promise.all([
    label(network.session(BANK)),
    ...owners.map((party, i) => feature(network.session(party), i)),
    ...(profile === 'aided' ? [serveHelper(network.session(HELPER), { parties: [BANK, ...owners] })] : []),
  ]);
  const links = new Map<string, { bytes: number; messages: number }>();
  for (const { from, to, body } of network.transcript) {
    const link = links.get(`${from} > ${to}`) ?? { bytes: 0, messages: 0 };
    links.set(`${from} > ${to}`, { bytes: link.bytes + body.length, messages: link.messages + 1 });
  }
  return links;
}

const two = ['tax' as PartyId, 'utility' as PartyId];
const small: Sizes = { rows: 6000, columns: 4, owners: two.slice(0, 1), bins: 16, trees: 3, depth: 4, leaves: 0 };

describe('bytes of a tree', () => {
  it.each([
    ['aided', small],
    ['aided', { ...small, owners: two }],
    ['aided', { ...small, leaves: 7, depth: 9, trees: 6 }],
    ['blind', { ...small, rows: 1000, trees: 1, bins: 24 }],
    ['blind', { ...small, rows: 1000, trees: 1, owners: two, bins: 5 }],
  ] as const)(
    'are what the roles send (%s, %j)',
    async (profile, sizes) => {
      const links = await sent(sizes, profile);
      const planned = treeLinks(shapeOf(sizes), profile);
      for (const { from, to, bytes, messages } of planned) {
        const real = links.get(`${from} > ${to}`)!;
        const ratio = bytes / (real.bytes / sizes.trees);
        // Whose columns split is chance: whether an answer has sides of rows in it is known on average only.
        const tolerance = to === BANK ? 0.1 : 0.03;
        expect.soft(Math.abs(ratio - 1), `bytes ${from} > ${to}: ${ratio}`).toBeLessThan(tolerance);
        expect.soft(Math.abs(messages - real.messages / sizes.trees), `messages ${from} > ${to}`).toBeLessThan(3);
        links.delete(`${from} > ${to}`);
      }
      // What is left asks the helper for deals.
      for (const { bytes } of links.values()) expect(bytes).toBeLessThan(2000);
    },
    240_000,
  );

  it('grow with the columns that a tree may use, and not with those it may not', () => {
    const bytes = (columnSample: number): number =>
      treeLinks({ ...shapeOf(small), columnSample }, 'aided').find(({ from }) => from === HELPER)!.bytes;
    expect(bytes(0.5)).toBe(bytes(1) / 2);
  });

  it('are nothing for a party without columns', () => {
    expect(treeLinks({ ...shapeOf(small), features: [{ party: 'tax', bins: [] }] }, 'aided')).toEqual([]);
  });
});

it('has as many exchanges as the issue allows', () => {
  const shape = shapeOf({ ...small, depth: 5 });
  expect(exchangesOf(shape)).toBe(6);
  expect(exchangesOf({ ...shape, features: [...shape.features, ...shape.features] })).toBe(10);
  const idle = { party: 'idle', bins: [] };
  expect(exchangesOf({ ...shape, features: [...shape.features, idle] }), 'nobody asks who has no columns').toBe(6);
  expect(stepsOf({ depth: 3, leaves: 0 })).toEqual([
    { splits: 1, measured: 1 },
    { splits: 2, measured: 2 },
    { splits: 4, measured: 0 },
  ]);
  expect(stepsOf({ depth: 9, leaves: 3 })).toEqual([
    { splits: 1, measured: 1 },
    { splits: 1, measured: 0 },
  ]);
});

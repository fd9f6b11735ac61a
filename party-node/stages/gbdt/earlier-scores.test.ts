import { seededRng } from '@coscore/models/data/rng.ts';
import type { Forest, TreeNode } from '@coscore/models/gbdt/forest.ts';
import { forestScores, sideBytes } from '@coscore/models/serve/forest-rows.ts';
import { wire } from '@coscore/proto';
import { type PartyId, receive, send } from '@coscore/protocols';
import { memoryNetwork } from '@coscore/protocols/memory-network.ts';
import { expect, it } from 'vitest';
import type { JobContext } from '../context.ts';
import { answerForEarlier, earlierScores, type OwnSides } from './earlier-scores.ts';

const [BANK, TAX, REGISTRY] = ['bank', 'tax', 'registry'] as [PartyId, PartyId, PartyId];
const PARTIES = [BANK, TAX, REGISTRY];
/** More than are followed at once. */
const ROWS = 2 ** 17 + 203;
/** Enough where nothing depends on their number. */
const FEW = 203;
const BINS = 8;
const rng = seededRng(3);

const own = new Map<PartyId, OwnSides & { readonly records: { feature: number; goesLeft: Uint8Array }[] }>(
  PARTIES.map((party) => [
    party,
    {
      records: [],
      codes: [0, 1].map(() => Uint16Array.from({ length: ROWS }, () => rng.below(BINS))),
    },
  ]),
);

/** Of random shape, its splits at anybody's columns. */
function treeOf(depth: number): { nodes: TreeNode[] } {
  const nodes: TreeNode[] = [];
  const grow = (left: number): number => {
    const id = nodes.push({ kind: 'leaf', value: rng.next() - 0.5, rows: 1, hessian: 1 }) - 1;
    if (left === 0 || (left < depth && rng.below(4) === 0)) return id;
    const owner = PARTIES[rng.below(3)]!;
    const feature = rng.below(2);
    const record = own.get(owner)!.records.push({ feature, goesLeft: Uint8Array.from({ length: BINS }, () => rng.below(2)) }) - 1; // prettier-ignore
    const children = { left: grow(left - 1), right: grow(left - 1) };
    nodes[id] = { kind: 'split', owner, record, feature, gain: 1, ...children, rows: 2, hessian: 2, value: 0 };
    return id;
  };
  grow(depth);
  return { nodes };
}
// So many that one message does not hold a level of them.
const forest: Forest = { objective: 'binary', baseScore: -1.5, trees: Array.from({ length: 300 }, () => treeOf(4)) };

function scoresFrom(of: Forest, rows: number, tamper?: (left: Uint8Array) => Uint8Array): Promise<Float64Array> {
  const network = memoryNetwork('job/1');
  const context = (self: PartyId): JobContext =>
    ({ self, labelParty: BANK, featureParties: [TAX, REGISTRY], session: network.session(self) }) as unknown as JobContext; // prettier-ignore
  const liar = async (): Promise<void> => {
    const channel = network.session(REGISTRY).channel(BANK, 'train');
    const { reach } = await receive<wire.JobForestReach>(channel, 'forest-reach', wire.JobForestReach);
    await send(channel, 'forest-sides', wire.JobForestSides, { left: tamper!(reach) });
  };
  const answering = [
    answerForEarlier(context(TAX), own.get(TAX)!),
    tamper === undefined ? answerForEarlier(context(REGISTRY), own.get(REGISTRY)!) : liar(),
  ];
  const scores = earlierScores(context(BANK), of, own.get(BANK)!, [TAX, REGISTRY], rows);
  return Promise.all([scores, ...(tamper === undefined ? answering : [])]).then(([found]) => found);
}

it.each([
  ['many trees', 300, FEW],
  ['many rows', 4, ROWS],
])('gives every row the score that its leaves add up to, to the last bit: %s', async (_what, trees, rows) => {
  const some = { ...forest, trees: forest.trees.slice(0, trees) };
  const bytes = sideBytes(rows);
  const sides = new Map(
    [...own].map(([party, { records: all, codes }]) => {
      // Trees of depth 4 have no more.
      const records = all.slice(0, trees * 15);
      const bits = new Uint8Array(records.length * bytes);
      records.forEach(({ feature, goesLeft }, record) => {
        for (let row = 0; row < rows; row++)
          if (goesLeft[codes[feature]![row]!] === 1) bits[record * bytes + (row >> 3)]! |= 1 << (row & 7);
      });
      return [party as string, bits] as const;
    }),
  );
  expect(await scoresFrom(some, rows)).toEqual(forestScores(some, sides, rows));
});

it('refuses sides of another size, and of rows that are not in the node', async () => {
  await expect(scoresFrom(forest, FEW, (reach) => reach.subarray(1))).rejects.toMatchObject({ code: 'wrong-size' });
  await expect(scoresFrom(forest, FEW, (reach) => reach.map((byte) => ~byte))).rejects.toMatchObject({
    code: 'out-of-range',
  });
});

it.each([
  ['a split that is not there', { first: 0, rows: 8, records: Uint8Array.of(0xff, 0xff, 0, 0), reach: Uint8Array.of(1) }, 'out-of-range'], // prettier-ignore
  ['rows that are not there', { first: ROWS - 3, rows: 8, records: new Uint8Array(4), reach: Uint8Array.of(1) }, 'out-of-range'], // prettier-ignore
  ['fewer bits than rows', { first: 0, rows: 9, records: new Uint8Array(4), reach: Uint8Array.of(1) }, 'wrong-size'],
  ['a split twice', { first: 0, rows: 8, records: new Uint8Array(8), reach: Uint8Array.of(1, 1) }, 'replayed'],
  ['half a number', { first: 0, rows: 8, records: new Uint8Array(3), reach: Uint8Array.of(1) }, 'wrong-size'],
])('an owner refuses to be asked about %s', async (_what, message, code) => {
  const network = memoryNetwork('job/1');
  await send(network.session(BANK).channel(TAX, 'train'), 'forest-reach', wire.JobForestReach, message);
  const context = { self: TAX, labelParty: BANK, session: network.session(TAX) } as unknown as JobContext;
  await expect(answerForEarlier(context, own.get(TAX)!)).rejects.toMatchObject({ code });
});

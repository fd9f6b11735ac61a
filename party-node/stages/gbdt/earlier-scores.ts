/**
 * Where the common rows end in the trees of an earlier forest (warm start), level by level over all trees at once: the label
 * party says which rows are in the nodes of an owner's splits, and the owner which of them go left. So it is told what training
 * told, and nothing of nodes that a row does not reach; and the owner which rows stand together in its nodes, as in training.
 *
 * Messages are as long as if all splits of the level were the receiver's: the relay sees their sizes, and knows the shape of
 * the trees, but not whose columns part them.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Forest, Split, SplitRecord } from '@coscore/models/gbdt/forest.ts';
import { wire } from '@coscore/proto';
import { ProtocolError, receive, send, type PartyId } from '@coscore/protocols';
import { toBytes, u32 } from '../bytes.ts';
import type { JobContext } from '../context.ts';

/** Rows that are followed at once, and node numbers of two bytes, one a tree and row, that are held of them: 256 MB. */
const BLOCK_ROWS = 2 ** 17;
const BLOCK_CELLS = 2 ** 27;
/** Splits in a message: some 4 MB of bits of a whole block. */
const SPLITS = 256;
/** In place of a record: room for a split that is not the receiver's. */
const NONE = 0xffff_ffff;

/** One split of the level under way. */
interface Place {
  readonly tree: number;
  /** Nodes of the tree. */
  readonly nodes: number;
  readonly node: number;
  readonly split: Split;
}

/** What it takes to say which rows go left: own columns. */
export interface OwnSides {
  readonly records: readonly SplitRecord[];
  /** [features][rows] */
  readonly codes: readonly Uint16Array[];
}

/**
 * At the label party. @param owners those that answer: the feature parties with columns. @param rows common ones.
 * @returns [rows] raw scores, added up in the order in which the trainer does it.
 * @throws ProtocolError `wrong-size`, `out-of-range` for an answer that is none.
 */
export async function earlierScores(
  context: JobContext,
  forest: Forest,
  own: OwnSides,
  owners: readonly PartyId[],
  rows: number,
): Promise<Float64Array> {
  const levels = levelsOf(forest);
  const scores = new Float64Array(rows);
  const block = Math.min(BLOCK_ROWS, Math.ceil(BLOCK_CELLS / forest.trees.length));
  for (let first = 0; first < rows; first += block) {
    const count = Math.min(block, rows - first);
    const nodeOf = forest.trees.map(() => new Uint16Array(count));
    for (const level of levels) {
      const of = (party: string): Place[] => level.filter(({ split }) => split.owner === party);
      const asked = owners.map(async (party) => {
        for (const places of chunks(of(party), level.length)) await ask(context, party, first, count, places, nodeOf);
      });
      for (const places of chunks(of(context.self), 0)) move(places, ownSides(own, first, count, numbers(places), reachOf(places, nodeOf, count)), nodeOf); // prettier-ignore
      await Promise.all(asked);
      // Timers and messages of this process want their turn also where nobody is asked.
      await nextTurn();
    }
    for (let row = 0; row < count; row++) {
      let score = forest.baseScore;
      forest.trees.forEach(({ nodes }, tree) => (score += nodes[nodeOf[tree]![row]!]!.value));
      scores[first + row] = score;
    }
  }
  await Promise.all(
    owners.map((party) => send(context.session.channel(party, 'train'), 'forest-reach', wire.JobForestReach, {})),
  );
  return scores;
}

/**
 * At an owner, until the label party has all: of a split each row is asked about once, from the first on.
 * @throws ProtocolError `out-of-range`, `wrong-size`, `replayed`.
 */
export async function answerForEarlier({ session, labelParty }: JobContext, own: OwnSides): Promise<void> {
  const channel = session.channel(labelParty, 'train');
  /** [records] rows before this one have been answered for. */
  const answered = new Uint32Array(own.records.length);
  for (;;) {
    const { first, rows, records, reach } = await receive<wire.JobForestReach>(channel, 'forest-reach', wire.JobForestReach); // prettier-ignore
    if (records.length === 0) return;
    const asked = u32(records, Math.floor(records.length / 4), `the splits that ${labelParty} asks about`);
    const known = asked.every((record) => record === NONE || record < own.records.length);
    if (!known || rows === 0 || first + rows > (own.codes[0]?.length ?? 0))
      throw new ProtocolError('out-of-range', `${labelParty} asks about splits or rows that the earlier forest does not have`); // prettier-ignore
    if (reach.length !== asked.length * bitBytes(rows))
      throw new ProtocolError('wrong-size', `${labelParty} sent ${reach.length} bytes of rows for ${asked.length} splits`); // prettier-ignore
    for (const record of asked) {
      if (record === NONE) continue;
      if (first < answered[record]!)
        throw new ProtocolError('replayed', `${labelParty} asks about rows of a split of the earlier forest twice`);
      answered[record] = first + rows;
    }
    await send(channel, 'forest-sides', wire.JobForestSides, { left: ownSides(own, first, rows, asked, reach) });
  }
}

const bitBytes = (rows: number): number => (rows + 7) >> 3;

const numbers = (places: readonly (Place | undefined)[]): Uint32Array =>
  Uint32Array.from(places, (place) => place?.split.record ?? NONE);

/** Splits by their depth, tree by tree. */
function levelsOf({ trees }: Forest): readonly (readonly Place[])[] {
  const levels: Place[][] = [];
  trees.forEach(({ nodes }, tree) => {
    const depths = new Uint8Array(nodes.length);
    // Children come after their parents.
    nodes.forEach((split, node) => {
      if (split.kind === 'leaf') return;
      depths[split.left] = depths[split.right] = depths[node]! + 1;
      (levels[depths[node]!] ??= []).push({ tree, nodes: nodes.length, node, split });
    });
  });
  return levels;
}

/** So many at once, the last ones filled up to `atLeast` in all. */
function* chunks(places: readonly Place[], atLeast: number): Generator<readonly (Place | undefined)[]> {
  const all = Math.max(places.length, atLeast);
  for (let at = 0; at < all; at += SPLITS)
    yield Array.from({ length: Math.min(SPLITS, all - at) }, (_, i) => places[at + i]);
}

async function ask(
  { session }: JobContext,
  party: PartyId,
  first: number,
  rows: number,
  places: readonly (Place | undefined)[],
  nodeOf: readonly Uint16Array[],
): Promise<void> {
  const channel = session.channel(party, 'train');
  const reach = reachOf(places, nodeOf, rows);
  const records = toBytes(numbers(places));
  await send(channel, 'forest-reach', wire.JobForestReach, { first, rows, records, reach });
  const { left } = await receive<wire.JobForestSides>(channel, 'forest-sides', wire.JobForestSides);
  if (left.length !== reach.length)
    throw new ProtocolError('wrong-size', `${party} sent ${left.length} bytes of rows' sides where ${reach.length} were agreed`); // prettier-ignore
  if (left.some((byte, i) => (byte & ~reach[i]!) !== 0))
    throw new ProtocolError('out-of-range', `${party} sends rows left in nodes that they are not in`);
  move(places, left, nodeOf);
}

/** For each tree of some splits, [nodes] the place of the node's split among them, from 1. */
function* slotsOf(
  places: readonly (Place | undefined)[],
  nodeOf: readonly Uint16Array[],
): Generator<{ readonly slots: Uint16Array; readonly of: Uint16Array }> {
  const trees = new Map<number, Uint16Array>();
  places.forEach((place, i) => {
    if (place === undefined) return;
    const slots = trees.get(place.tree) ?? new Uint16Array(place.nodes);
    slots[place.node] = i + 1;
    trees.set(place.tree, slots);
  });
  for (const [tree, slots] of trees) yield { slots, of: nodeOf[tree]! };
}

/** [places x ceil(rows / 8)] bits: rows that are in the node of the split. */
function reachOf(places: readonly (Place | undefined)[], nodeOf: readonly Uint16Array[], rows: number): Uint8Array {
  const bytes = bitBytes(rows);
  const reach = new Uint8Array(places.length * bytes);
  for (const { slots, of } of slotsOf(places, nodeOf))
    for (let row = 0; row < rows; row++) {
      const slot = slots[of[row]!]!;
      if (slot > 0) reach[(slot - 1) * bytes + (row >> 3)]! |= 1 << (row & 7);
    }
  return reach;
}

/** Every row in one of the nodes on to the child that it goes to. */
function move(places: readonly (Place | undefined)[], left: Uint8Array, nodeOf: readonly Uint16Array[]): void {
  const bytes = left.length / places.length;
  for (const { slots, of } of slotsOf(places, nodeOf))
    for (let row = 0; row < of.length; row++) {
      const slot = slots[of[row]!]!;
      if (slot === 0) continue;
      const { split } = places[slot - 1]!;
      of[row] = ((left[(slot - 1) * bytes + (row >> 3)]! >> (row & 7)) & 1) === 1 ? split.left : split.right;
    }
}

/** Of the rows that are there, those that go left. @param asked [splits] numbers of own records, or NONE. */
function ownSides(
  { records, codes }: OwnSides,
  first: number,
  rows: number,
  asked: Uint32Array,
  reach: Uint8Array,
): Uint8Array {
  const bytes = bitBytes(rows);
  const left = new Uint8Array(reach.length);
  asked.forEach((number, i) => {
    if (number === NONE) return;
    const { feature, goesLeft } = records[number]!;
    const of = codes[feature]!;
    for (let row = 0; row < rows; row++) {
      const at = i * bytes + (row >> 3);
      const bit = 1 << (row & 7);
      if ((reach[at]! & bit) !== 0 && goesLeft[of[first + row]!] === 1) left[at]! |= bit;
    }
  });
  return left;
}

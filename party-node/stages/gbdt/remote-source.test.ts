import type { SplitRecord } from '@coscore/models/gbdt/forest.ts';
import type { PartyId } from '@coscore/protocols';
import type { Refinement, RefinedSums } from '@coscore/protocols/group-sum/refined/types.ts';
import { describe, expect, it } from 'vitest';
import { decodeNote, encodeReply, type ForestNote } from './notes.ts';
import { RemoteForestSource } from './remote-source.ts';

const ROWS = 12;
const TAX = 'tax' as PartyId;
const features = [{ feature: 'turnover', bins: 2, ordered: true, missingBin: -1 }];
const own = { node: 0, left: 1, right: 2, feature: 0, goesLeft: Uint8Array.of(1, 0) };
const step = { splits: [{ node: 0, left: 1, right: 2 }], measure: [1] };
const pairs = { g: new Int32Array(ROWS), h: new Uint32Array(ROWS) };
const none = new Uint8Array(2);

/** An owner that answers every note alike. */
function sourceAnswering(
  right: Uint8Array,
  trees = 0,
  asked?: SplitRecord[],
): { source: RemoteForestSource; notes: ForestNote[]; made: Refinement[] } {
  const notes: ForestNote[] = [];
  const made: Refinement[] = [];
  const sums: RefinedSums = {
    start: () => Promise.resolve([]),
    ask: (note) => {
      notes.push(decodeNote(note, features, 'bank'));
      return Promise.resolve(encodeReply(right));
    },
    step: (note, apply) => {
      notes.push(decodeNote(note, features, 'bank'));
      const reply = encodeReply(right);
      made.push(apply(reply));
      return Promise.resolve({ reply, sums: [] });
    },
    close: () => Promise.resolve(),
    abandon: () => undefined,
  };
  return { source: new RemoteForestSource({ party: TAX, features, sums, rows: ROWS, trees, asked }), notes, made };
}

describe('a remote source', () => {
  it('asks and steps with notes that say what its owner must know', async () => {
    const right = Uint8Array.of(0b1010, 0b1);
    const { source, notes, made } = sourceAnswering(right, 4);
    await source.startTree(pairs, [0], undefined);
    expect(await source.routeAndRefine([own], step, none)).toEqual({ right, sums: [] });
    expect(notes).toEqual([{ tree: 4, own: [own], step: { ...step, right: none }, keep: false, records: 0 }]);
    expect(made).toEqual([{ ...step, right }]);
    expect(source.started).toBe(5);
  });

  it('remembers what it asked for where it is to', async () => {
    const asked = [{ feature: 0, goesLeft: Uint8Array.of(0, 1) }];
    const { source } = sourceAnswering(none, 1, asked);
    await source.startTree(pairs, [0], undefined);
    await source.route([own]);
    expect(asked).toEqual([
      { feature: 0, goesLeft: Uint8Array.of(0, 1) },
      { feature: 0, goesLeft: own.goesLeft },
    ]);
  });

  it('tells its owner once, in the first note of the next tree, to keep its state', async () => {
    const { source, notes } = sourceAnswering(none);
    await source.startTree(pairs, [0], undefined);
    source.keep();
    await source.startTree(pairs, [0], undefined);
    await source.route([own]);
    await source.route([own]);
    expect(notes.map(({ tree, keep, records }) => [tree, keep, records])).toEqual([[1, true, 0], [1, false, 1]]); // prettier-ignore
    // A tree that asks its owner nothing: later ones do not tell it either.
    source.keep();
    await source.startTree(pairs, [0], undefined);
    await source.startTree(pairs, [0], undefined);
    await source.route([own]);
    expect(notes.at(-1)).toMatchObject({ tree: 3, keep: false });
  });

  it.each([
    ['too few sides', new Uint8Array(1), 'wrong-size'],
    ['sides of rows that are not there', Uint8Array.of(0, 0b10000), 'out-of-range'],
  ])('refuses %s', async (_what, right, code) => {
    const { source } = sourceAnswering(right);
    await source.startTree(pairs, [0], undefined);
    await expect(source.route([own])).rejects.toMatchObject({ code });
  });

  it('refuses sides in nodes of others, and answers that nobody asked for', async () => {
    const { source } = sourceAnswering(Uint8Array.of(1, 0));
    await source.startTree(pairs, [0], undefined);
    await expect(source.refine(step, none)).rejects.toMatchObject({ code: 'out-of-range' });
    const second = sourceAnswering(Uint8Array.of(0b11, 0));
    await second.source.startTree(pairs, [0], undefined);
    await second.source.routeAndRefine([own], step, none);
    // Rows 0 and 1 are in node 2 now.
    const below = { ...own, node: 1, left: 3, right: 4 };
    await expect(second.source.route([below])).rejects.toMatchObject({ code: 'out-of-range' });
  });
});

/**
 * A label party that lies about whose split a node has. Where its own columns part a node, it alone says which rows go where,
 * so it could cut off a node of a single firm and read that firm's bin of every column from the counts of the node: in `aided`
 * at once, in `blind` from the sums. Owners count the rows themselves and answer for no node below `minRowsPerNodeBin`.
 */
import { joinBins } from '@coscore/models/gbdt/join-bins.ts';
import { encodeNote, type ForestNote } from '@coscore/party-node/stages/gbdt/notes.ts';
import { SplitOwner } from '@coscore/party-node/stages/gbdt/split-owner.ts';
import { openRefinedAsLabel, serveRefinedAsFeature } from '@coscore/protocols/group-sum/refined/index.ts';
import { HELPER, simulate } from '@coscore/protocols/helper/simulate.ts';
import { memoryNetwork, type TranscriptEntry } from '@coscore/protocols/memory-network.ts';
import { describe, expect, it } from 'vitest';
import { BANK, TAX } from '../forest-runs.ts';

const ROWS = 200;
const FLOOR = 20;
const features = [{ feature: 'turnover', bins: 4, ordered: true, missingBin: -1 }];
const codes = [Uint16Array.from({ length: ROWS }, (_, row) => (row * 7) % 4)];
const pairs = { g: new Int32Array(ROWS), h: new Uint32Array(ROWS) };

interface Attempt {
  readonly failure: unknown;
  /** Answers with counts or sums. */
  readonly answers: number;
}

/** One step that sends these rows right, on a tree grown on `active`. */
async function ask(right: readonly number[], active?: Uint8Array): Promise<Attempt> {
  const bits = new Uint8Array(Math.ceil(ROWS / 8));
  for (const row of right) bits[row >> 3]! |= 1 << (row & 7);
  const step = { splits: [{ node: 0, left: 1, right: 2 }], measure: [2], right: bits };
  const note: ForestNote = { tree: 0, own: [], step, keep: false, records: 0 };
  const network = memoryNetwork('job/1');
  const common = { profile: 'aided', instance: 'forest', helper: HELPER, n: ROWS, features, columns: 1 } as const;
  const { failure } = await simulate(network, {
    bank: async (session) => {
      const sums = await openRefinedAsLabel(session, { ...common, featureParty: TAX });
      await sums.start(pairs, { wanted: [0], active });
      await sums.step(encodeNote(note), () => step);
      await sums.close();
    },
    tax: (session) => {
      const train = new Uint8Array(ROWS).fill(1);
      const sizes = {
        rows: ROWS,
        depth: 3,
        trees: 1,
        leastRows: FLOOR,
        train,
        grown: ROWS,
        rowSample: active === undefined ? 1 : 0.6,
      };
      const owner = new SplitOwner({ labelParty: BANK, features, codes, ...sizes, onKeep: () => undefined });
      const options = { ...common, labelParty: BANK, codes, joinBins: joinBins(FLOOR) };
      return serveRefinedAsFeature(session, options, owner);
    },
  });
  const answer = ({ from, to, kind }: TranscriptEntry): boolean =>
    from === TAX && to === BANK && kind === 'group-sum-refined';
  return { failure, answers: network.transcript.filter(answer).length };
}

const first = (rows: number): readonly number[] => Array.from({ length: rows }, (_, row) => row);
const refusal = {
  code: 'parameter-mismatch',
  message: expect.stringMatching(/node of fewer than the 20 rows/u) as string,
};

describe('nodes that single out rows', () => {
  it('are refused a node of few rows before a sum leaves', async () => {
    for (const rows of [1, FLOOR - 1]) {
      const { failure, answers } = await ask(first(rows));
      expect(failure).toMatchObject(refusal);
      // The root's, and no more.
      expect(answers).toBe(1);
    }
  });

  it('are refused by their complement too', async () => {
    expect((await ask(first(ROWS - 1))).failure).toMatchObject(refusal);
  });

  it('are refused where few of their rows count', async () => {
    const active = Uint8Array.from({ length: ROWS }, (_, row) => Number(row < 30 || row > 100));
    expect((await ask(first(60), active)).failure).toBeUndefined();
    active.fill(0, 5, 30);
    expect((await ask(first(60), active)).failure).toMatchObject(refusal);
  });

  it('are refused as a whole tree', async () => {
    const { failure, answers } = await ask(
      [],
      Uint8Array.from({ length: ROWS }, (_, row) => Number(row === 3)),
    );
    expect(failure).toMatchObject({
      code: 'parameter-mismatch',
      message: expect.stringMatching(/grows a tree on 1 rows/u) as string,
    });
    expect(answers).toBe(0);
  });

  it('control: the floor itself is answered', async () => {
    const { failure, answers } = await ask(first(FLOOR));
    expect(failure).toBeUndefined();
    expect(answers).toBeGreaterThan(1);
  });
});

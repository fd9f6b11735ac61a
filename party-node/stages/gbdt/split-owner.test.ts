import { joinBins } from '@coscore/models/gbdt/join-bins.ts';
import type { PartyId } from '@coscore/protocols';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeReply, encodeNote, type ForestNote } from './notes.ts';
import { type KeptSplits, SplitOwner, type SplitOwnerOptions } from './split-owner.ts';

const BANK = 'bank' as PartyId;
const ROWS = 20;
const features = [
  { feature: 'turnover', bins: 4, ordered: true, missingBin: 3 },
  { feature: 'sector', bins: 2, ordered: false, missingBin: -1 },
];
/** Row i is in bin i % 4 of the first column, and in bin 1 of the second from row 10 on. */
const codes = [
  Uint16Array.from({ length: ROWS }, (_, row) => row % 4),
  Uint16Array.from({ length: ROWS }, (_, row) => Number(row >= 10)),
];
const everyRow = new Uint8Array(ROWS).fill(1);
const bits = (rows: readonly number[]): Uint8Array => {
  const packed = new Uint8Array(Math.ceil(ROWS / 8));
  for (const row of rows) packed[row >> 3]! |= 1 << (row & 7);
  return packed;
};
const rowsWhere = (fits: (row: number) => boolean): number[] => [...Array(ROWS).keys()].filter(fits);

function ownerWith(changes: Partial<SplitOwnerOptions> = {}): SplitOwner {
  return new SplitOwner({
    labelParty: BANK,
    features,
    codes,
    rows: ROWS,
    depth: 2,
    trees: 3,
    train: everyRow,
    grown: ROWS,
    rowSample: 1,
    leastRows: 2,
    onKeep: () => undefined,
    ...changes,
  });
}

function begun(changes: Partial<SplitOwnerOptions> = {}): SplitOwner {
  const owner = ownerWith(changes);
  owner.started({ wanted: [0, 1], active: changes.train });
  return owner;
}

/** The root by the first column: bins 0 and 3 go left. */
const byTurnover = { node: 0, left: 1, right: 2, feature: 0, goesLeft: Uint8Array.of(1, 0, 0, 1) };
const wentRight = bits(rowsWhere((row) => row % 4 === 1 || row % 4 === 2));
const rootStep = { splits: [{ node: 0, left: 1, right: 2 }], measure: [1], right: bits([]) };
const note = (changes: Partial<ForestNote> = {}): Uint8Array =>
  encodeNote({ tree: 0, own: [byTurnover], step: rootStep, keep: false, records: 0, ...changes });

describe('a feature party of a forest', () => {
  it('answers and makes a step by its own column in one', () => {
    const owner = begun();
    const { reply, refinement } = owner.stepped(note());
    expect(decodeReply(reply, 'tax')).toEqual(wentRight);
    expect(refinement).toEqual({ splits: rootStep.splits, measure: [1], right: wentRight });
    expect(owner.kept).toEqual({ trees: 1, equations: 0, records: [{ feature: 0, goesLeft: byTurnover.goesLeft }] });
  });

  it('answers first and makes the step later, with those of others beside it', () => {
    const owner = begun();
    owner.stepped(note());
    const own = { node: 1, left: 3, right: 4, feature: 1, goesLeft: Uint8Array.of(1, 0) };
    const right = decodeReply(owner.asked(note({ own: [own], step: undefined, records: 1 })), 'tax');
    expect(right).toEqual(bits(rowsWhere((row) => row >= 10 && row % 4 !== 1 && row % 4 !== 2)));
    // Node 2 is another's.
    const theirs = bits(rowsWhere((row) => row < 4 && (row % 4 === 1 || row % 4 === 2)));
    const step = {
      splits: [
        { node: 1, left: 3, right: 4 },
        { node: 2, left: 5, right: 6 },
      ],
      measure: [3, 6],
      right: right.map((byte, i) => byte | theirs[i]!),
    };
    const { reply, refinement } = owner.stepped(note({ own: [], step, records: 2 }));
    // As long as any other: the relay shall not see that nothing was asked.
    expect(decodeReply(reply, 'tax')).toEqual(new Uint8Array(Math.ceil(ROWS / 8)));
    expect(refinement.right).toEqual(step.right);
    expect(owner.kept.records).toHaveLength(2);
  });

  it('keeps the state before a tree when it is told to, and goes on from one', () => {
    const told: KeptSplits[] = [];
    const owner = begun({ onKeep: (kept) => told.push(kept) });
    owner.stepped(note({ keep: true }));
    expect(told, 'nothing is done yet').toEqual([]);
    owner.started({ wanted: [0, 1], active: undefined });
    owner.stepped(note({ tree: 1, keep: true, records: 1 }));
    expect(told).toEqual([{ trees: 1, equations: 0, records: [{ feature: 0, goesLeft: byTurnover.goesLeft }] }]);
    const next = begun({ from: told[0]! });
    next.stepped(note({ tree: 1, records: 1 }));
    expect(next.kept).toMatchObject({ trees: 2, records: [{}, {}] });
  });

  it('counts the sums of joined bins and ends the job before one too many', () => {
    const owner = ownerWith({ maxEquations: 8 });
    const join = owner.counting(joinBins(1));
    join(Uint32Array.of(5, 5, 5, 5), undefined, undefined, -1);
    expect(owner.kept.equations).toBe(4);
    join(Uint32Array.of(5, 5, 5, 5), undefined, undefined, -1);
    expect(() => join(Uint32Array.of(5, 5), undefined, undefined, -1)).toThrow(
      expect.objectContaining({ code: 'tree-equations-exhausted', params: { party: BANK, limit: 8 } }),
    );
  });
});

describe('refuses', () => {
  const out = { code: 'out-of-range' };
  const mismatch = { code: 'parameter-mismatch' };
  const lies: readonly (readonly [string, Partial<ForestNote>, object])[] = [
    ['a note on another tree', { tree: 1 }, mismatch],
    ['a note of a job with other splits so far', { records: 1 }, mismatch],
    ['a column that it did not offer', { own: [{ ...byTurnover, feature: 2 }] }, out],
    ['a bin that its column does not have', { own: [{ ...byTurnover, goesLeft: Uint8Array.of(1, 0, 0, 1, 1) }] }, out],
    [
      'bins of another number',
      { own: [{ ...byTurnover, goesLeft: new Uint8Array(9).fill(1) }] },
      { code: 'wrong-size' },
    ],
    ['all bins on one side', { own: [{ ...byTurnover, goesLeft: Uint8Array.of(1, 1, 1, 1) }] }, out],
    [
      'a node that is not there',
      { step: { ...rootStep, splits: [{ node: 7, left: 8, right: 9 }], measure: [8] }, own: [] },
      out,
    ],
    ['children that are one', { step: { ...rootStep, splits: [{ node: 0, left: 1, right: 1 }] }, own: [] }, out],
    [
      'a child that is the parent',
      { step: { ...rootStep, splits: [{ node: 0, left: 0, right: 1 }], measure: [] }, own: [] },
      out,
    ],
    [
      'a node split twice',
      { step: { ...rootStep, splits: [...rootStep.splits, { node: 0, left: 3, right: 4 }] }, own: [] },
      out,
    ],
    ['both children measured', { step: { ...rootStep, measure: [1, 2] } }, out],
    ['a node measured that the step does not make', { step: { ...rootStep, measure: [0] } }, out],
    ['sides of another length', { step: { ...rootStep, right: new Uint8Array(2) }, own: [] }, { code: 'wrong-size' }],
    ['sides of rows that are not there', { step: { ...rootStep, right: bits([0, 1, 2, 23]) }, own: [] }, out],
    ['sides in a node that is its own', { step: { ...rootStep, right: bits([1]) } }, out],
    ['an own split that the step leaves out', { own: [{ ...byTurnover, left: 2, right: 1 }] }, mismatch],
    ['a node of one row', { step: { ...rootStep, right: bits([4]) }, own: [] }, mismatch],
    ['no step where one is due', { step: undefined }, { code: 'wrong-round' }],
  ];
  it.each(lies)('%s', (_what, changes, error) => {
    expect(() => begun().stepped(note(changes))).toThrow(expect.objectContaining(error) as Error);
  });

  it('a tree deeper, and more trees, than the recipe says', () => {
    const owner = begun({ depth: 1, trees: 1 });
    owner.stepped(note());
    const below = { node: 1, left: 3, right: 4, feature: 1, goesLeft: Uint8Array.of(1, 0) };
    expect(() => owner.asked(note({ own: [below], step: undefined, records: 1 }))).toThrow(
      expect.objectContaining(out) as Error,
    );
    expect(() => owner.started({ wanted: [0], active: undefined })).toThrow(expect.objectContaining(out) as Error);
  });

  it('other sides passed on than it gave', () => {
    const owner = begun();
    owner.asked(note({ step: undefined }));
    const lied = { ...rootStep, right: bits(rowsWhere((row) => row % 4 === 1)) };
    expect(() => owner.stepped(note({ own: [], step: lied, records: 1 }))).toThrow(
      expect.objectContaining(mismatch) as Error,
    );
  });

  it('a column that this tree does not use', () => {
    const owner = ownerWith();
    owner.started({ wanted: [1], active: undefined });
    expect(() => owner.stepped(note())).toThrow(expect.objectContaining(out) as Error);
  });

  it('more columns than a tree may use', () => {
    const owner = ownerWith({ wantedAtMost: 1 });
    owner.started({ wanted: [1], active: undefined });
    expect(() => owner.started({ wanted: [0, 1], active: undefined })).toThrow(expect.objectContaining(out) as Error);
  });

  it('no draw that leaves out few rows, as chance has it', () => {
    const start = (rowSample: number, missing: number) => (): void =>
      ownerWith({ rowSample }).started({ wanted: [0], active: everyRow.map((bit, row) => (row < missing ? 0 : bit)) });
    expect(start(0.99, 7)).not.toThrow();
    expect(start(0.99, 10)).toThrow(/10 rows/);
  });

  it('rows that do not train, and sets of rows that are no draw', () => {
    const train = Uint8Array.from(everyRow, (_, row) => Number(row < 16));
    const start = (changes: Partial<SplitOwnerOptions>, active: Uint8Array | undefined) => (): void =>
      ownerWith({ train, grown: 16, ...changes }).started({ wanted: [0], active });
    expect(start({}, train)).not.toThrow();
    expect(start({}, undefined)).toThrow(/not training rows/);
    expect(start({}, everyRow)).toThrow(/not training rows/);
    expect(start({}, train.with(0, 0))).toThrow(/15 rows/);
    expect(start({ rowSample: 0.5 }, train.with(0, 0))).not.toThrow();
    expect(start({ rowSample: 0.01 }, train)).toThrow(/16 rows/);
    // With rows held out, those that remain stay the same.
    const owner = ownerWith({ train, grown: 15 });
    owner.started({ wanted: [0], active: train.with(0, 0) });
    owner.stepped(note({ own: [], step: { ...rootStep, right: bits([1, 2, 3, 4]) } }));
    expect(() => owner.started({ wanted: [0], active: train.with(1, 0) })).toThrow(/other rows than before/);
  });

  it('whatever bytes come, with an error that has a name', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          begun().stepped(bytes);
        } catch (error) {
          expect(error).toMatchObject({ code: expect.any(String) as string });
        }
      }),
    );
  });
});

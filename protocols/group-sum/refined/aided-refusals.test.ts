import { describe, expect, it } from 'vitest';
import { wire } from '@coscore/proto';
import { resultOf, simulate, type Role } from '../../helper/simulate.ts';
import { memoryNetwork, type TranscriptEntry } from '../../memory-network.ts';
import { feature, generator, joinUpTo, label, type Plan } from './aided.test-helper.ts';
import type { Refinement } from './types.ts';

const n = 90;
const draw = generator(5);
const active = Uint8Array.from({ length: n }, (_, i) => (i % 9 === 4 ? 0 : 1));
const step = (splits: Refinement['splits'], measure: readonly number[]): Refinement => ({
  splits,
  right: Uint8Array.from({ length: Math.ceil(n / 8) }, () => draw(256)),
  measure,
});
const column = (): Plan['columns'][number] => ({
  g: Int32Array.from({ length: n }, () => draw(2000) - 1000),
  h: Uint32Array.from({ length: n }, () => 1 + draw(1000)),
  wanted: [0, 1],
  active,
  // Node 2 stays as it is in the second step.
  steps: [step([{ node: 0, left: 1, right: 2 }], [2]), step([{ node: 1, left: 3, right: 4 }], [3])],
});
const plan: Plan = {
  n,
  features: [
    { bins: 5, missingBin: 2 },
    { bins: 6, missingBin: -1 },
  ],
  codes: [5, 6].map((bins) => Uint16Array.from({ length: n }, () => draw(bins))),
  floor: 3,
  columns: [column(), column()],
};

type Change = (entry: TranscriptEntry) => TranscriptEntry[];

async function failureOf(change: Change, roles: { bank?: Role; tax?: Role } = {}): Promise<unknown> {
  const network = memoryNetwork('job/1', { tamper: change });
  const { failure } = await simulate(network, { bank: label(plan), tax: feature(plan), ...roles });
  return failure;
}

/** Changes the answers to one turn: 0 and 4 start a column, 1 asks, 2 and 3 step. */
function answer(
  turn: number,
  change: (reply: wire.GroupSumRefineReply) => Partial<wire.GroupSumRefineReply.$Properties>,
): Change {
  return (entry) => {
    if (entry.kind !== 'group-sum-refined') return [entry];
    const reply = wire.GroupSumRefineReply.decode(entry.body);
    if (reply.index !== turn) return [entry];
    return [{ ...entry, body: wire.GroupSumRefineReply.encode({ ...reply, ...change(reply) }).finish() }];
  };
}

function call(
  turn: number,
  change: (message: wire.GroupSumRefineCall) => Partial<wire.GroupSumRefineCall.$Properties>,
): Change {
  return (entry) => {
    if (entry.kind !== 'group-sum-refine') return [entry];
    const message = wire.GroupSumRefineCall.decode(entry.body);
    if (message.index !== turn) return [entry];
    return [{ ...entry, body: wire.GroupSumRefineCall.encode({ ...message, ...change(message) }).finish() }];
  };
}

/** Bytes with one changed. */
const at = (bytes: Uint8Array, index: number, to: (byte: number) => number): Uint8Array =>
  bytes.map((byte, i) => (i === index ? to(byte) : byte));

it('a plan that nobody changes is carried out', async () => {
  expect(await failureOf((entry) => [entry])).toBeUndefined();
});

describe('a feature party that deviates is refused', () => {
  const flip = (byte: number): number => byte ^ 1;
  it.each<[string, Change, string, string]>([
    ['codes cut short', answer(0, (m) => ({ positions: m.positions.subarray(1) })), 'wrong-size', 'positions'],
    [
      'codes that are no bins',
      answer(0, (m) => ({ positions: m.positions.map(() => 0xff) })),
      'out-of-range',
      'no bins',
    ],
    [
      'too few positions of no row',
      answer(0, (m) => ({ positions: m.positions.map(() => 0) })),
      'out-of-range',
      'of no row',
    ],
    ['codes of other bins', answer(0, (m) => ({ positions: m.positions.toReversed() })), 'out-of-range', ''],
    ['bits cut short', answer(2, (m) => ({ positions: m.positions.subarray(1) })), 'wrong-size', 'positions'],
    ['another row to the right', answer(2, (m) => ({ positions: at(m.positions, 0, flip) })), 'out-of-range', ''],
    [
      'a row moved that no split moves',
      answer(3, (m) => ({ positions: m.positions.map(() => 0xff) })),
      'out-of-range',
      'no split',
    ],
    [
      'bits beyond the last position',
      answer(2, (m) => ({ positions: at(m.positions, 11, (b) => b | 0x80) })),
      'out-of-range',
      'no split',
    ],
    ['sums missing', answer(2, (m) => ({ sums: m.sums.subarray(8) })), 'wrong-size', 'sums'],
    ['sums that do not add up', answer(2, (m) => ({ sums: moved(m.sums) })), 'out-of-range', 'add up'],
    ['a sum that no rows can have', answer(2, (m) => ({ sums: m.sums.map((b) => b ^ 0x40) })), 'out-of-range', ''],
    ['a sum where no group ends', answer(0, (m) => ({ ends: m.ends.map(() => 0b10_0000) })), 'out-of-range', ''],
    ['no group that ends', answer(0, (m) => ({ ends: m.ends.map(() => 0) })), 'out-of-range', 'leave one open'],
    ['ends cut short', answer(2, (m) => ({ ends: m.ends.subarray(1) })), 'wrong-size', 'joined bins'],
    ['the answer to another turn', answer(2, () => ({ index: 1 })), 'replayed', ''],
    ['a later part', answer(2, () => ({ part: 1 })), 'wrong-round', ''],
  ])('%s', async (_, change, code, message) => {
    const failure = await failureOf(change);
    expect(failure).toMatchObject({ code });
    expect((failure as Error).message).toContain(message);
  });

  it('a finer view than the parent gave', async () => {
    // Joins all bins of the start and none afterwards.
    const joinBins: ReturnType<typeof joinUpTo> = (child, sibling, _, missingBin) =>
      joinUpTo(sibling === undefined ? n : 0)(child, sibling, undefined, missingBin);
    expect(await failureOf((entry) => [entry], { tax: feature(plan, joinBins) })).toMatchObject({
      code: 'out-of-range',
      message: expect.stringContaining('joined in a larger node'),
    });
  });
});

/** One unit of h from the first sum that has any room to the next: totals of bytes change, so take the plain way. */
function moved(sums: Uint8Array): Uint8Array {
  const words = new BigUint64Array(new Uint8Array(sums).buffer);
  const held = words.findIndex((word) => word !== 0n);
  words[held] = words[held]! + 1n;
  return new Uint8Array(words.buffer);
}

describe('a label party that deviates is refused', () => {
  const u32 = (...values: readonly number[]): Uint8Array => new Uint8Array(Uint32Array.from(values).buffer);
  it.each<[string, Change, string]>([
    ['features out of order', call(0, () => ({ wanted: u32(1, 0) })), 'out-of-range'],
    ['a feature twice', call(0, () => ({ wanted: u32(1, 1) })), 'out-of-range'],
    ['a feature that is none', call(0, () => ({ wanted: u32(0, 2) })), 'out-of-range'],
    ['no feature', call(0, () => ({ wanted: u32() })), 'out-of-range'],
    ['half a feature', call(0, () => ({ wanted: new Uint8Array(3) })), 'wrong-size'],
    ['rows of another size', call(0, () => ({ active: new Uint8Array(3) })), 'wrong-size'],
    ['no rows', call(0, (m) => ({ active: m.active.map(() => 0) })), 'out-of-range'],
    ['a column of another size', call(0, (m) => ({ delta: m.delta.subarray(8) })), 'wrong-size'],
    ['a turn that does not exist', call(1, () => ({ turn: 7 })), 'wrong-round'],
    ['a step before a start', call(0, () => ({ turn: 2 })), 'wrong-round'],
    ['a turn twice', call(2, () => ({ index: 1 })), 'replayed'],
    ['a turn skipped', call(2, () => ({ index: 3 })), 'wrong-round'],
  ])('%s', async (_, change, code) => {
    expect(await failureOf(change)).toMatchObject({ code });
  });
});

describe('steps that fit no partition are refused', () => {
  const two = { node: 0, left: 1, right: 2 };
  it.each<[string, Refinement[]]>([
    ['both children measured', [step([two], [1, 2])]],
    ['a node measured that is no child', [step([two], [7])]],
    ['a node measured twice', [step([two], [1, 1])]],
    ['a node split twice', [step([two, { node: 0, left: 3, right: 4 }], [1])]],
    ['a node split twice, in two steps', [step([two], []), step([{ node: 0, left: 3, right: 4 }], [3])]],
    ['a child of a node that was not followed', [step([two], []), step([{ node: 1, left: 3, right: 4 }], [3])]],
    ['an old id', [step([two], [1]), step([{ node: 1, left: 0, right: 4 }], [4])]],
    ['an id out of range', [step([{ node: 0, left: 1, right: 65536 }], [1])]],
    ['bits of another size', [{ ...step([two], [1]), right: new Uint8Array(3) }]],
  ])('%s', async (_, steps) => {
    const bad = { ...plan, columns: [{ ...column(), steps }] };
    for (const roles of [
      { bank: label(bad), tax: feature({ ...bad, columns: [{ ...column(), steps: bad.columns[0]!.steps }] }) },
    ]) {
      const code = (await failureOf((entry) => [entry], roles)) as { code?: string };
      expect(['out-of-range', 'wrong-size']).toContain(code.code);
    }
  });
});

describe('dealt material', () => {
  // Two features: the second column's items are 2 and 3.
  const dealt =
    (change: (entry: TranscriptEntry, count: number) => TranscriptEntry[]): Change =>
    (entry) =>
      entry.kind === 'dealt' && wire.HelperDealt.decode(entry.body).index >= 2 ? change(entry, count++) : [entry];
  let count = 0;
  const edited = (entry: TranscriptEntry, changes: Partial<wire.HelperDealt.$Properties>): TranscriptEntry => ({
    ...entry,
    body: wire.HelperDealt.encode({ ...wire.HelperDealt.decode(entry.body), ...changes }).finish(),
  });
  it.each<[string, (entry: TranscriptEntry, count: number) => TranscriptEntry[], string]>([
    ['that is short', (entry) => [edited(entry, { residues: new Uint8Array(8) })], 'wrong-size'],
    ['of which an item is missing', (entry, i) => (i === 0 ? [] : [entry]), 'wrong-round'],
    ['that comes twice', (entry) => [entry, entry], 'replayed'],
    ['that ends early', (entry) => [edited(entry, { end: true })], 'wrong-round'],
    [
      'that is wrong',
      (entry) => [edited(entry, { residues: wire.HelperDealt.decode(entry.body).residues.map((b) => b ^ 1) })],
      'out-of-range',
    ],
  ])('%s is refused', async (_, change, code) => {
    count = 0;
    // The first column is not touched: what fails is the one made ready while it was worked on.
    expect(await failureOf(dealt(change))).toMatchObject({ code });
  });

  it('is never used twice: a second use under the same name, of whatever size, is refused', async () => {
    for (const second of [plan, { ...plan, columns: [column()] }, { ...plan, columns: [...plan.columns, column()] }]) {
      const twice: Role = async (session) => {
        await label(plan)(session);
        await label(second)(session);
      };
      const both: Role = async (session) => {
        await feature(plan)(session);
        await feature(second)(session);
      };
      expect(await failureOf((entry) => [entry], { bank: twice, tax: both })).toMatchObject({
        code: 'material-reused',
      });
    }
  });

  it('is other material for every column and feature', async () => {
    const network = memoryNetwork('job/1');
    resultOf(await simulate(network, { bank: label(plan), tax: feature(plan) }), 'bank');
    const grants = network.transcript.filter(({ kind }) => kind === 'helper-grant');
    const seeds = grants.map(({ body }) => Buffer.from(wire.HelperGrant.decode(body).seed).toString('hex'));
    expect(new Set(seeds).size).toBe(2);
    const items = network.transcript
      .filter(({ kind }) => kind === 'dealt')
      .map(({ body }) => wire.HelperDealt.decode(body))
      .filter(({ end }) => !end);
    expect(items.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
    expect(new Set(items.map(({ residues }) => Buffer.from(residues).toString('hex'))).size).toBe(4);
  });

  it('of columns that were not started is given back, and a column beyond those agreed is refused', async () => {
    const sizes = { columns: 9, aheadBytes: 1 };
    const some = { ...plan, sizes };
    const roles = { bank: label(some), tax: feature(some) };
    expect(await failureOf((entry) => [entry], roles)).toBeUndefined();
    const few = { ...plan, sizes: { columns: 1 } };
    const refused = await failureOf((entry) => [entry], { bank: label(few), tax: feature(few) });
    expect(refused).toMatchObject({ code: 'out-of-range', message: expect.stringContaining('was not agreed') });
  });

  it('ends of different sizes do not start', async () => {
    const other = { ...plan, sizes: { columns: 3 } };
    expect(await failureOf((entry) => [entry], { tax: feature(other) })).toMatchObject({ code: 'parameter-mismatch' });
  });
});

describe('own input', () => {
  it.each<[string, Plan, string]>([
    [
      'a column of another size',
      { ...plan, columns: [{ ...column(), g: new Int32Array(3), h: new Uint32Array(3) }] },
      'wrong-size',
    ],
    [
      'numbers whose sum is too large',
      { ...plan, columns: [{ ...column(), h: new Uint32Array(n).fill(2 ** 31) }] },
      'overflow',
    ],
    ['no rows that count', { ...plan, columns: [{ ...column(), active: new Uint8Array(n) }] }, 'out-of-range'],
    ['too many rows that count', { ...plan, sizes: { activeAtMost: 50 } }, 'out-of-range'],
    ['too many features', { ...plan, sizes: { wantedAtMost: 1 } }, 'out-of-range'],
    [
      'a missing bin that is none',
      { ...plan, features: plan.features.map((f) => ({ ...f, missingBin: f.bins })) },
      'out-of-range',
    ],
  ])('of the label party: %s', async (_, bad, code) => {
    expect(await failureOf((entry) => [entry], { bank: label(bad), tax: feature(bad) })).toMatchObject({ code });
  });

  it.each<[string, Plan, string]>([
    ['a code beyond its bins', { ...plan, codes: [plan.codes[0]!, plan.codes[1]!.map((c) => c + 1)] }, 'out-of-range'],
    ['columns of uneven length', { ...plan, codes: [plan.codes[0]!, plan.codes[1]!.subarray(1)] }, 'wrong-size'],
  ])('of the feature party: %s', async (_, bad, code) => {
    expect(await failureOf((entry) => [entry], { tax: feature(bad) })).toMatchObject({ code });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wire } from '@coscore/proto';
import { bytesOf } from '@coscore/crypto/ring/bytes.ts';
import { uniformPermutation } from '@coscore/crypto/permutation.ts';
import { prg } from '@coscore/crypto';
import { addResidues, bitsFor, packBits, subtractResidues, unpackBits } from '@coscore/kernels';
import { HELPER, resultOf, seededCsprng, simulate, type Role } from '../helper/simulate.ts';
import { BYTE_CHI_SQUARE_LIMIT, byteChiSquare, shapeOf } from '../helper/transcript.ts';
import { memoryNetwork, type MemoryNetwork, type TranscriptEntry } from '../memory-network.ts';
import { receive, send, type PartyId } from '../transport.ts';
import { oracle } from './blind/in-memory.test-helper.ts';
import { packPairs, unpackPairs, type GroupSums, type NodePartition } from './core.ts';
import { groupSumAsFeature, groupSumSharesAsFeature } from './feature-party.ts';
import { groupSumAsLabel, groupSumSharesAsLabel, type GroupSumShares } from './label-party.ts';

const bank = 'bank' as PartyId;
const tax = 'tax' as PartyId;

interface Case {
  readonly g: Int32Array;
  readonly h: Uint32Array;
  readonly codes: readonly Uint16Array[];
  readonly bins: readonly number[];
  readonly nodes?: NodePartition;
}

const common = { profile: 'aided', instance: 'woe', helper: HELPER } as const;
const label =
  (c: Case): Role =>
  (session) =>
    groupSumAsLabel(session, { ...common, featureParty: tax, features: c.codes.length, ...c });
const feature =
  (c: Case): Role =>
  (session) =>
    groupSumAsFeature(session, { ...common, labelParty: bank, ...c });

/** n = 1, empty bins, ties and extreme values all occur; some cases have a partition of some of the rows. */
const cases: fc.Arbitrary<Case> = fc
  .record({ n: fc.integer({ min: 1, max: 80 }), features: fc.integer({ min: 1, max: 3 }), parted: fc.boolean() })
  .chain(({ n, features, parted }) => {
    const limit = Math.floor(2 ** 31 / n / 2);
    return fc
      .record({
        g: fc.int32Array({ min: -limit, max: limit, minLength: n, maxLength: n }),
        h: fc.uint32Array({ max: limit, minLength: n, maxLength: n }),
        bins: fc.array(fc.constantFrom(1, 2, 7, 300), { minLength: features, maxLength: features }),
        salt: fc.nat(50),
        node: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: n, maxLength: n }),
        padding: fc.nat(5),
      })
      .map(({ g, h, bins, salt, node, padding }) => {
        const codes = bins.map((count, f) =>
          Uint16Array.from({ length: n }, (_, i) => (i * (salt + f) + salt) % count),
        );
        if (!parted) return { g, h, codes, bins };
        const rows = [0, 1, 2].map((k) => Int32Array.from(node.flatMap((of, row) => (of === k ? [row] : []))));
        return {
          g,
          h,
          codes,
          bins,
          nodes: { slots: Math.max(1, n - node.filter((k) => k < 0).length + padding), rows },
        };
      });
  });

const small: Case = {
  g: new Int32Array([1, 0, 1, 1, 0, 0, 1]),
  h: new Uint32Array(7).fill(1),
  codes: [new Uint16Array([0, 1, 2, 0, 1, 2, 0]), new Uint16Array([1, 1, 1, 1, 1, 1, 0])],
  bins: [4, 2],
};

async function run(c: Case, network: MemoryNetwork = memoryNetwork('job/1'), seed = 1): Promise<GroupSums[]> {
  return resultOf(await simulate(network, { bank: label(c), tax: feature(c) }, seededCsprng(seed)), 'bank');
}

describe('group-sum, aided', () => {
  it('equals the plaintext sums', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (c) => {
        expect(await run(c)).toEqual(oracle(c));
      }),
      { numRuns: 60 },
    );
  });

  it('spans several messages of corrections', async () => {
    const n = 70_000;
    const c: Case = {
      g: Int32Array.from({ length: n }, (_, i) => (i % 11) - 5),
      h: Uint32Array.from({ length: n }, (_, i) => i % 9),
      codes: [Uint16Array.from({ length: n }, (_, i) => (i * i) % 50)],
      bins: [50],
    };
    expect(await run(c)).toEqual(oracle(c));
  });

  it('adds up a column that comes in shares, and leaves the sums shared', async () => {
    const whole = packPairs(small.g, small.h);
    const share = prg(new Uint8Array(32).fill(3), 'share').u64(7);
    const labelShares: Role = (session) =>
      groupSumSharesAsLabel(session, {
        ...common,
        featureParty: tax,
        features: 2,
        column: subtractResidues(whole, share),
      });
    const featureShares: Role = (session) =>
      groupSumSharesAsFeature(session, { ...common, labelParty: bank, ...small, share });
    const network = memoryNetwork('job/1');
    const done = await simulate(network, { bank: labelShares, tax: featureShares });
    const mine = resultOf<GroupSumShares[]>(done, 'bank');
    const theirs = resultOf<BigUint64Array[]>(done, 'tax');
    const sums = mine.map(({ counts, sums: own }, f) => ({ counts, ...unpackPairs(addResidues(own, theirs[f]!)) }));
    expect(sums).toEqual(oracle(small));
    for (const { kind, body } of network.transcript) {
      if (kind === 'group-sum-feature') expect(wire.GroupSumFeature.decode(body).sums).toHaveLength(0);
    }
  });
});

describe('pair packing', () => {
  it('holds signed and unsigned extremes', () => {
    const g = new Int32Array([-(2 ** 31) + 1, 2 ** 30]);
    expect(
      unpackPairs(
        packPairs(
          g.subarray(0, 1),
          new Uint32Array([2 ** 32 - 1]).map(() => 2 ** 31),
        ),
      ),
    ).toEqual({
      g: new Float64Array([-(2 ** 31) + 1]),
      h: new Float64Array([2 ** 31]),
    });
  });

  it('refuses what could carry: n (2^b - 1) at the limits', () => {
    const pack = (n: number, g: number, h: number): unknown =>
      packPairs(new Int32Array(n).fill(g), new Uint32Array(n).fill(h));
    // 12 bits of h: below 1,048,833 rows; the bound is on the bits, not on the values that happen to occur.
    expect(() => pack(1_048_832, 1, 4095)).not.toThrow();
    expect(() => pack(1_048_833, 1, 2048)).toThrow(expect.objectContaining({ code: 'overflow' }));
    expect(() => pack(524_417, -2048, 1)).toThrow(expect.objectContaining({ code: 'overflow' }));
    expect(() => pack(1, -(2 ** 31), 0)).toThrow(expect.objectContaining({ code: 'overflow' }));
  });
});

/** Runs with one kind of message changed; what each role threw. */
async function tampered(kind: string, change: (body: Uint8Array) => Uint8Array | 'drop' | 'twice' | { kind: string }) {
  const tamper = (entry: TranscriptEntry): TranscriptEntry[] => {
    if (entry.kind !== kind) return [entry];
    const changed = change(entry.body);
    if (changed === 'drop') return [];
    if (changed === 'twice') return [entry, entry];
    return changed instanceof Uint8Array ? [{ ...entry, body: changed }] : [{ ...entry, ...changed }];
  };
  return simulate(memoryNetwork('job/1', { tamper }), { bank: label(small), tax: feature(small) });
}

const edit =
  (change: (message: wire.GroupSumFeature) => Partial<wire.GroupSumFeature.$Properties>) =>
  (body: Uint8Array): Uint8Array => {
    const message = wire.GroupSumFeature.decode(body);
    return wire.GroupSumFeature.encode({ ...message, ...change(message) }).finish();
  };

describe('a deviating peer or network is refused', () => {
  it.each([
    ['another kind', 'group-sum-feature', () => ({ kind: 'group-sum-delta' }), 'wrong-round'],
    ['a message twice', 'group-sum-feature', () => 'twice' as const, 'replayed'],
    ['a later feature', 'group-sum-feature', edit((m) => ({ feature: m.feature + 1 })), 'wrong-round'],
    ['bytes that are no message', 'group-sum-feature', () => new Uint8Array([0xff, 0xff]), 'malformed'],
    [
      'a short delta',
      'group-sum-delta',
      () => wire.GroupSumDelta.encode({ delta: new Uint8Array(48) }).finish(),
      'wrong-size',
    ],
    ['a short sigma', 'group-sum-feature', edit((m) => ({ sigma: m.sigma.subarray(1) })), 'wrong-size'],
    ['too many counts', 'group-sum-feature', edit((m) => ({ bins: m.bins + 1 })), 'wrong-size'],
    ['too many bins', 'group-sum-feature', edit(() => ({ bins: 70_000 })), 'out-of-range'],
    ['no bins', 'group-sum-feature', edit(() => ({ bins: 0, counts: new Uint8Array(0) })), 'out-of-range'],
    ['sums missing', 'group-sum-feature', edit(() => ({ sums: new Uint8Array(0) })), 'wrong-size'],
    ['positions beyond n', 'group-sum-feature', edit((m) => ({ sigma: m.sigma.map(() => 0xff) })), 'out-of-range'],
    ['a position twice', 'group-sum-feature', edit((m) => ({ sigma: m.sigma.map(() => 0) })), 'out-of-range'],
    [
      'counts that do not add up',
      'group-sum-feature',
      edit((m) => ({ counts: m.counts.map((x) => x + 1) })),
      'out-of-range',
    ],
    ['sums that do not add up', 'group-sum-feature', edit((m) => ({ sums: m.sums.map((x) => x ^ 1) })), 'out-of-range'],
  ])('%s', async (_, kind, change, code) => {
    expect((await tampered(kind, change)).failure).toMatchObject({ code });
  });

  it('ends of different shape do not start', async () => {
    const short = { ...small, codes: small.codes.map((c) => c.subarray(1)) };
    const done = await simulate(memoryNetwork('job/1'), { bank: label(small), tax: feature(short) });
    expect(done.failure).toMatchObject({ code: 'parameter-mismatch' });
  });

  it('a position twice, before any sum is looked at', async () => {
    const twice = edit(({ sigma }) => {
      const { values } = unpackBits(sigma, 7, bitsFor(7), 7);
      values[1] = values[0]!;
      return { sigma: packBits(values, bitsFor(7)) };
    });
    const { failure } = await tampered('group-sum-feature', twice);
    expect(failure).toMatchObject({ code: 'out-of-range', message: expect.stringContaining('position twice') });
  });

  it.each([
    ['of the same size', small],
    ['of more features', { ...small, codes: [...small.codes, ...small.codes], bins: [...small.bins, ...small.bins] }],
    ['of more rows', { ...small, g: new Int32Array(9), h: new Uint32Array(9) }],
  ])('an instance is not used twice, a second time %s', async (_, second) => {
    const twice: Role = async (session) => {
      await label(small)(session);
      await label(second)(session);
    };
    const done = await simulate(memoryNetwork('job/1'), { bank: twice, tax: feature(small) });
    expect(done.failure).toMatchObject({ code: 'material-reused' });
  });

  it.each([
    ['a code beyond its bins', { ...small, bins: [2, 2] }, 'out-of-range'],
    ['uneven columns', { ...small, codes: [small.codes[0]!, small.codes[1]!.subarray(1)] }, 'wrong-size'],
    [
      'a row in two nodes',
      { ...small, nodes: { slots: 7, rows: [Int32Array.of(1), Int32Array.of(1)] } },
      'out-of-range',
    ],
    ['nodes beyond the slots', { ...small, nodes: { slots: 1, rows: [Int32Array.of(1, 2)] } }, 'wrong-size'],
    ['no features', { ...small, codes: [], bins: [] }, 'out-of-range'],
  ])('own input: %s', async (_, c, code) => {
    const done = await simulate(memoryNetwork('job/1'), { bank: () => Promise.resolve(), tax: feature(c) });
    expect(done.failure).toMatchObject({ code });
  });
});

describe('what can be seen', () => {
  const n = 512;
  const secret = (k: number): Case => ({
    g: Int32Array.from({ length: n }, (_, i) => (k === 0 ? 0 : (i * 37) % 1000)),
    h: Uint32Array.from({ length: n }, (_, i) => (k === 0 ? 0 : 1 + (i % 3))),
    codes: [0, 1].map((f) => Uint16Array.from({ length: n }, (_, i) => (k === 0 ? 0 : (i * (f + 3)) % 5))),
    bins: [5, 5],
  });
  const transcriptOf = async (k: number): Promise<MemoryNetwork> => {
    const network = memoryNetwork('job/1');
    await run(secret(k), network, 9);
    return network;
  };
  const bytesOfKind = (network: MemoryNetwork, kinds: readonly string[], to: string): Uint8Array =>
    Buffer.concat(
      network.transcript.filter((e) => kinds.includes(e.kind) && e.to === to).map((e) => e.body.subarray(8)),
    );

  it('is of a shape that does not depend on labels or bins', async () => {
    expect(shapeOf((await transcriptOf(0)).transcript)).toEqual(shapeOf((await transcriptOf(1)).transcript));
  });

  it('is, at the feature party, uniform whatever the labels are', async () => {
    for (const k of [0, 1]) {
      const received = bytesOfKind(await transcriptOf(k), ['group-sum-delta', 'dealt'], 'tax');
      expect(received.length).toBeGreaterThan(n * 8 * 3 - 100);
      expect(byteChiSquare(received)).toBeLessThan(BYTE_CHI_SQUARE_LIMIT);
    }
    // The negative control: the bare column would fail.
    const bare = packPairs(secret(1).g, secret(1).h);
    expect(byteChiSquare(bytesOf(bare))).toBeGreaterThan(BYTE_CHI_SQUARE_LIMIT);
  });

  it('is, at the helper, the same for any secret', async () => {
    const atHelper = async (k: number): Promise<string[]> =>
      (await transcriptOf(k)).transcript
        .filter((e) => e.to === HELPER)
        .map((e) => `${e.from} ${e.topic} ${Buffer.from(e.body).toString('hex')}`)
        .sort();
    expect(await atHelper(0)).toEqual(await atHelper(1));
  });

  it('is, at the label party, a sigma that is uniform for any order of bins', async () => {
    const rows = 6;
    for (const codes of [
      [0, 0, 0, 1, 1, 1],
      [1, 0, 1, 0, 1, 0],
    ]) {
      const c: Case = {
        g: new Int32Array(rows),
        h: new Uint32Array(rows),
        codes: [Uint16Array.from(codes)],
        bins: [2],
      };
      const seen = new Float64Array(rows * rows);
      const runs = 240;
      for (let seed = 0; seed < runs; seed++) {
        const network = memoryNetwork('job/1');
        await run(c, network, seed);
        const { body } = network.transcript.find((e) => e.kind === 'group-sum-feature')!;
        const { values } = unpackBits(wire.GroupSumFeature.decode(body).sigma, rows, bitsFor(rows), rows);
        values.forEach((position, j) => seen[j * rows + position]!++);
      }
      const expected = runs / rows;
      const chi = seen.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      // 25 degrees of freedom: mean 25, standard deviation 7.1. The seeds are fixed, so this cannot flicker.
      expect(chi).toBeLessThan(25 + 6 * 7.1);
    }
  });
});

describe('each role alone', () => {
  const seed = new Uint8Array(32).fill(5);
  const grant = { session: 'job/1', matched: true, seed };
  const topic = 'group-sum/woe/bank+tax';

  it('feature party: sums u[sigma[j]] over each bin', async () => {
    const network = memoryNetwork('job/1');
    const c: Case = { ...small, codes: [small.codes[0]!], bins: [4] };
    const [helper, peer] = [network.session(HELPER), network.session(bank)];
    const delta = new BigUint64Array([10n, 20n, 30n, 40n, 50n, 60n, 70n]);
    const correction = new BigUint64Array([1n, 2n, 3n, 4n, 5n, 6n, 7n]);
    const material = helper.channel(tax, `deal/${topic}`);
    await send(material, 'helper-grant', wire.HelperGrant, grant);
    await send(material, 'dealt', wire.HelperDealt, { index: 0, residues: bytesOf(correction) });
    await send(material, 'dealt', wire.HelperDealt, { end: true });
    await send(peer.channel(tax, topic), 'group-sum-delta', wire.GroupSumDelta, { delta: bytesOf(delta) });
    await feature(c)(network.session(tax));

    const reply = await receive<wire.GroupSumFeature>(
      peer.channel(tax, topic),
      'group-sum-feature',
      wire.GroupSumFeature,
    );
    const rho = uniformPermutation(prg(seed, 'rho 0/0'), 7);
    const { values: sigma } = unpackBits(reply.sigma, 7, 3, 7);
    // pi: rows ordered by bin.
    expect([...sigma].map((position) => rho[position])).toEqual([0, 3, 6, 1, 4, 2, 5]);
    const want = [0, 1, 2, 3].map((bin) =>
      [...c.codes[0]!.keys()].reduce(
        (sum, row) => (c.codes[0]![row] === bin ? sum + delta[row]! + correction[rho.indexOf(row)]! : sum),
        0n,
      ),
    );
    expect(Buffer.from(reply.sums)).toEqual(Buffer.from(bytesOf(BigUint64Array.from(want))));
    expect([...new Uint32Array(new Uint8Array(reply.counts).buffer)]).toEqual([3, 2, 2, 0]);
  });

  it('label party: masks its column and adds its part of the sums', async () => {
    const network = memoryNetwork('job/1');
    const [helper, peer] = [network.session(HELPER), network.session(tax)];
    await send(helper.channel(bank, `deal/${topic}`), 'helper-grant', wire.HelperGrant, grant);
    const running = label({ ...small, codes: [small.codes[0]!] })(network.session(bank)) as Promise<GroupSums[]>;
    const channel = peer.channel(bank, topic);
    const { delta } = await receive<wire.GroupSumDelta>(channel, 'group-sum-delta', wire.GroupSumDelta);
    const r = prg(seed, 'r 0').u64(7);
    const masked = new BigUint64Array(new Uint8Array(delta).buffer);
    expect(addResidues(masked, r)).toEqual(packPairs(small.g, small.h));
    // sigma = identity, one bin: the peer's part is the total less s's.
    const total = packPairs(new Int32Array([4]), new Uint32Array([7]))[0]!;
    const s = prg(seed, 's 0').u64(7);
    const part = BigUint64Array.of(s.reduce((sum, x) => sum - x, total));
    await send(channel, 'group-sum-feature', wire.GroupSumFeature, {
      feature: 0,
      bins: 1,
      counts: bytesOf(Uint32Array.of(7)),
      // 0..6 at three bits each.
      sigma: new Uint8Array([0b10001000, 0b11000110, 0b00011010]),
      sums: bytesOf(part),
    });
    expect(await running).toEqual([{ counts: Uint32Array.of(7), g: Float64Array.of(4), h: Float64Array.of(7) }]);
  });
});

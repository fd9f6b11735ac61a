import { describe, expect, it } from 'vitest';
import { additiveGroup } from '@coscore/crypto/he/additive-scheme.ts';
import { fromBytes, modInverse, modPow, toBytes } from '@coscore/crypto/he/bigints.ts';
import { pairLayout } from '@coscore/crypto/he/packing.ts';
import { wordsOf } from '@coscore/crypto/ring/bytes.ts';
import { wire } from '@coscore/proto';
import { shapeOf } from '../../helper/transcript.ts';
import { memoryNetwork, type TranscriptEntry } from '../../memory-network.ts';
import type { PartyId, Session } from '../../transport.ts';
import { bank, keyFor, park, privateKey, tax } from '../blind/in-memory.test-helper.ts';
import {
  asFeature,
  asLabel,
  inPairs,
  levels,
  refinedOracle,
  runRefined,
  type RefinedCase,
  type RefinedOutcome,
} from './blind-in-memory.test-helper.ts';
import { SealedColumns } from './sealed-columns.ts';

const ROWS = 'group-sum-rows';
const KEY = 'group-sum-refine-key';
const TURN = 'group-sum-refine-turn';
const ANSWER = 'group-sum-refine-answer';

const n = 24;
const small: RefinedCase = {
  n,
  bins: [4, 3],
  codes: [Uint16Array.from({ length: n }, (_, i) => i % 3), Uint16Array.from({ length: n }, (_, i) => (i * 5) % 3)],
  trees: [
    {
      column: {
        g: Int32Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 1 : -1)),
        h: Uint32Array.from({ length: n }, (_, i) => 1 + (i % 2)),
      },
      opening: { wanted: [0, 1], active: undefined },
      steps: levels(n, 2, 1),
    },
  ],
};

type Change = (entry: TranscriptEntry) => TranscriptEntry[];
const tampered = (kind: string, change: Change, c = small): Promise<RefinedOutcome> =>
  runRefined(c, memoryNetwork('job/1', { tamper: (entry) => (entry.kind === kind ? change(entry) : [entry]) }));

const answer =
  (
    change: (m: wire.GroupSumRefineBlindAnswer) => Partial<wire.GroupSumRefineBlindAnswer.$Properties>,
    at = 1,
  ): Change =>
  (entry) => {
    const message = wire.GroupSumRefineBlindAnswer.decode(entry.body);
    if (message.index !== at) return [entry];
    return [{ ...entry, body: wire.GroupSumRefineBlindAnswer.encode({ ...message, ...change(message) }).finish() }];
  };
const turn =
  (change: (m: wire.GroupSumRefineBlindTurn) => Partial<wire.GroupSumRefineBlindTurn.$Properties>, at = 0): Change =>
  (entry) => {
    const message = wire.GroupSumRefineBlindTurn.decode(entry.body);
    if (message.index !== at) return [entry];
    return [{ ...entry, body: wire.GroupSumRefineBlindTurn.encode({ ...message, ...change(message) }).finish() }];
  };
const terms =
  (change: (m: wire.GroupSumRefineBlindKey) => Partial<wire.GroupSumRefineBlindKey.$Properties>): Change =>
  (entry) => {
    const message = wire.GroupSumRefineBlindKey.decode(entry.body);
    return [{ ...entry, body: wire.GroupSumRefineBlindKey.encode({ ...message, ...change(message) }).finish() }];
  };
const rows =
  (change: (m: wire.GroupSumBlindBatch) => Partial<wire.GroupSumBlindBatch.$Properties>): Change =>
  (entry) => {
    const message = wire.GroupSumBlindBatch.decode(entry.body);
    return [{ ...entry, body: wire.GroupSumBlindBatch.encode({ ...message, ...change(message) }).finish() }];
  };

const words = (bytes: Uint8Array, change: (all: Uint32Array) => void): Uint8Array => {
  const all = wordsOf(bytes);
  change(all);
  return new Uint8Array(all.buffer);
};

describe('a deviating peer or network is refused, and the key destroyed', () => {
  const { n: modulus } = privateKey('okamoto-uchiyama');
  it.each<[string, string, Change, string]>([
    ['an answer twice', ANSWER, answer((m) => ({ index: m.index - 1 })), 'replayed'],
    ['an answer early', ANSWER, answer((m) => ({ index: m.index + 1 })), 'wrong-round'],
    ['no message', ANSWER, (e) => [{ ...e, body: new Uint8Array([0xff, 0xff]) }], 'malformed'],
    ['counts too short', ANSWER, answer((m) => ({ counts: m.counts.subarray(4) })), 'wrong-size'],
    ['ends too short', ANSWER, answer((m) => ({ ends: m.ends.subarray(1) })), 'wrong-size'],
    ['ciphertexts too short', ANSWER, answer((m) => ({ ciphertexts: m.ciphertexts.subarray(1) })), 'wrong-size'],
    [
      'ciphertexts too many',
      ANSWER,
      answer((m) => ({ ciphertexts: Buffer.concat([m.ciphertexts, m.ciphertexts]) })),
      'wrong-size',
    ],
    [
      'counts that do not add up',
      ANSWER,
      answer((m) => ({ counts: words(m.counts, (all) => all[0]!++) })),
      'out-of-range',
    ],
    [
      'rows counted in a bin that its parent lacks',
      ANSWER,
      answer((m) => ({ counts: words(m.counts, (all) => all.copyWithin(3, 1, 2).fill(0, 1, 2)) })),
      'out-of-range',
    ],
    ['no end of any bins', ANSWER, answer((m) => ({ ends: m.ends.map(() => 0) })), 'out-of-range'],
    [
      'sums to a question that has none',
      ANSWER,
      answer((m) => ({ counts: new Uint8Array(4), ends: m.ends })),
      'wrong-size',
    ],
    ['a turn that is none', TURN, turn(() => ({ what: 'again' })), 'wrong-round'],
    ['a turn twice', TURN, turn((m) => ({ index: m.index - 1 }), 1), 'replayed'],
    ['a turn early', TURN, turn((m) => ({ index: m.index + 1 }), 1), 'wrong-round'],
    ['a step before a column', TURN, turn(() => ({ what: 'step' })), 'wrong-round'],
    [
      'features in another order',
      TURN,
      turn((m) => ({ wanted: words(m.wanted, (all) => all.reverse()) })),
      'out-of-range',
    ],
    ['a feature that is none', TURN, turn((m) => ({ wanted: words(m.wanted, (all) => (all[1] = 2)) })), 'out-of-range'],
    ['no features', TURN, turn(() => ({ wanted: new Uint8Array(0) })), 'out-of-range'],
    ['parts of features', TURN, turn((m) => ({ wanted: m.wanted.subarray(1) })), 'wrong-size'],
    ['too few rows that count', TURN, turn(() => ({ active: new Uint8Array(2) })), 'wrong-size'],
    ['no rows that count', TURN, turn(() => ({ active: new Uint8Array(3) })), 'out-of-range'],
    ['rows too early', ROWS, rows(() => ({ index: 5 })), 'wrong-round'],
    ['rows too short', ROWS, rows((m) => ({ ciphertexts: m.ciphertexts.subarray(256) })), 'wrong-size'],
    ['rows that are no units', ROWS, rows((m) => ({ ciphertexts: m.ciphertexts.map(() => 0) })), 'bad-ciphertext'],
    ['rows above n', ROWS, rows((m) => ({ ciphertexts: m.ciphertexts.map(() => 0xff) })), 'bad-ciphertext'],
    ['a key of another session', KEY, terms(() => ({ session: 'job/2' })), 'parameter-mismatch'],
    ['a key of another scheme', KEY, terms(() => ({ scheme: 'paillier', bits: 3072 })), 'parameter-mismatch'],
    ['a key for other rows', KEY, terms((m) => ({ rows: m.rows + 1 })), 'parameter-mismatch'],
    ['a key for other bins', KEY, terms((m) => ({ bins: words(m.bins, (all) => all[0]!++) })), 'parameter-mismatch'],
    ['a key of 1024 bits', KEY, terms(() => ({ bits: 1024 })), 'out-of-range'],
    ['a modulus of 1024 bits', KEY, terms(() => ({ n: toBytes((modulus >> 1024n) | 1n, 256) })), 'out-of-range'],
    ['a modulus too short', KEY, terms((m) => ({ n: m.n.subarray(1) })), 'wrong-size'],
    ['a base that is 1', KEY, terms(() => ({ h: toBytes(1n, 256) })), 'out-of-range'],
    ['bounds too wide', KEY, terms(() => ({ gBits: 31 })), 'overflow'],
  ])('%s', async (_, kind, change, code) => {
    const { failure, key } = await tampered(kind, change);
    expect(failure).toMatchObject({ code });
    expect(() => key.engine).toThrow();
  });

  it('groups that part what the parent joined', async () => {
    const c: RefinedCase = { ...small, joinBins: inPairs };
    const change = answer((m) => ({ ends: m.ends.map(() => 0xff) }), 2);
    const { failure, key } = await tampered(ANSWER, change, c);
    expect(failure).toMatchObject({ code: 'out-of-range' });
    expect(() => key.engine).toThrow();
    expect((await runRefined(c)).sums).toEqual(refinedOracle(c));
  });
});

describe('attacks of a feature party that knows the protocol', () => {
  const key = privateKey('okamoto-uchiyama');
  const { modulus, ciphertextBytes: width } = additiveGroup(key);
  const { slotBits, hBits } = pairLayout(n, { g: 12, h: 12 }, 600);

  /** Replies to the step with something of its own making instead of the first packed sums; row 0 has the pair (1, 1). */
  const reply = (make: (honest: bigint, row: bigint) => bigint, at: number): Promise<RefinedOutcome> => {
    let row = 0n;
    const tamper = (entry: TranscriptEntry): TranscriptEntry[] => {
      if (entry.kind === ROWS)
        row = fromBytes(wire.GroupSumBlindBatch.decode(entry.body).ciphertexts.subarray(0, width));
      const change = answer(({ ciphertexts }) => {
        const made = Uint8Array.from(ciphertexts);
        made.set(toBytes(make(fromBytes(ciphertexts.subarray(0, width)), row) % modulus, width));
        return { ciphertexts: made };
      }, at);
      return entry.kind === ANSWER ? change(entry) : [entry];
    };
    return runRefined(small, memoryNetwork('job/1', { tamper }));
  };
  const plus = (m: bigint) => (honest: bigint) => honest * modPow(key.g, m, modulus);
  const moved = (to: number, from: number, what: bigint) => (honest: bigint) => {
    const power = (slot: number): bigint => modPow(key.g, what << BigInt(slot * slotBits), modulus);
    return honest * power(to) * modInverse(power(from), modulus);
  };

  describe.each([0, 1, 2])('at turn %i', (at) => {
    it.each<[string, (honest: bigint, row: bigint) => bigint]>([
      ['a plaintext above p, from the key', plus(1n << 690n)],
      ['a plaintext above p, from a row alone', (honest, row) => honest * modPow(row, 1n << 700n, modulus)],
      ['a plaintext just below p, knowing its first half', plus((key.p >> 340n) << 340n)],
      ['a plaintext above the payload but below p', plus(1n << 610n)],
      ['a plaintext of p itself', (honest) => honest * 0n + modPow(key.g, key.p, modulus)],
      ['one more in a bin', plus(1n)],
      ['a row taken twice', (honest, row) => honest * row],
      ['nothing but a zero', () => key.h],
      ['no unit', () => 0n],
      ['a negative sum', (honest) => modPow(honest, modulus - 1n, modulus)],
      ['a bin with more than its rows can have', moved(0, 1, 2n ** 10n)],
      ['gradients that its rows cannot have', moved(0, 1, 1n << BigInt(hBits + 9))],
    ])('%s: refused with the one error, the key destroyed', async (_, make) => {
      const { failure, key: used } = await reply(make, at);
      expect(failure).toMatchObject({ code: 'bad-ciphertext', params: {} });
      expect(String(failure)).toBe(
        'ProtocolError: the sums that came back are not sums of this column; the key is destroyed',
      );
      expect((failure as Error).cause).toBeUndefined();
      expect(() => used.engine).toThrow(expect.objectContaining({ code: 'bad-ciphertext' }));
    });

    it('an honest reply passes the same way through', async () => {
      expect((await reply((honest) => honest * key.h, at)).sums).toEqual(refinedOracle(small));
    });
  });

  it('what stands after the ciphertexts that are due is not decrypted', async () => {
    const change = answer((m) => {
      const made = Uint8Array.from(m.ciphertexts);
      made.fill(0xff, width); // 7 bins in 10 slots: the second, if there is one, is padding
      return { ciphertexts: made };
    }, 2);
    expect((await tampered(ANSWER, change)).sums).toEqual(refinedOracle(small));
  });

  it('one that fails ends the key for every other feature party', async () => {
    const tamper: Change = (e) =>
      e.kind === ANSWER && e.from === tax ? answer((m) => ({ ciphertexts: m.ciphertexts.map(() => 0) }))(e) : [e];
    const network = memoryNetwork('job/1', { tamper });
    const key = keyFor(n);
    const sealed = new SealedColumns(key, { readers: 2, bits: { g: 12, h: 12 } });
    const session = network.session(bank);
    const failing = asLabel(small, sealed, tax)(session);
    void asFeature(small)(network.session(tax)).catch(() => undefined);
    await expect(failing).rejects.toMatchObject({ code: 'bad-ciphertext' });
    const other = asLabel(small, sealed, park)(session);
    void asFeature(small)(network.session(park)).catch(() => undefined);
    await expect(other).rejects.toMatchObject({ code: 'bad-ciphertext' });
    network.abort();
  });
});

describe('one-time material', () => {
  it('every column of a use is claimed once, at both ends, before a byte of it leaves', async () => {
    const c: RefinedCase = { ...small, trees: [small.trees[0]!, small.trees[0]!] };
    const network = memoryNetwork('job/1');
    const claims: string[] = [];
    const watched = (session: Session): Session => ({
      ...session,
      material: {
        claim: (peer, protocol, upTo) => {
          const sent = network.transcript.filter(
            (e) => e.from === session.self && [ROWS, ANSWER].includes(e.kind),
          ).length;
          claims.push(`${session.self} ${peer} ${protocol} ${upTo} after ${sent}`);
          return session.material.claim(peer, protocol, upTo);
        },
      },
    });
    const key = keyFor(n);
    const ran = [
      asLabel(c, new SealedColumns(key, { readers: 1, bits: { g: 12, h: 12 } }))(watched(network.session(bank))),
      asFeature(c)(watched(network.session(tax))),
    ];
    await Promise.all(ran);
    await key.destroy();
    expect(claims.sort()).toEqual([
      'bank tax blind-group-sum/trees/0/bank+tax 0 after 0',
      'bank tax blind-group-sum/trees/1/bank+tax 0 after 1',
      'tax bank blind-group-sum/trees/0/bank+tax 0 after 0',
      'tax bank blind-group-sum/trees/1/bank+tax 0 after 3',
    ]);
    // The same column twice is sealed twice.
    const sealed = network.transcript.filter((e) => e.kind === ROWS).map((e) => Buffer.from(e.body).toString('hex'));
    expect(new Set(sealed).size).toBe(2);
  });

  it('a use is not repeated within a session, by either ledger', async () => {
    const network = memoryNetwork('job/1');
    const [atLabel, atFeature] = [network.session(bank), network.session(tax)];
    const key = keyFor(n);
    const sealed = new SealedColumns(key, { readers: 1, bits: { g: 12, h: 12 } });
    await Promise.all([asLabel(small, sealed)(atLabel), asFeature(small)(atFeature)]);
    const forgetful = { ...atLabel, material: { claim: () => Promise.resolve() } };
    const again = asLabel(small, sealed)(forgetful);
    again.catch(() => undefined);
    await expect(asFeature(small)(atFeature)).rejects.toMatchObject({ code: 'material-reused' });
    void asFeature(small)({ ...atFeature, material: { claim: () => Promise.resolve() } }).catch(() => undefined);
    await expect(asLabel(small, sealed)(atLabel)).rejects.toMatchObject({ code: 'material-reused' });
    network.abort();
  });

  it('a column goes sealed once to all its readers', async () => {
    const network = memoryNetwork('job/1');
    const key = keyFor(n);
    const sealed = new SealedColumns(key, { readers: 2, bits: { g: 12, h: 12 } });
    const atLabel = network.session(bank);
    const [first, second] = await Promise.all([
      asLabel(small, sealed, tax)(atLabel),
      asLabel(small, sealed, park)(atLabel),
      asFeature(small)(network.session(tax)),
      asFeature(small)(network.session(park)),
    ]);
    await key.destroy();
    expect([first, second]).toEqual([refinedOracle(small), refinedOracle(small)]);
    const seen = (to: PartyId): string[] =>
      network.transcript.filter((e) => e.to === to && e.kind === ROWS).map((e) => Buffer.from(e.body).toString('hex'));
    expect(seen(tax)).toHaveLength(1);
    expect(seen(tax)).toEqual(seen(park));
  });
});

describe('what can be seen', () => {
  it('is of a shape that does not depend on derivatives, bins or joins', async () => {
    const shapes = [];
    for (const k of [0, 1]) {
      const network = memoryNetwork('job/1');
      const c: RefinedCase = {
        ...small,
        codes: k === 0 ? small.codes : small.bins.map(() => new Uint16Array(n)),
        joinBins: k === 0 ? (child) => new Uint8Array(child.length).fill(1) : inPairs,
        trees: small.trees.map((tree) => ({
          ...tree,
          column: k === 0 ? tree.column : { g: new Int32Array(n), h: new Uint32Array(n) },
        })),
      };
      expect((await runRefined(c, network)).failure).toBeUndefined();
      shapes.push(shapeOf(network.transcript));
    }
    expect(shapes[0]).toEqual(shapes[1]);
  });
});

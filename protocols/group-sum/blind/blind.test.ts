import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Secret, systemCsprng, type Csprng } from '@coscore/crypto';
import { fromBytes, modPow, toBytes } from '@coscore/crypto/he/bigints.ts';
import { wire } from '@coscore/proto';
import { ProtocolError } from '../../errors.ts';
import { shapeOf } from '../../helper/transcript.ts';
import { memoryNetwork, type TranscriptEntry } from '../../memory-network.ts';
import type { PartyId, Session } from '../../transport.ts';
import { groupSumAsFeature } from '../feature-party.ts';
import { groupSumAsLabel } from '../label-party.ts';
import {
  bank,
  batch,
  feature,
  keyFor,
  label,
  oracle,
  park,
  privateKey,
  run,
  shape,
  small,
  sumsOf,
  tampered,
  tax,
  terms,
  type Case,
} from './in-memory.test-helper.ts';
import { GroupSumKey } from './key.ts';
import { SealedPairs } from './sealed-pairs.ts';

const cases: fc.Arbitrary<Case> = fc
  .record({ n: fc.integer({ min: 1, max: 30 }), features: fc.integer({ min: 1, max: 2 }), parted: fc.boolean() })
  .chain(({ n, features, parted }) =>
    fc
      .record({
        wide: fc.boolean(),
        g: fc.int32Array({ min: -1023, max: 1023, minLength: n, maxLength: n }),
        h: fc.uint32Array({ max: 4095, minLength: n, maxLength: n }),
        bins: fc.array(fc.constantFrom(1, 2, 7, 60), { minLength: features, maxLength: features }),
        salt: fc.nat(50),
        node: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: n, maxLength: n }),
      })
      .map(({ wide, g, h, bins, salt, node }) => {
        const codes = bins.map((count, f) =>
          Uint16Array.from({ length: n }, (_, i) => (i * (salt + f) + salt) % count),
        );
        const c = { g, h, codes, bins, ...(wide ? {} : { bits: { g: 10, h: 12 } }) };
        const rows = [0, 1, 2].map((k) => Int32Array.from(node.flatMap((of, row) => (of === k ? [row] : []))));
        return parted && node.some((k) => k >= 0) ? { ...c, nodes: { slots: n, rows } } : c;
      }),
  );

/** The pairs of `small` over and over. */
function columnOf(rows: number): Pick<Case, 'g' | 'h'> {
  return { g: Int32Array.from({ length: rows }, (_, i) => small.g[i % 7]!), h: new Uint32Array(rows).fill(1) };
}

/** A key that nothing but itself holds on to, and what it computes with: a function that has p and q, or threads that do. */
function weaklyKept(rows: number): { readonly key: GroupSumKey; readonly secret: WeakRef<object> } {
  const own = { ...privateKey('okamoto-uchiyama') };
  const { scheme, n, g, h } = own;
  const pair = { publicKey: { scheme, n, g, h }, privateKey: new Secret(own) };
  const key = GroupSumKey.from(pair, { rows, threads: 1 });
  return { key, secret: new WeakRef(key.engine.obfuscators) };
}

async function collected(ref: WeakRef<object>): Promise<boolean> {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  for (let turn = 0; turn < 10 && ref.deref() !== undefined; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 10)); // what was looked at in a turn lives until its end
    gc();
  }
  return ref.deref() === undefined;
}

describe('blind group-sum', () => {
  it('equals the plaintext sums', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (c) => {
        expect(await sumsOf(c)).toEqual(oracle(c));
      }),
      { numRuns: 15 },
    );
  });

  it('does so with Paillier', { timeout: 60_000 }, async () => {
    const c: Case = { ...small, scheme: 'paillier' };
    expect(await sumsOf(c)).toEqual(oracle(c));
  });

  it('encrypts once for two feature parties, on threads, in several batches', { timeout: 60_000 }, async () => {
    const n = 2100;
    const column = {
      g: Int32Array.from({ length: n }, (_, i) => ((i * 7919) % 5 === 0 ? 1 : 0)),
      h: new Uint32Array(n).fill(1),
      bits: { g: 1, h: 1 },
    };
    const codesOf = (features: number, salt: number): Uint16Array[] =>
      Array.from({ length: features }, (_, f) => Uint16Array.from({ length: n }, (_, i) => (i * (f + salt)) % 40));
    const cases = [
      { party: tax, c: { ...column, codes: codesOf(4, 3), bins: [40, 40, 40, 40] } },
      { party: park, c: { ...column, codes: codesOf(1, 7), bins: [41] } },
    ];
    const network = memoryNetwork('job/1');
    const key = keyFor(n);
    const pairs = new SealedPairs(key, { ...column, readers: 2 });
    const atLabel = network.session(bank);
    const [first, second] = await Promise.all([
      ...cases.map(({ party, c }) => label(pairs, c.codes.length, party)(atLabel)),
      ...cases.map(({ party, c }) => feature(c)(network.session(party))),
    ]);
    expect(first).toEqual(oracle(cases[0]!.c));
    expect(second).toEqual(oracle(cases[1]!.c));
    const rows = (to: PartyId): string[] =>
      network.transcript
        .filter((e) => e.to === to && e.kind === 'group-sum-rows')
        .map((e) => Buffer.from(e.body).toString('hex'));
    expect(rows(tax)).toHaveLength(3);
    expect(rows(tax)).toEqual(rows(park));
    expect(() => pairs.take(0)).toThrow(expect.objectContaining({ code: 'material-reused' }));
    await key.destroy();
  });

  it('sends one fresh ciphertext a row, and as many back as sizes say', async () => {
    const network = memoryNetwork('job/1');
    await sumsOf({ ...small, bins: [40, 20] }, network);
    const ciphertexts = (kind: string): string[] =>
      network.transcript
        .filter((e) => e.kind === kind)
        .flatMap(({ body }) => {
          const bytes = Buffer.from(wire.GroupSumBlindBatch.decode(body).ciphertexts);
          return Array.from({ length: bytes.length / 256 }, (_, i) => bytes.toString('hex', i * 256, (i + 1) * 256));
        });
    expect(new Set(ciphertexts('group-sum-rows')).size).toBe(7);
    // 7 rows sum to 3 bits: digits of 6 and 5 bits, 54 a ciphertext, so 60 groups take two.
    expect(new Set(ciphertexts('group-sum-sums')).size).toBe(2);
  });
});

describe('a deviating peer or network is refused, and the key destroyed', () => {
  const sums = 'group-sum-sums';
  const rows = 'group-sum-rows';
  const shaped = 'group-sum-shape';
  const key = 'group-sum-key';
  const { n } = privateKey('okamoto-uchiyama');
  it.each<[string, string, (entry: TranscriptEntry) => TranscriptEntry[], string]>([
    ['sums of another kind', sums, (e) => [{ ...e, kind: rows }], 'wrong-round'],
    ['sums that are no message', sums, (e) => [{ ...e, body: new Uint8Array([0xff, 0xff]) }], 'malformed'],
    ['sums too early', sums, batch((m) => ({ index: m.index + 1 })), 'wrong-round'],
    ['sums too short', sums, batch((m) => ({ ciphertexts: m.ciphertexts.subarray(1) })), 'wrong-size'],
    [
      'sums too many',
      sums,
      batch((m) => ({ ciphertexts: Buffer.concat([m.ciphertexts, m.ciphertexts]) })),
      'wrong-size',
    ],
    ['sums that are no units', sums, batch((m) => ({ ciphertexts: m.ciphertexts.map(() => 0) })), 'bad-ciphertext'],
    ['sums above n', sums, batch((m) => ({ ciphertexts: m.ciphertexts.map(() => 0xff) })), 'bad-ciphertext'],
    [
      'other sums',
      sums,
      batch((m) => ({ ciphertexts: m.ciphertexts.map((x, i) => (i === 255 ? x ^ 1 : x)) })),
      'bad-ciphertext',
    ],
    ['rows too early', rows, batch(() => ({ index: 5 })), 'wrong-round'],
    ['rows too short', rows, batch((m) => ({ ciphertexts: m.ciphertexts.subarray(256) })), 'wrong-size'],
    ['rows that are no units', rows, batch((m) => ({ ciphertexts: m.ciphertexts.map(() => 0) })), 'bad-ciphertext'],
    ['rows twice', rows, (e) => [e, e], 'none'],
    ['a shape of fewer features', shaped, shape((m) => ({ bins: m.bins.subarray(4) })), 'wrong-size'],
    ['a shape of no bins', shaped, shape((m) => ({ bins: m.bins.map(() => 0) })), 'out-of-range'],
    ['a shape of too many bins', shaped, shape((m) => ({ bins: m.bins.map(() => 0xff) })), 'out-of-range'],
    ['a shape without counts', shaped, shape(() => ({ counts: new Uint8Array(0) })), 'wrong-size'],
    ['counts that do not add up', shaped, shape((m) => ({ counts: m.counts.map((x) => x + 1) })), 'out-of-range'],
    ['a key of another session', key, terms(() => ({ session: 'job/2' })), 'parameter-mismatch'],
    ['a key of another scheme', key, terms(() => ({ scheme: 'paillier', bits: 3072 })), 'parameter-mismatch'],
    ['a key for other rows', key, terms((m) => ({ rows: m.rows + 1 })), 'parameter-mismatch'],
    ['a key for other features', key, terms((m) => ({ features: m.features + 1 })), 'parameter-mismatch'],
    ['a key for other nodes', key, terms((m) => ({ nodes: m.nodes + 1 })), 'parameter-mismatch'],
    ['a key of 1024 bits', key, terms(() => ({ bits: 1024 })), 'out-of-range'],
    ['a modulus of 1024 bits', key, terms(() => ({ n: toBytes((n >> 1024n) | 1n, 256) })), 'out-of-range'],
    ['a modulus too short', key, terms((m) => ({ n: m.n.subarray(1) })), 'wrong-size'],
    ['a base that is 1', key, terms(() => ({ h: toBytes(1n, 256) })), 'out-of-range'],
    ['bounds too wide', key, terms(() => ({ gBits: 31 })), 'overflow'],
    ['bounds that are none', key, terms(() => ({ hBits: 0 })), 'out-of-range'],
  ])('%s', async (_, kind, change, code) => {
    const { failure, key: used, sums: got } = await tampered(kind, change);
    // Rows beyond the last that was due stay unread: nothing waits for them.
    if (code === 'none') expect(got).toEqual(oracle(small));
    else {
      expect(failure).toMatchObject({ code });
      expect(() => used.engine).toThrow();
    }
  });

  it('rows twice, where more are due', { timeout: 60_000 }, async () => {
    const n = 1100;
    const c: Case = {
      g: new Int32Array(n).fill(1),
      h: new Uint32Array(n).fill(1),
      codes: [new Uint16Array(n)],
      bins: [2],
    };
    const tamper = (e: TranscriptEntry): TranscriptEntry[] => (e.kind === 'group-sum-rows' ? [e, e] : [e]);
    const { failure } = await run(c, memoryNetwork('job/1', { tamper }));
    expect(failure).toMatchObject({ code: 'replayed' });
  });

  it('a session cancelled under way, with what it was cancelled for', async () => {
    const network = memoryNetwork('job/1');
    const outcome = run(small, network, () => Promise.resolve());
    network.abort();
    const { failure, key: used } = await outcome;
    expect(failure).toMatchObject({ code: 'cancelled' });
    expect(() => used.engine).toThrow(expect.objectContaining({ code: 'cancelled' }));
  });
});

describe('one-time material', () => {
  const larger: Case = {
    ...small,
    ...columnOf(14),
    codes: small.codes.map((c) => Uint16Array.of(...c, ...c)),
    bins: [400, 400],
  };

  it.each([
    ['the same', small],
    ['one of more rows and bins', larger],
  ])('an instance is not used twice in a session: %s', async (_, second) => {
    const network = memoryNetwork('job/1');
    const [atLabel, atFeature] = [network.session(bank), network.session(tax)];
    const used = keyFor(7);
    await Promise.all([label(new SealedPairs(used, { ...small, readers: 1 }), 2)(atLabel), feature(small)(atFeature)]);
    const pairs = new SealedPairs(used, { ...second, readers: 1 });
    await expect(label(pairs, 2)(atLabel)).rejects.toMatchObject({ code: 'material-reused' });
    expect(() => used.engine).toThrow();
    // The feature party by its own ledger, though the label party's would let it.
    const fresh = keyFor(14);
    const forgetful = { ...atLabel, material: { claim: () => Promise.resolve() } };
    const again = label(new SealedPairs(fresh, { ...second, readers: 1 }), 2)(forgetful);
    again.catch(() => undefined); // waits for rows' shape until the session ends
    await expect(feature(second)(atFeature)).rejects.toMatchObject({ code: 'material-reused' });
    network.abort();
    await expect(again).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('is claimed at both ends before a byte that depends on it leaves', async () => {
    const network = memoryNetwork('job/1');
    const claims: string[] = [];
    const watched = (session: Session): Session => ({
      ...session,
      material: {
        claim: (peer, protocol, upTo) => {
          const sent = network.transcript.filter((e) => e.from === session.self && e.kind !== 'group-sum-shape').length;
          claims.push(`${session.self} ${peer} ${protocol} ${upTo} after ${sent}`);
          return session.material.claim(peer, protocol, upTo);
        },
      },
    });
    const used = keyFor(7);
    const pairs = new SealedPairs(used, { ...small, readers: 1 });
    await Promise.all([label(pairs, 2)(watched(network.session(bank))), feature(small)(watched(network.session(tax)))]);
    await used.destroy();
    expect(claims.sort()).toEqual([
      'bank tax blind-group-sum/woe/bank+tax 0 after 0',
      'tax bank blind-group-sum/woe/bank+tax 0 after 0',
    ]);
  });
});

describe('a shape that the label party does not like', () => {
  it('ends before a row leaves, in the words of who refused it', async () => {
    const network = memoryNetwork('job/1');
    const used = keyFor(7);
    const pairs = new SealedPairs(used, { ...small, readers: 1 });
    const seen: number[][] = [];
    const checkCounts = (feature: number, counts: Uint32Array): void => {
      seen.push([feature, ...counts]);
      if (feature === 1) throw new ProtocolError('out-of-range', 'a bin of too few rows');
    };
    const ran = groupSumAsLabel(network.session(bank), {
      profile: 'blind',
      instance: 'woe',
      featureParty: tax,
      features: 2,
      pairs,
      checkCounts,
    });
    const peer = feature(small)(network.session(tax));
    await expect(ran).rejects.toMatchObject({ code: 'out-of-range', message: 'a bin of too few rows' });
    expect(seen).toEqual([
      [0, 3, 2, 2, 0],
      [1, 1, 6],
    ]);
    expect(network.transcript.map(({ kind }) => kind)).toEqual(['group-sum-key', 'group-sum-shape']);
    expect(() => used.engine).toThrow('a bin of too few rows');
    network.abort();
    await expect(peer).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('a key that is destroyed', () => {
  // Rows from 1024 on are encrypted on threads, which hold copies of the key that end with them.
  it.each([
    ['on this thread', 3],
    ['on threads', 1100],
  ])('can be reached no more: %s', { timeout: 60_000 }, async (_, rows) => {
    const { key, secret } = weaklyKept(rows);
    await key.obfuscators.take(2);
    expect(await collected(secret)).toBe(false);
    const failing = key.obfuscators.take(rows);
    failing.catch(() => undefined);
    await key.destroy();
    await expect(failing).rejects.toBeDefined();
    expect(await collected(secret)).toBe(true);
    key.obfuscators.order(3); // still in somebody's hands, and harmless
    await expect(key.obfuscators.take(1)).rejects.toMatchObject({ code: 'out-of-range' });
  });
});

describe('what can be seen', () => {
  const n = 64;
  const secret = (k: number): Case => ({
    g: Int32Array.from({ length: n }, (_, i) => (k === 0 ? 0 : i % 2)),
    h: new Uint32Array(n).fill(1),
    bits: { g: 1, h: 1 },
    codes: [0, 1].map((f) => Uint16Array.from({ length: n }, (_, i) => (k === 0 ? 0 : (i * (f + 3)) % 5))),
    bins: [5, 5],
  });

  it('is of a shape that does not depend on labels or bins', async () => {
    const [left, right] = [memoryNetwork('job/1'), memoryNetwork('job/1')];
    await sumsOf(secret(0), left);
    await sumsOf(secret(1), right);
    expect(shapeOf(left.transcript)).toEqual(shapeOf(right.transcript));
  });

  it('is, at the label party, each sum times a power of h that it does not know, of full length', async () => {
    // A label party that keeps its rows' randomness looks for the product of the rows of a bin that it guesses. What stands
    // between is one exponent a ciphertext, 64 bits longer than n: all of it, drawn at the feature party.
    const drawn: Uint8Array[] = [];
    const rng: Csprng = {
      kind: 'csprng',
      bytes(length) {
        const bytes = systemCsprng.bytes(length);
        drawn.push(Uint8Array.from(bytes));
        return bytes;
      },
    };
    const network = memoryNetwork('job/1');
    const options = { profile: 'blind', instance: 'woe', labelParty: bank, scheme: 'okamoto-uchiyama', rng } as const;
    const one: Case = { ...small, codes: [new Uint16Array(7)], bins: [55] };
    const { failure } = await run(one, network, (session) => groupSumAsFeature(session, { ...options, ...one }));
    expect(failure).toBeUndefined();
    const ciphertexts = (kind: string): bigint[] => {
      const { body } = network.transcript.find((e) => e.kind === kind)!;
      const bytes = wire.GroupSumBlindBatch.decode(body).ciphertexts;
      return Array.from({ length: bytes.length / 256 }, (_, i) => fromBytes(bytes.subarray(i * 256, (i + 1) * 256)));
    };
    const { n, h } = privateKey('okamoto-uchiyama');
    const product = ciphertexts('group-sum-rows').reduce((all, c) => (all * c) % n);
    // 54 slots a ciphertext: the second holds the last bin, which is empty.
    expect(drawn.map((bytes) => bytes.length)).toEqual([(2048 + 64) / 8, (2048 + 64) / 8]);
    const powers = drawn.map((bytes) => modPow(h, fromBytes(bytes), n));
    expect(ciphertexts('group-sum-sums')).toEqual([(product * powers[0]!) % n, powers[1]!]);
  });
});

describe('own input', () => {
  it.each<[string, Partial<Case>, string]>([
    ['a pair above its bounds', { bits: { g: 1, h: 1 }, h: new Uint32Array(7).fill(2) }, 'overflow'],
    ['bounds too wide for the rows', { bits: { g: 31, h: 1 } }, 'overflow'],
    ['uneven columns', { h: new Uint32Array(6) }, 'wrong-size'],
    ['no rows', { g: new Int32Array(0), h: new Uint32Array(0) }, 'out-of-range'],
    ['nodes without rows', { nodes: { slots: 3, rows: [new Int32Array(0)] } }, 'out-of-range'],
    ['a row in two nodes', { nodes: { slots: 7, rows: [Int32Array.of(1), Int32Array.of(1)] } }, 'out-of-range'],
  ])('of the label party: %s', async (_, change, code) => {
    const key = keyFor(1);
    expect(() => new SealedPairs(key, { ...small, ...change, readers: 1 })).toThrow(expect.objectContaining({ code }));
    await key.destroy();
  });

  it.each<[string, Partial<Case>, string]>([
    ['a code beyond its bins', { bins: [2, 2] }, 'out-of-range'],
    ['uneven columns', { codes: [small.codes[0]!, small.codes[1]!.subarray(1)] }, 'wrong-size'],
    ['no features', { codes: [], bins: [] }, 'out-of-range'],
  ])('of the feature party: %s', async (_, change, code) => {
    const network = memoryNetwork('job/1');
    await expect(feature({ ...small, ...change })(network.session(tax))).rejects.toMatchObject({ code });
    expect(network.transcript).toHaveLength(0);
  });
});

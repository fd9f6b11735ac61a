import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prg, systemCsprng } from '@coscore/crypto';
import { decodeFixedPoint } from '@coscore/crypto/ring/fixed-point.ts';
import { bytesOf } from '@coscore/crypto/ring/bytes.ts';
import { addResidues } from '@coscore/kernels';
import { wire } from '@coscore/proto';
import { HELPER, resultOf, seededCsprng, simulate, type Role, type Simulation } from '../helper/simulate.ts';
import { BYTE_CHI_SQUARE_LIMIT, byteChiSquare, shapeOf } from '../helper/transcript.ts';
import { memoryNetwork, type MemoryNetwork, type TranscriptEntry } from '../memory-network.ts';
import { receive, send, type PartyId } from '../transport.ts';
import {
  addLogits,
  DROPPED_BITS,
  encodeLogit,
  rowsPerBlock,
  shareLogit,
  SIGMOID_FRACTION_BITS,
  sigmoidSeries,
} from './core.ts';
import { openSharedSigmoid, type SharedSigmoidOptions } from './shared-sigmoid.ts';

const bank = 'bank' as PartyId;
const tax = 'tax' as PartyId;
const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
/** What the series may err by, plus the rounding of tables and factors (2 K half steps each, in the worst case). */
const ERROR: Readonly<Record<number, number>> = { 8: 3.0e-3, 12: 2.2e-4, 16: 1.6e-5 };
const tolerance = (terms: number): number => ERROR[terms]! + terms * (2 ** -24 + 2 ** -28);

const role =
  (first: boolean, shares: readonly Uint32Array[], changes: Partial<SharedSigmoidOptions> = {}): Role =>
  async (session) => {
    const shared = await openSharedSigmoid(session, {
      profile: 'aided',
      instance: 'p',
      helper: HELPER,
      peer: first ? tax : bank,
      first,
      rows: shares[0]!.length,
      terms: shares.map(() => 8),
      ...changes,
    });
    const out = [];
    for (const z of shares) out.push(await shared.evaluate(z));
    await shared.close();
    return out;
  };

interface Case {
  readonly one: readonly Uint32Array[];
  readonly two: readonly Uint32Array[];
  readonly terms: readonly number[];
}

function run(c: Case, network = memoryNetwork('job/1'), seed = 1): Promise<Simulation> {
  const roles = { bank: role(true, c.one, { terms: c.terms }), tax: role(false, c.two, { terms: c.terms }) };
  return simulate(network, roles, seededCsprng(seed));
}

function opened(done: Simulation): Float64Array[] {
  const [one, two] = [resultOf<BigUint64Array[]>(done, 'bank'), resultOf<BigUint64Array[]>(done, 'tax')];
  return one.map((share, i) => decodeFixedPoint(addResidues(share, two[i]!), SIGMOID_FRACTION_BITS));
}

describe('the series', () => {
  it.each([8, 12, 16])('of %i terms errs by at most the published figure', (terms) => {
    const c = sigmoidSeries(terms);
    let worst = 0;
    for (let z = -12; z <= 12; z += 1 / 512) {
      const series = c.reduce((sum, ck, k) => sum + ck * Math.sin((2 * Math.PI * (k + 1) * z) / 32), 0.5);
      worst = Math.max(worst, Math.abs(series - sigmoid(z)));
    }
    expect(worst).toBeLessThanOrEqual(ERROR[terms]!);
    // Not by accident far below: the figures are those of the least-squares fit, to two digits.
    expect(worst).toBeGreaterThan(ERROR[terms]! * 0.9);
  });

  it('keeps its coefficients small, so that the factors fit their 28 bits and add up below 2^30', () => {
    for (let terms = 1; terms <= 32; terms++) {
      const c = sigmoidSeries(terms).map(Math.abs);
      expect(Math.max(...c)).toBeLessThan(0.7);
      expect(c.reduce((sum, x) => sum + x, 0) * 2 ** 28).toBeLessThan(2 ** 30 * 0.9);
    }
  });
});

describe('encodeLogit', () => {
  it('adds up mod 32 and takes both signs', () => {
    expect([...encodeLogit(new Float64Array([0, 1, -1, 12, -12]))]).toEqual([
      0,
      2 ** 25,
      2 ** 30 - 2 ** 25,
      12 * 2 ** 25,
      20 * 2 ** 25,
    ]);
    const [a, b] = [encodeLogit(new Float64Array([-5.5])), encodeLogit(new Float64Array([7.25]))];
    expect(addLogits(a, b)).toEqual(encodeLogit(new Float64Array([1.75])));
  });

  it('refuses what the series does not cover', () => {
    expect(() => encodeLogit(new Float64Array([12.001, NaN, 0]))).toThrow(
      expect.objectContaining({ code: 'overflow', params: { values: 2 } }),
    );
    expect(() => encodeLogit(new Float64Array([4.5]), 4)).toThrow(expect.objectContaining({ code: 'overflow' }));
  });

  it('splits into shares', () => {
    const z = encodeLogit(new Float64Array([3, -4, 0.125]));
    const [one, two] = shareLogit(z, systemCsprng);
    expect(addLogits(one, two)).toEqual(z);
    expect(one.every((x) => x < 2 ** 30) && two.every((x) => x < 2 ** 30)).toBe(true);
  });
});

describe('shared sigmoid, aided', () => {
  it('equals the sigmoid of the sum, anywhere in [-12, 12]', async () => {
    const z = fc.float64Array({ min: -12, max: 12, noNaN: true, minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(z, fc.constantFrom(8, 12, 16), fc.nat(255), async (values, terms, salt) => {
        const one = Uint32Array.from(prg(new Uint8Array(32).fill(salt), 'z').u64(values.length), (x) =>
          Number(x % 2n ** 25n),
        );
        const two = addLogits(
          encodeLogit(values),
          one.map((x) => (2 ** 30 - x) % 2 ** 30),
        );
        const [got] = opened(await run({ one: [one], two: [two], terms: [terms] }));
        values.forEach((x, i) => expect(Math.abs(got![i]! - sigmoid(x))).toBeLessThan(tolerance(terms)));
      }),
      { numRuns: 40 },
    );
  });

  it('evaluates again and again, with other numbers of terms, over more rows than one block', async () => {
    const rows = rowsPerBlock(12) + 3;
    const z = [0, 1, 2].map((k) => Float64Array.from({ length: rows }, (_, i) => Math.sin(i + k) * 11));
    const zero = new Uint32Array(rows);
    const terms = [8, 12, 8];
    const got = opened(await run({ one: z.map((x) => encodeLogit(x)), two: [zero, zero, zero], terms }));
    got.forEach((p, k) => {
      const worst = p.reduce((max, x, i) => Math.max(max, Math.abs(x - sigmoid(z[k]![i]!))), 0);
      expect(worst).toBeLessThan(tolerance(terms[k]!));
    });
  });

  it('may stop before all evaluations are used', async () => {
    const z = [encodeLogit(new Float64Array([1, -1]))];
    const terms = [8, 8, 8, 12];
    const done = await simulate(memoryNetwork('job/1'), {
      bank: role(true, z, { terms }),
      tax: role(false, [new Uint32Array(2)], { terms }),
    });
    expect(opened(done)).toHaveLength(1);
  });
});

describe('a deviating peer or network is refused', () => {
  const z = [encodeLogit(new Float64Array([1, -2, 3])), encodeLogit(new Float64Array([0, 0, 0]))];
  const c: Case = { one: z, two: z, terms: [8, 8] };
  type Message = wire.SharedSigmoidMasked;
  const changed =
    (change: (message: Message) => Partial<wire.SharedSigmoidMasked.$Properties>) =>
    (entry: TranscriptEntry): TranscriptEntry[] => {
      const message = wire.SharedSigmoidMasked.decode(entry.body);
      return [{ ...entry, body: wire.SharedSigmoidMasked.encode({ ...message, ...change(message) }).finish() }];
    };

  it.each<[string, (entry: TranscriptEntry) => TranscriptEntry[], string]>([
    ['another kind', (e) => [{ ...e, kind: 'dealt' }], 'wrong-round'],
    ['a message twice', (e) => [e, e], 'replayed'],
    ['a later evaluation', changed((m) => ({ index: m.index + 1 })), 'wrong-round'],
    ['too few rows', changed((m) => ({ values: m.values.subarray(4) })), 'wrong-size'],
    ['angles beyond a turn', changed((m) => ({ values: m.values.map(() => 0xff) })), 'out-of-range'],
    ['no message', (e) => [{ ...e, body: new Uint8Array([0xff]) }], 'malformed'],
  ])('%s', async (_, change, code) => {
    const tamper = (e: TranscriptEntry): TranscriptEntry[] => (e.kind === 'shared-sigmoid-masked' ? change(e) : [e]);
    expect((await run(c, memoryNetwork('job/1', { tamper }))).failure).toMatchObject({ code });
  });

  it.each<[string, Role, Role, string]>([
    ['different terms', role(true, z), role(false, z, { terms: [8, 12] }), 'parameter-mismatch'],
    ['different rows', role(true, z), role(false, [new Uint32Array(2)], { terms: [8, 8] }), 'parameter-mismatch'],
    ['more evaluations than dealt', role(true, z, { terms: [8] }), role(false, z, { terms: [8] }), 'material-reused'],
    ['a share of another length', role(true, [new Uint32Array(2)], { rows: 3 }), role(false, [z[0]!]), 'wrong-size'],
    ['a share that is no angle', role(true, [new Uint32Array(3).fill(2 ** 30)]), role(false, [z[0]!]), 'out-of-range'],
    ['too many terms', role(true, z, { terms: [33] }), role(false, z, { terms: [33] }), 'out-of-range'],
    ['no rows', role(true, z, { rows: 0 }), role(false, z, { rows: 0 }), 'out-of-range'],
    ['the blind profile', role(true, z, { profile: 'blind' }), role(false, z), 'profile-unavailable'],
  ])('%s', async (_, one, two, code) => {
    expect((await simulate(memoryNetwork('job/1'), { bank: one, tax: two })).failure).toMatchObject({ code });
  });

  it('two first parties never start', async () => {
    // Each asks for a deal of its own order: the helper sees two deals with one end each.
    const network = memoryNetwork('job/1');
    const running = simulate(network, { bank: role(true, z), tax: role(false, z, { peer: bank, first: true }) });
    setImmediate(() => network.abort());
    expect((await running).failure).toMatchObject({ code: 'cancelled' });
  });

  it('an instance is not opened twice', async () => {
    const twice: Role = async (session) => {
      await role(true, z)(session);
      await role(true, z)(session);
    };
    const done = await simulate(memoryNetwork('job/1'), { bank: twice, tax: role(false, z) });
    expect(done.failure).toMatchObject({ code: 'material-reused' });
  });
});

describe('what can be seen', () => {
  const rows = 2000;
  const transcriptOf = async (value: number): Promise<MemoryNetwork> => {
    const network = memoryNetwork('job/1');
    const z = [encodeLogit(new Float64Array(rows).fill(value))];
    resultOf(await run({ one: z, two: z, terms: [8] }, network, 3), 'bank');
    return network;
  };

  it('is of a shape that depends on no logit', async () => {
    expect(shapeOf((await transcriptOf(0)).transcript)).toEqual(shapeOf((await transcriptOf(-5)).transcript));
  });

  it('is uniform at both data parties for any logit', async () => {
    for (const value of [0, -5]) {
      for (const to of [bank, tax]) {
        const { body } = (await transcriptOf(value)).transcript.find(
          (e) => e.to === to && e.kind === 'shared-sigmoid-masked',
        )!;
        // The low three bytes of each word: 24 of its 25 bits.
        const bytes = wire.SharedSigmoidMasked.decode(body).values.filter((_, i) => i % 4 !== 3);
        expect(bytes).toHaveLength(rows * 3);
        expect(byteChiSquare(bytes)).toBeLessThan(BYTE_CHI_SQUARE_LIMIT);
      }
      const dealt = (await transcriptOf(value)).transcript.filter((e) => e.kind === 'dealt' && e.body.length > 100);
      for (const { to, body } of dealt) {
        expect(to).toBe(tax);
        expect(byteChiSquare(wire.HelperDealt.decode(body).residues)).toBeLessThan(BYTE_CHI_SQUARE_LIMIT);
      }
      expect(dealt.length).toBeGreaterThan(0);
    }
  });

  it('is, at the helper, the same for any logit', async () => {
    const atHelper = async (value: number): Promise<string[]> =>
      (await transcriptOf(value)).transcript
        .filter((e) => e.to === HELPER)
        .map((e) => `${e.from} ${e.topic} ${Buffer.from(e.body).toString('hex')}`)
        .sort();
    expect(await atHelper(0)).toEqual(await atHelper(-5));
  });
});

describe('each role alone', () => {
  const seed = new Uint8Array(32).fill(8);
  const topic = 'shared-sigmoid/p/bank+tax';

  it('second party: opens z + r and is linear in what it is dealt', async () => {
    const network = memoryNetwork('job/1');
    const material = network.session(HELPER).channel(tax, `deal/${topic}`);
    const r = Number(new DataView(prg(seed, 'r 0').bytes(4).buffer).getUint32(0, true) % 2 ** 30);
    // As integers from -2^64 on: one row whose cosine share is 2^24 at k = 1 and all else 0 gives round(2^28 c_1 sin(m)).
    const unit = 1n << BigInt(DROPPED_BITS);
    const shares = new BigUint64Array(16);
    shares[0] = unit;
    await send(material, 'helper-grant', wire.HelperGrant, { session: 'job/1', matched: true, seed });
    await send(material, 'dealt', wire.HelperDealt, { index: 0, residues: bytesOf(shares) });
    await send(material, 'dealt', wire.HelperDealt, { end: true });
    const channel = network.session(bank).channel(tax, topic);
    await send(channel, 'shared-sigmoid-masked', wire.SharedSigmoidMasked, {
      index: 0,
      values: bytesOf(Uint32Array.of(77)),
    });
    const [share] = (await role(false, [Uint32Array.of(123)])(network.session(tax))) as BigUint64Array[];
    const message = await receive<wire.SharedSigmoidMasked>(channel, 'shared-sigmoid-masked', wire.SharedSigmoidMasked);
    expect(new Uint32Array(new Uint8Array(message.values).buffer)).toEqual(Uint32Array.of((123 + r) % 2 ** 30));
    const m = (123 + r + 77) % 2 ** 30;
    const factor = (k: number, of: (x: number) => number): bigint =>
      BigInt(Math.round(2 ** 28 * sigmoidSeries(8)[k - 1]! * of((2 * Math.PI * k * m) / 2 ** 30)));
    const factors = [1, 2, 3, 4, 5, 6, 7, 8].map((k) => factor(k, Math.sin) - factor(k, Math.cos));
    const sum = factor(1, Math.sin) * unit - (factors.reduce((total, x) => total + x, 0n) << 64n);
    expect(BigInt.asUintN(64, share![0]!)).toBe(BigInt.asUintN(64, (sum + unit / 2n) >> BigInt(DROPPED_BITS)));
  });

  it('first party: the same from its seed, and half', async () => {
    const network = memoryNetwork('job/1');
    await send(network.session(HELPER).channel(bank, `deal/${topic}`), 'helper-grant', wire.HelperGrant, {
      session: 'job/1',
      matched: true,
      seed,
    });
    const channel = network.session(tax).channel(bank, topic);
    // The peer picks what it sends so that the opened angle is 0: only the sine shares count, all with -c_k.
    const running = role(true, [Uint32Array.of(0)])(network.session(bank)) as Promise<BigUint64Array[]>;
    const message = await receive<wire.SharedSigmoidMasked>(channel, 'shared-sigmoid-masked', wire.SharedSigmoidMasked);
    const masked = new Uint32Array(new Uint8Array(message.values).buffer)[0]!;
    const values = bytesOf(Uint32Array.of((2 ** 30 - masked) % 2 ** 30));
    await send(channel, 'shared-sigmoid-masked', wire.SharedSigmoidMasked, { index: 0, values });
    const tables = prg(seed, 'tables 0').u64(16);
    const c = sigmoidSeries(8).map((x) => Math.round(x * 2 ** 28));
    const sum = c.reduce((total, ck, k) => total - BigInt(ck) * tables[2 * k + 1]!, 0n);
    const half = 1n << BigInt(DROPPED_BITS - 1);
    expect((await running)[0]![0]).toBe(BigInt.asUintN(64, (1n << 27n) + ((sum + half) >> BigInt(DROPPED_BITS))));
  });
});

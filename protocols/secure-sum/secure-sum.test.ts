import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { wire } from '@coscore/proto';
import { ProtocolError } from '../errors.ts';
import { memoryNetwork, type MemoryNetworkOptions, type TranscriptEntry } from '../memory-network.ts';
import type { PartyId, Session } from '../transport.ts';
import { secureSum, type SecureSumOptions, type SecureSumResult } from './index.ts';

const PARTIES = ['bank', 'tax', 'logistics', 'grid', 'court'] as PartyId[];
const SERVER = 'server' as PartyId;

function optionsFor(k: number, change: Partial<SecureSumOptions> = {}): SecureSumOptions {
  return {
    parties: PARTIES.slice(0, k),
    aggregator: SERVER,
    receivers: 'aggregator',
    length: 3,
    bound: 1000,
    fractionBits: 20,
    instance: 'test',
    ...change,
  };
}

interface RunOptions extends MemoryNetworkOptions {
  /** Parties that vanish before they send this kind of message. */
  readonly lost?: Readonly<Record<string, string>>;
  readonly own?: Readonly<Record<string, Partial<SecureSumOptions>>>;
}

/** A session whose peers vanish: what the aggregator would then receive fails with `peer-lost`. */
function withLosses(session: Session, lost: Readonly<Record<string, string>>): Session {
  return {
    ...session,
    channel(peer, topic) {
      const channel = session.channel(peer, topic);
      return {
        ...channel,
        receive: (kind) =>
          lost[peer] === kind
            ? Promise.reject(new ProtocolError('peer-lost', `${peer} is gone`))
            : channel.receive(kind),
      };
    },
  };
}

async function run(vectors: readonly Float64Array[], options: SecureSumOptions, network: RunOptions = {}) {
  const lost = network.lost ?? {};
  const net = memoryNetwork('job/1', {
    tamper: (m) => (lost[m.from] === m.kind ? [] : (network.tamper?.(m) ?? [m])),
  });
  const failures = new Map<string, string>();
  const results = new Map<string, SecureSumResult>();
  const of = (name: string): SecureSumOptions => ({ ...options, ...network.own?.[name] });
  const everyone = new Set([...options.parties, options.aggregator]);
  const running = [...everyone].map(async (name) => {
    const vector = vectors[options.parties.indexOf(name)];
    try {
      results.set(name, await secureSum(withLosses(net.session(name), lost), vector, of(name)));
      if (name === options.aggregator) setTimeout(() => net.abort(), 20);
    } catch (error) {
      failures.set(name, error instanceof ProtocolError ? error.code : String(error));
      if (!(name in lost)) setTimeout(() => net.abort(), 5);
    }
  });
  await Promise.all(running);
  return { results, failures, transcript: net.transcript };
}

const entry = fc.double({ min: -1000, max: 1000, noNaN: true });
const vectorsOf = (k: number) =>
  fc.array(fc.array(entry, { minLength: 3, maxLength: 3 }), { minLength: k, maxLength: k });
const plainSum = (vectors: readonly Float64Array[]): number[] =>
  [0, 1, 2].map((i) => vectors.reduce((sum, v) => sum + v[i]!, 0));

function expectClose(total: Float64Array | undefined, expected: readonly number[], terms: number): void {
  expect(total).toBeDefined();
  expected.forEach((x, i) => expect(Math.abs(total![i]! - x)).toBeLessThanOrEqual(terms * 2 ** -20));
}

describe('secure sum', () => {
  it('equals the plaintext sum for 2 to 5 parties, to the rounding of each entry', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 5 }).chain((k) => vectorsOf(k)),
        async (raw) => {
          const vectors = raw.map((v) => Float64Array.from(v));
          const { results, failures } = await run(vectors, optionsFor(vectors.length));
          expect(failures.size).toBe(0);
          expectClose(results.get(SERVER)!.total, plainSum(vectors), vectors.length);
          expect(results.get('bank')!.total).toBeUndefined();
          expect(results.get('bank')!.survivors).toEqual(PARTIES.slice(0, vectors.length));
        },
      ),
      { numRuns: 20 },
    );
  });

  it('gives every contributor the same total, with a contributor as aggregator', async () => {
    const vectors = [1, 2, 3, 4].map((x) => Float64Array.of(x, -x, x / 2));
    const options = optionsFor(4, { aggregator: PARTIES[2]!, receivers: 'all' });
    const { results, failures } = await run(vectors, options);
    expect(failures.size).toBe(0);
    for (const party of options.parties) expect([...results.get(party)!.total!]).toEqual([10, -10, 5]);
  });

  it.each(['secure-sum-keys', 'secure-sum-shares', 'secure-sum-masked', 'secure-sum-unmask'])(
    'goes on without a party lost before %s',
    async (kind) => {
      const vectors = [1, 2, 3, 4, 5].map((x) => Float64Array.of(x, 10 * x, -x));
      const { results } = await run(vectors, optionsFor(5), { lost: { logistics: kind } });
      const counted = kind === 'secure-sum-unmask' ? [15, 150, -15] : [12, 120, -12];
      expectClose(results.get(SERVER)!.total, counted, 5);
      const names = kind === 'secure-sum-unmask' ? PARTIES : PARTIES.filter((p) => p !== 'logistics');
      expect(results.get(SERVER)!.survivors).toEqual(names);
    },
  );

  it('ends with peer-lost when fewer than the threshold are left', async () => {
    const vectors = [1, 2, 3, 4, 5].map((x) => Float64Array.of(x, x, x));
    const { failures, results } = await run(vectors, optionsFor(5), {
      lost: { logistics: 'secure-sum-masked', grid: 'secure-sum-masked' },
    });
    expect(failures.get(SERVER)).toBe('peer-lost');
    expect(results.size).toBe(0);
  });

  it('ends with peer-lost when a contributor would see a total of two', async () => {
    const vectors = [1, 2, 3].map((x) => Float64Array.of(x, x, x));
    const options = optionsFor(3, { receivers: 'all' });
    const { failures } = await run(vectors, options, { lost: { tax: 'secure-sum-masked' } });
    expect(failures.get(SERVER)).toBe('peer-lost');
  });

  it('clips entries to the bound', async () => {
    const vectors = [Float64Array.of(5000, -Infinity, 0), Float64Array.of(1, 1, 1)];
    const { results } = await run(vectors, optionsFor(2));
    expect([...results.get(SERVER)!.total!]).toEqual([1001, -999, 1]);
  });

  it('refuses an entry that is not a number', async () => {
    const session = memoryNetwork('job/1').session(PARTIES[0]!);
    await expect(secureSum(session, Float64Array.of(NaN, 0, 0), optionsFor(2))).rejects.toMatchObject({
      code: 'out-of-range',
    });
  });

  it.each([
    ['a bound that does not fit the ring', 'overflow', { bound: 2 ** 43 }],
    ['a threshold of two thirds', 'out-of-range', { threshold: 2 }],
    ['two parties where one sees the total', 'out-of-range', { parties: PARTIES.slice(0, 2), receivers: 'all' }],
    ['a vector of another length', 'wrong-size', { length: 4 }],
  ] as const)('refuses %s', async (_, code, change) => {
    const session = memoryNetwork('job/1').session(PARTIES[0]!);
    const options = optionsFor(3, change);
    await expect(secureSum(session, new Float64Array(3), options)).rejects.toMatchObject({ code });
  });

  it('refuses other options at one end', async () => {
    const vectors = [1, 2, 3].map((x) => Float64Array.of(x, x, x));
    const { failures } = await run(vectors, optionsFor(3), { own: { tax: { bound: 10 } } });
    expect(failures.get(SERVER)).toBe('parameter-mismatch');
  });

  it('refuses a second run of one instance in one session', async () => {
    const net = memoryNetwork('job/1');
    const session = net.session(PARTIES[0]!);
    const first = secureSum(session, new Float64Array(3), optionsFor(3));
    await expect(secureSum(session, new Float64Array(3), optionsFor(3))).rejects.toMatchObject({
      code: 'material-reused',
    });
    net.abort();
    await expect(first).rejects.toMatchObject({ code: 'cancelled' });
  });

  const edit =
    (kind: string, from: string, change: (body: Uint8Array) => Uint8Array): MemoryNetworkOptions['tamper'] =>
    (m) => [m.kind === kind && m.from === from ? { ...m, body: change(m.body) } : m];

  it.each<[string, string, string, MemoryNetworkOptions['tamper']]>([
    [
      'a message of another round',
      SERVER,
      'wrong-round',
      (m) => [m.kind === 'secure-sum-keys' ? { ...m, kind: 'secure-sum-masked' } : m],
    ],
    ['an undecodable message', SERVER, 'malformed', edit('secure-sum-masked', 'tax', () => Uint8Array.of(0xff))],
    [
      'a short vector',
      SERVER,
      'wrong-size',
      edit('secure-sum-masked', 'tax', () => wire.SecureSumMasked.encode({ values: new Uint8Array(16) }).finish()),
    ],
    [
      'shares changed on their way',
      'bank',
      'malformed',
      edit('secure-sum-shares', 'tax', (body) => {
        const message = wire.SecureSumShares.decode(body);
        const ciphertexts = Uint8Array.from(message.ciphertexts);
        ciphertexts[5]! ^= 1;
        return wire.SecureSumShares.encode({ ...message, ciphertexts }).finish();
      }),
    ],
    [
      'a list of survivors that leaves too few',
      'bank',
      'peer-lost',
      edit('secure-sum-survivors', SERVER, () =>
        wire.SecureSumSurvivors.encode({ members: Uint8Array.of(0, 1) }).finish(),
      ),
    ],
    [
      'a list of survivors that names strangers',
      'bank',
      'out-of-range',
      edit('secure-sum-survivors', SERVER, () =>
        wire.SecureSumSurvivors.encode({ members: Uint8Array.of(0, 1, 2, 9) }).finish(),
      ),
    ],
    [
      'a replaced mask key',
      'bank',
      'out-of-range',
      edit('secure-sum-roster', SERVER, (body) => {
        const message = wire.SecureSumRoster.decode(body);
        return wire.SecureSumRoster.encode({
          ...message,
          maskKeys: new Uint8Array(message.maskKeys.length).fill(9),
        }).finish();
      }),
    ],
    [
      'a masked vector that no honest party sends',
      SERVER,
      'out-of-range',
      edit('secure-sum-masked', 'tax', () => wire.SecureSumMasked.encode({ values: new Uint8Array(24) }).finish()),
    ],
  ])('refuses %s', async (_, where, code, tamper) => {
    const vectors = [1, 2, 3, 4].map((x) => Float64Array.of(x, x, x));
    const { failures } = await run(vectors, optionsFor(4), { tamper: tamper! });
    expect(failures.get(where)).toBe(code);
  });

  it('opens one kind of share for each member, never both', async () => {
    const vectors = [1, 2, 3, 4, 5].map((x) => Float64Array.of(x, x, x));
    const { transcript } = await run(vectors, optionsFor(5), { lost: { grid: 'secure-sum-masked' } });
    const answers = transcript.filter((m) => m.kind === 'secure-sum-unmask');
    expect(answers).toHaveLength(4);
    for (const m of answers) expect(wire.SecureSumUnmask.decode(m.body).shares).toHaveLength(5 * 32);
    expect(new Set(answers.map((m) => m.from)).size).toBe(4);
  });

  it('has a transcript whose shape and masked bytes do not follow the vectors', async () => {
    const shape = (t: readonly TranscriptEntry[]): string[] =>
      t.map((m) => `${m.from}>${m.to} ${m.kind} ${m.body.length}`).sort();
    const zero = await run([0, 0, 0].map(() => new Float64Array(3)), optionsFor(3)); // prettier-ignore
    const large = await run([999, -999, 1].map((x) => new Float64Array(3).fill(x)), optionsFor(3)); // prettier-ignore
    expect(shape(zero.transcript)).toEqual(shape(large.transcript));
    for (const m of zero.transcript.filter((e) => e.kind === 'secure-sum-masked')) {
      const words = new BigUint64Array(Uint8Array.from(wire.SecureSumMasked.decode(m.body).values).buffer);
      for (const word of words) expect(word >> 48n === 0n || word >> 48n === 0xffffn).toBe(false); // 2^-15 a word
    }
  });
});

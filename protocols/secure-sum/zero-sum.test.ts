import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { wire } from '@coscore/proto';
import { memoryNetwork, type MemoryNetworkOptions } from '../memory-network.ts';
import type { PartyId } from '../transport.ts';
import { allReduceBound, openZeroSum, type ZeroSum } from './index.ts';

const PARTIES = ['bank', 'tax', 'logistics', 'grid', 'court'] as PartyId[];

async function open(k: number, options: MemoryNetworkOptions = {}) {
  const net = memoryNetwork('job/1', options);
  const parties = PARTIES.slice(0, k);
  const groups = await Promise.all(parties.map((p) => openZeroSum(net.session(p), { parties, instance: 'lbfgs' })));
  return { net, groups, parties };
}

const reduce = (groups: readonly ZeroSum[], vectors: readonly Float64Array[], round: number): Promise<Float64Array[]> =>
  Promise.all(groups.map((group, i) => group.allReduce(vectors[i]!, round)));

describe('zero-sum group', () => {
  it('adds vectors of 2 to 5 parties, bit for bit the same at each', async () => {
    const entry = fc.double({ min: -10_000, max: 10_000, noNaN: true });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 5 }),
        fc.array(fc.array(entry, { minLength: 4, maxLength: 4 }), { minLength: 5, maxLength: 5 }),
        async (k, raw) => {
          const { groups } = await open(k);
          const vectors = raw.slice(0, k).map((v) => Float64Array.from(v));
          for (const round of [0, 3]) {
            const totals = await reduce(groups, vectors, round);
            for (const total of totals) expect([...total]).toEqual([...totals[0]!]);
            totals[0]!.forEach((x, i) => {
              const plain = vectors.reduce((sum, v) => sum + v[i]!, 0);
              expect(Math.abs(x - plain)).toBeLessThanOrEqual(1e-10);
            });
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it('sends one message to each peer a call', async () => {
    const { groups, net } = await open(3);
    const before = net.transcript.length;
    await reduce(groups, [1, 2, 3].map((x) => Float64Array.of(x)), 0); // prettier-ignore
    expect(net.transcript.length - before).toBe(3 * 2);
  });

  it('hides the vectors of three parties, differently every round', async () => {
    const { groups, net } = await open(3);
    const zeros = [0, 0, 0].map(() => new Float64Array(2));
    await reduce(groups, zeros, 0);
    await reduce(groups, zeros, 1);
    const sent = net.transcript
      .filter((m) => m.kind === 'zero-sum-vector' && m.to !== 'bank')
      .map((m) => `${m.from} ${Buffer.from(wire.ZeroSumVector.decode(m.body).values).toString('hex')}`);
    expect(sent.some((s) => s.endsWith('0'.repeat(32)))).toBe(false);
    expect(new Set(sent).size).toBe(3 * 2);
  });

  it('makes masks that add to zero over all parties and are new every round', async () => {
    const { groups } = await open(4);
    const masksOf = (round: number): BigUint64Array[] => groups.map((g) => g.mask(round, 50));
    const one = masksOf(0);
    const two = masksOf(1);
    for (let i = 0; i < 50; i++) {
      expect(BigInt.asUintN(64, one.reduce((sum, m) => sum + m[i]!, 0n))).toBe(0n); // prettier-ignore
    }
    expect(one[0]).not.toEqual(two[0]);
    expect(new Set(one.map((m) => m[0])).size).toBe(4);
  });

  it('keeps masks and sums of one round apart', async () => {
    const { groups, net } = await open(3);
    const mask = groups[0]!.mask(0, 1);
    await reduce(groups, [0, 0, 0].map(() => new Float64Array(1)), 0); // prettier-ignore
    const sent = net.transcript.find((m) => m.from === 'bank' && m.kind === 'zero-sum-vector')!;
    expect(Buffer.from(wire.ZeroSumVector.decode(sent.body).values)).not.toEqual(Buffer.from(mask.buffer));
  });

  it('refuses a round a second time', async () => {
    const { groups } = await open(3);
    groups[0]!.mask(4, 1);
    expect(() => groups[0]!.mask(4, 1)).toThrow(expect.objectContaining({ code: 'material-reused' }));
    await reduce(groups, [0, 0, 0].map(() => new Float64Array(1)), 2); // prettier-ignore
    await expect(groups[0]!.allReduce(new Float64Array(1), 2)).rejects.toMatchObject({ code: 'material-reused' });
  });

  it('refuses to open one instance twice in one session', async () => {
    const net = memoryNetwork('job/1');
    const options = { parties: PARTIES.slice(0, 2), instance: 'x' };
    const session = net.session(PARTIES[0]!);
    const first = openZeroSum(session, options);
    await expect(openZeroSum(session, options)).rejects.toMatchObject({ code: 'material-reused' });
    net.abort();
    await expect(first).rejects.toMatchObject({ code: 'cancelled' });
  });

  it.each([2, 3])('refuses values above the bound of %d parties', async (k) => {
    const { groups, net } = await open(k);
    const bound = allReduceBound(k);
    const totals = await reduce(groups, groups.map(() => Float64Array.of(bound, -bound)), 0); // prettier-ignore
    expect(totals[0]![0]).toBeCloseTo(k * bound, 4);
    for (const x of [bound * 1.001, NaN, Infinity]) {
      await expect(open(k).then(({ groups: g }) => g[0]!.allReduce(Float64Array.of(x), 0))).rejects.toMatchObject({
        code: 'overflow',
      });
    }
    net.abort();
  });

  it('refuses parties that differ', async () => {
    const net = memoryNetwork('job/1');
    const other = ['tax', 'bank'] as PartyId[];
    const two = Promise.allSettled([
      openZeroSum(net.session(PARTIES[0]!), { parties: PARTIES.slice(0, 2), instance: 'x' }),
      openZeroSum(net.session(PARTIES[1]!), { parties: other, instance: 'x' }),
    ]);
    for (const result of await two) expect(result).toMatchObject({ reason: { code: 'parameter-mismatch' } });
  });

  it.each([
    ['an earlier round', 'replayed', (m: wire.ZeroSumVector) => ({ ...m, round: 1 })],
    ['a later round', 'wrong-round', (m: wire.ZeroSumVector) => ({ ...m, round: 9 })],
    ['a vector of another length', 'wrong-size', (m: wire.ZeroSumVector) => ({ ...m, values: new Uint8Array(8) })],
  ])('refuses %s', async (_, code, change) => {
    const { groups, net } = await open(3, {
      tamper: (m) => [
        m.kind === 'zero-sum-vector' && m.from === 'tax' && m.to === 'bank'
          ? { ...m, body: wire.ZeroSumVector.encode(change(wire.ZeroSumVector.decode(m.body))).finish() }
          : m,
      ],
    });
    const results = await Promise.allSettled(groups.map((g) => g.allReduce(Float64Array.of(1, 2), 5)));
    expect(results[0]).toMatchObject({ reason: { code } });
    net.abort();
  });

  it.each([
    ['of low order', 'bad-point', new Uint8Array(32)],
    ['of another length', 'wrong-size', new Uint8Array(31)],
  ])('refuses a public key %s', async (_, code, publicKey) => {
    const opening = open(2, {
      tamper: (m) => [
        m.kind === 'zero-sum-hello' && m.from === 'tax'
          ? { ...m, body: wire.ZeroSumHello.encode({ ...wire.ZeroSumHello.decode(m.body), publicKey }).finish() }
          : m,
      ],
    });
    await expect(opening).rejects.toMatchObject({ code });
  });
});

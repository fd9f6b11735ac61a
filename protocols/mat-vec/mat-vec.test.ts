import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prg } from '@coscore/crypto';
import { bytesOf } from '@coscore/crypto/ring/bytes.ts';
import { addResidues, columnResidues, dotFixedColumns, subtractResidues } from '@coscore/kernels';
import { wire } from '@coscore/proto';
import { HELPER, resultOf, seededCsprng, simulate, type Role, type Simulation } from '../helper/simulate.ts';
import { BYTE_CHI_SQUARE_LIMIT, byteChiSquare, shapeOf } from '../helper/transcript.ts';
import { memoryNetwork, type MemoryNetwork, type TranscriptEntry } from '../memory-network.ts';
import { receive, send, type PartyId } from '../transport.ts';
import type { Opening } from './options.ts';
import { openMatVecOwner } from './owner.ts';
import { openMatVecPeer } from './peer.ts';

const bank = 'bank' as PartyId;
const tax = 'tax' as PartyId;

interface Case {
  /** [d][n] */
  readonly columns: Int16Array[] | Int32Array[];
  /** [products][n] */
  readonly vectors: readonly BigUint64Array[];
}

const common = { profile: 'aided', instance: 'gradient', helper: HELPER } as const;

const owner =
  (c: Case, open: Opening, products = c.vectors.length): Role =>
  async (session) => {
    const matrix = await openMatVecOwner(session, { ...common, peer: bank, columns: c.columns, products, open });
    const results = [];
    for (let i = 0; i < c.vectors.length; i++) results.push(await matrix.multiply());
    await matrix.close();
    return results;
  };

const peer =
  (c: Case, open: Opening, products = c.vectors.length): Role =>
  async (session) => {
    const shape = { rows: c.columns[0]!.length, columns: c.columns.length, products };
    const matrix = await openMatVecPeer(session, { ...common, peer: tax, ...shape, open });
    const results = [];
    for (const u of c.vectors) results.push(await matrix.multiply(u));
    await matrix.close();
    return results;
  };

const oracle = (c: Case): BigUint64Array[] => c.vectors.map((u) => dotFixedColumns(c.columns, u));

function run(
  c: Case,
  open: Opening,
  network = memoryNetwork('job/1'),
  seed = 1,
  products?: number,
): Promise<Simulation> {
  return simulate(network, { tax: owner(c, open, products), bank: peer(c, open, products) }, seededCsprng(seed));
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    n: fc.integer({ min: 1, max: 60 }),
    d: fc.integer({ min: 1, max: 4 }),
    products: fc.integer({ min: 1, max: 3 }),
    wide: fc.boolean(),
  })
  .chain(({ n, d, products, wide }) =>
    fc.record({
      columns: (wide
        ? fc.array(fc.int32Array({ minLength: n, maxLength: n }), { minLength: d, maxLength: d })
        : fc.array(fc.int16Array({ minLength: n, maxLength: n }), { minLength: d, maxLength: d })) as fc.Arbitrary<
        Int16Array[]
      >,
      vectors: fc.array(fc.bigUint64Array({ minLength: n, maxLength: n }), {
        minLength: products,
        maxLength: products,
      }),
    }),
  );

const small: Case = {
  columns: [new Int16Array([1, -2, 3, -32768]), new Int16Array([0, 32767, 5, 6])],
  vectors: [new BigUint64Array([1n, 2n ** 64n - 1n, 3n, 2n ** 63n]), new BigUint64Array([7n, 8n, 9n, 10n])],
};

describe('mat-vec, aided', () => {
  it('opens X^T u to the owner only', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (c) => {
        const done = await run(c, 'owner');
        expect(resultOf(done, 'tax')).toEqual(oracle(c));
        expect(resultOf(done, 'bank')).toEqual(c.vectors.map(() => undefined));
      }),
      { numRuns: 40 },
    );
  });

  it('opens it to the peer only', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (c) => {
        const done = await run(c, 'peer');
        expect(resultOf(done, 'bank')).toEqual(oracle(c));
        expect(resultOf(done, 'tax')).toEqual(c.vectors.map(() => undefined));
      }),
      { numRuns: 20 },
    );
  });

  it('leaves shares of it', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (c) => {
        const done = await run(c, 'shares');
        const [mine, theirs] = [resultOf<BigUint64Array[]>(done, 'bank'), resultOf<BigUint64Array[]>(done, 'tax')];
        expect(mine.map((share, i) => addResidues(share, theirs[i]!))).toEqual(oracle(c));
      }),
      { numRuns: 20 },
    );
  });

  it('spans several blocks of rows', async () => {
    const n = 70_000;
    const columns = [Int16Array.from({ length: n }, (_, i) => i), Int16Array.from({ length: n }, (_, i) => -i)];
    const c: Case = { columns, vectors: [prg(new Uint8Array(32), 'u').u64(n)] };
    expect(resultOf(await run(c, 'owner'), 'tax')).toEqual(oracle(c));
  });

  it('may use fewer products than were dealt', async () => {
    expect(resultOf(await run(small, 'owner', memoryNetwork('job/1'), 1, 50), 'tax')).toEqual(oracle(small));
  });

  it('runs in both directions at once', async () => {
    const both =
      (own: PartyId, other: PartyId): Role =>
      async (session) => {
        const shape = { rows: 4, columns: 2, products: 1 };
        const [mine, theirs] = await Promise.all([
          openMatVecOwner(session, { ...common, peer: other, columns: small.columns, products: 1, open: 'owner' }),
          openMatVecPeer(session, { ...common, peer: other, ...shape, open: 'owner' }),
        ]);
        const [product] = await Promise.all([mine.multiply(), theirs.multiply(small.vectors[own === bank ? 0 : 1]!)]);
        await Promise.all([mine.close(), theirs.close()]);
        return product;
      };
    const done = await simulate(memoryNetwork('job/1'), { bank: both(bank, tax), tax: both(tax, bank) });
    expect(resultOf(done, 'tax')).toEqual(oracle(small)[0]);
    expect(resultOf(done, 'bank')).toEqual(oracle(small)[1]);
  });

  it('is bound to one matrix', async () => {
    const digest =
      (columns: Int16Array[]): Role =>
      async (session) => {
        const matrix = await openMatVecOwner(session, { ...common, peer: bank, columns, products: 1, open: 'owner' });
        await matrix.close();
        return matrix.digest;
      };
    const digestOf = async (columns: Int16Array[]): Promise<string> => {
      const c: Case = { columns, vectors: [] };
      return resultOf(
        await simulate(memoryNetwork('job/1'), { tax: digest(columns), bank: peer(c, 'owner', 1) }),
        'tax',
      );
    };
    const one = await digestOf([new Int16Array([1, 2]), new Int16Array([3, 4])]);
    expect(one).toBe(await digestOf([new Int16Array([1, 2]), new Int16Array([3, 4])]));
    expect(one).not.toBe(await digestOf([new Int16Array([1, 2]), new Int16Array([3, 5])]));
    expect(one).not.toBe(await digestOf([new Int16Array([1, 2, 3, 4])]));
  });
});

describe('a deviating peer or network is refused', () => {
  type Change = (entry: TranscriptEntry) => TranscriptEntry[];
  const edited = (entry: TranscriptEntry, body: Uint8Array): TranscriptEntry[] => [{ ...entry, body }];
  const product =
    (change: (m: wire.MatVecProduct) => Partial<wire.MatVecProduct.$Properties>): Change =>
    (entry) => {
      const message = wire.MatVecProduct.decode(entry.body);
      return edited(entry, wire.MatVecProduct.encode({ ...message, ...change(message) }).finish());
    };
  const masked =
    (change: (m: wire.MatVecMasked) => Partial<wire.MatVecMasked.$Properties>): Change =>
    (entry) => {
      const message = wire.MatVecMasked.decode(entry.body);
      return edited(entry, wire.MatVecMasked.encode({ ...message, ...change(message) }).finish());
    };

  it.each<[string, string, Change, string]>([
    ['another kind', 'mat-vec-product', (e) => [{ ...e, kind: 'mat-vec-opening' }], 'wrong-round'],
    ['a product twice', 'mat-vec-product', (e) => [e, e], 'replayed'],
    ['a product too far', 'mat-vec-product', product((m) => ({ index: m.index + 1 })), 'wrong-round'],
    ['a short vector', 'mat-vec-product', product((m) => ({ delta: m.delta.subarray(8) })), 'wrong-size'],
    ['a long part', 'mat-vec-product', product((m) => ({ part: new Uint8Array(m.part.length + 8) })), 'wrong-size'],
    ['no part', 'mat-vec-product', product(() => ({ part: new Uint8Array(0) })), 'wrong-size'],
    ['no message', 'mat-vec-product', (e) => edited(e, new Uint8Array([0xff])), 'malformed'],
    ['a short column', 'mat-vec-masked', masked((m) => ({ residues: m.residues.subarray(8) })), 'wrong-size'],
    ['a column twice', 'mat-vec-masked', (e) => [e, e], 'replayed'],
    ['a column skipped', 'mat-vec-masked', masked((m) => ({ column: m.column + 1 })), 'wrong-round'],
    ['another row', 'mat-vec-masked', masked((m) => ({ start: m.start + 1 })), 'wrong-round'],
  ])('%s', async (_, kind, change, code) => {
    const network = memoryNetwork('job/1', { tamper: (entry) => (entry.kind === kind ? change(entry) : [entry]) });
    expect((await run(small, 'owner', network)).failure).toMatchObject({ code });
  });

  it('an opening of another length', async () => {
    const tamper = (entry: TranscriptEntry): TranscriptEntry[] =>
      entry.kind === 'mat-vec-opening'
        ? edited(entry, wire.MatVecOpening.encode({ index: 0, part: new Uint8Array(8) }).finish())
        : [entry];
    expect((await run(small, 'peer', memoryNetwork('job/1', { tamper }))).failure).toMatchObject({
      code: 'wrong-size',
    });
  });

  it.each<[string, Role, Role, string]>([
    ['two ends that open to different parties', owner(small, 'owner'), peer(small, 'peer'), 'parameter-mismatch'],
    ['more products than were dealt', owner(small, 'owner', 1), peer(small, 'owner', 1), 'material-reused'],
    [
      'a vector of another length',
      owner(small, 'owner'),
      peer({ ...small, vectors: [new BigUint64Array(3)] }, 'owner', 2),
      'wrong-size',
    ],
    [
      'uneven columns',
      owner({ ...small, columns: [new Int16Array(4), new Int16Array(3)] }, 'owner'),
      peer(small, 'owner'),
      'wrong-size',
    ],
    ['no columns', owner({ ...small, columns: [] }, 'owner'), peer(small, 'owner'), 'out-of-range'],
  ])('%s', async (_, one, two, code) => {
    expect((await simulate(memoryNetwork('job/1'), { tax: one, bank: two })).failure).toMatchObject({ code });
  });

  it('an instance is not opened twice, for another matrix least of all', async () => {
    const twice: Role = async (session) => {
      await owner(small, 'owner')(session);
      await owner({ ...small, columns: [new Int16Array(4), new Int16Array(4)] }, 'owner')(session);
    };
    const done = await simulate(memoryNetwork('job/1'), { tax: twice, bank: peer(small, 'owner') });
    expect(done.failure).toMatchObject({ code: 'material-reused' });
  });
});

describe('what can be seen', () => {
  const n = 400;
  const secret = (k: number): Case => ({
    columns: [0, 1].map((j) => Int16Array.from({ length: n }, (_, i) => (k === 0 ? 0 : (i * (j + 5)) % 4000))),
    vectors: [0, 1].map((p) => columnResidues(Int32Array.from({ length: n }, (_, i) => (k === 0 ? 1 : i * p)))),
  });
  const transcriptOf = async (k: number, open: Opening = 'owner'): Promise<MemoryNetwork> => {
    const network = memoryNetwork('job/1');
    resultOf(await run(secret(k), open, network, 4), 'tax');
    return network;
  };
  const received = (network: MemoryNetwork, to: string, kinds: readonly string[]): Uint8Array =>
    Buffer.concat(
      network.transcript.filter((e) => e.to === to && kinds.includes(e.kind)).map((e) => e.body.subarray(8)),
    );

  it.each<Opening>(['owner', 'peer', 'shares'])('is of a shape that depends on no secret (%s)', async (open) => {
    expect(shapeOf((await transcriptOf(0, open)).transcript)).toEqual(
      shapeOf((await transcriptOf(1, open)).transcript),
    );
  });

  it('is uniform at both data parties, whatever the secrets are', async () => {
    for (const k of [0, 1]) {
      const network = await transcriptOf(k);
      for (const [to, kind] of [
        ['bank', 'mat-vec-masked'],
        ['tax', 'mat-vec-product'],
      ] as const) {
        const bytes = received(network, to, [kind]);
        expect(bytes.length).toBeGreaterThan(n * 16 - 100);
        expect(byteChiSquare(bytes)).toBeLessThan(BYTE_CHI_SQUARE_LIMIT);
      }
    }
    expect(byteChiSquare(bytesOf(secret(1).vectors[1]!))).toBeGreaterThan(BYTE_CHI_SQUARE_LIMIT);
  });

  it('is, at the helper, the same for any secret', async () => {
    const atHelper = async (k: number): Promise<string[]> =>
      (await transcriptOf(k)).transcript
        .filter((e) => e.to === HELPER)
        .map((e) => `${e.from} ${e.topic} ${Buffer.from(e.body).toString('hex')}`)
        .sort();
    expect(await atHelper(0)).toEqual(await atHelper(1));
  });
});

describe('each role alone', () => {
  const seed = new Uint8Array(32).fill(6);
  const grant = { session: 'job/1', matched: true, seed };
  const topic = 'mat-vec/gradient/tax+bank';
  const residues = (bytes: Uint8Array): BigUint64Array => new BigUint64Array(new Uint8Array(bytes).buffer);
  const one: Case = { columns: small.columns, vectors: [small.vectors[0]!] };

  it('owner: E = X - A, then E^T u part + A^T delta + dealt share', async () => {
    const network = memoryNetwork('job/1');
    const material = network.session(HELPER).channel(tax, `deal/${topic}`);
    await send(material, 'helper-grant', wire.HelperGrant, grant);
    await send(material, 'dealt', wire.HelperDealt, {
      index: 0,
      residues: bytesOf(new BigUint64Array([1000n, 2000n])),
    });
    await send(material, 'dealt', wire.HelperDealt, { end: true });
    const channel = network.session(bank).channel(tax, topic);
    const delta = new BigUint64Array([4n, 5n, 6n, 7n]);
    await send(channel, 'mat-vec-product', wire.MatVecProduct, {
      index: 0,
      delta: bytesOf(delta),
      part: bytesOf(new BigUint64Array([10n, 20n])),
    });
    const [product] = (await owner(one, 'owner')(network.session(tax))) as BigUint64Array[];
    const want = [];
    for (const [j, x] of small.columns.entries()) {
      const a = prg(seed, `A ${j}`).u64(4);
      const { residues: e } = await receive<wire.MatVecMasked>(channel, 'mat-vec-masked', wire.MatVecMasked);
      expect(addResidues(residues(e), a)).toEqual(columnResidues(x));
      want.push(a.reduce((sum, v, i) => sum + v * delta[i]!, 1010n * BigInt(j + 1)));
    }
    expect(product).toEqual(BigUint64Array.from(want));
  });

  it('peer: delta = u - b, part = E^T u + its share of A^T b', async () => {
    const network = memoryNetwork('job/1');
    await send(network.session(HELPER).channel(bank, `deal/${topic}`), 'helper-grant', wire.HelperGrant, grant);
    const channel = network.session(tax).channel(bank, topic);
    const e = [new BigUint64Array([1n, 2n, 3n, 4n]), new BigUint64Array([5n, 6n, 7n, 8n])];
    for (const [column, values] of e.entries()) {
      await send(channel, 'mat-vec-masked', wire.MatVecMasked, { column, start: 0, residues: bytesOf(values) });
    }
    await peer(one, 'owner')(network.session(bank));
    const message = await receive<wire.MatVecProduct>(channel, 'mat-vec-product', wire.MatVecProduct);
    const u = one.vectors[0]!;
    expect(residues(message.delta)).toEqual(subtractResidues(u, prg(seed, 'b 0').u64(4)));
    const share = prg(seed, 'part 0').u64(2);
    expect(residues(message.part)).toEqual(
      BigUint64Array.from(e.map((values, j) => values.reduce((sum, v, i) => sum + v * u[i]!, share[j]!))),
    );
  });
});

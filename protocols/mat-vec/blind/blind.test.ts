import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bfv, MAX_CHUNKS, SLOTS } from '@coscore/crypto/he/bfv-context.ts';
import { BfvKey } from '@coscore/crypto/he/bfv-key.ts';
import { type BfvEngine, bfvThreads, inlineBfv } from '@coscore/crypto/he/bfv-pool.ts';
import { bfvBytes } from '@coscore/crypto/he/bfv-wire.ts';
import { prg, systemCsprng } from '@coscore/crypto';
import { addPrime, columnPrime, dotFixedColumnsPrime, PRIME, uniformPrime } from '@coscore/crypto/ring/prime-ring.ts';
import { wire } from '@coscore/proto';
import { resultOf, simulate, type Role, type Simulation } from '../../helper/simulate.ts';
import { shapeOf } from '../../helper/transcript.ts';
import { memoryNetwork, type MemoryNetwork, type TranscriptEntry } from '../../memory-network.ts';
import type { PartyId } from '../../transport.ts';
import type { Opening } from '../options.ts';
import { openMatVecOwner } from '../owner.ts';
import { openMatVecPeer } from '../peer.ts';

const bank = 'bank' as PartyId;
const tax = 'tax' as PartyId;

interface Case {
  /** [d][n] */
  readonly columns: Int16Array[];
  /** [products][n] residues mod t */
  readonly vectors: readonly BigUint64Array[];
}

const common = (engine: BfvEngine) => ({ profile: 'blind', instance: 'gradient', engine }) as const;

const owner =
  (c: Case, open: Opening, products = c.vectors.length, engine = inlineBfv): Role =>
  async (session) => {
    const matrix = await openMatVecOwner(session, {
      ...common(engine),
      peer: bank,
      columns: c.columns,
      products,
      open,
    });
    const results = [];
    for (let i = 0; i < c.vectors.length; i++) results.push(await matrix.multiply());
    await matrix.close();
    return results;
  };

const peer =
  (c: Case, open: Opening, products = c.vectors.length, engine = inlineBfv): Role =>
  async (session) => {
    const shape = { rows: c.columns[0]!.length, columns: c.columns.length, products };
    const matrix = await openMatVecPeer(session, { ...common(engine), peer: tax, ...shape, open });
    const results = [];
    for (const u of c.vectors) results.push(await matrix.multiply(u));
    await matrix.close();
    return results;
  };

const oracle = (c: Case): BigUint64Array[] => c.vectors.map((u) => dotFixedColumnsPrime(c.columns, u));

const run = (c: Case, open: Opening, network = memoryNetwork('job/1'), engine = inlineBfv): Promise<Simulation> =>
  simulate(network, { tax: owner(c, open, undefined, engine), bank: peer(c, open, undefined, engine) });

const residues = (n: number): fc.Arbitrary<BigUint64Array> =>
  fc
    .array(fc.oneof(fc.bigInt(0n, BigInt(PRIME) - 1n), fc.constantFrom(0n, 1n, BigInt(PRIME) - 1n)), {
      minLength: n,
      maxLength: n,
    })
    .map((values) => BigUint64Array.from(values));

const cases: fc.Arbitrary<Case> = fc
  .record({
    n: fc.integer({ min: 1, max: 60 }),
    d: fc.integer({ min: 1, max: 3 }),
    products: fc.integer({ min: 1, max: 2 }),
  })
  .chain(({ n, d, products }) =>
    fc.record({
      columns: fc.array(fc.int16Array({ minLength: n, maxLength: n }), { minLength: d, maxLength: d }) as fc.Arbitrary<
        Int16Array[]
      >,
      vectors: fc.array(residues(n), { minLength: products, maxLength: products }),
    }),
  );

const small: Case = {
  columns: [new Int16Array([1, -2, 3, -32768]), new Int16Array([0, 32767, 5, 6])],
  vectors: [new BigUint64Array([1n, BigInt(PRIME) - 1n, 3n, 5n])],
};

/** Three chunks, the last not full; one column of zeros. */
const long = (): Case => {
  const n = 2 * SLOTS + 77;
  const columns = [(i: number) => (i * 31) % 9000, (i: number) => -i, () => 0].map((at) =>
    Int16Array.from({ length: n }, (_, i) => at(i)),
  );
  return {
    columns,
    vectors: [uniformPrime(prg(new Uint8Array(32), 'u'), n), uniformPrime(prg(new Uint8Array(32), 'v'), n)],
  };
};

describe('mat-vec, blind', () => {
  it('opens X^T u mod t to the owner only', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (c) => {
        const done = await run(c, 'owner');
        expect(resultOf(done, 'tax')).toEqual(oracle(c));
        expect(resultOf(done, 'bank')).toEqual(c.vectors.map(() => undefined));
      }),
      { numRuns: 8 },
    );
  });

  it('opens it to the peer only', async () => {
    const done = await run(small, 'peer');
    expect(resultOf(done, 'bank')).toEqual(oracle(small));
    expect(resultOf(done, 'tax')).toEqual([undefined]);
  });

  it('leaves shares of it, other ones every time', async () => {
    const shares = async (): Promise<BigUint64Array[]> => {
      const done = await run(small, 'shares');
      return ['bank', 'tax'].map((party) => resultOf<BigUint64Array[]>(done, party)[0]!);
    };
    const [first, second] = [await shares(), await shares()];
    for (const [mine, theirs] of [first, second]) expect(addPrime(mine!, theirs!)).toEqual(oracle(small)[0]);
    expect(first[0]).not.toEqual(second[0]);
  });

  it('spans several chunks and products, on worker threads', async () => {
    const c = long();
    expect(resultOf(await run(c, 'owner', memoryNetwork('job/1'), bfvThreads(2)), 'tax')).toEqual(oracle(c));
  });

  it('ends its threads when the session is cancelled', async () => {
    const closed: string[] = [];
    const noting: BfvEngine = {
      keys() {
        const keys = inlineBfv.keys();
        return { ...keys, close: async () => (closed.push('key'), keys.close()) };
      },
      async matrix(columns) {
        const matrix = await inlineBfv.matrix(columns);
        return { ...matrix, close: async () => (closed.push('matrix'), matrix.close()) };
      },
    };
    const network = memoryNetwork('job/1');
    const waiting: Role = async (session) => {
      await openMatVecPeer(session, {
        ...common(noting),
        peer: tax,
        rows: 4,
        columns: 2,
        products: 1,
        open: 'owner',
      });
      network.abort();
    };
    const done = await simulate(network, { tax: owner(small, 'owner', 1, noting), bank: waiting });
    expect(done.failure).toMatchObject({ code: 'cancelled' });
    expect(closed.sort()).toEqual(['key', 'matrix']);
  });
});

describe('a deviating peer or network is refused', () => {
  type Change = (entry: TranscriptEntry) => TranscriptEntry[];
  const edited = (entry: TranscriptEntry, body: Uint8Array): TranscriptEntry[] => [{ ...entry, body }];
  const encrypted =
    (change: (m: wire.MatVecEncrypted) => Partial<wire.MatVecEncrypted.$Properties>): Change =>
    (entry) => {
      const message = wire.MatVecEncrypted.decode(entry.body);
      return edited(entry, wire.MatVecEncrypted.encode({ ...message, ...change(message) }).finish());
    };
  const hidden =
    (change: (m: wire.MatVecHiddenProduct) => Partial<wire.MatVecHiddenProduct.$Properties>): Change =>
    (entry) => {
      const message = wire.MatVecHiddenProduct.decode(entry.body);
      return edited(entry, wire.MatVecHiddenProduct.encode({ ...message, ...change(message) }).finish());
    };
  const key =
    (change: (m: wire.MatVecKey) => Partial<wire.MatVecKey.$Properties>): Change =>
    (entry) => {
      const message = wire.MatVecKey.decode(entry.body);
      return edited(entry, wire.MatVecKey.encode({ ...message, ...change(message) }).finish());
    };
  /** Residues below the least modulus, but of no ciphertext. */
  const noise = (bytes: number): Uint8Array => {
    const random = new BigUint64Array(systemCsprng.bytes(bytes).slice().buffer);
    return new Uint8Array(random.map((word) => word & ((1n << 42n) - 1n)).buffer);
  };
  const overflowing = (bytes: Uint8Array): Uint8Array => {
    const out = new Uint8Array(bytes);
    out.fill(0xff, 0, 8);
    return out;
  };

  it.each<[string, string, Change, string]>([
    ['another kind', 'mat-vec-encrypted', (e) => [{ ...e, kind: 'mat-vec-opening' }], 'wrong-round'],
    [
      'other terms',
      'mat-vec-terms',
      (e) => edited(e, wire.MatVecTerms.encode({ digest: new Uint8Array(32) }).finish()),
      'parameter-mismatch',
    ],
    ['a key of another product', 'mat-vec-key', key((m) => ({ index: m.index + 1 })), 'wrong-round'],
    ['a key twice', 'mat-vec-key', (e) => [e, e], 'wrong-round'],
    ['a short key', 'mat-vec-key', key((m) => ({ publicKey: m.publicKey.subarray(8) })), 'wrong-size'],
    [
      'a key with a residue above its modulus',
      'mat-vec-key',
      key((m) => ({ publicKey: overflowing(m.publicKey) })),
      'bad-ciphertext',
    ],
    ['a vector twice', 'mat-vec-encrypted', (e) => [e, e], 'wrong-round'],
    ['another product', 'mat-vec-encrypted', encrypted((m) => ({ index: m.index + 1 })), 'wrong-round'],
    ['another chunk', 'mat-vec-encrypted', encrypted((m) => ({ chunk: m.chunk + 1 })), 'wrong-round'],
    ['a short ciphertext', 'mat-vec-encrypted', encrypted((m) => ({ cipher: m.cipher.subarray(8) })), 'wrong-size'],
    [
      'a residue above its modulus',
      'mat-vec-encrypted',
      encrypted((m) => ({ cipher: overflowing(m.cipher) })),
      'bad-ciphertext',
    ],
    ['no message', 'mat-vec-encrypted', (e) => edited(e, new Uint8Array([0xff])), 'malformed'],
    ['a column skipped', 'mat-vec-hidden-product', hidden((m) => ({ column: m.column + 1 })), 'wrong-round'],
    [
      'a long reply',
      'mat-vec-hidden-product',
      hidden((m) => ({ cipher: new Uint8Array(m.cipher.length + 8) })),
      'wrong-size',
    ],
    [
      'a reply with a residue above its modulus',
      'mat-vec-hidden-product',
      hidden((m) => ({ cipher: overflowing(m.cipher) })),
      'bad-ciphertext',
    ],
    [
      'a reply whose noise budget is exhausted',
      'mat-vec-hidden-product',
      hidden((m) => ({ cipher: noise(m.cipher.length) })),
      'bad-ciphertext',
    ],
    [
      'an opening of another length',
      'mat-vec-opening',
      (e) => edited(e, wire.MatVecOpening.encode({ index: 0, part: new Uint8Array(8) }).finish()),
      'wrong-size',
    ],
    [
      'an opening that is no residue',
      'mat-vec-opening',
      (e) => edited(e, wire.MatVecOpening.encode({ index: 0, part: new Uint8Array(16).fill(0xff) }).finish()),
      'out-of-range',
    ],
  ])('%s', async (_, kind, change, code) => {
    const tamper = (entry: TranscriptEntry): readonly TranscriptEntry[] =>
      entry.kind === kind ? change(entry) : [entry];
    const twice = { ...small, vectors: [small.vectors[0]!, small.vectors[0]!] };
    expect((await run(twice, 'owner', memoryNetwork('job/1', { tamper }))).failure).toMatchObject({ code });
  });

  it.each<[string, Role, Role, string]>([
    ['two ends that open to different parties', owner(small, 'owner'), peer(small, 'peer'), 'parameter-mismatch'],
    [
      'more products than were agreed',
      owner({ ...small, vectors: [...small.vectors, ...small.vectors] }, 'owner', 1),
      peer({ ...small, vectors: [...small.vectors, ...small.vectors] }, 'owner', 1),
      'material-reused',
    ],
    [
      'a vector of another length',
      owner(small, 'owner'),
      peer({ ...small, vectors: [new BigUint64Array(3)] }, 'owner'),
      'wrong-size',
    ],
    [
      'a vector of residues of another ring',
      owner(small, 'owner'),
      peer({ ...small, vectors: [new BigUint64Array(4).fill(BigInt(PRIME))] }, 'owner'),
      'out-of-range',
    ],
    ['no columns', owner({ ...small, columns: [] }, 'owner'), peer(small, 'owner'), 'out-of-range'],
    [
      'more rows than the noise is proved for',
      owner({ columns: [new Int16Array(MAX_CHUNKS * SLOTS + 1)], vectors: [] }, 'owner', 1),
      () => Promise.resolve(),
      'out-of-range',
    ],
  ])('%s', async (_, one, two, code) => {
    expect((await simulate(memoryNetwork('job/1'), { tax: one, bank: two })).failure).toMatchObject({ code });
  });

  it('an instance is not opened twice', async () => {
    const twice: Role = async (session) => {
      await owner(small, 'owner')(session);
      await owner(small, 'owner')(session);
    };
    expect((await simulate(memoryNetwork('job/1'), { tax: twice, bank: peer(small, 'owner') })).failure).toMatchObject({
      code: 'material-reused',
    });
  });
});

describe('what can be seen', () => {
  const n = SLOTS + 5;
  const secret = (k: number): Case => ({
    columns: [0, 1].map((j) => Int16Array.from({ length: n }, (_, i) => (k === 0 ? 0 : (i * (j + 5)) % 4000))),
    vectors: [columnPrime(Int32Array.from({ length: n }, (_, i) => (k === 0 ? 1 : i)))],
  });
  const transcriptOf = async (k: number, open: Opening = 'owner'): Promise<MemoryNetwork> => {
    const network = memoryNetwork('job/1');
    resultOf(await run(secret(k), open, network), 'tax');
    return network;
  };

  it.each<Opening>(['owner', 'peer', 'shares'])('is of a shape that depends on no secret (%s)', async (open) => {
    expect(shapeOf((await transcriptOf(0, open)).transcript)).toEqual(
      shapeOf((await transcriptOf(1, open)).transcript),
    );
  });

  it('asks no helper for anything', async () => {
    const parties = (await transcriptOf(1)).transcript.flatMap(({ from, to }) => [from, to]);
    expect(new Set(parties)).toEqual(new Set([bank, tax, 'helper']));
    expect((await transcriptOf(1)).transcript.filter(({ to }) => to === 'helper').map(({ kind }) => kind)).toEqual(
      // The simulation's own sign-off, not the protocol's.
      ['helper-call', 'helper-call'],
    );
  });

  it('is uniform in every slot that the holder of the key decrypts, whatever the matrix', async () => {
    const key = await BfvKey.generate();
    for (const k of [0, 1]) {
      const matrix = await inlineBfv.matrix(secret(k).columns);
      await matrix.use(key.publicKey);
      const u = secret(1).vectors[0]!;
      const counts = new Float64Array(64);
      for (let round = 0; round < 2; round++) {
        for (let at = 0; at < n; at += SLOTS) await matrix.take(key.encrypt(u.subarray(at, at + SLOTS)));
        for (const column of [0, 1]) {
          for (const slot of key.decrypt((await matrix.finish(column)).reply)) {
            counts[Math.floor((Number(slot) / PRIME) * 64)]!++;
          }
        }
      }
      await matrix.close();
      const expected = (4 * SLOTS) / 64;
      const statistic = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      // 63 degrees of freedom: the mean and eight standard deviations.
      expect(statistic).toBeLessThan(63 + 8 * Math.sqrt(126));
    }
    key.destroy();
  });

  it('has fixed sizes on the wire', () => {
    expect(['public-key', 'fresh', 'reply'].map((kind) => bfvBytes(kind as 'fresh'))).toEqual([
      327_744, 262_208, 262_144,
    ]);
  });

  it('comes of the moduli that the noise is proved for', async () => {
    expect((await bfv()).context.parametersSet()).toBe(true);
  });
});

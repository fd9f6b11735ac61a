import { describe, expect, it } from 'vitest';
import { prg } from '../prg.ts';
import { addPrime, PRIME, primeResidues, subtractPrime, uniformPrime } from '../ring/prime-ring.ts';
import { systemCsprng, type Csprng } from '../rng.ts';
import { BfvColumns } from './bfv-columns.ts';
import { DATA_PRIMES, SLOTS } from './bfv-context.ts';
import { flood, FLOOD_BITS } from './bfv-flood.ts';
import { BfvKey } from './bfv-key.ts';
import { bfvThreads, inlineBfv } from './bfv-pool.ts';
import { bfvBytes, bfvWire, fromWire } from './bfv-wire.ts';

const T = BigInt(PRIME);
const stream = (label: string) => prg(new Uint8Array(32).fill(3), label);
const coins = (label: string): Csprng => ({ kind: 'csprng', bytes: (length) => stream(label).bytes(length) });

/** A matrix that is ready for vectors under this key. */
async function opened(
  key: BfvKey,
  columns: readonly (Int16Array | Int32Array)[],
  rng: Csprng = systemCsprng,
): Promise<BfvColumns> {
  const matrix = await BfvColumns.open(columns, rng);
  matrix.use(key.publicKey);
  return matrix;
}

const refusal = (code: string): unknown => expect.objectContaining({ code });

/** sum_i x_i u_i mod t in big integers. */
const product = (x: Int16Array | Int32Array, u: BigUint64Array): bigint => {
  const sum = u.reduce((total, value, i) => total + value * BigInt(x[i]!), 0n) % T;
  return sum < 0n ? sum + T : sum;
};

describe('BFV', () => {
  it('returns each column’s masked slot products, which only the mask’s owner can open', async () => {
    const key = await BfvKey.generate();
    const n = SLOTS + 100;
    const columns = [(i: number) => i - 4000, () => -32768, () => 0].map((at) =>
      Int16Array.from({ length: n }, (_, i) => at(i)),
    );
    const matrix = await opened(key, columns);
    const u = uniformPrime(stream('u'), n);
    for (let at = 0; at < n; at += SLOTS) matrix.take(key.encrypt(u.subarray(at, at + SLOTS)));
    for (const [j, x] of columns.entries()) {
      const { reply, maskSum } = matrix.finish(j);
      const share = primeResidues([key.decryptSum(reply)]);
      expect(subtractPrime(share, primeResidues([maskSum]))[0]).toBe(product(x, u));
    }
    matrix.destroy();
    key.destroy();
  });

  it('leaves the budget that protocol.md proves, at 128 chunks of the largest plaintexts', async () => {
    const key = await BfvKey.generate();
    const n = 128 * SLOTS;
    // Slots like these make coefficients all over [-t/2, t/2), as any column does.
    const x = Int32Array.from({ length: n }, (_, i) => ((i * 2654435761) | 0) >> 1);
    const matrix = await opened(key, [x], coins('masks'));
    const u = uniformPrime(stream('long'), SLOTS);
    const cipher = key.encrypt(u);
    for (let chunk = 0; chunk < 128; chunk++) matrix.take(cipher);
    const { reply, maskSum } = matrix.finish(0);
    // `decryptSum` refuses a reply without budget, and a wrong sum would show here.
    const share = primeResidues([key.decryptSum(reply)]);
    let want = new BigUint64Array(1);
    for (let chunk = 0; chunk < 128; chunk++)
      want = addPrime(want, BigUint64Array.of(product(x.subarray(chunk * SLOTS, (chunk + 1) * SLOTS), u)));
    expect(subtractPrime(share, primeResidues([maskSum]))).toEqual(want);
    expect(key.budget(reply)).toBeGreaterThanOrEqual(8);
    matrix.destroy();
    key.destroy();
  }, 60_000);

  it('hides the products’ noise under noise of 2^114: two matrices leave the same budget', async () => {
    const key = await BfvKey.generate();
    const cipher = key.encrypt(uniformPrime(stream('u'), SLOTS));
    const budgets = async (rng: Csprng): Promise<number[]> => {
      const left = [];
      for (const x of [new Int16Array(SLOTS), Int16Array.from({ length: SLOTS }, (_, i) => i * 3)]) {
        const matrix = await opened(key, [x], rng);
        matrix.take(cipher);
        left.push(key.budget(matrix.finish(0).reply));
        matrix.destroy();
      }
      return left;
    };
    // Nine bits; eight of one reply in a thousand, whose largest noise is near enough to 2^114 for rounding to carry it over.
    for (const budget of await budgets(systemCsprng)) expect([8, 9]).toContain(budget);
    // Control: without that noise, by coins that draw 0 for every coefficient, far more is left.
    const none: Csprng = {
      kind: 'csprng',
      bytes: (length) =>
        length === SLOTS * 15
          ? Uint8Array.from({ length }, (_, i) => (i % 15 === 0 ? 4 : 0))
          : systemCsprng.bytes(length),
    };
    for (const budget of await budgets(none)) expect(budget).toBeGreaterThan(20);
    key.destroy();
  });

  it('makes every reply anew, though the vector and the matrix are the same', async () => {
    const key = await BfvKey.generate();
    const cipher = key.encrypt(new BigUint64Array([1n]));
    const matrix = await opened(key, [new Int16Array([1])]);
    const replies = [];
    for (let i = 0; i < 2; i++) {
      matrix.take(cipher);
      replies.push(matrix.finish(0).reply);
    }
    const half = bfvBytes('reply') / 2;
    const [one, two] = replies as [Uint8Array, Uint8Array];
    // Both polynomials: c0 by the mask and the noise, c1 by the encryption of zero.
    expect(one.subarray(0, half)).not.toEqual(two.subarray(0, half));
    expect(one.subarray(half)).not.toEqual(two.subarray(half));
    matrix.destroy();
    key.destroy();
  });

  it('refuses what is no ciphertext, and what it cannot decrypt reliably', async () => {
    const key = await BfvKey.generate();
    expect(() => key.decrypt(new Uint8Array(8))).toThrow(refusal('bad-length'));
    expect(() => key.decrypt(new Uint8Array(bfvBytes('reply')).fill(255))).toThrow(refusal('bad-ciphertext'));
    const noise = new BigUint64Array(systemCsprng.bytes(bfvBytes('reply')).slice().buffer).map((word) => word >> 22n);
    expect(() => key.decrypt(new Uint8Array(noise.buffer))).toThrow(refusal('bad-ciphertext'));
    expect(() => key.encrypt(new BigUint64Array(SLOTS + 1))).toThrow(refusal('bad-length'));
    const matrix = await opened(key, [new Int16Array(4)]);
    expect(() => matrix.use(new Uint8Array(8))).toThrow(refusal('bad-length'));
    expect(() => matrix.use(new Uint8Array(bfvBytes('public-key')).fill(255))).toThrow(refusal('bad-ciphertext'));
    matrix.destroy();
    key.destroy();
  });

  it('refuses another order than a key, all chunks, then all columns', async () => {
    const key = await BfvKey.generate();
    const matrix = await BfvColumns.open([new Int16Array(4)]);
    expect(() => matrix.take(key.encrypt(new BigUint64Array(4)))).toThrow(refusal('out-of-range'));
    matrix.use(key.publicKey);
    expect(() => matrix.finish(0)).toThrow(refusal('out-of-range'));
    matrix.take(key.encrypt(new BigUint64Array(4)));
    expect(() => matrix.take(key.encrypt(new BigUint64Array(4)))).toThrow(refusal('out-of-range'));
    expect(() => matrix.use(key.publicKey)).toThrow(refusal('out-of-range'));
    const two = await opened(key, [new Int16Array(4), new Int16Array(4)]);
    two.take(key.encrypt(new BigUint64Array(4)));
    two.finish(1);
    expect(() => two.finish(1)).toThrow(refusal('out-of-range'));
    two.finish(0);
    two.take(key.encrypt(new BigUint64Array(4)));
    two.destroy();
    await expect(BfvColumns.open([new Int16Array(4), new Int16Array(3)])).rejects.toMatchObject({
      code: 'bad-length',
    });
    matrix.destroy();
    key.destroy();
  });

  it('on threads says what the calling thread would', async () => {
    const engine = bfvThreads(2);
    const key = engine.keys();
    await key.renew();
    await expect(key.decryptSum(new Uint8Array(bfvBytes('reply')).fill(255))).rejects.toMatchObject({
      code: 'bad-ciphertext',
    });
    await expect(engine.matrix([])).rejects.toMatchObject({ code: 'bad-length' });
    const matrix = await engine.matrix([new Int16Array(4)]);
    await expect(matrix.use(new Uint8Array(8))).rejects.toMatchObject({ code: 'bad-length' });
    await Promise.all([key.close(), matrix.close()]);
  });

  it.each([
    ['the calling thread', inlineBfv],
    ['a thread', bfvThreads(1)],
  ])('on %s keeps apart what is asked of one key, and of one matrix, at the same time', async (_, engine) => {
    const columns = [1, 2, 3, 4].map((value) => Int16Array.from({ length: 2 * SLOTS }, () => value));
    const keys = engine.keys();
    const matrix = await engine.matrix(columns);
    await matrix.use(await keys.renew());
    const chunks = await Promise.all([10n, 700n].map((value) => keys.encrypt(BigUint64Array.of(value))));
    await Promise.all(chunks.map((chunk) => matrix.take(chunk)));
    const finished = await Promise.all(columns.map((_column, j) => matrix.finish(j)));
    const sums = await Promise.all(finished.map(({ reply }) => keys.decryptSum(reply)));
    const masks = finished.map(({ maskSum }) => maskSum);
    expect(subtractPrime(primeResidues(sums), primeResidues(masks))).toEqual(
      BigUint64Array.of(710n, 1420n, 2130n, 2840n),
    );
    await Promise.all([keys.close(), matrix.close()]);
  });

  it('reads nothing of what was encrypted under the key before, and a matrix follows its peer to the next', async () => {
    const keys = inlineBfv.keys();
    const matrix = await inlineBfv.matrix([Int16Array.of(3)]);
    const shares: bigint[] = [];
    let old: Uint8Array | undefined;
    for (const value of [5n, 6n]) {
      await matrix.use(await keys.renew());
      await matrix.take(await keys.encrypt(BigUint64Array.of(value)));
      const { reply, maskSum } = await matrix.finish(0);
      shares.push(subtractPrime(primeResidues([await keys.decryptSum(reply)]), primeResidues([maskSum]))[0]!);
      if (old !== undefined) await expect(keys.decryptSum(old)).rejects.toMatchObject({ code: 'bad-ciphertext' });
      old = reply;
    }
    expect(shares).toEqual([15n, 18n]);
    await Promise.all([keys.close(), matrix.close()]);
  });
});

describe('flood', () => {
  it('adds the same uniform integer of +-2^114 under every modulus', () => {
    const residues = new BigUint64Array(DATA_PRIMES.length * SLOTS);
    flood(new Uint8Array(residues.buffer), coins('flood'));
    const moduli = DATA_PRIMES.map(BigInt);
    const q = moduli.reduce((a, b) => a * b, 1n);
    const bound = 1n << BigInt(FLOOD_BITS);
    const drawn = stream('flood').bytes(SLOTS * 15);
    let positive = 0;
    let large = 0;
    for (let i = 0; i < SLOTS; i++) {
      drawn[i * 15]! &= 7;
      const want = BigInt(`0x${Buffer.from(drawn.subarray(i * 15, i * 15 + 15)).toString('hex')}`) - bound;
      expect(want >= -bound && want < bound).toBe(true);
      for (const [m, p] of moduli.entries()) {
        if (residues[m * SLOTS + i] !== (((want % q) + q) % q) % p) expect.unreachable(`coefficient ${i} modulo ${p}`);
      }
      positive += Number(want > 0n);
      large += Number(want > bound / 2n || want < -bound / 2n);
    }
    for (const count of [positive, large]) expect(Math.abs(count - SLOTS / 2)).toBeLessThan(8 * Math.sqrt(SLOTS / 4));
  });

  it('adds to what is there, below the modulus', () => {
    const start = new BigUint64Array(DATA_PRIMES.length * SLOTS).map(
      (_, i) => BigInt(DATA_PRIMES[Math.floor(i / SLOTS)]!) - 1n,
    );
    const from = new Uint8Array(start.buffer.slice(0));
    const zero = new Uint8Array(start.buffer.byteLength);
    flood(from, coins('flood'));
    flood(zero, coins('flood'));
    const [a, b] = [new BigUint64Array(from.buffer), new BigUint64Array(zero.buffer)];
    a.forEach((value, i) => {
      const p = BigInt(DATA_PRIMES[Math.floor(i / SLOTS)]!);
      if (value !== (b[i]! + p - 1n) % p) expect.unreachable(`entry ${i}`);
    });
  });
});

describe('wire forms', () => {
  it('carry numbers only: headers are this node’s own', async () => {
    const library = await bfvWire();
    const { seal } = library;
    const key = await BfvKey.generate();
    const wire = key.encrypt(new BigUint64Array([1n, 2n]));
    expect(wire).toHaveLength(4 * SLOTS * 8 + 64);
    const cipher = new seal.Ciphertext();
    fromWire(library, 'fresh', wire, cipher);
    expect([cipher.size(), cipher.polyModulusDegree(), cipher.coeffModulusSize()]).toEqual([2, SLOTS, 4]);
    cipher.delete();
    key.destroy();
  });
});

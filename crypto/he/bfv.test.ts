import { describe, expect, it } from 'vitest';
import { prg } from '../prg.ts';
import { addPrime, PRIME, primeResidues, subtractPrime, uniformPrime } from '../ring/prime-ring.ts';
import { systemCsprng, type Csprng } from '../rng.ts';
import { BfvColumns } from './bfv-columns.ts';
import { bfv, DATA_PRIMES, SLOTS } from './bfv-context.ts';
import { flood, FLOOD_BITS } from './bfv-flood.ts';
import { BfvKey } from './bfv-key.ts';
import { bfvThreads } from './bfv-pool.ts';
import { bfvBytes, fromWire } from './bfv-wire.ts';

const T = BigInt(PRIME);
const stream = (label: string) => prg(new Uint8Array(32).fill(3), label);
const coins = (label: string): Csprng => ({ kind: 'csprng', bytes: (length) => stream(label).bytes(length) });

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
    const matrix = await BfvColumns.open(key.publicKey, columns);
    const u = uniformPrime(stream('u'), n);
    for (let at = 0; at < n; at += SLOTS) await matrix.take(key.encrypt(u.subarray(at, at + SLOTS)));
    for (const [j, x] of columns.entries()) {
      const { reply, maskSum } = matrix.finish(j);
      const share = primeResidues([await key.decryptSum(reply)]);
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
    const matrix = await BfvColumns.open(key.publicKey, [x], coins('masks'));
    const u = uniformPrime(stream('long'), SLOTS);
    const cipher = key.encrypt(u);
    for (let chunk = 0; chunk < 128; chunk++) await matrix.take(cipher);
    const { reply, maskSum } = matrix.finish(0);
    // `decryptSum` refuses a reply without budget, and a wrong sum would show here.
    const share = primeResidues([await key.decryptSum(reply)]);
    let want = new BigUint64Array(1);
    for (let chunk = 0; chunk < 128; chunk++)
      want = addPrime(want, BigUint64Array.of(product(x.subarray(chunk * SLOTS, (chunk + 1) * SLOTS), u)));
    expect(subtractPrime(share, primeResidues([maskSum]))).toEqual(want);
    expect(await key.budget(reply)).toBeGreaterThanOrEqual(8);
    matrix.destroy();
    key.destroy();
  }, 60_000);

  it('hides the products’ noise under noise of 2^114: two matrices leave the same budget', async () => {
    const key = await BfvKey.generate();
    const cipher = key.encrypt(uniformPrime(stream('u'), SLOTS));
    const budgets = [];
    for (const x of [new Int16Array(SLOTS), Int16Array.from({ length: SLOTS }, (_, i) => i * 3)]) {
      const matrix = await BfvColumns.open(key.publicKey, [x]);
      await matrix.take(cipher);
      budgets.push(await key.budget(matrix.finish(0).reply));
      matrix.destroy();
    }
    expect(budgets).toEqual([9, 9]);
    key.destroy();
  });

  it('makes every reply anew, though the vector and the matrix are the same', async () => {
    const key = await BfvKey.generate();
    const cipher = key.encrypt(new BigUint64Array([1n]));
    const matrix = await BfvColumns.open(key.publicKey, [new Int16Array([1])]);
    const replies = [];
    for (let i = 0; i < 2; i++) {
      await matrix.take(cipher);
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
    await expect(key.decrypt(new Uint8Array(8))).rejects.toMatchObject({ code: 'bad-length' });
    await expect(key.decrypt(new Uint8Array(bfvBytes('reply')).fill(255))).rejects.toMatchObject({
      code: 'bad-ciphertext',
    });
    const noise = new BigUint64Array(systemCsprng.bytes(bfvBytes('reply')).slice().buffer).map((word) => word >> 22n);
    await expect(key.decrypt(new Uint8Array(noise.buffer))).rejects.toMatchObject({ code: 'bad-ciphertext' });
    expect(() => key.encrypt(new BigUint64Array(SLOTS + 1))).toThrow(expect.objectContaining({ code: 'bad-length' }));
    key.destroy();
  });

  it('refuses another order than all chunks, then all columns', async () => {
    const key = await BfvKey.generate();
    const matrix = await BfvColumns.open(key.publicKey, [new Int16Array(4)]);
    expect(() => matrix.finish(0)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
    await matrix.take(key.encrypt(new BigUint64Array(4)));
    await expect(matrix.take(key.encrypt(new BigUint64Array(4)))).rejects.toMatchObject({ code: 'out-of-range' });
    const two = await BfvColumns.open(key.publicKey, [new Int16Array(4), new Int16Array(4)]);
    await two.take(key.encrypt(new BigUint64Array(4)));
    two.finish(1);
    expect(() => two.finish(1)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
    two.finish(0);
    await two.take(key.encrypt(new BigUint64Array(4)));
    two.destroy();
    await expect(BfvColumns.open(key.publicKey, [new Int16Array(4), new Int16Array(3)])).rejects.toMatchObject({
      code: 'bad-length',
    });
    matrix.destroy();
    key.destroy();
  });

  it('on threads says what the calling thread would', async () => {
    const engine = bfvThreads(2);
    const key = await engine.key();
    await expect(key.decryptSum(new Uint8Array(bfvBytes('reply')).fill(255))).rejects.toMatchObject({
      code: 'bad-ciphertext',
    });
    await expect(engine.matrix(new Uint8Array(8), [new Int16Array(4)])).rejects.toMatchObject({ code: 'bad-length' });
    await key.close();
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
    const { seal } = await bfv();
    const key = await BfvKey.generate();
    const wire = key.encrypt(new BigUint64Array([1n, 2n]));
    expect(wire).toHaveLength(4 * SLOTS * 8 + 64);
    const cipher = new seal.Ciphertext();
    await fromWire('fresh', wire, cipher);
    expect([cipher.size(), cipher.polyModulusDegree(), cipher.coeffModulusSize()]).toEqual([2, SLOTS, 4]);
    cipher.delete();
    key.destroy();
  });
});

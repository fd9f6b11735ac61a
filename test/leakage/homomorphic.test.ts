/**
 * Defects that others' homomorphic encryption was found to have: moduli of 256 to 1024 bits (FedTree, FATE 2.x, NVFlare),
 * generators that start from nothing (FedTree), one obfuscator for all ciphertexts. Each is tried on ours.
 */
import { systemCsprng } from '@coscore/crypto';
import { makeAdditiveKey } from '@coscore/crypto/he/additive-key.ts';
import { privateOps } from '@coscore/crypto/he/additive-ops.ts';
import { ADDITIVE_SCHEMES, additiveGroup, checkScheme } from '@coscore/crypto/he/additive-scheme.ts';
import { bitLength, fromBytes, modInverse, modPow, toBytes } from '@coscore/crypto/he/bigints.ts';
import { bfv, DATA_PRIMES, SLOTS } from '@coscore/crypto/he/bfv-context.ts';
import { BfvKey } from '@coscore/crypto/he/bfv-key.ts';
import { pairLayout } from '@coscore/crypto/he/packing.ts';
import { wire } from '@coscore/proto';
import type { TranscriptEntry } from '@coscore/protocols/memory-network.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { blindRuns, vectorKey } from './blind-runs.ts';

const [groupSum] = blindRuns;
const key = vectorKey('okamoto-uchiyama');
const { modulus, ciphertextBytes } = additiveGroup(key);

/** The ciphertexts of the rows, one after the other. */
const rowsIn = (transcript: readonly TranscriptEntry[]): readonly bigint[] =>
  transcript
    .filter(({ kind }) => kind === 'group-sum-rows')
    .flatMap(({ body }) => {
      const { ciphertexts } = wire.GroupSumBlindBatch.decode(body);
      return Array.from({ length: ciphertexts.length / ciphertextBytes }, (_, i) =>
        fromBytes(ciphertexts.subarray(i * ciphertextBytes, (i + 1) * ciphertextBytes)),
      );
    });

describe('short keys', () => {
  it.each([256, 512, 1024, 1536, 2047, 3072])('there is no Okamoto-Uchiyama key of %i bits', (bits) => {
    expect(() => checkScheme({ scheme: 'okamoto-uchiyama', bits })).toThrow(/no \d+-bit/);
  });

  it.each([256, 512, 1024, 2048])('there is no Paillier key of %i bits', (bits) => {
    expect(() => checkScheme({ scheme: 'paillier', bits })).toThrow(/no \d+-bit/);
  });

  it('control: there are the two that were chosen', () => {
    expect(checkScheme({ scheme: 'okamoto-uchiyama', bits: 2048 })).toEqual(ADDITIVE_SCHEMES['okamoto-uchiyama']);
    expect(checkScheme({ scheme: 'paillier', bits: 3072 })).toEqual(ADDITIVE_SCHEMES.paillier);
  });

  it.each([512, 1024, 2040])('a peer’s key of %i bits is refused, whatever it says its size is', async (bits) => {
    const run = await groupSum!.run(0, (message) => {
      if (message.kind !== 'group-sum-key') return message;
      const told = wire.GroupSumBlindKey.decode(message.body);
      const n = toBytes((1n << BigInt(bits - 1)) + 1n, told.n.length);
      return { ...message, body: wire.GroupSumBlindKey.encode({ ...told, n }).finish() };
    });
    expect(run.failure).toMatchObject({ name: 'ProtocolError', code: 'out-of-range' });
    expect(rowsIn(run.transcript.filter(({ from }) => from === 'tax'))).toEqual([]);
  });

  it('BFV has the moduli of 128-bit security, as the standard counts it', async () => {
    const { context } = await bfv();
    const bits = DATA_PRIMES.reduce((sum, prime) => sum + Math.log2(prime), 0) + 44;
    expect(SLOTS).toBe(8192);
    // homomorphicencryption.org: at most 218 bits of modulus for N = 8192.
    expect(bits).toBeLessThanOrEqual(218.5);
    expect(context.parametersSet()).toBe(true);
  });
});

describe('keys and obfuscators that repeat', () => {
  let made: readonly bigint[];
  beforeAll(async () => {
    const pairs = await Promise.all([1, 2].map(() => makeAdditiveKey('okamoto-uchiyama', systemCsprng)));
    made = pairs.map(({ publicKey }) => publicKey.n);
  }, 120_000);

  it('no two keys are the same, and each is as long as it should be', () => {
    expect(new Set(made).size).toBe(made.length);
    for (const n of made) expect(bitLength(n)).toBe(2048);
  });

  it('no two BFV keys, and no two encryptions of the same numbers, are the same', async () => {
    const [one, other] = [await BfvKey.generate(), await BfvKey.generate()];
    expect(Buffer.from(one.publicKey).equals(other.publicKey)).toBe(false);
    const values = new BigUint64Array(4).fill(7n);
    expect(Buffer.from(one.encrypt(values)).equals(one.encrypt(values))).toBe(false);
  });

  it('every ciphertext of a column has an obfuscator of its own', async () => {
    const { transcript, failure } = await groupSum!.run(0);
    expect(failure).toBeUndefined();
    const rows = rowsIn(transcript);
    expect(rows.length).toBeGreaterThan(50);
    expect(distinctObfuscators(rows)).toBe(rows.length);
  });

  it('control: under one obfuscator, rows with the same label are the same number', () => {
    const ops = privateOps(key, systemCsprng, 4);
    const obfuscator = ops.obfuscators(1);
    const layout = pairLayout(4, { g: 1, h: 1 }, 600);
    const sealed = (g: number): bigint =>
      fromBytes(ops.encrypt({ g: Int32Array.of(g), h: Uint32Array.of(1), layout, obfuscators: obfuscator.slice() }));
    expect(sealed(1)).toBe(sealed(1));
    // Rows with the same label are the same number: anybody sorts them into two heaps.
    expect(sealed(0)).not.toBe(sealed(1));
    expect(distinctObfuscators([sealed(1), sealed(1)])).toBe(1);
  });

  it('what comes back is obfuscated anew: the same bins twice are other ciphertexts', async () => {
    const sums = async (coins: number): Promise<string> => {
      const { transcript } = await groupSum!.run(0, undefined, coins);
      return Buffer.from(transcript.find(({ kind }) => kind === 'group-sum-sums')!.body).toString('hex');
    };
    expect(await sums(1)).not.toBe(await sums(1));
  });
});

/** Decrypts, divides g^m out and counts what is left: needs the key, which a peer has not. */
function distinctObfuscators(ciphertexts: readonly bigint[]): number {
  const ops = privateOps(key, systemCsprng, 1);
  const bytes = Buffer.concat(ciphertexts.map((c) => toBytes(c, ciphertextBytes)));
  const plaintexts = ops.decrypt(bytes);
  const left = ciphertexts.map((c, i) => {
    const m = plaintexts[i]!;
    const power = modPow(key.g, m < 0n ? -m : m, modulus);
    return (c * (m < 0n ? power : modInverse(power, modulus))) % modulus;
  });
  return new Set(left).size;
}

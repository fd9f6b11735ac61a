/**
 * Okamoto-Uchiyama is secure against chosen plaintexts only: of a plaintext M above the secret prime p the key holder sees
 * M mod p, and gcd(M - (M mod p), n) is p. Tried by a feature party that sends g^M back in place of its packed sums and waits
 * for anything that depends on the decryption. Every decryption is held against what it must be before anybody learns of it,
 * and the key dies with the job; without that, one number is the whole key.
 */
import { Secret, systemCsprng } from '@coscore/crypto';
import { privateOps } from '@coscore/crypto/he/additive-ops.ts';
import { additiveGroup } from '@coscore/crypto/he/additive-scheme.ts';
import { gcd, modPow, toBytes } from '@coscore/crypto/he/bigints.ts';
import { wire } from '@coscore/proto';
import { groupSumAsFeature, groupSumAsLabel, GroupSumKey, SealedPairs } from '@coscore/protocols/group-sum/index.ts';
import { memoryNetwork, type TranscriptEntry } from '@coscore/protocols/memory-network.ts';
import { describe, expect, it } from 'vitest';
import { vectorKey } from '../blind-runs.ts';
import { bank, tax } from '../protocol-run.ts';

const secretKey = vectorKey('okamoto-uchiyama');
const { g, n, p } = secretKey;
const { modulus, ciphertextBytes } = additiveGroup(secretKey);
/** The attacker knows how long p is, and no more. */
const OVERSIZED = 1n << 700n;
const ROWS = 40;
const codes = [Uint16Array.from({ length: ROWS }, (_, i) => i % 4)];

/** What the attacker makes of the decryption of a ciphertext that it chose, if it is told. */
const factorFrom = (plaintext: bigint): bigint => gcd(OVERSIZED - plaintext, n);

interface Ended {
  readonly failure: unknown;
  readonly key: GroupSumKey;
  /** What the attacker received after its ciphertext was on its way. */
  readonly heard: readonly TranscriptEntry[];
}

/** A job in which the feature party sends a ciphertext of its own choice. */
async function attack(chosen: bigint): Promise<Ended> {
  let sent = false;
  const heard: TranscriptEntry[] = [];
  const network = memoryNetwork('job/1', {
    tamper(entry) {
      if (sent && entry.to === tax) heard.push(entry);
      if (entry.kind !== 'group-sum-sums') return [entry];
      sent = true;
      const ciphertexts = toBytes(chosen, ciphertextBytes);
      return [{ ...entry, body: wire.GroupSumBlindBatch.encode({ index: 0, ciphertexts }).finish() }];
    },
  });
  const key = GroupSumKey.from({ publicKey: secretKey, privateKey: new Secret(secretKey) }, { rows: ROWS, threads: 1 });
  const pairs = new SealedPairs(key, {
    g: Int32Array.from({ length: ROWS }, (_, i) => i % 2),
    h: new Uint32Array(ROWS).fill(1),
    bits: { g: 1, h: 1 },
    readers: 1,
  });
  const common = { profile: 'blind', instance: 'woe' } as const;
  const [label] = await Promise.allSettled([
    groupSumAsLabel(network.session(bank), { ...common, featureParty: tax, features: 1, pairs }),
    groupSumAsFeature(network.session(tax), {
      ...common,
      labelParty: bank,
      scheme: 'okamoto-uchiyama',
      codes,
      bins: [4],
    }),
  ]);
  return { failure: label.status === 'rejected' ? label.reason : undefined, key, heard };
}

describe('an oversized Okamoto-Uchiyama plaintext', () => {
  it('ends the job with the one error there is, and the key with it', async () => {
    const { failure, key, heard } = await attack(modPow(g, OVERSIZED, modulus));
    expect(failure).toMatchObject({ name: 'ProtocolError', code: 'bad-ciphertext', params: {} });
    expect(() => key.engine).toThrow(expect.objectContaining({ code: 'bad-ciphertext' }) as Error);
    expect(heard).toEqual([]);
  });

  it('is told the same as any other reply that is wrong', async () => {
    const [oversized, merely] = [await attack(modPow(g, OVERSIZED, modulus)), await attack(modPow(g, 3n, modulus))];
    expect(String(oversized.failure)).toBe(String(merely.failure));
    expect((oversized.failure as Error).cause).toBeUndefined();
  });

  it('control: with the decryption told, the attacker has p', () => {
    const ops = privateOps(secretKey, systemCsprng, 1);
    const [plaintext] = ops.decrypt(toBytes(modPow(g, OVERSIZED, modulus), ciphertextBytes));
    expect(factorFrom(plaintext!)).toBe(p);
    // And a plaintext below p gives nothing away.
    const [small] = ops.decrypt(toBytes(modPow(g, 12345n, modulus), ciphertextBytes));
    expect(gcd(12345n - small!, n)).toBe(n);
  });
});

import { describe, expect, it } from 'vitest';
import { additiveGroup } from '@coscore/crypto/he/additive-scheme.ts';
import { fromBytes, modPow, toBytes } from '@coscore/crypto/he/bigints.ts';
import { wire } from '@coscore/proto';
import { memoryNetwork, type TranscriptEntry } from '../../memory-network.ts';
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
  small,
  tax,
  type Outcome,
} from './in-memory.test-helper.ts';
import { SealedPairs } from './sealed-pairs.ts';

describe('attacks of a feature party that knows the protocol', () => {
  const key = privateKey('okamoto-uchiyama');
  const { modulus, ciphertextBytes: width } = additiveGroup(key);

  /** Replies with something of its own making instead of the packed sums. */
  const reply = (make: (honest: bigint, row: bigint) => bigint): Promise<Outcome> => {
    let row = 0n;
    const tamper = (entry: TranscriptEntry): TranscriptEntry[] => {
      const change = batch(({ ciphertexts }) => ({
        ciphertexts: toBytes(make(fromBytes(ciphertexts.subarray(0, width)), row) % modulus, width),
      }));
      // Row 0 has the pair (1, 1).
      if (entry.kind === 'group-sum-rows')
        row = fromBytes(wire.GroupSumBlindBatch.decode(entry.body).ciphertexts.subarray(0, width));
      return entry.kind === 'group-sum-sums' ? change(entry) : [entry];
    };
    return run(small, memoryNetwork('job/1', { tamper }));
  };
  const plus = (m: bigint) => (honest: bigint) => honest * modPow(key.g, m, modulus);

  it.each<[string, (honest: bigint, row: bigint) => bigint]>([
    ['a plaintext above p, from the key', plus(1n << 690n)],
    ['a plaintext above p, from a row alone', (honest, row) => honest * modPow(row, 1n << 700n, modulus)],
    ['a plaintext just below p, knowing its first half', plus((key.p >> 340n) << 340n)],
    ['a plaintext above the payload but below p', plus(1n << 610n)],
    ['a plaintext of p itself', (honest) => honest * 0n + modPow(key.g, key.p, modulus)],
    ['one bad more in a bin', plus(1n << 5n)],
    ['one row more in a bin', plus(1n)],
    ['a row taken from one bin twice', (honest, row) => honest * row],
    ['nothing but a zero', () => key.h],
    ['a negative sum', (honest) => modPow(honest, modulus - 1n, modulus)],
  ])('%s: refused with the one error, the key destroyed', async (_, make) => {
    const { failure, key: used } = await reply(make);
    expect(failure).toMatchObject({ code: 'bad-ciphertext', params: {} });
    // The same words for all of them: which check failed would be an answer about the key.
    expect(String(failure)).toBe(
      'ProtocolError: the sums that came back are not sums of this column; the key is destroyed',
    );
    expect((failure as Error).cause).toBeUndefined();
    expect(() => used.engine).toThrow(expect.objectContaining({ code: 'bad-ciphertext' }));
  });

  it('an honest reply passes the same way through', async () => {
    expect((await reply((honest) => honest * key.h)).sums).toEqual(oracle(small));
  });

  it('one that fails ends the key for every other feature party', async () => {
    const network = memoryNetwork('job/1', {
      tamper: (e) =>
        e.kind === 'group-sum-sums' && e.from === tax ? batch(() => ({ ciphertexts: new Uint8Array(width) }))(e) : [e],
    });
    const used = keyFor(7);
    const pairs = new SealedPairs(used, { ...small, readers: 2 });
    const session = network.session(bank);
    const failing = label(pairs, 2, tax)(session);
    await Promise.allSettled([failing, feature(small)(network.session(tax))]);
    await expect(failing).rejects.toMatchObject({ code: 'bad-ciphertext' });
    const other = label(pairs, 2, park)(session);
    void feature(small)(network.session(park)).catch(() => undefined);
    await expect(other).rejects.toMatchObject({ code: 'bad-ciphertext' });
    network.abort();
  });
});

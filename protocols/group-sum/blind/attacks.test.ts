import { describe, expect, it } from 'vitest';
import { additiveGroup } from '@coscore/crypto/he/additive-scheme.ts';
import { fromBytes, modInverse, modPow, toBytes } from '@coscore/crypto/he/bigints.ts';
import { pairLayout } from '@coscore/crypto/he/packing.ts';
import { wire } from '@coscore/proto';
import { memoryNetwork, type TranscriptEntry } from '../../memory-network.ts';
import {
  bank,
  batch,
  feature,
  holding,
  keyFor,
  label,
  oracle,
  park,
  privateKey,
  run,
  small,
  tax,
  type Case,
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

  const { slotBits, hBits } = pairLayout(7, small.bits!, 600);
  const oneBad = 1n << BigInt(hBits);
  /** Adds `what` to one bin of feature 0 and takes it from another. */
  const moved = (to: number, from: number, what: bigint) => (honest: bigint) => {
    const power = (slot: number): bigint => modPow(key.g, what << BigInt(slot * slotBits), modulus);
    return honest * power(to) * modInverse(power(from), modulus);
  };

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
    // The totals of a feature are kept by what follows: bins hold 3, 2, 2, 0 rows and 3, 0, 1, 0 bads.
    ['a row moved to another bin', moved(0, 1, 1n)],
    ['more bads than rows in a bin', moved(0, 2, oneBad)],
    ['fewer bads than none in a bin', moved(2, 1, oneBad)],
    ['a bad in a bin without rows', moved(3, 0, oneBad)],
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

  it('no answer before the last ciphertext is in, whichever was wrong', async () => {
    // 600 groups in 12 ciphertexts: a batch of 8 and one of 4.
    const wide: Case = { ...small, bins: [300, 300] };
    for (const wrong of [0, 1]) {
      let atLast: string | undefined;
      const network = memoryNetwork('job/1', {
        tamper: (e) =>
          e.kind === 'group-sum-sums' && wire.GroupSumBlindBatch.decode(e.body).index === wrong
            ? batch(({ ciphertexts }) => ({ ciphertexts: new Uint8Array(ciphertexts.length) }))(e)
            : [e],
      });
      const used = keyFor(7);
      let ended = false;
      const atLabel = label(new SealedPairs(used, { ...wide, readers: 1 }), 2)(network.session(bank));
      atLabel.catch(() => (ended = true));
      const held = holding(network.session(tax), async (index) => {
        if (index !== 1) return;
        // All that the label party can do about the first batch, it does meanwhile: it works on this thread.
        for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
        const sent = network.transcript.filter((e) => e.from === bank).map((e) => e.kind);
        atLast = `${ended} ${used.engine.threads} ${sent.join()}`;
      });
      await feature(wide)(held);
      expect(atLast).toBe('false 1 group-sum-key,group-sum-rows');
      await expect(atLabel).rejects.toMatchObject({ code: 'bad-ciphertext' });
      expect(() => used.engine).toThrow(expect.objectContaining({ code: 'bad-ciphertext' }));
    }
  });

  it('not noticed, as protocol.md says: labels weighed together that keep to totals and ranges', async () => {
    const rows = 64;
    const labels = Int32Array.from({ length: rows }, (_, i) => Number((i * 7) % 3 === 0));
    const c: Case = {
      g: labels,
      h: new Uint32Array(rows).fill(1),
      bits: { g: 1, h: 1 },
      codes: [Uint16Array.from({ length: rows }, (_, i) => i % 2)],
      bins: [2],
    };
    const layout = pairLayout(rows, c.bits!, 600);
    const power = (base: bigint, exponent: bigint): bigint => modPow(base, exponent, modulus);
    let sealed: bigint[] = [];
    const { sums } = await run(
      c,
      memoryNetwork('job/1', {
        tamper: (e) => {
          if (e.kind === 'group-sum-rows') {
            const { ciphertexts } = wire.GroupSumBlindBatch.decode(e.body);
            sealed = Array.from({ length: rows }, (_, i) =>
              fromBytes(ciphertexts.subarray(i * width, (i + 1) * width)),
            );
          }
          if (e.kind !== 'group-sum-sums') return [e];
          // Bin 0: 8 and the labels of rows 10 to 13 with weights 8, 4, 2, 1; as many rows as it counted. Bin 1: the rest.
          const weighed = [8n, 4n, 2n, 1n].reduce((all, weight, i) => all * power(sealed[10 + i]!, weight), 1n);
          const first = (weighed * power(key.g, 32n - 15n + (8n << BigInt(layout.hBits)))) % modulus;
          const second = sealed.reduce((all, row) => (all * row) % modulus) * modInverse(first, modulus);
          const made = (first * power(second, 1n << BigInt(layout.slotBits))) % modulus;
          return batch(() => ({ ciphertexts: toBytes(made, width) }))(e);
        },
      }),
    );
    expect(sums![0]!.g[0]! - 8).toBe(Number.parseInt(labels.subarray(10, 14).join(''), 2));
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

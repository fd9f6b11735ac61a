import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemCsprng } from '../rng.ts';
import { Secret } from '../secret.ts';
import { makeAdditiveKey } from './additive-key.ts';
import {
  addPartialSums,
  ciphertextsToBytes,
  NO_GROUP,
  privateOps,
  publicOps,
  type AdditivePrivateKey,
} from './additive-ops.ts';
import { inlinePrivate, inlinePublic, privatePool, publicPool } from './additive-pool.ts';
import { additiveGroup, checkScheme, type AdditiveGroup, type AdditivePrivateOps } from './additive-scheme.ts';
import { fromBytes, gcd, mod, modPow, randomBits, toBytes } from './bigints.ts';
import { okamotoUchiyamaKey, okamotoUchiyamaOps } from './okamoto-uchiyama.ts';
import { pairLayout, unpackSlots } from './packing.ts';
import { paillierOps, type PaillierKey } from './paillier.ts';

interface Vector {
  readonly scheme: 'okamoto-uchiyama' | 'paillier';
  readonly n: string;
  readonly g: string;
  readonly h: string;
  readonly p: string;
  readonly q: string;
  readonly ciphertexts: readonly { readonly m: string; readonly c: string }[];
  readonly sum: { readonly m: string; readonly c: string };
  readonly scaled: { readonly m: string; readonly c: string };
  readonly packed: { readonly m: string; readonly c: string };
}

const vectors = JSON.parse(
  readFileSync(new URL('../../test/vectors/additive-vectors.json', import.meta.url), 'utf8'),
) as readonly Vector[];
const hex = (text: string): bigint => (text.startsWith('-') ? -BigInt(`0x${text.slice(1)}`) : BigInt(`0x${text}`));
const keyOf = ({ scheme, n, g, h, p, q }: Vector): AdditivePrivateKey => ({
  scheme,
  n: hex(n),
  g: hex(g),
  h: hex(h),
  p: hex(p),
  q: hex(q),
});
const opsOf = (key: AdditivePrivateKey, uses = 4): AdditivePrivateOps =>
  key.scheme === 'paillier' ? paillierOps(key, systemCsprng, uses) : okamotoUchiyamaOps(key, systemCsprng, uses);

/** Textbook encryption with the public key alone: what a peer that deviates can make. */
const publicly = ({ modulus, fullExponentBits }: AdditiveGroup, { g, h }: AdditivePrivateKey, m: bigint): bigint =>
  (modPow(g, m, modulus) * modPow(h, randomBits(systemCsprng, fullExponentBits), modulus)) % modulus;

describe.each(vectors)('$scheme', (vector) => {
  const key = keyOf(vector);
  const ops = opsOf(key);
  const { group } = ops;
  const { modulus, ciphertextBytes: width } = group;

  it("decrypts what Python's textbook formulas encrypted, sums and multiples of it", () => {
    for (const { m, c } of [...vector.ciphertexts, vector.sum, vector.scaled, vector.packed]) {
      expect(ops.decrypt(hex(c))).toBe(hex(m));
    }
    const [left, right] = vector.ciphertexts.slice(3).map(({ c }) => hex(c));
    expect((left! * right!) % modulus).toBe(hex(vector.sum.c));
    const layout = { ...pairLayout(30_000, { g: 1, h: 1 }, 600) };
    expect(unpackSlots(ops.decrypt(hex(vector.packed.c)), 2, layout)).toEqual({
      g: Float64Array.of(3, -2),
      h: Float64Array.of(5, 4),
    });
  });

  it('is additive, also with what others encrypted and obfuscated again', () => {
    const others = publicOps(key, systemCsprng, 4);
    const space = fc.bigInt({ min: -(2n ** 598n), max: 2n ** 598n });
    fc.assert(
      fc.property(space, space, (a, b) => {
        const own = (ops.obfuscator() * ops.message(a)) % modulus;
        const both = (own * publicly(group, key, mod(b, key.scheme === 'paillier' ? key.n : key.p))) % modulus;
        const hidden = (both * fromBytes(others.obfuscators(1))) % modulus;
        expect(ops.decrypt(own)).toBe(a);
        expect(ops.decrypt(hidden)).toBe(a + b);
        expect(hidden).not.toBe(both);
      }),
      { numRuns: 4 },
    );
  });

  it('never obfuscates twice alike, and always with a square', () => {
    const seen = Array.from({ length: 30 }, () => ops.obfuscator());
    expect(new Set(seen).size).toBe(30);
    for (const c of seen) {
      expect(ops.decrypt(c)).toBe(0n);
      expect(gcd(c, key.n)).toBe(1n);
      for (const prime of [key.p, key.q]) expect(modPow(c, (prime - 1n) / 2n, prime)).toBe(1n);
    }
  });

  it('refuses what is no ciphertext', () => {
    for (const c of [0n, -1n, modulus, modulus + 1n, key.p, key.q * 2n]) {
      expect(() => ops.decrypt(c)).toThrow(expect.objectContaining({ code: 'bad-ciphertext' }));
    }
  });

  it('refuses keys of another size, or with bases that do not fit', () => {
    const { n, g, h, scheme } = key;
    const bad = { scheme, n, g, h };
    for (const change of [
      { n: n >> 1n },
      { n: n >> 1024n },
      { n: n + 1n },
      { n: n * 4n + 1n },
      { g: 0n },
      { g: 1n },
      { h: 1n },
      { h: modulus },
      { h: key.p },
      { g: h },
    ]) {
      expect(() => additiveGroup({ ...bad, ...change })).toThrow(expect.objectContaining({ code: 'out-of-range' }));
    }
    expect(additiveGroup(bad).ciphertextBytes).toBe(width);
  });

  it('sums by group and packs, and holds exactly that', () => {
    const owner = inlinePrivateOps(key);
    const others = publicOps(key, systemCsprng, 4);
    const layout = pairLayout(6, { g: 2, h: 3 }, group.payloadBits);
    const column = { g: Int32Array.of(1, -3, 2, 0, 3, -1), h: Uint32Array.of(7, 0, 1, 2, 3, 4) };
    const ciphertexts = owner.encrypt({ ...column, layout, obfuscators: owner.obfuscators(6) });
    // Two features of 40 and 3 groups; the last row is in neither.
    const groups = Uint32Array.of(0, 39, 39, 5, 0, NO_GROUP, 40, 41, 40, 42, 42, NO_GROUP);
    const totals = new Array<bigint>(43).fill(1n);
    for (const [from, to] of [
      [0, 4],
      [4, 6],
    ] as const) {
      const batch = Uint32Array.from([...groups.slice(from, to), ...groups.slice(6 + from, 6 + to)]);
      const part = ciphertexts.slice(from * width, to * width);
      addPartialSums(totals, others.sum({ ciphertexts: part, groups: batch, groupCount: 43 }), group);
    }
    const count = Math.ceil(43 / layout.slots);
    const packed = others.pack({
      sums: ciphertextsToBytes(totals, group),
      layout,
      obfuscators: others.obfuscators(count),
    });
    expect(packed).toHaveLength(count * width);
    const sums = owner
      .decrypt(packed)
      .map((m, i) => unpackSlots(m, Math.min(layout.slots, 43 - i * layout.slots), layout));
    const all = { g: sums.flatMap(({ g }) => [...g]), h: sums.flatMap(({ h }) => [...h]) };
    const expected = { g: new Array<number>(43).fill(0), h: new Array<number>(43).fill(0) };
    for (const [at, to] of groups.entries()) {
      if (to === NO_GROUP) continue;
      expected.g[to]! += column.g[at % 6]!;
      expected.h[to]! += column.h[at % 6]!;
    }
    expect(all.g.map((x) => x + 0)).toEqual(expected.g);
    expect(all.h).toEqual(expected.h);
  });

  it('draws full-length exponents where the factors are not known, and enough where they are', () => {
    const drawn: number[] = [];
    const counted = {
      kind: 'csprng',
      bytes: (length: number) => (drawn.push(length), systemCsprng.bytes(length)),
    } as const;
    publicOps(key, counted, 1).obfuscators(1);
    expect(drawn).toEqual([(vector.scheme === 'paillier' ? 3072 + 64 : 2048 + 64) / 8]);
    drawn.length = 0;
    privateOps(key, counted, 1).obfuscators(1);
    // Each by rejection. Okamoto-Uchiyama: an exponent below p' (682 bits) and a root below q (682); Paillier: exponents below
    // (p-1)/2 and (q-1)/2 (1535 bits).
    expect(new Set(drawn)).toEqual(new Set([vector.scheme === 'paillier' ? 192 : 86]));
    expect(drawn.length).toBeGreaterThanOrEqual(2);
  });

  it('overwrites obfuscators with their use', () => {
    const owner = inlinePrivateOps(key);
    const obfuscators = owner.obfuscators(1);
    owner.encrypt({
      g: Int32Array.of(1),
      h: Uint32Array.of(1),
      layout: pairLayout(1, { g: 1, h: 1 }, 600),
      obfuscators,
    });
    expect(obfuscators.every((byte) => byte === 0)).toBe(true);
  });

  it('gives the same on threads, and says there what it says here', async () => {
    const secret = new Secret(key);
    const owner = privatePool(secret, { uses: 2, threads: 1 });
    const others = publicPool(key, { uses: 2, threads: 1 });
    try {
      const layout = pairLayout(2, { g: 1, h: 1 }, 600);
      const obfuscators = await owner.obfuscators(2);
      const task = { g: Int32Array.of(1, 0), h: Uint32Array.of(1, 1), layout, obfuscators };
      const ciphertexts = await owner.encrypt(task);
      expect(obfuscators).toHaveLength(0); // moved to the thread, nothing left here
      await expect(owner.encrypt(task)).rejects.toThrow();
      const { sums } = await others.sum({ ciphertexts, groups: Uint32Array.of(0, 0), groupCount: 1 });
      const fresh = await others.obfuscators(1);
      const packed = await others.pack({ sums, layout, obfuscators: fresh });
      expect(fresh).toHaveLength(0);
      const part = new Uint8Array(2 * width).subarray(width);
      await expect(others.pack({ sums, layout, obfuscators: part })).rejects.toMatchObject({ code: 'bad-length' });
      for (const engine of [owner, inlinePrivate(secret, systemCsprng, 1)]) {
        expect((await engine.decrypt(packed)).map((m) => unpackSlots(m, 1, layout))).toEqual([
          { g: Float64Array.of(1), h: Float64Array.of(2) },
        ]);
      }
      const none = { ciphertexts: new Uint8Array(width), groups: Uint32Array.of(0), groupCount: 1 };
      for (const engine of [others, inlinePublic(key, systemCsprng, 1)]) {
        await expect(engine.sum(none)).rejects.toMatchObject({ name: 'CryptoError', code: 'bad-ciphertext' });
      }
      await expect(owner.decrypt(none.ciphertexts)).rejects.toMatchObject({ code: 'bad-ciphertext' });
    } finally {
      await Promise.all([owner.close(), others.close()]);
    }
  });

  it('refuses a batch with one ciphertext that is none', () => {
    const others = publicOps(key, systemCsprng, 1);
    const fine = ops.obfuscator();
    for (const wrong of [0n, key.p, modulus]) {
      const ciphertexts = ciphertextsToBytes([fine, wrong, fine], group);
      const task = { ciphertexts, groups: new Uint32Array(3), groupCount: 1 };
      expect(() => others.sum(task)).toThrow(expect.objectContaining({ code: 'bad-ciphertext' }));
    }
  });
});

const inlinePrivateOps = (key: AdditivePrivateKey): ReturnType<typeof privateOps> => privateOps(key, systemCsprng, 4);

describe('Paillier', () => {
  const key = keyOf(vectors.find(({ scheme }) => scheme === 'paillier')!);

  it("draws the key holder's obfuscators from the group of h, by exponents of their own modulo either prime", () => {
    const next = [3n, 5n].map((r) => toBytes(r << 1n, 192)); // 1535 bits are the upper ones of 192 bytes
    const ops = paillierOps(key as PaillierKey, { kind: 'csprng', bytes: () => next.shift()! }, 1);
    const c = ops.obfuscator();
    expect(c % key.p ** 2n).toBe(modPow(key.h, 3n, key.p ** 2n));
    expect(c % key.q ** 2n).toBe(modPow(key.h, 5n, key.q ** 2n));
    for (const prime of [key.p, key.q]) expect(modPow(key.h, (prime - 1n) / 2n, prime ** 2n)).toBe(1n);
  });
});

describe('Okamoto-Uchiyama', () => {
  const key = keyOf(vectors[0]!);

  it('gives p away to whoever sees a plaintext above p decrypted: why decryptions are held against their bounds', () => {
    const ops = opsOf(key);
    const above = key.p + 12_345n + (1n << 700n);
    const seen = mod(ops.decrypt(publicly(ops.group, key, above)), key.p);
    expect(gcd(above - seen, key.n) % key.p).toBe(0n);
    const layout = pairLayout(100, { g: 1, h: 1 }, ops.group.payloadBits);
    expect(() => unpackSlots(ops.decrypt(publicly(ops.group, key, above)), layout.slots, layout)).toThrow(
      expect.objectContaining({ code: 'bad-ciphertext' }),
    );
  });

  it("draws the key holder's obfuscators from all of the group of h", () => {
    // Modulo p^2 they have order p' (not p, not 2): powers of h, whose order that is.
    const ops = opsOf(key);
    const c = ops.obfuscator();
    const [pp, half] = [key.p * key.p, (key.p - 1n) / 2n];
    expect(modPow(c, half, pp)).toBe(1n);
    expect(c % pp).not.toBe(1n);
    expect(modPow(key.h, half, pp)).toBe(1n);
    expect(modPow(key.h, (key.q - 1n) / 2n, key.q)).toBe(1n);
  });

  it('makes another base for the same primes each time', () => {
    const keys = [1, 2].map(() => okamotoUchiyamaKey(key.p as bigint, key.q as bigint, systemCsprng));
    expect(keys[0]!.g).not.toBe(keys[1]!.g);
    for (const made of keys) expect(opsOf(made).decrypt(made.g)).toBe(1n);
  });
});

describe('fresh keys', () => {
  const pairs = new Map<string, Awaited<ReturnType<typeof makeAdditiveKey>>>();
  beforeAll(async () => {
    for (const { scheme } of vectors) pairs.set(scheme, await makeAdditiveKey(scheme, systemCsprng));
  }, 60_000);

  it.each(vectors)('$scheme: right size, shown to nobody', ({ scheme }) => {
    const { publicKey, privateKey } = pairs.get(scheme)!;
    expect(additiveGroup(publicKey).scheme).toBe(scheme);
    expect(JSON.stringify({ privateKey })).toBe('{"privateKey":"[secret]"}');
    const ops = opsOf(privateKey.reveal());
    expect(ops.decrypt((ops.obfuscator() * ops.message(-5n)) % ops.group.modulus)).toBe(-5n);
    expect(ops.decrypt(publicKey.g)).toBe(1n);
    expect(ops.decrypt(publicKey.h)).toBe(0n);
  });

  it('have no smaller sizes', () => {
    for (const bad of [
      { scheme: 'okamoto-uchiyama', bits: 1024 },
      { scheme: 'paillier', bits: 2048 },
      { scheme: 'paillier', bits: 1024 },
      { scheme: 'rsa', bits: 3072 },
    ]) {
      expect(() => checkScheme(bad)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
    }
  });
});

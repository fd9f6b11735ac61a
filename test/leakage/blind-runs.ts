/** The homomorphic protocols, as protocol-runs.ts has the others. Their libraries draw some of their own coins. */
import { Secret } from '@coscore/crypto';
import type { AdditivePrivateKey } from '@coscore/crypto/he/additive-ops.ts';
import { additiveGroup } from '@coscore/crypto/he/additive-scheme.ts';
import { modPow, toBytes } from '@coscore/crypto/he/bigints.ts';
import { inlineBfv } from '@coscore/crypto/he/bfv-pool.ts';
import { pairLayout, pairValue } from '@coscore/crypto/he/packing.ts';
import { bytesOf } from '@coscore/crypto/ring/bytes.ts';
import { PRIME } from '@coscore/crypto/ring/prime-ring.ts';
import { seededRng } from '@coscore/models/data/rng.ts';
import { wire } from '@coscore/proto';
import { groupSumAsFeature, groupSumAsLabel, GroupSumKey, SealedPairs } from '@coscore/protocols/group-sum/index.ts';
import { seededCsprng } from '@coscore/protocols/helper/simulate.ts';
import { openMatVecOwner, openMatVecPeer } from '@coscore/protocols/mat-vec/index.ts';
import { readFileSync } from 'node:fs';
import { numberForms, residueForms, wordForms, type Needle } from './forms.ts';
import { bank, rotated, ROWS, simulated, tax, type ProtocolRun, type Which } from './protocol-run.ts';

const random = seededRng(12);
const whole = (bits: number): number => random.below(2 ** bits);

// --- group-sum

/** A key of the test vectors: what fresh keys are like is tested in crypto/he, and the same key makes runs comparable. */
export function vectorKey(scheme: AdditivePrivateKey['scheme']): AdditivePrivateKey {
  const path = new URL('../vectors/additive-vectors.json', import.meta.url);
  const vectors = JSON.parse(readFileSync(path, 'utf8')) as readonly Record<
    'scheme' | 'n' | 'g' | 'h' | 'p' | 'q',
    string
  >[];
  const vector = vectors.find((one) => one.scheme === scheme)!;
  const number = (name: 'n' | 'g' | 'h' | 'p' | 'q'): bigint => BigInt(`0x${vector[name]}`);
  return { scheme, n: number('n'), g: number('g'), h: number('h'), p: number('p'), q: number('q') };
}

const key = vectorKey('okamoto-uchiyama');
const { modulus, ciphertextBytes, payloadBits } = additiveGroup(key);
const bits = { g: 16, h: 12 };
const gradients = Int32Array.from({ length: ROWS }, () => whole(16) - 2 ** 15);
const hessians = Uint32Array.from({ length: ROWS }, () => whole(12));
const codes = [5, 7].map((bins) => Uint16Array.from({ length: ROWS }, () => random.below(bins)));

const sealed = (which: Which, coins: number): SealedPairs =>
  new SealedPairs(
    GroupSumKey.from(
      { publicKey: key, privateKey: new Secret(key) },
      { rows: ROWS, threads: 1, rng: seededCsprng(coins) },
    ),
    { g: rotated(gradients, which), h: rotated(hessians, which), bits, readers: 1 },
  );

const groupSum: ProtocolRun = {
  name: 'group-sum, blind',
  blindHelper: false,
  messages: 4,
  samples: 10,
  changes: 20,
  ownCoins: true,
  async run(which, change, coins = 1) {
    const pairs = sealed(which, coins);
    const own = codes.map((column) => rotated(column, which));
    const common = { profile: 'blind', instance: 'woe' } as const;
    const done = await simulated(
      {
        bank: (session) => groupSumAsLabel(session, { ...common, featureParty: tax, features: 2, pairs }),
        tax: (session) =>
          groupSumAsFeature(session, { ...common, labelParty: bank, scheme: key.scheme, codes: own, bins: [5, 7] }),
      },
      change,
      coins,
    );
    await pairs.key.destroy();
    return done;
  },
  needles: (which) => (groupSumNeedles[which] ??= needlesOf(which)),
  unmasked: (which) => (message) => {
    if (message.kind !== 'group-sum-rows') return message;
    const ciphertexts = Buffer.concat(bareRows(which));
    return { ...message, body: wire.GroupSumBlindBatch.encode({ index: 0, ciphertexts }).finish() };
  },
};

const groupSumNeedles: [(readonly Needle[])?, (readonly Needle[])?] = [];

const needlesOf = (which: Which): readonly Needle[] => [
  ...[...rotated(gradients, which)].flatMap((value, row) =>
    // Small ones are in every file.
    Math.abs(value) < 2 ** 12
      ? []
      : numberForms(`first of pair ${row}`, value).filter(({ bytes }) => bytes.length >= 8),
  ),
  ...codes.map((column, f) => ({
    secret: `bins of feature ${f}`,
    form: 'uint16',
    bytes: Buffer.from(bytesOf(rotated(column, which))),
  })),
  ...bareRows(which).map((bytes, row) => ({
    secret: `pair of row ${row}`,
    form: 'encryption without an obfuscator',
    bytes: Buffer.from(bytes),
  })),
];

/** g^m: what anybody can compute and compare. */
const bare = (m: bigint): Uint8Array => toBytes(modPow(key.g, m < 0n ? m + key.n : m, modulus), ciphertextBytes);

const made: [(readonly Uint8Array[])?, (readonly Uint8Array[])?] = [];

/** Every row's pair without an obfuscator. */
function bareRows(which: Which): readonly Uint8Array[] {
  const layout = pairLayout(ROWS, bits, payloadBits);
  const [g, h] = [rotated(gradients, which), rotated(hessians, which)];
  return (made[which] ??= [...g].map((value, row) => bare(pairValue(value, h[row]!, layout))));
}

// --- mat-vec

const columns = [Int16Array.from({ length: ROWS }, () => whole(15) - 2 ** 14)];
const vector = BigUint64Array.from({ length: ROWS }, () => BigInt(Math.floor(random.next() * PRIME)));

const matVec: ProtocolRun = {
  name: 'mat-vec, blind',
  blindHelper: false,
  messages: 4,
  samples: 6,
  changes: 12,
  ownCoins: true,
  run(which, change, coins = 1) {
    const common = { profile: 'blind', instance: 'gradient', engine: inlineBfv, products: 1, open: 'owner' } as const;
    return simulated(
      {
        async tax(session) {
          const own = columns.map((column) => rotated(column, which));
          const matrix = await openMatVecOwner(session, { ...common, peer: bank, columns: own });
          await matrix.multiply();
          await matrix.close();
        },
        async bank(session) {
          const matrix = await openMatVecPeer(session, { ...common, peer: tax, rows: ROWS, columns: columns.length });
          await matrix.multiply(rotated(vector, which));
          await matrix.close();
        },
      },
      change,
      coins,
    );
  },
  needles: (which) => [
    ...[...rotated(vector, which)].flatMap((value, row) => residueForms(`entry ${row} of the vector`, value)),
    ...columns.flatMap((column, j) => [
      ...wordForms(`column ${j}`, Uint32Array.from(rotated(column, which))),
      { secret: `column ${j}`, form: 'int16', bytes: Buffer.from(bytesOf(rotated(column, which))) },
    ]),
  ],
  unmasked: (which) => (message) => {
    if (message.kind !== 'mat-vec-encrypted') return message;
    const cipher = bytesOf(rotated(vector, which));
    return { ...message, body: wire.MatVecEncrypted.encode({ index: 0, chunk: 0, cipher }).finish() };
  },
};

export const blindRuns: readonly ProtocolRun[] = [groupSum, matVec];

/**
 * The two sides of additive encryption on batches of bytes: the key holder's (obfuscate, encrypt, decrypt) and everybody
 * else's (sum, pack, obfuscate). Plain functions: additive-pool.ts runs them on threads or here.
 * Ciphertexts are [count x ciphertextBytes], big-endian.
 */
import { CryptoError } from '../errors.ts';
import type { Csprng } from '../rng.ts';
import {
  additiveGroup,
  type AdditiveGroup,
  type AdditivePrivateOps,
  type AdditivePublicKey,
} from './additive-scheme.ts';
import { fromBytes, gcd, randomBits, writeBytes } from './bigints.ts';
import { FixedBase } from './fixed-base.ts';
import { okamotoUchiyamaOps, type OkamotoUchiyamaKey } from './okamoto-uchiyama.ts';
import { pairValue, type PairLayout } from './packing.ts';
import { paillierOps, type PaillierKey } from './paillier.ts';

export type AdditivePrivateKey = OkamotoUchiyamaKey | PaillierKey;

/** Group number of a row that is summed nowhere. */
export const NO_GROUP = 0xffff_ffff;

export interface EncryptTask {
  /** [rows] */
  readonly g: Int32Array;
  /** [rows] */
  readonly h: Uint32Array;
  readonly layout: PairLayout;
  /** [rows x ciphertextBytes] never used before; overwritten here, gone (length 0) where threads take them. */
  readonly obfuscators: Uint8Array;
}

export interface SumTask {
  /** [rows x ciphertextBytes] */
  readonly ciphertexts: Uint8Array;
  /** [features x rows] group of each row, below `groupCount`, or NO_GROUP. */
  readonly groups: Uint32Array;
  readonly groupCount: number;
}

export interface PartialSums {
  /** [present] groups that rows of this batch fell into. */
  readonly groups: Uint32Array<ArrayBuffer>;
  /** [present x ciphertextBytes] */
  readonly sums: Uint8Array<ArrayBuffer>;
}

export interface PackTask {
  /** [groups x ciphertextBytes] */
  readonly sums: Uint8Array;
  readonly layout: PairLayout;
  /** [ceil(groups / slots) x ciphertextBytes] as those of EncryptTask. */
  readonly obfuscators: Uint8Array;
}

export interface PrivateOps {
  /** Fresh encryptions of 0. @returns [count x ciphertextBytes] */
  obfuscators(count: number): Uint8Array<ArrayBuffer>;
  /** @returns [rows x ciphertextBytes] */
  encrypt(task: EncryptTask): Uint8Array<ArrayBuffer>;
  /** Signed plaintexts. @throws CryptoError `bad-ciphertext`. */
  decrypt(ciphertexts: Uint8Array): bigint[];
}

export interface PublicOps {
  /** Full-length powers of h. @returns [count x ciphertextBytes] */
  obfuscators(count: number): Uint8Array<ArrayBuffer>;
  /** @throws CryptoError `bad-ciphertext` for ciphertexts that are no units. */
  sum(task: SumTask): PartialSums;
  /** Several sums a ciphertext, obfuscated. @returns [ceil(groups / slots) x ciphertextBytes] */
  pack(task: PackTask): Uint8Array<ArrayBuffer>;
}

/** @param uses how many obfuscators are expected of these very operations: only a matter of speed. */
export function privateOps(key: AdditivePrivateKey, csprng: Csprng, uses: number): PrivateOps {
  const ops: AdditivePrivateOps =
    key.scheme === 'paillier' ? paillierOps(key, csprng, uses) : okamotoUchiyamaOps(key, csprng, uses);
  const { ciphertextBytes: width, modulus } = ops.group;
  return {
    obfuscators: (count) => filled(count, width, () => ops.obfuscator()),
    encrypt({ g, h, layout, obfuscators }) {
      const factors = new Map<string, bigint>(); // few distinct pairs in a label column
      const factor = (i: number): bigint => {
        const name = `${g[i]},${h[i]}`;
        let found = factors.get(name);
        if (found === undefined) {
          found = ops.message(pairValue(g[i]!, h[i]!, layout));
          if (factors.size < MOST_FACTORS) factors.set(name, found);
        }
        return found;
      };
      const out = filled(g.length, width, (i) => (numberAt(obfuscators, i, width) * factor(i)) % modulus);
      obfuscators.fill(0);
      return out;
    },
    decrypt: (ciphertexts) =>
      Array.from({ length: ciphertexts.length / width }, (_, i) => ops.decrypt(numberAt(ciphertexts, i, width))),
  };
}

const MOST_FACTORS = 1024;

/** @param uses as above. @throws CryptoError `out-of-range` for a key that cannot be one. */
export function publicOps(key: AdditivePublicKey, csprng: Csprng, uses: number): PublicOps {
  const group = additiveGroup(key);
  const { modulus, ciphertextBytes: width, fullExponentBits } = group;
  let table: FixedBase | undefined;
  return {
    obfuscators(count) {
      table ??= new FixedBase(group.h, modulus, fullExponentBits, uses);
      const powers = table;
      return filled(count, width, () => powers.pow(randomBits(csprng, fullExponentBits)));
    },
    sum: (task) => sumGroups(task, group),
    pack({ sums, layout, obfuscators }) {
      const count = sums.length / width;
      const packed = filled(obfuscators.length / width, width, (i) => {
        const first = i * layout.slots;
        let all = 1n;
        for (let k = Math.min(count, first + layout.slots) - 1; k >= first; k--) {
          for (let bit = 0; bit < layout.slotBits; bit++) all = (all * all) % modulus;
          all = (all * numberAt(sums, k, width)) % modulus;
        }
        return (all * numberAt(obfuscators, i, width)) % modulus;
      });
      obfuscators.fill(0);
      return packed;
    },
  };
}

/** One multiplication a row and feature. */
function sumGroups({ ciphertexts, groups, groupCount }: SumTask, group: AdditiveGroup): PartialSums {
  const { modulus, n, ciphertextBytes: width } = group;
  const rows = ciphertexts.length / width;
  const values = Array.from({ length: rows }, (_, row) => numberAt(ciphertexts, row, width));
  checkUnits(values, modulus, n);
  const products = new Array<bigint | undefined>(groupCount).fill(undefined);
  for (let at = 0; at < groups.length; at += rows) {
    for (let row = 0; row < rows; row++) {
      const to = groups[at + row]!;
      if (to === NO_GROUP) continue;
      const before = products[to];
      products[to] = before === undefined ? values[row]! : (before * values[row]!) % modulus;
    }
  }
  const present = Uint32Array.from([...products.keys()].filter((to) => products[to] !== undefined));
  return { groups: present, sums: filled(present.length, width, (i) => products[present[i]!]!) };
}

/** One common divisor for the whole batch: the product of units is a unit, and of nothing else. */
function checkUnits(values: readonly bigint[], modulus: bigint, n: bigint): void {
  let product = 1n;
  let inside = true;
  for (const value of values) {
    inside &&= value > 0n && value < modulus;
    product = (product * (value % n)) % n;
  }
  if (!inside || gcd(product, n) !== 1n) {
    throw new CryptoError('bad-ciphertext', `a batch of ${values.length} ciphertexts has some that are none`);
  }
}

/** Adds partial sums into the running ones. @param totals [groupCount], 1 where nothing was added. */
export function addPartialSums(totals: bigint[], partial: PartialSums, group: AdditiveGroup): void {
  partial.groups.forEach((to, i) => {
    totals[to] = (totals[to]! * numberAt(partial.sums, i, group.ciphertextBytes)) % group.modulus;
  });
}

/** [values x ciphertextBytes] */
export function ciphertextsToBytes(values: readonly bigint[], group: AdditiveGroup): Uint8Array<ArrayBuffer> {
  return filled(values.length, group.ciphertextBytes, (i) => values[i]!);
}

function numberAt(bytes: Uint8Array, i: number, width: number): bigint {
  return fromBytes(bytes.subarray(i * width, (i + 1) * width));
}

function filled(count: number, width: number, value: (i: number) => bigint): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(count * width);
  for (let i = 0; i < count; i++) writeBytes(value(i), out.subarray(i * width, (i + 1) * width));
  return out;
}

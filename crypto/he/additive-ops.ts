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
import { fromBytes, gcd, randomBits, toBytes, writeBytes } from './bigints.ts';
import { FixedBase } from './fixed-base.ts';
import { numbersModulo, type Numbers } from './numbers.ts';
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
  let own: Numbers | undefined;
  const numbers = (): Numbers => (own ??= numbersModulo(modulus));
  return {
    obfuscators(count) {
      table ??= new FixedBase(group.h, modulus, fullExponentBits, uses);
      const out = new Uint8Array(count * width);
      for (let i = 0; i < count; i++) out.set(table.powBytes(randomBits(csprng, fullExponentBits)), i * width);
      return out;
    },
    sum: (task) => sumGroups(task, group, numbers()),
    pack: (task) => packSums(task, width, numbers()),
  };
}

/** Horner's rule: what is held so far goes up by a slot, and the next sum below it. */
function packSums({ sums, layout, obfuscators }: PackTask, width: number, numbers: Numbers): Uint8Array<ArrayBuffer> {
  const { mark } = numbers;
  const [all, next] = [numbers.allocate(1), numbers.allocate(1)];
  const count = sums.length / width;
  const out = new Uint8Array(obfuscators.length);
  for (let i = 0; i < obfuscators.length / width; i++) {
    const first = i * layout.slots;
    const last = Math.min(count, first + layout.slots) - 1;
    numbers.write(all, obfuscators.subarray(i * width, (i + 1) * width));
    if (last >= first) {
      numbers.write(next, sums.subarray(last * width, (last + 1) * width));
      let held = next;
      for (let k = last - 1; k >= first; k--) {
        numbers.square(held, next, layout.slotBits);
        held = next;
        const below = numbers.allocate(1);
        numbers.write(below, sums.subarray(k * width, (k + 1) * width));
        numbers.multiply(next, below, next);
        numbers.release(below);
      }
      numbers.multiply(all, held, all);
    }
    out.set(numbers.read(all), i * width);
  }
  obfuscators.fill(0);
  numbers.release(mark);
  return out;
}

/** One multiplication a row and feature. */
function sumGroups({ ciphertexts, groups, groupCount }: SumTask, group: AdditiveGroup, numbers: Numbers): PartialSums {
  const { ciphertextBytes: width } = group;
  const { mark, numberBytes } = numbers;
  const rows = ciphertexts.length / width;
  const values = numbers.allocate(rows);
  writeUnits(numbers, values, ciphertexts, group);
  const seen = new Uint8Array(groupCount);
  for (const to of groups) if (to !== NO_GROUP) seen[to] = 1;
  const present = Uint32Array.from([...seen.keys()].filter((to) => seen[to] === 1));
  const place = new Uint32Array(groupCount);
  present.forEach((to, i) => (place[to] = i));
  const all = numbers.allocate(present.length);
  const ids = groups.map((to) => (to === NO_GROUP ? NO_GROUP : place[to]!));
  numbers.multiplyGroups(values, ids, rows, NO_GROUP, all, new Uint8Array(present.length));
  const sums = new Uint8Array(present.length * width);
  present.forEach((_, i) => sums.set(numbers.read(all + i * numberBytes), i * width));
  numbers.release(mark);
  return { groups: present, sums };
}

/**
 * Ciphertexts to numbers. One common divisor for the whole batch: the product of units is a unit, and of nothing else.
 * @param ciphertexts [rows x ciphertextBytes] @throws CryptoError `bad-ciphertext` when some are no units.
 */
export function writeUnits(numbers: Numbers, at: number, ciphertexts: Uint8Array, group: AdditiveGroup): void {
  const { modulus, n, ciphertextBytes: width } = group;
  const rows = ciphertexts.length / width;
  const bound = toBytes(modulus, width);
  const { mark, numberBytes } = numbers;
  const product = numbers.allocate(1);
  numbers.copy(numbers.one, product);
  let inside = true;
  for (let row = 0; row < rows && inside; row++) {
    const ciphertext = ciphertexts.subarray(row * width, (row + 1) * width);
    inside = Buffer.compare(ciphertext, bound) < 0;
    if (!inside) break;
    numbers.write(at + row * numberBytes, ciphertext);
    numbers.multiply(product, at + row * numberBytes, product);
  }
  const unit = inside && gcd(fromBytes(numbers.read(product)) % n, n) === 1n;
  numbers.release(mark);
  if (!unit) throw new CryptoError('bad-ciphertext', `a batch of ${rows} ciphertexts has some that are none`);
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

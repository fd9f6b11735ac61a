/** The mathematics of alignment: matching, numbering the common rows, putting own rows into the common order. Pure. */
import { compareTags, TAG_BYTES } from '@coscore/crypto/keyed-tags.ts';
import { ProtocolError } from '../errors.ts';
import type { PartyId } from '../transport.ts';
import { duplicateIds } from './ids.ts';

/** A row number that means: this id is not among the common rows. */
export const NO_ROW = 0xffff_ffff;

/** The common row order as one party sees it. */
export interface RowIndex {
  /** [count] own row of each common row; -1 where this party lacks it (under `join: left` only). */
  readonly rows: Int32Array<ArrayBuffer>;
  /** Common rows, the same at every party. */
  readonly count: number;
}

const POINT_WORDS = 8;

/**
 * For each label point its position in the other set, or -1. Points are uniform under keys that no sender knows whole,
 * so their first word serves as the hash of an open-addressing table.
 * @param label [n x 8] words of 32-byte points. @param other [m x 8]
 * @returns [n]
 * @throws ProtocolError `duplicate-ids` when two points of one set are equal.
 */
export function matchPoints(
  label: Uint32Array,
  other: Uint32Array,
  owners: { label: PartyId; other: PartyId },
): Int32Array {
  const n = label.length / POINT_WORDS;
  const table = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, 2 * n)))).fill(-1);
  for (let i = 0; i < n; i++) {
    const slot = find(table, label, label, i);
    if (table[slot] !== -1) throw duplicateIds(2, owners.label);
    table[slot] = i;
  }
  const match = new Int32Array(n).fill(-1);
  for (let j = 0; j < other.length / POINT_WORDS; j++) {
    const i = table[find(table, label, other, j)]!;
    if (i === -1) continue;
    if (match[i] !== -1) throw duplicateIds(2, owners.other);
    match[i] = j;
  }
  return match;
}

/** The slot that holds point `j` of `other`, or the empty one where it would go. */
function find(table: Int32Array, label: Uint32Array, other: Uint32Array, j: number): number {
  const mask = table.length - 1;
  for (let slot = other[j * POINT_WORDS]! & mask; ; slot = (slot + 1) & mask) {
    const i = table[slot]!;
    if (i === -1 || equalPoints(label, i, other, j)) return slot;
  }
}

function equalPoints(a: Uint32Array, i: number, b: Uint32Array, j: number): boolean {
  for (let w = 0; w < POINT_WORDS; w++) if (a[i * POINT_WORDS + w] !== b[j * POINT_WORDS + w]) return false;
  return true;
}

/**
 * For each label tag its position in the other list, or -1, by one linear merge.
 * @param label [n x 16] strictly ascending. @param other [m x 16] strictly ascending.
 * @returns [n]
 */
export function matchTags(label: Uint8Array, other: Uint8Array): Int32Array {
  const a = new DataView(label.buffer, label.byteOffset, label.byteLength);
  const b = new DataView(other.buffer, other.byteOffset, other.byteLength);
  const n = label.length / TAG_BYTES;
  const m = other.length / TAG_BYTES;
  const match = new Int32Array(n).fill(-1);
  for (let i = 0, j = 0; i < n && j < m;) {
    const order = compareTags(a, i, b, j);
    if (order === 0) match[i] = j;
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  return match;
}

export interface Numbering {
  /** Common rows. */
  readonly count: number;
  /** What `minIntersection` bounds: common rows, or under `left` the label rows found at the party with the fewest. */
  readonly smallest: number;
  /** [nLabel] row number of each label position, or NO_ROW. */
  readonly label: Uint32Array<ArrayBuffer>;
  /** Per feature party [its set size] likewise. */
  readonly features: readonly Uint32Array<ArrayBuffer>[];
}

/**
 * Numbers the common rows in a fresh random order. Were they numbered in the order of the label set, a feature party could
 * read from the gaps between its numbers (under `left`) how many label rows lie between two of its own.
 * @param matches per feature party [nLabel] position or -1.
 * @param draw uniform permutation of the given length, secret from the parties.
 */
export function numberRows(
  matches: readonly Int32Array[],
  featureSizes: readonly number[],
  nLabel: number,
  join: 'inner' | 'left',
  draw: (n: number) => Uint32Array,
): Numbering {
  const isCommon = (i: number): boolean => join === 'left' || matches.every((match) => match[i] !== -1);
  const common: number[] = [];
  for (let i = 0; i < nLabel; i++) if (isCommon(i)) common.push(i);
  const order = draw(common.length);
  const label = new Uint32Array(nLabel).fill(NO_ROW);
  const features = featureSizes.map((size) => new Uint32Array(size).fill(NO_ROW));
  common.forEach((i, r) => {
    label[i] = order[r]!;
    matches.forEach((match, f) => {
      if (match[i] !== -1) features[f]![match[i]!] = order[r]!;
    });
  });
  const found = matches.map((match) => match.reduce((sum, at) => sum + (at === -1 ? 0 : 1), 0));
  const smallest = join === 'left' ? Math.min(...found) : common.length;
  return { count: common.length, smallest, label, features };
}

/**
 * @param numbers [own set] row number of each position sent, or NO_ROW.
 * @param ownRows [own set] own row of each position.
 * @param order [count] the joint permutation: common row of each row number.
 * @param mayLack whether common rows may be missing here.
 * @param sender who sent the numbers.
 * @throws ProtocolError `out-of-range` unless every number is below count and used once, and none is missing that may not be.
 */
export function placeRows(
  numbers: Uint32Array,
  ownRows: Uint32Array,
  order: Uint32Array,
  mayLack: boolean,
  sender: PartyId,
): RowIndex {
  const rows = new Int32Array(order.length).fill(-1);
  let placed = 0;
  for (let position = 0; position < numbers.length; position++) {
    const number = numbers[position]!;
    if (number === NO_ROW) continue;
    if (number >= order.length || rows[order[number]!] !== -1) throw badNumbers(sender);
    rows[order[number]!] = ownRows[position]!;
    placed++;
  }
  if (!mayLack && placed !== order.length) throw badNumbers(sender);
  return { rows, count: order.length };
}

function badNumbers(sender: PartyId): ProtocolError {
  return new ProtocolError('out-of-range', `${sender} sent row numbers that do not number the common rows once each`, {
    params: { party: sender },
  });
}

/**
 * Keyed tags: 16 bytes of BLAKE2b under a 32-byte key (RFC 7693, keyed hashing; digest length 16), sorted.
 * Without the key a tag says nothing about its id; 16 bytes leave a false match among 2^20 x 2^20 ids a chance of 2^-88.
 */
import sodium from 'sodium-native';
import { CryptoError } from './errors.ts';
import { packedAt, type PackedIds } from './packed-ids.ts';

export const TAG_BYTES = 16;
const KEY_BYTES = 32;

/**
 * Tags of ids `from .. to`, written to `out` at the same positions.
 * @param out [n x 16] for all n ids.
 * @throws CryptoError `bad-length`.
 */
export function keyedTags(key: Uint8Array, ids: PackedIds, from: number, to: number, out: Uint8Array): void {
  if (key.length !== KEY_BYTES) throw new CryptoError('bad-length', `a tag key has 32 bytes, not ${key.length}`);
  for (let i = from; i < to; i++) {
    sodium.crypto_generichash(out.subarray(i * TAG_BYTES, (i + 1) * TAG_BYTES), packedAt(ids, i), key);
  }
}

export interface SortedTags {
  /** [n x 16], ascending as byte strings. */
  readonly tags: Uint8Array<ArrayBuffer>;
  /** [n] position of each sorted tag in the unsorted list. */
  readonly order: Uint32Array<ArrayBuffer>;
}

/**
 * Radix sort on the leading 32 bits in two passes, then insertion inside the few runs that agree in them: tags are uniform,
 * so a run is short.
 * @param tags [n x 16]
 */
export function sortTags(tags: Uint8Array): SortedTags {
  const n = tags.length / TAG_BYTES;
  const view = new DataView(tags.buffer, tags.byteOffset, tags.byteLength);
  const lead = new Uint32Array(n);
  let order = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    lead[i] = view.getUint32(i * TAG_BYTES);
    order[i] = i;
  }
  for (const shift of [0, 16]) order = countingPass(lead, order, shift);
  for (let i = 1; i < n; i++) {
    const moving = order[i]!;
    let j = i;
    while (j > 0 && lead[order[j - 1]!] === lead[moving] && compareTags(view, order[j - 1]!, view, moving) > 0) {
      order[j] = order[j - 1]!;
      j--;
    }
    order[j] = moving;
  }
  const sorted = new Uint8Array(tags.length);
  for (let i = 0; i < n; i++) {
    const from = order[i]! * TAG_BYTES;
    sorted.set(tags.subarray(from, from + TAG_BYTES), i * TAG_BYTES);
  }
  return { tags: sorted, order };
}

function countingPass(lead: Uint32Array, order: Uint32Array, shift: number): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(0x1_0001);
  for (let i = 0; i < order.length; i++) starts[((lead[i]! >>> shift) & 0xffff) + 1]!++;
  for (let d = 1; d <= 0x1_0000; d++) starts[d]! += starts[d - 1]!;
  const next = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!;
    const digit = (lead[row]! >>> shift) & 0xffff;
    next[starts[digit]!++] = row;
  }
  return next;
}

/** Below, at or above zero as tag `i` of `a` sorts before, with or after tag `j` of `b`. */
export function compareTags(a: DataView, i: number, b: DataView, j: number): number {
  for (let at = 0; at < TAG_BYTES; at += 4) {
    const x = a.getUint32(i * TAG_BYTES + at);
    const y = b.getUint32(j * TAG_BYTES + at);
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

/** The number of neighbours `i - 1, i` out of order, and of equal ones, in a list that should be strictly ascending. */
export function countDisorder(tags: Uint8Array): { readonly descending: number; readonly equal: number } {
  const view = new DataView(tags.buffer, tags.byteOffset, tags.byteLength);
  let descending = 0;
  let equal = 0;
  for (let i = 1; i < tags.length / TAG_BYTES; i++) {
    const order = compareTags(view, i - 1, view, i);
    if (order > 0) descending++;
    else if (order === 0) equal++;
  }
  return { descending, equal };
}

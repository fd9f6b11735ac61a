/** Many short byte strings in two buffers, so that a million ids cost their bytes and not a million objects. */
import { CryptoError } from './errors.ts';

export interface PackedIds {
  /** UTF-8 of every id, one after the other. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** [n + 1] id i is `bytes[starts[i] .. starts[i + 1])`. */
  readonly starts: Uint32Array<ArrayBuffer>;
}

/**
 * @param order [m] which ids to take and in which order; all in their own order when absent.
 * @throws CryptoError `overflow` above 4 GiB of ids.
 */
export function packIds(ids: readonly string[], order?: Uint32Array): PackedIds {
  const count = order?.length ?? ids.length;
  let total = 0;
  for (const id of ids) total += Buffer.byteLength(id);
  if (total > 0xffff_ffff) throw new CryptoError('overflow', `${ids.length} ids take ${total} bytes, above 4 GiB`);
  const buffer = Buffer.from(new ArrayBuffer(total));
  const starts = new Uint32Array(count + 1);
  let at = 0;
  for (let i = 0; i < count; i++) {
    at += buffer.write(ids[order === undefined ? i : order[i]!]!, at);
    starts[i + 1] = at;
  }
  return { bytes: new Uint8Array(buffer.buffer, 0, at), starts };
}

/** Ids `from .. to` as a pack of their own. */
export function slicePacked(ids: PackedIds, from: number, to: number): PackedIds {
  const first = ids.starts[from]!;
  const starts = ids.starts.slice(from, to + 1);
  for (let i = 0; i < starts.length; i++) starts[i]! -= first;
  return { bytes: ids.bytes.slice(first, ids.starts[to]), starts };
}

export function packedCount(ids: PackedIds): number {
  return ids.starts.length - 1;
}

/** View of id `i`, no copy. */
export function packedAt(ids: PackedIds, i: number): Uint8Array {
  return ids.bytes.subarray(ids.starts[i], ids.starts[i + 1]);
}

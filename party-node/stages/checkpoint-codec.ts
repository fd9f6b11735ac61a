/**
 * How a checkpoint lies on disk: `CSCK`, format (u32), digest of everything it depends on (32 bytes), length of the JSON
 * text (u32), the text, zeroes up to a multiple of 8, then the typed arrays that the text points at, each from a multiple
 * of 8. Little-endian. Nothing in it is code, and nothing outside the listed kinds of array is read.
 */

/** A checkpoint of another format is not used: the stage is done again. Raise it whenever the meaning of a value changes. */
export const CHECKPOINT_FORMAT = 1;

const MAGIC = 0x4b435343;
const HEADER_BYTES = 44;
const DIGEST_BYTES = 32;

const kinds = { f64: Float64Array, u32: Uint32Array, i32: Int32Array, u16: Uint16Array, u8: Uint8Array } as const;
type Kind = keyof typeof kinds;
export type StoredArray = Float64Array | Uint32Array | Int32Array | Uint16Array | Uint8Array;

/** Plain data. A key that is undefined is left out. */
export type Stored =
  null | boolean | number | string | StoredArray | readonly Stored[] | { readonly [key: string]: Stored | undefined };

/** The key that marks what JSON has no word for; no stored object may have it. */
const ESCAPE = '$';

function kindOf(value: unknown): Kind | undefined {
  // A Buffer is a Uint8Array too, and comes back as one.
  return (Object.keys(kinds) as Kind[]).find((kind) => value instanceof kinds[kind]);
}

const padded = (length: number): number => Math.ceil(length / 8) * 8;

/** @param digest 32 bytes. @throws RangeError for a value that JSON and typed arrays cannot hold. */
export function encodeCheckpoint(digest: Uint8Array, value: Stored): Uint8Array {
  const arrays: { readonly at: number; readonly bytes: Uint8Array }[] = [];
  let end = 0;
  const plain = (item: Stored | undefined): unknown => {
    const kind = kindOf(item);
    if (kind !== undefined) {
      const { buffer, byteOffset, byteLength, length } = item as StoredArray;
      const at = end;
      arrays.push({ at, bytes: new Uint8Array(buffer, byteOffset, byteLength) });
      end = padded(at + byteLength);
      return { [ESCAPE]: kind, at, length };
    }
    if (typeof item === 'number') return Number.isFinite(item) ? item : { [ESCAPE]: 'number', text: String(item) };
    if (Array.isArray(item)) return item.map(plain);
    if (typeof item !== 'object' || item === null) return item;
    if (Object.hasOwn(item, ESCAPE)) throw new RangeError('an object with the key $ cannot be stored');
    return Object.fromEntries(Object.entries(item).map(([key, inner]) => [key, plain(inner)]));
  };
  const text = Buffer.from(JSON.stringify(plain(value)));
  const start = padded(HEADER_BYTES + text.length);
  const out = new Uint8Array(start + end);
  const view = new DataView(out.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, CHECKPOINT_FORMAT, true);
  if (digest.length !== DIGEST_BYTES) throw new RangeError(`a digest of ${digest.length} bytes, not ${DIGEST_BYTES}`);
  out.set(digest, 8);
  view.setUint32(8 + DIGEST_BYTES, text.length, true);
  out.set(text, HEADER_BYTES);
  for (const { at, bytes } of arrays) out.set(bytes, start + at);
  return out;
}

/**
 * @returns undefined for a checkpoint of another format or of other inputs.
 * @throws RangeError when the bytes are no checkpoint or are cut off: the state they come from is damaged.
 */
export function decodeCheckpoint(digest: Uint8Array, bytes: Uint8Array): Stored | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES || view.getUint32(0, true) !== MAGIC) throw damaged();
  if (view.getUint32(4, true) !== CHECKPOINT_FORMAT) return undefined;
  if (Buffer.compare(bytes.subarray(8, 8 + DIGEST_BYTES), digest) !== 0) return undefined;
  const length = view.getUint32(8 + DIGEST_BYTES, true);
  const start = padded(HEADER_BYTES + length);
  if (start > bytes.length) throw damaged();
  const blob = bytes.subarray(start);
  const text = Buffer.from(bytes.subarray(HEADER_BYTES, HEADER_BYTES + length)).toString();
  return restored(JSON.parse(text) as Json, blob);
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

function restored(item: Json, blob: Uint8Array): Stored {
  if (typeof item !== 'object' || item === null) return item;
  if (Array.isArray(item)) return (item as readonly Json[]).map((inner) => restored(inner, blob));
  const fields = item as { readonly [key: string]: Json };
  const escape = fields[ESCAPE];
  if (escape === undefined) {
    return Object.fromEntries(Object.entries(fields).map(([key, inner]) => [key, restored(inner, blob)]));
  }
  if (escape === 'number') return Number(fields['text']);
  return arrayAt(escape, fields['at'], fields['length'], blob);
}

function arrayAt(kind: Json, at: Json | undefined, length: Json | undefined, blob: Uint8Array): StoredArray {
  const made = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind as Kind] : undefined;
  if (made === undefined || !isCount(at) || !isCount(length)) throw damaged();
  const end = at + length * made.BYTES_PER_ELEMENT;
  if (end > blob.length) throw damaged();
  // A copy from offset 0 of its own buffer, over which any array can be laid.
  return new made(new Uint8Array(blob.subarray(at, end)).buffer);
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function damaged(): RangeError {
  return new RangeError(
    'a checkpoint in this node’s state is damaged; restore the state from a backup, or start a new job',
  );
}

/** Residues and other fixed-width numbers at the wire: little-endian bytes, at any alignment. */

/** The bytes behind a typed array, without a copy. */
export function bytesOf(array: ArrayBufferView): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

/** [bytes / 8] a copy (never `slice`, which on a Buffer is a view). The caller has checked the length. */
export function residuesOf(bytes: Uint8Array): BigUint64Array<ArrayBuffer> {
  return new BigUint64Array(new Uint8Array(bytes).buffer);
}

/** [bytes / 4] a copy. The caller has checked the length. */
export function wordsOf(bytes: Uint8Array): Uint32Array<ArrayBuffer> {
  return new Uint32Array(new Uint8Array(bytes).buffer);
}

/** Little-endian typed arrays <-> wire bytes, with the length checks that every received array needs. */
import { ProtocolError } from '@coscore/protocols';

type NumericArray = Float64Array | Uint16Array | Uint32Array | Int32Array | BigUint64Array;

export function toBytes(values: NumericArray): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/** A copy of `bytes` at offset 0 of its own buffer, so that any typed array can be laid over it. */
function aligned(bytes: Uint8Array, expected: number, what: string): ArrayBuffer {
  if (bytes.length !== expected) {
    throw new ProtocolError('wrong-size', `${what} has ${bytes.length} bytes where ${expected} were agreed`);
  }
  // Not `slice`: a Buffer's shares memory.
  return new Uint8Array(bytes).buffer;
}

export function f64(bytes: Uint8Array, length: number, what: string): Float64Array<ArrayBuffer> {
  const values = new Float64Array(aligned(bytes, length * 8, what));
  if (!values.every((value) => Number.isFinite(value)))
    throw new ProtocolError('out-of-range', `${what} holds a value that is not finite`);
  return values;
}

export function u64(bytes: Uint8Array, length: number, what: string): BigUint64Array<ArrayBuffer> {
  return new BigUint64Array(aligned(bytes, length * 8, what));
}

export function u32(bytes: Uint8Array, length: number, what: string): Uint32Array<ArrayBuffer> {
  return new Uint32Array(aligned(bytes, length * 4, what));
}

export function i32(bytes: Uint8Array, length: number, what: string): Int32Array<ArrayBuffer> {
  return new Int32Array(aligned(bytes, length * 4, what));
}

export function u16(bytes: Uint8Array, length: number, what: string): Uint16Array<ArrayBuffer> {
  return new Uint16Array(aligned(bytes, length * 2, what));
}

/** Packs a 0/1 mask into bits, padded with zeroes to whole bytes. */
export function packBits(mask: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.ceil(mask.length / 8));
  for (let i = 0; i < mask.length; i++) if (mask[i] === 1) out[i >> 3]! |= 1 << (i & 7);
  return out;
}

export function unpackBits(bytes: Uint8Array, rows: number, what: string): Uint8Array {
  if (bytes.length !== Math.ceil(rows / 8)) {
    throw new ProtocolError('wrong-size', `${what} has ${bytes.length} bytes where ${Math.ceil(rows / 8)} were agreed`);
  }
  const mask = new Uint8Array(rows);
  for (let i = 0; i < rows; i++) mask[i] = (bytes[i >> 3]! >> (i & 7)) & 1;
  return mask;
}

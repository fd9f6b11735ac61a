/** Doubles to fixed point in Z_2^64 and back; crypto/ring/fixed-point.ts holds the bounds and their proof. */
import { place, read, wasm, write } from './memory.ts';

const CHUNK = 8192;

export interface Encoded {
  /** [n] round(x * 2^fractionBits) mod 2^64, halves to even. */
  readonly residues: BigUint64Array<ArrayBuffer>;
  /** How many entries were not finite or above the bound in magnitude; those are 0 in `residues`. */
  readonly refused: number;
}

/** @param bound largest |x|. @throws RangeError unless bound * 2^fractionBits < 2^63. */
export function encodeFixed(x: Float64Array, fractionBits: number, bound: number): Encoded {
  const scale = 2 ** fractionBits;
  if (!(bound * scale < 2 ** 63))
    throw new RangeError(`|x| <= ${bound} at ${fractionBits} fraction bits needs 2^63 or more`);
  const residues = new BigUint64Array(x.length);
  let refused = 0;
  const [at0, at1] = place(CHUNK * 8, CHUNK * 8) as [number, number];
  for (let at = 0; at < x.length; at += CHUNK) {
    const count = Math.min(CHUNK, x.length - at);
    write(at0, x.subarray(at, at + count));
    refused += wasm.encodeFixed(at0, at1, count, scale, bound);
    read(at1, residues.subarray(at, at + count));
  }
  return { residues, refused };
}

/** [n] residues read as signed, divided by 2^fractionBits, rounded to the nearest double. */
export function decodeFixed(residues: BigUint64Array, fractionBits: number): Float64Array<ArrayBuffer> {
  const out = new Float64Array(residues.length);
  const [at0] = place(CHUNK * 8) as [number];
  for (let at = 0; at < residues.length; at += CHUNK) {
    const count = Math.min(CHUNK, residues.length - at);
    write(at0, residues.subarray(at, at + count));
    wasm.decodeFixed(at0, at0, count, 2 ** -fractionBits);
    read(at0, out.subarray(at, at + count));
  }
  return out;
}

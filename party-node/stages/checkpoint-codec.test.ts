import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECKPOINT_FORMAT, decodeCheckpoint, encodeCheckpoint, type Stored } from './checkpoint-codec.ts';

const digest = new Uint8Array(32).fill(7);
const numbers = fc.double().map((x) => (Object.is(x, -0) ? 0 : x));
const arrays = fc.oneof(
  fc.float64Array(),
  fc.uint32Array(),
  fc.int32Array(),
  fc.uint16Array(),
  fc.uint8Array(),
  // A view into a larger buffer, as `subarray` gives.
  fc.uint16Array({ minLength: 3 }).map((whole) => whole.subarray(1, 3)),
);
const keys = fc.string().filter((key) => key !== '$' && key !== '__proto__');
const { value: values } = fc.letrec<{ value: Stored }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    numbers,
    fc.string(),
    arrays,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
  ),
}));

describe('a checkpoint', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(decodeCheckpoint(digest, encodeCheckpoint(digest, value))).toEqual(plain(value));
      }),
    );
  });

  it('holds infinities and NaN, which JSON has no word for', () => {
    const value = [Infinity, -Infinity, NaN, new Float64Array([NaN, -0, Infinity])];
    expect(decodeCheckpoint(digest, encodeCheckpoint(digest, value))).toEqual(value);
  });

  it('leaves out what is undefined', () => {
    expect(decodeCheckpoint(digest, encodeCheckpoint(digest, { a: 1, b: undefined }))).toEqual({ a: 1 });
  });

  it('is not used for other inputs or in another format', () => {
    const bytes = encodeCheckpoint(digest, { a: 1 });
    expect(decodeCheckpoint(new Uint8Array(32), bytes)).toBeUndefined();
    const newer = bytes.slice();
    new DataView(newer.buffer).setUint32(4, CHECKPOINT_FORMAT + 1, true);
    expect(decodeCheckpoint(digest, newer)).toBeUndefined();
  });

  it('cut off anywhere, or with a stray array, is refused and never read beyond its end', () => {
    const bytes = encodeCheckpoint(digest, { a: new Float64Array([1, 2, 3]), b: 'text' });
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decodeCheckpoint(digest, bytes.slice(0, length)), `${length} bytes`).toThrow(/damaged|JSON/);
    }
    const text = Buffer.from(bytes).toString('latin1');
    for (const [from, to] of [
      ['"f64"', '"f65"'],
      ['"at":0', '"at":9'],
      ['"length":3', '"length":4'],
    ] as const) {
      const changed = new Uint8Array(Buffer.from(text.replace(from, to), 'latin1'));
      expect(changed).not.toEqual(new Uint8Array(bytes));
      expect(() => decodeCheckpoint(digest, changed)).toThrow(/damaged/);
    }
  });

  it('has no object that could pass for an array, and no digest of another size', () => {
    expect(() => encodeCheckpoint(digest, { $: 'f64', at: 0, length: 1 })).toThrow(RangeError);
    expect(() => encodeCheckpoint(new Uint8Array(31), null)).toThrow(RangeError);
  });
});

/** Copies, so that views into larger buffers compare as what they show. */
function plain(value: Stored | undefined): unknown {
  if (ArrayBuffer.isView(value)) return (value as Uint8Array).slice();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner as Stored)]));
}

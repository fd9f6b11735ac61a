import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { compareTags, countDisorder, keyedTags, sortTags, TAG_BYTES } from './keyed-tags.ts';
import { packedAt, packIds, slicePacked } from './packed-ids.ts';

const KEY = Uint8Array.from({ length: 32 }, (_, i) => i);
const hexOf = (tags: Uint8Array): string[] =>
  Array.from({ length: tags.length / TAG_BYTES }, (_, i) =>
    Buffer.from(tags.slice(i * TAG_BYTES, (i + 1) * TAG_BYTES)).toString('hex'),
  );

describe('keyedTags', () => {
  it("agrees with another implementation of keyed BLAKE2b-128 (Python's hashlib.blake2b)", () => {
    const tags = new Uint8Array(3 * TAG_BYTES);
    keyedTags(KEY, packIds(['', 'abc', '91310000MA1K']), 0, 3, tags);
    expect(hexOf(tags)).toEqual([
      '3daf97bce7888fd59773c66bf647459c',
      '1a64be47e4729d951c302ee543f97cf3',
      'b01445778ea8330cee5009e86c4ffa95',
    ]);
  });

  it('refuses a key of another length', () => {
    const tagging = (): void => keyedTags(new Uint8Array(16), packIds(['a']), 0, 1, new Uint8Array(16));
    expect(tagging).toThrow(expect.objectContaining({ code: 'bad-length' }));
  });
});

describe('sortTags', () => {
  it('sorts as byte strings and says where each came from, ties in the leading bytes included', () => {
    const tag = fc.uint8Array({ minLength: 16, maxLength: 16 });
    const tied = fc.uint8Array({ minLength: 12, maxLength: 12 }).map((tail) => Uint8Array.of(7, 7, 7, 7, ...tail));
    fc.assert(
      fc.property(fc.array(fc.oneof(tag, tied), { maxLength: 60 }), (list) => {
        const tags = Uint8Array.from(list.flatMap((t) => [...t]));
        const { tags: sorted, order } = sortTags(tags);
        expect(hexOf(sorted)).toEqual(hexOf(tags).sort());
        expect([...order].map((i) => hexOf(tags)[i])).toEqual(hexOf(sorted));
        expect([...order].sort((a, b) => a - b)).toEqual(list.map((_, i) => i));
      }),
    );
  });

  it('counts what is out of order and what is equal', () => {
    const tags = new Uint8Array(5 * TAG_BYTES);
    [1, 3, 3, 2, 2].forEach((value, i) => (tags[i * TAG_BYTES] = value));
    expect(countDisorder(tags)).toEqual({ descending: 1, equal: 2 });
    const view = new DataView(tags.buffer);
    expect(compareTags(view, 0, view, 1)).toBeLessThan(0);
  });
});

describe('packIds', () => {
  it('keeps every id, in the order asked, over slices', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 30 }), (ids) => {
        const order = Uint32Array.from(ids, (_, i) => ids.length - 1 - i);
        const packed = packIds(ids, order);
        const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
        const back = ids.map((_, i) => text(packedAt(packed, i)));
        expect(back).toEqual([...ids].reverse());
        const half = Math.floor(ids.length / 2);
        const tail = slicePacked(packed, half, ids.length);
        expect(Array.from({ length: ids.length - half }, (_, i) => text(packedAt(tail, i)))).toEqual(back.slice(half));
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { PartyId } from '../transport.ts';
import { matchPoints, matchTags, NO_ROW, numberRows, placeRows } from './core.ts';
import { normaliseId } from './ids.ts';

const owners = { label: 'bank' as PartyId, other: 'tax' as PartyId };
const identity = (n: number): Uint32Array => Uint32Array.from({ length: n }, (_, i) => i);

/** 32-byte points whose first words collide often. */
function pointsOf(values: readonly number[]): Uint32Array {
  const words = new Uint32Array(values.length * 8);
  values.forEach((value, i) => words.set([value % 3, value], i * 8));
  return words;
}

function tagsOf(values: readonly number[]): Uint8Array {
  const tags = new Uint8Array(values.length * 16);
  values.forEach((value, i) => new DataView(tags.buffer).setUint32(i * 16 + 12, value));
  return tags;
}

const set = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40 });

describe('matching', () => {
  it('of points equals a search of the whole list, also when their first words collide', () => {
    fc.assert(
      fc.property(set, set, (label, other) => {
        expect([...matchPoints(pointsOf(label), pointsOf(other), owners)]).toEqual(label.map((x) => other.indexOf(x)));
      }),
    );
  });

  it('of points refuses equal ones, naming whose set it is', () => {
    const match = (a: number[], b: number[]) => () => matchPoints(pointsOf(a), pointsOf(b), owners);
    expect(match([1, 1], [2])).toThrow(
      expect.objectContaining({ code: 'duplicate-ids', params: { count: 2, party: 'bank' } }),
    );
    expect(match([1, 2], [2, 2])).toThrow(
      expect.objectContaining({ code: 'duplicate-ids', params: { count: 2, party: 'tax' } }),
    );
  });

  it('of sorted tags equals a search of the whole list', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        const [label, other] = [[...a].sort((x, y) => x - y), [...b].sort((x, y) => x - y)];
        expect([...matchTags(tagsOf(label), tagsOf(other))]).toEqual(label.map((x) => other.indexOf(x)));
      }),
    );
  });
});

describe('numberRows', () => {
  const matches = [Int32Array.of(1, -1, 0, 2), Int32Array.of(-1, 0, 1, 2)];

  it('numbers the rows that all have under inner, in the order drawn', () => {
    const result = numberRows(matches, [3, 3], 4, 'inner', () => Uint32Array.of(1, 0));
    expect(result.count).toBe(2);
    expect(result.smallest).toBe(2);
    expect([...result.label]).toEqual([NO_ROW, NO_ROW, 1, 0]);
    expect(result.features.map((f) => [...f])).toEqual([
      [1, NO_ROW, 0],
      [NO_ROW, 1, 0],
    ]);
  });

  it('numbers every label row under left, and counts the matches of the party with the fewest', () => {
    const fewer = [matches[0]!, Int32Array.of(-1, -1, -1, 0)];
    const result = numberRows(fewer, [3, 1], 4, 'left', identity);
    expect(result.count).toBe(4);
    expect(result.smallest).toBe(1);
    expect([...result.label]).toEqual([0, 1, 2, 3]);
    expect(result.features.map((f) => [...f])).toEqual([[2, 0, 3], [3]]);
  });
});

describe('placeRows', () => {
  const sender = 'bank' as PartyId;

  it('puts own rows where the joint order wants them, -1 where this party has none', () => {
    const { rows, count } = placeRows(
      Uint32Array.of(2, NO_ROW, 0),
      Uint32Array.of(10, 11, 12),
      Uint32Array.of(1, 2, 0),
      true,
      sender,
    );
    expect([...rows]).toEqual([10, 12, -1]);
    expect(count).toBe(3);
  });

  it.each([
    ['a number used twice', [0, 0], true],
    ['a number beyond the count', [0, 2], true],
    ['a row left out where none may be', [0, NO_ROW], false],
  ])('refuses %s', (_, numbers, mayLack) => {
    const place = () => placeRows(Uint32Array.from(numbers), identity(2), identity(2), mayLack, sender);
    expect(place).toThrow(expect.objectContaining({ code: 'out-of-range', params: { party: 'bank' } }));
  });
});

describe('normaliseId', () => {
  it.each([
    ['  ab12\t', 'AB12'],
    ['ＡＢ１２', 'AB12'],
    ['\u3000ab\u00a0', 'AB'],
    ['ﬁrm', 'FIRM'],
    ['e\u0301', '\u00c9'],
    ['某某公司', '某某公司'],
  ])('folds %j to %j', (raw, folded) => {
    expect(normaliseId(raw)).toBe(folded);
  });

  it('is the same on ASCII as the full folding', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(normaliseId(id)).toBe(id.trim().normalize('NFKC').toUpperCase());
      }),
    );
  });
});

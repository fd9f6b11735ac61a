import { describe, expect, it } from 'vitest';
import type { AlignOptions } from '../options.ts';
import type { PartyId } from '../../transport.ts';
import { hopOf, pathOf } from './ring.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as PartyId[];
const optionsFor = (k: number): AlignOptions => ({
  profile: 'blind',
  parties: names.slice(0, k),
  labelParty: names[1]!,
  join: 'inner',
  minIntersection: 1,
});

describe('the ring', () => {
  it('for two parties is a visit and a return', () => {
    expect(pathOf(names[0]!, optionsFor(2))).toEqual(['a', 'b']);
    expect(pathOf(names[1]!, optionsFor(2))).toEqual(['b', 'a', 'b']);
  });

  it.each([2, 3, 5, 8])('takes every set past each of %d scalars once and ends at the label party', (k) => {
    const options = optionsFor(k);
    for (const owner of options.parties) {
      const path = pathOf(owner, options);
      expect(path[0]).toBe(owner);
      expect(path.at(-1)).toBe(options.labelParty);
      const masks = owner === options.labelParty ? path.slice(0, -1) : path;
      expect([...masks].sort()).toEqual([...options.parties].sort());
    }
  });

  it.each([2, 3, 5, 8])('tells each of %d parties its hop, the two ends of every link agreeing', (k) => {
    const options = optionsFor(k);
    for (const owner of options.parties) {
      for (const self of options.parties) {
        const hop = hopOf(self, owner, options);
        if (self === owner && owner !== options.labelParty) {
          expect(hop).toBeUndefined();
          continue;
        }
        const path = pathOf(owner, options);
        const at = path.lastIndexOf(self);
        expect(hop).toEqual({ from: path[at - 1], to: path[at + 1] });
        if (hop!.to === undefined) expect(self).toBe(options.labelParty);
      }
    }
  });

  it("never brings two feature parties' sets to one feature party after the same scalars", () => {
    const options = optionsFor(5);
    for (const self of options.parties.filter((p) => p !== options.labelParty)) {
      const seen = options.parties
        .filter((owner) => owner !== self)
        .map((owner) => pathOf(owner, options).slice(0, pathOf(owner, options).lastIndexOf(self)).sort().join());
      expect(new Set(seen).size).toBe(seen.length);
    }
  });
});

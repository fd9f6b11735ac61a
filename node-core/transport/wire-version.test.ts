import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonVersion, parseVersions, written } from './wire-version.ts';

const range = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(5)).map(([min, more]) => ({ min, max: min + more }));

const chosen = (a: Parameters<typeof written>[0], b: Parameters<typeof written>[0]): number | string => {
  try {
    return commonVersion(a, b, 'a', 'b');
  } catch (error) {
    return (error as { params: { update: string } }).params.update;
  }
};

describe('wire versions', () => {
  it('are the highest that both ends speak, or name the older end, alike at both', () => {
    fc.assert(
      fc.property(range, range, (a, b) => {
        const common = Array.from({ length: 20 }, (_, v) => v).filter(
          (v) => v >= Math.max(a.min, b.min) && v <= Math.min(a.max, b.max),
        );
        const result = chosen(a, b);
        expect(result).toBe(common.at(-1) ?? (a.max < b.max ? 'a' : 'b'));
        const mirrored = { a: 'b', b: 'a' }[String(chosen(b, a))] ?? chosen(b, a);
        expect(mirrored).toBe(result);
      }),
    );
  });

  it('travel as text, and nothing else is read as a range', () => {
    fc.assert(
      fc.property(range, (versions) => {
        expect(parseVersions(written(versions))).toEqual(versions);
      }),
    );
    for (const text of [undefined, '', '0', '2-1', '1-', '-1', '1.5', '1-2-3', '01', Buffer.from('1')]) {
      expect(parseVersions(text)).toBeUndefined();
    }
  });

  it('of an end that names none are refused, and that end is to be updated', () => {
    expect(() => commonVersion({ min: 1, max: 1 }, undefined, 'a', 'b')).toThrowError(
      expect.objectContaining({
        code: 'version-mismatch',
        params: { peer: 'b', ours: '1', theirs: 'none', update: 'b' },
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CategoryColumn, Column } from '@coscore/models/data/frame.ts';
import type { LoadedTable } from '../data/index.ts';
import { identifyTable } from './table-digest.ts';

interface Row {
  readonly id: string;
  readonly label: number;
  readonly age: number;
  readonly region: string | undefined;
}

/** A table of these rows; levels are numbered as they come up, as a reader numbers them. */
function tableOf(rows: readonly Row[], names = ['age', 'region']): LoadedTable {
  const levels = [...new Set(rows.flatMap(({ region }) => (region === undefined ? [] : [region])))];
  const region: CategoryColumn = {
    kind: 'category',
    name: names[1]!,
    levels,
    codes: Int32Array.from(rows, (row) => (row.region === undefined ? -1 : levels.indexOf(row.region))),
  };
  const columns: Column[] = [
    { kind: 'number', name: names[0]!, values: Float64Array.from(rows, ({ age }) => age) },
    region,
  ];
  return {
    rows: rows.length,
    ids: rows.map(({ id }) => id),
    labels: Uint8Array.from(rows, ({ label }) => label),
    frame: { rows: rows.length, columns },
    side: [],
    source: { file: 'x', format: 'csv', encoding: 'utf-8' } as unknown as LoadedTable['source'],
  };
}

const row = fc.record({
  id: fc.string({ minLength: 1 }),
  label: fc.integer({ min: 0, max: 1 }),
  age: fc.oneof(fc.double(), fc.constant(NaN)),
  region: fc.option(fc.constantFrom<string>('north', 'south', 'east', 'west'), { nil: undefined }),
});
const tables = fc.uniqueArray(row, { selector: ({ id }) => id, minLength: 2, maxLength: 20 });
const digestOf = (rows: readonly Row[], names?: string[]): string =>
  identifyTable(tableOf(rows, names)).digest.toString('hex');

describe('the digest of a table', () => {
  it('does not depend on the order of the rows, and so not on the numbering of levels', () => {
    fc.assert(
      fc.property(tables, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (rows, keys) => {
        const shuffled = rows
          .map((one) => ({ one, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(digestOf(shuffled)).toBe(digestOf(rows));
      }),
    );
  });

  it('changes with any cell, id, label or name', () => {
    fc.assert(
      fc.property(tables, fc.nat(), (rows, pick) => {
        const i = pick % rows.length;
        const before = digestOf(rows);
        const changed = (change: Partial<Row>): string =>
          digestOf(rows.map((one, j) => (j === i ? { ...one, ...change } : one)));
        const { label, age, region } = rows[i]!;
        expect(changed({ id: 'an id that no other row has, for it is longer' })).not.toBe(before);
        expect(changed({ label: 1 - label })).not.toBe(before);
        expect(changed({ age: Number.isNaN(age) ? 0 : NaN })).not.toBe(before);
        expect(changed({ region: region === 'west' ? 'north' : 'west' })).not.toBe(before);
        expect(digestOf(rows, ['years', 'region'])).not.toBe(before);
        expect(digestOf(rows.filter((_, j) => j !== i))).not.toBe(before);
      }),
    );
  });

  it('orders the rows by id', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const { order } = identifyTable(tableOf(rows));
        expect(Array.from(order, (at) => rows[at]!.id)).toEqual(rows.map(({ id }) => id).sort());
      }),
    );
  });
});

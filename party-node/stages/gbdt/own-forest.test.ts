import { recipeSchema } from '@coscore/node-core/recipe/index.ts';
import { expect, it } from 'vitest';
import type { AlignedTable } from '../aligned-table.ts';
import type { JobContext } from '../context.ts';
import { growAlone } from './own-forest.ts';

const ROWS = 200;
const TREES = 6;
const recipe = recipeSchema.parse({
  profile: 'aided',
  name: 'alone',
  parties: {
    bank: { role: 'label', data: 'bank.csv', id: 'id', label: 'bad' },
    tax: { role: 'feature', data: 'tax.csv', id: 'id' },
  },
  model: { kind: 'gbdt', trees: TREES, depth: 2 },
});

it('lets the process turn to other things after each tree', async () => {
  const values = Float64Array.from({ length: ROWS }, (_, row) => row % 8);
  const table = {
    ownRows: ROWS,
    places: Int32Array.from(values, (_, row) => row),
    ids: Array.from(values, (_, row) => `id${row}`),
    labels: Uint8Array.from(values, (value, row) => Number((value + (row % 5)) % 4 === 0)),
    frame: { rows: ROWS, columns: [{ kind: 'number', name: 'age', values }] },
  } as AlignedTable;
  const context = { recipe, self: 'bank', session: { signal: new AbortController().signal } } as unknown as JobContext;
  let turns = 0;
  let over = false;
  const turn = (): void => {
    turns++;
    if (!over) setImmediate(turn);
  };
  setImmediate(turn);
  await growAlone(context, table, new Uint8Array(ROWS).fill(1), {
    own: {
      binned: [],
      features: [{ feature: 'age', bins: 8, ordered: true, missingBin: -1 }],
      codes: [Uint16Array.from(values)],
      constant: [],
    },
  });
  over = true;
  expect(turns).toBeGreaterThanOrEqual(TREES - 1);
});

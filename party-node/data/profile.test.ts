import { afterAll, beforeAll, expect, it } from 'vitest';
import { profileTable, publishedSchema } from './profile.ts';
import { type TestFolder, testFolder } from './test-files.ts';

let folder: TestFolder;
beforeAll(async () => {
  folder = await testFolder();
});
afterAll(() => folder.remove());

it('profiles columns, ids and labels', async () => {
  const lines = Array.from(
    { length: 11 },
    (_, i) => `k${i},${i < 5 ? 1 : 0},${i === 10 ? '' : i * i},${i < 8 ? 'a' : 'b'}`,
  );
  const path = await folder.write('good.csv', ['id,y,n,c', ...lines, ''].join('\n'));
  const profile = await profileTable(path, { id: 'id', label: 'y' });
  expect(profile).toMatchObject({
    rows: 11,
    id: { name: 'id', missing: 0, duplicates: 0 },
    label: { name: 'y', goods: 6, bads: 5, others: 0 },
    problems: [],
  });
  expect(profile.columns).toEqual([
    {
      type: 'number',
      name: 'n',
      missing: 1,
      distinct: 10,
      min: 0,
      max: 81,
      mean: 28.5,
      // numpy.quantile(np.arange(10) ** 2, [.01, .05, .25, .5, .75, .95, .99])
      quantiles: [0.09, 0.45, 5.25, 20.5, 45.75, 73.35, 79.47].map((q) => expect.closeTo(q, 10) as number),
    },
    { type: 'category', name: 'c', missing: 0, distinct: 2, topShare: 8 / 11 },
  ]);
});

it('lists all that is wrong, in the order in which to mend it', async () => {
  const lines = ['a,1,5,2020-01-01,1', 'a,2,5,2020-01-02,inf', ',0,5,2020-01-03,2'];
  const path = await folder.write('bad.csv', ['id,y,k,d,n', ...lines, ''].join('\n'));
  const profile = await profileTable(path, { id: 'id', label: 'y' });
  expect(profile.problems.map((problem) => problem.code)).toEqual([
    'ids-missing',
    'ids-duplicate',
    'label-not-binary',
    'column-unsupported-type',
    'column-not-finite',
    'column-constant',
  ]);
  expect(profile.id).toEqual({ name: 'id', missing: 1, duplicates: 1 });
  expect(profile.columns.map((column) => column.type)).toEqual(['number', 'unsupported', 'number']);
});

it('publishes names, types and a rounded row count only', async () => {
  const lines = Array.from({ length: 1234 }, (_, i) => `secret${i},${i % 2},${i},2020-01-01,l${i % 3}`);
  const path = await folder.write('publish.csv', ['id,y,n,d,c', ...lines, ''].join('\n'));
  const schema = publishedSchema(await profileTable(path, { id: 'id', label: 'y' }));
  expect(schema).toEqual({
    rowsAbout: 1200,
    columns: [
      { name: 'id', type: 'id' },
      { name: 'y', type: 'label' },
      { name: 'n', type: 'number' },
      { name: 'c', type: 'category' },
    ],
  });
});

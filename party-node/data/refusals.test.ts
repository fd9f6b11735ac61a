/** Every way in which a party's data can be bad: refused by name, with counts and no values. */
import { chmod, mkdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataErrorCode } from './errors.ts';
import { readTable, type ReadTableOptions } from './read-table.ts';
import { csvWith, refusal, type TestFolder, testFolder } from './test-files.ts';

let folder: TestFolder;
beforeAll(async () => {
  folder = await testFolder();
});
afterAll(() => folder.remove());

const SECRET = 'S3CRET';

async function refused(
  content: string | Uint8Array,
  code: DataErrorCode,
  options: Partial<ReadTableOptions> = {},
): Promise<Readonly<Record<string, string | number>>> {
  const path = await folder.write('bad.csv', content);
  return (await refusal(readTable(path, { id: 'id', ...options }), code, [SECRET])).params;
}

describe('files', () => {
  it('refuses a missing file', async () => {
    const error = await refusal(readTable(join(folder.dir, 'none.csv'), { id: 'id' }), 'file-not-found');
    expect(error.params).toEqual({ file: 'none.csv' });
  });

  it.each(['https://example.org/x.csv', 's3://bucket/x.parquet', '/no/such/*.csv'])('reads no %s', async (path) => {
    await refusal(readTable(path, { id: 'id' }), 'file-not-found');
  });

  it('refuses a folder', async () => {
    await mkdir(join(folder.dir, 'folder.csv'));
    const error = await refusal(readTable(join(folder.dir, 'folder.csv'), { id: 'id' }), 'file-unreadable');
    expect(error.params['reason']).toContain('folder');
  });

  it.skipIf(!existsSync('/dev/null'))('refuses a device', async () => {
    await refusal(readTable('/dev/null', { id: 'id' }), 'file-unreadable');
  });

  it.skipIf(!existsSync('/proc/self/mem'))('refuses a file that the system cannot read', async () => {
    await refusal(readTable('/proc/self/mem', { id: 'id' }), 'file-unreadable');
  });

  it.skipIf(process.getuid?.() === 0)('refuses a file without permission', async () => {
    const path = await folder.write('locked.csv', 'id,x\n1,2\n');
    await chmod(path, 0o000);
    const error = await refusal(readTable(path, { id: 'id' }), 'file-unreadable');
    expect(error.params['reason']).toContain('may not read');
  });

  it.each([
    ['an Excel workbook', Buffer.from('504b030414000600', 'hex'), 'spreadsheet'],
    ['a gzip archive', Buffer.from('1f8b0800', 'hex'), 'gzip'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'PDF'],
    ['another binary', Buffer.from([1, 2, 0, 3]), 'binary'],
  ])('refuses %s', async (_, bytes, word) => {
    expect((await refused(bytes, 'file-unreadable'))['reason']).toContain(word);
  });

  it('refuses damaged Parquet', async () => {
    const path = await folder.parquet('good.parquet', 'SELECT i AS id, i AS x FROM range(1000) t(i)');
    const bytes = await import('node:fs/promises').then((fs) => fs.readFile(path));
    await refused(bytes.subarray(0, -10), 'file-unreadable');
    const broken = Buffer.from(bytes);
    broken.fill(0xff, broken.length - 60, broken.length - 8);
    await refused(broken, 'file-unreadable');
  });

  it.each([
    ['no bytes', ''],
    ['only a header', 'id,x\n'],
    ['a header without a line end', 'id,x'],
    ['only blank lines', '\n\n\n'],
    ['only a byte order mark', '\ufeff'],
  ])('refuses %s', async (_, content) => {
    expect(await refused(content, 'file-empty')).toEqual({ file: 'bad.csv' });
  });

  it('refuses Parquet without rows', async () => {
    const path = await folder.parquet('none.parquet', 'SELECT i AS id, i AS x FROM range(5) t(i) WHERE i > 9');
    await refusal(readTable(path, { id: 'id' }), 'file-empty');
  });

  it.each([
    ['too few fields', `id,x,z\n1,2,3\n${SECRET}\n4,5,6\n7,8\n`, { line: 3, expected: 3, found: 1, count: 2 }],
    ['too many fields', `id,x\n1,2\n3,4,${SECRET}\n`, { line: 3, expected: 2, found: 3, count: 1 }],
    ['after a quoted line end', `id,x\n1,"a\nb"\n3,4,${SECRET}\n`, { line: 4, expected: 2, found: 3, count: 1 }],
    ['text after a quote', `id,x\n1,"a"${SECRET}\n2,b\n`, { line: 2, expected: 2, found: 2, count: 1 }],
    ['an open quote', `id,x\n1,a\n2,"${SECRET}\n3,c\n`, { line: 3, expected: 2, found: 2, count: 1 }],
    ['an open quote in the header', `id,"x\n1,${SECRET}\n`, undefined],
  ])('refuses ragged rows: %s', async (_, content, params) => {
    if (params) expect(await refused(content, 'file-ragged')).toEqual({ file: 'bad.csv', ...params });
    else await refused(content, 'file-empty');
  });

  it('refuses a record without end', async () => {
    const content = `id,x\n1,a\n2,${SECRET.repeat(200_000)}\n`;
    expect(await refused(content, 'file-ragged')).toMatchObject({ line: 3 });
    await refused('x'.repeat(1_200_000), 'file-ragged');
  });

  it('refuses bytes of no known encoding, and of another than was said', async () => {
    const neither = Buffer.from([...Buffer.from('id,x\n1,'), 0xff, 0xff, 0x0a]);
    expect(await refused(neither, 'encoding-unknown')).toMatchObject({ encoding: 'utf-8 or gb18030' });
    const gb = Buffer.from([...Buffer.from('id,x\n1,'), 0xd6, 0xd0, 0x0a]);
    expect(await refused(gb, 'encoding-unknown', { encoding: 'utf-8' })).toMatchObject({ encoding: 'utf-8' });
    const cut = Buffer.from([...Buffer.from('id,x\n1,'), 0xe4, 0xb8]);
    await refused(cut, 'encoding-unknown', { encoding: 'utf-8' });
  });

  it('refuses two columns of one name', async () => {
    expect((await refused('id,x, x\n1,2,3\n', 'file-unreadable'))['reason']).toContain('called x');
  });
});

describe('columns', () => {
  it.each([
    [{ id: 'ID' }, 'ID'],
    [{ label: 'bad' }, 'bad'],
    [{ columns: ['x', 'q'] }, 'q'],
    [{ drop: ['q'] }, 'q'],
    [{ side: ['q'] }, 'q'],
    [{ types: { q: 'number' as const } }, 'q'],
  ])('refuses a missing column and lists those there are: %o', async (options, column) => {
    expect(
      await refused(
        csvWith((i) => `${i}`),
        'column-missing',
        options,
      ),
    ).toEqual({ column, columns: 'id, y, x' });
  });

  it('does not list the first row of a file without a header', async () => {
    const content = `4711,12.5,${SECRET}\n4712,13.5,b\n`;
    expect(await refused(content, 'column-missing')).toEqual({ column: 'id', columns: '' });
  });

  it('refuses constant columns, all by name', async () => {
    const content = csvWith((i) => `7,${i},${SECRET},,${i % 2 ? 'a' : ''}`, 20, 'id,y,x,n,c,e,half');
    expect(await refused(content, 'column-constant', { label: 'y' })).toEqual({
      column: 'x',
      columns: 'x, c, e',
      count: 3,
    });
  });

  it.each(['2020-01-31', '2020/1/31', '31.01.2020', '2020年1月31日', '2020-01-31 10:20:30', '2020-01-31T10:20:30Z'])(
    'refuses dates such as %s unless dropped or typed',
    async (date) => {
      const content = csvWith((i) => (i === 3 ? '' : date.replace(/31/, `${10 + i}`)));
      expect(await refused(content, 'column-unsupported-type')).toEqual({ column: 'x', type: 'date', count: 0 });
      const path = await folder.write('dates.csv', content);
      expect((await readTable(path, { id: 'id', drop: ['x'] })).frame.columns).toHaveLength(1);
      const typed = await readTable(path, { id: 'id', types: { x: 'category' } });
      expect(typed.frame.columns[1]?.kind).toBe('category');
    },
  );

  it('refuses words in a column typed as a number, with their count', async () => {
    const content = csvWith((i) => (i % 5 === 0 ? SECRET : `${i}`));
    const options = { types: { x: 'number' as const } };
    expect(await refused(content, 'column-unsupported-type', options)).toMatchObject({ column: 'x', count: 4 });
  });

  it('refuses a number column with a few words in it', async () => {
    const content = csvWith((i) => (i === 250 ? SECRET : `${i}`), 500);
    expect(await refused(content, 'column-unsupported-type')).toEqual({ column: 'x', type: 'mixed', count: 1 });
  });

  it('refuses names and notes as a category', async () => {
    const content = csvWith((i) => `${SECRET} ${i}`, 80_000);
    expect(await refused(content, 'column-unsupported-type')).toMatchObject({ column: 'x', type: 'text' });
  });

  it.each(['DATE', 'TIMESTAMP', 'TIME', 'INTEGER[]', 'STRUCT(a INTEGER)', 'BLOB', 'INTERVAL'])(
    'refuses a Parquet column of %s',
    async (type) => {
      const path = await folder.parquet('type.parquet', `SELECT i AS id, NULL::${type} AS x FROM range(3) t(i)`);
      const error = await refusal(readTable(path, { id: 'id' }), 'column-unsupported-type');
      expect(error.params).toMatchObject({ column: 'x', count: 0 });
      await refusal(readTable(path, { id: 'id', types: { x: 'number' } }), 'column-unsupported-type');
      expect((await readTable(path, { id: 'id', drop: ['x'] })).rows).toBe(3);
    },
  );

  it.each(['inf', '-Infinity', '1e999'])('refuses the number %s', async (infinite) => {
    const content = csvWith((i) => (i % 10 === 0 ? infinite : `${i}`));
    expect(await refused(content, 'column-not-finite')).toEqual({ column: 'x', count: 2 });
  });

  it('refuses infinite numbers in Parquet', async () => {
    const query = `SELECT i AS id, CASE WHEN i = 1 THEN 'inf'::DOUBLE ELSE i END AS x FROM range(3) t(i)`;
    const error = await refusal(
      readTable(await folder.parquet('inf.parquet', query), { id: 'id' }),
      'column-not-finite',
    );
    expect(error.params).toEqual({ column: 'x', count: 1 });
  });
});

describe('ids', () => {
  it('refuses duplicates with the rows beyond the first of each', async () => {
    const content = `id,x\n${SECRET},1\nb,2\n${SECRET},3\n${SECRET},4\nb,5\n`;
    expect(await refused(content, 'ids-duplicate')).toEqual({ column: 'id', count: 3 });
  });

  it('refuses missing ids, which are not duplicates of each other', async () => {
    expect(await refused('id,x\na,1\n,2\n"",3\nNULL,4\n', 'ids-missing')).toEqual({ column: 'id', count: 3 });
    const query = `SELECT CASE WHEN i > 2 THEN NULL ELSE i END AS id, i AS x FROM range(5) t(i)`;
    const path = await folder.parquet('null.parquet', query);
    expect((await refusal(readTable(path, { id: 'id' }), 'ids-missing')).params).toEqual({ column: 'id', count: 2 });
  });

  it('refuses ids that are rounded numbers or dates', async () => {
    const real = await folder.parquet('real.parquet', 'SELECT i + 0.5::DOUBLE AS id, i AS x FROM range(3) t(i)');
    const error = await refusal(readTable(real, { id: 'id' }), 'column-unsupported-type');
    expect(error.params).toEqual({ column: 'id', type: 'DOUBLE', count: 3 });
    const date = await folder.parquet(
      'date.parquet',
      `SELECT DATE '2020-01-01' + i::INT AS id, i AS x FROM range(3) t(i)`,
    );
    await refusal(readTable(date, { id: 'id' }), 'column-unsupported-type');
  });
});

describe('labels', () => {
  it('refuses other values with their count, missing ones included', async () => {
    const values = ['2', '', SECRET, '0.5', '-1'];
    const content = csvWith((i) => `${i}`).replace(/^(a1[0-4]),[01]/gm, (_, id: string) => {
      return `${id},${values[Number(id.slice(2))]}`;
    });
    expect(await refused(content, 'label-not-binary', { label: 'y' })).toEqual({ column: 'y', count: 5 });
  });

  it('refuses fewer than five bad or good rows', async () => {
    const only = (bads: number, rows: number): string =>
      ['id,y,x', ...Array.from({ length: rows }, (_, i) => `${i},${i < bads ? 1 : 0},${i}`), ''].join('\n');
    const params = { column: 'y', needed: 5 };
    expect(await refused(only(4, 20), 'label-too-few-bads', { label: 'y' })).toEqual({ ...params, bads: 4, goods: 16 });
    expect(await refused(only(16, 20), 'label-too-few-bads', { label: 'y' })).toEqual({
      ...params,
      bads: 16,
      goods: 4,
    });
    const path = await folder.write('enough.csv', only(5, 10));
    expect((await readTable(path, { id: 'id', label: 'y' })).rows).toBe(10);
  });
});

describe('leftovers', () => {
  it('leaves no copy of the data behind, whatever happens', async () => {
    const { readdir } = await import('node:fs/promises');
    const tempDir = join(folder.dir, 'temp');
    await mkdir(tempDir);
    const gb = Buffer.from([...Buffer.from('id,x\n1,'), 0xd6, 0xd0, ...Buffer.from('\n2,b\n')]);
    const good = await folder.write('gb.csv', gb);
    await readTable(good, { id: 'id', tempDir });
    await refusal(readTable(good, { id: 'none', tempDir }), 'column-missing');
    const bad = await folder.write('gb-bad.csv', Buffer.concat([gb, Buffer.from('1,2,3\n')]));
    await refusal(readTable(bad, { id: 'id', tempDir }), 'file-ragged');
    expect(await readdir(tempDir)).toEqual([]);
  });
});

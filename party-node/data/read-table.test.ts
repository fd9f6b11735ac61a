import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTable } from './read-table.ts';
import { cells, column, csvWith, labelOf, type TestFolder, testFolder } from './test-files.ts';

let folder: TestFolder;
beforeAll(async () => {
  folder = await testFolder();
});
afterAll(() => folder.remove());

describe('readTable on CSV', () => {
  it('reads ids as text, numbers, categories and missing cells', async () => {
    const path = await folder.write(
      'plain.csv',
      'id,amount,region,note\n007,1.5,north,x\n08,,south,NA\n9,-2e3,,y\n10,NaN,north,NULL\n',
    );
    const table = await readTable(path, { id: 'id' });
    expect(table.rows).toBe(4);
    expect(table.ids).toEqual(['007', '08', '9', '10']);
    expect(table.labels).toBeUndefined();
    expect(cells(table, 'amount')).toEqual([1.5, null, -2000, null]);
    expect(cells(table, 'region')).toEqual(['north', 'south', null, 'north']);
    expect(cells(table, 'note')).toEqual(['x', null, 'y', null]);
    expect(table.source).toEqual({ file: 'plain.csv', format: 'csv', encoding: 'utf-8', delimiter: ',' });
  });

  it('orders levels by code unit, not by first appearance', async () => {
    const path = await folder.write('levels.csv', 'id,c\n1,z\n2,b\n3,a\n4,b\n');
    expect(column(await readTable(path, { id: 'id' }), 'c')).toEqual({
      kind: 'category',
      name: 'c',
      codes: Int32Array.of(2, 1, 0, 1),
      levels: ['a', 'b', 'z'],
    });
  });

  it.each([
    ['0', '1'],
    ['0.0', '1.0'],
    ['false', 'TRUE'],
  ])('takes a label written %s and %s', async (good, bad) => {
    const path = await folder.write(
      'label.csv',
      csvWith((i) => `${i}`).replace(
        /^(a\d+),([01])/gm,
        (_, id: string, y: string) => `${id},${y === '1' ? bad : good}`,
      ),
    );
    const table = await readTable(path, { id: 'id', label: 'y' });
    expect(table.labels).toEqual(Uint8Array.from({ length: 20 }, (_, i) => labelOf(i)));
    expect(table.frame.columns.map((c) => c.name)).toEqual(['x']);
  });

  it.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
    ['bar', '|'],
  ])('finds the %s separator and CRLF line ends, with and without a byte order mark', async (_, delimiter) => {
    const text = ['id,a,b', '1,10,x', '2,20,y', ''].join('\r\n').replaceAll(',', delimiter);
    for (const content of [text, `\ufeff${text}`]) {
      const table = await readTable(await folder.write('separated.csv', content), { id: 'id' });
      expect(table.ids).toEqual(['1', '2']);
      expect(cells(table, 'a')).toEqual([10, 20]);
      expect(cells(table, 'b')).toEqual(['x', 'y']);
      expect(table.source.delimiter).toBe(delimiter);
    }
  });

  it('takes a separator that the header alone does not show', async () => {
    const path = await folder.write('odd.csv', '"a, b";id\n1,5;x\n2,5;y\n');
    const table = await readTable(path, { id: 'id', delimiter: ';', types: { 'a, b': 'category' } });
    expect(cells(table, 'a, b')).toEqual(['1,5', '2,5']);
  });

  it.each([
    ['LF', '\n', '\n'],
    ['CRLF', '\r\n', '\r\n'],
    ['bare CR', '\r', '\r'],
    ['mixed', '\n', '\r\n'],
  ])('keeps quotes, separators and line ends inside fields (%s)', async (_, one, two) => {
    const header = `"id","say ""hi""${one}there",n${one}`;
    const body = `"a,1","x${one}y",1${one}"b""2",plain,2${two}c,,3${two}`;
    const table = await readTable(await folder.write('quoted.csv', header + body), { id: 'id' });
    expect(table.ids).toEqual(['a,1', 'b"2', 'c']);
    expect(cells(table, `say "hi"${one}there`)).toEqual([`x${one}y`, 'plain', null]);
    expect(cells(table, 'n')).toEqual([1, 2, 3]);
  });

  it('skips blank lines and needs no line end at the end', async () => {
    const path = await folder.write('blank.csv', '\n\nid,x\n1,10\n\n2,20\n\n\n3,30');
    const table = await readTable(path, { id: 'id' });
    expect(table.ids).toEqual(['1', '2', '3']);
    expect(cells(table, 'x')).toEqual([10, 20, 30]);
  });

  it('reads GB18030 with Chinese names and values, without being told', async () => {
    // "编号,行业,金额" and two rows; 龢 lies outside GB2312 and ㏻ needs four bytes.
    const gb = Buffer.from('b1e0bac52cd0d0d2b52cbdf0b6ee0a41312cd6c6d4ecd2b52c310a41322cfd980a', 'hex');
    const bytes = Buffer.concat([gb.subarray(0, -1), Buffer.from([0x81, 0x39, 0xee, 0x34]), Buffer.from(',2\n')]);
    const path = await folder.write('gb.csv', bytes);
    const table = await readTable(path, { id: '编号' });
    expect(table.source.encoding).toBe('gb18030');
    expect(table.ids).toEqual(['A1', 'A2']);
    expect(cells(table, '行业')).toEqual(['制造业', '龢㏻']);
    expect(cells(table, '金额')).toEqual([1, 2]);
    const told = await readTable(path, { id: '编号', encoding: 'gb18030' });
    expect(told.frame).toEqual(table.frame);
  });

  it.each([0, 1, 2, 3])('decodes characters that chunk borders cut (%i bytes in)', async (shift) => {
    const gbCharacter = Buffer.from([0xd6, 0xd0]);
    const many = 40_000;
    const record = (i: number): Buffer =>
      Buffer.concat([Buffer.from(`r${i},`), ...Array(20).fill(gbCharacter), Buffer.from(`${i % 3}\n`)]);
    const header = Buffer.from(`id,x${'p'.repeat(shift)}\n`);
    const gb = Buffer.concat([header, ...Array.from({ length: many }, (_, i) => record(i))]);
    const expected = Array.from({ length: many }, (_, i) => '中'.repeat(20) + (i % 3));
    const table = await readTable(await folder.write('cut-gb.csv', gb), { id: 'id' });
    expect(cells(table, `x${'p'.repeat(shift)}`)).toEqual(expected);
    const utf8 = Buffer.from(new TextDecoder('gb18030').decode(gb), 'utf8');
    const same = await readTable(await folder.write('cut-utf8.csv', utf8), { id: 'id' });
    expect(same.source.encoding).toBe('utf-8');
    expect(same.ids).toEqual(table.ids);
    expect(same.frame).toEqual(table.frame);
  });

  it('reads UTF-16 by its byte order mark', async () => {
    const path = await folder.write('utf16.csv', Buffer.from('\ufeffid\tregion\n1\t华东\n2\t华南\n', 'utf16le'));
    const table = await readTable(path, { id: 'id' });
    expect(cells(table, 'region')).toEqual(['华东', '华南']);
    expect(table.source).toMatchObject({ encoding: 'utf-16le', delimiter: '\t' });
  });

  it('keeps very long and unicode ids', async () => {
    const ids = [
      'x'.repeat(10_000),
      '统一社会信用代码９１',
      'ünïcode 🏦',
      ' spaced ',
      'tab\tin',
      '"quoted"',
      'back\\slash',
    ];
    const lines = ids.map((id, i) => `"${id.replaceAll('"', '""')}",${i}`);
    const path = await folder.write('ids.csv', ['id,x', ...lines, ''].join('\n'));
    expect((await readTable(path, { id: 'id' })).ids).toEqual(ids);
  });

  it('reads 150 columns in file order', async () => {
    const names = Array.from({ length: 150 }, (_, i) => `c${i}`);
    const row = (r: number): string => [`id${r}`, ...names.map((_, i) => i * 10 + r)].join(',');
    const path = await folder.write('wide.csv', [['id', ...names].join(','), row(0), row(1), ''].join('\n'));
    const table = await readTable(path, { id: 'id' });
    expect(table.frame.columns.map((c) => c.name)).toEqual(names);
    expect(cells(table, 'c149')).toEqual([1490, 1491]);
  });

  it('takes names that are SQL', async () => {
    const name = `x"; DROP TABLE t; --'`;
    const path = await folder.write('sql.csv', `id,"${name.replaceAll('"', '""')}"\n1,it's\n2,"a "" b"\n`);
    expect(cells(await readTable(path, { id: 'id' }), name)).toEqual([`it's`, 'a " b']);
  });

  it('keeps codes with a leading zero as categories, and does as `types` says', async () => {
    const path = await folder.write('codes.csv', 'id,zip,grade,unit\n1,0101,1,1_000\n2,0202,2,2_000\n3,300,3,3\n');
    const guessed = await readTable(path, { id: 'id' });
    expect(cells(guessed, 'zip')).toEqual(['0101', '0202', '300']);
    expect(cells(guessed, 'grade')).toEqual([1, 2, 3]);
    expect(cells(guessed, 'unit')).toEqual(['1_000', '2_000', '3']);
    const told = await readTable(path, { id: 'id', types: { zip: 'number', grade: 'category' }, drop: ['unit'] });
    expect(cells(told, 'zip')).toEqual([101, 202, 300]);
    expect(cells(told, 'grade')).toEqual(['1', '2', '3']);
  });

  it('reads only `columns`, leaves out `drop`, and gives `side` beside the frame', async () => {
    const path = await folder.write('choice.csv', 'id,a,b,year,e\n1,1,2,1997,q\n2,3,4,2005,q\n');
    const chosen = await readTable(path, { id: 'id', columns: ['b', 'a'] });
    expect(chosen.frame.columns.map((c) => c.name)).toEqual(['b', 'a']);
    const never = await readTable(path, { id: 'id', label: undefined, columns: ['id', 'a'] });
    expect(never.frame.columns.map((c) => c.name)).toEqual(['a']);
    const dropped = await readTable(path, { id: 'id', drop: ['year', 'e'], side: ['year'] });
    expect(dropped.frame.columns.map((c) => c.name)).toEqual(['a', 'b']);
    expect(dropped.side).toEqual([{ kind: 'number', name: 'year', values: Float64Array.of(1997, 2005) }]);
  });

  it('takes a path that DuckDB would read as a pattern', async () => {
    await folder.write('part-1.csv', 'id,x\nwrong,1\n');
    const path = await folder.write('part-[1]*?{a}.csv', 'id,x\nright,1\nalso,2\n');
    await symlink(path, join(folder.dir, 'link.csv'));
    expect((await readTable(path, { id: 'id' })).ids).toEqual(['right', 'also']);
    expect((await readTable(join(folder.dir, 'link.csv'), { id: 'id' })).ids).toEqual(['right', 'also']);
  });

  it('keeps row order over many chunks and threads', async () => {
    const rows = 200_000;
    const lines = Array.from({ length: rows }, (_, i) => `${i},${i % 7 === 3 ? '' : i},l${i % 11}`);
    const table = await readTable(await folder.write('many.csv', ['id,n,c', ...lines].join('\n')), { id: 'id' });
    expect(table.rows).toBe(rows);
    const n = column(table, 'n');
    const c = column(table, 'c');
    if (n.kind !== 'number' || c.kind !== 'category') throw new Error('wrong types');
    for (let i = 0; i < rows; i++) {
      if (table.ids[i] !== `${i}`) throw new Error(`id of row ${i}`);
      if (!Object.is(n.values[i], i % 7 === 3 ? NaN : i)) throw new Error(`number of row ${i}`);
      if (c.levels[c.codes[i]!] !== `l${i % 11}`) throw new Error(`category of row ${i}`);
    }
  });

  it('stops when told to', async () => {
    const path = await folder.write(
      'stop.csv',
      csvWith((i) => `${i}`),
    );
    const reason = new Error('enough');
    await expect(readTable(path, { id: 'id', signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const lines = Array.from({ length: 300_000 }, (_, i) => `${i},${i},l${i % 11}`);
    const long = await folder.write('long.csv', ['id,n,c', ...lines].join('\n'));
    const controller = new AbortController();
    const reading = readTable(long, { id: 'id', signal: controller.signal });
    setTimeout(() => controller.abort(reason), 10);
    await expect(reading).rejects.toBe(reason);
  });

  it('gives back any table of texts and numbers written as CSV', async () => {
    const missing = ['', 'NA', 'null'];
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).map((s) => `w${s}`);
    const cell = fc.oneof({ weight: 5, arbitrary: word }, { weight: 1, arbitrary: fc.constantFrom(...missing) });
    // `-0` is written as 0.
    const real = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    const table = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      newline: fc.constantFrom('\n', '\r\n'),
      rows: fc.array(fc.tuple(cell, fc.option(real)), { minLength: 2, maxLength: 30 }),
    });
    const quote = (s: string): string => `"${s.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(table, async ({ delimiter, newline, rows }) => {
        const ids = rows.map((_, i) => `id ${i}`);
        const lines = rows.map(([text, number], i) => [quote(ids[i]!), quote(text), number ?? ''].join(delimiter));
        const header = ['id', 'text', 'number'].join(delimiter);
        const path = await folder.write('property.csv', [header, ...lines, ''].join(newline));
        const expected = rows.map(([text]) => (missing.includes(text.trim()) ? null : text.trim()));
        const numbers = rows.map(([, number]) => number);
        const constant = (values: readonly unknown[]): boolean => values.every((value) => value === values[0]);
        fc.pre(!constant(expected) && !constant(numbers));
        const read = await readTable(path, { id: 'id' });
        expect(read.ids).toEqual(ids);
        expect(cells(read, 'text')).toEqual(expected);
        expect(cells(read, 'number')).toEqual(numbers);
      }),
      { numRuns: 40 },
    );
  });
});

describe('readTable on Parquet', () => {
  it('reads every usable type', async () => {
    const path = await folder.parquet(
      'types.parquet',
      `SELECT * FROM (VALUES
        ('007', 1::TINYINT, 5000000000, 1.25::DECIMAL(9,2), 1.5::FLOAT, 'a', true, 'x'::ENUM('x', 'y'), NULL::DOUBLE),
        ('08', NULL, 2, 2.50, 'nan'::FLOAT, '', false, 'y', 3.5)
       ) t(id, "small", "big", "dec", "real", "text", "flag", "kind", "half")`,
    );
    const table = await readTable(path, { id: 'id' });
    expect(table.source.format).toBe('parquet');
    expect(table.ids).toEqual(['007', '08']);
    expect(cells(table, 'small')).toEqual([1, null]);
    expect(cells(table, 'big')).toEqual([5e9, 2]);
    expect(cells(table, 'dec')).toEqual([1.25, 2.5]);
    expect(cells(table, 'real')).toEqual([1.5, null]);
    expect(cells(table, 'text')).toEqual(['a', null]);
    expect(cells(table, 'flag')).toEqual(['true', 'false']);
    expect(cells(table, 'kind')).toEqual(['x', 'y']);
    expect(cells(table, 'half')).toEqual([null, 3.5]);
  });

  it('reads whole numbers as ids and as categories without a decimal point', async () => {
    const query = `SELECT (1077635006 + i)::DOUBLE AS id, (600 + i)::DOUBLE AS zip, i AS n, DATE '2020-01-01' + i::INT AS d
      FROM range(3) r(i)`;
    const path = await folder.parquet('whole.parquet', query);
    const table = await readTable(path, { id: 'id', types: { zip: 'category', n: 'category', d: 'category' } });
    expect(table.ids).toEqual(['1077635006', '1077635007', '1077635008']);
    expect(cells(table, 'zip')).toEqual(['600', '601', '602']);
    expect(cells(table, 'n')).toEqual(['0', '1', '2']);
    expect(cells(table, 'd')).toEqual(['2020-01-01', '2020-01-02', '2020-01-03']);
  });

  it('reads big integer ids exactly, and labels of any kind', async () => {
    const query = `SELECT 9223372036854775000 + i AS id, (i < 6)::BOOLEAN AS y, i AS x FROM range(20) t(i)`;
    const path = await folder.parquet('labels.parquet', query);
    const table = await readTable(path, { id: 'id', label: 'y' });
    expect(table.ids[7]).toBe('9223372036854775007');
    expect(table.labels).toEqual(Uint8Array.from({ length: 20 }, (_, i) => labelOf(i)));
  });

  it('takes names that are SQL', async () => {
    const path = await folder.parquet('sql.parquet', `SELECT i AS id, i AS "a""b'; --" FROM range(3) t(i)`);
    expect(cells(await readTable(path, { id: 'id' }), `a"b'; --`)).toEqual([0, 1, 2]);
  });
});

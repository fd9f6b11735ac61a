import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CsvScanner, type CsvStructure } from './csv-scanner.ts';

/** Scans `text` cut at `cuts`; returns the structure and the plain records. */
function scan(text: string, cuts: readonly number[]): { structure: CsvStructure; plain: string } {
  const scanner = new CsvScanner('test.csv', ',');
  const bytes = Buffer.from(text, 'utf8');
  const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  const plain: Buffer[] = [];
  let from = 0;
  for (const end of [...ends, bytes.length]) {
    plain.push(scanner.push(bytes.subarray(from, end), true) ?? Buffer.alloc(0));
    from = end;
  }
  return { structure: scanner.finish(), plain: Buffer.concat(plain).toString('utf8') };
}

it('finds the same structure however the bytes are cut', () => {
  const piece = fc.constantFrom('a', '中', ',', '"', '""', '\r', '\n', '\r\n', '\ufeff');
  const body = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(body, fc.array(fc.nat(300), { maxLength: 20 }), (text, cuts) => {
      const csv = `id,x\n${text}`;
      expect(scan(csv, cuts)).toEqual(scan(csv, []));
    }),
    { numRuns: 2000 },
  );
});

it('writes every record plainly, and nothing else', () => {
  const newline = fc.constantFrom('\n', '\r\n', '\r');
  const field = fc.constantFrom('', 'a', '"a,b"', '"say ""hi"""', '"two\r\nlines"', '中文');
  const record = fc.tuple(field, field, newline, fc.nat(2));
  fc.assert(
    fc.property(fc.array(record, { maxLength: 12 }), newline, fc.array(fc.nat(300)), (records, end, cuts) => {
      // Blank lines of the record's own kind follow some records.
      const lines = records.map(([a, b, own, blanks]) => `${a},${b}${own.repeat(1 + blanks)}`);
      const { structure, plain } = scan(`id,x${end}${lines.join('')}`, cuts);
      expect(structure).toMatchObject({ rows: records.length, ragged: 0, openQuote: undefined });
      expect(plain).toBe(records.map(([a, b, , blanks]) => `${a},${b}${'\n'.repeat(1 + blanks)}`).join(''));
    }),
    { numRuns: 500 },
  );
});

it.each([
  ['id,x\n1,2\n3,4\n', false],
  ['id,x\r\n1,2\r\n3,4\r\n', false],
  ['id,x\n1,"a\r\nb"\n', false],
  ['id,x\r1,2\r', true],
  ['id,x\n1,2\r\n', true],
  ['\n\nid,x\n1,2\n', true],
  ['id,"x\ny"\n1,2\n', true],
])('knows what DuckDB would misread: %j', (text, needsRewrite) => {
  expect(scan(text, []).structure.needsRewrite).toBe(needsRewrite);
});

it('counts lines as an editor does', () => {
  const { structure } = scan('id,x\r\n1,"a\r\nb"\r\n\r\n2,3,4\r\n', []);
  expect(structure.firstRagged).toEqual({ line: 5, found: 3 });
});

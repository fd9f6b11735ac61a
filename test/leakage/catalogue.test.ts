/**
 * One catalogue, three readers: the report's table, the text before which an owner approves, and docs/threat-model.md. And for
 * each of its lines the tests that show it: they must be there, under the title that the document gives them.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { leakKeys, leakTests, leakTexts, learnedTable } from '@coscore/models/evaluate/leaks.ts';
import { exampleProject, leakTables } from '@coscore/party-node/report/leak-table.ts';
import { renderReportHtml } from '@coscore/party-node/report/html.ts';
import { sampleReport } from '@coscore/party-node/report/fixtures/sample-report.ts';
import { describe, expect, it } from 'vitest';
import { messageKinds } from './message-kinds.ts';

const root = resolve(import.meta.dirname, '../..');
const sources = new Map<string, string>();
function sourceOf(file: string): string {
  const known = sources.get(file) ?? readFileSync(join(root, file), 'utf8');
  sources.set(file, known);
  return known;
}

/** A test (or a table of tests) with this title, whatever quotes it has; one that is switched off does not count. */
function hasTest(source: string, title: string): boolean {
  const quoted = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    String.raw`\bit(\.each\((?:[^()]|\([^()]*\))*\)|\.skipIf\([^()]*\))?\(\s*['"\`]${quoted}['"\`]`,
  ).test(source);
}

describe('the tests that the leak table names', () => {
  it.each(leakKeys)('%s has them, and they exist', (key) => {
    expect(leakTests[key].length).toBeGreaterThan(0);
    for (const { file, title } of leakTests[key])
      expect(hasTest(sourceOf(file), title), `${file}: ${title}`).toBe(true);
  });

  it('control: a test that is not there, or is switched off, is missed', () => {
    expect(hasTest(`it('one', () => {})`, 'one')).toBe(true);
    expect(hasTest(`it.each(all)('one', () => {})`, 'one')).toBe(true);
    expect(hasTest(`it('another', () => {})`, 'one')).toBe(false);
    expect(hasTest(`it.skip('one', () => {})`, 'one')).toBe(false);
    expect(hasTest(`it.todo('one')`, 'one')).toBe(false);
  });
});

describe('the table of message kinds', () => {
  it('names lines that the catalogue has', () => {
    const named = Object.values(messageKinds).flatMap((told) => ('learns' in told ? told.learns : []));
    expect(named.filter((key) => !leakKeys.includes(key))).toEqual([]);
  });
});

describe('report and documents', () => {
  const documents = [
    ['docs/threat-model.md', 'en'],
    ['docs/zh-CN/threat-model.md', 'zh'],
  ] as const;

  it.each(documents)('%s has the lines of the example, word for word, and their tests', (file, language) => {
    const document = sourceOf(file);
    expect(document).toContain(leakTables(language));
    for (const line of learnedTable(exampleProject)) {
      expect(document, line.what).toContain(line[language]);
      for (const { title } of leakTests[line.what as keyof typeof leakTests]) expect(document).toContain(title);
    }
  });

  it('the report says the same words', () => {
    const report = sampleReport();
    const page = renderReportHtml(report);
    const unescape = (text: string): string =>
      text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    const said = unescape(page);
    for (const { en, zh, what } of report.learned) {
      expect(Object.keys(leakTexts), what).toContain(what);
      expect(said).toContain(en);
      expect(said).toContain(zh);
    }
  });
});

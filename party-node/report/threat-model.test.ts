import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { leakKeys } from '@coscore/models/evaluate/leaks.ts';
import { leakTables, withLeakTables } from './leak-table.ts';

const documents = [
  ['threat-model.md', 'en'],
  ['zh-CN/threat-model.md', 'zh'],
] as const;

describe.each(documents)('docs/%s', (path, language) => {
  const document = readFileSync(new URL(`../../docs/${path}`, import.meta.url), 'utf8');

  it('has the tables of the leak catalogue (node tools/leak-docs.mjs writes them)', () => {
    expect(document).toBe(withLeakTables(document, language));
  });

  it('has every entry of the catalogue, once', () => {
    const tables = leakTables(language);
    for (const key of leakKeys) expect(tables.split(`\`${key}\``), key).toHaveLength(2);
  });

  it('names every knob of the disclosure policy that changes the scorecard', () => {
    const knobs = ['shareWoe', 'shareIv', 'minRowsPerBin', 'allowRawColumns', 'maxLeverage', 'shareContributions'];
    for (const knob of [...knobs, 'minIntersection', 'join']) expect(document).toContain(`\`${knob}`);
  });
});

describe('withLeakTables', () => {
  it('refuses a document without markers', () => {
    expect(() => withLeakTables('# nothing', 'en')).toThrow('markers');
  });
});

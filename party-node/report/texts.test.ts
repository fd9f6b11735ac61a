import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { t, type TextKey, texts } from './texts.ts';

const keys = Object.keys(texts) as TextKey[];
const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name ?? '').sort();

/** Names of figures that Chinese practice writes in Latin letters. */
const SAME = new Set<string>(['colAuc', 'colKs', 'colPrAuc', 'chartWoe']);

describe('texts of the report', () => {
  it.each(keys)('%s is in both languages, with the same placeholders', (key) => {
    const { en, zh } = texts[key];
    expect(en.trim()).not.toBe('');
    expect(placeholders(zh)).toEqual(placeholders(en));
    if (SAME.has(key)) expect(zh).toBe(en);
    else if (key !== 'switchLanguage') {
      expect(zh).not.toBe(en);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('escapes a value, and refuses a text whose value is missing', () => {
    expect(t('binNumber', { n: '<b>' }).toString()).toContain('bin &lt;b&gt;');
    expect(() => t('binNumber')).toThrow('{n}');
  });

  it('leaves braces inside a value alone', () => {
    expect(t('aloneModel', { party: '{party}' }).toString()).toContain('{party} alone');
  });

  it('has a sheet name that a workbook accepts', () => {
    for (const key of keys.filter((name) => name.startsWith('sheet'))) {
      const name = `${texts[key].en} ${texts[key].zh}`;
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[*?:\\/[\]]/u);
    }
  });

  it('has only formats in charts that the script knows', () => {
    const script = readFileSync(new URL('./client.js', import.meta.url), 'utf8');
    const option = readFileSync(new URL('./charts/option.ts', import.meta.url), 'utf8');
    const declared = [...(/readonly \$f:([^;]*);/u.exec(option)?.[1] ?? '').matchAll(/'(\w+)'/gu)].map(
      ([, name]) => name,
    );
    expect(declared.length).toBeGreaterThan(5);
    for (const name of declared) expect(script).toMatch(new RegExp(`^    ${name ?? ''}: `, 'mu'));
  });
});

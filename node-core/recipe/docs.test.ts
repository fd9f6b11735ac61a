import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { policySchema } from '../manifest/policy.ts';
import { parseRecipe } from './parse.ts';
import * as schema from './schema.ts';

const page = readFileSync(new URL('../../docs/recipe.md', import.meta.url), 'utf8');
const documented = new Set([...page.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1]));

describe('docs/recipe.md', () => {
  it.each([
    ['the top level', schema.recipeSchema],
    ['parties', schema.labelPartySchema],
    ['a random split', schema.randomSplitSchema],
    ['a split by column', schema.columnSplitSchema],
    ['features', schema.featuresSchema],
    ['features.select', schema.selectSchema],
    ['model', schema.scorecardSchema],
    ['policy', policySchema],
  ])('has a line for every key of %s', (_place, { shape }) => {
    expect(Object.keys(shape).filter((key) => !documented.has(key))).toEqual([]);
  });

  it('shows a recipe that is valid', () => {
    const example = /^name: sme-credit[^`]*/m.exec(page)?.[0] ?? '';
    expect(parseRecipe(example, 'docs/recipe.md').name).toBe('sme-credit');
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { policySchema } from '../manifest/policy.ts';
import { parseRecipe } from './parse.ts';
import { featuresSchema, selectSchema } from './features-schema.ts';
import { earlyStoppingSchema, gbdtSchema, gossSchema } from './gbdt-schema.ts';
import * as schema from './schema.ts';

const page = readFileSync(new URL('../../docs/recipe.md', import.meta.url), 'utf8');
const documented = new Set([...page.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1]));

describe('docs/recipe.md', () => {
  it.each([
    ['the top level', schema.recipeKeys],
    ['parties', schema.labelPartySchema],
    ['a random split', schema.randomSplitSchema],
    ['a split by column', schema.columnSplitSchema],
    ['features', featuresSchema],
    ['features.select', selectSchema],
    ['model', schema.scorecardSchema],
    ['a model of trees', gbdtSchema],
    ['model.goss', gossSchema],
    ['model.earlyStopping', earlyStoppingSchema],
    ['policy', policySchema],
  ])('has a line for every key of %s', (_place, { shape }) => {
    expect(Object.keys(shape).filter((key) => !documented.has(key))).toEqual([]);
  });

  it('shows a recipe that is valid', () => {
    const example = /^name: sme-credit[^`]*/m.exec(page)?.[0] ?? '';
    expect(parseRecipe(example, 'docs/recipe.md').name).toBe('sme-credit');
  });
});

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readRecipe } from '@coscore/node-core/recipe/index.ts';

const recipes = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.yaml'));

it.each([
  ...recipes.map((name) => join(import.meta.dirname, name)),
  join(import.meta.dirname, '../sme-economy/recipe.yaml'),
])('%s is a recipe', async (path) => {
  const recipe = await readRecipe(path);
  expect(recipe.profile).toBe('aided');
  expect(Object.keys(recipe.parties).length).toBeGreaterThan(1);
});

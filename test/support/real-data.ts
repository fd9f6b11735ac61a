/** Real data beside the repository; tests on it skip, visibly, where it is absent. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseRecipe, type Recipe } from '@coscore/node-core/recipe/index.ts';

const root = resolve(import.meta.dirname, '../..');

export function realData(name: string): { readonly dir: string; readonly present: boolean } {
  const dir = resolve(root, '../shared/data', name);
  return { dir, present: existsSync(dir) };
}

/** One of the recipes that users are shown. */
export async function exampleRecipe(name: string): Promise<Recipe> {
  const path = resolve(root, 'examples/recipes', `${name}.yaml`);
  return parseRecipe(await readFile(path, 'utf8'), path);
}

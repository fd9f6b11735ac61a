// Writes docs/recipe.schema.json from the recipe's zod schema. `--check` fails when the committed file differs.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recipeJsonSchema } from '../node-core/recipe/json-schema.ts';
import { root } from './setup.mjs';

const path = join(root, 'docs/recipe.schema.json');
const text = `${JSON.stringify(recipeJsonSchema(), null, 2)}\n`;
if (!process.argv.includes('--check')) writeFileSync(path, text);
else if (readFileSync(path, 'utf8') !== text) {
  process.stderr.write(
    'docs/recipe.schema.json is not what node-core/recipe gives: run `npm run codegen` and commit the result.\n',
  );
  process.exitCode = 1;
}

/** The recipe's JSON Schema, for editors. Written to docs/recipe.schema.json by tools/recipe-schema.mjs. */
import { z } from 'zod';
import { recipeSchema } from './schema.ts';

export function recipeJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(recipeSchema, { io: 'input', target: 'draft-2020-12' });
  return { $schema, title: 'Coscore recipe', ...schema };
}

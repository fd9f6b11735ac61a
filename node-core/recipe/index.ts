export {
  featurePartiesOf,
  labelPartyOf,
  MAX_PARTIES,
  modelKinds,
  recipeSchema,
  type Recipe,
  type RecipeParty,
} from './schema.ts';
export { parseRecipe, readRecipe, resolveDataPath } from './parse.ts';
export { recipeJsonSchema } from './json-schema.ts';
export { type GbdtModel, MOST_TREES } from './gbdt-schema.ts';

export {
  featurePartiesOf,
  labelPartyOf,
  MAX_PARTIES,
  recipeSchema,
  type Recipe,
  type RecipeFeatures,
  type RecipeModel,
  type RecipeParty,
  type RecipeSplit,
} from './schema.ts';
export { parseRecipe, readRecipe, resolveDataPath } from './parse.ts';
export { recipeJsonSchema } from './json-schema.ts';

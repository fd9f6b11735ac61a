/**
 * The recipe: what to build, from whose tables, in which trust profile. A project's manifest says what may happen; the
 * recipe says what should. Every key has its line in docs/recipe.md, and docs/recipe.schema.json is made from here.
 */
import { z } from 'zod';
import { nodeIdSchema } from '../identity/ids.ts';
import { policySchema } from '../manifest/policy.ts';
import { type Features, featuresSchema, filledFeatures, treeFindings } from './features-schema.ts';
import { gbdtFindings, type GbdtModel, gbdtSchema, MOST_TREES } from './gbdt-schema.ts';

export const MAX_PARTIES = 8;

/** Goes into file names (`out/<name>`), so it follows the rules of node names. */
const nameSchema = nodeIdSchema.describe('Name of the recipe; names the output folder.');
const columnName = z.string().min(1, 'a column name has at least one character');

const partyColumns = {
  data: z.string().min(1).describe('CSV or Parquet file; relative to the recipe (or to --data).'),
  id: columnName.describe('Column that identifies a row and is shared by all parties. Read as text.'),
  columns: z.array(columnName).min(1).exactOptional().describe('Columns offered. Default: all but id, label and drop.'),
  drop: z.array(columnName).default([]).describe('Columns never offered.'),
  types: z
    .record(columnName, z.enum(['number', 'category']))
    .default({})
    .describe('Types that the file alone would not show, e.g. a postcode is a category.'),
};

export const labelPartySchema = z.strictObject({
  role: z.literal('label'),
  label: columnName.describe('Column that says who defaulted: 1 bad, 0 good.'),
  ...partyColumns,
});
const featurePartySchema = z.strictObject({ role: z.literal('feature'), ...partyColumns });
const partySchema = z.discriminatedUnion('role', [labelPartySchema, featurePartySchema]);

const seed = z.int().min(0).max(0xffff_ffff);

export const randomSplitSchema = z.strictObject({
  test: z
    .number()
    .min(0)
    .max(0.9)
    .default(0.3)
    .describe('Share of the common rows kept for the test; 0 trains on all.'),
  seed: seed.default(1).describe('Same seed, same split.'),
  stratify: z.boolean().default(true).describe('Same share of bads in train and test.'),
});
export const columnSplitSchema = z.strictObject({
  column: columnName.describe("Column of the label party's file; it may be one of its dropped columns."),
  train: z
    .string()
    .regex(/^\s*(<=|>=|==|!=|<|>|=)\s*\S/, 'must be a comparison, such as "<=1997" or "=north"')
    .describe('Rows for which this holds are trained on, the others tested on.'),
});
const splitSchema = z.union([columnSplitSchema, randomSplitSchema]);

const linear = {
  l2: z
    .number()
    .min(0)
    .default(0.001)
    .describe('Ridge penalty: l2 / 2 times the sum of squared coefficients beside the mean loss, intercept excluded.'),
  iterations: z.int().min(1).max(500).default(30).describe('Iterations of L-BFGS at most.'),
  tolerance: z.number().min(0).default(1e-5).describe("Stop when the gradient's Euclidean norm is at most this."),
  signs: z
    .enum(['free', 'positive'])
    .default('free')
    .describe('positive keeps every WoE coefficient at zero or above; a column that ends at zero has no effect.'),
};

export const scorecardSchema = z.strictObject({
  kind: z.literal('scorecard'),
  ...linear,
  baseScore: z.number().default(600).describe('Score at the base odds.'),
  baseOdds: z.number().positive().default(50).describe('Good:bad odds at the base score.'),
  pdo: z.number().positive().default(20).describe('Points to double the odds.'),
});
export const logisticSchema = z.strictObject({ kind: z.literal('logistic'), ...linear });
/** Stops after `align`: how many rows the parties share. */
const alignSchema = z.strictObject({ kind: z.literal('align') });
/** What `coscore score` asks for, by the recipe that trained the model; not written by hand. */
const scoreSchema = z.strictObject({
  kind: z.literal('score'),
  model: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,64}$/)
    .describe('The job that trained the model.'),
  batch: z.uuid().describe('The file of applicants, as the label party knows it.'),
});
const modelSchema = z.discriminatedUnion('kind', [
  scorecardSchema,
  logisticSchema,
  gbdtSchema,
  alignSchema,
  scoreSchema,
]);

/** Every key of a recipe, before what depends on several of them. */
export const recipeKeys = z.strictObject({
  name: nameSchema,
  profile: z.enum(['aided', 'blind']).describe('Trust profile: may a helper deal randomness or not.'),
  parties: z.record(nodeIdSchema, partySchema).describe('One label party and one to seven feature parties.'),
  join: z.enum(['inner', 'left']).default('inner').describe('inner: common rows; left: all rows of the label party.'),
  split: splitSchema.prefault({}),
  features: featuresSchema.prefault({}),
  model: modelSchema.prefault({ kind: 'scorecard' }),
  policy: policySchema.prefault({}).describe('Disclosure policy asked for. A lab signs it; a real party decides.'),
  helper: nodeIdSchema
    .exactOptional()
    .describe('Node that deals randomness in aided, and is no party of it. Default: the coordinator.'),
  additive: z
    .enum(['okamoto-uchiyama', 'paillier'])
    .exactOptional()
    .describe('Encryption of the labels in blind. Default: okamoto-uchiyama (2048 bits); paillier (3072) is slower.'),
  dealAhead: z
    .int()
    .min(1)
    .max(MOST_TREES)
    .exactOptional()
    .describe(
      'Deals material for so many trees ahead and ends: what `coscore job deal` asks for. Not written by hand.',
    ),
  waitMinutes: z
    .int()
    .min(0)
    .max(10_080)
    .default(30)
    .describe('How long a job waits for a party that is away before it fails; it can be resumed afterwards.'),
});

type Given = z.output<typeof recipeKeys>;

/** What is wrong between the keys. */
function refuseDisagreements(recipe: Given, context: z.core.$RefinementCtx<Given>): void {
  const refuse: Refuse = (path, message) => context.addIssue({ code: 'custom', path, message });
  const entries = Object.entries(recipe.parties);
  const labels = entries.filter(([, party]) => party.role === 'label').map(([name]) => name);
  if (labels.length !== 1) {
    const found = labels.length === 0 ? 'there is none' : `there are ${labels.length}: ${labels.join(', ')}`;
    refuse(
      labels.length > 1 ? ['parties', labels[1]!, 'role'] : ['parties'],
      `exactly one party has role: label; ${found}`,
    );
  }
  if (entries.length === labels.length) refuse(['parties'], 'at least one party has role: feature');
  if (entries.length > MAX_PARTIES) refuse(['parties'], `at most ${MAX_PARTIES} parties; there are ${entries.length}`);
  const { model, policy } = recipe;
  const { minShare } = filledFeatures(recipe.features, model.kind);
  if (model.kind === 'gbdt') refuseForTrees(recipe, model, refuse);
  if (model.kind !== 'gbdt' && model.kind !== 'score' && policy.allowExport)
    refuse(['policy', 'allowExport'], 'only a forest (kind: gbdt) is exported; leave it out');
  if (model.kind !== 'gbdt' && model.kind !== 'score' && minShare < policy.minShare) {
    refuse(
      ['features', 'minShare'],
      `bins below policy.minShare (${policy.minShare}) are never told to their owner; lower that too, if every owner agrees`,
    );
  }
  if (policy.shareContributions === 'dimension') {
    refuse(['policy', 'shareContributions'], 'dimension is not there yet; use sum, party or feature');
  }
  if (recipe.dealAhead !== undefined) refuseToDeal(recipe, refuse);
  const { helper } = recipe;
  if (recipe.additive !== undefined && recipe.profile === 'aided')
    refuse(['additive'], 'the aided profile encrypts no labels; leave it out');
  if (helper !== undefined && recipe.profile === 'blind')
    refuse(['helper'], 'the blind profile has no helper; leave it out');
  if (helper !== undefined && recipe.parties[helper] !== undefined)
    refuse(['helper'], `${helper} is a data party; a helper never is one`);
  for (const [name, party] of entries) {
    if (name === 'coordinator') refuse(['parties', name], 'the coordinator is never a data party; choose another name');
    refuseContradictions(name, party, refuse);
  }
}

export const recipeSchema = recipeKeys
  .superRefine(refuseDisagreements)
  .transform(({ features, ...recipe }): Omit<Given, 'features'> & { features: Features } => ({
    ...recipe,
    features: filledFeatures(features, recipe.model.kind),
  }));

/** A party of a recipe: where its rows are and which columns it offers. */
export type RecipeParty = z.output<typeof partySchema>;
export type Recipe = z.output<typeof recipeSchema>;

/** The model kinds that a project for this recipe has to allow: scoring too where the policy has a quota for it. */
export function modelKinds({ model, policy }: Recipe): readonly string[] {
  return [model.kind, ...(policy.serveQuota > 0 && model.kind !== 'align' ? ['score'] : [])];
}

type Refuse = (path: PropertyKey[], message: string) => void;

/** What a forest makes no use of is refused: whoever set it would think that it holds. */
function refuseForTrees({ features, policy, parties }: Given, model: GbdtModel, refuse: Refuse): void {
  for (const [key, message] of treeFindings(features)) refuse(['features', key], message);
  for (const [path, message] of gbdtFindings(model, Object.keys(parties))) refuse(['model', ...path], message);
  if (model.minRowsPerLeaf < policy.minRowsPerNodeBin) {
    refuse(
      ['model', 'minRowsPerLeaf'],
      `owners refuse nodes below policy.minRowsPerNodeBin (${policy.minRowsPerNodeBin}) rows; raise this, or lower that if every owner agrees`,
    );
  }
  if (policy.histNoise !== 'off') {
    refuse(['policy', 'histNoise'], 'sums of trees are exact here and no noise is added; leave it off');
  }
}

/** Only a helper deals, and only trees are worth it: a scorecard's material is dealt in seconds, of sizes that selection decides. */
function refuseToDeal({ profile, model }: Given, refuse: Refuse): void {
  if (profile === 'blind') refuse(['dealAhead'], 'the blind profile has no helper, so there is nothing to deal ahead');
  if (model.kind !== 'gbdt') refuse(['dealAhead'], 'only for a forest (kind: gbdt) is material dealt ahead');
}

/** Columns named twice in ways that cannot both be meant. */
function refuseContradictions(name: string, party: RecipeParty, refuse: Refuse): void {
  const reserved = party.role === 'label' ? { id: party.id, label: party.label } : { id: party.id };
  if (party.role === 'label' && party.id === party.label) {
    refuse(['parties', name, 'label'], `${party.label} is already the id column`);
  }
  for (const list of ['drop', 'columns'] as const) {
    for (const [i, column] of (party[list] ?? []).entries()) {
      const use = Object.entries(reserved).find(([, value]) => value === column)?.[0];
      if (use !== undefined)
        refuse(['parties', name, list, i], `${column} is the ${use} column and is never a feature`);
    }
  }
  for (const [i, column] of party.drop.entries()) {
    if (party.columns?.includes(column)) refuse(['parties', name, 'drop', i], `${column} is in columns as well`);
  }
}

/** Name of the one label party. */
export function labelPartyOf(recipe: Recipe): string {
  const found = Object.entries(recipe.parties).find(([, party]) => party.role === 'label');
  if (found === undefined) throw new Error('a parsed recipe has a label party');
  return found[0];
}

/** Names of the feature parties, in the recipe's order. */
export function featurePartiesOf(recipe: Recipe): string[] {
  return Object.entries(recipe.parties)
    .filter(([, party]) => party.role === 'feature')
    .map(([name]) => name);
}

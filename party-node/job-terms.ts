/** What a job asks, held against the manifest that this node's owner signed, before a byte of data is read. */
import { z } from 'zod';
import { type Identity, NodeError } from '@coscore/node-core';
import {
  authoriseJob,
  canonicalJson,
  helperOf,
  type JobRequest,
  type Manifest,
  type SignedManifest,
} from '@coscore/node-core/manifest/index.ts';
import { type Recipe, recipeSchema } from '@coscore/node-core/recipe/index.ts';
import { ProtocolError } from '@coscore/protocols';
import { columnsOffered } from './columns-offered.ts';
import type { JobOrder } from './jobs.ts';
import type { Projects } from './projects.ts';

export interface JobTerms {
  readonly recipe: Recipe;
  readonly manifest: Manifest;
}

/** The first attempt of a job here, as this node wrote it down. */
export interface EarlierAttempt {
  readonly project: string;
  readonly recipe: unknown;
}

/**
 * Every rule of the signed manifest. A run is counted when the job is written down (`countsAsRun`); later attempts must ask for exactly the same, and are held against expiry and revocation anew.
 * @throws NodeError as `authoriseJob`, `recipe-invalid`; ProtocolError `parameter-mismatch`.
 */
export async function authoriseOrder(
  order: JobOrder,
  earlier: EarlierAttempt | undefined,
  identity: Identity,
  projects: Projects,
): Promise<JobTerms> {
  const recipe = recipeOf(order.recipe);
  if (order.role !== 'party') {
    throw new NodeError('party-not-allowed', `the coordinator ordered ${identity.id}, a data party, to be a helper`, {
      params: { party: identity.id },
    });
  }
  if (earlier !== undefined) mustBeTheSame(order, recipe, earlier);
  const { signed, runsUsed } = await projects.active(order.project);
  const { kind } = recipe.model;
  const others = countsAsRun(recipe) ? runsUsed - (earlier === undefined ? 0 : 1) : 0;
  const manifest = authoriseRecipe(recipe, signed, identity, others);
  if (kind !== 'align' && kind !== 'score') await projects.fixTerms(order.project, recipe);
  return { recipe, manifest };
}

/** Scoring has a quota of its own; only what learns from rows is a run. */
export function countsAsRun({ model }: Recipe): boolean {
  return model.kind !== 'score';
}

/**
 * A recipe against what all parties signed.
 * @param runsUsed before this one. @throws NodeError as `authoriseJob`; `party-not-allowed`.
 */
export function authoriseRecipe(
  recipe: Recipe,
  signed: SignedManifest,
  identity: Identity,
  runsUsed: number,
): Manifest {
  const { manifest } = authoriseJob(signed, requestOf(recipe, signed.manifest, identity), new Date(), runsUsed);
  for (const { id, role } of manifest.parties) {
    if (recipe.parties[id]?.role !== role) {
      throw new NodeError('party-not-allowed', `the job makes ${id} another role than the manifest's ${role}`, {
        params: { party: id },
      });
    }
  }
  return manifest;
}

/** Both recipes through this program's defaults: one that an earlier version wrote down lacks what is new. */
function mustBeTheSame(order: JobOrder, recipe: Recipe, earlier: EarlierAttempt): void {
  const before = recipeSchema.safeParse(earlier.recipe);
  if (order.project === earlier.project && before.success && canonicalJson(recipe) === canonicalJson(before.data))
    return;
  throw new ProtocolError(
    'parameter-mismatch',
    `the coordinator ordered attempt ${order.attempt} of job ${order.job} with another recipe or project than the first`,
    { params: { job: order.job } },
  );
}

/** @throws NodeError `recipe-invalid`: a recipe from the coordinator is text from outside. */
function recipeOf(text: string): Recipe {
  try {
    return recipeSchema.parse(JSON.parse(text));
  } catch (cause) {
    const issue = cause instanceof z.ZodError ? cause.issues[0] : undefined;
    const field = issue?.path.map(String).join('.') ?? '';
    throw new NodeError(
      'recipe-invalid',
      `the coordinator sent a recipe that is not valid: ${issue?.message ?? 'no JSON'}`,
      {
        cause,
        params: { field },
      },
    );
  }
}

/** What the recipe asks of every party, in the manifest's terms. */
function requestOf(recipe: Recipe, manifest: Manifest, identity: Identity): JobRequest {
  const columns = Object.fromEntries(
    Object.entries(recipe.parties).map(([id, party]) => [
      id,
      party.columns ?? columnsOffered(manifest, id, party.drop),
    ]),
  );
  return {
    party: identity.id,
    ownFingerprint: identity.fingerprint,
    profile: recipe.profile,
    model: recipe.model.kind,
    columns,
    split: 'column' in recipe.split ? recipe.split.column : undefined,
    policy: recipe.policy,
    join: recipe.join,
    helper: recipe.helper ?? helperOf(manifest)?.id,
  };
}

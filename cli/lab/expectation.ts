/**
 * Before a lab's parties sign, each compares the manifest that the coordinator sent it with the recipe the user gave: in
 * a lab too, the coordinator only asks.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Manifest } from '@coscore/node-core/manifest/index.ts';
import { modelKinds, type Recipe, type RecipeParty } from '@coscore/node-core/recipe/index.ts';
import type { DatasetProfile, ProjectRequest } from '../daemon-views.ts';

export interface LabFacts {
  readonly coordinator: { readonly id: string; readonly fingerprint: string };
  /** The coordinator itself, unless the recipe names another. */
  readonly helper: { readonly id: string; readonly fingerprint: string; readonly address?: string };
  /** As the daemons themselves said when they started. */
  readonly fingerprints: Readonly<Record<string, string>>;
  /** Where nodes listen for their peers, by id. */
  readonly addresses: Readonly<Record<string, string | undefined>>;
  readonly profiles: Readonly<Record<string, DatasetProfile>>;
}

/** Columns that a recipe's party offers out of its file. */
export function offeredColumns(party: RecipeParty, profile: DatasetProfile): string[] {
  const withheld = new Set([party.id, ...party.drop, ...(party.role === 'label' ? [party.label] : [])]);
  return profile.columns
    .filter((column) => column.type !== 'unsupported')
    .map((column) => column.name)
    .filter((name) => !withheld.has(name) && (party.columns === undefined || party.columns.includes(name)));
}

/** What a lab asks the coordinator to propose. */
export function projectRequestOf(
  recipe: Recipe,
  grant: { readonly purpose: string; readonly expires: Date; readonly runs: number; readonly direct?: boolean },
): ProjectRequest {
  return {
    project: recipe.name,
    profile: recipe.profile,
    parties: Object.entries(recipe.parties).map(([id, { role }]) => ({ id, role, dataset: datasetName(recipe) })),
    models: [...modelKinds(recipe)],
    join: recipe.join,
    ...(recipe.helper === undefined ? {} : { helper: recipe.helper }),
    policy: recipe.policy,
    purpose: grant.purpose,
    expires: grant.expires.toISOString(),
    runs: grant.runs,
    ...(grant.direct === true ? { direct: true } : {}),
  };
}

/** Every party of a lab names its table after the recipe. */
export const datasetName = (recipe: Recipe): string => recipe.name;

/** Every way in which the manifest is not what was asked; empty when a lab's party may sign. */
export function differences(manifest: Manifest, asked: ProjectRequest, recipe: Recipe, facts: LabFacts): string[] {
  const found: string[] = [];
  const same = (what: string, is: unknown, wanted: unknown): void => {
    if (!isDeepStrictEqual(is, wanted))
      found.push(`${what} is ${JSON.stringify(is)}, asked for ${JSON.stringify(wanted)}`);
  };
  for (const key of ['project', 'profile', 'models', 'join', 'policy', 'purpose', 'expires', 'runs'] as const) {
    same(key, manifest[key], asked[key]);
  }
  same('coordinator', manifest.coordinator, facts.coordinator);
  if (manifest.helper !== undefined) same('helper', manifest.helper, facts.helper);
  same('parties', manifest.parties.map((party) => party.id).toSorted(), Object.keys(recipe.parties).toSorted());
  for (const party of manifest.parties) {
    const wanted = recipe.parties[party.id];
    const profile = facts.profiles[party.id];
    // A party that nobody asked for is already among the differences.
    if (wanted === undefined) continue;
    same(`role of ${party.id}`, party.role, wanted.role);
    same(`fingerprint of ${party.id}`, party.fingerprint, facts.fingerprints[party.id]);
    same(`address of ${party.id}`, party.address, facts.addresses[party.id]);
    same(`dataset of ${party.id}`, party.dataset.name, datasetName(recipe));
    same(`id column of ${party.id}`, party.dataset.id, wanted.id);
    same(`label of ${party.id}`, party.dataset.label, wanted.role === 'label' ? wanted.label : undefined);
    same(
      `split column of ${party.id}`,
      party.dataset.split,
      wanted.role === 'label' && 'column' in recipe.split ? recipe.split.column : undefined,
    );
    same(
      `columns of ${party.id}`,
      party.dataset.columns.map((column) => column.name).toSorted(),
      profile === undefined ? [] : offeredColumns(wanted, profile).toSorted(),
    );
  }
  return found;
}

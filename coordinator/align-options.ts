/** The helper's part of an alignment, from what the parties signed. */
import { helperOf, type Manifest } from '@coscore/node-core/manifest/index.ts';
import type { Recipe } from '@coscore/node-core/recipe/index.ts';
import type { PartyId } from '@coscore/protocols';
import type { AlignOptions } from '@coscore/protocols/align/index.ts';

export function alignOptions(manifest: Manifest, { join, policy }: Pick<Recipe, 'join' | 'policy'>): AlignOptions {
  const helper = helperOf(manifest);
  return {
    profile: manifest.profile,
    parties: [...manifest.parties].sort(labelFirst).map(({ id }) => id as PartyId),
    labelParty: manifest.parties.find(({ role }) => role === 'label')!.id as PartyId,
    ...(helper === undefined ? {} : { helper: helper.id as PartyId }),
    join,
    minIntersection: policy.minIntersection,
  };
}

/** The order in which the parties themselves count: the label party, then the feature parties as the manifest has them. */
function labelFirst(a: Manifest['parties'][number], b: Manifest['parties'][number]): number {
  return Number(b.role === 'label') - Number(a.role === 'label');
}

/** The columns of a party that a job uses when the recipe names none: all that it offered, less those it drops. */
import type { Manifest } from '@coscore/node-core/manifest/index.ts';

export function columnsOffered(manifest: Manifest, party: string, drop: readonly string[]): string[] {
  const dataset = manifest.parties.find(({ id }) => id === party)?.dataset;
  return (dataset?.columns ?? []).map(({ name }) => name).filter((name) => !drop.includes(name));
}

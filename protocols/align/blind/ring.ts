/** Who passes whose set to whom under `blind`. Pure. */
import { featurePartiesOf, type AlignOptions } from '../options.ts';
import type { PartyId } from '../../transport.ts';

/**
 * The parties whose scalars a set passes, in order, its owner first; the label party, who compares, is where it ends.
 * A feature party's set goes round the other feature parties and gets the label party's scalar last, so that nobody but the
 * label party ever holds two sets under the same scalars. The label party's own set goes round all and comes back.
 */
export function pathOf(owner: PartyId, options: AlignOptions): readonly PartyId[] {
  const features = featurePartiesOf(options);
  if (owner === options.labelParty) return [owner, ...features, owner];
  const start = features.indexOf(owner);
  return [...features.slice(start), ...features.slice(0, start), options.labelParty];
}

/** Whom `self` takes the owner's set from and gives it to; no `to` where it ends. Undefined at the owner's start. */
export interface Hop {
  readonly from: PartyId;
  readonly to: PartyId | undefined;
}

/** @returns undefined if `self` is not on the path, or only owns it. */
export function hopOf(self: PartyId, owner: PartyId, options: AlignOptions): Hop | undefined {
  const path = pathOf(owner, options);
  const at = path.lastIndexOf(self);
  if (at < 1) return undefined;
  return { from: path[at - 1]!, to: path[at + 1] };
}

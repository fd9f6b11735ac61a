/** What every stage of a job gets: the parties, the agreed recipe, and the session to the others. */
import type { Recipe } from '@coscore/node-core/recipe/index.ts';
import type { Progress } from '@coscore/protocols';
import { type PartyId, ProtocolError, type Session } from '@coscore/protocols';
import type { MaterialPool } from '../pool/material-pool.ts';
import type { MatVecTrust } from '@coscore/protocols/mat-vec/index.ts';

export interface JobContext {
  readonly job: string;
  readonly attempt: number;
  readonly recipe: Recipe;
  readonly self: PartyId;
  readonly labelParty: PartyId;
  /** In the manifest's order, the same at every node. */
  readonly featureParties: readonly PartyId[];
  /** The columns that each party signed for. */
  readonly columns: ReadonlyMap<PartyId, ReadonlySet<string>>;
  /** Absent in `blind`. */
  readonly helper: PartyId | undefined;
  readonly session: Session;
  /** Absent in a process that keeps no material dealt ahead. */
  readonly pool?: JobPool | undefined;
  readonly progress: (event: Progress) => void;
}

/** The node's pool, and what of a batch's key is the same for the whole job. */
export interface JobPool {
  readonly store: MaterialPool;
  /** Digest of the manifest. */
  readonly project: string;
  /** Fingerprint of the helper. */
  readonly helper: string;
}

export const stageNames = [
  'load',
  'align',
  'split',
  'binning',
  'deal',
  'select',
  'train',
  'evaluate',
  'baseline',
  'report',
  'score',
] as const;
export type StageName = (typeof stageNames)[number];

export function dataParties(context: JobContext): readonly PartyId[] {
  return [context.labelParty, ...context.featureParties];
}

export function otherParties(context: JobContext): readonly PartyId[] {
  return dataParties(context).filter((party) => party !== context.self);
}

/**
 * The helper of an `aided` job.
 * @throws ProtocolError `profile-unavailable` in `blind`, which has none: nothing ever falls back from one to the other.
 */
export function helperFor({ helper }: JobContext): PartyId {
  if (helper === undefined) {
    throw new ProtocolError('profile-unavailable', 'a step of the aided profile was asked for in a job without helper');
  }
  return helper;
}

/** Who is trusted with what in this job's matrix products. @throws ProtocolError `profile-unavailable`. */
export function trustOf(context: JobContext): MatVecTrust {
  const { profile } = context.recipe;
  return profile === 'blind' ? { profile } : { profile, helper: helperFor(context) };
}

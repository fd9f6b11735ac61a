/**
 * How the range of the private sigmoid, |z| <= 12, is shared out (protocols.md: "clips it to its published bound (the bounds
 * add to 12)"). The label party holds the intercept, so it gets the prior log odds; the rest goes by how far each party's
 * columns spread, as far as the label party knows them.
 */
import type { BinDecision } from '@coscore/models/binning/decide-bins.ts';
import type { PartyId } from '@coscore/protocols';
import { LOGIT_BOUND } from '@coscore/protocols/shared-sigmoid/index.ts';
import type { Candidate } from './label-binning.ts';

/** A little less than all, so that rounding in the sum never exceeds it. */
const TOTAL = LOGIT_BOUND - 1e-6;
/** The intercept's own share ends here: beyond it the classes are too unequal for a scorecard anyway. */
const MOST_PRIOR = LOGIT_BOUND / 2;

/** @param badRate of the training rows. @returns the bound of each party with columns in the model. */
export function logitBounds(
  kept: readonly Candidate[],
  parties: readonly PartyId[],
  labelParty: PartyId,
  badRate: number,
): ReadonlyMap<PartyId, number> {
  const prior = Math.min(MOST_PRIOR, Math.abs(Math.log(badRate / (1 - badRate))));
  const spreads = parties.map((party) =>
    Math.sqrt(kept.filter((one) => one.party === party).reduce((sum, { decision }) => sum + variance(decision), 0)),
  );
  // A label party without columns still needs room for the intercept to move.
  const weights = parties.map((party, i) => (party === labelParty ? Math.max(spreads[i]!, 0.1) : spreads[i]!));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return new Map(
    parties.map((party, i) => [party, ((TOTAL - prior) * weights[i]!) / total + (party === labelParty ? prior : 0)]),
  );
}

/** Of a column in the design: that of its WoE over the training rows, or 1 for a standardised raw column. */
function variance(decision: BinDecision | undefined): number {
  if (decision === undefined) return 1;
  const { counts, woe } = decision;
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const mean = woe.reduce((sum, value, bin) => sum + value * counts[bin]!, 0) / rows;
  return woe.reduce((sum, value, bin) => sum + (value - mean) ** 2 * counts[bin]!, 0) / rows;
}

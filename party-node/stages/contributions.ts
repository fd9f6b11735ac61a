/**
 * The end of training: each party's part of every row's logit goes to the label party, rounded to 1/32 (unrounded, exact
 * bins could be decoded from it). Where policy says `sum` and two or more feature parties are in the model, the parts are
 * masked so that only their sum shows. All feature parties put in, also those without a column in the model, so that what crosses
 * does not depend on the selection; when selection leaves one of them in the model, the sum is its part, and the leak table says so.
 */
import type { DesignMatrix } from '@coscore/models/scorecard/design.ts';
import { CONTRIBUTION_STEP } from '@coscore/models/scorecard/platt.ts';
import { wire } from '@coscore/proto';
import { receive, send } from '@coscore/protocols';
import { openZeroSum } from '@coscore/protocols/secure-sum/index.ts';
import { toBytes, u32 } from './bytes.ts';
import type { JobContext } from './context.ts';

/** @returns [rows] sum of the other parties' parts. */
export async function contributionsAtLabelParty(context: JobContext, rows: number): Promise<Float64Array> {
  const total = new Uint32Array(rows);
  const parts = await Promise.all(
    context.featureParties.map(async (party) => {
      const { values } = await receive<wire.JobContribution>(
        context.session.channel(party, 'evaluate'),
        'contribution',
        wire.JobContribution,
      );
      return u32(values, rows, `the contribution of ${party}`);
    }),
  );
  for (const part of parts) for (let i = 0; i < rows; i++) total[i] = total[i]! + part[i]!;
  return Float64Array.from(new Int32Array(total.buffer), (steps) => steps * CONTRIBUTION_STEP);
}

/** @param design own columns of the model over all common rows. */
export async function contribute(context: JobContext, design: DesignMatrix, weights: Float64Array): Promise<void> {
  const steps = Int32Array.from(design.times(weights), (z) => Math.round(z / CONTRIBUTION_STEP));
  const parties = context.featureParties;
  if (context.recipe.policy.shareContributions === 'sum' && parties.length > 1) {
    const masks = await openZeroSum(context.session, { parties: [...parties], instance: 'contribution' });
    // 2^32 divides 2^64: masks that add up to zero there also do in their low words.
    const words = new Int32Array(masks.mask(0, steps.length).buffer);
    for (let i = 0; i < steps.length; i++) steps[i] = (steps[i]! + words[2 * i]!) | 0;
  }
  await send(context.session.channel(context.labelParty, 'evaluate'), 'contribution', wire.JobContribution, {
    values: toBytes(steps),
  });
}

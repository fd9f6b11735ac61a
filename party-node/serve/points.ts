/**
 * The one exchange of batch scoring, after alignment: each feature party's points for the common rows go to the label
 * party, as far apart as the signed policy lets them show. `sum` with two or more feature parties masks them by zero-sum
 * masks, so that only the total over those parties can be read.
 */
import { addPoints } from '@coscore/models/serve/row-points.ts';
import { wire } from '@coscore/proto';
import { ProtocolError, receive, send, type PartyId } from '@coscore/protocols';
import { openZeroSum } from '@coscore/protocols/secure-sum/index.ts';
import { i32, toBytes } from '../stages/bytes.ts';
import type { JobContext } from '../stages/context.ts';

/** One column of an explanation: whole points of every common row. */
export interface Contribution {
  /** `tax`, `tax: turnover_12m`, or `others` for the sum over all feature parties. */
  readonly name: string;
  /** [rows] */
  readonly points: Int32Array;
}

/** What the label party is told to sum up as one: all feature parties together. */
export const OTHERS = 'others';

type Sharing = JobContext['recipe']['policy']['shareContributions'];

export function hidesParties({ featureParties }: Pick<JobContext, 'featureParties'>, sharing: Sharing): boolean {
  return sharing === 'sum' && featureParties.length > 1;
}

/** @param own every own feature's points, [rows] each; none when this party has no column in the model. */
export async function sendPoints(
  context: JobContext,
  rows: number,
  own: readonly { readonly name: string; readonly points: Int32Array }[],
): Promise<void> {
  const sharing = context.recipe.policy.shareContributions;
  const channel = context.session.channel(context.labelParty, 'score');
  if (sharing === 'feature') {
    const values = new Int32Array(own.length * rows);
    own.forEach(({ points }, i) => values.set(points, i * rows));
    return send(channel, 'points', wire.ScorePoints, {
      features: own.map(({ name }) => name),
      values: toBytes(values),
    });
  }
  const total = new Int32Array(rows);
  for (const { points } of own) addPoints(total, points);
  if (hidesParties(context, sharing)) {
    const masks = await openZeroSum(context.session, { parties: [...context.featureParties], instance: 'score' });
    // 2^32 divides 2^64: masks that add up to zero there also do in their low words.
    const words = new Int32Array(masks.mask(0, rows).buffer);
    for (let row = 0; row < rows; row++) total[row] = (total[row]! + words[2 * row]!) | 0;
  }
  return send(channel, 'points', wire.ScorePoints, { features: [], values: toBytes(total) });
}

/** @param offered names of the features that each party has in the model, as far as the label party may know them. */
export async function receivePoints(context: JobContext, rows: number): Promise<readonly Contribution[]> {
  const sharing = context.recipe.policy.shareContributions;
  const parts = await Promise.all(context.featureParties.map((party) => receiveFrom(context, party, rows, sharing)));
  if (!hidesParties(context, sharing)) return parts.flat();
  const total = new Int32Array(rows);
  // Mod 2^32: the masks leave nothing but the sum.
  for (const [part] of parts) addPoints(total, part!.points);
  return [{ name: OTHERS, points: total }];
}

/** Features of one party at most: its columns in the manifest. */
async function receiveFrom(
  { session, columns }: JobContext,
  party: PartyId,
  rows: number,
  sharing: Sharing,
): Promise<readonly Contribution[]> {
  const { features, values } = await receive<wire.ScorePoints>(
    session.channel(party, 'score'),
    'points',
    wire.ScorePoints,
  );
  if (sharing !== 'feature') {
    if (features.length > 0) throw new ProtocolError('malformed', `${party} shows its features, which policy hides`);
    return [{ name: party, points: i32(values, rows, `the points of ${party}`) }];
  }
  const signed = columns.get(party) ?? new Set();
  if (new Set(features).size !== features.length || features.some((name) => !signed.has(name)))
    throw new ProtocolError('malformed', `${party} shows points of a column that it did not sign for, or twice`);
  const all = i32(values, features.length * rows, `the points of ${party}`);
  return features.map((name, i) => ({ name: `${party}: ${name}`, points: all.slice(i * rows, (i + 1) * rows) }));
}

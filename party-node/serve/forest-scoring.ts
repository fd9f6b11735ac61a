/**
 * The one exchange of scoring by a forest, after alignment: every feature party says for each of its splits which common rows
 * go left, at nodes also that a row does not reach, and the label party follows the rows through its trees. What it then
 * writes of a score's parts goes as far as `shareContributions` says.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Frame } from '@coscore/models/data/frame.ts';
import { logOddsOf, logOddsSlope } from '@coscore/models/gbdt/raw-score.ts';
import { ForestExplainer } from '@coscore/models/gbdt/shap-rows.ts';
import { explainForestRow, forestScores, sideBytes, type SplitSides, splitSides, wholePoints } from '@coscore/models/serve/forest-rows.ts'; // prettier-ignore
import { unseenRows } from '@coscore/models/serve/row-points.ts';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import { wire } from '@coscore/proto';
import { ProtocolError, receive, send, type PartyId } from '@coscore/protocols';
import type { JobContext } from '../stages/context.ts';
import { recordCounts } from '../stages/gbdt/gather-shards.ts';
import type { ForestLabelShard, ForestShard } from './forest-shard.ts';
import { hidesParties, OTHERS } from './points.ts';
import type { Scores } from './score-job.ts';

/** Bytes of sides in one message at most, where one split does not need more. */
const PART_BYTES = 4 * 2 ** 20;

/** Applicants between two looks at other work. */
const ROWS_AT_ONCE = 1000;

/** The part of a score that is everybody's: the mean over the training rows. */
export const AVERAGE = 'average';

/** @param frame own columns of the model over the common rows. */
export async function sendSides(
  { session, labelParty }: JobContext,
  shard: ForestShard,
  frame: Frame,
  model: string,
): Promise<void> {
  const channel = session.channel(labelParty, 'score');
  const sides = ownSides(shard, frame, model);
  const step = partBytes(frame.rows);
  for (let at = 0; at < sides.length; at += step)
    await send(channel, 'sides', wire.ScoreSides, { left: sides.subarray(at, at + step) });
}

/** Scores of the common rows, in the order of the label party's file. @param rows [common rows] row of the file. */
export async function scoreByForest(
  context: JobContext,
  shard: ForestLabelShard,
  applicants: number,
  rows: Int32Array,
  frame: Frame,
  model: string,
): Promise<Scores> {
  const counts = recordCounts(shard.forest);
  const gathered = context.featureParties.map(async (party): Promise<[string, SplitSides]> => [
    party,
    await receiveSides(context, party, (counts.get(party) ?? 0) * sideBytes(rows.length), rows.length),
  ]);
  const sides = new Map(await Promise.all(gathered)).set(context.self, ownSides(shard, frame, model));
  const { objective } = shard.forest;
  const { offset, factor } = shard.scaling;
  const raw = forestScores(shard.forest, sides, rows.length);
  const scores = new Float64Array(applicants).fill(NaN);
  const probabilities = new Float64Array(applicants).fill(NaN);
  const names = partNames(context, shard);
  const contributions = names.map((name) => ({ name, points: new Int32Array(applicants) }));
  const explainer = new ForestExplainer(shard.forest);
  const average = Math.round(offset - factor * logOddsOf(objective, explainer.expected));
  const partOf = explainer.columns.map(({ owner, feature }) => names.indexOf(partName(context, shard, owner, feature)));
  for (const [i, row] of rows.entries()) {
    // Other work of the node goes on meanwhile.
    if (i % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await nextTurn();
    const logOdds = logOddsOf(objective, raw[i]!);
    scores[row] = Math.round(offset - factor * logOdds);
    probabilities[row] = 1 / (1 + Math.exp(-logOdds));
    const perRaw = factor * logOddsSlope(objective, explainer.expected, raw[i]!);
    const exact = new Float64Array(names.length - 1);
    explainForestRow(explainer, sides, rows.length, i).forEach((value, column) => (exact[partOf[column]! - 1]! -= perRaw * value)); // prettier-ignore
    const points = wholePoints(exact, scores[row] - average);
    contributions.forEach((part, j) => (part.points[row] = j === 0 ? average : points[j - 1]!));
  }
  return { scores, probabilities, contributions, scored: rows.length, unseen: unseenCells(shard, frame) };
}

function partBytes(rows: number): number {
  const bytes = sideBytes(rows);
  return Math.max(1, Math.floor(PART_BYTES / Math.max(1, bytes))) * bytes;
}

/** @throws NodeError `model-not-scorable` when the table lacks a column of the model, or has it in another type. */
function ownSides({ features, records }: ForestShard, frame: Frame, model: string): SplitSides {
  const byName = new Map(frame.columns.map((column) => [column.name, column]));
  try {
    return splitSides(
      records,
      features.map(({ bins }) => bins),
      features.map(({ name }) => byName.get(name)),
      frame.rows,
    );
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new NodeError('model-not-scorable', `the columns of this node do not fit model ${model}: ${cause.message}`, {
      cause,
      params: { model },
    });
  }
}

async function receiveSides(
  { session }: JobContext,
  party: PartyId,
  expected: number,
  rows: number,
): Promise<SplitSides> {
  const channel = session.channel(party, 'score');
  const sides = new Uint8Array(expected);
  const step = partBytes(rows);
  for (let at = 0; at < expected; at += step) {
    const { left } = await receive<wire.ScoreSides>(channel, 'sides', wire.ScoreSides);
    const size = Math.min(step, expected - at);
    if (left.length !== size)
      throw new ProtocolError('wrong-size', `${party} sent ${left.length} bytes of rows' sides where ${size} were agreed`); // prettier-ignore
    sides.set(left, at);
  }
  return sides;
}

/** The columns of the answer beside score and probability; always the same ones for a model. */
function partNames({ self, featureParties, recipe }: JobContext, { offered }: ForestLabelShard): string[] {
  const sharing = recipe.policy.shareContributions;
  const others =
    sharing === 'feature'
      ? featureParties.flatMap((party) => (offered[party] ?? []).map((name) => `${party}: ${name}`))
      : [...featureParties];
  return [AVERAGE, self, ...(hidesParties({ featureParties }, sharing) ? [OTHERS] : others)];
}

/** The part of the score that a column's points go to: one of `partNames`. */
function partName(
  { self, featureParties, recipe }: JobContext,
  { offered }: ForestLabelShard,
  owner: string,
  feature: number,
): string {
  const sharing = recipe.policy.shareContributions;
  if (owner === self || sharing === 'party') return owner;
  if (sharing === 'feature') return `${owner}: ${offered[owner]?.[feature] ?? ''}`;
  return hidesParties({ featureParties }, sharing) ? OTHERS : owner;
}

function unseenCells({ features }: ForestShard, frame: Frame): number {
  return frame.columns.reduce((sum, column) => {
    const bins = features.find(({ name }) => name === column.name)?.bins;
    return sum + (bins === undefined ? 0 : unseenRows(bins, column));
  }, 0);
}

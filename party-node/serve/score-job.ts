/**
 * Batch scoring (protocols.md, "Serving"): the label party's applicants are aligned with the rows of every feature party,
 * each party turns its own cells into points by its own shard, and the points are added at the label party.
 *
 * Learned: by feature parties, which of their rows were asked about (under `join: left`, how many applicants there are);
 * by the label party, the scores and as much of their parts as `shareContributions` shows.
 */
import { createHash } from 'node:crypto';
import type { Frame } from '@coscore/models/data/frame.ts';
import { takeRows } from '@coscore/models/data/frame.ts';
import { addPoints, rowPoints, type ScorecardFeature } from '@coscore/models/serve/row-points.ts';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import { wire } from '@coscore/proto';
import { ProtocolError, receive, send } from '@coscore/protocols';
import { alignAsParty } from '@coscore/protocols/align/index.ts';
import type { LoadedTable } from '../data/index.ts';
import { type JobContext, dataParties } from '../stages/context.ts';
import { type Contribution, receivePoints, sendPoints } from './points.ts';
import { scoreByForest, sendSides } from './forest-scoring.ts';
import type { AnyShard, Shard } from './shard.ts';

export interface Scores {
  /** [applicants] in the order of the label party's file; NaN where a row is not shared by all (`join: inner`). */
  readonly scores: Float64Array;
  /** [applicants] probability of default. */
  readonly probabilities: Float64Array;
  /** [applicants] each, own features added up first; 0 where there is no score. */
  readonly contributions: readonly Contribution[];
  /** Applicants with a score. */
  readonly scored: number;
  /** Cells of the label party with a level that training had not seen. */
  readonly unseen: number;
}

export interface LabelScoring {
  readonly model: string;
  readonly shard: AnyShard;
  /** Digest of each feature party's shard, lower-case hex; absent for one without a column in the model. */
  readonly shards: ReadonlyMap<string, string>;
  readonly applicants: LoadedTable;
}

/** @throws NodeError `model-not-scorable`; ProtocolError. */
export async function scoreAtLabelParty(context: JobContext, input: LabelScoring): Promise<Scores> {
  const { session, featureParties, self } = context;
  const { model, shard, shards, applicants } = input;
  if (!('scaling' in shard) || shard.scaling === undefined)
    throw new NodeError(
      'model-not-scorable',
      `model ${model} was trained by a version that kept no scale; train it again`,
      {
        params: { model },
      },
    );
  await Promise.all(
    featureParties.map((party) =>
      send(session.channel(party, 'score'), 'score-terms', wire.ScoreTerms, {
        model,
        rows: applicants.rows,
        shardDigest: Buffer.from(shards.get(party) ?? '', 'hex'),
      }),
    ),
  );
  const rows = await alignRows(context, applicants);
  const frame = takeRows(applicants.frame, rows);
  if (shard.kind === 'forest') return scoreByForest(context, shard, applicants.rows, rows, frame, model);
  const own = ownPoints(shard.features, frame);
  const ownTotal = new Int32Array(rows.length);
  for (const { points } of own.features) addPoints(ownTotal, points);
  const parts = [{ name: self, points: ownTotal }, ...(await receivePoints(context, rows.length))];
  return inFileOrder(applicants.rows, rows, parts, shard.scaling, own.unseen);
}

export interface FeatureScoring {
  readonly model: string;
  readonly shard: AnyShard | undefined;
  readonly table: LoadedTable;
  /** Books the rows against the quota, or refuses. */
  readonly book: (rows: number) => Promise<void>;
  /** Refuses when an earlier attempt of the job was about others, by a digest of what this party learned. */
  readonly askedAbout: (digest: Uint8Array) => Promise<void>;
}

/** @returns common rows. @throws NodeError `model-unknown`, `serve-quota-exceeded`; ProtocolError. */
export async function scoreAtFeatureParty(context: JobContext, input: FeatureScoring): Promise<number> {
  const { session, labelParty, recipe } = context;
  const { model, shard, table, book, askedAbout } = input;
  const terms = await receive<wire.ScoreTerms>(session.channel(labelParty, 'score'), 'score-terms', wire.ScoreTerms);
  const counted = Buffer.from(terms.shardDigest).toString('hex');
  if (terms.model !== model || counted !== (shard?.digest ?? '')) {
    throw new NodeError(
      'model-unknown',
      `${labelParty} counts on another part of model ${model} than this node has; it may have been trained again or restored`,
      { params: { model } },
    );
  }
  await book(terms.rows);
  const rows = await alignRows(context, table);
  const most = recipe.join === 'left' ? rows.length !== terms.rows : rows.length > terms.rows;
  if (most) throw new ProtocolError('wrong-size', `${labelParty} asked for ${terms.rows} applicants and aligned more`);
  // Else one job, begun again and again, would show the points of any number of applicants.
  await askedAbout(digestOfAsked(table, rows, terms.rows));
  const frame = takeRows(table.frame, rows);
  if (shard?.kind === 'forest') await sendSides(context, shard, frame, model);
  else await sendPoints(context, rows.length, ownPoints(shard?.features ?? [], frame).features);
  return rows.length;
}

/** @returns [common rows] own row of each; -1 where this party has none (`join: left`). */
async function alignRows(context: JobContext, { ids }: LoadedTable): Promise<Int32Array> {
  const { recipe, session, helper, labelParty } = context;
  const { rows } = await alignAsParty(session, ids, {
    profile: recipe.profile,
    parties: [...dataParties(context)],
    labelParty,
    ...(helper === undefined ? {} : { helper }),
    join: recipe.join,
    minIntersection: recipe.policy.minIntersection,
  });
  return rows;
}

/**
 * By ids, since a database may give its rows in another order.
 * @param rows [common rows] own row of each; -1 where this party has none. @param applicants as the label party said.
 */
function digestOfAsked({ ids }: LoadedTable, rows: Int32Array, applicants: number): Uint8Array {
  const known = Array.from(
    rows.filter((row) => row >= 0),
    (row) => ids[row]!,
  ).sort();
  const hash = createHash('sha256').update(`coscore asked 1\n${applicants} ${known.length}\n`);
  // Quoted: no id can pass for two.
  for (const id of known) hash.update(JSON.stringify(id));
  return hash.digest();
}

function ownPoints(
  features: readonly ScorecardFeature[],
  frame: Frame,
): { readonly features: readonly { name: string; points: Int32Array }[]; readonly unseen: number } {
  const columns = new Map(frame.columns.map((column) => [column.name, column]));
  const made = features.map((feature) => {
    const column = columns.get(feature.name);
    if (column === undefined) throw new RangeError(`no column ${feature.name}`);
    return { name: feature.name, ...rowPoints(feature, column) };
  });
  return { features: made, unseen: made.reduce((sum, { unseen }) => sum + unseen, 0) };
}

function inFileOrder(
  applicants: number,
  rows: Int32Array,
  parts: readonly Contribution[],
  { offset, factor }: NonNullable<Shard['scaling']>,
  unseen: number,
): Scores {
  const scores = new Float64Array(applicants).fill(NaN);
  const contributions = parts.map(({ name }) => ({ name, points: new Int32Array(applicants) }));
  rows.forEach((row, i) => {
    scores[row] = 0;
    parts.forEach(({ points }, part) => {
      scores[row]! += points[i]!;
      contributions[part]!.points[row] = points[i]!;
    });
  });
  const probabilities = scores.map((score) => 1 / (1 + Math.exp((score - offset) / factor)));
  return { scores, probabilities, contributions, scored: rows.length, unseen };
}

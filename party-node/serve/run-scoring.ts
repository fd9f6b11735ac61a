/** One attempt of a job that scores applicants, at one party. An attempt that fails is done again from the start. */
import type { Recipe } from '@coscore/node-core/recipe/index.ts';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import { type Manifest, manifestDigest } from '@coscore/node-core/manifest/index.ts';
import { ProtocolError } from '@coscore/protocols';
import { type DataSource, type LoadedTable, readTable } from '../data/index.ts';
import { sourceOf } from '../datasets.ts';
import { agreeTerms } from '../stages/agree-terms.ts';
import { expectSame } from '../stages/checkpoints.ts';
import type { JobContext } from '../stages/context.ts';
import type { JobInput } from '../stages/run-job.ts';
import type { Stages } from '../stages/stages.ts';
import type { Batches } from './batches.ts';
import { loadManifest, shardDigests } from './claim.ts';
import type { ServeQuota } from './quota.ts';
import { scoreAtFeatureParty, scoreAtLabelParty } from './score-job.ts';
import { type AnyShard, columnsOf, loadShard } from './shard.ts';

export interface Serving {
  readonly batches: Pick<Batches, 'begin' | 'finish'>;
  readonly quota: Pick<ServeQuota, 'book'>;
  /** The project that a job of this node ran under; undefined when it knows no such job. */
  readonly projectOf: (job: string) => Promise<string | undefined>;
}

type Order = Extract<Recipe['model'], { kind: 'score' }>;

/** @throws NodeError `model-unknown`, `model-not-scorable`, `serve-quota-exceeded`; DataError; ProtocolError. */
export async function runScoring(input: JobInput, context: JobContext, stages: Stages, order: Order): Promise<void> {
  const project = manifestDigest(input.manifest);
  const shard = await stages.run('load', async () => {
    await agreeTerms(context, project);
    await mustBeOf(input, order, project);
    return loadShard(input.artefacts, order.model);
  });
  const rows = await stages.run('score', () =>
    context.self === context.labelParty
      ? labelParty(input, context, order, shard)
      : featureParty(input, context, order, shard),
  );
  const what = context.self === context.labelParty ? 'scores' : 'applicants-asked-about';
  await input.audit.append('learned', { job: input.job, model: order.model, what: [what], rows }, new Date());
}

/** A model scores under the manifest that it was trained under. */
async function mustBeOf({ serving }: JobInput, { model }: Order, project: string): Promise<void> {
  if ((await serving.projectOf(model)) === project) return;
  throw new NodeError('model-unknown', `this node has no model ${model} of that project`, { params: { model } });
}

async function labelParty(
  input: JobInput,
  context: JobContext,
  { model, batch: id }: Order,
  shard: AnyShard | undefined,
): Promise<number> {
  const { artefacts, recipe, serving } = input;
  const registered = await loadManifest(artefacts, model);
  if (shard === undefined || registered === undefined)
    throw new NodeError('model-unknown', `this node has no model ${model} that can score`, { params: { model } });
  const batch = await serving.batches.begin(id, model, input.job);
  const idColumn = recipe.parties[context.self]!.id;
  const applicants = await read(input, context, batch.file, idColumn, shard);
  mustBeEnough(applicants.rows, recipe.policy.minIntersection);
  await bookRows(input, applicants.rows);
  const shards = shardDigests(registered);
  const scores = await scoreAtLabelParty(context, { model, shard, shards, applicants });
  await serving.batches.finish(batch.id, idColumn, applicants.ids, scores);
  return scores.scored;
}

async function featureParty(
  input: JobInput,
  context: JobContext,
  { model }: Order,
  shard: AnyShard | undefined,
): Promise<number> {
  const { manifest, datasets } = input;
  const dataset = await datasets.open(partyOf(manifest, context).dataset.name);
  const table = await read(input, context, sourceOf(dataset, process.env), dataset.id, shard);
  return scoreAtFeatureParty(context, {
    model,
    shard,
    table,
    book: (rows) => bookRows(input, rows),
    askedAbout: (asked) => expectSame(input.artefacts, input, 'score', asked),
  });
}

/** Each side holds the quota by its own count: the label party so that it is told in good time, the others so that it holds. */
function bookRows({ manifest, serving, job, attempt }: JobInput, rows: number): Promise<void> {
  return serving.quota.book(manifestDigest(manifest), { job, attempt }, rows, manifest.policy.serveQuota, new Date());
}

/** @throws ProtocolError `intersection-too-small`, before anybody learns whom it is about. */
function mustBeEnough(applicants: number, least: number): void {
  if (applicants >= least) return;
  throw new ProtocolError(
    'intersection-too-small',
    `the file has ${applicants} applicants, and the signed policy's minIntersection is ${least}; score more at once`,
    { params: { rows: applicants, minIntersection: least } },
  );
}

const partyOf = ({ parties }: Manifest, { self }: JobContext): Manifest['parties'][number] =>
  parties.find(({ id }) => id === self)!;

/** The id column and the model's own columns, in the types that were signed. A column may be the same for all applicants. */
async function read(
  { manifest, datasets, session }: JobInput,
  context: JobContext,
  source: DataSource,
  id: string,
  shard: AnyShard | undefined,
): Promise<LoadedTable> {
  const side = columnsOf(shard);
  const { columns } = partyOf(manifest, context).dataset;
  const types = Object.fromEntries(
    columns.filter(({ name }) => side.includes(name)).map(({ name, type }) => [name, type]),
  );
  const { tempDir } = datasets;
  const table = await readTable(source, { id, columns: [], side, types, tempDir, signal: session.signal });
  return { ...table, frame: { rows: table.rows, columns: table.side } };
}

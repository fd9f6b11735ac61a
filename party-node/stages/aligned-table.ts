/** Stages `load`, `align` and `split`: this party's columns over the common rows, in the common order. */
import { splitByColumn } from '@coscore/models/data/split.ts';
import { type Column, type Frame, takeRows } from '@coscore/models/data/frame.ts';
import { checkSample, MIN_TRAINING_ROWS } from '@coscore/models/scorecard/sample.ts';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import type { Manifest } from '@coscore/node-core/manifest/index.ts';
import { wire } from '@coscore/proto';
import { ProtocolError, receive, send } from '@coscore/protocols';
import { alignAsParty, normaliseId } from '@coscore/protocols/align/index.ts';
import { type LoadedTable, readTable } from '../data/index.ts';
import type { DatasetRecord } from '../datasets.ts';
import { packBits, unpackBits } from './bytes.ts';
import { dataParties, type JobContext } from './context.ts';
import { privateSplit } from './private-split.ts';

export interface AlignedTable {
  /** Own rows before alignment. */
  readonly ownRows: number;
  /** The common rows. */
  readonly frame: Frame;
  /** [rows] at the label party. */
  readonly labels?: Uint8Array;
  /** [rows] normalised, at the label party: what a split's seed is drawn over. */
  readonly ids?: readonly string[];
  /** The column that the recipe splits on, at the label party. */
  readonly splitColumn?: Column;
}

/** Reads exactly the columns that the recipe asks for, in the types that were published and signed. */
export async function loadOwnTable(
  context: JobContext,
  manifest: Manifest,
  dataset: DatasetRecord,
  columns: readonly string[],
  { tempDir, signal }: { readonly tempDir: string; readonly signal: AbortSignal },
): Promise<LoadedTable> {
  const published = manifest.parties.find(({ id }) => id === context.self)?.dataset.columns ?? [];
  const types = Object.fromEntries(
    published.filter(({ name }) => columns.includes(name)).map(({ name, type }) => [name, type]),
  );
  const { split } = context.recipe;
  const side = context.self === context.labelParty && 'column' in split ? [split.column] : [];
  return readTable(dataset.path, { id: dataset.id, label: dataset.label, columns, types, side, tempDir, signal });
}

export async function alignTable(context: JobContext, table: LoadedTable): Promise<AlignedTable> {
  const { recipe, session, helper } = context;
  const index = await alignAsParty(session, table.ids, {
    profile: recipe.profile,
    parties: [...dataParties(context)],
    labelParty: context.labelParty,
    ...(helper === undefined ? {} : { helper }),
    join: recipe.join,
    minIntersection: recipe.policy.minIntersection,
  });
  const frame = takeRows(table.frame, index.rows);
  const own = { ownRows: table.rows, frame };
  if (table.labels === undefined) return own;
  const { labels } = table;
  const side = table.side[0];
  return {
    ...own,
    labels: Uint8Array.from(index.rows, (row) => labels[row]!),
    ids: Array.from(index.rows, (row) => normaliseId(table.ids[row]!)),
    ...(side === undefined
      ? {}
      : { splitColumn: takeRows({ rows: table.rows, columns: [side] }, index.rows).columns[0]! }),
  };
}

/** L draws the split and tells it to the others. @returns [rows] 1 = training row. */
export async function splitAtLabelParty(context: JobContext, table: AlignedTable): Promise<Uint8Array> {
  const { session, featureParties } = context;
  const labels = table.labels!;
  const train = trainMask(context, table, labels);
  checkSample(labels, train);
  const message = { rows: train.length, train: packBits(train) };
  await Promise.all(
    featureParties.map((party) => send(session.channel(party, 'split'), 'split', wire.JobSplit, message)),
  );
  return train;
}

function trainMask({ recipe }: JobContext, table: AlignedTable, labels: Uint8Array): Uint8Array {
  const { split } = recipe;
  if (!('column' in split)) return privateSplit({ ids: table.ids!, labels, frame: table.frame }, split);
  try {
    return splitByColumn(table.splitColumn!, split.train);
  } catch (cause) {
    throw new NodeError('recipe-invalid', `split: ${cause instanceof Error ? cause.message : ''}`, {
      cause,
      params: { field: 'split' },
    });
  }
}

/** @throws ProtocolError `wrong-size`, `out-of-range` when the split is not the one that the recipe asks for. */
export async function splitAtFeatureParty(context: JobContext, table: AlignedTable): Promise<Uint8Array> {
  const { session, labelParty, recipe } = context;
  const { rows, train } = await receive<wire.JobSplit>(session.channel(labelParty, 'split'), 'split', wire.JobSplit);
  const mask = unpackBits(train, table.frame.rows, 'the split');
  const count = mask.reduce((sum, bit) => sum + bit, 0);
  if (rows !== mask.length)
    throw new ProtocolError('wrong-size', `${labelParty} splits ${rows} rows where ${mask.length} are common`);
  // Sums over a handful of rows, or over two sets that differ in one, would be that row.
  const { split } = recipe;
  const expected = 'column' in split ? count : mask.length - Math.round(mask.length * split.test);
  if (count < MIN_TRAINING_ROWS || Math.abs(count - expected) > 1) {
    throw new ProtocolError(
      'out-of-range',
      `${labelParty} trains on ${count} of ${mask.length} rows, which is not what the recipe asks for`,
    );
  }
  return mask;
}

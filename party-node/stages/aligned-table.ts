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
import { type DatasetRecord, sourceOf } from '../datasets.ts';
import { packBits, toBytes, unpackBits } from './bytes.ts';
import { dataParties, type JobContext } from './context.ts';
import { privateSplit } from './private-split.ts';
import type { KeptStage } from './stages.ts';
import type { TableIdentity } from './table-digest.ts';

export interface AlignedTable {
  /** Own rows before alignment. */
  readonly ownRows: number;
  /** The common rows. */
  readonly frame: Frame;
  /** [rows] place of each common row among the own ids in their order, -1 where a left join has none. */
  readonly places: Int32Array;
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
  const source = sourceOf(dataset, process.env);
  return readTable(source, { id: dataset.id, label: dataset.label, columns, types, side, tempDir, signal });
}

/** Kept: which own rows are common and in what order, as places in the order of the ids. */
export function alignStage(context: JobContext, table: LoadedTable, { order }: TableIdentity): KeptStage<AlignedTable> {
  return {
    async make() {
      const { recipe, session, helper } = context;
      const index = await alignAsParty(session, table.ids, {
        profile: recipe.profile,
        parties: [...dataParties(context)],
        labelParty: context.labelParty,
        ...(helper === undefined ? {} : { helper }),
        join: recipe.join,
        minIntersection: recipe.policy.minIntersection,
      });
      const placeOf = new Int32Array(order.length);
      order.forEach((row, place) => (placeOf[row] = place));
      return alignedTable(
        table,
        order,
        index.rows.map((row) => (row < 0 ? -1 : placeOf[row]!)),
      );
    },
    pack: ({ places }) => places,
    unpack: (stored) => alignedTable(table, order, stored as Int32Array),
    // The order is drawn anew each time; the set must not be another.
    same: ({ places }) => toBytes(places.toSorted()),
  };
}

/** @param places [n] place of each common row among the own ids, -1 where a left join has none. */
function alignedTable(table: LoadedTable, order: Uint32Array, places: Int32Array): AlignedTable {
  const rows = new Int32Array(places.length);
  for (let i = 0; i < rows.length; i++) rows[i] = places[i]! < 0 ? -1 : order[places[i]!]!;
  const own = { ownRows: table.rows, frame: takeRows(table.frame, rows), places };
  if (table.labels === undefined) return own;
  const { labels } = table;
  const side = table.side[0];
  return {
    ...own,
    labels: Uint8Array.from(rows, (row) => labels[row]!),
    ids: Array.from(rows, (row) => normaliseId(table.ids[row]!)),
    ...(side === undefined ? {} : { splitColumn: takeRows({ rows: table.rows, columns: [side] }, rows).columns[0]! }),
  };
}

/** [rows] 1 = training row. L draws it and tells it to the others. */
export function splitStage(context: JobContext, table: AlignedTable): KeptStage<Uint8Array> {
  const atLabelParty = context.self === context.labelParty;
  return {
    make: () => (atLabelParty ? splitAtLabelParty(context, table) : splitAtFeatureParty(context, table)),
    pack: packBits,
    unpack: (stored) => unpackBits(stored as Uint8Array, table.frame.rows, 'the split'),
    // Two sets of training rows that differ in one would tell that row: a split is the same whenever it is drawn.
    same: (train) => toBytes(table.places.map((place, row) => (place < 0 ? -1 : 2 * place + train[row]!)).sort()),
  };
}

async function splitAtLabelParty(context: JobContext, table: AlignedTable): Promise<Uint8Array> {
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
async function splitAtFeatureParty(context: JobContext, table: AlignedTable): Promise<Uint8Array> {
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

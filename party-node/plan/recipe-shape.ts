/** The sizes of a recipe's job, from the tables that can be read here and from what is said of the others. */
import type { GbdtModel, Recipe } from '@coscore/node-core/recipe/index.ts';
import { featurePartiesOf, labelPartyOf } from '@coscore/node-core/recipe/index.ts';
import { readTable } from '../data/index.ts';
import { binOwnColumns } from '../stages/features.ts';
import type { PlanParty, PlanShape } from './shape.ts';

export interface KnownTable extends PlanParty {
  readonly rows: number;
}

/** Rows of one party's table and bins of its columns. @throws DataError as a job would. */
export async function tableOf(recipe: Recipe, party: string, path: string): Promise<KnownTable> {
  const entry = recipe.parties[party]!;
  const { frame, rows } = await readTable(path, {
    id: entry.id,
    drop: entry.drop,
    types: entry.types,
    ...(entry.columns === undefined ? {} : { columns: entry.columns }),
    ...(entry.role === 'label' ? { label: entry.label } : {}),
  });
  const binned = binOwnColumns(recipe, frame, new Uint8Array(rows).fill(1));
  return { party, rows, bins: binned.map(({ bins }) => bins.length).filter((bins) => bins > 1) };
}

/** A party of which only the number of columns is known: each is cut into as many bins as the recipe allows. */
export function guessedTable({ features }: Recipe, party: string, columns: number): PlanParty {
  return { party, bins: new Array<number>(columns).fill(features.bins) };
}

/** @param tables one of every party of the recipe. @param rows common ones. */
export function shapeOf(
  recipe: Recipe,
  model: GbdtModel,
  tables: readonly PlanParty[],
  rows: number,
  coordinator: string,
): PlanShape {
  const named = (id: string): PlanParty => {
    const table = tables.find(({ party }) => party === id);
    if (table === undefined) throw new RangeError(`nothing is known of ${id}'s table`);
    return table;
  };
  // A split by a column is not known before the data is: then every row is taken to be a training row.
  const training = 'column' in recipe.split ? 1 : 1 - recipe.split.test;
  const kept = model.earlyStopping === undefined ? 1 : 1 - model.earlyStopping.holdout;
  return {
    rows,
    counted: Math.max(1, Math.round(rows * training * kept)),
    label: named(labelPartyOf(recipe)),
    features: featurePartiesOf(recipe).map(named),
    coordinator,
    helper: recipe.helper ?? coordinator,
    trees: model.trees,
    depth: model.depth,
    leaves: model.leaves,
    columnSample: model.columnSample,
    additive: recipe.additive ?? 'okamoto-uchiyama',
  };
}

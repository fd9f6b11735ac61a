/** Own columns as they enter the joint model: binned (WoE) or raw, over all common rows. */
import { fineBins, type BinnedColumn } from '@coscore/models/binning/fine-bins.ts';
import type { Frame } from '@coscore/models/data/frame.ts';
import { ModelError } from '@coscore/models/errors.ts';
import { type DesignColumn, rawColumn, type Standardisation } from '@coscore/models/scorecard/design-columns.ts';
import type { Recipe } from '@coscore/node-core/recipe/index.ts';

/** @param train [rows] 1 = training row. */
export function binOwnColumns(
  { features, policy }: Pick<Recipe, 'features' | 'policy'>,
  frame: Frame,
  train: Uint8Array,
): BinnedColumn[] {
  const options = { train, bins: features.bins, rare: features.rare, minRows: policy.minRowsPerBin };
  return frame.columns.map((column) => fineBins(column, options));
}

export interface RawColumns {
  readonly columns: readonly DesignColumn[];
  /** What it takes to see another row's value as the design does, by column. */
  readonly standardisations: ReadonlyMap<string, Standardisation>;
  /** Names of columns that are constant over the training rows. */
  readonly constant: readonly string[];
}

/** @throws ModelError `raw-columns-not-allowed`; `category-needs-woe`. */
export function rawOwnColumns({ policy }: Recipe, frame: Frame, train: Uint8Array): RawColumns {
  if (!policy.allowRawColumns) {
    throw new ModelError(
      'raw-columns-not-allowed',
      'the recipe asks for raw columns (woe: false) and the policy does not allow them; set allowRawColumns if every owner agrees',
      {},
    );
  }
  const made = frame.columns.map((column) => ({ name: column.name, raw: rawColumn(column, train) }));
  return {
    columns: made.flatMap(({ raw }) => (raw === undefined ? [] : [raw.column])),
    standardisations: new Map(
      made.flatMap(({ name, raw }) => (raw === undefined ? [] : [[name, raw.standardisation]])),
    ),
    constant: made.filter(({ raw }) => raw === undefined).map(({ name }) => name),
  };
}

/** Codes of the training rows, column by column. */
export function trainingCodes(columns: readonly BinnedColumn[], rows: Uint32Array): Uint16Array[] {
  return columns.map(({ codes }) => {
    const picked = new Uint16Array(rows.length);
    for (let i = 0; i < rows.length; i++) picked[i] = codes[rows[i]!]!;
    return picked;
  });
}

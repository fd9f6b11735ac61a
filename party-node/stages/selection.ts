/** What a party keeps of stage `select`: which columns stay, and how many everybody has of them. */
import type { Selected } from '@coscore/models/scorecard/candidates.ts';
import type { DropReason } from '@coscore/models/selection/screen.ts';
import { canonicalJson } from '@coscore/node-core/manifest/index.ts';
import type { PartyId } from '@coscore/protocols';
import type { Stored } from './checkpoint-codec.ts';
import type { Candidate } from './label-binning.ts';

type Columns = readonly (readonly [PartyId, number])[];

/** At a feature party. */
export interface KeptColumns {
  /** Own columns that stay, in the order of the model. */
  readonly names: readonly string[];
  readonly columns: ReadonlyMap<PartyId, number>;
  readonly logitBound: number;
}

/** At the label party. */
export interface LabelSelection {
  readonly selected: Selected<Candidate>;
  readonly columns: ReadonlyMap<PartyId, number>;
  readonly bounds: ReadonlyMap<PartyId, number>;
}

export function packColumns({ names, columns, logitBound }: KeptColumns): Stored {
  return { names, columns: [...columns], logitBound };
}

export function unpackColumns(stored: Stored): KeptColumns {
  const { names, columns, logitBound } = stored as unknown as Omit<KeptColumns, 'columns'> & { columns: Columns };
  return { names, columns: new Map(columns), logitBound };
}

interface StoredSelection {
  readonly kept: readonly number[];
  readonly dropped: readonly (readonly [number, DropReason])[];
  readonly correlation?: { readonly names: readonly string[]; readonly values: Float64Array };
  readonly columns: Columns;
  readonly bounds: Columns;
}

/** Candidates by their number. */
export function packSelection(candidates: readonly Candidate[], { selected, columns, bounds }: LabelSelection): Stored {
  const { kept, dropped, correlation } = selected;
  return {
    kept: kept.map((candidate) => candidates.indexOf(candidate)),
    dropped: [...dropped].map(([candidate, reason]) => [candidates.indexOf(candidate), reason]),
    ...(correlation === undefined ? {} : { correlation: { ...correlation } }),
    columns: [...columns],
    bounds: [...bounds],
  };
}

export function unpackSelection(candidates: readonly Candidate[], stored: Stored): LabelSelection {
  const { kept, dropped, correlation, columns, bounds } = stored as unknown as StoredSelection;
  return {
    selected: {
      kept: kept.map((i) => candidates[i]!),
      dropped: new Map(dropped.map(([i, reason]) => [candidates[i]!, reason])),
      ...(correlation === undefined ? {} : { correlation }),
    },
    columns: new Map(columns),
    bounds: new Map(bounds),
  };
}

/** What a repetition must come to again. Correlations are sums in the order of the rows, which an alignment draws anew. */
export function sameSelection(names: readonly string[], columns: ReadonlyMap<PartyId, number>): Uint8Array {
  return Buffer.from(canonicalJson([[...names], [...columns]]));
}

/** How many columns each party has in the model. @param stored a checkpoint of stage `select` with its costs, if there is one. */
export function selectedColumns(stored: Stored | undefined): ReadonlyMap<PartyId, number> {
  if (stored === undefined) return new Map();
  const { result } = stored as unknown as { readonly result: { readonly columns: Columns } };
  return new Map(result.columns);
}

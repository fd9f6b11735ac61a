/** The trained joint model as the label party knows it. */
import type { SampleEvaluations } from '@coscore/models/evaluate/evaluate.ts';
import type { Selected } from '@coscore/models/scorecard/candidates.ts';
import type { BinSpec } from '@coscore/models/binning/spec.ts';
import type { DesignColumn, Standardisation } from '@coscore/models/scorecard/design-columns.ts';
import type { Platt } from '@coscore/models/scorecard/platt.ts';
import type { FeaturePoints, Scaling } from '@coscore/models/scorecard/points.ts';
import type { LinearFit } from '@coscore/models/scorecard/train-linear.ts';
import type { PartyId } from '@coscore/protocols';
import type { Candidate } from './label-binning.ts';

export interface OwnModelFeature {
  readonly name: string;
  readonly column: DesignColumn;
  /** Before and after the refit. */
  readonly weight: number;
  readonly coefficient: number;
  /** What its fine bins hold, and [fine bins] the final bin of each; absent for raw columns. */
  readonly bins?: readonly BinSpec[];
  readonly map?: Uint16Array;
  /** Raw columns only. */
  readonly standardisation?: Standardisation;
  /** Absent for raw columns. */
  readonly points?: FeaturePoints;
}

/** What a feature party shows of its part of the model. */
export interface RemoteShard {
  /** SHA-256 of the shard that it keeps, hex. */
  readonly digest: string;
  /** Where policy says `feature`. */
  readonly features: readonly { readonly name: string; readonly coefficient: number; readonly points: Int32Array }[];
}

export interface LabelPartyModel {
  readonly candidates: readonly Candidate[];
  readonly selected: Selected<Candidate>;
  readonly own: readonly OwnModelFeature[];
  /** Of the parties with columns in the model. */
  readonly shards: ReadonlyMap<PartyId, RemoteShard>;
  readonly fit: LinearFit;
  readonly clippedRows: number;
  readonly platt: Platt;
  readonly scaling: Scaling;
  /** [rows] final log odds of bad. */
  readonly logits: Float64Array;
  readonly evaluation: SampleEvaluations;
}

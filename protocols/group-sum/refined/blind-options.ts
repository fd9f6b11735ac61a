/** What the two ends of blind refined group-sum are given. */
import type { Csprng } from '@coscore/crypto';
import type { AdditiveSchemeName } from '@coscore/crypto/he/additive-scheme.ts';
import type { SealedColumns } from './sealed-columns.ts';
import type { RefinedFeatureCommon, RefinedLabelCommon } from './types.ts';

export interface BlindRefinedLabelOptions extends RefinedLabelCommon {
  readonly profile: 'blind';
  /** The job's columns under its key; the same object for every feature party. */
  readonly sealed: SealedColumns;
}

export interface BlindRefinedFeatureOptions extends RefinedFeatureCommon {
  readonly profile: 'blind';
  /** What the label party must encrypt with. */
  readonly scheme: AdditiveSchemeName;
  readonly rng?: Csprng;
  /** Worker threads; the available cores by default. */
  readonly threads?: number;
}

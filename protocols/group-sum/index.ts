export { packPairs, unpackPairs, type GroupSums, type NodePartition } from './core.ts';
export { GroupSumKey, type GroupSumKeyOptions } from './blind/key.ts';
export { SealedPairs, type PairColumn } from './blind/sealed-pairs.ts';
export {
  groupSumAsFeature,
  groupSumSharesAsFeature,
  type GroupSumFeatureOptions,
  type GroupSumFeatureShareOptions,
} from './feature-party.ts';
export {
  groupSumAsLabel,
  groupSumSharesAsLabel,
  type GroupSumLabelOptions,
  type GroupSumLabelShareOptions,
  type GroupSumShares,
} from './label-party.ts';

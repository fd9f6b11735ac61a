export { packPairs, unpackPairs, type NodePartition } from './core.ts';
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
  type GroupSums,
  type GroupSumShares,
} from './label-party.ts';
export type { GroupSumProfile } from './options.ts';

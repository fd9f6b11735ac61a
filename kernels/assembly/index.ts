export {
  addResidues,
  subtractResidues,
  subtractFromI16,
  subtractFromI32,
  dotU64,
  dotI16,
  dotI32,
  sumResidues,
} from './ring';
export { encodeFixed, decodeFixed } from './fixed';
export {
  identity,
  shuffle,
  invert,
  gatherLess,
  gatherMore,
  scatterByGroup,
  segmentSums,
  packBits,
  unpackBits,
} from './index-ops';
export { sumRows8, sumSome8, sumSome16, pairUp, orderRows, markRight, partRows } from './histogram';
export { advanceRows, routeRows, strayRows } from './row-nodes';
export {
  regroupRows,
  sumRows,
  countedCodes,
  selectCodes,
  addSelected,
  packCodes,
  unpackCodes,
  regroupOwner8,
  regroupOwner16,
  regroupAnonymous,
  joinGroups,
  sumByCode,
} from './regroup';
export {
  fusedMultiplyAdd,
  multiplyModular,
  squareModular,
  multiplyGroups,
  limbsFromBytes,
  bytesFromLimbs,
} from './modular';
export { derivatives, addLosses, roundPairs } from './boosting';
export { initAngles, harmonicsLess, sumHarmonics, sine, exponential } from './angles';

/** First byte that no static data uses. */
export function heapBase(): usize {
  return __heap_base;
}

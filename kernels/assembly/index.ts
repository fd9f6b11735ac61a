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
export { identity, shuffle, invert, gather, scatterByGroup, segmentSums, packBits, unpackBits } from './index-ops';
export { initAngles, harmonicsLess, sumHarmonics, sine, exponential } from './angles';

/** First byte that no static data uses. */
export function heapBase(): usize {
  return __heap_base;
}

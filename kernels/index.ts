export { harmonicsLess, sumHarmonics, type SumHarmonicsOptions, sine, exponential, TURN_BITS } from './angles.ts';
export { decodeFixed, encodeFixed, type Encoded } from './fixed.ts';
export {
  bitsFor,
  gatherLess,
  gatherMore,
  inverted,
  packBits,
  packedBytes,
  segmentSums,
  shuffled,
  sortedByGroup,
  unpackBits,
} from './indexes.ts';
export type { Residues } from './memory.ts';
export {
  addResidues,
  columnResidues,
  dotColumns,
  dotFixedColumns,
  subtractFromColumn,
  subtractResidues,
  sumResidues,
  type FixedColumn,
} from './ring.ts';

export { harmonicsLess, sumHarmonics, type SumHarmonicsOptions, sine, exponential, TURN_BITS } from './angles.ts';
export {
  lossDerivatives,
  roundPairs,
  totalLoss,
  type Derivatives,
  type Loss,
  type LossRows,
  type RoundedPairs,
} from './boosting.ts';
export { BinnedRows, type BinSums, type RowRange } from './histogram.ts';
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
export { hasModular, ModularNumbers } from './modular.ts';
export type { Residues } from './memory.ts';
export { RowNodes, type NodeSides, type RoutingColumns } from './row-nodes.ts';
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

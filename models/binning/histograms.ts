/** Bin counts in plaintext, for the columns that sit beside the labels. */
import type { FeatureHistogram } from '../sources.ts';
import type { BinnedColumn } from './fine-bins.ts';

/**
 * @param labels [rows] 1 = bad.
 * @param train [rows] 1 = training row; only these are counted.
 */
export function localHistograms(
  columns: readonly BinnedColumn[],
  labels: Uint8Array,
  train: Uint8Array,
): FeatureHistogram[] {
  const bad = labels.map((label, row) => label & train[row]!);
  return columns.map((column) => {
    const counts = new Float64Array(column.bins.length);
    const bads = new Float64Array(column.bins.length);
    const { codes } = column;
    for (let row = 0; row < codes.length; row++) {
      counts[codes[row]!]! += train[row]!;
      bads[codes[row]!]! += bad[row]!;
    }
    return { feature: column.name, ordered: column.ordered, missingBin: column.missingBin, counts, bads };
  });
}

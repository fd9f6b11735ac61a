/** Bin counts in plaintext, for the columns that sit beside the labels. */
import type { FeatureHistogram, HistogramSource } from '../sources.ts';
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

/** The group-sum of a party that holds the labels itself. */
export class LocalHistogramSource implements HistogramSource {
  readonly party: string;
  readonly #columns: readonly BinnedColumn[];
  readonly #labels: Uint8Array;
  readonly #train: Uint8Array;

  constructor(party: string, columns: readonly BinnedColumn[], labels: Uint8Array, train: Uint8Array) {
    this.party = party;
    this.#columns = columns;
    this.#labels = labels;
    this.#train = train;
  }

  histograms(): Promise<readonly FeatureHistogram[]> {
    return Promise.resolve(localHistograms(this.#columns, this.#labels, this.#train));
  }
}

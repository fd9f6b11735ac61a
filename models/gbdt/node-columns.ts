/** Histograms of open nodes: what sources answer, and siblings by subtraction. */
import type { NodeColumn } from './best-split.ts';
import { moveToEnds } from './goes-left.ts';
import type { FeatureSums, HistogramSource } from './histogram-source.ts';

/** One source of a tree. */
export interface TreeSource {
  readonly source: HistogramSource;
  /** Features that this tree may use, ascending. */
  readonly wanted: readonly number[];
  /** [features] */
  readonly monotone: Int8Array;
}

/**
 * Columns of one measured node, of all sources.
 * @param sums [sources][wanted] @param place of the node among the measured ones. @param measured how many there are.
 * @throws RangeError when a source answers with other sizes: protocols check what peers send before.
 */
export function columnsOf(
  sources: readonly TreeSource[],
  sums: readonly (readonly FeatureSums[])[],
  place: number,
  measured: number,
): NodeColumn[] {
  return sources.flatMap(({ source, wanted, monotone }, s) =>
    wanted.map((index, i): NodeColumn => {
      const feature = source.features[index]!;
      const { counts, g, h, ends } = sums[s]![i]!;
      for (const cells of [counts, g, h, ends]) {
        if (cells !== undefined && cells.length !== measured * feature.bins) {
          throw new RangeError(`${source.party} gave ${cells.length} bins of ${measured} nodes of ${feature.feature}`);
        }
      }
      const at = place * feature.bins;
      return { source: s, index, feature, monotone: monotone[index] as -1 | 0 | 1, counts, g, h, at, ends };
    }),
  );
}

/** The other child: parent less child, in the parent's place. Exact: all are whole numbers. */
export function subtract(parent: readonly NodeColumn[], child: readonly NodeColumn[]): readonly NodeColumn[] {
  return parent.map((whole, i) => {
    const part = child[i]!;
    const { bins, ordered, missingBin } = whole.feature;
    const ends = part.ends?.subarray(part.at, part.at + bins);
    if (ends?.includes(0) === true) {
      moveToEnds([whole.counts, whole.g, whole.h], whole.at, ends, ordered ? missingBin : -1);
    }
    const { counts, g, h } = whole;
    for (let bin = 0, to = whole.at, from = part.at; bin < bins; bin++, to++, from++) {
      counts[to]! -= part.counts[from]!;
      g[to]! -= part.g[from]!;
      h[to]! -= part.h[from]!;
    }
    return whole;
  });
}

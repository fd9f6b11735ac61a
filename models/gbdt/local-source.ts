/** A party's own columns as a source: plaintext sums in this process, and the records of its splits. */
import { ColumnBlock } from './column-block.ts';
import type { HistogramSource, OwnedSplit, TreeFeature } from './histogram-source.ts';
import type { SplitRecord } from './forest.ts';
import type { JoinBins } from '@coscore/protocols/group-sum/refined/types.ts';

export interface LocalSourceOptions {
  readonly party: string;
  readonly features: readonly TreeFeature[];
  /** [features][rows] each below its feature's bins. */
  readonly codes: readonly Uint16Array[];
  readonly rows: number;
  /** Joins small bins as a party with a disclosure floor does: the plaintext run that a joint one must equal. */
  readonly joinBins?: JoinBins | undefined;
  /** Records of an earlier run to go on from. */
  readonly records?: readonly SplitRecord[] | undefined;
}

export interface LocalSource extends HistogramSource {
  readonly remote: false;
  /** Of all splits so far, by record number. */
  readonly records: readonly SplitRecord[];
}

/** @throws RangeError when sizes differ or the columns do not fit into 4 GB. */
export function localSource(options: LocalSourceOptions): LocalSource {
  const { party, features } = options;
  const block = new ColumnBlock(options);
  const records: SplitRecord[] = [...(options.records ?? [])];
  const route = (own: readonly OwnedSplit[]): Uint8Array => {
    for (const { feature, goesLeft } of own) records.push({ feature, goesLeft });
    return block.route(own);
  };
  return {
    party,
    features,
    remote: false,
    records,
    startTree: async (pairs, wanted, active) => block.startTree(pairs, wanted, active),
    route: async (own) => route(own),
    refine: async (step, right) => block.refine(step, right),
    routeAndRefine: async (own, step, right) => {
      const bits = route(own);
      for (let i = 0; i < bits.length; i++) bits[i]! |= right[i]!;
      return { right: bits, sums: block.refine(step, bits) };
    },
  };
}

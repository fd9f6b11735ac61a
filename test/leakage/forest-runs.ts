/** A small forest grown by a bank and a tax office over the aided protocol in one process, with coins that are fixed. */
import { joinBins } from '@coscore/models/gbdt/join-bins.ts';
import type { TreeFeature } from '@coscore/models/gbdt/histogram-source.ts';
import { localSource } from '@coscore/models/gbdt/local-source.ts';
import { defaultGbdt } from '@coscore/models/gbdt/options.ts';
import { type TrainedForest, trainForest } from '@coscore/models/gbdt/train-forest.ts';
import { RemoteForestSource } from '@coscore/party-node/stages/gbdt/remote-source.ts';
import { SplitOwner } from '@coscore/party-node/stages/gbdt/split-owner.ts';
import type { PartyId } from '@coscore/protocols';
import { openRefinedAsLabel, serveRefinedAsFeature } from '@coscore/protocols/group-sum/refined/index.ts';
import { HELPER, resultOf, seededCsprng, simulate } from '@coscore/protocols/helper/simulate.ts';
import { memoryNetwork, type TranscriptEntry } from '@coscore/protocols/memory-network.ts';

export const BANK = 'bank' as PartyId;
export const TAX = 'tax' as PartyId;
const FLOOR = 20;

export interface ForestTask {
  readonly labels: Uint8Array;
  readonly own: readonly TreeFeature[];
  /** [features][rows] */
  readonly ownCodes: readonly Uint16Array[];
  readonly features: readonly TreeFeature[];
  /** [features][rows] of the tax office. */
  readonly codes: readonly Uint16Array[];
  readonly trees: number;
  readonly depth: number;
}

export interface ForestRun {
  readonly forest: TrainedForest['forest'];
  readonly transcript: readonly TranscriptEntry[];
}

export async function growTogether(task: ForestTask, seed: number): Promise<ForestRun> {
  const { labels, own, ownCodes, features, codes, trees, depth } = task;
  const n = labels.length;
  const common = { profile: 'aided', instance: 'forest', helper: HELPER, n, features, columns: trees } as const;
  const network = memoryNetwork('job/1');
  const run = await simulate(
    network,
    {
      bank: async (session) => {
        const sums = await openRefinedAsLabel(session, { ...common, featureParty: TAX });
        const remote = new RemoteForestSource({ party: TAX, features, sums, rows: n, trees: 0 });
        const local = localSource({ party: BANK, features: own, codes: ownCodes, rows: n });
        const options = { ...defaultGbdt, trees, depth, learningRate: 0.3, minRowsPerLeaf: FLOOR };
        const grown = await trainForest({ sources: [local, remote], labels, options });
        await sums.close();
        return grown;
      },
      tax: (session) => {
        const train = new Uint8Array(n).fill(1);
        const sizes = { rows: n, depth, trees, leastRows: FLOOR, train, grown: n, rowSample: 1 };
        const owner = new SplitOwner({ labelParty: BANK, features, codes, ...sizes, onKeep: () => undefined });
        const options = { ...common, labelParty: BANK, codes, joinBins: owner.counting(joinBins(FLOOR)) };
        return serveRefinedAsFeature(session, options, owner);
      },
    },
    seededCsprng(seed),
  );
  const { forest } = resultOf<TrainedForest>(run, BANK);
  return { forest, transcript: network.transcript };
}

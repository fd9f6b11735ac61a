/** Bads and rows by bin of a feature party's columns, in either trust profile. */
import type { AdditiveSchemeName } from '@coscore/crypto/he/additive-scheme.ts';
import type { PartyId } from '@coscore/protocols';
import {
  groupSumAsFeature,
  groupSumAsLabel,
  GroupSumKey,
  SealedPairs,
  type GroupSums,
  type PairColumn,
} from '@coscore/protocols/group-sum/index.ts';
import { helperFor, type JobContext } from './context.ts';

const INSTANCE = 'woe';
/** A label and a count are one bit each. */
const BITS = { g: 1, h: 1 } as const;

export type CheckCounts = (feature: number, counts: Uint32Array) => void;

/** The label party's side: its pair (is bad, 1) over the bins of any party. */
export interface BinSums {
  /**
   * @param features how many the party offers.
   * @param checkCounts refuses a feature by its rows in each bin; under `blind` before anything about labels leaves.
   * @returns [features] g bads, h rows.
   */
  of(party: PartyId, features: number, checkCounts: CheckCounts): Promise<readonly GroupSums[]>;
  /** Destroys the key of a blind job. */
  close(): Promise<void>;
}

/** Under `blind` begins at once to make a key and to encrypt. @param labels [training rows] 1 = bad. */
export function openBinSums(context: JobContext, labels: Uint8Array): BinSums {
  const { session, recipe, featureParties } = context;
  const g = Int32Array.from(labels);
  const h = new Uint32Array(labels.length).fill(1);
  if (recipe.profile === 'aided') {
    const common = { profile: 'aided', instance: INSTANCE, helper: helperFor(context), g, h } as const;
    return {
      async of(featureParty, features, checkCounts) {
        const sums = await groupSumAsLabel(session, { ...common, featureParty, features });
        sums.forEach(({ counts }, feature) => checkCounts(feature, counts));
        return sums;
      },
      close: () => Promise.resolve(),
    };
  }
  const pairs = sealUnderNewKey(schemeOf(context), { g, h, bits: BITS, readers: featureParties.length });
  pairs.catch(() => undefined); // told to whoever asks for sums
  return {
    async of(featureParty, features, checkCounts) {
      const common = { profile: 'blind', instance: INSTANCE, featureParty, features, checkCounts } as const;
      return groupSumAsLabel(session, { ...common, pairs: await pairs });
    },
    close: async () => {
      const opened = await pairs.catch(() => undefined);
      await opened?.key.destroy();
    },
  };
}

async function sealUnderNewKey(scheme: AdditiveSchemeName, column: PairColumn): Promise<SealedPairs> {
  const key = await GroupSumKey.open({ scheme, rows: column.g.length });
  try {
    return new SealedPairs(key, column);
  } catch (cause) {
    await key.destroy(); // nobody else knows of it
    throw cause;
  }
}

/** The feature party's side. @param codes [features][training rows] @param bins [features] */
export function sumOwnBins(context: JobContext, codes: readonly Uint16Array[], bins: readonly number[]): Promise<void> {
  const { session, labelParty, recipe } = context;
  const common = { instance: INSTANCE, labelParty, codes, bins };
  return recipe.profile === 'aided'
    ? groupSumAsFeature(session, { ...common, profile: 'aided', helper: helperFor(context) })
    : groupSumAsFeature(session, { ...common, profile: 'blind', scheme: schemeOf(context) });
}

function schemeOf({ recipe }: JobContext): AdditiveSchemeName {
  return recipe.additive ?? 'okamoto-uchiyama';
}

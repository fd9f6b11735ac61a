/** Sums of derivatives over a feature party's bins, node by node, in the job's trust profile: both ends of them. */
import type { AdditiveSchemeName } from '@coscore/crypto/he/additive-scheme.ts';
import { derivativeBits } from '@coscore/models/gbdt/derivatives.ts';
import type { TreeFeature } from '@coscore/models/gbdt/histogram-source.ts';
import type { PartyId } from '@coscore/protocols';
import { GroupSumKey } from '@coscore/protocols/group-sum/index.ts';
import {
  type JoinBins,
  openRefinedAsLabel,
  type RefinedHandler,
  type RefinedSums,
  SealedColumns,
  serveRefinedAsFeature,
} from '@coscore/protocols/group-sum/refined/index.ts';
import { helperFor, type JobContext } from '../context.ts';
import type { Offered } from './columns.ts';
import { GRADIENT_BITS, gbdtModel, grownRows, wantedAtMost } from './forest-options.ts';

const INSTANCE = 'forest';

/** What both ends must agree on, from what both know. */
function sizes({ recipe }: JobContext, features: readonly TreeFeature[], train: Uint8Array, trees: number) {
  const model = gbdtModel(recipe);
  const training = train.reduce((sum, bit) => sum + bit, 0);
  return {
    instance: INSTANCE,
    n: train.length,
    features: features.map(({ bins, missingBin }) => ({ bins, missingBin })),
    columns: trees,
    activeAtMost: grownRows(model, training),
    wantedAtMost: wantedAtMost(model, features.length),
  };
}

/** The label party's ends of all feature parties that have columns. */
export interface JointSums {
  readonly of: ReadonlyMap<PartyId, RefinedSums>;
  /** Tells every owner that this is all, and destroys the key of a blind job. */
  close(): Promise<void>;
  /** Wipes what was dealt ahead and destroys the key of a blind job, whatever became of it. */
  destroy(): Promise<void>;
}

/** @param train [rows] 1 = training row. @param trees that may still come. */
export async function openSums(
  context: JobContext,
  offered: Offered,
  train: Uint8Array,
  trees: number,
): Promise<JointSums> {
  const owners = [...offered].filter(([, features]) => features.length > 0);
  const key = context.recipe.profile === 'blind' && owners.length > 0 ? await jobKey(context, train, trees) : undefined;
  const opening: Promise<readonly [PartyId, RefinedSums]>[] = [];
  try {
    const sealed =
      key === undefined
        ? undefined
        : new SealedColumns(key, { readers: owners.length, bits: derivativeBits(GRADIENT_BITS, train.length) });
    const open = async ([featureParty, features]: (typeof owners)[number]): Promise<[PartyId, RefinedSums]> => {
      const common = { featureParty, ...sizes(context, features, train, trees) };
      const sums = await openRefinedAsLabel(
        context.session,
        sealed === undefined
          ? { ...common, profile: 'aided', helper: helperFor(context) }
          : { ...common, profile: 'blind', sealed },
      );
      return [featureParty, sums];
    };
    opening.push(...owners.map(open));
    const of = new Map(await Promise.all(opening));
    return {
      of,
      close: async () => {
        await Promise.all([...of.values()].map((sums) => sums.close()));
        await key?.destroy();
      },
      async destroy() {
        for (const sums of of.values()) sums.abandon();
        await key?.destroy();
      },
    };
  } catch (cause) {
    // Nobody else knows of them. One may yet open.
    for (const one of opening)
      one.then(
        ([, sums]) => sums.abandon(),
        () => undefined,
      );
    await key?.destroy();
    throw cause;
  }
}

function jobKey(context: JobContext, train: Uint8Array, trees: number): Promise<GroupSumKey> {
  const training = train.reduce((sum, bit) => sum + bit, 0);
  return GroupSumKey.open({ scheme: schemeOf(context), rows: trees * grownRows(gbdtModel(context.recipe), training) });
}

export interface ServedSums {
  readonly features: readonly TreeFeature[];
  /** [features][rows] */
  readonly codes: readonly Uint16Array[];
  /** [rows] 1 = training row. */
  readonly train: Uint8Array;
  /** Trees that may still come. */
  readonly trees: number;
  readonly handler: RefinedHandler;
  readonly joinBins: JoinBins;
}

/** The feature party's end, until the label party closes. */
export function serveSums(
  context: JobContext,
  { features, codes, train, trees, handler, joinBins }: ServedSums,
): Promise<void> {
  const { session, labelParty, recipe } = context;
  const common = { ...sizes(context, features, train, trees), labelParty, codes, joinBins };
  return recipe.profile === 'aided'
    ? serveRefinedAsFeature(session, { ...common, profile: 'aided', helper: helperFor(context) }, handler)
    : serveRefinedAsFeature(session, { ...common, profile: 'blind', scheme: schemeOf(context) }, handler);
}

function schemeOf({ recipe }: JobContext): AdditiveSchemeName {
  return recipe.additive ?? 'okamoto-uchiyama';
}

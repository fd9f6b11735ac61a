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
import { claimAsFeature, claimAsLabel, type PoolTerms } from '../../pool/agreement.ts';
import type { ClaimedBatches } from '../../pool/claimed.ts';
import type { Offered } from './columns.ts';
import { GRADIENT_BITS, gbdtModel, grownRows, wantedAtMost } from './forest-options.ts';

const INSTANCE = 'forest';

/** Rows that a tree is grown on at most. */
function grown(recipe: JobContext['recipe'], train: Uint8Array): number {
  const training = train.reduce((sum, bit) => sum + bit, 0);
  return grownRows(gbdtModel(recipe), training);
}

/** What both ends must agree on, from what both know. */
function sizes({ recipe }: JobContext, features: readonly TreeFeature[], train: Uint8Array, trees: number) {
  const model = gbdtModel(recipe);
  return {
    instance: INSTANCE,
    n: train.length,
    features: features.map(({ bins, missingBin }) => ({ bins, missingBin })),
    columns: trees,
    activeAtMost: grown(recipe, train),
    wantedAtMost: wantedAtMost(model, features.length),
  };
}

/** Which material dealt ahead fits the sums between this node and another. @param features that the owner offers. */
export function poolTerms(
  { pool, recipe, job }: JobContext,
  peer: PartyId,
  features: number,
  train: Uint8Array,
  trees: number,
): PoolTerms {
  const slots = grown(recipe, train);
  const of = { project: pool?.project ?? '', helper: pool?.helper ?? '' };
  const key = { ...of, peer, slots, features: wantedAtMost(gbdtModel(recipe), features) };
  return { pool: pool?.store, key, job, columns: trees };
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
  const opening: Promise<OpenedSums>[] = [];
  try {
    const sealed =
      key === undefined
        ? undefined
        : new SealedColumns(key, { readers: owners.length, bits: derivativeBits(GRADIENT_BITS, train.length) });
    const open = ([featureParty, features]: (typeof owners)[number]): Promise<OpenedSums> => {
      const common = { featureParty, ...sizes(context, features, train, trees) };
      if (sealed === undefined) return openAided(context, common, poolTerms(context, featureParty, features.length, train, trees)); // prettier-ignore
      return openRefinedAsLabel(context.session, { ...common, profile: 'blind', sealed }).then((sums) => ({
        featureParty,
        sums,
        claimed: undefined,
      }));
    };
    opening.push(...owners.map(open));
    const opened = await Promise.all(opening);
    return {
      of: new Map(opened.map(({ featureParty, sums }) => [featureParty, sums])),
      close: async () => {
        await Promise.all(opened.map(({ sums }) => sums.close()));
        await key?.destroy();
      },
      async destroy() {
        for (const { sums } of opened) sums.abandon();
        await Promise.all(opened.map(({ claimed }) => claimed?.wipe()));
        await key?.destroy();
      },
    };
  } catch (cause) {
    // Nobody else knows of them. One may yet open.
    for (const one of opening)
      one
        .then(async ({ sums, claimed }) => {
          sums.abandon();
          await claimed?.wipe();
        })
        // What cannot be wiped now stays claimed, and is wiped when the node starts.
        .catch(() => undefined);
    await key?.destroy();
    throw cause;
  }
}

interface OpenedSums {
  readonly featureParty: PartyId;
  readonly sums: RefinedSums;
  readonly claimed: ClaimedBatches | undefined;
}

async function openAided(
  context: JobContext,
  common: { readonly featureParty: PartyId } & ReturnType<typeof sizes>,
  terms: PoolTerms,
): Promise<OpenedSums> {
  const { session } = context;
  const { featureParty } = common;
  const claimed = await claimAsLabel(session, terms);
  try {
    const options = { ...common, helper: helperFor(context), pooled: claimed.deals };
    return { featureParty, claimed, sums: await openRefinedAsLabel(session, { ...options, profile: 'aided' }) };
  } catch (cause) {
    await claimed.wipe();
    throw cause;
  }
}

function jobKey(context: JobContext, train: Uint8Array, trees: number): Promise<GroupSumKey> {
  return GroupSumKey.open({ scheme: schemeOf(context), rows: trees * grown(context.recipe, train) });
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
export async function serveSums(
  context: JobContext,
  { features, codes, train, trees, handler, joinBins }: ServedSums,
): Promise<void> {
  const { session, labelParty, recipe } = context;
  const common = { ...sizes(context, features, train, trees), labelParty, codes, joinBins };
  if (recipe.profile === 'blind')
    return serveRefinedAsFeature(session, { ...common, profile: 'blind', scheme: schemeOf(context) }, handler);
  const claimed = await claimAsFeature(session, poolTerms(context, labelParty, features.length, train, trees));
  try {
    const options = { ...common, helper: helperFor(context), pooled: claimed.deals };
    await serveRefinedAsFeature(session, { ...options, profile: 'aided' }, handler);
  } finally {
    await claimed.wipe();
  }
}

function schemeOf({ recipe }: JobContext): AdditiveSchemeName {
  return recipe.additive ?? 'okamoto-uchiyama';
}

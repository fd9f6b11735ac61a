/** A party's columns as trees use them: bins by its own quantiles, no WoE, nothing selected. Columns of one bin are left out. */
import { type BinnedColumn } from '@coscore/models/binning/fine-bins.ts';
import type { Frame } from '@coscore/models/data/frame.ts';
import type { TreeFeature } from '@coscore/models/gbdt/histogram-source.ts';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import { canonicalJson } from '@coscore/node-core/manifest/index.ts';
import type { Recipe } from '@coscore/node-core/recipe/index.ts';
import { wire } from '@coscore/proto';
import { receive, send, type PartyId } from '@coscore/protocols';
import type { Stored } from '../checkpoint-codec.ts';
import type { JobContext } from '../context.ts';
import { binOwnColumns } from '../features.ts';
import { checkOffering } from '../label-binning.ts';
import type { KeptStage } from '../stages.ts';

export interface ForestColumns {
  readonly binned: readonly BinnedColumn[];
  /** [features] as the trainer sees them, in the order of `binned`. */
  readonly features: readonly TreeFeature[];
  /** [features][rows] */
  readonly codes: readonly Uint16Array[];
  /** Names of columns that cannot split anything. */
  readonly constant: readonly string[];
}

/** @param train [rows] 1 = training row. */
export function forestColumns(
  recipe: Pick<Recipe, 'features' | 'policy'>,
  frame: Frame,
  train: Uint8Array,
): ForestColumns {
  const all = binOwnColumns(recipe, frame, train);
  const binned = all.filter(({ bins }) => bins.length > 1);
  return {
    binned,
    features: binned.map(treeFeature),
    codes: binned.map(({ codes }) => codes),
    constant: all.filter(({ bins }) => bins.length < 2).map(({ name }) => name),
  };
}

/** Missing values of a category are a level like others. */
function treeFeature({ name, ordered, bins, missingBin }: BinnedColumn): TreeFeature {
  return { feature: name, bins: bins.length, ordered, missingBin: ordered ? missingBin : -1 };
}

/** What the others offer, at the label party. */
export type Offered = ReadonlyMap<PartyId, readonly TreeFeature[]>;

/** Stage `binning` at the label party: what everybody has, by published name. */
export function offeringsStage(context: JobContext): KeptStage<Offered> {
  return {
    async make() {
      const offers = context.featureParties.map(async (party): Promise<[PartyId, readonly TreeFeature[]]> => {
        const channel = context.session.channel(party, 'binning');
        const offering = await receive<wire.JobOffering>(channel, 'offering', wire.JobOffering);
        return [party, checkOffering(context, offering, party).map(offeredFeature)];
      });
      return new Map(await Promise.all(offers));
    },
    pack: packOffered,
    unpack: (stored) => new Map(stored as unknown as [PartyId, readonly TreeFeature[]][]),
    same: (offered) => Buffer.from(canonicalJson([...offered].map(([party, features]) => [party, [...features]]))),
  };
}

function packOffered(offered: Offered): Stored {
  return [...offered].map(([party, features]) => [party, features.map((feature) => ({ ...feature }))]);
}

function offeredFeature({
  name,
  ordered,
  bins,
  missingBinPlusOne,
}: ReturnType<typeof checkOffering>[number]): TreeFeature {
  return { feature: name, bins, ordered, missingBin: missingBinPlusOne - 1 };
}

/** Stage `binning` at a feature party: it names its columns and how many bins they have. */
export function offerStage(context: JobContext, { features, constant }: ForestColumns): KeptStage<null> {
  return {
    async make() {
      await send(context.session.channel(context.labelParty, 'binning'), 'offering', wire.JobOffering, {
        features: features.map(({ feature, ordered, bins, missingBin }) => ({
          name: feature,
          ordered,
          bins,
          missingBinPlusOne: missingBin + 1,
        })),
        dropped: constant.map((name) => ({ name, reason: 'constant' })),
      });
      return null;
    },
    // They follow from the own rows and the split; a further attempt asks whether there are any before it has these.
    pack: () => features.length,
    unpack: () => null,
    same: () => Buffer.from(canonicalJson(features.map((feature) => ({ ...feature })))),
  };
}

/** Whether the kept stage of a feature party says that it has no columns. @param stored as `Stages.keep` wrote it. */
export function offersNothing(stored: Stored | undefined): boolean {
  if (stored === undefined) return false;
  return (stored as unknown as { readonly result: number }).result === 0;
}

/**
 * The recipe's monotone columns by `party.column`, as the trainer takes them.
 * @throws NodeError `recipe-invalid` for a column that nobody offers or whose bins have no order.
 */
export function monotoneColumns(
  wanted: Readonly<Record<string, Readonly<Record<string, 1 | -1>>>>,
  offered: ReadonlyMap<string, readonly TreeFeature[]>,
): Record<string, 1 | -1> {
  const entries = Object.entries(wanted).flatMap(([party, columns]) =>
    Object.entries(columns).map(([column, direction]): [string, 1 | -1] => {
      const found = offered.get(party)?.find(({ feature }) => feature === column);
      if (found?.ordered === true) return [`${party}.${column}`, direction];
      const why = found === undefined ? 'is not among the columns that its owner offers' : 'has bins without an order';
      throw new NodeError('recipe-invalid', `model.monotone: ${party}.${column} ${why}`, {
        params: { field: `model.monotone.${party}.${column}` },
      });
    }),
  );
  return Object.fromEntries(entries);
}

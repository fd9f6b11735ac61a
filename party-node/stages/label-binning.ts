/** Stage `binning` at the label party: counts by bin from everybody's columns, and how their bins merge. */
import { decideBins, type BinDecision } from '@coscore/models/binning/decide-bins.ts';
import { localHistograms } from '@coscore/models/binning/histograms.ts';
import type { BinnedColumn } from '@coscore/models/binning/fine-bins.ts';
import { ModelError } from '@coscore/models/errors.ts';
import { rowsWhere } from '@coscore/models/evaluate/evaluate.ts';
import type { FeatureHistogram } from '@coscore/models/sources.ts';
import { wire } from '@coscore/proto';
import { ProtocolError, receive, send, type PartyId } from '@coscore/protocols';
import { toBytes } from './bytes.ts';
import { openBinSums, type BinSums } from './bin-sums.ts';
import type { JobContext } from './context.ts';

/** One feature of any party, as the label party knows it. */
export interface Candidate {
  readonly party: PartyId;
  readonly name: string;
  /** 0 for raw columns. */
  readonly iv: number;
  /** Both absent for raw columns, which have no bins. */
  readonly histogram?: FeatureHistogram;
  readonly decision?: BinDecision;
  /** Own columns only: what their bins hold. */
  readonly binned?: BinnedColumn;
  readonly useless?: 'constant';
}

export type BinnedCandidate = Candidate & Required<Pick<Candidate, 'histogram' | 'decision'>>;

/** Most features and bins that a peer may offer: above it is a mistake or an attack. */
const MAX_FEATURES = 10_000;
const MAX_BINS = 65_535;

/**
 * Counts of every party's bins, and what becomes of them; the decisions go back to their owners.
 * @param own the label party's own columns. @param train [rows] 1 = training row.
 */
export async function binAtLabelParty(
  context: JobContext,
  own: readonly BinnedColumn[],
  labels: Uint8Array,
  train: Uint8Array,
): Promise<readonly Candidate[]> {
  if (!context.recipe.policy.shareWoe) {
    throw new ModelError(
      'woe-not-shared',
      'the policy keeps WoE at the label party (shareWoe: false), so a feature party cannot transform its columns; allow it, or drop the feature parties',
      {},
    );
  }
  const rows = rowsWhere(train, 1);
  const y = Uint8Array.from(rows, (row) => labels[row]!);
  const binSums = openBinSums(context, y);
  try {
    const local = localHistograms(own, labels, train).map((histogram, i) => ({
      ...decided(context, context.self, histogram, true),
      binned: own[i]!,
    }));
    const remote = await Promise.all(context.featureParties.map((party) => binRemote(context, party, binSums)));
    return [...local, ...remote.flat()];
  } finally {
    await binSums.close();
  }
}

async function binRemote(context: JobContext, party: PartyId, binSums: BinSums): Promise<readonly BinnedCandidate[]> {
  const channel = context.session.channel(party, 'binning');
  const offered = checkOffering(context, await receive<wire.JobOffering>(channel, 'offering', wire.JobOffering), party);
  const sums = await binSums.of(party, offered.length, (i, counts) => checkCounts(context, party, offered[i]!, counts));
  const candidates = offered.map((feature, i) => {
    const { counts, g, h } = sums[i]!;
    checkSums(party, { counts, bads: g, rows: h });
    const histogram = {
      feature: feature.name,
      ordered: feature.ordered,
      missingBin: feature.missingBinPlusOne - 1,
      counts: Float64Array.from(counts),
      bads: g,
    };
    return decided(context, party, histogram);
  });
  await send(channel, 'bin-decisions', wire.JobBinDecisions, {
    features: candidates.map(({ name, decision }) => published(context, name, decision)),
  });
  return candidates;
}

/** What a peer can lie about before any sum: sizes, and bins smaller than it promised. @param counts [bins] */
function checkCounts({ recipe }: JobContext, party: PartyId, { bins }: Offered, counts: Uint32Array): void {
  if (counts.length !== bins)
    throw new ProtocolError(
      'wrong-size',
      `${party} counts ${counts.length} bins of a feature that it offered with ${bins}`,
    );
  const least = bins > 1 ? recipe.policy.minRowsPerBin : 0;
  if (counts.some((count) => count < least))
    throw new ProtocolError(
      'out-of-range',
      `${party} offers a bin of fewer than ${least} training rows, which the policy forbids`,
    );
}

/**
 * What it can lie about in the sums. `rows` is the same count as `counts`, summed under the masks. Under `blind` the label
 * party's role has refused such sums already, with its one error.
 */
function checkSums(
  party: PartyId,
  sums: { readonly counts: Uint32Array; readonly bads: Float64Array; readonly rows: Float64Array },
): void {
  const { counts, bads, rows } = sums;
  const fit = counts.every((count, bin) => rows[bin] === count && bads[bin]! >= 0 && bads[bin]! <= count);
  if (!fit) throw new ProtocolError('out-of-range', `${party} sent sums of a feature that do not fit its counts`);
}

function decided({ recipe }: JobContext, party: PartyId, histogram: FeatureHistogram, own = false): BinnedCandidate {
  const { merge, maxBins, minShare } = recipe.features;
  const decision = decideBins(histogram, { merge, maxBins, minShare, own });
  return { party, name: histogram.feature, iv: decision.iv, histogram, decision };
}

/** WoE to two decimals and only of bins that the disclosure rule allows; exact values stay here. */
function published({ recipe }: JobContext, name: string, decision: BinDecision): wire.JobBinDecision.$Properties {
  return {
    name,
    map: toBytes(decision.map),
    woe: toBytes(decision.publishedWoe ?? new Float64Array(0)),
    ...(recipe.policy.shareIv ? { iv: decision.iv } : {}),
  };
}

export interface Offered {
  readonly name: string;
  readonly ordered: boolean;
  readonly bins: number;
  readonly missingBinPlusOne: number;
}

export function checkOffering(context: JobContext, { features }: wire.JobOffering, party: PartyId): readonly Offered[] {
  const allowed = context.columns.get(party) ?? new Set();
  if (features.length > MAX_FEATURES)
    throw new ProtocolError('wrong-size', `${party} offers ${features.length} features, more than ${MAX_FEATURES}`);
  const names = new Set<string>();
  return features.map(({ name, ordered, bins, missingBinPlusOne }) => {
    const checked = {
      name: name ?? '',
      ordered: ordered ?? false,
      bins: bins ?? 0,
      missingBinPlusOne: missingBinPlusOne ?? 0,
    };
    if (checked.bins < 1 || checked.bins > MAX_BINS || checked.missingBinPlusOne > checked.bins) {
      throw new ProtocolError('out-of-range', `${party} offers a feature with ${checked.bins} bins`);
    }
    if (!allowed.has(checked.name) || names.has(checked.name))
      throw new ProtocolError('malformed', `${party} offers a feature twice, or one that the manifest does not have`);
    names.add(checked.name);
    return checked;
  });
}

/** Raw columns have no bins: their owners only name them. */
export async function rawAtLabelParty(
  context: JobContext,
  own: readonly string[],
  constant: readonly string[],
): Promise<readonly Candidate[]> {
  const raw = (party: PartyId, name: string, dropped?: string | null): Candidate => ({
    party,
    name,
    iv: 0,
    ...(dropped ? { useless: 'constant' as const } : {}),
  });
  const remote = await Promise.all(
    context.featureParties.map(async (party) => {
      const offering = await receive<wire.JobOffering>(
        context.session.channel(party, 'binning'),
        'offering',
        wire.JobOffering,
      );
      const names = checkOffering(context, offering, party).map(({ name }) => raw(party, name));
      return [...names, ...offering.dropped.map(({ name, reason }) => raw(party, name ?? '', reason))];
    }),
  );
  return [
    ...own.map((name) => raw(context.self, name)),
    ...constant.map((name) => raw(context.self, name, 'constant')),
    ...remote.flat(),
  ];
}

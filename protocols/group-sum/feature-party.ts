/** Group-sum, the feature party's role: it holds the groups, learns nothing. Steps numbered as in protocol.md. */
import { bytesOf, residuesOf } from '@coscore/crypto/ring/bytes.ts';
import { invertPermutation, uniformPermutation } from '@coscore/crypto/permutation.ts';
import { addResidues, bitsFor, gatherMore, packBits, segmentSums, sortedByGroup } from '@coscore/kernels';
import { wire } from '@coscore/proto';
import { ProtocolError } from '../errors.ts';
import { expectBytes, openDeal, type Deal } from '../helper/deal.ts';
import { BLOCK_RESIDUES } from '../helper/dealer.ts';
import { receive, send, type PartyId, type Session } from '../transport.ts';
import { groupSlots, inSlots, layOut, offsetsOf, type NodePartition, type SlotLayout } from './core.ts';
import { blindAsFeature, type BlindFeatureOptions } from './blind/feature-party.ts';
import { checkCodes, checkGroupSum, groupSumDeal, groupSumTopic, stream } from './options.ts';

export type GroupSumFeatureOptions = AidedFeatureOptions | BlindFeatureOptions;

export interface AidedFeatureOptions {
  readonly profile: 'aided';
  readonly instance: string;
  readonly labelParty: PartyId;
  readonly helper: PartyId;
  /** [features][n] bin code of each row. */
  readonly codes: readonly Uint16Array[];
  /** [features] number of bins, 1 to 65536. */
  readonly bins: readonly number[];
  readonly nodes?: NodePartition;
}

export interface GroupSumFeatureShareOptions extends AidedFeatureOptions {
  /** [n] this party's own additive share of the column; the label party holds the other. */
  readonly share?: BigUint64Array;
}

/**
 * Lets the label party sum its private pair over our private bins.
 * @throws ProtocolError `parameter-mismatch`, `material-reused`, `wrong-round`, `wrong-size`,
 * `out-of-range` (own codes), `cancelled`, `peer-lost`.
 */
export async function groupSumAsFeature(session: Session, options: GroupSumFeatureOptions): Promise<void> {
  if (options.profile === 'blind') await blindAsFeature(session, options);
  else await run(session, options, true);
}

/**
 * The same for a column that may be shared, leaving the sums shared: in `aided` only.
 * @returns [features][nodes x bins] this party's shares of the sums.
 */
export function groupSumSharesAsFeature(
  session: Session,
  options: GroupSumFeatureShareOptions,
): Promise<readonly BigUint64Array[]> {
  return run(session, options, false);
}

async function run(
  session: Session,
  options: GroupSumFeatureShareOptions,
  open: boolean,
): Promise<readonly BigUint64Array[]> {
  const { codes, bins, labelParty, share } = options;
  const n = codes[0]?.length ?? 0;
  checkGroupSum(n, codes.length);
  checkCodes(codes, bins, n);
  if (share !== undefined && share.length !== n) {
    throw new ProtocolError('wrong-size', `a share of ${share.length} rows, not ${n}`);
  }
  const layout = layOut(n, options.nodes);
  const parties = [labelParty, session.self] as const;
  const deal = await openDeal(
    session,
    groupSumDeal(options, parties, { slots: layout.slots, features: codes.length, columns: 1 }, open),
  );
  const channel = session.channel(labelParty, groupSumTopic(options.instance, parties));

  // Step 3 arrives first: it depends on nothing of ours.
  const message = await receive<wire.GroupSumDelta>(channel, 'group-sum-delta', wire.GroupSumDelta);
  expectBytes(layout.slots * 8, message.delta, labelParty, 'masked column');
  const delta = share === undefined ? residuesOf(message.delta) : addResidues(message.delta, inSlots(share, layout));

  const shares: BigUint64Array[] = [];
  for (const [feature, column] of codes.entries()) {
    const { sums, reply } = await sumFeature(deal, feature, column, bins[feature]!, delta, layout);
    await send(channel, 'group-sum-feature', wire.GroupSumFeature, {
      ...reply,
      sums: open ? bytesOf(sums) : new Uint8Array(0),
    });
    shares.push(sums);
    session.progress({ stage: 'group-sum', done: feature + 1, total: codes.length, unit: 'features' });
  }
  await deal.close();
  return shares;
}

/** Steps 2 and 4 for one feature. */
async function sumFeature(
  deal: Deal,
  feature: number,
  codes: Uint16Array,
  bins: number,
  delta: BigUint64Array,
  layout: SlotLayout,
): Promise<{ sums: BigUint64Array; reply: { feature: number; bins: number; counts: Uint8Array; sigma: Uint8Array } }> {
  const { groups, counts } = groupSlots(codes, bins, layout);
  const rho = uniformPermutation(deal.prg(stream.rho(0, feature)), layout.slots);
  const inGroups = layout.nodeStart[layout.nodes]!;
  // The padding is the last group: it takes part in sigma, so that its length is public, and in no sum.
  const offsets = offsetsOf(Uint32Array.of(...counts, layout.slots - inGroups));
  const sigma = sortedByGroup(groups, invertPermutation(rho), offsets);
  const u = gatherMore(delta, rho, await corrections(deal, feature, layout.slots));
  const sums = segmentSums(u, sigma, offsets.subarray(0, counts.length + 1));
  const packed = packBits(sigma, bitsFor(layout.slots));
  return { sums, reply: { feature, bins, counts: bytesOf(counts), sigma: packed } };
}

async function corrections(deal: Deal, feature: number, slots: number): Promise<Uint8Array> {
  const c = new Uint8Array(slots * 8);
  for (let at = 0; at < slots; at += BLOCK_RESIDUES) {
    c.set(await deal.receive(feature, Math.min(BLOCK_RESIDUES, slots - at)), at * 8);
  }
  return c;
}

/** Group-sum, the label party's role: it holds the column and learns the sums. Steps numbered as in protocol.md. */
import type { Prg } from '@coscore/crypto';
import { bytesOf, residuesOf, wordsOf } from '@coscore/crypto/ring/bytes.ts';
import {
  addResidues,
  bitsFor,
  packedBytes,
  segmentSums,
  subtractResidues,
  sumResidues,
  unpackBits,
} from '@coscore/kernels';
import { wire } from '@coscore/proto';
import { ProtocolError } from '../errors.ts';
import { expectBytes, expectIndex, openDeal } from '../helper/deal.ts';
import { receive, send, type PartyId, type Session } from '../transport.ts';
import {
  countsFit,
  inSlots,
  layOut,
  offsetsOf,
  packPairs,
  unpackPairs,
  type GroupSums,
  type NodePartition,
  type SlotLayout,
} from './core.ts';
import { blindAsLabel, type BlindLabelOptions } from './blind/label-party.ts';
import { checkGroupSum, groupSumDeal, groupSumTopic, MAX_BINS, stream } from './options.ts';

interface AidedCommon {
  readonly profile: 'aided';
  readonly instance: string;
  readonly featureParty: PartyId;
  readonly helper: PartyId;
  /** How many features the feature party offers. */
  readonly features: number;
  readonly nodes?: NodePartition;
}

export type GroupSumLabelOptions = AidedLabelOptions | BlindLabelOptions;

export interface AidedLabelOptions extends AidedCommon {
  /** [n] first number of each row's private pair. */
  readonly g: Int32Array;
  /** [n] second number of each row's private pair. */
  readonly h: Uint32Array;
}

export interface GroupSumLabelShareOptions extends AidedCommon {
  /** [n] residues: the whole column, or this party's additive share of it. */
  readonly column: BigUint64Array;
}

/** One feature's sums as shares. */
export interface GroupSumShares {
  /** [nodes x bins] rows in each group. */
  readonly counts: Uint32Array;
  /** [nodes x bins] this party's share of the sums, mod 2^64. */
  readonly sums: BigUint64Array;
}

/**
 * Sums our private pair over the feature party's private bins.
 * @returns [features] the sums, exact.
 * @throws ProtocolError `overflow` (own pair); `parameter-mismatch`; `material-reused`; `wrong-round`; `replayed`;
 * `wrong-size`; `out-of-range` when the peer's numbers cannot be right; `bad-ciphertext` (blind); `cancelled`; `peer-lost`.
 */
export async function groupSumAsLabel(session: Session, options: GroupSumLabelOptions): Promise<readonly GroupSums[]> {
  if (options.profile === 'blind') return blindAsLabel(session, options);
  const column = packPairs(options.g, options.h);
  const summed = await run(session, { ...options, column }, true);
  return summed.map(({ counts, sums }) => ({ counts, ...unpackPairs(sums) }));
}

/** The same for any column of residues, or a share of one, leaving the sums shared: in `aided` only. */
export function groupSumSharesAsLabel(
  session: Session,
  options: GroupSumLabelShareOptions,
): Promise<readonly GroupSumShares[]> {
  return run(session, options, false);
}

async function run(
  session: Session,
  options: GroupSumLabelShareOptions,
  open: boolean,
): Promise<readonly GroupSumShares[]> {
  const { features, featureParty, column } = options;
  checkGroupSum(column.length, features);
  const layout = layOut(column.length, options.nodes);
  const parties = [session.self, featureParty] as const;
  const deal = await openDeal(
    session,
    groupSumDeal(options, parties, { slots: layout.slots, features, columns: 1 }, open),
  );
  const channel = session.channel(featureParty, groupSumTopic(options.instance, parties));

  const slotted = inSlots(column, layout);
  const delta = subtractResidues(slotted, deal.prg(stream.r(0)).u64(layout.slots));
  await send(channel, 'group-sum-delta', wire.GroupSumDelta, { delta: bytesOf(delta) });

  const masks = deal.prg(stream.s(0));
  const results: GroupSumShares[] = [];
  for (let feature = 0; feature < features; feature++) {
    const reply = await receive<wire.GroupSumFeature>(channel, 'group-sum-feature', wire.GroupSumFeature);
    expectIndex(feature, reply.feature, featureParty);
    const result = sumFeature(masks, reply, layout, featureParty, open);
    if (open) checkTotals(slotted, result.sums, reply.bins, layout, featureParty);
    results.push(result);
    session.progress({ stage: 'group-sum', done: feature + 1, total: features, unit: 'features' });
  }
  await deal.close();
  return results;
}

/** Step 5 for one feature. */
function sumFeature(
  masks: Prg,
  reply: wire.GroupSumFeature,
  layout: SlotLayout,
  from: PartyId,
  open: boolean,
): GroupSumShares {
  const { bins } = reply;
  if (bins < 1 || bins > MAX_BINS) throw new ProtocolError('out-of-range', `${from} offers a feature of ${bins} bins`);
  const width = bitsFor(layout.slots);
  expectBytes(layout.nodes * bins * 4, reply.counts, from, 'bin counts');
  expectBytes(packedBytes(layout.slots, width), reply.sigma, from, 'sigma');
  expectBytes(open ? layout.nodes * bins * 8 : 0, reply.sums, from, 'bin sums');
  const counts = wordsOf(reply.counts);
  if (!countsFit(counts, bins, layout)) {
    throw new ProtocolError('out-of-range', `the bin counts of ${from} do not add up to the rows`);
  }
  const { values: sigma, refused } = unpackBits(reply.sigma, layout.slots, width, layout.slots);
  if (refused > 0) throw new ProtocolError('out-of-range', `${refused} entries of ${from}'s sigma are no positions`);
  checkOnce(sigma, from);
  const own = segmentSums(masks.u64(layout.slots), sigma, offsetsOf(counts));
  return { counts, sums: open ? addResidues(own, residuesOf(reply.sums)) : own };
}

/** Every row once a feature: a position twice would weigh its row, and show its label apart from the bin's others. */
function checkOnce(sigma: Uint32Array, from: PartyId): void {
  const seen = new Uint8Array(sigma.length);
  for (const position of sigma) seen[position] = 1;
  if (seen.includes(0)) throw new ProtocolError('out-of-range', `${from}'s sigma has a position twice`);
}

/** A cheap check on a deviating peer: a node's bins must add up to our own total of the node. */
function checkTotals(
  slotted: BigUint64Array,
  sums: BigUint64Array,
  bins: number,
  layout: SlotLayout,
  from: PartyId,
): void {
  for (let node = 0; node < layout.nodes; node++) {
    const own = sumResidues(slotted.subarray(layout.nodeStart[node], layout.nodeStart[node + 1]));
    const summed = sumResidues(sums.subarray(node * bins, (node + 1) * bins));
    if (own[0] !== summed[0])
      throw new ProtocolError('out-of-range', `the bin sums of ${from} do not add up to the column`);
  }
}

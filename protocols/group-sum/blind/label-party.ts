/** Blind group-sum, the label party's role: it encrypts the column and learns the sums. Steps numbered as in protocol.md. */
import { CryptoError } from '@coscore/crypto';
import { unpackSlots } from '@coscore/crypto/he/packing.ts';
import { ProtocolError } from '../../errors.ts';
import { inOrder } from '../../align/pipeline.ts';
import { WHOLE_INSTANCE } from '../../helper/deal.ts';
import type { Channel, PartyId, Session } from '../../transport.ts';
import type { GroupSums } from '../core.ts';
import { blindName, checkGroupSum, groupSumTopic } from '../options.ts';
import { refused } from './key.ts';
import { batches, ROWS_A_BATCH, SUMS_A_BATCH, type GroupPlan } from './layout.ts';
import { receiveBatches, receiveShape, ROWS, sendBatch, sendKey, SUMS, type Shape } from './messages.ts';
import type { Range, SealedPairs } from './sealed-pairs.ts';

export interface BlindLabelOptions {
  readonly profile: 'blind';
  readonly instance: string;
  readonly featureParty: PartyId;
  /** How many features the feature party offers. */
  readonly features: number;
  readonly pairs: SealedPairs;
  /**
   * Refuses a feature by its number of rows in each group [nodes x bins], before a row leaves. These numbers are the feature
   * party's own, so it may be told why.
   */
  readonly checkCounts?: (feature: number, counts: Uint32Array) => void;
}

/**
 * @returns [features] the sums, exact.
 * @throws ProtocolError `bad-ciphertext` when a reply does not decrypt to sums of this column; whatever is thrown, the key
 * is destroyed first.
 */
export async function blindAsLabel(session: Session, options: BlindLabelOptions): Promise<readonly GroupSums[]> {
  try {
    return await run(session, options);
  } catch (cause) {
    throw await options.pairs.key.fail(cause);
  }
}

async function run(session: Session, options: BlindLabelOptions): Promise<readonly GroupSums[]> {
  const { featureParty, features, instance, pairs } = options;
  checkGroupSum(pairs.rows, features);
  const parties = [session.self, featureParty] as const;
  const channel = session.channel(featureParty, groupSumTopic(instance, parties));
  // Every obfuscator of this column is as good as used once its first byte may leave.
  await session.material.claim(featureParty, blindName(instance, parties), WHOLE_INSTANCE);

  await sendKey(session, channel, pairs, features);
  const shape = await receiveShape(channel, features, pairs.layout);
  shape.counts.forEach((counts, feature) => options.checkCounts?.(feature, counts));
  await sendRows(session, channel, pairs);
  return judged(await receiveSums(channel, pairs, shape.plan), shape, pairs);
}

/** Step 2. */
async function sendRows(session: Session, channel: Channel, pairs: SealedPairs): Promise<void> {
  await inOrder(
    batches(pairs.rows, ROWS_A_BATCH),
    ({ from }) => pairs.take(from / ROWS_A_BATCH),
    async (sealed, index) => {
      if (session.signal.aborted) throw new ProtocolError('cancelled', 'the session was cancelled');
      await sendBatch(channel, ROWS, index, sealed);
      const done = Math.min(pairs.rows, (index + 1) * ROWS_A_BATCH);
      session.progress({ stage: 'group-sum', done, total: pairs.rows, unit: 'rows' });
    },
    pairs.key.engine.threads + 2,
  );
}

interface AllSums {
  /** Every ciphertext was one, and decrypted to slots of the form agreed. */
  readonly fits: boolean;
  /** [groups] */
  readonly g: Float64Array;
  /** [groups] */
  readonly h: Float64Array;
}

/**
 * Step 4, first half: decrypts the packed sums and takes them apart. Nothing is judged before the last is in: a feature party
 * that saw at which message the job ended would have had as many questions answered as it sent messages.
 */
async function receiveSums(channel: Channel, { key, pairs }: SealedPairs, { groups }: GroupPlan): Promise<AllSums> {
  const sums = { g: new Float64Array(groups), h: new Float64Array(groups) };
  const { slots } = pairs;
  let fits = true;
  await inOrder(
    receiveBatches(channel, SUMS, Math.ceil(groups / slots), SUMS_A_BATCH, key.group.ciphertextBytes),
    async ({ from, ciphertexts }) => {
      try {
        const plaintexts = await key.engine.decrypt(ciphertexts);
        plaintexts.forEach((plaintext, i) => {
          const first = slots * (from + i);
          const { g, h } = unpackSlots(plaintext, Math.min(slots, groups - first), pairs);
          sums.g.set(g, first);
          sums.h.set(h, first);
        });
      } catch (cause) {
        if (!(cause instanceof CryptoError && cause.code === 'bad-ciphertext')) throw cause;
        fits = false;
      }
    },
    () => undefined,
    key.engine.threads + 2,
  );
  return { ...sums, fits };
}

/** Step 4, second half: all that decrypted, or the one refusal. */
function judged(all: AllSums, { plan, counts }: Shape, { totals, range }: SealedPairs): readonly GroupSums[] {
  let { fits } = all;
  const sums = plan.bins.map((bins, feature) => {
    const [from, to] = [plan.first[feature]!, plan.first[feature + 1]!];
    const own = { counts: counts[feature]!, g: all.g.slice(from, to), h: all.h.slice(from, to) };
    for (const name of ['g', 'h'] as const) {
      fits = addsUp(own[name], bins, totals[name]) && within(own[name], own.counts, range[name]) && fits;
    }
    return own;
  });
  if (!fits) throw refused();
  return sums;
}

/** Whether each node's bins add up to our own total of it. @param sums [nodes x bins] @param totals [nodes] */
function addsUp(sums: Float64Array, bins: number, totals: Float64Array): boolean {
  return totals.every(
    (total, node) => sums.subarray(node * bins, (node + 1) * bins).reduce((sum, x) => sum + x, 0) === total,
  );
}

/** Whether so many rows can have these sums; of a column of ones, whether the sums are the counts. */
function within(sums: Float64Array, counts: Uint32Array, { least, most }: Range): boolean {
  return sums.every((sum, i) => sum >= counts[i]! * least && sum <= counts[i]! * most);
}

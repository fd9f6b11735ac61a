/** Blind group-sum, the label party's role: it encrypts the column and learns the sums. Steps numbered as in protocol.md. */
import { unpackSlots } from '@coscore/crypto/he/packing.ts';
import { ProtocolError } from '../../errors.ts';
import { inOrder } from '../../align/pipeline.ts';
import type { Channel, PartyId, Session } from '../../transport.ts';
import type { GroupSums } from '../core.ts';
import { blindName, checkGroupSum, groupSumTopic } from '../options.ts';
import { refused } from './key.ts';
import { batches, ROWS_A_BATCH, SUMS_A_BATCH, type GroupPlan } from './layout.ts';
import { receiveBatches, receiveShape, ROWS, sendBatch, sendKey, SUMS, type Shape } from './messages.ts';
import type { SealedPairs } from './sealed-pairs.ts';

export interface BlindLabelOptions {
  readonly profile: 'blind';
  readonly instance: string;
  readonly featureParty: PartyId;
  /** How many features the feature party offers. */
  readonly features: number;
  readonly pairs: SealedPairs;
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
  await session.material.claim(featureParty, blindName(instance, parties), pairs.rows - 1);

  await sendKey(session, channel, pairs, features);
  const shape = await receiveShape(channel, features, pairs.layout);
  await sendRows(session, channel, pairs);
  const sums = await receiveSums(channel, pairs, shape.plan);
  return shape.plan.bins.map((_, feature) => featureSums(feature, sums, shape, pairs));
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
  /** [groups] */
  readonly g: Float64Array;
  /** [groups] */
  readonly h: Float64Array;
}

/** Step 4: decrypts the packed sums and takes them apart. */
async function receiveSums(channel: Channel, { key, pairs }: SealedPairs, { groups }: GroupPlan): Promise<AllSums> {
  const sums = { g: new Float64Array(groups), h: new Float64Array(groups) };
  const { slots } = pairs;
  const count = Math.ceil(groups / slots);
  let next = 0;
  await inOrder(
    receiveBatches(channel, SUMS, count, SUMS_A_BATCH, key.group.ciphertextBytes),
    ({ ciphertexts }) => key.engine.decrypt(ciphertexts),
    (plaintexts) => {
      for (const plaintext of plaintexts) {
        const first = slots * next++;
        const { g, h } = unpackSlots(plaintext, Math.min(slots, groups - first), pairs);
        sums.g.set(g, first);
        sums.h.set(h, first);
      }
    },
    key.engine.threads + 2,
  );
  return sums;
}

/** One feature's part, whose nodes must add up to our own totals. */
function featureSums(feature: number, all: AllSums, { plan, counts }: Shape, { totals }: SealedPairs): GroupSums {
  const [from, to] = [plan.first[feature]!, plan.first[feature + 1]!];
  const sums = { counts: counts[feature]!, g: all.g.slice(from, to), h: all.h.slice(from, to) };
  const bins = plan.bins[feature]!;
  for (let node = 0; node < plan.nodes; node++) {
    for (const name of ['g', 'h'] as const) {
      const inNode = sums[name].subarray(node * bins, (node + 1) * bins);
      if (inNode.reduce((sum, x) => sum + x, 0) !== totals[name][node]) throw refused();
    }
  }
  return sums;
}

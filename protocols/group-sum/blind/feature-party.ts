/** Blind group-sum, the feature party's role: it adds ciphertexts by bin and learns nothing. Steps numbered as in protocol.md. */
import { systemCsprng, type Csprng } from '@coscore/crypto';
import { erase } from '@coscore/crypto/erase.ts';
import { addPartialSums, ciphertextsToBytes } from '@coscore/crypto/he/additive-ops.ts';
import { inlinePublic, publicPool, type PublicEngine } from '@coscore/crypto/he/additive-pool.ts';
import type { AdditiveSchemeName } from '@coscore/crypto/he/additive-scheme.ts';
import { ObfuscatorPool } from '@coscore/crypto/he/obfuscator-pool.ts';
import { bytesOf } from '@coscore/crypto/ring/bytes.ts';
import { wire } from '@coscore/proto';
import { inOrder } from '../../align/pipeline.ts';
import { WHOLE_INSTANCE } from '../../helper/deal.ts';
import { send, type Channel, type PartyId, type Session } from '../../transport.ts';
import { groupSlots, layOut, type NodePartition, type SlotLayout } from '../core.ts';
import { blindName, checkCodes, checkGroupSum, groupSumTopic } from '../options.ts';
import { batches, groupsOf, planGroups, ROWS_A_BATCH, rowsIn, SUMS_A_BATCH, type GroupPlan } from './layout.ts';
import { blamed, receiveBatches, receiveKey, ROWS, sendBatch, SHAPE, SUMS, type Agreed } from './messages.ts';

/** Below this many multiplications threads cost more than they bring. */
const THREADS_FROM = 8192;

export interface BlindFeatureOptions {
  readonly profile: 'blind';
  readonly instance: string;
  readonly labelParty: PartyId;
  /** What the label party must encrypt with. */
  readonly scheme: AdditiveSchemeName;
  /** [features][n] bin code of each row. */
  readonly codes: readonly Uint16Array[];
  /** [features] number of bins, 1 to 65536. */
  readonly bins: readonly number[];
  readonly nodes?: NodePartition;
  readonly rng?: Csprng;
  /** Worker threads; the available cores by default. */
  readonly threads?: number;
}

/** @throws ProtocolError `parameter-mismatch`, `wrong-size`, `out-of-range`, `bad-ciphertext`, `replayed`, `wrong-round`, `cancelled`. */
export async function blindAsFeature(session: Session, options: BlindFeatureOptions): Promise<void> {
  const { codes, bins, instance, labelParty, scheme } = options;
  const n = codes[0]?.length ?? 0;
  checkGroupSum(n, codes.length);
  checkCodes(codes, bins, n);
  const layout = layOut(n, options.nodes);
  const plan = planGroups(bins, layout.nodes);
  const parties = [labelParty, session.self] as const;
  const channel = session.channel(labelParty, groupSumTopic(instance, parties));

  const own = { scheme, rows: rowsIn(layout), nodes: layout.nodes, features: codes.length };
  const agreed = await receiveKey(session, channel, own);
  const count = Math.ceil(plan.groups / agreed.pairs.slots);
  await session.material.claim(labelParty, blindName(instance, parties), WHOLE_INSTANCE);
  await sendShape(channel, codes, plan, layout);

  const engine = engineFor(agreed, count, own.rows * codes.length, options);
  const obfuscators = new ObfuscatorPool(engine.obfuscators, agreed.group.ciphertextBytes, SUMS_A_BATCH);
  try {
    obfuscators.order(count);
    const sums = await sumRows(session, channel, engine, agreed, codes, plan, layout);
    await sendSums(channel, engine, obfuscators, agreed, sums);
  } catch (cause) {
    throw blamed(labelParty, cause);
  } finally {
    obfuscators.close();
    await engine.close();
  }
}

function engineFor(agreed: Agreed, uses: number, multiplications: number, options: BlindFeatureOptions): PublicEngine {
  const { rng = systemCsprng, threads } = options;
  if (multiplications < THREADS_FROM) return inlinePublic(agreed.publicKey, rng, uses);
  return publicPool(agreed.publicKey, { uses, ...(threads === undefined ? {} : { threads }) });
}

/** Step 1, our part. */
function sendShape(
  channel: Channel,
  codes: readonly Uint16Array[],
  plan: GroupPlan,
  layout: SlotLayout,
): Promise<void> {
  const counts = new Uint32Array(plan.groups);
  codes.forEach((column, f) => counts.set(groupSlots(column, plan.bins[f]!, layout).counts, plan.first[f]));
  const bins = Uint32Array.from(plan.bins);
  return send(channel, SHAPE, wire.GroupSumBlindShape, { bins: bytesOf(bins), counts: bytesOf(counts) });
}

/** Step 3, first half. @returns [groups] products of the ciphertexts in each group, 1 for an empty one. */
async function sumRows(
  session: Session,
  channel: Channel,
  engine: PublicEngine,
  { group }: Agreed,
  codes: readonly Uint16Array[],
  plan: GroupPlan,
  layout: SlotLayout,
): Promise<bigint[]> {
  const rows = rowsIn(layout);
  const sums = new Array<bigint>(plan.groups).fill(1n);
  await inOrder(
    receiveBatches(channel, ROWS, rows, ROWS_A_BATCH, group.ciphertextBytes),
    ({ from, to, ciphertexts }) =>
      engine.sum({ ciphertexts, groups: groupsOf(codes, plan, layout, from, to), groupCount: plan.groups }),
    (partial, index) => {
      addPartialSums(sums, partial, group);
      const done = Math.min(rows, (index + 1) * ROWS_A_BATCH);
      session.progress({ stage: 'group-sum', done, total: rows, unit: 'rows' });
    },
    engine.threads + 2,
  );
  return sums;
}

/** Step 3, second half: several sums a ciphertext, obfuscated afresh. */
async function sendSums(
  channel: Channel,
  engine: PublicEngine,
  obfuscators: ObfuscatorPool,
  { group, pairs }: Agreed,
  sums: readonly bigint[],
): Promise<void> {
  const count = Math.ceil(sums.length / pairs.slots);
  await inOrder(
    batches(count, SUMS_A_BATCH),
    async ({ from, to }) => {
      const part = ciphertextsToBytes(sums.slice(from * pairs.slots, to * pairs.slots), group);
      const taken = await obfuscators.take(to - from);
      try {
        return await engine.pack({ sums: part, layout: pairs, obfuscators: taken });
      } finally {
        erase(taken);
      }
    },
    (packed, index) => sendBatch(channel, SUMS, index, packed),
    engine.threads + 2,
  );
}

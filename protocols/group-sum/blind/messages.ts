/** Messages of blind group-sum, checked as they come in. */
import { CryptoError } from '@coscore/crypto';
import {
  additiveGroup,
  checkScheme,
  widthsOf,
  ADDITIVE_SCHEMES,
  type AdditiveGroup,
  type AdditivePublicKey,
  type AdditiveSchemeName,
} from '@coscore/crypto/he/additive-scheme.ts';
import { fromBytes, toBytes } from '@coscore/crypto/he/bigints.ts';
import type { PairLayout } from '@coscore/crypto/he/packing.ts';
import { wordsOf } from '@coscore/crypto/ring/bytes.ts';
import { wire } from '@coscore/proto';
import { ProtocolError } from '../../errors.ts';
import { expectBytes, expectIndex } from '../../helper/deal.ts';
import { receive, send, type Channel, type Session } from '../../transport.ts';
import { countsFit, type SlotLayout } from '../core.ts';
import { batches, pairLayoutFor, planGroups, type GroupPlan } from './layout.ts';
import type { SealedPairs } from './sealed-pairs.ts';

export const KEY = 'group-sum-key';
export const SHAPE = 'group-sum-shape';
export const ROWS = 'group-sum-rows';
export const SUMS = 'group-sum-sums';

export function sendKey(session: Session, channel: Channel, pairs: SealedPairs, features: number): Promise<void> {
  const { publicKey, group } = pairs.key;
  const { scheme } = publicKey;
  const { bits } = ADDITIVE_SCHEMES[scheme];
  const wide = group.ciphertextBytes;
  return send(channel, KEY, wire.GroupSumBlindKey, {
    session: session.id,
    scheme,
    bits,
    n: toBytes(publicKey.n, group.numberBytes),
    g: toBytes(publicKey.g, wide),
    h: toBytes(publicKey.h, wide),
    rows: pairs.rows,
    nodes: pairs.layout.nodes,
    features,
    gBits: pairs.bits.g,
    hBits: pairs.bits.h,
  });
}

export interface Agreed {
  readonly publicKey: AdditivePublicKey;
  readonly group: AdditiveGroup;
  readonly pairs: PairLayout;
}

/**
 * The label party's key and terms, held against our own.
 * @throws ProtocolError `parameter-mismatch`, `wrong-size`, `out-of-range`, `overflow`.
 */
export async function receiveKey(
  session: Session,
  channel: Channel,
  own: {
    readonly scheme: AdditiveSchemeName;
    readonly rows: number;
    readonly nodes: number;
    readonly features: number;
  },
): Promise<Agreed> {
  const message = await receive<wire.GroupSumBlindKey>(channel, KEY, wire.GroupSumBlindKey);
  const { rows, nodes, features, scheme } = message;
  const same = rows === own.rows && nodes === own.nodes && features === own.features && scheme === own.scheme;
  if (!same || message.session !== session.id) {
    throw new ProtocolError(
      'parameter-mismatch',
      `${channel.peer} sums ${rows} rows in ${nodes} nodes over ${features} features under ${scheme}, this node ${own.rows}, ${own.nodes}, ${own.features} under ${own.scheme} (or in another session)`,
      { params: { party: channel.peer } },
    );
  }
  return fromPeer(channel.peer, () => {
    const widths = widthsOf(checkScheme(message));
    expectBytes(widths.n, message.n, channel.peer, 'modulus');
    expectBytes(widths.ciphertext, message.g, channel.peer, 'base');
    expectBytes(widths.ciphertext, message.h, channel.peer, 'base');
    const [n, g, h] = [fromBytes(message.n), fromBytes(message.g), fromBytes(message.h)];
    const publicKey = { scheme: own.scheme, n, g, h };
    const group = additiveGroup(publicKey);
    const pairs = pairLayoutFor(rows, { g: message.gBits, h: message.hBits }, group.payloadBits);
    return { publicKey, group, pairs };
  });
}

export interface Shape {
  readonly plan: GroupPlan;
  /** [features] each [nodes x bins]. */
  readonly counts: readonly Uint32Array[];
}

/** @throws ProtocolError `wrong-size`, `out-of-range`. */
export async function receiveShape(channel: Channel, features: number, layout: SlotLayout): Promise<Shape> {
  const message = await receive<wire.GroupSumBlindShape>(channel, SHAPE, wire.GroupSumBlindShape);
  expectBytes(features * 4, message.bins, channel.peer, 'numbers of bins');
  const plan = planGroups([...wordsOf(message.bins)], layout.nodes);
  expectBytes(plan.groups * 4, message.counts, channel.peer, 'bin counts');
  const all = wordsOf(message.counts);
  const counts = plan.bins.map((bins, feature) => {
    const own = all.slice(plan.first[feature], plan.first[feature + 1]);
    if (!countsFit(own, bins, layout)) {
      throw new ProtocolError('out-of-range', `the bin counts of ${channel.peer} do not add up to the rows`);
    }
    return own;
  });
  return { plan, counts };
}

export function sendBatch(channel: Channel, kind: string, index: number, ciphertexts: Uint8Array): Promise<void> {
  return send(channel, kind, wire.GroupSumBlindBatch, { index, ciphertexts });
}

export interface ReceivedBatch {
  readonly from: number;
  readonly to: number;
  /** [to - from x width] */
  readonly ciphertexts: Uint8Array;
}

/**
 * All batches of `count` ciphertexts in their order.
 * @throws ProtocolError `replayed`, `wrong-round`, `wrong-size`.
 */
export async function* receiveBatches(
  channel: Channel,
  kind: string,
  count: number,
  perBatch: number,
  width: number,
): AsyncGenerator<ReceivedBatch> {
  for (const [due, { from, to }] of batches(count, perBatch).entries()) {
    const { index, ciphertexts } = await receive<wire.GroupSumBlindBatch>(channel, kind, wire.GroupSumBlindBatch);
    expectIndex(due, index, channel.peer);
    expectBytes((to - from) * width, ciphertexts, channel.peer, 'ciphertexts');
    yield { from, to, ciphertexts };
  }
}

/** Says whose numbers they were that the mathematics refused. */
export function fromPeer<T>(peer: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw blamed(peer, cause);
  }
}

export function blamed(peer: string, cause: unknown): unknown {
  if (!(cause instanceof CryptoError)) return cause;
  const code = cause.code === 'bad-ciphertext' ? cause.code : 'out-of-range';
  return new ProtocolError(code, `from ${peer}: ${cause.message}`, { cause, params: { party: peer } });
}

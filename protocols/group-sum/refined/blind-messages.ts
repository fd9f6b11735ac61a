/** Messages of blind refined group-sum, checked as they come in. */
import {
  additiveGroup,
  ADDITIVE_SCHEMES,
  checkScheme,
  widthsOf,
  type AdditiveGroup,
  type AdditivePublicKey,
} from '@coscore/crypto/he/additive-scheme.ts';
import { fromBytes, toBytes } from '@coscore/crypto/he/bigints.ts';
import type { PairBits } from '@coscore/crypto/he/packing.ts';
import { bytesOf, wordsOf } from '@coscore/crypto/ring/bytes.ts';
import { wire } from '@coscore/proto';
import { ProtocolError } from '../../errors.ts';
import { expectBytes, expectIndex } from '../../helper/deal.ts';
import { receive, send, type Channel, type Session } from '../../transport.ts';
import { fromPeer } from '../blind/messages.ts';
import { bitsToRows, rowsToBits } from './blind-nodes.ts';
import type { BlindRefinedFeatureOptions, BlindRefinedLabelOptions } from './blind-options.ts';
import type { ColumnOpening } from './types.ts';

export const KEY = 'group-sum-refine-key';
export const TURN = 'group-sum-refine-turn';
export const ANSWER = 'group-sum-refine-answer';
/** Ciphertexts that travel with an answer or in one message after it: 1 MB at 2048 bits. */
export const CIPHERTEXTS_A_PART = 4096;

export interface Agreed {
  readonly publicKey: AdditivePublicKey;
  readonly group: AdditiveGroup;
  readonly bits: PairBits;
}

export type Turn =
  | { readonly what: 'start'; readonly opening: ColumnOpening }
  | { readonly what: 'ask' | 'step'; readonly note: Uint8Array }
  | { readonly what: 'close' };

export function sendKey(session: Session, channel: Channel, options: BlindRefinedLabelOptions): Promise<void> {
  const { sealed, n: rows, features } = options;
  const { publicKey, group } = sealed.key;
  const { scheme, n, g, h } = publicKey;
  return send(channel, KEY, wire.GroupSumRefineBlindKey, {
    session: session.id,
    scheme,
    bits: ADDITIVE_SCHEMES[scheme].bits,
    n: toBytes(n, group.numberBytes),
    g: toBytes(g, group.ciphertextBytes),
    h: toBytes(h, group.ciphertextBytes),
    rows,
    bins: bytesOf(Uint32Array.from(features, ({ bins }) => bins)),
    gBits: sealed.bits.g,
    hBits: sealed.bits.h,
  });
}

/**
 * The label party's key and terms, held against our own.
 * @throws ProtocolError `parameter-mismatch`, `wrong-size`, `out-of-range`.
 */
export async function receiveKey(
  session: Session,
  channel: Channel,
  { scheme, n: rows, features }: BlindRefinedFeatureOptions,
): Promise<Agreed> {
  const { peer } = channel;
  const message = await receive<wire.GroupSumRefineBlindKey>(channel, KEY, wire.GroupSumRefineBlindKey);
  const bins = bytesOf(Uint32Array.from(features, (feature) => feature.bins));
  const same = message.rows === rows && message.scheme === scheme && Buffer.compare(message.bins, bins) === 0;
  if (!same || message.session !== session.id) {
    throw new ProtocolError(
      'parameter-mismatch',
      `${peer} sums ${message.rows} rows over ${message.bins.length / 4} features under ${message.scheme}, this node ${rows} over ${features.length} under ${scheme} (or other bins, or in another session)`,
      { params: { party: peer } },
    );
  }
  return fromPeer(peer, () => {
    const widths = widthsOf(checkScheme(message));
    expectBytes(widths.n, message.n, peer, 'modulus');
    expectBytes(widths.ciphertext, message.g, peer, 'base');
    expectBytes(widths.ciphertext, message.h, peer, 'base');
    const publicKey = { scheme, n: fromBytes(message.n), g: fromBytes(message.g), h: fromBytes(message.h) };
    return { publicKey, group: additiveGroup(publicKey), bits: { g: message.gBits, h: message.hBits } };
  });
}

export function sendTurn(channel: Channel, index: number, turn: Turn): Promise<void> {
  const none = new Uint8Array(0);
  const message = { index, what: turn.what, note: none, wanted: none, active: none };
  switch (turn.what) {
    case 'start': {
      const { wanted, active } = turn.opening;
      const opening = {
        wanted: bytesOf(Uint32Array.from(wanted)),
        active: active === undefined ? none : rowsToBits(active),
      };
      return send(channel, TURN, wire.GroupSumRefineBlindTurn, { ...message, ...opening });
    }
    case 'close':
      return send(channel, TURN, wire.GroupSumRefineBlindTurn, message);
    default:
      return send(channel, TURN, wire.GroupSumRefineBlindTurn, { ...message, note: turn.note });
  }
}

/** @throws ProtocolError `replayed`, `wrong-round`, `wrong-size`, `out-of-range`. */
export async function receiveTurn(channel: Channel, index: number, n: number, features: number): Promise<Turn> {
  const { peer } = channel;
  const message = await receive<wire.GroupSumRefineBlindTurn>(channel, TURN, wire.GroupSumRefineBlindTurn);
  expectIndex(index, message.index, peer);
  switch (message.what) {
    case 'start': {
      if (message.wanted.length % 4 !== 0) throw new ProtocolError('wrong-size', `${peer} wants parts of features`);
      const wanted = [...wordsOf(message.wanted)];
      checkWanted(wanted, features);
      if (message.active.length === 0) return { what: 'start', opening: { wanted, active: undefined } };
      expectBytes(Math.ceil(n / 8), message.active, peer, 'rows that count');
      return { what: 'start', opening: { wanted, active: bitsToRows(message.active, n) } };
    }
    case 'ask':
    case 'step':
      return { what: message.what, note: message.note };
    case 'close':
      return { what: 'close' };
    default:
      throw new ProtocolError('wrong-round', `${peer} takes a turn that is none`);
  }
}

/** @throws ProtocolError `out-of-range` unless these are features in ascending order. */
export function checkWanted(wanted: readonly number[], features: number): void {
  const ascends = wanted.every(
    (f, i) => Number.isInteger(f) && f >= 0 && f < features && (i === 0 || f > wanted[i - 1]!),
  );
  if (wanted.length === 0 || !ascends) {
    throw new ProtocolError('out-of-range', `${wanted.length} wanted features that are not some of ${features}`);
  }
}

/** @throws ProtocolError `replayed`, `wrong-round`. */
export async function receiveAnswer(channel: Channel, index: number): Promise<wire.GroupSumRefineBlindAnswer> {
  const message = await receive<wire.GroupSumRefineBlindAnswer>(channel, ANSWER, wire.GroupSumRefineBlindAnswer);
  expectIndex(index, message.index, channel.peer);
  return message;
}

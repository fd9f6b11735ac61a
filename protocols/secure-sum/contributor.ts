/** A client of Bonawitz et al. (CCS 2017, figure 4, semi-honest): masks its vector, helps to open the masks of others. */
import type { Csprng } from '@coscore/crypto';
import { agreeKey, generateKeyPair, openOnce, sealOnce, type KeyPair } from '@coscore/crypto/group/key-agreement.ts';
import { splitSecret, type Share } from '@coscore/crypto/sharing/shamir.ts';
import { addResidues } from '@coscore/crypto/ring/residues.ts';
import { bytesOf } from '@coscore/crypto/ring/bytes.ts';
import { wire } from '@coscore/proto';
import { ProtocolError } from '../errors.ts';
import { receive, send, type Channel, type PartyId } from '../transport.ts';
import { addPairMasks, clipAndEncode, decodeTotal, maskOf, signOf, vectorFrom } from './core.ts';
import { itemsOf, membersFrom, requireEnough, type Members } from './members.ts';
import { leastSurvivors, thresholdOf, type SecureSumOptions } from './options.ts';

export const SHARE_BYTES = 32;
/** Two shares under AES-GCM. */
export const SEALED_BYTES = 2 * SHARE_BYTES + 16;
export const PAIR_LABEL = 'pair';
export const SELF_LABEL = 'self';

export interface SecureSumResult {
  /** [length] of the survivors' vectors; absent at a contributor where only the aggregator receives. */
  readonly total: Float64Array | undefined;
  /** Whose vectors are in the total. */
  readonly survivors: readonly PartyId[];
}

interface Peer {
  readonly member: number;
  readonly shareKey: Uint8Array;
  readonly maskKey: Uint8Array;
}

interface HeldShares {
  readonly ofMaskKey: Uint8Array;
  readonly ofSelfSeed: Uint8Array;
}

/** What both kinds of info string bind: keys of one sum never fit another. */
export function maskInfo(digest: Uint8Array): string {
  return `coscore secure-sum mask ${Buffer.from(digest).toString('hex')}`;
}

export async function contribute(
  aggregator: Channel,
  vector: Float64Array,
  options: SecureSumOptions,
  digest: Uint8Array,
  rng: Csprng,
): Promise<SecureSumResult> {
  const self = options.parties.indexOf(aggregator.self);
  const least = leastSurvivors(options);
  const encoded = clipAndEncode(vector, options.bound, options.fractionBits);

  const shareKeys = generateKeyPair(rng);
  const maskKeys = generateKeyPair(rng);
  await send(aggregator, 'secure-sum-keys', wire.SecureSumKeys, {
    digest,
    shareKey: shareKeys.publicKey,
    maskKey: maskKeys.publicKey,
  });
  const peers = await receiveRoster(aggregator, self, maskKeys.publicKey, options);
  requireEnough(peers.length + 1, least);

  const selfSeed = Uint8Array.from(rng.bytes(32));
  const keyFor = (from: number, to: number, peer: Peer): Uint8Array =>
    agreeKey(shareKeys, peer.shareKey, `coscore secure-sum share ${from}>${to} ${Buffer.from(digest).toString('hex')}`);
  const shares = splitBoth(maskKeys, selfSeed, [self, ...peers.map((p) => p.member)], thresholdOf(options), rng);
  const sealed = peers.map((peer) => {
    const { ofMaskKey, ofSelfSeed } = shares.get(peer.member)!;
    return sealOnce(keyFor(self, peer.member, peer), Buffer.concat([ofMaskKey, ofSelfSeed]));
  });
  await send(aggregator, 'secure-sum-shares', wire.SecureSumShares, {
    members: Uint8Array.from(peers, (p) => p.member),
    ciphertexts: Buffer.concat(sealed),
  });
  const delivery = await receive<wire.SecureSumShares>(aggregator, 'secure-sum-delivery', wire.SecureSumShares);
  const senders = membersFrom(delivery.members, peers.map((p) => p.member), aggregator.peer); // prettier-ignore
  requireEnough(senders.length + 1, least);
  const sharing = peers.filter((peer) => senders.includes(peer.member));
  const ciphertexts = itemsOf(delivery.ciphertexts, SEALED_BYTES, senders.length, aggregator.peer);
  const held = new Map<number, HeldShares>([[self, shares.get(self)!]]);
  sharing.forEach((peer, i) =>
    held.set(peer.member, openShares(keyFor(peer.member, self, peer), ciphertexts[i]!, options, peer)),
  );

  const pairs = sharing.map((peer) => ({
    seed: agreeKey(maskKeys, peer.maskKey, maskInfo(digest)),
    sign: signOf(self, peer.member),
  }));
  const selfMasked = addResidues(encoded, maskOf(selfSeed, SELF_LABEL, encoded.length));
  const masked = addPairMasks(selfMasked, pairs, PAIR_LABEL);
  await send(aggregator, 'secure-sum-masked', wire.SecureSumMasked, { values: bytesOf(masked) });

  const survivors = await answerUnmasking(aggregator, self, held, least);
  const names = survivors.map((m) => options.parties[m]!);
  if (options.receivers === 'aggregator') return { total: undefined, survivors: names };
  const { values } = await receive<wire.SecureSumTotal>(aggregator, 'secure-sum-total', wire.SecureSumTotal);
  const total = vectorFrom(values, options.length, aggregator.peer);
  return { total: decodeTotal(total, survivors.length, options.bound, options.fractionBits), survivors: names };
}

/** The other members' keys, ascending. @throws ProtocolError `out-of-range` unless our own key is among them unchanged. */
async function receiveRoster(
  aggregator: Channel,
  self: number,
  ownMaskKey: Uint8Array,
  options: SecureSumOptions,
): Promise<readonly Peer[]> {
  const roster = await receive<wire.SecureSumRoster>(aggregator, 'secure-sum-roster', wire.SecureSumRoster);
  const members = membersFrom(roster.members, options.parties.map((_, i) => i), aggregator.peer); // prettier-ignore
  const shareKeys = itemsOf(roster.shareKeys, 32, members.length, aggregator.peer);
  const maskKeys = itemsOf(roster.maskKeys, 32, members.length, aggregator.peer);
  const own = maskKeys[members.indexOf(self)];
  if (own === undefined || Buffer.compare(own, ownMaskKey) !== 0) {
    throw new ProtocolError('out-of-range', `${aggregator.peer} changed the list of keys`, {
      params: { party: aggregator.peer },
    });
  }
  return members
    .map((member, i) => ({ member, shareKey: shareKeys[i]!, maskKey: maskKeys[i]! }))
    .filter(({ member }) => member !== self);
}

/** Shares of both secrets for every member; a member's point is its position plus one. */
function splitBoth(
  maskKeys: KeyPair,
  selfSeed: Uint8Array,
  members: Members,
  threshold: number,
  rng: Csprng,
): ReadonlyMap<number, HeldShares> {
  const xs = members.map((m) => m + 1);
  const ofMaskKey = splitSecret(maskKeys.secretKey, xs, threshold, rng);
  const ofSelfSeed = splitSecret(selfSeed, xs, threshold, rng);
  const bytes = (shares: readonly Share[], i: number): Uint8Array => shares[i]!.bytes;
  return new Map(members.map((m, i) => [m, { ofMaskKey: bytes(ofMaskKey, i), ofSelfSeed: bytes(ofSelfSeed, i) }]));
}

function openShares(key: Uint8Array, sealed: Uint8Array, options: SecureSumOptions, peer: Peer): HeldShares {
  const opened = openOnce(key, sealed);
  if (opened === undefined) {
    const party = options.parties[peer.member]!;
    throw new ProtocolError('malformed', `shares of ${party} were changed on their way`, { params: { party } });
  }
  return { ofMaskKey: opened.subarray(0, SHARE_BYTES), ofSelfSeed: opened.subarray(SHARE_BYTES) };
}

/**
 * For each member one share: of its self-mask seed if it survived, of its mask key if not. Both for one member would open
 * that member's vector, so exactly one request is ever answered.
 */
async function answerUnmasking(
  aggregator: Channel,
  self: number,
  held: ReadonlyMap<number, HeldShares>,
  least: number,
): Promise<Members> {
  const request = await receive<wire.SecureSumSurvivors>(aggregator, 'secure-sum-survivors', wire.SecureSumSurvivors);
  const sharing = [...held.keys()].sort((a, b) => a - b);
  const survivors = membersFrom(request.members, sharing, aggregator.peer);
  requireEnough(survivors.length, least);
  if (!survivors.includes(self)) {
    throw new ProtocolError('out-of-range', `${aggregator.peer} counts us as lost but asks us`, {
      params: { party: aggregator.peer },
    });
  }
  const shares = sharing.map((m) => (survivors.includes(m) ? held.get(m)!.ofSelfSeed : held.get(m)!.ofMaskKey));
  await send(aggregator, 'secure-sum-unmask', wire.SecureSumUnmask, { shares: Buffer.concat(shares) });
  return survivors;
}

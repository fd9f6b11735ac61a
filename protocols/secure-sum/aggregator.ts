/**
 * The server of Bonawitz et al. (CCS 2017, figure 4, semi-honest): adds masked vectors, opens the masks of the sum only.
 * A party whose channel ends with `peer-lost` is dropped; the sum goes on while enough are left.
 */
import { agreeKey, publicKeyOf } from '@coscore/crypto/group/key-agreement.ts';
import { combineShares, type Share } from '@coscore/crypto/sharing/shamir.ts';
import { addResidues, subtractResidues } from '@coscore/crypto/ring/residues.ts';
import { bytesOf } from '@coscore/crypto/ring/bytes.ts';
import { wire } from '@coscore/proto';
import { ProtocolError } from '../errors.ts';
import { receive, send, type Channel } from '../transport.ts';
import { maskInfo, PAIR_LABEL, SEALED_BYTES, SELF_LABEL, SHARE_BYTES, type SecureSumResult } from './contributor.ts';
import { decodeTotal, maskOf, signOf, sumOf, vectorFrom, type Vector } from './core.ts';
import { itemsOf, membersFrom, requireEnough, type Members } from './members.ts';
import { checkDigest, leastSurvivors, thresholdOf, type SecureSumOptions } from './options.ts';

/** One entry for each member still with us, ascending. */
type ByMember<T> = ReadonlyMap<number, T>;

interface Keys {
  readonly shareKey: Uint8Array;
  readonly maskKey: Uint8Array;
}

/** @param channels [parties] */
export async function aggregate(
  channels: readonly Channel[],
  options: SecureSumOptions,
  digest: Uint8Array,
): Promise<SecureSumResult> {
  const least = leastSurvivors(options);
  const all = channels.map((_, member) => member);
  const ask = async <T>(
    members: Members,
    step: (channel: Channel, member: number) => Promise<T>,
  ): Promise<ByMember<T>> => {
    const answers = await fromThoseLeft(members, (member) => step(channels[member]!, member));
    requireEnough(answers.size, least);
    return answers;
  };

  const keys = await ask(all, (channel) => receiveKeys(channel, digest));
  const roster = [...keys.keys()];
  const sealed = await ask(roster, async (channel, member) => {
    await send(channel, 'secure-sum-roster', wire.SecureSumRoster, {
      members: Uint8Array.from(roster),
      shareKeys: Buffer.concat(roster.map((m) => keys.get(m)!.shareKey)),
      maskKeys: Buffer.concat(roster.map((m) => keys.get(m)!.maskKey)),
    });
    return receiveShares(channel, member, roster);
  });
  const sharing = [...sealed.keys()];
  const masked = await ask(sharing, async (channel, member) => {
    const senders = sharing.filter((m) => m !== member);
    await send(channel, 'secure-sum-delivery', wire.SecureSumShares, {
      members: Uint8Array.from(senders),
      ciphertexts: Buffer.concat(senders.map((m) => sealed.get(m)!.get(member)!)),
    });
    const { values } = await receive<wire.SecureSumMasked>(channel, 'secure-sum-masked', wire.SecureSumMasked);
    return vectorFrom(values, options.length, channel.peer);
  });
  const survivors = [...masked.keys()];
  const shares = await ask(survivors, async (channel) => {
    await send(channel, 'secure-sum-survivors', wire.SecureSumSurvivors, { members: Uint8Array.from(survivors) });
    const answer = await receive<wire.SecureSumUnmask>(channel, 'secure-sum-unmask', wire.SecureSumUnmask);
    return itemsOf(answer.shares, SHARE_BYTES, sharing.length, channel.peer);
  });

  const sum = unmask(sumOf([...masked.values()]), sharing, survivors, keys, shares, options, digest);
  const total = decodeTotal(sum, survivors.length, options.bound, options.fractionBits);
  if (options.receivers === 'all') {
    const message = { members: Uint8Array.from(survivors), values: bytesOf(sum) };
    await fromThoseLeft([...shares.keys()], (m) =>
      send(channels[m]!, 'secure-sum-total', wire.SecureSumTotal, message),
    );
  }
  return { total, survivors: survivors.map((m) => options.parties[m]!) };
}

/** Runs a step with each member; those lost on the way are left out. Any other failure ends the sum. */
async function fromThoseLeft<T>(members: Members, step: (member: number) => Promise<T>): Promise<ByMember<T>> {
  const answers = await Promise.all(
    members.map(async (member): Promise<readonly [number, T] | undefined> => {
      try {
        return [member, await step(member)];
      } catch (error) {
        if (error instanceof ProtocolError && error.code === 'peer-lost') return undefined;
        throw error;
      }
    }),
  );
  return new Map(answers.filter((answer) => answer !== undefined));
}

async function receiveKeys(channel: Channel, digest: Uint8Array): Promise<Keys> {
  const keys = await receive<wire.SecureSumKeys>(channel, 'secure-sum-keys', wire.SecureSumKeys);
  checkDigest(digest, keys.digest, channel.peer);
  const [shareKey] = itemsOf(keys.shareKey, 32, 1, channel.peer);
  const [maskKey] = itemsOf(keys.maskKey, 32, 1, channel.peer);
  return { shareKey: shareKey!, maskKey: maskKey! };
}

/** One ciphertext for every other member of the roster. */
async function receiveShares(channel: Channel, member: number, roster: Members): Promise<ByMember<Uint8Array>> {
  const { members, ciphertexts } = await receive<wire.SecureSumShares>(
    channel,
    'secure-sum-shares',
    wire.SecureSumShares,
  );
  const others = roster.filter((m) => m !== member);
  const named = membersFrom(members, others, channel.peer);
  const sealed = itemsOf(ciphertexts, SEALED_BYTES, others.length, channel.peer);
  if (named.length !== others.length)
    throw new ProtocolError('wrong-size', `${channel.peer} left out a member's shares`);
  return new Map(others.map((m, i) => [m, sealed[i]!]));
}

/** Takes the survivors' self-masks off, and the pair masks that members lost after sharing left behind. */
function unmask(
  sum: Vector,
  sharing: Members,
  survivors: Members,
  keys: ByMember<Keys>,
  shares: ByMember<readonly Uint8Array[]>,
  options: SecureSumOptions,
  digest: Uint8Array,
): Vector {
  const helpers = [...shares.keys()].slice(0, thresholdOf(options));
  const secretOf = (place: number): Uint8Array =>
    combineShares(helpers.map((m): Share => ({ x: m + 1, bytes: shares.get(m)![place]! })));
  let open = sum;
  sharing.forEach((member, place) => {
    const secret = secretOf(place);
    if (survivors.includes(member)) {
      open = subtractResidues(open, maskOf(secret, SELF_LABEL, open.length));
      return;
    }
    const pair = { secretKey: secret, publicKey: publicKeyOf(secret) };
    if (Buffer.compare(pair.publicKey, keys.get(member)!.maskKey) !== 0) {
      throw new ProtocolError(
        'out-of-range',
        'shares do not give the key of a lost party: some party sent a wrong share',
      );
    }
    for (const survivor of survivors) {
      const mask = maskOf(agreeKey(pair, keys.get(survivor)!.maskKey, maskInfo(digest)), PAIR_LABEL, open.length);
      open = signOf(survivor, member) === 1 ? subtractResidues(open, mask) : addResidues(open, mask);
    }
  });
  return open;
}

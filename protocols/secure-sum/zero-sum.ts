/**
 * Masks that cancel over all parties (the pairwise masks of Bonawitz et al., CCS 2017, 4.1, without dropout), for sums in
 * which everybody must take part: one message to each peer a call.
 */
import { createHash } from 'node:crypto';
import { systemCsprng, type Csprng } from '@coscore/crypto';
import { agreeKey, generateKeyPair, KEY_BYTES } from '@coscore/crypto/group/key-agreement.ts';
import { bytesOf } from '@coscore/crypto/ring/bytes.ts';
import { decodeFixedPoint } from '@coscore/crypto/ring/fixed-point.ts';
import { wire } from '@coscore/proto';
import { ProtocolError } from '../errors.ts';
import { receive, send, type Channel, type PartyId, type Session } from '../transport.ts';
import { addPairMasks, encode, primePairMasks, signOf, sumOf, vectorFrom, type PairSeed, type Vector } from './core.ts';
import { checkDigest, topicOf } from './options.ts';

/** Entries of `allReduce` are rounded to multiples of 2^-44. */
export const ALL_REDUCE_FRACTION_BITS = 44;

export interface ZeroSumOptions {
  /** 2 to 64, in the same order everywhere; all must take part in every call. */
  readonly parties: readonly PartyId[];
  /** Tells the groups of one session apart; opened once. */
  readonly instance: string;
}

export interface ZeroSum {
  /**
   * The sum of all parties' vectors, bit for bit the same at each. With three or more parties the vectors travel masked and
   * a party learns the total only. **With two there is nothing to hide** (the total less one's own is the other's), so they
   * travel as they are.
   * @param vector [length] |x| <= allReduceBound(k).
   * @param round higher than in any earlier `allReduce` of this group; the same at every party.
   * @throws ProtocolError `overflow`; `material-reused` for an old round; `wrong-size`; `replayed`; `wrong-round`.
   */
  allReduce(vector: Float64Array, round: number): Promise<Float64Array>;
  /**
   * [length] this party's mask, uniform mod 2^64 for any k - 1 parties; over all parties the masks of a round add to zero.
   * @param round higher than in any earlier `mask` of this group.
   * @throws ProtocolError `material-reused`.
   */
  mask(round: number, length: number): BigUint64Array<ArrayBuffer>;
  /** The same mod t, the prime of crypto/ring/prime-ring.ts; rounds are counted together with those of `mask`. */
  maskPrime(round: number, length: number): BigUint64Array<ArrayBuffer>;
}

/** Largest |x| of `allReduce` over k parties: k * bound * 2^44 stays below 2^63. */
export function allReduceBound(k: number): number {
  return (2 ** 19 - 1) / k;
}

/**
 * Agrees pair seeds with every other party. The keys are fresh, live in this object only and die with it, so that marking
 * the instance as used, once, before anything is sent, rules out reuse over crashes and resumes.
 * @throws ProtocolError `parameter-mismatch`; `bad-point`; `material-reused`; `out-of-range`.
 */
export async function openZeroSum(
  session: Session,
  options: ZeroSumOptions,
  resources: { readonly rng?: Csprng } = {},
): Promise<ZeroSum> {
  const { parties, instance } = options;
  const k = parties.length;
  const self = parties.indexOf(session.self);
  if (k < 2 || k > 64 || new Set(parties).size !== k || self === -1) {
    throw new ProtocolError('out-of-range', `a zero-sum group has 2 to 64 parties with ${session.self} among them`);
  }
  const topic = `zero/${topicOf(instance)}`;
  const peers = parties.filter((party) => party !== session.self);
  for (const peer of peers) await session.material.claim(peer, topic, 0);
  const channels = peers.map((peer) => session.channel(peer, topic));
  const pairs = await agreePairs(session, options, channels, resources.rng ?? systemCsprng);

  const reduceMark = rising('allReduce', instance);
  const maskMark = rising('mask', instance);
  return {
    async allReduce(vector, round) {
      reduceMark(round);
      const bound = allReduceBound(k);
      const own = encode(vector, bound, ALL_REDUCE_FRACTION_BITS, 'overflow');
      const sent = k === 2 ? own : addPairMasks(own, pairs, `all-reduce ${round}`);
      const received = await exchange(channels, round, sent);
      // The bound uses the whole ring, so a wrong total cannot be told from a right one by its size.
      return decodeFixedPoint(sumOf([sent, ...received]), ALL_REDUCE_FRACTION_BITS);
    },
    mask(round, length) {
      maskMark(round);
      return addPairMasks(new BigUint64Array(length), pairs, `mask ${round}`);
    },
    maskPrime(round, length) {
      maskMark(round);
      return primePairMasks(length, pairs, `prime mask ${round}`);
    },
  };
}

async function agreePairs(
  session: Session,
  options: ZeroSumOptions,
  channels: readonly Channel[],
  rng: Csprng,
): Promise<readonly PairSeed[]> {
  const { parties, instance } = options;
  const self = parties.indexOf(session.self);
  const fields = JSON.stringify([session.id, parties, instance]);
  const digest = createHash('sha256').update(`coscore zero-sum v1 ${fields}`).digest();
  const keys = generateKeyPair(rng);
  const pairs = await Promise.all(
    channels.map(async (channel) => {
      await send(channel, 'zero-sum-hello', wire.ZeroSumHello, { digest, publicKey: keys.publicKey });
      const hello = await receive<wire.ZeroSumHello>(channel, 'zero-sum-hello', wire.ZeroSumHello);
      checkDigest(digest, hello.digest, channel.peer);
      return { seed: seedWith(channel, hello.publicKey, digest), sign: signOf(self, parties.indexOf(channel.peer)) };
    }),
  );
  keys.secretKey.fill(0);
  return pairs;

  function seedWith(channel: Channel, publicKey: Uint8Array, context: Uint8Array): Uint8Array {
    if (publicKey.length !== KEY_BYTES) {
      throw new ProtocolError('wrong-size', `${channel.peer} sent a key of ${publicKey.length} bytes, not 32`, {
        params: { party: channel.peer },
      });
    }
    try {
      return agreeKey(keys, publicKey, `coscore zero-sum ${Buffer.from(context).toString('hex')}`);
    } catch (cause) {
      throw new ProtocolError('bad-point', `${channel.peer} sent a key of low order`, {
        cause,
        params: { party: channel.peer },
      });
    }
  }
}

async function exchange(channels: readonly Channel[], round: number, own: Vector): Promise<Vector[]> {
  return Promise.all(
    channels.map(async (channel) => {
      await send(channel, 'zero-sum-vector', wire.ZeroSumVector, { round, values: bytesOf(own) });
      const theirs = await receive<wire.ZeroSumVector>(channel, 'zero-sum-vector', wire.ZeroSumVector);
      if (theirs.round !== round) {
        const code = theirs.round < round ? 'replayed' : 'wrong-round';
        throw new ProtocolError(code, `${channel.peer} sent round ${theirs.round} where ${round} was due`, {
          params: { party: channel.peer, round: theirs.round, expected: round },
        });
      }
      return vectorFrom(theirs.values, own.length, channel.peer);
    }),
  );
}

/** Refuses any round at or under the last one: the same masks on two vectors would show their difference. */
function rising(what: string, instance: string): (round: number) => void {
  let mark = -1;
  return (round) => {
    if (!Number.isInteger(round) || round <= mark || round > 0xffff_ffff) {
      throw new ProtocolError('material-reused', `${what} of ${instance}: round ${round} is not above ${mark}`, {
        params: { round, mark },
      });
    }
    mark = round;
  };
}

/** How parties that hold no share bring their part of the logit in: one half to L, the other drawn by C from a common seed. */
import { prg, systemCsprng, type Prg } from '@coscore/crypto';
import { wire } from '@coscore/proto';
import { ProtocolError, receive, send, type Session } from '@coscore/protocols';
import { openZeroSum } from '@coscore/protocols/secure-sum/index.ts';
import { addLogits, LOGIT_MODULUS } from '@coscore/protocols/shared-sigmoid/index.ts';
import { toBytes, u32 } from './bytes.ts';
import type { Team } from './linear-source.ts';

const MASK = LOGIT_MODULUS - 1;

export interface LogitShares {
  /** @param own [n] own encoded logits. @returns [n] this party's share of the joint one, where it holds a share. */
  share(own: Uint32Array, iteration: number): Promise<Uint32Array>;
}

const angles = (stream: Prg, length: number): Uint32Array =>
  new Uint32Array(stream.bytes(length * 4).buffer).map((word) => word & MASK);

/** L receives masked parts; C draws the masks from each party's seed. */
export async function receivedLogitShares(session: Session, { label, others }: Team): Promise<LogitShares> {
  if (session.self === label) {
    return {
      async share(own, iteration) {
        const parts = await Promise.all(
          others.map(async (party) => {
            const message = await receive<wire.JobLogitShare>(
              session.channel(party, 'logit'),
              'logit-share',
              wire.JobLogitShare,
            );
            if (message.iteration !== iteration)
              throw new ProtocolError(
                'replayed',
                `${party} sent the logits of iteration ${message.iteration} in iteration ${iteration}`,
              );
            return u32(message.values, own.length, `the logit share of ${party}`);
          }),
        );
        return parts.reduce(addLogits, own);
      },
    };
  }
  const streams = await Promise.all(
    others.map(async (party) => {
      const { seed } = await receive<wire.JobSeed>(session.channel(party, 'logit'), 'logit-seed', wire.JobSeed);
      return prg(seed, 'logit share');
    }),
  );
  return {
    share: (own) => Promise.resolve(streams.reduce((sum, stream) => addLogits(sum, angles(stream, own.length)), own)),
  };
}

/** A party without a share. The seed is fresh and lives as long as this object; the instance is marked as used first. */
export async function sentLogitShares(session: Session, { label, first, others }: Team): Promise<LogitShares> {
  for (const peer of [label, first]) await session.material.claim(peer, 'logit share', 0);
  const seed = systemCsprng.bytes(32);
  await send(session.channel(first, 'logit'), 'logit-seed', wire.JobSeed, { seed });
  const stream = prg(seed, 'logit share');
  // With three such parties, L and C together would see the parts of one; the masks leave them only the sum.
  const masks = others.length < 3 ? undefined : await openZeroSum(session, { parties: [...others], instance: 'logit' });
  return {
    async share(own, iteration) {
      const values = Uint32Array.from(own);
      const hide = angles(stream, own.length);
      for (let i = 0; i < values.length; i++) values[i] = (values[i]! - hide[i]!) & MASK;
      if (masks !== undefined) addLowBits(values, masks.mask(iteration, own.length));
      await send(session.channel(label, 'logit'), 'logit-share', wire.JobLogitShare, {
        iteration,
        values: toBytes(values),
      });
      return own;
    },
  };
}

/** 2^25 divides 2^64: masks that add up to zero there also do in their low bits. */
function addLowBits(into: Uint32Array, masks: BigUint64Array): void {
  const words = new Uint32Array(masks.buffer, masks.byteOffset, masks.length * 2);
  for (let i = 0; i < into.length; i++) into[i] = (into[i]! + words[2 * i]!) & MASK;
}

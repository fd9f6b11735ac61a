/** How parties that hold no share bring their part of the logit in: one half to L, the other drawn by C from a common seed. */
import { prg, systemCsprng } from '@coscore/crypto';
import { wire } from '@coscore/proto';
import { ProtocolError, receive, send, type Session } from '@coscore/protocols';
import { openZeroSum } from '@coscore/protocols/secure-sum/index.ts';
import { toBytes } from './bytes.ts';
import type { Team } from './linear-source.ts';
import type { ShareRing } from './share-ring.ts';

export interface LogitShares<V> {
  /** @param own [n] own encoded logits. @returns [n] this party's share of the joint one, where it holds a share. */
  share(own: V, iteration: number): Promise<V>;
}

/** L and C receive, the others send. */
export function openLogitShares<V extends Uint32Array | BigUint64Array>(
  session: Session,
  team: Team,
  ring: ShareRing<V>,
): Promise<LogitShares<V>> {
  const holder = session.self === team.label || session.self === team.first;
  return holder ? receivedLogitShares(session, team, ring) : sentLogitShares(session, team, ring);
}

/** L receives masked parts; C draws the masks from each party's seed. */
async function receivedLogitShares<V extends Uint32Array | BigUint64Array>(
  session: Session,
  { label, others }: Team,
  ring: ShareRing<V>,
): Promise<LogitShares<V>> {
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
            return ring.read(message.values, own.length, `the logit share of ${party}`);
          }),
        );
        return parts.reduce(ring.add, own);
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
    share: (own) => Promise.resolve(streams.reduce((sum, stream) => ring.add(sum, ring.draw(stream, own.length)), own)),
  };
}

/** A party without a share. The seed is fresh and lives as long as this object; the instance is marked as used first. */
async function sentLogitShares<V extends Uint32Array | BigUint64Array>(
  session: Session,
  { label, first, others }: Team,
  ring: ShareRing<V>,
): Promise<LogitShares<V>> {
  for (const peer of [label, first]) await session.material.claim(peer, 'logit share', 0);
  const seed = systemCsprng.bytes(32);
  await send(session.channel(first, 'logit'), 'logit-seed', wire.JobSeed, { seed });
  const stream = prg(seed, 'logit share');
  // With three such parties, L and C together would see the parts of one; the masks leave them only the sum.
  const masks = others.length < 3 ? undefined : await openZeroSum(session, { parties: [...others], instance: 'logit' });
  return {
    async share(own, iteration) {
      const hidden = ring.subtract(own, ring.draw(stream, own.length));
      const values = masks === undefined ? hidden : ring.add(hidden, ring.mask(masks, iteration, own.length));
      await send(session.channel(label, 'logit'), 'logit-share', wire.JobLogitShare, {
        iteration,
        values: toBytes(values),
      });
      return own;
    },
  };
}

/** The first words of a job: every two parties make sure, between themselves, that they were given the same one. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '@coscore/node-core/manifest/index.ts';
import { wire } from '@coscore/proto';
import { ProtocolError, receive, send } from '@coscore/protocols';
import { type JobContext, otherParties } from './context.ts';

/** SHA-256 of what a job is to do, whatever the attempt; `attempt` makes it this one's. */
export function termsOf(terms: {
  readonly project: string;
  readonly job: string;
  readonly attempt?: number;
  readonly recipe: JobContext['recipe'];
}): Buffer {
  return createHash('sha256').update(canonicalJson(terms)).digest();
}

/**
 * Without it, a coordinator could hand each party another recipe, each within the manifest, and see what the mixture gives.
 * @throws ProtocolError `parameter-mismatch` naming the party that was given something else.
 */
export async function agreeTerms(context: JobContext, project: string): Promise<void> {
  const { session, job, attempt, recipe } = context;
  const digest = termsOf({ project, job, attempt, recipe });
  await Promise.all(
    otherParties(context).map(async (peer) => {
      const channel = session.channel(peer, 'terms');
      await send(channel, 'terms', wire.JobTerms, { digest });
      const theirs = await receive<wire.JobTerms>(channel, 'terms', wire.JobTerms);
      if (!digest.equals(theirs.digest)) {
        throw new ProtocolError(
          'parameter-mismatch',
          `the coordinator gave ${peer} another recipe or project for this job than it gave this node`,
          {
            params: { party: peer },
          },
        );
      }
    }),
  );
}

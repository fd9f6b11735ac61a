/** The first words of a job: every two parties make sure, between themselves, that they were given the same one. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '@coscore/node-core/manifest/index.ts';
import { wire } from '@coscore/proto';
import { ProtocolError, receive, send } from '@coscore/protocols';
import { type JobContext, otherParties } from './context.ts';

/**
 * Without it, a coordinator could hand each party another recipe, each within the manifest, and see what the mixture gives.
 * @throws ProtocolError `parameter-mismatch` naming the party that was given something else.
 */
export async function agreeTerms(context: JobContext, project: string): Promise<void> {
  const { session, job, attempt, recipe } = context;
  const digest = createHash('sha256').update(canonicalJson({ project, job, attempt, recipe })).digest();
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

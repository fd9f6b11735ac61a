/** How a job or a request of a lab ended, as an error of whoever asked. */
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import type { JobView } from '../daemon-views.ts';
import { RemoteError } from '../remote-error.ts';

/** @throws RemoteError with the code of the party that failed; NodeError `job-cancelled` */
export function succeeded(job: JobView): JobView {
  if (job.state === 'succeeded') return job;
  if (job.state === 'cancelled')
    throw new NodeError('job-cancelled', `job ${job.id} was cancelled`, { params: { job: job.id } });
  const { code, message, party, params } = job.error ?? { code: 'job-failed', message: 'no reason was given' };
  throw new RemoteError(code, `${party === undefined ? '' : `${party}: `}${message}`, { ...params, job: job.id });
}

/** Adds the party's name to a daemon's refusal: in a lab all of them speak to one person. */
export async function naming<T>(party: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    throw new RemoteError(error.code, `${party}: ${error.message}`, { ...error.params, party });
  }
}

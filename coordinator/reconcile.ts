/**
 * What a node says of a job when it connects, against what the coordinator knows of it: whatever order or report was lost
 * with the stream before follows from the difference. Pure.
 */
import { MOST_ATTEMPTS } from '@coscore/node-core/daemon/attempts.ts';
import { isOver, type Job, type PartyProgress } from './job.ts';

/** One line of a node's hello; of a job that it does not mention it has begun no attempt. */
export interface Told {
  /** The last one begun there. */
  readonly attempt: number;
  readonly state: string;
}

export type Reconciliation =
  | 'agreed'
  /** The order of the present attempt never arrived. */
  | 'order-again'
  /** Its report of the present attempt never arrived, or its process is another one now. */
  | 'was-finished'
  | 'was-lost'
  /** It took part in the present attempt and knows nothing of that: it was restored from a backup, or made anew. */
  | 'was-forgotten'
  /** Its owner has cancelled the job. */
  | 'was-cancelled'
  /** This coordinator's state is older than the node's: numbers go on from the highest that anybody has seen. */
  | 'count-on'
  /** A number that no honest node can have come to. */
  | 'absurd'
  /** It was not told the end. */
  | 'tell-end';

/** @param seen what the node has reported of the present attempt before; `waiting`: nothing. */
export function reconcile(
  job: Pick<Job, 'state' | 'open' | 'attempt'>,
  told: Told | undefined,
  seen: PartyProgress['state'] = 'waiting',
): Reconciliation {
  if (isOver(job)) return told === undefined ? 'agreed' : 'tell-end';
  if (told?.state === 'cancelled') return 'was-cancelled';
  const attempt = told?.attempt ?? 0;
  if (attempt > MOST_ATTEMPTS) return 'absurd';
  if (attempt > job.attempt) return 'count-on';
  // Between two attempts: the next order says all there is to say.
  if (!job.open) return 'agreed';
  if (attempt < job.attempt) return seen === 'waiting' ? 'order-again' : 'was-forgotten';
  if (told?.state === 'running') return 'agreed';
  return told?.state === 'succeeded' ? 'was-finished' : 'was-lost';
}

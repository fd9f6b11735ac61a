/** A job as the coordinator sees it: a pure state machine over what its nodes report. Pure: no clock, socket or log. */

export type JobState = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';

export interface PartyProgress {
  readonly state: 'waiting' | 'running' | 'finished' | 'failed';
  readonly stage: string;
  readonly done: number;
  readonly total: number;
  readonly unit: string;
}

export interface JobFailure {
  readonly code: string;
  readonly message: string;
  readonly party: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** The coordinator's own failure, as helper or as witness. */
  readonly own?: true;
}

export interface Job {
  readonly id: string;
  readonly project: string;
  readonly name: string;
  readonly attempt: number;
  readonly state: JobState;
  readonly parties: Readonly<Record<string, PartyProgress>>;
  readonly error?: JobFailure;
  readonly createdAt: string;
  readonly startedAt?: string;
  readonly finishedAt?: string;
}

export type JobEvent =
  | { readonly kind: 'started'; readonly at: string }
  | {
      readonly kind: 'progress';
      readonly party: string;
      readonly stage: string;
      readonly done: number;
      readonly total: number;
      readonly unit: string;
    }
  | { readonly kind: 'party-finished'; readonly party: string; readonly at: string }
  | { readonly kind: 'party-failed'; readonly at: string; readonly failure: JobFailure }
  | { readonly kind: 'cancelled'; readonly at: string };

export function isOver(job: Job): boolean {
  return job.state === 'succeeded' || job.state === 'failed' || job.state === 'cancelled';
}

const WAITING: PartyProgress = { state: 'waiting', stage: '', done: 0, total: 0, unit: '' };

export function newJob(fields: {
  id: string;
  project: string;
  name: string;
  parties: readonly string[];
  createdAt: string;
}): Job {
  const { parties, ...rest } = fields;
  return {
    ...rest,
    attempt: 1,
    state: 'queued',
    parties: Object.fromEntries(parties.map((party) => [party, WAITING])),
  };
}

/** Late events of a job that is over, and events of parties that are not in it, change nothing. */
export function step(job: Job, event: JobEvent): Job {
  if (isOver(job) || isStranger(job, event)) return job;
  switch (event.kind) {
    case 'started':
      return { ...job, state: 'running', startedAt: event.at };
    case 'progress': {
      const { party, stage, done, total, unit } = event;
      return withParty(job, party, { state: 'running', stage, done, total, unit });
    }
    case 'party-finished': {
      const next = withParty(job, event.party, { ...WAITING, state: 'finished', stage: 'done' });
      const all = Object.values(next.parties).every((party) => party.state === 'finished');
      return all ? { ...next, state: 'succeeded', finishedAt: event.at } : next;
    }
    case 'party-failed': {
      const { failure, at } = event;
      const stage = job.parties[failure.party]?.stage ?? '';
      return {
        ...withParty(job, failure.party, { ...WAITING, state: 'failed', stage }),
        state: 'failed',
        error: failure,
        finishedAt: at,
      };
    }
    case 'cancelled':
      return { ...job, state: 'cancelled', finishedAt: event.at };
    default:
      return unreachable(event);
  }
}

/** Reports of nodes that are not in the job, or that had finished their part. */
function isStranger(job: Job, event: JobEvent): boolean {
  if (event.kind === 'started' || event.kind === 'cancelled') return false;
  // The coordinator's own helper has no progress, but can fail.
  if (event.kind === 'party-failed') return job.parties[event.failure.party] === undefined && !event.failure.own;
  return job.parties[event.party] === undefined || job.parties[event.party]!.state === 'finished';
}

function withParty(job: Job, party: string, progress: PartyProgress): Job {
  if (job.parties[party] === undefined) return job;
  return { ...job, parties: { ...job.parties, [party]: progress } };
}

function unreachable(value: never): never {
  throw new Error(`unreachable: ${String(value)}`);
}

/**
 * A job as the coordinator sees it: a pure state machine over what its nodes report. Pure: no clock, socket or log.
 *
 * A job is a row of attempts. An attempt is one session, `JOB/ATTEMPT`; it ends for all when it ends for one, and whatever
 * only says that somebody was not there leads to the next attempt, which goes on where the parties' artefacts end.
 */
import { isRecoverable } from '@coscore/node-core/errors/recoverable.ts';

export type JobState = 'queued' | 'running' | 'waiting' | 'succeeded' | 'failed' | 'cancelled';

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

/** How far a party has ever come in this job: stages in the order seen, and iterations of the training. */
interface Reached {
  readonly stages: readonly string[];
  readonly iterations: number;
}

export interface Job {
  readonly id: string;
  readonly project: string;
  readonly name: string;
  /** The last one ordered; 0 before the first. */
  readonly attempt: number;
  readonly state: JobState;
  /** Whether that attempt can still come to its end. */
  readonly open: boolean;
  /** Who takes part: the data parties, and a helper that is not the coordinator. */
  readonly parties: Readonly<Record<string, PartyProgress>>;
  /** A helper that is not the coordinator. The job succeeds when all others have finished. */
  readonly helper?: string;
  readonly waitMinutes: number;
  /** Participants that are not connected. */
  readonly away: readonly string[];
  /** Those of them that the job needs now. */
  readonly waitingFor: readonly string[];
  /** When the present waiting began. */
  readonly since?: string | undefined;
  readonly reached: Readonly<Record<string, Reached>>;
  /** Whether the present attempt has come further than any before. */
  readonly advanced: boolean;
  /** Attempts in a row that did not. */
  readonly fruitless: number;
  /** Why the last attempt ended, while the job goes on. */
  readonly lastError?: JobFailure;
  /** Why the job ended. */
  readonly error?: JobFailure | undefined;
  readonly createdAt: string;
  readonly startedAt?: string;
  readonly finishedAt?: string | undefined;
}

export type JobEvent =
  | { readonly kind: 'attendance'; readonly at: string; readonly away: readonly string[] }
  | { readonly kind: 'attempt-begun'; readonly at: string; readonly attempt: number }
  | {
      readonly kind: 'progress';
      readonly party: string;
      readonly attempt: number;
      readonly stage: string;
      readonly done: number;
      readonly total: number;
      readonly unit: string;
    }
  | { readonly kind: 'party-finished'; readonly party: string; readonly attempt: number; readonly at: string }
  /** Recoverable or not by the code (node-core/errors/recoverable.ts). */
  | { readonly kind: 'attempt-failed'; readonly attempt: number; readonly at: string; readonly failure: JobFailure }
  /** Whatever the attempt: a project that ended, a party that stayed away. */
  | { readonly kind: 'failed'; readonly at: string; readonly failure: JobFailure }
  /** With who is away now: nobody told a job that was over. */
  | { readonly kind: 'resumed'; readonly at: string; readonly away: readonly string[] }
  | { readonly kind: 'cancelled'; readonly at: string; readonly failure?: JobFailure };

/** Attempts in a row that may end no further than the ones before. */
export const FRUITLESS_ATTEMPTS = 5;

export function isOver(job: Pick<Job, 'state'>): boolean {
  return job.state === 'succeeded' || job.state === 'failed' || job.state === 'cancelled';
}

const WAITING: PartyProgress = { state: 'waiting', stage: '', done: 0, total: 0, unit: '' };

export function newJob(fields: {
  readonly id: string;
  readonly project: string;
  readonly name: string;
  readonly parties: readonly string[];
  readonly helper?: string | undefined;
  readonly waitMinutes: number;
  readonly createdAt: string;
}): Job {
  const { parties, helper, ...rest } = fields;
  const everyone = helper === undefined ? parties : [...parties, helper];
  return {
    ...rest,
    ...(helper === undefined ? {} : { helper }),
    attempt: 0,
    state: 'queued',
    open: false,
    parties: Object.fromEntries(everyone.map((party) => [party, WAITING])),
    away: [],
    waitingFor: [],
    reached: {},
    advanced: false,
    fruitless: 0,
  };
}

/**
 * Late events (of a job that is over, or of an earlier attempt) and events of parties that are not in it change nothing.
 */
export function step(job: Job, event: JobEvent): Job {
  if (event.kind === 'resumed') return resumed(job, event);
  if (isOver(job) || isLate(job, event)) return job;
  switch (event.kind) {
    case 'attendance': {
      const away = event.away.filter((party) => job.parties[party] !== undefined);
      return sameList(away, job.away) ? job : settled({ ...job, away }, event.at);
    }
    case 'attempt-begun': {
      const parties = Object.fromEntries(Object.keys(job.parties).map((party) => [party, WAITING]));
      const begun: Job = { ...job, attempt: event.attempt, open: true, parties, advanced: false };
      return settled({ ...begun, startedAt: job.startedAt ?? event.at }, event.at);
    }
    case 'progress':
      return progressed(job, event);
    case 'party-finished': {
      const next = withParty(job, event.party, { ...WAITING, state: 'finished', stage: 'done' });
      return allFinished(next) ? over(next, 'succeeded', event.at) : settled(next, event.at);
    }
    case 'attempt-failed':
      return isRecoverable(event.failure.code)
        ? interrupted(job, event.failure, event.at)
        : failed(job, event.failure, event.at);
    case 'failed':
      return failed(job, event.failure, event.at);
    case 'cancelled':
      return { ...over(job, 'cancelled', event.at), ...(event.failure === undefined ? {} : { error: event.failure }) };
    default:
      return unreachable(event);
  }
}

/** Reports of nodes that are not in the job, of other attempts than the present one, or of an attempt that has ended. */
function isLate(job: Job, event: Exclude<JobEvent, { kind: 'resumed' }>): boolean {
  switch (event.kind) {
    case 'attendance':
    case 'failed':
    case 'cancelled':
      return false;
    case 'attempt-begun':
      return event.attempt <= job.attempt;
    case 'attempt-failed': {
      const { failure, attempt } = event;
      // The coordinator's own helper has no progress, but can fail.
      const stranger = job.parties[failure.party] === undefined && failure.own !== true;
      // The reason behind a lost peer may come a moment after the loss: it counts until the next attempt.
      return stranger || attempt !== job.attempt || (!job.open && isRecoverable(failure.code));
    }
    default: {
      const party = job.parties[event.party];
      return party === undefined || party.state === 'finished' || event.attempt !== job.attempt || !job.open;
    }
  }
}

function progressed(job: Job, event: Extract<JobEvent, { kind: 'progress' }>): Job {
  const { party, stage, done, total, unit } = event;
  const before = job.reached[party] ?? { stages: [], iterations: 0 };
  const iterations = unit === 'iterations' ? Math.max(before.iterations, done) : before.iterations;
  const isNew = !before.stages.includes(stage);
  const next = withParty(job, party, { state: 'running', stage, done, total, unit });
  if (!isNew && iterations === before.iterations) return next;
  const stages = isNew ? [...before.stages, stage] : before.stages;
  return { ...next, reached: { ...job.reached, [party]: { stages, iterations } }, advanced: true };
}

/** The attempt is over, the job is not: unless the same thing happened too often. */
function interrupted(job: Job, failure: JobFailure, at: string): Job {
  const fruitless = job.advanced ? 0 : job.fruitless + 1;
  const parties = Object.fromEntries(Object.keys(job.parties).map((party) => [party, WAITING]));
  const ended: Job = { ...job, open: false, parties, fruitless, lastError: failure };
  if (fruitless < FRUITLESS_ATTEMPTS) return settled(ended, at);
  const message = `${fruitless} attempts in a row came no further; the last one ended with ${failure.code}: ${failure.message}`;
  return failed(
    ended,
    { code: 'job-stuck', message, party: failure.party, params: { job: job.id, attempts: fruitless } },
    at,
  );
}

function failed(job: Job, failure: JobFailure, at: string): Job {
  const stage = job.parties[failure.party]?.stage ?? '';
  return {
    ...over(withParty(job, failure.party, { ...WAITING, state: 'failed', stage }), 'failed', at),
    error: failure,
  };
}

function over(job: Job, state: 'succeeded' | 'failed' | 'cancelled', at: string): Job {
  return { ...job, since: undefined, state, open: false, waitingFor: [], finishedAt: at };
}

/** A failed job goes on. The number of the attempt that failed is left behind, so that late words about it are late. */
function resumed(job: Job, { at, away }: Extract<JobEvent, { kind: 'resumed' }>): Job {
  if (job.state !== 'failed') return job;
  const parties = Object.fromEntries(Object.keys(job.parties).map((party) => [party, WAITING]));
  const again: Job = {
    ...job,
    state: 'waiting',
    attempt: job.attempt + 1,
    parties,
    away: away.filter((party) => job.parties[party] !== undefined),
    fruitless: 0,
    error: undefined,
    finishedAt: undefined,
  };
  return settled(job.error === undefined ? again : { ...again, lastError: job.error }, at);
}

/** State, whom the job waits for and since when, as the rest of it says. */
function settled(job: Job, at: string): Job {
  const waitingFor = job.away.filter((party) => !(job.open && job.parties[party]?.state === 'finished'));
  if (job.open && waitingFor.length === 0) return { ...job, waitingFor, state: 'running', since: undefined };
  const begins = job.attempt === 0 && waitingFor.length === 0;
  return begins
    ? { ...job, waitingFor, state: 'queued', since: undefined }
    : { ...job, waitingFor, state: 'waiting', since: job.since ?? at };
}

function allFinished({ parties, helper }: Job): boolean {
  return Object.entries(parties).every(([id, { state }]) => id === helper || state === 'finished');
}

function withParty(job: Job, party: string, progress: PartyProgress): Job {
  if (job.parties[party] === undefined) return job;
  return { ...job, parties: { ...job.parties, [party]: progress } };
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

function unreachable(value: never): never {
  throw new Error(`unreachable: ${String(value)}`);
}

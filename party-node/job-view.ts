/** A job as its party keeps and shows it, and what is told of its failures. */
import { NodeError, type StoredJob } from '@coscore/node-core';
import { Superseded } from '@coscore/node-core/daemon/attempts.ts';
import { isCoded } from '@coscore/node-core/errors/coded.ts';
import { describeError } from '@coscore/node-core/errors/index.ts';
import type { ModelClaim } from '@coscore/node-core/registry/index.ts';
import { withoutReason } from '@coscore/node-core/transport/index.ts';
import type { Progress } from '@coscore/protocols';
import { dataErrorCodes } from './data/index.ts';

export interface PartyJob {
  readonly id: string;
  readonly name: string;
  readonly project: string;
  /** The last one begun here. */
  readonly attempt: number;
  /** interrupted: an attempt ended early, and the coordinator has not ordered the next one yet. */
  readonly state: 'running' | 'interrupted' | 'succeeded' | 'failed' | 'cancelled';
  /** How the job ended for all, once the coordinator has said so. A failed one may still be resumed. */
  readonly settled?: JobOutcome;
  readonly progress?: Progress;
  readonly error?: JobError;
  /** What the coordinator's registry hears of the model that a succeeded job made. */
  readonly model?: ModelClaim;
  /** Every two that its project connects directly; all others went through the coordinator. */
  readonly direct?: readonly (readonly [string, string])[];
  readonly startedAt: string;
  readonly finishedAt?: string;
}

export type JobOutcome = 'succeeded' | 'failed' | 'cancelled';

export interface JobError {
  readonly code: string;
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
}

const DATA_CODES: ReadonlySet<string> = new Set(dataErrorCodes);

/** Of a job whose first progress was never written. */
export function fromRecord({ id, project, attempt, createdAt }: StoredJob): PartyJob {
  return { id, name: '', project, attempt, state: 'running', startedAt: createdAt };
}

export function cancelledBy(reason: string, job: string): NodeError {
  return new NodeError('job-cancelled', reason, { params: { job } });
}

export function jobError(cause: unknown): JobError {
  if (isCoded(cause)) return { code: cause.code, message: cause.message, params: cause.params ?? {} };
  // A later attempt took its place: nobody is told, but the log has it.
  if (cause instanceof Superseded) return { code: 'job-interrupted', message: cause.message, params: {} };
  // The operating system's own codes, such as that of a full disk.
  const { code, detail } = describeError(cause, 'en');
  return { code, message: detail, params: {} };
}

/** What the coordinator and the other parties hear of it: the text of an error that we did not write may say anything. */
export function forOthers(error: JobError): JobError {
  if (error.code === 'unexpected')
    return { ...error, message: 'the node failed in a way that should not happen; its own log says how', params: {} };
  // What is wrong with a file may name columns and folders that were never published.
  if (DATA_CODES.has(error.code))
    return { ...error, message: `its data: ${error.code}; the node's owner sees what exactly`, params: {} };
  return withoutReason(error);
}

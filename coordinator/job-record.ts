/**
 * What of a job is on disk: its newest state, the audit entries of its turns, the model that it made. A write that fails
 * ends the process: memory is ahead of the disk then, and what was not written must not be told to anybody. The next
 * process goes on from what is there.
 */
import type { Logger } from 'pino';
import type { AuditDetails, AuditEvent, State } from '@coscore/node-core';
import { digestOfJson } from '@coscore/node-core/registry/index.ts';
import { isOver, type Job } from './job.ts';
import type { Registry } from './registry.ts';

export interface JobRecordOptions {
  readonly state: State;
  readonly log: Logger;
  readonly registry: Registry;
  readonly record: (event: AuditEvent, details: AuditDetails) => Promise<void>;
  /** The newest state of a job. */
  readonly latest: (id: string) => Job;
  /** The state cannot be written: ends the process. */
  readonly broken: (error: unknown) => void;
}

export class JobRecord {
  readonly #options: JobRecordOptions;
  #written: Promise<void> = Promise.resolve();

  constructor(options: JobRecordOptions) {
    this.#options = options;
  }

  /** One turn of a job. @throws what the state throws, after `broken` was told. */
  async turn(before: Job, after: Job): Promise<void> {
    try {
      // Before the job is on disk as over: after a crash in between, it ends and is registered once more.
      if (isOver(after) && !isOver(before)) await this.#register(after);
      await this.#write(after.id);
      await this.#audit(before, after);
    } catch (error) {
      this.#options.broken(error);
      throw error;
    }
  }

  async #register({ id, project, state }: Job): Promise<void> {
    const { registry, record } = this.#options;
    const model = await registry.settle(id, project, state === 'succeeded');
    if (model !== undefined) await record('model-registered', { model: id, project, digest: digestOfJson(model) });
  }

  /** Writes the newest state of a job, in turn, so that an older one never comes to lie over it. */
  #write(id: string): Promise<void> {
    const { state, latest } = this.#options;
    const own = this.#written.then(async () => {
      const job = latest(id);
      await state.jobs.setProgress(id, job);
      if (job.state === 'succeeded' || job.state === 'failed' || job.state === 'cancelled')
        await state.jobs.finish(id, job.state, job.finishedAt ?? new Date().toISOString(), job.error);
    });
    // Whoever asked for a write hears that it failed; the jobs behind it in the queue have their own.
    this.#written = own.catch(() => undefined);
    return own;
  }

  async #audit(before: Job, after: Job): Promise<void> {
    const { record, log } = this.#options;
    const { id: job, attempt, project, state } = after;
    if (isOver(after) && !isOver(before)) {
      const error = after.error === undefined ? {} : { code: after.error.code, party: after.error.party };
      await record('job-finished', { job, attempt, state, ...error });
      log.info({ event: 'job-over', job, state, ...error }, 'job over');
    } else if (after.open && after.attempt !== before.attempt) {
      await record('job-started', { job, project, attempt });
    } else if (before.open && !after.open) {
      const { code = '', party = '' } = after.lastError ?? {};
      await record('job-interrupted', { job, attempt: before.attempt, code, party });
      log.warn({ event: 'job-interrupted', job, attempt: before.attempt, code, party }, 'an attempt ended early');
    }
  }
}

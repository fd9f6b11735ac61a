/**
 * The attempts that a node runs: of one job at most one at a time. A later attempt ends the earlier one and waits until
 * nothing of it is left, so that two never share a session, a file or a row of the state.
 */

/** Attempts of one job. More than any crash needs; a coordinator that wants to repeat a job without end is refused. */
export const MOST_ATTEMPTS = 1000;

export interface Attempt {
  readonly job: string;
  readonly attempt: number;
  readonly stop: AbortController;
}

/** Why an attempt was stopped that a later one has replaced: it has nothing to report any more. */
export class Superseded extends Error {
  override readonly name = 'Superseded';
}

interface Running extends Attempt {
  readonly ended: Promise<void>;
}

export class Attempts {
  readonly #running = new Map<string, Running>();

  running(job: string): Attempt | undefined {
    return this.#running.get(job);
  }

  /**
   * Runs `body` as this attempt once an earlier one of the job has ended; not at all when a later one came meanwhile.
   * The caller has checked that no attempt with this or a later number is running.
   */
  async run(job: string, attempt: number, body: (attempt: Attempt) => Promise<void>): Promise<void> {
    const earlier = this.#running.get(job);
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    const own: Running = { job, attempt, stop: new AbortController(), ended };
    this.#running.set(job, own);
    try {
      earlier?.stop.abort(new Superseded(`attempt ${attempt} of job ${job} was ordered`));
      await earlier?.ended;
      if (!(own.stop.signal.reason instanceof Superseded)) await body(own);
    } finally {
      if (this.#running.get(job) === own) this.#running.delete(job);
      resolve();
    }
  }

  /** Stops what runs of a job. @returns whether anything did */
  stop(job: string, reason: Error): boolean {
    const running = this.#running.get(job);
    running?.stop.abort(reason);
    return running !== undefined;
  }

  /** Stops everything; resolves when nothing runs any more. */
  async stopAll(reason: (job: string) => Error): Promise<void> {
    const all = [...this.#running.values()];
    for (const { job, stop } of all) stop.abort(reason(job));
    await Promise.all(all.map(({ ended }) => ended));
  }
}

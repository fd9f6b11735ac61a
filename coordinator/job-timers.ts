/** One timer a job: what it does when nothing else happens. Node's own end at 2^31 ms; these may be set for longer. */

const LONGEST_MS = 2 ** 31 - 1;

export class JobTimers {
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #broken: (error: unknown) => void;
  #closed = false;

  /** @param broken is told what an action throws. */
  constructor(broken: (error: unknown) => void) {
    this.#broken = broken;
  }

  /** In the place of an earlier one of the job. */
  set(job: string, ms: number, action: () => Promise<void>): void {
    this.clear(job);
    if (this.#closed) return;
    const fire = (): void => {
      this.#timers.delete(job);
      if (ms > LONGEST_MS) this.set(job, ms - LONGEST_MS, action);
      else action().catch(this.#broken);
    };
    this.#timers.set(job, setTimeout(fire, Math.min(ms, LONGEST_MS)));
  }

  clear(job: string): void {
    clearTimeout(this.#timers.get(job));
    this.#timers.delete(job);
  }

  close(): void {
    this.#closed = true;
    for (const job of [...this.#timers.keys()]) this.clear(job);
  }
}

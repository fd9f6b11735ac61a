/**
 * How many applicants were scored under a project on a day (UTC), held against the `serveQuota` that this node's owner
 * signed. Counted before the first byte of the alignment: whom it asks about is what a party learns by asking.
 */
import { z } from 'zod';
import type { State } from '@coscore/node-core';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';

const bookedSchema = z.record(z.string(), z.int().min(0));

export class ServeQuota {
  readonly #meta: State['meta'];
  /** Bookings in turn, so that two never read the same count. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(meta: State['meta']) {
    this.#meta = meta;
  }

  /**
   * Books a job's rows, once however often it is attempted.
   * @throws NodeError `serve-quota-exceeded`; nothing is booked then.
   */
  book(project: string, job: string, rows: number, quota: number, now: Date): Promise<void> {
    const booked = this.#last.then(() => this.#book(project, job, rows, quota, now));
    this.#last = booked.catch(() => undefined);
    return booked;
  }

  async #book(project: string, job: string, rows: number, quota: number, now: Date): Promise<void> {
    const day = now.toISOString().slice(0, 10);
    const key = `served/${project}/${day}`;
    const jobs = bookedSchema.parse((await this.#meta.get(key)) ?? {});
    const others = Object.entries(jobs).reduce((sum, [id, count]) => sum + (id === job ? 0 : count), 0);
    const wanted = Math.max(rows, jobs[job] ?? 0);
    if (others + wanted > quota) {
      throw new NodeError(
        'serve-quota-exceeded',
        `scoring ${rows} applicants would make ${others + wanted} on ${day}; the signed policy's serveQuota is ${quota}`,
        { params: { rows, quota, used: others } },
      );
    }
    await this.#meta.put(key, { ...jobs, [job]: wanted });
  }
}

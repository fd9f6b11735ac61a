/**
 * How many applicants were scored under a project on a day (UTC), held against the `serveQuota` that this node's owner
 * signed. Counted before the first byte of the alignment: whom it asks about is what a party learns by asking.
 */
import { z } from 'zod';
import type { State } from '@coscore/node-core';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';

const bookedSchema = z.record(z.string(), z.int().min(0));

export interface AttemptOf {
  readonly job: string;
  readonly attempt: number;
}

export class ServeQuota {
  readonly #meta: State['meta'];
  /** Bookings in turn, so that two never read the same count. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(meta: State['meta']) {
    this.#meta = meta;
  }

  /**
   * Books the rows of one attempt. Every attempt asks anew, whatever became of the one before: what a crash costs is quota.
   * @throws NodeError `serve-quota-exceeded`; nothing is booked then.
   */
  book(project: string, attempt: AttemptOf, rows: number, quota: number, now: Date): Promise<void> {
    const booked = this.#last.then(() => this.#book(project, `${attempt.job}/${attempt.attempt}`, rows, quota, now));
    this.#last = booked.catch(() => undefined);
    return booked;
  }

  async #book(project: string, attempt: string, rows: number, quota: number, now: Date): Promise<void> {
    const day = now.toISOString().slice(0, 10);
    const key = `served/${project}/${day}`;
    const booked = bookedSchema.parse((await this.#meta.get(key)) ?? {});
    const others = Object.entries(booked).reduce((sum, [id, count]) => sum + (id === attempt ? 0 : count), 0);
    const wanted = Math.max(rows, booked[attempt] ?? 0);
    if (others + wanted > quota) {
      throw new NodeError(
        'serve-quota-exceeded',
        `scoring ${rows} applicants would make ${others + wanted} on ${day}; the signed policy's serveQuota is ${quota}`,
        { params: { rows, quota, used: others } },
      );
    }
    await this.#meta.put(key, { ...booked, [attempt]: wanted });
  }
}

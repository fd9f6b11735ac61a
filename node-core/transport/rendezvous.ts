/**
 * Brings the two ends of one relayed tunnel together: both ask for (session, the other), in any order. An end that asks
 * again has lost its stream; the other end, which may not have noticed, loses its own, so that it asks again too.
 */
import { NodeError } from '../errors/node-error.ts';

export interface Arrival<T> {
  readonly session: string;
  readonly from: string;
  readonly to: string;
  readonly value: T;
  /** It waited too long, or a newer arrival took its place. */
  readonly refuse: (error: NodeError) => void;
  /** They were together, and the other end came anew. */
  readonly part: (reason: string) => void;
}

interface Waiting<T> {
  readonly arrival: Arrival<T>;
  readonly timer: NodeJS.Timeout;
}

export class Rendezvous<T> {
  readonly #waiting = new Map<string, Waiting<T>>();
  readonly #together = new Map<string, readonly [Arrival<T>, Arrival<T>]>();
  readonly #timeoutMs: number;

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  /** @returns the other end when it is here; else this end now waits. */
  arrive(arrival: Arrival<T>): Arrival<T> | undefined {
    const key = keyOf(arrival);
    const earlier = this.#waiting.get(key);
    this.#forget(key);
    if (earlier !== undefined && earlier.arrival.from !== arrival.from) {
      this.#together.set(key, [earlier.arrival, arrival]);
      return earlier.arrival;
    }
    earlier?.arrival.refuse(new NodeError('relay-refused', `${arrival.from} asked again for the same tunnel`));
    const timer = setTimeout(() => this.#expire(key, arrival), this.#timeoutMs);
    this.#waiting.set(key, { arrival, timer });
    const stale = this.#together.get(key);
    this.#together.delete(key);
    stale?.forEach(({ part }) => part(`${arrival.from} dials again`));
    return undefined;
  }

  /** An end that no longer waits, or whose stream is gone. */
  leave(arrival: Arrival<T>): void {
    const key = keyOf(arrival);
    if (this.#waiting.get(key)?.arrival === arrival) this.#forget(key);
    if (this.#together.get(key)?.includes(arrival) === true) this.#together.delete(key);
  }

  clear(): void {
    for (const key of [...this.#waiting.keys()]) this.#forget(key);
    this.#together.clear();
  }

  #forget(key: string): void {
    clearTimeout(this.#waiting.get(key)?.timer);
    this.#waiting.delete(key);
  }

  #expire(key: string, { session, to, refuse }: Arrival<T>): void {
    this.#waiting.delete(key);
    refuse(
      new NodeError('peer-timeout', `${to} did not join session ${session} within ${this.#timeoutMs / 1000} s`, {
        params: { party: to, session, seconds: this.#timeoutMs / 1000 },
      }),
    );
  }
}

function keyOf({ session, from, to }: Arrival<unknown>): string {
  return [session, ...[from, to].sort()].join('\n');
}

/** Brings the two ends of one relayed tunnel together: both ask for (session, the other), in any order. */
import { NodeError } from '../errors/node-error.ts';

export interface Arrival<T> {
  readonly session: string;
  readonly from: string;
  readonly to: string;
  readonly value: T;
  /** It waited too long, or a newer arrival took its place. */
  readonly refuse: (error: NodeError) => void;
}

interface Waiting<T> {
  readonly arrival: Arrival<T>;
  readonly timer: NodeJS.Timeout;
}

export class Rendezvous<T> {
  readonly #waiting = new Map<string, Waiting<T>>();
  readonly #timeoutMs: number;

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  /** @returns the other end when it is here; else this end now waits. */
  arrive(arrival: Arrival<T>): Arrival<T> | undefined {
    const key = keyOf(arrival);
    const earlier = this.#waiting.get(key);
    this.#forget(key);
    if (earlier !== undefined && earlier.arrival.from !== arrival.from) return earlier.arrival;
    earlier?.arrival.refuse(new NodeError('relay-refused', `${arrival.from} asked again for the same tunnel`));
    const timer = setTimeout(() => this.#expire(key, arrival), this.#timeoutMs);
    this.#waiting.set(key, { arrival, timer });
    return undefined;
  }

  /** An end that no longer waits. */
  leave(arrival: Arrival<T>): void {
    const key = keyOf(arrival);
    if (this.#waiting.get(key)?.arrival === arrival) this.#forget(key);
  }

  clear(): void {
    for (const key of [...this.#waiting.keys()]) this.#forget(key);
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

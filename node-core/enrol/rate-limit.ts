/**
 * How often strangers may knock: a token bucket for each address and one for all of them together (so that many addresses
 * cannot do what one may not). A token of 128 bits cannot be guessed; the limit keeps strangers from using up the machine.
 */
import type { Socket } from 'node:net';

interface Bucket {
  tokens: number;
  atMs: number;
}

export interface RateLimits {
  /** Attempts in a row from one address, and how many come back in a minute. */
  readonly perAddress: number;
  readonly overall: number;
}

const enrolmentLimits: RateLimits = { perAddress: 30, overall: 120 };

const MINUTE_MS = 60_000;
/** Addresses remembered at a time; the ones that are full again go first. */
const MAX_ADDRESSES = 10_000;

export class RateLimit {
  readonly #limits: RateLimits;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();
  readonly #all: Bucket;

  /** @param now milliseconds of a clock that never goes back. */
  constructor(limits: RateLimits = enrolmentLimits, now: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
    this.#all = { tokens: limits.overall, atMs: now() };
  }

  /** Takes one attempt. @returns whether there was one left. */
  allows(address: string): boolean {
    const { perAddress, overall } = this.#limits;
    const bucket = this.#buckets.get(address) ?? { tokens: perAddress, atMs: this.#now() };
    this.#refill(bucket, perAddress);
    this.#refill(this.#all, overall);
    this.#buckets.set(address, bucket);
    if (this.#buckets.size > MAX_ADDRESSES) this.#forget();
    // An address that is over its own limit must not use up everybody's.
    if (bucket.tokens < 1 || this.#all.tokens < 1) return false;
    bucket.tokens--;
    this.#all.tokens--;
    return true;
  }

  #refill(bucket: Bucket, perMinute: number): void {
    const now = this.#now();
    bucket.tokens = Math.min(perMinute, bucket.tokens + ((now - bucket.atMs) / MINUTE_MS) * perMinute);
    bucket.atMs = now;
  }

  #forget(): void {
    for (const [address, bucket] of this.#buckets) {
      this.#refill(bucket, this.#limits.perAddress);
      if (bucket.tokens >= this.#limits.perAddress) this.#buckets.delete(address);
    }
    // Ten thousand addresses within a minute are one attacker: starting anew costs nothing but what `overall` bounds.
    if (this.#buckets.size > MAX_ADDRESSES) this.#buckets.clear();
  }
}

/** Without the port, which every connection has its own of. */
export function addressOf(socket: Socket): string {
  return socket.remoteAddress ?? '?';
}

/** Counts and digests of every message of one session, by peer, direction and kind: what the audit log keeps. */
import { hash } from 'node:crypto';

export type Direction = 'sent' | 'received';

export interface TrafficEntry {
  readonly peer: string;
  readonly direction: Direction;
  readonly kind: string;
  readonly messages: number;
  /** Body bytes. */
  readonly bytes: number;
  /**
   * Hex. Starts as 32 zero bytes; each message, in the order of the wire, makes it SHA-256(previous | SHA-256(body)).
   * Both ends of a tunnel get the same value for the same (direction, kind).
   */
  readonly sha256: string;
}

interface Tally {
  readonly peer: string;
  readonly direction: Direction;
  readonly kind: string;
  messages: number;
  bytes: number;
  chain: Buffer;
}

export class TrafficLog {
  readonly #tallies = new Map<string, Tally>();
  readonly #joined = Buffer.allocUnsafe(64);

  record(peer: string, direction: Direction, message: { kind: string; bytes: number; sha256: Buffer }): void {
    const key = `${peer}\n${direction}\n${message.kind}`;
    let tally = this.#tallies.get(key);
    if (tally === undefined) {
      tally = { peer, direction, kind: message.kind, messages: 0, bytes: 0, chain: Buffer.alloc(32) };
      this.#tallies.set(key, tally);
    }
    tally.messages += 1;
    tally.bytes += message.bytes;
    this.#joined.set(tally.chain, 0);
    this.#joined.set(message.sha256, 32);
    tally.chain = hash('sha256', this.#joined, 'buffer');
  }

  entries(): readonly TrafficEntry[] {
    return [...this.#tallies.values()].map(({ chain, ...tally }) => ({ ...tally, sha256: chain.toString('hex') }));
  }
}

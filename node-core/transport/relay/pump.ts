/** Carries bytes between the two ends of a tunnel. They are TLS records: the coordinator counts them and cannot read them. */
import type { TLSSocket } from 'node:tls';

/** What went through the relay, one direction of one pair of nodes. */
export interface RelayedLink {
  readonly from: string;
  readonly to: string;
  readonly bytes: number;
  /** Chunks as they were relayed; the messages inside them cannot be counted here. */
  readonly messages: number;
}

interface End {
  readonly id: string;
  readonly socket: TLSSocket;
}

/** Sessions whose counts are kept. */
const KEPT_SESSIONS = 4096;

export class RelayCounts {
  readonly #sessions = new Map<string, Map<string, { from: string; to: string; bytes: number; messages: number }>>();
  readonly #observe: ((chunk: Uint8Array) => void) | undefined;

  constructor(observe?: (chunk: Uint8Array) => void) {
    this.#observe = observe;
  }

  /** @returns a function that counts one chunk. */
  counter(session: string, from: string, to: string): (chunk: Uint8Array) => void {
    let links = this.#sessions.get(session);
    if (links === undefined) {
      this.#sessions.set(session, (links = new Map()));
      const [oldest] = this.#sessions.keys();
      if (this.#sessions.size > KEPT_SESSIONS && oldest !== undefined) this.#sessions.delete(oldest);
    }
    const key = `${from}\n${to}`;
    const link = links.get(key) ?? { from, to, bytes: 0, messages: 0 };
    links.set(key, link);
    return (chunk) => {
      this.#observe?.(chunk);
      link.bytes += chunk.length;
      link.messages += 1;
    };
  }

  links(session: string): readonly RelayedLink[] {
    return [...(this.#sessions.get(session)?.values() ?? [])].map((link) => ({ ...link }));
  }
}

/** Bytes that may wait for one end before the other is no longer read, and is read again. */
const HIGH_BYTES = 1024 * 1024;
const LOW_BYTES = 512 * 1024;

/**
 * Relays both ways. When one end is over so is the other, behind what was said; whether that was meant is in the tunnel's own
 * `bye`, since a socket that is closed cannot be told from one that said all.
 */
export function relayBetween(a: End, b: End, counts: RelayCounts, session: string): void {
  carry(a, b, counts.counter(session, a.id, b.id));
  carry(b, a, counts.counter(session, b.id, a.id));
  for (const { socket } of [a, b]) socket.resume();
}

function carry({ socket: from }: End, { socket: to }: End, count: (chunk: Uint8Array) => void): void {
  let waiting = 0;
  from.on('data', (chunk: Buffer) => {
    count(chunk);
    // It has said that it is through; its own end is on the way to the sender.
    if (!to.writable) return;
    waiting += chunk.length;
    to.write(chunk, () => {
      waiting -= chunk.length;
      if (waiting < LOW_BYTES && from.isPaused()) from.resume();
    });
    if (waiting > HIGH_BYTES) from.pause();
  });
  from.on('end', () => to.end());
  from.on('close', () => {
    if (!from.readableEnded) to.destroy();
  });
  if (from.destroyed) to.destroy();
}

/** Carries bytes between the two ends of a tunnel. They are TLS records: the coordinator counts them and cannot read them. */
import type { ServerDuplexStream } from '@grpc/grpc-js';
import { refusal } from './grpc/service.ts';

export type ServerCall = ServerDuplexStream<Buffer, Buffer>;

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
  readonly call: ServerCall;
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

/**
 * Relays both ways until both have ended; if one breaks, so does the other. One end that has only stopped sending is not
 * passed on, since a gRPC server that ends a call ends both directions: the tunnel says bye in band.
 */
export function relayBetween(a: End, b: End, counts: RelayCounts, session: string): void {
  let ended = 0;
  const onEnd = (): void => {
    ended += 1;
    if (ended < 2) return;
    a.call.end();
    b.call.end();
  };
  carry(a, b, counts.counter(session, a.id, b.id), onEnd);
  carry(b, a, counts.counter(session, b.id, a.id), onEnd);
}

function carry(from: End, to: End, count: (chunk: Uint8Array) => void, onEnd: () => void): void {
  from.call.on('data', (chunk: Buffer) => {
    count(chunk);
    if (!to.call.write(chunk)) from.call.pause();
  });
  to.call.on('drain', () => from.call.resume());
  from.call.on('end', onEnd);
  // grpc-js emits it at the end of every call, also of a good one, where it no longer matters.
  from.call.on('cancelled', () => {
    if (!to.call.writableEnded) to.call.emit('error', refusal('peer-timeout', `${from.id} is gone`));
  });
}

/** In-memory network: every role of a protocol in one process, for unit tests and simulations. */
import { ProtocolError } from './errors.ts';
import type { Channel, MaterialLedger, PartyId, Progress, Session, SessionId } from './transport.ts';

export interface TranscriptEntry {
  readonly from: PartyId;
  readonly to: PartyId;
  readonly topic: string;
  readonly kind: string;
  readonly body: Uint8Array;
}

export interface MemoryNetwork {
  session(self: PartyId): Session;
  /** Every message in the order it was sent. */
  readonly transcript: readonly TranscriptEntry[];
  /** Ends every pending and later receive with `cancelled`. */
  abort(): void;
}

export interface MemoryNetworkOptions {
  /** May change, drop (return []) or repeat a message on its way. */
  readonly tamper?: (entry: TranscriptEntry) => readonly TranscriptEntry[];
}

class Mailbox {
  readonly #queue: TranscriptEntry[] = [];
  #waiting: ((entry: TranscriptEntry) => void) | undefined;

  put(entry: TranscriptEntry): void {
    const waiting = this.#waiting;
    if (waiting === undefined) this.#queue.push(entry);
    else {
      this.#waiting = undefined;
      waiting(entry);
    }
  }

  take(signal: AbortSignal): Promise<TranscriptEntry> {
    const next = this.#queue.shift();
    if (next !== undefined) return Promise.resolve(next);
    return new Promise((resolve, reject) => {
      const onAbort = (): void => reject(new ProtocolError('cancelled', 'the session was cancelled'));
      if (signal.aborted) return onAbort();
      signal.addEventListener('abort', onAbort, { once: true });
      this.#waiting = (entry) => {
        signal.removeEventListener('abort', onAbort);
        resolve(entry);
      };
    });
  }
}

/** A ledger in memory: right for tests only. */
export function memoryLedger(): MaterialLedger {
  const marks = new Map<string, number>();
  return {
    claim(peer, protocol, upTo) {
      const key = `${peer}\n${protocol}`;
      if (upTo <= (marks.get(key) ?? -1)) {
        return Promise.reject(
          new ProtocolError('material-reused', `${protocol} material ${upTo} with ${peer} was used before`),
        );
      }
      marks.set(key, upTo);
      return Promise.resolve();
    },
  };
}

export function memoryNetwork(id: string, options: MemoryNetworkOptions = {}): MemoryNetwork {
  const transcript: TranscriptEntry[] = [];
  const boxes = new Map<string, Mailbox>();
  const controller = new AbortController();
  const box = (from: PartyId, to: PartyId, topic: string): Mailbox => {
    const key = `${from}\n${to}\n${topic}`;
    let found = boxes.get(key);
    if (found === undefined) boxes.set(key, (found = new Mailbox()));
    return found;
  };
  const channelOf = (self: PartyId, peer: PartyId, topic: string): Channel => ({
    self,
    peer,
    topic,
    async send(kind, body) {
      const entry: TranscriptEntry = { from: self, to: peer, topic, kind, body: new Uint8Array(body) };
      transcript.push(entry);
      for (const delivered of options.tamper?.(entry) ?? [entry])
        box(delivered.from, delivered.to, delivered.topic).put(delivered);
      await Promise.resolve();
    },
    async receive(kind) {
      const entry = await box(peer, self, topic).take(controller.signal);
      if (entry.kind !== kind) {
        throw new ProtocolError('wrong-round', `${peer} sent ${entry.kind} on ${topic} where ${kind} was due`);
      }
      // The receiver owns what it gets and may erase it; the transcript keeps its own.
      return new Uint8Array(entry.body);
    },
  });
  return {
    transcript,
    // With a reason that has a name: some work throws the signal's reason as it is.
    abort: () => controller.abort(new ProtocolError('cancelled', 'the session was cancelled')),
    session(self) {
      const channels = new Map<string, Channel>();
      return {
        id: id as SessionId,
        self,
        signal: controller.signal,
        material: memoryLedger(),
        channel(peer, topic) {
          const key = `${peer}\n${topic}`;
          let found = channels.get(key);
          if (found === undefined) channels.set(key, (found = channelOf(self, peer, topic)));
          return found;
        },
        progress: (_event: Progress) => undefined,
      };
    },
  };
}

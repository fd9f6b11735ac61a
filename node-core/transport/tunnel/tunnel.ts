/**
 * One duplex byte stream to one peer, shared by many topics. Topics take turns part by part; each has its own numbering
 * and its own window, so a slow consumer of one neither blocks another nor grows memory.
 *
 * Life: hello (both ends) -> frames -> bye (one end, then the other) -> end. A stream that ends without bye is lost.
 * Numbers and acknowledgements are already those that a replay over a new stream needs.
 */
import type { Duplex } from 'node:stream';
import { wire } from '@coscore/proto';
import { ProtocolError } from '@coscore/protocols/errors.ts';
import { encodeFrame, FrameReader, type FrameHeader } from './frame.ts';
import { IncomingTopic, type Received } from './incoming-topic.ts';
import { TUNNEL_VERSION, type TunnelLimits } from './limits.ts';
import { OutgoingTopic, type Part } from './outgoing-topic.ts';
import type { Direction } from './traffic.ts';

export interface TunnelMessage {
  readonly peer: string;
  readonly direction: Direction;
  readonly topic: string;
  readonly kind: string;
  readonly body: Uint8Array;
  readonly bytes: number;
  readonly sha256: Buffer;
}

export interface TunnelOptions {
  readonly duplex: Duplex;
  readonly self: string;
  readonly peer: string;
  readonly session: string;
  readonly limits: TunnelLimits;
  /** Every whole message, in the order of the wire. */
  readonly onMessage: (message: TunnelMessage) => void;
  /** Once, when the tunnel cannot go on: `violation` when the peer broke the rules, else it was lost. */
  readonly onFailed: (error: ProtocolError, violation: boolean) => void;
}

interface Topic {
  readonly incoming: IncomingTopic;
  readonly outgoing: OutgoingTopic;
  scheduled: boolean;
}

/** The tunnel's own topic. */
const OWN = '';
const EMPTY = new Uint8Array(0);

export class Tunnel {
  readonly peer: string;
  readonly #options: TunnelOptions;
  readonly #duplex: Duplex;
  readonly #topics = new Map<string, Topic>();
  /** Topics that have something to send and may. */
  readonly #turns: Topic[] = [];
  readonly #own: Topic;
  readonly #greeted = Promise.withResolvers<void>();
  readonly #ended = Promise.withResolvers<void>();
  /** A write may bring the peer's answer before it returns, so nothing is written while a chunk is read or a part written. */
  #reading = false;
  #pumping = false;
  #blocked = false;
  #helloSeen = false;
  #byeSeen = false;
  #byeSaid = false;
  #closing = false;
  #idle: (() => void) | undefined;
  #failure: ProtocolError | undefined;

  constructor(options: TunnelOptions) {
    this.#options = options;
    this.#duplex = options.duplex;
    this.peer = options.peer;
    this.#own = this.#newTopic(OWN);
    this.#greeted.promise.catch(() => undefined); // told to whoever awaits `opened`; nobody has to
    this.#attach();
    const { self: from, peer: to, session } = options;
    this.#say('hello', wire.TunnelHello.encode({ version: TUNNEL_VERSION, session, from, to }).finish());
  }

  /** Resolves when the peer has said who it is and which session this is. @throws ProtocolError as `onFailed` had it. */
  get opened(): Promise<void> {
    return this.#greeted.promise;
  }

  /** @throws ProtocolError `wrong-size`, `cancelled`, `peer-lost`. */
  send(topicName: string, kind: string, body: Uint8Array): Promise<void> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    if (this.#byeSeen || this.#closing) return Promise.reject(this.#left());
    if (body.length > this.#options.limits.maxMessageBytes) {
      return Promise.reject(new ProtocolError('wrong-size', `a ${kind} of ${body.length} bytes is too large to send`));
    }
    const topic = this.#topic(topicName);
    const admitted = topic.outgoing.enqueue(kind, body);
    this.#schedule(topic);
    this.#pump();
    return admitted;
  }

  /** The next message of the topic. @throws ProtocolError `cancelled`, `peer-lost`. */
  receive(topicName: string): Promise<Received> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    const topic = this.#topic(topicName);
    if (this.#byeSeen && !topic.incoming.ready) return Promise.reject(this.#left());
    const message = topic.incoming.take();
    this.#tellIfDue(topic);
    return message;
  }

  /** Sends what is queued, says bye and waits for the peer's. @param timeoutMs then the stream is cut. */
  async close(timeoutMs: number): Promise<void> {
    const cut = setTimeout(() => this.fail(this.#left()), timeoutMs);
    if (!this.#closing) {
      this.#closing = true;
      await this.#flushed();
      if (this.#failure === undefined) this.#sayBye();
    }
    await this.#ended.promise;
    clearTimeout(cut);
    if (!this.#duplex.writableFinished && !this.#duplex.destroyed) await finishedOrCut(this.#duplex);
    this.#duplex.destroy();
  }

  /** Ends the tunnel at once, and everything that waits on it with `error`. */
  fail(error: ProtocolError): void {
    if (this.#failure !== undefined) return;
    this.#failure = error;
    this.#greeted.reject(error);
    this.#rejectAll(error);
    this.#idle?.();
    this.#duplex.destroy();
    this.#ended.resolve();
  }

  #attach(): void {
    const reader = new FrameReader({
      open: (header) => this.#open(header),
      close: (header) => this.#close(header),
    });
    this.#duplex.on('data', (chunk: Uint8Array) => {
      if (this.#failure !== undefined) return;
      this.#reading = true;
      try {
        reader.push(chunk);
      } catch (cause) {
        this.#refuse(cause);
      }
      this.#reading = false;
      this.#pump();
    });
    this.#duplex.on('drain', () => {
      this.#blocked = false;
      this.#pump();
    });
    this.#duplex.on('error', (cause) => this.#lost(cause));
    this.#duplex.on('end', () => this.#lost());
    this.#duplex.on('close', () => this.#lost());
  }

  #lost(cause?: unknown): void {
    if (this.#failure !== undefined || this.#byeSeen) return;
    const closing = this.#closing;
    const error = new ProtocolError('peer-lost', `the tunnel to ${this.peer} broke`, {
      cause,
      params: { peer: this.peer },
    });
    this.fail(error);
    // We were leaving anyway: not a reason to fail the session's other tunnels.
    if (!closing) this.#options.onFailed(error, false);
  }

  #left(): ProtocolError {
    const who = this.#byeSeen ? this.peer : this.#options.self;
    return new ProtocolError('peer-lost', `${who} has left the session`, { params: { peer: this.peer } });
  }

  #refuse(cause: unknown): void {
    const known = cause instanceof ProtocolError;
    const error = new ProtocolError(
      known ? cause.code : 'malformed',
      `${this.peer} broke the rules of the tunnel: ${known ? cause.message : 'a frame that cannot be read'}`,
      { cause, params: { peer: this.peer } },
    );
    this.fail(error);
    this.#options.onFailed(error, true);
  }

  #topic(name: string): Topic {
    return this.#topics.get(name) ?? this.#newTopic(name);
  }

  #newTopic(name: string): Topic {
    const { limits } = this.#options;
    const topic = {
      incoming: new IncomingTopic(name, limits),
      outgoing: new OutgoingTopic(name, limits),
      scheduled: false,
    };
    this.#topics.set(name, topic);
    return topic;
  }

  #schedule(topic: Topic): void {
    if (topic.scheduled) return;
    topic.scheduled = true;
    this.#turns.push(topic);
  }

  #pump(): void {
    if (this.#reading || this.#pumping) return;
    this.#pumping = true;
    while (!this.#blocked && !this.#byeSaid && this.#failure === undefined) {
      const topic = this.#turns.shift();
      if (topic === undefined) break;
      topic.scheduled = false;
      this.#serve(topic);
    }
    this.#pumping = false;
    if (this.#idle !== undefined && this.#drained()) this.#idle();
  }

  /** One turn of a topic: a part, or an acknowledgement that is due when the topic has none or its window is full. */
  #serve(topic: Topic): void {
    const part = topic.outgoing.next();
    if (part !== undefined) {
      this.#writePart(topic, part);
      if (!topic.outgoing.empty) this.#schedule(topic);
    } else if (topic.incoming.tellNow) {
      const consumed = topic.incoming.tell();
      this.#write({ topic: topic.incoming.name, seq: 0, kind: '', bodyBytes: 0, rest: 0, consumed }, EMPTY);
    }
  }

  #writePart(topic: Topic, { seq, kind, body, rest, sent }: Part): void {
    const topicName = topic.outgoing.name;
    this.#write({ topic: topicName, seq, kind, bodyBytes: body.length, rest, consumed: topic.incoming.tell() }, body);
    if (sent === undefined || topicName === OWN) return;
    this.#options.onMessage({ peer: this.peer, direction: 'sent', topic: topicName, ...sent });
  }

  #write(header: FrameHeader, body: Uint8Array): void {
    const buffers = encodeFrame(header, body);
    if (buffers.length === 1) this.#blocked = !this.#duplex.write(buffers[0]);
    else {
      this.#duplex.cork();
      for (const buffer of buffers) this.#blocked = !this.#duplex.write(buffer);
      this.#duplex.uncork();
    }
  }

  #tellIfDue(topic: Topic): void {
    if (!topic.incoming.tellNow) return;
    this.#schedule(topic);
    this.#pump();
  }

  #open(header: FrameHeader): Uint8Array {
    if (this.#helloSeen === (header.topic === OWN && header.seq === 1) || this.#byeSeen) {
      throw new ProtocolError('malformed', 'a frame before the hello or after the bye');
    }
    if (this.#topics.size > this.#options.limits.maxTopics) throw new ProtocolError('wrong-size', 'too many topics');
    const topic = this.#topic(header.topic);
    topic.outgoing.acknowledge(header.consumed);
    if (!topic.outgoing.empty) this.#schedule(topic);
    if (header.seq !== 0) return topic.incoming.open(header);
    if (header.bodyBytes + header.rest > 0) throw new ProtocolError('malformed', 'an acknowledgement with a body');
    return EMPTY;
  }

  #close(header: FrameHeader): void {
    if (header.seq === 0) return;
    const topic = this.#topic(header.topic);
    const message = topic.incoming.close(header);
    if (header.topic === OWN) {
      if (message !== undefined) this.#heard(message.kind, message.body);
      return;
    }
    this.#tellIfDue(topic);
    if (message === undefined) return;
    this.#options.onMessage({
      peer: this.peer,
      direction: 'received',
      topic: header.topic,
      bytes: message.body.length,
      ...message,
    });
  }

  /** A message on the tunnel's own topic. */
  #heard(kind: string, body: Uint8Array): void {
    this.#own.incoming.take().catch(() => undefined);
    if (kind === 'hello' && !this.#helloSeen) this.#checkHello(body);
    else if (kind === 'bye' && this.#helloSeen) this.#peerLeaves();
    else throw new ProtocolError('malformed', 'an unknown message of the tunnel itself');
  }

  #checkHello(body: Uint8Array): void {
    const { version, session, from, to } = wire.TunnelHello.decode(body);
    const { self, peer, session: ours } = this.#options;
    if (version !== TUNNEL_VERSION) {
      throw new ProtocolError(
        'parameter-mismatch',
        `tunnel version ${version} there, ${TUNNEL_VERSION} here: update the older node`,
      );
    }
    if (session !== ours || from !== peer || to !== self) {
      throw new ProtocolError('parameter-mismatch', 'a tunnel that belongs to another session or peer');
    }
    this.#helloSeen = true;
    this.#greeted.resolve();
  }

  #peerLeaves(): void {
    this.#byeSeen = true;
    this.#rejectAll(this.#left());
    this.#idle?.();
    if (!this.#closing) {
      // The reply tells the peer that everything it sent has arrived.
      this.#closing = true;
      this.#sayBye();
    }
    this.#ended.resolve();
  }

  #rejectAll(error: ProtocolError): void {
    for (const { incoming, outgoing } of this.#topics.values()) {
      incoming.fail(error);
      outgoing.fail(error);
    }
  }

  #say(kind: 'hello' | 'bye', body: Uint8Array): void {
    void this.#own.outgoing.enqueue(kind, body);
    const part = this.#own.outgoing.next();
    if (part !== undefined) this.#writePart(this.#own, part);
  }

  #sayBye(): void {
    this.#byeSaid = true;
    this.#say('bye', EMPTY);
    this.#duplex.end();
  }

  #drained(): boolean {
    if (this.#blocked) return false;
    for (const { outgoing } of this.#topics.values()) if (!outgoing.empty) return false;
    return true;
  }

  #flushed(): Promise<void> {
    if (this.#byeSeen || this.#failure !== undefined || this.#drained()) return Promise.resolve();
    return new Promise((resolve) => (this.#idle = resolve));
  }
}

/** How long the last bytes (a bye that only answers one) may take to leave. */
const LAST_BYTES_MS = 1000;

async function finishedOrCut(duplex: Duplex): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const cut = setTimeout(resolve, LAST_BYTES_MS);
  duplex.once('finish', resolve).once('close', resolve);
  await promise;
  clearTimeout(cut);
}

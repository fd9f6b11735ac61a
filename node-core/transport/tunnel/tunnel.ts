/**
 * The line to one peer for one session, shared by many topics. Topics take turns part by part; each has its own numbering
 * and its own window, so a slow consumer of one neither blocks another nor grows memory.
 *
 * Life: a stream, hello (both ends) -> frames -> bye (both ends), done (both ends) -> end. A stream that is lost before that
 * is dialled anew; the hellos on the new one say what has arrived, and each end sends the rest again, in its first order.
 */
import type { Duplex } from 'node:stream';
import { ProtocolError } from '@coscore/protocols/errors.ts';
import { NodeError } from '../../errors/node-error.ts';
import type { Keepalive } from '../grpc/service.ts';
import type { TransportError } from '../types.ts';
import { awayTooLong, lostTo, violation } from './failures.ts';
import type { FrameHeader } from './frame.ts';
import { checkHello, encodeHello, type HelloOptions } from './hello.ts';
import type { Received } from './incoming-topic.ts';
import type { TunnelLimits } from './limits.ts';
import { Link, type LinkHandlers } from './link.ts';
import type { Part } from './outgoing-topic.ts';
import { reach, type Dial } from './reach.ts';
import { Topics, type Replay, type Topic } from './topics.ts';
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

export interface TunnelOptions extends HelloOptions {
  readonly limits: TunnelLimits;
  readonly dial: Dial;
  /** Of streams that hang on no control connection, which are the direct ones. */
  readonly keepalive?: Keepalive | undefined;
  /** How long the peer may be away, once met, before the tunnel fails with `peer-lost`. */
  readonly awayMs: number;
  /** Every whole message once, in the order of the wire. */
  readonly onMessage: (message: TunnelMessage) => void;
  /** Once, when the tunnel cannot go on: `violation` when the peer broke the rules, else it was lost. */
  readonly onFailed: (error: TransportError, violation: boolean) => void;
  readonly onAway?: (() => void) | undefined;
  readonly onBack?: (() => void) | undefined;
}

const EMPTY = new Uint8Array(0);
/** From the end of a dial to the peer's hello. */
const HELLO_MS = 20_000;
/** A coordinator that has just been started may not know its jobs yet. */
const REFUSALS = 6;
/** How soon a quiet topic acknowledges what it has consumed, so that the peer need not keep it. */
const ACKNOWLEDGE_MS = 500;
/** How long an end that has nothing more to say tries to hear that its bye has arrived, after its stream was lost. */
const LINGER_MS = 30_000;

export class Tunnel {
  readonly peer: string;
  readonly #options: TunnelOptions;
  readonly #topics: Topics;
  /** What the peer lacks after a drop. */
  #replays: Replay[] = [];
  #serial = 0;
  readonly #greeted = Promise.withResolvers<void>();
  /** Both ends have said bye, or the tunnel has failed. */
  readonly #left = Promise.withResolvers<void>();
  readonly #over = Promise.withResolvers<void>();
  readonly #stop = new AbortController();
  readonly #quiet = new Set<Topic>();
  #acknowledging: NodeJS.Timeout | undefined;
  #link: Link | undefined;
  #peerInstance: Uint8Array | undefined;
  #pumping = false;
  #byeSeen = false;
  #closing = false;
  #closeMs = 0;
  #closeTimer: NodeJS.Timeout | undefined;
  #failure: TransportError | undefined;

  constructor(options: TunnelOptions) {
    this.#options = options;
    this.peer = options.peer;
    this.#topics = new Topics(options.limits);
    this.#greeted.promise.catch(() => undefined); // told to whoever awaits `opened`; nobody has to
    void this.#live();
  }

  /** Resolves when the peer has said who it is and which session this is. @throws as `onFailed` had it. */
  get opened(): Promise<void> {
    return this.#greeted.promise;
  }

  /** Resolves when no stream is left and none is dialled. */
  get over(): Promise<void> {
    return this.#over.promise;
  }

  /** @throws ProtocolError `wrong-size`, `cancelled`, `peer-lost`; NodeError `fingerprint-mismatch`, `version-mismatch`. */
  send(topicName: string, kind: string, body: Uint8Array): Promise<void> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    if (this.#byeSeen || this.#closing) return Promise.reject(this.#hasLeft());
    if (body.length > this.#options.limits.maxMessageBytes) {
      return Promise.reject(new ProtocolError('wrong-size', `a ${kind} of ${body.length} bytes is too large to send`));
    }
    const topic = this.#topics.get(topicName);
    const admitted = topic.outgoing.enqueue(kind, body);
    this.#topics.schedule(topic);
    this.#pump();
    return admitted;
  }

  /** The next message of the topic. @throws as `send`. */
  receive(topicName: string): Promise<Received> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    const topic = this.#topics.get(topicName);
    if (this.#byeSeen && !topic.incoming.ready) return Promise.reject(this.#hasLeft());
    const message = topic.incoming.take();
    this.#acknowledge(topic);
    return message;
  }

  /**
   * Sends what is queued, says bye and waits for the peer's. A peer that is away is waited for as long as ever.
   * @param timeoutMs for a peer that is there; then the stream is cut.
   */
  async close(timeoutMs: number): Promise<void> {
    this.#closing = true;
    this.#closeMs = timeoutMs;
    if (this.#peerInstance === undefined) this.fail(this.#hasLeft());
    this.#limitClose();
    this.#pump();
    await this.#left.promise;
  }

  /** Ends the tunnel at once, and everything that waits on it with `error`. The peer is told, if it is there. */
  fail(error: TransportError): void {
    if (this.#failure !== undefined) return;
    this.#failure = error;
    this.#greeted.reject(error);
    this.#topics.fail(error);
    if (!this.#stop.signal.aborted) this.#link?.say('quit', EMPTY);
    this.#finish();
  }

  /** Nothing more is sent, read or dialled. */
  #finish(): void {
    this.#stop.abort();
    clearTimeout(this.#acknowledging);
    clearTimeout(this.#closeTimer);
    this.#left.resolve();
    this.#link?.finish();
    if (this.#link === undefined) this.#over.resolve();
    else void this.#link.gone.then(() => this.#over.resolve());
  }

  /** From one stream to the next. */
  async #live(): Promise<void> {
    const { dial, awayMs } = this.#options;
    while (!this.#stop.signal.aborted) {
      const first = this.#peerInstance === undefined;
      const limitMs = this.#bothLeft() ? Math.min(LINGER_MS, awayMs) : awayMs;
      const late = new AbortController();
      // Whether a peer comes at all is for the session to judge, which knows when it was asked for.
      const timer = first ? undefined : setTimeout(() => late.abort(awayTooLong(this.peer, limitMs)), limitMs);
      try {
        const signal = AbortSignal.any([this.#stop.signal, late.signal]);
        const refusals = first || this.#bothLeft() ? 1 : REFUSALS;
        await reach({ dial, greet: (duplex) => this.#greet(duplex), first, refusals, signal });
      } catch (error) {
        this.#giveUp(error);
      } finally {
        clearTimeout(timer);
      }
      await this.#link?.gone;
    }
  }

  /** No stream can be had. */
  #giveUp(error: unknown): void {
    if (this.#stop.signal.aborted) return;
    if (this.#bothLeft()) return this.#finish();
    // We were leaving anyway: not a reason to fail the session's other tunnels.
    if (this.#closing) return this.fail(this.#hasLeft());
    const met = this.#peerInstance !== undefined;
    const known = error instanceof NodeError && (!met || error.code !== 'relay-refused') ? error : undefined;
    const failure = known ?? lostTo(this.peer, error);
    this.fail(failure);
    this.#options.onFailed(failure, met && failure.code === 'fingerprint-mismatch');
  }

  /** Says hello on a new stream. @throws ProtocolError `peer-lost` when it is lost before the peer has answered. */
  async #greet(duplex: Duplex): Promise<void> {
    const heard = Promise.withResolvers<void>();
    const handlers: LinkHandlers = {
      open: (header) => this.#open(link, header),
      close: (header) => this.#close(header),
      own: (message) => {
        this.#heard(link, message);
        if (link.greeted) heard.resolve();
      },
      ready: () => this.#pump(),
      broken: (cause) => this.#refuse(cause),
      lost: (cause) => {
        this.#lost(link);
        heard.reject(lostTo(this.peer, cause));
      },
    };
    const link: Link = new Link(duplex, handlers, this.#options.keepalive);
    this.#link = link;
    link.say('hello', encodeHello(this.#options, this.#peerInstance, this.#topics.received()));
    const late = setTimeout(() => {
      if (!link.greeted) duplex.destroy(new Error('no hello came'));
    }, HELLO_MS);
    const stopped = (): void => heard.reject(this.#failure ?? this.#hasLeft());
    this.#stop.signal.addEventListener('abort', stopped, { once: true });
    try {
      await heard.promise;
    } finally {
      clearTimeout(late);
      this.#stop.signal.removeEventListener('abort', stopped);
    }
  }

  #lost(link: Link): void {
    if (this.#link !== link) return;
    this.#link = undefined;
    this.#replays = [];
    clearTimeout(this.#closeTimer);
    this.#topics.abandon();
    if (link.greeted && !this.#closing) this.#options.onAway?.();
  }

  #hasLeft(): ProtocolError {
    const who = this.#byeSeen ? this.peer : this.#options.self;
    return new ProtocolError('peer-lost', `${who} has left the session`, { params: { peer: this.peer } });
  }

  #bothLeft(): boolean {
    return this.#byeSeen && this.#closing;
  }

  #refuse(cause: unknown): void {
    const honest = cause instanceof NodeError || (cause instanceof ProtocolError && cause.code === 'peer-lost');
    const error = honest ? cause : violation(this.peer, cause);
    this.fail(error);
    this.#options.onFailed(error, !honest);
  }

  #pump(): void {
    const link = this.#link;
    if (link === undefined || this.#pumping) return;
    this.#pumping = true;
    while (link.writable) {
      const replay = this.#replays.shift();
      if (replay !== undefined) {
        this.#writePart(link, replay.topic, replay.part);
        continue;
      }
      const topic = this.#topics.turn();
      if (topic === undefined) break;
      this.#serve(link, topic);
    }
    this.#pumping = false;
    if (this.#closing && link.writable && this.#replays.length === 0 && this.#topics.drained) this.#sayBye(link);
  }

  /** One turn of a topic: a part, or an acknowledgement that is due when the topic has none or its window is full. */
  #serve(link: Link, topic: Topic): void {
    const part = topic.outgoing.next(this.#serial);
    if (part !== undefined) {
      this.#serial += 1;
      this.#writePart(link, topic, part);
      if (!topic.outgoing.empty) this.#topics.schedule(topic);
    } else if (topic.incoming.tellNow || topic.due) {
      topic.due = false;
      const consumed = topic.incoming.tell();
      link.write({ topic: topic.incoming.name, seq: 0, kind: '', bodyBytes: 0, rest: 0, consumed }, EMPTY);
    }
  }

  #writePart(link: Link, topic: Topic, { seq, kind, body, rest, sent }: Part): void {
    const { name } = topic.outgoing;
    link.write({ topic: name, seq, kind, bodyBytes: body.length, rest, consumed: topic.incoming.tell() }, body);
    if (sent !== undefined) this.#options.onMessage({ peer: this.peer, direction: 'sent', topic: name, ...sent });
  }

  /** The topic may have consumed something. */
  #acknowledge(topic: Topic): void {
    if (topic.incoming.tellNow) {
      this.#topics.schedule(topic);
      this.#pump();
    } else if (topic.incoming.untold) {
      this.#quiet.add(topic);
      this.#acknowledging ??= setTimeout(() => this.#acknowledgeQuiet(), ACKNOWLEDGE_MS).unref();
    }
  }

  #acknowledgeQuiet(): void {
    this.#acknowledging = undefined;
    for (const topic of this.#quiet) {
      if (!topic.incoming.untold) continue;
      topic.due = true;
      this.#topics.schedule(topic);
    }
    this.#quiet.clear();
    this.#pump();
  }

  #open(link: Link, header: FrameHeader): Uint8Array {
    if (!link.greeted || this.#byeSeen) {
      throw new ProtocolError('malformed', 'a frame before the hello or after the bye');
    }
    const topic = this.#topics.named(header.topic);
    topic.outgoing.acknowledge(header.consumed);
    if (!topic.outgoing.empty) this.#topics.schedule(topic);
    if (header.seq !== 0) return topic.incoming.open(header);
    if (header.bodyBytes + header.rest > 0) throw new ProtocolError('malformed', 'an acknowledgement with a body');
    return EMPTY;
  }

  #close(header: FrameHeader): void {
    if (header.seq === 0) return;
    const topic = this.#topics.get(header.topic);
    const message = topic.incoming.close(header);
    this.#acknowledge(topic);
    if (message === undefined) return;
    this.#options.onMessage({
      peer: this.peer,
      direction: 'received',
      topic: header.topic,
      bytes: message.body.length,
      ...message,
    });
  }

  /** A message of the tunnel itself. */
  #heard(link: Link, { kind, body }: Received): void {
    if (kind === 'hello' && !link.greeted) this.#checkHello(link, body);
    else if (kind === 'bye' && link.greeted && !link.byeSeen) this.#peerLeaves(link);
    else if (kind === 'done' && link.byeSaid && link.byeSeen) this.#finish();
    else if (kind === 'quit') this.#peerQuits();
    else throw new ProtocolError('malformed', 'an unknown message of the tunnel itself');
  }

  #checkHello(link: Link, body: Uint8Array): void {
    const { instance, received } = checkHello(body, this.#options, this.#peerInstance);
    // After its bye the peer wants nothing, and nothing is kept for it.
    if (!this.#byeSeen) this.#replays = this.#topics.lacking(received);
    const back = this.#peerInstance !== undefined;
    this.#peerInstance = instance;
    link.greeted = true;
    this.#topics.scheduleQueued();
    this.#limitClose();
    this.#greeted.resolve();
    if (back && !this.#closing) this.#options.onBack?.();
  }

  #peerLeaves(link: Link): void {
    link.byeSeen = true;
    this.#byeSeen = true;
    this.#closing = true;
    this.#replays = [];
    this.#topics.fail(this.#hasLeft());
    if (!link.byeSaid) this.#sayBye(link);
    link.say('done', EMPTY);
    this.#left.resolve();
  }

  /** The peer's session has failed, or was stopped: what it wanted is of no more use to it. */
  #peerQuits(): void {
    if (this.#bothLeft()) return this.#finish();
    const closing = this.#closing;
    const error = new ProtocolError('peer-lost', `${this.peer} has ended the session`, { params: { peer: this.peer } });
    this.fail(error);
    if (!closing) this.#options.onFailed(error, false);
  }

  #sayBye(link: Link): void {
    link.byeSaid = true;
    link.say('bye', EMPTY);
  }

  /** A peer that is there and does not take what is queued is not waited for without end. */
  #limitClose(): void {
    clearTimeout(this.#closeTimer);
    if (!this.#closing || this.#link === undefined || this.#stop.signal.aborted) return;
    this.#closeTimer = setTimeout(() => (this.#byeSeen ? this.#finish() : this.fail(this.#hasLeft())), this.#closeMs);
  }
}

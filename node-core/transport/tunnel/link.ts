/**
 * One stream of a tunnel, from its hello until it ends or is lost. The tunnel outlives it. What belongs to the stream is here:
 * frames cut out of its bytes, backpressure, and the numbering of the tunnel's own messages, which starts anew on each.
 */
import type { Duplex } from 'node:stream';
import { ProtocolError } from '@coscore/protocols/errors.ts';
import type { Keepalive } from '../grpc/service.ts';
import { encodeFrame, FrameReader, type FrameHeader } from './frame.ts';
import { IncomingTopic, type Received } from './incoming-topic.ts';
import { OWN_LIMITS } from './limits.ts';
import { OutgoingTopic, type Part } from './outgoing-topic.ts';
import { Pulse } from './pulse.ts';

/** The tunnel's own topic. */
export const OWN = '';

/**
 * Messages of the tunnel itself. `done`: your bye has arrived. `quit`: the session has ended here without a bye. `beat`: I am
 * still here, on a stream that hangs on no control connection.
 */
export type OwnKind = 'hello' | 'bye' | 'done' | 'quit' | typeof BEAT;
const BEAT = 'beat';

export interface LinkHandlers {
  /** A frame of any topic but the tunnel's own; as FrameSink. */
  readonly open: (header: FrameHeader) => Uint8Array;
  readonly close: (header: FrameHeader) => void;
  /** A message of the tunnel itself. */
  readonly own: (message: Received) => void;
  /** More can be written, or a chunk has been read. */
  readonly ready: () => void;
  /** One of the above threw: the peer broke the rules. */
  readonly broken: (cause: unknown) => void;
  /** The stream has ended or failed; called once, never after `drop` or `finish`. */
  readonly lost: (cause: unknown) => void;
}

/** How long the last bytes may take to leave. */
const LAST_BYTES_MS = 1000;

export class Link {
  readonly #duplex: Duplex;
  readonly #handlers: LinkHandlers;
  readonly #incoming = new IncomingTopic(OWN, OWN_LIMITS);
  readonly #outgoing = new OutgoingTopic(OWN, OWN_LIMITS);
  readonly #gone = Promise.withResolvers<void>();
  readonly #pulse: Pulse | undefined;
  #over = false;
  /** A write may bring the peer's answer before it returns, so nothing is written while a chunk is read. */
  #reading = false;
  blocked = false;
  /** The peer's hello fits. */
  greeted = false;
  byeSaid = false;
  byeSeen = false;

  /** @param keepalive of a direct stream; others end with their node's control connection. */
  constructor(duplex: Duplex, handlers: LinkHandlers, keepalive?: Keepalive) {
    this.#duplex = duplex;
    this.#handlers = handlers;
    if (keepalive !== undefined) this.#pulse = this.#startPulse(keepalive);
    const reader = new FrameReader({ open: (header) => this.#open(header), close: (header) => this.#close(header) });
    duplex.on('data', (chunk: Uint8Array) => this.#read(reader, chunk));
    duplex.on('drain', () => {
      this.blocked = false;
      if (!this.#over) handlers.ready();
    });
    duplex.on('error', (cause) => this.#lose(cause));
    duplex.on('end', () => this.#lose(undefined));
    duplex.on('close', () => this.#lose(undefined));
    duplex.resume(); // whoever handed it over may have paused it, so that nothing is missed
    // It may have broken since it was dialled; nobody has this link yet who could be told.
    if (duplex.destroyed) queueMicrotask(() => this.#lose(undefined));
  }

  /** Resolves when the stream is of no more use to the tunnel and has been closed. */
  get gone(): Promise<void> {
    return this.#gone.promise;
  }

  get writable(): boolean {
    return !this.#over && !this.#reading && !this.blocked && this.greeted && !this.byeSaid;
  }

  write(header: FrameHeader, body: Uint8Array): void {
    if (this.#over) return;
    const buffers = encodeFrame(header, body);
    if (buffers.length === 1) this.blocked = !this.#duplex.write(buffers[0]);
    else {
      this.#duplex.cork();
      for (const buffer of buffers) this.blocked = !this.#duplex.write(buffer);
      this.#duplex.uncork();
    }
  }

  say(kind: OwnKind, body: Uint8Array): void {
    void this.#outgoing.enqueue(kind, body);
    for (let part = this.#outgoing.next(0); part !== undefined; part = this.#outgoing.next(0)) this.#sayPart(part);
  }

  #sayPart({ seq, kind, body, rest }: Part): void {
    const consumed = this.#incoming.tell();
    this.write({ topic: OWN, seq, kind, bodyBytes: body.length, rest, consumed }, body);
  }

  #startPulse(keepalive: Keepalive): Pulse {
    const beat = (): void => {
      // What is queued for a slow peer says as much.
      if (this.greeted && !this.#over && !this.#reading && !this.blocked) this.say(BEAT, new Uint8Array(0));
    };
    const seconds = (keepalive.everyMs + keepalive.timeoutMs) / 1000;
    return new Pulse(keepalive, beat, () => this.#lose(new Error(`nothing came for ${seconds} s`)));
  }

  /** Cuts the stream at once. */
  drop(): void {
    this.#over = true;
    this.#pulse?.stop();
    this.#duplex.destroy();
    this.#gone.resolve();
  }

  /** Nothing more is read; what was written may still leave, for a second at most. */
  finish(): void {
    if (this.#over) return;
    this.#over = true;
    this.#pulse?.stop();
    const cut = setTimeout(() => this.drop(), LAST_BYTES_MS);
    for (const event of ['end', 'error', 'close'])
      this.#duplex.once(event, () => {
        clearTimeout(cut);
        this.drop();
      });
    this.#duplex.end();
  }

  #lose(cause: unknown): void {
    if (this.#over) return;
    this.drop();
    this.#handlers.lost(cause);
  }

  #read(reader: FrameReader, chunk: Uint8Array): void {
    if (this.#over) return;
    this.#pulse?.heard();
    this.#reading = true;
    // Answers leave together afterwards: one that brings the peer's next message must not find the rest unsaid.
    this.#duplex.cork();
    try {
      reader.push(chunk);
    } catch (cause) {
      if (!this.#over) this.#handlers.broken(cause);
    }
    this.#reading = false;
    this.#duplex.uncork();
    if (!this.#over) this.#handlers.ready();
  }

  #open(header: FrameHeader): Uint8Array {
    if (this.#over) throw new Error('the stream was given up in the middle of a chunk');
    if (header.topic !== OWN) return this.#handlers.open(header);
    if (this.greeted && header.seq === 1) throw new ProtocolError('malformed', 'a second hello');
    this.#outgoing.acknowledge(header.consumed);
    return this.#incoming.open(header);
  }

  #close(header: FrameHeader): void {
    if (this.#over) return;
    if (header.topic !== OWN) return this.#handlers.close(header);
    const message = this.#incoming.close(header);
    if (message === undefined) return;
    this.#incoming.take().catch(() => undefined);
    if (message.kind !== BEAT || this.#pulse === undefined) this.#handlers.own(message);
  }
}

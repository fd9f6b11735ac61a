/**
 * What the peer has sent under one topic and this end has not yet taken. Checks the numbering and the window, puts parts
 * together, and hands messages to whoever receives. Pure bookkeeping; the tunnel reads.
 */
import { ProtocolError } from '@coscore/protocols/errors.ts';
import { BodyDigest } from './digest.ts';
import type { FrameHeader } from './frame.ts';
import { FRAME_COST, type TunnelLimits } from './limits.ts';

export interface Received {
  readonly kind: string;
  readonly body: Uint8Array;
}

interface Assembling extends Received {
  filled: number;
  /** Flow-control cost not yet counted as consumed. */
  cost: number;
}

interface Waiting {
  readonly resolve: (message: Received) => void;
  readonly reject: (error: Error) => void;
}

export class IncomingTopic {
  readonly name: string;
  readonly #limits: TunnelLimits;
  readonly #complete: (Received & { readonly cost: number })[] = [];
  readonly #waiting: Waiting[] = [];
  readonly #digest = new BodyDigest();
  #assembling: Assembling | undefined;
  /** Last frame received whole, and the body bytes of all up to it. */
  #seq = 0;
  #bytes = 0;
  #held = 0;
  #consumed = 0;
  #told = 0;

  constructor(name: string, limits: TunnelLimits) {
    this.name = name;
    this.#limits = limits;
  }

  /** Cost consumed in all, to be put into the next header of this topic. */
  tell(): number {
    this.#told = this.#consumed;
    return this.#consumed;
  }

  /** Whether the peer should be told without waiting for a message of ours. */
  get tellNow(): boolean {
    return this.#consumed - this.#told >= this.#limits.windowBytes / 4;
  }

  /** Whether anything was consumed that the peer does not know of. */
  get untold(): boolean {
    return this.#consumed > this.#told;
  }

  /** What has arrived, for the hello on a new stream. */
  received(): { readonly seq: number; readonly bytes: number; readonly consumed: number } {
    return { seq: this.#seq, bytes: this.#bytes, consumed: this.tell() };
  }

  /**
   * Checks a header before anything is allocated for it.
   * @returns where the body of this frame goes.
   * @throws ProtocolError `replayed`, `wrong-size`, `malformed`.
   */
  open(header: FrameHeader): Uint8Array {
    this.#checkSequence(header.seq);
    this.#checkSize(header);
    const held = this.#held + header.bodyBytes + FRAME_COST;
    if (held > this.#limits.windowBytes) {
      throw new ProtocolError('wrong-size', `${held} unconsumed bytes, ${this.#limits.windowBytes} allowed`);
    }
    const message = (this.#assembling ??= {
      kind: header.kind,
      // Never zero-filled: a peer that only announces a large body costs address space, not memory.
      body: unfilled(header.bodyBytes + header.rest),
      filled: 0,
      cost: 0,
    });
    return message.body.subarray(message.filled, message.filled + header.bodyBytes);
  }

  #checkSequence(seq: number): void {
    if (seq <= this.#seq) throw new ProtocolError('replayed', `frame ${seq} came after frame ${this.#seq}`);
    if (seq !== this.#seq + 1)
      throw new ProtocolError('wrong-size', `frame ${seq} came where ${this.#seq + 1} was due`);
  }

  #checkSize({ kind, bodyBytes, rest }: FrameHeader): void {
    const { maxPartBytes, maxMessageBytes } = this.#limits;
    if (bodyBytes > maxPartBytes || bodyBytes + rest > maxMessageBytes) {
      throw new ProtocolError('wrong-size', `a frame of ${bodyBytes} bytes with ${rest} to come`);
    }
    const message = this.#assembling;
    const first = message === undefined;
    if (first !== (kind !== '') || (bodyBytes === 0 && (rest > 0 || !first))) {
      throw new ProtocolError('malformed', 'a frame that neither begins nor continues a message');
    }
    if (!first && message.filled + bodyBytes + rest !== message.body.length) {
      throw new ProtocolError(
        'wrong-size',
        `${bodyBytes + rest} bytes of a message left, ${message.body.length - message.filled} announced`,
      );
    }
  }

  /** The view of `open` is full. @returns the message and its SHA-256 when this was its last part. */
  close(header: FrameHeader): (Received & { readonly sha256: Buffer }) | undefined {
    const message = this.#assembling!;
    const cost = header.bodyBytes + FRAME_COST;
    this.#seq = header.seq;
    this.#bytes += header.bodyBytes;
    this.#held += cost;
    message.cost += cost;
    const part = message.body.subarray(message.filled, message.filled + header.bodyBytes);
    message.filled += header.bodyBytes;
    const sha256 = this.#digest.update(part, header.rest === 0);
    // Somebody waits for this very message: its parts count as consumed, so it may be larger than the window.
    if (this.#waiting.length > 0) this.#consume(message);
    if (sha256 === undefined) return undefined;
    this.#assembling = undefined;
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#complete.push(message);
    else waiting.resolve(message);
    return { kind: message.kind, body: message.body, sha256 };
  }

  /** The stream broke; the frame under way, if it was one of this topic, will come again from its beginning. */
  abandon(): void {
    if (this.#assembling?.filled === 0) this.#assembling = undefined;
  }

  #consume(message: { cost: number }): void {
    this.#held -= message.cost;
    this.#consumed += message.cost;
    message.cost = 0;
  }

  take(): Promise<Received> {
    const message = this.#complete.shift();
    if (message !== undefined) {
      this.#consume(message);
      return Promise.resolve(message);
    }
    if (this.#assembling !== undefined) this.#consume(this.#assembling);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  /** Whether `take` would resolve at once. */
  get ready(): boolean {
    return this.#complete.length > 0;
  }

  /** Ends every waiting `take`; what is complete can still be taken. */
  fail(error: Error): void {
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}

/** A plain Uint8Array with its own, aligned buffer: callers may view it as other typed arrays. */
function unfilled(bytes: number): Uint8Array {
  return new Uint8Array(Buffer.allocUnsafeSlow(bytes).buffer, 0, bytes);
}

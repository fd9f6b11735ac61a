/**
 * What this end has yet to send under one topic: messages cut into parts, numbered, and held back by the peer's window.
 * Pure bookkeeping; the tunnel writes.
 */
import { ProtocolError } from '@coscore/protocols/errors.ts';
import { BodyDigest } from './digest.ts';
import { FRAME_COST, type TunnelLimits } from './limits.ts';

/** One frame's worth of a message. */
export interface Part {
  readonly seq: number;
  /** Empty unless this is the message's first part. */
  readonly kind: string;
  readonly body: Uint8Array;
  /** Body bytes of the message after this part. */
  readonly rest: number;
  /** Set on the last part: what the traffic log records. */
  readonly sent?: { readonly kind: string; readonly bytes: number; readonly sha256: Buffer; readonly body: Uint8Array };
}

interface Message {
  readonly kind: string;
  readonly body: Uint8Array;
  offset: number;
}

interface Admission {
  /** Queued bytes of the topic before this message. */
  readonly ahead: number;
  readonly admit: () => void;
  readonly refuse: (error: Error) => void;
}

export class OutgoingTopic {
  readonly name: string;
  readonly #limits: TunnelLimits;
  readonly #messages: Message[] = [];
  readonly #admissions: Admission[] = [];
  readonly #digest = new BodyDigest();
  #seq = 0;
  /** Body bytes ever queued, and ever handed to the tunnel. */
  #queued = 0;
  #handed = 0;
  /** Flow-control cost ever sent, and what the peer says it consumed of it. */
  #cost = 0;
  #consumed = 0;

  constructor(name: string, limits: TunnelLimits) {
    this.name = name;
    this.#limits = limits;
  }

  get empty(): boolean {
    return this.#messages.length === 0;
  }

  /**
   * Queues a message without copying it. Resolves at once while less than one window is queued ahead of it, so that two
   * ends may both send a large message before either receives.
   */
  enqueue(kind: string, body: Uint8Array): Promise<void> {
    const ahead = this.#queued;
    this.#messages.push({ kind, body, offset: 0 });
    this.#queued += body.length;
    if (ahead - this.#handed <= this.#limits.windowBytes) return Promise.resolve();
    return new Promise((admit, refuse) => this.#admissions.push({ ahead, admit, refuse }));
  }

  /** The next part that the peer's window admits. */
  next(): Part | undefined {
    const message = this.#messages[0];
    if (message === undefined) return undefined;
    const size = Math.min(message.body.length - message.offset, this.#limits.partBytes);
    if (this.#cost - this.#consumed + size + FRAME_COST > this.#limits.windowBytes) return undefined;
    return this.#cut(message, size);
  }

  #cut(message: Message, size: number): Part {
    const body = message.body.subarray(message.offset, message.offset + size);
    const kind = message.offset === 0 ? message.kind : '';
    message.offset += size;
    const rest = message.body.length - message.offset;
    this.#cost += size + FRAME_COST;
    this.#handed += size;
    this.#admit();
    const sha256 = this.#digest.update(body, rest === 0);
    const part = { seq: ++this.#seq, kind, body, rest };
    if (sha256 === undefined) return part;
    this.#messages.shift();
    return { ...part, sent: { kind: message.kind, bytes: message.body.length, sha256, body: message.body } };
  }

  #admit(): void {
    for (let first = this.#admissions[0]; first !== undefined; first = this.#admissions[0]) {
      if (first.ahead - this.#handed > this.#limits.windowBytes) return;
      this.#admissions.shift();
      first.admit();
    }
  }

  /**
   * @param consumed cost of this topic that the peer has consumed in all.
   * @throws ProtocolError `out-of-range` when it shrinks or exceeds what was sent.
   */
  acknowledge(consumed: number): void {
    if (consumed === this.#consumed) return;
    if (!(consumed > this.#consumed && consumed <= this.#cost)) {
      throw new ProtocolError('out-of-range', `${consumed} bytes acknowledged where ${this.#cost} were sent`);
    }
    this.#consumed = consumed;
  }

  /** Drops everything queued and ends every waiting `enqueue` with the error. */
  fail(error: Error): void {
    this.#messages.length = 0;
    for (const { refuse } of this.#admissions.splice(0)) refuse(error);
  }
}

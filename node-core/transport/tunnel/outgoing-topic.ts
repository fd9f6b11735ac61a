/**
 * What this end has yet to send under one topic: messages cut into parts, numbered, and held back by the peer's window.
 * Parts are kept, without a copy, until the peer says that they are consumed, so that they can be sent again on a new stream;
 * the window bounds them. Pure bookkeeping; the tunnel writes.
 */
import { ProtocolError } from '@coscore/protocols/errors.ts';
import { BodyDigest } from './digest.ts';
import { FRAME_COST, type TunnelLimits } from './limits.ts';

/** One frame's worth of a message. */
export interface Part {
  /** Position among all parts of the tunnel: parts are sent again in their first order, on which digests depend. */
  readonly serial: number;
  readonly seq: number;
  /** Empty unless this is the message's first part. */
  readonly kind: string;
  readonly body: Uint8Array;
  /** Body bytes of the message after this part. */
  readonly rest: number;
  /** Set on the last part: what the traffic log records. */
  readonly sent?: { readonly kind: string; readonly bytes: number; readonly sha256: Buffer; readonly body: Uint8Array };
}

interface Retained {
  readonly part: Part;
  /** Flow-control cost and body bytes of the topic up to the end of this part. */
  readonly cost: number;
  readonly bytes: number;
}

interface Known {
  readonly seq: number;
  readonly bytes: number;
  readonly cost: number;
}

/** What the peer says it has of a topic. */
export interface Resume {
  readonly seq: number;
  readonly bytes: number;
  readonly consumed: number;
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
  readonly #retained: Retained[] = [];
  /** The last part that the peer is known to have. */
  #known: Known = { seq: 0, bytes: 0, cost: 0 };

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

  /** The next part that the peer's window admits. @param serial for it */
  next(serial: number): Part | undefined {
    const message = this.#messages[0];
    if (message === undefined) return undefined;
    const size = Math.min(message.body.length - message.offset, this.#limits.partBytes);
    if (this.#cost - this.#consumed + size + FRAME_COST > this.#limits.windowBytes) return undefined;
    return this.#cut(message, size, serial);
  }

  #cut(message: Message, size: number, serial: number): Part {
    const body = message.body.subarray(message.offset, message.offset + size);
    const kind = message.offset === 0 ? message.kind : '';
    message.offset += size;
    const rest = message.body.length - message.offset;
    this.#cost += size + FRAME_COST;
    this.#handed += size;
    this.#admit();
    const sha256 = this.#digest.update(body, rest === 0);
    const part = { serial, seq: ++this.#seq, kind, body, rest };
    this.#retained.push({ part, cost: this.#cost, bytes: this.#handed });
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
    let dropped = 0;
    for (const { part, cost, bytes } of this.#retained) {
      if (cost > consumed) break;
      if (part.seq > this.#known.seq) this.#known = { seq: part.seq, bytes, cost };
      dropped += 1;
    }
    if (dropped > 0) this.#retained.splice(0, dropped);
  }

  /**
   * The peer has said on a new stream what it has.
   * @returns the parts that it lacks.
   * @throws ProtocolError `out-of-range` when it claims what was never sent, or less than it had said to have.
   */
  resume({ seq, bytes, consumed }: Resume): readonly Part[] {
    const at = this.#at(seq);
    if (at?.bytes !== bytes || consumed > at.cost || consumed < this.#consumed) {
      throw new ProtocolError(
        'out-of-range',
        `frame ${seq} claimed as the last one received, where ${this.#known.seq} to ${this.#seq} were possible`,
      );
    }
    this.#known = at;
    this.acknowledge(consumed);
    return this.#retained.filter(({ part }) => part.seq > seq).map(({ part }) => part);
  }

  /** The place after frame `seq`, if the peer may be there. */
  #at(seq: number): Known | undefined {
    if (seq <= this.#known.seq) return seq === this.#known.seq ? this.#known : undefined;
    const found = this.#retained.find(({ part }) => part.seq === seq);
    return found === undefined ? undefined : { seq, bytes: found.bytes, cost: found.cost };
  }

  /** Drops everything queued and ends every waiting `enqueue` with the error. */
  fail(error: Error): void {
    this.#messages.length = 0;
    this.#retained.length = 0;
    for (const { refuse } of this.#admissions.splice(0)) refuse(error);
  }
}

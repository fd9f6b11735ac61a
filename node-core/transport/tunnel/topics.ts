/** All topics of one tunnel, whose turn it is among them, and what of them is where after a drop. Pure bookkeeping. */
import { ProtocolError } from '@coscore/protocols/errors.ts';
import { IncomingTopic } from './incoming-topic.ts';
import type { TunnelLimits } from './limits.ts';
import { OutgoingTopic, type Part, type Resume } from './outgoing-topic.ts';

export interface Topic {
  readonly incoming: IncomingTopic;
  readonly outgoing: OutgoingTopic;
  scheduled: boolean;
  /** An acknowledgement is wanted although little has been consumed since the last one. */
  due: boolean;
}

/** A part that the peer lacks after a drop. */
export interface Replay {
  readonly topic: Topic;
  readonly part: Part;
}

const NOTHING: Resume = { seq: 0, bytes: 0, consumed: 0 };

export class Topics {
  readonly #limits: TunnelLimits;
  readonly #byName = new Map<string, Topic>();
  /** Topics that have something to send and may. */
  readonly #turns: Topic[] = [];

  constructor(limits: TunnelLimits) {
    this.#limits = limits;
  }

  /** Made when it is not there yet. */
  get(name: string): Topic {
    let topic = this.#byName.get(name);
    if (topic === undefined) {
      const [incoming, outgoing] = [new IncomingTopic(name, this.#limits), new OutgoingTopic(name, this.#limits)];
      this.#byName.set(name, (topic = { incoming, outgoing, scheduled: false, due: false }));
    }
    return topic;
  }

  /** As `get`, for a topic that the peer names. @throws ProtocolError `wrong-size` when it has opened too many. */
  named(name: string): Topic {
    if (this.#byName.size >= this.#limits.maxTopics && !this.#byName.has(name)) {
      throw new ProtocolError('wrong-size', 'too many topics');
    }
    return this.get(name);
  }

  schedule(topic: Topic): void {
    if (topic.scheduled) return;
    topic.scheduled = true;
    this.#turns.push(topic);
  }

  scheduleQueued(): void {
    for (const topic of this.#byName.values()) if (!topic.outgoing.empty) this.schedule(topic);
  }

  /** Whose turn it is; it is no longer scheduled then. */
  turn(): Topic | undefined {
    const topic = this.#turns.shift();
    if (topic !== undefined) topic.scheduled = false;
    return topic;
  }

  /** Nothing is queued. */
  get drained(): boolean {
    for (const { outgoing } of this.#byName.values()) if (!outgoing.empty) return false;
    return true;
  }

  /** What has arrived, by topic. */
  received(): ReadonlyMap<string, Resume> {
    const all = [...this.#byName].map(([name, { incoming }]) => [name, incoming.received()] as const);
    return new Map(all.filter(([, { seq }]) => seq > 0));
  }

  /**
   * What the peer lacks, in the order in which it was first sent, on which digests depend.
   * @throws ProtocolError `out-of-range` when it claims to have what it cannot have.
   */
  lacking(received: ReadonlyMap<string, Resume>): Replay[] {
    for (const name of received.keys()) {
      if (!this.#byName.has(name)) throw new ProtocolError('out-of-range', 'a topic under which nothing was sent');
    }
    const lacking = [...this.#byName].flatMap(([name, topic]) =>
      topic.outgoing.resume(received.get(name) ?? NOTHING).map((part) => ({ topic, part })),
    );
    return lacking.sort((x, y) => x.part.serial - y.part.serial);
  }

  /** The stream broke: a frame that was under way will come again. */
  abandon(): void {
    for (const { incoming } of this.#byName.values()) incoming.abandon();
  }

  /** Ends everything that waits; what is complete can still be taken. */
  fail(error: Error): void {
    for (const { incoming, outgoing } of this.#byName.values()) {
      incoming.fail(error);
      outgoing.fail(error);
    }
  }
}

/** The channel between two roles that one participant plays at once: an aggregator that also contributes. */
import { ProtocolError } from '../errors.ts';
import type { Channel, PartyId } from '../transport.ts';

interface Item {
  readonly kind: string;
  readonly body: Uint8Array;
}

/** Two ends of one channel from `self` to itself. */
export function loopback(self: PartyId, topic: string): readonly [Channel, Channel] {
  const forth = mailbox();
  const back = mailbox();
  return [endOf(self, topic, forth, back), endOf(self, topic, back, forth)];
}

interface Mailbox {
  put(item: Item): void;
  take(): Promise<Item>;
}

function mailbox(): Mailbox {
  const items: Item[] = [];
  let waiting: ((item: Item) => void) | undefined;
  return {
    put(item) {
      if (waiting === undefined) items.push(item);
      else waiting(item);
      waiting = undefined;
    },
    take: () => {
      const next = items.shift();
      return next === undefined ? new Promise((resolve) => (waiting = resolve)) : Promise.resolve(next);
    },
  };
}

function endOf(self: PartyId, topic: string, out: Mailbox, into: Mailbox): Channel {
  return {
    self,
    peer: self,
    topic,
    send: (kind, body) => Promise.resolve(out.put({ kind, body })),
    async receive(kind) {
      const item = await into.take();
      if (item.kind !== kind) throw new ProtocolError('wrong-round', `${item.kind} came where ${kind} was due`);
      return item.body;
    },
  };
}

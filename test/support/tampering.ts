/** A session whose owner breaks the protocol: its messages are changed, dropped or repeated before they leave. */
import type { Channel, PartyId, Session } from '@coscore/protocols';

export interface Outgoing {
  readonly topic: string;
  readonly kind: string;
  readonly body: Uint8Array;
}

/** @param change what is sent instead of a message */
export function tampering(session: Session, change: (message: Outgoing) => readonly Outgoing[]): Session {
  const channels = new Map<Channel, Channel>();
  const altered = (channel: Channel): Channel => ({
    self: channel.self,
    peer: channel.peer,
    topic: channel.topic,
    receive: (kind) => channel.receive(kind),
    async send(kind, body) {
      for (const message of change({ topic: channel.topic, kind, body }))
        await channel.send(message.kind, message.body);
    },
  });
  return {
    id: session.id,
    self: session.self,
    signal: session.signal,
    material: session.material,
    progress: (event) => session.progress(event),
    channel(peer: PartyId, topic: string) {
      const channel = session.channel(peer, topic);
      const known = channels.get(channel) ?? altered(channel);
      channels.set(channel, known);
      return known;
    },
  };
}

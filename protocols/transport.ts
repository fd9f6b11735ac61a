/**
 * What a protocol role may ask of the outside world: typed messages to named peers, one-time material marks, progress.
 * The real network (node-core/transport) and the in-memory one (memory-network.ts) both implement it.
 */
import { ProtocolError } from './errors.ts';

declare const brand: unique symbol;
/** Name of a participant inside one project, e.g. `bank`. */
export type PartyId = string & { readonly [brand]: 'PartyId' };
/** `${jobId}/${attempt}`: never used twice. */
export type SessionId = string & { readonly [brand]: 'SessionId' };

/** One ordered, reliable stream of messages to one peer under one topic. Topics do not block each other. */
export interface Channel {
  readonly self: PartyId;
  readonly peer: PartyId;
  readonly topic: string;
  /** Resolves when the transport accepts more (backpressure). The caller must not change `body` afterwards. */
  send(kind: string, body: Uint8Array): Promise<void>;
  /**
   * The next message of this channel.
   * @throws ProtocolError `wrong-round` when its kind is another; `cancelled`; `peer-lost`.
   */
  receive(kind: string): Promise<Uint8Array>;
}

/**
 * High-water marks of one-time material (dealt randomness, masks, obfuscators), kept on disk by each node.
 * Reuse is fatal to privacy, so an index at or under the mark is refused.
 */
export interface MaterialLedger {
  /**
   * Persists that indexes up to and including `upTo` of (session, peer, protocol) are used; returns after it is on disk.
   * @throws ProtocolError `material-reused` when `upTo` is at or under the mark.
   */
  claim(peer: PartyId, protocol: string, upTo: number): Promise<void>;
}

export interface Progress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
  /** What `done` counts: rows, ids, features, iterations. */
  readonly unit: string;
}

/** Everything one participant's roles get for one attempt of one job. */
export interface Session {
  readonly id: SessionId;
  readonly self: PartyId;
  readonly signal: AbortSignal;
  readonly material: MaterialLedger;
  /** Same object for the same (peer, topic). */
  channel(peer: PartyId, topic: string): Channel;
  progress(event: Progress): void;
}

/** A generated protobuf class. */
export interface MessageType<T> {
  encode(message: T): { finish(): Uint8Array };
  decode(bytes: Uint8Array): T;
}

export function send<T>(channel: Channel, kind: string, type: MessageType<T>, message: NoInfer<T>): Promise<void> {
  return channel.send(kind, type.encode(message).finish());
}

/** @throws ProtocolError `malformed` when the bytes are not that message. The caller still checks lengths and ranges. */
export async function receive<T>(channel: Channel, kind: string, type: MessageType<T>): Promise<T> {
  const bytes = await channel.receive(kind);
  try {
    return type.decode(bytes);
  } catch (cause) {
    throw new ProtocolError('malformed', `${channel.peer} sent a ${kind} that cannot be decoded`, { cause });
  }
}

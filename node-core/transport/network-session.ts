/** A Session (protocols/transport.ts) on one tunnel for each peer. One broken tunnel fails the whole session. */
import type { Duplex } from 'node:stream';
import { ProtocolError } from '@coscore/protocols/errors.ts';
import type { Channel, MaterialLedger, PartyId, Progress, SessionId } from '@coscore/protocols/transport.ts';
import { NodeError } from '../errors/node-error.ts';
import { DEFAULT_LIMITS } from './tunnel/limits.ts';
import { TrafficLog, type TrafficEntry } from './tunnel/traffic.ts';
import { Tunnel } from './tunnel/tunnel.ts';
import type { NetworkSession, SessionContext } from './types.ts';

/** How long `close` waits for peers to take what is queued. */
const CLOSE_MS = 30_000;

export class TunnelSession implements NetworkSession {
  readonly id: SessionId;
  readonly self: PartyId;
  readonly material: MaterialLedger;
  readonly signal: AbortSignal;
  readonly #context: SessionContext;
  readonly #controller = new AbortController();
  readonly #tunnels = new Map<string, Tunnel>();
  readonly #channels = new Map<string, Channel>();
  readonly #traffic = new TrafficLog();
  readonly #onAbort = (): void => this.fail(new ProtocolError('cancelled', 'the session was cancelled'));
  readonly #ended = Promise.withResolvers<ProtocolError | undefined>();
  #failure: ProtocolError | undefined;

  constructor(self: string, context: SessionContext) {
    this.id = context.id;
    this.self = self as PartyId;
    this.material = context.material;
    this.#context = context;
    this.signal = context.signal ?? this.#controller.signal;
    this.signal.addEventListener('abort', this.#onAbort, { once: true });
    if (this.signal.aborted) this.#onAbort();
  }

  /** Resolves when the session has failed (with the error) or was closed. */
  get ended(): Promise<ProtocolError | undefined> {
    return this.#ended.promise;
  }

  /**
   * Carries the messages of one peer on this stream, whose other end has been authenticated.
   * Resolves when the peer has confirmed the session. @throws ProtocolError `parameter-mismatch`, `peer-lost`, `cancelled`.
   */
  async attach(peer: string, duplex: Duplex): Promise<void> {
    if (this.#failure !== undefined) {
      duplex.on('error', () => undefined).destroy();
      throw this.#failure;
    }
    const tunnel = new Tunnel({
      duplex,
      self: this.self,
      peer,
      session: this.id,
      limits: { ...DEFAULT_LIMITS, ...this.#context.limits },
      onMessage: (message) => {
        this.#traffic.record(peer, message.direction, message);
        this.#context.observe?.(message);
      },
      onFailed: (error, violation) => {
        if (violation) this.#context.onViolation?.({ peer, error });
        this.fail(error);
      },
    });
    this.#tunnels.set(peer, tunnel);
    await tunnel.opened;
  }

  /** @throws NodeError `party-not-allowed` when the session has no such peer. */
  channel(peer: PartyId, topic: string): Channel {
    const key = `${peer}\n${topic}`;
    let channel = this.#channels.get(key);
    if (channel === undefined) this.#channels.set(key, (channel = this.#newChannel(peer, topic)));
    return channel;
  }

  #newChannel(peer: PartyId, topic: string): Channel {
    const tunnel = this.#tunnels.get(peer);
    if (tunnel === undefined || topic === '') {
      throw new NodeError('party-not-allowed', `session ${this.id} has no channel ${peer}/${topic}`, {
        params: { party: peer, session: this.id },
      });
    }
    const receive = async (kind: string): Promise<Uint8Array> => {
      const message = await tunnel.receive(topic);
      if (message.kind === kind) return message.body;
      throw new ProtocolError('wrong-round', `${peer} sent ${message.kind} on ${topic} where ${kind} was due`, {
        params: { peer, topic },
      });
    };
    return {
      self: this.self,
      peer,
      topic,
      send: (kind, body) => observed(tunnel.send(topic, kind, body)),
      receive: (kind) => observed(receive(kind)),
    };
  }

  progress(event: Progress): void {
    this.#context.onProgress?.(event);
  }

  traffic(): readonly TrafficEntry[] {
    return this.#traffic.entries();
  }

  /** Ends every tunnel; whatever waits or comes later is refused with `error`. */
  fail(error: ProtocolError): void {
    if (this.#failure !== undefined) return;
    this.#failure = error;
    this.signal.removeEventListener('abort', this.#onAbort);
    for (const tunnel of this.#tunnels.values()) tunnel.fail(error);
    this.#ended.resolve(error);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#tunnels.values()].map((tunnel) => tunnel.close(CLOSE_MS)));
    this.signal.removeEventListener('abort', this.#onAbort);
    this.#ended.resolve(undefined);
  }
}

/**
 * A role that fails on one channel leaves its promises on others behind. Their rejection is the session's own failure,
 * told already; unobserved, it would end the whole daemon.
 */
function observed<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

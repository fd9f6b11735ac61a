/**
 * A Session (protocols/transport.ts) on one tunnel for each peer. Lost streams are replaced under it; a tunnel that cannot go
 * on fails the whole session.
 */
import { randomBytes } from 'node:crypto';
import { ProtocolError } from '@coscore/protocols/errors.ts';
import type { Channel, MaterialLedger, PartyId, Progress, SessionId } from '@coscore/protocols/transport.ts';
import { NodeError } from '../errors/node-error.ts';
import type { Keepalive } from './grpc/service.ts';
import { AWAY_MS, DEFAULT_LIMITS } from './tunnel/limits.ts';
import { INSTANCE_BYTES } from './tunnel/hello.ts';
import type { Dial } from './tunnel/reach.ts';
import { TrafficLog, type TrafficEntry } from './tunnel/traffic.ts';
import { Tunnel } from './tunnel/tunnel.ts';
import type { NetworkSession, SessionContext, TransportError } from './types.ts';
import { WIRE_VERSIONS, type VersionRange } from './wire-version.ts';

/** How long `close` waits for a peer that is there to take what is queued. */
const CLOSE_MS = 30_000;

export class TunnelSession implements NetworkSession {
  readonly id: SessionId;
  readonly self: PartyId;
  readonly material: MaterialLedger;
  readonly signal: AbortSignal;
  readonly #context: SessionContext;
  readonly #versions: VersionRange;
  /** Tells peers whether they come back to the session object that they left. */
  readonly #instance = randomBytes(INSTANCE_BYTES);
  readonly #controller = new AbortController();
  readonly #tunnels = new Map<string, Tunnel>();
  readonly #channels = new Map<string, Channel>();
  readonly #traffic = new TrafficLog();
  readonly #onAbort = (): void => this.fail(new ProtocolError('cancelled', 'the session was cancelled'));
  readonly #ended = Promise.withResolvers<TransportError | undefined>();
  #failure: TransportError | undefined;

  constructor(self: string, context: SessionContext, versions = WIRE_VERSIONS) {
    this.#versions = versions;
    this.id = context.id;
    this.self = self as PartyId;
    this.material = context.material;
    this.#context = context;
    this.signal = context.signal ?? this.#controller.signal;
    this.signal.addEventListener('abort', this.#onAbort, { once: true });
    if (this.signal.aborted) this.#onAbort();
  }

  /** Resolves when the session has failed (with the error) or was closed. */
  get ended(): Promise<TransportError | undefined> {
    return this.#ended.promise;
  }

  /** Resolves when no tunnel is left, which may be a little after the session has ended. */
  async gone(): Promise<void> {
    await Promise.all([...this.#tunnels.values()].map((tunnel) => tunnel.over));
  }

  /**
   * Opens the tunnel to one peer, and keeps it open over as many streams as it takes. Resolves when the peer has confirmed the
   * session.
   * @param keepalive of streams that hang on no control connection.
   * @throws what `dial` throws, if it is final; ProtocolError `parameter-mismatch`, `peer-lost`, `cancelled`; NodeError
   * `version-mismatch`.
   */
  async join(peer: string, dial: Dial, keepalive?: Keepalive): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    const { onAway, onBack, awayMs } = this.#context;
    const tunnel = new Tunnel({
      self: this.self,
      peer,
      session: this.id,
      versions: this.#versions,
      instance: this.#instance,
      limits: { ...DEFAULT_LIMITS, ...this.#context.limits },
      dial,
      keepalive,
      awayMs: awayMs ?? AWAY_MS,
      onMessage: (message) => {
        this.#traffic.record(peer, message.direction, message);
        this.#context.observe?.(message);
      },
      onFailed: (error, violation) => {
        if (violation) this.#context.onViolation?.({ peer, error });
        this.fail(error);
      },
      onAway: () => onAway?.(peer),
      onBack: () => onBack?.(peer),
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

  /** Ends every tunnel; whatever waits or comes later is refused with `error`. Peers are told, those that are there. */
  fail(error: TransportError): void {
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

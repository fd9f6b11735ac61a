/** A party node's end of the network. It only dials out: one gRPC connection to its coordinator carries everything. */
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, credentials, type ClientDuplexStream, Metadata, type ServiceError } from '@grpc/grpc-js';
import { ProtocolError } from '@coscore/protocols/errors.ts';
import { NodeError } from '../errors/node-error.ts';
import { fingerprintOfCertificate } from '../identity/certificate.ts';
import type { TransportIdentity } from '../identity/identity.ts';
import { controlStream } from './grpc/control-stream.ts';
import { RelayStream } from './grpc/relay-stream.ts';
import { callError, clientOptions, coordinatorService, relayMetadata } from './grpc/service.ts';
import { TunnelSession } from './network-session.ts';
import { fingerprintMismatch, sameFingerprint, secureContext, secureTunnel, type PinnedPeer } from './pin.ts';
import { probeCoordinator } from './probe.ts';
import type { ControlStream, NetworkSession, SessionContext } from './types.ts';

export type NodeEndpointState = 'connected' | 'reconnecting' | 'closed';

export interface NodeEndpointOptions {
  readonly identity: TransportIdentity;
  /** `host:port` of the coordinator. */
  readonly address: string;
  readonly coordinator: PinnedPeer & { readonly certificatePem: string };
  /** Called for every connection: after a drop there is a new stream. */
  readonly onControl: (control: ControlStream) => void;
  readonly onState?: ((state: NodeEndpointState, error?: NodeError) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface NodeSessionOptions extends SessionContext {
  /** With the fingerprints of the signed manifest. The helper may be among them. */
  readonly peers: readonly PinnedPeer[];
  /**
   * When it is the coordinator's id, its tunnel ends there, without a second TLS session (the outer one is pinned).
   * Any other helper is an ordinary peer.
   */
  readonly helper?: string | undefined;
}

interface TunnelEnd {
  readonly peer: PinnedPeer;
  /** Whether a second TLS session, with the peer itself, runs inside the relayed stream. */
  readonly inner: boolean;
}

type Call = ClientDuplexStream<Buffer, Buffer>;

const FIRST_DELAY_MS = 250;
const LAST_DELAY_MS = 15_000;
/** For the peers to join; the coordinator's own limit is shorter and says who is missing. */
const OPEN_MS = 90_000;

export class NodeEndpoint {
  readonly #options: NodeEndpointOptions;
  readonly #client: Client;
  /**
   * A connection of its own for what the helper deals: megabytes of it wait in the socket, and a relayed message of a few
   * hundred bytes would wait behind them (measured: 20 to 160 ms each).
   */
  readonly #dealing: Client;
  readonly #closing = new AbortController();
  readonly #attending: Promise<void>;
  readonly #sessions = new Set<TunnelSession>();
  #control: ControlStream | undefined;

  private constructor(options: NodeEndpointOptions) {
    this.#options = options;
    const connection = (): Client => new Client(options.address, pinnedCredentials(options), clientOptions);
    this.#client = connection();
    this.#dealing = connection();
    options.signal?.addEventListener('abort', () => void this.close(), { once: true });
    this.#attending = this.#attend();
  }

  /**
   * Starts dialling and returns at once; `onState` tells how it goes. A coordinator that is away, has another key or does
   * not know this node is dialled again, with growing delays.
   * @throws NodeError `fingerprint-mismatch` when the certificate given is not that of the pinned key.
   */
  static connect(options: NodeEndpointOptions): NodeEndpoint {
    const { id, certificatePem, fingerprint } = options.coordinator;
    const found = fingerprintOfCertificate(certificatePem);
    if (!sameFingerprint(found, fingerprint)) throw fingerprintMismatch(id, found);
    return new NodeEndpoint(options);
  }

  /**
   * Opens the tunnels of one session; every peer has to do the same with the same id.
   * @throws NodeError `relay-refused`, `peer-timeout`, `fingerprint-mismatch`, `coordinator-unreachable`;
   *   ProtocolError `cancelled`, `peer-lost`, `parameter-mismatch`.
   */
  async session(options: NodeSessionOptions): Promise<NetworkSession> {
    const { identity } = this.#options;
    const opening = new AbortController();
    const late = setTimeout(
      () => opening.abort(new NodeError('peer-timeout', `session ${options.id} did not open`)),
      OPEN_MS,
    );
    const onAbort = (): void => opening.abort(new ProtocolError('cancelled', 'the session was cancelled'));
    options.signal?.addEventListener('abort', onAbort, { once: true });
    const session = new TunnelSession(identity.id, options);
    this.#sessions.add(session);
    void session.ended.then(() => this.#sessions.delete(session));
    try {
      if (options.signal?.aborted === true) onAbort();
      opening.signal.throwIfAborted();
      await Promise.all(this.#ends(options).map((end) => this.#join(session, end, opening.signal)));
      return session;
    } catch (error) {
      const reason: unknown = opening.signal.aborted ? opening.signal.reason : error;
      opening.abort(reason);
      session.fail(
        reason instanceof ProtocolError
          ? reason
          : new ProtocolError('peer-lost', 'the session did not open', { cause: reason }),
      );
      throw reason;
    } finally {
      clearTimeout(late);
      options.signal?.removeEventListener('abort', onAbort);
    }
  }

  /** Ends the control stream and every session that is still open. */
  async close(): Promise<void> {
    if (!this.#closing.signal.aborted) {
      this.#closing.abort();
      for (const session of this.#sessions) session.fail(new ProtocolError('cancelled', 'the node is closing'));
      this.#control?.close();
    }
    await this.#attending;
    this.#client.close();
    this.#dealing.close();
  }

  /** Which tunnels to open. @throws NodeError `party-not-allowed`, `fingerprint-mismatch`. */
  #ends({ peers, helper }: NodeSessionOptions): readonly TunnelEnd[] {
    const { coordinator } = this.#options;
    const ends: TunnelEnd[] = peers.map((peer) => ({ peer, inner: helper !== coordinator.id || peer.id !== helper }));
    const direct = ends.find(({ inner }) => !inner);
    if (direct !== undefined && !sameFingerprint(direct.peer.fingerprint, coordinator.fingerprint)) {
      throw fingerprintMismatch(coordinator.id, coordinator.fingerprint);
    }
    if (helper === undefined || peers.some(({ id }) => id === helper)) return ends;
    if (helper === coordinator.id) return [...ends, { peer: coordinator, inner: false }];
    throw new NodeError(
      'party-not-allowed',
      `helper ${helper} is not the coordinator: give its fingerprint as that of a peer`,
      {
        params: { party: helper },
      },
    );
  }

  async #join(session: TunnelSession, { peer, inner }: TunnelEnd, opening: AbortSignal): Promise<void> {
    const relay = await this.#openRelay(session.id, peer.id, opening, inner ? this.#client : this.#dealing);
    const cut = (): void => void relay.destroy(new Error('the session did not open'));
    if (opening.aborted) cut();
    opening.addEventListener('abort', cut, { once: true });
    const duplex = inner ? await secureTunnel(relay, this.#options.identity, peer) : relay;
    await session.attach(peer.id, duplex);
    opening.removeEventListener('abort', cut);
  }

  /** Resolves when the coordinator has brought both ends together. */
  async #openRelay(session: string, peer: string, opening: AbortSignal, client: Client): Promise<RelayStream> {
    const call = this.#call('relay', relayMetadata({ session, peer }), client);
    const cancel = (): void => call.cancel();
    opening.addEventListener('abort', cancel, { once: true });
    try {
      await this.#answered(call);
    } finally {
      opening.removeEventListener('abort', cancel);
    }
    const stream = new RelayStream(call, { end: 'client', abandon: cancel });
    stream.on('error', () => undefined); // whoever uses the stream hears of it too
    return stream;
  }

  #call(method: keyof typeof coordinatorService, metadata: Metadata, client = this.#client): Call {
    const { path, requestSerialize, responseDeserialize } = coordinatorService[method];
    const call = client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize, metadata);
    call.on('error', () => undefined); // an error after the call is no longer of interest must not end the process
    return call;
  }

  /** @throws NodeError as `callError`. */
  async #answered(call: Call): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    call.once('metadata', () => resolve());
    call.once('error', (error: ServiceError) => reject(callError(error, this.#options.coordinator.id)));
    await promise;
  }

  async #attend(): Promise<void> {
    const { onState } = this.#options;
    let delayMs = FIRST_DELAY_MS;
    while (!this.#closing.signal.aborted) {
      const { error, connected } = await this.#attendOnce();
      if (this.#closing.signal.aborted) break;
      if (connected) delayMs = FIRST_DELAY_MS;
      onState?.('reconnecting', error);
      // Half fixed, half random: nodes that lost the same coordinator must not all come back at once.
      await sleep(delayMs / 2 + randomInt(delayMs / 2), undefined, { signal: this.#closing.signal }).catch(
        () => undefined,
      );
      delayMs = Math.min(2 * delayMs, LAST_DELAY_MS);
    }
    onState?.('closed');
  }

  /** One control stream from its beginning to its end. */
  async #attendOnce(): Promise<{ connected: boolean; error?: NodeError }> {
    const call = this.#call('attend', new Metadata());
    const cancel = (): void => call.cancel();
    this.#closing.signal.addEventListener('abort', cancel, { once: true });
    try {
      await this.#answered(call);
    } catch (error) {
      return { connected: false, error: await this.#explain(error as NodeError) };
    } finally {
      this.#closing.signal.removeEventListener('abort', cancel);
    }
    this.#control = controlStream(this.#options.coordinator.id, call, cancel);
    this.#options.onState?.('connected');
    this.#options.onControl(this.#control);
    await this.#control.closed;
    return { connected: true };
  }

  async #explain(error: NodeError): Promise<NodeError> {
    if (error.code !== 'coordinator-unreachable' || this.#closing.signal.aborted) return error;
    const { address, identity, coordinator } = this.#options;
    return (await probeCoordinator(splitAddress(address), identity, coordinator)) ?? error;
  }
}

function pinnedCredentials({
  identity,
  coordinator,
}: NodeEndpointOptions): ReturnType<typeof credentials.createFromSecureContext> {
  return credentials.createFromSecureContext(secureContext(identity, coordinator.certificatePem), {
    // The dialled host name is of no interest; the key is.
    checkServerIdentity: (_host, certificate) => {
      const found = fingerprintOfCertificate(certificate.raw);
      return sameFingerprint(found, coordinator.fingerprint) ? undefined : fingerprintMismatch(coordinator.id, found);
    },
  });
}

/** `host:port`, or `[v6]:port`. */
function splitAddress(address: string): { host: string; port: number } {
  const colon = address.lastIndexOf(':');
  return { host: address.slice(0, colon).replace(/^\[|\]$/g, ''), port: Number(address.slice(colon + 1)) };
}

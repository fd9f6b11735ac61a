/**
 * A party node's end of the network. It dials out: a gRPC connection to its coordinator for control, and one connection for
 * each tunnel, all to the same port and with the same pins. Tunnels with peers whose address its project names, as it names
 * this node's, go directly; one end of those is this node's own port (direct/peer-listener.ts).
 */
import { randomBytes, randomInt } from 'node:crypto';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import { setTimeout as sleep } from 'node:timers/promises';
import { credentials, type Metadata, type ServiceError } from '@grpc/grpc-js';
import { ProtocolError } from '@coscore/protocols/errors.ts';
import { NodeError } from '../errors/node-error.ts';
import { splitAddress } from '../identity/address.ts';
import { fingerprintOfCertificate } from '../identity/certificate.ts';
import type { TransportIdentity } from '../identity/identity.ts';
import type { DirectAddressPair } from '../manifest/manifest.ts';
import { controlStream } from './grpc/control-stream.ts';
import { Line, type ClientCall } from './grpc/line.ts';
import {
  attendMetadata,
  callError,
  coordinatorUnreachable,
  KEEPALIVE,
  readIntroduction,
  type Introduction,
  type Keepalive,
} from './grpc/service.ts';
import { TunnelSession } from './network-session.ts';
import { fingerprintMismatch, sameFingerprint, secureContext, secureTunnel, type PinnedPeer } from './pin.ts';
import { probeCoordinator } from './probe.ts';
import { notListening, notReached } from './direct/failures.ts';
import type { PeerListener } from './direct/peer-listener.ts';
import { dialTunnel } from './relay/dial.ts';
import { DIRECT_PROTOCOL, TUNNEL_PROTOCOL } from './relay/greeting.ts';
import type { ControlStream, NetworkSession, SessionContext, TransportError } from './types.ts';
import { commonVersion, WIRE_VERSIONS, type VersionRange } from './wire-version.ts';

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
  /** Wire versions to speak; default WIRE_VERSIONS. */
  readonly versions?: VersionRange | undefined;
  readonly keepalive?: Keepalive | undefined;
  /** The port at which peers reach this node directly, where its owner has opened one. */
  readonly listener?: PeerListener | undefined;
  /** How long an address that a project names is tried before a session cannot open; default 45 s. */
  readonly directMs?: number | undefined;
}

/** A peer as the signed manifest names it. */
export interface NodePeer extends PinnedPeer {
  /** Where both ends name an address: they are connected there, and in no other way. */
  readonly direct?: DirectAddressPair | undefined;
}

export interface NodeSessionOptions extends SessionContext {
  /** With the fingerprints of the signed manifest. The helper may be among them. */
  readonly peers: readonly NodePeer[];
  /**
   * When it is the coordinator's id, its tunnel ends there, without a second TLS session (the outer one is pinned).
   * Any other helper is an ordinary peer.
   */
  readonly helper?: string | undefined;
}

interface TunnelEnd {
  readonly peer: NodePeer;
  /** Whether a second TLS session, with the peer itself, runs inside the relayed stream. */
  readonly inner: boolean;
}

const FIRST_DELAY_MS = 250;
const LAST_DELAY_MS = 15_000;
/** Between two tries at a coordinator of another version: somebody has to update one of the two first. */
const UPDATE_DELAY_MS = 60_000;
/** For the TLS session with a peer, once both ends are there. */
const HANDSHAKE_MS = 20_000;
/** For the peers to join; the coordinator's own limit is shorter and says who is missing. */
const OPEN_MS = 90_000;
/** Shorter than the other end waits for a connection (60 s), so that the one who knows why none comes is heard first. */
const DIRECT_MS = 45_000;
/** For the answer on a direct connection: the other end may take 60 s until it has the session. */
const ANSWER_MS = 90_000;

export class NodeEndpoint {
  /** See ControlStream.instance. */
  readonly instance = randomBytes(16).toString('hex');
  readonly #options: NodeEndpointOptions;
  readonly #line: Line;
  /** Connections of tunnels. */
  readonly #sockets = new Set<TLSSocket>();
  /** Those that were dialled to a peer: they do not end with the control connection. */
  readonly #direct = new Set<TLSSocket>();
  /** See attendMetadata. */
  #lineId = randomBytes(16).toString('hex');
  readonly #closing = new AbortController();
  readonly #attending: Promise<void>;
  readonly #sessions = new Set<TunnelSession>();
  #control: ControlStream | undefined;

  private constructor(options: NodeEndpointOptions) {
    this.#options = options;
    this.#line = new Line(options.address, pinnedCredentials(options), this.#keepalive, () => this.#giveUpLine());
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
   * @throws NodeError `relay-refused`, `peer-timeout`, `fingerprint-mismatch`, `coordinator-unreachable`, `direct-unreachable`;
   *   ProtocolError `cancelled`, `peer-lost`, `parameter-mismatch`.
   */
  async session(options: NodeSessionOptions): Promise<NetworkSession> {
    const session = new TunnelSession(this.#options.identity.id, options, this.#introduction.versions);
    this.#sessions.add(session);
    void session.ended.then(() => session.gone()).then(() => this.#sessions.delete(session));
    const unreached = new Map<string, NodeError>();
    const late = setTimeout(() => {
      const message = `session ${options.id} did not open within ${OPEN_MS / 1000} s`;
      session.fail(new NodeError('peer-timeout', message, { params: { session: options.id } }));
    }, OPEN_MS);
    let overdue = false;
    const judge = (): void => {
      if (overdue) unreached.forEach((error) => session.fail(error));
    };
    const lateDirect = setTimeout(() => {
      overdue = true;
      judge();
    }, this.#options.directMs ?? DIRECT_MS);
    try {
      const ends = this.#ends(options);
      const tried = (peer: string, error?: NodeError): void => {
        if (error === undefined) unreached.delete(peer);
        else unreached.set(peer, error);
        judge();
      };
      await Promise.all(ends.map((end) => this.#join(session, end, tried)));
      return session;
    } catch (error) {
      session.fail(error as TransportError);
      throw error;
    } finally {
      clearTimeout(late);
      clearTimeout(lateDirect);
    }
  }

  /** @param tried hears of each try at a peer's own address: that it was reached, or the error when it could not be. */
  #join(session: TunnelSession, end: TunnelEnd, tried: (peer: string, error?: NodeError) => void): Promise<void> {
    const { peer } = end;
    const { direct } = peer;
    if (direct === undefined) return session.join(peer.id, (signal) => this.#dial(session.id, end, signal));
    const dial = async (signal: AbortSignal): Promise<Duplex> => {
      try {
        return await this.#connect(session.id, peer, direct, signal, () => tried(peer.id));
      } catch (error) {
        if (error instanceof NodeError && error.code === 'direct-unreachable') tried(peer.id, error);
        throw error;
      }
    };
    return session.join(peer.id, dial, this.#keepalive);
  }

  /** Ends the control stream and every session that is still open. */
  async close(): Promise<void> {
    if (!this.#closing.signal.aborted) {
      this.#closing.abort();
      for (const session of this.#sessions) session.fail(new ProtocolError('cancelled', 'the node is closing'));
      this.#control?.close();
    }
    // The peers are to hear that it was on purpose.
    await Promise.all([...this.#sessions].map((session) => session.gone()));
    await this.#attending;
    this.#line.close();
    for (const socket of [...this.#sockets, ...this.#direct]) socket.destroy();
  }

  /** Which tunnels to open. @throws NodeError `party-not-allowed`, `fingerprint-mismatch`, `direct-unreachable`. */
  #ends({ peers, helper }: NodeSessionOptions): readonly TunnelEnd[] {
    const { coordinator, listener } = this.#options;
    const moved = peers.find(({ direct }) => direct !== undefined && direct.own !== listener?.address);
    if (moved?.direct !== undefined) throw notListening(moved.direct.own, listener?.address);
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

  /** One stream of a direct tunnel: the lexicographically smaller id dials, the other one listens. */
  #connect(
    session: string,
    peer: PinnedPeer,
    at: DirectAddressPair,
    signal: AbortSignal,
    reached: () => void,
  ): Promise<Duplex> {
    const { identity, listener } = this.#options;
    if (identity.id > peer.id) return listener!.accept(session, peer, signal);
    return dialTunnel({
      identity,
      ...splitAddress(at.peer),
      server: peer,
      protocol: DIRECT_PROTOCOL,
      target: { session, peer: peer.id },
      introduction: this.#introduction,
      keepalive: this.#keepalive,
      // Whoever answers may still wait for its own end of the session, which is no fault of the address.
      onSocket: (socket) => keepIn(this.#direct, socket).once('secureConnect', reached),
      signal,
      answerMs: ANSWER_MS,
      refusedBy: { party: peer.id },
      unreachable: (cause) => notReached(peer.id, at.peer, cause),
    });
  }

  /** One stream of a tunnel, authenticated. @throws NodeError, ProtocolError, as `session`. */
  async #dial(session: string, { peer, inner }: TunnelEnd, signal: AbortSignal): Promise<Duplex> {
    const relay = await this.#openRelay(session, peer.id, signal);
    if (!inner) return relay;
    const cut = (): void => void relay.destroy(new Error('the peer did not answer'));
    if (signal.aborted) cut();
    const late = setTimeout(cut, HANDSHAKE_MS);
    signal.addEventListener('abort', cut, { once: true });
    try {
      return await secureTunnel(relay, this.#options.identity, peer);
    } finally {
      clearTimeout(late);
      signal.removeEventListener('abort', cut);
    }
  }

  /** Resolves when the coordinator has brought both ends together. */
  #openRelay(session: string, peer: string, signal: AbortSignal): Promise<TLSSocket> {
    const { identity, address, coordinator } = this.#options;
    return dialTunnel({
      identity,
      ...splitAddress(address),
      server: coordinator,
      protocol: TUNNEL_PROTOCOL,
      target: { session, peer },
      line: this.#lineId,
      introduction: this.#introduction,
      keepalive: this.#keepalive,
      onSocket: (socket) => keepIn(this.#sockets, socket),
      signal,
      refusedBy: { coordinator: coordinator.id },
      unreachable: (cause) => coordinatorUnreachable(coordinator.id, cause),
    });
  }

  /** The coordinator is away, or the way to it is: whatever else went there has been lost too. */
  #giveUpLine(): void {
    this.#lineId = randomBytes(16).toString('hex');
    this.#line.reset();
    for (const socket of this.#sockets) socket.destroy();
  }

  get #keepalive(): Keepalive {
    return this.#options.keepalive ?? KEEPALIVE;
  }

  get #introduction(): Introduction {
    return { instance: this.instance, versions: this.#options.versions ?? WIRE_VERSIONS };
  }

  /** @returns the coordinator's instance. @throws NodeError as `callError`, `version-mismatch`. */
  async #answered(call: ClientCall): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<Metadata>();
    call.once('metadata', resolve);
    call.once('error', (error: ServiceError) => reject(this.#refusedWith(error)));
    const { instance, versions } = readIntroduction(await promise);
    this.#compare(instance === undefined ? undefined : versions);
    return instance!;
  }

  #refusedWith(error: ServiceError): NodeError {
    const known = callError(error, this.#options.coordinator.id);
    if (known.code !== 'version-mismatch') return known;
    try {
      this.#compare(readIntroduction(error.metadata).versions);
      return known;
    } catch (mismatch) {
      return mismatch as NodeError;
    }
  }

  /** @throws NodeError `version-mismatch`. */
  #compare(theirs: VersionRange | undefined): void {
    const { identity, coordinator } = this.#options;
    commonVersion(this.#introduction.versions, theirs, identity.id, coordinator.id);
  }

  async #attend(): Promise<void> {
    const { onState } = this.#options;
    let delayMs = FIRST_DELAY_MS;
    while (!this.#closing.signal.aborted) {
      const { error, connected } = await this.#attendOnce();
      if (this.#closing.signal.aborted) break;
      if (connected) delayMs = FIRST_DELAY_MS;
      onState?.('reconnecting', error);
      const pauseMs = error?.code === 'version-mismatch' ? UPDATE_DELAY_MS : delayMs;
      // Half fixed, half random: nodes that lost the same coordinator must not all come back at once.
      await sleep(pauseMs / 2 + randomInt(pauseMs / 2), undefined, { signal: this.#closing.signal }).catch(
        () => undefined,
      );
      delayMs = Math.min(2 * delayMs, LAST_DELAY_MS);
    }
    onState?.('closed');
  }

  /** One control stream from its beginning to its end. */
  async #attendOnce(): Promise<{ connected: boolean; error?: NodeError }> {
    const call = this.#line.call('attend', attendMetadata(this.#lineId, this.#introduction));
    let instance: string;
    const cancel = (): void => call.cancel();
    this.#closing.signal.addEventListener('abort', cancel, { once: true });
    try {
      instance = await this.#answered(call);
    } catch (error) {
      call.cancel();
      return { connected: false, error: await this.#explain(error as NodeError) };
    } finally {
      this.#closing.signal.removeEventListener('abort', cancel);
    }
    this.#control = controlStream(this.#options.coordinator.id, instance, call, cancel);
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

function keepIn(sockets: Set<TLSSocket>, socket: TLSSocket): TLSSocket {
  sockets.add(socket);
  return socket.once('close', () => sockets.delete(socket));
}

/** The coordinator's end of the network: accepts enrolled nodes, brings tunnels together, and is a helper's session end. */
import { randomBytes } from 'node:crypto';
import { createServer, type Server as TlsServer, type TLSSocket } from 'node:tls';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { Server, ServerCredentials, type ServerDuplexStream } from '@grpc/grpc-js';
import { ProtocolError } from '@coscore/protocols/errors.ts';
import { addressOf, RateLimit } from '../enrol/rate-limit.ts';
import { ENROL_PROTOCOL, EnrolServer, type EnrolHandler } from '../enrol/serve.ts';
import { NodeError } from '../errors/node-error.ts';
import { joinAddress } from '../identity/address.ts';
import type { TransportIdentity } from '../identity/identity.ts';
import { controlStream } from './grpc/control-stream.ts';
import {
  coordinatorService,
  introductionMetadata,
  KEEPALIVE,
  keepaliveOptions,
  readIntroduction,
  readLine,
  refusal,
  serverOptions,
  type Introduction,
  type Keepalive,
} from './grpc/service.ts';
import { TunnelSession } from './network-session.ts';
import { peerFingerprint } from './pin.ts';
import { awaitCall, type End } from './relay/await-call.ts';
import { TunnelCall } from './relay/call.ts';
import { TUNNEL_PROTOCOL } from './relay/greeting.ts';
import { relayBetween, RelayCounts, type RelayedLink } from './relay/pump.ts';
import { Rendezvous, type Arrival } from './rendezvous.ts';
import type { ControlStream, NetworkSession, SessionContext, TransportError, TransportLog } from './types.ts';
import { commonVersion, WIRE_VERSIONS, type VersionRange } from './wire-version.ts';

export interface RefusedConnection {
  readonly reason: 'not-enrolled' | 'relay-refused' | 'version-mismatch';
  /** Remote address of the connection, or the node's id when it is known. */
  readonly from: string;
  readonly fingerprint?: string;
  readonly to?: string;
  readonly session?: string;
  /** Refusals since the last one that was told, which came too often to be kept. */
  readonly unrecorded?: number;
}

export interface CoordinatorEndpointOptions {
  readonly identity: TransportIdentity;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** The id of the node with this key; undefined refuses the connection. */
  readonly enrolled: (fingerprint: string) => string | undefined;
  readonly mayRelay: (from: string, to: string, session: string) => boolean;
  readonly onAttend: (control: ControlStream) => void;
  /** Answers nodes that are not enrolled yet, or change their key; without it they are turned away like any stranger. */
  readonly onEnrol?: EnrolHandler | undefined;
  readonly onRefused?: ((refused: RefusedConnection) => void) | undefined;
  readonly log?: TransportLog | undefined;
  /** How long one end of a tunnel waits for the other; default 60 s. */
  readonly pairTimeoutMs?: number | undefined;
  /** Wire versions to speak; default WIRE_VERSIONS. */
  readonly versions?: VersionRange | undefined;
  readonly keepalive?: Keepalive | undefined;
  /** Every relayed chunk as this process has it in memory, for tests that look for plaintext in it. */
  readonly observeRelayed?: ((chunk: Uint8Array) => void) | undefined;
}

export interface LocalSessionOptions extends SessionContext {
  readonly peers: readonly string[];
}

type ControlCall = ServerDuplexStream<Buffer, Buffer>;

const PAIR_MS = 60_000;
const HANDSHAKE_MS = 10_000;

export class CoordinatorEndpoint {
  readonly address: string;
  /** See ControlStream.instance. */
  readonly instance = randomBytes(16).toString('hex');
  readonly #options: CoordinatorEndpointOptions;
  readonly #listener: TlsServer;
  /** Also those that are still in their handshake. */
  readonly #connections = new Set<Socket>();
  /** With the node at the other end. */
  readonly #sockets = new Map<TLSSocket, string>();
  /** Connections of tunnels, by the node's line (grpc/service.ts): they end with its control connection. */
  readonly #tunnels = new Map<string, Set<TLSSocket>>();
  readonly #enrolment: EnrolServer | undefined;
  readonly #sessions = new Set<TunnelSession>();
  readonly #rendezvous: Rendezvous<End>;
  readonly #counts: RelayCounts;
  /** Refusals are kept for good: whoever is refused must not be able to fill the disk with them. */
  readonly #refusals = new RateLimit();
  #unrecorded = 0;

  private constructor(options: CoordinatorEndpointOptions, listener: TlsServer) {
    this.#options = options;
    this.#listener = listener;
    this.#enrolment = options.onEnrol === undefined ? undefined : new EnrolServer(options.onEnrol);
    this.#rendezvous = new Rendezvous(options.pairTimeoutMs ?? PAIR_MS);
    this.#counts = new RelayCounts(options.observeRelayed);
    const { port } = listener.address() as AddressInfo;
    this.address = joinAddress(options.host, port);
    listener.on('connection', (socket: Socket) => {
      this.#connections.add(socket);
      socket.once('close', () => this.#connections.delete(socket));
    });
    listener.on('secureConnection', (socket) => this.#onConnection(socket));
    listener.on('tlsClientError', (error, socket) => this.#onHandshakeError(error, socket));
    // The operating system gave one connection less than it had announced: nothing for which a coordinator has to end.
    listener.on('error', (error) => options.log?.warn({ event: 'accept-failed', err: error }, 'a connection was lost'));
  }

  /** @throws Error of node:net when the address is taken or not allowed. */
  static async listen(options: CoordinatorEndpointOptions): Promise<CoordinatorEndpoint> {
    const { identity, host, port } = options;
    // Certificates have no issuer, so Node cannot judge them; #onConnection checks the key before a byte is answered.
    const listener = createServer({
      cert: identity.certificatePem,
      key: identity.privateKeyPem,
      minVersion: 'TLSv1.3',
      requestCert: true,
      rejectUnauthorized: false,
      ALPNProtocols: ['h2', TUNNEL_PROTOCOL, ...(options.onEnrol === undefined ? [] : [ENROL_PROTOCOL])],
      handshakeTimeout: HANDSHAKE_MS,
      noDelay: true,
      // Of tunnels: gRPC has pings of its own.
      keepAlive: true,
      keepAliveInitialDelay: (options.keepalive ?? KEEPALIVE).everyMs,
    });
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    listener.once('error', reject);
    listener.listen(port, host, resolve);
    await promise;
    listener.off('error', reject);
    return new CoordinatorEndpoint(options, listener);
  }

  /**
   * This process as a participant (the helper): waits for every peer to open its tunnel, and to come back after a drop.
   * @throws NodeError `peer-timeout`; ProtocolError `cancelled`, `peer-lost`, `parameter-mismatch`.
   */
  async localSession(options: LocalSessionOptions): Promise<NetworkSession> {
    const session = new TunnelSession(this.#options.identity.id, options, this.#introduction.versions);
    this.#sessions.add(session);
    void session.ended.then(() => session.gone()).then(() => this.#sessions.delete(session));
    try {
      await Promise.all(
        options.peers.map((peer) => session.join(peer, (signal) => this.#accept(session.id, peer, signal))),
      );
      return session;
    } catch (error) {
      session.fail(error as TransportError);
      throw error;
    }
  }

  /** What went through the relay in this session; tunnels that end here are in their own session's traffic. */
  relayed(session: string): readonly RelayedLink[] {
    return this.#counts.links(session);
  }

  async close(): Promise<void> {
    this.#rendezvous.clear();
    for (const session of this.#sessions) session.fail(new ProtocolError('cancelled', 'the coordinator is closing'));
    // The peers are to hear that it was on purpose.
    await Promise.all([...this.#sessions].map((session) => session.gone()));
    const closed = new Promise<void>((resolve) => this.#listener.close(() => resolve()));
    for (const socket of this.#sockets.keys()) socket.destroy();
    for (const socket of this.#connections) socket.destroy();
    await closed;
  }

  #accept(session: string, peer: string, signal: AbortSignal): Promise<Duplex> {
    const meeting = { session, from: this.#options.identity.id, to: peer };
    return awaitCall(this.#rendezvous, meeting, (a, b) => this.#pair(a, b), signal);
  }

  #onConnection(socket: TLSSocket): void {
    const address = addressOf(socket);
    const from = `${address}:${socket.remotePort ?? 0}`;
    socket.on('error', () => undefined); // whoever uses it hears of it through 'close'
    if (socket.alpnProtocol === ENROL_PROTOCOL && this.#enrolment !== undefined) {
      this.#keep(socket, '');
      return void this.#enrolment.serve(socket);
    }
    const fingerprint = peerFingerprint(socket);
    const node = fingerprint === undefined ? undefined : this.#options.enrolled(fingerprint);
    if (node === undefined) {
      socket.destroy();
      const key = fingerprint === undefined ? {} : { fingerprint };
      return this.#refused(address, { reason: 'not-enrolled', from, ...key });
    }
    this.#keep(socket, node);
    if (socket.alpnProtocol === TUNNEL_PROTOCOL) return void this.#tunnel(node, socket);
    this.#options.log?.info({ event: 'node-connected', node, from }, 'node connected');
    this.#serve(node, socket);
  }

  #keep(socket: TLSSocket, node: string): void {
    this.#sockets.set(socket, node);
    socket.once('close', () => this.#sockets.delete(socket));
  }

  /** Ends every connection of a node: the key that opened them is no longer enrolled. */
  disconnect(node: string): void {
    for (const [socket, owner] of this.#sockets) if (owner === node) socket.destroy();
  }

  /** One gRPC server a connection, so that a handler knows its node from the TLS key and from nothing the node says. */
  #serve(node: string, socket: TLSSocket): void {
    const server = new Server({ ...serverOptions, ...keepaliveOptions(this.#options.keepalive ?? KEEPALIVE) });
    server.addService(coordinatorService, {
      attend: (call: ControlCall) => this.#attend(node, socket, call),
    });
    const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
    injector.injectConnection(socket);
    socket.once('close', () => server.forceShutdown());
  }

  #attend(node: string, socket: TLSSocket, call: ControlCall): void {
    const instance = this.#checked(node, readIntroduction(call.metadata), (message) =>
      call.emit('error', refusal('version-mismatch', message, this.#introduction)),
    );
    if (instance === undefined) return;
    const line = readLine(call.metadata);
    socket.once('close', () => this.#tunnels.get(lineOf(node, line))?.forEach((tunnel) => tunnel.destroy()));
    call.sendMetadata(introductionMetadata(this.#introduction));
    const abandon = (): void => {
      if (!call.writableEnded) call.end();
    };
    this.#options.onAttend(controlStream(node, instance, call, abandon));
  }

  get #introduction(): Introduction {
    return { instance: this.instance, versions: this.#options.versions ?? WIRE_VERSIONS };
  }

  /** @returns the caller's instance, or undefined when the call was refused: no version of the wire in common. */
  #checked(
    node: string,
    { instance, versions }: { readonly [K in keyof Introduction]: Introduction[K] | undefined },
    refuse: (message: string) => void,
  ): string | undefined {
    const { id } = this.#options.identity;
    try {
      commonVersion(this.#introduction.versions, instance === undefined ? undefined : versions, id, node);
      return instance;
    } catch (error) {
      this.#refused(node, { reason: 'version-mismatch', from: node });
      refuse((error as NodeError).message);
      return undefined;
    }
  }

  /** A connection that is to become one stream of a tunnel. */
  async #tunnel(node: string, socket: TLSSocket): Promise<void> {
    const call = await TunnelCall.read(socket, this.#introduction);
    if (call === undefined) return;
    const { target, introduction, line } = call.request;
    if (this.#checked(node, introduction, (message) => call.refuse('version-mismatch', message)) === undefined) return;
    const { identity, mayRelay } = this.#options;
    if (
      target === undefined ||
      line === undefined ||
      target.peer === node ||
      !mayRelay(node, target.peer, target.session)
    ) {
      const [to, session] = [target?.peer ?? '?', target?.session ?? '?'];
      this.#refused(node, { reason: 'relay-refused', from: node, to, session });
      return call.refuse('relay-refused', `${identity.id} does not relay this tunnel of ${node}`);
    }
    this.#remember(lineOf(node, line), socket);
    const arrival: Arrival<End> = {
      session: target.session,
      from: node,
      to: target.peer,
      value: { at: 'node', call },
      refuse: (error) => call.refuse(error.code, error.message),
      part: () => void socket.destroy(),
    };
    socket.once('close', () => this.#rendezvous.leave(arrival));
    if (socket.destroyed) return;
    const other = this.#rendezvous.arrive(arrival);
    if (other !== undefined) this.#pair(arrival, other);
  }

  #remember(line: string, socket: TLSSocket): void {
    const sockets = this.#tunnels.get(line) ?? new Set();
    this.#tunnels.set(line, sockets.add(socket));
    socket.once('close', () => {
      sockets.delete(socket);
      if (sockets.size === 0 && this.#tunnels.get(line) === sockets) this.#tunnels.delete(line);
    });
  }

  #pair(a: Arrival<End>, b: Arrival<End>): void {
    if (a.value.at === 'node' && b.value.at === 'node') {
      const [one, other] = [a.value.call.accept(), b.value.call.accept()];
      relayBetween({ id: a.from, socket: one }, { id: b.from, socket: other }, this.#counts, a.session);
    } else if (a.value.at === 'here' && b.value.at === 'node') a.value.accept(b.value.call);
    else if (a.value.at === 'node' && b.value.at === 'here') b.value.accept(a.value.call);
    else throw new NodeError('relay-refused', 'a tunnel from this process to itself');
  }

  /** @param who is limited: an address or a node. */
  #refused(who: string, refusal: RefusedConnection): void {
    if (!this.#refusals.allows(who)) {
      this.#unrecorded++;
      return;
    }
    const refused = this.#unrecorded === 0 ? refusal : { ...refusal, unrecorded: this.#unrecorded };
    this.#unrecorded = 0;
    this.#options.log?.warn({ event: 'refused', ...refused }, 'connection or tunnel refused');
    this.#options.onRefused?.(refused);
  }

  #onHandshakeError(error: Error, socket: TLSSocket): void {
    const from = `${socket.remoteAddress ?? '?'}:${socket.remotePort ?? 0}`;
    socket.destroy(); // Node leaves it open when the handshake took too long
    this.#options.log?.warn({ event: 'handshake-failed', from, reason: error.message }, 'TLS handshake failed');
  }
}

function lineOf(node: string, line: string | undefined): string {
  return `${node}\n${line ?? ''}`;
}

/** The coordinator's end of the network: accepts enrolled nodes, brings tunnels together, and is a helper's session end. */
import { createServer, type Server as TlsServer, type TLSSocket } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { Metadata, Server, ServerCredentials, type ServerDuplexStream } from '@grpc/grpc-js';
import { ProtocolError } from '@coscore/protocols/errors.ts';
import { NodeError } from '../errors/node-error.ts';
import type { TransportIdentity } from '../identity/identity.ts';
import { controlStream } from './grpc/control-stream.ts';
import { widenWindows } from './grpc/http2-window.ts';
import { RelayStream } from './grpc/relay-stream.ts';
import { coordinatorService, HTTP2_WINDOW_BYTES, readRelayTarget, refusal, serverOptions } from './grpc/service.ts';
import { TunnelSession } from './network-session.ts';
import { peerFingerprint } from './pin.ts';
import { relayBetween, RelayCounts, type RelayedLink, type ServerCall } from './relay-pump.ts';
import { Rendezvous, type Arrival } from './rendezvous.ts';
import type { ControlStream, NetworkSession, SessionContext, TransportLog } from './types.ts';

export interface RefusedConnection {
  readonly reason: 'not-enrolled' | 'relay-refused';
  /** Remote address of the connection, or the node's id when it is known. */
  readonly from: string;
  readonly fingerprint?: string;
  readonly to?: string;
  readonly session?: string;
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
  readonly onRefused?: ((refused: RefusedConnection) => void) | undefined;
  readonly log?: TransportLog | undefined;
  /** How long one end of a tunnel waits for the other; default 60 s. */
  readonly pairTimeoutMs?: number | undefined;
  /** Every relayed chunk as this process has it in memory, for tests that look for plaintext in it. */
  readonly observeRelayed?: ((chunk: Uint8Array) => void) | undefined;
}

export interface LocalSessionOptions extends SessionContext {
  readonly peers: readonly string[];
}

/** One end of a tunnel: a node's call, or this process. */
type End =
  | { readonly at: 'node'; readonly call: ServerCall }
  | { readonly at: 'here'; readonly accept: (call: ServerCall) => void };

const PAIR_MS = 60_000;
const HANDSHAKE_MS = 10_000;

export class CoordinatorEndpoint {
  readonly address: string;
  readonly #options: CoordinatorEndpointOptions;
  readonly #listener: TlsServer;
  readonly #sockets = new Set<TLSSocket>();
  readonly #sessions = new Set<TunnelSession>();
  readonly #rendezvous: Rendezvous<End>;
  readonly #counts: RelayCounts;

  private constructor(options: CoordinatorEndpointOptions, listener: TlsServer) {
    this.#options = options;
    this.#listener = listener;
    this.#rendezvous = new Rendezvous(options.pairTimeoutMs ?? PAIR_MS);
    this.#counts = new RelayCounts(options.observeRelayed);
    const { port } = listener.address() as AddressInfo;
    this.address = `${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`;
    listener.on('secureConnection', (socket) => this.#onConnection(socket));
    listener.on('tlsClientError', (error, socket) => this.#onHandshakeError(error, socket));
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
      ALPNProtocols: ['h2'],
      handshakeTimeout: HANDSHAKE_MS,
      noDelay: true,
    });
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    listener.once('error', reject);
    listener.listen(port, host, resolve);
    await promise;
    listener.off('error', reject);
    return new CoordinatorEndpoint(options, listener);
  }

  /**
   * This process as a participant (the helper): waits for every peer to open its tunnel.
   * @throws NodeError `peer-timeout`; ProtocolError `cancelled`, `peer-lost`, `parameter-mismatch`.
   */
  async localSession(options: LocalSessionOptions): Promise<NetworkSession> {
    const session = new TunnelSession(this.#options.identity.id, options);
    this.#sessions.add(session);
    void session.ended.then(() => this.#sessions.delete(session));
    try {
      await Promise.all(options.peers.map((peer) => this.#accept(session, peer)));
      return session;
    } catch (error) {
      session.fail(
        error instanceof ProtocolError
          ? error
          : new ProtocolError('peer-lost', 'the session did not open', { cause: error }),
      );
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
    const closed = new Promise<void>((resolve) => this.#listener.close(() => resolve()));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  async #accept(session: TunnelSession, peer: string): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<ServerCall>();
    const arrival: Arrival<End> = {
      session: session.id,
      from: this.#options.identity.id,
      to: peer,
      value: { at: 'here', accept: resolve },
      refuse: reject,
    };
    void session.ended.then((error) => {
      this.#rendezvous.leave(arrival);
      reject(error ?? new ProtocolError('cancelled', 'the session was closed'));
    });
    const other = this.#rendezvous.arrive(arrival);
    if (other !== undefined) this.#pair(arrival, other);
    const call = await promise;
    const abandon = (error: Error | null): void => {
      if (!call.writableEnded) call.emit('error', refusal('peer-timeout', error?.message ?? 'the helper has left'));
    };
    await session.attach(peer, new RelayStream(call, { end: 'server', abandon }));
  }

  #onConnection(socket: TLSSocket): void {
    const from = `${socket.remoteAddress ?? '?'}:${socket.remotePort ?? 0}`;
    socket.on('error', () => undefined); // gRPC hears of it through 'close'
    const fingerprint = peerFingerprint(socket);
    const node = fingerprint === undefined ? undefined : this.#options.enrolled(fingerprint);
    if (node === undefined) {
      socket.destroy();
      return this.#refused({ reason: 'not-enrolled', from, ...(fingerprint === undefined ? {} : { fingerprint }) });
    }
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    this.#options.log?.info({ event: 'node-connected', node, from }, 'node connected');
    this.#serve(node, socket);
  }

  /** One gRPC server a connection, so that a handler knows its node from the TLS key and from nothing the node says. */
  #serve(node: string, socket: TLSSocket): void {
    const server = new Server(serverOptions);
    server.addService(coordinatorService, {
      attend: (call: ServerDuplexStream<Buffer, Buffer>) => this.#attend(node, call),
      relay: (call: ServerCall) => this.#relay(node, call),
    });
    const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
    widenWindows(server, HTTP2_WINDOW_BYTES);
    injector.injectConnection(socket);
    socket.once('close', () => server.forceShutdown());
  }

  #attend(node: string, call: ServerCall): void {
    call.sendMetadata(new Metadata());
    const abandon = (): void => {
      if (!call.writableEnded) call.end();
    };
    this.#options.onAttend(controlStream(node, call, abandon));
  }

  #relay(node: string, call: ServerCall): void {
    const target = readRelayTarget(call.metadata);
    const { identity, mayRelay } = this.#options;
    if (target === undefined || target.peer === node || !mayRelay(node, target.peer, target.session)) {
      this.#refused({ reason: 'relay-refused', from: node, to: target?.peer ?? '?', session: target?.session ?? '?' });
      call.emit('error', refusal('relay-refused', `${identity.id} does not relay this tunnel of ${node}`));
      return;
    }
    const arrival: Arrival<End> = {
      session: target.session,
      from: node,
      to: target.peer,
      value: { at: 'node', call },
      refuse: (error) => void call.emit('error', refusal(error.code, error.message)),
    };
    call.on('cancelled', () => this.#rendezvous.leave(arrival));
    const other = this.#rendezvous.arrive(arrival);
    if (other !== undefined) this.#pair(arrival, other);
  }

  #pair(a: Arrival<End>, b: Arrival<End>): void {
    for (const { value } of [a, b]) if (value.at === 'node') value.call.sendMetadata(new Metadata());
    if (a.value.at === 'node' && b.value.at === 'node') {
      relayBetween({ id: a.from, call: a.value.call }, { id: b.from, call: b.value.call }, this.#counts, a.session);
    } else if (a.value.at === 'here' && b.value.at === 'node') a.value.accept(b.value.call);
    else if (a.value.at === 'node' && b.value.at === 'here') b.value.accept(a.value.call);
    else throw new NodeError('relay-refused', 'a tunnel from this process to itself');
  }

  #refused(refused: RefusedConnection): void {
    this.#options.log?.warn({ event: 'refused', ...refused }, 'connection or tunnel refused');
    this.#options.onRefused?.(refused);
  }

  #onHandshakeError(error: Error, socket: TLSSocket): void {
    const from = `${socket.remoteAddress ?? '?'}:${socket.remotePort ?? 0}`;
    this.#options.log?.warn({ event: 'handshake-failed', from, reason: error.message }, 'TLS handshake failed');
  }
}

/**
 * The port at which a node's peers reach it without the coordinator between them. Only keys that a project names get further
 * than the TLS handshake, and only into a session that this node has opened with exactly that key.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type Server as TlsServer, type TLSSocket } from 'node:tls';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { addressOf, RateLimit } from '../../enrol/rate-limit.ts';
import { NodeError } from '../../errors/node-error.ts';
import { joinAddress } from '../../identity/address.ts';
import type { TransportIdentity } from '../../identity/identity.ts';
import { KEEPALIVE, type Introduction } from '../grpc/service.ts';
import { peerFingerprint, type PinnedPeer } from '../pin.ts';
import { awaitCall, type End } from '../relay/await-call.ts';
import { TunnelCall } from '../relay/call.ts';
import { DIRECT_PROTOCOL } from '../relay/greeting.ts';
import { Rendezvous, type Arrival } from '../rendezvous.ts';
import type { TransportLog } from '../types.ts';
import { Crowd } from './crowd.ts';
import { commonVersion, WIRE_VERSIONS } from '../wire-version.ts';

export interface RefusedPeer {
  readonly reason: 'not-a-peer' | 'not-this-node' | 'version-mismatch' | 'too-many';
  /** Remote address of the connection. */
  readonly from: string;
  /** Empty where none is known. */
  readonly fingerprint: string;
  /** Refusals since the last one that was told, which came too often to be kept. */
  readonly unrecorded?: number;
}

/** How many connections are open at a time. */
export interface PeerLimits {
  readonly connections: number;
  /** Of which it is not known yet whose they are: strangers must not take the places of peers. */
  readonly unknown: number;
  readonly unknownPerAddress: number;
  /** One for each session with a peer, and those that it gave up and that have not ended here yet. */
  readonly perPeer: number;
}

export interface PeerListenerOptions {
  readonly identity: TransportIdentity;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** What the others dial; where it listens when absent. */
  readonly address?: string | undefined;
  /** Whether a project that stands connects this node directly with the holder of this key. */
  readonly isPeer: (fingerprint: string) => Promise<boolean>;
  /** Not more often than is fit to be kept. */
  readonly onRefused?: ((refused: RefusedPeer) => void) | undefined;
  readonly log?: TransportLog | undefined;
  /** How long one end waits for the other; default 60 s, as at the coordinator. */
  readonly pairTimeoutMs?: number | undefined;
  readonly limits?: Partial<PeerLimits> | undefined;
}

const PAIR_MS = 60_000;
const HANDSHAKE_MS = 10_000;
const LIMITS: PeerLimits = { connections: 512, unknown: 256, unknownPerAddress: 64, perPeer: 64 };

export class PeerListener {
  /** `host:port` that this node's peers dial, and that a manifest may name for it. */
  readonly address: string;
  /** `host:port` on this machine. */
  readonly listen: string;
  readonly #options: PeerListenerOptions;
  readonly #listener: TlsServer;
  readonly #instance = randomBytes(16).toString('hex');
  readonly #rendezvous: Rendezvous<End>;
  /** Also those that are still in their handshake. */
  readonly #connections = new Set<Socket>();
  readonly #unknown: Crowd;
  /** What takes a connection off `#unknown`, by the far end's address and port. */
  readonly #identified = new Map<string, () => void>();
  readonly #peers: Crowd;
  readonly #refusals = new RateLimit();
  #unrecorded = 0;

  private constructor(options: PeerListenerOptions, listener: TlsServer) {
    this.#options = options;
    this.#listener = listener;
    this.#rendezvous = new Rendezvous(options.pairTimeoutMs ?? PAIR_MS);
    this.listen = joinAddress(options.host, (listener.address() as AddressInfo).port);
    this.address = options.address ?? this.listen;
    const limits = { ...LIMITS, ...options.limits };
    this.#unknown = new Crowd(limits.unknownPerAddress, limits.unknown);
    this.#peers = new Crowd(limits.perPeer);
    listener.maxConnections = limits.connections;
    listener.on('connection', (socket: Socket) => this.#knocked(socket));
    listener.on('secureConnection', (socket) => {
      this.#onConnection(socket).catch((error: unknown) => {
        socket.destroy();
        options.log?.warn({ event: 'peer-unchecked', err: error }, 'who connects cannot be told');
      });
    });
    // Node leaves it open when the handshake took too long.
    listener.on('tlsClientError', (_error, socket) => socket.destroy());
    // The operating system gave one connection less than it had announced: nothing for which a node has to end.
    listener.on('error', (error) => options.log?.warn({ event: 'accept-failed', err: error }, 'a connection was lost'));
  }

  /** @throws Error of node:net when the address is taken or not allowed. */
  static async listen(options: PeerListenerOptions): Promise<PeerListener> {
    const { identity, host, port } = options;
    // Certificates have no issuer, so Node cannot judge them; #onConnection checks the key before a byte is read.
    const listener = createServer({
      cert: identity.certificatePem,
      key: identity.privateKeyPem,
      minVersion: 'TLSv1.3',
      requestCert: true,
      rejectUnauthorized: false,
      ALPNProtocols: [DIRECT_PROTOCOL],
      handshakeTimeout: HANDSHAKE_MS,
      noDelay: true,
      // While a call waits for its other end; a tunnel has its own pulse (tunnel/pulse.ts).
      keepAlive: true,
      keepAliveInitialDelay: KEEPALIVE.everyMs,
    });
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    listener.once('error', reject);
    listener.listen(port, host, resolve);
    await promise;
    listener.off('error', reject);
    return new PeerListener(options, listener);
  }

  /**
   * Waits for the peer's connection to this session; after a drop, for its next one.
   * @throws NodeError `peer-timeout`; ProtocolError `cancelled`.
   */
  async accept(session: string, peer: PinnedPeer, signal: AbortSignal): Promise<Duplex> {
    // Ends meet by key and not by name: what the manifest pins is the only thing that fits.
    const meeting = { session, from: this.#options.identity.fingerprint, to: peer.fingerprint };
    try {
      return await awaitCall(this.#rendezvous, meeting, (here, call) => this.#pair(here, call), signal);
    } catch (cause) {
      if (!(cause instanceof NodeError) || cause.code !== 'peer-timeout') throw cause;
      const seconds = (this.#options.pairTimeoutMs ?? PAIR_MS) / 1000;
      throw new NodeError(
        'peer-timeout',
        `${peer.id} did not connect to this node directly, at ${this.address}, within ${seconds} s: see that its node runs, and that the firewall here lets it in`,
        { cause, params: { party: peer.id, session, seconds, address: this.address } },
      );
    }
  }

  /** Before its handshake. */
  #knocked(socket: Socket): void {
    const leave = this.#unknown.enter(addressOf(socket));
    if (leave === undefined) {
      this.#refused(socket, 'too-many');
      return void socket.destroy();
    }
    const at = farEnd(socket);
    this.#connections.add(socket);
    this.#identified.set(at, leave);
    socket.once('close', () => {
      this.#connections.delete(socket);
      if (this.#identified.get(at) === leave) this.#identified.delete(at);
      leave();
    });
  }

  async #onConnection(socket: TLSSocket): Promise<void> {
    socket.on('error', () => undefined); // whoever uses it hears of it through 'close'
    const fingerprint = peerFingerprint(socket);
    if (fingerprint === undefined || !(await this.#mayTalk(fingerprint))) {
      this.#refused(socket, 'not-a-peer', fingerprint);
      return void socket.destroy();
    }
    if (socket.destroyed) return;
    this.#identified.get(farEnd(socket))?.();
    const leave = this.#peers.enter(fingerprint);
    if (leave === undefined) {
      this.#refused(socket, 'too-many', fingerprint);
      return void socket.destroy();
    }
    socket.once('close', leave);
    const call = await TunnelCall.read(socket, this.#introduction);
    if (call !== undefined) this.#arrived(call, fingerprint);
  }

  /** No reading from the socket before this: strangers are cut without a byte of theirs having been looked at. */
  async #mayTalk(fingerprint: string): Promise<boolean> {
    try {
      return await this.#options.isPeer(fingerprint);
    } catch (error) {
      this.#options.log?.warn({ event: 'peer-unchecked', err: error }, 'it could not be looked up who connects');
      return false;
    }
  }

  #arrived(call: TunnelCall, fingerprint: string): void {
    const { identity } = this.#options;
    const { target, introduction } = call.request;
    if (target?.peer !== identity.id) {
      this.#refused(call.socket, 'not-this-node', fingerprint);
      return call.refuse('party-not-allowed', `this is ${identity.id}, which has no such tunnel`);
    }
    try {
      const { instance, versions } = introduction;
      const theirs = instance === undefined ? undefined : versions;
      commonVersion(this.#introduction.versions, theirs, identity.id, fingerprint.slice(0, 16));
    } catch (error) {
      this.#refused(call.socket, 'version-mismatch', fingerprint);
      return call.refuse('version-mismatch', (error as NodeError).message);
    }
    const { socket } = call;
    const { session } = target;
    const arrival: Arrival<End> = {
      session,
      from: fingerprint,
      to: identity.fingerprint,
      value: { at: 'node', call },
      refuse: ({ code }) =>
        call.refuse(code, `${identity.id} has not opened session ${session}, or was asked for it anew`),
      part: () => void socket.destroy(),
    };
    socket.once('close', () => this.#rendezvous.leave(arrival));
    if (socket.destroyed) return;
    const other = this.#rendezvous.arrive(arrival);
    if (other !== undefined) this.#pair(other, arrival);
  }

  /** Two calls never meet: each comes under its own key, and this node never calls itself. */
  #pair(a: Arrival<End>, b: Arrival<End>): void {
    const [here, there] = a.value.at === 'here' ? [a.value, b.value] : [b.value, a.value];
    if (here.at !== 'here' || there.at !== 'node')
      throw new NodeError('relay-refused', 'a tunnel from this process to itself');
    here.accept(there.call);
  }

  get #introduction(): Introduction {
    return { instance: this.#instance, versions: WIRE_VERSIONS };
  }

  #refused(socket: Socket, reason: RefusedPeer['reason'], fingerprint = ''): void {
    const from = addressOf(socket);
    if (!this.#refusals.allows(from)) return void this.#unrecorded++;
    const unrecorded = this.#unrecorded === 0 ? {} : { unrecorded: this.#unrecorded };
    this.#unrecorded = 0;
    const refused: RefusedPeer = { reason, from, fingerprint, ...unrecorded };
    this.#options.log?.warn({ event: 'refused', ...refused }, 'direct connection refused');
    this.#options.onRefused?.(refused);
  }

  async close(): Promise<void> {
    this.#rendezvous.clear();
    const closed = new Promise<void>((resolve) => this.#listener.close(() => resolve()));
    for (const socket of this.#connections) socket.destroy();
    await closed;
  }
}

/** One and the same for a connection and the TLS session in it. */
function farEnd(socket: Socket): string {
  return `${socket.remoteAddress ?? '?'} ${socket.remotePort ?? 0}`;
}

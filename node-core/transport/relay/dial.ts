/** A node's side of one stream of a tunnel: a connection of its own to the coordinator or to a peer, both ends pinned. */
import { connect, type TLSSocket } from 'node:tls';
import { NodeError } from '../../errors/node-error.ts';
import type { TransportIdentity } from '../../identity/identity.ts';
import type { Introduction, Keepalive } from '../grpc/service.ts';
import {
  fingerprintMismatch,
  peerFingerprint,
  sameFingerprint,
  secureContext,
  TLS_SERVER_NAME,
  type PinnedPeer,
} from '../pin.ts';
import { commonVersion } from '../wire-version.ts';
import { decodeAnswer, encodeCall, readGreeting, type RelayTarget, type TunnelAnswer } from './greeting.ts';

export interface TunnelDialOptions {
  readonly identity: TransportIdentity;
  readonly host: string;
  readonly port: number;
  /** Who answers there, and the protocol (ALPN) to speak with it. */
  readonly server: PinnedPeer;
  readonly protocol: string;
  readonly target: RelayTarget;
  /** Of the node's control connection: when that one is given up, so is this, at both ends. A direct one has none. */
  readonly line?: string;
  readonly introduction: Introduction;
  readonly keepalive: Keepalive;
  /** At once, so that whoever gives up the node's connections has this one too. */
  readonly onSocket: (socket: TLSSocket) => void;
  /** Ends the attempt. */
  readonly signal: AbortSignal;
  /** For the answer, where nothing else tells that the path is frozen. */
  readonly answerMs?: number;
  /** Of what `server` refuses: its role and id. */
  readonly refusedBy: Readonly<Record<string, string>>;
  readonly unreachable: (cause: unknown) => NodeError;
}

/** What may wait to be written before a sender is held back. */
const BUFFER_BYTES = 512 * 1024;

/**
 * Resolves when both ends are there; what follows on the socket is the peer's.
 * @throws NodeError `fingerprint-mismatch`, `version-mismatch`, and as `unreachable` says and the server refuses.
 */
export async function dialTunnel(options: TunnelDialOptions): Promise<TLSSocket> {
  const { identity, host, port, protocol, keepalive, signal, onSocket, answerMs, unreachable } = options;
  // Self-signed certificates have no issuer; `greet` checks the key before a byte of ours leaves.
  const wanted = {
    host,
    port,
    secureContext: secureContext(identity),
    servername: TLS_SERVER_NAME,
    rejectUnauthorized: false,
    ALPNProtocols: [protocol],
    highWaterMark: BUFFER_BYTES,
    noDelay: true,
    keepAlive: true,
    keepAliveInitialDelay: keepalive.everyMs,
  };
  const socket = connect(wanted);
  socket.on('error', () => undefined); // whoever uses the socket hears of it too
  onSocket(socket);
  const cut = (): void => void socket.destroy(new Error('the attempt was given up'));
  if (signal.aborted) cut();
  signal.addEventListener('abort', cut, { once: true });
  let late: NodeJS.Timeout | undefined;
  try {
    await connected(socket, keepalive.everyMs + keepalive.timeoutMs);
    if (answerMs !== undefined) late = setTimeout(() => socket.destroy(new Error('no answer came')), answerMs);
    const { refused } = await greet(socket, options);
    if (refused !== undefined) throw refused;
    return socket;
  } catch (cause) {
    socket.destroy();
    if (cause instanceof NodeError) throw cause;
    throw unreachable(cause);
  } finally {
    clearTimeout(late);
    signal.removeEventListener('abort', cut);
  }
}

/** @throws Error when no TLS session comes about in time. */
async function connected(socket: TLSSocket, timeoutMs: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const closed = (): void => reject(new Error('the connection was closed'));
  const late = setTimeout(() => reject(new Error(`no connection within ${timeoutMs / 1000} s`)), timeoutMs);
  socket.once('secureConnect', resolve).once('error', reject).once('close', closed);
  await promise.finally(() => {
    clearTimeout(late);
    socket.off('error', reject).off('close', closed);
  });
}

/** @throws NodeError `fingerprint-mismatch`, `version-mismatch`; Error when no answer comes. */
async function greet(socket: TLSSocket, options: TunnelDialOptions): Promise<TunnelAnswer> {
  const { identity, server, protocol, target, line, introduction } = options;
  const found = peerFingerprint(socket);
  if (found === undefined || !sameFingerprint(found, server.fingerprint)) throw fingerprintMismatch(server.id, found);
  if (socket.alpnProtocol !== protocol) {
    const message = `${server.id} does not know ${protocol}: it runs another version of Coscore`;
    throw new NodeError('version-mismatch', message, { params: { peer: server.id } });
  }
  socket.write(encodeCall(target, line, introduction));
  const answer = decodeAnswer(await readGreeting(socket), options.refusedBy);
  const { instance, versions } = answer.introduction;
  // Its own words about the versions would do; these say which side to update in the same way everywhere.
  commonVersion(introduction.versions, instance === undefined ? undefined : versions, identity.id, server.id);
  return answer;
}

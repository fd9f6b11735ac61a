/** A node's side of one stream of a tunnel: a connection of its own to the coordinator, both ends pinned. */
import { connect, type TLSSocket } from 'node:tls';
import { NodeError } from '../../errors/node-error.ts';
import type { TransportIdentity } from '../../identity/identity.ts';
import { TLS_SERVER_NAME, type Introduction, type Keepalive } from '../grpc/service.ts';
import { fingerprintMismatch, peerFingerprint, sameFingerprint, secureContext, type PinnedPeer } from '../pin.ts';
import { commonVersion } from '../wire-version.ts';
import {
  decodeAnswer,
  encodeCall,
  readGreeting,
  TUNNEL_PROTOCOL,
  type RelayTarget,
  type TunnelAnswer,
} from './greeting.ts';

export interface TunnelDialOptions {
  readonly identity: TransportIdentity;
  readonly host: string;
  readonly port: number;
  readonly coordinator: PinnedPeer;
  readonly target: RelayTarget;
  /** Of the node's control connection: when that one is given up, so is this, at both ends. */
  readonly line: string;
  readonly introduction: Introduction;
  readonly keepalive: Keepalive;
  /** At once, so that whoever gives up the node's connections has this one too. */
  readonly onSocket: (socket: TLSSocket) => void;
  /** Ends the attempt. */
  readonly signal: AbortSignal;
}

/** What may wait to be written before a sender is held back. */
const BUFFER_BYTES = 512 * 1024;

/**
 * Resolves when the coordinator has brought both ends together; what follows on the socket is the peer's.
 * @throws NodeError `coordinator-unreachable`, `fingerprint-mismatch`, `version-mismatch`, and as the coordinator refuses.
 */
export async function dialTunnel(options: TunnelDialOptions): Promise<TLSSocket> {
  const { identity, host, port, keepalive, signal, onSocket } = options;
  // Self-signed certificates have no issuer; `greet` checks the key before a byte of ours leaves.
  const wanted = {
    host,
    port,
    secureContext: secureContext(identity),
    servername: TLS_SERVER_NAME,
    rejectUnauthorized: false,
    ALPNProtocols: [TUNNEL_PROTOCOL],
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
  try {
    await connected(socket, keepalive.everyMs + keepalive.timeoutMs);
    const { refused } = await greet(socket, options);
    if (refused !== undefined) throw refused;
    return socket;
  } catch (cause) {
    socket.destroy();
    if (cause instanceof NodeError) throw cause;
    throw unreachable(options.coordinator.id, cause);
  } finally {
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
  const { identity, coordinator, target, line, introduction } = options;
  const found = peerFingerprint(socket);
  if (found === undefined || !sameFingerprint(found, coordinator.fingerprint))
    throw fingerprintMismatch(coordinator.id, found);
  if (socket.alpnProtocol !== TUNNEL_PROTOCOL) {
    const message = `coordinator ${coordinator.id} does not know ${TUNNEL_PROTOCOL}: it runs another version of Coscore`;
    throw new NodeError('version-mismatch', message, { params: { peer: coordinator.id } });
  }
  socket.write(encodeCall(target, line, introduction));
  const answer = decodeAnswer(await readGreeting(socket), coordinator.id);
  const { instance, versions } = answer.introduction;
  // Its own words about the versions would do; these say which side to update in the same way everywhere.
  commonVersion(introduction.versions, instance === undefined ? undefined : versions, identity.id, coordinator.id);
  return answer;
}

function unreachable(coordinator: string, cause: unknown): NodeError {
  return new NodeError('coordinator-unreachable', `coordinator ${coordinator} cannot be reached`, {
    cause,
    params: { coordinator },
  });
}

/** Why a coordinator cannot be attended: gRPC only says that the connection failed, which does not tell a user what to do. */
import { connect } from 'node:tls';
import { NodeError } from '../errors/node-error.ts';
import type { TransportIdentity } from '../identity/identity.ts';
import {
  fingerprintMismatch,
  peerFingerprint,
  sameFingerprint,
  secureContext,
  TLS_SERVER_NAME,
  type PinnedPeer,
} from './pin.ts';

const PROBE_MS = 5000;

/**
 * Dials once more and looks. A coordinator that knows the caller speaks first (HTTP/2 settings); one that does not closes
 * the connection without a byte.
 * @returns `coordinator-unreachable`, `fingerprint-mismatch` or `peer-not-enrolled`; undefined when all is well now.
 */
export function probeCoordinator(
  address: { readonly host: string; readonly port: number },
  identity: TransportIdentity,
  coordinator: PinnedPeer,
): Promise<NodeError | undefined> {
  const { promise, resolve } = Promise.withResolvers<NodeError | undefined>();
  const where = `coordinator ${coordinator.id} at ${address.host}:${address.port}`;
  const params = { coordinator: coordinator.id, address: `${address.host}:${address.port}` };
  let secured = false;
  // The pin is checked below; `rejectUnauthorized` would only hide which key was found.
  const socket = connect({
    ...address,
    secureContext: secureContext(identity),
    servername: TLS_SERVER_NAME,
    rejectUnauthorized: false,
    ALPNProtocols: ['h2'],
    timeout: PROBE_MS,
  });
  const unreachable = (cause?: unknown): void =>
    resolve(new NodeError('coordinator-unreachable', `${where} cannot be reached`, { cause, params }));
  const onEnd = (cause?: unknown): void => {
    if (!secured) return unreachable(cause);
    resolve(
      new NodeError('peer-not-enrolled', `${where} does not know this node: enrol it there with its fingerprint`, {
        params,
      }),
    );
  };
  socket.once('secureConnect', () => {
    secured = true;
    const found = peerFingerprint(socket);
    if (found === undefined || !sameFingerprint(found, coordinator.fingerprint))
      resolve(fingerprintMismatch(coordinator.id, found));
  });
  socket.once('data', () => resolve(undefined));
  socket.once('timeout', () => unreachable());
  socket.on('error', onEnd).on('close', () => onEnd());
  return promise.finally(() => socket.destroy());
}

/** Mutual TLS 1.3 with both ends pinned by the SHA-256 of their public keys: there is no authority to ask. */
import { timingSafeEqual } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { connect, createSecureContext, TLSSocket, type SecureContext } from 'node:tls';
import { ProtocolError } from '@coscore/protocols/errors.ts';
import { NodeError } from '../errors/node-error.ts';
import { fingerprintOfKey } from '../identity/certificate.ts';
import type { TransportIdentity } from '../identity/identity.ts';

/** Server name that clients ask for: the dialled host is of no interest to a pinned connection and may be an IP address. */
export const TLS_SERVER_NAME = 'coscore';

/** @param trusted certificates that may sign; only a client that leaves the check to Node needs one. */
export function secureContext(identity: TransportIdentity, trusted?: string): SecureContext {
  return createSecureContext({
    cert: identity.certificatePem,
    key: identity.privateKeyPem,
    minVersion: 'TLSv1.3',
    ...(trusted === undefined ? {} : { ca: trusted }),
  });
}

/**
 * The fingerprint whose private key the other end of this socket has just proved to hold (TLS 1.3 CertificateVerify is
 * checked by OpenSSL even when the certificate's issuer is not).
 */
export function peerFingerprint(socket: TLSSocket): string | undefined {
  const certificate = socket.getPeerX509Certificate();
  return certificate === undefined ? undefined : fingerprintOfKey(certificate.publicKey);
}

export function sameFingerprint(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

export function fingerprintMismatch(peer: string, found: string | undefined): NodeError {
  return new NodeError(
    'fingerprint-mismatch',
    `${peer} does not hold the key that was pinned for it: compare the fingerprint words with its owner before going on`,
    { params: { peer, found: found ?? 'none' } },
  );
}

export interface PinnedPeer {
  readonly id: string;
  readonly fingerprint: string;
}

/**
 * A TLS session with `peer` over a stream that others carry. The lexicographically smaller id is the TLS client.
 * @throws NodeError `fingerprint-mismatch`; ProtocolError `peer-lost` when the stream ends first.
 */
export async function secureTunnel(duplex: Duplex, identity: TransportIdentity, peer: PinnedPeer): Promise<TLSSocket> {
  if (duplex.destroyed)
    throw new ProtocolError('peer-lost', `no secure tunnel to ${peer.id}`, { params: { peer: peer.id } });
  const socket = startTls(duplex, identity, peer);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const lost = (cause?: unknown): void => {
    reject(new ProtocolError('peer-lost', `no secure tunnel to ${peer.id}`, { cause, params: { peer: peer.id } }));
    socket.destroy();
  };
  // A TLS socket does not hear of every end of the stream under it, nor the stream of the socket's.
  duplex.on('error', (error) => socket.destroy(error)).on('close', () => socket.destroy());
  socket
    .on('close', () => duplex.destroy())
    .on('error', lost)
    .on('close', lost);
  const handshaken: string = identity.id < peer.id ? 'secureConnect' : 'secure';
  socket.once(handshaken, resolve);
  await promise;
  const found = peerFingerprint(socket);
  if (found === undefined || !sameFingerprint(found, peer.fingerprint)) {
    socket.destroy();
    throw fingerprintMismatch(peer.id, found);
  }
  return socket;
}

/** `rejectUnauthorized: false` everywhere: self-signed certificates have no issuer; `secureTunnel` checks the pin itself. */
function startTls(duplex: Duplex, identity: TransportIdentity, peer: PinnedPeer): TLSSocket {
  const options = {
    secureContext: secureContext(identity),
    requestCert: true,
    rejectUnauthorized: false,
    highWaterMark: TLS_BUFFER_BYTES,
  };
  if (identity.id < peer.id) return connect({ ...options, socket: duplex });
  return new TLSSocket(duplex, { ...options, isServer: true });
}

const TLS_BUFFER_BYTES = 512 * 1024;

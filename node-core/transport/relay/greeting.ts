/**
 * What a node and its coordinator, or the peer it dials directly, say to each other before a connection becomes one stream of
 * a tunnel: one call, one answer, each behind four bytes of length (big-endian). Nothing of the tunnel leaves the node before
 * the answer.
 */
import type { TLSSocket } from 'node:tls';
import { wire } from '@coscore/proto';
import { NodeError, type NodeErrorCode } from '../../errors/node-error.ts';
import { INSTANCE_PATTERN, type Introduction } from '../grpc/service.ts';
import { parseVersions, written } from '../wire-version.ts';

/** Application protocol (ALPN) of these connections; another version of it gets another name. */
export const TUNNEL_PROTOCOL = 'coscore-tunnel/1';
/** The same between two nodes, without the coordinator; what follows the answer is the tunnel in clear, under this one TLS. */
export const DIRECT_PROTOCOL = 'coscore-direct/1';

export interface RelayTarget {
  readonly session: string;
  readonly peer: string;
}

export interface TunnelRequest {
  /** Undefined when the caller did not say a session and a peer of the allowed form. */
  readonly target: RelayTarget | undefined;
  /** What was not said, or not in the allowed form, is undefined. */
  readonly introduction: { readonly [K in keyof Introduction]: Introduction[K] | undefined };
  /** See grpc/service.ts; undefined when it is not of its form. */
  readonly line: string | undefined;
}

const LENGTH_BYTES = 4;
/** A session, a peer, a sentence: nothing that belongs here is longer. */
const MAX_BYTES = 8 * 1024;
/** Characters of a refusal. */
const MAX_SAID = 1000;
const SESSION_PATTERN = /^[\x21-\x7e]{1,200}$/;
const PEER_PATTERN = /^[\x21-\x7e]{1,63}$/;

/** @param line undefined on a direct connection, which hangs on no other. */
export function encodeCall(target: RelayTarget, line: string | undefined, introduction: Introduction): Buffer {
  const { instance, versions } = introduction;
  return framed(
    wire.TunnelCall.encode({ ...target, line: line ?? '', instance, versions: written(versions) }).finish(),
  );
}

/** @throws Error when it is no TunnelCall. */
export function decodeCall(bytes: Uint8Array): TunnelRequest {
  const { session, peer, instance, line, versions } = wire.TunnelCall.decode(bytes);
  return {
    target: SESSION_PATTERN.test(session) && PEER_PATTERN.test(peer) ? { session, peer } : undefined,
    introduction: {
      instance: INSTANCE_PATTERN.test(instance) ? instance : undefined,
      versions: parseVersions(versions),
    },
    line: INSTANCE_PATTERN.test(line) ? line : undefined,
  };
}

/** @param refused why the tunnel cannot be had; without it the other end is there. */
export function encodeAnswer(
  { instance, versions }: Introduction,
  refused?: { readonly code: NodeErrorCode; readonly message: string },
): Buffer {
  return framed(wire.TunnelAnswer.encode({ instance, versions: written(versions), ...refused }).finish());
}

export interface TunnelAnswer {
  readonly introduction: TunnelRequest['introduction'];
  readonly refused: NodeError | undefined;
}

/** What a coordinator or a peer may say no with. Other codes would say something of this node that only it can know. */
const refusals: ReadonlySet<string> = new Set<NodeErrorCode>([
  'relay-refused',
  'peer-timeout',
  'party-not-allowed',
  'version-mismatch',
]);

/** @param params of a refusal's error: who refused. @throws Error when it is no TunnelAnswer. */
export function decodeAnswer(bytes: Uint8Array, params: Readonly<Record<string, string>>): TunnelAnswer {
  const { instance, versions, code, message } = wire.TunnelAnswer.decode(bytes);
  const introduction = {
    instance: INSTANCE_PATTERN.test(instance) ? instance : undefined,
    versions: parseVersions(versions),
  };
  if (code === '') return { introduction, refused: undefined };
  if (!refusals.has(code)) throw new Error('a refusal with an unknown code');
  // Text from outside, which ends up on a terminal.
  const said = message.replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ').slice(0, MAX_SAID);
  return { introduction, refused: new NodeError(code as NodeErrorCode, said, { params }) };
}

function framed(body: Uint8Array): Buffer {
  const message = Buffer.allocUnsafe(LENGTH_BYTES + body.length);
  message.writeUInt32BE(body.length);
  message.set(body, LENGTH_BYTES);
  return message;
}

/**
 * Reads one message and leaves what comes behind it in the socket.
 * @throws Error when the socket ends or fails first, or the message has no allowed length.
 */
export function readGreeting(socket: TLSSocket): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  let length: number | undefined;
  const onEnd = (): void => reject(new Error('the connection was closed before an answer'));
  const onReadable = (): void => {
    if (length === undefined) {
      const header = socket.read(LENGTH_BYTES) as Buffer | null;
      if (header === null) return;
      // Once the stream has ended a read gives what is left, however little.
      if (header.length < LENGTH_BYTES) return onEnd();
      length = header.readUInt32BE();
    }
    if (length === 0 || length > MAX_BYTES) return reject(new Error(`a message of ${length} bytes`));
    const body = socket.read(length) as Buffer | null;
    if (body === null) return;
    if (body.length === length) resolve(body);
    else onEnd();
  };
  socket.on('readable', onReadable).on('error', reject).on('end', onEnd).on('close', onEnd);
  return promise.finally(() => {
    socket.off('readable', onReadable).off('error', reject).off('end', onEnd).off('close', onEnd);
  });
}

/** The gRPC service coscore.Coordinator (proto/coordinator.proto), written by hand: its one method carries opaque bytes. */
import {
  Metadata,
  type ChannelOptions,
  type ClientDuplexStream,
  type MethodDefinition,
  type ServerDuplexStream,
  type ServiceError,
  status,
} from '@grpc/grpc-js';
import { NodeError, nodeErrorCodes, type NodeErrorCode } from '../../errors/node-error.ts';
import { TLS_SERVER_NAME } from '../pin.ts';
import { parseVersions, written, type VersionRange } from '../wire-version.ts';

/** Messages are encoded and decoded by control-stream.ts. */
const asBytes = (bytes: Buffer): Buffer => bytes;

/** Either end of a call of this service; the messages are serialised. */
export type BytesCall = ClientDuplexStream<Buffer, Buffer> | ServerDuplexStream<Buffer, Buffer>;

function bytesMethod(name: string): MethodDefinition<Buffer, Buffer> {
  return {
    path: `/coscore.Coordinator/${name}`,
    requestStream: true,
    responseStream: true,
    requestSerialize: asBytes,
    requestDeserialize: asBytes,
    responseSerialize: asBytes,
    responseDeserialize: asBytes,
  };
}

export const coordinatorService = { attend: bytesMethod('Attend') } as const;

/** Bytes of one gRPC message that either end accepts. */
export const MAX_GRPC_MESSAGE_BYTES = 2 * 1024 * 1024;

export interface Keepalive {
  /** A ping is sent after so long. */
  readonly everyMs: number;
  /** A connection whose ping is not answered for so long is given up; so is one that is not made within both together. */
  readonly timeoutMs: number;
}

/** A connection that is frozen, so that not even its end is heard, is noticed within 30 s. */
export const KEEPALIVE: Keepalive = { everyMs: 20_000, timeoutMs: 10_000 };

/** For both ends. */
export function keepaliveOptions({ everyMs, timeoutMs }: Keepalive): ChannelOptions {
  return { 'grpc.keepalive_time_ms': everyMs, 'grpc.keepalive_timeout_ms': timeoutMs };
}

export const serverOptions: ChannelOptions = {
  'grpc.max_receive_message_length': MAX_GRPC_MESSAGE_BYTES,
  'grpc.max_send_message_length': MAX_GRPC_MESSAGE_BYTES,
  ...keepaliveOptions(KEEPALIVE),
  'grpc.max_concurrent_streams': 1024,
  'grpc.enable_channelz': 0,
};

export const clientOptions: ChannelOptions = {
  'grpc.ssl_target_name_override': TLS_SERVER_NAME,
  'grpc.max_receive_message_length': MAX_GRPC_MESSAGE_BYTES,
  'grpc.max_send_message_length': MAX_GRPC_MESSAGE_BYTES,
  ...keepaliveOptions(KEEPALIVE),
  'grpc.keepalive_permit_without_calls': 1,
  // Both ends say anew what they know on every control stream; half of one is of no use on the next.
  'grpc.enable_retries': 0,
  // Two nodes in one process have two identities; a shared pool could hand one the other's connection.
  'grpc.use_local_subchannel_pool': 1,
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 2000,
  'grpc.enable_channelz': 0,
  // A proxy between a node and its coordinator would see nothing, but the dialled address must be the one pinned.
  'grpc.enable_http_proxy': 0,
};

const CODE_KEY = 'coscore-code';
const INSTANCE_KEY = 'coscore-instance';
const VERSIONS_KEY = 'coscore-wire';
const LINE_KEY = 'coscore-line';

/** What both ends of every call say of themselves: a client in its first metadata, the coordinator in its answer. */
export interface Introduction {
  /** Random, one a running endpoint: 32 hex digits. A process that was started again has another. */
  readonly instance: string;
  readonly versions: VersionRange;
}

export function introductionMetadata({ instance, versions }: Introduction): Metadata {
  const metadata = new Metadata();
  metadata.set(INSTANCE_KEY, instance);
  metadata.set(VERSIONS_KEY, written(versions));
  return metadata;
}

/** Of an instance, and of a line. */
export const INSTANCE_PATTERN = /^[0-9a-f]{32}$/;

/** What the other end did not say, or not in the allowed form, is undefined. */
export function readIntroduction(metadata: Metadata): {
  readonly [K in keyof Introduction]: Introduction[K] | undefined;
} {
  const [instance] = metadata.get(INSTANCE_KEY);
  const [versions] = metadata.get(VERSIONS_KEY);
  return {
    instance: typeof instance === 'string' && INSTANCE_PATTERN.test(instance) ? instance : undefined,
    versions: parseVersions(versions),
  };
}

/**
 * Of Attend. @param line random, drawn anew whenever the node has given its connections up: what it opened before, tunnels
 * too, is of no more use to it. 32 hex digits.
 */
export function attendMetadata(line: string, introduction: Introduction): Metadata {
  const metadata = introductionMetadata(introduction);
  metadata.set(LINE_KEY, line);
  return metadata;
}

/** @returns undefined when it was not said in the allowed form. */
export function readLine(metadata: Metadata): string | undefined {
  const [line] = metadata.get(LINE_KEY);
  return typeof line === 'string' && INSTANCE_PATTERN.test(line) ? line : undefined;
}

/** A gRPC status that carries one of our codes. @param introduction of the coordinator, where the caller has to know it */
export function refusal(
  code: NodeErrorCode,
  details: string,
  introduction?: Introduction,
): { code: status; details: string; metadata: Metadata } {
  const metadata = introduction === undefined ? new Metadata() : introductionMetadata(introduction);
  metadata.set(CODE_KEY, code);
  return { code: status.UNAVAILABLE, details, metadata };
}

/** Whether the coordinator has said so, and not the connection broken. */
export function isRefusal(error: ServiceError): boolean {
  return (error.metadata?.get(CODE_KEY).length ?? 0) > 0;
}

const known: ReadonlySet<string> = new Set(nodeErrorCodes);

/** The error of a call as one of ours; a status without our code means that the coordinator was not reached. */
export function callError(error: ServiceError, coordinator: string): NodeError {
  const [code] = error.metadata?.get(CODE_KEY) ?? [];
  if (typeof code === 'string' && known.has(code)) {
    return new NodeError(code as NodeErrorCode, error.details, { cause: error, params: { coordinator } });
  }
  return coordinatorUnreachable(coordinator, error);
}

export function coordinatorUnreachable(coordinator: string, cause: unknown): NodeError {
  return new NodeError('coordinator-unreachable', `coordinator ${coordinator} cannot be reached`, {
    cause,
    params: { coordinator },
  });
}

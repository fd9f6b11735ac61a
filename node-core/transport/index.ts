export type { TransportIdentity } from '../identity/identity.ts';
export type { Keepalive } from './grpc/service.ts';
export { CoordinatorEndpoint } from './coordinator-endpoint.ts';
export type { CoordinatorEndpointOptions, LocalSessionOptions, RefusedConnection } from './coordinator-endpoint.ts';
export { NodeEndpoint } from './node-endpoint.ts';
export type { NodeEndpointOptions, NodeEndpointState, NodePeer, NodeSessionOptions } from './node-endpoint.ts';
export { PeerListener, type PeerListenerOptions, type RefusedPeer } from './direct/peer-listener.ts';
export { notListening, withoutReason } from './direct/failures.ts';
export type { PinnedPeer } from './pin.ts';
export type { RelayedLink } from './relay/pump.ts';
export type { TunnelLimits } from './tunnel/limits.ts';
export type { Direction, TrafficEntry } from './tunnel/traffic.ts';
export type {
  ControlStream,
  NetworkSession,
  ObservedMessage,
  SessionContext,
  TransportError,
  TransportLog,
  Violation,
} from './types.ts';
export { WIRE_VERSIONS, type VersionRange } from './wire-version.ts';

/** What the transport offers to both daemons. */
import type { MaterialLedger, PartyId, Progress, Session, SessionId } from '@coscore/protocols/transport.ts';
import type { ProtocolError } from '@coscore/protocols/errors.ts';
import type { NodeError } from '../errors/node-error.ts';
import type { TunnelLimits } from './tunnel/limits.ts';
import type { Direction, TrafficEntry } from './tunnel/traffic.ts';

/** Short messages between one node and the coordinator; a body is at most 1 MiB. */
export interface ControlStream {
  readonly peer: string;
  /**
   * Random, drawn by the peer's endpoint when it was made: another one on the next stream means that the peer was started
   * again and has none of its earlier sessions. 32 hex digits.
   */
  readonly instance: string;
  /** After the stream has closed this does nothing: whoever must know waits for `closed`. */
  send(body: Uint8Array): void;
  readonly messages: AsyncIterable<Uint8Array>;
  readonly closed: Promise<void>;
  close(): void;
}

export interface NetworkSession extends Session {
  /** Counts and digests of every message so far, for the audit log and the report. */
  traffic(): readonly TrafficEntry[];
  /**
   * Sends what is still queued, says bye to every peer and ends the tunnels. Peers can still take what has arrived. A peer
   * that is away is waited for. Without it, a peer sees `peer-lost`.
   */
  close(): Promise<void>;
}

/** One decrypted message, for tests that compare transcripts. */
export interface ObservedMessage {
  readonly peer: string;
  readonly direction: Direction;
  readonly topic: string;
  readonly kind: string;
  readonly body: Uint8Array;
}

/** Why a session cannot go on. Of NodeError only `fingerprint-mismatch` and `version-mismatch`, and while it opens any. */
export type TransportError = ProtocolError | NodeError;

/** A peer broke the rules of the tunnel or came back with another key, which has failed its session. */
export interface Violation {
  readonly peer: string;
  readonly error: TransportError;
}

export interface SessionContext {
  /** At most 200 printable ASCII characters: it travels in gRPC metadata. */
  readonly id: SessionId;
  readonly material: MaterialLedger;
  /** Aborting it ends the session: `cancelled` here, `peer-lost` at the peers. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((event: Progress) => void) | undefined;
  readonly onViolation?: ((violation: Violation) => void) | undefined;
  readonly observe?: ((message: ObservedMessage) => void) | undefined;
  readonly limits?: Partial<TunnelLimits> | undefined;
  /** How long one peer may be away (dropped, frozen, stopped) before the session fails with `peer-lost`; default 10 min. */
  readonly awayMs?: number | undefined;
  /** A stream was lost; messages are kept, and the peer is dialled until it is back or `awayMs` have passed. */
  readonly onAway?: ((peer: string) => void) | undefined;
  readonly onBack?: ((peer: string) => void) | undefined;
}

/** What pino's logger has of it. Fields are names, counts and fingerprints, never contents. */
export interface TransportLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export type { PartyId };

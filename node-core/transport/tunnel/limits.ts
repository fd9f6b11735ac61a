/** Bounds of one tunnel. They are checked before anything is allocated for the peer. */
export interface TunnelLimits {
  /** Body bytes of one frame that we send: small enough that topics take turns, large enough that headers do not show. */
  readonly partBytes: number;
  /** Body bytes of one frame that we accept. */
  readonly maxPartBytes: number;
  /** Body bytes of one message, sent or accepted. */
  readonly maxMessageBytes: number;
  /** Unconsumed flow-control cost of one topic; at least 2 * partBytes, the same at both ends. */
  readonly windowBytes: number;
  /** Topics that one peer may open. */
  readonly maxTopics: number;
}

const KIB = 1024;
const MIB = 1024 * KIB;

export const DEFAULT_LIMITS: TunnelLimits = {
  partBytes: 256 * KIB,
  maxPartBytes: MIB,
  maxMessageBytes: 512 * MIB,
  windowBytes: 4 * MIB,
  maxTopics: 4096,
};

/** Flow-control cost of a frame beside its body, so that empty messages are bounded too. */
export const FRAME_COST = 64;

/** Bytes of an encoded Envelope: topic and kind are short names. */
export const MAX_HEADER_BYTES = 2048;

/** The tunnel's own messages: the largest is a hello after a drop, which names every topic. */
export const OWN_LIMITS: TunnelLimits = { ...DEFAULT_LIMITS, windowBytes: 16 * MIB, maxMessageBytes: 15 * MIB };

/** How long a peer may be away before its session fails. */
export const AWAY_MS = 10 * 60_000;

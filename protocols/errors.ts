/** Literal codes of everything that can go wrong inside a protocol. Messages carry counts and names, never data values. */
export type ProtocolErrorCode =
  | 'wrong-round' // a message of another kind than the protocol expects now
  | 'malformed' // not decodable
  | 'wrong-size' // a peer's lengths do not fit what was agreed
  | 'out-of-range' // a value outside its public range
  | 'bad-point' // not a valid curve point
  | 'bad-ciphertext' // a ciphertext that holds no valid numbers or cannot be decrypted reliably
  | 'replayed' // a sequence number or material id seen before
  | 'material-reused' // our own mark says this one-time material is used
  | 'parameter-mismatch' // two ends disagree on the parameters
  | 'profile-unavailable' // this primitive lacks the profile asked for
  | 'intersection-too-small'
  | 'duplicate-ids'
  | 'overflow' // fixed-point bound exceeded
  | 'share-accident' // shares of a number did not add up as integers, by chance: fresh ones will
  | 'cancelled'
  | 'peer-lost';

export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
  readonly code: ProtocolErrorCode;
  /** Values for the message template of the error catalogue; counts and names only. */
  readonly params: Readonly<Record<string, string | number>>;

  constructor(
    code: ProtocolErrorCode,
    message: string,
    options: { cause?: unknown; params?: Readonly<Record<string, string | number>> } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.params = options.params ?? {};
  }
}

export function unreachable(value: never): never {
  throw new Error(`unreachable: ${String(value)}`);
}

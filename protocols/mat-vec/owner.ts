/** Mat-vec, the role of the matrix's owner P: what it is given and gives, in either profile. */
import type { PartyId, Session } from '../transport.ts';
import { openAidedOwner } from './aided/owner.ts';
import { openBlindOwner } from './blind/owner.ts';
import type { MatVecTrust, Opening } from './options.ts';

export interface MatVecOwnerOptions<O extends Opening> {
  readonly instance: string;
  readonly peer: PartyId;
  /** X: [d][n] signed fixed point. Must not change afterwards. */
  readonly columns: readonly Int16Array[] | readonly Int32Array[];
  /** At most so many products. */
  readonly products: number;
  readonly open: O;
}

export interface MatVecOwner<O extends Opening> {
  /** SHA-256 of X, hex: what this instance is bound to. For the owner's own record; it is never sent, it would test guesses. */
  readonly digest: string;
  /**
   * X^T u for the peer's next u; calls one after another.
   * @returns [d] the product (`owner`), this party's share (`shares`), or nothing (`peer`); mod 2^64 in `aided`, mod t
   * (crypto/ring/prime-ring.ts) in `blind`.
   * @throws ProtocolError `material-reused` after the last agreed product; `wrong-size`; `replayed`; `wrong-round`;
   * `bad-ciphertext`; `out-of-range`; `cancelled`; `peer-lost`.
   */
  multiply(): Promise<O extends 'peer' ? undefined : BigUint64Array>;
  /** Ends the instance: products that were not used are dropped, threads end. */
  close(): Promise<void>;
}

/**
 * Binds X to a peer. Open the instances of two directions concurrently: each waits for its other end.
 * @throws ProtocolError `out-of-range`, `wrong-size`, `parameter-mismatch`, `material-reused`, `bad-ciphertext`,
 * `cancelled`, `peer-lost`.
 */
export function openMatVecOwner<O extends Opening>(
  session: Session,
  options: MatVecOwnerOptions<O> & MatVecTrust,
): Promise<MatVecOwner<O>> {
  switch (options.profile) {
    case 'aided':
      return openAidedOwner(session, options, options.helper);
    case 'blind':
      return openBlindOwner(session, options, options.engine);
  }
}

/** Mat-vec, the role of the peer Q that holds the vectors: what it is given and gives, in either profile. */
import type { PartyId, Session } from '../transport.ts';
import { openAidedPeer } from './aided/peer.ts';
import { openBlindPeer } from './blind/peer.ts';
import type { MatVecTrust, Opening } from './options.ts';

export interface MatVecPeerOptions<O extends Opening> {
  readonly instance: string;
  /** The owner of the matrix. */
  readonly peer: PartyId;
  /** n */
  readonly rows: number;
  /** d */
  readonly columns: number;
  /** At most so many products. */
  readonly products: number;
  readonly open: O;
}

export interface MatVecPeer<O extends Opening> {
  /**
   * X^T u for the owner's X; calls one after another.
   * @param u [n] residues mod 2^64 in `aided`, mod t (crypto/ring/prime-ring.ts) in `blind`.
   * @returns [d] the product (`peer`), this party's share (`shares`), or nothing (`owner`); residues of the same modulus.
   * @throws ProtocolError `material-reused` after the last agreed product; `wrong-size`; `replayed`; `wrong-round`;
   * `bad-ciphertext`; `out-of-range`; `cancelled`; `peer-lost`.
   */
  multiply(u: BigUint64Array): Promise<O extends 'owner' ? undefined : BigUint64Array>;
  /** Ends the instance: products that were not used are dropped, the last key is destroyed, threads end. */
  close(): Promise<void>;
}

/**
 * Gets ready to multiply with the owner's matrix. Open the instances of two directions concurrently.
 * @throws ProtocolError `out-of-range`, `wrong-size`, `wrong-round`, `replayed`, `parameter-mismatch`, `material-reused`,
 * `cancelled`, `peer-lost`.
 */
export function openMatVecPeer<O extends Opening>(
  session: Session,
  options: MatVecPeerOptions<O> & MatVecTrust,
): Promise<MatVecPeer<O>> {
  switch (options.profile) {
    case 'aided':
      return openAidedPeer(session, options, options.helper);
    case 'blind':
      return openBlindPeer(session, options, options.engine);
  }
}

/**
 * High-water marks of one-time material (protocols.md, "One-time material"). Reuse undoes the hiding, so a mark is on disk
 * before the first byte that depends on it leaves, and nothing ever lowers one.
 */
import { ProtocolError } from '@coscore/protocols/errors.ts';
import type { MaterialLedger, SessionId } from '@coscore/protocols/transport.ts';
import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';

export interface MaterialMark {
  readonly peer: string;
  readonly protocol: string;
  /** Highest index used. */
  readonly mark: number;
}

export class MaterialTable {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /**
   * Uses every index of (session, peer, protocol) up to and including `upTo`; on disk when it returns.
   * @param upTo integer in [0, 2^53).
   * @throws ProtocolError `material-reused` when `upTo` is at or under the mark; `out-of-range` for another number.
   */
  async claim(session: string, peer: string, protocol: string, upTo: number): Promise<void> {
    if (!Number.isSafeInteger(upTo) || upTo < 0) {
      throw new ProtocolError('out-of-range', `an index of one-time material is an integer from 0, not ${upTo}`);
    }
    // One statement: of two claims at once for the same index exactly one gets a row back.
    const row = await this.#db
      .insertInto('material')
      .values({ session, peer, protocol, mark: upTo })
      .onConflict((conflict) =>
        conflict.columns(['session', 'peer', 'protocol']).doUpdateSet({ mark: upTo }).where('material.mark', '<', upTo),
      )
      .returning('mark')
      .executeTakeFirst();
    if (row === undefined) {
      throw new ProtocolError('material-reused', `${protocol} material ${upTo} with ${peer} was used before`, {
        params: { peer, protocol, index: upTo },
      });
    }
  }

  async list(session: string): Promise<readonly MaterialMark[]> {
    return this.#db
      .selectFrom('material')
      .select(['peer', 'protocol', 'mark'])
      .where('session', '=', session)
      .orderBy('peer')
      .orderBy('protocol')
      .execute();
  }
}

/** The ledger of one session on this node's disk. */
export function ledgerFor(state: { readonly material: MaterialTable }, session: SessionId): MaterialLedger {
  return { claim: (peer, protocol, upTo) => state.material.claim(session, peer, protocol, upTo) };
}

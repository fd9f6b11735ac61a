/** Peers whose key this node's owner has accepted: the parties at a coordinator, the coordinator at a party. */
import type { Kysely } from 'kysely';
import { NodeError } from '../errors/node-error.ts';
import { fingerprintOfCertificate } from '../identity/identity.ts';
import type { Tables } from './schema.ts';

export interface EnrolledPeer {
  readonly id: string;
  readonly role: string;
  readonly certificatePem: string;
  readonly fingerprint: string;
  /** `host:port`, where this node dials it. */
  readonly address?: string;
}

function peerOf({ certificate, address, ...rest }: Tables['enrolled']): EnrolledPeer {
  return { ...rest, certificatePem: certificate, ...(address === null ? {} : { address }) };
}

export class EnrolledTable {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /**
   * Accepts a peer, or its new role or address. A new key under a known name is a new decision: remove the old one first.
   * @throws NodeError `fingerprint-mismatch` when the name has another key or the key another name; `manifest-invalid`
   * for a certificate that cannot be read.
   */
  async put(peer: Omit<EnrolledPeer, 'fingerprint'>): Promise<EnrolledPeer> {
    const fingerprint = fingerprintOfCertificate(peer.certificatePem);
    const details = { role: peer.role, certificate: peer.certificatePem, address: peer.address ?? null };
    return this.#db.transaction().execute(async (db) => {
      const known = await db
        .selectFrom('enrolled')
        .select(['id', 'fingerprint'])
        .where((where) => where.or([where('id', '=', peer.id), where('fingerprint', '=', fingerprint)]))
        .execute();
      const clash = known.find((row) => row.id !== peer.id || row.fingerprint !== fingerprint);
      if (clash !== undefined) {
        const problem = clash.id === peer.id ? 'is enrolled with another key' : `has the key of ${clash.id}`;
        throw new NodeError('fingerprint-mismatch', `${peer.id} ${problem}`, { params: { party: peer.id } });
      }
      const row = await db
        .insertInto('enrolled')
        .values({ id: peer.id, fingerprint, ...details })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(details))
        .returningAll()
        .executeTakeFirstOrThrow();
      return peerOf(row);
    });
  }

  /**
   * Gives a known peer another key, in one step: there is no moment at which the name is nobody's.
   * @throws NodeError `fingerprint-mismatch` when the key is another peer's; `peer-not-enrolled` for an unknown name.
   */
  async replaceKey(id: string, certificatePem: string): Promise<EnrolledPeer> {
    const fingerprint = fingerprintOfCertificate(certificatePem);
    return this.#db.transaction().execute(async (db) => {
      const owner = await db
        .selectFrom('enrolled')
        .select('id')
        .where('fingerprint', '=', fingerprint)
        .executeTakeFirst();
      if (owner !== undefined && owner.id !== id)
        throw new NodeError('fingerprint-mismatch', `${id} has the key of ${owner.id}`, { params: { party: id } });
      const row = await db
        .updateTable('enrolled')
        .set({ certificate: certificatePem, fingerprint })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
      if (row === undefined)
        throw new NodeError('peer-not-enrolled', `${id} is not enrolled here`, { params: { party: id } });
      return peerOf(row);
    });
  }

  async get(id: string): Promise<EnrolledPeer | undefined> {
    const row = await this.#db.selectFrom('enrolled').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? undefined : peerOf(row);
  }

  /** In order of name. */
  async list(): Promise<readonly EnrolledPeer[]> {
    return (await this.#db.selectFrom('enrolled').selectAll().orderBy('id').execute()).map(peerOf);
  }

  /** @returns whether there was one. */
  async remove(id: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db.deleteFrom('enrolled').where('id', '=', id).executeTakeFirst();
    return numDeletedRows > 0n;
  }
}

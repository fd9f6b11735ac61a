/** Mat-vec, the role of the matrix's owner P. Notation of protocol.md. */
import { createHash } from 'node:crypto';
import { bytesOf, residuesOf } from '@coscore/crypto/ring/bytes.ts';
import { addResidues, dotColumns, subtractFromColumn, type FixedColumn } from '@coscore/kernels';
import { wire } from '@coscore/proto';
import { ProtocolError } from '../errors.ts';
import { expectBytes, expectIndex, openDeal, type Deal } from '../helper/deal.ts';
import { BLOCK_RESIDUES } from '../helper/dealer.ts';
import { receive, send, type Channel, type PartyId, type Session } from '../transport.ts';
import { checkMatVec, matVecDeal, matVecTopic, nextProduct, type MatVecProfile, type Opening } from './options.ts';

export interface MatVecOwnerOptions<O extends Opening> {
  readonly profile: MatVecProfile;
  readonly instance: string;
  readonly peer: PartyId;
  readonly helper: PartyId;
  /** X: [d][n] signed fixed point. Read while opening, not afterwards. */
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
   * @returns [d] the product mod 2^64 (`owner`), this party's share (`shares`), or nothing (`peer`).
   * @throws ProtocolError `material-reused` after the last dealt product; `wrong-size`; `replayed`; `wrong-round`;
   * `cancelled`; `peer-lost`.
   */
  multiply(): Promise<O extends 'peer' ? undefined : BigUint64Array>;
  /** Ends the deal; dealt products that were not used are dropped. */
  close(): Promise<void>;
}

/**
 * Masks X once and gives it to the peer. Open the instances of two directions concurrently: each waits for its other end.
 * @throws ProtocolError `profile-unavailable`, `out-of-range`, `wrong-size`, `parameter-mismatch`, `material-reused`,
 * `cancelled`, `peer-lost`.
 */
export async function openMatVecOwner<O extends Opening>(
  session: Session,
  options: MatVecOwnerOptions<O>,
): Promise<MatVecOwner<O>> {
  const { columns, peer, products, open } = options;
  const shape = { rows: columns[0]?.length ?? 0, columns: columns.length, products };
  checkMatVec(options.profile, shape);
  for (const column of columns) {
    if (column.length !== shape.rows)
      throw new ProtocolError('wrong-size', `a column of ${column.length} rows, not ${shape.rows}`);
  }
  const parties = [session.self, peer] as const;
  const deal = await openDeal(session, matVecDeal(options, parties, shape));
  const channel = session.channel(peer, matVecTopic(options.instance, parties));
  const { a, digest } = await sendMasked(session, channel, deal, columns);
  let used = 0;

  const multiply = async (): Promise<BigUint64Array | undefined> => {
    const index = nextProduct(used++, products);
    const product = await receive<wire.MatVecProduct>(channel, 'mat-vec-product', wire.MatVecProduct);
    expectIndex(index, product.index, peer);
    expectBytes(shape.rows * 8, product.delta, peer, 'masked vector');
    expectBytes(open === 'owner' ? shape.columns * 8 : 0, product.part, peer, 'product part');
    // A^T delta, plus the dealt share of A^T b.
    const own = addResidues(dotColumns(a, [product.delta]), await deal.receive(index, shape.columns));
    switch (open as Opening) {
      case 'shares':
        return own;
      case 'owner':
        return addResidues(own, residuesOf(product.part));
      case 'peer':
        await send(channel, 'mat-vec-opening', wire.MatVecOpening, { index, part: bytesOf(own) });
        return undefined;
    }
  };
  return { digest, multiply: multiply as MatVecOwner<O>['multiply'], close: () => deal.close() };
}

/** Sends E = X - A column by column in blocks; keeps A. */
async function sendMasked(
  session: Session,
  channel: Channel,
  deal: Deal,
  columns: readonly FixedColumn[],
): Promise<{ a: BigUint64Array[]; digest: string }> {
  const hash = createHash('sha256');
  const a: BigUint64Array[] = [];
  for (const [column, x] of columns.entries()) {
    hash.update(`${x.BYTES_PER_ELEMENT} ${x.length}\n`).update(bytesOf(x));
    const stream = deal.prg(`A ${column}`);
    const mask = new BigUint64Array(x.length);
    for (let start = 0; start < x.length; start += BLOCK_RESIDUES) {
      const part = x.subarray(start, start + BLOCK_RESIDUES);
      const block = stream.u64(part.length);
      mask.set(block, start);
      const residues = bytesOf(subtractFromColumn(part, block));
      await send(channel, 'mat-vec-masked', wire.MatVecMasked, { column, start, residues });
    }
    a.push(mask);
    session.progress({ stage: 'mat-vec', done: column + 1, total: columns.length, unit: 'columns' });
  }
  return { a, digest: hash.digest('hex') };
}

/** Mat-vec, aided: the role of the matrix's owner P. Notation of protocol.md. */
import { createHash } from 'node:crypto';
import { bytesOf, residuesOf } from '@coscore/crypto/ring/bytes.ts';
import { addResidues, dotColumns, subtractFromColumn, type FixedColumn } from '@coscore/kernels';
import { wire } from '@coscore/proto';
import { expectBytes, expectIndex, openDeal, type Deal } from '../../helper/deal.ts';
import { BLOCK_RESIDUES } from '../../helper/dealer.ts';
import { receive, send, type Channel, type PartyId, type Session } from '../../transport.ts';
import { matVecDeal, matVecTopic, nextProduct, shapeOfColumns, type Opening } from '../options.ts';
import type { MatVecOwner, MatVecOwnerOptions } from '../owner.ts';

/**
 * Masks X once and gives it to the peer. Open the instances of two directions concurrently: each waits for its other end.
 * @throws ProtocolError `out-of-range`, `wrong-size`, `parameter-mismatch`, `material-reused`,
 * `cancelled`, `peer-lost`.
 */
export async function openAidedOwner<O extends Opening>(
  session: Session,
  options: MatVecOwnerOptions<O>,
  helper: PartyId,
): Promise<MatVecOwner<O>> {
  const { columns, peer, products, open } = options;
  const shape = shapeOfColumns(columns, products);
  const parties = [session.self, peer] as const;
  const deal = await openDeal(session, matVecDeal({ ...options, helper }, parties, shape));
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

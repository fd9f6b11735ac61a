/** Mat-vec, aided: the role of the peer Q that holds the vectors. Notation of protocol.md. */
import { bytesOf, residuesOf } from '@coscore/crypto/ring/bytes.ts';
import { addResidues, dotColumns, subtractResidues } from '@coscore/kernels';
import { wire } from '@coscore/proto';
import { ProtocolError } from '../../errors.ts';
import { expectBytes, expectIndex, openDeal } from '../../helper/deal.ts';
import { BLOCK_RESIDUES } from '../../helper/dealer.ts';
import { receive, send, type Channel, type PartyId, type Session } from '../../transport.ts';
import { checkMatVec, matVecDeal, matVecTopic, nextProduct, type Opening } from '../options.ts';
import type { MatVecPeer, MatVecPeerOptions } from '../peer.ts';

/**
 * Receives the masked matrix once: n x d x 8 bytes stay in memory. Open the instances of two directions concurrently.
 * @throws ProtocolError `out-of-range`, `wrong-size`, `wrong-round`, `replayed`,
 * `parameter-mismatch`, `material-reused`, `cancelled`, `peer-lost`.
 */
export async function openAidedPeer<O extends Opening>(
  session: Session,
  options: MatVecPeerOptions<O>,
  helper: PartyId,
): Promise<MatVecPeer<O>> {
  const { peer, rows, columns, products, open } = options;
  checkMatVec(options);
  const parties = [peer, session.self] as const;
  const deal = await openDeal(session, matVecDeal({ ...options, helper }, parties, options));
  const channel = session.channel(peer, matVecTopic(options.instance, parties));
  const e = await receiveMasked(session, channel, rows, columns);
  let used = 0;

  const multiply = async (u: BigUint64Array): Promise<BigUint64Array | undefined> => {
    if (u.length !== rows) throw new ProtocolError('wrong-size', `a vector of ${u.length} rows, not ${rows}`);
    const index = nextProduct(used++, products);
    const delta = bytesOf(subtractResidues(u, deal.prg(`b ${index}`).u64(rows)));
    // E^T u, plus the share of A^T b from the seed.
    const own = addResidues(dotColumns(e, [u]), deal.prg(`part ${index}`).u64(columns));
    const part = open === 'owner' ? bytesOf(own) : new Uint8Array(0);
    await send(channel, 'mat-vec-product', wire.MatVecProduct, { index, delta, part });
    switch (open as Opening) {
      case 'shares':
        return own;
      case 'owner':
        return undefined;
      case 'peer': {
        const opening = await receive<wire.MatVecOpening>(channel, 'mat-vec-opening', wire.MatVecOpening);
        expectIndex(index, opening.index, peer);
        expectBytes(columns * 8, opening.part, peer, 'product part');
        return addResidues(own, residuesOf(opening.part));
      }
    }
  };
  return { multiply: multiply as MatVecPeer<O>['multiply'], close: () => deal.close() };
}

/** [columns][rows] E = X - A, in the order and the blocks that both ends derive from the shape. */
async function receiveMasked(
  session: Session,
  channel: Channel,
  rows: number,
  columns: number,
): Promise<BigUint64Array[]> {
  const e: BigUint64Array[] = [];
  for (let column = 0; column < columns; column++) {
    const masked = new BigUint64Array(rows);
    const bytes = bytesOf(masked);
    for (let start = 0; start < rows; start += BLOCK_RESIDUES) {
      const block = await receive<wire.MatVecMasked>(channel, 'mat-vec-masked', wire.MatVecMasked);
      expectIndex(column, block.column, channel.peer);
      expectIndex(start, block.start, channel.peer);
      expectBytes(Math.min(BLOCK_RESIDUES, rows - start) * 8, block.residues, channel.peer, 'masked column');
      bytes.set(block.residues, start * 8);
    }
    e.push(masked);
    session.progress({ stage: 'mat-vec', done: column + 1, total: columns, unit: 'columns' });
  }
  return e;
}

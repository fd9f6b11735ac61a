/** The helper's part of mat-vec: for every product, `A^T b` less the peer's part. One pass over A, which is never stored. */
import { dotColumns, subtractResidues } from '@coscore/kernels';
import { MAX_ITEMS, MAX_ROWS, type DealerContext } from '../../helper/dealer.ts';

const OWNER = 0;
const PEER = 1;
/** Multiply-adds between two breaths: well under a millisecond. */
const WORK = 1 << 20;

/** Knows rows, columns and products. O((columns + products) x block + columns x products) memory. */
export async function dealMatVec(deal: DealerContext): Promise<void> {
  const rows = deal.count('rows', MAX_ROWS);
  const columns = deal.count('columns', MAX_ITEMS);
  const products = deal.count('products', MAX_ITEMS);
  const a = Array.from({ length: columns }, (_, j) => deal.prg(OWNER, `A ${j}`));
  const b = Array.from({ length: products }, (_, p) => deal.prg(PEER, `b ${p}`));
  const block = Math.min(8192, Math.max(256, Math.floor(WORK / (columns * products))));
  // [products x columns]
  const sums = new BigUint64Array(products * columns);
  for (let at = 0; at < rows; at += block) {
    const count = Math.min(block, rows - at);
    dotColumns(
      a.map((stream) => stream.u64(count)),
      b.map((stream) => stream.u64(count)),
      sums,
    );
    if (!(await deal.breathe())) return;
  }
  for (let p = 0; p < products; p++) {
    const part = deal.prg(PEER, `part ${p}`).u64(columns);
    if (!(await deal.send(p, subtractResidues(sums.subarray(p * columns, (p + 1) * columns), part)))) return;
  }
}

/** The helper's part of the shared sigmoid: cosines and sines of the dealt mask's multiples, less the first party's part. */
import { erase } from '@coscore/crypto/erase.ts';
import { harmonicsLess } from '@coscore/kernels';
import { MAX_ROWS, type DealerContext } from '../helper/dealer.ts';
import { addLogits, maskedAngles, MAX_TERMS, rowsPerBlock, TABLE_FRACTION_BITS } from './core.ts';

const FIRST = 0;
const SECOND = 1;

/** Knows rows and the number of terms of each evaluation. O(rows) memory for the mask, a block for the tables. */
export async function dealSharedSigmoid(deal: DealerContext): Promise<void> {
  const rows = deal.count('rows', MAX_ROWS);
  for (const [index, terms] of deal.counts('terms', MAX_TERMS).entries()) {
    const [one, two] = [FIRST, SECOND].map((party) =>
      maskedAngles(deal.prg(party as 0 | 1, `r ${index}`).bytes(rows * 4)),
    );
    const r = addLogits(one!, two!);
    const tables = deal.prg(FIRST, `tables ${index}`);
    const block = rowsPerBlock(terms);
    for (let at = 0; at < rows; at += block) {
      const part = r.subarray(at, at + block);
      const table = tables.u64(part.length * terms * 2);
      const wanted = await deal.send(index, harmonicsLess(part, terms, TABLE_FRACTION_BITS, table, table));
      erase(table);
      if (!wanted) return;
    }
  }
}

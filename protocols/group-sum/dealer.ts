/** The helper's part of group-sum, step 1: `c = rho(r) - s` for every column and feature. */
import { erase } from '@coscore/crypto/erase.ts';
import { uniformPermutation } from '@coscore/crypto/permutation.ts';
import { gatherLess } from '@coscore/kernels';
import { BLOCK_RESIDUES, MAX_ITEMS, MAX_ROWS, type DealerContext } from '../helper/dealer.ts';
import { MAX_COLUMNS, stream } from './options.ts';

const LABEL = 0;
const FEATURE = 1;

/** Knows slots and the numbers of columns and features. O(slots) memory. */
export async function dealGroupSum(deal: DealerContext): Promise<void> {
  const slots = deal.count('slots', MAX_ROWS);
  const features = deal.count('features', MAX_ITEMS);
  const columns = deal.count('columns', MAX_COLUMNS);
  for (let column = 0; column < columns; column++) {
    const r = deal.prg(LABEL, stream.r(column)).u64(slots);
    const s = deal.prg(LABEL, stream.s(column));
    for (let feature = 0; feature < features; feature++) {
      const rho = uniformPermutation(deal.prg(FEATURE, stream.rho(column, feature)), slots);
      if (!(await deal.breathe())) return;
      for (let at = 0; at < slots; at += BLOCK_RESIDUES) {
        const part = rho.subarray(at, at + BLOCK_RESIDUES);
        const masks = s.u64(part.length);
        const item = column * features + feature;
        const goesOn = await deal.send(item, gatherLess(r, part, masks));
        erase(masks);
        if (!goesOn) return;
      }
      erase(rho);
    }
    erase(r);
  }
}

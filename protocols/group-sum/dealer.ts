/** The helper's part of group-sum, step 1: `c = rho(r) - s` for every feature. */
import { uniformPermutation } from '@coscore/crypto/permutation.ts';
import { gatherLess } from '@coscore/kernels';
import { BLOCK_RESIDUES, MAX_ITEMS, MAX_ROWS, type DealerContext } from '../helper/dealer.ts';

const LABEL = 0;
const FEATURE = 1;

/** Knows slots and the number of features. O(slots) memory. */
export async function dealGroupSum(deal: DealerContext): Promise<void> {
  const slots = deal.count('slots', MAX_ROWS);
  const features = deal.count('features', MAX_ITEMS);
  const r = deal.prg(LABEL, 'r').u64(slots);
  for (let feature = 0; feature < features; feature++) {
    const rho = uniformPermutation(deal.prg(FEATURE, `rho ${feature}`), slots);
    if (!(await deal.breathe())) return;
    const s = deal.prg(LABEL, `s ${feature}`);
    for (let at = 0; at < slots; at += BLOCK_RESIDUES) {
      const part = rho.subarray(at, at + BLOCK_RESIDUES);
      if (!(await deal.send(feature, gatherLess(r, part, s.u64(part.length))))) return;
    }
  }
}

import { expect, it } from 'vitest';
import type { JobContext } from '../context.ts';
import { offersNothing, offerStage } from './columns.ts';

it('a kept offer says whether it has columns', async () => {
  const kept = (features: Parameters<typeof offerStage>[1]['features']) => {
    const stage = offerStage({} as JobContext, { binned: [], features, codes: [], constant: ['sector'] });
    return { cost: [], result: stage.pack(null) };
  };
  expect(offersNothing(kept([]))).toBe(true);
  expect(offersNothing(kept([{ feature: 'turnover', bins: 2, ordered: true, missingBin: -1 }]))).toBe(false);
  expect(offersNothing(undefined), 'not offered yet').toBe(false);
});

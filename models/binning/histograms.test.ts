import { expect, it } from 'vitest';
import { fineBins } from './fine-bins.ts';
import { localHistograms } from './histograms.ts';

it('counts training rows and bads by bin', () => {
  const train = Uint8Array.of(1, 1, 1, 1, 0, 0);
  const labels = Uint8Array.of(1, 0, 1, 1, 1, 1);
  const column = { kind: 'number', name: 'x', values: Float64Array.of(1, 1, 2, 2, 1, 2) } as const;
  const binned = fineBins(column, { train, bins: 2, rare: 0, minRows: 1 });
  const [histogram] = localHistograms([binned], labels, train);
  expect(histogram).toEqual({
    feature: 'x',
    ordered: true,
    missingBin: -1,
    counts: Float64Array.of(2, 2),
    bads: Float64Array.of(1, 2),
  });
});

import { describe, expect, it } from 'vitest';
import { joinBins } from './join-bins.ts';
import { defaultGbdt, type GbdtOptions } from './options.ts';
import { sampleOf, sourcesOf } from './random-forest.test-helper.ts';
import { threadedSource } from './threaded-source.ts';
import { trainForest } from './train-forest.ts';

const sample = sampleOf(500, 9, 5);
const options: GbdtOptions = { ...defaultGbdt, trees: 3, depth: 3, rowSample: 0.8, columnSample: 0.7 };

describe('a source of several threads', () => {
  it.each([
    [1, undefined],
    [2, undefined],
    [3, 30],
    [5, undefined],
  ])('%i threads, floor %s: gives the forest of one', async (threads, floor) => {
    const plain = sourcesOf(sample, floor === undefined ? {} : { joinBins: joinBins(floor) });
    const expected = await trainForest({ sources: plain, labels: sample.labels, options });
    const [bank, tax] = sample.shards.map((shard) => threadedSource({ ...shard, rows: sample.rows, threads, floor }));
    await using one = bank!;
    await using two = tax!;
    expect(await trainForest({ sources: [one, two], labels: sample.labels, options })).toEqual(expected);
    expect([one.records, two.records]).toEqual(plain.map(({ records }) => records));
  });

  it('fails with its thread, and after', async () => {
    await using source = threadedSource({ ...sample.shards[0]!, rows: sample.rows, threads: 2 });
    const wrong = { splits: [{ node: 7, left: 8, right: 9 }], measure: [8] };
    const bits = new Uint8Array((sample.rows + 7) >> 3);
    await expect(source.refine(wrong, bits)).rejects.toThrow(/node 7/);
    const pairs = { g: new Int32Array(sample.rows), h: new Uint32Array(sample.rows) };
    await expect(source.startTree(pairs, [0, 1, 2, 3, 4], undefined)).rejects.toThrow(/node 7|thread/);
  });
});

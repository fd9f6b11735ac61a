import { describe, expect, it } from 'vitest';
import { seededRng } from '../data/rng.ts';
import { forestScores } from '../serve/forest-rows.ts';
import { usedRecords, type Forest, type SplitRecord, type TreeNode } from './forest.ts';
import type { HistogramSource } from './histogram-source.ts';
import { joinBins } from './join-bins.ts';
import { localSource } from './local-source.ts';
import { defaultGbdt, type GbdtOptions } from './options.ts';
import { asRemote, checkForest, recordsOf, route, sampleOf, sourcesOf } from './random-forest.test-helper.ts';
import { trainForest, type ForestState } from './train-forest.ts';

const small: GbdtOptions = { ...defaultGbdt, trees: 4, depth: 3, minRowsPerLeaf: 5 };
const sample = sampleOf(400, 7);

/** One row's sides. @param codes [features] bin code of the row. */
const sidesOf = (records: readonly SplitRecord[], codes: readonly number[]): Uint8Array =>
  Uint8Array.from(records, ({ feature, goesLeft }) => goesLeft[codes[feature]!]!);

function leaves({ trees }: Forest): number[] {
  return trees.map(({ nodes }) => nodes.filter(({ kind }) => kind === 'leaf').length);
}

function copied(state: ForestState): ForestState {
  return structuredClone(state);
}

describe('a forest', () => {
  it.each<[string, Partial<GbdtOptions>]>([
    ['level by level', {}],
    ['best leaf first', { leaves: 6, depth: 5 }],
    ['for squared loss', { objective: 'squared' }],
    ['of deep trees with tiny leaves', { depth: 6, minRowsPerLeaf: 1, lambda: 0.1 }],
    ['with a least gain and a least weight', { gamma: 2, minChildWeight: 4 }],
  ])('%s: nodes hold the sums of their rows, and no threshold would gain more', async (_, extra) => {
    const options = { ...small, ...extra };
    const sources = sourcesOf(sample);
    const { forest, scores } = await trainForest({ sources, labels: sample.labels, options });
    expect(forest.trees).toHaveLength(4);
    expect(Math.min(...leaves(forest))).toBeGreaterThan(2);
    expect(checkForest(forest, sample, recordsOf(sources), options)).toEqual(scores);
  });

  it('weighs rows: weight 2 is the row twice, but for what counts rows', async () => {
    const weights = Float64Array.from({ length: sample.rows }, (_, row) => [0, 0.5, 1, 3][row % 4]!);
    const sources = sourcesOf(sample);
    const { forest, scores } = await trainForest({ sources, labels: sample.labels, weights, options: small });
    expect(checkForest(forest, sample, recordsOf(sources), small, weights)).toEqual(scores);
  });

  it('scores rows by the answers of owners as it scored them while it was trained', async () => {
    const sources = sourcesOf(sample);
    const { forest, scores, records } = await trainForest({ sources, labels: sample.labels, options: small });
    expect(Object.fromEntries(sources.map(({ party, records: own }) => [party, own.length]))).toEqual(records);
    expect([...usedRecords(forest)].map(([party, used]) => [party, used.length])).toEqual(
      [...usedRecords(forest).keys()].map((party) => [party, records[party]]),
    );
    for (let row = 0; row < sample.rows; row += 17) {
      const bits = new Map(
        sources.map(({ party, records: own }, s) => [
          party,
          sidesOf(
            own,
            sample.shards[s]!.codes.map((column) => column[row]!),
          ),
        ]),
      );
      expect(forestScores(forest, bits, 1)[0]).toBe(scores[row]);
    }
    expect(() => forestScores(forest, new Map(), 1)).toThrow(/did not say/);
  });

  it('keeps to its number of leaves, and picks the same splits as level by level when all leaves fit', async () => {
    const few = await trainForest({
      sources: sourcesOf(sample),
      labels: sample.labels,
      options: { ...small, leaves: 4 },
    });
    expect(Math.max(...leaves(few.forest))).toBe(4);
    const all = await trainForest({
      sources: sourcesOf(sample),
      labels: sample.labels,
      options: { ...small, leaves: 8 },
    });
    const levels = await trainForest({ sources: sourcesOf(sample), labels: sample.labels, options: small });
    expect(all.scores).toEqual(levels.scores);
  });
});

describe('sources', () => {
  const reference = trainForest({ sources: sourcesOf(sample), labels: sample.labels, options: small });

  it('local and remote, one or more, give the same forest', async () => {
    const { forest } = await reference;
    const [bank, tax] = sourcesOf(sample);
    const remote = asRemote(tax!);
    const one = await trainForest({ sources: [bank!, remote.source], labels: sample.labels, options: small });
    expect(one.forest).toEqual(forest);
    // A tree is at most one exchange to start and one a level.
    expect(remote.calls.length).toBeLessThanOrEqual(small.trees * (small.depth + 1));
    expect(remote.calls).not.toContain('refine');
    const both = sourcesOf(sample).map(asRemote);
    const two = await trainForest({ sources: both.map(({ source }) => source), labels: sample.labels, options: small });
    expect(two.forest).toEqual(forest);
    for (const { calls } of both) expect(calls.length).toBeLessThanOrEqual(small.trees * 2 * (small.depth + 1));
  });

  it('that join bins never show fewer rows than the floor, and route rows as they counted them', async () => {
    const floor = 40;
    const sources = sourcesOf(sample, { joinBins: joinBins(floor) });
    const counted: number[] = [];
    const watched = sources.map((source): HistogramSource => {
      const watch = <T extends readonly { readonly counts: Uint32Array }[]>(sums: T): T => {
        for (const { counts } of sums) counted.push(...counts);
        return sums;
      };
      return {
        ...source,
        startTree: async (...args) => watch(await source.startTree(...args)),
        refine: async (...args) => watch(await source.refine(...args)),
      };
    });
    const options = { ...small, minRowsPerLeaf: floor };
    const { forest, scores } = await trainForest({ sources: watched, labels: sample.labels, options });
    expect(counted.filter((rows) => rows > 0 && rows < floor)).toEqual([]);
    expect(Math.min(...leaves(forest))).toBeGreaterThan(3);
    // What each split says of its children's rows is what its record does to them.
    const records = recordsOf(sources);
    const total = new Float64Array(sample.rows).fill(forest.baseScore);
    for (const tree of forest.trees) {
      const leafOf = route(tree, sample, records);
      leafOf.forEach((leaf, row) => (total[row]! += tree.nodes[leaf]!.value));
      tree.nodes.forEach((node, id) => {
        if (node.kind === 'leaf') expect(leafOf.filter((leaf) => leaf === id).length).toBe(node.rows);
      });
    }
    expect(total).toEqual(scores);
  });

  it('that route other rows than they counted are refused', async () => {
    const [bank, tax] = sourcesOf(sample);
    const lying: HistogramSource = {
      ...bank!,
      route: async (own) => (await bank!.route(own)).map((byte, i) => (i === 3 ? byte ^ 5 : byte)),
    };
    const run = trainForest({ sources: [lying, tax!], labels: sample.labels, options: small });
    await expect(run).rejects.toMatchObject({ code: 'rows-do-not-fit', params: { party: 'bank' } });
  });

  it('without columns add nothing', async () => {
    const none = localSource({ party: 'empty', features: [], codes: [], rows: sample.rows });
    const { forest } = await trainForest({
      sources: [...sourcesOf(sample), none],
      labels: sample.labels,
      options: small,
    });
    expect(forest).toEqual((await reference).forest);
  });

  it('with more than 256 bins are as good', async () => {
    const wide = sampleOf(600, 3, 3, 300);
    const sources = sourcesOf(wide);
    const { forest, scores } = await trainForest({ sources, labels: wide.labels, options: small });
    expect(checkForest(forest, wide, recordsOf(sources), small)).toEqual(scores);
  });
});

describe('runs', () => {
  it.each<[string, Partial<GbdtOptions>]>([
    ['plain', {}],
    ['with sampled rows and columns', { rowSample: 0.6, columnSample: 0.5 }],
    ['with one-side sampling', { goss: { top: 0.2, other: 0.2 }, learningRate: 0.9 }],
    ['with early stopping', { earlyStopping: 2, trees: 12, learningRate: 0.9 }],
  ])('that resume give the forest of a straight run, %s', async (_, extra) => {
    const options = { ...small, trees: 6, ...extra };
    const validation = Uint8Array.from({ length: sample.rows }, (_, row) => (row % 5 === 0 ? 1 : 0));
    const training = validation.map((bit) => 1 - bit);
    const states: ForestState[] = [];
    const straight = await trainForest({
      sources: sourcesOf(sample),
      labels: sample.labels,
      training,
      validation,
      options,
      onTree: (state) => void states.push(copied(state)),
    });
    for (const from of states) {
      const resumed = await trainForest({
        sources: sourcesOf(sample),
        labels: sample.labels,
        training,
        validation,
        options,
        from,
      });
      expect(resumed).toEqual(straight);
    }
  });

  it('go on from an earlier forest', async () => {
    let half: ForestState | undefined;
    const options = { ...small, trees: 2 };
    const onTree = (state: ForestState): void => void (half = copied(state));
    await trainForest({ sources: sourcesOf(sample), labels: sample.labels, options, onTree });
    const more = await trainForest({ sources: sourcesOf(sample), labels: sample.labels, options: small, from: half });
    const straight = await trainForest({ sources: sourcesOf(sample), labels: sample.labels, options: small });
    expect(more.forest).toEqual(straight.forest);
    const squared = { ...small, objective: 'squared' } as const;
    await expect(
      trainForest({ sources: sourcesOf(sample), labels: sample.labels, options: squared, from: half }),
    ).rejects.toThrow(/binary loss/);
  });

  it('that keep rows aside do not look at their labels, and score them', async () => {
    const training = Uint8Array.from({ length: sample.rows }, (_, row) => (row % 3 === 0 ? 0 : 1));
    const run = async (labels: Uint8Array) =>
      trainForest({ sources: sourcesOf(sample), labels, training, options: small });
    const { forest, scores } = await run(sample.labels);
    const flipped = sample.labels.map((label, row) => (training[row] === 1 ? label : 1 - label));
    expect(await run(flipped)).toEqual(await run(sample.labels));
    expect(forest.trees[0]!.nodes[0]!.rows).toBe(training.filter((bit) => bit === 1).length);
    const sources = sourcesOf(sample);
    await trainForest({ sources, labels: sample.labels, training, options: small });
    const total = new Float64Array(sample.rows).fill(forest.baseScore);
    for (const tree of forest.trees) {
      route(tree, sample, recordsOf(sources)).forEach((leaf, row) => (total[row]! += tree.nodes[leaf]!.value));
    }
    expect(total).toEqual(scores);
  });

  it('sample rows and columns anew for each tree', async () => {
    const options = { ...small, rowSample: 0.5, columnSample: 0.5, trees: 6 };
    const { forest } = await trainForest({ sources: sourcesOf(sample), labels: sample.labels, options });
    const roots = forest.trees.map(({ nodes }) => nodes[0]!.rows);
    expect(new Set(roots).size).toBeGreaterThan(2);
    for (const rows of roots) expect(Math.abs(rows - 200)).toBeLessThan(50);
    const used = forest.trees.map(({ nodes }) => featuresOf(nodes));
    for (const features of used) expect(features.length).toBeLessThanOrEqual(4);
    expect(new Set(used.map(String)).size).toBeGreaterThan(1);
  });

  it('with one-side sampling count all rows and sum about as much', async () => {
    const options = { ...small, learningRate: 1, goss: { top: 0.2, other: 0.3 } };
    const { forest } = await trainForest({ sources: sourcesOf(sample), labels: sample.labels, options });
    const exact = await trainForest({
      sources: sourcesOf(sample),
      labels: sample.labels,
      options: { ...options, goss: undefined },
    });
    const [sampled, all] = [forest.trees[1]!.nodes[0]!, exact.forest.trees[1]!.nodes[0]!];
    expect(sampled.rows).toBe(400);
    expect(Math.abs(sampled.hessian / all.hessian - 1)).toBeLessThan(0.2);
    expect(sampled.hessian).not.toBe(all.hessian);
  });

  it('stop when validation loss no longer falls, at the best tree', async () => {
    const noisy = sampleOf(300, 11);
    const validation = Uint8Array.from({ length: 300 }, (_, row) => (row % 2 === 0 ? 1 : 0));
    const options = { ...small, trees: 200, learningRate: 0.5, depth: 5, minRowsPerLeaf: 1, earlyStopping: 5 };
    const { forest, scores, curve, stopped } = await trainForest({
      sources: sourcesOf(noisy),
      labels: noisy.labels,
      training: validation.map((bit) => 1 - bit),
      validation,
      options,
    });
    expect(stopped).toBe('early');
    const losses = curve.map(({ validation: loss }) => loss!);
    expect(forest.trees.length).toBe(losses.indexOf(Math.min(...losses)) + 1);
    expect(curve.length).toBe(forest.trees.length + 5);
    const logistic = (row: number): number =>
      Math.log1p(Math.exp(noisy.labels[row] === 1 ? -scores[row]! : scores[row]!));
    const mean = scores.reduce((sum, _, row) => sum + (validation[row] === 1 ? logistic(row) : 0), 0) / 150;
    expect(mean).toBeCloseTo(Math.min(...losses), 10);
    await expect(trainForest({ sources: sourcesOf(noisy), labels: noisy.labels, options })).rejects.toThrow(
      /validation/,
    );
  });

  it('end when nothing is left to gain', async () => {
    const constant = localSource({
      party: 'bank',
      features: [{ feature: 'x', bins: 2, ordered: true, missingBin: 1 }],
      codes: [new Uint16Array(50)],
      rows: 50,
    });
    const labels = Uint8Array.from({ length: 50 }, (_, row) => row % 2);
    expect(await trainForest({ sources: [constant], labels, options: small })).toMatchObject({
      stopped: 'no-split',
      forest: { trees: [], baseScore: 0 },
    });
  });

  it('can be cancelled between trees', async () => {
    const stop = new AbortController();
    const run = trainForest({
      sources: sourcesOf(sample),
      labels: sample.labels,
      options: small,
      signal: stop.signal,
      onTree: () => stop.abort(),
    });
    await expect(run).rejects.toThrow(/abort/);
  });
});

function featuresOf(nodes: readonly TreeNode[]): string[] {
  return [...new Set(nodes.flatMap((node) => (node.kind === 'split' ? [`${node.owner}.${node.feature}`] : [])))].sort();
}

describe('monotone constraints', () => {
  it('hold on every path, whatever the other columns hold', async () => {
    const rng = seededRng(5);
    for (const direction of [1, -1] as const) {
      const options: GbdtOptions = {
        ...small,
        depth: 5,
        trees: 8,
        minRowsPerLeaf: 1,
        monotone: { 'bank.f0': direction, 'tax.f0': -1 },
      };
      const sources = sourcesOf(sample);
      const { forest } = await trainForest({ sources, labels: sample.labels, options });
      const used = forest.trees.flatMap(({ nodes }) => featuresOf(nodes));
      expect(used).toContain('tax.0');
      if (direction === 1) expect(used).toContain('bank.0');
      const scoreAt = (codes: readonly number[][]): number =>
        forestScores(
          forest,
          new Map(sources.map(({ party, records }, s) => [party, sidesOf(records, codes[s]!)])),
          1,
        )[0]!;
      for (let point = 0; point < 200; point++) {
        const codes = sample.shards.map(({ features }) => features.map(({ bins }) => rng.below(bins)));
        for (const [s, up] of [
          [0, direction],
          [1, -1],
        ] as const) {
          let last = -Infinity * up;
          // The last bin holds missing values: they have no place in the order.
          for (let bin = 0; bin < 7; bin++) {
            const score = scoreAt(codes.map((own, i) => (i === s ? [bin, ...own.slice(1)] : own)));
            expect((score - last) * up).toBeGreaterThanOrEqual(-1e-12);
            last = score;
          }
        }
      }
    }
  });

  it('are for ordered features that are offered', async () => {
    const run = (name: string) =>
      trainForest({
        sources: sourcesOf(sample),
        labels: sample.labels,
        options: { ...small, monotone: { [name]: 1 } },
      });
    await expect(run('bank.f1')).rejects.toThrow(/no order/);
    await expect(run('bank.none')).rejects.toThrow(/no party offers/);
  });
});

describe('refuses', () => {
  const run = (extra: Partial<Parameters<typeof trainForest>[0]>) =>
    trainForest({ sources: sourcesOf(sample), labels: sample.labels, options: small, ...extra });

  it('labels of one kind, and other labels than 0 and 1', async () => {
    await expect(run({ labels: new Uint8Array(400) })).rejects.toMatchObject({ code: 'too-few-bads' });
    await expect(run({ labels: new Uint8Array(400).fill(2) })).rejects.toThrow(RangeError);
    await expect(run({ training: new Uint8Array(400) })).rejects.toMatchObject({ code: 'too-few-rows' });
  });

  it.each<[string, Partial<GbdtOptions>]>([
    ['trees', { trees: 0 }],
    ['depth', { depth: 13 }],
    ['leaves', { leaves: 1 }],
    ['rowSample', { rowSample: 0 }],
    ['goss.top', { goss: { top: 0.6, other: 0.5 } }],
    ['seed', { seed: -1 }],
    ['earlyStopping', { earlyStopping: 0 }],
  ])('%s out of range', async (name, extra) => {
    await expect(run({ options: { ...small, ...extra } })).rejects.toThrow(name);
  });

  it('vectors of other lengths, and a party twice', async () => {
    await expect(run({ weights: new Float64Array(3) })).rejects.toThrow(/3 weights for 400 rows/);
    const [bank] = sourcesOf(sample);
    await expect(run({ sources: [bank!, bank!] })).rejects.toThrow(/another party/);
  });
});

/** Small generated data for trainer tests, and a forest checked against the rows themselves. */
import { expect } from 'vitest';
import { seededRng } from '../data/rng.ts';
import { leafValue, type NodeTotals, type SplitRule } from './best-split.ts';
import { derivativesAt, quantise } from './derivatives.ts';
import type { Forest, Split, SplitRecord, Tree } from './forest.ts';
import type { HistogramSource, TreeFeature } from './histogram-source.ts';
import { localSource, type LocalSource, type LocalSourceOptions } from './local-source.ts';
import type { GbdtOptions } from './options.ts';
import { treeRng } from './random.ts';

export interface Shard {
  readonly party: string;
  readonly features: readonly TreeFeature[];
  readonly codes: readonly Uint16Array[];
}

export interface Sample {
  readonly rows: number;
  readonly labels: Uint8Array;
  readonly shards: readonly Shard[];
}

/** Two parties; the first feature of each moves the label; one column is a category, one constant, missing bins here and there. */
export function sampleOf(rows: number, seed: number, columns = 4, bins = 8): Sample {
  const rng = seededRng(seed);
  const shards = ['bank', 'tax'].map((party) => {
    const features = Array.from({ length: columns }, (_, i): TreeFeature => {
      const missingBin = i % 2 === 0 ? bins - 1 : -1;
      return {
        feature: `f${i}`,
        bins: i === columns - 1 ? 1 : bins,
        ordered: i !== 1,
        missingBin: i === columns - 1 ? 0 : missingBin,
      };
    });
    const codes = features.map((feature) => Uint16Array.from({ length: rows }, () => rng.below(feature.bins)));
    return { party, features, codes };
  });
  const labels = Uint8Array.from({ length: rows }, (_, row) => {
    const x = shards[0]!.codes[0]![row]! - shards[1]!.codes[0]![row]! + (shards[0]!.codes[1]![row]! % 3) * 2 - 2;
    return rng.next() < 1 / (1 + Math.exp(-x / 2)) ? 1 : 0;
  });
  return { rows, labels, shards };
}

export function sourcesOf(sample: Sample, extra: Partial<LocalSourceOptions> = {}): LocalSource[] {
  return sample.shards.map((shard) => localSource({ ...shard, rows: sample.rows, ...extra }));
}

/** A local source that says it is remote, and what it was asked. */
export function asRemote(source: LocalSource): { readonly source: HistogramSource; readonly calls: string[] } {
  const calls: string[] = [];
  return {
    calls,
    source: {
      party: source.party,
      features: source.features,
      remote: true,
      startTree: (...args) => (calls.push('start'), source.startTree(...args)),
      route: (...args) => (calls.push('route'), source.route(...args)),
      refine: (...args) => (calls.push('refine'), source.refine(...args)),
      routeAndRefine: (...args) => (calls.push('both'), source.routeAndRefine(...args)),
    },
  };
}

/** Leaf of every row, by the records alone. */
export function route(tree: Tree, sample: Sample, records: ReadonlyMap<string, readonly SplitRecord[]>): Uint16Array {
  return Uint16Array.from({ length: sample.rows }, (_, row) => {
    let id = 0;
    for (let node = tree.nodes[0]!; node.kind === 'split'; node = tree.nodes[id]!) {
      const { feature, goesLeft } = records.get(node.owner)![node.record]!;
      expect(feature).toBe(node.feature);
      const shard = sample.shards.find(({ party }) => party === (node as Split).owner)!;
      id = goesLeft[shard.codes[feature]![row]!] === 1 ? node.left : node.right;
    }
    return id;
  });
}

export function recordsOf(sources: readonly LocalSource[]): Map<string, readonly SplitRecord[]> {
  return new Map(sources.map((source) => [source.party, source.records]));
}

/**
 * Every node of a forest of unsampled, unconstrained trees: its rows, hessian and value are those of the rows that reach it,
 * and no other split of any column would have gained more. @returns scores of all rows.
 */
export function checkForest(
  forest: Forest,
  sample: Sample,
  records: ReadonlyMap<string, readonly SplitRecord[]>,
  options: GbdtOptions,
  weights?: Float64Array,
): Float64Array {
  const scores = new Float64Array(sample.rows).fill(forest.baseScore);
  forest.trees.forEach((tree, number) => {
    const exact = derivativesAt(options.objective, scores, { labels: sample.labels, weights }, undefined);
    const { pairs, gStep, hStep } = quantise(exact, options.gradientBits, treeRng(options.seed, number, 'rounding'));
    const { lambda, gamma, minChildWeight, minRowsPerLeaf } = options;
    const rule: SplitRule = { lambda, gamma, minChildWeight, minRowsPerLeaf, gStep, hStep };
    const totals = (rows: readonly number[]): NodeTotals => ({
      rows: rows.length,
      g: rows.reduce((sum, row) => sum + pairs.g[row]!, 0),
      h: rows.reduce((sum, row) => sum + pairs.h[row]!, 0),
      lower: -Infinity,
      upper: Infinity,
    });
    const visit = (id: number, rows: readonly number[]): void => {
      const node = tree.nodes[id]!;
      const own = totals(rows);
      expect(node.rows).toBe(own.rows);
      expect(node.hessian).toBe(own.h * hStep);
      expect(node.value).toBe(leafValue(own, rule) * options.learningRate);
      if (node.kind === 'leaf') {
        for (const row of rows) scores[row]! += node.value;
        return;
      }
      const shard = sample.shards.find(({ party }) => party === node.owner)!;
      const { feature, goesLeft } = records.get(node.owner)![node.record]!;
      const left = rows.filter((row) => goesLeft[shard.codes[feature]![row]!] === 1);
      const right = rows.filter((row) => goesLeft[shard.codes[feature]![row]!] === 0);
      expect(node.gain).toBeCloseTo(gainOf(totals(left), totals(right), rule), 8);
      expect(node.gain).toBeGreaterThan(bestOrderedGain(rows, sample, totals, rule) - 1e-9);
      visit(node.left, left);
      visit(node.right, right);
    };
    visit(
      0,
      Array.from({ length: sample.rows }, (_, row) => row),
    );
  });
  return scores;
}

function gainOf(left: NodeTotals, right: NodeTotals, { gStep, hStep, lambda }: SplitRule): number {
  const score = (g: number, h: number): number => (h + lambda > 0 ? g ** 2 / (h + lambda) : 0);
  const part = ({ g, h }: NodeTotals): number => score(g * gStep, h * hStep);
  return part(left) + part(right) - score((left.g + right.g) * gStep, (left.h + right.h) * hStep);
}

/** The best of all thresholds of ordered columns, missing values either way; -Infinity when none is allowed. */
function bestOrderedGain(
  rows: readonly number[],
  sample: Sample,
  totals: (rows: readonly number[]) => NodeTotals,
  rule: SplitRule,
): number {
  let best = -Infinity;
  for (const { features, codes } of sample.shards) {
    features.forEach(({ bins, ordered, missingBin }, i) => {
      if (!ordered) return;
      for (let cut = 0; cut < bins; cut++) {
        for (const missingLeft of [true, false]) {
          const isLeft = (row: number): boolean => {
            const code = codes[i]![row]!;
            return code === missingBin ? missingLeft : code <= cut;
          };
          const [left, right] = [totals(rows.filter(isLeft)), totals(rows.filter((row) => !isLeft(row)))];
          if (Math.min(left.rows, right.rows) < rule.minRowsPerLeaf) continue;
          if (Math.min(left.h, right.h) * rule.hStep < rule.minChildWeight) continue;
          best = Math.max(best, gainOf(left, right, rule));
        }
      }
    });
  }
  return best;
}

/** Random forests over random columns of two parties, for tests: of every kind of bin, split and tree that export must carry. */
import { seededRng, type SeededRng } from '../data/rng.ts';
import { encodeColumn, type BinSpec } from '../binning/spec.ts';
import type { Column } from '../data/frame.ts';
import type { ExportedOwner } from './export-columns.ts';
import type { Forest, SplitRecord, Tree, TreeNode } from './forest.ts';

export interface SmallForest {
  readonly forest: Forest;
  readonly owners: ReadonlyMap<string, { features: ExportedOwner['features']; records: SplitRecord[] }>;
}

const OWNERS = ['bank', 'tax'] as const;
/** LightGBM reads anything up to 1e-35 as 0 (`kZeroThreshold`). */
const NEAR_ZERO = 1e-34;
const LEVELS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** @param shape `trees` of at most `depth` levels over `features` columns a party. */
export function randomForest(
  seed: number,
  shape: { readonly trees: number; readonly depth: number; readonly features: number },
  objective: Forest['objective'] = 'binary',
): SmallForest {
  const rng = seededRng(seed);
  const owners = new Map(
    OWNERS.map((party) => [
      party as string,
      {
        features: Array.from({ length: shape.features }, (_, i) => ({
          name: i === 0 ? `first column: ${party}` : `x${i}`,
          bins: randomBins(rng),
        })),
        records: [] as SplitRecord[],
      },
    ]),
  );
  const trees = Array.from({ length: shape.trees }, () => randomTree(rng, owners, shape.depth));
  return { forest: { objective, baseScore: rng.next() * 4 - 2, trees }, owners };
}

function randomBins(rng: SeededRng): BinSpec[] {
  return rng.below(2) === 0 ? randomIntervals(rng) : randomLevels(rng);
}

function randomIntervals(rng: SeededRng): BinSpec[] {
  // Edges at any scale, zero among them: next to each the exports must not flip.
  const edges = [...new Set(Array.from({ length: 1 + rng.below(9) }, () => randomEdge(rng)))].sort((a, b) => a - b);
  const bins: BinSpec[] = Array.from({ length: edges.length + 1 }, (_, i) => ({
    kind: 'interval',
    ...(i === 0 ? {} : { from: edges[i - 1]! }),
    ...(i === edges.length ? {} : { to: edges[i]! }),
    missing: false,
  }));
  return withMissing(rng, bins);
}

function randomEdge(rng: SeededRng): number {
  const sign = rng.below(2) === 0 ? 1 : -1;
  return rng.below(6) === 0 ? 0 : sign * (0.1 + rng.next()) * 10 ** (rng.below(16) - 6);
}

/** Sometimes more bins than a word of LightGBM's bitsets has bits. */
function randomLevels(rng: SeededRng): BinSpec[] {
  const count = 1 + rng.below(rng.below(4) === 0 ? 45 : 5);
  const bins: BinSpec[] = Array.from({ length: count }, (_, i) => ({
    kind: 'levels',
    levels: [LEVELS[i]!],
    other: i === count - 1,
    missing: false,
  }));
  return withMissing(rng, bins);
}

function withMissing(rng: SeededRng, bins: BinSpec[]): BinSpec[] {
  if (rng.below(2) === 0) return [...bins, { kind: 'missing' }];
  const with_ = rng.below(bins.length);
  return bins.map((spec, i) => (i === with_ && spec.kind !== 'missing' ? { ...spec, missing: true } : spec));
}

function randomTree(rng: SeededRng, owners: SmallForest['owners'], depth: number): Tree {
  const nodes: TreeNode[] = [];
  grow(rng, owners, nodes, depth, 1000);
  return { nodes };
}

/** Parents before children; @returns the node's index. */
function grow(rng: SeededRng, owners: SmallForest['owners'], nodes: TreeNode[], depth: number, rows: number): number {
  const at = nodes.length;
  const common = { rows, hessian: rows / 5, value: rng.next() - 0.5 };
  const owner = OWNERS[rng.below(OWNERS.length)]!;
  const { features, records } = owners.get(owner)!;
  const feature = rng.below(features.length);
  const { bins } = features[feature]!;
  if (depth === 0 || bins.length === 1 || rows < 2 || rng.below(8) === 0) {
    nodes.push({ kind: 'leaf', ...common });
    return at;
  }
  nodes.push({ kind: 'leaf', ...common }); // its place; the split replaces it once its children have theirs
  const record = records.push({ feature, goesLeft: randomSides(rng, bins) }) - 1;
  const leftRows = rng.below(rows + 1);
  const left = grow(rng, owners, nodes, depth - 1, leftRows);
  const right = grow(rng, owners, nodes, depth - 1, rows - leftRows);
  nodes[at] = { kind: 'split', owner, feature, record, gain: rng.next() * 10, left, right, ...common };
  return at;
}

function randomSides(rng: SeededRng, bins: readonly BinSpec[]): Uint8Array {
  const cut = rng.below(bins.length + 1);
  return Uint8Array.from(bins, (spec, bin) => (spec.kind === 'interval' ? Number(bin < cut) : rng.below(2)));
}

/** Values that lie on, just below and just above the edges, missing ones, and levels that no bin names. */
export function randomColumns(
  seed: number,
  owners: SmallForest['owners'],
  rows: number,
): ReadonlyMap<string, Column[]> {
  const rng = seededRng(seed);
  return new Map(
    [...owners].map(([party, { features }]) => [
      party,
      features.map(({ name, bins }) => {
        if (!bins.some((spec) => spec.kind === 'levels'))
          return { kind: 'number', name, values: Float64Array.from({ length: rows }, () => randomValue(rng, bins)) };
        const levels = [...LEVELS, 'never seen'];
        const codes = Int32Array.from({ length: rows }, () => rng.below(levels.length + 1) - 1);
        return { kind: 'category', name, levels, codes };
      }),
    ]),
  );
}

function randomValue(rng: SeededRng, bins: readonly BinSpec[]): number {
  const edges = bins.flatMap((spec) => (spec.kind === 'interval' && spec.from !== undefined ? [spec.from] : []));
  const edge = edges[rng.below(edges.length)] ?? 0;
  switch (rng.below(5)) {
    case 0:
      return NaN;
    case 1:
      return edge;
    case 2:
      return edge === 0 ? -NEAR_ZERO : edge - Math.abs(edge) * Number.EPSILON;
    case 3:
      return edge === 0 ? NEAR_ZERO : edge + Math.abs(edge) * Number.EPSILON;
    default:
      return randomEdge(rng);
  }
}

/** Raw scores straight from bins and records. @returns [rows] */
export function plainScores(
  { forest, owners }: SmallForest,
  columns: ReadonlyMap<string, readonly Column[]>,
  rows: number,
): Float64Array {
  const sides = new Map(
    [...owners].map(([party, { features, records }]) => {
      const codes = features.map(({ bins }, i) => encodeColumn(columns.get(party)![i]!, bins));
      return [party, records.map(({ feature, goesLeft }) => codes[feature]!.map((code) => goesLeft[code]!))];
    }),
  );
  return Float64Array.from({ length: rows }, (_, row) =>
    forest.trees.reduce((score, { nodes }) => {
      let node = nodes[0]!;
      while (node.kind === 'split')
        node = nodes[sides.get(node.owner)![node.record]![row] === 1 ? node.left : node.right]!;
      return score + node.value;
    }, forest.baseScore),
  );
}

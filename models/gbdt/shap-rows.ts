/**
 * What each column adds to a row's raw score, for many rows: path-dependent Shapley values (Lundberg, Erion and Lee, "Consistent
 * individualized feature attribution for tree ensembles", arXiv:1802.03888, algorithm 2). What a leaf adds to a column's value depends on the row only by which of the columns on
 * the leaf's path send it towards the leaf: so it is worked out once for every such pattern that a row shows, and looked up
 * from then on (Yang, "Fast TreeSHAP: accelerating SHAP value computation for trees", arXiv:2109.09847, version 2).
 */
import type { Forest, Tree } from './forest.ts';

/** Whether the row goes left at a split of the forest. */
export type GoesLeft = (owner: string, record: number) => boolean;

/** Bytes of what is kept looked up; beyond it patterns are worked out again. */
const MOST_KEPT = 64 * 2 ** 20;
/** Of a pattern beside its numbers: its place in the map, the array and its buffer. */
const ENTRY_BYTES = 150;

interface PathLeaf {
  readonly value: number;
  /** [columns on the path] index into `columns`. */
  readonly players: readonly number[];
  /** [columns on the path] share of rows that go towards the leaf where the column does not say. */
  readonly zeros: readonly number[];
  /** [splits on the path x 3] place of the split, 1 if left leads to the leaf, place of its column in `players`. */
  readonly steps: Int32Array;
  /** By pattern: bit i is set when column i sends the row towards the leaf. */
  readonly known: Map<number, Float64Array>;
}

interface PathTree {
  /** Splits in the order of their places. */
  readonly splits: readonly { readonly owner: string; readonly record: number }[];
  readonly leaves: readonly PathLeaf[];
}

export class ForestExplainer {
  /** Mean raw score over the trees' training rows: what the values are added to. */
  readonly expected: number;
  /** Every column that the forest splits on. */
  readonly columns: readonly { readonly owner: string; readonly feature: number }[];
  readonly #trees: readonly PathTree[];
  /** Bytes. */
  #kept = 0;

  constructor(forest: Forest) {
    const columns = new Map<string, { readonly owner: string; readonly feature: number; readonly index: number }>();
    const columnOf = (owner: string, feature: number): number => {
      const key = JSON.stringify([owner, feature]);
      const known = columns.get(key) ?? { owner, feature, index: columns.size };
      columns.set(key, known);
      return known.index;
    };
    this.#trees = forest.trees.map((tree) => pathsOf(tree, columnOf));
    this.columns = [...columns.values()].map(({ owner, feature }) => ({ owner, feature }));
    this.expected = forest.trees.reduce((sum, tree) => sum + meanOf(tree), forest.baseScore);
  }

  /** @returns [columns] what each adds to the row's raw score. */
  explain(goesLeft: GoesLeft): Float64Array {
    const values = new Float64Array(this.columns.length);
    for (const { splits, leaves } of this.#trees) {
      const left = Uint8Array.from(splits, ({ owner, record }) => Number(goesLeft(owner, record)));
      for (const leaf of leaves) {
        const { steps, players } = leaf;
        let pattern = (1 << players.length) - 1;
        for (let i = 0; i < steps.length; i += 3)
          if (left[steps[i]!] !== steps[i + 1]) pattern &= ~(1 << steps[i + 2]!);
        const parts = leaf.known.get(pattern) ?? this.#workOut(leaf, pattern);
        for (let i = 0; i < parts.length; i++) values[players[i]!]! += parts[i]!;
      }
    }
    return values;
  }

  #workOut(leaf: PathLeaf, pattern: number): Float64Array {
    const parts = shapleyOf(leaf, pattern);
    const bytes = ENTRY_BYTES + parts.byteLength;
    if (this.#kept + bytes <= MOST_KEPT) {
      leaf.known.set(pattern, parts);
      this.#kept += bytes;
    }
    return parts;
  }
}

function pathsOf(tree: Tree, columnOf: (owner: string, feature: number) => number): PathTree {
  const splits: { owner: string; record: number }[] = [];
  const leaves: PathLeaf[] = [];
  type Path = Omit<PathLeaf, 'value' | 'known' | 'steps'> & { readonly steps: readonly number[] };
  const walk = (at: number, path: Path): void => {
    const node = tree.nodes[at]!;
    if (node.kind === 'leaf') {
      leaves.push({ ...path, value: node.value, steps: Int32Array.from(path.steps), known: new Map() });
      return;
    }
    const place = splits.push({ owner: node.owner, record: node.record }) - 1;
    const column = columnOf(node.owner, node.feature);
    const found = path.players.indexOf(column);
    const slot = found < 0 ? path.players.length : found;
    const share = shareOfLeft(tree, at);
    for (const [child, part, left] of [
      [node.left, share, 1],
      [node.right, 1 - share, 0],
    ] as const) {
      walk(child, {
        players: found < 0 ? [...path.players, column] : path.players,
        zeros: found < 0 ? [...path.zeros, part] : path.zeros.with(slot, path.zeros[slot]! * part),
        steps: [...path.steps, place, left, slot],
      });
    }
  };
  walk(0, { players: [], zeros: [], steps: [] });
  return { splits, leaves };
}

/**
 * Shapley values of the game of one leaf: a coalition is worth the leaf's value times, for each column of the path, 1 or 0 as
 * it sends the row if it is in the coalition, and its share of the training rows if it is not.
 */
function shapleyOf({ value, zeros }: PathLeaf, pattern: number): Float64Array {
  const n = zeros.length;
  const parts = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    // [size] sums over the coalitions of that size of the others.
    const sums = new Float64Array(n);
    sums[0] = 1;
    let others = 0;
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      const one = (pattern >> j) & 1;
      others++;
      for (let size = others; size > 0; size--) sums[size] = sums[size]! * zeros[j]! + sums[size - 1]! * one;
      sums[0]! *= zeros[j]!;
    }
    // 1 / (n (n - 1 over size)), from size to size.
    let weight = 1 / n;
    let total = 0;
    for (let size = 0; size < n; size++) {
      total += weight * sums[size]!;
      weight *= (size + 1) / (n - 1 - size);
    }
    parts[i] = total * (((pattern >> i) & 1) - zeros[i]!) * value;
  }
  return parts;
}

/** A node that saw no training rows halves. */
function shareOfLeft({ nodes }: Tree, at: number): number {
  const node = nodes[at]!;
  if (node.kind === 'leaf') return 0;
  const [left, right] = [nodes[node.left]!.rows, nodes[node.right]!.rows];
  return left + right === 0 ? 0.5 : left / (left + right);
}

function meanOf(tree: Tree, at = 0): number {
  const node = tree.nodes[at]!;
  if (node.kind === 'leaf') return node.value;
  const share = shareOfLeft(tree, at);
  return share * meanOf(tree, node.left) + (1 - share) * meanOf(tree, node.right);
}

/**
 * What each column adds to one row's raw score, row by row: what shap-rows.ts, which does many rows at once, is held against.
 * Path-dependent Shapley values (Lundberg, Erion and Lee, "Consistent
 * individualized feature attribution for tree ensembles", arXiv:1802.03888, algorithm 2). The game is the tree's own: a column
 * that is not in the coalition sends the row both ways, weighted by training rows.
 *
 * Needs the label party's forest and, of every split, on which side the row falls; never a value, threshold or bin. The
 * players are columns; an owner's share is the sum over its columns, which is not the Shapley value of a game between owners.
 */
import type { Forest, Split, Tree } from './forest.ts';
import type { GoesLeft } from './shap-rows.ts';

export interface Contribution {
  readonly owner: string;
  /** Index into the owner's features. */
  readonly feature: number;
  /** Added to the raw score; negative values lower it. */
  readonly value: number;
}

export interface Explanation {
  /** Mean raw score over the trees' training rows: what the contributions start from. */
  readonly expected: number;
  /** Of every column that the forest splits on, by owner and feature in the order they are met. Sum: score - `expected`. */
  readonly contributions: readonly Contribution[];
}

export function explainRow(forest: Forest, goesLeft: GoesLeft): Explanation {
  const players = new Players();
  let expected = forest.baseScore;
  for (const tree of forest.trees) {
    expected += meanOf(tree, 0);
    descend({ tree, goesLeft, players }, 0, [], 1, 1, undefined);
  }
  return { expected, contributions: players.contributions() };
}

/** Sums by owner: what `shareContributions: party` may show. */
export function byOwner(contributions: readonly Contribution[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { owner, value } of contributions) sums.set(owner, (sums.get(owner) ?? 0) + value);
  return sums;
}

class Players {
  readonly #values: { owner: string; feature: number; value: number }[] = [];
  readonly #ids = new Map<string, number>();

  idOf({ owner, feature }: Split): number {
    const key = JSON.stringify([owner, feature]);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.#values.push({ owner, feature, value: 0 });
    this.#ids.set(key, this.#values.length - 1);
    return this.#values.length - 1;
  }

  add(player: number, value: number): void {
    this.#values[player]!.value += value;
  }

  contributions(): readonly Contribution[] {
    return this.#values;
  }
}

function meanOf(tree: Tree, at: number): number {
  const node = tree.nodes[at]!;
  if (node.kind === 'leaf') return node.value;
  const [left, right] = shares(tree, node);
  return (left === 0 ? 0 : left * meanOf(tree, node.left)) + (right === 0 ? 0 : right * meanOf(tree, node.right));
}

/** Shares of a node's training rows in its children; a node that saw none halves. */
function shares(tree: Tree, { left, right }: Split): readonly [number, number] {
  const [a, b] = [tree.nodes[left]!.rows, tree.nodes[right]!.rows];
  return a + b === 0 ? [0.5, 0.5] : [a / (a + b), b / (a + b)];
}

/** One column on the way down: the paper's d, z, o and w. */
interface Step {
  /** Absent: the root, which no column decided. */
  readonly player: number | undefined;
  /** Share of rows that go this way when the column is not in the coalition. */
  readonly zero: number;
  /** 1 where the row itself goes this way. */
  readonly one: number;
  /** Weight of the coalitions of this size. */
  weight: number;
}

interface Walk {
  readonly tree: Tree;
  readonly goesLeft: GoesLeft;
  readonly players: Players;
}

function descend(
  walk: Walk,
  at: number,
  parentPath: readonly Step[],
  zero: number,
  one: number,
  player: number | undefined,
): void {
  const path = extend(parentPath, zero, one, player);
  const node = walk.tree.nodes[at]!;
  if (node.kind === 'leaf') {
    for (let i = 1; i < path.length; i++) {
      const { one: o, zero: z, player: p } = path[i]!;
      walk.players.add(p!, unwoundSum(path, i) * (o - z) * node.value);
    }
    return;
  }
  const own = walk.players.idOf(node);
  const before = path.findIndex((step) => step.player === own);
  const [zeroSoFar, oneSoFar] = before < 0 ? [1, 1] : [path[before]!.zero, path[before]!.one];
  const rest = before < 0 ? path : unwind(path, before);
  const left = walk.goesLeft(node.owner, node.record);
  const [leftShare, rightShare] = shares(walk.tree, node);
  for (const [child, share, taken] of [
    [node.left, leftShare, left],
    [node.right, rightShare, !left],
  ] as const) {
    const childOne = taken ? oneSoFar : 0;
    // Neither the row nor any training row gets there: it weighs nothing, and would be divided by.
    if (childOne === 0 && zeroSoFar * share === 0) continue;
    descend(walk, child, rest, zeroSoFar * share, childOne, own);
  }
}

/** EXTEND: one more column on the path. */
function extend(path: readonly Step[], zero: number, one: number, player: number | undefined): Step[] {
  const depth = path.length;
  const longer = [...path.map((step) => ({ ...step })), { player, zero, one, weight: depth === 0 ? 1 : 0 }];
  for (let i = depth - 1; i >= 0; i--) {
    longer[i + 1]!.weight += (one * longer[i]!.weight * (i + 1)) / (depth + 1);
    longer[i]!.weight *= (zero * (depth - i)) / (depth + 1);
  }
  return longer;
}

/** UNWIND: takes column `i` off the path again. */
function unwind(path: readonly Step[], i: number): Step[] {
  const last = path.length - 1;
  const { one, zero } = path[i]!;
  const weights = path.map(({ weight }) => weight);
  let next = weights[last]!;
  for (let j = last - 1; j >= 0; j--) {
    if (one !== 0) {
      const kept = weights[j]!;
      weights[j] = (next * (last + 1)) / ((j + 1) * one);
      next = kept - (weights[j]! * zero * (last - j)) / (last + 1);
    } else weights[j] = (weights[j]! * (last + 1)) / (zero * (last - j));
  }
  return path.filter((_, j) => j !== i).map((step, j) => ({ ...step, weight: weights[j]! }));
}

/** Sum of the weights of UNWIND(path, i). */
function unwoundSum(path: readonly Step[], i: number): number {
  return unwind(path, i).reduce((sum, { weight }) => sum + weight, 0);
}

/** One tree: level by level, or the leaf of most gain first. */
import type { RowNodes } from './row-nodes.ts';
import { ModelError } from '../errors.ts';
import {
  bestSplit,
  leafValue,
  type NodeColumn,
  type NodeTotals,
  type SplitChoice,
  type SplitRule,
} from './best-split.ts';
import type { Split, Tree, TreeNode } from './forest.ts';
import type { FeatureSums, GradientPairs, OwnedSplit } from './histogram-source.ts';
import { columnsOf, subtract, type TreeSource } from './node-columns.ts';
import type { GbdtOptions } from './options.ts';
import { takeStep } from './take-step.ts';

export interface GrowTask {
  readonly sources: readonly TreeSource[];
  readonly pairs: GradientPairs;
  /** [rows] 1: the row counts in this tree; absent: all. */
  readonly active: Uint8Array | undefined;
  readonly root: NodeTotals;
  readonly rule: SplitRule;
  readonly options: GbdtOptions;
  /** Reused from tree to tree. */
  readonly nodeOf: RowNodes;
  /** Next record number of each party; moved on. */
  readonly records: Record<string, number>;
}

export interface GrownTree {
  readonly tree: Tree;
  /** [rows] the leaf of every row, active or not; good until the next tree. */
  readonly leafOf: Uint16Array;
}

interface OpenNode {
  readonly id: number;
  readonly depth: number;
  readonly totals: NodeTotals;
  readonly columns: readonly NodeColumn[];
  readonly choice: SplitChoice;
}

/** @throws ModelError `rows-do-not-fit` when a source routes other rows than it counted; what sources throw. */
export async function growTree(task: GrowTask): Promise<GrownTree> {
  const { sources, options, rule } = task;
  task.nodeOf.start(task.active);
  const nodes: TreeNode[] = [leaf(task.root, task)];
  const grown = (): GrownTree => ({ tree: { nodes }, leafOf: task.nodeOf.nodes() });
  if (!canSplit(task.root, rule)) return grown();
  const rootSums = await startAll(task);
  let open = openNodes(task, [{ id: 0, depth: 0, totals: task.root, columns: columnsOf(sources, rootSums, 0, 1) }]);
  let leaves = 1;
  for (;;) {
    const chosen = options.leaves === 0 ? open : mostGain(open);
    if (chosen.length === 0) return grown();
    leaves += chosen.length;
    const mayGrow = options.leaves === 0 || leaves < options.leaves;
    const children = split(task, nodes, chosen, mayGrow);
    const waiting = options.leaves === 0 ? [] : open.filter((node) => !chosen.includes(node));
    const opened = await measure(task, children);
    open = mayGrow ? [...waiting, ...openNodes(task, opened)] : [];
  }
}

interface SplitNode {
  readonly parent: OpenNode;
  readonly left: Child;
  readonly right: Child;
}

interface Child {
  readonly id: number;
  readonly depth: number;
  readonly totals: NodeTotals;
  /** Whether it may be split further. */
  readonly grows: boolean;
}

type MeasuredNode = Omit<OpenNode, 'choice'>;

/** Turns the chosen leaves into splits, their children new leaves. */
function split(task: GrowTask, nodes: TreeNode[], chosen: readonly OpenNode[], mayGrow: boolean): SplitNode[] {
  return chosen.map((parent) => {
    const { choice, depth } = parent;
    const child = (totals: NodeTotals): Child => {
      const grows = mayGrow && depth + 1 < task.options.depth && canSplit(totals, task.rule);
      return { id: nodes.push(leaf(totals, task)) - 1, depth: depth + 1, totals, grows };
    };
    const [left, right] = [child(choice.left), child(choice.right)];
    const owner = task.sources[choice.source]!.source.party;
    const record = task.records[owner] ?? 0;
    task.records[owner] = record + 1;
    const { value, rows, hessian } = nodes[parent.id]!;
    nodes[parent.id] = {
      kind: 'split',
      owner,
      record,
      feature: choice.index,
      gain: choice.gain,
      left: left.id,
      right: right.id,
      rows,
      hessian,
      value,
    } satisfies Split;
    return { parent, left, right };
  });
}

/** Carries the splits out and gets the sums of those children that may be split further. */
async function measure(task: GrowTask, splits: readonly SplitNode[]): Promise<MeasuredNode[]> {
  const own = task.sources.map((_, s) =>
    splits
      .filter(({ parent }) => parent.choice.source === s)
      .map(({ parent, left, right }): OwnedSplit => {
        const { index, goesLeft } = parent.choice;
        return { node: parent.id, left: left.id, right: right.id, feature: index, goesLeft };
      }),
  );
  const followed = splits.filter(({ left, right }) => left.grows || right.grows);
  const measured = followed.map(smaller);
  const step = {
    splits: splits.map(({ parent, left, right }) => ({ node: parent.id, left: left.id, right: right.id })),
    measure: measured.map(({ id }) => id),
  };
  const sources = task.sources.map(({ source }) => source);
  const { right, sums } = await takeStep(sources, own, step, task.nodeOf.rows);
  moveRows(task, splits, right);
  return followed.flatMap((node, i): MeasuredNode[] => {
    const small = measured[i]!;
    const large = small === node.left ? node.right : node.left;
    const columns = columnsOf(task.sources, sums, i, measured.length);
    const others = subtract(node.parent.columns, columns);
    const both = [
      { ...small, columns },
      { ...large, columns: others },
    ].filter(({ grows }) => grows);
    return both.sort((a, b) => a.id - b.id);
  });
}

/** The child whose sums are asked for; both ends of a protocol can tell which. */
function smaller({ left, right }: SplitNode): Child {
  return left.totals.rows <= right.totals.rows ? left : right;
}

/** Every row on to its child; the rows that count must be as many as the histograms said. */
function moveRows(task: GrowTask, splits: readonly SplitNode[], right: Uint8Array): void {
  const most = splits.reduce((id, node) => Math.max(id, node.right.id), 0) + 1;
  const next = new Uint16Array(most * 2);
  for (let node = 0; node < most; node++) next[node * 2] = next[node * 2 + 1] = node;
  for (const node of splits) {
    next[node.parent.id * 2] = node.left.id;
    next[node.parent.id * 2 + 1] = node.right.id;
  }
  const rows = task.nodeOf.advance(next, right);
  for (const { parent, left, right: other } of splits) {
    if (rows[left.id] === left.totals.rows && rows[other.id] === other.totals.rows) continue;
    const { party } = task.sources[parent.choice.source]!.source;
    throw new ModelError('rows-do-not-fit', `${party} routed other rows of a node than it had counted`, {
      params: { party, counted: left.totals.rows, routed: rows[left.id]! },
    });
  }
}

/** Sums of the root. Remote sources are asked first: they work while this process sums its own columns. */
async function startAll({ sources, pairs, active }: GrowTask): Promise<(readonly FeatureSums[])[]> {
  const order = [...sources.keys()].sort(
    (a, b) => Number(sources[b]!.source.remote) - Number(sources[a]!.source.remote),
  );
  const asked = order.map((s) => sources[s]!.source.startTree(pairs, sources[s]!.wanted, active));
  const answers = await Promise.all(asked);
  const sums = new Array<readonly FeatureSums[]>(sources.length).fill([]);
  order.forEach((s, i) => (sums[s] = answers[i]!));
  return sums;
}

function openNodes(task: GrowTask, nodes: readonly MeasuredNode[]): OpenNode[] {
  return nodes.flatMap((node) => {
    const choice = bestSplit(node.columns, node.totals, task.rule);
    return choice === undefined ? [] : [{ ...node, choice }];
  });
}

/** The open node of most gain; the first of equals. */
function mostGain(open: readonly OpenNode[]): readonly OpenNode[] {
  const best = open.reduce<OpenNode | undefined>(
    (most, node) => (most === undefined || node.choice.gain > most.choice.gain ? node : most),
    undefined,
  );
  return best === undefined ? [] : [best];
}

function canSplit({ rows, h }: NodeTotals, rule: SplitRule): boolean {
  return rows >= Math.max(2, 2 * rule.minRowsPerLeaf) && h * rule.hStep >= 2 * rule.minChildWeight;
}

function leaf(totals: NodeTotals, { rule, options }: GrowTask): TreeNode {
  const value = leafValue(totals, rule) * options.learningRate;
  return { kind: 'leaf', value, rows: totals.rows, hessian: totals.h * rule.hStep };
}

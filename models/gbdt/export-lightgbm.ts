/**
 * A forest as a LightGBM text model, version 4 (src/io/gbdt_model_text.cpp and src/io/tree.cpp of LightGBM 4.x).
 *
 * Our bins are [from, to) and LightGBM goes left at x <= threshold, so a threshold is the largest double below `to`: no double
 * falls on the other side. (LightGBM reads numbers of up to 1e-35 as 0, so an edge at 0 is blind to smaller ones.) There is no
 * base score in its text; as in its own `AddBias` the first tree carries it. Splits on a category are LightGBM's bitsets of bin
 * codes (`describeColumns`); a value that is in no bitset, NaN included, goes right there, so where missing values go left the
 * children change places.
 */
import { assembleForest, type ExportedColumn, type ExportedForest, type ExportedOwner } from './export-columns.ts';
import type { Forest, Leaf, Split, Tree } from './forest.ts';

/** Bits of LightGBM's decision_type: category, default left, and NaN as what is missing. */
const CATEGORY = 1;
const DEFAULT_LEFT = 2;
const MISSING_IS_NAN = 8;

/** @throws RangeError as `assembleForest` does. */
export function exportLightgbm(forest: Forest, owners: ReadonlyMap<string, ExportedOwner>): string {
  const assembled = assembleForest(forest, owners);
  const trees = withBase(forest).map((tree, i) => `Tree=${i}\n${treeText(tree, assembled)}\n\n`);
  const header = [
    'tree',
    'version=v4',
    'num_class=1',
    'num_tree_per_iteration=1',
    'label_index=0',
    `max_feature_idx=${assembled.columns.length - 1}`,
    `objective=${forest.objective === 'binary' ? 'binary sigmoid:1' : 'regression'}`,
    `feature_names=${assembled.columns.map(({ name }) => name).join(' ')}`,
    `feature_infos=${assembled.columns.map(infoOf).join(' ')}`,
    `tree_sizes=${trees.map((text) => Buffer.byteLength(text)).join(' ')}`,
  ].join('\n');
  return `${header}\n\n${trees.join('')}end of trees\n\npandas_categorical:null\n`;
}

/** The base score goes into every value of the first tree; a forest without trees becomes a tree without splits. */
function withBase({ trees, baseScore }: Forest): Tree[] {
  const [first, ...rest] = trees;
  if (first === undefined) return [{ nodes: [{ kind: 'leaf', value: baseScore, rows: 0, hessian: 0 }] }];
  return [{ nodes: first.nodes.map((node) => ({ ...node, value: node.value + baseScore })) }, ...rest];
}

/** LightGBM names the codes of a category, and the range of a number: here of its edges, which is all that is known. */
function infoOf({ kind, bins }: ExportedColumn): string {
  if (kind === 'category') return bins.map((_, code) => code).join(':');
  const edges = bins.flatMap((spec) => (spec.kind === 'interval' && spec.from !== undefined ? [spec.from] : []));
  return edges.length === 0 ? 'none' : `[${edges[0]!}:${edges.at(-1)!}]`;
}

interface Lists {
  readonly feature: number[];
  readonly threshold: string[];
  readonly decision: number[];
  readonly left: number[];
  readonly right: number[];
  readonly boundaries: number[];
  readonly bits: number[];
}

function treeText({ nodes }: Tree, assembled: ExportedForest): string {
  const splits: Split[] = [];
  const leaves: Leaf[] = [];
  // LightGBM counts splits from 0 and leaves from ~0; a parent must come before its children, as here.
  const place = nodes.map((node) => (node.kind === 'split' ? splits.push(node) - 1 : ~(leaves.push(node) - 1)));
  const lists: Lists = { feature: [], threshold: [], decision: [], left: [], right: [], boundaries: [0], bits: [] };
  for (const split of splits) addTest(lists, split, place, assembled);
  const categories = lists.boundaries.length - 1;
  const lines: (readonly [string, readonly (string | number)[]])[] = [
    ['split_feature', lists.feature],
    ['split_gain', splits.map(({ gain }) => gain)],
    ['threshold', lists.threshold],
    ['decision_type', lists.decision],
    ['left_child', lists.left],
    ['right_child', lists.right],
    ['leaf_value', leaves.map(({ value }) => value)],
    ['leaf_weight', leaves.map(({ hessian }) => hessian)],
    ['leaf_count', leaves.map(({ rows }) => rows)],
    ['internal_value', splits.map(({ value }) => value)],
    ['internal_weight', splits.map(({ hessian }) => hessian)],
    ['internal_count', splits.map(({ rows }) => rows)],
  ];
  if (categories > 0) lines.push(['cat_boundaries', lists.boundaries], ['cat_threshold', lists.bits]);
  return [
    `num_leaves=${leaves.length}`,
    `num_cat=${categories}`,
    ...lines.map(([name, values]) => `${name}=${values.join(' ')}`),
    'is_linear=0',
    'shrinkage=1',
  ].join('\n');
}

function addTest(lists: Lists, split: Split, place: readonly number[], { testOf }: ExportedForest): void {
  const test = testOf(split);
  let { left, right } = split;
  lists.feature.push(test.column);
  switch (test.kind) {
    case 'below':
      lists.threshold.push(String(largestBelow(test.threshold)));
      lists.decision.push(MISSING_IS_NAN | (test.missingLeft ? DEFAULT_LEFT : 0));
      break;
    case 'member':
      lists.threshold.push(String(lists.boundaries.length - 1));
      lists.decision.push(CATEGORY | MISSING_IS_NAN);
      lists.bits.push(...bitset(test.codes));
      lists.boundaries.push(lists.bits.length);
      if (!test.membersLeft) [left, right] = [right, left];
      break;
  }
  lists.left.push(place[left]!);
  lists.right.push(place[right]!);
}

/** Words of 32 bits, least significant first; at least one, as LightGBM writes them. */
function bitset(codes: readonly number[]): Uint32Array {
  const words = new Uint32Array(Math.floor((codes.at(-1) ?? 0) / 32) + 1);
  for (const code of codes) words[code >>> 5]! |= 1 << (code & 31);
  return words;
}

/** The largest finite double below x; where nothing, or everything, is below x, the double at that end. */
export function largestBelow(x: number): number {
  if (x === Infinity) return Number.MAX_VALUE;
  if (x === -Infinity) return -Number.MAX_VALUE;
  if (x === 0) return -Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  view.setBigInt64(0, view.getBigInt64(0) + (x > 0 ? -1n : 1n));
  return view.getFloat64(0);
}

/**
 * How the raw score moves with one column, all else as in the training rows (Friedman, "Greedy function approximation", 2001,
 * section 8.2). Computed by the weighted traversal that scikit-learn calls `recursion`: where a split is on the column its bin
 * decides, everywhere else both children count by their share of the node's training rows. So no row is looked at, and the
 * columns of other parties need not be known. It equals the average over a background sample where columns are independent of
 * each other within the tree; where they are not, it is the tree's own estimate.
 */
import type { Forest, SplitRecord, Tree } from './forest.ts';

/** A column whose owner knows its splits. */
export interface OwnColumn {
  readonly owner: string;
  /** Index into the owner's features. */
  readonly feature: number;
  readonly bins: number;
}

/**
 * @param records the owner's, in the order that `Split.record` counts.
 * @returns [bins] mean raw score (log odds for `binary`), base score included.
 * @throws RangeError when a split names a record that is not there, or that is of another size.
 */
export function partialDependence(
  forest: Forest,
  records: readonly SplitRecord[],
  { owner, feature, bins }: OwnColumn,
): Float64Array {
  const scores = new Float64Array(bins).fill(forest.baseScore);
  for (const tree of forest.trees) {
    for (let bin = 0; bin < bins; bin++) {
      scores[bin]! += meanBelow(tree, 0, (party, splitOn, record) => {
        if (party !== owner || splitOn !== feature) return undefined;
        const side = records[record]?.goesLeft[bin];
        if (side === undefined) throw new RangeError(`record ${record} does not say where bin ${bin} goes`);
        return side === 1;
      });
    }
  }
  return scores;
}

/** Mean leaf value under a node, weighted by training rows where nothing decides. */
function meanBelow(
  tree: Tree,
  at: number,
  decide: (owner: string, feature: number, record: number) => boolean | undefined,
): number {
  const node = tree.nodes[at]!;
  if (node.kind === 'leaf') return node.value;
  const left = decide(node.owner, node.feature, node.record);
  if (left !== undefined) return meanBelow(tree, left ? node.left : node.right, decide);
  const share = shareOfLeft(tree, at);
  return (
    (share === 0 ? 0 : share * meanBelow(tree, node.left, decide)) +
    (share === 1 ? 0 : (1 - share) * meanBelow(tree, node.right, decide))
  );
}

function shareOfLeft(tree: Tree, at: number): number {
  const node = tree.nodes[at]!;
  if (node.kind === 'leaf') return 1;
  const left = tree.nodes[node.left]!.rows;
  const right = tree.nodes[node.right]!.rows;
  return left + right === 0 ? 0.5 : left / (left + right);
}

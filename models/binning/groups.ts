/**
 * Sequences of bins that merge with their neighbours. Intervals stand in their own order; categories stand in order of
 * bad rate, where the best merge of any two is a merge of neighbours, and merging keeps the order. So every merge rule
 * is written once, on sequences.
 */

export interface BinGroup {
  /** Fine bins in this group. */
  readonly fine: readonly number[];
  readonly rows: number;
  readonly bads: number;
}

/** What a final bin must hold before its WoE may go back to the column's owner (protocols.md, "WoE and IV"). */
export interface Floor {
  readonly rows: number;
  readonly goods: number;
  readonly bads: number;
}

export function unite(a: BinGroup, b: BinGroup): BinGroup {
  return { fine: [...a.fine, ...b.fine], rows: a.rows + b.rows, bads: a.bads + b.bads };
}

export function meets(group: BinGroup, floor: Floor): boolean {
  return group.rows >= floor.rows && group.bads >= floor.bads && group.rows - group.bads >= floor.goods;
}

/** Bad rate; an empty bin has none of its own, so it takes `otherwise`. */
export function badRate(group: BinGroup, otherwise: number): number {
  return group.rows === 0 ? otherwise : group.bads / group.rows;
}

/** Joins groups `at` and `at + 1`. */
function mergeAt(groups: readonly BinGroup[], at: number): BinGroup[] {
  return [...groups.slice(0, at), unite(groups[at]!, groups[at + 1]!), ...groups.slice(at + 2)];
}

/** Merges until every group meets the floor (or one is left): the smallest failing one joins the neighbour nearer in bad rate. */
export function enforceFloor(groups: readonly BinGroup[], floor: Floor, overallRate: number): BinGroup[] {
  let left = [...groups];
  while (left.length > 1) {
    const failing = smallest(left, (group) => (meets(group, floor) ? Infinity : group.rows));
    if (failing < 0) break;
    left = mergeAt(left, nearerNeighbour(left, failing, overallRate));
  }
  return left;
}

/** Chi-merge (Kerber 1992): joins the neighbours that differ least while they do not differ, or are too many. */
export function chiMerge(groups: readonly BinGroup[], limits: { threshold: number; maxBins: number }): BinGroup[] {
  let left = [...groups];
  while (left.length > 1) {
    const chis = left.slice(1).map((group, i) => chiSquare(left[i]!, group));
    const at = smallest(chis, (chi) => chi);
    if (left.length <= limits.maxBins && chis[at]! >= limits.threshold) break;
    left = mergeAt(left, at);
  }
  return left;
}

/** Pearson's chi-square of two bins by good and bad, one degree of freedom; 0 where a margin is empty. */
function chiSquare(a: BinGroup, b: BinGroup): number {
  const rows = a.rows + b.rows;
  const bads = a.bads + b.bads;
  const margins = a.rows * b.rows * bads * (rows - bads);
  if (margins === 0) return 0;
  const cross = a.bads * (b.rows - b.bads) - b.bads * (a.rows - a.bads);
  return (cross * cross * rows) / margins;
}

/** Left index of the pair to merge. */
function nearerNeighbour(groups: readonly BinGroup[], at: number, overallRate: number): number {
  if (at === 0) return 0;
  if (at === groups.length - 1) return at - 1;
  const rate = badRate(groups[at]!, overallRate);
  const toLeft = Math.abs(rate - badRate(groups[at - 1]!, overallRate));
  const toRight = Math.abs(rate - badRate(groups[at + 1]!, overallRate));
  return toLeft <= toRight ? at - 1 : at;
}

/** Index of the first least key, or -1 when all are infinite. */
export function smallest<T>(items: readonly T[], key: (item: T) => number): number {
  let best = -1;
  let least = Infinity;
  items.forEach((item, i) => {
    if (key(item) < least) {
      least = key(item);
      best = i;
    }
  });
  return best;
}

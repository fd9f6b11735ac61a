/** A forest in parts: the label party keeps shapes and leaf values, every owner keeps what its splits mean. */

export interface Leaf {
  readonly kind: 'leaf';
  /** What the tree adds to the raw score (log odds for `binary`), learning rate included. */
  readonly value: number;
  /** Training rows and sum of hessians (unquantised scale) that ended here. */
  readonly rows: number;
  readonly hessian: number;
}

export interface Split {
  readonly kind: 'split';
  readonly owner: string;
  /** Index into the owner's records. */
  readonly record: number;
  /** Index into the owner's features. */
  readonly feature: number;
  readonly gain: number;
  /** Indexes into `nodes`. */
  readonly left: number;
  readonly right: number;
  readonly rows: number;
  readonly hessian: number;
  /** The value this node would have as a leaf (learning rate included): contributions need it. */
  readonly value: number;
}

export type TreeNode = Leaf | Split;

export interface Tree {
  /** Node 0 is the root; children come after their parents. */
  readonly nodes: readonly TreeNode[];
}

/** What the label party keeps. */
export interface Forest {
  readonly objective: 'binary' | 'squared';
  /** Raw score before the first tree. */
  readonly baseScore: number;
  readonly trees: readonly Tree[];
}

/** What an owner keeps of one split. */
export interface SplitRecord {
  /** Index into the owner's features. */
  readonly feature: number;
  /** [bins] 1: rows of this bin go left. */
  readonly goesLeft: Uint8Array;
}

/** Records of each owner that a forest uses, ascending: those of dropped trees are not among them. */
export function usedRecords(forest: Forest): Map<string, number[]> {
  const used = new Map<string, number[]>();
  for (const { nodes } of forest.trees) {
    for (const node of nodes) {
      if (node.kind !== 'split') continue;
      const records = used.get(node.owner);
      if (records === undefined) used.set(node.owner, [node.record]);
      else records.push(node.record);
    }
  }
  for (const records of used.values()) records.sort((a, b) => a - b);
  return used;
}

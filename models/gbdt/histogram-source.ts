/**
 * What a tree trainer asks of one party's columns, whoever holds them. A local source sums in plaintext, a remote one runs a
 * private primitive; the trainer cannot tell them apart but for what it costs to ask (docs/architecture.md, "One trainer").
 *
 * All sums are of whole numbers and exact, so every source gives the same forest.
 */

/** A column as a trainer sees it: bin codes and nothing of what they hold. */
export interface TreeFeature {
  /** Published name. */
  readonly feature: string;
  readonly bins: number;
  /** Whether bins have an order (intervals) or any set of them may go left (categories). */
  readonly ordered: boolean;
  /** Index of the bin that holds missing values and nothing else, or -1. */
  readonly missingBin: number;
}

/**
 * Quantised derivatives of the loss at every row; (0, 0) for a row that a tree leaves out. Rows are all that the trainer
 * knows, training rows and others: those that are not active are routed, but neither counted nor summed.
 */
export interface GradientPairs {
  /** [rows] */
  readonly g: Int32Array;
  /** [rows] */
  readonly h: Uint32Array;
}

/** How a node's rows part. Node 0 is the root; ids count up within a tree, below 2^16. */
export interface NodeSplit {
  readonly node: number;
  readonly left: number;
  readonly right: number;
}

/** A split as its owner must carry it out. */
export interface OwnedSplit extends NodeSplit {
  /** Index into the owner's `features`. */
  readonly feature: number;
  /** [bins] 1: rows of this bin go left. */
  readonly goesLeft: Uint8Array;
}

/** One step of growing a tree; the same at every party. */
export interface TreeStep {
  /** Every node that this step splits, of all owners. */
  readonly splits: readonly NodeSplit[];
  /** Nodes, as they are after the step, whose sums are wanted: of each split the smaller child. May be empty. */
  readonly measure: readonly number[];
}

/** Sums of one feature over the measured nodes; all [measured nodes x bins], row-major. */
export interface FeatureSums {
  /**
   * Rows in each bin. Where a party joins small bins of a node (`minRowsPerNodeBin`), the joined bins' rows and sums all stand
   * at the last of them and the others hold 0: a bin that holds no rows is no candidate for a threshold.
   */
  readonly counts: Uint32Array;
  readonly g: Float64Array;
  readonly h: Float64Array;
  /**
   * Where bins may be joined: [measured nodes x bins] 1: the last bin of a group (join-bins.ts). A node's sibling shows the
   * same groups, each a union of its parent's: a trainer joins the parent's bins so before it subtracts. Absent: no bin is
   * joined.
   */
  readonly ends?: Uint8Array | undefined;
}

/**
 * One party's columns. Calls come strictly one after another.
 *
 * A step that measures nothing is only routed, by the owners of its splits: it is never applied, for nothing more is asked of
 * its nodes.
 */
export interface HistogramSource {
  readonly party: string;
  readonly features: readonly TreeFeature[];
  /** Whether a call crosses the network. */
  readonly remote: boolean;
  /**
   * Starts a tree with all rows in node 0.
   * @param wanted indexes into `features` that this tree may use, ascending. @param active [rows] 1: the row is part of this
   * tree (a training row, and drawn by row sampling); every party learns it, so it must not depend on labels. Absent: all
   * rows. Rows that are not active are routed all the same, so that scores of test rows cost no exchange.
   * @returns [wanted] sums of the root.
   */
  startTree(
    pairs: GradientPairs,
    wanted: readonly number[],
    active: Uint8Array | undefined,
  ): Promise<readonly FeatureSums[]>;
  /**
   * Which rows go right under `own`, all of them this party's splits, active or not; nothing is applied yet. The owner keeps
   * what each split means: its records are numbered as they come, over all trees of a job, here and in `routeAndRefine`.
   * @returns [ceil(rows / 8)] bits, least significant first; 0 for rows of other nodes.
   */
  route(own: readonly OwnedSplit[]): Promise<Uint8Array>;
  /** Applies a step. @param right bits of all its splits. @returns [wanted] sums of the measured nodes, in their order. */
  refine(step: TreeStep, right: Uint8Array): Promise<readonly FeatureSums[]>;
  /**
   * Both in one exchange: `right` lacks only the rows of `own`, which come back complete.
   */
  routeAndRefine(
    own: readonly OwnedSplit[],
    step: TreeStep,
    right: Uint8Array,
  ): Promise<{ readonly right: Uint8Array; readonly sums: readonly FeatureSums[] }>;
}

/** The sizes of a job of trees, as far as cost depends on them, and what every tree exchanges because of them. */

export interface PlanParty {
  readonly party: string;
  /** [columns] bins of each, the one of missing values included. */
  readonly bins: readonly number[];
}

export interface PlanShape {
  /** Common rows. */
  readonly rows: number;
  /** Rows that a tree is grown on. */
  readonly counted: number;
  readonly label: PlanParty;
  readonly features: readonly PlanParty[];
  /** The coordinator or a node of its own; it relays in either case. */
  readonly coordinator: string;
  /** Deals in the aided profile. */
  readonly helper: string;
  readonly trees: number;
  readonly depth: number;
  /** 0 grows level by level. */
  readonly leaves: number;
  /** Share of the columns of a tree, (0, 1]. */
  readonly columnSample: number;
  readonly additive: 'okamoto-uchiyama' | 'paillier';
}

/** One exchange after the root's, in a tree that grows as large as it may. */
export interface PlanStep {
  /** Nodes that are split. */
  readonly splits: number;
  /** Nodes whose sums are asked for: of each split that can be followed the smaller child; 0 in the last step. */
  readonly measured: number;
}

/** Steps of a full tree. A tree that stops early costs less: rows, not nodes, are what is dear. */
export function stepsOf({ depth, leaves }: Pick<PlanShape, 'depth' | 'leaves'>): PlanStep[] {
  if (leaves === 0)
    return Array.from({ length: depth }, (_, level) => ({
      splits: 2 ** level,
      measured: level < depth - 1 ? 2 ** level : 0,
    }));
  return Array.from({ length: leaves - 1 }, (_, step) => ({ splits: 1, measured: step < leaves - 2 ? 1 : 0 }));
}

/** Columns of one party in one tree. */
export function wantedOf(columns: number, columnSample: number): number {
  return columns === 0 ? 0 : Math.max(1, Math.round(columns * columnSample));
}

/**
 * Group-sum refined: the label party's column stays, the groups become finer step by step. Both profiles have this shape.
 *
 * Rows start in node 0. A step splits nodes in two, all of it known to both ends; the label party gets the sums of the nodes it
 * measures, for every wanted feature and bin. What makes a step is the callers' business: notes and replies are theirs.
 */
import type { Deal } from '../../helper/deal.ts';
import type { GroupSums } from '../core.ts';
import type { PartyId } from '../../transport.ts';

/** How one node's rows part. Ids are below 2^16 and never used twice for one column. */
export interface RefinedSplit {
  readonly node: number;
  readonly left: number;
  readonly right: number;
}

/** One step; the same at both ends. */
export interface Refinement {
  /** Nodes that hold rows now, none twice. */
  readonly splits: readonly RefinedSplit[];
  /** [ceil(n / 8)] bits, least significant first: the row goes right. Only rows of split nodes are looked at. */
  readonly right: Uint8Array;
  /**
   * Nodes whose sums are wanted: of a split at most one child, and only of nodes that were measured or are the sibling of one
   * that was. A split of which no child is measured is not followed: nothing finer can be asked of its rows for this column.
   */
  readonly measure: readonly number[];
}

/** The private pairs, packed as in `packPairs`: bounds as there (`overflow`). */
export interface RefinedColumn {
  /** [n] */
  readonly g: Int32Array;
  /** [n] */
  readonly h: Uint32Array;
}

export interface ColumnOpening {
  /** Indexes of the features whose sums are wanted, ascending, at least one. */
  readonly wanted: readonly number[];
  /** [n] 1: the row counts. Both ends know it. Absent: every row. Other rows are in no count and no sum. */
  readonly active: Uint8Array | undefined;
}

/** What both ends know of a feature. */
export interface RefinedFeature {
  /** 1 to 65534. */
  readonly bins: number;
  /** Index of the bin of missing values where bins are joined in order, or -1. */
  readonly missingBin: number;
}

/**
 * Which neighbouring bins of a node are shown as one: the feature party's choice, by its disclosure floor.
 * @param child [bins] rows of the measured node. @param sibling [bins] rows of the split's other child; absent at the start.
 * @param parentEnds [bins] what this gave for the parent; absent at the start.
 * @returns [bins] 1: the last bin of a group; groups are unions of the parent's. The missing bin, when it is 0, is part of the
 * first group, else a group of its own.
 */
export type JoinBins = (
  child: Uint32Array,
  sibling: Uint32Array | undefined,
  parentEnds: Uint8Array | undefined,
  missingBin: number,
) => Uint8Array;

/** Sums of one feature, and where its joined bins end: who subtracts a child from its parent joins the parent's bins first. */
export interface RefinedGroupSums extends GroupSums {
  /** [measured nodes x bins] 1: the last bin of a group, as `JoinBins` gives them. */
  readonly ends: Uint8Array;
}

/**
 * The label party's end. Calls come strictly one after another. Any failure ends it: nothing may be called afterwards but
 * `close`, which then does nothing.
 */
export interface RefinedSums {
  /**
   * Starts a column with all rows in node 0.
   * @returns [wanted] sums of node 0, [1 x bins]. Counts and sums of joined bins stand at the last of them, the others hold 0.
   */
  start(column: RefinedColumn, opening: ColumnOpening): Promise<readonly RefinedGroupSums[]>;
  /** One exchange that changes nothing here: a note, and what the feature party's caller says to it. */
  ask(note: Uint8Array): Promise<Uint8Array>;
  /**
   * One exchange that refines the current column.
   * @param apply gives the step from the feature party's reply, as the feature party's handler gives it from the note.
   * @returns sums [wanted][measured nodes x bins], in the order of `measure`.
   */
  step(
    note: Uint8Array,
    apply: (reply: Uint8Array) => Refinement,
  ): Promise<{ readonly reply: Uint8Array; readonly sums: readonly RefinedGroupSums[] }>;
  /** Ends the use; the feature party's role returns. */
  close(): Promise<void>;
  /**
   * Ends this end only, whatever it is doing: material that was dealt ahead is wiped and no more is asked for. For failures
   * that started elsewhere; after `close` or a failure of its own it does nothing.
   */
  abandon(): void;
}

/** What the feature party's caller does with the label party's notes. Each may throw to refuse. */
export interface RefinedHandler {
  /** A column starts. */
  started(opening: ColumnOpening): void | Promise<void>;
  /** @returns the reply; nothing changes. */
  asked(note: Uint8Array): Uint8Array | Promise<Uint8Array>;
  /** @returns the reply and the step that it and the note make. */
  stepped(note: Uint8Array): SteppedReply | Promise<SteppedReply>;
}

export interface SteppedReply {
  readonly reply: Uint8Array;
  readonly refinement: Refinement;
}

export interface RefinedLabelCommon {
  /** Names this use within the session; `[\w.:/-]`, at most 60 characters. */
  readonly instance: string;
  readonly featureParty: PartyId;
  /** Rows. */
  readonly n: number;
  /** What the feature party offers. */
  readonly features: readonly RefinedFeature[];
}

export interface RefinedFeatureCommon {
  readonly instance: string;
  readonly labelParty: PartyId;
  readonly n: number;
  readonly features: readonly RefinedFeature[];
  /** [features][n] bin code of each row. */
  readonly codes: readonly Uint16Array[];
  readonly joinBins: JoinBins;
}

/** Both ends must give the same numbers: they decide what is dealt before it is used. */
export interface AidedRefinedSizes {
  /** Columns that may come; the label party may start fewer. */
  readonly columns: number;
  /** Most active rows of a column; n by default. */
  readonly activeAtMost?: number;
  /** Most wanted features of a column; all by default. */
  readonly wantedAtMost?: number;
  /** Material of coming columns that each end holds ready, in bytes, but at least one column; by default 256 MB, eight at most. */
  readonly aheadBytes?: number;
}

/** Columns dealt before this use. Both ends give the same ones in the same order, claimed: nobody uses them again. */
export interface PooledDeal {
  readonly deal: Deal;
  /** With the slots and features of this use. */
  readonly columns: number;
}

export interface AidedRefinedLabelOptions extends RefinedLabelCommon, AidedRefinedSizes {
  readonly profile: 'aided';
  readonly helper: PartyId;
  /** Used first, and closed; wiping them is up to who gave them. */
  readonly pooled?: readonly PooledDeal[];
}

export interface AidedRefinedFeatureOptions extends RefinedFeatureCommon, AidedRefinedSizes {
  readonly profile: 'aided';
  readonly helper: PartyId;
  /** Used first, and closed; wiping them is up to who gave them. */
  readonly pooled?: readonly PooledDeal[];
}

/** A feature party's part in growing trees: it says which rows go right under splits by its columns, and keeps the splits. */
import type { SplitRecord } from '@coscore/models/gbdt/forest.ts';
import type { OwnedSplit, TreeFeature } from '@coscore/models/gbdt/histogram-source.ts';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import { ProtocolError, type PartyId } from '@coscore/protocols';
import type {
  ColumnOpening,
  JoinBins,
  RefinedHandler,
  Refinement,
} from '@coscore/protocols/group-sum/refined/types.ts';
import { decodeNote, encodeReply, type ForestNote } from './notes.ts';
import { united } from './remote-source.ts';
import { RowPartition } from './row-partition.ts';

/** What a feature party has of a forest under way. */
export interface KeptSplits {
  /** Trees that are done. */
  readonly trees: number;
  /** Splits by own columns in the order of the label party's decisions, those of the done trees. */
  readonly records: readonly SplitRecord[];
  /** Sums that were shown so far. */
  readonly equations: number;
}

export interface SplitOwnerOptions {
  readonly labelParty: PartyId;
  readonly features: readonly TreeFeature[];
  /** [features][rows] */
  readonly codes: readonly Uint16Array[];
  readonly rows: number;
  /** Splits on a path at most, and trees at most: what all parties agreed on. */
  readonly depth: number;
  readonly trees: number;
  /** Fewest active rows of a node that sums are asked in: a smaller one would show the bins of single rows. */
  readonly leastRows: number;
  /** Sums of joined bins over nodes that this party shows in the job at most; absent: any number. */
  readonly maxEquations?: number | undefined;
  /** [rows] 1: training row. Nothing but these may ever be active. */
  readonly train: Uint8Array;
  /** How many of them trees are grown on, and the share of those that each tree draws. */
  readonly grown: number;
  readonly rowSample: number;
  /** Columns of this party that a tree may use at most; absent: all. */
  readonly wantedAtMost?: number | undefined;
  readonly from?: KeptSplits | undefined;
  /** Sums that earlier attempts of the job showed, those beyond `from` included; absent: those of `from`. */
  readonly told?: number | undefined;
  /** Told what was done before the tree under way when the label party keeps its state of then. */
  readonly onKeep: (kept: KeptSplits) => void;
}

/**
 * Of the number of drawn rows from its mean: beyond so many deviations and rows it was no draw (10^-9). The rows are for where
 * few are drawn or left out: their number has a longer tail than the normal law's.
 */
const MOST_DEVIATIONS = 6;
const MOST_ROWS = 6;

export class SplitOwner implements RefinedHandler {
  readonly #options: SplitOwnerOptions;
  readonly #partition: RowPartition;
  #records: SplitRecord[];
  /** Splits answered for. A step may make them; when none does, no more is asked of their nodes. */
  #pending: readonly OwnedSplit[] = [];
  #depthOf = new Map<number, number>([[0, 0]]);
  #wanted: readonly number[] = [];
  /** [rows] of the tree under way. */
  #active: Uint8Array | undefined;
  /** Trees begun. */
  #begun: number;
  /** As it was when the tree under way began. */
  #before: KeptSplits;
  #equations: number;

  constructor(options: SplitOwnerOptions) {
    this.#options = options;
    const { rows, codes, features } = options;
    this.#partition = new RowPartition(rows, { codes, bins: features.map(({ bins }) => bins) });
    this.#records = [...(options.from?.records ?? [])];
    this.#begun = options.from?.trees ?? 0;
    this.#equations = Math.max(options.from?.equations ?? 0, options.told ?? 0);
    this.#before = this.kept;
  }

  /** Everything so far. The tree under way counts as done: ask when the label party has closed. */
  get kept(): KeptSplits {
    return { trees: this.#begun, records: [...this.#records], equations: this.#equations };
  }

  /** Sums that this party has shown, over all attempts. */
  get equations(): number {
    return this.#equations;
  }

  started({ wanted, active: drawn }: ColumnOpening): void {
    const { labelParty, trees, rows, features, wantedAtMost = features.length } = this.#options;
    const active = drawn ?? new Uint8Array(rows).fill(1);
    if (this.#begun >= trees)
      throw new ProtocolError('out-of-range', `${labelParty} starts more than the ${trees} trees of the recipe`);
    if (wanted.length > wantedAtMost)
      throw new ProtocolError('out-of-range', `${labelParty} grows a tree on ${wanted.length} columns of this node, where the recipe allows ${wantedAtMost}`); // prettier-ignore
    this.#checkActive(active);
    this.#before = this.kept;
    this.#begun++;
    this.#pending = [];
    this.#partition.restart(active);
    this.#depthOf = new Map([[0, 0]]);
    this.#wanted = wanted;
    this.#active = active;
    this.#mustHoldRows([0]);
  }

  /**
   * Counts over two sets of rows that differ in one would be that row: without sampling all trees are grown on the same rows,
   * and with it on as many as chance gives.
   */
  #checkActive(active: Uint8Array): void {
    const { labelParty, train, grown, rowSample } = this.#options;
    const refuse = (what: string): ProtocolError =>
      new ProtocolError('parameter-mismatch', `${labelParty} grows a tree on ${what}, which is not what the recipe asks for`); // prettier-ignore
    if (rowSample === 1 && this.#active !== undefined) {
      if (Buffer.compare(active, this.#active) !== 0) throw refuse('other rows than before');
      return;
    }
    let [count, strays] = [0, 0];
    for (let row = 0; row < train.length; row++) {
      count += active[row]!;
      strays += active[row]! & ~train[row]!;
    }
    if (strays > 0)
      throw new ProtocolError('out-of-range', `${labelParty} grows a tree on rows that are not training rows`);
    const deviation = Math.sqrt(grown * rowSample * (1 - rowSample));
    const fits =
      rowSample === 1
        ? count === grown
        : Math.abs(count - grown * rowSample) <= MOST_DEVIATIONS * deviation + MOST_ROWS;
    if (!fits) throw refuse(`${count} rows`);
  }

  asked(bytes: Uint8Array): Uint8Array {
    const { own, step } = this.#read(bytes);
    if (step !== undefined || own.length === 0)
      throw new ProtocolError('wrong-round', `${this.#options.labelParty} asks for rows' sides out of turn`);
    this.#settle();
    this.#partition.check(own, this.#options.labelParty);
    this.#checkDepth(own);
    this.#pending = own;
    this.#keep(own);
    return encodeReply(this.#partition.route(own));
  }

  stepped(bytes: Uint8Array): { readonly reply: Uint8Array; readonly refinement: Refinement } {
    const { labelParty } = this.#options;
    const { own, step } = this.#read(bytes);
    if (step === undefined) throw new ProtocolError('wrong-round', `${labelParty} sends no step where one is due`);
    const { splits, measure } = step;
    const made = new Set(splits.map(({ node }) => node));
    if (!this.#pending.some(({ node }) => made.has(node))) this.#settle();
    this.#mustMake([...this.#pending, ...own], splits);
    this.#partition.check(splits, labelParty);
    this.#checkDepth(splits);
    const asked = new Set(own.map(({ node }) => node));
    this.#partition.checkBits(step.right, splits.filter(({ node }) => !asked.has(node)), labelParty); // prettier-ignore
    const sides = this.#partition.route(own);
    const right = united(step.right, sides);
    if (this.#pending.length > 0) this.#mustBeAsAnswered(right);
    this.#partition.apply(splits, right);
    this.#mustHoldRows(splits.flatMap(({ left, right: other }) => [left, other]));
    this.#keep(own);
    this.#pending = [];
    return { reply: encodeReply(sides), refinement: { splits, measure, right } };
  }

  #keep(own: readonly OwnedSplit[]): void {
    this.#records.push(...own.map(({ feature, goesLeft }) => ({ feature, goesLeft })));
  }

  /** What was asked about and not made is a split at the end of its tree. */
  #settle(): void {
    this.#partition.finish(this.#pending.map(({ node }) => node));
    this.#pending = [];
  }

  /** Which rows are in a node is the label party's word where another column parts them: nothing else stops it from picking. */
  #mustHoldRows(nodes: readonly number[]): void {
    const { leastRows, labelParty } = this.#options;
    if (this.#partition.fewest(nodes) < leastRows)
      throw new ProtocolError('parameter-mismatch', `${labelParty} asks for sums in a node of fewer than the ${leastRows} rows of policy.minRowsPerNodeBin`); // prettier-ignore
  }

  #mustMake(mine: readonly OwnedSplit[], splits: Refinement['splits']): void {
    const byNode = new Map(splits.map((split) => [split.node, split]));
    const made = mine.every(({ node, left, right }) => byNode.get(node)?.left === left && byNode.get(node)?.right === right); // prettier-ignore
    if (made && new Set(mine.map(({ node }) => node)).size === mine.length) return;
    throw new ProtocolError('parameter-mismatch', `${this.#options.labelParty} makes another step than it asked about`);
  }

  #read(bytes: Uint8Array): ForestNote {
    const { features, labelParty } = this.#options;
    const note = decodeNote(bytes, features, labelParty);
    if (note.tree !== this.#begun - 1)
      throw new ProtocolError('parameter-mismatch', `${labelParty} is at tree ${note.tree + 1}, this node at ${this.#begun}`); // prettier-ignore
    if (note.records !== this.#records.length)
      throw new ProtocolError('parameter-mismatch', `${labelParty} counts ${note.records} splits of this node, which has ${this.#records.length}`); // prettier-ignore
    if (note.keep && this.#before.trees > 0) this.#options.onKeep(this.#before);
    if (!note.own.every(({ feature }) => this.#wanted.includes(feature)))
      throw new ProtocolError('out-of-range', `${labelParty} splits by a column that this tree does not use`);
    return note;
  }

  /** The others' columns decide for their nodes only. */
  #mustBeAsAnswered(right: Uint8Array): void {
    const inOwn = this.#partition.route(
      this.#pending.map((split) => ({ ...split, goesLeft: split.goesLeft.map(() => 0) })),
    );
    const answered = this.#partition.route(this.#pending);
    if (right.some((byte, i) => (byte & inOwn[i]!) !== answered[i]))
      throw new ProtocolError('parameter-mismatch', `${this.#options.labelParty} passes on other sides than this node gave`); // prettier-ignore
  }

  #checkDepth(splits: Refinement['splits']): void {
    const { depth, labelParty } = this.#options;
    for (const { node, left, right } of splits) {
      const below = this.#depthOf.get(node)! + 1;
      if (below > depth)
        throw new ProtocolError('out-of-range', `${labelParty} grows a tree deeper than the ${depth} levels of the recipe`); // prettier-ignore
      this.#depthOf.set(left, below).set(right, below);
    }
  }

  /**
   * The joining of bins, counting what it lets through.
   * @throws NodeError `tree-equations-exhausted` from the joining, before the sums leave.
   */
  counting(join: JoinBins): JoinBins {
    return (...counts) => {
      const ends = join(...counts);
      for (const end of ends) this.#equations += end;
      const { maxEquations, labelParty } = this.#options;
      if (maxEquations !== undefined && this.#equations > maxEquations)
        throw new NodeError(
          'tree-equations-exhausted',
          `${labelParty} asks for more than the ${maxEquations} sums over tree nodes that policy.maxTreeEquations allows; grow fewer or smaller trees, or agree on more`,
          { params: { party: labelParty, limit: maxEquations } },
        );
      return ends;
    };
  }
}

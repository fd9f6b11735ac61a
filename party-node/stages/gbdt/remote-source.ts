/** A feature party's columns as the tree trainer sees them: every call is one exchange of group-sum, with a note on the tree. */
import type {
  FeatureSums,
  GradientPairs,
  HistogramSource,
  OwnedSplit,
  TreeFeature,
  TreeStep,
} from '@coscore/models/gbdt/histogram-source.ts';
import type { SplitRecord } from '@coscore/models/gbdt/forest.ts';
import type { PartyId } from '@coscore/protocols';
import type { RefinedSums } from '@coscore/protocols/group-sum/refined/types.ts';
import { decodeReply, encodeNote, type RoutedStep } from './notes.ts';
import { RowPartition } from './row-partition.ts';

export interface RemoteForestSetup {
  readonly party: PartyId;
  readonly features: readonly TreeFeature[];
  readonly sums: RefinedSums;
  /** Common rows. */
  readonly rows: number;
  /** Trees grown before this attempt. */
  readonly trees: number;
  /** Splits by its columns in them; absent: none. */
  readonly records?: number | undefined;
  /** Splits by its columns, to be added to as they are asked for; absent: they are not remembered. */
  readonly asked?: SplitRecord[] | undefined;
}

export class RemoteForestSource implements HistogramSource {
  readonly party: PartyId;
  readonly features: readonly TreeFeature[];
  readonly remote = true;
  readonly #sums: RefinedSums;
  readonly #partition: RowPartition;
  /** Number of the tree under way. */
  #tree: number;
  /** The tree whose first note asks the owner to keep its state before it; -1 for none. */
  #keepBefore = -1;
  /** Splits that the owner was asked about, over all attempts. */
  #records: number;
  readonly #asked: SplitRecord[] | undefined;
  /** Nodes that the last step made. */
  #open = 1;
  /** Bins of its widest column. */
  readonly #widest: number;

  constructor({ party, features, sums, rows, trees, records = 0, asked }: RemoteForestSetup) {
    this.party = party;
    this.features = features;
    this.#sums = sums;
    this.#partition = new RowPartition(rows);
    this.#tree = trees - 1;
    this.#records = records;
    this.#asked = asked;
    this.#widest = features.reduce((most, { bins }) => Math.max(most, bins), 0);
  }

  /** Trees that the owner was asked to start, over all attempts. */
  get started(): number {
    return this.#tree + 1;
  }

  /** Between two trees: the owner shall keep its state too. It is not told when the next tree asks it nothing. */
  keep(): void {
    this.#keepBefore = this.#tree + 1;
  }

  async startTree(
    { g, h }: GradientPairs,
    wanted: readonly number[],
    active: Uint8Array | undefined,
  ): Promise<readonly FeatureSums[]> {
    this.#tree++;
    this.#partition.restart(undefined);
    this.#open = 1;
    return this.#sums.start({ g, h }, { wanted, active });
  }

  async route(own: readonly OwnedSplit[]): Promise<Uint8Array> {
    const reply = await this.#sums.ask(this.#note(own, undefined));
    return this.#answered(reply, own);
  }

  async refine(step: TreeStep, right: Uint8Array): Promise<readonly FeatureSums[]> {
    const { sums } = await this.routeAndRefine([], step, right);
    return sums;
  }

  async routeAndRefine(
    own: readonly OwnedSplit[],
    step: TreeStep,
    right: Uint8Array,
  ): Promise<{ readonly right: Uint8Array; readonly sums: readonly FeatureSums[] }> {
    const note = this.#note(own, { ...step, right });
    let all = right;
    const { sums } = await this.#sums.step(note, (reply) => {
      all = united(right, this.#answered(reply, own));
      return { splits: step.splits, measure: step.measure, right: all };
    });
    this.#partition.apply(step.splits, all);
    this.#open = step.splits.length * 2;
    return { right: all, sums };
  }

  #note(own: readonly OwnedSplit[], step: RoutedStep | undefined): Uint8Array {
    const keep = this.#keepBefore === this.#tree;
    if (keep) this.#keepBefore = -1;
    const records = this.#records;
    this.#records += own.length;
    this.#asked?.push(...own.map(({ feature, goesLeft }) => ({ feature, goesLeft })));
    // All splits could be by its columns: those of the step, or as many as the last step left nodes.
    const room = { splits: step?.splits.length ?? Math.max(own.length, this.#open), bins: this.#widest };
    return encodeNote({ tree: this.#tree, own, step, keep, records }, room);
  }

  #answered(reply: Uint8Array, own: readonly OwnedSplit[]): Uint8Array {
    const right = decodeReply(reply, this.party);
    this.#partition.checkBits(right, own, this.party);
    return right;
  }
}

/** Both as bits. */
export function united(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length);
  for (let i = 0; i < both.length; i++) both[i] = one[i]! | other[i]!;
  return both;
}

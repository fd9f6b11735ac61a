/** A feature party's columns as the tree trainer sees them: every call is one exchange of group-sum, with a note on the tree. */
import type {
  FeatureSums,
  GradientPairs,
  HistogramSource,
  OwnedSplit,
  TreeFeature,
  TreeStep,
} from '@coscore/models/gbdt/histogram-source.ts';
import { ProtocolError, type PartyId } from '@coscore/protocols';
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

  constructor({ party, features, sums, rows, trees }: RemoteForestSetup) {
    this.party = party;
    this.features = features;
    this.#sums = sums;
    this.#partition = new RowPartition(rows);
    this.#tree = trees - 1;
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
    this.#partition.restart();
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
    return { right: all, sums };
  }

  #note(own: readonly OwnedSplit[], step: RoutedStep | undefined): Uint8Array {
    const keep = this.#keepBefore === this.#tree;
    if (keep) this.#keepBefore = -1;
    return encodeNote({ tree: this.#tree, own, step, keep });
  }

  #answered(reply: Uint8Array, own: readonly OwnedSplit[]): Uint8Array {
    const right = decodeReply(reply, this.party);
    if (own.length === 0) {
      if (right.length > 0)
        throw new ProtocolError('wrong-size', `${this.party} answers where nothing was asked of its columns`);
      return new Uint8Array(Math.ceil(this.#partition.rows / 8));
    }
    this.#partition.checkBits(right, own, this.party);
    return right;
  }
}

/** Both as bits. */
export function united(one: Uint8Array, other: Uint8Array): Uint8Array {
  return one.map((byte, i) => byte | other[i]!);
}

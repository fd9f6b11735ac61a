/** A feature party's handler that writes down what an answer will tell before the answer leaves, for attempts to come. */
import type { RefinedHandler } from '@coscore/protocols/group-sum/refined/types.ts';
import { toBytes } from '../bytes.ts';
import type { Stages } from '../stages.ts';
import type { SplitOwner, SplitOwnerOptions } from './split-owner.ts';

export interface ToldAheadOptions extends Pick<SplitOwnerOptions, 'features' | 'train' | 'rowSample' | 'maxEquations'> {
  readonly stages: Pick<Stages, 'willTell' | 'expectSameRows'>;
  /** [rows] place of each row among the own ids, -1 where there is none: it is the same in every attempt. */
  readonly places: Int32Array;
  /** As `told` of the owner. */
  readonly told: number;
}

/** Sums that are written down at once: a crash makes so many count that were not shown. Of a low limit, a part. */
const BLOCK = 1000;
const SHARE = 0.05;

export class ToldAhead implements RefinedHandler {
  readonly #owner: SplitOwner;
  readonly #options: ToldAheadOptions;
  /** Bins of the columns of the tree under way: sums of one node at most. */
  #widest = 0;
  /** What is on disk. */
  #written: number;
  /** Whether they were compared with earlier attempts': within this one the owner does it. */
  #rowsCompared = false;

  constructor(owner: SplitOwner, options: ToldAheadOptions) {
    this.#owner = owner;
    this.#options = options;
    this.#written = options.told;
  }

  /** @throws ProtocolError `parameter-mismatch` for other rows than an earlier attempt had: two sets may differ in one. */
  async started(opening: Parameters<RefinedHandler['started']>[0]): Promise<void> {
    this.#owner.started(opening);
    const { features, rowSample, stages, train } = this.#options;
    if (rowSample === 1 && !this.#rowsCompared) {
      await stages.expectSameRows(this.#digestible(opening.active ?? new Uint8Array(train.length).fill(1)));
      this.#rowsCompared = true;
    }
    this.#widest = opening.wanted.reduce((sum, feature) => sum + features[feature]!.bins, 0);
    await this.#cover(1);
  }

  asked(note: Uint8Array): Uint8Array {
    return this.#owner.asked(note);
  }

  async stepped(note: Uint8Array): Promise<ReturnType<SplitOwner['stepped']>> {
    const made = this.#owner.stepped(note);
    await this.#cover(made.refinement.measure.length);
    return made;
  }

  /** Once nothing more leaves: of what was written ahead, what was not told does not count. */
  async settle(): Promise<void> {
    const { maxEquations, stages } = this.#options;
    if (maxEquations === undefined || this.#owner.equations >= this.#written) return;
    this.#written = this.#owner.equations;
    await stages.willTell(this.#written);
  }

  async #cover(nodes: number): Promise<void> {
    const { maxEquations, stages } = this.#options;
    if (maxEquations === undefined) return;
    // Beyond the limit nothing leaves.
    const most = Math.min(maxEquations, this.#owner.equations + nodes * this.#widest);
    if (most <= this.#written) return;
    const block = Math.min(BLOCK, Math.ceil(maxEquations * SHARE));
    this.#written = Math.min(maxEquations, Math.ceil(most / block) * block);
    await stages.willTell(this.#written);
  }

  #digestible(active: Uint8Array): Uint8Array {
    return toBytes(this.#options.places.map((place, row) => (place < 0 ? -1 : 2 * place + active[row]!)).sort());
  }
}

/** Runs a job's stages one after the other: what is under way, what each took, and what need not be done again. */
import type { Checkpoints, CheckpointStage } from './checkpoints.ts';
import type { Stored } from './checkpoint-codec.ts';
import { readCost, type StageCost, type StageCosts, storeCost } from './costs.ts';
import type { StageName } from './context.ts';

/** A stage that a further attempt may find finished. */
export interface KeptStage<T> {
  make(): Promise<T>;
  /** What is kept of the result: small, and enough to make it again from the own rows. */
  pack(result: T): Stored;
  unpack(stored: Stored): T | Promise<T>;
  /** What a repetition must come to again, in an order that no alignment changes; nothing where its arithmetic is random. */
  same?(result: T): Uint8Array;
}

export interface StagesOptions {
  readonly costs: StageCosts;
  /** Told of each stage that really runs. */
  readonly enter: (stage: StageName) => void;
  /** Told after it, before its checkpoint says that it is finished (audit). */
  readonly leave: (stage: StageName) => Promise<void>;
}

export class Stages {
  readonly costs: StageCosts;
  readonly #enter: (stage: StageName) => void;
  readonly #leave: (stage: StageName) => Promise<void>;
  #checkpoints: Checkpoints | undefined;

  constructor({ costs, enter, leave }: StagesOptions) {
    this.costs = costs;
    this.#enter = enter;
    this.#leave = leave;
  }

  /** Stages are kept from here on, and taken from what was agreed on. */
  goOnFrom(checkpoints: Checkpoints): void {
    this.#checkpoints = checkpoints;
  }

  get #kept(): Checkpoints {
    if (this.#checkpoints === undefined) throw new Error('the parties have not agreed yet where to go on');
    return this.#checkpoints;
  }

  /** A stage that every attempt runs. */
  async run<T>(name: StageName, body: () => Promise<T>): Promise<T> {
    this.#enter(name);
    this.costs.begin(name);
    const result = await body();
    this.costs.end(name);
    await this.#leave(name);
    return result;
  }

  /** Takes the stage from its checkpoint when all parties agreed to go on after it; else runs it and keeps it. */
  async keep<T>(name: CheckpointStage, stage: KeptStage<T>): Promise<T> {
    const found = await this.#kept.finished(name);
    if (found !== undefined) {
      const { cost, result } = found.value as unknown as Envelope;
      this.costs.restore(name, readCost(cost));
      return stage.unpack(result);
    }
    const result = await this.run(name, () => stage.make());
    if (stage.same !== undefined) await this.#kept.expectSame(name, stage.same(result));
    await this.#kept.save(name, this.#envelope(this.costs.of(name), stage.pack(result)));
    return result;
  }

  /** Inside stage `train`: the state to go on from, with what it cost to get there. */
  async resumedIteration(): Promise<Stored | undefined> {
    const found = await this.#kept.iteration();
    if (found === undefined) return undefined;
    const { cost, result } = found.value as unknown as Envelope;
    this.costs.restore('train', readCost(cost));
    return result;
  }

  /** Inside stage `train`; on disk when it returns. @param iteration the next one, from 1. */
  async keepIteration(iteration: number, state: Stored): Promise<void> {
    await this.#kept.saveIteration(iteration, this.#envelope(this.costs.soFar('train'), state));
  }

  /** Inside stage `train`: rows that every attempt must be asked about alike. @throws ProtocolError `parameter-mismatch`. */
  expectSameRows(digestible: Uint8Array): Promise<void> {
    return this.#kept.expectSame('grown-rows', digestible);
  }

  /** What all attempts together told of the own columns, as `willTell` had it; 0 at first. */
  told(): Promise<number> {
    return this.#kept.told();
  }

  /** On disk when it returns: before anything is told that it counts. */
  willTell(count: number): Promise<void> {
    return this.#kept.willTell(count);
  }

  #envelope(cost: StageCost, result: Stored): Stored {
    return { cost: storeCost(cost), result };
  }
}

/** What a checkpoint holds; our own state wrote it, and its format number and digest fit. */
interface Envelope {
  readonly cost: Stored;
  readonly result: Stored;
}

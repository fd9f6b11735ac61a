/** What every stage of a job gets: the parties, the agreed recipe, and the session to the others. */
import type { Recipe } from '@coscore/node-core/recipe/index.ts';
import type { Progress } from '@coscore/protocols';
import { type PartyId, ProtocolError, type Session } from '@coscore/protocols';

export interface JobContext {
  readonly job: string;
  readonly attempt: number;
  readonly recipe: Recipe;
  readonly self: PartyId;
  readonly labelParty: PartyId;
  /** In the manifest's order, the same at every node. */
  readonly featureParties: readonly PartyId[];
  /** The columns that each party signed for. */
  readonly columns: ReadonlyMap<PartyId, ReadonlySet<string>>;
  /** Absent in `blind`. */
  readonly helper: PartyId | undefined;
  readonly session: Session;
  readonly progress: (event: Progress) => void;
}

export const stageNames = [
  'load',
  'align',
  'split',
  'binning',
  'select',
  'train',
  'evaluate',
  'baseline',
  'report',
] as const;
export type StageName = (typeof stageNames)[number];

export interface StageTiming {
  readonly name: StageName;
  readonly seconds: number;
}

/** Runs stages one after the other, telling what is under way and how long each took. */
export class StageClock {
  readonly timings: StageTiming[] = [];
  readonly #enter: (stage: StageName) => void;
  readonly #leave: (stage: StageName) => Promise<void>;

  /** @param leave is told after each stage, before the next starts (audit). */
  constructor(enter: (stage: StageName) => void, leave: (stage: StageName) => Promise<void>) {
    this.#enter = enter;
    this.#leave = leave;
  }

  async run<T>(name: StageName, body: () => Promise<T>): Promise<T> {
    this.#enter(name);
    const start = performance.now();
    const result = await body();
    this.timings.push({ name, seconds: (performance.now() - start) / 1000 });
    await this.#leave(name);
    return result;
  }
}

export function dataParties(context: JobContext): readonly PartyId[] {
  return [context.labelParty, ...context.featureParties];
}

export function otherParties(context: JobContext): readonly PartyId[] {
  return dataParties(context).filter((party) => party !== context.self);
}

/**
 * The helper of an `aided` job.
 * @throws ProtocolError `profile-unavailable` in `blind`, which has none.
 */
export function helperFor({ helper }: JobContext): PartyId {
  if (helper === undefined) throw blindUnavailable('this step');
  return helper;
}

/** What `blind` does not cover yet: never a reason to run something else instead. */
export function blindUnavailable(step: string): ProtocolError {
  const message = `the blind profile covers align only so far, not ${step}; use profile: aided, or model: { kind: align } to see how many rows you share`;
  return new ProtocolError('profile-unavailable', message, { params: { primitive: step, profile: 'blind' } });
}

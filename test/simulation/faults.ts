/**
 * What may go wrong in a simulated job, as plain numbers that fast-check can make, shrink and print. A fault strikes once, at
 * some event (or message) of its attempt, so that every place of every handler is in reach: before a message leaves,
 * after one has come, before and after something is on disk.
 */
import fc from 'fast-check';
import type { TranscriptEntry } from '@coscore/protocols/memory-network.ts';

/** When in an attempt: thousandths of what happens in that process (or of the messages) of an undisturbed one. */
type Moment = number;

/** Faults of processes and of their timing: whatever they do, the job must come to the right model. */
export type Survivable =
  /** A process dies. */
  | { readonly kind: 'crash'; readonly who: string; readonly at: Moment }
  /** The coordinator dies, with the helper in it. */
  | { readonly kind: 'coordinator-crash'; readonly at: Moment }
  /** From then on a process takes so many turns of the event loop for everything. */
  | { readonly kind: 'slow'; readonly who: string; readonly at: Moment; readonly turns: number }
  /** Reports to the coordinator come in another order, twice, or not until the node says hello again. */
  | { readonly kind: 'reports'; readonly seed: number };

/** Faults that the sessions below must never let through; here they do, and the roles have to notice. */
export type BrokenTransport = { readonly kind: 'drop' | 'duplicate' | 'swap'; readonly at: Moment };

export type Fault = Survivable | BrokenTransport;

/** What strikes in the first attempt, in the second, and so on; none of the attempts after that is disturbed. */
export type Plan = readonly (readonly Fault[])[];

const moment = fc.nat(999);
/** A job gives up after five attempts that came no further; so many may be struck. */
const MOST_ATTEMPTS = 3;

export function survivablePlans(processes: readonly string[]): fc.Arbitrary<Plan> {
  const who = fc.constantFrom(...processes);
  const death: fc.Arbitrary<Survivable> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('crash' as const), who, at: moment }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('coordinator-crash' as const), at: moment }) },
  );
  const trouble: fc.Arbitrary<Survivable> = fc.oneof(
    fc.record({ kind: fc.constant('slow' as const), who, at: moment, turns: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ kind: fc.constant('reports' as const), seed: fc.nat(0xffff) }),
  );
  const attempt = fc
    .tuple(fc.array(death, { minLength: 1, maxLength: 2 }), fc.array(trouble, { maxLength: 2 }))
    .map(([deaths, troubles]): readonly Fault[] => [...deaths, ...troubles]);
  return fc.array(attempt, { minLength: 1, maxLength: MOST_ATTEMPTS });
}

export const brokenPlans: fc.Arbitrary<Plan> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('drop' as const, 'duplicate' as const, 'swap' as const),
      at: moment,
    }),
    { minLength: 1, maxLength: 2 },
  )
  .map((faults) => [faults]);

/** How many things happened in each process of an undisturbed attempt, and how many messages crossed. */
export interface Lengths {
  readonly events: ReadonlyMap<string, number>;
  readonly messages: number;
}

/** The number of the event that a moment is. */
export const eventAt = (at: Moment, count: number): number => Math.floor((at * count) / 1000);

/** What the network delivers in place of each message. */
export function delivering(
  faults: readonly Fault[],
  messages: number,
): (entry: TranscriptEntry) => readonly TranscriptEntry[] {
  let index = 0;
  const held = new Map<string, TranscriptEntry>();
  const keyOf = ({ from, to, topic }: TranscriptEntry): string => `${from} ${to} ${topic}`;
  return (entry) => {
    const now = index++;
    const key = keyOf(entry);
    const late = held.get(key);
    if (late !== undefined) {
      held.delete(key);
      return [entry, late];
    }
    const fault = faults.find((one) => isBroken(one) && eventAt(one.at, messages) === now);
    switch (fault?.kind) {
      case 'drop':
        return [];
      case 'duplicate':
        return [entry, entry];
      case 'swap':
        held.set(key, entry);
        return [];
      default:
        return [entry];
    }
  };
}

export function isBroken(fault: Fault): fault is BrokenTransport {
  return fault.kind === 'drop' || fault.kind === 'duplicate' || fault.kind === 'swap';
}

/** What the tests beside this file need of a protocol that runs in memory between two parties. */
import type { PartyId, Session } from '@coscore/protocols';
import { seededCsprng, simulate, type Role } from '@coscore/protocols/helper/simulate.ts';
import { memoryNetwork, type MemoryNetwork, type TranscriptEntry } from '@coscore/protocols/memory-network.ts';
import { tampering, type Outgoing } from '../support/tampering.ts';
import type { Needle } from './forms.ts';

export const bank = 'bank' as PartyId;
export const tax = 'tax' as PartyId;
export const ROWS = 96;

/** Which of two secrets with the same allowed output. */
export type Which = 0 | 1;
/** What a party sends instead of a message. */
export type Change = (message: Outgoing) => Outgoing;

export interface Run {
  readonly transcript: readonly TranscriptEntry[];
  /** The first failure; undefined when all went well. */
  readonly failure: unknown;
}

export interface ProtocolRun {
  readonly name: string;
  /**
   * @param change what every party sends instead, of its messages to peers and to the helper
   * @param coins another number, other randomness; below 64
   */
  run(which: Which, change?: Change, coins?: number): Promise<Run>;
  /** Of all that both parties put in. */
  needles(which: Which): readonly Needle[];
  /** The same protocol by a party that does not mask. */
  unmasked(which: Which): Change;
  /** Whether a helper takes part whose view must not depend on the secret. */
  readonly blindHelper: boolean;
  /** About how many messages the data parties send. */
  readonly messages: number;
  /** Runs that tell apart what can be told apart, at what a run costs; at most 31. */
  readonly samples: number;
  /** Changed messages that are worth what a run costs. */
  readonly changes: number;
  /** Libraries that draw their own coins make every run another one. */
  readonly ownCoins?: true;
}

/** Two ends that wait for each other after a change wait for ever in memory; a node's idle limit ends them as this does. */
const SILENCE_MS = 1500;

export function watched(id: string, change: Change | undefined): MemoryNetwork {
  if (change === undefined) return memoryNetwork(id);
  const abort = (): void => network.abort();
  let timer = setTimeout(abort, SILENCE_MS).unref();
  const network = memoryNetwork(id, {
    tamper: (entry) => {
      clearTimeout(timer);
      timer = setTimeout(abort, SILENCE_MS).unref();
      return [entry];
    },
  });
  return network;
}

export const changed = (session: Session, change: Change | undefined): Session =>
  change === undefined ? session : tampering(session, (message) => [change(message)]);

export async function simulated(
  roles: Readonly<Record<string, Role>>,
  change: Change | undefined,
  coins: number,
): Promise<Run> {
  const network = watched('job/1', change);
  const entries = Object.entries(roles).map(
    ([party, role]) => [party, (session: Session) => role(changed(session, change))] as const,
  );
  const { failure } = await simulate(network, Object.fromEntries(entries), seededCsprng(coins));
  return { transcript: network.transcript, failure };
}

/** The same rows in another order: everything that is summed over rows stays. */
export function rotated<
  T extends { slice(from: number, to?: number): T; set(values: T, at?: number): void; length: number },
>(values: T, which: Which): T {
  if (which === 0) return values;
  const cut = 17;
  const turned = values.slice(0);
  turned.set(values.slice(cut), 0);
  turned.set(values.slice(0, cut), values.length - cut);
  return turned;
}

/** Runs data parties and their helper in one process, for tests and benches: real roles, in-memory channels. */
import type { Csprng } from '@coscore/crypto';
import { prg, SEED_BYTES } from '@coscore/crypto';
import type { MemoryNetwork } from '../memory-network.ts';
import type { PartyId, Session } from '../transport.ts';
import { finishDeals } from './deal.ts';
import { serveHelper } from './serve.ts';

export const HELPER = 'helper' as PartyId;

/** A role's work; `session` is its own. */
export type Role = (session: Session) => Promise<unknown>;

export interface Simulation {
  /** What each role returned or threw. */
  readonly outcomes: Readonly<Record<string, PromiseSettledResult<unknown>>>;
  /** The first failure in time, undefined when all went well. */
  readonly failure: unknown;
}

/** Reproducible "system" randomness: only for tests, where two runs must differ in the secret alone. */
export function seededCsprng(seed: number): Csprng {
  const stream = prg(new Uint8Array(SEED_BYTES).fill(seed), 'test csprng');
  return { kind: 'csprng', bytes: (length) => stream.bytes(length) };
}

/** Runs every role to its end; the first failure cancels the others. */
export async function simulate(
  network: MemoryNetwork,
  roles: Readonly<Record<string, Role>>,
  csprng?: Csprng,
): Promise<Simulation> {
  const parties = Object.keys(roles) as PartyId[];
  let failure: unknown;
  const guarded = async (work: Promise<unknown>): Promise<unknown> => {
    try {
      return await work;
    } catch (error) {
      failure ??= error;
      network.abort();
      throw error;
    }
  };
  const names = [...parties, HELPER];
  const settled = await Promise.allSettled([
    ...parties.map((party) => {
      const session = network.session(party);
      return guarded(
        roles[party]!(session).then(async (result) => {
          await finishDeals(session, HELPER);
          return result;
        }),
      );
    }),
    guarded(serveHelper(network.session(HELPER), { parties, ...(csprng === undefined ? {} : { csprng }) })),
  ]);
  return { outcomes: Object.fromEntries(settled.map((outcome, i) => [names[i]!, outcome])), failure };
}

/** What one role returned. @throws the simulation's first failure. */
export function resultOf<T>(simulation: Simulation, party: string): T {
  if (simulation.failure !== undefined) throw simulation.failure;
  const outcome = simulation.outcomes[party];
  if (outcome?.status !== 'fulfilled') throw new Error(`${party} has no result`);
  return outcome.value as T;
}

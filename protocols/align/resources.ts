/** What a role takes from its host besides the session; everything has a default that is right in production. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { systemCsprng, type Csprng } from '@coscore/crypto';
import { ProtocolError } from '../errors.ts';
import type { Session } from '../transport.ts';

export interface AlignResources {
  /** Randomness for scalars, shuffles and contributions. */
  readonly rng?: Csprng;
  /** Worker threads for the group operations of `blind`; the available cores by default. */
  readonly threads?: number;
}

export function rngOf(resources: AlignResources): Csprng {
  return resources.rng ?? systemCsprng;
}

/** Lets the event loop run between two stretches of computing, and ends a cancelled session. */
export async function breathe(session: Session): Promise<void> {
  await nextTurn();
  if (session.signal.aborted) throw new ProtocolError('cancelled', 'the session was cancelled');
}

/** Counts ids through every stage of one party's work. */
export function progressOf(session: Session, total: number): (ids: number) => void {
  let done = 0;
  return (ids) => {
    done += ids;
    session.progress({ stage: 'align', done, total, unit: 'ids' });
  };
}

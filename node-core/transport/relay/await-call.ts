/** A process as one end of a tunnel that others dial: the coordinator as helper, a party that its peers connect to directly. */
import type { Duplex } from 'node:stream';
import { ProtocolError } from '@coscore/protocols/errors.ts';
import type { Arrival, Rendezvous } from '../rendezvous.ts';
import type { TunnelCall } from './call.ts';

/** One end of a tunnel: a node's call, or this process. */
export type End =
  | { readonly at: 'node'; readonly call: TunnelCall }
  | { readonly at: 'here'; readonly accept: (call: TunnelCall) => void };

/** Names by which both ends meet; see Arrival. */
export interface Meeting {
  readonly session: string;
  /** This process. */
  readonly from: string;
  readonly to: string;
}

/**
 * Waits for the peer's call; after a drop, for its next one.
 * @param pair brings two ends together that have met. @param signal ends the wait.
 * @throws NodeError as Rendezvous refuses: `peer-timeout`, `relay-refused`; ProtocolError `cancelled`.
 */
export async function awaitCall(
  rendezvous: Rendezvous<End>,
  meeting: Meeting,
  pair: (a: Arrival<End>, b: Arrival<End>) => void,
  signal: AbortSignal,
): Promise<Duplex> {
  const { promise, resolve, reject } = Promise.withResolvers<Duplex>();
  let socket: Duplex | undefined;
  const arrival: Arrival<End> = {
    ...meeting,
    value: {
      at: 'here',
      accept: (call) => {
        socket = call.accept();
        socket.once('close', () => rendezvous.leave(arrival));
        resolve(socket);
      },
    },
    refuse: reject,
    part: (reason) => socket?.destroy(new Error(reason)),
  };
  const leave = (): void => {
    rendezvous.leave(arrival);
    reject(new ProtocolError('cancelled', 'the session has ended'));
  };
  if (signal.aborted) leave();
  signal.addEventListener('abort', leave, { once: true });
  const other = signal.aborted ? undefined : rendezvous.arrive(arrival);
  if (other !== undefined) pair(arrival, other);
  try {
    return await promise;
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

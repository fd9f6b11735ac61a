/** Dials a peer until a stream to it is there: tries come soon at first and more and more seldom, in case a thousand do the same. */
import { randomInt } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProtocolError } from '@coscore/protocols/errors.ts';
import { NodeError } from '../../errors/node-error.ts';

/**
 * A stream whose other end has been authenticated. Aborting the signal ends the try.
 * @throws NodeError, ProtocolError, as NodeEndpoint.session has them.
 */
export type Dial = (signal: AbortSignal) => Promise<Duplex>;

export interface ReachOptions {
  readonly dial: Dial;
  /** Says hello on a new stream; resolves when the peer's fits, rejects when the stream is of no use. */
  readonly greet: (duplex: Duplex) => Promise<void>;
  /** The session opens: a peer that does not come is final. */
  readonly first: boolean;
  /** How often the coordinator may refuse to relay before that is final. */
  readonly refusals: number;
  /** Ends the attempts. */
  readonly signal: AbortSignal;
}

const FIRST_DELAY_MS = 100;
const LAST_DELAY_MS = 10_000;

/** @throws the last error when it is final, or the signal's reason. */
export async function reach({ dial, greet, first, refusals, signal }: ReachOptions): Promise<void> {
  let refused = 0;
  for (let delayMs = first ? 0 : FIRST_DELAY_MS; ; delayMs = Math.min(2 * delayMs || FIRST_DELAY_MS, LAST_DELAY_MS)) {
    if (delayMs > 0) await pause(delayMs / 2 + randomInt(delayMs / 2), signal);
    signal.throwIfAborted();
    try {
      const duplex = await dial(signal);
      if (!signal.aborted) return await greet(duplex);
      duplex.on('error', () => undefined).destroy();
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof NodeError && error.code === 'relay-refused') refused += 1;
      if (isFinal(error, first) || refused >= refusals) throw error;
    }
  }
}

/** Another key or another version stays so; what was never reached is told at once; the rest may pass. */
function isFinal(error: unknown, first: boolean): boolean {
  if (error instanceof ProtocolError) return error.code !== 'peer-lost';
  if (!(error instanceof NodeError)) return true;
  switch (error.code) {
    case 'coordinator-unreachable':
    case 'direct-unreachable':
    case 'relay-refused':
      return false;
    case 'peer-timeout':
      return first;
    default:
      return true;
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

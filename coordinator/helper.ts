/** The helper role inside the coordinator: one session an attempt, dealing randomness to parties whose data it never sees. */
import type { Logger } from 'pino';
import { ledgerFor, type State } from '@coscore/node-core';
import type { CoordinatorEndpoint } from '@coscore/node-core/transport/index.ts';
import type { SessionId } from '@coscore/protocols';
import type { AlignOptions } from '@coscore/protocols/align/index.ts';
import { serveHelper } from '@coscore/protocols/helper/index.ts';

export class HelperSessions {
  readonly #state: State;
  readonly #log: Logger;
  readonly #running = new Map<string, AbortController>();

  constructor(state: State, log: Logger) {
    this.#state = state;
    this.#log = log;
  }

  /** Serves one session until every party is done. @param awayMs how long a party may be away. */
  async serve(endpoint: CoordinatorEndpoint, id: string, align: AlignOptions, awayMs: number): Promise<void> {
    const { parties } = align;
    const stop = new AbortController();
    this.#running.set(id, stop);
    try {
      const session = await endpoint.localSession({
        id: id as SessionId,
        peers: [...parties],
        material: ledgerFor(this.#state, id as SessionId),
        signal: stop.signal,
        awayMs,
        onViolation: ({ peer, error }) =>
          this.#log.warn({ event: 'violation', session: id, peer, code: error.code }, 'a party broke the protocol'),
      });
      await serveHelper(session, { parties, align });
      await session.close();
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    } finally {
      this.#running.delete(id);
    }
  }

  stop(id: string): void {
    this.#running.get(id)?.abort();
  }

  stopAll(): void {
    for (const id of this.#running.keys()) this.stop(id);
  }
}

/**
 * A node's session (node-core/transport) over the in-memory network: counts traffic as the real one does, tells of every
 * message before it is sent and after it has come, and ends for good when its process "dies".
 */
import { createHash } from 'node:crypto';
import type { NetworkSession } from '@coscore/node-core/transport/index.ts';
import { TrafficLog } from '@coscore/node-core/transport/tunnel/traffic.ts';
import { ProtocolError, type Channel, type MaterialLedger, type PartyId, type Progress } from '@coscore/protocols';
import type { MemoryNetwork } from '@coscore/protocols/memory-network.ts';

/** What a test sees of a running job, and where it may interfere: a hook that throws kills the process it was told of. */
export type JobEvent =
  /** `send` before a message leaves, `receive` once one has come. */
  | {
      readonly at: 'send' | 'receive';
      readonly party: string;
      readonly peer: string;
      readonly topic: string;
      readonly kind: string;
    }
  /** Before and after an artefact of the job is on disk. */
  | {
      readonly at: 'saving' | 'saved';
      readonly party: string;
      readonly stage: string;
      readonly name: string;
    }
  | { readonly at: 'progress'; readonly party: string; readonly progress: Progress };

/** The process of one participant during one attempt. After its death nothing of it acts any more. */
export class MemoryProcess {
  readonly party: string;
  readonly #hook: (event: JobEvent) => void | Promise<void>;
  readonly #onDeath: (cause: unknown) => void;
  #cause: unknown;
  #dead = false;

  constructor(party: string, hook: (event: JobEvent) => void | Promise<void>, onDeath: (cause: unknown) => void) {
    this.party = party;
    this.#hook = hook;
    this.#onDeath = onDeath;
  }

  kill(cause: unknown): void {
    if (this.#dead) return;
    this.retire(cause);
    this.#onDeath(cause);
  }

  /** Ends it without a word: the attempt is over. */
  retire(cause: unknown): void {
    if (this.#dead) return;
    this.#dead = true;
    this.#cause = cause;
  }

  get dead(): boolean {
    return this.#dead;
  }

  /** @throws what it died of. */
  check(): void {
    if (this.#dead) throw this.#cause;
  }

  async tell(event: JobEvent): Promise<void> {
    this.check();
    try {
      await this.#hook(event);
    } catch (cause) {
      this.kill(cause);
    }
    this.check();
  }

  /** For events that cannot wait: what the hook returns is not awaited. */
  tellNow(event: JobEvent): void {
    if (this.#dead) return;
    try {
      void Promise.resolve(this.#hook(event)).catch((cause: unknown) => this.kill(cause));
    } catch (cause) {
      this.kill(cause);
    }
  }
}

/** @param material where this process writes what one-time material it has used. */
export function memorySession(
  network: MemoryNetwork,
  process: MemoryProcess,
  material: MaterialLedger,
): NetworkSession {
  const plain = network.session(process.party as PartyId);
  const traffic = new TrafficLog();
  const channels = new Map<string, Channel>();
  const record = (peer: string, direction: 'sent' | 'received', kind: string, body: Uint8Array): void =>
    traffic.record(peer, direction, {
      kind,
      bytes: body.length,
      sha256: createHash('sha256').update(body).digest(),
    });
  const open = (peer: PartyId, topic: string): Channel => {
    const channel = plain.channel(peer, topic);
    const about = { party: process.party, peer, topic };
    return {
      self: channel.self,
      peer,
      topic,
      async send(kind, body) {
        await process.tell({ at: 'send', ...about, kind });
        record(peer, 'sent', kind, body);
        await channel.send(kind, body);
      },
      async receive(kind) {
        process.check();
        const body = await channel.receive(kind);
        await process.tell({ at: 'receive', ...about, kind });
        record(peer, 'received', kind, body);
        return body;
      },
    };
  };
  return {
    id: plain.id,
    self: plain.self,
    signal: plain.signal,
    material: {
      claim(peer, protocol, upTo) {
        process.check();
        return material.claim(peer, protocol, upTo);
      },
    },
    channel(peer, topic) {
      const key = `${peer}\n${topic}`;
      let found = channels.get(key);
      if (found === undefined) channels.set(key, (found = open(peer, topic)));
      return {
        ...found,
        send: (kind, body) => observed(found.send(kind, body)),
        receive: (kind) => observed(found.receive(kind)),
      };
    },
    progress: (progress) => process.tellNow({ at: 'progress', party: process.party, progress }),
    traffic: () => traffic.entries(),
    close: () => Promise.resolve(),
  };
}

/** As the real session does: a role that fails on one channel leaves its promises on others behind. */
function observed<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

export function lost(party: string): ProtocolError {
  return new ProtocolError('peer-lost', `${party} is gone`, { params: { peer: party } });
}

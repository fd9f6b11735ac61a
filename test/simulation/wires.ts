/**
 * Wires between two ends in memory that break as a plan says: bytes come in pieces and late, and after so many of them the
 * wire is cut, with what was under way lost. Each dial of both ends is one wire; those after the plan are whole.
 */
import { Duplex } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';

/** What one wire does to one direction. */
export interface Way {
  /** Bytes after which the wire is cut, both ways; `undefined` never. */
  readonly cutAfter?: number | undefined;
  /** Bytes of a piece. */
  readonly piece: number;
  /** Turns of the event loop that each write is late. */
  readonly late: number;
}

export interface WirePlan {
  readonly ways: readonly [there: Way, back: Way];
}

const WHOLE: Way = { piece: 1 << 20, late: 0 };

export class Wires {
  readonly #plans: readonly WirePlan[];
  #laid = 0;
  readonly #waiting: (((end: Duplex) => void) | undefined)[] = [undefined, undefined];

  constructor(plans: readonly WirePlan[]) {
    this.#plans = plans;
  }

  get laid(): number {
    return this.#laid;
  }

  /** How an end dials: it gets its end of a wire once the other end has dialled too. */
  dial(end: 0 | 1): (signal: AbortSignal) => Promise<Duplex> {
    return (signal) =>
      new Promise((resolve, reject) => {
        const give = (duplex: Duplex): void => {
          signal.removeEventListener('abort', giveUp);
          resolve(duplex);
        };
        const giveUp = (): void => {
          if (this.#waiting[end] === give) this.#waiting[end] = undefined;
          reject(signal.reason as Error);
        };
        signal.addEventListener('abort', giveUp, { once: true });
        const other = this.#waiting[1 - end];
        if (other === undefined) {
          this.#waiting[end] = give;
          return;
        }
        this.#waiting[1 - end] = undefined;
        const pair = wire(this.#plans[this.#laid++]?.ways ?? [WHOLE, WHOLE]);
        other(pair[1 - end]!);
        give(pair[end]!);
      });
  }
}

function wire(ways: readonly [Way, Way]): readonly [Duplex, Duplex] {
  const ends: Duplex[] = [];
  const cut = (): void => ends.forEach((end) => end.destroy());
  for (const i of [0, 1] as const) ends.push(endOf(ways[i], () => ends[1 - i]!, cut));
  for (const end of ends) end.on('error', () => undefined);
  return [ends[0]!, ends[1]!];
}

function endOf({ cutAfter = Infinity, piece, late }: Way, other: () => Duplex, cut: () => void): Duplex {
  let sent = 0;
  const pass = async (chunk: Buffer): Promise<void> => {
    for (let i = 0; i < late; i++) await turn();
    for (let at = 0; at < chunk.length; at += piece) {
      const bytes = chunk.subarray(at, Math.min(at + piece, chunk.length, at + cutAfter - sent));
      if (other().destroyed) return;
      if (bytes.length > 0) other().push(Buffer.from(bytes));
      sent += bytes.length;
      if (sent >= cutAfter) return cut();
    }
  };
  return new Duplex({
    read: () => undefined,
    write(chunk: Buffer, _encoding, done) {
      pass(chunk).then(() => done(), done);
    },
    final(done) {
      if (!other().destroyed) other().push(null);
      done();
    },
    // As a relay that is lost takes both its ends with it.
    destroy(error, done) {
      setImmediate(() => other().destroy());
      done(error);
    },
  });
}

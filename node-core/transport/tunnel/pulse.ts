/**
 * Whether the other end of a stream is still there, where no other connection tells. TCP says nothing while bytes of ours are
 * under way, which in training they always are, and Node cannot shorten the kernel's patience with those (some 15 minutes).
 *
 * Both ends say something at fixed intervals, whatever else they send, and listen. A beat asks for no answer, so that one
 * behind a long queue towards a slow peer is not missed: whoever receives bytes has a live peer.
 */
import type { Keepalive } from '../grpc/service.ts';

export class Pulse {
  readonly #limitMs: number;
  readonly #dead: () => void;
  readonly #beating: NodeJS.Timeout;
  #watching: NodeJS.Timeout;
  #heardMs = performance.now();
  #stopped = false;

  /**
   * @param beat is called every `everyMs`. @param dead once, when nothing was heard for `everyMs` and `timeoutMs` together.
   */
  constructor({ everyMs, timeoutMs }: Keepalive, beat: () => void, dead: () => void) {
    this.#limitMs = everyMs + timeoutMs;
    this.#dead = dead;
    this.#beating = setInterval(beat, everyMs).unref();
    this.#watching = this.#watch(this.#limitMs);
  }

  heard(): void {
    this.#heardMs = performance.now();
  }

  stop(): void {
    this.#stopped = true;
    clearInterval(this.#beating);
    clearTimeout(this.#watching);
  }

  #watch(ms: number): NodeJS.Timeout {
    // A process that was busy or asleep until now first reads what has come meanwhile, and then judges.
    return setTimeout(() => setImmediate(() => this.#judge()), ms).unref();
  }

  #judge(): void {
    if (this.#stopped) return;
    const silentMs = performance.now() - this.#heardMs;
    if (silentMs < this.#limitMs) this.#watching = this.#watch(this.#limitMs - silentMs);
    else {
      this.stop();
      this.#dead();
    }
  }
}

/** Speed and time left of what is under way. */

export interface Pace {
  /** Units a second; 0 while unknown. */
  readonly rate: number;
  /** Seconds; undefined while unknown. */
  readonly left?: number;
}

/** Measures one thing after another; a new stage starts afresh. Pure but for the times it is given. */
export class RateMeter {
  #stage = '';
  #startedMs = 0;
  #startedAt = 0;

  /** @param nowMs of a clock that never goes back */
  measure(stage: string, done: number, total: number, nowMs: number): Pace {
    if (stage !== this.#stage || done < this.#startedAt) {
      this.#stage = stage;
      this.#startedMs = nowMs;
      this.#startedAt = done;
    }
    const seconds = (nowMs - this.#startedMs) / 1000;
    const rate = seconds <= 0 ? 0 : (done - this.#startedAt) / seconds;
    return rate > 0 ? { rate, left: Math.max(0, total - done) / rate } : { rate: 0 };
  }
}

/** `0:07`, `12:30`, `1:02:03`. */
export function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** Draws from the distributions that firms' figures follow, on a seeded generator (xoshiro128**, models/data/rng.ts). */
import { type SeededRng, seededRng } from '@coscore/models/data/rng.ts';

/** A weighted choice: value and weight. */
export type Weighted<T> = readonly (readonly [value: T, weight: number])[];

/** Firms a seed can tell apart. */
export const MAX_FIRMS = 2 ** 28;
export const MAX_SEED = 2 ** 20;

/** Independent streams of one firm; a firm's figures at one institution do not depend on who else is written. */
export const STREAMS = { firm: 0, bank: 1, tax: 2, logistics: 3 } as const;
export type Stream = keyof typeof STREAMS;

export class Draw {
  readonly #rng: SeededRng;
  #spare: number | undefined;

  constructor(rng: SeededRng) {
    this.#rng = rng;
  }

  /** The draws of one firm. @param seed in [0, 2^20). @param firm in [0, 2^28). */
  static of(seed: number, firm: number, stream: Stream): Draw {
    return new Draw(seededRng(seed * 2 ** 32 + firm * 16 + STREAMS[stream]));
  }

  /** Uniform in [0, 1). */
  uniform(): number {
    return this.#rng.next();
  }

  chance(probability: number): boolean {
    return this.#rng.next() < probability;
  }

  /** Standard normal (Box and Muller, 1958). */
  normal(): number {
    if (this.#spare !== undefined) {
      const spare = this.#spare;
      this.#spare = undefined;
      return spare;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - this.#rng.next()));
    const angle = 2 * Math.PI * this.#rng.next();
    this.#spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  logNormal(meanLog: number, sdLog: number): number {
    return Math.exp(meanLog + sdLog * this.normal());
  }

  /** Heavy tail: P(X > x) = (minimum / x)^shape. */
  pareto(minimum: number, shape: number): number {
    return minimum * (1 - this.#rng.next()) ** (-1 / shape);
  }

  /** Number of events (Knuth's product of uniforms). @param mean in [0, 60]; more is capped. */
  poisson(mean: number): number {
    const limit = Math.exp(-Math.min(mean, 60));
    let count = -1;
    for (let product = 1; product > limit; count++) product *= 1 - this.#rng.next();
    return count;
  }

  pick<T>(choices: Weighted<T>): T {
    let left = this.#rng.next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of choices) {
      left -= weight;
      if (left < 0) return value;
    }
    return choices[choices.length - 1]![0];
  }
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

export const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));

/** Rounded to a step, without the noise of binary fractions. */
export const roundTo = (x: number, step: number): number => Number((Math.round(x / step) * step).toFixed(6));

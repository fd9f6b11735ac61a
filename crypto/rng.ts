/** Randomness for secrets (`Csprng`) and for models (`SeededRng`): two types that cannot be swapped. */
import { randomBytes } from 'node:crypto';

/** Unpredictable bytes. Never seeded, never logged. */
export interface Csprng {
  readonly kind: 'csprng';
  bytes(length: number): Uint8Array;
}

/** Reproducible bytes for splits, sampling and made-up data. Never for anything that hides data. */
export interface SeededRng {
  readonly kind: 'seeded';
  /** Uniform in [0, 1) with 53 bits. */
  next(): number;
  /** Uniform integer in [0, bound), by rejection. */
  below(bound: number): number;
}

export const systemCsprng: Csprng = { kind: 'csprng', bytes: (length) => randomBytes(length) };

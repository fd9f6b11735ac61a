/**
 * xoshiro128** 1.1 (Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 2021), state filled
 * by SplitMix64 as its authors advise. Reproducible, and predictable: never for anything that hides data.
 */

/** Reproducible numbers for splits and sampling. */
export interface SeededRng {
  readonly kind: 'seeded';
  /** Uniform in [0, 1) with 53 bits. */
  next(): number;
  /** Uniform integer in [0, bound), by rejection; 1 <= bound <= 2^32. */
  below(bound: number): number;
}

/** @param state four 32-bit words, not all zero. */
export function xoshiro128(state: Uint32Array): { readonly u32: () => number } {
  const s = state.slice(0, 4);
  if (s.length !== 4 || s.every((word) => word === 0)) throw new RangeError('the state is four words, not all zero');
  return {
    u32: () => {
      const result = Math.imul(rotl(Math.imul(s[1]!, 5), 7), 9) >>> 0;
      const t = s[1]! << 9;
      s[2]! ^= s[0]!;
      s[3]! ^= s[1]!;
      s[1]! ^= s[2]!;
      s[0]! ^= s[3]!;
      s[2]! ^= t;
      s[3] = rotl(s[3]!, 11);
      return result;
    },
  };
}

/** @param seed an integer in [0, 2^53). */
export function seededRng(seed: number): SeededRng {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError('a seed is a whole number, zero or above');
  const { u32 } = xoshiro128(splitMix64(BigInt(seed), 4));
  return {
    kind: 'seeded',
    next: () => (u32() >>> 5) * 2 ** -27 + (u32() >>> 6) * 2 ** -53,
    below(bound) {
      if (!Number.isSafeInteger(bound) || bound < 1 || bound > 2 ** 32) throw new RangeError('bound is in [1, 2^32]');
      const limit = 2 ** 32 - (2 ** 32 % bound);
      for (;;) {
        const draw = u32();
        if (draw < limit) return draw % bound;
      }
    },
  };
}

function rotl(x: number, k: number): number {
  return (x << k) | (x >>> (32 - k));
}

/**
 * SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), each 64-bit output as two words, the low one first.
 * @param words how many 32-bit words.
 */
export function splitMix64(seed: bigint, words: number): Uint32Array {
  const mask = (1n << 64n) - 1n;
  const out = new Uint32Array(words);
  let x = seed;
  for (let i = 0; i < words; i += 2) {
    x = (x + 0x9e3779b97f4a7c15n) & mask;
    let z = x;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & mask;
    z ^= z >> 31n;
    out[i] = Number(z & 0xffffffffn);
    if (i + 1 < words) out[i + 1] = Number(z >> 32n);
  }
  return out;
}

/** Random numbers of one tree, derived from the job's seed and the tree's number: nothing is carried from tree to tree. */
import { splitMix64 } from '../data/rng.ts';

/** What the numbers are for; each has a stream of its own. */
export type TreeStream = 'rows' | 'columns' | 'goss' | 'rounding';

const streamNumbers: Record<TreeStream, bigint> = { rows: 1n, columns: 2n, goss: 3n, rounding: 4n };

export interface TreeRng {
  /** Uniform in [0, 2^32). */
  readonly u32: () => number;
  /** The same numbers in the same order, many at once. */
  readonly fill: (words: Uint32Array) => void;
}

/** Reproducible, and predictable: never for anything that hides data. @param seed, tree whole numbers, zero or above. */
export function treeRng(seed: number, tree: number, stream: TreeStream): TreeRng {
  const word = (from: bigint): bigint => {
    const [low, high] = splitMix64(from, 2) as unknown as [number, number];
    return (BigInt(high) << 32n) | BigInt(low);
  };
  const mixed = word(word(BigInt(seed)) + (BigInt(tree) << 3n) + streamNumbers[stream]);
  return blockwise(splitMix64(mixed, 4));
}

/** xoshiro128** 1.1 as in data/rng.ts, its state in variables while it fills a block: several times faster. */
function blockwise(state: Uint32Array): TreeRng {
  const s = Int32Array.from(state);
  const fill = (words: Uint32Array): void => {
    let [s0, s1, s2, s3] = s as unknown as [number, number, number, number];
    for (let i = 0; i < words.length; i++) {
      const x = Math.imul(s1, 5);
      words[i] = Math.imul((x << 7) | (x >>> 25), 9);
      const t = s1 << 9;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= t;
      s3 = (s3 << 11) | (s3 >>> 21);
    }
    s.set([s0, s1, s2, s3]);
  };
  const one = new Uint32Array(1);
  const u32 = (): number => {
    fill(one);
    return one[0]!;
  };
  return { u32, fill };
}

/** One word a row. @param keys [rows] a permutation: the row's place in the order of drawing; absent: as rows stand. */
export function rowWords(rng: TreeRng, rows: number, keys: Uint32Array | undefined): Uint32Array {
  const words = new Uint32Array(rows);
  rng.fill(words);
  if (keys === undefined) return words;
  const drawn = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) drawn[row] = words[keys[row]!]!;
  return drawn;
}

/** Uniform in [0, 1) with 32 bits. */
export function uniform(rng: TreeRng): number {
  return rng.u32() * 2 ** -32;
}

/** Uniform in [0, bound), 1 <= bound <= 2^32, by rejection. */
export function below(rng: TreeRng, bound: number): number {
  const limit = 2 ** 32 - (2 ** 32 % bound);
  for (;;) {
    const draw = rng.u32();
    if (draw < limit) return draw % bound;
  }
}

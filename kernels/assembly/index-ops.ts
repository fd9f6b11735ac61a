// What moves by index: permutations, gathers, sums over segments, bit packing.

/** out[i] = i. */
export function identity(out: usize, n: u32): void {
  let four: v128 = i32x4(0, 1, 2, 3);
  let i: u32 = 0;
  for (; i + 4 <= n; i += 4) {
    v128.store(out + ((<usize>i) << 2), four);
    four = i32x4.add(four, i32x4.splat(4));
  }
  for (; i < n; i++) store<u32>(out + ((<usize>i) << 2), i);
}

/**
 * Fisher-Yates from `from` down to 1 on the words given; the draw of crypto/permutation.ts.
 * @returns the next i that still wants a word (0: done).
 */
export function shuffle(out: usize, from: u32, words: usize, count: u32): u32 {
  let i: u32 = from;
  let word: usize = words;
  const end: usize = words + ((<usize>count) << 2);
  while (i > 0 && word < end) {
    // All i of one mask at a time.
    const mask: u32 = 0xffffffff >> clz<u32>(i);
    const last: u32 = mask >> 1;
    while (i > last && word < end) {
      const drawn: u32 = load<u32>(word) & mask;
      word += 4;
      // A word that is thrown away swaps i with itself: a branch here would be mispredicted as often as not.
      const fits: u32 = drawn <= i ? 1 : 0;
      const ai: usize = out + ((<usize>i) << 2);
      const aj: usize = out + ((<usize>(i ^ ((i ^ drawn) & (0 - fits)))) << 2);
      const moved: u32 = load<u32>(ai);
      store<u32>(ai, load<u32>(aj));
      store<u32>(aj, moved);
      i -= fits;
    }
  }
  return i;
}

/** out[index[j]] = j. */
export function invert(index: usize, out: usize, n: u32): void {
  for (let j: u32 = 0; j < n; j++) store<u32>(out + ((<usize>load<u32>(index + ((<usize>j) << 2))) << 2), j);
}

/** out[j] = values[index[j]] - out[j]. */
export function gatherLess(values: usize, index: usize, out: usize, n: u32): void {
  for (let j: u32 = 0; j < n; j++) {
    const at: usize = out + ((<usize>j) << 3);
    store<u64>(at, load<u64>(values + ((<usize>load<u32>(index + ((<usize>j) << 2))) << 3)) - load<u64>(at));
  }
}

/** out[j] = values[index[j]] + out[j]. */
export function gatherMore(values: usize, index: usize, out: usize, n: u32): void {
  for (let j: u32 = 0; j < n; j++) {
    const at: usize = out + ((<usize>j) << 3);
    store<u64>(at, load<u64>(values + ((<usize>load<u32>(index + ((<usize>j) << 2))) << 3)) + load<u64>(at));
  }
}

/**
 * Counting sort by group: out[next[group[i]]++] = position[i], for i ascending.
 * @param next [groups] u32, first free place of each group; left at the ends.
 */
export function scatterByGroup(group: usize, position: usize, next: usize, out: usize, n: u32): void {
  for (let i: u32 = 0; i < n; i++) {
    const slot: usize = next + ((<usize>load<u32>(group + ((<usize>i) << 2))) << 2);
    const at: u32 = load<u32>(slot);
    store<u32>(slot, at + 1);
    store<u32>(out + ((<usize>at) << 2), load<u32>(position + ((<usize>i) << 2)));
  }
}

/** sums[g] = sum of values[index[j]] over offsets[g] <= j < offsets[g + 1]. */
export function segmentSums(values: usize, index: usize, offsets: usize, groups: u32, sums: usize): void {
  let j: u32 = load<u32>(offsets);
  for (let g: u32 = 0; g < groups; g++) {
    const end: u32 = load<u32>(offsets + ((<usize>(g + 1)) << 2));
    let sum: u64 = 0;
    for (; j < end; j++) sum += load<u64>(values + ((<usize>load<u32>(index + ((<usize>j) << 2))) << 3));
    store<u64>(sums + ((<usize>g) << 3), sum);
  }
}

/** Each value's low `width` bits, least significant first, one after another. `out` is zeroed and has 8 spare bytes. */
export function packBits(values: usize, n: u32, width: u32, out: usize): void {
  let held: u64 = 0;
  let bits: u32 = 0;
  let to: usize = out;
  for (let i: u32 = 0; i < n; i++) {
    held |= (<u64>load<u32>(values + ((<usize>i) << 2))) << bits;
    bits += width;
    if (bits >= 32) {
      store<u32>(to, <u32>held);
      to += 4;
      held >>= 32;
      bits -= 32;
    }
  }
  if (bits > 0) store<u32>(to, <u32>held);
}

/** @returns how many unpacked values are `limit` or more; `packed` has 8 spare bytes. */
export function unpackBits(packed: usize, n: u32, width: u32, out: usize, limit: u32): u32 {
  const mask: u64 = ((<u64>1) << width) - 1;
  let held: u64 = 0;
  let bits: u32 = 0;
  let from: usize = packed;
  let refused: u32 = 0;
  for (let i: u32 = 0; i < n; i++) {
    if (bits < width) {
      held |= (<u64>load<u32>(from)) << bits;
      from += 4;
      bits += 32;
    }
    const value: u32 = <u32>(held & mask);
    held >>= width;
    bits -= width;
    refused += value >= limit ? 1 : 0;
    store<u32>(out + ((<usize>i) << 2), value);
  }
  return refused;
}

// Sums of a masked column by groups that become finer step by step. Positions carry a live node and a code; a table says, for
// every (live node, bit), the next live node (low 16 bits), the slot it is summed in (15 bits), and whether the bit may be 1.
//
// An accumulator holds 16 bytes a group, sum and count, so that one vector addition does both, and stands twice: neighbouring
// positions are often in one group, and two chains of additions wait half as long for each other.

/** What `count` adds beside a value. Loaded once a kernel: a constant would be made anew for every position. */
const countOfOne: usize = memory.data<u64>([0, 1]);

/** acc[group] += (value, 1). */
function count(acc: usize, group: u32, value: usize, one: v128): void {
  const at: usize = acc + ((<usize>group) << 4);
  v128.store(at, i64x2.add(v128.load(at), v128.or(v128.load64_zero(value), one)));
}

/**
 * One step over rows: each row's bit and live node give its next one.
 * @param live [m] u16. @param rowOf [m] u32, or 0: row j stands at j. @param right bits by row.
 * @param next [2 x live nodes] u32. @param table [m] u16: slot << 1 | bit, the bit 0 where it may not be 1.
 */
export function regroupRows(live: usize, rowOf: usize, right: usize, m: u32, next: usize, table: usize): void {
  for (let j: u32 = 0; j < m; j++) {
    const row: u32 = rowOf == 0 ? j : load<u32>(rowOf + ((<usize>j) << 2));
    const bit: u32 = ((<u32>load<u8>(right + (row >> 3))) >> (row & 7)) & 1;
    const at: usize = live + ((<usize>j) << 1);
    const entry: u32 = load<u32>(next + ((<usize>(((<u32>load<u16>(at)) << 1) | bit)) << 2));
    store<u16>(at, <u16>entry);
    store<u16>(table + ((<usize>j) << 1), <u16>((((entry >> 16) & 0x7fff) << 1) | (bit & (entry >> 31))));
  }
}

function tableAt<T>(table: usize, index: u32): u32 {
  return sizeof<T>() == 1 ? <u32>load<u8>(table + <usize>index) : <u32>load<u16>(table + ((<usize>index) << 1));
}

/** acc[slot of row j] += (values[j], 1). @param acc [slots] of 16 bytes, once. */
export function sumRows(table: usize, values: usize, m: u32, acc: usize): void {
  const one: v128 = v128.load(countOfOne);
  for (let j: u32 = 0; j < m; j++) {
    count(acc, (<u32>load<u16>(table + ((<usize>j) << 1))) >> 1, values + ((<usize>j) << 3), one);
  }
}

/** out[j] = codes[rowOf[j]]. @param codes u16 @param rowOf [m] u32 @param out [m] u16. */
export function countedCodes(codes: usize, rowOf: usize, m: u32, out: usize): void {
  for (let j: u32 = 0; j < m; j++) {
    const row: usize = <usize>load<u32>(rowOf + ((<usize>j) << 2));
    store<u16>(out + ((<usize>j) << 1), load<u16>(codes + (row << 1)));
  }
}

/** out[x] = codes[rho[x]], or `padding` where rho[x] >= m. */
export function selectCodes(rho: usize, codes: usize, m: u32, padding: u32, slots: u32, out: usize): void {
  for (let x: u32 = 0; x < slots; x++) {
    const j: u32 = load<u32>(rho + ((<usize>x) << 2));
    const code: u32 = j < m ? <u32>load<u16>(codes + ((<usize>j) << 1)) : padding;
    store<u16>(out + ((<usize>x) << 1), <u16>code);
  }
}

/** u[x] += column[rho[x]] where rho[x] < m. */
export function addSelected(rho: usize, column: usize, m: u32, slots: u32, u: usize): void {
  for (let x: u32 = 0; x < slots; x++) {
    const j: u32 = load<u32>(rho + ((<usize>x) << 2));
    if (j >= m) continue;
    const at: usize = u + ((<usize>x) << 3);
    store<u64>(at, load<u64>(at) + load<u64>(column + ((<usize>j) << 3)));
  }
}

/** Each code's low `width` bits, least significant first, one after another. `out` has 8 spare bytes. */
export function packCodes(codes: usize, n: u32, width: u32, out: usize): void {
  let held: u64 = 0;
  let bits: u32 = 0;
  let to: usize = out;
  for (let i: u32 = 0; i < n; i++) {
    held |= (<u64>load<u16>(codes + ((<usize>i) << 1))) << bits;
    bits += width;
    if (bits < 32) continue;
    store<u32>(to, <u32>held);
    to += 4;
    held >>= 32;
    bits -= 32;
  }
  if (bits > 0) store<u32>(to, <u32>held);
}

/**
 * Codes and the live node that each position starts in: 0, or 1 where the code is `bins`, which is padding.
 * @param out [n] u16. @param live [n] u16. @param packed has 8 spare bytes.
 * @returns codes above `bins` in the high half, padding in the low half.
 */
export function unpackCodes(packed: usize, n: u32, width: u32, bins: u32, out: usize, live: usize): u64 {
  const mask: u64 = ((<u64>1) << width) - 1;
  let held: u64 = 0;
  let bits: u32 = 0;
  let from: usize = packed;
  let refused: u64 = 0;
  let padding: u64 = 0;
  for (let i: u32 = 0; i < n; i++) {
    if (bits < width) {
      held |= (<u64>load<u32>(from)) << bits;
      from += 4;
      bits += 32;
    }
    const value: u32 = <u32>(held & mask);
    held >>= width;
    bits -= width;
    refused += value > bins ? 1 : 0;
    const isPadding: u32 = value == bins ? 1 : 0;
    padding += isPadding;
    store<u16>(out + ((<usize>i) << 1), <u16>value);
    store<u16>(live + ((<usize>i) << 1), <u16>isPadding);
  }
  return (refused << 32) | padding;
}

/**
 * The owner's step over one feature's anonymous positions: what the rows' table says of each, as bits for the other end, and the
 * sums of its masked column.
 * @param rho [slots] u32. @param table [slots] T as `regroupRows` gives it. @param codes [slots] u16. @param u [slots] u64.
 * @param bits out, whole words of 8 bytes. @param acc [2 x groups] of 16 bytes, zeroed.
 */
function regroupOwner<T>(
  rho: usize,
  table: usize,
  codes: usize,
  u: usize,
  slots: u32,
  bins: u32,
  bits: usize,
  acc: usize,
  groups: u32,
): void {
  const one: v128 = v128.load(countOfOne);
  const odd: usize = acc + ((<usize>groups) << 4);
  for (let base: u32 = 0; base < slots; base += 64) {
    const end: u32 = min(base + 64, slots);
    let word: u64 = 0;
    let x: u32 = base;
    for (; x + 2 <= end; x += 2) {
      const t0: u32 = tableAt<T>(table, load<u32>(rho + ((<usize>x) << 2)));
      const t1: u32 = tableAt<T>(table, load<u32>(rho + ((<usize>x) << 2), 4));
      word |= (<u64>((t0 & 1) | ((t1 & 1) << 1))) << (x & 63);
      count(acc, (t0 >> 1) * bins + load<u16>(codes + ((<usize>x) << 1)), u + ((<usize>x) << 3), one);
      count(odd, (t1 >> 1) * bins + load<u16>(codes + ((<usize>x) << 1), 2), u + ((<usize>x) << 3) + 8, one);
    }
    if (x < end) {
      const t: u32 = tableAt<T>(table, load<u32>(rho + ((<usize>x) << 2)));
      word |= (<u64>(t & 1)) << (x & 63);
      count(acc, (t >> 1) * bins + load<u16>(codes + ((<usize>x) << 1)), u + ((<usize>x) << 3), one);
    }
    store<u64>(bits + (base >> 3), word);
  }
}

/** A smaller table stays in a nearer cache, which is what random reads of it cost. */
export function regroupOwner8(
  rho: usize,
  table: usize,
  codes: usize,
  u: usize,
  slots: u32,
  bins: u32,
  bits: usize,
  acc: usize,
  groups: u32,
): void {
  regroupOwner<u8>(rho, table, codes, u, slots, bins, bits, acc, groups);
}

export function regroupOwner16(
  rho: usize,
  table: usize,
  codes: usize,
  u: usize,
  slots: u32,
  bins: u32,
  bits: usize,
  acc: usize,
  groups: u32,
): void {
  regroupOwner<u16>(rho, table, codes, u, slots, bins, bits, acc, groups);
}

/**
 * The other end's step over the same positions: the bits move each to its next live node; sums of its masks.
 * @param live [slots] u16. @param next [2 x live nodes] u32. @param bits whole words of 8 bytes.
 * @returns how many bits are 1 where they may not be.
 */
export function regroupAnonymous(
  live: usize,
  bits: usize,
  next: usize,
  codes: usize,
  s: usize,
  slots: u32,
  bins: u32,
  acc: usize,
  groups: u32,
): u32 {
  const one: v128 = v128.load(countOfOne);
  const odd: usize = acc + ((<usize>groups) << 4);
  let refused: u32 = 0;
  for (let base: u32 = 0; base < slots; base += 64) {
    const end: u32 = min(base + 64, slots);
    let word: u64 = load<u64>(bits + (base >> 3));
    let x: u32 = base;
    for (; x + 2 <= end; x += 2) {
      const at: usize = (<usize>x) << 1;
      const b0: u32 = (<u32>word) & 1;
      const b1: u32 = (<u32>(word >> 1)) & 1;
      word >>= 2;
      const e0: u32 = load<u32>(next + ((<usize>(((<u32>load<u16>(live + at)) << 1) | b0)) << 2));
      const e1: u32 = load<u32>(next + ((<usize>(((<u32>load<u16>(live + at, 2)) << 1) | b1)) << 2));
      refused += (b0 & ~(e0 >> 31)) + (b1 & ~(e1 >> 31));
      store<u16>(live + at, <u16>e0);
      store<u16>(live + at, <u16>e1, 2);
      count(acc, ((e0 >> 16) & 0x7fff) * bins + load<u16>(codes + at), s + (at << 2), one);
      count(odd, ((e1 >> 16) & 0x7fff) * bins + load<u16>(codes + at, 2), s + (at << 2) + 8, one);
    }
    if (x < end) {
      const at: usize = (<usize>x) << 1;
      const b: u32 = (<u32>word) & 1;
      const e: u32 = load<u32>(next + ((<usize>(((<u32>load<u16>(live + at)) << 1) | b)) << 2));
      refused += b & ~(e >> 31);
      store<u16>(live + at, <u16>e);
      count(acc, ((e >> 16) & 0x7fff) * bins + load<u16>(codes + at), s + (at << 2), one);
      word >>= 1;
    }
    // Beyond the last position nothing may stand.
    if (end < base + 64) refused += <u32>popcnt<u64>(word);
  }
  return refused;
}

/**
 * Both halves of an accumulator as one, where the bins are joined: sums[row of i, at[i]] += acc[i].
 * @param at [rows x bins] u16 below bins. @param sums [rows x bins] u64, added to. @param counts [rows x bins] u32, added to.
 */
export function joinGroups(acc: usize, groups: u32, rows: u32, bins: u32, at: usize, sums: usize, counts: usize): void {
  const odd: usize = (<usize>groups) << 4;
  for (let row: u32 = 0; row < rows; row++) {
    for (let bin: u32 = 0; bin < bins; bin++) {
      const i: u32 = row * bins + bin;
      const from: usize = acc + ((<usize>i) << 4);
      const to: usize = <usize>(row * bins + <u32>load<u16>(at + ((<usize>i) << 1)));
      const sum: usize = sums + (to << 3);
      const tally: usize = counts + (to << 2);
      store<u64>(sum, load<u64>(sum) + load<u64>(from) + load<u64>(from + odd));
      store<u32>(tally, load<u32>(tally) + load<u32>(from, 8) + load<u32>(from + odd, 8));
    }
  }
}

/** All positions in one slot: acc[codes[x]] += (values[x], 1). @param acc [2 x groups] of 16 bytes, zeroed. */
export function sumByCode(codes: usize, values: usize, slots: u32, acc: usize, groups: u32): void {
  const one: v128 = v128.load(countOfOne);
  const odd: usize = acc + ((<usize>groups) << 4);
  let x: u32 = 0;
  for (; x + 2 <= slots; x += 2) {
    const at: usize = (<usize>x) << 1;
    count(acc, load<u16>(codes + at), values + (at << 2), one);
    count(odd, load<u16>(codes + at, 2), values + (at << 2) + 8, one);
  }
  if (x < slots) count(acc, load<u16>(codes + ((<usize>x) << 1)), values + ((<usize>x) << 3), one);
}

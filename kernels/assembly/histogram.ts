// Sums of packed pairs over the rows of a node, by bin code. Codes are row-major, so a row's codes share cache lines and
// its pair is loaded once for all features. One bin holds 16 bytes: the sum of pairs (u64) and the rows (u64), added as one
// vector; a node's bins stay in the first cache level.

/** Bytes of row numbers that are looked up ahead of being summed. */
const AHEAD: usize = 64 * 4;

const touched: usize = memory.data(8);

/**
 * Brings the lines of some rows near. Rows of a small node are far apart, and a processor that is busy adding up one row does
 * not look far enough ahead to fetch the next ones: alone, these loads wait for memory all at once.
 */
function touch(codes: usize, stride: u32, pairs: usize, from: usize, to: usize): void {
  // Rows ascend: where they are close together, the hardware sees the pattern by itself.
  if (load<u32>(to - 4) - load<u32>(from) < ((<u32>(to - from)) >> 2) * 3) return;
  let sum: u64 = 0;
  for (let at: usize = from; at < to; at += 4) {
    const row: usize = <usize>load<u32>(at);
    const first: usize = codes + row * <usize>stride;
    sum += load<u64>(pairs + (row << 3));
    for (let line: usize = 0; line < <usize>stride; line += 64) sum += <u64>load<u8>(first + line);
    sum += <u64>load<u8>(first + <usize>stride - 1);
  }
  store<u64>(touched, sum);
}

/**
 * bins[f][code] += (pair, 1) of every listed row, all features.
 * @param codes [rows x stride] u8 @param order u32 rows, entries [from, to) @param bins [features x binStride] of 16 bytes.
 */
export function sumRows8(
  codes: usize,
  stride: u32,
  features: u32,
  pairs: usize,
  order: usize,
  from: u32,
  to: u32,
  bins: usize,
  binStride: u32,
): void {
  const block: usize = (<usize>binStride) << 4;
  const whole: u32 = features & ~7;
  const end: usize = order + ((<usize>to) << 2);
  for (let start: usize = order + ((<usize>from) << 2); start < end; start += AHEAD) {
    const stop: usize = min<usize>(end, start + AHEAD);
    touch(codes, stride, pairs, start, stop);
    for (let at: usize = start; at < stop; at += 4) {
      const row: u32 = load<u32>(at);
      const one: v128 = i64x2.replace_lane(i64x2.splat(1), 0, load<i64>(pairs + ((<usize>row) << 3)));
      let p: usize = codes + <usize>row * <usize>stride;
      let b: usize = bins;
      let f: u32 = 0;
      for (; f < whole; f += 8) {
        const c: u64 = load<u64>(p);
        add(b + ((<usize>(c & 0xff)) << 4), one);
        b += block;
        add(b + ((<usize>((c >> 8) & 0xff)) << 4), one);
        b += block;
        add(b + ((<usize>((c >> 16) & 0xff)) << 4), one);
        b += block;
        add(b + ((<usize>((c >> 24) & 0xff)) << 4), one);
        b += block;
        add(b + ((<usize>((c >> 32) & 0xff)) << 4), one);
        b += block;
        add(b + ((<usize>((c >> 40) & 0xff)) << 4), one);
        b += block;
        add(b + ((<usize>((c >> 48) & 0xff)) << 4), one);
        b += block;
        add(b + ((<usize>(c >> 56)) << 4), one);
        b += block;
        p += 8;
      }
      for (; f < features; f++) {
        add(b + ((<usize>load<u8>(p)) << 4), one);
        b += block;
        p++;
      }
    }
  }
}

/** As `sumRows8`, for some features. @param which [count] u32 byte offsets within a row; `stride` is in bytes too. */
function sumSome<T>(
  codes: usize,
  stride: u32,
  which: usize,
  count: u32,
  pairs: usize,
  order: usize,
  from: u32,
  to: u32,
  bins: usize,
  binStride: u32,
): void {
  const block: usize = (<usize>binStride) << 4;
  const end: usize = order + ((<usize>to) << 2);
  const last: usize = which + ((<usize>count) << 2);
  for (let start: usize = order + ((<usize>from) << 2); start < end; start += AHEAD) {
    const stop: usize = min<usize>(end, start + AHEAD);
    touch(codes, stride, pairs, start, stop);
    for (let at: usize = start; at < stop; at += 4) {
      const row: u32 = load<u32>(at);
      const one: v128 = i64x2.replace_lane(i64x2.splat(1), 0, load<i64>(pairs + ((<usize>row) << 3)));
      const p: usize = codes + <usize>row * <usize>stride;
      let b: usize = bins;
      for (let w: usize = which; w < last; w += 4) {
        add(b + ((<usize>load<T>(p + <usize>load<u32>(w))) << 4), one);
        b += block;
      }
    }
  }
}

export function sumSome8(
  codes: usize,
  stride: u32,
  which: usize,
  count: u32,
  pairs: usize,
  order: usize,
  from: u32,
  to: u32,
  bins: usize,
  binStride: u32,
): void {
  sumSome<u8>(codes, stride, which, count, pairs, order, from, to, bins, binStride);
}

export function sumSome16(
  codes: usize,
  stride: u32,
  which: usize,
  count: u32,
  pairs: usize,
  order: usize,
  from: u32,
  to: u32,
  bins: usize,
  binStride: u32,
): void {
  sumSome<u16>(codes, stride, which, count, pairs, order, from, to, bins, binStride);
}

function add(at: usize, one: v128): void {
  v128.store(at, i64x2.add(v128.load(at), one));
}

/** pairs[i] = g[i] in the high half, h[i] in the low half. @param g [n] i32 @param h [n] u32 @param pairs [n] u64. */
export function pairUp(g: usize, h: usize, n: u32, pairs: usize): void {
  let i: u32 = 0;
  for (; i + 4 <= n; i += 4) {
    const gs: v128 = v128.load(g + ((<usize>i) << 2));
    const hs: v128 = v128.load(h + ((<usize>i) << 2));
    const to: usize = pairs + ((<usize>i) << 3);
    v128.store(to, v128.shuffle<u32>(hs, gs, 0, 4, 1, 5));
    v128.store(to, v128.shuffle<u32>(hs, gs, 2, 6, 3, 7), 16);
  }
  for (; i < n; i++) {
    store<u32>(pairs + ((<usize>i) << 3), load<u32>(h + ((<usize>i) << 2)));
    store<u32>(pairs + ((<usize>i) << 3), load<u32>(g + ((<usize>i) << 2)), 4);
  }
}

/** Rows in order, active ones first. @param active [n] u8, 0 or 1 @param spare room for the others. @returns how many are active. */
export function orderRows(active: usize, n: u32, order: usize, spare: usize): u32 {
  let first: usize = order;
  let aside: usize = spare;
  for (let row: u32 = 0; row < n; row++) {
    const is: usize = <usize>load<u8>(active + <usize>row);
    // As in `partRows`.
    store<u32>(first, row);
    store<u32>(aside, row);
    first += is << 2;
    aside += (1 - is) << 2;
  }
  memory.copy(first, spare, aside - spare);
  return <u32>((first - order) >> 2);
}

/**
 * Sets the bit of every listed row whose code does not go left.
 * @param codes [rows] of one feature, `wide`: u16, else u8 @param goesLeft [bins] u8 @param right bits.
 */
export function markRight(
  codes: usize,
  wide: u32,
  order: usize,
  from: u32,
  to: u32,
  goesLeft: usize,
  right: usize,
): void {
  const end: usize = order + ((<usize>to) << 2);
  const shift: usize = wide ? 1 : 0;
  const mask: u32 = wide ? 0xffff : 0xff;
  for (let at: usize = order + ((<usize>from) << 2); at < end; at += 4) {
    const row: u32 = load<u32>(at);
    const code: usize = <usize>((<u32>load<u16>(codes + ((<usize>row) << shift))) & mask);
    const byte: usize = right + ((<usize>row) >> 3);
    store<u8>(byte, load<u8>(byte) | (<u8>((<u32>(load<u8>(goesLeft + code) == 0)) << (row & 7))));
  }
}

/** Stable: entries [from, to) whose bit is 0 come first. @param spare room for the others. @returns how many are first. */
export function partRows(order: usize, from: u32, to: u32, right: usize, spare: usize): u32 {
  let left: usize = order + ((<usize>from) << 2);
  let aside: usize = spare;
  const end: usize = order + ((<usize>to) << 2);
  for (let at: usize = left; at < end; at += 4) {
    const row: u32 = load<u32>(at);
    const bit: usize = <usize>((load<u8>(right + ((<usize>row) >> 3)) >> (<u8>(row & 7))) & 1);
    // Both places are written and one of them counts: no branch to mispredict.
    store<u32>(left, row);
    store<u32>(aside, row);
    left += (1 - bit) << 2;
    aside += bit << 2;
  }
  memory.copy(left, spare, aside - spare);
  return <u32>((left - order) >> 2) - from;
}

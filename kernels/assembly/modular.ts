// Montgomery multiplication of numbers of thousands of bits by fused multiply-add on doubles, after N. Emmart, J. Zheng,
// C. Weems, "Faster Modular Exponentiation Using Double Precision Floating Point Arithmetic on the GPU", ARITH 2018.
//
// A number is k limbs of 51 bits in doubles, the lowest first. For limbs a, b below 2^51 and C = 2^103 (whose last place is
// 2^51): H = fma(a, b, C) is C plus a b rounded to a multiple of 2^51, and L = fma(a, b, (C + D) - H), D = 3 2^51, is D plus
// what the rounding left, |left| <= 2^50, exactly. As integers, the bits of H are those of C plus a b's high limb, and the bits of
// L those of D plus the rest; so bit patterns are added as integers, and the constants come off in bulk. A pattern's sum is
// below 2^61 with the constants off: 4 k terms below 2^51 + 2^50, k < 128.
//
// Values are kept below 2 N, N the modulus: with 4 N < R = 2^(51 k), (2N)(2N)/R + N < 2N, so nothing is ever subtracted.
// Relies on a fused `relaxed_madd`: the caller checks (`fusedMultiplyAdd`).

const LIMB_BITS: u64 = 51;
const MASK: u64 = (1 << 51) - 1;
/** Bits of 2^103 and of 3 2^51. */
const HIGH: u64 = 0x4660000000000000;
const LOW: u64 = 0x4338000000000000;
/**
 * C and C + D in both lanes. In memory because V8 makes a constant of two lanes anew at every use, which took longer than the
 * multiplications.
 */
const LANES: usize = memory.data<u64>([HIGH, HIGH, 0x4660000000000003, 0x4660000000000003], 16);
/** Bits of 2^52: a whole number below it added to them is that number plus 2^52. */
const WHOLE: u64 = 0x4330000000000000;

function whole(x: u64): f64 {
  return reinterpret<f64>(x | WHOLE) - 4503599627370496.0;
}

function integer(x: f64): u64 {
  return reinterpret<u64>(x + 4503599627370496.0) & 0x000fffffffffffff;
}

/** 1 when `relaxed_madd` rounds once: (1 + 2^-30)^2 - 1 - 2^-29 is 2^-60 then, and 0 when it rounds twice. */
export function fusedMultiplyAdd(): u32 {
  const x = f64x2.splat(1.0 + 9.313225746154785e-10);
  const left = v128.relaxed_madd<f64>(x, x, f64x2.splat(-1.0 - 1.862645149230957e-9));
  return f64x2.extract_lane(left, 0) != 0.0 ? 1 : 0;
}

/**
 * out = a b / R mod N, below 2 N. `out` may be `a` or `b`.
 * @param m k limbs of N, room for k words, and -1 / N modulo 2^51. @param k even.
 */
export function multiplyModular(a: usize, b: usize, out: usize, m: usize, k: u32): void {
  const bytes: usize = (<usize>k) << 3;
  const sums: usize = m + bytes;
  const inverse = load<u64>(sums + bytes);
  const high = v128.load(LANES);
  const both = v128.load(LANES, 16);
  // A turn takes two limbs of a; these are the constants that it adds to a limb of the sums.
  const round: u64 = 4 * HIGH + 4 * LOW;
  const turns: u32 = k >> 1;
  for (let i: u32 = 0; i < turns; i++) {
    v128.store(sums + ((<usize>i) << 4), i64x2.splat(0 - <i64>i * <i64>round));
  }
  const b0: u64 = integer(load<f64>(b));
  for (let i: u32 = 0; i < turns; i++) {
    const a0 = load<f64>(a + ((<usize>i) << 4));
    const a1 = load<f64>(a + ((<usize>i) << 4), 8);
    const f0: u64 = ((load<u64>(sums) + integer(a0) * b0) * inverse) & MASK;
    const av0 = f64x2.splat(a0);
    const av1 = f64x2.splat(a1);
    const fv0 = f64x2.splat(whole(f0));
    // The first pair vanishes, but for carries; the second factor needs what the first makes of it.
    let bv = v128.load(b);
    let nv = v128.load(m);
    let ha = v128.relaxed_madd<f64>(av0, bv, high);
    let hf = v128.relaxed_madd<f64>(fv0, nv, high);
    let low0 = i64x2.add(
      v128.relaxed_madd<f64>(av0, bv, f64x2.sub(both, ha)),
      v128.relaxed_madd<f64>(fv0, nv, f64x2.sub(both, hf)),
    );
    let middle = i64x2.add(ha, hf);
    const first = i64x2.add(v128.load(sums), low0);
    const carry0: i64 = (<i64>i64x2.extract_lane(first, 0) - <i64>(2 * LOW)) >> LIMB_BITS;
    const second: u64 = <u64>(i64x2.extract_lane(first, 1) + carry0);
    const f1: u64 = ((second + <u64>i64x2.extract_lane(middle, 0) + integer(a1) * b0) * inverse) & MASK;
    const fv1 = f64x2.splat(whole(f1));
    ha = v128.relaxed_madd<f64>(av1, bv, high);
    hf = v128.relaxed_madd<f64>(fv1, nv, high);
    middle = i64x2.add(
      middle,
      i64x2.add(
        v128.relaxed_madd<f64>(av1, bv, f64x2.sub(both, ha)),
        v128.relaxed_madd<f64>(fv1, nv, f64x2.sub(both, hf)),
      ),
    );
    const carry1: i64 = (<i64>(second + <u64>i64x2.extract_lane(middle, 0)) - <i64>(2 * HIGH + 4 * LOW)) >> LIMB_BITS;
    let high1 = i64x2.add(i64x2.add(ha, hf), i64x2.replace_lane(i64x2.splat(0), 0, carry1));
    for (let at: usize = 16; at < bytes; at += 16) {
      bv = v128.load(b + at);
      nv = v128.load(m + at);
      ha = v128.relaxed_madd<f64>(av0, bv, high);
      hf = v128.relaxed_madd<f64>(fv0, nv, high);
      low0 = i64x2.add(
        v128.relaxed_madd<f64>(av0, bv, f64x2.sub(both, ha)),
        v128.relaxed_madd<f64>(fv0, nv, f64x2.sub(both, hf)),
      );
      const middle0 = i64x2.add(ha, hf);
      ha = v128.relaxed_madd<f64>(av1, bv, high);
      hf = v128.relaxed_madd<f64>(fv1, nv, high);
      const next = i64x2.add(
        middle0,
        i64x2.add(
          v128.relaxed_madd<f64>(av1, bv, f64x2.sub(both, ha)),
          v128.relaxed_madd<f64>(fv1, nv, f64x2.sub(both, hf)),
        ),
      );
      v128.store(
        sums + at - 16,
        i64x2.add(i64x2.add(v128.load(sums + at), low0), i64x2.add(high1, v128.shuffle<i64>(middle, next, 1, 2))),
      );
      middle = next;
      high1 = i64x2.add(ha, hf);
    }
    // Two limbs enter at the top, less the constants that they hold now and will gather.
    const rest: u64 = <u64>(turns - 1 - i) * round;
    const top = i64x2.replace_lane(
      i64x2.splat(0 - <i64>(2 * HIGH + rest)),
      0,
      i64x2.extract_lane(middle, 1) - <i64>(4 * HIGH + 2 * LOW + rest),
    );
    v128.store(sums + bytes - 16, i64x2.add(top, high1));
  }
  let carry: i64 = 0;
  for (let at: usize = 0; at < bytes; at += 8) {
    const x: i64 = <i64>load<u64>(sums + at) + carry;
    carry = x >> LIMB_BITS;
    store<f64>(out + at, whole((<u64>x) & MASK));
  }
}

/** out = a^(2^times), in Montgomery's form as `multiplyModular`. */
export function squareModular(a: usize, out: usize, times: u32, m: usize, k: u32): void {
  for (let i: u32 = 0; i < times; i++) {
    multiplyModular(a, a, out, m, k);
    a = out;
  }
}

/**
 * Products by group: for every set s and row, all[ids[s][row]] *= values[row], where that is not `none`.
 * @param values [rows x k] @param ids [sets x rows] u32 @param all [groups x k] @param present [groups] bytes: something is there.
 */
export function multiplyGroups(
  values: usize,
  ids: usize,
  sets: u32,
  rows: u32,
  none: u32,
  all: usize,
  present: usize,
  m: usize,
  k: u32,
): void {
  const bytes: usize = (<usize>k) << 3;
  for (let s: u32 = 0; s < sets; s++) {
    for (let row: u32 = 0; row < rows; row++) {
      const id = load<u32>(ids + ((<usize>s * <usize>rows + <usize>row) << 2));
      if (id == none) continue;
      const to = all + <usize>id * bytes;
      const value = values + <usize>row * bytes;
      if (load<u8>(present + id) != 0) multiplyModular(to, value, to, m, k);
      else {
        store<u8>(present + id, 1);
        memory.copy(to, value, bytes);
      }
    }
  }
}

/** k limbs of a big-endian number. */
export function limbsFromBytes(bytes: usize, width: u32, out: usize, k: u32): void {
  let held: u64 = 0;
  let bits: u64 = 0;
  const end = out + ((<usize>k) << 3);
  for (let i: u32 = width; i > 0; i--) {
    held |= (<u64>load<u8>(bytes + i - 1)) << bits;
    bits += 8;
    if (bits >= LIMB_BITS) {
      store<f64>(out, whole(held & MASK));
      out += 8;
      held >>= LIMB_BITS;
      bits -= LIMB_BITS;
    }
  }
  for (; out < end; out += 8) {
    store<f64>(out, whole(held));
    held = 0;
  }
}

/** The big-endian number of k limbs, which must fit `width` bytes. */
export function bytesFromLimbs(limbs: usize, k: u32, out: usize, width: u32): void {
  let held: u64 = 0;
  let bits: u32 = 0;
  const end = limbs + ((<usize>k) << 3);
  for (let i: u32 = width; i > 0; i--) {
    if (bits < 8) {
      if (limbs < end) held |= integer(load<f64>(limbs)) << bits;
      limbs += 8;
      bits += 51;
    }
    store<u8>(out + i - 1, <u8>held);
    held >>= 8;
    bits -= 8;
  }
}

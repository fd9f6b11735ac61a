// Arithmetic mod 2^64 on little-endian u64 arrays at given addresses. Wrapping is the ring's own reduction.

/** out[i] = a[i] + b[i]; `out` may be `a` or `b`. */
export function addResidues(a: usize, b: usize, out: usize, n: u32): void {
  let i: u32 = 0;
  for (; i + 2 <= n; i += 2) {
    const at: usize = (<usize>i) << 3;
    v128.store(out + at, i64x2.add(v128.load(a + at), v128.load(b + at)));
  }
  if (i < n) store<u64>(out + ((<usize>i) << 3), load<u64>(a + ((<usize>i) << 3)) + load<u64>(b + ((<usize>i) << 3)));
}

/** out[i] = a[i] - b[i]; `out` may be `a` or `b`. */
export function subtractResidues(a: usize, b: usize, out: usize, n: u32): void {
  let i: u32 = 0;
  for (; i + 2 <= n; i += 2) {
    const at: usize = (<usize>i) << 3;
    v128.store(out + at, i64x2.sub(v128.load(a + at), v128.load(b + at)));
  }
  if (i < n) store<u64>(out + ((<usize>i) << 3), load<u64>(a + ((<usize>i) << 3)) - load<u64>(b + ((<usize>i) << 3)));
}

/** out[i] = x[i] - a[i] with x signed 16-bit. */
export function subtractFromI16(x: usize, a: usize, out: usize, n: u32): void {
  for (let i: u32 = 0; i < n; i++) {
    const at: usize = (<usize>i) << 3;
    store<u64>(out + at, <u64>load<i16>(x + ((<usize>i) << 1)) - load<u64>(a + at));
  }
}

/** out[i] = x[i] - a[i] with x signed 32-bit. */
export function subtractFromI32(x: usize, a: usize, out: usize, n: u32): void {
  for (let i: u32 = 0; i < n; i++) {
    const at: usize = (<usize>i) << 3;
    store<u64>(out + at, <u64>load<i32>(x + ((<usize>i) << 2)) - load<u64>(a + at));
  }
}

/** acc[p * columns + c] += sum_i matrix[c][i] * vectors[p][i]; both row-major, `n` entries a row. Four sums hide the latency of a multiply. */
export function dotU64(matrix: usize, columns: u32, vectors: usize, products: u32, n: u32, acc: usize): void {
  const length: usize = (<usize>n) << 3;
  for (let p: u32 = 0; p < products; p++) {
    const v: usize = vectors + <usize>p * length;
    for (let c: u32 = 0; c < columns; c++) {
      const m: usize = matrix + <usize>c * length;
      let s0: u64 = 0;
      let s1: u64 = 0;
      let s2: u64 = 0;
      let s3: u64 = 0;
      let at: usize = 0;
      for (; at + 32 <= length; at += 32) {
        s0 += load<u64>(m + at) * load<u64>(v + at);
        s1 += load<u64>(m + at, 8) * load<u64>(v + at, 8);
        s2 += load<u64>(m + at, 16) * load<u64>(v + at, 16);
        s3 += load<u64>(m + at, 24) * load<u64>(v + at, 24);
      }
      for (; at < length; at += 8) s0 += load<u64>(m + at) * load<u64>(v + at);
      const to: usize = acc + ((<usize>p * <usize>columns + <usize>c) << 3);
      store<u64>(to, load<u64>(to) + s0 + s1 + s2 + s3);
    }
  }
}

/** acc[0] += sum_i x[i] * v[i] with x signed 16-bit. */
export function dotI16(x: usize, v: usize, n: u32, acc: usize): void {
  let s0: u64 = 0;
  let s1: u64 = 0;
  let i: u32 = 0;
  for (; i + 2 <= n; i += 2) {
    s0 += <u64>load<i16>(x + ((<usize>i) << 1)) * load<u64>(v + ((<usize>i) << 3));
    s1 += <u64>load<i16>(x + ((<usize>i) << 1), 2) * load<u64>(v + ((<usize>i) << 3), 8);
  }
  if (i < n) s0 += <u64>load<i16>(x + ((<usize>i) << 1)) * load<u64>(v + ((<usize>i) << 3));
  store<u64>(acc, load<u64>(acc) + s0 + s1);
}

/** acc[0] += sum_i x[i] * v[i] with x signed 32-bit. */
export function dotI32(x: usize, v: usize, n: u32, acc: usize): void {
  let s0: u64 = 0;
  let s1: u64 = 0;
  let i: u32 = 0;
  for (; i + 2 <= n; i += 2) {
    s0 += <u64>load<i32>(x + ((<usize>i) << 2)) * load<u64>(v + ((<usize>i) << 3));
    s1 += <u64>load<i32>(x + ((<usize>i) << 2), 4) * load<u64>(v + ((<usize>i) << 3), 8);
  }
  if (i < n) s0 += <u64>load<i32>(x + ((<usize>i) << 2)) * load<u64>(v + ((<usize>i) << 3));
  store<u64>(acc, load<u64>(acc) + s0 + s1);
}

/** acc[0] += sum_i v[i]. */
export function sumResidues(v: usize, n: u32, acc: usize): void {
  let sum: u64 = 0;
  for (let i: u32 = 0; i < n; i++) sum += load<u64>(v + ((<usize>i) << 3));
  store<u64>(acc, load<u64>(acc) + sum);
}

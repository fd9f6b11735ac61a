// Which node every row is in, and which way it goes. Rows are bits, least significant first; nodes are u16.

/**
 * Every row on to a child of its node, and how many active ones each node then has.
 * @param nodes [rows] u16 @param next [nodes x 2] u16: where 0 and 1 lead @param active [rows] u8, 0 or 1, or null: all.
 * @param counts [nodes] u32, zeroed, of even rows @param odd the same of odd rows: neighbours are often in one node, and their
 * additions would wait for each other.
 */
export function advanceRows(
  nodes: usize,
  n: u32,
  right: usize,
  next: usize,
  active: usize,
  counts: usize,
  odd: usize,
): void {
  let row: u32 = 0;
  for (; row + 2 <= n; row += 2) {
    const bits: u32 = (<u32>load<u8>(right + ((<usize>row) >> 3))) >> (row & 7);
    const at: usize = nodes + ((<usize>row) << 1);
    const one: u32 = <u32>load<u16>(next + ((<usize>(((<u32>load<u16>(at)) << 1) | (bits & 1))) << 1));
    const other: u32 = <u32>load<u16>(next + ((<usize>(((<u32>load<u16>(at, 2)) << 1) | ((bits >> 1) & 1))) << 1));
    store<u32>(at, one | (other << 16));
    count(counts + ((<usize>one) << 2), active, row);
    count(odd + ((<usize>other) << 2), active, row + 1);
  }
  if (row < n) {
    const bit: u32 = ((<u32>load<u8>(right + ((<usize>row) >> 3))) >> (row & 7)) & 1;
    const at: usize = nodes + ((<usize>row) << 1);
    const one: u32 = <u32>load<u16>(next + ((<usize>(((<u32>load<u16>(at)) << 1) | bit)) << 1));
    store<u16>(at, <u16>one);
    count(counts + ((<usize>one) << 2), active, row);
  }
}

function count(at: usize, active: usize, row: u32): void {
  store<u32>(at, load<u32>(at) + (active ? <u32>load<u8>(active + <usize>row) : 1));
}

/**
 * Which rows go right.
 * @param sides [nodes] the addresses of a column of codes and of its table, 1 for a bin that goes right, as u32 each.
 * @param wide 1: codes are u16, else u8; a byte more can be read. @param out [ceil(n / 8)] bits.
 */
export function routeRows(nodes: usize, n: u32, sides: usize, wide: u32, out: usize): void {
  const mask: u32 = wide ? 0xffff : 0xff;
  for (let base: u32 = 0; base < n; base += 8) {
    const end: u32 = min(base + 8, n);
    let byte: u32 = 0;
    for (let row: u32 = base; row < end; row++) {
      const side: u64 = load<u64>(sides + ((<usize>load<u16>(nodes + ((<usize>row) << 1))) << 3));
      const code: u32 = (<u32>load<u16>(((<usize>side) & 0xffffffff) + ((<usize>row) << wide))) & mask;
      byte |= (<u32>load<u8>(<usize>(side >> 32) + <usize>code)) << (row - base);
    }
    store<u8>(out + ((<usize>base) >> 3), <u8>byte);
  }
}

/** @param open [nodes] u8: 1 where a bit may be 1. @returns how many bits are 1 elsewhere, those beyond the rows among them. */
export function strayRows(nodes: usize, n: u32, right: usize, open: usize): u32 {
  let stray: u32 = 0;
  for (let base: u32 = 0; base < n; base += 8) {
    let byte: u32 = <u32>load<u8>(right + ((<usize>base) >> 3));
    const end: u32 = min(base + 8, n);
    for (let row: u32 = base; row < end; row++) {
      stray += byte & 1 & ~(<u32>load<u8>(open + <usize>load<u16>(nodes + ((<usize>row) << 1))));
      byte >>= 1;
    }
    stray += <u32>popcnt<u32>(byte);
  }
  return stray;
}

/**
 * What a bin holds. A list of specs is the whole binning scheme of a column: it encodes training rows, test rows and
 * applicants alike, before merging and after.
 */
import type { Column } from '../data/frame.ts';

export type BinSpec =
  /** [from, to); an absent end is unbounded. */
  | { readonly kind: 'interval'; readonly from?: number; readonly to?: number; readonly missing: boolean }
  /** Some levels of a category; `other` also takes rare and unseen ones. */
  | { readonly kind: 'levels'; readonly levels: readonly string[]; readonly other: boolean; readonly missing: boolean }
  | { readonly kind: 'missing' };

export function holdsMissing(spec: BinSpec): boolean {
  return spec.kind === 'missing' || spec.missing;
}

/** `[1.5, 3)`, `missing`, `A | B | other`, `[3, inf) | missing`. */
export function labelBin(spec: BinSpec): string {
  switch (spec.kind) {
    case 'missing':
      return 'missing';
    case 'interval': {
      const from = spec.from === undefined ? '-inf' : labelNumber(spec.from);
      const to = spec.to === undefined ? 'inf' : labelNumber(spec.to);
      return `[${from}, ${to})${spec.missing ? ' | missing' : ''}`;
    }
    case 'levels':
      return [...spec.levels, ...(spec.other ? ['other'] : []), ...(spec.missing ? ['missing'] : [])].join(' | ');
  }
}

/** Seven digits read well; an edge that needs more keeps all of them, so that the label stays true. */
function labelNumber(x: number): string {
  const short = Number(x.toPrecision(7));
  return String(short === x ? short : x);
}

/**
 * Specs of merged bins.
 * @param map [specs.length] final bin of each fine one, in [0, bins).
 * @throws RangeError when intervals that do not touch are merged.
 */
export function mergeSpecs(specs: readonly BinSpec[], map: Uint16Array): BinSpec[] {
  const bins = map.reduce((most, bin) => Math.max(most, bin + 1), 0);
  const merged: BinSpec[] = [];
  for (let bin = 0; bin < bins; bin++) merged.push(unite(specs.filter((_, fine) => map[fine] === bin)));
  return merged;
}

function unite(parts: readonly BinSpec[]): BinSpec {
  const missing = parts.some(holdsMissing);
  const intervals = parts.filter((part) => part.kind === 'interval');
  const levels = parts.filter((part) => part.kind === 'levels');
  if (intervals.length > 0) {
    for (let i = 1; i < intervals.length; i++) {
      if (intervals[i]!.from !== intervals[i - 1]!.to) throw new RangeError('only neighbouring intervals can merge');
    }
    const { from } = intervals[0]!;
    const { to } = intervals.at(-1)!;
    return { kind: 'interval', ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), missing };
  }
  if (levels.length === 0) return { kind: 'missing' };
  return {
    kind: 'levels',
    levels: levels.flatMap((part) => part.levels),
    other: levels.some((part) => part.other),
    missing,
  };
}

/**
 * Bin of every row.
 * @param specs a full scheme of this kind of column: intervals in ascending order, or levels with one `other`.
 * @returns [rows]
 * @throws RangeError when the scheme is of the other kind, or has no bin for missing values.
 */
export function encodeColumn(column: Column, specs: readonly BinSpec[]): Uint16Array {
  const missing = specs.findIndex(holdsMissing);
  if (missing < 0) throw new RangeError(`the binning of ${column.name} has no place for missing values`);
  switch (column.kind) {
    case 'number':
      return encodeNumbers(column.values, specs, missing);
    case 'category':
      return encodeLevels(column.codes, column.levels, specs, missing);
  }
}

function encodeNumbers(values: Float64Array, specs: readonly BinSpec[], missing: number): Uint16Array {
  const edges: number[] = [];
  const binOf: number[] = [];
  specs.forEach((spec, bin) => {
    if (spec.kind === 'levels') throw new RangeError('levels cannot bin a number');
    if (spec.kind === 'missing') return;
    if (spec.from !== undefined) edges.push(spec.from);
    binOf.push(bin);
  });
  const lower = Float64Array.from(edges);
  const bins = Uint16Array.from(binOf);
  const codes = new Uint16Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const x = values[row]!;
    if (x !== x) {
      codes[row] = missing;
      continue;
    }
    let low = 0;
    let high = lower.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (lower[middle]! <= x) low = middle + 1;
      else high = middle;
    }
    codes[row] = bins[low]!;
  }
  return codes;
}

function encodeLevels(
  levelCodes: Int32Array,
  levels: readonly string[],
  specs: readonly BinSpec[],
  missing: number,
): Uint16Array {
  const known = new Map<string, number>();
  let other = -1;
  specs.forEach((spec, bin) => {
    if (spec.kind === 'interval') throw new RangeError('intervals cannot bin a category');
    if (spec.kind === 'missing') return;
    if (spec.other) other = bin;
    for (const level of spec.levels) known.set(level, bin);
  });
  if (other < 0) throw new RangeError('the binning of a category has no place for unseen levels');
  const table = Uint16Array.from(levels, (level) => known.get(level) ?? other);
  const codes = new Uint16Array(levelCodes.length);
  for (let row = 0; row < codes.length; row++) codes[row] = levelCodes[row]! < 0 ? missing : table[levelCodes[row]!]!;
  return codes;
}

/**
 * Fine bins, made by the column's owner from its own training rows alone, before anything leaves the node. Every bin
 * holds at least `minRows` training rows: that is the disclosure floor, so nothing smaller is ever sent.
 *
 * - Numbers: cut at the quantiles of the training values; ties collapse. A bin below the floor joins the smaller of its
 *   neighbours.
 * - Categories: each frequent level is a bin; levels below `rare` or the floor go to "other", where unseen ones go too.
 * - Missing values are a bin of their own. Missing values or "other" below the floor (none at all included) join the
 *   most populated bin: the one whose bad rate is nearest to the overall rate, so an odd applicant is scored neutrally.
 */
import type { CategoryColumn, Column, NumericColumn } from '../data/frame.ts';
import { encodeColumn, type BinSpec } from './spec.ts';

/** A column as bin codes; the values stay behind. */
export interface BinnedColumn {
  readonly name: string;
  readonly kind: Column['kind'];
  /** Intervals: only neighbours may merge. Categories: any two may. */
  readonly ordered: boolean;
  /** Index of the bin that holds nothing but missing values, or -1. */
  readonly missingBin: number;
  /** [rows] */
  readonly codes: Uint16Array;
  readonly bins: readonly BinSpec[];
}

export interface FineBinOptions {
  /** [rows] 1 = training row. */
  readonly train: Uint8Array;
  /** Quantile bins of a number column, at least 1. */
  readonly bins: number;
  /** Least share of the training rows for a level to keep its own bin, 0..1. */
  readonly rare: number;
  /** Least training rows in any bin. */
  readonly minRows: number;
}

export function fineBins(column: Column, options: FineBinOptions): BinnedColumn {
  const bins = column.kind === 'number' ? quantileScheme(column, options) : levelScheme(column, options);
  return {
    name: column.name,
    kind: column.kind,
    ordered: column.kind === 'number',
    missingBin: bins.length === 1 ? -1 : bins.findIndex((spec) => spec.kind === 'missing'),
    codes: encodeColumn(column, bins),
    bins,
  };
}

/** A bin while it is being made. */
interface Draft {
  readonly spec: BinSpec;
  readonly rows: number;
}

function quantileScheme(column: NumericColumn, { train, bins, minRows }: FineBinOptions): BinSpec[] {
  const { sorted, missing } = sortedTraining(column.values, train);
  const edges = quantileEdges(sorted, bins);
  const counts = intervalCounts(sorted, edges);
  mergeSmallIntervals(edges, counts, minRows);
  const drafts: Draft[] = counts.map((rows, i) => ({
    spec: {
      kind: 'interval',
      ...(i === 0 ? {} : { from: edges[i - 1]! }),
      ...(i === edges.length ? {} : { to: edges[i]! }),
      missing: false,
    },
    rows,
  }));
  return withMissing(drafts, missing, minRows);
}

function sortedTraining(values: Float64Array, train: Uint8Array): { sorted: Float64Array; missing: number } {
  const sorted = new Float64Array(values.length);
  let present = 0;
  let missing = 0;
  for (let row = 0; row < values.length; row++) {
    if (train[row] === 0) continue;
    if (Number.isNaN(values[row]!)) missing++;
    else sorted[present++] = values[row]!;
  }
  return { sorted: sorted.subarray(0, present).sort(), missing };
}

/**
 * Inner cut points, ascending and distinct, each above the smallest value. A value that fills a whole quantile is cut off
 * from what follows it too: 92% zeros and a tail are two bins, not one.
 */
function quantileEdges(sorted: Float64Array, bins: number): number[] {
  const edges: number[] = [];
  for (let k = 1; k < bins; k++) {
    const last = edges.at(-1) ?? sorted[0]!;
    let edge = sorted[Math.floor((k * sorted.length) / bins)];
    if (edge === last) edge = sorted[upperBound(sorted, last)];
    if (edge !== undefined && edge > last) edges.push(edge);
  }
  return edges;
}

function intervalCounts(sorted: Float64Array, edges: readonly number[]): number[] {
  const ends = [...edges.map((edge) => lowerBound(sorted, edge)), sorted.length];
  return ends.map((end, i) => end - (ends[i - 1] ?? 0));
}

/** Index of the first value that is at least x. */
function lowerBound(sorted: Float64Array, x: number): number {
  return firstWhere(sorted, (value) => value >= x);
}

/** Index of the first value above x. */
function upperBound(sorted: Float64Array, x: number): number {
  return firstWhere(sorted, (value) => value > x);
}

/** Binary search; `holds` is false up to some index and true from there. */
function firstWhere(sorted: Float64Array, holds: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** In place: removes the edge between a bin below the floor and the smaller of its neighbours, smallest bin first. */
function mergeSmallIntervals(edges: number[], counts: number[], minRows: number): void {
  while (counts.length > 1) {
    const smallest = counts.indexOf(Math.min(...counts));
    if (counts[smallest]! >= minRows) return;
    const left = counts[smallest - 1] ?? Infinity;
    const right = counts[smallest + 1] ?? Infinity;
    const at = left <= right ? smallest - 1 : smallest;
    counts.splice(at, 2, counts[at]! + counts[at + 1]!);
    edges.splice(at, 1);
  }
}

function levelScheme(column: CategoryColumn, { train, rare, minRows }: FineBinOptions): BinSpec[] {
  const rows = new Float64Array(column.levels.length);
  let missing = 0;
  let total = 0;
  for (let row = 0; row < train.length; row++) {
    if (train[row] === 0) continue;
    total++;
    const code = column.codes[row]!;
    if (code < 0) missing++;
    else rows[code]!++;
  }
  const floor = Math.max(minRows, rare * total, 1);
  const drafts: Draft[] = [];
  let rest = 0;
  column.levels.forEach((level, code) => {
    if (rows[code]! < floor) rest += rows[code]!;
    else drafts.push({ spec: { kind: 'levels', levels: [level], other: false, missing: false }, rows: rows[code]! });
  });
  drafts.sort((a, b) => compareText(firstLevel(a.spec), firstLevel(b.spec)));
  if (drafts.length === 0 || rest >= Math.max(minRows, 1)) {
    drafts.push({ spec: { kind: 'levels', levels: [], other: true, missing: false }, rows: rest });
  } else {
    joinMostPopulated(drafts, rest, (spec) => (spec.kind === 'levels' ? { ...spec, other: true } : spec));
  }
  return withMissing(drafts, missing, minRows);
}

/** Adds the bin of missing values, or puts them where the floor wants them. */
function withMissing(drafts: Draft[], missing: number, minRows: number): BinSpec[] {
  const present = drafts.reduce((sum, draft) => sum + draft.rows, 0);
  if (missing >= Math.max(minRows, 1) && present >= minRows) {
    return [...drafts.map((draft) => draft.spec), { kind: 'missing' }];
  }
  joinMostPopulated(drafts, missing, (spec) => (spec.kind === 'missing' ? spec : { ...spec, missing: true }));
  return drafts.map((draft) => draft.spec);
}

function joinMostPopulated(drafts: Draft[], rows: number, change: (spec: BinSpec) => BinSpec): void {
  const most = drafts.reduce((best, draft, i) => (draft.rows > drafts[best]!.rows ? i : best), 0);
  drafts[most] = { spec: change(drafts[most]!.spec), rows: drafts[most]!.rows + rows };
}

function firstLevel(spec: BinSpec): string {
  return spec.kind === 'levels' ? (spec.levels[0] ?? '') : '';
}

/** By code unit, so that every machine orders levels alike. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

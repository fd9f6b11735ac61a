/**
 * Optimal information value under a floor and a number of bins, by dynamic programming over where the last bin starts
 * (the segmentation recurrence of Bellman 1961). Exact for intervals, and for categories in order of bad rate.
 */
import { meets, unite, type BinGroup, type Floor } from './groups.ts';
import type { Totals } from './monotone.ts';
import { evidence } from './woe.ts';

/** @returns the best partition into at most `maxBins` runs that all meet the floor; one run when there is none. */
export function optimalIv(
  groups: readonly BinGroup[],
  limits: { readonly floor: Floor; readonly maxBins: number },
  totals: Totals,
): BinGroup[] {
  const n = groups.length;
  if (n === 0) return [];
  // value[k][end]: most information in the first `end` groups cut into k runs; start[k][end]: where the last run begins.
  const value = table(limits.maxBins + 1, n + 1, -Infinity);
  const start = table(limits.maxBins + 1, n + 1, -1);
  value[0]![0] = 0;
  for (let from = 0; from < n; from++) {
    let run: BinGroup | undefined;
    for (let end = from + 1; end <= n; end++) {
      run = run === undefined ? groups[from]! : unite(run, groups[end - 1]!);
      if (!meets(run, limits.floor)) continue;
      const { iv } = evidence(run.rows, run.bads, totals.goods, totals.bads);
      for (let k = 1; k <= limits.maxBins; k++) {
        const total = value[k - 1]![from]! + iv;
        if (total > value[k]![end]!) [value[k]![end], start[k]![end]] = [total, from];
      }
    }
  }
  return cut(groups, start, fewestOfBest(value, n));
}

function fewestOfBest(value: readonly Float64Array[], n: number): number {
  let best = 0;
  value.forEach((row, k) => {
    if (k > 0 && row[n]! > value[best]![n]! + 1e-12) best = k;
  });
  return best;
}

function cut(groups: readonly BinGroup[], start: readonly Float64Array[], runs: number): BinGroup[] {
  if (runs === 0) return [groups.reduce(unite)];
  const parts: BinGroup[] = [];
  for (let k = runs, end = groups.length; k > 0; k--) {
    const from = start[k]![end]!;
    parts.unshift(groups.slice(from, end).reduce(unite));
    end = from;
  }
  return parts;
}

function table(rows: number, columns: number, fill: number): Float64Array[] {
  return Array.from({ length: rows }, () => new Float64Array(columns).fill(fill));
}

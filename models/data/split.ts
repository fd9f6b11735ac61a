/** Which rows train and which test. 1 = training row; everything else is tested on. */
import type { Column } from './frame.ts';
import { seededRng, type SeededRng } from './rng.ts';

export interface SplitOptions {
  /** [rows] 1 = bad. */
  readonly labels: Uint8Array;
  /** Share of the rows to test on, 0 <= test < 1; 0 trains on every row. */
  readonly test: number;
  /** Reproducible, and predictable: only where nobody who must not know the labels learns the split. */
  readonly seed?: number;
  /** Where others learn the split: numbers that they cannot make themselves. Instead of `seed`. */
  readonly rng?: SeededRng;
  /** Draw the same share from the bads and from the goods. */
  readonly stratify: boolean;
}

/** @returns [rows] 1 = training row. @throws RangeError when `test` is outside [0, 1). */
export function splitRows({ labels, test, seed = 0, rng = seededRng(seed), stratify }: SplitOptions): Uint8Array {
  if (!(test >= 0 && test < 1)) throw new RangeError('the test share is in [0, 1)');
  const train = new Uint8Array(labels.length).fill(1);
  const strata = stratify ? [rowsWith(labels, 0), rowsWith(labels, 1)] : [Uint32Array.from(labels, (_, row) => row)];
  for (const rows of strata) {
    for (const row of drawWithout(rows, Math.round(rows.length * test), rng)) train[row] = 0;
  }
  return train;
}

/** Rules are a comparison and a value: `<=1997`, `>2004`, `=north`, `!=2006`; categories know only `=` and `!=`. */
const RULE = /^\s*(<=|>=|==|!=|<|>|=)\s*(.+?)\s*$/;

/**
 * Trains on the rows whose value obeys the rule; a row whose value is missing is tested on.
 * @returns [rows] 1 = training row. @throws RangeError when the rule does not fit the column.
 */
export function splitByColumn(column: Column, rule: string): Uint8Array {
  const match = RULE.exec(rule);
  if (match === null) throw new RangeError(`"${rule}" is not a comparison such as "<=1997"`);
  const compare = match[1]!;
  const value = match[2]!;
  if (column.kind === 'number') {
    const limit = Number(value);
    if (!Number.isFinite(limit))
      throw new RangeError(`"${rule}": column ${column.name} is a number, "${value}" is not`);
    return Uint8Array.from(column.values, (x) => (!Number.isNaN(x) && holds(compare, x - limit) ? 1 : 0));
  }
  if (!['=', '==', '!='].includes(compare)) {
    throw new RangeError(`"${rule}": column ${column.name} is a category, which only = and != can compare`);
  }
  const allowed = Uint8Array.from(column.levels, (level) => ((level === value) === (compare !== '!=') ? 1 : 0));
  return Uint8Array.from(column.codes, (code) => (code < 0 ? 0 : allowed[code]!));
}

function holds(compare: string, difference: number): boolean {
  switch (compare) {
    case '<=':
      return difference <= 0;
    case '<':
      return difference < 0;
    case '>=':
      return difference >= 0;
    case '>':
      return difference > 0;
    case '!=':
      return difference !== 0;
    default:
      return difference === 0;
  }
}

function rowsWith(labels: Uint8Array, label: number): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < labels.length; row++) if (labels[row] === label) rows.push(row);
  return Uint32Array.from(rows);
}

/** The first `count` entries of a Fisher-Yates shuffle. */
function drawWithout(rows: Uint32Array, count: number, rng: SeededRng): Uint32Array {
  const pool = rows.slice();
  for (let i = 0; i < count; i++) {
    const j = i + rng.below(pool.length - i);
    [pool[i], pool[j]] = [pool[j]!, pool[i]!];
  }
  return pool.subarray(0, count);
}

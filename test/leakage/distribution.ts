/** Whether two samples of byte strings look alike, place by place: what one place shows of a secret, no average hides. */
import { chiSquareSurvival } from '@coscore/models/evaluate/special.ts';

/** Cells a byte: its two highest bits. Sixteen runs fill four cells, not 256. */
const CELLS = 4;

export interface Likeness {
  /** Places at which the samples differ at all. */
  readonly places: number;
  /** Probability of a difference as large as this one between two samples of the same distribution. */
  readonly p: number;
}

/**
 * Two-sample chi-square (Press et al., Numerical Recipes 14.3.3), summed over the places of the strings.
 * @param a [samples][length] @param b the same shape
 * @throws RangeError when lengths differ: then shape alone tells the samples apart.
 */
export function likeness(a: readonly Uint8Array[], b: readonly Uint8Array[]): Likeness {
  const length = a[0]?.length ?? 0;
  if (a.length !== b.length || [...a, ...b].some((sample) => sample.length !== length))
    throw new RangeError('samples of one shape are compared');
  let [chi2, freedom, places] = [0, 0, 0];
  for (let at = 0; at < length; at++) {
    const [one, other] = [cellsAt(a, at), cellsAt(b, at)];
    const used = one.flatMap((count, cell) => (count + other[cell]! === 0 ? [] : [cell]));
    freedom += used.length - 1;
    if (used.length > 1) places++;
    for (const cell of used) chi2 += (one[cell]! - other[cell]!) ** 2 / (one[cell]! + other[cell]!);
  }
  // Over all ways of dealing the strings out to two samples, the statistic's mean is N / (N - 1) times its freedom.
  const strings = 2 * a.length;
  return { places, p: chiSquareSurvival((chi2 * (strings - 1)) / strings, freedom) };
}

function cellsAt(samples: readonly Uint8Array[], at: number): readonly number[] {
  const counts = new Array<number>(CELLS).fill(0);
  for (const sample of samples) counts[sample[at]! >>> 6]!++;
  return counts;
}

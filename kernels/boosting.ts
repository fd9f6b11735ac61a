/** Derivatives of losses over rows, their totals, and their rounding to whole numbers; streamed through scratch memory. */
import { clear, place, read, sameLength, wasm, write } from './memory.ts';

const CHUNK = 4096;
const COARSE = 2 ** 20;
const FINE = 2 ** 30;

/** `logistic`: labels are 0 or 1 and scores log odds; `squared`: half the squared difference. */
export type Loss = 'logistic' | 'squared';

/** Rows that a loss is taken over; all [rows]. */
export interface LossRows {
  readonly scores: Float64Array;
  readonly labels: Float64Array;
  /** Absent: 1 each. */
  readonly weights: Float64Array | undefined;
  /** 0 or 1; 1: the row is looked at; absent: every row. */
  readonly which: Uint8Array | undefined;
}

/** Real derivatives [rows], 0 for rows that are not looked at. */
export interface Derivatives {
  readonly g: Float64Array;
  readonly h: Float64Array;
  /** Largest |g| and h. */
  readonly gMost: number;
  readonly hMost: number;
}

/** @param into room for g and h, [rows]; made when absent. @throws RangeError when lengths differ. */
export function lossDerivatives(
  loss: Loss,
  rows: LossRows,
  into: Pick<Derivatives, 'g' | 'h'> = {
    g: new Float64Array(rows.scores.length),
    h: new Float64Array(rows.scores.length),
  },
): Derivatives {
  const n = check(rows);
  sameLength(n, into.g.length, 'gradients');
  sameLength(n, into.h.length, 'hessians');
  const [pg, ph, pm, ...at] = place(CHUNK * 8, CHUNK * 8, 32, ...rowBytes) as [number, number, number, ...Place];
  const most = new Float64Array(4);
  write(pm, most);
  eachChunk(rows, at, (start, end, size) => {
    wasm.derivatives(loss === 'logistic' ? 1 : 0, ...at, size, pg, ph, pm);
    read(pg, into.g.subarray(start, end));
    read(ph, into.h.subarray(start, end));
  });
  read(pm, most);
  return { g: into.g, h: into.h, gMost: Math.max(most[0]!, most[1]!), hMost: Math.max(most[2]!, most[3]!) };
}

/**
 * Weighted loss of all rows looked at, whatever their order, in parts of 2^-50.
 * @throws RangeError when lengths differ, or when the loss is 2^33 or more: sums would no longer be exact.
 */
export function totalLoss(loss: Loss, rows: LossRows): number {
  check(rows);
  const [pt, ...at] = place(32, ...rowBytes) as [number, ...Place];
  clear(pt, 32);
  eachChunk(rows, at, (_start, _end, size) => wasm.addLosses(loss === 'logistic' ? 1 : 0, ...at, size, pt));
  const totals = new Float64Array(4);
  read(pt, totals);
  const coarse = totals[0]! + totals[1]!;
  if (!(Math.abs(coarse) < 2 ** 53)) throw new RangeError('the losses of so many rows add up to 2^33 or more');
  return (coarse + (totals[2]! + totals[3]!) / FINE) / COARSE;
}

export interface RoundedPairs {
  readonly g: Int32Array<ArrayBuffer>;
  readonly h: Uint32Array<ArrayBuffer>;
  /** Sums over all rows. */
  readonly gSum: number;
  readonly hSum: number;
}

/**
 * Stochastic rounding: floor(x scale + u), u from the halves of a word. Rows without derivatives stay without.
 * @param words [rows] uniform @param limits largest whole numbers, below 2^31; scale x largest value is at most these.
 */
export function roundPairs(
  { g, h }: Pick<Derivatives, 'g' | 'h'>,
  words: Uint32Array,
  scales: { readonly g: number; readonly h: number },
  limits: { readonly g: number; readonly h: number },
): RoundedPairs {
  const n = g.length;
  sameLength(n, h.length, 'hessians');
  sameLength(n, words.length, 'words');
  const out = { g: new Int32Array(n), h: new Uint32Array(n) };
  const [pg, ph, pr, oa, ob, ps] = place(CHUNK * 8, CHUNK * 8, CHUNK * 4, CHUNK * 4, CHUNK * 4, 16) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  clear(ps, 16);
  for (let start = 0; start < n; start += CHUNK) {
    const end = Math.min(n, start + CHUNK);
    write(pg, g.subarray(start, end));
    write(ph, h.subarray(start, end));
    write(pr, words.subarray(start, end));
    wasm.roundPairs(pg, ph, pr, end - start, scales.g, scales.h, limits.g, limits.h, oa, ob, ps);
    read(oa, out.g.subarray(start, end));
    read(ob, out.h.subarray(start, end));
  }
  const sums = new BigInt64Array(2);
  read(ps, sums);
  return { ...out, gSum: Number(sums[0]), hSum: Number(sums[1]) };
}

function check({ scores, labels, weights, which }: LossRows): number {
  sameLength(scores.length, labels.length, 'labels');
  if (weights !== undefined) sameLength(scores.length, weights.length, 'weights');
  if (which !== undefined) sameLength(scores.length, which.length, 'rows to look at');
  return scores.length;
}

/** Addresses of scores, labels and weights of a chunk. */
type Place = [number, number, number];

const rowBytes = [CHUNK * 8, CHUNK * 8, CHUNK * 8] as const;

/** Copies chunk by chunk to `at`, an odd chunk with one more row that weighs nothing. */
function eachChunk(rows: LossRows, at: Place, use: (start: number, end: number, size: number) => void): void {
  const n = rows.scores.length;
  const { which, weights } = rows;
  const weight = new Float64Array(CHUNK).fill(1);
  if (which === undefined && weights === undefined) write(at[2], weight);
  for (let start = 0; start < n; start += CHUNK) {
    const end = Math.min(n, start + CHUNK);
    const count = end - start;
    write(at[0], rows.scores.subarray(start, end));
    write(at[1], rows.labels.subarray(start, end));
    if (which !== undefined || weights !== undefined) {
      if (weights === undefined) for (let i = 0; i < count; i++) weight[i] = which![start + i]!;
      else for (let i = 0; i < count; i++) weight[i] = which?.[start + i] === 0 ? 0 : weights[start + i]!;
      write(at[2], weight.subarray(0, count));
    }
    if (count % 2 === 1) at.forEach((address) => clear(address + count * 8, 8));
    use(start, end, count + (count % 2));
  }
}

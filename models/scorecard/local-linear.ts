/** The linear model's source where every column and the labels sit in one place: plaintext, and exact sigmoid. */
import type { LinearSource } from '../sources.ts';
import type { DesignMatrix } from './design.ts';

export class LocalLinearSource implements LinearSource {
  readonly columns: number;
  readonly totalColumns: number;
  readonly intercept?: number;
  readonly secondMoments: Float64Array;
  readonly #design: DesignMatrix;
  readonly #labels: Uint8Array;
  readonly #residual: Float64Array;

  /**
   * @param design training rows only. @param labels [rows] 1 = bad.
   * @throws RangeError when they differ in length.
   */
  constructor(design: DesignMatrix, labels: Uint8Array) {
    if (labels.length !== design.rows) throw new RangeError(`${labels.length} labels for ${design.rows} rows`);
    this.#design = design;
    this.#labels = labels;
    this.#residual = new Float64Array(design.rows);
    this.columns = this.totalColumns = design.columns.length;
    if (design.intercept >= 0) this.intercept = design.intercept;
    this.secondMoments = design.secondMoments();
  }

  gradient(weights: Float64Array): Promise<Float64Array> {
    const e = this.#design.times(weights, this.#residual);
    for (let i = 0; i < e.length; i++) e[i] = sigmoid(e[i]!) - this.#labels[i]!;
    return Promise.resolve(this.#design.transposeTimes(e).map((sum) => sum / e.length));
  }

  sumOverParties(partial: Float64Array): Promise<Float64Array> {
    return Promise.resolve(partial.slice());
  }
}

/** 1 / (1 + e^-z); 0 or 1 at the far ends, never NaN. */
export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

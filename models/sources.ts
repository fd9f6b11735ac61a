/**
 * What a trainer asks for, whoever holds the columns. A local source computes in plaintext, a remote one runs a private
 * primitive; the trainer cannot tell them apart (docs/architecture.md, "One trainer, local and remote").
 */

/** Counts of one feature's bins over the training rows. */
export interface FeatureHistogram {
  /** Published name. */
  readonly feature: string;
  /** Whether neighbouring bins may merge only with each other (intervals) or any two may (categories). */
  readonly ordered: boolean;
  /** Index of the bin that holds missing values, or -1. */
  readonly missingBin: number;
  /** [nBins] training rows in each bin. */
  readonly counts: Float64Array;
  /** [nBins] bad rows in each bin. */
  readonly bads: Float64Array;
}

/**
 * One party's slice of a linear model. Every party runs the same trainer on its own slice; what is global crosses only
 * through the two calls below, always in the same order at every party.
 */
export interface LinearSource {
  /** Own columns, the intercept included where this party holds it. */
  readonly columns: number;
  /** Columns of all parties together. */
  readonly totalColumns: number;
  /** Which own column is the intercept, which the penalty and the sign constraint leave alone; absent: none. */
  readonly intercept?: number;
  /**
   * [columns] mean of x^2 over the training rows of each own column: four times a bound on the loss's second derivative.
   * It scales the first steps (the "diagonal start"); own columns only, so it needs no one else.
   */
  readonly secondMoments: Float64Array;
  /**
   * Iterations whose gradient is computed with other arithmetic than the one before (say, more terms of the private
   * sigmoid): no curvature can be read from the difference of the two. Public, and the same at every party.
   */
  readonly arithmeticChangesAt?: readonly number[];
  /**
   * Length of a step, in scaled weights, below which a change of the gradient is only the arithmetic's own noise; absent
   * where arithmetic is exact. The same at every party.
   */
  readonly resolution?: number;
  /**
   * Gradient of the mean logistic loss (no penalty) over the training rows, at the joint weights of which `weights`
   * [columns] is our slice. `iteration` counts from 0.
   */
  gradient(weights: Float64Array, iteration: number): Promise<Float64Array>;
  /** Sums the same-length vector `partial` over all parties; every party gets the total. */
  sumOverParties(partial: Float64Array): Promise<Float64Array>;
}

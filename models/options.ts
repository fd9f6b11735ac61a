/** What a recipe may set about features, model and disclosure policy, with the defaults of credit.md. */

/** How the label party joins fine bins into final ones. `none` joins only what the disclosure floor forces. */
export type MergeRule = 'none' | 'monotone' | 'chi' | 'iv';

/** Limits of feature selection; one that is absent is not applied. */
export interface SelectOptions {
  /** Least information value. */
  readonly iv?: number | undefined;
  /** Largest absolute correlation of two kept features. */
  readonly correlation?: number | undefined;
  /** Variance inflation factor that a kept feature stays below. */
  readonly vif?: number | undefined;
  /** Largest share of missing values, 0..1. */
  readonly missing?: number | undefined;
  /** Largest share of one value, 0..1. */
  readonly oneValue?: number | undefined;
}

export interface FeatureOptions {
  readonly binning: 'quantile';
  /** Number of fine quantile bins of a number column. */
  readonly bins: number;
  /** Least share of the training rows in a final bin, 0..1. */
  readonly minShare: number;
  readonly merge: MergeRule;
  /** Most final bins, the one of missing values aside; `none` ignores it. */
  readonly maxBins: number;
  /** Categories with a smaller share of the training rows go to "other", 0..1. */
  readonly rare: number;
  /** false leaves columns raw, standardised and clipped to +-4; needs `allowRawColumns`. */
  readonly woe: boolean;
  /** Absent: every column that can carry information is kept. */
  readonly select?: SelectOptions | undefined;
}

export interface ModelOptions {
  readonly kind: 'scorecard' | 'logistic';
  /** Weight of |w|^2 / 2 beside the mean logistic loss; the intercept is not penalised. */
  readonly l2: number;
  /** Gradients at most. */
  readonly iterations: number;
  /** Stop when the gradient's Euclidean norm is at most this; default 1e-5. */
  readonly tolerance?: number | undefined;
  /** `positive` keeps WoE coefficients at zero or above; features that end at zero are dropped. Default `free`. */
  readonly signs?: 'free' | 'positive' | undefined;
  /** Default 600. */
  readonly baseScore?: number | undefined;
  /** Odds good : bad at `baseScore`; default 50. */
  readonly baseOdds?: number | undefined;
  /** Points that double the odds; default 20. */
  readonly pdo?: number | undefined;
}

/** The knobs of the disclosure policy that change the mathematics. */
export interface PolicyOptions {
  /** Least training rows in a fine bin. */
  readonly minRowsPerBin: number;
  readonly allowRawColumns: boolean;
  readonly maxLeverage: number;
  readonly shareWoe: boolean;
}

export const defaultFeatures: FeatureOptions = {
  binning: 'quantile',
  bins: 50,
  minShare: 0.05,
  merge: 'monotone',
  maxBins: 8,
  rare: 0.01,
  woe: true,
};

export const defaultModel = {
  kind: 'scorecard',
  l2: 0.001,
  iterations: 30,
  tolerance: 1e-5,
  signs: 'free',
  baseScore: 600,
  baseOdds: 50,
  pdo: 20,
} as const satisfies ModelOptions;

export const defaultModelPolicy: PolicyOptions = {
  minRowsPerBin: 50,
  allowRawColumns: false,
  maxLeverage: 0.2,
  shareWoe: true,
};

/** What a recipe may set about boosted trees. Names and meanings are LightGBM's and XGBoost's where they have the same. */

export interface GbdtOptions {
  readonly objective: 'binary' | 'squared';
  /** Trees at most. */
  readonly trees: number;
  /** Levels of splits at most, 1..12. */
  readonly depth: number;
  /** Leaves a tree at most, grown best gain first; 0 grows level by level. */
  readonly leaves: number;
  /** What each tree's leaves are multiplied by, (0, 1]. */
  readonly learningRate: number;
  /** L2 penalty of leaf values. */
  readonly lambda: number;
  /** Least gain of a split. */
  readonly gamma: number;
  /** Least sum of hessians in a child. */
  readonly minChildWeight: number;
  /** Least training rows in a child. */
  readonly minRowsPerLeaf: number;
  /** Share of the training rows in each tree, (0, 1]; drawn without a look at labels. */
  readonly rowSample: number;
  /** Share of each party's features in each tree, (0, 1]; at least one of each party that has any. */
  readonly columnSample: number;
  /** Gradient-based one-side sampling (Ke et al. 2017): these shares of the rows by largest gradient, and of the rest. */
  readonly goss?: { readonly top: number; readonly other: number } | undefined;
  /** Stop when the validation loss has not fallen for so many trees, and keep the best number of them. */
  readonly earlyStopping?: number | undefined;
  /** Direction of the raw score in a feature, by `party.feature`: 1 rises, -1 falls. Ordered features only. */
  readonly monotone?: Readonly<Record<string, -1 | 0 | 1>> | undefined;
  /** Of rounding, row and column sampling; a safe integer, zero or above. */
  readonly seed: number;
  /** Raw score before the first tree; absent: the best constant for the training rows. */
  readonly baseScore?: number | undefined;
  /** Bits of a quantised derivative, 2..24; fewer where so many rows could overflow a sum. */
  readonly gradientBits: number;
}

/** Defaults of the field (XGBoost's, LightGBM's row floor), with a depth that suits scorecards' data. */
export const defaultGbdt: GbdtOptions = {
  objective: 'binary',
  trees: 100,
  depth: 4,
  leaves: 0,
  learningRate: 0.1,
  lambda: 1,
  gamma: 0,
  minChildWeight: 1e-3,
  minRowsPerLeaf: 20,
  rowSample: 1,
  columnSample: 1,
  seed: 0,
  gradientBits: 12,
};

/** Most levels: a step's nodes and a tree's node ids stay small. */
export const MAX_DEPTH = 12;

/** Most trees of one forest. */
export const MAX_TREES = 10_000;

/** @throws RangeError that names the option and its range. Files and recipes are checked before by their own schema. */
export function checkGbdtOptions(options: GbdtOptions): void {
  within('trees', options.trees, 1, MAX_TREES, true);
  within('depth', options.depth, 1, MAX_DEPTH, true);
  within('leaves', options.leaves, 0, 2 ** MAX_DEPTH, true);
  if (options.leaves === 1) throw new RangeError('leaves is 0 (level by level) or at least 2');
  within('learningRate', options.learningRate, Number.MIN_VALUE, 1);
  within('lambda', options.lambda, 0, 1e9);
  within('gamma', options.gamma, 0, 1e9);
  within('minChildWeight', options.minChildWeight, 0, 1e9);
  within('minRowsPerLeaf', options.minRowsPerLeaf, 1, 2 ** 31, true);
  within('rowSample', options.rowSample, Number.MIN_VALUE, 1);
  within('columnSample', options.columnSample, Number.MIN_VALUE, 1);
  within('seed', options.seed, 0, Number.MAX_SAFE_INTEGER, true);
  within('gradientBits', options.gradientBits, 2, 24, true);
  if (options.baseScore !== undefined) within('baseScore', options.baseScore, -1e9, 1e9);
  if (options.earlyStopping !== undefined) within('earlyStopping', options.earlyStopping, 1, 10_000, true);
  if (options.goss === undefined) return;
  const { top, other } = options.goss;
  within('goss.top', top, 0, 1);
  within('goss.other', other, Number.MIN_VALUE, 1);
  if (top + other > 1) throw new RangeError('goss.top and goss.other are at most 1 together');
  if (options.rowSample < 1) throw new RangeError('goss already samples rows: leave rowSample at 1');
}

function within(name: string, value: number, least: number, most: number, whole = false): void {
  const ok = value >= least && value <= most && (!whole || Number.isSafeInteger(value));
  if (!ok) throw new RangeError(`${name} is ${whole ? 'a whole number ' : ''}in [${least}, ${most}], not ${value}`);
}

/** The recipe's `features`: how columns are cut, merged and chosen. What is left out depends on the kind of model. */
import { z } from 'zod';

const share = z.number().min(0).max(1);

export const selectSchema = z.strictObject({
  iv: z.number().min(0).exactOptional().describe('Lowest information value kept.'),
  correlation: share.exactOptional().describe('Highest absolute correlation kept; of a pair the higher IV stays.'),
  vif: z.number().min(1).exactOptional().describe('Highest variance inflation factor kept.'),
  missing: share.exactOptional().describe('Highest share of missing values kept.'),
  oneValue: share.exactOptional().describe('Highest share of a single value kept.'),
});

/** Defaults of `kind: scorecard` and `logistic`; the JSON Schema shows these. */
const linear = { bins: 50, merge: 'monotone', maxBins: 8, minShare: 0.05, woe: true } as const;
/** Trees split bins as they are cut: nothing is merged or turned into WoE, so only `bins` can be set to something else. */
/** Of each column at most, unless a recipe says otherwise. */
export const FOREST_BINS = 32;

const trees = { ...linear, bins: FOREST_BINS, merge: 'none' } as const;

export const featuresSchema = z.strictObject({
  binning: z.literal('quantile').default('quantile').describe('How fine bins are cut.'),
  bins: z
    .int()
    .min(2)
    .max(1000)
    .exactOptional()
    .meta({ default: linear.bins })
    .describe(`Fine bins per column. Default for kind: gbdt: ${trees.bins}.`),
  merge: z
    .enum(['none', 'monotone', 'chi', 'iv'])
    .exactOptional()
    .meta({ default: linear.merge })
    .describe(
      'How fine bins become final bins: by monotone bad rate, chi-square, best IV, or not at all. Always none for kind: gbdt.',
    ),
  maxBins: z
    .int()
    .min(2)
    .max(100)
    .exactOptional()
    .meta({ default: linear.maxBins })
    .describe('Final bins per column at most; not used by merge: none.'),
  minShare: z
    .number()
    .min(0)
    .max(0.5)
    .exactOptional()
    .meta({ default: linear.minShare })
    .describe('Smallest share of the training rows in a final bin.'),
  rare: z.number().min(0).max(0.5).default(0.01).describe('Categories with a smaller share go to "other".'),
  woe: z
    .boolean()
    .exactOptional()
    .meta({ default: linear.woe })
    .describe('false leaves columns raw and standardised; the policy must allow it.'),
  select: selectSchema.exactOptional().describe('Which columns stay. Absent: all of them.'),
});

type Given = z.output<typeof featuresSchema>;
type Defaulted = keyof typeof linear;
export type Features = Omit<Given, Defaulted> & Required<Pick<Given, Defaulted>>;

const defaultsOf = (kind: string): Required<Pick<Given, Defaulted>> => (kind === 'gbdt' ? trees : linear);

/** What was left out takes the default of this kind of model. */
export function filledFeatures(given: Given, kind: string): Features {
  return { ...defaultsOf(kind), ...given };
}

const withoutEffect: Readonly<Record<'merge' | 'maxBins' | 'minShare' | 'woe', string>> = {
  merge: 'trees split the fine bins and merge none; leave it out',
  maxBins: 'trees merge no bins; set features.bins, and leave this out',
  minShare: 'trees have no final bins; model.minRowsPerLeaf bounds leaves, so leave this out',
  woe: 'trees take bins, not WoE or raw values; leave it out',
};

/**
 * Keys that would have no effect on trees, each with what to do. A value equal to the default passes: a recipe that was read
 * once spells its defaults out.
 */
export function* treeFindings(given: Given): Generator<readonly [key: string, message: string]> {
  for (const [key, message] of Object.entries(withoutEffect)) {
    const value = given[key as keyof typeof withoutEffect];
    if (value !== undefined && value !== trees[key as keyof typeof withoutEffect]) yield [key, message];
  }
  if (given.select !== undefined) {
    yield ['select', 'trees choose columns by themselves; leave it out, or name fewer columns under parties'];
  }
}

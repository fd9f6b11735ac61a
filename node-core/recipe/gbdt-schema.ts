/**
 * `model: { kind: gbdt }`: boosted trees. Names follow the field (XGBoost, LightGBM) where it agrees with itself; bins are
 * those of `features.bins`. Ranges are what the trainer and the wire can carry: a tree has fewer than 2^16 nodes.
 */
import { z } from 'zod';
import { nodeIdSchema } from '../identity/ids.ts';

/** Of one job. */
export const MOST_TREES = 2000;

const part = z.number().gt(0).max(1);

export const gossSchema = z.strictObject({
  top: part.describe('Share of the rows with the largest gradients, all kept.'),
  other: part.describe('Share of all rows drawn from the rest, which are weighted up.'),
});

export const earlyStoppingSchema = z.strictObject({
  rounds: z.int().min(1).max(1000).describe('Stop after so many trees without a better log loss on the held-out rows.'),
  holdout: z
    .number()
    .min(0.05)
    .max(0.5)
    .default(0.2)
    .describe('Share of the training rows, drawn at random, that trees are not grown on and that decide when to stop.'),
});

export const gbdtSchema = z.strictObject({
  kind: z.literal('gbdt'),
  objective: z
    .enum(['binary', 'squared'])
    .default('binary')
    .describe('Loss: logistic, or squared (a linear probability model); the label is 0 or 1 either way.'),
  warmStart: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,64}$/)
    .exactOptional()
    .describe('Goes on from the forest of this job, of the same project; trees are grown in addition to its own.'),
  trees: z.int().min(1).max(MOST_TREES).default(100).describe('Trees at most.'),
  depth: z.int().min(1).max(12).default(4).describe('Splits on a path from root to leaf at most.'),
  leaves: z
    .int()
    .min(0)
    .max(4096)
    .default(0)
    .describe('0 grows level by level; more grows the best leaf first, up to so many leaves a tree.'),
  learningRate: part.default(0.1).describe('What of each tree is added.'),
  lambda: z.number().min(0).max(1e6).default(1).describe('L2 penalty of leaf values.'),
  gamma: z.number().min(0).max(1e6).default(0).describe('Least gain of a split.'),
  minChildWeight: z.number().min(0).max(1e6).default(0.001).describe('Least sum of hessians in a leaf.'),
  minRowsPerLeaf: z.int().min(1).max(1_000_000).default(20).describe('Fewest training rows in a leaf.'),
  rowSample: part.default(1).describe('Share of the training rows that each tree is grown on.'),
  columnSample: part.default(1).describe('Share of the columns that each tree may use.'),
  goss: gossSchema
    .exactOptional()
    .describe('Gradient-based one-side sampling: rows with large gradients count, a few others stand for the rest.'),
  earlyStopping: earlyStoppingSchema.exactOptional().describe('Absent: all trees are grown.'),
  monotone: z
    .record(nodeIdSchema, z.record(z.string().min(1), z.union([z.literal(-1), z.literal(1)])))
    .default({})
    .describe('By party and number column: 1 where the risk may only rise with the value, -1 where it may only fall.'),
  seed: z.int().min(0).max(0xffff_ffff).default(1).describe('Same seed, same forest.'),
  initialLogOdds: z
    .number()
    .min(-20)
    .max(20)
    .exactOptional()
    .describe('Log odds of being bad before the first tree. Default: those of the training rows.'),
  baseScore: z.number().default(600).describe('Score at the base odds.'),
  baseOdds: z.number().positive().default(50).describe('Good:bad odds at the base score.'),
  pdo: z.number().positive().default(20).describe('Points to double the odds.'),
});

export type GbdtModel = z.output<typeof gbdtSchema>;

/** Settings that contradict each other, as [path under `model`, message]. @param parties of the recipe. */
export function* gbdtFindings(
  model: GbdtModel,
  parties: readonly string[],
): Generator<readonly [path: readonly string[], message: string]> {
  const { goss, rowSample, leaves, depth, monotone, initialLogOdds, objective, warmStart } = model;
  if (leaves === 1) yield [['leaves'], 'must be 0 (level by level) or at least 2'];
  if (leaves > 2 ** depth) {
    yield [['leaves'], `a tree of depth ${depth} has at most ${2 ** depth} leaves; raise depth or lower leaves`];
  }
  if (goss !== undefined && goss.top + goss.other > 1) yield [['goss'], 'top and other are at most 1 together'];
  if (goss !== undefined && rowSample < 1) yield [['rowSample'], 'goss samples rows already; leave one of them out'];
  if (initialLogOdds !== undefined && objective === 'squared')
    yield [['initialLogOdds'], 'is for objective: binary; squared loss begins at the share of bads'];
  if (initialLogOdds !== undefined && warmStart !== undefined)
    yield [['initialLogOdds'], 'is that of the earlier forest, which warmStart goes on from; leave it out'];
  for (const party of Object.keys(monotone)) {
    if (!parties.includes(party)) yield [['monotone', party], `${party} is no party of this recipe`];
  }
}

/**
 * What is known of a joint model outside the parties that hold it: who has which part by digest, how well it did, and what
 * it came from. Weights, bins and points never enter it; the coordinator keeps it, and each party keeps its own shard.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { nodeIdSchema } from '../identity/ids.ts';
import { canonicalJson } from '../manifest/canonical.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 digest in lower-case hex');
const modelName = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
const share = z.number().min(-1).max(1);
const metricsSchema = z.strictObject({ auc: share, ks: share, gini: share, brier: share });

export const modelManifestSchema = z.strictObject({
  version: z.literal(1),
  /** Id of the job that trained it. */
  id: modelName,
  /** Manifest digest. */
  project: digest,
  name: z.string().min(1).max(200),
  kind: z.enum(['scorecard', 'logistic', 'gbdt']),
  profile: z.enum(['aided', 'blind']),
  /** SHA-256 of the recipe's canonical JSON. */
  recipe: digest,
  /** The model that this one went on from. */
  warmStart: modelName.exactOptional(),
  createdAt: z.iso.datetime(),
  coscore: z.string().max(50),
  metrics: z.strictObject({ train: metricsSchema, test: metricsSchema.exactOptional() }),
  parties: z
    .array(
      z.strictObject({
        id: nodeIdSchema,
        role: z.enum(['label', 'feature']),
        /** Columns in the model. */
        features: z.int().min(0),
        /** SHA-256 of its shard; null for a party without a column in the model. */
        shard: digest.nullable(),
      }),
    )
    .min(2)
    .max(8),
});

export type ModelManifest = z.infer<typeof modelManifestSchema>;

/** What a party says of a model at the end of the job that trained it. */
export const modelClaimSchema = z.strictObject({
  /** Of its own part; null without one. */
  shard: digest.nullable(),
  /** Of the label party only. */
  manifest: modelManifestSchema.exactOptional(),
});
export type ModelClaim = z.infer<typeof modelClaimSchema>;

/** SHA-256 of the canonical JSON, lower-case hex. */
export function digestOfJson(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/** A party's own part of a model, read back from the node's store: what it takes to give points to new rows. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { BinSpec } from '@coscore/models/binning/spec.ts';
import type { ScorecardFeature } from '@coscore/models/serve/row-points.ts';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import type { State } from '@coscore/node-core';
import { type ForestLabelShard, type ForestShard, readForestShard } from './forest-shard.ts';

const binSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('interval'),
    from: z.number().exactOptional(),
    to: z.number().exactOptional(),
    missing: z.boolean(),
  }),
  z.object({ kind: z.literal('levels'), levels: z.array(z.string()), other: z.boolean(), missing: z.boolean() }),
  z.object({ kind: z.literal('missing') }),
]) satisfies z.ZodType<BinSpec>;

const featureSchema = z.object({
  name: z.string(),
  bins: z.array(binSchema).min(1).exactOptional(),
  map: z.array(z.int().min(0).max(0xffff)).exactOptional(),
  points: z.array(z.int()).exactOptional(),
});
const scalingSchema = z.object({ offset: z.number(), factor: z.number() });
const shardSchema = z.object({ features: z.array(featureSchema), scaling: scalingSchema.exactOptional() });

export interface Shard {
  readonly kind?: 'points';
  /** SHA-256 of what is stored, lower-case hex: what the others know of it. */
  readonly digest: string;
  readonly features: readonly ScorecardFeature[];
  /** At the label party: score = offset - factor * logit. */
  readonly scaling?: { readonly offset: number; readonly factor: number };
}

export type AnyShard = Shard | ForestShard | ForestLabelShard;

/** The columns that it takes to score by it. */
export function columnsOf(shard: AnyShard | undefined): readonly string[] {
  if (shard?.kind === 'forest') return shard.features.filter(({ splits }) => splits > 0).map(({ name }) => name);
  return shard?.features.map(({ name }) => name) ?? [];
}

/**
 * @param model id of the job that trained it.
 * @returns undefined when this party has no column in the model.
 * @throws NodeError `model-not-scorable` when the model stands on raw columns.
 */
export async function loadShard(
  artefacts: Pick<State['artefacts'], 'latest'>,
  model: string,
): Promise<AnyShard | undefined> {
  const bytes = await artefacts.latest({ job: model, stage: 'train', name: 'shard' });
  if (bytes === undefined) return undefined;
  const stored: unknown = JSON.parse(Buffer.from(bytes).toString());
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (z.looseObject({ kind: z.literal('gbdt') }).safeParse(stored).success) return readForestShard(stored, digest);
  const { features, scaling } = shardSchema.parse(stored);
  return {
    digest,
    features: features.map((feature) => scorecardFeature(model, feature)),
    ...(scaling === undefined ? {} : { scaling }),
  };
}

function scorecardFeature(model: string, { name, bins, map, points }: z.infer<typeof featureSchema>): ScorecardFeature {
  if (bins === undefined || map?.length !== bins.length || points === undefined) {
    throw new NodeError(
      'model-not-scorable',
      `model ${model} has no points for ${name}: only scorecards on binned columns can score; train with features: { woe: true }`,
      { params: { model } },
    );
  }
  return {
    name,
    kind: bins.some((bin) => bin.kind === 'levels') ? 'category' : 'number',
    bins,
    map: Uint16Array.from(map),
    points: Int32Array.from(points),
  };
}

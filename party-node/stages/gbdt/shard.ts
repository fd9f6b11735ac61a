/**
 * A party's own part of a forest as it is stored, and its digest told: the label party's holds shapes and leaves, an owner's
 * what its splits mean. Together they are the model; only the signed policy (allowExport) brings them together.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { BinnedColumn } from '@coscore/models/binning/fine-bins.ts';
import type { BinSpec } from '@coscore/models/binning/spec.ts';
import type { Forest, SplitRecord } from '@coscore/models/gbdt/forest.ts';
import { canonicalJson } from '@coscore/node-core/manifest/index.ts';

export const binSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('interval'),
    from: z.number().exactOptional(),
    to: z.number().exactOptional(),
    missing: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('levels'), levels: z.array(z.string()), other: z.boolean(), missing: z.boolean() }),
  z.strictObject({ kind: z.literal('missing') }),
]) satisfies z.ZodType<BinSpec>;

const count = z.int().min(0);

const ownerShape = {
  kind: z.literal('gbdt'),
  /** Every offered column; `feature` of a record counts in their order. */
  features: z.array(z.strictObject({ name: z.string(), splits: count, bins: z.array(binSchema).min(1) })),
  /** In the order of the label party's decisions; a digit a bin, 1 goes left. */
  records: z.array(z.strictObject({ feature: count, left: z.string().regex(/^[01]+$/) })),
};

const nodeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('leaf'), value: z.number(), rows: count, hessian: z.number() }),
  z.strictObject({
    kind: z.literal('split'),
    owner: z.string(),
    record: count,
    feature: count,
    gain: z.number(),
    left: count,
    right: count,
    rows: count,
    hessian: z.number(),
    value: z.number(),
  }),
]);

/** A feature party's part. Salted: the label party knows much of it, and could test guesses against a bare digest. */
export const ownerShardSchema = z.strictObject({
  ...ownerShape,
  salt: z.string().regex(/^[0-9a-f]{64}$/),
  /** Sums over tree nodes that training showed, those of the forests it went on from included: maxTreeEquations counts on. */
  sums: count,
});
export type OwnerShard = z.infer<typeof ownerShardSchema>;

export const labelShardSchema = z.strictObject({
  ...ownerShape,
  forest: z.strictObject({
    objective: z.enum(['binary', 'squared']),
    baseScore: z.number(),
    trees: z.array(z.strictObject({ nodes: z.array(nodeSchema).min(1) })),
  }) satisfies z.ZodType<Forest>,
  /** Published names of the columns that each other party offered, in the order that `feature` of a split counts. */
  offered: z.record(z.string(), z.array(z.string())),
  /** The scale turns log odds of bad into scores: score = offset - factor * log odds. */
  scaling: z.strictObject({ offset: z.number(), factor: z.number() }),
});
export type LabelShard = z.infer<typeof labelShardSchema>;

/** @param binned offered columns, in the order that `feature` of a record counts. */
export function ownPart(
  binned: readonly Pick<BinnedColumn, 'name' | 'bins'>[],
  records: readonly SplitRecord[],
): Omit<OwnerShard, 'salt' | 'sums'> {
  const splits = new Uint32Array(binned.length);
  for (const { feature } of records) splits[feature]!++;
  return {
    kind: 'gbdt',
    features: binned.map(({ name, bins }, i) => ({ name, splits: splits[i]!, bins: bins.map(storedBin) })),
    records: records.map(({ feature, goesLeft }) => ({ feature, left: goesLeft.join('') })),
  };
}

const storedBin = (spec: BinSpec): z.infer<typeof binSchema> =>
  spec.kind === 'levels' ? { ...spec, levels: [...spec.levels] } : { ...spec };

/** Splits as the trainer has them. */
export function recordsOf({ records }: Pick<OwnerShard, 'records'>): SplitRecord[] {
  return records.map(({ feature, left }) => ({ feature, goesLeft: Uint8Array.from(left, Number) }));
}

/** What owners handed over for export lies beside the own part, under its own name. */
export const SHOWN_PART = 'part/';

/** SHA-256 of what is stored. */
export function shardDigest(shard: object): Buffer {
  return createHash('sha256').update(canonicalJson(shard)).digest();
}

/** What an owner that hands over its part must have got right. @param asked its splits as it was told them. @returns what is wrong with it. */
export function shardFault(
  { features, records }: Pick<OwnerShard, 'features' | 'records'>,
  offered: readonly { readonly feature: string; readonly bins: number }[],
  asked: readonly SplitRecord[],
): string | undefined {
  const same = features.length === offered.length && features.every(({ name, bins }, i) => name === offered[i]!.feature && bins.length === offered[i]!.bins); // prettier-ignore
  if (!same) return 'has other columns or bins than it offered';
  if (records.length !== asked.length) return `has ${records.length} splits where the forest has ${asked.length}`;
  // An owner has no say in its splits: all were chosen here.
  const told = records.every(({ feature, left }, i) => feature === asked[i]!.feature && left === asked[i]!.goesLeft.join('')); // prettier-ignore
  return told ? undefined : 'has another split than it was told';
}

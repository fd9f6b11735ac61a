/** A party's own part of a forest, read back from the node's store: what it takes to say where new rows go. */
import type { BinSpec } from '@coscore/models/binning/spec.ts';
import type { Forest, SplitRecord } from '@coscore/models/gbdt/forest.ts';
import { labelShardSchema, ownerShardSchema, recordsOf } from '../stages/gbdt/shard.ts';

export interface ForestShard {
  readonly kind: 'forest';
  /** SHA-256 of what is stored, lower-case hex: what the others know of it. */
  readonly digest: string;
  /** Every column that was offered in training; records count in their order. */
  readonly features: readonly { readonly name: string; readonly splits: number; readonly bins: readonly BinSpec[] }[];
  readonly records: readonly SplitRecord[];
  /** Sums that a feature party showed in training. */
  readonly sums?: number;
}

export interface ForestLabelShard extends ForestShard {
  readonly forest: Forest;
  /** Published names of the others' columns. */
  readonly offered: Readonly<Record<string, readonly string[]>>;
  /** score = offset - factor * log odds. */
  readonly scaling: { readonly offset: number; readonly factor: number };
}

/** @param stored as `keepShard` wrote it. @throws ZodError when the node's own state is damaged. */
export function readForestShard(stored: unknown, digest: string): ForestShard | ForestLabelShard {
  if (typeof stored === 'object' && stored !== null && 'forest' in stored) {
    const shard = labelShardSchema.parse(stored);
    const { features, forest, offered, scaling } = shard;
    return { kind: 'forest', digest, features, records: recordsOf(shard), forest, offered, scaling };
  }
  const shard = ownerShardSchema.parse(stored);
  return { kind: 'forest', digest, features: shard.features, records: recordsOf(shard), sums: shard.sums };
}

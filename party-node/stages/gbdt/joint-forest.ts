/** The forest as it stands at the label party once all trees are grown. */
import type { Forest, SplitRecord } from '@coscore/models/gbdt/forest.ts';
import type { LossPoint } from '@coscore/models/gbdt/train-forest.ts';
import type { Stored } from '../checkpoint-codec.ts';
import type { ForestColumns, Offered } from './columns.ts';
import {
  type AskedSplits,
  packAsked,
  packForest,
  packRecords,
  unpackAsked,
  unpackForest,
  unpackRecords,
} from './kept-forest.ts';

export interface JointForest {
  readonly forest: Forest;
  /** Splits by the label party's own columns. */
  readonly records: readonly SplitRecord[];
  /** Splits of every party, those included that early stopping dropped. */
  readonly recordsOf: Readonly<Record<string, number>>;
  /** [rows] raw score of every common row. */
  readonly scores: Float64Array;
  readonly curve: readonly LossPoint[];
  /** [grown trees] mean log loss of the test rows after each; empty without test rows. */
  readonly testLoss: readonly number[];
  /** Splits by others' columns, where policy says allowExport; those included that early stopping dropped. */
  readonly asked: AskedSplits;
  readonly stopped: 'trees' | 'early' | 'no-split';
}

export function packJoint({
  forest,
  records,
  recordsOf,
  scores,
  curve,
  testLoss,
  asked,
  stopped,
}: JointForest): Stored {
  return {
    forest: packForest(forest),
    records: packRecords(records),
    recordsOf: { ...recordsOf },
    scores,
    curve: curve.map((point) => ({ ...point })),
    testLoss,
    asked: packAsked(asked),
    stopped,
  };
}

export function unpackJoint(stored: Stored, own: ForestColumns, offered: Offered): JointForest {
  const { forest, records, asked, ...rest } = stored as unknown as Omit<JointForest, 'forest' | 'records' | 'asked'> & {
    readonly forest: Stored;
    readonly records: Stored;
    readonly asked: Stored;
  };
  return {
    ...rest,
    forest: unpackForest(forest),
    records: unpackRecords(records, own.features),
    asked: unpackAsked(asked, offered),
  };
}

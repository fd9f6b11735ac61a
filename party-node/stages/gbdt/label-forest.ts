/** The label party's side of a forest, stage by stage. Its counterpart is feature-forest.ts. */
import { ModelError } from '@coscore/models/errors.ts';
import { logOddsOfAll } from '@coscore/models/gbdt/raw-score.ts';
import { evaluateSamples, type SampleEvaluations } from '@coscore/models/evaluate/evaluate.ts';
import type { Scaling } from '@coscore/models/scorecard/points.ts';
import { scalingOf } from '@coscore/models/scorecard/points.ts';
import type { PartyId } from '@coscore/protocols';
import type { AlignedTable } from '../aligned-table.ts';
import { encodeCheckpoint } from '../checkpoint-codec.ts';
import type { JobContext } from '../context.ts';
import type { Stages } from '../stages.ts';
import { type ForestColumns, forestColumns, type Offered, offeringsStage } from './columns.ts';
import { forestScale, gbdtModel } from './forest-options.ts';
import { gatherShards, type OwnerPart, packParts, unpackParts } from './gather-shards.ts';
import { growAtLabelParty } from './grow-at-label-party.ts';
import { type EarlierForest, mustHaveSameBins } from './earlier-forest.ts';
import { type JointForest, packJoint, unpackJoint } from './joint-forest.ts';
import { packForest } from './kept-forest.ts';

export interface LabelForestModel extends JointForest {
  /** [rows] log odds of being bad of every common row. */
  readonly logOdds: Float64Array;
  readonly own: ForestColumns;
  readonly offered: Offered;
  readonly parts: ReadonlyMap<PartyId, OwnerPart>;
  readonly scaling: Scaling;
  readonly evaluation: SampleEvaluations;
  /** The forest that this one goes on from. */
  readonly earlier?: { readonly model: string; readonly trees: number };
}

/** @param train [rows] 1 = training row. @param earlier with `warmStart`. @throws ModelError `no-features-left`; what training and the others throw. */
export async function runForestAtLabelParty(
  context: JobContext,
  stages: Stages,
  table: AlignedTable,
  train: Uint8Array,
  earlier: EarlierForest | undefined,
): Promise<LabelForestModel> {
  const own = forestColumns(context.recipe, table.frame, train);
  if (earlier !== undefined) mustHaveSameBins(earlier, own);
  const offered = await stages.keep('binning', offeringsStage(context));
  const all = [own.features, ...offered.values()].reduce((sum, features) => sum + features.length, 0);
  if (all === 0) throw new ModelError('no-features-left', 'no party has a column with more than one bin');
  const before = earlier?.shard.forest.trees.length ?? 0;
  const joint = await stages.keep('train', {
    make: () => growAtLabelParty(context, stages, { table, train, own, offered, earlier }),
    pack: packJoint,
    unpack: (stored) => unpackJoint(stored, own, offered),
    same: ({ forest }) => encodeCheckpoint(new Uint8Array(32), packForest(forest)),
  });
  const parts = await stages.keep('evaluate', {
    make: () => gatherShards(context, offered, joint, before),
    pack: packParts,
    unpack: unpackParts,
  });
  const scaling = scalingOf(forestScale(gbdtModel(context.recipe)));
  // Rows of the test sample were routed along, so that every score is here already.
  const logOdds = logOddsOfAll(joint.forest.objective, joint.scores);
  const evaluation = evaluateSamples(table.labels!, logOdds, train, scaling);
  return {
    ...joint,
    ...{ logOdds, own, offered, parts, scaling, evaluation },
    ...(earlier === undefined ? {} : { earlier: { model: earlier.model, trees: before } }),
  };
}

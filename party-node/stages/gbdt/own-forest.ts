/** The same recipe on the label party's columns alone: what the joint forest is measured against. */
import { setImmediate } from 'node:timers/promises';
import { evaluateSamples, type SampleEvaluations } from '@coscore/models/evaluate/evaluate.ts';
import { bestConstant } from '@coscore/models/gbdt/derivatives.ts';
import { localSource } from '@coscore/models/gbdt/local-source.ts';
import { logOddsOfAll } from '@coscore/models/gbdt/raw-score.ts';
import { trainForest } from '@coscore/models/gbdt/train-forest.ts';
import { checkSample } from '@coscore/models/scorecard/sample.ts';
import { scalingOf } from '@coscore/models/scorecard/points.ts';
import type { AlignedTable } from '../aligned-table.ts';
import type { JobContext } from '../context.ts';
import type { ForestColumns } from './columns.ts';
import { forestScale, gbdtModel, ownOptions } from './forest-options.ts';
import { samples } from './grow-at-label-party.ts';

/** Where it has no column worth splitting, everybody gets the same score. @param train [rows] 1 = training row. */
export async function growAlone(
  { recipe, self, session }: JobContext,
  table: AlignedTable,
  train: Uint8Array,
  { own: { features, codes }, earlier }: { readonly own: ForestColumns; readonly earlier?: { readonly trees: number } },
): Promise<{ readonly evaluation: SampleEvaluations }> {
  const asked = gbdtModel(recipe);
  // As many trees as the joint forest may have.
  const model = { ...asked, trees: asked.trees + (earlier?.trees ?? 0) };
  const labels = table.labels!;
  const evaluated = (scores: Float64Array): { readonly evaluation: SampleEvaluations } => ({
    evaluation: evaluateSamples(labels, logOddsOfAll(model.objective, scores), train, scalingOf(forestScale(model))),
  });
  if (features.length === 0) {
    checkSample(labels, train);
    return evaluated(new Float64Array(labels.length).fill(bestConstant(model.objective, { labels, weights: undefined }, train))); // prettier-ignore
  }
  const { scores } = await trainForest({
    sources: [localSource({ party: self, features, codes, rows: train.length })],
    ...samples(model, table, train),
    options: ownOptions(model, self, features),
    trainingLoss: false,
    // Nothing is waited for: timers and messages of this process want their turn.
    onTree: () => setImmediate(),
    signal: session.signal,
  });
  return evaluated(scores);
}

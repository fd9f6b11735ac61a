/** The plaintext oracle of forests: a recipe's tables joined in this process, all columns as local sources. */
import { evaluateSamples, type SampleEvaluations } from '@coscore/models/evaluate/evaluate.ts';
import { logOddsOfAll } from '@coscore/models/gbdt/raw-score.ts';
import { joinBins } from '@coscore/models/gbdt/join-bins.ts';
import { localSource } from '@coscore/models/gbdt/local-source.ts';
import { trainForest, type TrainedForest } from '@coscore/models/gbdt/train-forest.ts';
import { scalingOf } from '@coscore/models/scorecard/points.ts';
import type { Recipe } from '@coscore/node-core/recipe/index.ts';
import { forestColumns } from '@coscore/party-node/stages/gbdt/columns.ts';
import { forestScale, gbdtModel, trainerOptions } from '@coscore/party-node/stages/gbdt/forest-options.ts';
import { samples } from '@coscore/party-node/stages/gbdt/grow-at-label-party.ts';
import { pooledTables } from './oracle.ts';

export interface PooledForest extends TrainedForest {
  readonly rows: number;
  /** [rows] normalised. */
  readonly ids: readonly string[];
  readonly evaluation: SampleEvaluations;
}

/** Feature parties' bins are joined as their owners would: so this is what every profile must come to, bit for bit. */
export async function pooledForest(recipe: Recipe, dataDir: string): Promise<PooledForest> {
  const { ids, labels, train, parties } = await pooledTables(recipe, dataDir);
  const model = gbdtModel(recipe);
  const sources = parties.map(({ party, role, frame }) => {
    const { features, codes } = forestColumns(recipe, frame, train);
    const join = role === 'feature' ? { joinBins: joinBins(recipe.policy.minRowsPerNodeBin) } : {};
    return localSource({ party, features, codes, rows: ids.length, ...join });
  });
  const trained = await trainForest({
    sources,
    ...samples(model, { ids, labels, frame: parties[0]!.frame }, train),
    options: trainerOptions(model, new Map(sources.map(({ party, features }) => [party, features]))),
  });
  const evaluation = evaluateSamples(
    labels,
    logOddsOfAll(model.objective, trained.scores),
    train,
    scalingOf(forestScale(model)),
  );
  return { ...trained, rows: ids.length, ids, evaluation };
}

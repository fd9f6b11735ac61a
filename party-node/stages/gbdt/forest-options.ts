/** The recipe's forest in the terms of the trainer, the same at every party. */
import type { GbdtOptions } from '@coscore/models/gbdt/options.ts';
import type { TreeFeature } from '@coscore/models/gbdt/histogram-source.ts';
import { defaultModel, type ModelOptions } from '@coscore/models/options.ts';
import type { GbdtModel, Recipe } from '@coscore/node-core/recipe/index.ts';
import { monotoneColumns } from './columns.ts';

/** Bits of a rounded derivative: what both profiles pack, and protocols.md promises. */
export const GRADIENT_BITS = 12;

export function gbdtModel({ model }: Pick<Recipe, 'model'>): GbdtModel {
  if (model.kind !== 'gbdt') throw new Error(`a job of kind ${model.kind} grows no trees`);
  return model;
}

/**
 * @param offered every party's columns, by party.
 * @throws NodeError `recipe-invalid` for a monotone column that is not there or has no order.
 */
export function trainerOptions(model: GbdtModel, offered: ReadonlyMap<string, readonly TreeFeature[]>): GbdtOptions {
  const { earlyStopping, initialLogOdds } = model;
  return {
    objective: model.objective,
    trees: model.trees,
    depth: model.depth,
    leaves: model.leaves,
    learningRate: model.learningRate,
    lambda: model.lambda,
    gamma: model.gamma,
    minChildWeight: model.minChildWeight,
    minRowsPerLeaf: model.minRowsPerLeaf,
    rowSample: model.rowSample,
    columnSample: model.columnSample,
    goss: model.goss,
    seed: model.seed,
    ...(initialLogOdds === undefined ? {} : { baseScore: initialLogOdds }),
    ...(earlyStopping === undefined ? {} : { earlyStopping: earlyStopping.rounds }),
    monotone: monotoneColumns(model.monotone, offered),
    gradientBits: GRADIENT_BITS,
  };
}

/** The same on the label party's columns alone: what it asks of the others' is left out. */
export function ownOptions(model: GbdtModel, party: string, features: readonly TreeFeature[]): GbdtOptions {
  const own = model.monotone[party];
  return trainerOptions(
    { ...model, monotone: own === undefined ? {} : { [party]: own } },
    new Map([[party, features]]),
  );
}

/** Training rows that trees are grown on, once those are held out that decide when to stop. */
export function grownRows({ earlyStopping }: GbdtModel, training: number): number {
  return training - Math.round((earlyStopping?.holdout ?? 0) * training);
}

/** Columns of one party that a tree may use at most. @param features at least one. */
export function wantedAtMost({ columnSample }: GbdtModel, features: number): number {
  return Math.max(1, Math.round(features * columnSample));
}

/** The scale of scores, for what turns log odds into points. */
export function forestScale({ baseScore, baseOdds, pdo }: GbdtModel): ModelOptions {
  return { ...defaultModel, baseScore, baseOdds, pdo };
}

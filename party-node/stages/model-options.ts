/** The recipe's model in the terms of the trainer: keys that this kind of model does not have take their default. */
import { defaultModel, type FeatureOptions, type ModelOptions } from '@coscore/models/options.ts';
import type { TrainLinearOptions } from '@coscore/models/scorecard/train-linear.ts';
import type { Recipe } from '@coscore/node-core/recipe/index.ts';
import type { JobContext } from './context.ts';

export function modelOptions({ model }: Recipe): ModelOptions {
  if (model.kind !== 'scorecard' && model.kind !== 'logistic')
    throw new Error(`a job of kind ${model.kind} trains no linear model`);
  return { ...defaultModel, ...model };
}

/** The trainer's options; `onIteration` tells how far it is. */
export function trainerOptions({ recipe, progress }: JobContext): TrainLinearOptions {
  const { l2, iterations, signs, tolerance } = modelOptions(recipe);
  return {
    l2,
    iterations,
    signs,
    tolerance: tolerance ?? defaultModel.tolerance,
    onIteration: ({ iteration }) =>
      progress({ stage: 'train', done: iteration + 1, total: iterations, unit: 'iterations' }),
  };
}

/** The recipe's features without keys that are there but undefined. */
export function featureOptions({ features }: Recipe): FeatureOptions {
  const { select, ...rest } = features;
  if (select === undefined) return rest;
  return { ...rest, select: Object.fromEntries(Object.entries(select).filter(([, value]) => value !== undefined)) };
}

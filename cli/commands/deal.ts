/** `coscore job deal`: the random numbers of a forest, dealt before it is trained. */
import { InvalidArgumentError, type Command } from 'commander';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import { MOST_TREES, readRecipe, type Recipe } from '@coscore/node-core/recipe/index.ts';
import { CoordinatorClient } from '../daemon-client.ts';
import { note } from '../io.ts';
import type { Session } from '../session.ts';
import type { Texts } from '../texts.ts';
import { watch } from './watch.ts';
import { findProject } from './project.ts';
import { nodeCommand, withClient } from './with-client.ts';

interface DealOptions {
  readonly project: string;
  readonly trees?: number;
}

export function addDealCommand(job: Command, session: Session): void {
  const { texts } = session;
  const deal = nodeCommand(job, session, 'deal', texts.jobDeal, [
    'coscore job deal trees.yaml --project 3f9c…',
    'coscore job deal trees.yaml --project 3f9c… --trees 200',
  ])
    .argument('<recipe>', texts.recipeArgument)
    .requiredOption('--project <digest>', texts.runProjectOption)
    .option('--trees <count>', texts.dealTreesOption, treesToDeal);
  deal.action(
    withClient(
      session,
      (home) => new CoordinatorClient(home),
      async (context, client, path) => {
        const { project, trees } = deal.opts<DealOptions>();
        const recipe = dealingRecipe(await readRecipe(path!), context.texts, trees);
        const { digest } = await findProject(client, project);
        const id = await client.startJob(digest, recipe);
        note(context, context.texts.jobStarted(id));
        await watch(context, client, id);
      },
    ),
  );
}

/**
 * The recipe as a job that only deals.
 * @param trees those of the model by default. @throws NodeError `recipe-invalid` where nothing can be dealt ahead.
 */
export function dealingRecipe(recipe: Recipe, texts: Texts, trees?: number): Recipe {
  const { model, profile } = recipe;
  if (profile === 'blind') throw new NodeError('recipe-invalid', texts.dealBlind, { params: { field: 'profile' } });
  if (model.kind !== 'gbdt')
    throw new NodeError('recipe-invalid', texts.dealNotTrees, { params: { field: 'model.kind' } });
  return { ...recipe, dealAhead: trees ?? model.trees };
}

function treesToDeal(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1 || value > MOST_TREES)
    throw new InvalidArgumentError(`It is a whole number from 1 to ${MOST_TREES}.`);
  return value;
}

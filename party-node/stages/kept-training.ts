/** Stage `train` at every party: the state after each iteration is kept, and training goes on from a kept one. */
import {
  type LinearFit,
  type LinearState,
  trainingEnded,
  trainLinear,
} from '@coscore/models/scorecard/train-linear.ts';
import type { Stored } from './checkpoint-codec.ts';
import type { JobContext } from './context.ts';
import { openRemoteLinearSource, type RemoteLinearSetup } from './linear-source.ts';
import { trainerOptions } from './model-options.ts';
import type { Stages } from './stages.ts';

export interface JointFit {
  readonly fit: LinearFit;
  /** Rows whose own part of the logit was clipped to its bound in the last iteration. */
  readonly clippedRows: number;
}

interface KeptState {
  readonly state: LinearState;
  readonly clippedRows: number;
}

/**
 * This party's part of the joint training, from where the parties agreed to go on. The terms of the private sigmoid follow
 * the true number of an iteration, so that it is computed alike whichever attempt computes it.
 */
export async function fitJointly(
  context: JobContext,
  stages: Stages,
  setup: Omit<RemoteLinearSetup, 'iterations' | 'from'>,
): Promise<JointFit> {
  const options = trainerOptions(context);
  const kept = (await stages.resumedIteration()) as unknown as KeptState | undefined;
  // The last iteration was kept, the stage was not: there is nothing left to ask of the others.
  if (kept !== undefined && trainingEnded(kept.state, options.iterations)) {
    return { fit: fitOf(kept.state), clippedRows: kept.clippedRows };
  }
  const from = kept?.state.iteration ?? 0;
  const source = await openRemoteLinearSource(context, { ...setup, iterations: options.iterations, from });
  let written = Promise.resolve();
  const fit = await trainLinear(source, {
    ...options,
    ...(kept === undefined ? {} : { resumeFrom: kept.state }),
    // Written while the next iteration runs, and waited for before the one after: see KEPT_ITERATIONS.
    onIteration: async (event) => {
      await written;
      written = stages.keepIteration(event.state.iteration, packState(event.state, source.clippedRows));
      // Its failure is met where it is awaited; until then it is nobody's.
      written.catch(() => undefined);
      await options.onIteration?.(event);
    },
  });
  await written;
  await source.close();
  return { fit, clippedRows: source.clippedRows };
}

function packState(state: LinearState, clippedRows: number): Stored {
  const { last, ...rest } = state;
  return { state: { ...rest, ...(last === undefined ? {} : { last: { ...last } }) }, clippedRows };
}

function fitOf({ weights, iteration, gradientNorm, converged }: LinearState): LinearFit {
  return { weights, iterations: iteration, gradientNorm, converged: converged === true };
}

export function packFit({ fit, clippedRows }: JointFit): Stored {
  return { fit: { ...fit }, clippedRows };
}

export function unpackFit(stored: Stored): JointFit {
  return stored as unknown as JointFit;
}

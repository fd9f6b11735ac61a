/**
 * Second-order boosting (Friedman 2001; Chen and Guestrin 2016) over columns that any number of parties hold. The same code
 * trains in plaintext, with local sources only, and across parties.
 *
 * Reproducible: each tree depends on the seed, its number and the scores before it, so a run that resumes after a tree gives
 * the same forest. Sums are of whole numbers, so it does not matter who computes them.
 */
import { RowNodes } from './row-nodes.ts';
import { ModelError } from '../errors.ts';
import {
  bestConstant,
  derivativesAt,
  meanLoss,
  quantise,
  targetsOf,
  type Derivatives,
  type Targets,
} from './derivatives.ts';
import type { Forest, Tree } from './forest.ts';
import { growTree } from './grow-tree.ts';
import type { HistogramSource } from './histogram-source.ts';
import type { TreeSource } from './node-columns.ts';
import { checkGbdtOptions, type GbdtOptions } from './options.ts';
import { treeRng } from './random.ts';
import { drawColumns, drawRows, oneSideSample } from './sampling.ts';

export interface TrainForestInput {
  /** The label party's own columns and everybody else's; all over the same rows. Their order decides ties. */
  readonly sources: readonly HistogramSource[];
  /** [rows] 1 = bad, 0 = good for `binary`; any number for `squared`. Only training and validation rows are looked at. */
  readonly labels: ArrayLike<number>;
  /** [rows] not negative; absent: 1 each. Rows are counted once whatever their weight. */
  readonly weights?: ArrayLike<number> | undefined;
  /** [rows] 1: training row; absent: all. Every party learns it. */
  readonly training?: Uint8Array | undefined;
  /** [rows] 1: the row is not trained on and its loss is followed. */
  readonly validation?: Uint8Array | undefined;
  /**
   * [rows] a permutation: each row's place in the order in which numbers are drawn for rows. With it a forest does not depend
   * on the order of the rows; absent: as they stand.
   */
  readonly rowKeys?: Uint32Array | undefined;
  readonly options: GbdtOptions;
  /** Goes on from there: a run that was interrupted, or an earlier forest (warm start). */
  readonly from?: ForestState | undefined;
  /** After each tree; awaited. The state is live: what is kept of it must be copied or written before this returns. */
  readonly onTree?: ((state: ForestState, lastTree: Tree) => Promise<void> | void) | undefined;
  /** false leaves the training loss out of the curve: it costs a pass over the rows a tree. */
  readonly trainingLoss?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface LossPoint {
  /** Trees so far. */
  readonly trees: number;
  /** Mean loss of the training rows, NaN when not asked for. */
  readonly training: number;
  /** Absent without validation rows. */
  readonly validation?: number | undefined;
}

/** All that the next tree depends on, beside the data and the options. */
export interface ForestState {
  readonly objective: GbdtOptions['objective'];
  readonly baseScore: number;
  readonly trees: readonly Tree[];
  /** [rows] raw score of every row, of all trees. */
  readonly scores: Float64Array;
  /** Split records of each party so far; the next record of a party has this number. */
  readonly records: Readonly<Record<string, number>>;
  readonly curve: readonly LossPoint[];
  /** With early stopping: the number of trees of least validation loss, and the scores then. */
  readonly best?: { readonly trees: number; readonly loss: number; readonly scores: Float64Array } | undefined;
}

export interface TrainedForest {
  readonly forest: Forest;
  /** [rows] raw score of every row given, training row or not. */
  readonly scores: Float64Array;
  /** Records of each party, those of trees that early stopping dropped included. */
  readonly records: Readonly<Record<string, number>>;
  readonly curve: readonly LossPoint[];
  /** `no-split`: nothing is left to gain. */
  readonly stopped: 'trees' | 'early' | 'no-split';
}

/**
 * @throws RangeError for options or sizes out of range; ModelError `too-few-rows`, `too-few-bads`, `rows-do-not-fit`; what
 * sources throw.
 */
export async function trainForest(input: TrainForestInput): Promise<TrainedForest> {
  const run = prepare(input);
  const { options } = input;
  const state = startState(input, run);
  let stopped: TrainedForest['stopped'] = 'trees';
  while (state.trees.length < options.trees) {
    if (isOver(state, options)) {
      stopped = 'early';
      break;
    }
    input.signal?.throwIfAborted();
    const { tree, leafOf } = await nextTree(input, run, state);
    // Without any draw the next tree would find nothing either.
    if (tree.nodes.length === 1 && !samples(options)) {
      stopped = 'no-split';
      break;
    }
    state.trees.push(tree);
    const values = Float64Array.from(tree.nodes, ({ value }) => value);
    for (let row = 0; row < leafOf.length; row++) state.scores[row]! += values[leafOf[row]!]!;
    follow(input, run, state);
    await input.onTree?.(state, tree);
  }
  if (isOver(state, options)) stopped = 'early';
  const best = options.earlyStopping === undefined ? undefined : state.best;
  return {
    forest: {
      objective: state.objective,
      baseScore: state.baseScore,
      trees: best === undefined ? state.trees : state.trees.slice(0, best.trees),
    },
    scores: best?.scores ?? state.scores,
    records: state.records,
    curve: state.curve,
    stopped,
  };
}

/** What is fixed for a run. */
interface Run {
  readonly rows: number;
  readonly targets: Targets;
  readonly training: Uint8Array | undefined;
  /** How many training rows there are. */
  readonly count: number;
  /** [sources][features] */
  readonly monotone: readonly Int8Array[];
  readonly nodeOf: RowNodes;
  /** Room for the derivatives of a tree. */
  readonly room: Pick<Derivatives, 'g' | 'h'>;
}

type Growing = { -readonly [K in keyof ForestState]: ForestState[K] } & {
  readonly trees: Tree[];
  readonly records: Record<string, number>;
  readonly curve: LossPoint[];
};

function prepare({ sources, labels, weights, training, validation, rowKeys, options, from }: TrainForestInput): Run {
  checkGbdtOptions(options);
  const rows = labels.length;
  for (const [what, length] of [
    ['weights', weights?.length],
    ['training rows', training?.length],
    ['validation rows', validation?.length],
    ['row keys', rowKeys?.length],
    ['scores to go on from', from?.scores.length],
  ] as const) {
    if (length !== undefined && length !== rows) throw new RangeError(`${length} ${what} for ${rows} rows`);
  }
  if (options.earlyStopping !== undefined && validation?.includes(1) !== true) {
    throw new RangeError('early stopping needs validation rows');
  }
  if (new Set(sources.map(({ party }) => party)).size !== sources.length) {
    throw new RangeError('every source is of another party');
  }
  const everyRow = training?.includes(0) !== true;
  const run = { rows, targets: targetsOf({ labels, weights }), training: everyRow ? undefined : training };
  const count = checkLabels(options.objective, run);
  const room = { g: new Float64Array(rows), h: new Float64Array(rows) };
  return { ...run, count, monotone: monotoneOf(sources, options), nodeOf: new RowNodes(rows), room };
}

/** @returns how many training rows there are. */
function checkLabels(
  objective: GbdtOptions['objective'],
  { rows, targets, training }: Pick<Run, 'rows' | 'targets' | 'training'>,
): number {
  let [count, bads] = [0, 0];
  for (let row = 0; row < rows; row++) {
    if (training?.[row] === 0) continue;
    const label = targets.labels[row]!;
    const weight = targets.weights === undefined ? 1 : targets.weights[row]!;
    if (!Number.isFinite(label) || !(weight >= 0 && weight < Infinity)) {
      throw new RangeError('labels are numbers and weights are zero or above');
    }
    if (objective === 'binary' && label !== 0 && label !== 1) throw new RangeError('labels are 0 or 1');
    count++;
    bads += label;
  }
  if (count < 2)
    throw new ModelError('too-few-rows', `${count} training rows: a tree needs two`, { params: { rows: count } });
  if (objective === 'binary' && (bads === 0 || bads === count)) {
    throw new ModelError('too-few-bads', `${bads} of ${count} training rows are bad: both kinds are needed`, {
      params: { rows: count, bads },
    });
  }
  return count;
}

/** @throws RangeError for a feature that nobody offers or that has no order. */
function monotoneOf(sources: readonly HistogramSource[], { monotone = {} }: GbdtOptions): Int8Array[] {
  const left = new Map(Object.entries(monotone));
  const directions = sources.map(({ party, features }) =>
    Int8Array.from(features, ({ feature, ordered }) => {
      const name = `${party}.${feature}`;
      const direction = left.get(name) ?? 0;
      left.delete(name);
      if (direction !== 0 && !ordered) throw new RangeError(`${name} has no order: it cannot be monotone`);
      return direction;
    }),
  );
  const [unknown] = left.keys();
  if (unknown !== undefined) throw new RangeError(`monotone names ${unknown}, which no party offers`);
  return directions;
}

function startState({ options, from }: TrainForestInput, { rows, targets, training }: Run): Growing {
  if (from !== undefined) {
    if (from.objective !== options.objective) throw new RangeError(`the earlier forest is for ${from.objective} loss`);
    return {
      ...from,
      trees: [...from.trees],
      scores: from.scores.slice(),
      records: { ...from.records },
      curve: [...from.curve],
    };
  }
  const baseScore = options.baseScore ?? bestConstant(options.objective, targets, training);
  const scores = new Float64Array(rows).fill(baseScore);
  return { objective: options.objective, baseScore, trees: [], scores, records: {}, curve: [] };
}

async function nextTree(
  { sources, options, rowKeys }: TrainForestInput,
  { rows, targets, training, count: trained, monotone, nodeOf, room }: Run,
  state: Growing,
): Promise<Awaited<ReturnType<typeof growTree>>> {
  const number = state.trees.length;
  const rng = (stream: Parameters<typeof treeRng>[2]): ReturnType<typeof treeRng> =>
    treeRng(options.seed, number, stream);
  const active = drawRows(rows, training, options.rowSample, rng('rows'), rowKeys);
  const columns = rng('columns');
  const treeSources = sources.map((source, s): TreeSource => ({
    source,
    wanted: drawColumns(source.features.length, options.columnSample, columns),
    monotone: monotone[s]!,
  }));
  const exact = derivativesAt(options.objective, state.scores, targets, active, room);
  // The first trees see every row: their gradients do not tell rows apart yet (LightGBM waits as long).
  const oneSided = options.goss !== undefined && number >= 1 / options.learningRate;
  const derivatives = oneSided ? oneSideSample(exact, active, options.goss!, rng('goss'), rowKeys) : exact;
  const { pairs, gStep, hStep, g, h } = quantise(derivatives, options.gradientBits, rng('rounding'), rowKeys);
  const { lambda, gamma, minChildWeight, minRowsPerLeaf } = options;
  return growTree({
    sources: treeSources,
    pairs,
    active,
    root: { rows: active === training ? trained : countOf(active!), g, h, lower: -Infinity, upper: Infinity },
    rule: { lambda, gamma, minChildWeight, minRowsPerLeaf, gStep, hStep },
    options,
    nodeOf,
    records: state.records,
  });
}

function countOf(active: Uint8Array): number {
  let count = 0;
  for (let row = 0; row < active.length; row++) count += active[row]!;
  return count;
}

/** Adds to the curve, and keeps the best scores where early stopping may come back to them. */
function follow(input: TrainForestInput, { targets, training }: Run, state: Growing): void {
  const { options, validation, trainingLoss = true } = input;
  const trees = state.trees.length;
  const loss = (of: Uint8Array | undefined): number => meanLoss(options.objective, state.scores, targets, of);
  const validationLoss = validation === undefined ? undefined : loss(validation);
  state.curve.push({
    trees,
    training: trainingLoss ? loss(training) : NaN,
    ...(validationLoss === undefined ? {} : { validation: validationLoss }),
  });
  if (options.earlyStopping === undefined || validationLoss === undefined) return;
  if (state.best !== undefined && validationLoss >= state.best.loss) return;
  state.best = { trees, loss: validationLoss, scores: state.scores.slice() };
}

function isOver({ best, trees }: ForestState, { earlyStopping }: GbdtOptions): boolean {
  return earlyStopping !== undefined && best !== undefined && trees.length - best.trees >= earlyStopping;
}

function samples({ rowSample, columnSample, goss }: GbdtOptions): boolean {
  return rowSample < 1 || columnSample < 1 || goss !== undefined;
}

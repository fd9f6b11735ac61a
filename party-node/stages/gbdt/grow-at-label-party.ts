/** Stage `train` at the label party: trees over its own columns and everybody's, kept as they grow, and gone on with. */
import { meanLoss } from '@coscore/models/gbdt/derivatives.ts';
import { localSource, type LocalSource } from '@coscore/models/gbdt/local-source.ts';
import { type ForestState, trainForest, type TrainForestInput } from '@coscore/models/gbdt/train-forest.ts';
import type { SplitRecord } from '@coscore/models/gbdt/forest.ts';
import { checkSample } from '@coscore/models/scorecard/sample.ts';
import type { GbdtModel } from '@coscore/node-core/recipe/index.ts';
import type { AlignedTable } from '../aligned-table.ts';
import type { Stored } from '../checkpoint-codec.ts';
import type { JobContext } from '../context.ts';
import type { Stages } from '../stages.ts';
import type { ForestColumns, Offered } from './columns.ts';
import { gbdtModel, trainerOptions } from './forest-options.ts';
import { openSums } from './joint-sums.ts';
import { packForest, packRecords, unpackForest, unpackRecords } from './kept-forest.ts';
import type { JointForest } from './joint-forest.ts';
import { RemoteForestSource } from './remote-source.ts';
import { drawHoldout, rowKeys } from './row-draws.ts';

export interface GrowSetup {
  readonly table: AlignedTable;
  /** [rows] 1 = training row. */
  readonly train: Uint8Array;
  readonly own: ForestColumns;
  readonly offered: Offered;
}

export async function growAtLabelParty(context: JobContext, stages: Stages, setup: GrowSetup): Promise<JointForest> {
  const { recipe, self } = context;
  const { table, train, own, offered } = setup;
  const model = gbdtModel(recipe);
  const options = trainerOptions(model, new Map([[self, own.features], ...offered]));
  const stored = await stages.resumedIteration();
  const kept = stored === undefined ? undefined : unpackKept(stored, own);
  const started = kept?.started ?? 0;
  const sums = await openSums(context, offered, train, model.trees - started);
  try {
    const local = localSource({
      party: self,
      features: own.features,
      codes: own.codes,
      rows: train.length,
      ...(kept === undefined ? {} : { records: kept.records }),
    });
    const remotes = [...sums.of].map(
      ([party, one]) =>
        new RemoteForestSource({ party, features: offered.get(party)!, sums: one, rows: train.length, trees: started }),
    );
    const keeper = new ForestKeeper(stages, local, remotes);
    const test = train.map((bit) => 1 - bit);
    const testLoss = [...(kept?.testLoss ?? [])];
    const { forest, records, ...grown } = await trainForest({
      sources: [local, ...remotes],
      ...samples(model, table, train),
      options,
      ...(kept === undefined ? {} : { from: kept.state }),
      signal: context.session.signal,
      onTree(state) {
        context.progress({ stage: 'train', done: state.trees.length, total: model.trees, unit: 'trees' });
        if (test.includes(1)) testLoss.push(meanLoss(state.objective, state.scores, { labels: table.labels!, weights: undefined }, test)); // prettier-ignore
        keeper.treeIsDone(state, testLoss);
      },
    });
    await keeper.finish();
    await sums.close();
    return { forest, records: local.records, recordsOf: records, testLoss, ...grown };
  } finally {
    await sums.destroy();
  }
}

/**
 * Which rows trees are grown on, and which decide when to stop; draws follow ids.
 * @throws ModelError `too-few-rows`, `too-few-bads`.
 */
export function samples(
  { earlyStopping, seed }: GbdtModel,
  { ids, labels }: Pick<AlignedTable, 'ids' | 'labels'>,
  train: Uint8Array,
): Pick<TrainForestInput, 'labels' | 'training' | 'validation' | 'rowKeys'> {
  const keys = rowKeys(ids!);
  if (earlyStopping === undefined) return { labels: labels!, training: train, rowKeys: keys };
  const validation = drawHoldout(train, keys, earlyStopping.holdout, seed);
  const training = train.map((bit, row) => bit & ~validation[row]!);
  checkSample(labels!, training);
  return { labels: labels!, training, validation, rowKeys: keys };
}

interface KeptState {
  readonly state: ForestState;
  /** Splits by own columns. */
  readonly records: readonly SplitRecord[];
  /** Trees that the owners have been asked to start. */
  readonly started: number;
  readonly testLoss: readonly number[];
}

/** States are written while trees grow, as far as that takes a small part of the time. */
const MOST_SHARE_OF_TIME = 0.1;

class ForestKeeper {
  readonly #stages: Stages;
  readonly #local: LocalSource;
  readonly #remotes: readonly RemoteForestSource[];
  #writing: Promise<void> | undefined;
  #failure: { readonly cause: unknown } | undefined;
  /** Not before, on the clock of performance.now. */
  #next = 0;

  constructor(stages: Stages, local: LocalSource, remotes: readonly RemoteForestSource[]) {
    this.#stages = stages;
    this.#local = local;
    this.#remotes = remotes;
  }

  treeIsDone(state: ForestState, testLoss: readonly number[]): void {
    if (this.#failure !== undefined) throw this.#failure.cause;
    const now = performance.now();
    if (this.#writing !== undefined || now < this.#next) return;
    const started = Math.max(state.trees.length, ...this.#remotes.map((remote) => remote.started));
    const packed = packKept({ state, records: this.#local.records, started, testLoss });
    for (const remote of this.#remotes) remote.keep();
    this.#writing = this.#stages.keepIteration(started, packed).then(
      () => {
        const took = performance.now() - now;
        this.#next = now + took / MOST_SHARE_OF_TIME;
        this.#writing = undefined;
      },
      (cause: unknown) => {
        this.#failure = { cause };
      },
    );
  }

  async finish(): Promise<void> {
    await this.#writing;
    if (this.#failure !== undefined) throw this.#failure.cause;
  }
}

/** A copy: the trainer goes on with the state. */
function packKept({ state, records, started, testLoss }: KeptState): Stored {
  const { objective, baseScore, trees, scores, records: recordsOf, curve, best } = state;
  return {
    forest: packForest({ objective, baseScore, trees }),
    scores: scores.slice(),
    recordsOf: { ...recordsOf },
    curve: curve.map((point) => ({ ...point })),
    ...(best === undefined ? {} : { best: { ...best } }),
    own: packRecords(records),
    started,
    testLoss: [...testLoss],
  };
}

function unpackKept(stored: Stored, { features }: ForestColumns): KeptState {
  const { forest, recordsOf, own, started, testLoss, ...rest } = stored as unknown as Pick<
    ForestState,
    'scores' | 'curve' | 'best'
  > & {
    readonly forest: Stored;
    readonly recordsOf: Readonly<Record<string, number>>;
    readonly own: Stored;
    readonly started: number;
    readonly testLoss: readonly number[];
  };
  return {
    state: { ...unpackForest(forest), ...rest, records: recordsOf },
    records: unpackRecords(own, features),
    started,
    testLoss,
  };
}

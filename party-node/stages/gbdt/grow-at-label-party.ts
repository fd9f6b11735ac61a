/** Stage `train` at the label party: trees over its own columns and everybody's, kept as they grow, and gone on with. */
import { setImmediate } from 'node:timers/promises';
import { meanLoss } from '@coscore/models/gbdt/derivatives.ts';
import { localSource, type LocalSource } from '@coscore/models/gbdt/local-source.ts';
import { type ForestState, trainForest, type TrainForestInput } from '@coscore/models/gbdt/train-forest.ts';
import type { SplitRecord } from '@coscore/models/gbdt/forest.ts';
import { checkSample } from '@coscore/models/scorecard/sample.ts';
import type { GbdtModel } from '@coscore/node-core/recipe/index.ts';
import type { PartyId } from '@coscore/protocols';
import type { AlignedTable } from '../aligned-table.ts';
import type { Stored } from '../checkpoint-codec.ts';
import type { JobContext } from '../context.ts';
import type { Stages } from '../stages.ts';
import type { ForestColumns, Offered } from './columns.ts';
import { type EarlierForest, stateOfEarlier } from './earlier-forest.ts';
import { gbdtModel, trainerOptions } from './forest-options.ts';
import { openSums } from './joint-sums.ts';
import {
  type AskedSplits,
  packAsked,
  packForest,
  packRecords,
  unpackAsked,
  unpackForest,
  unpackRecords,
} from './kept-forest.ts';
import type { JointForest } from './joint-forest.ts';
import { RemoteForestSource } from './remote-source.ts';
import { drawHoldout, rowKeys } from './row-draws.ts';

export interface GrowSetup {
  readonly table: AlignedTable;
  /** [rows] 1 = training row. */
  readonly train: Uint8Array;
  readonly own: ForestColumns;
  readonly offered: Offered;
  /** With `warmStart`. */
  readonly earlier: EarlierForest | undefined;
}

export async function growAtLabelParty(context: JobContext, stages: Stages, setup: GrowSetup): Promise<JointForest> {
  const { recipe, self } = context;
  const { table, train, own, offered, earlier } = setup;
  const model = gbdtModel(recipe);
  const before = earlier?.shard.forest.trees.length ?? 0;
  const options = trainerOptions(
    { ...model, trees: before + model.trees },
    new Map([[self, own.features], ...offered]),
  );
  const stored = await stages.resumedIteration();
  const kept = stored === undefined ? await keptOfEarlier(context, setup) : unpackKept(stored, own, offered);
  const started = kept?.started ?? 0;
  const sums = await openSums(context, offered, train, model.trees - started);
  let keeper: ForestKeeper | undefined;
  try {
    const local = localSource({
      party: self,
      features: own.features,
      codes: own.codes,
      rows: train.length,
      ...(kept === undefined ? {} : { records: kept.records }),
    });
    const asked = new Map<PartyId, SplitRecord[]>();
    if (recipe.policy.allowExport)
      for (const party of sums.of.keys()) asked.set(party, [...(kept?.asked.get(party) ?? [])]);
    const remotes = [...sums.of].map(
      ([party, one]) =>
        new RemoteForestSource({
          party,
          features: offered.get(party)!,
          sums: one,
          rows: train.length,
          trees: started,
          records: kept?.state.records[party],
          asked: asked.get(party),
        }),
    );
    const keeping = (keeper = new ForestKeeper(stages, local, remotes, started));
    const test = train.map((bit) => 1 - bit);
    const testLoss = [...(kept?.testLoss ?? [])];
    const { forest, records, ...grown } = await trainForest({
      sources: [local, ...remotes],
      ...samples(model, table, train),
      options,
      ...(kept === undefined ? {} : { from: kept.state }),
      signal: context.session.signal,
      async onTree(state) {
        context.progress({ stage: 'train', done: state.trees.length - before, total: model.trees, unit: 'trees' });
        if (test.includes(1)) testLoss.push(meanLoss(state.objective, state.scores, { labels: table.labels!, weights: undefined }, test)); // prettier-ignore
        keeping.treeIsDone(state, testLoss, asked);
        // Where nobody else has columns nothing is waited for: timers and messages of this process want their turn.
        if (remotes.length === 0) await setImmediate();
      },
    });
    await keeping.finish();
    await sums.close();
    return { forest, records: local.records, recordsOf: records, testLoss, asked, ...grown };
  } finally {
    // The next attempt must not find a state that this one still writes.
    await keeper?.written();
    await sums.destroy();
  }
}

/**
 * Which rows trees are grown on, and which decide when to stop.
 * @param table all that the label party has on the common rows: what is drawn over them depends on it.
 * @throws ModelError `too-few-rows`, `too-few-bads`.
 */
export function samples(
  { earlyStopping, seed }: GbdtModel,
  { ids, labels, frame }: Pick<AlignedTable, 'ids' | 'labels' | 'frame'>,
  train: Uint8Array,
): Pick<TrainForestInput, 'labels' | 'training' | 'validation' | 'rowKeys'> {
  const keys = rowKeys({ ids: ids!, labels: labels!, frame }, seed);
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
  /** Where policy says allowExport. */
  readonly asked: AskedSplits;
}

/** What the earlier forest left off with: no tree of this job yet. */
async function keptOfEarlier(
  context: JobContext,
  { train, own, earlier, offered }: GrowSetup,
): Promise<KeptState | undefined> {
  if (earlier === undefined) return undefined;
  const state = await stateOfEarlier(context, earlier, own, offered, train.length);
  // Records beyond those are of trees that early stopping dropped.
  const records = earlier.shard.records.slice(0, state.records[context.self]);
  return { state, records, started: 0, testLoss: [], asked: earlier.asked };
}

/** States are written while trees grow, as far as that takes a small part of the time. */
const MOST_SHARE_OF_TIME = 0.1;

/**
 * A state has the number of trees that owners were asked to start: they number theirs so, and are not told of a tree that ends
 * at its root. All of the label party's states of one number would do with theirs; the first is kept.
 */
export class ForestKeeper {
  readonly #stages: Pick<Stages, 'keepIteration'>;
  readonly #local: Pick<LocalSource, 'records'>;
  readonly #remotes: readonly Pick<RemoteForestSource, 'started' | 'keep'>[];
  /** Number of the newest state. */
  #last: number;
  #writing: Promise<void> | undefined;
  #failure: { readonly cause: unknown } | undefined;
  /** Not before, on the clock of performance.now. */
  #next = 0;

  /** @param from number of the state gone on from, or 0. */
  constructor(
    stages: Pick<Stages, 'keepIteration'>,
    local: Pick<LocalSource, 'records'>,
    remotes: readonly Pick<RemoteForestSource, 'started' | 'keep'>[],
    from: number,
  ) {
    this.#last = from;
    this.#stages = stages;
    this.#local = local;
    this.#remotes = remotes;
  }

  treeIsDone(state: ForestState, testLoss: readonly number[], asked: AskedSplits = new Map()): void {
    if (this.#failure !== undefined) throw this.#failure.cause;
    const now = performance.now();
    if (this.#writing !== undefined || now < this.#next) return;
    const started = this.#remotes[0]?.started ?? state.curve.length;
    if (started === this.#last) return;
    this.#last = started;
    const packed = packKept({ state, records: this.#local.records, started, testLoss, asked });
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

  /** Once no state is being written, whether that failed or not. */
  async written(): Promise<void> {
    await this.#writing;
  }

  /** @throws what the last state could not be written for. */
  async finish(): Promise<void> {
    await this.#writing;
    if (this.#failure !== undefined) throw this.#failure.cause;
  }
}

/** A copy: the trainer goes on with the state. */
function packKept({ state, records, started, testLoss, asked }: KeptState): Stored {
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
    asked: packAsked(asked),
  };
}

function unpackKept(stored: Stored, { features }: ForestColumns, offered: Offered): KeptState {
  const { forest, recordsOf, own, started, testLoss, asked, ...rest } = stored as unknown as Pick<
    ForestState,
    'scores' | 'curve' | 'best'
  > & {
    readonly forest: Stored;
    readonly recordsOf: Readonly<Record<string, number>>;
    readonly own: Stored;
    readonly started: number;
    readonly testLoss: readonly number[];
    readonly asked: Stored;
  };
  return {
    state: { ...unpackForest(forest), ...rest, records: recordsOf },
    records: unpackRecords(own, features),
    started,
    testLoss,
    asked: unpackAsked(asked, offered),
  };
}

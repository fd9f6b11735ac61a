/**
 * A party's own columns as a source, summed by several threads: each has a share of the columns. For forests that one machine
 * grows alone. Jobs do not use it: at 1,000,000 rows and 50 own columns a second thread takes 35 of 123 ms of a tree off the
 * main thread, where the exchange with one feature party of as many columns takes seconds.
 */
import { Worker } from 'node:worker_threads';
import { ColumnBlock } from './column-block.ts';
import type { ColumnReply, ColumnRequest, ColumnWorkerData } from './column-worker.ts';
import type { SplitRecord } from './forest.ts';
import type { FeatureSums, OwnedSplit, TreeStep } from './histogram-source.ts';
import { joinBins } from './join-bins.ts';
import type { LocalSource, LocalSourceOptions } from './local-source.ts';

export interface ThreadedSourceOptions extends Omit<LocalSourceOptions, 'joinBins'> {
  /** Threads, this one included; at least 1. */
  readonly threads: number;
  /** As `joinBins` of a local source. */
  readonly floor?: number | undefined;
}

export interface ThreadedSource extends LocalSource, AsyncDisposable {}

/** Close it by `await using`, or its threads keep the process alive. @throws RangeError as `localSource`. */
export function threadedSource(options: ThreadedSourceOptions): ThreadedSource {
  const { party, features, codes, rows, threads, floor } = options;
  const shared = {
    g: new Int32Array(new SharedArrayBuffer(rows * 4)),
    h: new Uint32Array(new SharedArrayBuffer(rows * 4)),
    active: new Uint8Array(new SharedArrayBuffer(rows)),
    right: new Uint8Array(new SharedArrayBuffer((rows + 7) >> 3)),
  };
  // Whole runs of features, so that answers in order of threads are in order of features. This thread has the first.
  const share = Math.max(1, Math.ceil(features.length / threads));
  const partOf = (feature: number): number => Math.floor(feature / share);
  const first = new ColumnBlock({
    features: features.slice(0, share),
    codes: codes.slice(0, share),
    rows,
    joinBins: floor === undefined ? undefined : joinBins(floor),
  });
  const others: ColumnThread[] = [];
  for (let start = share; start < features.length; start += share) {
    const end = start + share;
    const data = { features: features.slice(start, end), codes: codes.slice(start, end), rows, floor, ...shared };
    others.push(new ColumnThread(data));
  }
  const records: SplitRecord[] = [...(options.records ?? [])];
  const ask = async (request: (part: number) => ColumnRequest, own: () => FeatureSums[]): Promise<FeatureSums[]> => {
    const asked = Promise.all(others.map(async (thread, i) => thread.sums(request(i + 1))));
    // Should this thread throw first, theirs is the same failure.
    asked.catch(() => undefined);
    const mine = own();
    return [...mine, ...(await asked).flat()];
  };
  const route = async (splits: readonly OwnedSplit[]): Promise<Uint8Array> => {
    for (const { feature, goesLeft } of splits) records.push({ feature, goesLeft });
    const of = (part: number): OwnedSplit[] =>
      splits
        .filter(({ feature }) => partOf(feature) === part)
        .map((split) => ({ ...split, feature: split.feature - part * share }));
    const asked = Promise.all(
      others.map(async (thread, i) => (of(i + 1).length > 0 ? thread.bits(of(i + 1)) : undefined)),
    );
    // As in `ask`.
    asked.catch(() => undefined);
    const bits = first.route(of(0));
    for (const part of await asked) part?.forEach((byte, i) => (bits[i]! |= byte));
    return bits;
  };
  const refine = async (step: TreeStep, right: Uint8Array): Promise<FeatureSums[]> => {
    shared.right.set(right);
    return ask(
      () => ({ kind: 'refine', step }),
      () => first.refine(step, right),
    );
  };
  return {
    party,
    features,
    remote: false,
    records,
    async startTree(pairs, wanted, active) {
      shared.g.set(pairs.g);
      shared.h.set(pairs.h);
      if (active !== undefined) shared.active.set(active);
      const of = (part: number): number[] =>
        wanted.filter((feature) => partOf(feature) === part).map((feature) => feature - part * share);
      return ask(
        (part) => ({ kind: 'start', wanted: of(part), sampled: active !== undefined }),
        () => first.startTree(pairs, of(0), active),
      );
    },
    route,
    refine,
    async routeAndRefine(own, step, right) {
      const bits = await route(own);
      for (let i = 0; i < bits.length; i++) bits[i]! |= right[i]!;
      return { right: bits, sums: await refine(step, bits) };
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(others.map(async (thread) => thread.close()));
    },
  };
}

/** One question at a time to one thread. */
class ColumnThread {
  readonly #worker: Worker;
  #waiting: { readonly resolve: (reply: ColumnReply) => void; readonly reject: (error: Error) => void } | undefined;
  #failure: Error | undefined;

  constructor(workerData: ColumnWorkerData) {
    this.#worker = new Worker(new URL('./column-worker.ts', import.meta.url), { workerData });
    this.#worker.on('message', (reply: ColumnReply) => {
      this.#waiting?.resolve(reply);
      this.#waiting = undefined;
    });
    const fail = (error: Error): void => {
      this.#failure ??= error;
      this.#waiting?.reject(error);
      this.#waiting = undefined;
    };
    this.#worker.on('error', fail);
    this.#worker.on('exit', () => fail(new Error('a thread that sums columns has ended')));
  }

  async sums(request: ColumnRequest): Promise<readonly FeatureSums[]> {
    const reply = await this.#ask(request);
    if (reply.kind !== 'sums') throw new TypeError(`a thread answered ${request.kind} with ${reply.kind}`);
    return reply.sums;
  }

  async bits(own: readonly OwnedSplit[]): Promise<Uint8Array> {
    const reply = await this.#ask({ kind: 'route', own });
    if (reply.kind !== 'bits') throw new TypeError(`a thread answered route with ${reply.kind}`);
    return reply.bits;
  }

  async #ask(request: ColumnRequest): Promise<ColumnReply> {
    if (this.#failure !== undefined) throw this.#failure;
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#worker.postMessage(request);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}

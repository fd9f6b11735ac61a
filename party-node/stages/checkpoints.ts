/**
 * What a party keeps of a job so that a further attempt goes on where an earlier one stopped: each finished stage, and the
 * last states of training. Kept in the node's own state, so it is there after a crash; which of it is used, the parties
 * agree on at the start of an attempt (resume-point.ts). One-time material is never part of it.
 */
import { createHash } from 'node:crypto';
import type { ArtefactKey, ArtefactTable } from '@coscore/node-core/state/artefacts.ts';
import { ProtocolError } from '@coscore/protocols';
import { DataError } from '../data/index.ts';
import { decodeCheckpoint, encodeCheckpoint, type Stored } from './checkpoint-codec.ts';
import type { Mark, ResumePoint } from './resume-point.ts';

/** Stages that leave a checkpoint, in the order in which a job runs them. */
export const checkpointStages = ['align', 'split', 'binning', 'select', 'train', 'evaluate'] as const;
export type CheckpointStage = (typeof checkpointStages)[number];

/** What checkpoints need of the artefact table. */
export type CheckpointStore = Pick<ArtefactTable, 'put' | 'get' | 'list' | 'remove'>;

/**
 * States of training that are kept. A state is written while the next iteration runs, and is on disk before the one after
 * begins. A party that has finished iteration k has had everybody's part of its sums, so all others have begun k, and their
 * state before k - 1 is on disk; its own newest is the one before k or k + 1. So newest states are at most two apart, and
 * with three kept the newest one of the slowest party is there at everyone.
 */
const KEPT_ITERATIONS = 3;

const DONE = 'done';
const INPUTS = 'inputs';
const SEEN = 'seen';
const TOLD = 'told';
const ITERATION = /^iteration\/(\d+)$/;

/** Names of the artefacts that go when the job is over. The shard stays. */
function isCheckpoint({ name }: ArtefactKey): boolean {
  return name === DONE || name === INPUTS || name === SEEN || name === TOLD || ITERATION.test(name);
}

export interface CheckpointInputs {
  /** SHA-256 of project, job and recipe: what is to be done. */
  readonly terms: Uint8Array;
  /** SHA-256 of the own rows: what it is to be done with. */
  readonly data: Uint8Array;
}

interface Kept {
  readonly key: ArtefactKey;
  readonly mark: Mark;
}

export class Checkpoints {
  readonly #store: CheckpointStore;
  readonly #job: string;
  readonly #attempt: number;
  readonly #digest: Buffer;
  #kept: Kept[] = [];
  #point: ResumePoint = { stages: [] };

  private constructor(store: CheckpointStore, job: string, attempt: number, digest: Buffer) {
    this.#store = store;
    this.#job = job;
    this.#attempt = attempt;
    this.#digest = digest;
  }

  /**
   * Looks at what earlier attempts left. Checkpoints of another format (an older program) or other terms are not used.
   * @throws DataError `data-changed` when an earlier attempt of this job read other data: going on with it would show the
   * other parties the difference.
   */
  static async open(
    store: CheckpointStore,
    { job, attempt }: { readonly job: string; readonly attempt: number },
    { terms, data }: CheckpointInputs,
  ): Promise<Checkpoints> {
    const digest = createHash('sha256').update(terms).update(data).digest();
    const found = await store.list(job);
    const inputs = found.find(({ name }) => name === INPUTS);
    if (inputs === undefined) await store.put({ job, stage: 'load', attempt, name: INPUTS }, data);
    else if (Buffer.compare((await store.get(inputs)) ?? new Uint8Array(0), data) !== 0) throw dataChanged(job);
    const checkpoints = new Checkpoints(store, job, attempt, digest);
    for (const key of found) {
      const mark = markOf(key);
      // An attempt never goes on from one that comes after it.
      if (mark === undefined || mark.attempt >= attempt) continue;
      if ((await checkpoints.#read(key)) !== undefined) checkpoints.#kept.push({ key, mark });
    }
    return checkpoints;
  }

  /** What there is to go on from, whatever the other parties have. */
  get marks(): readonly Mark[] {
    return this.#kept.map(({ mark }) => mark);
  }

  /** The value of a stage that is among `marks`. */
  async peek(stage: CheckpointStage): Promise<Stored | undefined> {
    const found = this.#kept.findLast(({ mark }) => mark.stage === stage && mark.iteration === 0);
    return found === undefined ? undefined : this.#read(found.key);
  }

  /** Forgets what lies beyond the agreed point, on disk too, before anything is done that would make it untrue. */
  async resumeAt(point: ResumePoint): Promise<void> {
    const used = [...point.stages, ...(point.iteration === undefined ? [] : [point.iteration])];
    const stays = (mark: Mark): boolean =>
      used.some(
        ({ stage, iteration, attempt }) =>
          stage === mark.stage && iteration === mark.iteration && attempt === mark.attempt,
      ) ||
      // Finished training keeps its last states: another party may still have to go through the last iteration.
      (mark.stage === 'train' && mark.iteration > 0 && point.stages.some(({ stage }) => stage === 'train'));
    const beyond = this.#kept.filter(({ mark }) => !stays(mark));
    this.#kept = this.#kept.filter(({ mark }) => stays(mark));
    this.#point = point;
    if (beyond.length > 0) await this.#store.remove(beyond.map(({ key }) => key));
  }

  /** The attempt that made a stage which need not be done again, and what it made. */
  async finished(stage: CheckpointStage): Promise<{ readonly attempt: number; readonly value: Stored } | undefined> {
    const mark = this.#point.stages.find((one) => one.stage === stage);
    return mark && this.#found(mark);
  }

  /** The state of training to go on from. */
  async iteration(): Promise<{ readonly attempt: number; readonly value: Stored } | undefined> {
    const mark = this.#point.iteration;
    return mark && this.#found(mark);
  }

  async #found({ stage, iteration, attempt }: Mark): Promise<{ readonly attempt: number; readonly value: Stored }> {
    const value = await this.#read(this.#key(stage, iteration === 0 ? DONE : `iteration/${iteration}`, attempt));
    if (value === undefined) throw new Error(`the checkpoint of ${stage} is gone`);
    return { attempt, value };
  }

  /** On disk when it returns. */
  async save(stage: CheckpointStage, value: Stored): Promise<void> {
    await this.#store.put(this.#key(stage, DONE), encodeCheckpoint(this.#digest, value));
  }

  /** @param iteration the next one, from 1. Older states than the last few go in the same moment. */
  async saveIteration(iteration: number, value: Stored): Promise<void> {
    const key = this.#key('train', `iteration/${iteration}`);
    const states = this.#kept.filter(({ mark }) => mark.stage === 'train' && mark.iteration > 0);
    const instead = states.slice(0, Math.max(0, states.length - (KEPT_ITERATIONS - 1)));
    await this.#store.put(
      key,
      encodeCheckpoint(this.#digest, value),
      instead.map((old) => old.key),
    );
    this.#kept = this.#kept.filter((one) => !instead.includes(one));
    this.#kept.push({ key, mark: { stage: 'train', iteration, attempt: this.#attempt } });
  }

  /**
   * A stage that is done again must come to what it came to before: otherwise a party has changed its data or its answers
   * between two attempts, and the difference would tell more than either.
   * @throws ProtocolError `parameter-mismatch`.
   */
  expectSame(stage: CheckpointStage | 'grown-rows', result: Uint8Array): Promise<void> {
    return expectSame(this.#store, { job: this.#job, attempt: this.#attempt }, stage, result);
  }

  /** What `willTell` said last, in whichever attempt; 0 at first. */
  async told(): Promise<number> {
    const key = await this.#toldKey();
    const bytes = await this.#store.get(key);
    return bytes === undefined ? 0 : Number(Buffer.from(bytes).readBigUInt64LE());
  }

  /** A count that outlasts every attempt, whatever point the next one goes on from. On disk when it returns. */
  async willTell(count: number): Promise<void> {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt(count));
    await this.#store.put(await this.#toldKey(), bytes);
  }

  /** Of the attempt that told first: one of a job. */
  async #toldKey(): Promise<ArtefactKey> {
    const found = (await this.#store.list(this.#job)).find(({ stage, name }) => stage === 'train' && name === TOLD);
    return found ?? this.#key('train', TOLD);
  }

  #key(stage: string, name: string, attempt: number = this.#attempt): ArtefactKey {
    return { job: this.#job, stage, attempt, name };
  }

  async #read(key: ArtefactKey): Promise<Stored | undefined> {
    const bytes = await this.#store.get(key);
    return bytes === undefined ? undefined : decodeCheckpoint(this.#digest, bytes);
  }
}

/** As the method, also for a job without checkpoints. @throws ProtocolError `parameter-mismatch`. */
export async function expectSame(
  store: CheckpointStore,
  { job, attempt }: Pick<ArtefactKey, 'job' | 'attempt'>,
  stage: string,
  result: Uint8Array,
): Promise<void> {
  const digest = createHash('sha256').update(result).digest();
  const seen = (await store.list(job)).find((key) => key.stage === stage && key.name === SEEN);
  if (seen === undefined) return store.put({ job, stage, attempt, name: SEEN }, digest);
  if (digest.equals((await store.get(seen)) ?? new Uint8Array(0))) return;
  throw new ProtocolError(
    'parameter-mismatch',
    `stage ${stage} of this job came to another result than in attempt ${seen.attempt}: a party has changed its data since; start a new job`,
    { params: { stage, attempt: seen.attempt } },
  );
}

function markOf({ stage, attempt, name }: ArtefactKey): Mark | undefined {
  const known = checkpointStages.find((one) => one === stage);
  if (known === undefined) return undefined;
  if (name === DONE) return { stage: known, iteration: 0, attempt };
  const iteration = Number(ITERATION.exec(name)?.[1] ?? 0);
  return known === 'train' && iteration > 0 ? { stage: known, iteration, attempt } : undefined;
}

function dataChanged(job: string): DataError {
  return new DataError(
    'data-changed',
    `the data of this node is not what an earlier attempt of job ${job} read; put it back as it was, or start a new job`,
    { job },
  );
}

/**
 * Removes what only a further attempt would need; what serves the model afterwards (the shard) stays. For a job that is
 * over at every party.
 */
export async function dropCheckpoints(store: CheckpointStore, job: string): Promise<void> {
  await store.remove((await store.list(job)).filter(isCheckpoint));
}

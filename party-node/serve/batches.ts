/**
 * Files of applicants that this node's owner asks to score. The node checks what it can by itself, then asks its
 * coordinator for a job; the file stays where it is and the scores are written beside the node's state, for the owner.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type Identity, NodeError, type State } from '@coscore/node-core';
import { catalogue } from '@coscore/node-core/errors/index.ts';
import { type Manifest, partyOf } from '@coscore/node-core/manifest/index.ts';
import { type Recipe, recipeSchema } from '@coscore/node-core/recipe/index.ts';
import { authoriseRecipe } from '../job-terms.ts';
import type { Projects } from '../projects.ts';
import { digestOfFile, mustBeAsAsked } from './applicants-file.ts';
import { plainText } from './plain-text.ts';
import type { Scores } from './score-job.ts';
import { writeScores } from './score-file.ts';

const errorSchema = z.object({
  code: z.string(),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
const batchSchema = z.object({
  id: z.string(),
  /** Id of the job that trained it. */
  model: z.string(),
  project: z.string(),
  /** The applicants. */
  file: z.string(),
  /** SHA-256 of the file when it was asked about, lower-case hex. */
  digest: z.string(),
  /** The job that scores them, once there is one. */
  job: z.string().exactOptional(),
  /** Why there is no such job, or why it ended before this node had begun it. */
  error: errorSchema.exactOptional(),
  result: z.object({ applicants: z.int(), scored: z.int(), unseen: z.int() }).exactOptional(),
});
type Batch = z.infer<typeof batchSchema>;
export type BatchError = z.infer<typeof errorSchema>;

export interface BatchView extends Batch {
  /** asked: the coordinator has not answered yet; waiting: it has a job, which this node has not begun, or not again. */
  readonly state: 'asked' | 'waiting' | 'running' | 'scored' | 'failed';
}

/** What this node knows of a job that it has begun. */
export interface BegunJob {
  readonly state: 'running' | 'interrupted' | 'succeeded' | 'failed' | 'cancelled';
  readonly error?: BatchError;
}

export interface BatchesOptions {
  readonly home: string;
  readonly identity: Identity;
  readonly state: State;
  readonly projects: Pick<Projects, 'active'>;
  readonly job: (id: string) => BegunJob | undefined;
  /** Sends the request. @throws NodeError `coordinator-unreachable`. */
  readonly request: (project: string, recipe: Recipe) => void;
  /** As `request`, without a word when there is no connection. */
  readonly repeat: (project: string, recipe: Recipe) => void;
}

/** As the coordinator answers; from outside. */
export interface BatchAnswer {
  readonly batch: string;
  /** Empty when it was refused. */
  readonly job: string;
  readonly code: string;
  readonly message: string;
}

export class Batches {
  readonly #options: BatchesOptions;
  /** In the order in which they were asked for. */
  readonly #batches = new Map<string, Batch>();

  constructor(options: BatchesOptions) {
    this.#options = options;
  }

  /**
   * Reads what an earlier process left. A node that came out of a backup has forgotten what became of the batches that it
   * had asked for before: they end here, as its unfinished jobs do, and are asked for anew (ADR 14).
   * @param restoredAt the last time, ISO 8601; absent for a state that never was restored.
   */
  async load(restoredAt?: string): Promise<void> {
    for (const { document, createdAt } of await this.#options.state.batches.list()) {
      const batch = batchSchema.parse(document);
      this.#batches.set(batch.id, batch);
      const forgotten = restoredAt !== undefined && createdAt <= restoredAt && this.#begun(batch) === undefined;
      if (forgotten && batch.result === undefined && batch.error === undefined)
        await this.#put({ ...batch, error: RESTORED });
    }
  }

  /**
   * @param file CSV or Parquet with the id column and this node's own columns of the model.
   * @throws NodeError `model-unknown`, `party-not-allowed`, `serve-quota-exceeded`, those of `authoriseRecipe`, and
   *   `coordinator-unreachable`; DataError `file-not-found`, `file-unreadable`.
   */
  async ask(model: string, file: string): Promise<BatchView> {
    const path = resolve(file);
    const digest = await digestOfFile(path);
    const project = (await this.#options.state.jobs.get(model))?.project;
    if (project === undefined) throw modelUnknown(model);
    const batch: Batch = { id: randomUUID(), model, project, file: path, digest };
    const recipe = await this.#recipe(batch);
    await this.#put(batch);
    try {
      this.#options.request(project, recipe);
    } catch (cause) {
      if (cause instanceof NodeError) await this.#fail(batch, cause);
      throw cause;
    }
    return this.show(batch.id);
  }

  /** On a new connection: what the coordinator has not answered it may not have heard. Asked twice, it has one job. */
  async askAgain(): Promise<void> {
    for (const batch of this.list().filter(({ state }) => state === 'asked')) {
      try {
        this.#options.repeat(batch.project, await this.#recipe(batch));
      } catch (cause) {
        if (!(cause instanceof NodeError)) throw cause;
        await this.#fail(this.#get(batch.id), cause);
      }
    }
  }

  /** What the coordinator is asked for, held against the manifest here as if it had ordered it. */
  async #recipe(batch: Batch): Promise<Recipe> {
    const { state, projects, identity } = this.#options;
    const job = await state.jobs.get(batch.model);
    if (job === undefined) throw modelUnknown(batch.model);
    const trained = recipeSchema.parse(job.recipe);
    if (job.state !== 'succeeded' || !TRAINED.has(trained.model.kind)) throw modelUnknown(batch.model);
    const { signed } = await projects.active(job.project);
    const { manifest } = signed;
    mustBeAllowed(manifest, identity.id);
    const recipe = scoringRecipe(trained, manifest, batch);
    authoriseRecipe(recipe, signed, identity, 0);
    return recipe;
  }

  /** The coordinator has a job for a batch, or none. What does not fit is passed over: an order may come before the answer. */
  async answered({ batch: id, job, code, message }: BatchAnswer): Promise<void> {
    const batch = this.#batches.get(id);
    if (batch === undefined || batch.job !== undefined || batch.error !== undefined) return;
    if (JOB_ID.test(job)) await this.#put({ ...batch, job });
    else await this.#fail(batch, { code: catalogue.has(code) ? code : 'job-failed', message: plainText(message) });
  }

  /** The coordinator says that a job is over for all. Only what this node never began is of interest here. */
  async over(job: string, outcome: string, said: string): Promise<void> {
    const batch = [...this.#batches.values()].find((candidate) => candidate.job === job);
    if (batch === undefined || batch.result !== undefined || outcome === 'succeeded') return;
    if (this.#options.job(job) !== undefined) return;
    await this.#fail(batch, {
      code: outcome === 'cancelled' ? 'job-cancelled' : 'job-failed',
      message: plainText(said),
    });
  }

  /** The jobs of which this node has heard and that it has not begun. */
  awaited(): readonly string[] {
    return [...this.#batches.values()].flatMap((batch) =>
      batch.job === undefined || batch.error !== undefined || this.#begun(batch) !== undefined ? [] : [batch.job],
    );
  }

  /** @throws NodeError `job-unknown`. */
  show(id: string): BatchView {
    const batch = this.#get(id);
    const begun = this.#begun(batch);
    if (batch.result !== undefined) return { ...batch, state: 'scored' };
    if (begun?.state === 'running') return { ...batch, state: 'running' };
    if (begun?.state === 'interrupted') return { ...batch, state: 'waiting' };
    const error = begun?.error ?? batch.error;
    if (error !== undefined) return { ...batch, error, state: 'failed' };
    return { ...batch, state: batch.job === undefined ? 'asked' : 'waiting' };
  }

  list(): readonly BatchView[] {
    return [...this.#batches.keys()].map((id) => this.show(id));
  }

  /**
   * The batch that a job of the coordinator is to score.
   * @throws NodeError `job-unknown` for one that nobody asked for, `state-restored`; DataError as `mustBeAsAsked`.
   */
  async begin(id: string, model: string, job: string): Promise<{ readonly id: string; readonly file: string }> {
    const batch = this.#get(id);
    if (batch.model !== model || (batch.job !== undefined && batch.job !== job))
      throw new NodeError('job-unknown', `nobody here asked for batch ${id} in job ${job}`, { params: { job } });
    if (batch.error?.code === RESTORED.code) throw new NodeError(RESTORED.code, RESTORED.message);
    await mustBeAsAsked(batch.file, batch.digest, job);
    const begun: Batch = { ...batch, job };
    delete begun.error;
    await this.#put(begun);
    return batch;
  }

  /** Writes the scores. @param ids [applicants] as in the file asked about. */
  async finish(id: string, idColumn: string, ids: readonly string[], scores: Scores): Promise<void> {
    const batch = this.#get(id);
    await mkdir(join(this.#options.home, 'scores'), { recursive: true, mode: 0o700 });
    await writeScores(this.#path(id), idColumn, ids, scores);
    const { scored, unseen } = scores;
    await this.#put({ ...batch, result: { applicants: ids.length, scored, unseen } });
  }

  /** @throws NodeError `job-unknown`; `report-not-here` before the job has succeeded, or when the file has gone since. */
  file(id: string): string {
    const missing = (why: string): NodeError =>
      new NodeError('report-not-here', `the scores of batch ${id} ${why}`, { params: { job: id } });
    if (this.#get(id).result === undefined) throw missing('are not there yet');
    if (!existsSync(this.#path(id))) throw missing("are no longer in this node's folder; ask for them again");
    return this.#path(id);
  }

  #get(id: string): Batch {
    const batch = this.#batches.get(id);
    if (batch !== undefined) return batch;
    throw new NodeError('job-unknown', `this node was asked for no batch ${id}`, { params: { job: id } });
  }

  #begun({ job }: Batch): BegunJob | undefined {
    return job === undefined ? undefined : this.#options.job(job);
  }

  #fail(batch: Batch, { code, message, params = {} }: Partial<BatchError> & Omit<BatchError, 'params'>): Promise<void> {
    return this.#put({ ...batch, error: { code, message, params: { ...params } } });
  }

  #path(id: string): string {
    return join(this.#options.home, 'scores', `${id}.csv`);
  }

  async #put(batch: Batch): Promise<void> {
    this.#batches.set(batch.id, batch);
    await this.#options.state.batches.put(batch.id, batch, new Date().toISOString());
  }
}

const JOB_ID = /^[A-Za-z0-9-]{1,64}$/;

const RESTORED = {
  code: 'state-restored',
  message: 'this node was restored from a backup after it had asked for these scores; ask for them again',
  params: {},
} as const;

const TRAINED: ReadonlySet<string> = new Set(['scorecard', 'logistic', 'gbdt']);

function modelUnknown(model: string): NodeError {
  return new NodeError('model-unknown', `no job ${model} of this node has made a model`, { params: { model } });
}

/** @throws NodeError `party-not-allowed`, `serve-quota-exceeded`. */
function mustBeAllowed(manifest: Manifest, self: string): void {
  if (partyOf(manifest, self)?.role !== 'label') {
    throw new NodeError('party-not-allowed', 'only the label party of a project asks for scores', {
      params: { party: self },
    });
  }
  if (manifest.policy.serveQuota > 0) return;
  throw new NodeError(
    'serve-quota-exceeded',
    'the parties signed a policy that allows no scoring; propose the project again with policy: { serveQuota: N }',
    { params: { rows: 0, quota: 0, used: 0 } },
  );
}

/** The recipe that trained the model, asking for scores; as few common rows as were signed are enough. */
function scoringRecipe(trained: Recipe, manifest: Manifest, { model, id }: Batch): Recipe {
  const { minIntersection, serveQuota } = manifest.policy;
  return {
    ...trained,
    model: { kind: 'score', model, batch: id },
    policy: { ...trained.policy, minIntersection, serveQuota },
  };
}

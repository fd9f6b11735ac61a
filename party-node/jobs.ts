/** Jobs at one party: each is held against the manifest its owner signed, run stage by stage, and written to the audit log. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { z } from 'zod';
import { type Identity, ledgerFor, NodeError, type State, type StoredJob } from '@coscore/node-core';
import { isCoded } from '@coscore/node-core/errors/coded.ts';
import type { AuditLog } from '@coscore/node-core/audit/index.ts';
import { Changed } from '@coscore/node-core/daemon/signal.ts';
import { authoriseJob, helperOf, type JobRequest, type Manifest } from '@coscore/node-core/manifest/index.ts';
import { type Recipe, recipeSchema } from '@coscore/node-core/recipe/index.ts';
import type { NetworkSession, NodeEndpoint } from '@coscore/node-core/transport/index.ts';
import type { Progress, SessionId } from '@coscore/protocols';
import { columnsOffered } from './columns-offered.ts';
import { dataErrorCodes } from './data/index.ts';
import type { Datasets } from './datasets.ts';
import type { Projects } from './projects.ts';
import { blindUnavailable } from './stages/context.ts';
import { runJob } from './stages/run-job.ts';
import { TrafficAudit } from './traffic-audit.ts';

export interface PartyJob {
  readonly id: string;
  readonly name: string;
  readonly project: string;
  readonly attempt: number;
  readonly state: 'running' | 'succeeded' | 'failed' | 'cancelled';
  readonly progress?: Progress;
  readonly error?: JobError;
  readonly startedAt: string;
  readonly finishedAt?: string;
}

export interface JobError {
  readonly code: string;
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface JobOrder {
  readonly job: string;
  readonly attempt: number;
  readonly project: string;
  /** JSON text, not yet looked at. */
  readonly recipe: string;
}

export interface JobReports {
  progress(job: string, progress: Progress): void;
  finished(job: string): void;
  failed(job: string, error: JobError): void;
}

export interface JobsOptions {
  readonly home: string;
  readonly identity: Identity;
  readonly state: State;
  readonly audit: AuditLog;
  readonly datasets: Datasets;
  readonly projects: Projects;
  readonly reports: JobReports;
  readonly log: Logger;
  readonly endpoint: () => NodeEndpoint;
}

/** Progress is reported at most this often, and whenever the stage changes. */
const PROGRESS_EVERY_MS = 100;
/** A session in which nothing has moved for so long has a peer that is stuck. */
const IDLE_LIMIT_MS = 15 * 60_000;
const DATA_CODES: ReadonlySet<string> = new Set(dataErrorCodes);
const JOB_ID = /^[A-Za-z0-9-]{1,64}$/;

export class Jobs {
  readonly changed = new Changed();
  readonly #options: JobsOptions;
  readonly #jobs = new Map<string, PartyJob>();
  readonly #stops = new Map<string, AbortController>();

  constructor(options: JobsOptions) {
    this.#options = options;
  }

  /** Reads what an earlier process left; what it was running died with it. */
  async load(): Promise<void> {
    for (const stored of await this.#options.state.jobs.list()) {
      // A node that died between writing the job and its first progress leaves the latter empty.
      const job = (stored.progress as PartyJob | undefined) ?? fromRecord(stored);
      const error = {
        code: 'job-failed',
        message: 'the node stopped while the job ran; start the job again',
        params: {},
      };
      this.#jobs.set(job.id, job);
      if (job.state === 'running') await this.#end(job.id, { state: 'failed', error });
    }
  }

  list(): readonly PartyJob[] {
    return [...this.#jobs.values()];
  }

  /** @throws NodeError `job-unknown`. */
  show(id: string): PartyJob {
    const job = this.#jobs.get(id);
    if (job === undefined) throw new NodeError('job-unknown', `this node knows no job ${id}`, { params: { job: id } });
    return job;
  }

  /** @throws NodeError `job-unknown`; `report-not-here` at a feature party or before the job has succeeded. */
  reportFile(id: string, file: string): string {
    this.show(id);
    const path = join(this.#reportFolder(id), file);
    if (!existsSync(path)) {
      throw new NodeError(
        'report-not-here',
        `this node has no ${file} of job ${id}; only the label party writes reports, once the job has succeeded`,
        { params: { job: id } },
      );
    }
    return path;
  }

  #reportFolder(id: string): string {
    return join(this.#options.home, 'reports', id);
  }

  /** The owner stops it here; the coordinator and so the other parties are told. */
  async cancel(id: string): Promise<void> {
    this.show(id);
    this.#stop(id, 'cancelled by its owner');
    await Promise.resolve();
  }

  /** The coordinator says that the job is over elsewhere. */
  cancelled(id: string, reason: string): void {
    // Text from outside: without characters that could rewrite a terminal, and short.
    this.#stop(id, reason.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').slice(0, 300));
  }

  #stop(id: string, reason: string): void {
    this.#stops.get(id)?.abort(new NodeError('job-cancelled', reason, { params: { job: id } }));
  }

  stopAll(): void {
    for (const id of this.#stops.keys()) this.#stop(id, 'this node is shutting down');
  }

  /** Never throws: whatever goes wrong is the job's failure, reported and written down. */
  async run(order: JobOrder): Promise<void> {
    const { reports, log } = this.#options;
    // It becomes a folder's name.
    if (!JOB_ID.test(order.job))
      return this.#refuseOutright(order, 'manifest-invalid', 'the coordinator ordered a job whose name is none');
    if (this.#jobs.has(order.job) || this.#stops.has(order.job)) {
      return this.#refuseOutright(order, 'replayed', `the coordinator ordered job ${order.job} a second time`);
    }
    const stop = new AbortController();
    this.#stops.set(order.job, stop);
    // What this node refuses it refuses for its own reason, also when another was quicker and the job is off already.
    const reason = (cause: unknown): unknown =>
      stop.signal.aborted && this.#jobs.has(order.job) ? stop.signal.reason : cause;
    let told = false;
    const tell = (cause: unknown): void => {
      if (!told) reports.failed(order.job, forOthers(jobError(reason(cause))));
      told = true;
    };
    try {
      const { recipe, manifest } = await this.#authorise(order);
      await this.#start(order, recipe);
      await this.#work(order, recipe, manifest, { stop, tell });
      await this.#end(order.job, { state: 'succeeded' });
      reports.finished(order.job);
    } catch (cause) {
      const error = jobError(reason(cause));
      if (!isCoded(cause))
        log.error({ event: 'job-broken', job: order.job, err: cause }, 'a job failed in a way that should not happen');
      log.warn({ event: 'job-failed', job: order.job, code: error.code }, error.message);
      tell(cause);
      if (this.#jobs.get(order.job)?.state === 'running') {
        await this.#end(order.job, { state: error.code === 'job-cancelled' ? 'cancelled' : 'failed', error });
      } else {
        await this.#writeRefusal(order, error);
      }
    } finally {
      this.#stops.delete(order.job);
    }
  }

  /** Without a word to anybody: a second order under one id must not touch the job that has it, which may be running. */
  async #refuseOutright(order: JobOrder, code: string, message: string): Promise<void> {
    this.#options.log.warn({ event: 'order-refused', order: 'job', code }, message);
    await this.#writeRefusal({ ...order, job: order.job.slice(0, 64) }, { code, message, params: {} });
  }

  async #writeRefusal({ job, project }: JobOrder, { code, message }: JobError): Promise<void> {
    await this.#options.audit.append('refused', { job, project, code, message }, new Date());
  }

  /** Every rule of the signed manifest, before a byte of data is read. */
  async #authorise(order: JobOrder): Promise<{ recipe: Recipe; manifest: Manifest }> {
    const { identity, projects } = this.#options;
    const recipe = recipeOf(order.recipe);
    if (recipe.profile === 'blind' && recipe.model.kind !== 'align') throw blindUnavailable(`a ${recipe.model.kind}`);
    const { signed, runsUsed } = await projects.active(order.project);
    const { manifest } = authoriseJob(signed, requestOf(recipe, signed.manifest, identity), new Date(), runsUsed);
    for (const { id, role } of manifest.parties) {
      if (recipe.parties[id]?.role !== role) {
        throw new NodeError('party-not-allowed', `the job makes ${id} another role than the manifest's ${role}`, {
          params: { party: id },
        });
      }
    }
    if (recipe.model.kind !== 'align') await projects.fixTerms(order.project, recipe);
    await projects.countRun(order.project);
    return { recipe, manifest };
  }

  async #start({ job, attempt, project }: JobOrder, recipe: Recipe): Promise<void> {
    const { state, audit } = this.#options;
    const startedAt = new Date().toISOString();
    await state.jobs.create({ id: job, project, recipe, createdAt: startedAt });
    await state.jobs.beginAttempt(job);
    await this.#put({ id: job, name: recipe.name, project, attempt, state: 'running', startedAt });
    await audit.append(
      'job-started',
      { job, attempt, project, recipe: recipe.name, profile: recipe.profile },
      new Date(),
    );
  }

  async #work(
    order: JobOrder,
    recipe: Recipe,
    manifest: Manifest,
    { stop, tell }: { readonly stop: AbortController; readonly tell: (cause: unknown) => void },
  ): Promise<void> {
    const { identity, state, audit, datasets, log, endpoint } = this.#options;
    const id = `${order.job}/${order.attempt}`;
    const helper = helperOf(manifest);
    const session: NetworkSession = await endpoint().session({
      id: id as SessionId,
      peers: [...manifest.parties, ...(helper === undefined ? [] : [helper])]
        .filter((peer) => peer.id !== identity.id)
        .map((peer) => ({ id: peer.id, fingerprint: peer.fingerprint })),
      helper: helper?.id,
      material: ledgerFor(state, id as SessionId),
      signal: stop.signal,
      onProgress: (progress) => this.#progress(order.job, progress),
      onViolation: ({ peer, error }) => {
        void audit.append('violation', { job: order.job, peer, code: error.code, message: error.message }, new Date());
      },
    });
    const watch = this.#watchIdle(session, order.job);
    try {
      await runJob({
        job: order.job,
        attempt: order.attempt,
        recipe,
        manifest,
        identity,
        session,
        datasets,
        log,
        audit,
        artefacts: state.artefacts,
        traffic: new TrafficAudit(session, audit, order.job),
        reportFolder: this.#reportFolder(order.job),
        progress: (progress) => this.#progress(order.job, progress),
      });
    } catch (cause) {
      // Told first, closed afterwards: the others should hear the reason before they lose the connection.
      tell(cause);
      stop.abort(cause);
      throw cause;
    } finally {
      clearInterval(watch);
      await session.close();
    }
  }

  #watchIdle(session: NetworkSession, job: string): NodeJS.Timeout {
    let last = -1;
    let since = Date.now();
    return setInterval(() => {
      const messages = session.traffic().reduce((sum, entry) => sum + entry.messages, 0);
      if (messages !== last) [last, since] = [messages, Date.now()];
      else if (Date.now() - since > IDLE_LIMIT_MS) {
        const message = `no party sent anything for ${IDLE_LIMIT_MS / 60_000} minutes; look at the other nodes, then run the job again`;
        this.#stops.get(job)?.abort(new NodeError('peer-timeout', message, { params: { job } }));
      }
    }, 30_000).unref();
  }

  #lastReport = 0;

  #progress(id: string, progress: Progress): void {
    const job = this.#jobs.get(id);
    if (job === undefined) return;
    const changed = job.progress?.stage !== progress.stage;
    this.#jobs.set(id, { ...job, progress });
    const now = performance.now();
    if (!changed && progress.done < progress.total && now - this.#lastReport < PROGRESS_EVERY_MS) return;
    this.#lastReport = now;
    this.#options.reports.progress(id, progress);
    this.changed.fire();
  }

  async #end(id: string, end: { state: 'succeeded' | 'failed' | 'cancelled'; error?: JobError }): Promise<void> {
    const { state, audit } = this.#options;
    const finishedAt = new Date().toISOString();
    await this.#put({ ...this.show(id), ...end, finishedAt });
    await state.jobs.finish(id, end.state, finishedAt, end.error);
    await audit.append(
      'job-finished',
      {
        job: id,
        state: end.state,
        // The message names the peer, where it was one that broke the protocol or went away.
        ...(end.error === undefined ? {} : { code: end.error.code, message: end.error.message }),
      },
      new Date(),
    );
  }

  async #put(job: PartyJob): Promise<void> {
    this.#jobs.set(job.id, job);
    await this.#options.state.jobs.setProgress(job.id, job);
    this.changed.fire();
  }
}

function fromRecord({ id, project, attempt, createdAt }: StoredJob): PartyJob {
  return { id, name: '', project, attempt, state: 'running', startedAt: createdAt };
}

function jobError(cause: unknown): JobError {
  if (isCoded(cause)) return { code: cause.code, message: cause.message, params: cause.params ?? {} };
  return { code: 'unexpected', message: cause instanceof Error ? cause.message : String(cause), params: {} };
}

/** What the coordinator and the other parties hear of it: the text of an error that we did not write may say anything. */
function forOthers(error: JobError): JobError {
  if (error.code === 'unexpected')
    return { ...error, message: 'the node failed in a way that should not happen; its own log says how', params: {} };
  // What is wrong with a file may name columns and folders that were never published.
  if (DATA_CODES.has(error.code))
    return { ...error, message: `its data: ${error.code}; the node's owner sees what exactly`, params: {} };
  return error;
}

/** @throws NodeError `recipe-invalid`: a recipe from the coordinator is text from outside. */
function recipeOf(text: string): Recipe {
  try {
    return recipeSchema.parse(JSON.parse(text));
  } catch (cause) {
    const issue = cause instanceof z.ZodError ? cause.issues[0] : undefined;
    const field = issue?.path.map(String).join('.') ?? '';
    throw new NodeError(
      'recipe-invalid',
      `the coordinator sent a recipe that is not valid: ${issue?.message ?? 'no JSON'}`,
      {
        cause,
        params: { field },
      },
    );
  }
}

/** What the recipe asks of every party, in the manifest's terms. */
function requestOf(recipe: Recipe, manifest: Manifest, identity: Identity): JobRequest {
  const columns = Object.fromEntries(
    Object.entries(recipe.parties).map(([id, party]) => [
      id,
      party.columns ?? columnsOffered(manifest, id, party.drop),
    ]),
  );
  return {
    party: identity.id,
    ownFingerprint: identity.fingerprint,
    profile: recipe.profile,
    model: recipe.model.kind,
    columns,
    split: 'column' in recipe.split ? recipe.split.column : undefined,
    policy: recipe.policy,
    join: recipe.join,
    helper: helperOf(manifest)?.id,
  };
}

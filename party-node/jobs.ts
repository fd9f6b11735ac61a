/**
 * Jobs at one party: each attempt is held against the manifest its owner signed, run stage by stage, and written to the
 * audit log. A job goes on in the next attempt that the coordinator orders; what ends it for good is the owner's cancel,
 * or the word of the coordinator that it is over for all.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { type Identity, ledgerFor, NodeError, type State } from '@coscore/node-core';
import { Attempts, MOST_ATTEMPTS, Superseded } from '@coscore/node-core/daemon/attempts.ts';
import { isCoded } from '@coscore/node-core/errors/coded.ts';
import { isRecoverable } from '@coscore/node-core/errors/recoverable.ts';
import type { ModelClaim } from '@coscore/node-core/registry/index.ts';
import type { AuditLog } from '@coscore/node-core/audit/index.ts';
import { Changed } from '@coscore/node-core/daemon/signal.ts';
import { directPair, directPairs, directPeers, helperOf } from '@coscore/node-core/manifest/index.ts';
import type { NetworkSession, NodeEndpoint } from '@coscore/node-core/transport/index.ts';
import type { Progress, SessionId } from '@coscore/protocols';
import type { Datasets } from './datasets.ts';
import { authoriseOrder, countsAsRun, type JobTerms } from './job-terms.ts';
import {
  cancelledBy,
  forOthers,
  fromRecord,
  type JobError,
  jobError,
  type JobOutcome,
  type PartyJob,
} from './job-view.ts';
import type { MaterialPool } from './pool/material-pool.ts';
import type { Projects } from './projects.ts';
import { dropCheckpoints } from './stages/checkpoints.ts';
import { runJob } from './stages/run-job.ts';
import { modelClaim } from './serve/claim.ts';
import { plainText } from './serve/plain-text.ts';
import type { Serving } from './serve/run-scoring.ts';
import { TrafficAudit } from './traffic-audit.ts';

export interface JobOrder {
  readonly job: string;
  readonly attempt: number;
  readonly project: string;
  /** JSON text, not yet looked at. */
  readonly recipe: string;
  /** What this node is to be in it: `party`. */
  readonly role: string;
}

export interface AttemptId {
  readonly job: string;
  readonly attempt: number;
}

export interface JobReports {
  progress(at: AttemptId, progress: Progress): void;
  finished(at: AttemptId, model?: ModelClaim): void;
  failed(at: AttemptId, error: JobError): void;
}

export interface JobsOptions {
  readonly home: string;
  readonly identity: Identity;
  readonly state: State;
  readonly audit: AuditLog;
  readonly datasets: Datasets;
  readonly projects: Projects;
  readonly reports: JobReports;
  readonly serving: Serving;
  readonly pool: MaterialPool;
  readonly log: Logger;
  readonly endpoint: () => NodeEndpoint;
  /** Is told when this node's own record cannot be written outside the course of an attempt. */
  readonly broken: (error: unknown) => void;
}

/** Progress is reported at most this often, and whenever the stage changes. */
const PROGRESS_EVERY_MS = 100;
/** A session in which nothing has moved for so long, though nobody may be away any more, has a peer that is stuck. */
const IDLE_LIMIT_MS = 15 * 60_000;
const MINUTE_MS = 60_000;
const JOB_ID = /^[A-Za-z0-9-]{1,64}$/;

export class Jobs {
  readonly changed = new Changed();
  readonly #options: JobsOptions;
  readonly #jobs = new Map<string, PartyJob>();
  readonly #attempts = new Attempts();

  constructor(options: JobsOptions) {
    this.#options = options;
  }

  /** Reads what an earlier process left. The attempts that it was running died with it; their jobs wait for the next. */
  async load(): Promise<void> {
    for (const stored of await this.#options.state.jobs.list()) {
      // A node that died between writing the job and its first progress leaves the latter empty.
      const job = (stored.progress as PartyJob | undefined) ?? fromRecord(stored);
      this.#jobs.set(job.id, { ...job, attempt: Math.max(job.attempt, stored.attempt) });
      const message = `${this.#options.identity.id} stopped while the job ran`;
      // Also one that was told it is over, and died before it had written how it ended.
      const unfinished = job.state === 'running' || (job.state === 'interrupted' && job.settled !== undefined);
      if (unfinished) await this.#interrupt(job.id, { code: 'job-interrupted', message, params: {} });
    }
  }

  /** The jobs whose end for all this node was not told, with what others may know of a failure. */
  unsettled(): readonly PartyJob[] {
    return this.list()
      .filter(({ settled, state }) => settled === undefined || state === 'running')
      .map((job) => (job.error === undefined ? job : { ...job, error: forOthers(job.error) }));
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

  /** The owner stops it here, for good; the coordinator and so the other parties are told. */
  async cancel(id: string): Promise<void> {
    const { state } = this.show(id);
    const reason = cancelledBy('cancelled by its owner', id);
    if (this.#attempts.stop(id, reason) || state !== 'interrupted') return;
    const error = jobError(reason);
    await this.#end(id, { state: 'cancelled', error });
    this.#options.reports.failed({ job: id, attempt: this.show(id).attempt }, error);
  }

  /** The coordinator says that the job is over for all: what still runs of it here stops. */
  async over(id: string, outcome: string, said: string): Promise<void> {
    const reason = plainText(said);
    const error = outcome === 'cancelled' ? cancelledBy(reason, id) : new NodeError('job-failed', reason);
    const running = this.#attempts.stop(id, error);
    const job = this.#jobs.get(id);
    if (job === undefined) return;
    const settled = outcome === 'succeeded' || outcome === 'cancelled' ? outcome : 'failed';
    await this.#put({ ...this.show(id), settled });
    // An attempt that lost its peers before it heard the word may have ended as interrupted meanwhile.
    if (this.show(id).state === 'interrupted') await this.#endAs(id, settled, reason);
    else if (!running) await this.#tidy(id);
  }

  /** Of a job that no attempt can follow, only what the model needs is kept. Not while it runs: a stage may still write. */
  async #tidy(id: string): Promise<void> {
    const { state, settled } = this.show(id);
    if (state === 'cancelled' || settled === 'succeeded' || settled === 'cancelled')
      await dropCheckpoints(this.#options.state.artefacts, id);
  }

  /** For a shutdown: what runs is interrupted, and goes on when this node is back. */
  async stopAll(): Promise<void> {
    const message = `${this.#options.identity.id} is shutting down`;
    await this.#attempts.stopAll((job) => new NodeError('job-interrupted', message, { params: { job } }));
  }

  /** Throws only when this node's own record cannot be written: all else is the attempt's failure, reported and written down. */
  async run(order: JobOrder): Promise<void> {
    const { job, attempt } = order;
    // It becomes a folder's name.
    if (!JOB_ID.test(job))
      return this.#refuseOutright(order, 'manifest-invalid', 'the coordinator ordered a job whose name is none');
    const known = this.#jobs.get(job);
    if (known?.state === 'cancelled' || (known?.settled !== undefined && known.settled !== 'failed')) {
      const message = `the coordinator ordered an attempt of job ${job}, which is ${known.settled ?? known.state}`;
      await this.#refuseOutright(order, 'replayed', message);
      return this.#reportEnd(known, attempt);
    }
    const last = Math.max(known?.attempt ?? 0, this.#attempts.running(job)?.attempt ?? 0);
    if (attempt <= last || attempt > MOST_ATTEMPTS) {
      const message = `the coordinator ordered attempt ${attempt} of job ${job}, which comes after attempt ${last}`;
      return this.#refuseOutright(order, 'replayed', message);
    }
    // This node has forgotten what it did after its backup was made: the job begins anew, as another one (ADR 14).
    if (known?.error?.code === 'state-restored') {
      this.#options.reports.failed({ job, attempt }, known.error);
      return this.#refuseOutright(order, known.error.code, known.error.message);
    }
    await this.#attempts.run(job, attempt, ({ stop }) => this.#attempt(order, stop));
  }

  /** To a coordinator that has forgotten how the job ended, and would wait for this attempt for ever. */
  #reportEnd({ id, settled, model, error }: PartyJob, attempt: number): void {
    const { reports } = this.#options;
    const at: AttemptId = { job: id, attempt };
    if (settled === 'succeeded') return reports.finished(at, model);
    const cancelled = error?.code === 'job-cancelled' ? error : jobError(cancelledBy('the job was cancelled', id));
    reports.failed(at, cancelled);
  }

  async #attempt(order: JobOrder, stop: AbortController): Promise<void> {
    const { reports, log, state, identity, projects } = this.#options;
    const at: AttemptId = { job: order.job, attempt: order.attempt };
    let started = false;
    // What this node refuses it refuses for its own reason, also when another was quicker and the job is off already.
    const reason = (cause: unknown): unknown => (stop.signal.aborted && started ? stop.signal.reason : cause);
    let told = false;
    const tell = (cause: unknown): void => {
      if (!told && !(reason(cause) instanceof Superseded)) reports.failed(at, forOthers(jobError(reason(cause))));
      told = true;
    };
    try {
      const terms = await authoriseOrder(order, await state.jobs.get(order.job), identity, projects);
      await this.#start(order, terms);
      started = true;
      // Who revoked before the job was listed did not see it to stop it; who revokes from here on does.
      await projects.active(order.project);
      await this.#work(order, terms, { stop, tell });
      const model = await this.#claim(order.job, terms);
      await this.#end(order.job, { state: 'succeeded', ...(model === undefined ? {} : { model }) });
      reports.finished(at, model);
    } catch (cause) {
      const error = jobError(reason(cause));
      const isOurs = isCoded(cause) || cause instanceof Superseded || stop.signal.aborted;
      if (!isOurs)
        log.error({ event: 'job-broken', ...at, err: cause }, 'a job failed in a way that should not happen');
      log.warn({ event: 'attempt-failed', ...at, code: error.code }, error.message);
      tell(cause);
      if (!started) await this.#writeRefusal(order, error);
      else if (isRecoverable(error.code)) await this.#interrupt(order.job, error);
      else await this.#end(order.job, { state: error.code === 'job-cancelled' ? 'cancelled' : 'failed', error });
    }
  }

  /** Nothing of a job that made no model. */
  async #claim(job: string, { recipe }: JobTerms): Promise<ModelClaim | undefined> {
    const { kind } = recipe.model;
    const makesNone = kind === 'align' || kind === 'score' || recipe.dealAhead !== undefined;
    return makesNone ? undefined : modelClaim(this.#options.state.artefacts, job);
  }

  async #endAs(id: string, outcome: JobOutcome, reason: string): Promise<void> {
    const cancelled = outcome === 'cancelled';
    const error = cancelled ? cancelledBy(reason, id) : new NodeError('job-failed', reason);
    await this.#end(id, { state: cancelled ? 'cancelled' : 'failed', error: jobError(error) });
  }

  /** Without a word to anybody: a second order under one id must not touch the job that has it, which may be running. */
  async #refuseOutright(order: JobOrder, code: string, message: string): Promise<void> {
    this.#options.log.warn({ event: 'order-refused', order: 'job', code }, message);
    await this.#writeRefusal({ ...order, job: order.job.slice(0, 64) }, { code, message, params: {} });
  }

  async #writeRefusal({ job, project }: JobOrder, { code, message }: JobError): Promise<void> {
    await this.#options.audit.append('refused', { job, project, code, message }, new Date());
  }

  async #start({ job, attempt, project }: JobOrder, { recipe, manifest }: JobTerms): Promise<void> {
    const { state, audit, identity } = this.#options;
    const earlier = this.#jobs.get(job);
    const startedAt = earlier?.startedAt ?? new Date().toISOString();
    if (earlier === undefined) {
      const made = { id: job, project, recipe, createdAt: startedAt };
      await (countsAsRun(recipe) ? state.jobs.createRun(made) : state.jobs.create(made));
    }
    await state.jobs.beginAttempt(job, attempt);
    const [pairs, peers] = [directPairs(manifest), directPeers(manifest, identity.id).map(({ id }) => id)];
    const direct = pairs.length === 0 ? {} : { direct: pairs };
    await this.#put({ id: job, name: recipe.name, project, attempt, state: 'running', ...direct, startedAt });
    const details = { job, attempt, project, recipe: recipe.name, profile: recipe.profile };
    await audit.append('job-started', peers.length === 0 ? details : { ...details, direct: peers }, new Date());
  }

  async #work(
    order: JobOrder,
    { recipe, manifest }: JobTerms,
    { stop, tell }: { readonly stop: AbortController; readonly tell: (cause: unknown) => void },
  ): Promise<void> {
    const { identity, state, audit, datasets, log, endpoint, broken } = this.#options;
    const id = `${order.job}/${order.attempt}`;
    const helper = helperOf(manifest);
    const session: NetworkSession = await endpoint().session({
      id: id as SessionId,
      peers: [...manifest.parties, ...(helper === undefined ? [] : [helper])]
        .filter((peer) => peer.id !== identity.id)
        .map(({ id: peer, fingerprint }) => ({
          id: peer,
          fingerprint,
          direct: directPair(manifest, identity.id, peer),
        })),
      helper: helper?.id,
      material: ledgerFor(state, id as SessionId),
      signal: stop.signal,
      awayMs: recipe.waitMinutes * MINUTE_MS,
      onProgress: (progress) => this.#progress(order, progress),
      onViolation: ({ peer, error }) => {
        audit
          .append('violation', { job: order.job, peer, code: error.code, message: error.message }, new Date())
          .catch(broken);
      },
    });
    const watch = this.#watchIdle(session, stop, recipe.waitMinutes * MINUTE_MS);
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
        pool: this.#options.pool,
        serving: this.#options.serving,
        traffic: new TrafficAudit(session, audit, order.job),
        reportFolder: this.#reportFolder(order.job),
        progress: (progress) => this.#progress(order, progress),
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

  /** @param waitMs for which a peer may be away, and the others with nothing to say meanwhile. */
  #watchIdle(session: NetworkSession, stop: AbortController, waitMs: number): NodeJS.Timeout {
    const limit = waitMs + IDLE_LIMIT_MS;
    let last = -1;
    let since = Date.now();
    return setInterval(() => {
      const messages = session.traffic().reduce((sum, entry) => sum + entry.messages, 0);
      if (messages !== last) [last, since] = [messages, Date.now()];
      else if (Date.now() - since > limit) {
        const message = `no party sent anything for ${Math.round(limit / MINUTE_MS)} minutes; look at the other nodes`;
        stop.abort(new NodeError('peer-timeout', message));
      }
    }, 30_000).unref();
  }

  /** When the last report of a job's progress left, by `performance.now()`. */
  readonly #reported = new Map<string, number>();

  #progress({ job: id, attempt }: AttemptId, progress: Progress): void {
    const job = this.#jobs.get(id);
    if (job?.attempt !== attempt) return;
    const changed = job.progress?.stage !== progress.stage;
    this.#jobs.set(id, { ...job, progress });
    const now = performance.now();
    const recent = now - (this.#reported.get(id) ?? -Infinity) < PROGRESS_EVERY_MS;
    if (!changed && progress.done < progress.total && recent) return;
    this.#reported.set(id, now);
    this.#options.reports.progress({ job: id, attempt }, progress);
    this.changed.fire();
  }

  /** The attempt is over here, the job is not. */
  async #interrupt(id: string, error: JobError): Promise<void> {
    const { audit } = this.#options;
    // While it stopped, the coordinator may have ended the job.
    const { settled, attempt } = this.show(id);
    if (settled !== undefined) return this.#endAs(id, settled, error.message);
    await this.#put({ ...this.show(id), state: 'interrupted', error });
    const { code, message } = error;
    await audit.append('job-interrupted', { job: id, attempt, code, message }, new Date());
  }

  async #end(id: string, end: { state: JobOutcome; error?: JobError }): Promise<void> {
    this.#reported.delete(id);
    const { state, audit } = this.#options;
    const finishedAt = new Date().toISOString();
    await this.#put({ ...this.show(id), ...end, finishedAt });
    await state.jobs.finish(id, end.state, finishedAt, end.error);
    await audit.append(
      'job-finished',
      {
        job: id,
        attempt: this.show(id).attempt,
        state: end.state,
        // The message names the peer, where it was one that broke the protocol or went away.
        ...(end.error === undefined ? {} : { code: end.error.code, message: end.error.message }),
      },
      new Date(),
    );
    await this.#tidy(id);
  }

  async #put(job: PartyJob): Promise<void> {
    this.#jobs.set(job.id, job);
    await this.#options.state.jobs.setProgress(job.id, job);
    this.changed.fire();
  }
}

/**
 * The jobs of this coordinator: attempts begun when everybody attends, ended when one of them is lost, and begun anew by
 * itself. What its nodes say is fed to the state machine of job.ts; what follows from the new state happens here.
 */
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { NodeError, type AuditDetails, type AuditEvent, type Identity, type State } from '@coscore/node-core';
import { MOST_ATTEMPTS } from '@coscore/node-core/daemon/attempts.ts';
import { isCoded } from '@coscore/node-core/errors/coded.ts';
import { directPairs, type Manifest } from '@coscore/node-core/manifest/index.ts';
import { recipeSchema, type Recipe } from '@coscore/node-core/recipe/index.ts';
import type { CoordinatorEndpoint } from '@coscore/node-core/transport/index.ts';
import { wire } from '@coscore/proto';
import { alignOptions } from './align-options.ts';
import { JobTimers } from './job-timers.ts';
import { endOrder, mustBeActive, mustNotBeExpired, separateHelper, sessionId } from './job-orders.ts';
import { type Attendance, orders } from './control.ts';
import { failureOf } from './failure.ts';
import { HelperSessions } from './helper.ts';
import { JobRecord } from './job-record.ts';
import { isOver, newJob, step, type Job, type JobEvent, type JobFailure } from './job.ts';
import type { Project } from './projects.ts';
import { reconcile } from './reconcile.ts';
import type { Registry } from './registry.ts';

export interface JobView extends Job {
  /** What this coordinator relayed. */
  readonly links: readonly { readonly from: string; readonly to: string; readonly bytes: number }[];
  /** Every two that the project connects directly: nothing between them passes here. */
  readonly direct?: readonly (readonly [string, string])[];
}

export interface JobsOptions {
  readonly identity: Identity;
  readonly state: State;
  readonly log: Logger;
  readonly attendance: Attendance;
  readonly endpoint: () => CoordinatorEndpoint;
  /** @throws NodeError when there is no such project. */
  readonly project: (digest: string) => Project;
  readonly registry: Registry;
  readonly record: (event: AuditEvent, details: AuditDetails) => Promise<void>;
  readonly changed: () => void;
  /** The state cannot be written. */
  readonly broken: (error: unknown) => void;
}

/** After a failure, so that who knows the reason can be heard first; doubled with every attempt that came no further. */
const PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
const MINUTE_MS = 60_000;

export class Jobs {
  readonly #options: JobsOptions;
  readonly #helpers: HelperSessions;
  readonly #jobs = new Map<string, Job>();
  readonly #recipes = new Map<string, Recipe>();
  readonly #timers: JobTimers;
  /** Attempts on their way to the disk, by job. */
  readonly #beginning = new Map<string, Promise<void>>();
  readonly #record: JobRecord;

  constructor(options: JobsOptions) {
    this.#options = options;
    this.#timers = new JobTimers(options.broken);
    this.#record = new JobRecord({ ...options, latest: (id) => this.#get(id) });
    this.#helpers = new HelperSessions(options.state, options.log);
  }

  /** Reads what an earlier process left. Attempts that were under way died with it; their jobs wait for the next one. */
  async load(): Promise<void> {
    for (const record of await this.#options.state.jobs.list()) {
      const { id, project, createdAt } = record;
      const recipe = recipeSchema.parse(record.recipe);
      const blank = this.#blankJob(id, project, recipe, createdAt);
      const kept = { ...blank, ...(record.progress as Partial<Job> | undefined) };
      // The number is on disk before anything else of an attempt.
      const attempt = Math.max(kept.attempt, record.attempt);
      // Nobody could attend while this process was down: whom the job waits for is waited for from now on.
      const since = kept.since === undefined ? undefined : now();
      this.#jobs.set(id, { ...kept, attempt, since });
      this.#recipes.set(id, recipe);
      if (isOver(kept)) continue;
      const failure = this.#own('job-interrupted', 'the coordinator stopped while the job ran');
      await this.#apply(id, { kind: 'attempt-failed', attempt, at: now(), failure });
      await this.#attendance(id);
      // Where neither told it anything new, nothing has set its timer yet.
      this.#arm(id);
    }
  }

  #blankJob(id: string, digest: string, { name, waitMinutes }: Recipe, createdAt: string): Job {
    const { manifest } = this.#options.project(digest);
    const parties = manifest.parties.map((party) => party.id);
    return newJob({ id, project: digest, name, parties, helper: separateHelper(manifest), waitMinutes, createdAt });
  }

  list(): readonly JobView[] {
    return [...this.#jobs.keys()].map((id) => this.show(id));
  }

  /** @throws NodeError `job-unknown`. */
  show(id: string): JobView {
    const job = this.#get(id);
    const direct = directPairs(this.#options.project(job.project).manifest);
    const links = this.#options.endpoint().relayed(sessionId(job));
    return direct.length === 0 ? { ...job, links } : { ...job, links, direct };
  }

  /** The job that scores a batch of a project's label party, if it was asked for before. */
  scoring(project: string, batch: string): string | undefined {
    for (const [id, { model }] of this.#recipes)
      if (model.kind === 'score' && model.batch === batch && this.#get(id).project === project) return id;
    return undefined;
  }

  #get(id: string): Job {
    const job = this.#jobs.get(id);
    if (job === undefined) throw new NodeError('job-unknown', `there is no job ${id}`, { params: { job: id } });
    return job;
  }

  /** Only participants of the attempt that was ordered last are connected to each other. */
  mayRelay(from: string, to: string, session: string): boolean {
    const job = this.#jobs.get(session.split('/')[0] ?? '');
    return (
      job?.open === true &&
      !isOver(job) &&
      session === sessionId(job) &&
      job.parties[from] !== undefined &&
      (job.parties[to] !== undefined || to === this.#options.identity.id)
    );
  }

  // --- what the operator asks ---

  /**
   * The job begins when every participant attends, now or within the recipe's `waitMinutes`.
   * @throws NodeError `manifest-unsigned` before every party signed, `project-revoked`.
   */
  async start(digest: string, asked: unknown): Promise<string> {
    mustBeActive(this.#options.project(digest));
    const recipe = recipeSchema.parse(asked);
    const job = this.#blankJob(randomUUID().slice(0, 8), digest, recipe, now());
    await this.#options.state.jobs.create({ id: job.id, project: digest, recipe: asked, createdAt: job.createdAt });
    this.#jobs.set(job.id, job);
    this.#recipes.set(job.id, recipe);
    await this.#attendance(job.id);
    this.#arm(job.id);
    return job.id;
  }

  /**
   * Goes on with a failed job. One that runs or waits is left alone.
   * @throws NodeError `job-unknown`; `job-not-resumable` when it succeeded or was cancelled; `manifest-unsigned`, `manifest-expired`.
   */
  async resume(id: string): Promise<void> {
    const job = this.#get(id);
    if (job.error?.code === 'state-restored') {
      throw new NodeError('job-not-resumable', job.error.message, { params: { job: id } });
    }
    if (job.state === 'succeeded' || job.state === 'cancelled') {
      throw new NodeError('job-not-resumable', `job ${id} is ${job.state}`, { params: { job: id } });
    }
    if (!isOver(job)) return;
    mustNotBeExpired(mustBeActive(this.#options.project(job.project)));
    await this.#apply(id, { kind: 'resumed', at: now(), away: this.#away(id) });
  }

  /** @throws NodeError `job-unknown`. */
  async cancel(id: string, reason: string): Promise<void> {
    if (isOver(this.#get(id))) return;
    await this.#apply(id, { kind: 'cancelled', at: now() }, reason);
  }

  /** A project has ended for one of its parties, and so have its jobs. */
  async stopProject(digest: string, failure: JobFailure): Promise<void> {
    for (const job of this.#jobs.values())
      if (job.project === digest) await this.#apply(job.id, { kind: 'failed', at: now(), failure });
  }

  // --- what the nodes say ---

  /** The first words of a node on a new stream. Where it and this coordinator disagree about a job, one of them is told. */
  async hello(party: string, { jobs }: wire.HelloReport.$Properties): Promise<void> {
    const told = new Map((jobs ?? []).map((entry) => [entry.job ?? '', entry]));
    for (const [id, entry] of told) {
      if (this.#jobs.get(id)?.parties[party] !== undefined) this.#claim(id, party, entry.model);
      else this.#send(party, orders.over(id, 'failed', 'the coordinator does not know this job'));
    }
    for (const job of [...this.#jobs.values()])
      if (job.parties[party] !== undefined) await this.#reconcile(party, job, told.get(job.id));
  }

  /** After its hello was answered, the node counts as present. */
  async attended(party: string): Promise<void> {
    await this.#refresh(party);
  }

  async #reconcile(party: string, job: Job, entry: wire.OpenJob.$Properties | undefined): Promise<void> {
    const { id } = job;
    const attempt = entry?.attempt ?? 0;
    const told = entry === undefined ? undefined : { attempt, state: entry.state ?? '' };
    switch (reconcile(job, told, job.parties[party]?.state)) {
      case 'agreed':
        return;
      case 'tell-end':
        return this.#send(party, endOrder(job));
      case 'order-again':
        return this.#order(party, job);
      case 'was-finished':
        return this.finished(party, { job: id, attempt });
      case 'was-lost':
      case 'was-cancelled':
        return this.#failed(party, { ...entry, job: id, attempt });
      case 'was-forgotten': {
        const message = `${party} does not know attempt ${job.attempt} any more, in which it took part`;
        const failure: JobFailure = { code: 'job-interrupted', message, party, params: {} };
        return this.#apply(id, { kind: 'attempt-failed', attempt: job.attempt, at: now(), failure });
      }
      case 'count-on': {
        // An attempt that is being begun, or another node that counts further, comes first: then the numbers are others.
        const beginning = this.#beginning.get(id);
        if (beginning !== undefined) {
          await beginning;
          return this.#reconcile(party, this.#get(id), entry);
        }
        const failure = this.#own('job-interrupted', 'the coordinator had lost count of the attempts');
        return this.#alone(id, async () => {
          await this.#begun(id, attempt);
          await this.#apply(id, { kind: 'attempt-failed', attempt, at: now(), failure });
        });
      }
      case 'absurd': {
        const message = `${party} counts ${attempt} attempts`;
        return this.#apply(id, {
          kind: 'failed',
          at: now(),
          failure: { code: 'out-of-range', message, party, params: {} },
        });
      }
    }
  }

  #send(party: string, order: Uint8Array): void {
    this.#options.attendance.send(party, order);
  }

  /** The node's stream has ended. Its jobs go on if it comes back as the same process, and wait for it otherwise. */
  async away(party: string): Promise<void> {
    await this.#refresh(party);
  }

  async #refresh(party: string): Promise<void> {
    for (const job of [...this.#jobs.values()])
      if (!isOver(job) && job.parties[party] !== undefined) await this.#attendance(job.id);
  }

  async progress(party: string, report: wire.ProgressReport.$Properties): Promise<void> {
    await this.#apply(report.job ?? '', {
      kind: 'progress',
      party,
      attempt: report.attempt ?? 0,
      stage: report.stage ?? '',
      done: report.done ?? 0,
      total: report.total ?? 0,
      unit: report.unit ?? '',
    });
  }

  async finished(party: string, { job, attempt, model }: wire.FinishedReport.$Properties): Promise<void> {
    if (this.#jobs.get(job ?? '')?.parties[party] !== undefined) this.#claim(job ?? '', party, model);
    await this.#apply(job ?? '', { kind: 'party-finished', party, attempt: attempt ?? 0, at: now() });
  }

  #claim(job: string, party: string, model: Uint8Array | null | undefined): void {
    if (model?.length) this.#options.registry.claim(job, party, Buffer.from(model).toString());
  }

  async failed(party: string, report: wire.FailedReport.$Properties): Promise<void> {
    await this.#failed(party, report);
  }

  async #failed(party: string, report: wire.FailedReport.$Properties): Promise<void> {
    const id = report.job ?? '';
    const attempt = report.attempt ?? 0;
    if (this.#jobs.get(id)?.parties[party] === undefined) return;
    const failure = failureOf(party, report);
    const { log } = this.#options;
    log.warn({ event: 'attempt-failed', job: id, attempt, party, code: failure.code }, 'an attempt failed at a node');
    // An owner's word ends the job, whichever attempt it was.
    if (failure.code === 'job-cancelled') await this.#apply(id, { kind: 'cancelled', at: now(), failure });
    else await this.#apply(id, { kind: 'attempt-failed', attempt, at: now(), failure });
  }

  // --- what follows ---

  /** Tells the job who is there. */
  async #attendance(id: string): Promise<void> {
    await this.#apply(id, { kind: 'attendance', at: now(), away: this.#away(id) });
  }

  #away(id: string): readonly string[] {
    const { attendance } = this.#options;
    return Object.keys(this.#get(id).parties).filter((party) => !attendance.has(party));
  }

  async #apply(id: string, event: JobEvent, reason?: string): Promise<void> {
    const before = this.#jobs.get(id);
    if (before === undefined) return;
    const after = step(before, event);
    if (after === before) return;
    this.#jobs.set(id, after);
    this.#options.changed();
    // Progress is for those who watch; the record is of states.
    if (event.kind === 'progress') return;
    this.#arm(id);
    if (before.open && !after.open && after.state !== 'succeeded') this.#helpers.stop(sessionId(before));
    await this.#record.turn(before, after);
    if (!isOver(after) || isOver(before)) return;
    for (const party of Object.keys(after.parties)) this.#send(party, endOrder(after, reason));
  }

  /** What the job waits for next: a party to come back, at most so long; or a moment, and then the next attempt. */
  #arm(id: string): void {
    const job = this.#get(id);
    this.#timers.clear(id);
    if (isOver(job)) return;
    if (job.waitingFor.length > 0) {
      const until = Date.parse(job.since ?? now()) + job.waitMinutes * MINUTE_MS;
      this.#timers.set(id, Math.max(0, until - Date.now()), () => this.#waitedOut(id));
    } else if (!job.open) {
      const pause = job.lastError === undefined ? 0 : Math.min(PAUSE_MS * 2 ** job.fruitless, LONGEST_PAUSE_MS);
      this.#timers.set(id, pause, () => this.#begin(id));
    }
  }

  async #waitedOut(id: string): Promise<void> {
    const job = this.#get(id);
    const party = job.waitingFor[0];
    if (party === undefined) return;
    const message = `${job.waitingFor.join(', ')} was away for ${job.waitMinutes} minutes; start its node, then resume the job`;
    const failure: JobFailure = { code: 'party-away', message, party, params: { party, job: id } };
    await this.#apply(id, { kind: 'failed', at: now(), failure });
  }

  /** The next attempt: its number on disk, then the helper, then the orders. */
  async #begin(id: string): Promise<void> {
    const job = this.#get(id);
    if (isOver(job) || job.open || this.#beginning.has(id)) return;
    await this.#alone(id, () => this.#beginNext(job));
  }

  /** One attempt of a job at a time is begun: a number that two ask for would be refused to the second. */
  async #alone(id: string, begin: () => Promise<void>): Promise<void> {
    const beginning = begin();
    this.#beginning.set(id, beginning);
    try {
      await beginning;
    } finally {
      this.#beginning.delete(id);
    }
  }

  async #beginNext(job: Job): Promise<void> {
    const { id } = job;
    try {
      const { manifest } = mustBeActive(this.#options.project(job.project));
      if (job.attempt >= MOST_ATTEMPTS)
        throw new NodeError('job-stuck', `the job had ${job.attempt} attempts`, { params: { job: id } });
      await this.#begun(id, job.attempt + 1);
      const begun = this.#get(id);
      if (!begun.open) return; // cancelled meanwhile
      this.#help(begun, manifest);
      for (const party of Object.keys(begun.parties)) this.#order(party, begun);
    } catch (error) {
      if (!isCoded(error)) throw error;
      await this.#apply(id, { kind: 'failed', at: now(), failure: this.#own(error.code, error.message) });
    }
  }

  async #begun(id: string, attempt: number): Promise<void> {
    const { state, broken } = this.#options;
    try {
      await state.jobs.beginAttempt(id, attempt);
    } catch (error) {
      broken(error);
      throw error;
    }
    await this.#apply(id, { kind: 'attempt-begun', at: now(), attempt });
  }

  #order(party: string, job: Job): void {
    const role = party === job.helper ? 'helper' : 'party';
    this.#send(party, orders.job(job.id, job.attempt, job.project, this.#recipes.get(job.id), role));
  }

  /** Serves the attempt as helper, where the manifest names no other. */
  #help(job: Job, manifest: Manifest): void {
    if (manifest.profile !== 'aided' || job.helper !== undefined) return;
    const align = alignOptions(manifest, this.#recipes.get(job.id)!);
    const { broken, endpoint } = this.#options;
    this.#helpers.serve(endpoint(), sessionId(job), align, job.waitMinutes * MINUTE_MS).catch((error: unknown) => {
      const code = isCoded(error) ? error.code : 'unexpected';
      const failure = this.#own(code, error instanceof Error ? error.message : String(error));
      this.#apply(job.id, { kind: 'attempt-failed', attempt: job.attempt, at: now(), failure }).catch(broken);
    });
  }

  #own(code: string, message: string): JobFailure {
    return { code, message, party: this.#options.identity.id, params: {}, own: true };
  }

  close(): void {
    this.#timers.close();
    this.#helpers.stopAll();
  }
}

const now = (): string => new Date().toISOString();

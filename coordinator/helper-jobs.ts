/**
 * Jobs at a separate helper: it deals randomness to the parties of a project whose every owner signed for this helper's
 * key, sees no data, and keeps nothing of what it dealt. An attempt that ends early is followed by the next one, with
 * fresh material under a fresh session.
 */
import type { Logger } from 'pino';
import { type AuditLog, type Identity, ledgerFor, NodeError, type Project, type State } from '@coscore/node-core';
import { Attempts, MOST_ATTEMPTS, Superseded } from '@coscore/node-core/daemon/attempts.ts';
import { Changed } from '@coscore/node-core/daemon/signal.ts';
import { isCoded } from '@coscore/node-core/errors/coded.ts';
import { describeError } from '@coscore/node-core/errors/index.ts';
import { isRecoverable } from '@coscore/node-core/errors/recoverable.ts';
import { directPair, type Manifest, verifySignedManifest } from '@coscore/node-core/manifest/index.ts';
import { type Recipe, recipeSchema } from '@coscore/node-core/recipe/index.ts';
import { type NetworkSession, type NodeEndpoint, withoutReason } from '@coscore/node-core/transport/index.ts';
import type { PartyId, SessionId } from '@coscore/protocols';
import { serveHelper } from '@coscore/protocols/helper/index.ts';
import { alignOptions } from './align-options.ts';

export interface HelperJob {
  readonly id: string;
  readonly name: string;
  readonly project: string;
  readonly attempt: number;
  readonly state: 'running' | 'interrupted' | 'succeeded' | 'failed' | 'cancelled';
  /** How the job ended for all, once the coordinator has said so. */
  readonly settled?: 'succeeded' | 'failed' | 'cancelled';
  readonly error?: HelperError;
  readonly startedAt: string;
  readonly finishedAt?: string;
}

export interface HelperError {
  readonly code: string;
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface HelperOrder {
  readonly job: string;
  readonly attempt: number;
  readonly project: string;
  /** JSON text, not yet looked at. */
  readonly recipe: string;
  readonly role: string;
}

export interface HelperJobsOptions {
  readonly identity: Identity;
  readonly state: State;
  readonly audit: AuditLog;
  readonly log: Logger;
  readonly endpoint: () => NodeEndpoint;
  /** Is told when this node's own record cannot be written outside the course of an attempt. */
  readonly broken: (error: unknown) => void;
  readonly finished: (at: { readonly job: string; readonly attempt: number }) => void;
  readonly failed: (at: { readonly job: string; readonly attempt: number }, error: HelperError) => void;
}

const JOB_ID = /^[A-Za-z0-9-]{1,64}$/;
const MINUTE_MS = 60_000;

export class HelperJobs {
  readonly changed = new Changed();
  readonly #options: HelperJobsOptions;
  readonly #jobs = new Map<string, HelperJob>();
  readonly #attempts = new Attempts();

  constructor(options: HelperJobsOptions) {
    this.#options = options;
  }

  /** What an earlier process was dealing died with it. */
  async load(): Promise<void> {
    for (const { id, project, attempt, createdAt, progress } of await this.#options.state.jobs.list()) {
      const blank: HelperJob = { id, name: '', project, attempt, state: 'running', startedAt: createdAt };
      const job = (progress as HelperJob | undefined) ?? blank;
      this.#jobs.set(id, { ...job, attempt: Math.max(job.attempt, attempt) });
      const error = {
        code: 'job-interrupted',
        message: `${this.#options.identity.id} stopped while the job ran`,
        params: {},
      };
      const unfinished = job.state === 'running' || (job.state === 'interrupted' && job.settled !== undefined);
      if (unfinished) await this.#end(id, job.settled ?? 'interrupted', error);
    }
  }

  list(): readonly HelperJob[] {
    return [...this.#jobs.values()];
  }

  /** @throws NodeError `job-unknown`. */
  show(id: string): HelperJob {
    const job = this.#jobs.get(id);
    if (job === undefined) throw new NodeError('job-unknown', `this node knows no job ${id}`, { params: { job: id } });
    return job;
  }

  unsettled(): readonly HelperJob[] {
    return this.list()
      .filter(({ settled, state }) => settled === undefined || state === 'running')
      .map((job) => (job.error === undefined ? job : { ...job, error: withoutReason(job.error) }));
  }

  /** A project in which every party signed for this helper. @throws NodeError `party-not-allowed`, and as `verifySignedManifest`. */
  async activated(signed: unknown): Promise<void> {
    const { state, audit } = this.#options;
    const { manifest, signatures } = verifySignedManifest(signed as Parameters<typeof verifySignedManifest>[0]);
    this.#mustBeHelper(manifest);
    const { digest, state: before } = await state.projects.propose(manifest, new Date().toISOString());
    if (before === 'active' || before === 'revoked') return;
    await state.projects.addSignatures(digest, signatures);
    if ((await state.projects.moveState(digest, ['proposed', 'approved'], 'active')) === undefined) return;
    await audit.append('active-manifest', { project: digest }, new Date());
  }

  /** A party withdrew: nothing is dealt under the project any more. */
  async revoked(digest: string, reason: string): Promise<void> {
    const { state, audit } = this.#options;
    const from = ['proposed', 'approved', 'active', 'rejected'] as const;
    if ((await state.projects.moveState(digest, from, 'revoked', reason)) === undefined) return;
    await audit.append('revoked-manifest', { project: digest, reason }, new Date());
    for (const { id, project: of } of this.list())
      if (of === digest) this.#attempts.stop(id, new NodeError('project-revoked', 'a party revoked the project'));
  }

  /** It names this helper with this key, and this helper is none of its data parties. */
  #mustBeHelper({ project, helper, parties, coordinator }: Manifest): void {
    const { id, fingerprint } = this.#options.identity;
    const isParty = parties.some((party) => party.id === id || party.fingerprint === fingerprint);
    const isHelper = helper?.id === id && helper.fingerprint === fingerprint && coordinator.id !== id;
    if (isHelper && !isParty) return;
    throw new NodeError('party-not-allowed', `${project} does not name this node, with this key, as its helper`, {
      params: { party: id },
    });
  }

  /** The coordinator says that the job is over for all. */
  async over(id: string, outcome: string): Promise<void> {
    const code = outcome === 'cancelled' ? 'job-cancelled' : 'job-failed';
    this.#attempts.stop(id, new NodeError(code, `the job is over: ${code}`, { params: { job: id } }));
    if (!this.#jobs.has(id)) return;
    const settled = outcome === 'succeeded' || outcome === 'failed' ? outcome : 'cancelled';
    await this.#put({ ...this.show(id), settled });
    // Read again: an attempt that lost its peers before it heard the word may have ended as interrupted meanwhile.
    if (this.show(id).state === 'interrupted') await this.#end(id, settled);
  }

  /** For a shutdown: what runs goes on when this node is back. */
  async stopAll(): Promise<void> {
    const message = `${this.#options.identity.id} is shutting down`;
    await this.#attempts.stopAll((job) => new NodeError('job-interrupted', message, { params: { job } }));
  }

  /** Throws only when this node's own record cannot be written. */
  async run(order: HelperOrder): Promise<void> {
    const { job, attempt } = order;
    const isCancelled = this.#jobs.get(job)?.state === 'cancelled';
    const last = Math.max(this.#jobs.get(job)?.attempt ?? 0, this.#attempts.running(job)?.attempt ?? 0);
    if (!JOB_ID.test(job) || isCancelled || attempt <= last || attempt > MOST_ATTEMPTS) {
      const why = isCancelled ? 'of a job that was cancelled' : `which comes after attempt ${last}`;
      const message = `the coordinator ordered attempt ${attempt}, ${why}`;
      await this.#refuse({ ...order, job: job.slice(0, 64) }, { code: 'replayed', message, params: {} });
      return;
    }
    await this.#attempts.run(job, attempt, ({ stop }) => this.#attempt(order, stop));
  }

  async #attempt(order: HelperOrder, stop: AbortController): Promise<void> {
    const at = { job: order.job, attempt: order.attempt };
    const { failed, finished, log } = this.#options;
    let started = false;
    try {
      const { manifest, recipe } = await this.#authorise(order);
      await this.#start(order, recipe);
      started = true;
      // Who revoked before the job was listed did not see it to stop it; who revokes from here on does.
      await this.#standing(order.project);
      await this.#serve(order, manifest, recipe, stop);
      await this.#end(order.job, 'succeeded');
      finished(at);
    } catch (cause) {
      const reason: unknown = stop.signal.aborted && started ? stop.signal.reason : cause;
      const error = errorOf(reason);
      log.warn({ event: 'attempt-failed', ...at, code: error.code, err: cause }, error.message);
      if (!(reason instanceof Superseded)) failed(at, withoutReason(error));
      if (!started) await this.#refuse(order, error);
      else await this.#end(order.job, this.#stateAfter(order.job, error.code), error);
    }
  }

  /** @throws NodeError `manifest-unsigned`, `manifest-expired`, `recipe-invalid`, `party-not-allowed`, `project-revoked`. */
  async #authorise(order: HelperOrder): Promise<{ manifest: Manifest; recipe: Recipe }> {
    const recipe = recipeOf(order.recipe);
    const { manifest, signatures } = await this.#standing(order.project);
    verifySignedManifest({ manifest, signatures });
    this.#mustBeHelper(manifest);
    if (order.role !== 'helper') {
      const { id } = this.#options.identity;
      throw new NodeError('party-not-allowed', `the coordinator ordered ${id}, a helper, to be a data party`, {
        params: { party: id },
      });
    }
    if (Date.now() >= Date.parse(manifest.expires)) {
      throw new NodeError('manifest-expired', `the manifest expired at ${manifest.expires}`, {
        params: { expires: manifest.expires },
      });
    }
    return { manifest, recipe };
  }

  /** @throws NodeError `manifest-unsigned` for one that this node never saw; `project-revoked`. */
  async #standing(digest: string): Promise<Project> {
    const project = await this.#options.state.projects.require(digest);
    if (project.state === 'revoked') throw new NodeError('project-revoked', 'a party revoked the project');
    return project;
  }

  async #start({ job, attempt, project }: HelperOrder, recipe: Recipe): Promise<void> {
    const { state, audit } = this.#options;
    const earlier = this.#jobs.get(job);
    const startedAt = earlier?.startedAt ?? new Date().toISOString();
    if (earlier === undefined) await state.jobs.create({ id: job, project, recipe, createdAt: startedAt });
    await state.jobs.beginAttempt(job, attempt);
    await this.#put({ id: job, name: recipe.name, project, attempt, state: 'running', startedAt });
    await audit.append('job-started', { job, attempt, project, recipe: recipe.name, role: 'helper' }, new Date());
  }

  async #serve(order: HelperOrder, manifest: Manifest, recipe: Recipe, stop: AbortController): Promise<void> {
    const { identity, state, audit, endpoint, broken } = this.#options;
    const id = `${order.job}/${order.attempt}` as SessionId;
    const session: NetworkSession = await endpoint().session({
      id,
      peers: manifest.parties.map((party) => ({
        id: party.id,
        fingerprint: party.fingerprint,
        direct: directPair(manifest, identity.id, party.id),
      })),
      material: ledgerFor(state, id),
      signal: stop.signal,
      awayMs: recipe.waitMinutes * MINUTE_MS,
      onViolation: ({ peer, error }) => {
        audit
          .append('violation', { job: order.job, peer, code: error.code, message: error.message }, new Date())
          .catch(broken);
      },
    });
    try {
      const align = alignOptions(manifest, recipe);
      await serveHelper(session, { parties: manifest.parties.map((party) => party.id as PartyId), align });
    } catch (cause) {
      stop.abort(cause);
      throw cause;
    } finally {
      await session.close();
    }
  }

  /** While it stopped, the coordinator may have ended the job. */
  #stateAfter(job: string, code: string): Exclude<HelperJob['state'], 'running'> {
    if (isRecoverable(code)) return this.show(job).settled ?? 'interrupted';
    return code === 'job-cancelled' ? 'cancelled' : 'failed';
  }

  async #refuse({ job, project }: HelperOrder, { code, message }: HelperError): Promise<void> {
    await this.#options.audit.append('refused', { job, project, code, message }, new Date());
  }

  async #end(id: string, state: Exclude<HelperJob['state'], 'running'>, error?: HelperError): Promise<void> {
    const { audit, state: store } = this.#options;
    const at = new Date();
    const why = error === undefined ? {} : { error };
    const { attempt } = this.show(id);
    const details = { job: id, attempt, ...(error === undefined ? {} : { code: error.code, message: error.message }) };
    if (state === 'interrupted') {
      await this.#put({ ...this.show(id), state, ...why });
      await audit.append('job-interrupted', details, at);
      return;
    }
    await this.#put({ ...this.show(id), state, ...why, finishedAt: at.toISOString() });
    await store.jobs.finish(id, state, at.toISOString(), error);
    await audit.append('job-finished', { ...details, state }, at);
  }

  async #put(job: HelperJob): Promise<void> {
    this.#jobs.set(job.id, job);
    await this.#options.state.jobs.setProgress(job.id, job);
    this.changed.fire();
  }
}

function errorOf(cause: unknown): HelperError {
  if (isCoded(cause)) return { code: cause.code, message: cause.message, params: cause.params ?? {} };
  if (cause instanceof Superseded) return { code: 'job-interrupted', message: cause.message, params: {} };
  const { code, detail } = describeError(cause, 'en');
  return { code, message: detail, params: {} };
}

/** @throws NodeError `recipe-invalid`. */
function recipeOf(text: string): Recipe {
  try {
    return recipeSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new NodeError('recipe-invalid', 'the coordinator sent a recipe that is not valid', {
      cause,
      params: { field: '' },
    });
  }
}

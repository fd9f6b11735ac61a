/**
 * The coordinator: enrols nodes, gathers signatures under project manifests, schedules jobs, relays ciphertext, deals
 * randomness in the `aided` profile, and keeps the record. It may ask a node for anything and can make it do nothing.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { Changed } from '@coscore/node-core/daemon/signal.ts';
import {
  AuditLog,
  type AuditDetails,
  type AuditEntry,
  type AuditEvent,
  type Identity,
  NodeError,
  type State,
} from '@coscore/node-core';
import { isCoded } from '@coscore/node-core/errors/coded.ts';
import { fingerprintWords } from '@coscore/node-core/identity/index.ts';
import { canonicalJson, datasetSchema, type ManifestDataset } from '@coscore/node-core/manifest/index.ts';
import { recipeSchema } from '@coscore/node-core/recipe/index.ts';
import type { ControlStream, CoordinatorEndpoint, RefusedConnection } from '@coscore/node-core/transport/index.ts';
import { wire } from '@coscore/proto';
import type { AlignOptions } from '@coscore/protocols/align/index.ts';
import { alignOptions } from './align-options.ts';
import { Attendance, orders } from './control.ts';
import { failureOf, printable } from './failure.ts';
import { HelperSessions } from './helper.ts';
import { isOver, newJob, step, type Job, type JobEvent, type JobFailure } from './job.ts';
import {
  draftManifest,
  proposed,
  rejected,
  signed,
  type Enrolled,
  type Project,
  type ProjectRequest,
} from './projects.ts';

/** A party that only lost its peer waits this long for the peer's own, better reason. */
const SECONDARY_FAILURE_MS = 2_000;
const SECONDARY_CODES: ReadonlySet<string> = new Set(['peer-lost', 'cancelled', 'party-away']);

export interface JobView extends Job {
  readonly links: readonly { readonly from: string; readonly to: string; readonly bytes: number }[];
}

export class Coordinator {
  readonly changed = new Changed();
  readonly #identity: Identity;
  readonly #state: State;
  readonly #log: Logger;
  readonly #attendance = new Attendance();
  readonly #enrolled = new Map<string, Enrolled>();
  /** Key `party\ndataset`. */
  readonly #datasets = new Map<string, ManifestDataset>();
  readonly #projects = new Map<string, Project>();
  readonly #jobs = new Map<string, Job>();
  readonly #audit: AuditLog;
  readonly #helpers: HelperSessions;
  #endpoint: CoordinatorEndpoint | undefined;

  constructor(identity: Identity, state: State, log: Logger) {
    this.#identity = identity;
    this.#state = state;
    this.#log = log;
    this.#audit = new AuditLog(state.db);
    this.#helpers = new HelperSessions(state, log);
  }

  /** Reads what an earlier process left. Jobs that it was running are over: their sessions died with it. */
  async load(): Promise<void> {
    for (const peer of await this.#state.enrolled.list())
      this.#enrolled.set(peer.id, { ...peer, role: peer.role === 'helper' ? 'helper' : 'party' });
    for (const { digest, manifest, signatures, state, reason } of await this.#state.projects.list()) {
      const kept = { digest, manifest, signatures, state: state === 'approved' ? 'proposed' : state } as const;
      this.#projects.set(digest, reason === undefined ? kept : { ...kept, reason });
    }
    for (const record of await this.#state.jobs.list()) {
      const job =
        (record.progress as Job | undefined) ??
        newJob({ id: record.id, project: record.project, name: '', parties: [], createdAt: record.createdAt });
      this.#jobs.set(job.id, job);
      if (!isOver(job)) {
        const failure = {
          code: 'job-failed',
          message: 'the coordinator stopped while the job ran; start the job again',
          party: this.#identity.id,
          params: {},
          own: true as const,
        };
        await this.#apply(job.id, { kind: 'party-failed', at: now(), failure });
      }
    }
  }

  attach(endpoint: CoordinatorEndpoint): void {
    this.#endpoint = endpoint;
  }

  // --- the transport's questions ---

  enrolledAs(fingerprint: string): string | undefined {
    for (const node of this.#enrolled.values()) if (node.fingerprint === fingerprint) return node.id;
    return undefined;
  }

  /** Only parties of a running job are connected to each other. */
  mayRelay(from: string, to: string, session: string): boolean {
    const job = this.#jobs.get(session.split('/')[0] ?? '');
    return (
      job !== undefined &&
      !isOver(job) &&
      job.parties[from] !== undefined &&
      (job.parties[to] !== undefined || to === this.#identity.id)
    );
  }

  /** A connection or relay that was turned away. */
  async refused({ reason, from, fingerprint, to, session }: RefusedConnection): Promise<void> {
    await this.#record('refused', {
      reason,
      from,
      fingerprint: fingerprint ?? '',
      to: to ?? '',
      session: session ?? '',
    });
  }

  async #record(event: AuditEvent, details: AuditDetails): Promise<void> {
    await this.#audit.append(event, details, new Date());
  }

  audit(): Promise<readonly AuditEntry[]> {
    return this.#audit.list();
  }

  attend(control: ControlStream): void {
    this.#log.info({ event: 'node-connected', node: control.peer }, 'node connected');
    this.#attendance.add(control);
    this.#resendOpenOrders(control.peer);
    this.changed.fire();
    void this.#listen(control);
  }

  async #listen(control: ControlStream): Promise<void> {
    try {
      for await (const body of control.messages) await this.#report(control.peer, wire.NodeReport.decode(body));
    } catch (error) {
      this.#log.warn(
        { event: 'bad-report', node: control.peer, err: error },
        'a node sent a report that cannot be used',
      );
      control.close();
    }
    if (!this.#attendance.remove(control)) return;
    this.#log.info({ event: 'node-away', node: control.peer }, 'node away');
    this.changed.fire();
    for (const job of this.#jobs.values())
      if (!isOver(job) && job.parties[control.peer] !== undefined) this.#partyAway(job, control.peer);
  }

  #partyAway(job: Job, party: string): void {
    if (job.parties[party]?.state === 'finished') return;
    void this.#fail(job.id, {
      code: 'party-away',
      message: `${party} disconnected while the job ran; start its node again and run the job again`,
      party,
      params: { party },
    });
  }

  #resendOpenOrders(party: string): void {
    for (const project of this.#projects.values()) {
      if (!project.manifest.parties.some(({ id }) => id === party)) continue;
      if (project.state === 'proposed' && project.signatures[party] === undefined)
        this.#attendance.send(party, orders.sign(canonicalJson(project.manifest)));
      if (project.state === 'active')
        this.#attendance.send(party, orders.project({ manifest: project.manifest, signatures: project.signatures }));
    }
  }

  async #report(party: string, report: wire.NodeReport): Promise<void> {
    const { dataset, signature, rejection, progress, finished, failed } = report;
    if (dataset) return this.#published(party, dataset);
    if (signature)
      return this.#signature(party, signature.digest ?? '', Buffer.from(signature.signature ?? []).toString('base64'));
    if (rejection)
      return this.#change(
        rejected(this.project(rejection.digest ?? ''), party, printable((rejection.reason ?? '').slice(0, 500))),
      );
    if (progress) {
      const { job, stage, done, total, unit } = progress;
      return this.#apply(job ?? '', {
        kind: 'progress',
        party,
        stage: stage ?? '',
        done: done ?? 0,
        total: total ?? 0,
        unit: unit ?? '',
      });
    }
    if (finished) return this.#apply(finished.job ?? '', { kind: 'party-finished', party, at: now() });
    if (failed) return this.#fail(failed.job ?? '', failureOf(party, failed));
  }

  #published(party: string, report: wire.DatasetReport.$Properties): void {
    const key = `${party}\n${report.name ?? ''}`;
    if (report.removed) this.#datasets.delete(key);
    else this.#datasets.set(key, datasetSchema.parse(JSON.parse(Buffer.from(report.schema ?? []).toString())));
    this.changed.fire();
  }

  async #signature(party: string, digest: string, signature: string): Promise<void> {
    const before = this.project(digest);
    try {
      const after = signed(before, party, signature);
      await this.#change(after);
      if (after.state !== 'active' || before.state === 'active') return;
      for (const { id } of after.manifest.parties)
        this.#attendance.send(id, orders.project({ manifest: after.manifest, signatures: after.signatures }));
    } catch (error) {
      if (!isCoded(error)) throw error;
      this.#log.warn({ event: 'signature-refused', node: party, code: error.code }, 'a signature does not verify');
      await this.#change(rejected(before, party, error.message));
    }
  }

  async #change(project: Project): Promise<void> {
    this.#projects.set(project.digest, project);
    await this.#state.projects.addSignatures(project.digest, project.signatures);
    await this.#state.projects.setState(project.digest, project.state, project.reason);
    this.changed.fire();
  }

  // --- the operator's API ---

  status(): object {
    const { id, fingerprint, certificatePem } = this.#identity;
    const parties = [...this.#enrolled.values()].map((node) => ({
      id: node.id,
      role: node.role,
      fingerprint: node.fingerprint,
      connected: this.#attendance.has(node.id),
    }));
    return {
      id,
      fingerprint,
      words: fingerprintWords(fingerprint, 'en'),
      certificatePem,
      address: this.#endpoint?.address,
      parties,
    };
  }

  async enrol(request: { id: string; role: 'party' | 'helper'; certificatePem: string }): Promise<Enrolled> {
    const peer = await this.#state.enrolled.put(request);
    const enrolled: Enrolled = {
      id: peer.id,
      role: request.role,
      certificatePem: peer.certificatePem,
      fingerprint: peer.fingerprint,
    };
    this.#enrolled.set(peer.id, enrolled);
    await this.#record('peer-enrolled', { peer: peer.id, role: request.role, fingerprint: peer.fingerprint });
    this.changed.fire();
    return enrolled;
  }

  async propose(request: ProjectRequest): Promise<string> {
    const { id, fingerprint } = this.#identity;
    const project = proposed(
      draftManifest(
        request,
        { id, fingerprint },
        (party) => this.#enrolled.get(party),
        (party, name) => this.#datasets.get(`${party}\n${name}`),
      ),
    );
    if (this.#projects.has(project.digest)) return project.digest;
    this.#projects.set(project.digest, project);
    await this.#state.projects.propose(project.manifest, now());
    await this.#record('proposed-manifest', { project: project.digest });
    this.changed.fire();
    for (const party of project.manifest.parties)
      this.#attendance.send(party.id, orders.sign(canonicalJson(project.manifest)));
    return project.digest;
  }

  projects(): readonly Project[] {
    return [...this.#projects.values()];
  }

  /** @throws NodeError `recipe-invalid`. */
  project(digest: string): Project {
    const project = this.#projects.get(digest);
    if (project !== undefined) return project;
    const message = `there is no project ${digest.slice(0, 64)} at this coordinator; --project takes the digest of a signed one`;
    throw new NodeError('recipe-invalid', message, { params: { field: '--project' } });
  }

  jobs(): readonly JobView[] {
    return [...this.#jobs.keys()].map((id) => this.job(id));
  }

  job(id: string): JobView {
    const job = this.#jobs.get(id);
    if (job === undefined) throw new NodeError('job-unknown', `there is no job ${id}`, { params: { job: id } });
    return { ...job, links: this.#endpoint?.relayed(sessionId(job)) ?? [] };
  }

  /** @throws NodeError `manifest-unsigned` before every party signed; `party-away` when one is not connected. */
  async startJob(digest: string, recipe: unknown): Promise<string> {
    const project = this.project(digest);
    if (project.state !== 'active') {
      throw new NodeError(
        'manifest-unsigned',
        `project ${project.manifest.project} is ${project.state}, not signed by every party`,
        { params: { party: '' } },
      );
    }
    const { name, join, policy } = recipeSchema.parse(recipe);
    const parties = project.manifest.parties.map(({ id }) => id);
    const away = parties.find((party) => !this.#attendance.has(party));
    if (away !== undefined)
      throw new NodeError('party-away', `${away} is not connected; start its node and try again`, {
        params: { party: away },
      });
    const job = newJob({ id: randomUUID().slice(0, 8), project: digest, name, parties, createdAt: now() });
    this.#jobs.set(job.id, job);
    await this.#state.jobs.create({ id: job.id, project: digest, recipe, createdAt: job.createdAt });
    await this.#state.jobs.beginAttempt(job.id);
    await this.#apply(job.id, { kind: 'started', at: now() });
    if (project.manifest.profile === 'aided')
      this.#help(job, alignOptions(project.manifest, join, policy.minIntersection));
    for (const party of parties) this.#attendance.send(party, orders.job(job.id, job.attempt, digest, recipe));
    return job.id;
  }

  #help(job: Job, align: AlignOptions): void {
    const endpoint = this.#endpoint;
    if (endpoint === undefined) throw new Error('the coordinator is not listening');
    void this.#helpers.serve(endpoint, sessionId(job), align).catch((error: unknown) => {
      const code = isCoded(error) ? error.code : 'unexpected';
      const message = error instanceof Error ? error.message : String(error);
      return this.#fail(job.id, { code, message, party: this.#identity.id, params: {}, own: true });
    });
  }

  async cancel(id: string, reason: string): Promise<void> {
    const job = this.job(id);
    if (isOver(job)) return;
    await this.#apply(id, { kind: 'cancelled', at: now() });
    this.#stopParties(job, reason);
  }

  #stopParties(job: Job, reason: string): void {
    this.#helpers.stop(sessionId(job));
    for (const party of Object.keys(job.parties)) this.#attendance.send(party, orders.cancel(job.id, reason));
  }

  /** A party that only saw its peer go is asked to wait: the peer's own reason says more. */
  async #fail(id: string, failure: JobFailure): Promise<void> {
    if (SECONDARY_CODES.has(failure.code)) await sleep(SECONDARY_FAILURE_MS, undefined, { ref: false });
    const job = this.#jobs.get(id);
    if (job === undefined || isOver(job)) return;
    this.#log.warn({ event: 'job-failed', job: id, party: failure.party, code: failure.code }, 'job failed');
    await this.#apply(id, { kind: 'party-failed', at: now(), failure });
    this.#stopParties(job, `${failure.party} stopped with ${failure.code}`);
  }

  async #apply(id: string, event: JobEvent): Promise<void> {
    const before = this.#jobs.get(id);
    if (before === undefined) return;
    const after = step(before, event);
    if (after === before) return;
    this.#jobs.set(id, after);
    this.changed.fire();
    // Progress is for those who watch; the record is of states.
    if (event.kind === 'progress') return;
    await this.#state.jobs.setProgress(id, after);
    if (after.state === 'succeeded' || after.state === 'failed' || after.state === 'cancelled') {
      await this.#state.jobs.finish(id, after.state, after.finishedAt ?? now(), after.error);
    }
    if (event.kind === 'started')
      await this.#record('job-started', { job: id, project: after.project, attempt: after.attempt });
    if (!isOver(after)) return;
    await this.#record('job-finished', {
      job: id,
      state: after.state,
      ...(after.error === undefined ? {} : { code: after.error.code, party: after.error.party }),
    });
    this.#log.info({ event: 'job-over', job: id, state: after.state }, 'job over');
  }

  close(): void {
    this.#helpers.stopAll();
    this.#attendance.closeAll();
  }
}

const now = (): string => new Date().toISOString();

/** The session of one attempt: one-time material is numbered inside it, so it is never used twice. */
export function sessionId(job: { readonly id: string; readonly attempt: number }): string {
  return `${job.id}/${job.attempt}`;
}

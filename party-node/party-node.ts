/** The daemon of one institution: its data, its projects, its jobs, and the one connection it dials. */
import type { Logger } from 'pino';
import { type Identity, type State } from '@coscore/node-core';
import { AuditLog, type AuditExport } from '@coscore/node-core/audit/index.ts';
import { CoordinatorLink } from '@coscore/node-core/daemon/coordinator-link.ts';
import { exitWith } from '@coscore/node-core/daemon/exit.ts';
import { fingerprintWords } from '@coscore/node-core/identity/index.ts';
import type { PeerListener } from '@coscore/node-core/transport/index.ts';
import { restoresOf } from '@coscore/node-core/state/backup/index.ts';
import type { wire } from '@coscore/proto';
import { type DatasetRecord, Datasets } from './datasets.ts';
import type { CoordinatorRequest } from './http/requests.ts';
import type { ExportFile } from './export-files.ts';
import { Jobs } from './jobs.ts';
import { Models } from './models.ts';
import { MaterialPool } from './pool/material-pool.ts';
import { poolLimit } from './pool/pool-limit.ts';
import { type ProjectReports, Projects } from './projects.ts';
import { Batches } from './serve/batches.ts';
import { ServeQuota } from './serve/quota.ts';

const text = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString();
const bytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

/** Projects expire by the clock, and what was dealt for them goes. */
const SWEEP_EVERY_MS = 3_600_000;

const ENDED: ReadonlySet<string> = new Set(['succeeded', 'failed', 'cancelled']);

export class PartyNode {
  readonly datasets: Datasets;
  readonly projects: Projects;
  readonly jobs: Jobs;
  readonly audit: AuditLog;
  readonly models: Models;
  readonly batches: Batches;
  readonly pool: MaterialPool;
  #sweeping: NodeJS.Timeout | undefined;
  #swept: Promise<void> = Promise.resolve();
  readonly #state: State;
  readonly #identity: Identity;
  readonly #log: Logger;
  readonly #link: CoordinatorLink;
  readonly #listener: PeerListener | undefined;

  /** @param listener where peers reach it directly, if its owner has opened a port for them */
  constructor(home: string, identity: Identity, state: State, log: Logger, listener?: PeerListener) {
    this.#identity = identity;
    this.#state = state;
    this.models = new Models(state, identity.id, () => this.jobs.list());
    this.#log = log;
    this.#listener = listener;
    this.audit = new AuditLog(state.db);
    this.pool = new MaterialPool({ home, state, audit: this.audit, limitBytes: poolLimit(process.env) });
    this.#link = new CoordinatorLink({
      identity,
      state,
      log,
      audit: this.audit,
      listener,
      openJobs: () => this.#openJobs(),
      onAttend: async () => {
        for (const record of await this.datasets.list()) this.#publish(record, false);
        await this.batches.askAgain();
      },
      onOrder: (order) => this.#order(order),
    });
    this.datasets = new Datasets(state, this.audit, (record, removed) => this.#publish(record, removed));
    const reports: ProjectReports = {
      signature: (digest, signature) =>
        this.#link.report({ signature: { digest, signature: Buffer.from(signature, 'base64') } }),
      rejection: (digest, reason) => this.#link.report({ rejection: { digest, reason } }),
    };
    this.projects = new Projects(identity, state, this.audit, this.datasets, reports, listener?.address);
    this.batches = new Batches({
      home,
      identity,
      state,
      projects: this.projects,
      job: (id) => this.jobs.list().find((job) => job.id === id),
      request: (project, recipe) => this.#link.request({ score: { project, recipe: bytes(recipe) } }),
      repeat: (project, recipe) => this.#link.report({ score: { project, recipe: bytes(recipe) } }),
    });
    this.jobs = new Jobs({
      home,
      identity,
      state,
      log,
      audit: this.audit,
      datasets: this.datasets,
      projects: this.projects,
      endpoint: () => this.#link.endpoint(),
      broken: (error) => this.#broken(error),
      pool: this.pool,
      serving: {
        batches: this.batches,
        quota: new ServeQuota(state.meta),
        projectOf: async (job) => (await state.jobs.get(job))?.project,
      },
      reports: {
        progress: (at, { stage, done, total, unit }) =>
          this.#link.report({ progress: { ...at, stage, done, total, unit } }),
        finished: (at, model) =>
          this.#link.report({ finished: { ...at, ...(model === undefined ? {} : { model: bytes(model) }) } }),
        failed: (at, { code, message, params }) =>
          this.#link.report({ failed: { ...at, code, message, params: bytes(params) } }),
      },
    });
  }

  /** Goes on where an earlier process stopped: the same state, the same coordinator. */
  async load(): Promise<void> {
    await this.pool.sweep();
    this.#sweeping = setInterval(() => {
      this.#swept = this.pool.sweep().catch((error: unknown) => this.#broken(error));
    }, SWEEP_EVERY_MS).unref();
    await this.jobs.load();
    await this.batches.load((await restoresOf(this.#state.meta))?.at);
    await this.#link.load();
  }

  status(): object {
    const { id, fingerprint, certificatePem } = this.#identity;
    return {
      id,
      fingerprint,
      words: fingerprintWords(fingerprint, 'en'),
      certificatePem,
      coordinator: this.#link.status(),
      ...(this.#listener === undefined
        ? {}
        : { direct: { listen: this.#listener.listen, address: this.#listener.address } }),
    };
  }

  /** The whole log with what is needed to check it: the certificates of every manifest that this node saw. */
  async exportAudit(): Promise<AuditExport> {
    const { id, fingerprint, certificatePem } = this.#identity;
    const peers = await this.#state.enrolled.list();
    const manifests = (await this.#state.projects.list()).flatMap(({ manifest }) => manifest.parties);
    return {
      format: 'coscore-audit-1',
      exportedAt: new Date().toISOString(),
      node: { id, fingerprint },
      certificates: [...new Set([certificatePem, ...[...peers, ...manifests].map((peer) => peer.certificatePem)])],
      entries: await this.audit.list(),
    };
  }

  /** One file of a forest whose owners all signed for that. @throws NodeError `job-unknown`; `model-not-exportable` */
  async exportModel(job: string, file: ExportFile): Promise<Uint8Array> {
    const content = await this.models.export(job, file);
    await this.audit.append('exported-model', { job, file }, new Date());
    return content;
  }

  /** Pins the coordinator and dials it. */
  pinCoordinator(request: CoordinatorRequest): Promise<object> {
    return this.#link.pin(request);
  }

  /** Jobs whose end this node was not told, and those that it asked for and was not told the beginning of. */
  #openJobs(): readonly wire.OpenJob.$Properties[] {
    const awaited = this.batches.awaited().map((job) => ({ job, attempt: 0, state: 'interrupted' }));
    const begun = this.jobs.unsettled().map(({ id, attempt, state, error, model }) => ({
      job: id,
      attempt,
      state,
      ...(model === undefined ? {} : { model: bytes(model) }),
      ...(error === undefined ? {} : { code: error.code, message: error.message, params: bytes(error.params) }),
    }));
    return [...begun, ...awaited];
  }

  /** The owner withdraws from a project: what runs of it here stops, and the coordinator stops the rest. */
  async revoke(digest: string, reason: string): Promise<void> {
    await this.projects.revoke(digest, reason);
    await this.#endProject(digest);
  }

  async #order({ sign, project, job, over, revoke, score }: wire.Order): Promise<void> {
    if (sign) await this.projects.offered(text(sign.manifest));
    else if (project) await this.projects.activated(text(project.signedManifest));
    else if (revoke) await this.#revokedElsewhere(revoke);
    else if (over) await this.#over(over.job ?? '', over.state ?? '', over.reason ?? '');
    else if (score)
      await this.batches.answered({
        batch: score.batch ?? '',
        job: score.job ?? '',
        code: score.code ?? '',
        message: score.message ?? '',
      });
    else if (job)
      this.jobs
        .run({
          job: job.job ?? '',
          attempt: job.attempt ?? 0,
          project: job.project ?? '',
          recipe: text(job.recipe),
          role: job.role ?? '',
        })
        // Its failures are the job's; what is left is a node that cannot write its own record, which must not go on.
        .catch((error: unknown) => this.#broken(error));
  }

  async #over(job: string, outcome: string, said: string): Promise<void> {
    await this.jobs.over(job, outcome, said);
    await this.batches.over(job, outcome, said);
  }

  async #revokedElsewhere({ digest, by, reason }: wire.RevokeOrder.$Properties): Promise<void> {
    await this.projects.revokedElsewhere(digest ?? '', by ?? '', reason ?? '');
    await this.#endProject(digest ?? '');
  }

  /** What runs of it stops, and what was dealt ahead for it goes. */
  async #endProject(project: string): Promise<void> {
    for (const job of this.jobs.list())
      if (job.project === project && !ENDED.has(job.state)) await this.jobs.cancel(job.id);
    await this.pool.wipe(project, 'project-ended');
  }

  /** The state cannot be written: nothing this node does from here on would be on record. */
  #broken(error: unknown): void {
    this.#log.fatal({ event: 'broken', err: error }, 'the state of this node cannot be written; stopping');
    exitWith(error);
  }

  #publish(record: DatasetRecord, removed: boolean): void {
    this.#link.report({ dataset: { name: record.name, removed, schema: bytes(record.published) } });
  }

  async close(): Promise<void> {
    clearInterval(this.#sweeping);
    await this.#swept;
    await this.jobs.stopAll();
    await this.#link.close();
  }
}

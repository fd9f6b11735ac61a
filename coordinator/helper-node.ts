/** The daemon of a separate helper: an identity and a state of its own, one connection that it dials, and no data. */
import type { Logger } from 'pino';
import { AuditLog, type AuditEntry, type AuditExport, type Identity, NodeError, type State } from '@coscore/node-core';
import { CoordinatorLink, type CoordinatorAddress } from '@coscore/node-core/daemon/coordinator-link.ts';
import { exitWith } from '@coscore/node-core/daemon/exit.ts';
import { fingerprintWords } from '@coscore/node-core/identity/index.ts';
import type { PeerListener } from '@coscore/node-core/transport/index.ts';
import type { wire } from '@coscore/proto';
import { HelperJobs } from './helper-jobs.ts';

const text = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString();
const bytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

export class HelperNode {
  readonly jobs: HelperJobs;
  readonly #identity: Identity;
  readonly #log: Logger;
  readonly #audit: AuditLog;
  readonly #link: CoordinatorLink;
  readonly #listener: PeerListener | undefined;

  /** @param listener where peers reach it directly, if its owner has opened a port for them */
  constructor(identity: Identity, state: State, log: Logger, listener?: PeerListener) {
    this.#identity = identity;
    this.#listener = listener;
    this.#log = log;
    this.#audit = new AuditLog(state.db);
    this.#link = new CoordinatorLink({
      identity,
      state,
      log,
      audit: this.#audit,
      listener,
      openJobs: () => this.#openJobs(),
      onOrder: (order) => this.#order(order),
    });
    this.jobs = new HelperJobs({
      identity,
      state,
      log,
      audit: this.#audit,
      endpoint: () => this.#link.endpoint(),
      broken: (error) => this.#broken(error),
      finished: (at) => this.#link.report({ finished: at }),
      failed: (at, { code, message, params }) =>
        this.#link.report({ failed: { ...at, code, message, params: bytes(params) } }),
    });
  }

  async load(): Promise<void> {
    await this.jobs.load();
    await this.#link.load();
  }

  status(): object {
    const { id, fingerprint, certificatePem } = this.#identity;
    const words = fingerprintWords(fingerprint, 'en');
    const direct =
      this.#listener === undefined
        ? {}
        : { direct: { listen: this.#listener.listen, address: this.#listener.address } };
    return { id, role: 'helper', fingerprint, words, certificatePem, coordinator: this.#link.status(), ...direct };
  }

  /** Pins the coordinator and dials it. */
  pinCoordinator(coordinator: CoordinatorAddress): Promise<object> {
    return this.#link.pin(coordinator);
  }

  /** The whole log; nobody counter-signs a helper's. */
  async exportAudit(): Promise<AuditExport> {
    const { id, fingerprint, certificatePem } = this.#identity;
    const entries = await this.#audit.list();
    const exportedAt = new Date().toISOString();
    return {
      format: 'coscore-audit-1',
      exportedAt,
      node: { id, fingerprint },
      certificates: [certificatePem],
      entries,
    };
  }

  audit(): Promise<readonly AuditEntry[]> {
    return this.#audit.list();
  }

  #openJobs(): readonly wire.OpenJob.$Properties[] {
    return this.jobs.unsettled().map(({ id, attempt, state, error }) => ({
      job: id,
      attempt,
      state,
      ...(error === undefined ? {} : { code: error.code, message: error.message, params: bytes(error.params) }),
    }));
  }

  async #order({ sign, project, revoke, job, over }: wire.Order): Promise<void> {
    if (sign)
      throw new NodeError('party-not-allowed', 'a helper signs no manifest', { params: { party: this.#identity.id } });
    if (project) await this.jobs.activated(jsonOf(text(project.signedManifest)));
    else if (revoke) await this.jobs.revoked(revoke.digest ?? '', revoke.reason ?? '');
    else if (over) await this.jobs.over(over.job ?? '', over.state ?? '');
    else if (job)
      this.jobs
        .run({
          job: job.job ?? '',
          attempt: job.attempt ?? 0,
          project: job.project ?? '',
          recipe: text(job.recipe),
          role: job.role ?? '',
        })
        .catch((error: unknown) => this.#broken(error));
  }

  /** The state cannot be written: nothing this node does from here on would be on record. */
  #broken(error: unknown): void {
    this.#log.fatal({ event: 'broken', err: error }, 'the state of this node cannot be written; stopping');
    exitWith(error);
  }

  async close(): Promise<void> {
    await this.jobs.stopAll();
    await this.#link.close();
  }
}

/** @throws NodeError `manifest-invalid`: what the coordinator sends is text from outside. */
function jsonOf(value: string): unknown {
  try {
    return JSON.parse(value) as unknown;
  } catch (cause) {
    throw new NodeError('manifest-invalid', 'the manifest is not JSON', { cause, params: { field: '', problems: 1 } });
  }
}

/** The daemon of one institution: its data, its projects, its jobs, and the one connection it dials. */
import type { Logger } from 'pino';
import { type Identity, type State } from '@coscore/node-core';
import { AuditLog } from '@coscore/node-core/audit/index.ts';
import { fingerprintWords } from '@coscore/node-core/identity/index.ts';
import { exitWith } from '@coscore/node-core/daemon/exit.ts';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import { type ControlStream, NodeEndpoint } from '@coscore/node-core/transport/index.ts';
import { wire } from '@coscore/proto';
import { type DatasetRecord, Datasets } from './datasets.ts';
import type { CoordinatorRequest } from './http/requests.ts';
import { Jobs } from './jobs.ts';
import { Projects } from './projects.ts';

const text = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString();
const bytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

export class PartyNode {
  readonly datasets: Datasets;
  readonly projects: Projects;
  readonly jobs: Jobs;
  readonly audit: AuditLog;
  readonly #identity: Identity;
  readonly #state: State;
  readonly #log: Logger;
  #endpoint: NodeEndpoint | undefined;
  #control: ControlStream | undefined;
  #connection: 'none' | 'connected' | 'reconnecting' | 'closed' = 'none';
  #connectionError: NodeError | undefined;

  constructor(home: string, identity: Identity, state: State, log: Logger) {
    this.#identity = identity;
    this.#state = state;
    this.#log = log;
    this.audit = new AuditLog(state.db);
    this.datasets = new Datasets(state, this.audit, (record, removed) => this.#publish(record, removed));
    this.projects = new Projects(identity, state, this.audit, this.datasets, {
      signature: (digest, signature) =>
        this.#report({ signature: { digest, signature: Buffer.from(signature, 'base64') } }),
      rejection: (digest, reason) => this.#report({ rejection: { digest, reason } }),
    });
    this.jobs = new Jobs({
      home,
      identity,
      state,
      log,
      audit: this.audit,
      datasets: this.datasets,
      projects: this.projects,
      endpoint: () => this.#connected(),
      reports: {
        progress: (job, { stage, done, total, unit }) => this.#report({ progress: { job, stage, done, total, unit } }),
        finished: (job) => this.#report({ finished: { job } }),
        failed: (job, { code, message, params }) =>
          this.#report({ failed: { job, code, message, params: bytes(params) } }),
      },
    });
  }

  /** Goes on where an earlier process stopped: the same state, the same coordinator. */
  async load(): Promise<void> {
    await this.jobs.load();
    const coordinator = (await this.#state.enrolled.list()).find((peer) => peer.role === 'coordinator');
    if (coordinator?.address !== undefined)
      this.#dial(coordinator.id, coordinator.address, coordinator.fingerprint, coordinator.certificatePem);
  }

  status(): object {
    const { id, fingerprint, certificatePem } = this.#identity;
    return {
      id,
      fingerprint,
      words: fingerprintWords(fingerprint, 'en'),
      certificatePem,
      coordinator: {
        state: this.#connection,
        ...(this.#connectionError === undefined ? {} : { error: this.#connectionError.code }),
      },
    };
  }

  /** Pins the coordinator and dials it. */
  async pinCoordinator(request: CoordinatorRequest): Promise<object> {
    const { id, address, certificatePem } = request;
    const peer = await this.#state.enrolled.put({ id, role: 'coordinator', certificatePem, address });
    await this.audit.append(
      'peer-enrolled',
      { peer: id, role: 'coordinator', fingerprint: peer.fingerprint },
      new Date(),
    );
    this.#dial(id, address, peer.fingerprint, certificatePem);
    return { id, fingerprint: peer.fingerprint, words: fingerprintWords(peer.fingerprint, 'en') };
  }

  #dial(id: string, address: string, fingerprint: string, certificatePem: string): void {
    void this.#endpoint?.close();
    const endpoint = NodeEndpoint.connect({
      identity: this.#identity.forTls(),
      address,
      coordinator: { id, fingerprint, certificatePem },
      onControl: (control) => void this.#attend(control),
      onState: (state, error) => {
        // The last words of an endpoint that another has replaced say nothing about this node's connection.
        if (this.#endpoint !== endpoint) return;
        this.#connection = state;
        this.#log.info(
          { event: 'coordinator', state, ...(error === undefined ? {} : { err: error }) },
          `coordinator ${state}`,
        );
        void this.#noteConnection(id, error);
      },
    });
    this.#endpoint = endpoint;
  }

  /** Another key where the coordinator's should be is written down: once, though the node goes on dialling. */
  async #noteConnection(coordinator: string, error: NodeError | undefined): Promise<void> {
    const before = this.#connectionError;
    this.#connectionError = error;
    if (error?.code !== 'fingerprint-mismatch' || before?.code === error.code) return;
    await this.audit.append('refused', { peer: coordinator, code: error.code, message: error.message }, new Date());
  }

  /** Says what there is, then follows orders as far as this node's owner signed them. */
  async #attend(control: ControlStream): Promise<void> {
    this.#control = control;
    try {
      for (const record of await this.datasets.list()) this.#publish(record, false);
      for await (const body of control.messages) await this.#order(wire.Order.decode(body));
    } catch (error) {
      this.#log.warn({ event: 'bad-order', err: error }, 'an order of the coordinator was refused');
      control.close();
    }
    if (this.#control === control) this.#control = undefined;
  }

  async #order({ sign, project, job, cancel }: wire.Order): Promise<void> {
    if (sign) await this.#guarded('sign', () => this.projects.offered(text(sign.manifest)));
    else if (project) await this.#guarded('project', () => this.projects.activated(text(project.signedManifest)));
    else if (cancel) this.jobs.cancelled(cancel.job ?? '', cancel.reason ?? '');
    else if (job)
      this.jobs
        .run({
          job: job.job ?? '',
          attempt: job.attempt ?? 0,
          project: job.project ?? '',
          recipe: text(job.recipe),
        })
        // Its failures are the job's; what is left is a node that cannot write its own record, which must not go on.
        .catch((error: unknown) => this.#broken(error));
  }

  /** An order that cannot be followed is refused and written down; the connection stays. */
  async #guarded(order: string, body: () => Promise<void>): Promise<void> {
    try {
      await body();
    } catch (error) {
      const code = error instanceof NodeError ? error.code : 'unexpected';
      this.#log.warn({ event: 'order-refused', order, code, err: error }, 'an order of the coordinator was refused');
      await this.audit.append(
        'refused',
        { order, code, message: error instanceof Error ? error.message : '' },
        new Date(),
      );
    }
  }

  /** The state cannot be written: nothing this node does from here on would be on record. */
  #broken(error: unknown): void {
    this.#log.fatal({ event: 'broken', err: error }, 'the state of this node cannot be written; stopping');
    exitWith(error);
  }

  #publish(record: DatasetRecord, removed: boolean): void {
    this.#report({ dataset: { name: record.name, removed, schema: bytes(record.published) } });
  }

  #report(report: wire.NodeReport.$Properties): void {
    this.#control?.send(wire.NodeReport.encode(report).finish());
  }

  #connected(): NodeEndpoint {
    if (this.#endpoint === undefined)
      throw new NodeError('coordinator-unreachable', 'this node has no coordinator yet', { params: {} });
    return this.#endpoint;
  }

  async close(): Promise<void> {
    this.jobs.stopAll();
    await this.#endpoint?.close();
  }
}

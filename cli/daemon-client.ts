/** Typed client of a daemon's administration API. The CLI holds no state: it only ever asks the daemon that does. */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import type { BackupRequest } from '@coscore/node-core/daemon/state-routes.ts';
import type { InviteRequest } from '@coscore/coordinator/enrolment.ts';
import type { Offer } from '@coscore/coordinator/project-book.ts';
import type { AuditEntry, AuditExport } from '@coscore/node-core/audit/index.ts';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import type { BackupWritten } from '@coscore/node-core/state/backup/index.ts';
import type { PoolBatch } from '@coscore/node-core/state/pool.ts';
import { Pool, type Dispatcher } from 'undici';
import type { BatchView } from '@coscore/party-node/serve/batches.ts';
import type { ExportFile } from '@coscore/party-node/export-files.ts';
import type { DatasetRequest } from '@coscore/party-node/http/requests.ts';
import { RemoteError } from './remote-error.ts';
import * as view from './daemon-views.ts';

export const SOCKET_NAME = 'daemon.sock';

type Method = 'GET' | 'POST' | 'DELETE';

/** What both kinds of daemon answer. */
export class DaemonClient {
  readonly home: string;
  readonly #pool: Pool;

  /** @param home the node's folder; its socket can be opened by the owner only */
  constructor(home: string) {
    this.home = home;
    // No time limits: profiling a large table takes its time, and a daemon that dies closes its socket.
    this.#pool = new Pool('http://daemon', { socketPath: join(home, SOCKET_NAME), headersTimeout: 0, bodyTimeout: 0 });
  }

  jobs(): Promise<readonly view.JobView[]> {
    return this.ask('GET', '/jobs');
  }

  job(id: string): Promise<view.JobView> {
    return this.ask('GET', `/jobs/${encodeURIComponent(id)}`);
  }

  async cancelJob(id: string): Promise<void> {
    await this.ask('POST', `/jobs/${encodeURIComponent(id)}/cancel`);
  }

  /** Each state of a job until it is over. @throws NodeError `daemon-not-running` when the daemon goes away before that. */
  async *watchJob(id: string, signal?: AbortSignal): AsyncGenerator<view.JobView> {
    const { body } = await this.#request('GET', `/jobs/${encodeURIComponent(id)}/events`, undefined, signal);
    let over = false;
    try {
      for await (const line of createInterface({ input: body, crlfDelay: Infinity })) {
        if (line === '') continue;
        const job = JSON.parse(line) as view.JobView;
        over = view.isOver(job);
        yield job;
      }
    } catch (cause) {
      throw this.#unreachable(cause);
    }
    if (!over && signal?.aborted !== true)
      throw this.#unreachable(new Error(`the events of job ${id} ended before the job`));
  }

  /** The daemon writes the file, in one snapshot. @throws RemoteError `state-not-empty`, `key-not-sealed`, `disk-full` */
  backUp(request: BackupRequest): Promise<BackupWritten> {
    return this.ask('POST', '/state/backup', request);
  }

  status(): Promise<view.AnyStatus> {
    return this.ask('GET', '/status');
  }

  projects(): Promise<readonly view.AnyProject[]> {
    return this.ask('GET', '/projects');
  }

  /** Withdraws from it: nothing runs under it any more. */
  async revoke(digest: string, reason: string): Promise<void> {
    await this.ask('POST', `/projects/${encodeURIComponent(digest)}/revoke`, { reason });
  }

  /** The registry of a coordinator, or a party's own parts. */
  models(): Promise<readonly view.AnyModel[]> {
    return this.ask('GET', '/models');
  }

  model(id: string): Promise<view.AnyModel> {
    return this.ask('GET', `/models/${encodeURIComponent(id)}`);
  }

  audit(): Promise<readonly AuditEntry[]> {
    return this.ask('GET', '/audit');
  }

  exportAudit(): Promise<AuditExport> {
    return this.ask('GET', '/audit/export');
  }

  async shutdown(): Promise<void> {
    await this.ask('POST', '/shutdown');
  }

  /** @throws RemoteError with the daemon's own code; NodeError `daemon-not-running` */
  protected async ask<T>(method: Method, path: string, body?: unknown): Promise<T> {
    const response = await this.#request(method, path, body);
    return (await response.body.json()) as T;
  }

  protected async save(path: string, file: string): Promise<void> {
    const { body } = await this.#request('GET', path);
    await pipeline(body, createWriteStream(file));
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  async #request(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<Dispatcher.ResponseData> {
    let response: Dispatcher.ResponseData;
    try {
      response = await this.#pool.request({
        method,
        path,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
        ...(signal === undefined ? {} : { signal }),
      });
    } catch (cause) {
      throw this.#unreachable(cause);
    }
    if (response.statusCode < 400) return response;
    throw await refusalOf(response, `${method} ${path}`);
  }

  #unreachable(cause: unknown): NodeError {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new NodeError('daemon-not-running', `no answer from the node in ${this.home} (${reason})`, {
      cause,
      params: { home: this.home },
    });
  }
}

async function refusalOf(response: Dispatcher.ResponseData, what: string): Promise<RemoteError> {
  const text = await response.body.text();
  try {
    const { error } = JSON.parse(text) as {
      error: { code: string; message: string; params?: Record<string, string | number> };
    };
    return new RemoteError(error.code, error.message, error.params);
  } catch {
    return new RemoteError(
      'unexpected',
      `${what} was answered with HTTP ${response.statusCode}: ${text.slice(0, 200)}`,
    );
  }
}

export class CoordinatorClient extends DaemonClient {
  override status(): Promise<view.CoordinatorStatus> {
    return this.ask('GET', '/status');
  }

  async enrol(node: {
    readonly id: string;
    readonly certificatePem: string;
    readonly role?: 'party' | 'helper';
  }): Promise<void> {
    await this.ask('POST', '/parties', { role: 'party', ...node });
  }

  /** Asks every party to sign. @returns the manifest's digest */
  async propose(project: view.ProjectRequest): Promise<string> {
    return (await this.ask<{ digest: string }>('POST', '/projects', project)).digest;
  }

  invite(request: Partial<InviteRequest> & Pick<InviteRequest, 'name'>): Promise<{ invite: string; expires: string }> {
    return this.ask('POST', '/invites', request);
  }

  /** What the connected nodes have published. */
  offers(): Promise<readonly Offer[]> {
    return this.ask('GET', '/offers');
  }

  project(digest: string): Promise<view.ProjectView> {
    return this.ask('GET', `/projects/${encodeURIComponent(digest)}`);
  }

  /** Goes on with a failed job. */
  async resumeJob(id: string): Promise<void> {
    await this.ask('POST', `/jobs/${encodeURIComponent(id)}/resume`);
  }

  async startJob(project: string, recipe: unknown): Promise<string> {
    return (await this.ask<{ job: string }>('POST', '/jobs', { project, recipe })).job;
  }
}

export class PartyClient extends DaemonClient {
  override status(): Promise<view.PartyStatus> {
    return this.ask('GET', '/status');
  }

  async pinCoordinator(coordinator: {
    readonly id: string;
    readonly address: string;
    readonly certificatePem: string;
  }): Promise<void> {
    await this.ask('POST', '/coordinator', coordinator);
  }

  async addDataset(dataset: DatasetRequest): Promise<view.DatasetProfile> {
    return (await this.ask<{ profile: view.DatasetProfile }>('POST', '/datasets', dataset)).profile;
  }

  datasets(): Promise<readonly view.DatasetView[]> {
    return this.ask('GET', '/datasets');
  }

  dataset(name: string): Promise<view.DatasetView> {
    return this.ask('GET', `/datasets/${encodeURIComponent(name)}`);
  }

  async removeDataset(name: string): Promise<void> {
    await this.ask('DELETE', `/datasets/${encodeURIComponent(name)}`);
  }

  override projects(): Promise<readonly view.PartyProjectView[]> {
    return this.ask('GET', '/projects');
  }

  /** @param newKeys names whose other key than before the owner accepts */
  async approve(digest: string, newKeys: readonly string[] = []): Promise<void> {
    await this.ask('POST', `/projects/${encodeURIComponent(digest)}/approve`, { newKeys });
  }

  async reject(digest: string, reason: string): Promise<void> {
    await this.ask('POST', `/projects/${encodeURIComponent(digest)}/reject`, { reason });
  }

  /** Saves a report of a job. @throws RemoteError `report-not-here` at any party but the label party */
  async saveReport(job: string, report: view.ReportFile, file: string): Promise<void> {
    await this.save(`/jobs/${encodeURIComponent(job)}/${report}`, file);
  }

  /** Saves one file of a forest. @throws RemoteError `model-not-exportable` */
  async saveModel(job: string, part: ExportFile, file: string): Promise<void> {
    await this.save(`/models/${encodeURIComponent(job)}/${part}`, file);
  }

  /** Material dealt ahead that lies on the node's disk. */
  pool(): Promise<readonly PoolBatch[]> {
    return this.ask('GET', '/pool');
  }

  /** @returns how many batches of a project were wiped; those that a job is using it wipes itself */
  async wipePool(project: string): Promise<number> {
    return (await this.ask<{ wiped: number }>('POST', `/pool/${encodeURIComponent(project)}/wipe`)).wiped;
  }

  /** @param file absolute path, as the daemon sees it */
  askScores(model: string, file: string): Promise<BatchView> {
    return this.ask('POST', '/scores', { model, file });
  }

  batch(id: string): Promise<BatchView> {
    return this.ask('GET', `/scores/${encodeURIComponent(id)}`);
  }

  /** @throws RemoteError `report-not-here` before the batch is scored */
  async saveScores(id: string, file: string): Promise<void> {
    await this.save(`/scores/${encodeURIComponent(id)}/scores.csv`, file);
  }
}

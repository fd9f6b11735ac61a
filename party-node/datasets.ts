/** The tables this node's owner registered: where each lies, what it holds, and the little of it that is published. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AuditLog, State } from '@coscore/node-core';
import { datasetSchema, type ManifestDataset } from '@coscore/node-core/manifest/index.ts';
import {
  DataError,
  type DataSource,
  postgresSource,
  profileTable,
  publishedSchema,
  type TableProfile,
} from './data/index.ts';
import type { DatasetRequest } from './http/requests.ts';

export interface DatasetRecord extends DatasetRequest {
  readonly profile: TableProfile;
  /** What the coordinator and the other parties see of it. */
  readonly published: ManifestDataset;
}

export class Datasets {
  readonly #state: State;
  readonly #audit: AuditLog;
  /** Rewritten copies of files lie here while they are read: inside the node's own folder, for its owner only. */
  readonly tempDir: string;
  readonly #publish: (record: DatasetRecord, removed: boolean) => void;

  constructor(state: State, audit: AuditLog, publish: (record: DatasetRecord, removed: boolean) => void) {
    this.#state = state;
    this.#audit = audit;
    this.tempDir = join(state.dir, 'tmp');
    rmSync(this.tempDir, { recursive: true, force: true });
    mkdirSync(this.tempDir, { recursive: true, mode: 0o700 });
    this.#publish = publish;
  }

  /**
   * Profiles and registers a file; nothing is registered when there is a problem with it.
   * @throws DataError, any code.
   */
  async add(request: DatasetRequest): Promise<TableProfile> {
    if ((await this.#state.datasets.get(request.name)) !== undefined) throw taken(request.name);
    const place = request.path === undefined ? {} : { path: resolve(request.path) };
    const { id, label, drop, types, columns, split } = request;
    const side = split === undefined ? [] : [split];
    const profile = await profileTable(sourceOf({ ...request, ...place }, process.env), {
      id,
      label,
      drop,
      types,
      columns,
      side,
      tempDir: this.tempDir,
    });
    const problem = profile.problems[0];
    if (problem !== undefined) throw new DataError(problem.code, problem.message, problem.params);
    const record: DatasetRecord = { ...request, ...place, profile, published: publishedDataset(request, profile) };
    if (!(await this.#state.datasets.add(request.name, record))) throw taken(request.name);
    await this.#audit.append(
      'dataset-added',
      { dataset: request.name, columns: record.published.columns.length },
      new Date(),
    );
    this.#publish(record, false);
    return profile;
  }

  async list(): Promise<readonly DatasetRecord[]> {
    return (await this.#state.datasets.list()).map((entry) => entry.definition as DatasetRecord);
  }

  /** @throws DataError `dataset-unknown`; `file-not-found` when its file is gone. */
  async show(name: string): Promise<DatasetRecord> {
    const record = (await this.#state.datasets.get(name))?.definition as DatasetRecord | undefined;
    if (record === undefined) {
      const names = (await this.list()).map((known) => known.name).join(', ');
      throw new DataError('dataset-unknown', `there is no dataset ${name}; there are: ${names || 'none'}`, {
        dataset: name,
      });
    }
    return record;
  }

  /** As `show`, for use: @throws DataError `file-not-found` when the file has gone, `secret-missing` without its URL. */
  async open(name: string): Promise<DatasetRecord> {
    const record = await this.show(name);
    const source = sourceOf(record, process.env);
    if (typeof source === 'string' && !existsSync(source)) {
      throw new DataError('file-not-found', `the file of dataset ${name} is no longer at its place`, { file: name });
    }
    return record;
  }

  async remove(name: string): Promise<void> {
    const record = await this.show(name);
    await this.#state.datasets.remove(name);
    await this.#audit.append('dataset-removed', { dataset: name }, new Date());
    this.#publish(record, true);
  }
}

/**
 * Where the rows of a registered table are.
 * @param env of this process, which holds the URLs of PostgreSQL sources.
 * @throws DataError `secret-missing`.
 */
export function sourceOf(
  { path, postgres }: Pick<DatasetRequest, 'path' | 'postgres'>,
  env: Readonly<Record<string, string | undefined>>,
): DataSource {
  if (path !== undefined) return path;
  if (postgres !== undefined) return postgresSource(postgres, env);
  throw new DataError('dataset-unknown', 'the data set names neither a file nor a PostgreSQL source', { dataset: '' });
}

function taken(name: string): DataError {
  return new DataError(
    'dataset-exists',
    `there is a dataset ${name} already; remove it first, or choose another name`,
    { dataset: name },
  );
}

function publishedDataset(request: DatasetRequest, profile: TableProfile): ManifestDataset {
  const schema = publishedSchema(profile);
  return datasetSchema.parse({
    name: request.name,
    rowsRounded: schema.rowsAbout,
    columns: schema.columns.filter(({ type }) => type === 'number' || type === 'category'),
    id: request.id,
    ...(request.label === undefined ? {} : { label: request.label }),
    ...(request.split === undefined ? {} : { split: request.split }),
  });
}

/** This node's own part (shard) of every model that its jobs made: what the owner may look at; nobody else ever sees it. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { NodeError, type State } from '@coscore/node-core';
import type { ExportFile } from './export-files.ts';
import { exportModel } from './export-model.ts';
import type { PartyJob } from './job-view.ts';

export interface ModelFeature {
  readonly name: string;
  readonly coefficient?: number;
  readonly splits?: number;
}

export interface ModelView {
  /** The job that made it: its name everywhere. */
  readonly job: string;
  readonly name: string;
  readonly project: string;
  readonly finishedAt?: string;
  /** SHA-256 of the shard, as the other parties were told it, hex. */
  readonly digest: string;
  /** A linear model has coefficients, a forest splits. */
  readonly features: readonly ModelFeature[];
}

/** As `keepShard` of stages/finish-job.ts writes it; whatever else is in it is the business of whoever uses the model. */
const shardSchema = z.looseObject({
  features: z
    .array(
      z.looseObject({ name: z.string(), coefficient: z.number().exactOptional(), splits: z.int().exactOptional() }),
    )
    .default([]),
});

export class Models {
  readonly #state: State;
  readonly #self: string;
  readonly #jobs: () => readonly PartyJob[];

  /** @param self name of this node */
  constructor(state: State, self: string, jobs: () => readonly PartyJob[]) {
    this.#state = state;
    this.#self = self;
    this.#jobs = jobs;
  }

  /** Of the jobs that succeeded and left a part here, oldest first. */
  async list(): Promise<readonly ModelView[]> {
    const views = await Promise.all(this.#jobs().map((job) => this.#view(job)));
    return views.filter((view) => view !== undefined);
  }

  /** @throws NodeError `job-unknown` when this node has no part of such a model. */
  async show(id: string): Promise<ModelView & { readonly shard: unknown }> {
    const job = this.#jobs().find((candidate) => candidate.id === id);
    const view = job === undefined ? undefined : await this.#view(job);
    if (view === undefined)
      throw new NodeError('job-unknown', `this node keeps no part of a model of job ${id}`, { params: { job: id } });
    return { ...view, shard: JSON.parse(Buffer.from((await this.#shard(id))!).toString()) as unknown };
  }

  /** @throws NodeError `job-unknown`; `model-not-exportable` */
  async export(id: string, file: ExportFile): Promise<Uint8Array> {
    await this.show(id);
    return (await exportModel(this.#state.artefacts, this.#self, id))[file];
  }

  #shard(job: string): Promise<Uint8Array | undefined> {
    return this.#state.artefacts.latest({ job, stage: 'train', name: 'shard' });
  }

  async #view({ id, name, project, state, finishedAt }: PartyJob): Promise<ModelView | undefined> {
    const bytes = state === 'succeeded' ? await this.#shard(id) : undefined;
    if (bytes === undefined) return undefined;
    const { features } = shardSchema.parse(JSON.parse(Buffer.from(bytes).toString()));
    return {
      job: id,
      name,
      project,
      ...(finishedAt === undefined ? {} : { finishedAt }),
      digest: createHash('sha256').update(bytes).digest('hex'),
      features: features
        .filter(({ splits }) => splits !== 0)
        .map(({ name: feature, coefficient, splits }) => ({
          name: feature,
          ...(coefficient === undefined ? {} : { coefficient }),
          ...(splits === undefined ? {} : { splits }),
        })),
    };
  }
}

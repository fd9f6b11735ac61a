/** What a node tells the coordinator's registry of a model when its job is done: digests and metrics, never weights. */
import { createHash } from 'node:crypto';
import type { AnyReport } from '@coscore/models/evaluate/report.ts';
import type { State } from '@coscore/node-core';
import { COSCORE_VERSION } from '@coscore/node-core/daemon/version.ts';
import { canonicalJson, type Manifest } from '@coscore/node-core/manifest/index.ts';
import type { Recipe } from '@coscore/node-core/recipe/index.ts';
import {
  digestOfJson,
  type ModelClaim,
  type ModelManifest,
  modelManifestSchema,
} from '@coscore/node-core/registry/index.ts';

/** Features in the model and shard digest of one party, the digest null for one without a column in it. */
export interface ModelPart {
  readonly features: number;
  readonly digest: string | null;
}

/** What claims and manifests need of the artefact table. */
type Artefacts = Pick<State['artefacts'], 'put' | 'latest'>;

export interface ModelFacts {
  readonly job: string;
  readonly project: string;
  readonly recipe: Recipe;
  readonly manifest: Manifest;
  readonly report: AnyReport;
  readonly shards: ReadonlyMap<string, ModelPart>;
  readonly now: Date;
}

/** @returns undefined for a job that makes no model. */
export function modelManifest(facts: ModelFacts): ModelManifest | undefined {
  const { job, project, recipe, manifest, report, shards, now } = facts;
  const { kind } = recipe.model;
  if (kind !== 'scorecard' && kind !== 'logistic' && kind !== 'gbdt') return undefined;
  const { train, test } = report.evaluation;
  return modelManifestSchema.parse({
    version: 1,
    id: job,
    project,
    name: recipe.name,
    kind,
    profile: report.profile,
    recipe: digestOfJson(recipe),
    ...(recipe.model.kind === 'gbdt' && recipe.model.warmStart !== undefined
      ? { warmStart: recipe.model.warmStart }
      : {}),
    createdAt: now.toISOString(),
    coscore: COSCORE_VERSION,
    metrics: {
      train: metricsOf(train.metrics),
      ...(test === undefined ? {} : { test: metricsOf(test.metrics) }),
    },
    parties: manifest.parties.map(({ id, role }) => ({
      id,
      role,
      features: shards.get(id)?.features ?? 0,
      shard: shards.get(id)?.digest ?? null,
    })),
  });
}

function metricsOf({
  auc,
  ks,
  gini,
  brier,
}: AnyReport['evaluation']['train']['metrics']): ModelManifest['metrics']['train'] {
  return { auc, ks, gini, brier };
}

const MANIFEST = { stage: 'register', name: 'model' } as const;

export async function keepManifest(
  artefacts: Pick<Artefacts, 'put'>,
  at: { readonly job: string; readonly attempt: number },
  manifest: ModelManifest,
): Promise<void> {
  await artefacts.put({ ...at, ...MANIFEST }, Buffer.from(canonicalJson(manifest)));
}

export async function loadManifest(
  artefacts: Pick<Artefacts, 'latest'>,
  job: string,
): Promise<ModelManifest | undefined> {
  const bytes = await artefacts.latest({ job, ...MANIFEST });
  return bytes === undefined ? undefined : modelManifestSchema.parse(JSON.parse(Buffer.from(bytes).toString()));
}

/** For the report that the job is finished. The label party adds the manifest. */
export async function modelClaim(artefacts: Pick<Artefacts, 'latest'>, job: string): Promise<ModelClaim> {
  const shard = await artefacts.latest({ job, stage: 'train', name: 'shard' });
  const manifest = await loadManifest(artefacts, job);
  return {
    shard: shard === undefined ? null : createHash('sha256').update(shard).digest('hex'),
    ...(manifest === undefined ? {} : { manifest }),
  };
}

/** The digests that the label party counts on, by party. */
export function shardDigests(manifest: ModelManifest): ReadonlyMap<string, string> {
  return new Map(manifest.parties.flatMap(({ id, shard }) => (shard === null ? [] : [[id, shard] as const])));
}

/**
 * The models that this coordinator's jobs made, as far as anybody may know them: who holds which part by digest, metrics,
 * recipe, lineage. The label party's manifest enters once every other party has named the same digest for its own part.
 */
import type { Logger } from 'pino';
import { NodeError, type State } from '@coscore/node-core';
import {
  modelClaimSchema,
  type ModelClaim,
  type ModelManifest,
  modelManifestSchema,
} from '@coscore/node-core/registry/index.ts';

export class Registry {
  readonly #state: State;
  readonly #log: Logger;
  /** What the parties of a job that is not over have claimed so far. */
  readonly #claims = new Map<string, Map<string, ModelClaim>>();

  constructor(state: State, log: Logger) {
    this.#state = state;
    this.#log = log;
  }

  /** @param text JSON of a claim, from outside. A claim that cannot be read counts as none. */
  claim(job: string, party: string, text: string): void {
    const checked = modelClaimSchema.safeParse(parsed(text));
    if (!checked.success) {
      this.#log.warn({ event: 'bad-model-claim', job, node: party }, 'a node said something unreadable of its model');
      return;
    }
    const claims = this.#claims.get(job) ?? new Map<string, ModelClaim>();
    this.#claims.set(job, claims.set(party, checked.data));
  }

  /** The job has ended. @returns the manifest when it made a model on which all parties agree. */
  async settle(job: string, project: string, succeeded: boolean): Promise<ModelManifest | undefined> {
    const claims = this.#claims.get(job);
    this.#claims.delete(job);
    if (claims === undefined || !succeeded) return undefined;
    const [author, manifest] = [...claims].flatMap(([party, claim]) =>
      claim.manifest === undefined ? [] : [[party, claim.manifest] as const],
    )[0] ?? [undefined, undefined];
    if (manifest === undefined) return undefined;
    const named = new Map(manifest.parties.map(({ id, shard }) => [id, shard]));
    // Both ways: who is named and says something else, or nothing, and who says something and is not named.
    const differs = [...named.keys(), ...claims.keys()].find((id) => claims.get(id)?.shard !== named.get(id));
    const label = manifest.parties.find(({ role }) => role === 'label')?.id;
    if (manifest.id !== job || manifest.project !== project || author !== label || differs !== undefined) {
      this.#log.warn({ event: 'model-disputed', job, node: differs ?? author }, 'the parties disagree on their model');
      return undefined;
    }
    await this.#state.models.put(job, manifest, manifest.createdAt);
    return manifest;
  }

  /** Oldest first. */
  async list(): Promise<readonly ModelManifest[]> {
    return (await this.#state.models.list()).map(({ document }) => modelManifestSchema.parse(document));
  }

  /** @throws NodeError `model-unknown`. */
  async show(id: string): Promise<ModelManifest> {
    const stored = await this.#state.models.get(id);
    if (stored !== undefined) return modelManifestSchema.parse(stored.document);
    throw new NodeError('model-unknown', `no model ${id} is registered here`, { params: { model: id } });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

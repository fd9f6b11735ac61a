/** Every project at this coordinator: proposed from what nodes published, signed by their owners, revoked by any of them. */
import type { Logger } from 'pino';
import { type AuditDetails, type AuditEvent, type Identity, NodeError, type State } from '@coscore/node-core';
import { isCoded } from '@coscore/node-core/errors/coded.ts';
import { dialAddressSchema } from '@coscore/node-core/identity/address.ts';
import { canonicalJson, datasetSchema, type ManifestDataset } from '@coscore/node-core/manifest/index.ts';
import type { wire } from '@coscore/proto';
import { type Attendance, orders } from './control.ts';
import { printable } from './failure.ts';
import {
  draftManifest,
  proposed,
  rejected,
  revoked,
  signed,
  type Enrolled,
  type Project,
  type ProjectRequest,
} from './projects.ts';

export interface ProjectBookOptions {
  readonly identity: Identity;
  readonly state: State;
  readonly attendance: Attendance;
  readonly log: Logger;
  readonly enrolled: (id: string) => Enrolled | undefined;
  readonly record: (event: AuditEvent, details: AuditDetails) => Promise<void>;
  readonly onChange: () => void;
  /** The state cannot be written: ends the process, as memory is ahead of it. */
  readonly broken: (error: unknown) => void;
  /** Nothing may run under it any more. */
  readonly onRevoked: (project: Project) => Promise<void>;
}

/** A dataset as its owner published it. */
export interface Offer extends ManifestDataset {
  readonly party: string;
}

export class ProjectBook {
  readonly #options: ProjectBookOptions;
  readonly #projects = new Map<string, Project>();
  /** Key `party\ndataset`. */
  readonly #datasets = new Map<string, { readonly party: string; readonly dataset: ManifestDataset }>();

  /** Where nodes said that their peers reach them. Only what all parties sign counts: nobody dials what stands here. */
  readonly #addresses = new Map<string, string>();

  constructor(options: ProjectBookOptions) {
    this.#options = options;
  }

  async load(): Promise<void> {
    for (const { digest, manifest, signatures, state, reason } of await this.#options.state.projects.list()) {
      const kept = { digest, manifest, signatures, state: state === 'approved' ? 'proposed' : state } as const;
      // `revoked` of projects.ts puts the name before the reason; names hold no colon.
      const by = state === 'revoked' && reason !== undefined ? { revokedBy: reason.split(':')[0] ?? '' } : {};
      this.#projects.set(digest, { ...kept, ...by, ...(reason === undefined ? {} : { reason }) });
    }
  }

  list(): readonly Project[] {
    return [...this.#projects.values()];
  }

  /** @throws NodeError `recipe-invalid`. */
  require(digest: string): Project {
    const project = this.#projects.get(digest);
    if (project !== undefined) return project;
    const message = `there is no project ${digest.slice(0, 64)} at this coordinator; --project takes the digest of a signed one`;
    throw new NodeError('recipe-invalid', message, { params: { field: '--project' } });
  }

  offers(): readonly Offer[] {
    return [...this.#datasets.values()].map(({ party, dataset }) => ({ ...dataset, party }));
  }

  published(party: string, { name, dataset }: Published): void {
    const key = `${party}\n${name}`;
    if (dataset === undefined) this.#datasets.delete(key);
    else this.#datasets.set(key, { party, dataset });
    this.#options.onChange();
  }

  /** @param address as the node says in its hello; empty, or no address, where it only dials out */
  reachedAt(node: string, address: string): void {
    const checked = dialAddressSchema.safeParse(address);
    if (checked.success) this.#addresses.set(node, checked.data);
    else this.#addresses.delete(node);
  }

  /** @returns undefined for a node that does not listen, or was not heard of since this process started. */
  addressOf(node: string): string | undefined {
    return this.#addresses.get(node);
  }

  async propose(request: ProjectRequest): Promise<string> {
    const { identity, enrolled, state, record, attendance, onChange } = this.#options;
    const project = proposed(
      draftManifest(
        request,
        { id: identity.id, fingerprint: identity.fingerprint },
        {
          enrolled,
          dataset: (party, name) => this.#datasets.get(`${party}\n${name}`)?.dataset,
          address: (id) => this.#addresses.get(id),
        },
      ),
    );
    if (this.#projects.has(project.digest)) return project.digest;
    await state.projects.propose(project.manifest, new Date().toISOString());
    this.#projects.set(project.digest, project);
    await record('proposed-manifest', { project: project.digest });
    onChange();
    for (const party of project.manifest.parties)
      attendance.send(party.id, orders.sign(canonicalJson(project.manifest)));
    return project.digest;
  }

  async signature(party: string, digest: string, signature: string): Promise<void> {
    const before = this.require(digest);
    try {
      const after = signed(before, party, signature);
      await this.#change(after);
      if (after.state !== 'active' || before.state === 'active') return;
      await this.#options.record('active-manifest', { project: digest });
      for (const { id } of participants(after)) this.#send(id, after);
    } catch (error) {
      if (!isCoded(error)) throw error;
      const { log } = this.#options;
      log.warn({ event: 'signature-refused', node: party, code: error.code }, 'a signature does not verify');
      await this.#change(rejected(before, party, error.message));
    }
  }

  /** A node in it says no: to a proposal, or, of a project that all had signed, to everything from now on. */
  async rejection(party: string, digest: string, reason: string): Promise<void> {
    const project = this.require(digest);
    if (!participants(project).some(({ id }) => id === party)) {
      const { log, record } = this.#options;
      log.warn({ event: 'rejection-refused', node: party, project: digest }, 'a node rejects a project it is not in');
      return record('refused', { peer: party, project: digest, code: 'party-not-allowed', what: 'rejection' });
    }
    const why = printable(reason.slice(0, 500));
    if (project.state === 'active') await this.revoke(digest, party, why);
    else await this.#change(rejected(project, party, why));
  }

  /** Every node that is in it is told; what runs under it is stopped. */
  async revoke(digest: string, by: string, reason: string): Promise<void> {
    const before = this.require(digest);
    const after = revoked(before, by, reason);
    if (after === before) return;
    await this.#change(after);
    await this.#options.record('revoked-manifest', { project: digest, by, reason });
    for (const { id } of participants(after)) this.#send(id, after);
    await this.#options.onRevoked(after);
  }

  /** A node has another key: what was signed with the old one, or names it, is void until it is proposed and signed anew. */
  async voidOf(node: string, reason: string): Promise<void> {
    for (const project of this.list()) {
      if (participants(project).some(({ id }) => id === node)) await this.revoke(project.digest, node, reason);
    }
  }

  /** Ends every project that names another key of a node than the one it has now. */
  async voidStale(): Promise<void> {
    for (const project of this.list()) {
      const stale = participants(project).find(({ id, fingerprint }) => {
        const node = this.#options.enrolled(id);
        return node !== undefined && node.fingerprint !== fingerprint;
      });
      if (stale !== undefined) await this.revoke(project.digest, stale.id, 'its key is another one now');
    }
  }

  /** What a node that connects may have missed. */
  resend(node: string): void {
    for (const project of this.list()) {
      if (!participants(project).some(({ id }) => id === node)) continue;
      const open = project.state === 'proposed' && project.signatures[node] === undefined;
      if (open && project.manifest.parties.some(({ id }) => id === node))
        this.#options.attendance.send(node, orders.sign(canonicalJson(project.manifest)));
      else this.#send(node, project);
    }
  }

  #send(node: string, project: Project): void {
    const { attendance } = this.#options;
    const { manifest, signatures, digest, state, reason } = project;
    if (state === 'active') attendance.send(node, orders.project({ manifest, signatures }));
    if (state === 'revoked') attendance.send(node, orders.revoke(digest, project.revokedBy ?? '', reason ?? ''));
  }

  async #change(project: Project): Promise<void> {
    const { state, onChange, broken } = this.#options;
    // At once: of two signatures that come together, the second must not be added to a project without the first.
    this.#projects.set(project.digest, project);
    try {
      await state.projects.addSignatures(project.digest, project.signatures);
      await state.projects.setState(project.digest, project.state, project.reason);
    } catch (error) {
      broken(error);
      throw error;
    }
    onChange();
  }
}

/** What a node says of one of its datasets; without `dataset`, that it offers it no more. */
export interface Published {
  readonly name: string;
  readonly dataset?: ManifestDataset;
}

/** @throws SyntaxError, ZodError for a report that is none. */
export function publishedDataset({ name, removed, schema }: wire.DatasetReport.$Properties): Published {
  if (removed) return { name: name ?? '' };
  return { name: name ?? '', dataset: datasetSchema.parse(JSON.parse(Buffer.from(schema ?? []).toString())) };
}

/** Its data parties and, where it is a node of its own, its helper. */
function participants({ manifest }: Project): readonly { readonly id: string; readonly fingerprint: string }[] {
  const { parties, helper, coordinator } = manifest;
  return helper === undefined || helper.id === coordinator.id ? parties : [...parties, helper];
}

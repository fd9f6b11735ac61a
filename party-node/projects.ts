/** Project manifests put before this node's owner: nothing is signed here without `approve`. */
import { type Identity, NodeError, type Project, type ProjectState, type State } from '@coscore/node-core';
import type { Recipe } from '@coscore/node-core/recipe/index.ts';
import {
  canonicalJson,
  describeManifest,
  type Manifest,
  manifestDigest,
  parseManifest,
  partyOf,
  signManifest,
  type SignedManifest,
  verifySignedManifest,
} from '@coscore/node-core/manifest/index.ts';
import type { AuditLog } from '@coscore/node-core/audit/index.ts';
import { notListening } from '@coscore/node-core/transport/index.ts';
import type { Datasets } from './datasets.ts';

export interface ProjectView {
  readonly digest: string;
  readonly state: ProjectState;
  readonly manifest: Manifest;
  /** The manifest in plain words, for the one who decides. */
  readonly words: { readonly en: readonly string[]; readonly zh: readonly string[] };
  readonly runsUsed: number;
  readonly reason?: string;
}

export interface ProjectReports {
  signature(digest: string, signature: string): void;
  rejection(digest: string, reason: string): void;
}

/** States of a project that a revocation by somebody else may end. */
const OPEN = ['proposed', 'approved', 'active'] as const satisfies readonly ProjectState[];

export class Projects {
  readonly #identity: Identity;
  readonly #state: State;
  readonly #audit: AuditLog;
  readonly #datasets: Datasets;
  readonly #reports: ProjectReports;
  readonly #address: string | undefined;

  /** @param address where peers reach this node directly, if its owner has opened a port for them */
  constructor(
    identity: Identity,
    state: State,
    audit: AuditLog,
    datasets: Datasets,
    reports: ProjectReports,
    address?: string,
  ) {
    this.#identity = identity;
    this.#address = address;
    this.#state = state;
    this.#audit = audit;
    this.#datasets = datasets;
    this.#reports = reports;
  }

  async list(): Promise<readonly ProjectView[]> {
    return (await this.#state.projects.list()).map((record) => ({
      digest: record.digest,
      state: record.state,
      manifest: record.manifest,
      words: {
        en: describeManifest(record.manifest, this.#identity.id, 'en'),
        zh: describeManifest(record.manifest, this.#identity.id, 'zh'),
      },
      runsUsed: record.runsUsed,
      ...(record.reason === undefined ? {} : { reason: record.reason }),
    }));
  }

  /** A manifest from the coordinator: kept for the owner to look at. One that is decided already is answered again. */
  async offered(text: string): Promise<void> {
    const manifest = parseManifest(jsonOf(text));
    const digest = manifestDigest(manifest);
    const known = await this.#state.projects.get(digest);
    if (known === undefined) {
      await this.#state.projects.propose(manifest, new Date().toISOString());
      await this.#audit.append('proposed-manifest', { project: digest }, new Date());
    } else if (known.state === 'approved') {
      this.#reports.signature(digest, signManifest(manifest, this.#identity));
    } else if (known.state === 'rejected' || known.state === 'revoked') {
      this.#reports.rejection(digest, known.reason ?? 'rejected by its owner');
    }
  }

  /**
   * The owner agrees: signs and says so.
   * @param newKeys names whose other key than before the owner accepts, having compared its words
   * @throws NodeError `manifest-tampered` when it names another key for this node, or columns this node did not publish;
   * `fingerprint-mismatch` when a party comes with another key than before and is not among `newKeys`; `project-revoked`;
   * `direct-unreachable` when it names another address for this node than its own.
   */
  async approve(digest: string, newKeys: readonly string[] = []): Promise<void> {
    const { manifest } = await this.#undecided(digest);
    await this.#checkOwnPart(manifest);
    await this.#pinPeers(manifest, newKeys);
    const signature = signManifest(manifest, this.#identity);
    // Signed before, or decided otherwise since this began.
    if ((await this.#state.projects.moveState(digest, ['proposed'], 'approved')) === undefined)
      await this.#undecided(digest);
    await this.#audit.append('signed-manifest', { project: digest }, new Date());
    this.#reports.signature(digest, signature);
  }

  /** One that the owner may sign, or has signed. @throws NodeError `manifest-unsigned` when rejected; `project-revoked`. */
  async #undecided(digest: string): Promise<Project> {
    const project = await this.#known(digest);
    if (project.state === 'revoked') throw revokedError(project);
    if (project.state !== 'rejected') return project;
    throw new NodeError(
      'manifest-unsigned',
      'this node rejected the project; what was rejected stays so, have a new one proposed',
      { params: { party: this.#identity.id } },
    );
  }

  async #checkOwnPart(manifest: Manifest): Promise<void> {
    const own = partyOf(manifest, this.#identity.id);
    if (own === undefined)
      throw new NodeError('party-not-allowed', `${this.#identity.id} is not a party of this project`, {
        params: { party: this.#identity.id },
      });
    if (own.address !== undefined && own.address !== this.#address) throw notListening(own.address, this.#address);
    const { published } = await this.#datasets.show(own.dataset.name);
    const offered = new Map(published.columns.map(({ name, type }) => [name, type]));
    const strange = own.dataset.columns.find(({ name, type }) => offered.get(name) !== type);
    if (
      strange !== undefined ||
      own.dataset.id !== published.id ||
      own.dataset.label !== published.label ||
      own.dataset.split !== published.split
    ) {
      throw new NodeError(
        'manifest-tampered',
        `the manifest describes dataset ${published.name} otherwise than this node published it`,
        {
          params: { project: manifestDigest(manifest) },
        },
      );
    }
  }

  /**
   * The keys that the owner accepted with this manifest are kept: under the same name, no other key is accepted later.
   * @throws NodeError `fingerprint-mismatch` when a name comes with another key than before, or the coordinator does.
   */
  async #pinPeers({ parties, coordinator }: Manifest, newKeys: readonly string[]): Promise<void> {
    const enrolled = await this.#state.enrolled.list();
    const known = enrolled.find(({ role }) => role === 'coordinator');
    if (known !== undefined && (known.id !== coordinator.id || known.fingerprint !== coordinator.fingerprint)) {
      throw new NodeError(
        'fingerprint-mismatch',
        'the manifest names another coordinator than the one this node pinned',
        {
          params: { party: coordinator.id },
        },
      );
    }
    for (const { id, fingerprint, certificatePem } of parties) {
      if (id === this.#identity.id) continue;
      const before = enrolled.find((peer) => peer.id === id);
      if (before === undefined || before.fingerprint === fingerprint)
        await this.#state.enrolled.put({ id, role: 'party', certificatePem });
      else if (newKeys.includes(id)) await this.#acceptNewKey(id, certificatePem, before.fingerprint);
      else throw otherKeyThanBefore(id);
    }
  }

  async #acceptNewKey(id: string, certificatePem: string, from: string): Promise<void> {
    const { fingerprint } = await this.#state.enrolled.replaceKey(id, certificatePem);
    await this.#audit.append('key-rotated', { peer: id, from, to: fingerprint }, new Date());
  }

  /**
   * Fine bins and the split are fixed once a project (protocols.md, "WoE and IV"): between two runs with other ones, the
   * differences of sums would be sums over the few rows that changed place. And this node's dataset must still be the signed one.
   * @throws NodeError `policy-not-allowed`; `manifest-tampered`.
   */
  async fixTerms(digest: string, { features, split, policy, parties }: Recipe): Promise<void> {
    await this.#checkOwnPart((await this.#known(digest)).manifest);
    const { bins, rare, minShare, woe } = features;
    const { minRowsPerBin } = policy;
    // A random split is drawn from the label party's columns, so those are fixed with it.
    const label = Object.values(parties).find(({ role }) => role === 'label');
    const drawnFrom = { columns: label?.columns ?? null, drop: label?.drop ?? [] };
    const terms = canonicalJson({ bins, rare, minShare, woe, minRowsPerBin, split, drawnFrom });
    if ((await this.#state.meta.putOnce(`terms/${digest}`, terms)) === terms) return;
    throw new NodeError(
      'policy-not-allowed',
      'bins and split are fixed by the first run of a project, and this job asks for others; have a new project proposed for them',
      { params: { knobs: 'features.bins, features.rare, features.minShare, split' } },
    );
  }

  /** Says no to a proposal. @throws NodeError `manifest-unsigned` for one that all have signed: that is revoked. */
  async reject(digest: string, reason: string): Promise<void> {
    const from = ['proposed', 'approved', 'rejected'] as const;
    if ((await this.#state.projects.moveState(digest, from, 'rejected', reason)) === undefined) {
      const { state } = await this.#known(digest);
      throw new NodeError(
        'manifest-unsigned',
        `the project is ${state}; what all have signed is withdrawn with \`project revoke\``,
        {
          params: { party: this.#identity.id },
        },
      );
    }
    await this.#audit.append('rejected-manifest', { project: digest }, new Date());
    this.#reports.rejection(digest, reason);
  }

  /**
   * The owner withdraws from a project: from now on this node runs nothing under it, and the others are told.
   * @throws NodeError `manifest-unsigned` for a project that this node never saw.
   */
  async revoke(digest: string, reason: string): Promise<void> {
    await this.#known(digest);
    await this.#end(digest, this.#identity.id, reason, [...OPEN, 'rejected']);
    this.#reports.rejection(digest, reason);
  }

  /** The coordinator says that another party withdrew. Believing it costs nothing: a node can only be kept from running. */
  async revokedElsewhere(digest: string, by: string, reason: string): Promise<void> {
    const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').slice(0, 600);
    const who = printable(by);
    await this.#end(digest, who, printable(reason).replace(`${who}: `, ''));
  }

  /** This node has another key than the one it signed with: what it signed is void until it is proposed and signed anew. */
  async voidAll(reason: string): Promise<void> {
    for (const { digest, manifest } of await this.#state.projects.list()) {
      const own = partyOf(manifest, this.#identity.id);
      if (own?.fingerprint === this.#identity.fingerprint) continue;
      await this.#end(digest, this.#identity.id, reason);
    }
  }

  /** Nothing when the project is in none of the states `from`: the first to withdraw is the one on record. */
  async #end(digest: string, by: string, reason: string, from: readonly ProjectState[] = OPEN): Promise<void> {
    const ended = await this.#state.projects.moveState(digest, from, 'revoked', `${by}: ${reason}`);
    if (ended === undefined) return;
    await this.#audit.append('revoked-manifest', { project: digest, by, reason }, new Date());
  }

  /** Everybody signed, says the coordinator: believed only with all signatures, over a manifest we signed ourselves. */
  async activated(text: string): Promise<void> {
    const { manifest, signatures } = verifySignedManifest(jsonOf(text) as SignedManifest);
    const { digest, state } = await this.#known(manifestDigest(manifest));
    if (state === 'approved') await this.#state.projects.addSignatures(digest, signatures);
    if ((await this.#state.projects.moveState(digest, ['approved'], 'active')) === undefined) {
      const { state: now, reason } = await this.#known(digest);
      // The coordinator was not connected when this node's owner withdrew, or the two met on the way.
      if (now === 'revoked') this.#reports.rejection(digest, reason ?? 'revoked by its owner');
      return;
    }
    await this.#audit.append('active-manifest', { project: digest }, new Date());
  }

  /** The signed manifest of an active project and how many runs of it this node has made. */
  async active(digest: string): Promise<{ readonly signed: SignedManifest; readonly runsUsed: number }> {
    const project = await this.#known(digest);
    if (project.state === 'revoked') throw revokedError(project);
    if (project.state !== 'active') {
      throw new NodeError(
        'manifest-unsigned',
        `project ${digest.slice(0, 12)} is ${project.state} here, not signed by every party`,
        { params: { party: this.#identity.id } },
      );
    }
    return { signed: { manifest: project.manifest, signatures: project.signatures }, runsUsed: project.runsUsed };
  }

  #known(digest: string): Promise<Project> {
    return this.#state.projects.require(digest);
  }
}

function revokedError({ digest, manifest, reason }: Project): NodeError {
  return new NodeError('project-revoked', `project ${manifest.project} was revoked by ${reason ?? 'a party'}`, {
    params: { project: digest },
  });
}

function otherKeyThanBefore(id: string): NodeError {
  return new NodeError(
    'fingerprint-mismatch',
    `${id} comes with another key than in earlier projects; telephone its owner, compare the words, then approve with --new-key ${id}`,
    { params: { party: id } },
  );
}

/** @throws NodeError `manifest-invalid`: what the coordinator sends is text from outside. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new NodeError('manifest-invalid', 'the manifest is not JSON', { cause, params: { field: '', problems: 1 } });
  }
}

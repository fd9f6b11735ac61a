/**
 * A whole project on one machine: a coordinator and every party of a recipe as separate processes on loopback, with
 * throw-away identities that sign what the recipe asks. What `coscore lab`, the demo, end-to-end tests and benches use.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import { labelPartyOf, resolveDataPath, type Recipe } from '@coscore/node-core/recipe/index.ts';
import { CoordinatorClient, PartyClient } from '../daemon-client.ts';
import {
  isOver,
  reportFiles,
  type DatasetProfile,
  type JobView,
  type PartyProjectView,
  type ProjectRequest,
  type ReportFile,
} from '../daemon-views.ts';
import { RemoteError } from '../remote-error.ts';
import type { DaemonProcess } from './daemon-process.ts';
import { dropLabDatabases } from './lab-database.ts';
import {
  COORDINATOR,
  refuseLongSockets,
  startNode,
  startProcess,
  type AnyClient,
  type AnyNode,
  type LabNode,
  type NodeStart,
} from './lab-node.ts';
import { naming, succeeded } from './outcome.ts';
import { datasetName, differences, projectRequestOf, type LabFacts } from './expectation.ts';

export { COORDINATOR, succeeded, type LabNode };

export interface LabOptions {
  readonly recipe: Recipe;
  /** Where the recipe was read from: its data paths are relative to it. */
  readonly recipePath: string;
  /** Folder that data paths are relative to instead. */
  readonly dataDir?: string;
  /** Folder for all state; a fresh one under the system's temporary folder when absent. */
  readonly home?: string;
  readonly signal?: AbortSignal;
  readonly onStep?: (step: LabStep) => void;
  /** What a node dials instead of the coordinator's own address: a bench puts a slow line between. */
  readonly dial?: (node: string, address: string) => Promise<string>;
  /** Parties listen and name each other's addresses, so that nothing between them passes the coordinator. */
  readonly direct?: boolean;
}

/** What a lab is doing, for whoever watches. */
export type LabStep =
  | { readonly step: 'starting'; readonly home: string; readonly nodes: number }
  | { readonly step: 'started'; readonly id: string; readonly pid: number; readonly seconds: number }
  | { readonly step: 'data'; readonly party: string; readonly rows: number; readonly columns: number }
  | { readonly step: 'signed'; readonly party: string; readonly words: PartyProjectView['words'] };

export interface Grant {
  readonly purpose?: string;
  readonly expires?: Date;
  readonly runs?: number;
}

const DAY_MS = 24 * 3600 * 1000;
const SIGNING_TIMEOUT_MS = 60_000;
const PUBLISH_TIMEOUT_MS = 5000;
const CRASH_GRACE_MS = 1000;
const CANCEL_TIMEOUT_MS = 20_000;
const POLL_MS = 50;

/** The column that the recipe divides train from test by, if by one. */
const splitOf = ({ split }: Recipe): { split?: string } => ('column' in split ? { split: split.column } : {});

export class Lab {
  readonly home: string;
  readonly recipe: Recipe;
  readonly coordinator: LabNode<CoordinatorClient>;
  readonly parties: ReadonlyMap<string, LabNode<PartyClient>>;
  /** A helper that is not the coordinator, where the recipe names one. */
  readonly helper: LabNode<PartyClient> | undefined;
  readonly #options: LabOptions;
  #profiles: Readonly<Record<string, DatasetProfile>> = {};
  #stopping = false;
  /** Processes that were ended on purpose. */
  readonly #expected = new WeakSet<DaemonProcess>();

  private constructor(
    home: string,
    options: LabOptions,
    coordinator: LabNode<CoordinatorClient>,
    parties: ReadonlyMap<string, LabNode<PartyClient>>,
    helper: LabNode<PartyClient> | undefined,
  ) {
    this.home = home;
    this.recipe = options.recipe;
    this.#options = options;
    this.coordinator = coordinator;
    this.parties = parties;
    this.helper = helper;
  }

  /**
   * Starts every process, enrols each party at the coordinator and pins the coordinator at each party.
   * @throws NodeError `daemon-not-running` with the log of a node that did not start; `job-cancelled`
   */
  static async start(options: LabOptions): Promise<Lab> {
    const home = options.home ?? (await mkdtemp(join(tmpdir(), 'coscore-')));
    const ids = Object.keys(options.recipe.parties);
    const helperId = options.recipe.helper === COORDINATOR ? undefined : options.recipe.helper;
    const all = [COORDINATOR, ...ids, ...(helperId === undefined ? [] : [helperId])];
    refuseLongSockets(home, all);
    options.onStep?.({ step: 'starting', home, nodes: all.length });
    const started: AnyNode[] = [];
    const launch = async <C extends AnyClient>(
      at: NodeStart,
      connect: (nodeHome: string) => C,
    ): Promise<LabNode<C>> => {
      const before = performance.now();
      const node = await startNode(at, connect);
      started.push(node);
      const seconds = (performance.now() - before) / 1000;
      options.onStep?.({ step: 'started', id: node.id, pid: node.process.pid, seconds });
      return node;
    };
    const start = (id: string, kind: NodeStart['kind']): NodeStart => ({
      id,
      kind,
      home: join(home, id),
      listen: kind === 'coordinator' || options.direct === true ? '127.0.0.1:0' : undefined,
      signal: options.signal,
    });
    // allSettled: when one fails, the others must be known before they can be stopped.
    const party = (nodeHome: string): PartyClient => new PartyClient(nodeHome);
    const [coordinator, helper, ...parties] = await Promise.allSettled([
      launch(start(COORDINATOR, 'coordinator'), (nodeHome) => new CoordinatorClient(nodeHome)),
      helperId === undefined ? undefined : launch(start(helperId, 'helper'), party),
      ...ids.map((id) => launch(start(id, 'party'), party)),
    ] as const);
    try {
      const lab = new Lab(
        home,
        options,
        valueOf(coordinator),
        new Map(parties.map((node) => [valueOf(node).id, valueOf(node)])),
        valueOf(helper),
      );
      await lab.#introduce();
      return lab;
    } catch (error) {
      await Promise.all(started.map((node) => node.process.stop()));
      throw error;
    }
  }

  async #introduce(): Promise<void> {
    const { id, ready } = this.coordinator;
    const address = ready.address;
    if (address === undefined)
      throw new NodeError('daemon-not-running', 'the coordinator did not say where it listens');
    await Promise.all(
      this.#nodes().map(async (node) => {
        const role = node === this.helper ? 'helper' : 'party';
        await this.coordinator.client.enrol({ id: node.id, certificatePem: node.ready.certificatePem, role });
        const dialled = (await this.#options.dial?.(node.id, address)) ?? address;
        await node.client.pinCoordinator({ id, address: dialled, certificatePem: ready.certificatePem });
      }),
    );
    await this.allConnected();
  }

  /** Every node but the coordinator. */
  #nodes(): readonly LabNode<PartyClient>[] {
    return [...this.parties.values(), ...(this.helper === undefined ? [] : [this.helper])];
  }

  /** Waits until the coordinator says that every node attends. @throws NodeError `peer-timeout` */
  async allConnected(): Promise<void> {
    await this.#until('every node is connected', SIGNING_TIMEOUT_MS, async () => {
      const { parties } = await this.coordinator.client.status();
      return parties.filter((node) => node.connected).length === this.#nodes().length ? true : undefined;
    });
  }

  /** @throws Error for a name that no node of this lab has */
  node(id: string): AnyNode {
    const found = [this.coordinator, ...this.#nodes()].find((node) => node.id === id);
    if (found === undefined) throw new Error(`this lab has no node ${id}`);
    return found;
  }

  /** Ends a node's process at once, as a power cut would. Its state stays; `restart` brings it back. */
  async kill(id: string): Promise<void> {
    const node = this.node(id);
    this.#expected.add(node.process);
    await node.process.kill();
  }

  /** Starts a node that has ended on its old state, the coordinator at its old address. */
  async restart(id: string): Promise<void> {
    const node = this.node(id);
    const kind = node === this.coordinator ? 'coordinator' : node === this.helper ? 'helper' : 'party';
    const listen = node === this.coordinator ? node.ready.address : node.ready.direct;
    const { process } = await startProcess({ id, kind, home: node.home, listen, signal: this.#options.signal });
    (node as { process: DaemonProcess }).process = process;
  }

  /** Gives each party its own table. @returns what each owner sees of it. @throws RemoteError with the data error's code */
  async addData(): Promise<Readonly<Record<string, DatasetProfile>>> {
    const entries = await Promise.all(
      [...this.parties.values()].map(async ({ id, client }) => {
        const party = this.recipe.parties[id]!;
        const profile = await naming(id, () =>
          client.addDataset({
            name: datasetName(this.recipe),
            path: resolveDataPath(party.data, this.#options.recipePath, this.#options.dataDir),
            id: party.id,
            ...(party.role === 'label' ? { label: party.label, ...splitOf(this.recipe) } : {}),
            drop: party.drop,
            types: party.types,
            ...(party.columns === undefined ? {} : { columns: party.columns }),
            role: party.role,
          }),
        );
        this.#options.onStep?.({ step: 'data', party: id, rows: profile.rows, columns: profile.columns.length });
        return [id, profile] as const;
      }),
    );
    this.#profiles = Object.fromEntries(entries);
    return this.#profiles;
  }

  /**
   * Has the coordinator propose the recipe's project, and each party sign it once it has compared it with the recipe.
   * @returns the manifest's digest
   * @throws NodeError `manifest-invalid` when a party was sent something else than the recipe asks
   */
  async propose(grant: Grant = {}): Promise<string> {
    const asked = projectRequestOf(this.recipe, {
      purpose: grant.purpose ?? `Lab: ${this.recipe.name}, all parties on one machine`,
      expires: grant.expires ?? new Date(Date.now() + DAY_MS),
      runs: grant.runs ?? 1,
      direct: this.#options.direct === true,
    });
    const digest = await this.#proposeWhenPublished(asked);
    const facts: LabFacts = {
      coordinator: { id: this.coordinator.id, fingerprint: this.coordinator.ready.fingerprint },
      helper: {
        id: (this.helper ?? this.coordinator).id,
        fingerprint: (this.helper ?? this.coordinator).ready.fingerprint,
        ...(this.helper?.ready.direct === undefined ? {} : { address: this.helper.ready.direct }),
      },
      fingerprints: Object.fromEntries([...this.parties.values()].map(({ id, ready }) => [id, ready.fingerprint])),
      addresses: Object.fromEntries(this.#nodes().map(({ id, ready }) => [id, ready.direct])),
      profiles: this.#profiles,
    };
    await Promise.all(
      [...this.parties.values()].map(async ({ id, client }) => {
        const project = await this.#until(`${id} has the proposal`, SIGNING_TIMEOUT_MS, async () =>
          (await client.projects()).find((candidate) => candidate.digest === digest),
        );
        const wrong = differences(project.manifest, asked, this.recipe, facts);
        if (wrong.length > 0) {
          await client.reject(digest, 'the manifest is not what the recipe asks');
          throw new NodeError('manifest-invalid', `${id} refused to sign: ${wrong.join('; ')}`, {
            params: { party: id },
          });
        }
        await client.approve(digest);
        this.#options.onStep?.({ step: 'signed', party: id, words: project.words });
      }),
    );
    await this.#until('every party has signed', SIGNING_TIMEOUT_MS, async () => {
      const project = await this.coordinator.client.project(digest);
      if (project.state === 'rejected') {
        throw new NodeError('manifest-unsigned', `the project was rejected: ${project.reason ?? 'no reason given'}`);
      }
      return project.state === 'active' ? true : undefined;
    });
    return digest;
  }

  /** A party tells the coordinator about a new table over its own connection: that arrives a moment after its answer to us. */
  async #proposeWhenPublished(asked: ProjectRequest): Promise<string> {
    const deadline = Date.now() + PUBLISH_TIMEOUT_MS;
    for (;;) {
      try {
        return await this.coordinator.client.propose(asked);
      } catch (error) {
        const early = error instanceof RemoteError && error.code === 'party-not-allowed';
        if (!early || Date.now() > deadline) throw error;
        await sleep(POLL_MS);
      }
    }
  }

  /**
   * Runs the recipe (or another one, for tests of what nodes refuse) under a signed project.
   * @returns the job when it succeeded
   * @throws RemoteError with the failing party's code; NodeError `job-cancelled`, `daemon-not-running`
   */
  async run(
    project: string,
    options: { readonly recipe?: unknown; readonly onView?: (job: JobView) => void } = {},
  ): Promise<JobView> {
    const job = await this.coordinator.client.startJob(project, options.recipe ?? this.recipe);
    const crash = this.#anyExit();
    // A coordinator that dies closes its socket first: the reason of that is its end, which we learn a moment later.
    const watch = this.#watch(job, options.onView).catch(async (error: unknown) => {
      await Promise.race([crash, sleep(CRASH_GRACE_MS)]);
      throw error;
    });
    const final = await Promise.race([watch, crash]);
    return succeeded(final);
  }

  async #watch(id: string, onView: ((job: JobView) => void) | undefined): Promise<JobView> {
    const { signal } = this.#options;
    const { client } = this.coordinator;
    const giveUp = new AbortController();
    const cancel = (): void => {
      setTimeout(() => giveUp.abort(), CANCEL_TIMEOUT_MS).unref();
      client.cancelJob(id).catch(() => giveUp.abort());
    };
    if (signal?.aborted === true) cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      let last: JobView | undefined;
      for await (const job of client.watchJob(id, giveUp.signal)) {
        last = job;
        onView?.(job);
        if (isOver(job)) return job;
      }
      throw new NodeError('job-cancelled', `job ${last?.id ?? id} did not end in time after it was cancelled`);
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  /** Rejects when a process ends that should not have: a lab has nobody who would start it again. */
  async #anyExit(): Promise<never> {
    const { process, how } = await Promise.race(
      [this.coordinator, ...this.#nodes()].map(async ({ process: running }) => {
        const ended = await running.exited;
        // After stop() nobody listens any more, and an error would be a false alarm.
        if (this.#stopping || this.#expected.has(running)) await new Promise<never>(() => undefined);
        return { process: running, how: ended };
      }),
    );
    throw await process.failure(`ended during the job (${how})`, 'party-away');
  }

  get labelParty(): LabNode<PartyClient> {
    return this.parties.get(labelPartyOf(this.recipe))!;
  }

  /** Saves the label party's reports of a job into a folder. @returns the path of each */
  async saveReports(
    job: string,
    folder: string,
  ): Promise<{ readonly 'report.json': string } & Partial<Record<ReportFile, string>>> {
    await mkdir(folder, { recursive: true });
    const entries = await Promise.all(
      // A job that only aligns has nothing to draw.
      (this.recipe.model.kind === 'align' ? (['report.json'] as const) : reportFiles).map(async (name) => {
        const path = join(folder, name);
        await this.labelParty.client.saveReport(job, name, path);
        return [name, path] as const;
      }),
    );
    return Object.fromEntries(entries) as { 'report.json': string };
  }

  /** Stops every process, parties first, so that none of them reports a lost coordinator. The state stays. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all(this.#nodes().map((node) => this.#stopNode(node)));
    await this.#stopNode(this.coordinator);
  }

  async #stopNode(node: AnyNode): Promise<void> {
    await node.process.stop();
    await node.client.close();
  }

  /** Removes all state: identities, datasets' copies, logs. Only after `stop`. */
  async removeState(): Promise<void> {
    await dropLabDatabases([this.coordinator, ...this.#nodes()].map(({ home }) => home));
    await rm(this.home, { recursive: true, force: true });
  }

  async #until<T>(what: string, timeoutMs: number, probe: () => Promise<T | undefined>): Promise<T> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const value = await probe();
      if (value !== undefined) return value;
      if (this.#options.signal?.aborted === true) throw new NodeError('job-cancelled', `cancelled before ${what}`);
      if (Date.now() > deadline) throw new NodeError('peer-timeout', `waited ${timeoutMs / 1000} s until ${what}`);
      await sleep(POLL_MS);
    }
  }
}

function valueOf<T>(result: PromiseSettledResult<T>): T {
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}

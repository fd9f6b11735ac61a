/**
 * A whole project on one machine: a coordinator and every party of a recipe as separate processes on loopback, with
 * throw-away identities that sign what the recipe asks. What `coscore lab`, the demo, end-to-end tests and benches use.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import { labelPartyOf, resolveDataPath, type Recipe } from '@coscore/node-core/recipe/index.ts';
import { CoordinatorClient, PartyClient, SOCKET_NAME } from '../daemon-client.ts';
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
import { DaemonProcess, type Ready } from './daemon-process.ts';
import { datasetName, differences, projectRequestOf, type LabFacts } from './expectation.ts';

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
}

/** What a lab is doing, for whoever watches. */
export type LabStep =
  | { readonly step: 'starting'; readonly home: string; readonly nodes: number }
  | { readonly step: 'started'; readonly id: string; readonly pid: number; readonly seconds: number }
  | { readonly step: 'data'; readonly party: string; readonly rows: number; readonly columns: number }
  | { readonly step: 'signed'; readonly party: string; readonly words: PartyProjectView['words'] };

export interface LabNode<Client> {
  readonly id: string;
  readonly home: string;
  readonly ready: Ready;
  readonly process: DaemonProcess;
  readonly client: Client;
}

export interface Grant {
  readonly purpose?: string;
  readonly expires?: Date;
  readonly runs?: number;
}

export const COORDINATOR = 'coordinator';
/** Unix socket paths are limited to 107 bytes on Linux and 103 on macOS. */
const SOCKET_PATH_LIMIT = 100;
const DAY_MS = 24 * 3600 * 1000;
const SIGNING_TIMEOUT_MS = 60_000;
const PUBLISH_TIMEOUT_MS = 5000;
const CRASH_GRACE_MS = 1000;
const CANCEL_TIMEOUT_MS = 20_000;
const POLL_MS = 50;

/** The column that the recipe divides train from test by, if by one. */
const splitOf = ({ split }: Recipe): { split?: string } => ('column' in split ? { split: split.column } : {});

const main = (folder: string): string => fileURLToPath(new URL(`../../${folder}/main.ts`, import.meta.url));

export class Lab {
  readonly home: string;
  readonly recipe: Recipe;
  readonly coordinator: LabNode<CoordinatorClient>;
  readonly parties: ReadonlyMap<string, LabNode<PartyClient>>;
  readonly #options: LabOptions;
  #profiles: Readonly<Record<string, DatasetProfile>> = {};
  #stopping = false;

  private constructor(
    home: string,
    options: LabOptions,
    coordinator: LabNode<CoordinatorClient>,
    parties: ReadonlyMap<string, LabNode<PartyClient>>,
  ) {
    this.home = home;
    this.recipe = options.recipe;
    this.#options = options;
    this.coordinator = coordinator;
    this.parties = parties;
  }

  /**
   * Starts every process, enrols each party at the coordinator and pins the coordinator at each party.
   * @throws NodeError `daemon-not-running` with the log of a node that did not start; `job-cancelled`
   */
  static async start(options: LabOptions): Promise<Lab> {
    const home = options.home ?? (await mkdtemp(join(tmpdir(), 'coscore-')));
    const ids = Object.keys(options.recipe.parties);
    refuseLongSockets(home, [COORDINATOR, ...ids]);
    options.onStep?.({ step: 'starting', home, nodes: ids.length + 1 });
    const started: LabNode<CoordinatorClient | PartyClient>[] = [];
    const launch = async <C extends CoordinatorClient | PartyClient>(
      id: string,
      folder: string,
      args: readonly string[],
      connect: (nodeHome: string) => C,
    ): Promise<LabNode<C>> => {
      const before = performance.now();
      const nodeHome = join(home, id);
      await mkdir(nodeHome, { recursive: true, mode: 0o700 });
      const { process, ready } = await DaemonProcess.start({
        id,
        main: main(folder),
        home: nodeHome,
        args,
        ...(options.signal === undefined ? {} : { signal: options.signal }),
      });
      const node = { id, home: nodeHome, ready, process, client: connect(nodeHome) };
      started.push(node);
      options.onStep?.({ step: 'started', id, pid: process.pid, seconds: (performance.now() - before) / 1000 });
      return node;
    };
    // allSettled: when one fails, the others must be known before they can be stopped.
    const [coordinator, ...parties] = await Promise.allSettled([
      launch(COORDINATOR, 'coordinator', ['--listen', '127.0.0.1:0'], (nodeHome) => new CoordinatorClient(nodeHome)),
      ...ids.map((id) => launch(id, 'party-node', [], (nodeHome) => new PartyClient(nodeHome))),
    ] as const);
    try {
      const lab = new Lab(
        home,
        options,
        valueOf(coordinator),
        new Map(parties.map((party) => [valueOf(party).id, valueOf(party)])),
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
      [...this.parties.values()].map(async (party) => {
        await this.coordinator.client.enrol({ id: party.id, certificatePem: party.ready.certificatePem });
        await party.client.pinCoordinator({ id, address, certificatePem: ready.certificatePem });
      }),
    );
    await this.#until('every party is connected', SIGNING_TIMEOUT_MS, async () => {
      const { parties } = await this.coordinator.client.status();
      return parties.filter((party) => party.connected).length === this.parties.size ? true : undefined;
    });
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
    });
    const digest = await this.#proposeWhenPublished(asked);
    const facts: LabFacts = {
      coordinator: { id: this.coordinator.id, fingerprint: this.coordinator.ready.fingerprint },
      fingerprints: Object.fromEntries([...this.parties.values()].map(({ id, ready }) => [id, ready.fingerprint])),
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

  /** Rejects when a process ends that should not have. */
  async #anyExit(): Promise<never> {
    const nodes = [this.coordinator, ...this.parties.values()];
    const { process, how } = await Promise.race(
      nodes.map(async (node) => ({ process: node.process, how: await node.process.exited })),
    );
    // After stop() nobody listens any more, and an error would be a false alarm.
    if (this.#stopping) return new Promise<never>(() => undefined);
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
    await Promise.all([...this.parties.values()].map((party) => this.#stopNode(party)));
    await this.#stopNode(this.coordinator);
  }

  async #stopNode(node: LabNode<CoordinatorClient | PartyClient>): Promise<void> {
    await node.process.stop();
    await node.client.close();
  }

  /** Removes all state: identities, datasets' copies, logs. Only after `stop`. */
  async removeState(): Promise<void> {
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

/** @throws RemoteError with the code of the party that failed; NodeError `job-cancelled` */
export function succeeded(job: JobView): JobView {
  if (job.state === 'succeeded') return job;
  if (job.state === 'cancelled')
    throw new NodeError('job-cancelled', `job ${job.id} was cancelled`, { params: { job: job.id } });
  const { code, message, party, params } = job.error ?? { code: 'job-failed', message: 'no reason was given' };
  throw new RemoteError(code, `${party === undefined ? '' : `${party}: `}${message}`, { ...params, job: job.id });
}

/** Adds the party's name to a daemon's refusal: in a lab all of them speak to one person. */
async function naming<T>(party: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    throw new RemoteError(error.code, `${party}: ${error.message}`, { ...error.params, party });
  }
}

function valueOf<T>(result: PromiseSettledResult<T>): T {
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}

function refuseLongSockets(home: string, ids: readonly string[]): void {
  const longest = Math.max(...ids.map((id) => Buffer.byteLength(join(home, id, SOCKET_NAME))));
  if (longest <= SOCKET_PATH_LIMIT) return;
  throw new NodeError(
    'state-unwritable',
    `a node's socket path under ${home} would have ${longest} bytes, and at most ${SOCKET_PATH_LIMIT} work; set TMPDIR to a shorter folder`,
    { params: { home } },
  );
}

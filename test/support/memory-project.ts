/**
 * A project of several institutions in one process: every party's `runJob` and the helper over the in-memory network, on
 * real tables and real state (the embedded database, a schema a party), with attempts that can be broken off anywhere.
 *
 *     const project = await MemoryProject.open(recipe, dataDir);
 *     const broken = await project.attempt('job', 1, { onEvent: (event) => { if (...) throw new Error('kill'); } });
 *     const whole = await project.attempt('job', 2);        // what the coordinator starts after a crash
 *     const report = await project.report('job');           // the label party's report.json
 *     const shard = await project.shard('job', 'tax');
 *     await project.close();
 *
 * An attempt ends for all when one of them is gone: their session is cancelled, as the coordinator does it. Each attempt has
 * its own network, session id (`job/attempt`) and dealt material; the state is what survives. `project.state(party)` is that
 * party's whole state, `project.material` every claim of one-time material of every process so far, in order.
 */
import { mkdtemp, mkdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import type { Report } from '@coscore/models/evaluate/report.ts';
import { createIdentity, type Identity } from '@coscore/node-core/identity/index.ts';
import { defaultPolicy, manifestDigest, manifestSchema, type Manifest } from '@coscore/node-core/manifest/index.ts';
import { recipeSchema, type Recipe } from '@coscore/node-core/recipe/index.ts';
import { ledgerFor, openState, State } from '@coscore/node-core/state/index.ts';
import { Datasets } from '@coscore/party-node/datasets.ts';
import { MaterialPool } from '@coscore/party-node/pool/material-pool.ts';
import { ServeQuota } from '@coscore/party-node/serve/quota.ts';
import { runJob } from '@coscore/party-node/stages/run-job.ts';
import { TrafficAudit } from '@coscore/party-node/traffic-audit.ts';
import { ProtocolError, type MaterialLedger, type PartyId, type SessionId } from '@coscore/protocols';
import { serveHelper } from '@coscore/protocols/helper/index.ts';
import { memoryNetwork, type MemoryNetworkOptions, type TranscriptEntry } from '@coscore/protocols/memory-network.ts';
import type { z } from 'zod';
import { MemoryProcess, memorySession, type JobEvent } from './memory-session.ts';

export const HELPER_ID = 'coordinator';

export interface AttemptOptions {
  /** Told of everything that happens in every process; to throw in it kills the process that the event names. */
  readonly onEvent?: (event: JobEvent) => void | Promise<void>;
  readonly tamper?: MemoryNetworkOptions['tamper'];
  /** Ends the attempt for all, as the nodes' idle limit does. */
  readonly signal?: AbortSignal;
  /** Another recipe than the project's own: what parties must refuse, or another policy. */
  readonly recipe?: Recipe;
}

export interface AttemptOutcome {
  readonly succeeded: boolean;
  /** What each participant (the helper too) failed with; absent for those that came to their end. */
  readonly errors: Readonly<Record<string, unknown>>;
  /** The first of them in time. */
  readonly failure?: unknown;
  readonly transcript: readonly TranscriptEntry[];
}

export interface MaterialClaim {
  readonly session: string;
  readonly by: string;
  readonly peer: string;
  readonly protocol: string;
  readonly upTo: number;
}

interface Member {
  readonly identity: Identity;
  readonly state: State;
  /** What the node's process has, until it is started again. */
  pool: MaterialPool;
  readonly datasets: Datasets;
}

export class MemoryProject {
  readonly recipe: Recipe;
  readonly manifest: Manifest;
  readonly dir: string;
  readonly material: MaterialClaim[] = [];
  readonly #whole: State;
  readonly #members: ReadonlyMap<string, Member>;

  private constructor(
    recipe: Recipe,
    manifest: Manifest,
    dir: string,
    whole: State,
    members: ReadonlyMap<string, Member>,
  ) {
    this.recipe = recipe;
    this.manifest = manifest;
    this.dir = dir;
    this.#whole = whole;
    this.#members = members;
  }

  /** @param dataDir where the recipe's data paths start. */
  static async open(input: z.input<typeof recipeSchema>, dataDir: string): Promise<MemoryProject> {
    const recipe = recipeSchema.parse(input);
    const dir = await mkdtemp(join(tmpdir(), 'cs-memory-'));
    const whole = await openState(join(dir, 'state'), { engine: 'pglite' });
    const members = new Map<string, Member>();
    for (const [id, party] of Object.entries(recipe.parties)) {
      const state = await schemaOf(whole, join(dir, id), id);
      const datasets = new Datasets(state, state.audit, () => undefined);
      await datasets.add({
        name: recipe.name,
        path: join(dataDir, party.data),
        id: party.id,
        ...(party.role === 'label' ? { label: party.label } : {}),
        ...(party.role === 'label' && 'column' in recipe.split ? { split: recipe.split.column } : {}),
        ...(party.columns === undefined ? {} : { columns: party.columns }),
        drop: party.drop,
        types: party.types,
        role: party.role,
      });
      members.set(id, { identity: await createIdentity(id), state, datasets, pool: poolOf(state) });
    }
    const manifest = await manifestFor(recipe, members);
    for (const { state } of members.values()) {
      const { digest } = await state.projects.propose(manifest, new Date().toISOString());
      await state.projects.setState(digest, 'active');
    }
    return new MemoryProject(recipe, manifest, dir, whole, members);
  }

  state(party: string): State {
    return this.#member(party).state;
  }

  /** Material dealt ahead that lies at a party. */
  pool(party: string): MaterialPool {
    return this.#member(party).pool;
  }

  /** What a party's node does with its pool when it starts again. */
  async restart(party: string): Promise<void> {
    const member = this.#member(party);
    member.pool = poolOf(member.state);
    await member.pool.sweep();
  }

  #member(party: string): Member {
    const member = this.#members.get(party);
    if (member === undefined) throw new Error(`the project has no party ${party}`);
    return member;
  }

  /** Runs every party and the helper to their end, whatever it is. */
  async attempt(job: string, attempt: number, options: AttemptOptions = {}): Promise<AttemptOutcome> {
    const id = `${job}/${attempt}`;
    const network = memoryNetwork(id, options.tamper === undefined ? {} : { tamper: options.tamper });
    const recipe = options.recipe ?? this.recipe;
    options.signal?.addEventListener('abort', () => network.abort(), { once: true });
    const errors: Record<string, unknown> = {};
    const processes: MemoryProcess[] = [];
    let failure: unknown;
    const start = async (party: string, work: (process: MemoryProcess) => Promise<void>): Promise<void> => {
      const process = new MemoryProcess(party, options.onEvent ?? (() => undefined), (cause) => {
        failure ??= cause;
        network.abort();
      });
      processes.push(process);
      try {
        await work(process);
      } catch (cause) {
        errors[party] = cause;
        failure ??= cause;
        network.abort();
      }
    };
    const parties = Object.keys(recipe.parties);
    await Promise.all([
      ...parties.map((party) => start(party, (process) => this.#runParty(job, attempt, recipe, network, process))),
      ...(this.manifest.profile === 'aided'
        ? [start(HELPER_ID, (process) => this.#help(id, recipe, network, process))]
        : []),
    ]);
    // What a process left behind must not go on acting while the next attempt runs.
    for (const process of processes) process.retire(new ProtocolError('cancelled', 'the attempt is over'));
    return {
      succeeded: Object.keys(errors).length === 0,
      errors,
      ...(failure === undefined ? {} : { failure }),
      transcript: network.transcript,
    };
  }

  #ledger(session: string, by: string, state: State): MaterialLedger {
    const real = ledgerFor(state, session as SessionId);
    return {
      claim: async (peer, protocol, upTo) => {
        await real.claim(peer, protocol, upTo);
        this.material.push({ session, by, peer, protocol, upTo });
      },
    };
  }

  async #runParty(
    job: string,
    attempt: number,
    recipe: Recipe,
    network: ReturnType<typeof memoryNetwork>,
    process: MemoryProcess,
  ): Promise<void> {
    const { identity, state, datasets, pool } = this.#member(process.party);
    const session = memorySession(network, process, this.#ledger(`${job}/${attempt}`, process.party, state));
    await runJob({
      job,
      attempt,
      recipe,
      manifest: this.manifest,
      identity,
      session,
      datasets,
      audit: state.audit,
      artefacts: artefactsOf(state, process),
      pool,
      serving: {
        batches: { begin: noBatches, finish: noBatches },
        quota: new ServeQuota(state.meta),
        projectOf: () => Promise.resolve(manifestDigest(this.manifest)),
      },
      traffic: new TrafficAudit(session, state.audit, job),
      reportFolder: this.reportFolder(job, process.party),
      log: pino({ enabled: false }),
      progress: (progress) => session.progress(progress),
    });
    process.check();
  }

  async #help(
    id: string,
    recipe: Recipe,
    network: ReturnType<typeof memoryNetwork>,
    process: MemoryProcess,
  ): Promise<void> {
    const session = memorySession(network, process, this.#ledger(id, process.party, this.#whole));
    const parties = this.manifest.parties.map((party) => party.id as PartyId);
    const labelParty = this.manifest.parties.find(({ role }) => role === 'label')!.id as PartyId;
    await serveHelper(session, {
      parties,
      align: {
        profile: 'aided',
        parties: [labelParty, ...parties.filter((party) => party !== labelParty)],
        labelParty,
        helper: HELPER_ID as PartyId,
        join: recipe.join,
        minIntersection: recipe.policy.minIntersection,
      },
    });
  }

  reportFolder(job: string, party: string): string {
    return join(this.dir, party, 'reports', job);
  }

  async report(job: string): Promise<Report> {
    const labelParty = this.manifest.parties.find(({ role }) => role === 'label')!.id;
    return JSON.parse(await readFile(join(this.reportFolder(job, labelParty), 'report.json'), 'utf8')) as Report;
  }

  /** What a party kept of the model, as it is stored. */
  async shard(job: string, party: string): Promise<string> {
    const bytes = await this.state(party).artefacts.latest({ job, stage: 'train', name: 'shard' });
    if (bytes === undefined) throw new Error(`${party} has no shard of ${job}`);
    return Buffer.from(bytes).toString();
  }

  async close(): Promise<void> {
    await this.#whole.close();
    await rm(this.dir, { recursive: true, force: true });
  }
}

function poolOf(state: State): MaterialPool {
  return new MaterialPool({ home: state.dir, state, audit: state.audit, limitBytes: 1e9 });
}

/** Files of applicants come from an owner, and here is none. */
function noBatches(): never {
  throw new Error('no owner asks for scores here');
}

/** The party's own tables in the one database, made like the first ones. */
async function schemaOf(whole: State, dir: string, party: string): Promise<State> {
  await mkdir(dir, { recursive: true });
  await sql`create schema ${sql.id(party)}`.execute(whole.db);
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name not like 'kysely%'`.execute(whole.db);
  for (const { name } of rows) {
    await sql`create table ${sql.id(party, name)} (like ${sql.id('public', name)} including all)`.execute(whole.db);
  }
  return new State(whole.db.withSchema(party), {
    dir,
    schema: party,
    where: dir,
    lost: whole.lost,
    release: () => undefined,
  });
}

async function manifestFor(recipe: Recipe, members: ReadonlyMap<string, Member>): Promise<Manifest> {
  const coordinator = { id: HELPER_ID, fingerprint: (await createIdentity(HELPER_ID)).fingerprint };
  const parties = await Promise.all(
    [...members].map(async ([id, { identity, datasets }]) => ({
      id,
      role: recipe.parties[id]!.role,
      fingerprint: identity.fingerprint,
      certificatePem: identity.certificatePem,
      dataset: (await datasets.show(recipe.name)).published,
    })),
  );
  return manifestSchema.parse({
    version: 1,
    project: recipe.name,
    profile: recipe.profile,
    coordinator,
    parties,
    models: [recipe.model.kind],
    join: recipe.join,
    policy: { ...defaultPolicy, ...recipe.policy },
    purpose: 'tests',
    expires: '2099-01-01T00:00:00Z',
    runs: 1000,
  });
}

/** The party's artefacts, with a word before and after each is written. */
function artefactsOf({ artefacts }: State, process: MemoryProcess): Parameters<typeof runJob>[0]['artefacts'] {
  return new Proxy(artefacts, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return value;
      const method = (value as (...args: unknown[]) => Promise<unknown>).bind(target);
      if (property !== 'put') {
        return (...args: unknown[]) => {
          process.check();
          return method(...args);
        };
      }
      return async (...args: Parameters<State['artefacts']['put']>) => {
        const [{ stage, name }] = args;
        await process.tell({ at: 'saving', party: process.party, stage, name });
        await method(...args);
        await process.tell({ at: 'saved', party: process.party, stage, name });
      };
    },
  });
}

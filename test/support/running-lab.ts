/** One running lab for many tests: it signs a project for each recipe, runs it, and gives what came of it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Lab, type Grant } from 'coscore/lab/lab.ts';
import { datasetName, projectRequestOf } from 'coscore/lab/expectation.ts';
import type { JobView, ProjectRequest } from 'coscore/daemon-views.ts';
import { RemoteError } from 'coscore/remote-error.ts';
import type { Report } from '@coscore/models/evaluate/report.ts';
import type { AuditEntry } from '@coscore/node-core/audit/index.ts';
import { recipeSchema, type Recipe } from '@coscore/node-core/recipe/index.ts';
import type { z } from 'zod';

export type RecipeInput = z.input<typeof recipeSchema>;

export interface Finished {
  readonly job: string;
  readonly report: Report;
  /** Folder of report.json, report.html and report.xlsx. */
  readonly folder: string;
}

export interface RunningLab {
  readonly lab: Lab;
  readonly home: string;
  /** Has every party of the recipe sign a project for it. @returns its digest */
  sign(recipe: Recipe, changes?: Partial<ProjectRequest>): Promise<string>;
  /** Signs and runs. @throws as `Lab.run` */
  finish(recipe: Recipe, changes?: Partial<ProjectRequest>): Promise<Finished>;
  /** Starts a recipe under a project and waits until the coordinator says that it is over, however it ended. */
  outcome(project: string, recipe: unknown): Promise<JobView>;
  audit(party: string): Promise<readonly AuditEntry[]>;
  /** The party's entries of one kind about one job (or order), once there is at least one. */
  entries(
    party: string,
    event: AuditEntry['event'],
    about: Readonly<Record<string, unknown>>,
  ): Promise<readonly AuditEntry[]>;
  close(): Promise<void>;
}

/** Signing and auditing happen in other processes: asked again until it has happened. */
export async function eventually<T>(what: string, probe: () => Promise<T | undefined> | T | undefined): Promise<T> {
  // Far above what a busy machine needs; a test that never gets there fails by its own time limit.
  for (let waited = 0; waited < 120_000; waited += 50) {
    const value = await probe();
    if (value !== undefined) return value;
    await sleep(50);
  }
  throw new Error(`did not happen: ${what}`);
}

export const matches = (
  { event, details }: AuditEntry,
  wanted: AuditEntry['event'],
  about: Readonly<Record<string, unknown>>,
): boolean => event === wanted && Object.entries(about).every(([key, value]) => details[key] === value);

/**
 * Starts every party of the recipe and registers its table.
 * @param dataDir where the recipe's data paths start
 * @param options `direct`: parties listen for each other; a project that is signed with `direct` then names their addresses
 */
export async function startLab(
  input: RecipeInput,
  dataDir: string,
  options: { readonly direct?: boolean } = {},
): Promise<RunningLab> {
  const recipe = recipeSchema.parse(input);
  // Short: the path of a Unix socket has a limit.
  const home = await mkdtemp(join(tmpdir(), 'cs-e2e-'));
  const lab = await Lab.start({ recipe, recipePath: join(dataDir, 'recipe.yaml'), dataDir, home, ...options });
  try {
    await lab.addData();
  } catch (error) {
    await lab.stop();
    throw error;
  }
  return new SharedLab(lab, home);
}

class SharedLab implements RunningLab {
  readonly lab: Lab;
  readonly home: string;
  #runs = 0;

  constructor(lab: Lab, home: string) {
    this.lab = lab;
    this.home = home;
  }

  async sign(recipe: Recipe, changes: Partial<ProjectRequest> = {}): Promise<string> {
    const { client } = this.lab.coordinator;
    // A purpose of its own makes a project of its own, with runs of its own.
    const grant: Required<Grant> = {
      purpose: `test ${++this.#runs}`,
      expires: new Date(Date.now() + 3_600_000),
      runs: 5,
    };
    const asked = projectRequestOf(recipe, grant);
    const parties = asked.parties.map((party) => ({ ...party, dataset: datasetName(this.lab.recipe) }));
    // A table that a party has just registered reaches the coordinator a moment after the owner's answer.
    const digest = await eventually('the coordinator knows every table', () =>
      client.propose({ ...asked, parties, ...changes }).catch((error: unknown) => {
        if (error instanceof RemoteError && error.code === 'party-not-allowed') return undefined;
        throw error;
      }),
    );
    for (const { id } of parties) {
      const party = this.lab.parties.get(id)!.client;
      await eventually(`${id} has the proposal`, async () =>
        (await party.projects()).find((project) => project.digest === digest),
      );
      await party.approve(digest);
    }
    for (const { id } of parties) {
      const party = this.lab.parties.get(id)!.client;
      await eventually(`${id} knows that all have signed`, async () =>
        (await party.projects()).find((project) => project.digest === digest && project.state === 'active'),
      );
    }
    return digest;
  }

  async finish(recipe: Recipe, changes?: Partial<ProjectRequest>): Promise<Finished> {
    const { id } = await this.lab.run(await this.sign(recipe, changes), { recipe });
    const folder = join(this.home, 'out', id);
    await this.lab.saveReports(id, folder);
    return { job: id, report: JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as Report, folder };
  }

  async outcome(project: string, recipe: unknown): Promise<JobView> {
    const { client } = this.lab.coordinator;
    let last: JobView | undefined;
    for await (const job of client.watchJob(await client.startJob(project, recipe))) last = job;
    return last!;
  }

  async audit(party: string): Promise<readonly AuditEntry[]> {
    return (await this.lab.parties.get(party)!.client.audit()) as readonly AuditEntry[];
  }

  entries(
    party: string,
    event: AuditEntry['event'],
    about: Readonly<Record<string, unknown>>,
  ): Promise<readonly AuditEntry[]> {
    return eventually(`${party} writes ${event} ${JSON.stringify(about)}`, async () => {
      const found = (await this.audit(party)).filter((entry) => matches(entry, event, about));
      return found.length === 0 ? undefined : found;
    });
  }

  async close(): Promise<void> {
    await this.lab.stop();
    await rm(this.home, { recursive: true, force: true });
  }
}

/**
 * Jobs one after another on real processes, while a seeded hand kills and freezes those processes at random moments and
 * starts them again. The invariant: every job ends with the right model or with a named error, and none with a wrong one.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isOver, type JobView } from 'coscore/daemon-views.ts';
import type { Report } from '@coscore/models/evaluate/report.ts';
import { seededRng, type SeededRng } from '@coscore/models/data/rng.ts';
import { catalogue } from '@coscore/node-core/errors/catalogue.ts';
import type { Recipe } from '@coscore/node-core/recipe/index.ts';
import type { RunningLab } from './running-lab.ts';

export interface ChaosOptions {
  readonly running: RunningLab;
  readonly recipe: Recipe;
  /** Processes to kill before the last job is let go. */
  readonly kills: number;
  readonly seed: number;
  /** Between two blows, at most; the time is drawn evenly. */
  readonly everyMs: number;
  /** Largest difference of a coefficient from the undisturbed run's that still is the right model. */
  readonly tolerance: number;
  readonly say?: (line: string) => void;
}

export interface ChaosJob {
  readonly id: string;
  readonly seconds: number;
  readonly attempts: number;
  readonly outcome: 'right' | 'named-error' | 'wrong';
  /** Of a job that succeeded. */
  readonly largestDifference?: number;
  readonly auc?: number;
  /** Of one that did not. */
  readonly code?: string;
}

export interface ChaosResult {
  readonly seed: number;
  readonly kills: Readonly<Record<string, number>>;
  readonly freezes: number;
  /** Processes that ended though nobody killed them. */
  readonly crashes: readonly string[];
  readonly undisturbedAuc: number;
  readonly jobs: readonly ChaosJob[];
  readonly seconds: number;
}

/** Of the blows, those that freeze a process instead of killing it. */
const FREEZE_SHARE = 0.15;
const LONGEST_FREEZE_MS = 4000;
const LONGEST_PAUSE_MS = 2000;
const POLL_MS = 100;

/** Runs the recipe once undisturbed, then again and again under blows until there were enough of them. */
export async function chaos(options: ChaosOptions): Promise<ChaosResult> {
  const { running, recipe, seed, kills } = options;
  const begin = performance.now();
  const project = await running.sign(recipe, { runs: 100_000 });
  const undisturbed = await reportOf(running, (await running.lab.run(project, { recipe })).id);
  const hand = new Hand(options);
  const striking = hand.strike(kills);
  const jobs: ChaosJob[] = [];
  const seen = new Set((await running.lab.coordinator.client.jobs()).map(({ id }) => id));
  while (!hand.tired || jobs.length === 0) {
    const job = await oneJob(options, project, undisturbed, seen);
    options.say?.(JSON.stringify(job));
    jobs.push(job);
  }
  await striking;
  return {
    seed,
    kills: Object.fromEntries(hand.kills),
    freezes: hand.freezes,
    crashes: hand.crashes,
    undisturbedAuc: undisturbed.metrics.test!.auc,
    jobs,
    seconds: (performance.now() - begin) / 1000,
  };
}

async function oneJob(
  { running, recipe, tolerance }: ChaosOptions,
  project: string,
  undisturbed: Report,
  seen: Set<string>,
): Promise<ChaosJob> {
  const begin = performance.now();
  const { client } = running.lab.coordinator;
  const id = await untilAnswered(async () => {
    // The coordinator may have died after it had taken the job and before it could say so.
    const taken = (await client.jobs()).find((job) => !seen.has(job.id));
    return taken?.id ?? client.startJob(project, recipe);
  });
  seen.add(id);
  const final = await untilAnswered(async () => {
    const job = await client.job(id);
    return isOver(job) ? job : undefined;
  });
  const known = { id, seconds: (performance.now() - begin) / 1000, attempts: final.attempt ?? 0 };
  if (final.state !== 'succeeded') return { ...known, outcome: outcomeOf(final), code: final.error?.code ?? '' };
  const report = await untilAnswered(() => reportOf(running, id));
  const difference = largestDifference(report, undisturbed);
  const auc = report.metrics.test!.auc;
  return { ...known, outcome: difference <= tolerance ? 'right' : 'wrong', largestDifference: difference, auc };
}

/** An error that the catalogue has no name for, or no error at all, is as bad as a wrong model. */
function outcomeOf({ error }: JobView): 'named-error' | 'wrong' {
  return error !== undefined && error.code !== 'unexpected' && catalogue.has(error.code) ? 'named-error' : 'wrong';
}

/** Asks again while the node that should answer is down. */
async function untilAnswered<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask().catch((error: unknown) => {
      if (isDown(error)) return undefined;
      throw error;
    });
    if (answer !== undefined) return answer;
    await sleep(POLL_MS);
  }
}

/** A socket that broke in the middle of an answer is a node that was killed, too. */
function isDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return code === 'daemon-not-running' || code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === 'UND_ERR_SOCKET';
}

async function reportOf(running: RunningLab, job: string): Promise<Report> {
  const folder = join(running.home, 'chaos');
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${job}.json`);
  await running.lab.labelParty.client.saveReport(job, 'report.json', path);
  return JSON.parse(await readFile(path, 'utf8')) as Report;
}

/** Over all coefficients that both reports show; infinite when they do not show the same ones. */
export function largestDifference(report: Report, undisturbed: Report): number {
  const weights = ({ coefficients }: Report): Map<string, number> =>
    new Map(
      Object.entries(coefficients).flatMap(([party, list]) =>
        list.map(({ name, value }): [string, number] => [`${party}.${name}`, value]),
      ),
    );
  const [found, expected] = [weights(report), weights(undisturbed)];
  if (found.size !== expected.size || found.size === 0) return Infinity;
  return Math.max(...[...found].map(([name, value]) => Math.abs(value - (expected.get(name) ?? Infinity))));
}

/** Kills, freezes and restarts, one process at a time. */
class Hand {
  readonly kills = new Map<string, number>();
  readonly crashes: string[] = [];
  freezes = 0;
  tired = false;
  readonly #options: ChaosOptions;
  readonly #rng: SeededRng;
  readonly #victims: readonly string[];

  constructor(options: ChaosOptions) {
    const { coordinator, parties, helper } = options.running.lab;
    this.#options = options;
    this.#rng = seededRng(options.seed);
    this.#victims = [coordinator.id, ...parties.keys(), ...(helper === undefined ? [] : [helper.id])];
  }

  async strike(kills: number): Promise<void> {
    try {
      for (let struck = 0; struck < kills;) {
        await sleep(this.#upTo(this.#options.everyMs));
        await this.#raiseTheFallen();
        const victim = this.#victims[this.#rng.below(this.#victims.length)]!;
        if (this.#rng.next() < FREEZE_SHARE) await this.#freeze(victim);
        else {
          await this.#kill(victim);
          struck++;
        }
      }
    } finally {
      this.tired = true;
    }
    await this.#raiseTheFallen();
  }

  async #kill(victim: string): Promise<void> {
    const { running, say } = this.#options;
    say?.(`kill ${victim}`);
    this.kills.set(victim, (this.kills.get(victim) ?? 0) + 1);
    await running.lab.kill(victim);
    await sleep(this.#upTo(LONGEST_PAUSE_MS));
    await running.lab.restart(victim);
  }

  async #freeze(victim: string): Promise<void> {
    const { pid } = this.#options.running.lab.node(victim).process;
    this.#options.say?.(`freeze ${victim}`);
    this.freezes++;
    process.kill(pid, 'SIGSTOP');
    await sleep(this.#upTo(LONGEST_FREEZE_MS));
    process.kill(pid, 'SIGCONT');
  }

  async #raiseTheFallen(): Promise<void> {
    const { lab } = this.#options.running;
    for (const id of this.#victims) {
      if (lab.node(id).process.running) continue;
      this.crashes.push(id);
      await lab.restart(id);
    }
  }

  #upTo(ms: number): number {
    return Math.round(this.#rng.next() * ms);
  }
}

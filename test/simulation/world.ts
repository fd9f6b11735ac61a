/**
 * A whole job in one process: every party's and the helper's real `runJob` and `serveHelper` on real tables and state, and
 * the coordinator's real state machine, under a clock that only the simulation moves (after the integration simulation of
 * divviup/janus). Faults strike where the plan says; what follows is what the daemons do: an attempt ends for all when it
 * ends for one, nodes report, the coordinator decides on the next attempt.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { isOver, newJob, step, type Job, type JobEvent, type JobFailure } from '@coscore/coordinator/job.ts';
import { isCoded } from '@coscore/node-core/errors/coded.ts';
import { seededRng } from '@coscore/models/data/rng.ts';
import type { Report } from '@coscore/models/evaluate/report.ts';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import { HELPER_ID, type AttemptOutcome, type MemoryProject } from '../support/memory-project.ts';
import type { JobEvent as ProcessEvent } from '../support/memory-session.ts';
import { delivering, eventAt, isBroken, type Lengths, type Plan } from './faults.ts';

/** No plan has so many faults; a job that still goes on then goes on for ever. */
const MOST_ATTEMPTS = 12;
/** After a message was lost below the session nothing moves any more; nodes have a limit of minutes for that. */
const SILENCE_MS = 700;
/** Without such a loss something always moves: this is a job that hangs. */
const HANGS_MS = 60_000;
const PAUSE_SECONDS = 1;

export interface Simulated {
  readonly job: Job;
  readonly attempts: readonly AttemptOutcome[];
  /** Of the first attempt. */
  readonly lengths: Lengths;
  /** Present when the job succeeded. */
  readonly report?: Report;
}

/** Everything of a process is lost; its next one knows what is on disk. */
class Crash extends NodeError {
  constructor(who: string) {
    super('job-interrupted', `${who} was killed`, { params: { job: '' } });
  }
}

/** Runs a job to its end. @param id new in this project @param undisturbed how long an attempt is: what moments are counted in */
export async function simulateJob(
  project: MemoryProject,
  id: string,
  plan: Plan,
  undisturbed: Lengths = { events: new Map(), messages: 0 },
): Promise<Simulated> {
  return new World(project, id, plan, undisturbed).run();
}

class World {
  readonly #project: MemoryProject;
  readonly #id: string;
  readonly #plan: Plan;
  readonly #lengths: Lengths;
  #first: Lengths | undefined;
  readonly #attempts: AttemptOutcome[] = [];
  #seconds = 0;
  #job: Job;
  /** What a coordinator that starts again reads. */
  #disk: Job;

  constructor(project: MemoryProject, id: string, plan: Plan, lengths: Lengths) {
    this.#project = project;
    this.#id = id;
    this.#plan = plan;
    this.#lengths = lengths;
    this.#job = newJob({
      id,
      project: 'simulated',
      name: project.recipe.name,
      parties: project.manifest.parties.map((party) => party.id),
      waitMinutes: 30,
      createdAt: this.#now(),
    });
    this.#disk = this.#job;
  }

  #now(): string {
    return new Date(Date.UTC(2030, 0, 1, 0, 0, this.#seconds)).toISOString();
  }

  #apply(event: JobEvent): void {
    this.#job = step(this.#job, event);
    if (event.kind !== 'progress') this.#disk = this.#job;
  }

  async run(): Promise<Simulated> {
    this.#apply({ kind: 'attendance', at: this.#now(), away: [] });
    while (!isOver(this.#job)) {
      if (this.#attempts.length === MOST_ATTEMPTS) throw new Error('the job neither ends nor comes further');
      this.#seconds += PAUSE_SECONDS;
      const attempt = this.#job.attempt + 1;
      this.#apply({ kind: 'attempt-begun', at: this.#now(), attempt });
      const { outcome, coordinatorDied } = await this.#attempt(attempt);
      this.#attempts.push(outcome);
      this.#seconds += PAUSE_SECONDS;
      if (coordinatorDied) this.#restartCoordinator();
      this.#report(attempt, outcome);
    }
    const done = { job: this.#job, attempts: this.#attempts, lengths: this.#first! };
    return this.#job.state === 'succeeded' ? { ...done, report: await this.#project.report(this.#id) } : done;
  }

  async #attempt(attempt: number): Promise<{ readonly outcome: AttemptOutcome; readonly coordinatorDied: boolean }> {
    const mine = this.#plan[attempt - 1] ?? [];
    const counts = new Map<string, number>();
    let coordinatorDied = false;
    const silence = silenceAfter(mine.some(isBroken) ? SILENCE_MS : HANGS_MS);
    const onEvent = async (event: ProcessEvent): Promise<void> => {
      silence.heard();
      const { party } = event;
      const now = counts.get(party) ?? 0;
      counts.set(party, now + 1);
      if (event.at === 'progress') this.#progress(attempt, event);
      for (const fault of mine) {
        if (fault.kind === 'reports' || isBroken(fault)) continue;
        const who = fault.kind === 'coordinator-crash' ? HELPER_ID : fault.who;
        const then = eventAt(fault.at, this.#lengths.events.get(who) ?? 0);
        if (who !== party || now < then) continue;
        if (fault.kind === 'slow') for (let i = 0; i < fault.turns; i++) await turn();
        else if (now === then) {
          coordinatorDied ||= fault.kind === 'coordinator-crash';
          throw new Crash(party);
        }
      }
    };
    try {
      const outcome = await this.#project.attempt(this.#id, attempt, {
        onEvent,
        tamper: delivering(mine, this.#lengths.messages),
        signal: silence.signal,
      });
      if (silence.signal.aborted && !mine.some(isBroken)) throw new Error(`attempt ${attempt} came to stand still`);
      this.#first ??= { events: counts, messages: outcome.transcript.length };
      return { outcome, coordinatorDied };
    } finally {
      silence.stop();
    }
  }

  #progress(attempt: number, { party, progress }: Extract<ProcessEvent, { at: 'progress' }>): void {
    this.#apply({ kind: 'progress', party, attempt, ...progress });
  }

  /** As `load` does it: from what was on disk, with the attempt that was under way lost. */
  #restartCoordinator(): void {
    this.#job = this.#disk;
    const failure = {
      code: 'job-interrupted',
      message: 'the coordinator stopped',
      party: HELPER_ID,
      params: {},
      own: true as const,
    };
    if (this.#job.open) this.#apply({ kind: 'attempt-failed', attempt: this.#job.attempt, at: this.#now(), failure });
  }

  /** Every node says how its attempt ended; by the plan in another order, twice, or late. */
  #report(attempt: number, { errors }: AttemptOutcome): void {
    const words = [...this.#project.manifest.parties.map(({ id }) => id), HELPER_ID].flatMap((party): JobEvent[] => {
      const at = this.#now();
      if (!(party in errors)) return party === HELPER_ID ? [] : [{ kind: 'party-finished', party, attempt, at }];
      const failure = failureOf(party, errors[party]);
      return [
        { kind: 'attempt-failed', attempt, at, failure: party === HELPER_ID ? { ...failure, own: true } : failure },
      ];
    });
    const plan = (this.#plan[attempt - 1] ?? []).find(({ kind }) => kind === 'reports');
    for (const word of plan?.kind === 'reports' ? disturbed(words, plan.seed) : words) this.#apply(word);
    // Nodes that say hello again are asked about what is still open.
    if (this.#job.open) for (const word of words) this.#apply(word);
  }
}

/** @throws Error when what a process ended with has no name: that is what the simulation looks for. */
function failureOf(party: string, error: unknown): JobFailure {
  if (!isCoded(error)) throw new Error(`${party} ended with an error without a name`, { cause: error });
  return { code: error.code, message: error.message, party, params: {} };
}

function disturbed(words: readonly JobEvent[], seed: number): readonly JobEvent[] {
  const rng = seededRng(seed);
  const kept = words.flatMap((word) => {
    const draw = rng.next();
    return draw < 0.2 ? [] : draw < 0.4 ? [word, word] : [word];
  });
  for (let i = kept.length - 1; i > 0; i--) {
    const j = rng.below(i + 1);
    [kept[i], kept[j]] = [kept[j]!, kept[i]!];
  }
  return kept;
}

/** Aborts when nothing has happened for so long. */
function silenceAfter(ms: number): {
  readonly signal: AbortSignal;
  readonly heard: () => void;
  readonly stop: () => void;
} {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.abort(), ms);
  };
  heard();
  return { signal: controller.signal, heard, stop: () => clearTimeout(timer) };
}

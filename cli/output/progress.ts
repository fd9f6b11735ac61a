/** A job's progress: bars on a terminal, a line per stage elsewhere, JSON lines under `--json`. */
import cliProgress from 'cli-progress';
import { count } from '@coscore/party-node/report/format.ts';
import type { JobView, PartyProgress } from '../daemon-views.ts';
import { printJson, printLine, type Context } from '../io.ts';
import { clock, RateMeter, type Pace } from './rate.ts';
import { pad } from './table.ts';

export interface ProgressView {
  update(job: JobView): void;
  /** Leaves the terminal as it was found. */
  stop(): void;
}

export function progressView(context: Context): ProgressView {
  if (context.json) return { update: (job) => printJson(context, { event: 'progress', job }), stop: () => undefined };
  return context.io.stderr.isTTY === true ? new Bars(context) : new Lines(context);
}

/** `12,300/20,000 rows  8,100 rows/s  0:01 left`; only what is known. */
function paceText(context: Context, progress: PartyProgress, pace: Pace): string {
  const { done, total, state } = progress;
  const unit = context.texts.units[progress.unit] ?? progress.unit;
  if (total === 0 || state !== 'running') return '';
  const parts = [`${count(done)}/${count(total)} ${unit}`];
  if (pace.rate > 0) parts.push(context.texts.rate(pace.rate >= 10 ? count(pace.rate) : pace.rate.toFixed(1), unit));
  if (pace.left !== undefined && pace.left >= 1) parts.push(context.texts.left(clock(pace.left)));
  return parts.join('  ');
}

const stageName = (context: Context, { stage, state }: PartyProgress): string =>
  state === 'running' ? (context.texts.stages[stage] ?? stage) : (context.texts.states[state] ?? state);

/** The protocols' own steps inside a stage may reach 0 of 0: that is no progress yet, not the end. */
const share = ({ state, done, total }: PartyProgress): number =>
  state === 'finished' ? 1 : total > 0 ? Math.min(1, done / total) : 0;

const STAGE_WIDTH = 20;

class Bars implements ProgressView {
  readonly #context: Context;
  readonly #multi: cliProgress.MultiBar;
  readonly #bars = new Map<string, { readonly bar: cliProgress.SingleBar; readonly meter: RateMeter }>();

  constructor(context: Context) {
    this.#context = context;
    this.#multi = new cliProgress.MultiBar(
      {
        format: '  {party}  {stage} {bar} {percentage}%  {pace}',
        stream: context.io.stderr as NodeJS.WriteStream,
        barsize: 24,
        hideCursor: true,
        clearOnComplete: false,
        stopOnComplete: false,
        // The final state must be drawn even when the job ends between two frames.
        forceRedraw: true,
      },
      cliProgress.Presets.shades_classic,
    );
  }

  update(job: JobView): void {
    const parties = Object.entries(job.parties ?? {});
    const width = Math.max(...parties.map(([id]) => id.length));
    for (const [id, progress] of parties) {
      const entry = this.#entry(id);
      const pace = entry.meter.measure(progress.stage, progress.done, progress.total, this.#context.io.now());
      entry.bar.update(Math.round(share(progress) * 100), {
        party: pad(id, width, 'left'),
        stage: pad(stageName(this.#context, progress), STAGE_WIDTH, 'left'),
        pace: paceText(this.#context, progress, pace),
      });
    }
  }

  #entry(id: string): { readonly bar: cliProgress.SingleBar; readonly meter: RateMeter } {
    let entry = this.#bars.get(id);
    if (entry === undefined) {
      entry = { bar: this.#multi.create(100, 0, { party: id, stage: '', pace: '' }), meter: new RateMeter() };
      this.#bars.set(id, entry);
    }
    return entry;
  }

  stop(): void {
    this.#multi.stop();
  }
}

/** A stage that takes long says so this often. */
const LINE_EVERY_MS = 5000;

class Lines implements ProgressView {
  readonly #context: Context;
  #waiting = '';
  readonly #seen = new Map<string, { stage: string; saidMs: number; readonly meter: RateMeter }>();

  constructor(context: Context) {
    this.#context = context;
  }

  update(job: JobView): void {
    const now = this.#context.io.now();
    this.#tellWaiting(job);
    for (const [id, progress] of Object.entries(job.parties ?? {})) {
      if (progress.state === 'waiting') continue;
      const seen = this.#seen.get(id) ?? { stage: '', saidMs: -Infinity, meter: new RateMeter() };
      this.#seen.set(id, seen);
      const pace = seen.meter.measure(progress.stage, progress.done, progress.total, now);
      const stage = stageName(this.#context, progress);
      if (stage === seen.stage && now - seen.saidMs < LINE_EVERY_MS) continue;
      if (stage === seen.stage && progress.state !== 'running') continue;
      seen.stage = stage;
      seen.saidMs = now;
      printLine(this.#context.io.stderr, `  ${id}: ${stage} ${paceText(this.#context, progress, pace)}`.trimEnd());
    }
  }

  /** Once for every new wait: for whom, or why there is another attempt. */
  #tellWaiting({ waitingFor = [], attempt = 0, since, lastError }: JobView): void {
    const { texts, io } = this.#context;
    const text =
      waitingFor.length > 0
        ? texts.waitingFor(waitingFor.join(', '), since ?? '')
        : lastError === undefined
          ? ''
          : `${texts.attemptOf(attempt)}: [${lastError.code}] ${lastError.message}`;
    if (text !== '' && text !== this.#waiting) printLine(io.stderr, `  ${text}`);
    this.#waiting = text;
  }

  stop(): void {
    this.#seen.clear();
  }
}

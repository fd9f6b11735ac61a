/** `lab run` and `lab up`: a whole project on this machine. The demo ends up here as well. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { AnyReport } from '@coscore/models/evaluate/report.ts';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import { readRecipe, type Recipe } from '@coscore/node-core/recipe/index.ts';
import { count, seconds } from '@coscore/party-node/report/format.ts';
import type { AlignmentReport } from '@coscore/party-node/stages/alignment-report.ts';
import { note, printJson, printLine, resolveOnAbort, type Context } from '../io.ts';
import { dealingRecipe } from './deal.ts';
import { Lab, type LabStep } from '../lab/lab.ts';
import type { Texts } from '../texts.ts';
import { progressView } from '../output/progress.ts';
import { renderAlignment, renderSummary, summaryOf } from '../output/summary.ts';

export interface LabCommandOptions {
  readonly out?: string;
  readonly profile?: 'aided' | 'blind';
  readonly data?: string;
  readonly keep?: boolean;
  readonly direct?: boolean;
  readonly dealAhead?: boolean;
}

/** Runs of one signed project that `lab up` allows. */
const UP_RUNS = 100;

export async function labRun(context: Context, recipePath: string, options: LabCommandOptions): Promise<void> {
  const { texts } = context;
  const recipe = await labRecipe(recipePath, options);
  refuseInLab(recipe, texts);
  const dealing = options.dealAhead === true ? dealingRecipe(recipe, texts) : undefined;
  await withLab(context, recipe, recipePath, options, async (lab) => {
    const runs = dealing === undefined ? 1 : 2;
    const project = await prepare(context, lab, options.keep === true ? UP_RUNS : runs);
    if (dealing !== undefined) {
      note(context, texts.dealingAhead);
      await runIn(context, lab, project, dealing);
    }
    note(context, texts.training);
    const job = await runIn(context, lab, project, lab.recipe);
    const files = await lab.saveReports(job.id, resolve(options.out ?? join('out', lab.recipe.name)));
    await tellResult(context, lab.recipe, files);
    if (options.keep === true) await stayUp(context, lab, recipePath, project);
  });
}

async function runIn(context: Context, lab: Lab, project: string, recipe: Recipe): ReturnType<Lab['run']> {
  const view = progressView(context);
  return lab.run(project, { recipe, onView: (state) => view.update(state) }).finally(() => view.stop());
}

async function tellResult(
  context: Context,
  recipe: Recipe,
  files: Awaited<ReturnType<Lab['saveReports']>>,
): Promise<void> {
  const { texts, lang, io } = context;
  const text = await readFile(files['report.json'], 'utf8');
  if (recipe.model.kind === 'align') {
    const report = JSON.parse(text) as AlignmentReport;
    if (context.json) printJson(context, { event: 'finished', files, report });
    else printLine(io.stdout, `\n${renderAlignment(report, texts, lang, lineWidth(context))}`);
  } else {
    const report = JSON.parse(text) as AnyReport;
    if (context.json) printJson(context, { event: 'finished', files, report: summaryOf(report) });
    else printLine(io.stdout, `\n${renderSummary(report, texts, lang, lineWidth(context))}`);
  }
  if (!context.json) printLine(io.stdout, `\n${texts.report(files['report.html'] ?? files['report.json'])}`);
}

export async function labUp(context: Context, recipePath: string, options: LabCommandOptions): Promise<void> {
  await withLab(context, await labRecipe(recipePath, options), recipePath, options, async (lab) => {
    const project = await prepare(context, lab, UP_RUNS);
    await stayUp(context, lab, recipePath, project);
  });
}

async function labRecipe(recipePath: string, { profile }: LabCommandOptions): Promise<Recipe> {
  const recipe = await readRecipe(recipePath);
  return profile === undefined ? recipe : { ...recipe, profile };
}

/** What needs a project with a past, or is no training. @throws NodeError `recipe-invalid`, before anything starts. */
function refuseInLab({ model, dealAhead }: Recipe, texts: Texts): void {
  if (dealAhead !== undefined)
    throw new NodeError('recipe-invalid', texts.labDealAhead, { params: { field: 'dealAhead' } });
  if (model.kind === 'gbdt' && model.warmStart !== undefined)
    throw new NodeError('recipe-invalid', texts.labWarmStart, { params: { field: 'model.warmStart' } });
}

/** Starts a lab, and always stops it. Its folder stays with `keep`, and for its logs after a failure; else it goes. */
async function withLab(
  context: Context,
  recipe: Recipe,
  recipePath: string,
  options: LabCommandOptions,
  use: (lab: Lab) => Promise<void>,
): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'coscore-'));
  let keep = options.keep === true;
  let lab: Lab | undefined;
  try {
    lab = await Lab.start({
      recipe,
      recipePath: resolve(recipePath),
      ...(options.data === undefined ? {} : { dataDir: resolve(options.data) }),
      home,
      direct: options.direct === true,
      signal: context.io.signal,
      onStep: (step) => tellStep(context, step),
    });
    await use(lab);
    note(context, context.texts.stopping);
  } catch (error) {
    // Somebody who cancelled wants no logs.
    keep ||= !(error instanceof NodeError && error.code === 'job-cancelled');
    throw error;
  } finally {
    await lab?.stop();
    if (keep) note(context, context.texts.stateIn(home));
    else await rm(home, { recursive: true, force: true });
  }
}

/** @returns digest of the project that every party has signed */
async function prepare(context: Context, lab: Lab, runs: number): Promise<string> {
  note(context, context.texts.addingData);
  await lab.addData();
  note(context, context.texts.proposing);
  return lab.propose({ runs });
}

/** Says how to reach every node, and waits for Ctrl-C. */
async function stayUp(context: Context, lab: Lab, recipePath: string, project: string): Promise<void> {
  const { texts } = context;
  const nodes = [lab.coordinator, ...lab.parties.values()].map(({ id, home, ready }) => ({
    id,
    home,
    address: ready.address ?? '',
  }));
  if (context.json) printJson(context, { event: 'up', project, nodes });
  else {
    const lines = [
      `\n${texts.running}`,
      ...nodes.map((node) => texts.nodeAt(node.id, node.home, node.address)),
      texts.project(project),
      texts.startHint(recipePath, project, lab.coordinator.home),
    ];
    for (const line of lines) printLine(context.io.stdout, line);
  }
  await resolveOnAbort(context.io.signal);
}

/** Running text is hard to read on very long lines. */
function lineWidth(context: Context): number {
  return Math.min(context.io.stderr.columns ?? 100, 110);
}

function tellStep(context: Context, step: LabStep): void {
  if (context.json) {
    const { step: event, ...rest } = step;
    printJson(context, { event, ...rest });
    return;
  }
  const { texts } = context;
  switch (step.step) {
    case 'starting':
      note(context, texts.starting(step.nodes));
      return;
    case 'started':
      note(context, texts.started(step.id, step.pid, seconds(step.seconds)));
      return;
    case 'data':
      note(context, texts.dataRead(step.party, count(step.rows), step.columns));
      return;
    case 'signed':
      note(context, texts.signed(step.party));
  }
}

/** The `job` commands. They talk to whichever daemon `--home` names; a party knows its own part of a job only. */
import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { readRecipe, type Recipe } from '@coscore/node-core/recipe/index.ts';
import { CoordinatorClient, DaemonClient, PartyClient } from '../daemon-client.ts';
import { reportFiles, type JobView } from '../daemon-views.ts';
import { note, printJson, printLine, type Context } from '../io.ts';
import { renderTable } from '../output/table.ts';
import type { Session } from '../session.ts';
import { addDealCommand } from './deal.ts';
import { addPlanCommand } from './plan.ts';
import { findProject, recipeWith } from './project.ts';
import { watch } from './watch.ts';

interface HomeOption {
  readonly home?: string;
}

interface RunOptions {
  readonly project: string;
  readonly recipe: string;
  readonly profile?: Recipe['profile'];
}

export function addJobCommands(program: Command, session: Session): void {
  const { texts } = session;
  const job = program.command('job').description(texts.job);
  /** Opens a client of the node that the command names, and always closes it. */
  const run =
    <C extends DaemonClient>(
      open: (home: string) => C,
      use: (context: Context, client: C, ...values: string[]) => Promise<void>,
    ) =>
    async (...args: unknown[]): Promise<void> => {
      const command = args.at(-1) as Command;
      const client = open(session.home(command.opts<HomeOption>()));
      await use(session.context(command), client, ...(args.slice(0, -2) as string[])).finally(() => client.close());
    };
  const anyNode = (home: string): DaemonClient => new DaemonClient(home);
  const command = (name: string, description: string, examples: readonly string[]): Command =>
    job
      .command(name)
      .description(description)
      .option('--home <folder>', texts.homeOption)
      .addHelpText('after', session.examples(examples));

  const start = command('start', texts.jobStart, ['coscore job start sme.yaml --project 3f9c… --home /var/lib/coscore'])
    .argument('<recipe>', texts.recipeArgument)
    .requiredOption('--project <digest>', texts.projectOption);
  start.action(
    run(
      (home) => new CoordinatorClient(home),
      async (context, client, path) => {
        const id = await client.startJob(start.opts<{ project: string }>().project, await readRecipe(path!));
        const waiting = waitingText(context, await client.job(id));
        if (context.json) printJson(context, { job: id });
        else printLine(context.io.stdout, [texts.jobStarted(id), ...waiting].join(' '));
      },
    ),
  );

  const runJob = command('run', texts.jobRun, ['coscore job run --project 3f9c… --recipe sme.yaml'])
    .requiredOption('--project <digest>', texts.runProjectOption)
    .requiredOption('--recipe <file>', texts.recipeOption)
    .addOption(new Option('--profile <profile>', texts.profileOption).choices(['aided', 'blind']));
  runJob.action(
    run(
      (home) => new CoordinatorClient(home),
      async (context, client) => {
        const { project, recipe, profile } = runJob.opts<RunOptions>();
        const { digest } = await findProject(client, project);
        const id = await client.startJob(digest, recipeWith(await readRecipe(recipe), profile));
        note(context, texts.jobStarted(id));
        await watch(context, client, id);
      },
    ),
  );

  command('list', texts.jobList, ['coscore job list --home /var/lib/coscore']).action(run(anyNode, list));
  command('show', texts.jobShow, ['coscore job show 01J…'])
    .argument('<job>', texts.jobArgument)
    .action(run(anyNode, async (context, client, id) => show(context, await client.job(id!))));
  command('watch', texts.jobWatch, ['coscore job watch 01J…', 'coscore job watch 01J… --json'])
    .argument('<job>', texts.jobArgument)
    .action(run(anyNode, (context, client, id) => watch(context, client, id!)));
  command('cancel', texts.jobCancel, ['coscore job cancel 01J…'])
    .argument('<job>', texts.jobArgument)
    .action(
      run(anyNode, async (context, client, id) => {
        await client.cancelJob(id!);
        if (context.json) printJson(context, { cancelled: id });
        else printLine(context.io.stdout, texts.cancelled(id!));
      }),
    );
  command('resume', texts.jobResume, ['coscore job resume 01J… --home /var/lib/coscore'])
    .argument('<job>', texts.jobArgument)
    .action(
      run(
        (home) => new CoordinatorClient(home),
        async (context, client, id) => {
          await client.resumeJob(id!);
          if (context.json) printJson(context, { resumed: id });
          else
            printLine(
              context.io.stdout,
              [texts.jobResumed(id!), ...waitingText(context, await client.job(id!))].join(' '),
            );
        },
      ),
    );
  addPlanCommand(job, session);
  addDealCommand(job, session);
  const report = command('report', texts.jobReport, ['coscore job report 01J… --out reports/sme'])
    .argument('<job>', texts.jobArgument)
    .option('--out <folder>', texts.reportOutOption);
  report.action(
    run(
      (home) => new PartyClient(home),
      (context, client, id) =>
        saveReports(context, client, id!, resolve(report.opts<{ out?: string }>().out ?? join('out', id!))),
    ),
  );
}

async function list(context: Context, client: DaemonClient): Promise<void> {
  const jobs = await client.jobs();
  const { texts } = context;
  if (context.json) printJson(context, jobs);
  else if (jobs.length === 0) printLine(context.io.stdout, texts.noJobs);
  else {
    const rows = jobs.map((job) => [
      job.id,
      texts.states[job.state] ?? job.state,
      String(job.attempt ?? ''),
      job.startedAt ?? '',
      job.finishedAt ?? '',
      (job.error ?? job.lastError)?.code ?? '',
      (job.waitingFor ?? []).join(', '),
    ]);
    printLine(
      context.io.stdout,
      renderTable(
        [['Id', texts.state, texts.attempt, texts.startedAt, texts.finishedAt, texts.error, texts.waitsFor], ...rows],
        'llrllll',
      ),
    );
  }
}

function show(context: Context, job: JobView): void {
  const { texts } = context;
  if (context.json) {
    printJson(context, job);
    return;
  }
  const { id, state, attempt, startedAt, finishedAt, error, lastError, parties = {}, direct = [] } = job;
  const told = (head: string, { code, party, message }: NonNullable<JobView['error']>): string =>
    `${head}: [${code}] ${party === undefined ? '' : `${party}: `}${message}`;
  const facts = [
    [`${id}: ${texts.states[state] ?? state}`, ...(attempt === undefined ? [] : [texts.attemptOf(attempt)])].join(', '),
    ...waitingText(context, job),
    ...(startedAt === undefined ? [] : [`${texts.startedAt}: ${startedAt}`]),
    ...(finishedAt === undefined ? [] : [`${texts.finishedAt}: ${finishedAt}`]),
    ...(direct.length === 0 ? [] : [`${texts.directPairs}: ${direct.map((pair) => pair.join(' – ')).join(', ')}`]),
    ...(error === undefined ? [] : [told(texts.error, error)]),
    ...(error === undefined && lastError !== undefined ? [told(texts.lastError, lastError)] : []),
  ];
  printLine(context.io.stdout, facts.join('\n'));
  const rows = Object.entries(parties).map(([party, progress]) => [
    party,
    texts.states[progress.state] ?? progress.state,
    texts.stages[progress.stage] ?? progress.stage,
    progress.total > 0 ? `${progress.done}/${progress.total} ${progress.unit}` : '',
  ]);
  if (rows.length > 0)
    printLine(context.io.stdout, `\n${renderTable([[texts.party, texts.state, texts.stage, ''], ...rows], 'llll')}`);
}

/** Whom a job waits for, and since when; nothing for one that does not wait. */
function waitingText({ texts }: Context, { state, since, waitingFor = [] }: JobView): readonly string[] {
  if (state !== 'waiting' || since === undefined) return [];
  return [waitingFor.length > 0 ? texts.waitingFor(waitingFor.join(', '), since) : texts.betweenAttempts(since)];
}

async function saveReports(context: Context, client: PartyClient, id: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const json = join(folder, 'report.json');
  await client.saveReport(id, 'report.json', json);
  // A job that only aligned has no model to draw.
  const trained = 'metrics' in (JSON.parse(await readFile(json, 'utf8')) as object);
  const drawn = trained ? reportFiles.filter((name) => name !== 'report.json') : [];
  for (const name of drawn) await client.saveReport(id, name, join(folder, name));
  const saved = [json, ...drawn.map((name) => join(folder, name))];
  if (context.json) printJson(context, { job: id, files: saved });
  else for (const path of saved) printLine(context.io.stdout, context.texts.saved(path));
}

/** The `project` commands: proposing at the coordinator; reading, signing, refusing and withdrawing at a party. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import { fingerprintWords } from '@coscore/node-core/identity/index.ts';
import { directPairs } from '@coscore/node-core/manifest/index.ts';
import { readRecipe, type Recipe, modelKinds } from '@coscore/node-core/recipe/index.ts';
import { approvalText } from '@coscore/party-node/approval.ts';
import { mayTrainForest } from '@coscore/party-node/approval-cost.ts';
import type { Calibration } from '@coscore/party-node/plan/kept-calibration.ts';
import { CoordinatorClient, DaemonClient, PartyClient } from '../daemon-client.ts';
import type { AnyProject, ProjectRequest } from '../daemon-views.ts';
import { note, printJson, printLine, type Context } from '../io.ts';
import { renderTable, wrap } from '../output/table.ts';
import type { Session } from '../session.ts';
import { nodeCommand, withClient, type HomeOption } from './with-client.ts';

interface CreateOptions extends HomeOption {
  readonly recipe: string;
  readonly purpose: string;
  readonly days: number;
  readonly runs: number;
  readonly helper?: string;
  readonly profile?: Recipe['profile'];
  readonly dataset?: Readonly<Record<string, string>>;
  readonly direct?: true;
}

const DAY_MS = 24 * 3600 * 1000;
const SHORTEST_PREFIX = 8;
const WIDTH = 100;
const anyNode = (home: string): DaemonClient => new DaemonClient(home);
const party = (home: string): PartyClient => new PartyClient(home);

export function addProjectCommands(program: Command, session: Session): void {
  const { texts } = session;
  const project = program.command('project').description(texts.projectCommands);
  const command = (name: string, description: string, ...examples: readonly string[]): Command =>
    nodeCommand(project, session, name, description, examples);

  const create = command(
    'create',
    texts.projectCreate,
    'coscore project create --recipe sme.yaml --purpose "One scorecard for small firms" --days 90 --runs 3 > project.txt',
  )
    .requiredOption('--recipe <file>', texts.recipeOption)
    .requiredOption('--purpose <sentence>', texts.purposeOption)
    .option('--days <days>', texts.daysOption, wholeNumber, 90)
    .option('--runs <runs>', texts.runsOption, wholeNumber, 5)
    .option('--helper <name>', texts.helperOption)
    .option('--dataset <party=table...>', texts.datasetOption, collectDatasets)
    .option('--direct', texts.directOption)
    .addOption(new Option('--profile <profile>', texts.profileOption).choices(['aided', 'blind']));
  create.action(
    withClient(
      session,
      (home) => new CoordinatorClient(home),
      (context, client) => propose(context, client, create.opts<CreateOptions>()),
    ),
  );

  command('list', texts.projectList, 'coscore project list').action(
    withClient(session, anyNode, async (context, client) => listProjects(context, await client.projects())),
  );
  command('show', texts.projectShow, 'coscore project show 3f9c0a12')
    .argument('<digest>', texts.digestArgument)
    .action(
      withClient(session, anyNode, async (context, client, digest) => {
        const found = await findProject(client, digest!);
        await showProject(context, client, found);
      }),
    );

  const approve = command('approve', texts.projectApprove, 'coscore project approve 3f9c0a12')
    .argument('<digest>', texts.digestArgument)
    .option('--yes', texts.yesOption)
    .option('--new-key <name...>', texts.newKeyOption);
  approve.action(
    withClient(session, party, async (context, client, digest) => {
      const { yes = false, newKey = [] } = approve.opts<{ yes?: true; newKey?: string[] }>();
      await approveProject(context, client, digest!, { yes, newKeys: newKey });
    }),
  );

  const reject = command('reject', texts.projectReject, 'coscore project reject 3f9c0a12 --reason "too many columns"')
    .argument('<digest>', texts.digestArgument)
    .requiredOption('--reason <words>', texts.reasonOption);
  reject.action(
    withClient(session, party, async (context, client, digest) => {
      const found = await findProject(client, digest!);
      await client.reject(found.digest, reject.opts<{ reason: string }>().reason);
      done(context, { rejected: found.digest }, context.texts.rejectedProject);
    }),
  );

  const revoke = command('revoke', texts.projectRevoke, 'coscore project revoke 3f9c0a12 --reason "audit finding 7"')
    .argument('<digest>', texts.digestArgument)
    .requiredOption('--reason <words>', texts.reasonOption);
  revoke.action(
    withClient(session, anyNode, async (context, client, digest) => {
      const found = await findProject(client, digest!);
      await client.revoke(found.digest, revoke.opts<{ reason: string }>().reason);
      done(context, { revoked: found.digest }, context.texts.revokedProject);
    }),
  );
}

function done(context: Context, value: object, text: string): void {
  if (context.json) printJson(context, value);
  else printLine(context.io.stdout, text);
}

/** The digest alone on stdout, so that it can be kept and sent to the parties. */
async function propose(context: Context, client: CoordinatorClient, options: CreateOptions): Promise<void> {
  const recipe = recipeWith(await readRecipe(options.recipe), options.profile);
  const { purpose, runs, days } = options;
  const helper = options.helper ?? recipe.helper;
  const request: ProjectRequest = {
    project: recipe.name,
    profile: recipe.profile,
    parties: await tables(client, recipe, options.dataset ?? {}),
    models: modelKinds(recipe),
    join: recipe.join,
    policy: recipe.policy,
    purpose,
    expires: new Date(Date.now() + days * DAY_MS).toISOString(),
    runs,
    ...(helper === undefined ? {} : { helper }),
    ...(options.direct === undefined ? {} : { direct: true }),
  };
  const digest = await client.propose(request);
  if (options.direct === true) {
    const pairs = directPairs((await client.project(digest)).manifest).map((pair) => pair.join(' – '));
    note(context, context.texts.directNote(pairs.join(', ')));
  }
  note(context, context.texts.proposedNote(recipe.name));
  done(context, { digest }, digest);
}

/** A recipe with another trust profile than it is written for; `blind` has no helper. */
export function recipeWith(recipe: Recipe, profile: Recipe['profile'] | undefined): Recipe {
  if (profile === undefined || profile === recipe.profile) return recipe;
  const { helper, ...rest } = recipe;
  return { ...rest, profile, ...(profile === 'aided' && helper !== undefined ? { helper } : {}) };
}

/** The table of each party: the one named with --dataset, the one named like the recipe, or its only one. */
async function tables(
  client: CoordinatorClient,
  recipe: Recipe,
  chosen: Readonly<Record<string, string>>,
): Promise<ProjectRequest['parties']> {
  const offers = await client.offers();
  const stranger = Object.keys(chosen).find((id) => recipe.parties[id] === undefined);
  if (stranger !== undefined) throw usage(`--dataset names ${stranger}, which is no party of the recipe`);
  return Object.entries(recipe.parties).map(([id, { role }]) => {
    const names = offers.filter((offer) => offer.party === id).map(({ name }) => name);
    const dataset =
      chosen[id] ?? (names.includes(recipe.name) ? recipe.name : names.length === 1 ? names[0] : undefined);
    if (dataset !== undefined) return { id, role, dataset };
    throw usage(
      names.length === 0
        ? `${id} has published no table: it runs \`coscore data add\` on its node, which has to be connected`
        : `${id} has published ${names.join(', ')}: choose one with --dataset ${id}=TABLE`,
    );
  });
}

function usage(message: string): NodeError {
  return new NodeError('recipe-invalid', message, { params: { field: '--dataset' } });
}

/** By digest, or by enough of its first digits. @throws NodeError `recipe-invalid` when there is none, or more than one. */
export async function findProject(client: DaemonClient, digest: string): Promise<AnyProject> {
  const text = digest.trim().toLowerCase();
  const found = (await client.projects()).filter((project) => project.digest.startsWith(text));
  if (found.length === 1 && text.length >= SHORTEST_PREFIX) return found[0]!;
  const why =
    text.length < SHORTEST_PREFIX
      ? `${text} is too short: give at least ${SHORTEST_PREFIX} digits of a digest`
      : `${found.length === 0 ? 'no project of this node begins' : `${found.length} projects of this node begin`} with ${text.slice(0, 64)}`;
  throw new NodeError('recipe-invalid', `${why}; \`coscore project list\` shows them`, { params: { field: 'DIGEST' } });
}

export function listProjects(context: Context, projects: readonly AnyProject[]): void {
  const { texts } = context;
  if (context.json) return printJson(context, projects);
  if (projects.length === 0) return printLine(context.io.stdout, texts.noProjects);
  const rows = projects.map(({ digest, manifest, state, signatures, reason }) => [
    digest.slice(0, 16),
    manifest.project,
    texts.projectStates[state] ?? state,
    signatures === undefined ? '' : Object.keys(signatures).join(', ') || texts.nobody,
    reason ?? '',
  ]);
  printLine(
    context.io.stdout,
    renderTable([[texts.digest, texts.name, texts.state, texts.signatures, ''], ...rows], 'lllll'),
  );
}

async function showProject(context: Context, client: DaemonClient, project: AnyProject): Promise<void> {
  const { texts, io, lang } = context;
  const { digest, state, manifest, reason, runsUsed } = project;
  const { id: self } = await client.status();
  const calibration = mayTrainForest(manifest) ? await calibrationOf(context, client) : undefined;
  const text = approvalText(manifest, self, lang, calibration);
  if (context.json) return printJson(context, { ...project, text });
  const stated = texts.projectStates[state] ?? state;
  const lines = [
    texts.projectState(digest, reason === undefined ? stated : `${stated} (${reason})`),
    '',
    ...text.manifest.map((line) => wrap(line, WIDTH, '- ')),
    ...(runsUsed === undefined ? [] : [wrap(texts.runsUsed(runsUsed, manifest.runs), WIDTH, '- ')]),
    '',
    text.heading,
    ...text.learned.flatMap(({ party: id, lines: learned }) => [
      `  ${id}`,
      ...learned.map((line) => wrap(line, WIDTH, '    - ')),
    ]),
    ...text.notes.map((line) => wrap(line, WIDTH, '  ')),
  ];
  for (const line of lines) printLine(io.stdout, line);
}

/** Of the machine that this runs on, which is the node's. */
async function calibrationOf(context: Context, { home }: DaemonClient): Promise<Calibration> {
  // Trainers, protocols and cryptography: no other command should wait for them.
  const { keptCalibration } = await import('@coscore/party-node/plan/kept-calibration.ts');
  return keptCalibration(home, 'okamoto-uchiyama', {
    now: new Date(),
    onMeasure: () => note(context, context.texts.planMeasuring),
  });
}

/** @throws NodeError `recipe-invalid` where nobody can be asked and --yes is not given. */
async function approveProject(
  context: Context,
  client: PartyClient,
  prefix: string,
  { yes, newKeys }: { readonly yes: boolean; readonly newKeys: readonly string[] },
): Promise<void> {
  const { texts, io } = context;
  const found = await findProject(client, prefix);
  if (!context.json) {
    await showProject(context, client, found);
    printLine(io.stdout, `\n${texts.compareWords}`);
    for (const { id, fingerprint } of found.manifest.parties)
      printLine(io.stdout, `  ${id}: ${fingerprintWords(fingerprint, context.lang).join(' ')}`);
  }
  if (!yes) {
    if (io.ask === undefined || context.json)
      throw new NodeError('recipe-invalid', texts.nobodyToAsk, { params: { field: '--yes' } });
    if (!/^\s*(y|yes|是)\s*$/i.test(await io.ask(texts.approveQuestion))) return note(context, texts.notApproved);
  }
  await client.approve(found.digest, newKeys);
  done(context, { approved: found.digest }, texts.approved);
}

/** `bank=loans`, repeated. */
function collectDatasets(
  value: string,
  previous: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> {
  const at = value.indexOf('=');
  if (at < 1 || at === value.length - 1) throw new InvalidArgumentError('Write PARTY=TABLE.');
  return { ...previous, [value.slice(0, at)]: value.slice(at + 1) };
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value <= 0) throw new InvalidArgumentError('It is a whole number above 0.');
  return value;
}

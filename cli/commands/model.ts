/** The `model` commands: a party's own parts of joint models, or the coordinator's registry of them. */
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { exportFiles } from '@coscore/party-node/export-files.ts';
import { count, fixed } from '@coscore/party-node/report/format.ts';
import { DaemonClient, PartyClient } from '../daemon-client.ts';
import type { AnyModel, OwnModel, RegisteredModel } from '../daemon-views.ts';
import { printJson, printLine, type Context } from '../io.ts';
import { renderTable } from '../output/table.ts';
import type { Session } from '../session.ts';
import { nodeCommand, withClient } from './with-client.ts';

const anyNode = (home: string): DaemonClient => new DaemonClient(home);
const DIGEST_SHOWN = 16;
const AUC_DIGITS = 4;

export function addModelCommands(program: Command, session: Session): void {
  const { texts } = session;
  const model = program.command('model').description(texts.models);
  nodeCommand(model, session, 'list', texts.modelList, ['coscore model list']).action(
    withClient(session, anyNode, list),
  );
  nodeCommand(model, session, 'show', texts.modelShow, ['coscore model show 1a2b3c4d'])
    .argument('<job>', texts.modelArgument)
    .action(withClient(session, anyNode, (context, client, job) => show(context, client, job!)));
  const exported = nodeCommand(model, session, 'export', texts.modelExport, [
    'coscore model export 1a2b3c4d --out model --home /var/lib/coscore',
  ])
    .argument('<job>', texts.modelArgument)
    .option('--out <folder>', texts.modelExportOut);
  exported.action(
    withClient(
      session,
      (home) => new PartyClient(home),
      (context, client, job) =>
        exportTo(context, client, job!, resolve(exported.opts<{ out?: string }>().out ?? join('out', `${job!}-model`))),
    ),
  );
}

/** All files or none: the first request already says whether the model may be exported. */
async function exportTo(context: Context, client: PartyClient, job: string, out: string): Promise<void> {
  const { texts, io } = context;
  const folder = await mkdtempBeside(out);
  try {
    for (const name of exportFiles) await client.saveModel(job, name, join(folder, name));
    await mkdir(out, { recursive: true });
    for (const name of exportFiles) await rename(join(folder, name), join(out, name));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const files = exportFiles.map((name) => join(out, name));
  if (context.json) return printJson(context, { event: 'exported', job, files });
  for (const file of files) printLine(io.stdout, texts.saved(file));
  printLine(io.stdout, texts.modelExported);
}

/** On the same disk, so that files only have to be renamed. */
async function mkdtempBeside(out: string): Promise<string> {
  await mkdir(dirname(out), { recursive: true });
  return mkdtemp(`${out}.part-`);
}

const isRegistered = (model: AnyModel): model is RegisteredModel => 'parties' in model;

async function list(context: Context, client: DaemonClient): Promise<void> {
  const models = await client.models();
  const { texts, io } = context;
  if (context.json) return printJson(context, models);
  if (models.length === 0) return printLine(io.stdout, texts.noModels);
  const registered = models.filter(isRegistered);
  if (registered.length > 0) return listRegistered(context, registered);
  const rows = models
    .filter((model): model is OwnModel => !isRegistered(model))
    .map(({ job, name, finishedAt, features, digest }) => [
      job,
      name,
      finishedAt ?? '',
      String(features.length),
      digest.slice(0, DIGEST_SHOWN),
    ]);
  printLine(
    io.stdout,
    renderTable([['Id', texts.name, texts.finishedAt, texts.columns, texts.digest], ...rows], 'lllrl'),
  );
}

function listRegistered({ texts, io }: Context, models: readonly RegisteredModel[]): void {
  const rows = models.map(({ id, name, kind, createdAt, project, metrics }) => [
    id,
    name,
    kind,
    createdAt,
    fixed(metrics.train.auc, AUC_DIGITS),
    metrics.test === undefined ? '' : fixed(metrics.test.auc, AUC_DIGITS),
    project.slice(0, DIGEST_SHOWN),
  ]);
  const head = [
    'Id',
    texts.name,
    texts.modelKind,
    texts.modelRegistered,
    texts.modelAucTrain,
    texts.modelAucTest,
    texts.modelProject,
  ];
  printLine(io.stdout, renderTable([head, ...rows], 'llllrrl'));
}

async function show(context: Context, client: DaemonClient, job: string): Promise<void> {
  const model = await client.model(job);
  if (context.json) return printJson(context, model);
  if (isRegistered(model)) showRegistered(context, model);
  else showOwn(context, model);
}

function showRegistered({ texts, io }: Context, model: RegisteredModel): void {
  const { id, name, kind, profile, project, recipe, warmStart, createdAt, metrics, parties } = model;
  printLine(
    io.stdout,
    [
      `${id} ${name}: ${kind}, ${profile}`,
      `${texts.modelRegistered}: ${createdAt}`,
      `${texts.modelProject}: ${project}`,
      `${texts.modelRecipe}: ${recipe}`,
      ...(warmStart === undefined ? [] : [`${texts.modelWarmStart}: ${warmStart}`]),
      `${texts.modelAucTrain}: ${fixed(metrics.train.auc, AUC_DIGITS)}`,
      ...(metrics.test === undefined ? [] : [`${texts.modelAucTest}: ${fixed(metrics.test.auc, AUC_DIGITS)}`]),
    ].join('\n'),
  );
  const rows = parties.map(({ id: party, role, features, shard }) => [party, role, String(features), shard ?? '']);
  printLine(
    io.stdout,
    `\n${renderTable([[texts.party, texts.role, texts.columns, texts.modelPart], ...rows], 'llrl')}`,
  );
}

function showOwn({ texts, io }: Context, { job, name, digest, features }: OwnModel): void {
  printLine(io.stdout, `${job} ${name}\n${texts.digest}: ${digest}\n`);
  const trees = features.some(({ splits }) => splits !== undefined);
  const rows = features.map(({ name: feature, coefficient, splits }) => [
    feature,
    splits === undefined ? fixed(coefficient ?? Number.NaN, 4) : count(splits),
  ]);
  printLine(io.stdout, renderTable([[texts.feature, trees ? texts.splits : texts.coefficient], ...rows], 'lr'));
}

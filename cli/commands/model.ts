/** The `model` commands: a party's own parts of joint models. */
import type { Command } from 'commander';
import { fixed } from '@coscore/party-node/report/format.ts';
import { PartyClient } from '../daemon-client.ts';
import { printJson, printLine, type Context } from '../io.ts';
import { renderTable } from '../output/table.ts';
import type { Session } from '../session.ts';
import { nodeCommand, withClient } from './with-client.ts';

const party = (home: string): PartyClient => new PartyClient(home);

export function addModelCommands(program: Command, session: Session): void {
  const { texts } = session;
  const model = program.command('model').description(texts.models);
  nodeCommand(model, session, 'list', texts.modelList, ['coscore model list']).action(withClient(session, party, list));
  nodeCommand(model, session, 'show', texts.modelShow, ['coscore model show 01J…'])
    .argument('<job>', texts.modelArgument)
    .action(withClient(session, party, (context, client, job) => show(context, client, job!)));
}

async function list(context: Context, client: PartyClient): Promise<void> {
  const models = await client.models();
  const { texts, io } = context;
  if (context.json) return printJson(context, models);
  if (models.length === 0) return printLine(io.stdout, texts.noModels);
  const rows = models.map(({ job, name, finishedAt, features, digest }) => [
    job,
    name,
    finishedAt ?? '',
    String(features.length),
    digest.slice(0, 16),
  ]);
  printLine(
    io.stdout,
    renderTable([['Id', texts.name, texts.finishedAt, texts.columns, texts.digest], ...rows], 'lllrl'),
  );
}

async function show(context: Context, client: PartyClient, job: string): Promise<void> {
  const model = await client.model(job);
  const { texts, io } = context;
  if (context.json) return printJson(context, model);
  printLine(io.stdout, `${model.job} ${model.name}\n${texts.digest}: ${model.digest}\n`);
  const rows = model.features.map(({ name, coefficient }) => [name, fixed(coefficient, 4)]);
  printLine(io.stdout, renderTable([[texts.feature, texts.coefficient], ...rows], 'lr'));
}

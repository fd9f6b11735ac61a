/** The `coordinator` commands: what its operator does before the first project. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import { initHome, keyProtection, readNodeFile } from '@coscore/node-core/home/index.ts';
import { addressSchema } from '@coscore/node-core/identity/address.ts';
import { CoordinatorClient } from '../daemon-client.ts';
import { note, printJson, printLine, type Context } from '../io.ts';
import { renderTable } from '../output/table.ts';
import { wordLines } from '../output/words.ts';
import type { Session } from '../session.ts';
import { reportMade } from './member.ts';
import { nodeCommand, withClient, type HomeOption } from './with-client.ts';

interface InitOptions extends HomeOption {
  readonly name: string;
  readonly listen: string;
  readonly address?: string;
}

interface InviteOptions extends HomeOption {
  readonly role: 'party' | 'helper';
  readonly hours: number;
  readonly replace?: true;
}

export function addCoordinatorCommands(program: Command, session: Session): void {
  const { texts } = session;
  const coordinator = program.command('coordinator').description(texts.coordinator);
  const command = (name: string, description: string, example: string): Command =>
    nodeCommand(coordinator, session, name, description, [example]);

  command(
    'init',
    texts.coordinatorInit,
    'coscore coordinator init --home /var/lib/coscore --listen 0.0.0.0:7443 --address coscore.example.org:7443',
  )
    .option('--name <name>', texts.nameOption, 'coordinator')
    .option('--listen <address>', texts.listenOption, '0.0.0.0:7443')
    .option('--address <address>', texts.addressOption)
    .action((options: InitOptions, self: Command) => init(session, session.context(self), options));

  command('start', texts.coordinatorStart, 'coscore coordinator start --home /var/lib/coscore').action(
    (options: HomeOption, self: Command) => start(session, session.context(self), options),
  );

  const invite = command('invite', texts.coordinatorInvite, 'coscore coordinator invite bank > bank.invite')
    .argument('<name>', texts.inviteName)
    .addOption(new Option('--role <role>', texts.roleOption).choices(['party', 'helper']).default('party'))
    .option('--hours <hours>', texts.hoursOption, positive, 48)
    .option('--replace', texts.replaceOption);
  invite.action(
    withClient(
      session,
      (home) => new CoordinatorClient(home),
      async (context, client, name) => {
        const { role, hours, replace = false } = invite.opts<InviteOptions>();
        const made = await client.invite({ name: name!, role, hours, replace });
        if (context.json) printJson(context, made);
        else printLine(context.io.stdout, made.invite);
        note(context, context.texts.inviteNote(name!, made.expires));
      },
    ),
  );

  command('show', texts.coordinatorShow, 'coscore coordinator show').action(
    withClient(session, (home) => new CoordinatorClient(home), show),
  );
}

/** @throws NodeError `home-initialised`; `recipe-invalid` for an address that others cannot dial. */
async function init(session: Session, context: Context, options: InitOptions): Promise<void> {
  const { name, listen } = options;
  const address = options.address ?? listen;
  for (const [field, value] of [
    ['--listen', listen],
    ['--address', address],
  ] as const) {
    const checked = addressSchema.safeParse(value);
    if (!checked.success) throw invalid(field, checked.error.issues[0]?.message ?? '');
  }
  if (options.address === undefined && /^(0\.0\.0\.0|\[::\]):/.test(listen))
    throw invalid('--address', `nobody can dial ${listen}: say with --address where the other institutions reach it`);
  const home = session.home(options);
  const protection = keyProtection(context.io.env['COSCORE_PASSPHRASE']);
  const identity = await initHome(home, { version: 1, kind: 'coordinator', id: name, listen, address }, protection);
  reportMade(context, 'coordinator', home, identity, protection);
}

function invalid(field: string, why: string): NodeError {
  return new NodeError('recipe-invalid', `${field}: ${why}`, { params: { field } });
}

/** Runs in this process until it is told to stop. */
async function start(session: Session, context: Context, options: HomeOption): Promise<void> {
  const home = session.home(options);
  const { id, listen, address } = await readNodeFile(home, 'coordinator');
  const { runCoordinator } = await import('@coscore/coordinator/run-coordinator.ts');
  await runCoordinator({
    home,
    id,
    listen,
    address,
    onReady: (line) => {
      if (context.json) return printJson(context, line);
      for (const text of [
        context.texts.listening(id, address),
        context.texts.ownWords(id),
        ...wordLines(line.fingerprint),
      ])
        printLine(context.io.stdout, text);
    },
  });
  await new Promise<never>(() => undefined); // the daemon ends the process
}

async function show(context: Context, client: CoordinatorClient): Promise<void> {
  const status = await client.status();
  const { texts } = context;
  if (context.json) return printJson(context, status);
  for (const line of [
    `${status.id} ${status.address}`,
    texts.ownWords(status.id),
    ...wordLines(status.fingerprint),
    '',
  ])
    printLine(context.io.stdout, line);
  if (status.parties.length === 0) return printLine(context.io.stdout, texts.noNodes);
  const rows = status.parties.map((node) => [
    node.id,
    node.role,
    node.connected ? texts.yes : texts.no,
    wordLines(node.fingerprint)[0]!.trim(),
  ]);
  printLine(context.io.stdout, renderTable([[texts.name, texts.role, texts.connected, texts.words], ...rows], 'llll'));
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('It is a number above 0.');
  return value;
}

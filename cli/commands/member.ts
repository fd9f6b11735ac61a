/** The `party` and `helper` commands: a node's folder and key, its coordinator, its daemon. */
import { type Command } from 'commander';
import { checkInvite, joinCoordinator, parseInvite, type NodeRole } from '@coscore/node-core/enrol/index.ts';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import {
  homeIdentity,
  initHome,
  keyProtection,
  readNodeFile,
  rotateKey,
  writeNodeFile,
} from '@coscore/node-core/home/index.ts';
import type { Identity, KeyProtection } from '@coscore/node-core/identity/index.ts';
import type { ReadyLine } from '@coscore/node-core/daemon/daemon.ts';
import { count } from '@coscore/party-node/report/format.ts';
import { DaemonClient, PartyClient } from '../daemon-client.ts';
import type { PartyStatus } from '../daemon-views.ts';
import { note, printJson, printLine, type Context } from '../io.ts';
import { wordLines } from '../output/words.ts';
import type { Session } from '../session.ts';
import { listProjects } from './project.ts';
import { directAddresses, setListen, type ListenOptions } from './listen.ts';
import { nodeCommand, withClient, type HomeOption } from './with-client.ts';

interface InitOptions extends HomeOption, ListenOptions {
  readonly name: string;
}

export function addMemberCommands(program: Command, session: Session): void {
  const { texts } = session;
  for (const kind of ['party', 'helper'] as const) {
    const parent = program.command(kind).description(kind === 'party' ? texts.partyCommands : texts.helperCommands);
    const command = (name: string, description: string, rest = ''): Command =>
      nodeCommand(parent, session, name, description, [`coscore ${kind} ${name}${rest} --home /var/lib/coscore`]);
    const here = (options: HomeOption, self: Command): [home: string, context: Context] => [
      session.home(options),
      session.context(self),
    ];

    command('init', texts.memberInit, ' --name bank')
      .requiredOption('--name <name>', texts.nameOption)
      .option('--listen <address>', texts.peerListenOption)
      .option('--address <address>', texts.peerAddressOption)
      .action((options: InitOptions, self: Command) => init(kind, options, ...here(options, self)));
    command('join', texts.memberJoin, ' coscore1.eyJh…')
      .argument('<invite>', texts.inviteArgument)
      .action((invite: string, options: HomeOption, self: Command) => join(kind, invite, ...here(options, self)));
    command('start', texts.memberStart).action((options: HomeOption, self: Command) =>
      start(kind, ...here(options, self)),
    );
    command('show', texts.memberShow).action(
      kind === 'party'
        ? withClient(session, (home) => new PartyClient(home), showParty)
        : withClient(session, (home) => new DaemonClient(home), showNode),
    );
    command('listen', texts.memberListen, ' 0.0.0.0:7444 --address bank.example.org:7444')
      .argument('<address>', texts.listenArgument)
      .option('--address <address>', texts.peerAddressOption)
      .action((at: string, options: HomeOption & ListenOptions, self: Command) => {
        const [home, context] = here(options, self);
        return setListen(kind, home, context, at, options.address, () => isRunning(home));
      });
    command('rotate-key', texts.memberRotate).action((options: HomeOption, self: Command) =>
      rotate(...here(options, self)),
    );
  }
}

/** @throws NodeError as `directAddresses` and `initHome`. */
async function init(kind: NodeRole, options: InitOptions, home: string, context: Context): Promise<void> {
  const protection = protectionOf(context);
  const direct = directAddresses(options);
  const file = { version: 1, kind, id: options.name, ...(direct === undefined ? {} : { direct }) } as const;
  const identity = await initHome(home, file, protection);
  reportMade(context, kind, home, identity, protection);
}

export function reportMade(
  context: Context,
  kind: string,
  home: string,
  { id, fingerprint }: Identity,
  protection: KeyProtection,
): void {
  const { texts } = context;
  if (context.json) return printJson(context, { kind, id, home, fingerprint });
  for (const line of [texts.made(kind, id, home), texts.ownWords(id), ...wordLines(fingerprint)])
    printLine(context.io.stdout, line);
  if (protection.kind === 'key-file') note(context, texts.keyInFile);
}

const protectionOf = (context: Context): KeyProtection => keyProtection(context.io.env['COSCORE_PASSPHRASE']);

/** @throws NodeError as `parseInvite`, `checkInvite` and `joinCoordinator`. */
async function join(kind: NodeRole, line: string, home: string, context: Context): Promise<void> {
  const { texts } = context;
  const file = await readNodeFile(home, kind);
  const identity = await homeIdentity(home, protectionOf(context));
  const invite = parseInvite(line === '-' ? ((await context.io.input?.()) ?? '') : line);
  checkInvite(invite, { id: file.id, role: kind }, new Date());
  const coordinator = await joinCoordinator(invite, identity);
  await writeNodeFile(home, { ...file, coordinator });
  if (context.json) {
    printJson(context, { id: file.id, fingerprint: identity.fingerprint, coordinator });
  } else {
    for (const text of [
      texts.joined(file.id, coordinator.id),
      texts.coordinatorWords(coordinator.id),
      ...wordLines(coordinator.fingerprint),
      texts.ownWords(file.id),
      ...wordLines(identity.fingerprint),
    ])
      printLine(context.io.stdout, text);
  }
  if (await isRunning(home)) note(context, texts.startAgain);
}

async function isRunning(home: string): Promise<boolean> {
  const client = new DaemonClient(home);
  try {
    await client.status();
    return true;
  } catch (error) {
    if (error instanceof NodeError && error.code === 'daemon-not-running') return false;
    throw error;
  } finally {
    await client.close();
  }
}

/** Runs in this process until it is told to stop. */
async function start(kind: NodeRole, home: string, context: Context): Promise<void> {
  const { id, coordinator, direct } = await readNodeFile(home, kind);
  const onReady = (line: ReadyLine): void => {
    const { texts } = context;
    if (context.json) return printJson(context, line);
    for (const text of [texts.nodeRuns(id), texts.ownWords(id), ...wordLines(line.fingerprint)])
      printLine(context.io.stdout, text);
    if (direct !== undefined) printLine(context.io.stdout, texts.directAt(direct.listen, direct.address));
    if (coordinator === undefined) note(context, texts.notJoined);
  };
  // Each brings what the other commands need not wait for.
  if (kind === 'party')
    await (await import('@coscore/party-node/run-party.ts')).runParty({ home, id, ...direct, onReady });
  else await (await import('@coscore/coordinator/run-helper.ts')).runHelper({ home, id, ...direct, onReady });
  await new Promise<never>(() => undefined); // the daemon ends the process
}

async function showParty(context: Context, client: PartyClient): Promise<void> {
  const [status, datasets, projects] = await Promise.all([client.status(), client.datasets(), client.projects()]);
  if (context.json) {
    const tables = datasets.map(({ name }) => name);
    return printJson(context, {
      ...status,
      datasets: tables,
      projects: projects.map(({ digest, state }) => ({ digest, state })),
    });
  }
  printStatus(context, status);
  const { texts, io } = context;
  printLine(io.stdout, `\n${texts.tablesHeading}`);
  if (datasets.length === 0) printLine(io.stdout, texts.noTables);
  for (const { name, profile } of datasets)
    printLine(io.stdout, texts.dataRead(name, count(profile.rows), profile.columns.length));
  printLine(io.stdout, `\n${texts.projectsHeading}`);
  listProjects(context, projects);
}

async function showNode(context: Context, client: DaemonClient): Promise<void> {
  const status = (await client.status()) as PartyStatus;
  if (context.json) printJson(context, status);
  else printStatus(context, status);
}

function printStatus(context: Context, { id, fingerprint, coordinator, direct }: PartyStatus): void {
  const { texts, io } = context;
  const connection = texts.connections[coordinator.state] ?? coordinator.state;
  const why = coordinator.error === undefined ? '' : ` [${coordinator.error}] ${coordinator.detail ?? ''}`;
  const lines = [id, texts.ownWords(id), ...wordLines(fingerprint)];
  if (coordinator.id === undefined) lines.push(texts.notJoined);
  else {
    lines.push(texts.coordinatorIs(coordinator.id, coordinator.address ?? '', `${connection}${why}`));
    lines.push(...wordLines(coordinator.fingerprint!));
  }
  if (direct !== undefined) lines.push(texts.directAt(direct.listen, direct.address));
  for (const line of lines) printLine(io.stdout, line);
}

/** @throws NodeError `state-locked` while the node runs; as `rotateKey`. */
async function rotate(home: string, context: Context): Promise<void> {
  if (await isRunning(home)) {
    throw new NodeError('state-locked', 'the node runs, with its old key in memory: stop it first', {
      params: { directory: home },
    });
  }
  const { old, next } = await rotateKey(home, protectionOf(context));
  if (context.json) return printJson(context, { id: next.id, from: old.fingerprint, to: next.fingerprint });
  const { texts, io } = context;
  for (const line of [texts.rotated(next.id), texts.ownWords(next.id), ...wordLines(next.fingerprint)])
    printLine(io.stdout, line);
}

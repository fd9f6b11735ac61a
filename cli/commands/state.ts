/** The `state` commands: a node's whole memory as one file, and back. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { isCoded } from '@coscore/node-core/errors/coded.ts';
import { COSCORE_VERSION } from '@coscore/node-core/daemon/version.ts';
import type { BackupWritten } from '@coscore/node-core/state/backup/index.ts';
import { count } from '@coscore/party-node/report/format.ts';
import { DaemonClient } from '../daemon-client.ts';
import { note, printJson, printLine, type Context } from '../io.ts';
import type { Session } from '../session.ts';

interface BackupOptions {
  readonly home?: string;
  readonly out: string;
  readonly withKeys?: boolean;
}

interface RestoreOptions {
  readonly home?: string;
  readonly in: string;
}

export function addStateCommands(program: Command, session: Session): void {
  const { texts } = session;
  const state = program.command('state').description(texts.stateGroup);

  state
    .command('backup')
    .description(texts.stateBackup)
    .requiredOption('--out <file>', texts.backupOption)
    .option('--with-keys', texts.withKeysOption)
    .option('--home <folder>', texts.homeOption)
    .addHelpText(
      'after',
      session.examples(['coscore state backup --home /var/lib/coscore --out bank-2026-11-22.backup']),
    )
    .action((options: BackupOptions, command: Command) =>
      backup(session.context(command), session.home(options), options),
    );

  state
    .command('restore')
    .description(texts.stateRestore)
    .requiredOption('--in <file>', texts.restoreOption)
    .option('--home <folder>', texts.homeOption)
    .addHelpText(
      'after',
      session.examples(['coscore state restore --home /var/lib/coscore-new --in bank-2026-11-22.backup']),
    )
    .action((options: RestoreOptions, command: Command) =>
      restore(session.context(command), session.home(options), resolve(options.in)),
    );
}

/** Loaded where they are used: a node's state takes hundreds of modules, which no other command needs. */
async function stateModules(): Promise<
  typeof import('@coscore/node-core/state/index.ts') & typeof import('@coscore/node-core/state/backup/index.ts')
> {
  const [state, files] = await Promise.all([
    import('@coscore/node-core/state/index.ts'),
    import('@coscore/node-core/state/backup/index.ts'),
  ]);
  return { ...state, ...files };
}

async function backup(context: Context, home: string, { out, withKeys = false }: BackupOptions): Promise<void> {
  const file = resolve(out);
  const written = await asDaemonElseAlone(context, resolve(home), file, withKeys);
  if (context.json) printJson(context, written);
  else printLine(context.io.stdout, context.texts.backedUp(written.file, count(written.rows), written.sha256));
}

/** A running daemon has the state to itself and writes the file; without one this process takes the state's lock. */
async function asDaemonElseAlone(
  context: Context,
  home: string,
  file: string,
  withKeys: boolean,
): Promise<BackupWritten> {
  const client = new DaemonClient(home);
  try {
    return await client.backUp({ file, withKeys });
  } catch (error) {
    if (!isCoded(error) || error.code !== 'daemon-not-running') throw error;
  } finally {
    await client.close();
  }
  const { openState, stateOptions, backUpNode, nodeIdIn } = await stateModules();
  const options = stateOptions(context.io.env, await nodeIdIn(home));
  const state = await openState(join(home, 'state'), options);
  try {
    return await backUpNode(state, { home, file, withKeys, software: COSCORE_VERSION });
  } finally {
    await state.close();
  }
}

async function restore(context: Context, home: string, file: string): Promise<void> {
  const { stateOptions, restoreNode } = await stateModules();
  const restored = await restoreNode(resolve(home), file, (id) => stateOptions(context.io.env, id));
  if (context.json) {
    printJson(context, restored);
    return;
  }
  const { id, at, rows, jobsEnded } = restored;
  for (const text of context.texts.restored(id, at, count(rows), count(jobsEnded))) printLine(context.io.stdout, text);
  const identity = join(resolve(home), 'identity');
  if (!existsSync(join(identity, 'key.json'))) note(context, context.texts.keyMissing(identity));
}

/** What commands share that talk to a running node: its folder from --home, a client that is always closed. */
import type { Command } from 'commander';
import type { DaemonClient } from '../daemon-client.ts';
import type { Context } from '../io.ts';
import type { Session } from '../session.ts';

export interface HomeOption {
  readonly home?: string;
}

/** @returns an action: opens a client of the node that the command names, uses it, closes it. */
export function withClient<C extends DaemonClient>(
  session: Session,
  open: (home: string) => C,
  use: (context: Context, client: C, ...values: string[]) => Promise<void>,
): (...args: unknown[]) => Promise<void> {
  return async (...args) => {
    const command = args.at(-1) as Command;
    const client = open(session.home(command.opts<HomeOption>()));
    await use(session.context(command), client, ...(args.slice(0, -2) as string[])).finally(() => client.close());
  };
}

/** A command under `parent` that names a node. */
export function nodeCommand(
  parent: Command,
  session: Session,
  name: string,
  description: string,
  examples: readonly string[],
): Command {
  return parent
    .command(name)
    .description(description)
    .option('--home <folder>', session.texts.homeOption)
    .addHelpText('after', session.examples(examples));
}

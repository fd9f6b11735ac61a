/** The command tree. Texts follow the language, so the tree is made once it is known. */
import { Command, Option } from 'commander';
import { addAuditCommands } from './commands/audit.ts';
import { addCoordinatorCommands } from './commands/coordinator.ts';
import { addDataCommands } from './commands/data.ts';
import { addJobCommands } from './commands/job.ts';
import { addLabCommands } from './commands/lab.ts';
import { addMemberCommands } from './commands/member.ts';
import { addModelCommands } from './commands/model.ts';
import { addPoolCommands } from './commands/pool.ts';
import { addProjectCommands } from './commands/project.ts';
import { addScoreCommand } from './commands/score.ts';
import { addStateCommands } from './commands/state.ts';
import type { Io } from './io.ts';
import { Session } from './session.ts';
import type { Lang } from './texts.ts';

export function buildProgram(io: Io, lang: Lang, version: string): Command {
  const session = new Session(io, lang);
  const { texts } = session;
  const program = new Command('coscore')
    .description(texts.about)
    .version(version, '-V, --version', texts.versionOption)
    .helpOption('-h, --help', texts.helpOption)
    .option('--json', texts.jsonOption)
    .addOption(new Option('--lang <lang>', texts.langOption).choices(['en', 'zh']))
    .addHelpText(
      'after',
      session.examples([
        'coscore lab run sme.yaml',
        'coscore data add loans loans.csv --id loan_id --label defaulted',
        'coscore job watch 01J… --home /var/lib/coscore',
      ]),
    );
  addLabCommands(program, session);
  addCoordinatorCommands(program, session);
  addMemberCommands(program, session);
  addDataCommands(program, session);
  addProjectCommands(program, session);
  addJobCommands(program, session);
  addPoolCommands(program, session);
  addModelCommands(program, session);
  addScoreCommand(program, session);
  addAuditCommands(program, session);
  addStateCommands(program, session);
  eachCommand(program, (command) => {
    command
      .helpOption('-h, --help', texts.helpOption)
      .helpCommand(false)
      .configureHelp({ showGlobalOptions: command !== program })
      .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) })
      .exitOverride();
  });
  return program;
}

function eachCommand(command: Command, visit: (command: Command) => void): void {
  visit(command);
  for (const child of command.commands) eachCommand(child, visit);
}

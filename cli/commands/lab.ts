/** The `lab` commands' options. */
import { Option, type Command } from 'commander';
import type { Session } from '../session.ts';
import { labRun, labUp, type LabCommandOptions } from './lab-run.ts';

export function addLabCommands(program: Command, session: Session): void {
  const { texts } = session;
  const lab = program.command('lab').description(texts.lab);
  const profile = (): Option => new Option('--profile <profile>', texts.profileOption).choices(['aided', 'blind']);
  lab
    .command('run')
    .description(texts.labRun)
    .argument('<recipe>', texts.recipeArgument)
    .option('--out <folder>', texts.outOption)
    .addOption(profile())
    .option('--data <folder>', texts.dataOption)
    .option('--direct', texts.labDirectOption)
    .option('--keep', texts.keepOption)
    .option('--deal-ahead', texts.dealAheadOption)
    .addHelpText(
      'after',
      session.examples([
        'coscore lab run sme.yaml',
        'coscore lab run examples/recipes/sba.yaml --data ../shared/data/sba --out out/sba',
        'coscore lab run sme.yaml --json | tail -n 1 | jq .report.metrics.test.auc',
      ]),
    )
    .action((recipe: string, options: LabCommandOptions, command: Command) =>
      labRun(session.context(command), recipe, options),
    );
  lab
    .command('up')
    .description(texts.labUp)
    .argument('<recipe>', texts.recipeArgument)
    .addOption(profile())
    .option('--data <folder>', texts.dataOption)
    .option('--direct', texts.labDirectOption)
    .addHelpText('after', session.examples(['coscore lab up sme.yaml']))
    .action((recipe: string, options: LabCommandOptions, command: Command) =>
      labUp(session.context(command), recipe, options),
    );
}

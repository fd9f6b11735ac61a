/**
 * `npm run demo`: the main job from beginning to end. Makes up an economy of firms that a bank, a tax bureau and a
 * logistics platform see parts of, runs every node as a process of its own, and shows what the joint model gains.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { generate } from '@coscore/examples/sme-economy/generate.ts';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import { count } from '@coscore/party-node/report/format.ts';
import { labRun } from './commands/lab-run.ts';
import { note, type Context } from './io.ts';
import { reportError } from './output/error.ts';
import { processIo } from './process-io.ts';
import { langOf, texts as allTexts, type Lang } from './texts.ts';

type DemoModel = 'scorecard' | 'gbdt';

interface DemoOptions {
  readonly data?: string;
  readonly rows: number;
  readonly keep?: boolean;
  readonly out: string;
  readonly profile?: 'aided' | 'blind';
  readonly model?: DemoModel;
  readonly json?: boolean;
  readonly lang?: Lang;
}

const DEFAULT_FIRMS = 20_000;
/** Fewer firms leave too few defaults to bin. */
const FEWEST_FIRMS = 2000;
const SEED = 7;

function demoCommand(): Command {
  const texts = allTexts[langOf(process.env)];
  return new Command('npm run demo --')
    .description(texts.demo)
    .option('--data <folder>', texts.demoDataOption)
    .option('--rows <number>', texts.rowsOption, firms, DEFAULT_FIRMS)
    .option('--keep', texts.keepOption)
    .option('--out <folder>', texts.outOption, 'out/demo')
    .addOption(new Option('--profile <profile>', texts.profileOption).choices(['aided', 'blind']))
    .addOption(new Option('--model <kind>', texts.demoModelOption).choices(['scorecard', 'gbdt']).conflicts('data'))
    .option('--json', texts.jsonOption)
    .addOption(new Option('--lang <lang>', texts.langOption).choices(['en', 'zh']))
    .helpOption('-h, --help', texts.helpOption)
    .exitOverride();
}

function firms(text: string): number {
  const rows = Number(text);
  if (!Number.isInteger(rows) || rows < FEWEST_FIRMS)
    throw new InvalidArgumentError(`Give a whole number from ${FEWEST_FIRMS} up.`);
  return rows;
}

async function demo(context: Context, options: DemoOptions): Promise<void> {
  const { texts } = context;
  const run = (recipe: string): Promise<void> =>
    labRun(context, recipe, {
      out: options.out,
      ...(options.keep === undefined ? {} : { keep: options.keep }),
      ...(options.profile === undefined ? {} : { profile: options.profile }),
    });
  if (options.data !== undefined) {
    const recipe = join(resolve(options.data), 'recipe.yaml');
    if (!existsSync(recipe))
      throw new NodeError('recipe-not-found', `there is no ${recipe}`, { params: { path: recipe } });
    for (const line of texts.demoOwnIntro(recipe)) note(context, line);
    await run(recipe);
    return;
  }
  const { model = 'scorecard' } = options;
  for (const line of [...texts.demoIntro(count(options.rows), texts.demoModels[model]), '', texts.generating])
    note(context, line);
  const folder = await mkdtemp(join(tmpdir(), 'coscore-demo-'));
  try {
    const { recipes } = await generate({ rows: options.rows, seed: SEED, dir: folder });
    await run(recipes[model]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const io = processIo();
const command = demoCommand();
try {
  command.parse(process.argv.slice(2), { from: 'user' });
  const options = command.opts<DemoOptions>();
  const lang = options.lang ?? langOf(process.env);
  const context: Context = { io, lang, texts: allTexts[lang], json: options.json === true };
  try {
    await demo(context, options);
  } catch (error) {
    process.exitCode = reportError(context, error);
  }
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}

/** `coscore job plan`: what a forest would take, from the tables that are here and a few seconds of measuring this machine. */
import { access } from 'node:fs/promises';
import { InvalidArgumentError, type Command } from 'commander';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import { readRecipe, resolveDataPath, type Recipe } from '@coscore/node-core/recipe/index.ts';
import type { PlanParty, PlanSetting, PlanShape, ProfilePlan } from '@coscore/party-node/plan/index.ts';
import type { KnownTable } from '@coscore/party-node/plan/recipe-shape.ts';
import { count } from '@coscore/party-node/report/format.ts';
import { note, printJson, printLine, type Context } from '../io.ts';
import { COORDINATOR } from '../lab/lab.ts';
import { renderTable } from '../output/table.ts';
import type { Session } from '../session.ts';

interface PlanOptions {
  readonly rows?: number;
  readonly columns?: readonly (readonly [party: string, columns: number])[];
  readonly data?: string;
  readonly bandwidth?: number;
  readonly delay?: number;
  readonly oneMachine?: boolean;
}

export function addPlanCommand(job: Command, session: Session): void {
  const { texts } = session;
  const plan = job
    .command('plan')
    .description(texts.jobPlan)
    .argument('<recipe>', texts.recipeArgument)
    .option('--rows <count>', texts.planRows, whole)
    .option('--columns <party=count...>', texts.planColumns, columnsOption)
    .option('--data <folder>', texts.planData)
    .option('--bandwidth <rate>', texts.planBandwidth, quantity(session, RATES, '100mbit, 1gbit'))
    .option('--delay <time>', texts.planDelay, quantity(session, TIMES, '10ms, 0.5s'))
    .option('--one-machine', texts.planOneMachine)
    .addHelpText(
      'after',
      session.examples([
        'coscore job plan trees.yaml --bandwidth 100mbit --delay 10ms',
        'coscore job plan trees.yaml --rows 500000 --columns tax=40',
      ]),
    );
  plan.action(async (path: string, options: PlanOptions) => run(session.context(plan), path, options));
}

async function run(context: Context, path: string, options: PlanOptions): Promise<void> {
  // Trainers, protocols and cryptography: no other command should wait for them.
  const { calibrate, predict } = await import('@coscore/party-node/plan/index.ts');
  const recipe = await readRecipe(path);
  const shape = await shapeFor(context, recipe, path, options);
  note(context, context.texts.planMeasuring);
  const rates = await calibrate(shape.additive);
  const setting: PlanSetting = {
    line: { bitsPerSecond: options.bandwidth ?? Infinity, delaySeconds: options.delay ?? 0 },
    together: options.oneMachine === true,
  };
  const plans = (['aided', 'blind'] as const).map((profile) => predict(shape, rates, setting, profile));
  if (context.json) printJson(context, { shape, rates, plans });
  else print(context, shape, plans);
}

/** @throws NodeError `recipe-invalid` for another kind of model, or a table of which nothing is known. */
async function shapeFor(
  { texts }: Context,
  recipe: Recipe,
  path: string,
  { rows, columns = [], data }: PlanOptions,
): Promise<PlanShape> {
  const { model } = recipe;
  if (model.kind !== 'gbdt')
    throw new NodeError('recipe-invalid', texts.planNotTrees, { params: { field: 'model.kind' } });
  const { guessedTable, shapeOf, tableOf } = await import('@coscore/party-node/plan/recipe-shape.ts');
  const said = new Map(columns);
  const read: KnownTable[] = [];
  const guessed: PlanParty[] = [];
  for (const [party, entry] of Object.entries(recipe.parties)) {
    const file = resolveDataPath(entry.data, path, data);
    const given = said.get(party);
    if (given !== undefined) guessed.push(guessedTable(recipe, party, given));
    else if (await isThere(file)) read.push(await tableOf(recipe, party, file));
    else throw unknownTable(texts.planNoTable(party, file), party);
  }
  const common = rows ?? Math.min(...read.map((table) => table.rows));
  if (!Number.isFinite(common)) throw unknownTable(texts.planNoTable(guessed[0]!.party, path), guessed[0]!.party);
  return shapeOf(recipe, model, [...read, ...guessed], common, COORDINATOR);
}

const unknownTable = (message: string, party: string): NodeError =>
  new NodeError('recipe-invalid', message, { params: { field: `parties.${party}.data` } });

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

function print({ io, texts }: Context, shape: PlanShape, plans: readonly ProfilePlan[]): void {
  const line = (text: string): void => printLine(io.stdout, text);
  const table = (head: readonly string[], rows: readonly (readonly string[])[], align: string): void =>
    line(`\n${renderTable([head, ...rows], align)}`);
  line(texts.planShape(count(shape.rows), count(shape.counted), count(shape.trees), String(shape.depth)));
  table(
    [texts.planProfile, texts.planSecondsATree, texts.planSeconds],
    plans.map(({ profile, secondsATree, trainSeconds }) => [profile, short(secondsATree), short(trainSeconds)]),
    'lrr',
  );
  table(
    [texts.planProfile, texts.planLink, texts.planBytesATree, texts.planBytes, texts.planMessages],
    plans.flatMap(({ profile, links }) =>
      links.map(({ from, to, bytes, messages }) => [
        profile,
        `${from} > ${to}`,
        short(bytes / 1e6),
        short((bytes * shape.trees) / 1e6),
        String(messages),
      ]),
    ),
    'llrrr',
  );
  table(
    [texts.planProfile, texts.planProcess, texts.planMemory],
    plans.flatMap(({ profile, memory }) =>
      Object.entries(memory).map(([process, bytes]) => [profile, process, String(Math.round(bytes / 2 ** 20))]),
    ),
    'llr',
  );
}

/** Two digits are as much as is known. */
const short = (value: number): string => (value >= 100 ? String(Math.round(value)) : value.toPrecision(2));

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('1, 2, 3, ...');
  return value;
}

function columnsOption(
  text: string,
  before: readonly (readonly [string, number])[] | undefined,
): readonly (readonly [string, number])[] {
  const [, party, columns] = /^([^=]+)=(\d+)$/.exec(text) ?? [];
  if (party === undefined || columns === undefined) throw new InvalidArgumentError('PARTY=COUNT');
  return [...(before ?? []), [party, whole(columns)]];
}

const RATES: Readonly<Record<string, number>> = { kbit: 1e3, mbit: 1e6, gbit: 1e9 };
const TIMES: Readonly<Record<string, number>> = { ms: 1e-3, s: 1 };

const quantity =
  ({ texts }: Session, units: Readonly<Record<string, number>>, examples: string) =>
  (text: string): number => {
    const [, digits, unit] = /^(\d+(?:\.\d+)?)\s*([a-z]+)$/i.exec(text) ?? [];
    const scale = unit === undefined ? undefined : units[unit.toLowerCase()];
    if (digits === undefined || scale === undefined)
      throw new InvalidArgumentError(texts.planBadQuantity(text, examples));
    return Number(digits) * scale;
  };

/** The `data` commands: what a party node knows about its owner's tables. */
import { resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import type { DatasetRequest } from '@coscore/party-node/http/requests.ts';
import { count, fixed } from '@coscore/party-node/report/format.ts';
import { PartyClient } from '../daemon-client.ts';
import type { DatasetProfile, DatasetView } from '../daemon-views.ts';
import { printJson, printLine, type Context } from '../io.ts';
import { renderTable } from '../output/table.ts';
import type { Session } from '../session.ts';

interface HomeOption {
  readonly home?: string;
}

interface AddOptions extends HomeOption {
  readonly from?: 'file' | 'postgres';
  readonly urlEnv?: string;
  readonly table?: string;
  readonly query?: string;
  readonly id: string;
  readonly label?: string;
  readonly split?: string;
  readonly drop?: readonly string[];
  readonly columns?: readonly string[];
  readonly type?: Readonly<Record<string, 'number' | 'category'>>;
}

type ColumnProfile = DatasetProfile['columns'][number];

export function addDataCommands(program: Command, session: Session): void {
  const { texts } = session;
  const data = program.command('data').description(texts.data);
  const withClient = async (
    command: Command,
    use: (context: Context, client: PartyClient) => Promise<void>,
  ): Promise<void> => {
    const client = new PartyClient(session.home(command.opts<HomeOption>()));
    await use(session.context(command), client).finally(() => client.close());
  };

  data
    .command('add')
    .description(texts.dataAdd)
    .argument('<name>', texts.nameArgument)
    .argument('[file]', texts.fileArgument)
    .addOption(new Option('--from <source>', texts.fromOption).choices(['file', 'postgres']))
    .option('--url-env <variable>', texts.urlEnvOption)
    .option('--table <name>', texts.tableOption)
    .option('--query <select>', texts.queryOption)
    .requiredOption('--id <column>', texts.idOption)
    .option('--label <column>', texts.labelOption)
    .option('--split <column>', texts.splitOption)
    .option('--drop <column...>', texts.dropOption)
    .option('--columns <column...>', texts.columnsOption)
    .option('--type <column=type...>', texts.typeOption, collectTypes)
    .option('--home <folder>', texts.homeOption)
    .addHelpText(
      'after',
      session.examples([
        'coscore data add loans loans.csv --id loan_id --label defaulted --drop approval_fy',
        'coscore data add firms firms.parquet --id loan_id --type zip3=category sector=category',
        'coscore data add firms --from postgres --url-env TAX_DB --table tax.firms --id taxpayer_id',
      ]),
    )
    .action((name: string, file: string | undefined, options: AddOptions, command: Command) =>
      withClient(command, (context, client) => add(context, client, name, file, options)),
    );

  data
    .command('list')
    .description(texts.dataList)
    .option('--home <folder>', texts.homeOption)
    .addHelpText('after', session.examples(['coscore data list --home /var/lib/coscore']))
    .action((_options: HomeOption, command: Command) => withClient(command, list));

  data
    .command('show')
    .description(texts.dataShow)
    .argument('<name>', texts.nameArgument)
    .option('--home <folder>', texts.homeOption)
    .addHelpText('after', session.examples(['coscore data show loans']))
    .action((name: string, _options: HomeOption, command: Command) =>
      withClient(command, async (context, client) => show(context, await client.dataset(name))),
    );

  data
    .command('remove')
    .description(texts.dataRemove)
    .argument('<name>', texts.nameArgument)
    .option('--home <folder>', texts.homeOption)
    .addHelpText('after', session.examples(['coscore data remove loans']))
    .action((name: string, _options: HomeOption, command: Command) =>
      withClient(command, async (context, client) => {
        await client.removeDataset(name);
        if (context.json) printJson(context, { removed: name });
        else printLine(context.io.stdout, texts.removed(name));
      }),
    );
}

/** `zip3=category`, repeated. A column name may itself contain `=`. */
function collectTypes(
  value: string,
  previous: Readonly<Record<string, 'number' | 'category'>> | undefined,
): Readonly<Record<string, 'number' | 'category'>> {
  const at = value.lastIndexOf('=');
  const type = value.slice(at + 1);
  if (at < 1 || (type !== 'number' && type !== 'category')) {
    throw new InvalidArgumentError('Write COLUMN=number or COLUMN=category.');
  }
  return { ...previous, [value.slice(0, at)]: type };
}

async function add(
  context: Context,
  client: PartyClient,
  name: string,
  file: string | undefined,
  options: AddOptions,
): Promise<void> {
  const profile = await client.addDataset({
    name,
    ...placeOf(file, options),
    id: options.id,
    ...(options.label === undefined ? {} : { label: options.label }),
    ...(options.split === undefined ? {} : { split: options.split }),
    ...(options.columns === undefined ? {} : { columns: [...options.columns] }),
    drop: [...(options.drop ?? [])],
    types: { ...options.type },
    role: options.label === undefined ? 'feature' : 'label',
  });
  if (context.json) printJson(context, { name, profile });
  else printLine(context.io.stdout, context.texts.added(name, count(profile.rows), profile.columns.length));
}

/** @throws NodeError `recipe-invalid` when the words name no source, or two. */
function placeOf(
  file: string | undefined,
  { from, urlEnv, table, query }: AddOptions,
): Pick<DatasetRequest, 'path' | 'postgres'> {
  const wrong = (message: string, field: string): NodeError =>
    new NodeError('recipe-invalid', message, { params: { field } });
  if (from !== 'postgres') {
    if (urlEnv !== undefined || table !== undefined || query !== undefined)
      throw wrong('--url-env, --table and --query belong to --from postgres', '--from');
    if (file === undefined) throw wrong('name a file, or --from postgres', 'file');
    return { path: resolve(file) };
  }
  if (file !== undefined) throw wrong('--from postgres reads a table or query; name no file', 'file');
  if (urlEnv === undefined)
    throw wrong(
      "--url-env names the variable that holds the postgres:// URL in the node's own environment",
      '--url-env',
    );
  if ((table === undefined) === (query === undefined)) throw wrong('name either --table or --query', '--table');
  return { postgres: { urlEnv, ...(table === undefined ? { query: query! } : { table }) } };
}

/** Where a table's rows are, in one line. */
function placeText({ path, postgres }: Pick<DatasetView, 'path' | 'postgres'>): string {
  if (postgres === undefined) return path ?? '';
  return `PostgreSQL (${postgres.urlEnv}): ${postgres.table ?? postgres.query ?? ''}`.replace(/\s+/g, ' ');
}

async function list(context: Context, client: PartyClient): Promise<void> {
  const datasets = await client.datasets();
  const { texts } = context;
  if (context.json) printJson(context, datasets);
  else if (datasets.length === 0) printLine(context.io.stdout, texts.noTables);
  else {
    const rows = datasets.map((dataset) => [
      dataset.name,
      count(dataset.profile.rows),
      String(dataset.profile.columns.length),
      dataset.id,
      dataset.label ?? '',
      placeText(dataset),
    ]);
    printLine(
      context.io.stdout,
      renderTable([[texts.name, texts.rows, texts.columns, texts.id, texts.label, texts.file], ...rows], 'lrrlll'),
    );
  }
}

function show(context: Context, dataset: DatasetView): void {
  const { texts } = context;
  if (context.json) {
    printJson(context, dataset);
    return;
  }
  const { name, id, label, profile } = dataset;
  const facts = [
    `${texts.rows}: ${count(profile.rows)}`,
    `${texts.file}: ${placeText(dataset)}`,
    ...(profile.source.digest === undefined ? [] : [`SHA-256: ${profile.source.digest}`]),
    `${texts.id}: ${id}`,
    ...(label === undefined ? [] : [`${texts.label}: ${label}`]),
  ];
  printLine(context.io.stdout, [name, ...facts, ''].join('\n'));
  const rows = profile.columns.map((column) => [column.name, column.type, ...columnFacts(column)]);
  printLine(
    context.io.stdout,
    renderTable([[texts.name, texts.type, texts.missing, texts.distinct, texts.range], ...rows], 'llrrl'),
  );
}

function columnFacts(column: ColumnProfile): string[] {
  if (column.type === 'unsupported') return ['', '', ''];
  const counts = [count(column.missing), count(column.distinct)];
  if (column.type === 'category' || column.min === null || column.max === null) return [...counts, ''];
  return [...counts, `${shortest(column.min)} … ${shortest(column.max)}`];
}

const shortest = (value: number): string => (Number.isInteger(value) ? count(value) : fixed(value, 3));

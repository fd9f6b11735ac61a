/**
 * What people hand in that cannot be used, through the command that they type: an exit code that a script can tell apart,
 * the error's own code, what to do next, and never a value of the data. What was there before stays.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PartyClient } from 'coscore/daemon-client.ts';
import { DaemonProcess } from 'coscore/lab/daemon-process.ts';
import { exitCodes } from '@coscore/node-core/errors/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coscore, reportedError, type CommandResult } from '../support/coscore-command.ts';

/** In every file that is refused, as an id, a number, a category: no message may show them. */
const SECRETS = { id: 'Secretid4711', number: '83746.625', category: 'Secretlevel' } as const;
const ROWS = 400;

let dir: string;

/** A table of ROWS firms. @param cells [columns after the id]; its first row carries the secrets */
function csv(
  header: string,
  cells: (row: number) => readonly string[],
  ids = (row: number): string => `F${row}`,
): string {
  const lines = Array.from({ length: ROWS }, (_, row) => [row === 0 ? SECRETS.id : ids(row), ...cells(row)].join(','));
  return `${header}\n${lines.join('\n')}\n`;
}
const label = (row: number): string => (row % 4 === 0 ? '1' : '0');
const number = (row: number): string => (row === 0 ? SECRETS.number : String((row * 37) % 101));
const category = (row: number): string => (row === 0 ? SECRETS.category : ['a', 'b'][row % 2]!);
const usual = (row: number): readonly string[] => [label(row), number(row), category(row)];
const HEADER = 'id,y,x,kind';

function expectRefusal(result: CommandResult, code: string, exitCode: number): ReturnType<typeof reportedError> {
  const error = reportedError(result);
  expect(error).toMatchObject({ code, exitCode });
  expect(result.exitCode).toBe(exitCode);
  expect(error.detail.length).toBeGreaterThan(10);
  expect(error.next.length).toBeGreaterThan(10);
  for (const value of Object.values(SECRETS)) expect(`${result.stdout}${result.stderr}`).not.toContain(value);
  return error;
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'cs-bad-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

describe('coscore data add', () => {
  let node: DaemonProcess;
  let client: PartyClient;
  let home: string;

  beforeAll(async () => {
    home = join(dir, 'bank');
    await mkdir(home, { mode: 0o700 });
    const main = resolve(import.meta.dirname, '../../party-node/main.ts');
    ({ process: node } = await DaemonProcess.start({ id: 'bank', main, home }));
    client = new PartyClient(home);
    await writeFile(join(dir, 'good.csv'), csv(HEADER, usual));
    const added = await coscore([
      'data',
      'add',
      'good',
      join(dir, 'good.csv'),
      '--id',
      'id',
      '--label',
      'y',
      '--home',
      home,
      '--json',
    ]);
    expect(added).toMatchObject({ exitCode: 0, stderr: '' });
  });
  afterAll(async () => {
    await node?.stop();
    await client?.close();
  });

  type Params = Readonly<Record<string, string | number>>;
  type Case = readonly [what: string, code: string, file: string | undefined, words: readonly string[], params: Params];
  const bad: readonly Case[] = [
    ['no such file', 'file-not-found', undefined, [], {}],
    [
      'rows with more cells than the header',
      'file-ragged',
      csv(HEADER, (row) => (row % 90 === 7 ? [...usual(row), '1'] : usual(row))),
      [],
      { count: 5, line: 9 },
    ],
    ['an empty file', 'file-empty', '', [], {}],
    ['a header alone', 'file-empty', `${HEADER}\n`, [], {}],
    ['a label that is not there', 'column-missing', csv('id,z,x,kind', usual), [], { column: 'y' }],
    [
      'ids twice, in the same spelling',
      'ids-duplicate',
      csv(HEADER, usual, (row) => `F${row < 9 ? 100 : row}`),
      [],
      { count: 8 },
    ],
    ['rows without an id', 'ids-missing', csv(HEADER, usual, (row) => (row < 4 ? '' : `F${row}`)), [], { count: 3 }],
    [
      'a label of 1 and 2',
      'label-not-binary',
      csv(HEADER, (row) => [row % 4 === 0 ? '2' : '1', number(row), category(row)]),
      [],
      { count: 100 },
    ],
    [
      'three bads',
      'label-too-few-bads',
      csv(HEADER, (row) => [row < 3 ? '1' : '0', number(row), category(row)]),
      [],
      { bads: 3 },
    ],
    [
      'a column of one value',
      'column-constant',
      csv(HEADER, (row) => [label(row), SECRETS.number, category(row)]),
      [],
      { column: 'x' },
    ],
    [
      'a column of dates',
      'column-unsupported-type',
      csv(HEADER, (row) => [label(row), `2024-0${1 + (row % 9)}-11`, category(row)]),
      [],
      { column: 'x' },
    ],
    [
      'words in a column that is said to be a number',
      'column-unsupported-type',
      csv(HEADER, usual),
      ['--type', 'kind=number'],
      { column: 'kind', count: ROWS },
    ],
    [
      'infinite numbers',
      'column-not-finite',
      csv(HEADER, (row) => [label(row), row % 40 === 1 ? 'inf' : number(row), category(row)]),
      [],
      { column: 'x', count: 10 },
    ],
  ];

  it.each(bad)('refuses %s: %s', async (_, code, text, words, params) => {
    const path = join(dir, 'bad.csv');
    await (text === undefined ? rm(path, { force: true }) : writeFile(path, text));
    const result = await coscore([
      'data',
      'add',
      'bad',
      path,
      '--id',
      'id',
      '--label',
      'y',
      '--home',
      home,
      '--json',
      ...words,
    ]);
    expect(expectRefusal(result, code, exitCodes.data).params).toMatchObject(params);
    expect((await client.datasets()).map(({ name }) => name)).toEqual(['good']);
  });

  it('says it in words and goes on to the page of the error', async () => {
    const result = await coscore(['data', 'add', 'bad', join(dir, 'nowhere.csv'), '--id', 'id', '--home', home]);
    expect(result).toMatchObject({ exitCode: exitCodes.data, stdout: '' });
    expect(result.stderr).toContain('[file-not-found]');
    expect(result.stderr).toContain('docs/errors/file-not-found.md');
  });

  it('does not take a name twice, and the first table stays as it was', async () => {
    const before = await client.dataset('good');
    await writeFile(
      join(dir, 'other.csv'),
      csv(HEADER, (row) => [label(row + 1), number(row), category(row)]),
    );
    const result = await coscore([
      'data',
      'add',
      'good',
      join(dir, 'other.csv'),
      '--id',
      'id',
      '--label',
      'y',
      '--home',
      home,
      '--json',
    ]);
    expectRefusal(result, 'dataset-exists', exitCodes.data);
    expect(await client.dataset('good')).toEqual(before);
  });

  it('leaves the node running', async () => {
    expect(node.running).toBe(true);
    expect((await client.status()).id).toBe('bank');
  });
});

describe('coscore lab run', () => {
  const recipe = (rest: string): string => `name: bad
profile: aided
parties:
  bank: { role: label, data: bank.csv, id: id, label: y }
  tax:  { role: feature, data: tax.csv, id: id }
split: { test: 0.3, seed: 7 }
${rest}`;
  const left: string[] = [];
  afterAll(() => Promise.all(left.map((path) => rm(path, { recursive: true, force: true }))));

  interface Input {
    /** The recipe from its seventh line on. */
    readonly rest: string;
    readonly bank?: string;
    readonly tax?: string;
  }

  async function run({ rest, bank, tax }: Input): Promise<CommandResult> {
    const folder = await mkdtemp(join(dir, 'run-'));
    await writeFile(join(folder, 'bank.csv'), bank ?? csv(HEADER, usual));
    await writeFile(join(folder, 'tax.csv'), tax ?? csv('id,t', (row) => [number(row)]));
    await writeFile(join(folder, 'recipe.yaml'), recipe(rest));
    // A failed lab keeps its folder for reading: in one that goes with the test, and is short enough for its sockets.
    const TMPDIR = await mkdtemp(join(tmpdir(), 'cs-'));
    left.push(TMPDIR);
    return coscore(['lab', 'run', join(folder, 'recipe.yaml'), '--out', join(folder, 'out'), '--json'], {
      TMPDIR,
    });
  }

  it.each([
    ['a key that is none', 'modle: { kind: scorecard }', 7],
    [
      'an unknown knob of the policy',
      'model: { kind: scorecard }\npolicy:\n  shareContributions: sum\n  shareEverything: true',
      10,
    ],
    ['a share above 1', 'features:\n  minShare: 5', 8],
    ['YAML that is none', 'features: { bins: 10', 7],
  ])('refuses a recipe with %s, by its line, before anything starts', async (_, rest, line) => {
    const result = await run({ rest });
    const { detail } = expectRefusal(result, 'recipe-invalid', exitCodes.usage);
    expect(detail).toMatch(new RegExp(`\\b(recipe\\.yaml:${line}|line ${line})\\b`));
    expect(result.stdout).not.toContain('"event":"starting"');
  });

  const inTheJob: readonly (readonly [what: string, code: string, exitCode: number, input: Input])[] = [
    [
      'parties that share no firm but one',
      'intersection-too-small',
      exitCodes.data,
      {
        rest: 'model: { kind: align }',
        tax: csv(
          'id,t',
          (row) => [number(row)],
          (row) => `G${row}`,
        ),
      },
    ],
    [
      'raw columns that single out a row each, at least one of them a training row',
      'leverage-too-high',
      exitCodes.model,
      {
        rest: 'features: { woe: false }\nmodel: { kind: logistic }\npolicy: { allowRawColumns: true }',
        bank: csv('id,y,x', (row) => [label(row), String((row * 37) % 101)]),
        tax: csv('id,t,a,b,c', (row) => [
          String((row * 13) % 17),
          ...[5, 6, 7].map((only) => (row === only ? '1' : '0')),
        ]),
      },
    ],
  ];

  it.each(inTheJob)('refuses %s: %s', { timeout: 90_000 }, async (_, code, exitCode, input) => {
    expectRefusal(await run(input), code, exitCode);
  });
});

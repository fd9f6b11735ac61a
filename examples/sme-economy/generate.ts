/** Writes the made-up SME economy: three institutions' files and the recipes of their joint models. */
import { copyFile, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seededRng } from '@coscore/models/data/rng.ts';
import { bankColumns } from './bank.ts';
import type { Cell, Columns } from './columns.ts';
import { Draw, MAX_FIRMS, MAX_SEED, STREAMS } from './draw.ts';
import { makeFirm } from './firm.ts';
import { logisticsColumns } from './logistics.ts';
import { taxColumns } from './tax.ts';

export const INSTITUTIONS = { bank: bankColumns, tax: taxColumns, logistics: logisticsColumns } as const;
export type Institution = keyof typeof INSTITUTIONS;

export interface GenerateOptions {
  /** Firms in the economy; every institution knows some of them. Default 20,000. */
  readonly rows?: number | undefined;
  /** In [0, 2^20). Default 1. The same seed gives the same files. */
  readonly seed?: number | undefined;
  /** Made when it is not there; files of the same names are overwritten. */
  readonly dir: string;
  readonly signal?: AbortSignal | undefined;
}

export interface Generated {
  /** Path of `recipe.yaml`, the scorecard's. */
  readonly recipe: string;
  /** Paths of all recipes by kind of model. */
  readonly recipes: Readonly<Record<keyof typeof RECIPES, string>>;
  /** Rows of each institution's file. */
  readonly rows: Readonly<Record<Institution, number>>;
  /** Firms that all three know. */
  readonly common: number;
}

const RECIPES = { scorecard: 'recipe.yaml', gbdt: 'trees.yaml' } as const;
const names = Object.keys(INSTITUTIONS) as Institution[];

/** Rows between two writes. */
const BATCH = 4096;

/** @throws RangeError for a number of firms or a seed out of range; the signal's reason when aborted. */
export async function generate({ rows = 20_000, seed = 1, dir, signal }: GenerateOptions): Promise<Generated> {
  if (!Number.isSafeInteger(rows) || rows < 1 || rows > MAX_FIRMS) throw new RangeError(`rows is in [1, ${MAX_FIRMS}]`);
  if (!Number.isSafeInteger(seed) || seed < 0 || seed >= MAX_SEED) throw new RangeError(`seed is in [0, ${MAX_SEED})`);
  const known: Record<Institution, number[]> = { bank: [], tax: [], logistics: [] };
  let common = 0;
  for (let index = 0; index < rows; index++) {
    const { at } = makeFirm(seed, index);
    for (const name of names) if (at[name]) known[name].push(index);
    if (names.every((name) => at[name])) common++;
  }
  await mkdir(dir, { recursive: true });
  for (const name of names) await writeInstitution(name, known[name], seed, join(dir, `${name}.csv`), signal);
  const recipes = { scorecard: join(dir, RECIPES.scorecard), gbdt: join(dir, RECIPES.gbdt) };
  for (const name of Object.values(RECIPES)) await copyFile(join(import.meta.dirname, name), join(dir, name));
  return {
    recipe: recipes.scorecard,
    recipes,
    rows: { bank: known.bank.length, tax: known.tax.length, logistics: known.logistics.length },
    common,
  };
}

/** Every institution keeps its own order of rows. */
async function writeInstitution(
  name: Institution,
  firms: readonly number[],
  seed: number,
  path: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const columns: Columns = INSTITUTIONS[name];
  const order = shuffled(firms, seed, name);
  await using file = await open(path, 'w');
  await file.write(`${Object.keys(columns).join(',')}\n`);
  for (let from = 0; from < order.length; from += BATCH) {
    signal?.throwIfAborted();
    const lines = order.slice(from, from + BATCH).map((index) => line(columns, name, seed, index));
    await file.write(lines.join(''));
  }
}

function line(columns: Columns, name: Institution, seed: number, index: number): string {
  const firm = makeFirm(seed, index);
  const draw = Draw.of(seed, index, name);
  return `${Object.values(columns)
    .map((column) => cellText(column(firm, draw)))
    .join(',')}\n`;
}

/** No cell of this economy holds a comma, a quote or a line end. */
const cellText = (cell: Cell): string => (cell === null ? '' : String(cell));

/** Fisher and Yates, in Durstenfeld's form. */
function shuffled(firms: readonly number[], seed: number, name: Institution): number[] {
  const rng = seededRng(seed * 2 ** 32 + 8 + STREAMS[name]);
  const order = [...firms];
  for (let i = order.length - 1; i > 0; i--) {
    const j = rng.below(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { rows: { type: 'string' }, seed: { type: 'string' }, out: { type: 'string' } },
  });
  if (values.out === undefined) {
    process.stderr.write('usage: node examples/sme-economy/generate.ts --out DIR [--rows 20000] [--seed 1]\n');
    process.exitCode = 2;
  } else {
    const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));
    const made = await generate({ rows: number(values.rows), seed: number(values.seed), dir: values.out });
    const counts = names.map((name) => `${name} ${made.rows[name]}`).join(', ');
    process.stdout.write(`${made.recipe}: ${counts} rows, ${made.common} firms known to all three\n`);
  }
}

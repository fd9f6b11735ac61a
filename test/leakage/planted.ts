/** Tables with things in them that exist nowhere else, so that wherever one of them turns up it came from there. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeSmallEconomy, type Institution } from '../support/small-economy.ts';
import { numberForms, textForms, type Needle } from './forms.ts';

export const planted: readonly Institution[] = ['bank', 'tax', 'registry'];

interface Canaries {
  /** Of a firm that no other party has. */
  readonly ownId: string;
  /** Column whose cells take the numbers. */
  readonly column: string;
  /** One for a firm that all parties have, one for the party's own firm. Large: no size, count or time is near. */
  readonly values: readonly [number, number];
  /** A level of a category and what it is called instead. */
  readonly level: readonly [old: string, canary: string];
}

const canaries: Readonly<Partial<Record<Institution, Canaries>>> = {
  bank: {
    ownId: 'firm-Bank-c41d77',
    column: 'loan',
    values: [7321508364.71, 6120459837.37],
    level: ['north', 'Region-a93f06'],
  },
  tax: {
    ownId: 'firm-Tax-5b1e29',
    column: 'turnover',
    values: [5918273645.19, 4837261509.83],
    level: ['food', 'Sector-7de5c2'],
  },
  registry: {
    ownId: 'firm-Reg-e80a64',
    column: 'capital',
    values: [3746592810.47, 2655481907.61],
    level: ['ltd', 'Form-1f6b3a'],
  },
};
/** Of a firm that all of them have: the parties may know it, the coordinator may not. */
const SHARED_ID = 'firm-All-2c9b58';

export interface PlantedTables {
  readonly dir: string;
  /** What a party alone may hold. */
  readonly secretsOf: (party: Institution) => readonly Needle[];
  /** What only parties may hold. */
  readonly shared: readonly Needle[];
}

export async function plantTables(dir: string, firms: number): Promise<PlantedTables> {
  const { ids } = await writeSmallEconomy(dir, firms);
  const known = planted.map((name) => new Set(ids[name]));
  const common = ids.bank.find((id) => known.every((set) => set.has(id)));
  if (common === undefined) throw new Error('the parties share no firm');
  for (const name of planted) await plant(join(dir, `${name}.csv`), common, canaries[name]!);
  return {
    dir,
    shared: textForms('id of a shared firm', SHARED_ID),
    secretsOf(party) {
      const { ownId, values, level } = canaries[party]!;
      return [
        ...textForms(`id of ${party}’s own firm`, ownId),
        ...textForms(`category of ${party}`, level[1]),
        ...values.flatMap((value, i) => numberForms(`number ${i} of ${party}`, value)),
      ];
    },
  };
}

async function plant(path: string, common: string, { ownId, column, values, level }: Canaries): Promise<void> {
  const [header, ...rows] = (await readFile(path, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const at = header!.indexOf(column);
  const shared = rows.find(([id]) => id === common)!;
  shared[0] = SHARED_ID;
  shared[at] = String(values[0]);
  const own = [...rows.at(-1)!];
  own[0] = ownId;
  own[at] = String(values[1]);
  rows.push(own);
  for (const row of rows) row.forEach((cell, i) => (row[i] = cell === level[0] ? level[1] : cell));
  await writeFile(path, `${[header!, ...rows].map((cells) => cells.join(',')).join('\n')}\n`);
}

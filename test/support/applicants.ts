/** Files of applicants made from an institution's table, and the scores they should get by what each party keeps of a model. */
import { readFile, writeFile } from 'node:fs/promises';
import type { OwnModel } from 'coscore/daemon-views.ts';

/** A CSV without quoted cells. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

export async function readCsv(path: string): Promise<Table> {
  const [head = '', ...lines] = (await readFile(path, 'utf8')).trimEnd().split('\n');
  const columns = head.split(',');
  const row = (line: string): Record<string, string> => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
  };
  return { columns, rows: lines.map(row) };
}

export async function writeCsv(path: string, { columns, rows }: Table): Promise<void> {
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','));
  await writeFile(path, `${columns.join(',')}\n${lines.join('\n')}\n`);
}

interface Bin {
  readonly kind: 'interval' | 'levels' | 'missing';
  readonly from?: number;
  readonly to?: number;
  readonly levels?: readonly string[];
  readonly other?: boolean;
  readonly missing?: boolean;
}

interface ShardFeature {
  readonly name: string;
  readonly weight: number;
  readonly coefficient: number;
  readonly bins: readonly Bin[];
  readonly map: readonly number[];
  readonly points: readonly number[];
}

export interface StoredShard {
  readonly features: readonly ShardFeature[];
  readonly scaling?: { readonly offset: number; readonly factor: number };
}

export const shardOf = ({ shard }: OwnModel): StoredShard => shard as StoredShard;

/** By the definition of a bin alone, cell by cell; the code under test goes by column. */
export function pointsOf({ features }: StoredShard, row: Readonly<Record<string, string>>): number {
  return features.reduce((sum, feature) => sum + cellPoints(feature, row[feature.name] ?? ''), 0);
}

function cellPoints({ name, bins, map, points }: ShardFeature, cell: string): number {
  const known = bins.some(({ levels = [] }) => levels.includes(cell));
  const holds = ({ kind, from = -Infinity, to = Infinity, levels = [], other, missing }: Bin): boolean => {
    if (cell === '') return kind === 'missing' || missing === true;
    if (kind === 'interval') return Number(cell) >= from && Number(cell) < to;
    return kind === 'levels' && (levels.includes(cell) || (other === true && !known));
  };
  const found = bins.findIndex(holds);
  if (found < 0) throw new Error(`no bin of ${name} holds the cell`);
  return points[map[found]!]!;
}
